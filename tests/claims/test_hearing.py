"""Whose word an act is, and what that makes of it."""

import pytest

from detente.domain.acts import ActType, Status
from reading import claims


@pytest.mark.parametrize(
    "text",
    [
        "A columnist praised Chile.",
        "Analysts fear that Chad will attack Sudan.",
        "Chad will attack Sudan, an economist said.",
        'Chad has many guns. "Chad will attack Sudan," said Amina Bello, a professor of law in Lagos.',
        "Experts believe, though few say so, that Chad will attack Sudan.",
        "Half of Chad, 60 percent of those asked said, will attack Sudan.",
    ],
)
def test_what_onlookers_expect_praise_or_fear_is_no_act(text: str) -> None:
    found = claims(text)

    assert found == ()


@pytest.mark.parametrize(
    "text",
    [
        "Chad attacked Sudan, an economist said.",
        "Sudan expelled two reporters of Chad.",
        "Sudan says that Chad will attack Sudan.",
        "Sudan's president told reporters that Chad attacked Sudan.",
    ],
)
def test_what_onlookers_tell_of_the_past_or_suffer_stands(text: str) -> None:
    found = claims(text)

    assert found


@pytest.mark.parametrize(
    "text",
    ["Libyan troops must leave Chad, Chad's president said.", "Libya must not attack Chad, Chad's president said."],
)
def test_what_another_must_do_or_leave_is_asked_of_him(text: str) -> None:
    (asked,) = claims(text)

    assert (asked.type, asked.status) == (ActType.REQUEST, Status.HAPPENED)
    assert [[p.id for p in side] for side in (asked.parties.actors, asked.parties.recipients)] == [["TCD"], ["LBY"]]


@pytest.mark.parametrize(
    "text", ["Libyan troops must leave Chad.", "Libyan troops must leave Chad, Libya's president said."]
)
def test_what_one_must_do_oneself_or_nobody_asks_is_owed(text: str) -> None:
    (owed,) = claims(text)

    assert (owed.type, owed.status) == (ActType.RETREAT, Status.DEMANDED)
