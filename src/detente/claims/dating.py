"""From a phrase, as it was found, to the days that it means: as precise as the report, and no more."""

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from detente.claims.calendar import MONTHS, STEPS, around, months_on
from detente.claims.ground import Ground, Moment, NoTimeError
from detente.claims.resolving import resolve
from detente.domain.days import NOT_KNOWN, Basis, Precision, Side, TimePhrase, When, precision_of
from detente.domain.findings import Problem, Stage
from detente.mentions.find_times import CHAIN
from detente.mentions.time_meanings import Base, Bound, Calendar, Length, Range, Repeat, Shift, Timing, Vague
from detente.mentions.time_reading import read_times
from detente.rules.times import load_times

HOURLY = ("TH", "TM", "TS")
"""Units shorter than a day."""
SPOKEN_DAYS = 2
"""A saying that a report quotes without its day was said on the report's day or on one of so many before."""
MAX_CHAIN = 40
"""How many times back a phrase is followed; a longer row of "the next day" is not dated."""
Days = tuple[date | None, date | None]
_FIRST, _LAST = 0.34, 0.66
"""Early is the first third of a stretch, late the last; the rest is its middle."""


def date_phrase(phrase: TimePhrase, published: When | None) -> When | Problem:
    """The days that a phrase means in a report of a given day; open where it does not tell."""
    match phrase.side:
        case Side.AT:
            return _days_named(phrase, published)
        case Side.BY:
            return _open_before(_days_named(phrase, published))
        case Side.EARLIER | Side.LATER:
            return _counted_from(phrase, published)
        case _:
            return _days_spoken_of(phrase, published)


def _days_named(phrase: TimePhrase, published: When | None) -> When | Problem:
    timing = read_phrase(phrase.exact)
    if timing is None:
        return Problem(Stage.DATE, f"{phrase.exact!r} names no time that can be read", span=phrase.span)
    days = _report_days(published)
    found = [_when(timing, phrase, day) for day in days]
    return found[0] if len(found) == 1 else _hull(found)


def _open_before(when: When | Problem) -> When | Problem:
    """No later than some days."""
    if isinstance(when, Problem):
        return when
    return replace(when, earliest=None, precision=Precision.LONGER, reason=f"no later than {when.reason}".strip())


def _days_spoken_of(phrase: TimePhrase, published: When | None) -> When | Problem:
    """The days that a phrase means in the mouth of a speaker, whose day is told or is about that of the report."""
    spoken = published
    if phrase.anchor:
        told = _days_of_anchor(phrase, phrase.anchor, published)
        spoken = published if isinstance(told, Problem) else told
    elif published and published.earliest:
        spoken = replace(published, earliest=published.earliest - timedelta(days=SPOKEN_DAYS))
    return _days_named(replace(phrase, anchor=None, side=Side.AT), spoken)


def _counted_from(phrase: TimePhrase, published: When | None) -> When | Problem:
    """The days that lie so long before or after those of the phrase that it counts from."""
    if phrase.anchor is None:
        return NOT_KNOWN
    base = _days_of_anchor(phrase, phrase.anchor, published)
    return base if isinstance(base, Problem) else counted_from(phrase, base)


def _days_of_anchor(phrase: TimePhrase, anchor: str, published: When | None) -> When | Problem:
    """The days of the phrase that one counts from."""
    exact, _, rest = anchor.partition(CHAIN)
    return _days_named(TimePhrase(phrase.span, exact, phrase.tense, rest or None), published)


def counted_from(phrase: TimePhrase, base: When) -> When:
    """The days that lie as long before or after given ones as a phrase says; "hours" are of that day or the next."""
    timing = read_phrase(phrase.exact)
    length = _length_of(timing)
    way = -1 if phrase.side is Side.EARLIER else 1
    try:
        days = _hours_off(way, base) if length is None else _distance(length, way, base)
    except OverflowError:
        return NOT_KNOWN
    earliest, latest = days
    reason = f"{phrase.exact!r}, counted from {phrase.anchor!r}" if phrase.anchor else base.reason
    basis = base.basis if base.basis is Basis.LEAD else Basis.RESOLVED
    return When(earliest, latest, precision_of(earliest, latest), basis, reason)


def _length_of(timing: Timing | None) -> Length | None:
    """The length that a phrase tells; "the day after" is one day off."""
    match timing.core if timing else None:
        case Length() as length:
            return length
        case Shift(count=count, unit=unit, base=Base.ANCHOR):
            return Length("", unit, count)
        case _:
            return None


def _hours_off(way: int, base: When) -> Days:
    day = timedelta(days=1)
    earliest = base.earliest - day if base.earliest and way < 0 else base.earliest
    return earliest, base.latest + day if base.latest and way > 0 else base.latest


def _distance(length: Length, way: int, base: When) -> Days:
    """Both ends moved by a length; weeks are told as of seven days, give or take one."""
    if length.unit in HOURLY:
        return _hours_off(way, base)
    loose = timedelta(days=1 if length.unit in ("W", "FN") else 0)
    ends = [_moved(length, way, end) for end in (base.earliest, base.latest)]
    if length.count is None:
        return (None, ends[1][1]) if way < 0 else (ends[0][0], None)
    first, last = ends[0][0], ends[1][1]
    return first - loose if first else None, last + loose if last else None


