"""Whom a pronoun means in a clause that shares its subject with another: never the one who acts in it."""

import pytest

from reading import claims

ACCUSED = {
    "Peru cut ties with Chile, accusing it of a raid.": ["CHL"],
    "Peru and Fiji cut ties with Chile and accused it of a raid.": ["CHL"],
    "Peru expelled Chilean diplomats, accusing them of spying.": ["CHL"],
    "Peru cut ties with Chile and Fiji and closed a port of Malta, accusing it of a raid.": [],
    "Chilean ships entered the bay. Peru closed the port, accusing Chile of a raid.": ["CHL"],
    "Chile sent ships. Peru closed the port, accusing it of a raid.": ["CHL"],
    "Peru expelled Chilean diplomats and Fijian diplomats, accusing them of spying.": [],
}


@pytest.mark.parametrize(("text", "want"), ACCUSED.items(), ids=list(ACCUSED))
def test_it_is_the_other_one(text: str, want: list[str]) -> None:
    accusing = [c for c in claims(text) if c.type == "ACCUSE"]

    assert sorted({p.id for c in accusing for p in c.parties.recipients if p.id}) == want


def test_who_is_warned_is_hit_not_the_thing_he_is_warned_of() -> None:
    claim = claims("Peru warned Chile of consequences.")[0]

    assert [p.id for p in claim.parties.recipients] == ["CHL"]
