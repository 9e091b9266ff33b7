"""Where a report tells its news, and what it tells of several days at once."""

from datetime import date

import pytest

from detente.domain.acts import ActType
from detente.domain.days import Tense
from reading import FRIDAY, a_report, claims, settled

TALK = "It was cold. It was late. Bread is dear. "
"""More than the sentences of a lead."""

TURNED = (
    "On Saturday, a day after Peru expelled the Colombian ambassador, Colombia's president called Peru a dictatorship."
)
"""The parser takes the verb behind "after" for the main one."""


@pytest.mark.parametrize(
    ("text", "is_lead"),
    [
        ("It was cold. It was late. Peru condemned Chile.", True),
        (f"{TALK}Peru condemned Chile.", False),
        (f"{TALK}\n\nPeru condemned Chile.", True),
        ("It was cold.\n\nIt was late.\n\nBread is dear.\n\nWater is cheap.\n\nPeru condemned Chile.", False),
    ],
)
def test_the_lead_is_the_head_of_the_first_paragraphs(text: str, *, is_lead: bool) -> None:
    (found,) = claims(text)

    assert found.is_lead is is_lead


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("It was cold.\n\nBread is dear.\n\nPeru has accused Chile of theft.", Tense.PERFECT),
        # what sums it all up stands before the text itself
        ("It was cold. It was late.\n\nPeru has accused Chile of theft.", Tense.PAST),
        ("It was cold. It was late.\n\nBread is dear. Peru has accused Chile of theft.", Tense.PERFECT),
    ],
)
def test_the_second_paragraph_opens_a_report_anew(text: str, tense: Tense) -> None:
    (found,) = claims(text)

    assert found.tense is tense


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Peru has repeatedly accused Chile of theft.", "ACCUSE"),
        ("Peru often accuses Chile of theft.", "ACCUSE"),
        ("Peru keeps its ports open and regularly accuses Chile of theft.", "ACCUSE"),
        ("Peru has attacked Chile three times.", "ASSAULT"),
        ("Peru has attacked Chile more than once.", "ASSAULT"),
        ("Over the years Peru has attacked Chile.", "ASSAULT"),
        ("In recent years Peru has attacked Chile.", "ASSAULT"),
        (f"{TALK}Peru carried out several attacks on Chile.", "ASSAULT"),
        (f"{TALK}Peru has held five rounds of talks with Chile.", "CONSULT"),
        (f"{TALK}Several raids by Peru on Chile went unseen.", "ASSAULT"),
        (f"{TALK}A series of meetings between Peru and Chile failed.", "CONSULT"),
        (f"{TALK}Peru has carried out a series of attacks on Chile.", "ASSAULT"),
        (f"{TALK}Chile was hit by Peru with three rounds of sanctions.", "SANCTION"),
    ],
)
def test_what_is_told_of_more_than_one_day_has_none_of_them(text: str, type_: str) -> None:
    (event,) = [e for e in settled(a_report(text)).events if e.type is ActType(type_)]

    assert (event.mentions[0].claim.tense, event.when.earliest) == (Tense.REPEATED, None)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Peru accused Chile of theft.", "ACCUSE"),
        ("Peru carried out several attacks on Chile.", "ASSAULT"),
        ("Peru has carried out a series of attacks on Chile.", "ASSAULT"),
        (f"{TALK}Peru fired four rockets at Chile.", "ASSAULT"),
        (f"{TALK}Peru held one round of talks with Chile.", "CONSULT"),
        ("Peru attacked Chile two years ago.", "ASSAULT"),
        ("Peru accused Chile of theft for the first time in years.", "ACCUSE"),
        ("Peru will repeatedly accuse Chile of theft.", "ACCUSE"),
    ],
)
def test_what_is_told_of_one_occasion_is_no_sum(text: str, type_: str) -> None:
    (found,) = [c for c in claims(text) if c.type is ActType(type_)]

    assert found.tense is not Tense.REPEATED


def test_a_sum_of_acts_is_not_the_one_of_a_day() -> None:
    summed = a_report(f"{TALK}Peru has conducted five nuclear tests.")
    told = a_report("Peru conducted a nuclear test on Monday.")

    events = settled(summed, told).events

    assert {e.when.latest for e in events} == {FRIDAY, date(2031, 5, 5)}


@pytest.mark.parametrize(
    ("text", "type_", "tense"),
    [
        (f"{TALK}Iran is banned by the United Nations from selling arms.", "COERCE", Tense.PERFECT),
        (f"{TALK}Peru imposes tariffs on copper from Chile.", "SANCTION", Tense.PERFECT),
        ("Peru imposes tariffs on copper from Chile.", "SANCTION", Tense.PRESENT),
        (f"{TALK}Peru is attacking Chile.", "ASSAULT", Tense.PRESENT),
        (f"{TALK}Peru accuses Chile of theft.", "ACCUSE", Tense.PRESENT),
        (f"{TALK}Peru's president visits Chile.", "CONSULT", Tense.PRESENT),
        (f"{TALK}Peru insists that a ship of Chile fired on it; Chile denies it.", "REJECT", Tense.PERFECT),
        (f"{TALK}Peru accuses Chile of theft, and Chile denies it.", "REJECT", Tense.PERFECT),
        (f"{TALK}Peru spoke of theft, a charge that Chile denies.", "REJECT", Tense.PERFECT),
        (f"{TALK}Peru denies that its troops crossed into Chile.", "REJECT", Tense.PRESENT),
        (f"{TALK}Peru has warned that it will attack Chile.", "THREATEN", Tense.PERFECT),
        (f"{TALK}Peru warned that it will attack Chile.", "THREATEN", Tense.FUTURE),
        (f"{TALK}Peru has gone on, warning that it will attack Chile.", "THREATEN", Tense.FUTURE),
    ],
)
def test_what_holds_was_done_at_some_time_before(text: str, type_: str, tense: Tense) -> None:
    (found, *_) = [c for c in claims(text) if c.type is ActType(type_)]

    assert found.tense is tense


@pytest.mark.parametrize(
    ("text", "type_", "phrase"),
    [
        ("Peru described the Chilean attack on a bus in March as a crime.", "ACCUSE", None),
        ("Peru has imposed six sets of sanctions on Chile since Chile's first test in 2016.", "SANCTION", None),
        (TURNED, "SANCTION", "a day"),
        ("Peru attacked Chile, and Chile closed its ports on Saturday.", "ASSAULT", None),
    ],
)
def test_a_phrase_behind_a_noun_or_before_a_clause_is_of_that(text: str, type_: str, phrase: str | None) -> None:
    (found, *_) = [c for c in claims(text) if c.type is ActType(type_)]

    assert (found.time.exact if found.time else None) == phrase
