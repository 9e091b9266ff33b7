"""Where an act lies, seen from the time that its phrase names."""

from datetime import date

import pytest

from detente.claims.dating import counted_from, date_phrase
from detente.domain.days import Basis, Precision, Side, Tense, TimePhrase, When, on_day
from detente.domain.findings import Problem
from detente.domain.spans import Span

FRIDAY = on_day(date(2023, 3, 17), Basis.METADATA)
SINCE_MAY = When(date(2022, 5, 1), None, Precision.LONGER, Basis.RESOLVED)


def days(exact: str, side: Side, anchor: str | None = None, published: When | None = FRIDAY) -> str:
    found = date_phrase(TimePhrase(Span(0, 9), exact, Tense.PAST, anchor, side), published)
    return "no time" if isinstance(found, Problem) else shown(found)


def shown(when: When) -> str:
    return f"{when.earliest or ''}..{when.latest or ''}"


@pytest.mark.parametrize(
    ("exact", "side", "anchor", "expected"),
    [
        ("Tuesday", Side.BY, None, "..2023-03-14"),
        ("the blue moon", Side.BY, None, "no time"),
        ("a day", Side.EARLIER, "Tuesday", "2023-03-13..2023-03-13"),
        ("a day", Side.EARLIER, None, ".."),
        ("a day", Side.EARLIER, "the blue moon", "no time"),
        ("two days", Side.LATER, "the next day ← March 3", "2023-03-06..2023-03-06"),
        ("a week", Side.EARLIER, "Tuesday", "2023-03-06..2023-03-08"),
        ("a month", Side.EARLIER, "Tuesday", "2023-02-01..2023-02-28"),
        ("a year", Side.LATER, "2018", "2019-01-01..2019-12-31"),
        ("hours", Side.EARLIER, "Tuesday", "2023-03-13..2023-03-14"),
        ("three hours", Side.LATER, "Tuesday", "2023-03-14..2023-03-15"),
        ("weeks", Side.EARLIER, "Tuesday", "..2023-02-28"),
        ("weeks", Side.LATER, "1 March", "2023-03-15.."),
        ("today", Side.SPOKEN, "Wednesday", "2023-03-15..2023-03-15"),
        ("today", Side.SPOKEN, "the next day ← March 3", "2023-03-04..2023-03-04"),
        ("today", Side.SPOKEN, None, "2023-03-15..2023-03-17"),
        ("yesterday", Side.SPOKEN, "the blue moon", "2023-03-16..2023-03-16"),
    ],
)
def test_an_act_lies_on_a_side_of_the_time_that_is_named(
    exact: str, side: Side, anchor: str | None, expected: str
) -> None:
    assert days(exact, side, anchor) == expected


def test_what_a_speaker_calls_today_is_open_where_nothing_tells_the_day() -> None:
    assert days("today", Side.SPOKEN, None, None) == ".."


@pytest.mark.parametrize(
    ("exact", "side", "expected"),
    [
        ("a day", Side.EARLIER, "2022-04-30.."),
        ("a day", Side.LATER, "2022-05-02.."),
        ("weeks", Side.EARLIER, ".."),
        ("weeks", Side.LATER, "2022-05-15.."),
        ("hours", Side.EARLIER, "2022-04-30.."),
        ("hours", Side.LATER, "2022-05-01.."),
    ],
)
def test_what_is_counted_from_an_open_end_is_open(exact: str, side: Side, expected: str) -> None:
    assert shown(counted_from(TimePhrase(Span(0, 9), exact, side=side), SINCE_MAY)) == expected


def test_what_would_lie_outside_the_calendar_has_no_day() -> None:
    beginning = on_day(date(1, 1, 1), Basis.STATED)

    assert shown(counted_from(TimePhrase(Span(0, 9), "a day", side=Side.EARLIER), beginning)) == ".."


def test_a_few_weeks_before_what_was_this_month_may_be_of_its_beginning() -> None:
    assert days("a few weeks earlier", Side.AT, "this month") == "..2023-03-05"
