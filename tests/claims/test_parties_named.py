"""Who stands on which side of an act, where the words that name them stand in its own sentence."""

import pytest

from detente.domain.findings import Claim
from detente.domain.parties import Party
from reading import claims


def shown(party: Party) -> str:
    return party.id if party.id and party.is_power else party.name


def sides(claim: Claim) -> tuple[str, list[str], list[str]]:
    return claim.type.name, [shown(p) for p in claim.parties.actors], [shown(p) for p in claim.parties.recipients]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Diplomats and defence officials from Peru and Chile held talks in Lima.",
            ("CONSULT", ["PER", "CHL"], []),
        ),
        ("Envoys and officers of Peru met the king of Norway.", ("CONSULT", ["PER", "NOR"], [])),
        ("Egypt wants to work with Ethiopia on the dam.", ("AGREE", ["EGY"], ["ETH"])),
        ("Egypt and Ethiopia want to work together on the dam.", ("AGREE", ["EGY", "ETH"], [])),
        ("Kenya said it hoped for talks with Uganda.", ("AGREE", ["KEN"], ["UGA"])),
        (
            "Erdogan met Greek and Turkish business leaders.",
            ("CONSULT", ["TUR", "Greek and Turkish business leaders"], []),
        ),
        (
            "Emmanuel Macron and his guest, German Chancellor Olaf Scholz, urged Russia to withdraw.",
            ("REQUEST", ["FRA", "DEU"], ["RUS"]),
        ),
        ("Egypt asked for a TOW missile provided by France.", ("AID", ["FRA"], [])),
        (
            "Serbia's president accepted a proposal tabled by the EU.",
            ("AGREE", ["SRB"], ["EU"]),
        ),
        ("Serbia's president accepted a proposal lying on the table of Kosovo.", ("AGREE", ["SRB"], [])),
        (
            "Iran fired a missile into the sea beyond the eastern shore of the Korean Peninsula.",
            ("MOBILIZE", ["IRN"], []),
        ),
        ("Moroccan troops were deployed near the Algerian border.", ("MOBILIZE", ["MAR"], ["DZA"])),
        ("Pakistan demanded the release of its pilot from India.", ("REQUEST", ["PAK"], ["IND"])),
        ("The ministers of Peru and Ecuador, Ana Rey and Bo Li, signed a treaty.", ("SUPPORT", ["PER", "ECU"], [])),
        (
            "Egyptian diplomats and two ministers met in Cyprus with officials of Malta.",
            ("CONSULT", ["EGY", "MLT"], []),
        ),
    ],
)
def test_one_act_has_its_two_sides(text: str, told: tuple[str, list[str], list[str]]) -> None:
    assert told in [sides(claim) for claim in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The president of the consulting firm Global Risk, John Smith, applauded Mr. Macron.",
        "The islands, which Argentina calls Malvinas, are quiet.",
        "A rebel group called the Red Brigade rested in Libya.",
        "The Greek army was angry, contending that Greece violated Greek airspace.",
        "India said it would defend its allies inside Nepal.",
        "US troops in Niger were ordered to leave by the junta.",
    ],
)
def test_who_is_on_neither_side_makes_no_act(text: str) -> None:
    assert not claims(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Canada expelled four Iranian diplomats and denied entry to three others.",
            ("COERCE", ["CAN"], ["IRN"]),
        ),
        (
            "India expelled Pakistan's ambassador after he criticized Modi's policy.",
            ("ACCUSE", ["PAK"], ["IND"]),
        ),
        (
            "Brazil sold wheat worth $5 billion to Chile and bought wheat worth $3 billion from it.",
            ("COOPERATE", ["BRA", "CHL"], []),
        ),
        (
            "Greece shot down a Turkish warplane that Greece claims violated its airspace.",
            ("COERCE", ["TUR"], ["GRC"]),
        ),
        (
            (
                "Ararat Mirzoyan of Armenia and Jeyhun Bayramov of Azerbaijan spoke. In June the ministers, Ararat "
                "Mirzoyan and Jeyhun Bayramov, met in Tbilisi."
            ),
            ("CONSULT", ["ARM", "AZE"], []),
        ),
        (
            (
                "Peru met Bolivia. Peru and Bolivia quarrelled. In May Oman and Malta held the first summit between "
                "the two countries since 2019."
            ),
            ("CONSULT", ["OMN", "MLT"], []),
        ),
        (
            (
                "Colombia condemned Venezuela. Attacking Venezuela's land law and its case against Peru, Colombia has "
                "canceled aid to the country."
            ),
            ("SANCTION", ["COL"], ["VEN"]),
        ),
        (
            "Pakistan closed its airspace to Indian flights.",
            ("COERCE", ["PAK"], ["IND"]),
        ),
        (
            "Colombia and Venezuela quarrelled. Neither government gave way over the border.",
            ("CONCEDE", ["COL", "VEN"], []),
        ),
    ],
)
def test_what_stands_before_tells_whose_side_is_meant(text: str, told: tuple[str, list[str], list[str]]) -> None:
    assert told in [sides(claim) for claim in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Chile shot down a Peruvian jet that Chile claims violated its airspace.",
        "Chile says that two of its jets shot down a Peruvian warplane that Chile claims violated its airspace.",
    ],
)
def test_what_a_state_claims_between_that_and_a_verb_is_its_charge(text: str) -> None:
    found = claims(text)

    assert "ACCUSE" in {claim.type for claim in found}


def test_what_farms_grow_is_nobodys_charge() -> None:
    found = claims("Chile bought from Bolivia the wheat that Peru farms produced.")

    assert "ACCUSE" not in {claim.type for claim in found}


def test_a_lawyer_does_not_act_for_his_state() -> None:
    claim = claims("A Chilean lawyer condemned Peru.")[0]

    kinds = [(party.id, party.kind) for party in claim.parties.actors]

    assert kinds == [("CHL", "group")]
