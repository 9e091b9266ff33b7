"""What became of an act that its sentence names."""

import pytest

from detente.domain.acts import ActType, Status
from reading import claims


def statuses(text: str) -> list[tuple[ActType, Status]]:
    return [(claim.type, claim.status) for claim in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Turkey has no intention of going to war with Greece.",
        "Turkey has no plan to invade Greece.",
        "Turkey was not shelling Greece or firing missiles at Cyprus.",
    ],
)
def test_what_is_not_meant_or_not_done_is_negated(text: str) -> None:
    found = statuses(text)

    assert set(found) == {(ActType.ASSAULT, Status.NEGATED)}


@pytest.mark.parametrize(
    "text",
    [
        "Turkey did not sleep, and it invaded Greece.",
        "Turkey has a secret or has invaded Greece.",
    ],
)
def test_a_negation_reaches_no_further_than_its_alternative(text: str) -> None:
    found = statuses(text)

    assert found == [(ActType.ASSAULT, Status.HAPPENED)]


def test_a_condition_reaches_over_the_object() -> None:
    found = statuses("Turkey would hit Greece with a 30% duty if enacted.")

    assert (ActType.SANCTION, Status.HYPOTHETICAL) in found


def test_a_condition_reaches_over_an_alternative() -> None:
    found = statuses("If Turkey raised its duty or hit Greece with a levy, it would rain.")

    assert found == []


def test_a_month_in_april_gives_in_to_nobody() -> None:
    found = statuses("Kenya gave Uganda a month in April.")

    assert found == []


def test_the_of_behind_a_particle_belongs_to_the_noun() -> None:
    (claim,) = claims("The pilot survived the shooting down of an Indian jet by Pakistan on Tuesday.")

    assert [p.id for p in (*claim.parties.actors, *claim.parties.recipients)] == ["PAK", "IND"]


def test_a_bodys_own_summit_is_no_talk_with_it() -> None:
    found = statuses("Japan spoke in such forums as the NATO summit.")

    assert found == []


def test_the_bloc_that_a_clause_only_adds_to_is_the_bloc() -> None:
    found = claims("The European Union met in Riga. The bloc, which has many members, imposed sanctions on Belarus.")

    assert [p.id for p in found[-1].parties.actors] == ["EU"]


def test_what_one_is_to_do_is_still_to_come() -> None:
    found = statuses("The president of Mexico is to sign a deal with Canada on Friday.")

    assert [status for _, status in found] == [Status.PLANNED]


@pytest.mark.parametrize(
    "text",
    [
        "The president of Mexico wants to sign a deal with Canada.",
        "The president of Mexico hopes to meet the president of Canada.",
        "Mexico is hoping for talks with Canada.",
    ],
)
def test_a_wish_is_the_offer_of_him_who_wishes(text: str) -> None:
    (claim,) = claims(text)

    assert (claim.type, claim.status, [p.id for p in claim.parties.actors]) == (
        ActType.AGREE,
        Status.HAPPENED,
        ["MEX"],
    )


def test_a_wish_to_do_a_thing_to_another_is_an_offer_to_him() -> None:
    (offer,) = claims("Turkey hopes to send grain to Greece.")

    assert (offer.type, offer.status) == (ActType.AGREE, Status.HAPPENED)


def test_a_wish_of_all_is_the_offer_of_all() -> None:
    (claim,) = claims("Mexico and Canada hope to sign a deal.")

    assert [p.id for p in claim.parties.actors] == ["MEX", "CAN"]


def test_what_others_hope_for_has_been_offered_by_nobody() -> None:
    found = statuses("Experts hope for a deal between Mexico and Canada.")

    assert found == [(ActType.AGREE, Status.HYPOTHETICAL)]


def test_what_a_third_would_like_others_to_do_is_demanded() -> None:
    found = statuses("Cuba would like to see Mexico and Canada hold talks.")

    assert found == [(ActType.CONSULT, Status.DEMANDED)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("It is important that Mexico hosts the talks with Canada.", Status.DEMANDED),
        ("Cuba called for the talks between Mexico and Canada to be resumed.", Status.DEMANDED),
        ("A deal between Mexico and Canada is close.", Status.HYPOTHETICAL),
        ("Mexico is not likely to sign a treaty with Canada.", Status.NEGATED),
        ("Mexico has put off a visit to Canada.", Status.NEGATED),
        ("No date has been set for a meeting between Mexico and Canada.", Status.NEGATED),
        ("None of the ministers attended the meeting between Mexico and Canada.", Status.NEGATED),
        ("Mexico's premier will raise the matter at a meeting with Canada's president.", Status.PLANNED),
        ("Mexico's premier raised the matter at a meeting with Canada's president.", Status.HAPPENED),
        ("A planned meeting between Mexico and Canada did not take place.", Status.NEGATED),
    ],
)
def test_the_words_over_an_act_tell_what_became_of_it(text: str, want: Status) -> None:
    found = statuses(text)

    assert {status for type_, status in found if type_ is not ActType.REQUEST} == {want}


def test_an_order_to_ones_own_is_decided_not_demanded() -> None:
    found = statuses("Norway's president ordered that sanctions be imposed on Russia.")

    assert (ActType.SANCTION, Status.DEMANDED) not in found


def test_what_a_step_that_is_announced_would_be_is_threatened() -> None:
    found = statuses("Jordan announced four steps it would take against Israel.")

    assert found == [(ActType.THREATEN, Status.HAPPENED)]


