"""Recipients whom the sentences around an act tell."""

import pytest

from reading import claims

TEXTS = {
    "Togo shot down a Ghanaian jet. Ghana deployed a battery to its base in Chad.": ["TGO"],
    "Togo shot down a Ghanaian jet. Ghana put its army on alert.": ["TGO"],
    "Ghana put its army on alert.": [],
    "Ghana deployed a battery to its base in Chad.": [],
    "Chad suspended aid to Niger in May. Mali met Togo. Chad has now lifted that measure.": ["NER"],
    "Chad has now lifted that measure.": [],
    "Chad closed a road to Niger. It threatened to complain to the African Union.": ["NER"],
    "The United Nations approved a plan.": [],
    "Chad accepted a plan drawn up by Mali.": ["MLI"],
    "The United Nations approved the Fijian plan.": ["FJI"],
    "Peru demanded that Chile extradite the captain.": ["CHL"],
    "Peru said that Chilean troops had fired shells at dawn.": ["PER"],
    "Chad's foreign minister met his Nigerien counterpart and expressed support for the alliance.": ["NER"],
    "Chad's president met Niger's president. Mali praised the answer by its allies.": [],
}


@pytest.mark.parametrize(("text", "want"), TEXTS.items(), ids=[text[-40:] for text in TEXTS])
def test_the_report_tells_whom_an_act_hits(text: str, want: list[str]) -> None:
    claim = claims(text)[-1]

    assert [p.id for p in claim.parties.recipients if p.is_power] == want


TWO = "Peru's president met Chile's president. Peru signed a treaty with Chile. Peru and Chile hailed the day. "


def test_what_several_do_together_is_of_the_two_of_the_report() -> None:
    rain = "It rained all day in the hills. "

    claim = claims(TWO + 6 * rain + "Mali opposes the rapprochement.")[-1]

    assert sorted(str(p.id) for p in claim.parties.recipients) == ["CHL", "PER"]


def test_frustration_with_talks_is_with_him_who_talks() -> None:
    claim = claims(TWO + "Peru expressed frustration with the pace of talks.")[-1]

    assert [p.id for p in claim.parties.recipients] == ["CHL"]


def test_a_charge_of_another_deed_far_off_is_not_what_is_denied() -> None:
    rain = "It rained all day in the hills. "

    claim = claims("Peru accused Chile of shelling a village. " + 5 * rain + "Chile denied interference in a vote.")[-1]

    assert not any(p.is_power for p in claim.parties.recipients)


def test_what_is_said_in_a_house_is_not_said_against_it() -> None:
    claim = claims("Peru opened a road to Chile. Chile's president welcomed the plan in parliament.")[-1]

    assert not any(p.name == "parliament" for p in claim.parties.recipients)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Peru accused Chile of shelling a town. Brazil called for an end to the fighting.", ["CHL", "PER"]),
        ("Peru accused Chile of shelling a town. Brazil demanded an end to the ban.", []),
        ("Peru announced a plan for the lake. Brazil endorsed the plan.", ["PER"]),
        ("Denmark accused Iran of plotting a murder. Iran denies meddling in Swedish elections.", ["SWE"]),
        ("Chile closed a road to Peru. Peru threatened to complain to the Organization of American States.", ["CHL"]),
    ],
)
def test_a_third_or_a_victim_is_told_by_the_words(text: str, want: list[str]) -> None:
    claim = claims(text)[-1]

    assert sorted(str(p.id) for p in claim.parties.recipients if p.is_power) == want
