"""Acts that are done by saying something."""

import pytest

from detente.domain.acts import ActType
from detente.domain.findings import Claim
from reading import claims

SPOKEN = {
    "The raid, which Malta says Libya carried out against its port, lasted an hour.": None,
    "A Peruvian patrol boat, which Chile says violated its waters, has left.": ("ACCUSE", ["CHL"], ["PER"]),
    '"Was Libya behind the raid?" the foreign minister of Malta said.': None,
    "“Was Libya behind the raid, and for how long?” the foreign minister of Malta asked.": None,
    '"Libya was behind the raid, was it not?" the foreign minister of Malta said.': None,
    '"If Chad attacks us, we are ready," Sudan\'s president said.': None,
    "Kenya said that, after Somalia violated the truce, it had rained.": None,
    "The foreign minister of Estonia said it was likely that Belarus was behind the fire.": (
        "ACCUSE",
        ["EST"],
        ["BLR"],
    ),
    "The foreign minister of Estonia said Belarus could be behind the fire.": None,
    '"You are oppressing our people," the president of Chad told Sudan.': ("ACCUSE", ["TCD"], ["SDN"]),
    "An old miller said that Peru violated the truce.": None,
    "Peru said that bakers violated the truce of the guild.": None,
    '"We have a right to defend our waters," Italy\'s president said.': None,
}


def of_words(text: str) -> list[Claim]:
    return [c for c in claims(text) if c.type in (ActType.ACCUSE, ActType.SUPPORT)]


@pytest.mark.parametrize(("text", "want"), SPOKEN.items(), ids=list(SPOKEN))
def test_who_says_what_another_did_accuses_him(text: str, want: tuple[str, list[str], list[str]] | None) -> None:
    found = [
        (str(c.type), [p.id for p in c.parties.actors], [p.id for p in c.parties.recipients]) for c in of_words(text)
    ]

    assert found == ([want] if want else [])


def test_the_act_that_is_alleged_stays_with_him_who_tells_it() -> None:
    found = claims("Kenya said that Somali soldiers had shelled its border post.")

    assert [(c.type, c.attributed_to is None) for c in found] == [
        (ActType.ACCUSE, True),
        (ActType.ASSAULT, False),
    ]


def test_what_one_is_said_to_have_done_is_told_by_him_who_says_it() -> None:
    found = claims("A Peruvian patrol boat, which Chile says violated its waters, has left.")

    assert [(c.type, c.attributed_to is None) for c in found] == [(ActType.ACCUSE, True), (ActType.COERCE, False)]


def test_who_says_that_another_refused_tells_of_a_refusal() -> None:
    found = claims("Kenya's premier said that Somalia had refused an Ethiopian proposal.")

    assert [c.type for c in found] == [ActType.REJECT]


def test_an_accusation_that_the_report_names_is_told_once() -> None:
    found = claims("Kenya accused Somalia of a plot. Kenya complained that Somalia violated the truce.")

    assert [c.type for c in found if c.type is ActType.ACCUSE] == [ActType.ACCUSE, ActType.ACCUSE]


def test_words_far_from_him_who_says_them_are_quoted_alone() -> None:
    long = "the old stone bridge over the river at the foot of the hills beyond the last farms of the valley, " * 4

    (found,) = of_words(f'"Libya violated our waters, {long}and that is that," the foreign minister of Malta said.')

    assert found.quote.exact.startswith("Libya violated our waters")
    assert "minister" not in found.quote.exact


def test_words_in_another_sentence_than_their_speaker_are_quoted_alone() -> None:
    (found,) = of_words('"Libya violated our waters. It has rained since then," the foreign minister of Malta said.')

    assert found.quote.exact == "Libya violated our waters"
