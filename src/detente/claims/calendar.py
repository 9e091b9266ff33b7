"""Stretches of the calendar: days, weeks, months, quarters, years, decades; and how to walk along them."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = {"M": 1, "Q": 3, "S": 3, "H": 6, "Y": 12, "E": 120, "C": 1200, "L": 12000}
"""How many months a unit holds; S is a season."""
DAYS = {"D": 1, "W": 7, "WE": 2, "FN": 14}
STEPS = {"D": 1, "W": 7, "WE": 7, "FN": 14}
"""How many days lie between two such stretches that follow each other."""
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month in which a season begins, as TIMEX3 and the weather services of the north count."""
SIZES = ("TS", "TM", "TH", "D", "WE", "W", "FN", "M", "S", "Q", "H", "Y", "E", "C", "L")
"""Units from the finest to the coarsest."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One unit of the calendar; make it with `around`."""

    unit: str
    first: date
    is_before_christ: bool = False

    @property
    def last(self) -> date:
        """Its last day."""
        if self.unit in DAYS:
            return self.first + timedelta(days=DAYS[self.unit] - 1)
        return months_on(self.first, MONTHS[self.unit]) - timedelta(days=1)

    def shifted(self, count: int) -> "Stretch":
        """The stretch of the same unit so many units on, or back where the count is less than 0."""
        if self.is_before_christ:
            count = -count
        if self.unit in STEPS:
            return Stretch(self.unit, self.first + timedelta(days=STEPS[self.unit] * count), self.is_before_christ)
        step = 12 if self.unit == "S" else MONTHS[self.unit]
        return Stretch(self.unit, months_on(self.first, step * count), self.is_before_christ)

    @property
    def value(self) -> str:
        """As TIMEX3 writes it."""
        return f"{'BC' if self.is_before_christ else ''}{_VALUES[self.unit](self.first)}"


def months_on(day: date, months: int) -> date:
    """The same day of the month so many months on, or the month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def around(unit: str, day: date) -> Stretch:
    """The stretch of a unit in which a day lies."""
    match unit:
        case "D":
            return Stretch(unit, day)
        case "W" | "FN":
            return Stretch(unit, day - timedelta(days=day.weekday()))
        case "WE":
            return Stretch(unit, day - timedelta(days=day.weekday()) + timedelta(days=5))
        case "S":
            return _season_around(day)
        case _:
            return _months_around(unit, day)


def season(year: int, name: str) -> Stretch:
    """A season of a year; the winter of a year begins in its December."""
    return Stretch("S", date(year, SEASON_MONTHS[name], 1))


def _season_around(day: date) -> Stretch:
    month = day.month // 3 * 3 or 12
    return Stretch("S", date(day.year - (day.month < 3), month, 1))  # noqa: PLR2004 - winter goes over the new year


def _months_around(unit: str, day: date) -> Stretch:
    size = MONTHS[unit]
    if size < MONTHS["Y"]:
        return Stretch(unit, date(day.year, (day.month - 1) // size * size + 1, 1))
    years = size // 12
    return Stretch(unit, date(max(day.year // years * years, 1), 1, 1))


def _week_value(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


_SEASON_NAMES = {month: name for name, month in SEASON_MONTHS.items()}
_VALUES: Mapping[str, Callable[[date], str]] = {
    "D": lambda day: day.isoformat(),
    "W": _week_value,
    "FN": _week_value,
    "WE": lambda day: _week_value(day) + "-WE",
    "M": lambda day: f"{day.year:04d}-{day.month:02d}",
    "Q": lambda day: f"{day.year:04d}-Q{(day.month + 2) // 3}",
    "H": lambda day: f"{day.year:04d}-H{(day.month + 5) // 6}",
    "S": lambda day: f"{day.year:04d}-{_SEASON_NAMES[day.month]}",
    "Y": lambda day: f"{day.year:04d}",
    "E": lambda day: f"{day.year // 10:03d}",
    "C": lambda day: f"{day.year // 100:02d}",
    "L": lambda day: f"{day.year // 1000:d}",
}
