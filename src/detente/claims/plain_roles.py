"""Roles as a reader is shown them, without what parsers hang on a title that is no part of it."""

from detente.mentions.time_reading import read_times
from detente.rules.times import load_times


def without_day(role: str) -> str:
    """A role without the day before it: "on 18 August President Ana Silva" names a president."""
    if not any(c.isdigit() for c in role):
        return role
    ends = [r.end for r in read_times(role, load_times()) if not role[: r.start].strip()]
    return role[max(ends, default=0) :].strip() or role
