from datetime import date

import pytest
from time_stories import FRIDAY, days, on, phrase, told

from detente.claims.dating import date_phrase, read_phrase, timex_value
from detente.domain.days import Basis, Precision, Tense, When

PAST, FUTURE, PRESENT = Tense.PAST, Tense.FUTURE, Tense.PRESENT


@pytest.mark.parametrize(
    ("words", "tense", "expected"),
    [
        ("Thursday", PAST, "2023-03-16"),
        ("Thursday", FUTURE, "2023-03-23"),
        ("Friday", PAST, "2023-03-17"),
        ("last Friday", PAST, "2023-03-10"),
        ("this Monday", FUTURE, "2023-03-20"),
        ("this Saturday", FUTURE, "2023-03-18"),
        ("next Tuesday", FUTURE, "2023-03-21"),
        ("this coming Sunday", FUTURE, "2023-03-19"),
        ("Thursday last week", PAST, "2023-03-09"),
        ("Thursday night", PAST, "2023-03-16"),
        ("yesterday", PAST, "2023-03-16"),
        ("the day before yesterday", PAST, "2023-03-15"),
        ("tomorrow", FUTURE, "2023-03-18"),
        ("overnight", PAST, "2023-03-16"),
        ("this morning", PAST, "2023-03-17"),
        ("last week", PAST, "2023-03-06..2023-03-12"),
        ("earlier this week", PAST, "2023-03-13..2023-03-17"),
        ("later this month", FUTURE, "2023-03-17..2023-03-31"),
        ("this weekend", FUTURE, "2023-03-18..2023-03-19"),
        ("the weekend", PAST, "2023-03-11..2023-03-12"),
        ("the weekend", FUTURE, "2023-03-18..2023-03-19"),
        ("last weekend", PAST, "2023-03-11..2023-03-12"),
        ("two weeks ago", PAST, "2023-02-27..2023-03-05"),
        ("a fortnight ago", PAST, "2023-02-27..2023-03-05"),
        ("three weekends ago", PAST, "2023-02-25..2023-02-26"),
        ("two hours ago", PAST, "2023-03-17"),
        ("36 hours ago", PAST, "2023-03-15..2023-03-16"),
        ("ten minutes ago", PAST, "2023-03-17"),
        ("a month ago", PAST, "2023-02-01..2023-02-28"),
        ("18 months ago", PAST, "2021-09-01..2021-09-30"),
        ("half a year ago", PAST, "2022-09-01..2022-09-30"),
        ("a century ago", PAST, "1913-01-01..1933-12-31"),
        ("a decade ago", PAST, "2012-01-01..2014-12-31"),
        ("years ago", PAST, "..2021-12-31"),
        ("several years ago", PAST, "..2021-12-31"),
        ("two quarters ago", PAST, "2022-07-01..2022-09-30"),
        ("March 1", PAST, "2023-03-01"),
        ("March 19", PAST, "2023-03-19"),
        ("1 June", FUTURE, "2023-06-01"),
        ("December", PRESENT, "2022-12-01..2022-12-31"),
        ("February 29", PAST, "2020-02-29"),
        ("last October", PAST, "2022-10-01..2022-10-31"),
        ("next May", FUTURE, "2023-05-01..2023-05-31"),
        ("this September", FUTURE, "2023-09-01..2023-09-30"),
        ("coming May", FUTURE, "2023-05-01..2023-05-31"),
        ("May last year", PAST, "2022-05-01..2022-05-31"),
        ("late March 2021", PAST, "2021-03-21..2021-03-31"),
        ("mid-2022", PAST, "2022-05-05..2022-08-29"),
        ("early 2022", PAST, "2022-01-01..2022-05-05"),
        ("the last week of May 2022", PAST, "2022-05-21..2022-05-31"),
        ("the third quarter", PAST, "2022-07-01..2022-09-30"),
        ("the second quarter", PRESENT, "2022-04-01..2022-06-30"),
        ("Q3 2021", PAST, "2021-07-01..2021-09-30"),
        ("the final quarter of last year", PAST, "2022-10-01..2022-12-31"),
        ("the latter half of 2020", PAST, "2020-07-01..2020-12-31"),
        ("the first half of last year", PAST, "2022-01-01..2022-06-30"),
        ("spring 2024", FUTURE, "2024-03-01..2024-05-31"),
        ("winter 2019", PAST, "2019-12-01..2020-02-29"),
        ("the 1990s", PAST, "1990-01-01..1999-12-31"),
        ("the nineties", PAST, "1990-01-01..1999-12-31"),
        ("the '50s", PAST, "1950-01-01..1959-12-31"),
        ("the 19th century", PAST, "1800-01-01..1899-12-31"),
        ("'98", PAST, "1998-01-01..1998-12-31"),
        ("nineteen ninety-six", PAST, "1996-01-01..1996-12-31"),
        ("two thousand and one", PAST, "2001-01-01..2001-12-31"),
        ("2023-03-16", PAST, "2023-03-16"),
        ("2023/03/16", PAST, "2023-03-16"),
        ("16.03.2023", PAST, "2023-03-16"),
        ("03/16/2023", PAST, "2023-03-16"),
        ("since 2018", PAST, "2018-01-01.."),
        ("after March 2018", PAST, "2018-04-01.."),
        ("before March 2018", PAST, "..2018-02-28"),
        ("until 9 July", FUTURE, "..2023-07-09"),
        ("by the end of 2024", FUTURE, "..2024-12-31"),
        ("before 3 p.m.", PAST, "2023-03-17"),
        ("after 3 p.m.", PAST, "2023-03-17"),
        ("since the future", PAST, "2023-03-17.."),
        ("14-16 May", FUTURE, "2023-05-14..2023-05-16"),
        ("from 1910 to 1945", PAST, "1910-01-01..1945-12-31"),
        ("1910-45", PAST, "1910-01-01..1945-12-31"),
        ("December to March 2020", PAST, "2019-12-01..2020-03-31"),
        ("December 2019 to March", PAST, "2019-12-01..2020-03-31"),
        ("Monday to Wednesday", PAST, "2023-03-13..2023-03-15"),
        ("2019 to 2015", PAST, ".."),
        ("the past two months", PAST, "2023-01-17..2023-03-17"),
        ("the last three weeks", PAST, "2023-02-24..2023-03-17"),
        ("the last two weekends", PAST, "2023-03-03..2023-03-17"),
        ("the past few days", PAST, "..2023-03-17"),
        ("the past 24 hours", PAST, "2023-03-16..2023-03-17"),
        ("recent years", PAST, "..2023-03-17"),
        ("coming months", FUTURE, "2023-03-17.."),
        ("the next five years", FUTURE, "2023-03-17..2028-03-17"),
        ("the next two weeks", FUTURE, "2023-03-17..2023-03-31"),
        ("12 years", PAST, ".."),
        ("every year", PAST, ".."),
        ("now", PAST, ".."),
        ("recently", PAST, "..2023-03-17"),
        ("the near future", FUTURE, "2023-03-17.."),
        ("Christmas Day", PAST, "2022-12-25"),
        ("Easter", FUTURE, "2023-04-09"),
        ("Lunar New Year", FUTURE, "2024-02-10"),
        ("last fortnight", PAST, "2023-02-27..2023-03-12"),
        ("D-Day 1950", PAST, ".."),
        ("two days before May 45th", PAST, ".."),
        ("3 p.m. on May 45th", PAST, "2023-05-01..2023-05-31"),
        ("Lunar New Year 1950", PAST, ".."),
        ("D-Day", PAST, "1944-06-06"),
        ("Thanksgiving 2022", PAST, "2022-11-24"),
        ("Memorial Day 2022", PAST, "2022-05-30"),
        ("last Christmas", PAST, "2022-12-25"),
        ("Easter week", FUTURE, "2023-04-03..2023-04-09"),
        ("two days before Christmas", PAST, "2022-12-23"),
        ("three years after 2010", PAST, "2013-01-01..2013-12-31"),
        ("the week of April 3", FUTURE, "2023-04-03..2023-04-09"),
        ("the weekend of April 3", FUTURE, "2023-04-08..2023-04-09"),
        ("the following day", PAST, ".."),
        ("the following Monday", PAST, ".."),
        ("the third quarter-finals", PAST, "2022-07-01..2022-09-30"),
        ("12 noon", PAST, "2023-03-17"),
        ("3 pm", PAST, "2023-03-17"),
        ("30 February 2020", PAST, ".."),
        ("480 BC", PAST, ".."),
        ("a thousand centuries ago", PAST, ".."),
        ("the cat", PAST, "problem"),
    ],
)
def test_a_phrase_means_days_of_the_week_before_or_after(words: str, tense: Tense, expected: str) -> None:
    assert days(phrase(words, tense)) == expected


