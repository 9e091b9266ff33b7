"""The recipient that a clause leaves out."""

import pytest

from detente.domain.findings import Claim, Ground
from detente.errors import RuleError
from detente.rules import anaphora
from detente.rules.anaphora import load_anaphora
from reading import claims


def recipients_of_last(text: str) -> list[str]:
    return sorted(p.id for p in claims(text)[-1].parties.recipients if p.id and p.is_power)


def test_a_measure_hits_whom_it_hit_before() -> None:
    found = recipients_of_last("Kenya imposed curbs on Ugandan sugar. Kenya tightened the curbs.")

    assert found == ["UGA"]


def test_two_reactions_in_one_sentence_are_to_one_act() -> None:
    found = claims("Peru opened its border to Chile. The move was welcomed by Brazil and hailed by Colombia.")

    assert [[p.id for p in c.parties.recipients] for c in found[-2:]] == [["PER"], ["PER"]]


def test_an_object_that_names_a_state_inside_is_aimed_at_it() -> None:
    assert recipients_of_last("Norway lifted controls on machines for ships built in Sweden.") == ["SWE"]


def test_nobody_acts_on_himself() -> None:
    assert recipients_of_last("Peru opened its border to Chile. Peru welcomed the move.") == []


def test_the_cues_are_complete() -> None:
    assert {"move", "decision"} <= load_anaphora().nouns


def test_cues_without_proof_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    group: dict[str, object] = {"calm": ["calm"], "examples": [], "not_examples": []}
    monkeypatch.setattr(anaphora, "KEYS_BY_GROUP", {"calm": ("calm",)})
    monkeypatch.setattr(anaphora, "read_toml", lambda _: {"calm": group})

    with pytest.raises(RuleError, match="examples and not_examples"):
        load_anaphora()


