from pathlib import Path

import pytest

from detente.domain.ids import RuleId
from detente.errors import RuleError
from detente.rules.acts import load_act_rules, rules_of_file
from detente.rules.cues import status_cues
from detente.rules.patterns import Grammar, PatternError, Relation, Slot, compile_pattern

GRAMMAR = Grammar(frozenset({"from", "on", "to", "with"}), {"pacts": ("deal", "treaty")})
RULE = {
    "id": "reject/x",
    "clauses": ["ACTOR reject RECIPIENT"],
    "examples": ["Cuba rejected Fiji."],
    "not_examples": ["It rained."],
}


def test_a_pattern_is_read_as_a_sentence() -> None:
    pattern = compile_pattern("ACTOR {cut|break off} {@pacts} with RECIPIENT?", GRAMMAR, is_noun=False)

    assert [(part.relation, part.is_optional) for part in pattern.parts] == [
        (Relation.SUBJECT, False),
        (Relation.OBJECT, False),
        (Relation.PREPOSITION, True),
    ]


def test_shared_words_are_spelt_out() -> None:
    pattern = compile_pattern("ACTOR sign {@pacts|bill}", GRAMMAR, is_noun=False)

    assert [part.filler.nouns for part in pattern.parts if part.filler][1] == {"deal", "treaty", "bill"}


def test_a_noun_of_a_party_takes_the_party_with_it() -> None:
    pattern = compile_pattern("ACTOR expel RECIPIENT's {envoy}", GRAMMAR, is_noun=False)

    assert pattern.slots == {Slot.ACTOR, Slot.RECIPIENT}


def test_of_two_patterns_the_one_that_asks_for_more_weighs_more() -> None:
    light = compile_pattern("ACTOR cut RECIPIENT", GRAMMAR, is_noun=False)
    heavy = compile_pattern("ACTOR cut {@pacts} with RECIPIENT", GRAMMAR, is_noun=False)

    assert heavy.weight > light.weight


@pytest.mark.parametrize(
    ("source", "trouble"),
    [
        ("ACTOR", "needs a word that triggers it"),
        ("ACTOR RECIPIENT", "needs a word that triggers it"),
        ("ACTOR expel RECIPIENT from", "nothing stands after the last preposition"),
        ("ACTOR expel RECIPIENT's", "nothing stands after RECIPIENT's"),
        ("ACTOR sign @pax", "no list '@pax'"),
        ("ACTOR sign (treaty)", "has no meaning in a pattern"),
        ("ACTOR say that {envoy} resign", "after that stand a party and what it does"),
    ],
)
def test_a_pattern_that_makes_no_sense_is_refused(source: str, trouble: str) -> None:
    with pytest.raises(PatternError, match=trouble):
        compile_pattern(source, GRAMMAR, is_noun=False)


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        ({"clause": ["ACTOR reject RECIPIENT"]}, r"reject.toml: rule 'reject/x': unknown key 'clause'"),
        ({"id": "reject"}, "an id is written reject/some-words"),
        ({"examples": []}, "give the one that is missing"),
        ({"not_examples": []}, "give the one that is missing"),
        ({"clauses": []}, "give the one that is missing"),
        ({"clauses": ["ACTOR"]}, "rule 'reject/x': 'ACTOR': a pattern needs a word"),
        ({"mode": "visit"}, "REJECT has no mode 'visit'; it has assist"),
        ({"contexts": ["weather"]}, "unknown context 'weather'"),
        ({"actors": "robots"}, "actors must be one of powers, people"),
        ({"future": "SOON"}, "future must be one of AGREE"),
        ({"only": "perhaps"}, "only must be one of happened"),
        ({"examples": [{"actor": ["CUB"]}]}, "an example needs its text"),
        ({"examples": [{"text": "x", "status": "maybe"}]}, "'maybe' is not a valid Status"),
        ({"examples": [{"text": "x", "who": ["CUB"]}]}, "unknown key 'who'"),
        ({"clauses": "ACTOR reject RECIPIENT"}, "clauses must be a list of words"),
        ({"clauses": ["ACTOR reject RECIPIENT", "ACTOR reject RECIPIENT"]}, "twice"),
    ],
)
def test_a_faulty_rule_is_refused_with_its_file_its_id_and_what_is_wrong(
    change: dict[str, object], trouble: str
) -> None:
    content = {"type": "REJECT", "rule": [RULE | change]}

    with pytest.raises(RuleError, match=trouble):
        rules_of_file(content, "reject.toml", GRAMMAR)


def test_a_file_of_rules_has_one_of_the_types() -> None:
    with pytest.raises(RuleError, match="type must be one of PLOVER's 16, not 'DANCE'"):
        rules_of_file({"type": "DANCE"}, "dance.toml", GRAMMAR)


def test_files_of_ones_own_stand_beside_those_of_the_package(tmp_path: Path) -> None:
    own = tmp_path / "mine.toml"
    own.write_text(
        'type = "REJECT"\n\n[[rule]]\nid = "reject/boo"\nclauses = ["ACTOR boo RECIPIENT"]\n'
        'examples = ["Cuba booed Fiji."]\nnot_examples = ["Fans booed."]\n',
        encoding="utf-8",
    )

    rules = load_act_rules([own])

    assert rules.by_id[RuleId("reject/boo")].place == "mine.toml, line 3"


def test_a_group_of_status_cues_has_its_proofs() -> None:
    group = {"status": "planned", "verbs": ["plan"], "examples": ["India plans to go."]}

    with pytest.raises(RuleError, match="a group of cues has examples and not_examples"):
        status_cues({"group": [group]})
