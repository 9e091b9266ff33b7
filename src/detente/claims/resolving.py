"""From what a phrase says to the stretch of the calendar that it means, once the day of the report is known."""

from dataclasses import replace
from datetime import date, timedelta
from typing import assert_never

from detente.claims.calendar import MONTHS, STEPS, Stretch, around, months_on
from detente.claims.calendar_words import resolve_calendar
from detente.claims.ground import Ground, Moment, NoTimeError
from detente.mentions.time_meanings import (
    FUTURE,
    PAST,
    Base,
    Calendar,
    Century,
    Decade,
    Length,
    Range,
    Repeat,
    Shift,
    Timing,
    Vague,
    WeekOf,
    Within,
)

SLACK_YEARS = {"E": 1, "C": 10, "L": 100}
"""How many years around it a count of such units may mean."""
HALF_DAY = 12
"""So many hours before a day's events the day may still be the same."""


def resolve(timing: Timing, ground: Ground) -> Moment:
    """The moment that a timing means; raises `NoTimeError`, with the reason, where it means none."""
    moment = _resolve_core(timing, ground)
    return replace(moment, clock=timing.clock or moment.clock, part=timing.part or moment.part)


def _resolve_core(timing: Timing, ground: Ground) -> Moment:
    match timing.core:
        case Shift() as shift:
            return _shifted(shift, ground)
        case Range(first, last):
            return _ranged(resolve(first, ground), last, ground)
        case Length() as length:
            return _spell(length, ground)
        case Vague(value):
            return _vague(value, ground)
        case Repeat():
            raise NoTimeError("it is said how often, not when")
        case named:
            return _of(_named(named, ground))


def _named(core: Calendar | Within | WeekOf | Decade | Century, ground: Ground) -> Stretch:
    match core:
        case Calendar():
            return resolve_calendar(core, ground)
        case Within(inner, outer):
            return _within(inner, resolve(outer, ground), ground)
        case WeekOf(day, is_weekend):
            return around("WE" if is_weekend else "W", _stretch(resolve(day, ground)).first)
        case Decade(tens):
            return around("E", date(_full_tens(tens, ground) * 10, 1, 1))
        case Century(number, is_before_christ):
            return Stretch("C", date(max((number - 1) * 100, 1), 1, 1), is_before_christ)
        case _ as never:
            assert_never(never)


def _of(stretch: Stretch) -> Moment:
    if stretch.is_before_christ:
        return Moment(None, None, stretch)
    return Moment(stretch.first, stretch.last, stretch)


def _stretch(moment: Moment) -> Stretch:
    if moment.stretch is None:
        raise NoTimeError("it counts from a time that is not told exactly")
    return moment.stretch


def _full_tens(tens: int, ground: Ground) -> int:
    """The decade that "the nineties" are: the latest one that had begun when the report came out."""
    if tens >= 10:  # noqa: PLR2004 - the century is told
        return tens
    year = ground.day.year
    found = year // 100 * 10 + tens
    return found if found * 10 <= year else found - 10


def _within(inner: Calendar, outer: Moment, ground: Ground) -> Stretch:
    stretch = _stretch(outer)
    if inner.weekday is not None and stretch.unit == "W":
        return Stretch("D", stretch.first + timedelta(days=inner.weekday))
    year = replace(inner, year=stretch.first.year, before_christ=stretch.is_before_christ, weekday=None)
    return resolve_calendar(year, ground)


def _base(base: Base | Timing, ground: Ground) -> Stretch:
    """The stretch from which a phrase counts."""
    match base:
        case Timing():
            return _stretch(resolve(base, ground))
        case Base.NOW:
            return Stretch("D", ground.day)
        case Base.ANCHOR:
            return _stretch(ground.told)
        case Base.SOFT:
            return Stretch("D", ground.day) if ground.anchor is None else _stretch(ground.anchor)
        case _ as never:
            assert_never(never)


def _shifted(shift: Shift, ground: Ground) -> Moment:
    base = _base(shift.base, ground)
    if shift.unit == "WE":
        return _of(_weekend(shift, base, ground))
    if shift.unit in ("TH", "TM", "TS"):
        return _hours(shift, base)
    if shift.is_whole and shift.base is Base.SOFT and shift.unit == "Q" and ground.anchor is None:
        return _of(around("Q", base.first).shifted(-1))
    if shift.is_whole:
        whole = _of(_around(shift.unit, base).shifted(int(shift.count or 1) * shift.way))
        return _up_to_sunday(whole, ground) if shift.base is Base.NOW and shift.unit == "W" else whole
    if shift.count is None:
        return _open(shift, base, ground)
    return _loose(shift, _of(_counted(shift, shift.count, base)))


def _up_to_sunday(week: Moment, ground: Ground) -> Moment:
    """The week before; on a Sunday the days just past are "last week" too, as many outlets count."""
    is_last = week.latest is not None and week.latest == ground.day - timedelta(days=7)
    return replace(week, latest=ground.day - timedelta(days=1)) if is_last else week


