"""Well-known days: on which day of a year each falls."""

from calendar import monthrange
from datetime import date, timedelta

from detente.rules.times import Feast


def feast_day(feast: Feast, year: int) -> date | None:
    """The day of a feast in a year, or None where nothing tells it."""
    if feast.year is not None and feast.year != year:
        return None
    if feast.table:
        return next((day for day in feast.table if day.year == year), None)
    if feast.easter is not None:
        return easter(year) + timedelta(days=feast.easter)
    if feast.weekday is not None:
        return _nth_weekday(feast, year)
    return date(year, feast.month, feast.day)


def easter(year: int) -> date:
    """Easter Sunday of the western churches (Meeus, Jones and Butcher's reckoning)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * weekday) // 433
    month = (h + weekday - 7 * m + 90) // 25
    return date(year, month, (h + weekday - 7 * m + 33 * month + 19) % 32)


def _nth_weekday(feast: Feast, year: int) -> date:
    if feast.nth < 0:
        last = date(year, feast.month, monthrange(year, feast.month)[1])
        return last - timedelta(days=(last.weekday() - (feast.weekday or 0)) % 7)
    first = date(year, feast.month, feast.earliest)
    return first + timedelta(days=((feast.weekday or 0) - first.weekday()) % 7 + 7 * (feast.nth - 1))