def test_if_it_is_said_of_another_it_is_no_threat_of_ones_own() -> None:
    found = statuses("Jordan said that Israel would strike Lebanon if the raids went on.")

    assert (ActType.ASSAULT, Status.HYPOTHETICAL) in found


def test_an_aim_that_stands_ahead_may_not_be_reached() -> None:
    found = statuses("To reach a good deal with Canada, Mexico must move.")

    assert [status for _, status in found] == [Status.HYPOTHETICAL]


@pytest.mark.parametrize(
    "text",
    [
        "The president of Mexico meets the president of Cuba tomorrow.",
        "The president of Mexico said he needed to meet the president of Cuba.",
    ],
)
def test_what_is_set_down_or_needed_for_oneself_is_planned(text: str) -> None:
    found = statuses(text)

    assert found == [(ActType.AGREE, Status.PLANNED)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Norway decided to expel two Russian diplomats.", Status.HAPPENED),
        ("Norway decided to impose sanctions on Russia.", Status.PLANNED),
    ],
)
def test_a_measure_decided_on_is_no_threat(text: str, want: Status) -> None:
    found = statuses(text)

    assert found == [(ActType.SANCTION, want)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway has a right to attack Russia.",
        "Norway guards its citizens.",
        "The president of Norway clashed with the prime minister of Iceland over the weekend.",
    ],
)
def test_rights_care_of_ones_own_and_figures_of_speech_are_no_acts(text: str) -> None:
    found = statuses(text)

    assert found == []


def test_what_has_yet_to_be_done_has_not_been_done() -> None:
    found = statuses("Norway has yet to sign the treaty with Russia.")

    assert found == [(ActType.SUPPORT, Status.NEGATED)]


@pytest.mark.parametrize(
    "text",
    [
        "If Turkey wasn't bombing Greece, there would be peace.",
        "Had Turkey bombed Greece, there would be peace.",
        "Turkey appears to be bombing Greece.",
    ],
)
def test_of_a_condition_or_a_seeming_nothing_is_told(text: str) -> None:
    found = statuses(text)

    assert found == []


@pytest.mark.parametrize("text", ["Turkey nearly attacked Greece.", "Turkey would have attacked Greece."])
def test_what_did_not_come_about_is_negated(text: str) -> None:
    found = statuses(text)

    assert found == [(ActType.ASSAULT, Status.NEGATED)]


def test_what_seems_to_have_been_done_is_told() -> None:
    found = statuses("Turkey appears to have bombed Greece.")

    assert found == [(ActType.ASSAULT, Status.HYPOTHETICAL)]


def test_what_others_fear_to_come_is_hypothetical() -> None:
    found = statuses("Cyprus worries that Turkey will attack Greece.")

    assert found == [(ActType.ASSAULT, Status.HYPOTHETICAL)]


def test_to_beat_a_state_harms_nobody() -> None:
    found = statuses("The team of Turkey beat Greece by two goals.")

    assert found == []


@pytest.mark.parametrize(
    "text",
    ["Turkey said it had no intention of attacking Greece.", "Turkey has ruled out a war with Greece."],
)
def test_what_is_not_meant_is_told_once(text: str) -> None:
    found = statuses(text)

    assert found == [(ActType.ASSAULT, Status.NEGATED)]


def test_even_if_sets_no_condition() -> None:
    found = statuses("Peru and Chile mended their ties even if no declaration emerged from their talks.")

    assert (ActType.AGREE, Status.NEGATED) in found


def test_a_verb_that_says_what_somebody_is_calls_nobody() -> None:
    found = statuses("Serbia called the decision of Kosovo a trick.")

    assert [type_ for type_, _ in found] == [ActType.ACCUSE]


def test_what_is_said_is_done_on_the_day_of_saying() -> None:
    found = claims("On Monday, the Peruvian minister told parliament that the raid was a clear violation by Chile.")

    assert [claim.time.exact for claim in found if claim.time] == ["Monday"]


def test_two_long_names_agree_both() -> None:
    found = claims(
        "Prime Minister Ian Borg of Malta and President Ali Ben Salah of Tunisia met and agreed to open a port."
    )

    assert {p.id for p in found[-1].parties.actors} == {"MLT", "TUN"}


def test_who_will_do_a_thing_no_longer_will_not_do_it() -> None:
    found = statuses("Turkey will no longer abide by its pact with Greece.")

    assert found == [(ActType.SANCTION, Status.HAPPENED)]


def test_who_will_not_only_do_a_thing_refuses_nothing() -> None:
    found = [type_ for type_, _ in statuses("Turkey will not only recognise Greece but open an embassy in Athens.")]

    assert ActType.REJECT not in found


def test_a_rule_of_what_is_not_done_tells_that_it_is_refused() -> None:
    found = statuses("Serbia does not recognise Kosovo.")

    assert found == [(ActType.REJECT, Status.HAPPENED)]


def test_what_one_will_do_if_attacked_is_a_threat() -> None:
    found = statuses("Iran said it would retaliate against Iraq if it was attacked.")

    assert found == [(ActType.THREATEN, Status.HAPPENED)]


def test_it_that_was_ready_is_somebody() -> None:
    (claim,) = claims("Kenya said it was ready to help Uganda.")

    assert [p.id for p in claim.parties.actors] == ["KEN"]


def test_it_that_was_wise_is_nobody() -> None:
    found = statuses("Kenya said it was wise to meet Uganda.")

    assert found == []
