"""Weekdays, months, seasons and feasts whose year or week is not said: which one is meant."""

from calendar import monthrange
from dataclasses import replace
from datetime import MAXYEAR, date, timedelta

from detente.claims.calendar import Stretch, season
from detente.claims.feasts import feast_day
from detente.claims.ground import Ground, NoTimeError
from detente.domain.days import Tense
from detente.mentions.time_meanings import Base, Calendar
from detente.rules.times import load_times

AGAINST = 6
"""How much dearer a date is that lies against the tense: one a few days off is still likelier than one a year off."""
AHEAD = 3
"""How much dearer a date ahead is where no verb decides: most of what reports name is past."""
BACKWARD, TURN = 1, 75
"""Walking back costs so many times more, and another year so many days more."""
REACH = 9
"""How many years away a day that is not in every year is looked for: the 29th of February, over a century's turn."""


def resolve_calendar(calendar: Calendar, ground: Ground) -> Stretch:
    """The stretch that parts of the calendar name."""
    if calendar.month is None and calendar.weekday is not None:
        return _weekday(calendar, ground)
    if calendar.year is not None:
        return _in_year(calendar, _full_year(calendar.year, ground))
    only = None if calendar.feast is None else load_times().feasts[calendar.feast].year
    if only is not None:
        return _in_year(calendar, only)
    if calendar.pick is None and ground.anchor is not None and ground.anchor.stretch is not None:
        return _beside(calendar, ground.anchor.stretch)
    return _nearest(calendar, ground)


def _beside(calendar: Calendar, anchor: Stretch) -> Stretch:
    """The date without a year that goes with a date told before: in its year, or over the turn of the year."""
    year = anchor.first.year
    if anchor.unit not in ("D", "M") or anchor.is_before_christ:
        return replace(_in_year(calendar, year), is_before_christ=anchor.is_before_christ)
    near = [s for y in (year, year + 1, year - 1) if (s := _maybe_in_year(calendar, y))]
    if not near:
        return _in_year(calendar, year)
    return min(near, key=lambda s: _leap(s, anchor))


def _leap(stretch: Stretch, anchor: Stretch) -> int:
    """How much is asked of a reader who goes from one date to the next: back is dearer, the same year is cheaper."""
    days = (stretch.first - anchor.first).days
    return (days if days >= 0 else -days * BACKWARD) + (0 if stretch.first.year == anchor.first.year else TURN)


def _full_year(year: int, ground: Ground) -> int:
    """'98 is the last such year, but for the next ten years; without a report's day, that of 1930 to 2029."""
    if year >= 100:  # noqa: PLR2004 - written in full
        return year
    latest = 2029 if ground.published is None else ground.published.year + 10
    return latest - (latest - year) % 100


def _in_year(calendar: Calendar, year: int) -> Stretch:
    stretch = _maybe_in_year(calendar, year)
    if stretch is None:
        raise NoTimeError("no such day is in that year")
    return stretch


def _maybe_in_year(calendar: Calendar, year: int) -> Stretch | None:
    if not 1 <= year <= MAXYEAR:
        return None
    if calendar.feast is not None:
        day = feast_day(load_times().feasts[calendar.feast], year)
        return None if day is None else Stretch("D", day)
    return _stretch_in_year(calendar, year)


def _stretch_in_year(calendar: Calendar, year: int) -> Stretch | None:
    if calendar.season is not None:
        found = season(year, calendar.season)
    elif calendar.quarter is not None:
        found = Stretch("Q", date(year, calendar.quarter * 3 - 2, 1))
    elif calendar.half is not None:
        found = Stretch("H", date(year, calendar.half * 6 - 5, 1))
    elif calendar.month is None:
        found = Stretch("Y", date(year, 1, 1))
    elif calendar.day is None:
        found = Stretch("M", date(year, calendar.month, 1))
    elif calendar.day > monthrange(year, calendar.month)[1]:
        return None
    else:
        found = Stretch("D", date(year, calendar.month, calendar.day))
    return replace(found, is_before_christ=calendar.before_christ)


def _weekday(calendar: Calendar, ground: Ground) -> Stretch:
    weekday = calendar.weekday or 0
    if calendar.base is Base.ANCHOR:
        moment = ground.told
        start = moment.latest if (calendar.pick or 0) > 0 else moment.earliest
        if start is None:
            raise NoTimeError("it counts from a time that is not told exactly")
        return Stretch("D", _from_told(start, weekday, calendar.pick or 0))
    day = ground.day
    match calendar.pick:
        case None:
            ahead = (weekday - day.weekday()) % 7
            back = (day.weekday() - weekday) % 7
            return Stretch("D", day + timedelta(days=-back if ground.is_past else ahead))
        case -1:
            return Stretch("D", _strictly(day, weekday, -1))
        case 0:
            return Stretch("D", _of_week(day, weekday, 0))
        case 2:
            return Stretch("D", _strictly(day, weekday, 1))
        case _:
            return Stretch("D", _of_week(day, weekday, 1))


def _strictly(day: date, weekday: int, way: int) -> date:
    """The nearest such weekday before or after a day."""
    distance = (way * (weekday - day.weekday())) % 7 or 7
    return day + timedelta(days=way * distance)


def _of_week(day: date, weekday: int, weeks: int) -> date:
    """The weekday of this week or of one after; "this Monday" said on a Friday is the one that comes."""
    monday = day - timedelta(days=day.weekday())
    found = monday + timedelta(days=weekday + 7 * weeks)
    return found if found >= day else found + timedelta(days=7)


def _from_told(start: date, weekday: int, pick: int) -> date:
    if pick:
        return _strictly(start, weekday, pick)
    return start + timedelta(days=(weekday - start.weekday()) % 7)


def _nearest(calendar: Calendar, ground: Ground) -> Stretch:
    """The one of the years around that the tense, or "last" and "next", ask for."""
    day = ground.day
    years = range(day.year - REACH, day.year + REACH + 1)
    found = [stretch for year in years if (stretch := _maybe_in_year(calendar, year))]
    fits = [s for s in found if _fits(calendar, s, day)]
    if not fits:
        raise NoTimeError("no such day is near the report's own")
    return min(fits, key=lambda s: (_strain(s, day, calendar, ground.tense), s.first))


def _strain(stretch: Stretch, day: date, calendar: Calendar, tense: Tense) -> int:
    """How far a stretch is from the report, dearer where the tense looks the other way."""
    if stretch.first <= day <= stretch.last:
        return 0
    if stretch.first > day:
        unclear = AHEAD if calendar.quarter is None else AGAINST**2  # quarters are told of when they are over
        return (stretch.first - day).days * {Tense.FUTURE: 1, Tense.PRESENT: unclear}.get(tense, AGAINST)
    against = (
        AGAINST if calendar.feast is None else AGAINST**2
    )  # a feast comes round: none is spoken of as to come after it
    return (day - stretch.last).days * (against if tense is Tense.FUTURE else 1)


def _fits(calendar: Calendar, stretch: Stretch, day: date) -> bool:
    """Whether "last", "this" or "next" allows the stretch."""
    match calendar.pick:
        case -1:
            return stretch.last < day
        case 1 | 2:
            return stretch.first > day
        case 0:
            return stretch.first.year == day.year or stretch.first <= day <= stretch.last
        case _:
            return True
