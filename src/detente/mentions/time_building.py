"""From the words of a form to what the phrase says."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from detente.mentions.time_lengths import length_value
from detente.mentions.time_meanings import (
    Base,
    Calendar,
    Century,
    Core,
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
from detente.rules.times import Value

Slots = Mapping[str, Sequence[Value]]
"""For each class of a form the values of the words that stand for it, in the text's order."""
UNIT_CLASSES = ("UNIT", "UNITS", "SMALL", "SMALLS", "WHOLEYEAR", "LONGS", "SPELLS")
_MANY = 99
"""More quarters than this are the number of a year: "the 1988 quarter"."""


def build(means: str, slots: Slots, fixed: Mapping[str, Any]) -> Timing | None:
    """What a phrase says, or None where its numbers make no time ("the 45th of May")."""
    return _BUILDERS[means](slots, fixed)


def _one(slots: Slots, *classes: str) -> Any:  # noqa: ANN401 - the value of a word, whatever its class holds
    return next((slots[name][0] for name in classes if name in slots), None)


def _part(slots: Slots, fixed: Mapping[str, Any]) -> str:
    return str(_one(slots, "ADVPART", "PART", "PIECE") or fixed.get("part", ""))


def _date(slots: Slots, **more: Any) -> Calendar:  # noqa: ANN401
    """The parts of the calendar that the slots hold."""
    if iso := _one(slots, "ISO"):
        year, month, day = (int(piece) for piece in iso[:10].split("-"))
        return Calendar(year=year, month=month, day=day)
    if slash := _one(slots, "SLASH"):
        return _slashed(slash)
    month = _one(slots, "MONTH")
    return Calendar(
        year=_one(slots, "YEAR", "YEAR2"),
        month=month,
        day=_one(slots, "DAY", "ORD") if month else None,
        weekday=_one(slots, "WEEKDAY", "SHORTDAY"),
        season=_one(slots, "SEASON"),
        feast=_one(slots, "FEAST"),
        **more,
    )


def _slashed(text: str) -> Calendar:
    pieces = [int(piece) for piece in text.replace(".", "/").split("/")]
    if pieces[0] > 31:  # noqa: PLR2004 - no day: the year stands first
        return Calendar(year=pieces[0], month=pieces[1], day=pieces[2])
    day, month, year = pieces
    return Calendar(year=year, month=day, day=month) if month > 12 else Calendar(year=year, month=month, day=day)  # noqa: PLR2004


def _is_sound(calendar: Calendar) -> bool:
    return 1 <= (calendar.day or 1) <= 31 and 1 <= (calendar.month or 1) <= 12  # noqa: PLR2004


def _told(slots: Slots) -> Timing | None:
    """The year or week that is named by its distance: "last year", "the same year"."""
    unit = _one(slots, "WHOLEYEAR", "WHOLEWEEK")
    if unit is None:
        return None
    base = Base.ANCHOR if "BACK" in slots or "THAT" in slots else Base.NOW
    return Timing(Shift(1, unit, min(_one(slots, "BACK", "REL") or 0, 1), base, is_whole=True))


def _calendar(slots: Slots, fixed: Mapping[str, Any]) -> Timing | None:
    outer = _told(slots)
    era = _one(slots, "CHRISTIAN")
    more: dict[str, Any] = {"before_christ": era == "BC"}
    if era and "YEAR" not in slots:
        more["year"] = int(_one(slots, "NUM"))
        slots = {name: values for name, values in slots.items() if name != "YEAR"}
    if outer is None:
        more["pick"] = _one(slots, "REL")
        if "BACK" in slots or "AROUND" in slots:
            more |= {"pick": _one(slots, "BACK", "AROUND"), "base": Base.ANCHOR}
    calendar = _with(_date(slots), **more)
    if not _is_sound(calendar):
        return None
    core: Core = calendar if outer is None else Within(calendar, outer)
    return Timing(core, _part(slots, fixed), str(_one(slots, "DAYPART") or ""))


def _with(calendar: Calendar, **more: Any) -> Calendar:  # noqa: ANN401
    values = {name: getattr(calendar, name) for name in Calendar.__slots__} | more
    return Calendar(**values)


def _quarter(slots: Slots, _: Mapping[str, Any]) -> Timing | None:
    number = _one(slots, "QUARTER", "ORD")
    number = 4 if number == -1 else number
    if not 1 <= number <= 4:  # noqa: PLR2004
        return None
    calendar = Calendar(year=_one(slots, "YEAR", "YEAR2"), quarter=number)
    outer = _told(slots)
    return Timing(calendar if outer is None else Within(calendar, outer))


