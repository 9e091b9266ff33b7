"""The recipient that a clause leaves out."""

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


def test_an_act_too_far_back_is_not_taken_up() -> None:
    far = "Peru opened its border to Chile. " + "It rained all day in the hills. " * 4 + "Brazil welcomed the move."

    assert recipients_of_last(far) == []


def test_nobody_acts_on_himself() -> None:
    assert recipients_of_last("Peru opened its border to Chile. Peru welcomed the move.") == []


def test_the_cues_are_complete() -> None:
    assert {"move", "decision"} <= load_anaphora().nouns
