"""The proofs of data/sameness.toml: what two reports tell as one act, and what they tell as two."""

import tomllib
from importlib.resources import files

import pytest

from detente.domain.derived import Derived
from reading import a_report, settled

CONTENT = tomllib.loads((files("detente") / "data" / "sameness.toml").read_text(encoding="utf-8"))
GROUPS = (*CONTENT["kinds"], CONTENT["once"], CONTENT["once_by_day"], CONTENT["near"], CONTENT["levels"])


def told_by_both(derived: Derived) -> int:
    return sum(len(event.reports) > 1 for event in derived.events)


def reports_of(pair: list[str]) -> Derived:
    return settled(*(a_report(text, outlet=str(n)) for n, text in enumerate(pair)))


@pytest.mark.parametrize("pair", [pair for group in GROUPS for pair in group["examples"]])
def test_two_reports_of_one_act_make_one_event(pair: list[str]) -> None:
    derived = reports_of(pair)

    assert (told_by_both(derived), len(derived.events)) == (1, 1)


@pytest.mark.parametrize("pair", [pair for group in GROUPS for pair in group["not_examples"]])
def test_reports_of_two_acts_make_two_events(pair: list[str]) -> None:
    derived = reports_of(pair)

    assert (told_by_both(derived), len(derived.events)) == (0, 2)
