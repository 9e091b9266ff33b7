"""Stories of the data on issues: every name is proved where it stands, and slips are refused."""

import tomllib
from typing import Any

import pytest

from detente.errors import RuleError
from detente.rules.issues import IssueRule, issue_rules, load_issue_rules, read_words, stem
from detente.rules.toml import DATA

RULES = load_issue_rules()


def cues() -> dict[str, Any]:
    return tomllib.loads((DATA / "issue_cues.toml").read_text(encoding="utf-8"))


def an_issue(**changes: object) -> dict[str, Any]:
    issue = {"id": "toll", "name": "toll", "nature": "dispute", "aliases": ["bridge toll"]}
    return {**issue, "examples": ["A bridge toll."], "not_examples": ["A bridge."], **changes}


def _firm(text: str) -> list[IssueRule]:
    return [hit.rule for hit in RULES.find(read_words(text)) if not hit.is_loose]


@pytest.mark.parametrize(
    ("issue", "message"),
    [
        (an_issue(colour="red"), "colour"),
        (an_issue(examples=[]), "examples"),
        (an_issue(scope="town"), "scope"),
        (an_issue(aliases=["... toll"]), "begin with a word"),
    ],
)
def test_a_slip_in_the_data_is_named(issue: dict[str, Any], message: str) -> None:
    with pytest.raises(RuleError, match=message):
        issue_rules([("a.toml", {"issue": [issue]})], cues())


def test_an_id_is_given_once() -> None:
    with pytest.raises(RuleError, match="toll"):
        issue_rules([("a.toml", {"issue": [an_issue(), an_issue()]})], cues())


def test_cues_need_proofs() -> None:
    with pytest.raises(RuleError, match="examples"):
        issue_rules([("a.toml", {"issue": [an_issue()]})], cues() | {"examples": []})


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("Treaties", "treaty"),
        ("launches", "launch"),
        ("Talks", "talk"),
        ("crisis", "crisis"),
        ("Turów", "turow"),
        ("ties", "tie"),
    ],
)
def test_a_stem_is_a_word_without_its_plural(word: str, wanted: str) -> None:
    assert stem(word) == wanted


def test_a_gap_does_not_reach_into_the_next_sentence() -> None:
    rules = issue_rules([("a.toml", {"issue": [an_issue(aliases=["toll ... bridge"])]})], cues())

    assert not rules.find(read_words("They paid the toll. A bridge fell."))


def test_the_nearest_end_of_a_name_is_taken() -> None:
    rules = issue_rules(
        [("a.toml", {"issue": [an_issue(aliases=["toll _ bridge", "toll ... bridge", "toll"])]})], cues()
    )

    assert [hit.length for hit in rules.find(read_words("A toll on the bridge"))] == [1]
