"""Days as a person writes them: EDTF's days, months, years and stretches, or that the day is not known."""

import re
from calendar import monthrange
from datetime import date

from detente.domain.days import Basis, Precision, When

NO_DAY = Basis.UNKNOWN.value
"""What is written where the day is not known."""
OPEN = ".."
"""EDTF's open end."""
WAYS = f"2023-03-16, 2023-03, 2023, 2023-03-16/2023-03-18, 2023-03-16/{OPEN} or {NO_DAY}"
"""The ways of writing a day, by example."""
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_WEEK = 7


def read_edtf(text: str) -> When:
    """The time that a person wrote; ValueError tells the ways of writing one."""
    if text == NO_DAY:
        return When(None, None, Precision.LONGER, Basis.JUDGED)
    first, slash, last = text.partition("/")
    if not slash:
        begins, ends, precision = _plain(text)
        return When(begins, ends, precision, Basis.JUDGED)
    earliest = None if first == OPEN else _plain(first)[0]
    latest = None if last == OPEN else _plain(last)[1]
    if earliest is None and latest is None:
        message = f"“{text}” has no end that is known; write {NO_DAY}"
        raise ValueError(message)
    return When(earliest, latest, _width(earliest, latest), Basis.JUDGED)


def write_edtf(when: When) -> str:
    """A time as EDTF writes it, as short as it can be."""
    earliest, latest = when.earliest, when.latest
    if earliest is None or latest is None:
        ends = [end.isoformat() if end else OPEN for end in (earliest, latest)]
        return "/".join(ends) if earliest or latest else NO_DAY
    day = earliest.isoformat()
    whole = (text for text in (day[:4], day[:7], day) if _plain(text)[:2] == (earliest, latest))
    return next(whole, f"{day}/{latest.isoformat()}")


def _plain(text: str) -> tuple[date, date, Precision]:
    """The first and last day of a day, month or year."""
    match = _PLAIN.fullmatch(text)
    if match is None:
        message = f"“{text}” is no day; write it as {WAYS}"
        raise ValueError(message)
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is not None and month is not None and day is not None:
            only = date(year, month, day)
            return only, only, Precision.DAY
        first = date(year or 0, month or 1, 1)
    except ValueError as error:
        message = f"the calendar has no {text}"
        raise ValueError(message) from error
    last = first.replace(month=month or 12)
    precision = Precision.MONTH if month else Precision.YEAR
    return first, last.replace(day=monthrange(last.year, last.month)[1]), precision


def _width(earliest: date | None, latest: date | None) -> Precision:
    if earliest is None or latest is None:
        return Precision.LONGER
    if earliest == latest:
        return Precision.DAY
    return Precision.WEEK if (latest - earliest).days < _WEEK else Precision.LONGER
