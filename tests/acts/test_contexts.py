import pytest
from acts_of import Coder

from detente.errors import RuleError
from detente.rules.contexts import context_cues, contexts_of, load_context_cues

CUES = load_context_cues()


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
