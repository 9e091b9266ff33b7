import pytest
from acts_of import Coder

from detente.errors import RuleError
from detente.rules.contexts import ContextCue, context_cues, contexts_of, load_context_cues

CUES = load_context_cues()


@pytest.mark.parametrize("cue", CUES.cues, ids=lambda cue: str(cue.name))
def test_a_context_is_seen_in_its_examples_and_nowhere_else(cue: ContextCue, coder: Coder) -> None:
    rule = next(rule for rule in coder.rules.rules if not rule.contexts)

    def names(text: str) -> bool:
        lemmas = [token.lemma for sentence in coder.sentences_of(text) for token in sentence.tokens]
        return cue.name in contexts_of(lemmas, rule, CUES)

    wrong = [text for text in cue.examples if not names(text)] + [text for text in cue.not_examples if names(text)]

    assert wrong == []


def test_the_contexts_of_the_rule_hold_whatever_the_words(coder: Coder) -> None:
    rule = next(rule for rule in coder.rules.rules if rule.contexts)

    assert set(contexts_of((), rule, CUES)) == set(rule.contexts)


@pytest.mark.parametrize(
    ("entry", "trouble"),
    [
        ({"name": "weather", "lemmas": ["rain"]}, "no such context"),
        ({"name": "health", "lemmas": ["virus"], "examples": ["A virus."]}, "not_examples"),
        ({"name": "health", "words": ["virus"]}, "unknown key 'words'"),
    ],
)
def test_a_faulty_context_is_refused_in_words(entry: dict[str, object], trouble: str) -> None:
    with pytest.raises(RuleError, match=trouble):
        context_cues({"context": [entry]})


def test_all_contexts_must_be_there() -> None:
    with pytest.raises(RuleError, match="'asylum' is missing"):
        context_cues({})