def _quarter_before(slots: Slots, _: Mapping[str, Any]) -> Timing | None:
    year_before = Shift(1, "Y", -1, Base.SOFT)
    if "ORD" not in slots:
        return Timing(year_before)
    return Timing(Within(Calendar(quarter=_one(slots, "ORD")), Timing(Shift(1, "Y", -1, is_whole=True))))


def _half(slots: Slots, _: Mapping[str, Any]) -> Timing | None:
    number = _one(slots, "HALF", "ORD", "LATTER")
    calendar = Calendar(year=_one(slots, "YEAR", "YEAR2"), half=1 if number == 1 else 2)
    outer = _told(slots)
    return Timing(calendar if outer is None else Within(calendar, outer))


def _decade(slots: Slots, fixed: Mapping[str, Any]) -> Timing | None:
    return Timing(Decade(_one(slots, "DECADE", "SPELLED")), _part(slots, fixed))


def _century(slots: Slots, fixed: Mapping[str, Any]) -> Timing | None:
    number = slots["ORD"][-1]
    if not 1 <= int(number) <= 22:  # noqa: PLR2004 - dates end with the 22nd
        return None
    return Timing(Century(int(number), _one(slots, "CHRISTIAN") == "BC"), _part(slots, fixed))


def _count(slots: Slots) -> float | None:
    """How many; None where the text leaves it open."""
    number = _one(slots, "NUM", "FEW")
    if number == "X":
        return None
    half = _one(slots, "HALVES") or 0
    return (0 if number is None and half and "ONE" not in slots else float(number or 1)) + half


def _told_count(slots: Slots) -> float | None:
    """How many; "hours later" leaves it open."""
    is_bare = not any(name in slots for name in ("NUM", "FEW", "ONE", "HALVES"))
    return None if is_bare and any(name in slots for name in ("UNITS", "SMALLS", "LONGS")) else _count(slots)


def _base(slots: Slots, fixed: Mapping[str, Any]) -> Base:
    if "BACK" in slots or "THAT" in slots:
        return Base.ANCHOR
    return Base(fixed["base"]) if "base" in fixed and "REL" not in slots else Base.NOW


def _shift(slots: Slots, fixed: Mapping[str, Any]) -> Timing | None:
    way = _one(slots, "BACK", "THAT", "REL", "BEFORE", "AFTER", "AROUND")
    if way is None:
        way = fixed.get("way", 0)
    unit = fixed.get("unit") or _one(slots, *UNIT_CLASSES, "SOFTUNIT", "LATEST") or "D"
    clock = str(_one(slots, "DAYPART") or "")
    way = min(way, 1)
    is_whole = fixed.get("calendar", False)
    base = _base(slots, fixed)
    count = 1.0 if is_whole else _told_count(slots)
    if fixed.get("soft") and (count, unit) == (1, "Y"):
        base = Base.SOFT
    return Timing(Shift(count, unit, way, base, is_whole), _part(slots, fixed), clock)


def _shift_from(slots: Slots, _: Mapping[str, Any]) -> Timing | None:
    calendar = _date(slots, pick=_one(slots, "REL"))
    if not _is_sound(calendar):
        return None
    unit = _one(slots, *UNIT_CLASSES)
    return Timing(Shift(_count(slots), unit, _one(slots, "FROM"), Timing(calendar)))


def _week_of(slots: Slots, _: Mapping[str, Any]) -> Timing | None:
    calendar = _date(slots)
    return Timing(WeekOf(Timing(calendar), _one(slots, "WEEKISH") == "WE")) if _is_sound(calendar) else None


def _further(slots: Slots, _: Mapping[str, Any]) -> Timing | None:
    """The one beyond the last or the next."""
    way = _one(slots, "FROM")
    return Timing(Shift(2, _one(slots, "UNIT"), way, is_whole=True)) if way == _one(slots, "FURTHER") else None


def _piece(slots: Slots, _: Mapping[str, Any]) -> Timing | None:
    """A week of a month, by its number: as exact as a third of the month."""
    part = {1: "early", -1: "late", 4: "late"}.get(int(_one(slots, "ORD")), "mid")
    return Timing(Calendar(year=_one(slots, "YEAR", "YEAR2"), month=_one(slots, "MONTH")), part)


def _near(slots: Slots, fixed: Mapping[str, Any]) -> Timing | None:
    clock = str(_one(slots, "DAYPART", "MEAL") or "")
    days = _one(slots, "NEAR")
    if days is None:
        days = _one(slots, "REL") if "DAYPART" in slots else -1
    return Timing(Shift(abs(days), "D", (days > 0) - (days < 0), Base.NOW), _part(slots, fixed), clock)


