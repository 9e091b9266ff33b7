"""Days as reports write them: with dots, strokes or words, the month before the day or after it."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from babel.dates import get_day_names, get_month_names

FIRST_YEAR, LAST_YEAR = 1800, 2199
"""Numbers beyond are no years of reports."""
LAST_MONTH = 12


@cache
def _months() -> dict[str, int]:
    """Every beginning of a month's English name, of three letters and more, and its number."""
    names = get_month_names("wide", locale="en")
    return {name[:length].casefold(): i for i, name in names.items() for length in range(3, len(name) + 1)}


def _longest_first(names: Iterator[str] | set[str] | dict[str, int]) -> str:
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))


_MONTH = _longest_first(_months())
WEEKDAY = _longest_first(
    {name for width in ("wide", "abbreviated") for name in get_day_names(width, locale="en").values()}
)
"""A pattern of all names of weekdays, in full and cut."""
DAY = (
    r"(?:\b(?P<iso_year>\d{4})[-/.](?P<iso_month>\d{1,2})[-/.](?P<iso_day>\d{1,2})(?!\d)"
    rf"|\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -]+(?P<month>{_MONTH})\b\.?,?[ -]+(?P<year>\d{{4}})\b"
    rf"|\b(?P<us_month>{_MONTH})\.?\s+(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<us_year>\d{{4}})\b"
    # with dots the day comes first; with strokes a number beyond twelve tells which is the day, or who writes
    r"|\b(?P<dot_day>\d{1,2})\.(?P<dot_month>\d{1,2})\.(?P<dot_year>\d{4})\b"
    r"|\b(?P<first>\d{1,2})[/-](?P<second>\d{1,2})[/-](?P<stroke_year>\d{4})\b)"
)
"""A pattern of a day with its year; `as_day` reads its groups."""
DAY_OF_YEAR = (
    rf"(?:\b(?P<month_first>{_MONTH})\b\.?\s+(?P<day_then>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"|\b(?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month_then>{_MONTH})\b\.?)"
)
"""A pattern of a day without its year."""


@cache
def _whole_day() -> re.Pattern[str]:
    return re.compile(DAY, re.IGNORECASE)


@cache
def _day_of_year() -> re.Pattern[str]:
    return re.compile(DAY_OF_YEAR, re.IGNORECASE)


def whole_days(text: str) -> Iterator[date]:
    """All days that a text gives with their years, in order."""
    return (day for match in _whole_day().finditer(text) if (day := as_day(match)))


def first_whole_day(text: str) -> re.Match[str] | None:
    """Where a text first gives a day with its year, be it one of the calendar or not."""
    return _whole_day().search(text)


def first_day_in(text: str, year: int) -> date | None:
    """The first day that a text gives without a year, as one of that year."""
    match = _day_of_year().search(text)
    if match is None:
        return None
    month, day = match["month_first"] or match["month_then"], match["day_then"] or match["day_first"]
    return _day(year, _month(month), int(day))


def as_day(match: re.Match[str], *, day_first: bool | None = None) -> date | None:
    """The day of a match of `DAY`; None where the calendar has no such day, or day and month could be each other.

    `day_first`: what is known of who writes 03/05/2021.
    """
    found = match.groupdict()
    if found["iso_year"]:
        return _day(int(found["iso_year"]), int(found["iso_month"]), int(found["iso_day"]))
    if found["dot_year"]:
        return _day(int(found["dot_year"]), int(found["dot_month"]), int(found["dot_day"]))
    if found["stroke_year"]:
        return _stroked(int(found["stroke_year"]), int(found["first"]), int(found["second"]), day_first=day_first)
    year = found["year"] or found["us_year"]
    month, day = found["month"] or found["us_month"], found["day"] or found["us_day"]
    return _day(int(year), _month(month), int(day))


def _stroked(year: int, first: int, second: int, *, day_first: bool | None) -> date | None:
    low, high = sorted((first, second))
    if high > LAST_MONTH or low == high:
        return _day(year, low, high)
    if day_first is None:
        return None
    return _day(year, second, first) if day_first else _day(year, first, second)


def _month(name: str) -> int:
    return _months()[name.casefold()]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None
