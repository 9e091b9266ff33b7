"""Nouns that only take up a meeting told before."""

import pytest

from reading import claims

MET = "The Kenyan president Mwai Kibaki met the Ugandan leader in Nairobi on Thursday."


@pytest.mark.parametrize(
    "later",
    [
        "The meeting between Kenya and Uganda was brief.",
        "Thursday's meeting between Kenya and Uganda was brief.",
        "The meeting of Mr Kibaki with Uganda's leader was brief.",
    ],
)
def test_a_noun_that_adds_nothing_is_no_second_meeting(later: str) -> None:
    found = claims(f"{MET} {later}")

    assert len(found) == 1


@pytest.mark.parametrize(
    "later",
    [
        "Kenya and Uganda met again.",
        "The meeting between Kenya and Rwanda was brief.",
        "The meeting in 1998 between Kenya and Uganda was brief.",
        "A phone call between Kenya and Uganda followed.",
        "The meeting between Uganda and Kenya's Raila Odinga was brief.",
        "Kenya condemned Uganda.",
    ],
)
def test_what_adds_a_party_a_day_a_manner_or_a_verb_stays(later: str) -> None:
    found = claims(f"{MET} {later}")

    assert len(found) == 2


def test_a_noun_beside_the_clause_that_it_sums_up_is_no_second_act() -> None:
    found = claims("Iran fired a missile into the sea on Monday, its fourth missile launch.")

    assert len(found) == 1