def _loose(shift: Shift, moment: Moment) -> Moment:
    """A moment so many decades or centuries away: nobody who says "a century ago" means that very year."""
    slack = SLACK_YEARS.get(shift.unit)
    if slack is None or moment.earliest is None or moment.latest is None:
        return moment
    return replace(
        moment, earliest=months_on(moment.earliest, -12 * slack), latest=months_on(moment.latest, 12 * slack)
    )


def _around(unit: str, base: Stretch) -> Stretch:
    return replace(around(unit, base.first), is_before_christ=base.is_before_christ)


def _weekend(shift: Shift, base: Stretch, ground: Ground) -> Stretch:
    """The weekend of this, the last or the next week; with no such word the one before, or to come where told ahead."""
    this = around("WE", base.first)
    if not shift.is_whole:
        return this.shifted(round(shift.count or 1) * shift.way)
    if shift.way or not ground.is_past or base.first.weekday() >= 5:  # noqa: PLR2004 - it is the weekend
        return this.shifted(shift.way)
    return this if shift.is_whole and shift.base is Base.ANCHOR else this.shifted(-1)


def _hours(shift: Shift, base: Stretch) -> Moment:
    """Hours, minutes: the day of the base, or the one beside it too where they may reach over midnight."""
    day = base.first
    if shift.unit != "TH" or shift.way == 0 or (shift.count is not None and shift.count < HALF_DAY):
        return _of(Stretch("D", day))
    days = int((shift.count or HALF_DAY) // 24)
    near, far = (day + timedelta(days=shift.way * n) for n in (days, days + 1))
    return Moment(min(near, far), max(near, far), Stretch("D", near))


def _open(shift: Shift, base: Stretch, ground: Ground) -> Moment:
    """A count that is left open: "years ago", "a few weeks later"; at least two of them.

    Before what was "this month" means before its last day, or before the report.
    """
    if shift.way < 0 and not base.is_before_christ:
        base = Stretch(
            "D", base.last if ground.published is None else max(base.first, min(base.last, ground.published))
        )
    edge = _counted(replace(shift, count=2), 2, base)
    if shift.way < 0:
        return Moment(None, edge.last, None, value=PAST)
    return Moment(edge.first, None, None, value=FUTURE)


def _counted(shift: Shift, count: float, base: Stretch) -> Stretch:
    """So many units on from a base: as exact as the unit, or as the base where that is a part of a year."""
    unit = shift.unit
    if unit in STEPS:
        start = base.first if shift.way < 0 else base.last
        found = start + timedelta(days=round(count * STEPS[unit]) * shift.way)
        return around("W" if unit == "FN" else unit, found)
    months = round(count * MONTHS[unit]) * shift.way
    if base.unit in ("Q", "H", "S", "M") and months % 12 == 0 and unit == "Y":
        return base.shifted(months // {"Q": 3, "H": 6, "S": 12, "M": 1}[base.unit])
    sign = -1 if base.is_before_christ else 1
    found = months_on(base.first, months * sign)
    kept = "M" if months % 12 and unit in ("Y", "M") else ("Y" if unit in ("E", "C", "L") else unit)
    return replace(around(kept, found), is_before_christ=base.is_before_christ)


def _ranged(first: Moment, last: Timing, ground: Ground) -> Moment:
    """From the first to the last; an end without a year is the first one after the beginning."""
    core = last.core
    if first.earliest and isinstance(core, Calendar) and core.year is None:
        ground = Ground(first.latest or first.earliest, ground.tense_ahead, None)
    end = resolve(last, ground)
    if first.earliest and end.latest and end.latest < first.earliest:
        raise NoTimeError("it would end before it begins")
    return Moment(first.earliest, end.latest, end.stretch)


def _spell(length: Length, ground: Ground) -> Moment:
    """The spell that ends, or begins, with the day of the report."""
    if length.way == 0:
        raise NoTimeError("it is said how long, not when")
    day = ground.day
    if length.count is None:
        return Moment(None, day, None) if length.way < 0 else Moment(day, None, None)
    edge = _exact(length, day)
    return Moment(min(edge, day), max(edge, day), None)


def _exact(length: Length, day: date) -> date:
    """The day that lies exactly so far away."""
    count = length.count or 0
    if length.unit in ("TH", "TM", "TS"):
        return day + timedelta(days=length.way)
    if length.unit in STEPS:
        return day + timedelta(days=round(count * STEPS[length.unit]) * length.way)
    return months_on(day, round(count * MONTHS[length.unit]) * length.way)


def _vague(value: str, ground: Ground) -> Moment:
    if value == PAST:
        return Moment(None, ground.day, None, value=value)
    if value == FUTURE:
        return Moment(ground.day, None, None, value=value)
    raise NoTimeError("it says no more than now")
