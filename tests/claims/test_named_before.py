"""Whose a thing is that a report names before by the same word."""

import pytest

from reading import claims

RAIN = "It rained all day in the hills. "
TEXTS = {
    "Peru had planned to begin fining some bus drivers. " + RAIN + "Chile denounced the fines.": ["PER"],
    "Peru began to release brine into the bay. " + RAIN + "Bolivia supports the release.": ["PER"],
    "Peru said it would expand the port. " + RAIN + "Bolivia condemned the expansion.": ["PER"],
    "Lima's dam will be full in May. " + RAIN + "Bolivia criticised the dam.": ["PER"],
    "Peru announced a scheme for the lake. " + RAIN + "Bolivia criticised the scheme.": ["PER"],
    "Peru criticised a scheme for the lake. " + RAIN + "Bolivia criticised the scheme.": [],
    "A judge in Peru may order the sale of the yard. " + RAIN + "Bolivia criticised the sale.": ["PER"],
    "Peru announced a scheme for the lake. " + RAIN + "Peru praised the scheme.": [],
    "Peru announced a scheme for the lake. " + RAIN + "Bolivia criticised a scheme.": [],
    "A strike closed the yard. " + RAIN + "Bolivia criticised the closure.": [],
}


@pytest.mark.parametrize(("text", "want"), TEXTS.items(), ids=[text[-40:] for text in TEXTS])
def test_a_thing_is_his_who_is_told_to_be_behind_it(text: str, want: list[str]) -> None:
    claim = claims(text)[-1]

    assert [p.id for p in claim.parties.recipients if p.is_power] == want


def test_a_threat_is_for_him_who_would_bring_about_its_condition() -> None:
    text = "Ghana and Benin condemned Mali. A judge in Togo may order the sale of the yard. "

    claim = claims(text + "Ghana has warned of serious consequences if such a sale goes ahead.")[-1]

    assert [p.id for p in claim.parties.recipients] == ["TGO"]