SETTING = (
    "Oman and Yemen share a coast. Oman has a navy and Yemen has none. "
    "Oman's president lives in Muscat, and Yemen's in Aden. "
)
"""So much is said of two that a report is plainly about them."""
GROUNDS = {
    "Peru accused Chile of a raid. Chile rejected the accusation.": (Ground.ACCUSER, ["PER"]),
    "Peru accused Chile of a raid. Peru accused Chile of a theft. Chile rejected the accusations.": (
        Ground.ACCUSER,
        ["PER"],
    ),
    "Chile denied being behind the raid on Peru.": (Ground.INSIDE, ["PER"]),
    "Chile denied that it had raided the Peruvian port.": (Ground.INSIDE, ["PER"]),
    "The raid in the hills of Peru was over. Chile denied a part in the raid.": (Ground.TAKEN_UP, ["PER"]),
    "Peru accused Chile of a raid. Fiji accused Chile too. It rained. It snowed. It hailed. Chile denied the charge.": (
        None,
        [],
    ),
    "Peru and Fiji accused Chile of a raid. Chile denied the charge.": (Ground.ACCUSER, ["FJI", "PER"]),
    "Chile refuted the allegations made by Peru.": (None, ["PER"]),
    "Chile refuted the allegations made in Peru.": (None, []),
    "Chile accepted Peru's proposal.": (Ground.INSIDE, ["PER"]),
    "Chile accepted the proposal.": (None, []),
    "Peru opened its border to Chile. Brazil welcomed the move.": (Ground.TAKEN_UP, ["PER"]),
    "Pedro Rojas sang in Lima. Brazil condemned him.": (None, []),
    "Peru met Chile. Brazil welcomed the offer.": (None, []),
    "Peru must withdraw its troops. Brazil condemned the move.": (None, []),
    "Kenya imposed curbs on Ugandan sugar. Kenya tightened the curbs.": (Ground.HIT_BEFORE, ["UGA"]),
    'Chad attacked Sudan. "There will be grave consequences," Sudan said.': (Ground.AT_ODDS, ["TCD"]),
    'Chad attacked Sudan. It rained. It snowed. It rained. "There will be grave consequences," Sudan said.': (
        Ground.AT_ODDS,
        ["TCD"],
    ),
    'Chad and Niger attacked Sudan. It rained. It rained. It rained. "There will be grave consequences," Sudan said.': (
        None,
        ["SDN"],
    ),
    "Chad and Sudan accused each other of theft. Sudan ruled out talks.": (Ground.AT_ODDS, ["TCD"]),
    "Chad attacked Sudan. Sudan ruled out a diplomatic solution.": (Ground.AT_ODDS, ["TCD"]),
    "Chad attacked Sudan. Sudan moved its tanks to the hills.": (Ground.AT_ODDS, ["TCD"]),
    "Chad urged Sudan to open a road. Sudan agreed to open a gate.": (Ground.ANSWERED, ["TCD"]),
    "Chad urged Sudan to open a road. Niger urged Sudan to open two. Sudan agreed to open a gate.": (None, []),
    "Chad urged Sudan to open a road. Niger asked Sudan to open two, and Sudan agreed to open a gate.": (
        Ground.ANSWERED,
        ["NER"],
    ),
    "Chad urged Sudan to open a road. Sudan denied that it was shut.": (Ground.ANSWERED, ["TCD"]),
    "Chad seized a Sudanese company. Sudan ruled out concessions.": (Ground.AT_ODDS, ["TCD"]),
    "Chad's president met Sudan's president. Chad agreed to open a road.": (Ground.MET_BEFORE, ["SDN"]),
    "Chad's president met the presidents of Sudan and Niger. Chad agreed to open a road.": (None, []),
    "Chad attacked Sudan. Egypt refused to mediate.": (Ground.BOTH_SIDES, ["SDN", "TCD"]),
    "Chad attacked Sudan. Egypt offered to mediate.": (Ground.BOTH_SIDES, ["SDN", "TCD"]),
    'Chad attacked Sudan. Niger met Sudan. "There will be grave consequences," Sudan said.': (Ground.AT_ODDS, ["TCD"]),
    'Chad attacked Sudan. Libya attacked Niger. "There will be grave consequences," Sudan said.': (
        Ground.AT_ODDS,
        ["TCD"],
    ),
    "Chad attacked Sudan. Sudan criticised its generals.": (None, ["SDN"]),
    "Chad attacked Sudan. Sudan criticised the harvest.": (None, []),
    "Chad attacked Sudan. Egypt urged restraint.": (Ground.BOTH_SIDES, ["SDN", "TCD"]),
    "Chad attacked Sudan. Libya attacked Niger. Egypt urged restraint.": (None, []),
    "Malawi's president told Zambia that he would need more time.": (Ground.ADDRESSEE, ["ZMB"]),
    f"{SETTING}Oman imposed curbs.": (Ground.OTHER_SIDE, ["YEM"]),
    f"{SETTING}Oman criticised the harvest.": (None, []),
    f"{SETTING}Oman's president demanded that his ministers resign.": (None, []),
    f"{SETTING}Oman denied the tale.": (Ground.OTHER_SIDE, ["YEM"]),
    f"{SETTING}Malta urged restraint.": (Ground.BOTH_SIDES, ["OMN", "YEM"]),
    f"{SETTING}Oman announced that it would lift the ban.": (Ground.OTHER_SIDE, ["YEM"]),
    f"{SETTING}Further measures could be taken, Oman said.": (Ground.OTHER_SIDE, ["YEM"]),
    "Oman threatened to complain at the World Trade Organization.": (None, []),
    "Norway supports Syrian rebels.": (None, ["SYR"]),
}


def last(text: str) -> Claim:
    return claims(text)[-1]


@pytest.mark.parametrize(("text", "want"), GROUNDS.items(), ids=[text[-50:] for text in GROUNDS])
def test_a_recipient_is_found_by_the_strongest_evidence(text: str, want: tuple[Ground | None, list[str]]) -> None:
    claim = last(text)

    assert (claim.ground, sorted(p.id for p in claim.parties.recipients if p.id)) == want


def test_what_is_done_alike_is_done_with_the_other_one() -> None:
    claim = last(f"{SETTING}Oman held talks on Monday.")

    assert ([p.id for p in claim.parties.actors], claim.ground) == (["OMN", "YEM"], Ground.OTHER_SIDE)


@pytest.mark.parametrize(
    "text", ["Chile maintains that its wines are the best.", '"There was no attack," Chile\'s president said.']
)
def test_an_answer_to_nobody_is_no_act(text: str) -> None:
    assert [c.rule for c in claims(text) if c.rule.startswith("reject")] == []