def _length(slots: Slots, fixed: Mapping[str, Any]) -> Timing | None:
    unit = _one(slots, *UNIT_CLASSES)
    count = _told_count(slots)
    if (
        unit == "Q"
        and "way" not in fixed
        and count is not None
        and (count in (1, 3) or "ONE" in slots or (count or 0) > _MANY)
    ):
        return None  # a fraction: "three quarters of the vote"
    return Timing(Length(length_value(count, unit), unit, count, fixed.get("way", 0)))


def _repeat(slots: Slots, _: Mapping[str, Any]) -> Timing | None:
    part = str(_one(slots, "DAYPART", "DAYPARTS") or "")
    tail = f"T{part}" if part else ""
    weekday = _one(slots, "WEEKDAY", "WEEKDAYS")
    if weekday is not None:
        return Timing(Repeat(f"XXXX-WXX-{weekday + 1}{tail}"))
    if month := _one(slots, "MONTH"):
        return Timing(Repeat(f"XXXX-{month:02d}"))
    if season := _one(slots, "SEASON"):
        return Timing(Repeat(f"XXXX-{season}"))
    if often := _one(slots, "OFTEN"):
        return Timing(Repeat(often))
    unit = _one(slots, *UNIT_CLASSES)
    value = "P1Q" if unit == "Q" else length_value(_count(slots), unit)
    return Timing(Repeat(value))


def _vague(slots: Slots, _: Mapping[str, Any]) -> Timing | None:
    return Timing(Vague(_one(slots, "VAGUE", "SPELL")))


def _clock(slots: Slots, fixed: Mapping[str, Any]) -> Timing | None:
    time = _time_of_day(slots)
    if not time:
        return None
    calendar = _date({name: values for name, values in slots.items() if name != "NUM"}, pick=_one(slots, "REL"))
    if not _is_sound(calendar):
        return None
    if days := _one(slots, "NEAR"):
        return Timing(Shift(abs(days), "D", 1 if days > 0 else -1), "", time)
    if calendar == Calendar():
        base = Base.NOW if "NEAR" in slots else Base.SOFT
        return Timing(Shift(1, "D", 0, base, is_whole=True), "", time)
    return Timing(calendar, _part(slots, fixed), time)


def _time_of_day(slots: Slots) -> str:
    if noon := _one(slots, "NOON"):
        return str(noon)
    if "CLOCK" not in slots and "NUM" not in slots:
        return str(_one(slots, "DAYPART"))
    hours, _, minutes = str(_one(slots, "CLOCK") or f"{float(_one(slots, 'NUM')):.2f}".replace(".", ":")).partition(":")
    hour, minute = int(hours), int(minutes[:2])
    half = _one(slots, "AMPM") or ("pm" if _one(slots, "DAYPART") in ("AF", "EV") else "")
    if half and hour <= 12:  # noqa: PLR2004
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""  # noqa: PLR2004


def _days(slots: Slots, _: Mapping[str, Any]) -> Timing | None:
    days = [int(day) for day in (*slots.get("DAY", ()), *slots.get("ORD", ()))]
    year, month = _one(slots, "YEAR"), _one(slots, "MONTH")
    first, last = (Calendar(year=year, month=month, day=day) for day in days[:2])
    if not (_is_sound(first) and _is_sound(last)) or days[0] >= days[1]:
        return None
    return Timing(Range(Timing(first), Timing(last)))


def _years(slots: Slots, _: Mapping[str, Any]) -> Timing | None:
    first = int(slots["YEAR"][0])
    last = int(slots["YEAR"][1] if "NUM" not in slots else slots["NUM"][0])
    last += first // 100 * 100 if last < 100 else 0  # noqa: PLR2004
    return Timing(Range(Timing(Calendar(year=first)), Timing(Calendar(year=last)))) if first < last < 2200 else None  # noqa: PLR2004


_BUILDERS: Mapping[str, Callable[[Slots, Mapping[str, Any]], Timing | None]] = {
    "calendar": _calendar,
    "quarter": _quarter,
    "quarter_before": _quarter_before,
    "half": _half,
    "decade": _decade,
    "century": _century,
    "shift": _shift,
    "shift_from": _shift_from,
    "week_of": _week_of,
    "near": _near,
    "length": _length,
    "repeat": _repeat,
    "vague": _vague,
    "clock": _clock,
    "further": _further,
    "piece": _piece,
    "days": _days,
    "years": _years,
}