def test_on_a_sunday_last_week_may_be_the_week_that_ends() -> None:
    sunday = date(2023, 3, 19)

    when = date_phrase(phrase("last week", PAST), on(sunday))

    assert isinstance(when, When)
    assert (when.earliest, when.latest) == (date(2023, 3, 6), date(2023, 3, 18))


@pytest.mark.parametrize(
    ("words", "anchor", "expected"),
    [
        ("the following day", "3 May 2010", "2010-05-04"),
        ("two days later", "the following day ← 3 May 2010", "2010-05-06"),
        ("hours later", "3 May 2010", "2010-05-03..2010-05-04"),
        ("days later", "3 May 2010", "2010-05-05.."),
        ("three hours later", "3 May 2010", "2010-05-03"),
        ("the following Monday", "3 May 2010", "2010-05-10"),
        ("the previous Friday", "3 May 2010", "2010-04-30"),
        ("the same Monday", "3 May 2010", "2010-05-03"),
        ("the following Monday", "recent years", "2023-03-20"),
        ("the following Monday", "the near future", ".."),
        ("the following day", "recent years", ".."),
        ("the same month", "3 May 2010", "2010-05-01..2010-05-31"),
        ("that year", "May 2010", "2010-01-01..2010-12-31"),
        ("a year earlier", "the third quarter of 2010", "2009-07-01..2009-09-30"),
        ("a year earlier", "May 2010", "2009-05-01..2009-05-31"),
        ("that weekend", "3 May 2010", "2010-05-08..2010-05-09"),
        ("a month later", "31 January 2010", "2010-02-01..2010-02-28"),
        ("June", "5 May 2010", "2010-06-01..2010-06-30"),
        ("January", "5 December 2010", "2011-01-01..2011-01-31"),
        ("June", "2010", "2010-06-01..2010-06-30"),
        ("June", "every year ← the cat ← 2010", "2010-06-01..2010-06-30"),
        ("the day before", "3 May 2010", "2010-05-02"),
    ],
)
def test_a_phrase_is_counted_from_its_anchor(words: str, anchor: str, expected: str) -> None:
    assert days(phrase(words, anchor=anchor)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Thursday", ".."),
        ("March 1", ".."),
        ("March 2019", "2019-03-01..2019-03-31"),
        ("'98", "1998-01-01..1998-12-31"),
    ],
)
def test_without_the_reports_day_only_whole_dates_are_known(words: str, expected: str) -> None:
    unknown = When(None, None, Precision.LONGER, Basis.UNKNOWN)

    assert days(phrase(words), unknown) == expected


