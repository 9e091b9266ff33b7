from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from time_stories import on, phrase

from detente.claims.calendar import around
from detente.claims.dating import date_phrase
from detente.claims.feasts import easter
from detente.domain.days import Tense, When
from detente.rules.times import load_times

WORDS = sorted(
    {*load_times().classes, "12", "31", "2019", "1910", "3rd", "1990s", "10:35", "q3", "2023-03-16", "5", "'98"}
)
PHRASES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
DAYS = st.dates(date(2, 1, 1), date(9990, 12, 31))
NEWS_DAYS = st.dates(date(1970, 1, 1), date(2100, 12, 31))
TENSES = st.sampled_from(list(Tense))
ANCHORS = st.none() | PHRASES


@given(PHRASES, TENSES, ANCHORS, DAYS)
def test_no_phrase_breaks_the_calendar_and_its_days_are_ordered(
    words: str, tense: Tense, anchor: str | None, day: date
) -> None:
    found = date_phrase(phrase(words, tense, anchor), on(day))

    assert not isinstance(found, When) or found.days is None or found.days > 0


@given(st.text(max_size=40), DAYS)
def test_no_text_at_all_breaks_the_calendar(words: str, day: date) -> None:
    found = date_phrase(phrase(words), on(day))

    assert found is not None


@given(NEWS_DAYS, NEWS_DAYS, TENSES)
def test_a_full_date_ignores_the_reports_day(told: date, published: date, tense: Tense) -> None:
    words = f"{told.day} {told:%B} {told.year}"

    found = date_phrase(phrase(words, tense), on(published))

    assert isinstance(found, When)
    assert found.earliest == found.latest == told


@pytest.mark.parametrize(
    "words", ["Thursday", "last Friday", "next Tuesday", "this Monday", "Sunday night", "Friday last week"]
)
@given(day=NEWS_DAYS, tense=TENSES)
def test_a_report_a_week_later_means_weekdays_a_week_later(words: str, day: date, tense: Tense) -> None:
    week = timedelta(days=7)

    now = date_phrase(phrase(words, tense), on(day))
    later = date_phrase(phrase(words, tense), on(day + week))

    assert isinstance(now, When)
    assert isinstance(later, When)
    assert now.earliest is not None
    assert later.earliest == now.earliest + week


@given(NEWS_DAYS, TENSES)
def test_a_weekday_lies_within_a_week_of_the_report(day: date, tense: Tense) -> None:
    found = date_phrase(phrase("Wednesday", tense), on(day))

    assert isinstance(found, When)
    assert found.earliest is not None
    assert abs((found.earliest - day).days) < 7
    assert found.earliest.weekday() == 2


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    day = easter(year)

    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@given(NEWS_DAYS, st.sampled_from(["D", "W", "M", "S", "Q", "H", "Y", "E", "C"]), st.integers(-15, 15))
def test_stretches_of_the_calendar_follow_each_other_without_gaps(day: date, unit: str, count: int) -> None:
    stretch = around(unit, day)

    assert stretch.first <= day <= stretch.last
    assert stretch.shifted(count).shifted(-count) == stretch