def _moved(length: Length, way: int, day: date | None) -> Days:
    """The days that lie so long before or after a day: one, or where months are counted all of a month."""
    if day is None:
        return None, None
    count = 2.0 if length.count is None else length.count  # "weeks" are at least two
    if length.unit in STEPS:
        moved = day + timedelta(days=round(count * STEPS[length.unit]) * way)
        return moved, moved
    found = around(length.unit, months_on(day, round(count * MONTHS[length.unit]) * way))
    return found.first, found.last


def timex_value(timing: Timing, phrase: TimePhrase, published: date) -> str:
    """What a phrase says as TIMEX3 writes its value; XXXX-XX-XX where it names no day."""
    match timing.core:
        case Length(value) | Repeat(value) | Vague(value):
            return value
        case Range(first, last):
            return "/".join(timex_value(end, phrase, published) for end in (first, last))
    try:
        moment = resolve(timing, _ground(phrase, published))
    except (NoTimeError, OverflowError, ValueError):
        return "XXXX-XX-XX"
    if moment.stretch is None:
        return moment.value or "XXXX-XX-XX"
    clock = f"T{moment.clock}" if moment.clock and moment.stretch.unit == "D" else ""
    return moment.stretch.value + clock


@lru_cache(maxsize=4096)
def read_phrase(exact: str) -> Timing | None:
    """What the words of a phrase say, or None where they name no time."""
    readings = read_times(" ".join(exact.split()), load_times())
    return max(readings, key=lambda r: r.end - r.start).timing if readings else None


def _report_days(published: When | None) -> list[date | None]:
    """The first and the last day on which the report may have come out."""
    if published is None or published.earliest is None or published.latest is None:
        return [None]
    return [*sorted({published.earliest, published.latest})]


def _ground(phrase: TimePhrase, published: date | None) -> Ground:
    """What the phrase stands on: its chain of earlier phrases is resolved from the far end."""
    anchor: Moment | None = None
    links = phrase.anchor.split(CHAIN) if phrase.anchor else []
    for link in reversed(links[:MAX_CHAIN]):
        timing = read_phrase(link)
        if timing is None:
            continue
        try:
            anchor = resolve(timing, Ground(published, phrase.tense, anchor))
        except NoTimeError:
            continue
    return Ground(published, phrase.tense, anchor)


def _when(timing: Timing, phrase: TimePhrase, published: date | None) -> When:
    try:
        moment = resolve(timing, _ground(phrase, published))
        earliest, latest = _ends(timing, moment, published)
    except NoTimeError as error:
        return When(None, None, Precision.LONGER, Basis.UNKNOWN, f"{phrase.exact!r}: {error}")
    except (OverflowError, ValueError):
        return When(None, None, Precision.LONGER, Basis.UNKNOWN, f"{phrase.exact!r} lies outside the calendar")
    basis = Basis.STATED if is_absolute(timing) else Basis.RESOLVED
    reason = _reason(phrase, moment, published, basis)
    return When(earliest, latest, precision_of(earliest, latest), basis, reason)


def is_absolute(timing: Timing) -> bool:
    """Whether the words alone tell the day, month or year, whenever the report came out."""
    match timing.core:
        case Calendar(year=year, pick=None):
            return year is not None and year > 99  # noqa: PLR2004
        case Range(first, last):
            return is_absolute(first) and is_absolute(last)
        case _:
            return False


def _reason(phrase: TimePhrase, moment: Moment, published: date | None, basis: Basis) -> str:
    if moment.earliest is None and moment.latest is None:
        return f"{phrase.exact!r} lies before our era"
    if basis is Basis.STATED:
        return ""
    if phrase.anchor:
        return f"{phrase.exact!r}, counted from {phrase.anchor.split(CHAIN)[0]!r}"
    return f"{phrase.exact!r} in a report of {published}" if published else f"{phrase.exact!r}"


def _ends(timing: Timing, moment: Moment, published: date | None) -> tuple[date | None, date | None]:
    earliest, latest = _narrowed(moment, published)
    if moment.clock and timing.bound in (Bound.AFTER, Bound.BEFORE):
        return earliest, latest  # "before dawn on Saturday" is on Saturday
    match timing.bound:
        case Bound.SINCE:
            return earliest, None
        case Bound.AFTER:
            return (latest + timedelta(days=1) if latest else None), None
        case Bound.UNTIL | Bound.BY:
            return None, latest
        case Bound.BEFORE:
            return None, (earliest - timedelta(days=1) if earliest else None)
        case _:
            return earliest, latest


def _narrowed(moment: Moment, published: date | None) -> tuple[date | None, date | None]:
    """The part of the moment that "early", "late" or "later this" leaves."""
    first, last, part = moment.earliest, moment.latest, moment.part
    if first is None or last is None or first == last:
        return first, last
    if published and first <= published <= last and part in ("earlier", "later"):
        return (first, published) if part == "earlier" else (published, last)
    days = (last - first).days
    third, two_thirds = timedelta(days=round(days * _FIRST)), timedelta(days=round(days * _LAST))
    match part:
        case "early" | "start":
            return first, first + third
        case "mid":
            return first + third, first + two_thirds
        case "late" | "end":
            return first + two_thirds, last
        case _:
            return first, last


def _hull(found: list[When]) -> When:
    """The shortest time that holds what the phrase means, whichever day the report came out."""
    first, last = found
    earliest = min(first.earliest, last.earliest) if first.earliest and last.earliest else None
    latest = max(first.latest, last.latest) if first.latest and last.latest else None
    return replace(first, earliest=earliest, latest=latest, precision=precision_of(earliest, latest))