def test_near_the_edge_of_the_calendar_dates_are_looked_for_within_it() -> None:
    assert days(phrase("March"), on(date(2, 5, 5))) == "0002-03-01..0002-03-31"


def test_a_feast_is_not_looked_for_beyond_what_is_known_of_it() -> None:
    assert days(phrase("last Lunar New Year"), on(date(1980, 5, 5))) == ".."


def test_a_report_of_one_of_several_days_widens_what_its_phrases_mean() -> None:
    published = When(date(2023, 3, 14), FRIDAY, Precision.WEEK, Basis.INFERRED)

    assert days(phrase("yesterday"), published) == "2023-03-13..2023-03-16"


def test_an_open_end_stays_open_in_a_report_of_several_days() -> None:
    published = When(date(2023, 3, 14), FRIDAY, Precision.WEEK, Basis.INFERRED)

    assert days(phrase("since last week"), published) == "2023-03-06.."


@pytest.mark.parametrize(
    ("words", "precision", "basis"),
    [
        ("Thursday", Precision.DAY, Basis.RESOLVED),
        ("16 March 2023", Precision.DAY, Basis.STATED),
        ("last week", Precision.WEEK, Basis.RESOLVED),
        ("March 2019", Precision.MONTH, Basis.STATED),
        ("2019", Precision.YEAR, Basis.STATED),
        ("from 1910 to 1945", Precision.LONGER, Basis.STATED),
        ("12 years", Precision.LONGER, Basis.UNKNOWN),
    ],
)
def test_a_time_is_as_precise_as_its_words(words: str, precision: Precision, basis: Basis) -> None:
    when = date_phrase(phrase(words), on())

    assert isinstance(when, When)
    assert (when.precision, when.basis) == (precision, basis)


