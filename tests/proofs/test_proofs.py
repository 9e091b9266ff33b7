"""The data does what its examples say, each sentence of it."""

import tomllib
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from detente.proofs.acts import check_act_rule
from detente.proofs.checked import Checked
from detente.proofs.ground import Ground
from detente.proofs.names import check_reference
from detente.proofs.proving import CHECKS, prove
from detente.rules.settling import load_settling_rules
from detente.rules.toml import DATA
from reading import tools

PROVED_BY_ITS_PLACE = {"examples", "states", "bodies", "groups"}
"""Folders of the data that hold names and reports, not rules."""


@cache
def ground() -> Ground:
    return Ground(tools(), load_settling_rules())


def has_examples(table: object) -> bool:
    """Whether there are examples anywhere in the content of a file."""
    if isinstance(table, dict):
        return "not_examples" in table or any(map(has_examples, table.values()))
    return isinstance(table, list) and any(map(has_examples, table))


@pytest.mark.parametrize("place", CHECKS)
def test_every_sentence_comes_out_as_the_data_says(place: str) -> None:
    checked = list(prove(ground(), [place]))

    assert checked
    assert [one for one in checked if one.fault] == []


def test_all_data_with_examples_is_proved() -> None:
    leaves = [leaf for leaf in DATA.iterdir() if leaf.is_dir() or leaf.name.endswith(".toml")]
    proved = {
        leaf.name
        for leaf in leaves
        if (leaf.is_dir() and leaf.name not in PROVED_BY_ITS_PLACE)
        or (leaf.is_file() and has_examples(tomllib.loads(leaf.read_text(encoding="utf-8"))))
    }

    assert proved == set(CHECKS)


def test_a_rule_that_codes_otherwise_is_a_fault() -> None:
    rule = next(r for r in ground().tools.acts.rules if r.id == "sanction/impose")
    example = replace(rule.examples[0], text="Kenya met Peru.")
    wrong = replace(rule, examples=(example,), not_examples=("Kenya imposed sanctions on Peru.",))

    faults = [one.fault for one in check_act_rule(wrong, ground())]

    assert faults == ["is not coded as SANCTION, but by consult/meet", "is coded, and is to be left alone"]


def test_parties_that_are_not_the_example_s_are_a_fault() -> None:
    rule = next(r for r in ground().tools.acts.rules if r.id == "sanction/impose")
    example = replace(rule.examples[0], text="Kenya imposed sanctions on Peru.", actor=("PER",), recipient=())
    wrong = replace(rule, examples=(example,), not_examples=())

    (checked,) = check_act_rule(wrong, ground())

    assert checked.fault == "is coded as KEN, not PER; PER, not nobody"


def faults_of(found: list[Checked]) -> set[str | None]:
    return {one.fault for one in found}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Peru closed its border. The country feared smugglers.", "has no word in [brackets]"),
        ("Peru closed its border. The [country] feared smugglers.", "gives PER, not nothing"),
    ],
)
def test_a_word_that_points_elsewhere_is_a_fault(monkeypatch: pytest.MonkeyPatch, text: str, fault: str) -> None:
    content: dict[str, Any] = {"back": {"examples": [text], "not_examples": []}, "offices": {}}
    monkeypatch.setattr("detente.proofs.names.read_toml", lambda _: content)

    found = list(check_reference(ground()))

    assert faults_of(found) == {fault}
