"""What a time phrase says, before it is known which days it means."""

from dataclasses import dataclass
from enum import StrEnum

PAST, FUTURE = "PAST_REF", "FUTURE_REF"
"""The values of a vague phrase that looks back or ahead; the others say no more than now."""


class Base(StrEnum):
    """What a phrase counts from."""

    NOW = "now"  # the day of the report
    ANCHOR = "anchor"  # a time that the report named before
    SOFT = "soft"  # a time that the report named before where it is of the kind, else the report's day


class Bound(StrEnum):
    """Which side of a time is meant, where a word before it says so."""

    SINCE = "since"
    AFTER = "after"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Calendar:
    """Parts of the calendar; what is None is not said."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 is Monday."""
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    feast: str | None = None
    pick: int | None = None
    """-1 for "last Friday", 0 for "this", 1 for "next", 2 for "coming"."""
    before_christ: bool = False
    base: Base = Base.NOW


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years; 199 are the 1990s, and where the century is left out, 9 are the nineties."""

    tens: int


@dataclass(frozen=True, slots=True)
class Century:
    """A hundred years, counted from 1."""

    number: int
    before_christ: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from a base; no count where the text leaves it open ("days later")."""

    count: float | None
    unit: str
    way: int
    base: "Base | Timing" = Base.NOW
    is_whole: bool = False
    """Whether whole units of the calendar are counted: "last month" against "a month ago"."""


@dataclass(frozen=True, slots=True)
class Within:
    """A part of the calendar in a stretch that something else names: "May last year", "Thursday last week"."""

    inner: Calendar
    outer: "Timing"


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week in which a day lies."""

    day: "Timing"
    is_weekend: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """How long something lasts; `way` where it ends or begins with the day of the report."""

    value: str
    unit: str
    count: float | None
    way: int = 0


@dataclass(frozen=True, slots=True)
class Repeat:
    """How often something is done."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """Now, once or some day."""

    value: str


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another."""

    first: "Timing"
    last: "Timing"


Core = Calendar | Decade | Century | Shift | Within | WeekOf | Length | Repeat | Vague | Range


@dataclass(frozen=True, slots=True)
class Timing:
    """A core, narrowed to a part of it or to an hour."""

    core: Core
    part: str = ""
    """early, late, mid, start, end, earlier, later or within."""
    clock: str = ""
    """MO, AF, EV, NI or HH:MM."""
    bound: Bound | None = None