@pytest.mark.parametrize(
    ("words", "anchor", "reason"),
    [
        ("12 years", None, "it is said how long, not when"),
        ("every year", None, "it is said how often, not when"),
        ("the following day", None, "the report did not tell"),
        ("the following day", "3 May 2010", "counted from '3 May 2010'"),
        ("480 BC", None, "lies before our era"),
        ("a thousand centuries ago", None, "lies outside the calendar"),
        ("now", None, "it says no more than now"),
        ("Thursday", None, "in a report of 2023-03-17"),
    ],
)
def test_a_reader_is_told_why(words: str, anchor: str | None, reason: str) -> None:
    when = date_phrase(phrase(words, anchor=anchor), on())

    assert isinstance(when, When)
    assert reason in when.reason


@pytest.mark.parametrize(
    ("words", "anchor", "value"),
    [
        ("480 BC", None, "BC0480"),
        ("a year later", "480 BC", "BC0479"),
        ("two centuries later", "480 BC", "BC0280"),
        ("the following year", "480 BC", "BC0479"),
        ("the 5th century BC", None, "BC04"),
        ("June", "480 BC", "BC0480-06"),
        ("this millennium", None, "2"),
        ("several years ago", None, "PAST_REF"),
        ("days later", "3 May 2010", "FUTURE_REF"),
        ("the following day", None, "XXXX-XX-XX"),
        ("a thousand centuries ago", None, "XXXX-XX-XX"),
        ("half an hour", None, "PT30M"),
        ("half a day", None, "PT12H"),
        ("two and a half years", None, "P2Y6M"),
        ("5 1/2 hours", None, "PT5H30M"),
        ("2.5 weeks", None, "P2.5W"),
        ("half a century", None, "P50Y"),
        ("decades-long", None, "PXE"),
        ("each May", None, "XXXX-05"),
        ("every summer", None, "XXXX-SU"),
        ("Tuesday nights", None, "XXXX-WXX-2TNI"),
        ("every quarter", None, "P1Q"),
        ("a fortnight ago", None, "2023-W09"),
        ("a hundred years", None, "P100Y"),
        ("five six days", None, "P6D"),
        ("12:30 a.m.", None, "2023-03-17T00:30"),
        ("3.30 pm", None, "2023-03-17T15:30"),
        ("4 in the afternoon", None, "2023-03-17T16:00"),
        ("13:00 p.m.", None, "2023-03-17T13:00"),
        ("9 a.m. tomorrow", None, "2023-03-18T09:00"),
        ("9 a.m. today", None, "2023-03-17T09:00"),
        ("3 p.m. on March 1", None, "2023-03-01T15:00"),
        ("H1 2020", None, "2020-H1"),
        ("the year-ago third quarter", None, "2022-Q3"),
        ("the year-ago quarter", "the first quarter of 2020", "2019-Q1"),
        ("this century", None, "20"),
        ("this decade", None, "202"),
    ],
)
def test_values_are_written_as_timex3(words: str, anchor: str | None, value: str) -> None:
    timing = read_phrase(words)

    assert timing is not None
    assert timex_value(timing, phrase(words, anchor=anchor), FRIDAY) == value


def test_the_phrases_of_a_report_mean_its_days() -> None:
    text = "Seoul said on Thursday it would meet Tokyo next month. The pact lapsed in 2019."

    assert told(text) == {
        "Thursday": "2023-03-16",
        "next month": "2023-04-01..2023-04-30",
        "2019": "2019-01-01..2019-12-31",
    }
