"""Whom a noun means that takes up an act told before."""

import pytest

from detente.domain.findings import Ground
from reading import claims

RAIN = "It rained all day in the hills. "
TEXTS = {
    "Peru opened its border to Chile. " + 4 * RAIN + "Brazil welcomed the move.": ["PER"],
    2 * RAIN
    + "Peru closed its border to Chile. Bolivia closed its border to Peru. "
    + 4 * RAIN
    + "Brazil condemned the move.": [],
    "Kenya barred Ugandan sugar. " + 4 * RAIN + "Rwanda expelled two envoys of Congo. Uganda rejected the step.": [
        "KEN"
    ],
    "Kenya closed a bridge to Ugandan trucks. Rwanda shelled a Congolese village. Mali condemned the closure.": ["KEN"],
    "Peru lifted its ban on Chilean wine and Chile welcomed the move.": ["PER"],
    "Malta and Cyprus signed a pact. Spain hailed the deal. Greece rejected the agreement.": ["CYP", "MLT"],
    "Malta and Cyprus signed a pact. Malta hailed the deal.": ["CYP"],
    "Kenya closed its border to Uganda, a step criticised by Rwanda.": ["KEN"],
    "Peru accused Chile of crossing the border. Brazil condemned the incursion.": ["CHL"],
    "Rain fell in Kenya, a blessing that Rwanda praised.": [],
    "Rain fell in the hills, a development that Rwanda praised.": [],
    "Peru met Chile. Rain fell in the hills, a development that Rwanda praised.": [],
    "Peru accused Chile of theft. Brazil welcomed the move.": [],
    "Peru threatened to bar Chilean wine. Brazil called on Peru to open a road. Chile condemned the threat.": ["PER"],
    "Peru and Chile held talks. Brazil accepted the offer.": [],
    "Peru imposed curbs on Chilean wine. Brazil asked for help.": [],
}


@pytest.mark.parametrize(("text", "want"), TEXTS.items(), ids=[text[-40:] for text in TEXTS])
def test_a_noun_means_the_act_that_it_can_name(text: str, want: list[str]) -> None:
    claim = claims(text)[-1]

    assert sorted(p.id for p in claim.parties.recipients if p.id and p.is_power) == (want or [])


def test_whose_the_act_is_rests_on_what_was_told() -> None:
    claim = claims("Chad detained two Sudanese guards. Libya demanded their release.")[-1]

    assert ([p.id for p in claim.parties.recipients], claim.ground) == (["TCD"], Ground.TAKEN_UP)
