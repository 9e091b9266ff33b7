"""When: days as precise as a report is, and no more."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from detente.domain.spans import Span


class Precision(StrEnum):
    """How much of the calendar a `When` covers."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    LONGER = "longer"


class Basis(StrEnum):
    """Where a day comes from."""

    STATED = "stated"  # the report's text says it whole
    METADATA = "metadata"  # a manifest, JSON-LD or meta element says it
    INFERRED = "inferred"  # reasoned from other evidence
    RESOLVED = "resolved"  # a phrase of the text, resolved against the publication day
    LEAD = "lead"  # no phrase: the report's own day, where tense and place in the report allow it
    JUDGED = "judged"  # a person says it
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days, both ends included; an end that is not known is None."""

    earliest: date | None
    latest: date | None
    precision: Precision
    basis: Basis
    reason: str = ""
    """One sentence for a reader, or the empty string."""

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.latest < self.earliest:
            message = f"a time cannot end ({self.latest}) before it begins ({self.earliest})"
            raise ValueError(message)

    @property
    def is_known(self) -> bool:
        """Whether both ends are known."""
        return self.earliest is not None and self.latest is not None

    @property
    def days(self) -> int | None:
        """How many days the interval holds, or None where an end is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def meets(self, other: "When", slack: int = 0) -> bool:
        """Whether the two intervals can name one day, give or take `slack` days; open ends meet everything."""
        wide = timedelta(days=slack)
        if self.latest and other.earliest and other.earliest - self.latest > wide:
            return False
        return not (other.latest and self.earliest and self.earliest - other.latest > wide)


NOT_KNOWN = When(None, None, Precision.LONGER, Basis.UNKNOWN)


_MOST_DAYS = ((1, Precision.DAY), (7, Precision.WEEK), (31, Precision.MONTH), (366, Precision.YEAR))


def precision_of(earliest: date | None, latest: date | None) -> Precision:
    """How much of the calendar lies between two days, both counted; with an open end it is more than a year."""
    if earliest is None or latest is None:
        return Precision.LONGER
    length = (latest - earliest).days + 1
    return next((precision for most, precision in _MOST_DAYS if length <= most), Precision.LONGER)


def on_day(day: date, basis: Basis, reason: str = "") -> When:
    """A time of exactly one day."""
    return When(day, day, Precision.DAY, basis, reason)


class Tense(StrEnum):
    """The direction in which a phrase such as "Thursday" or "in March" is to be looked for."""

    PAST = "past"
    FUTURE = "future"
    PRESENT = "present"
    PERFECT = "perfect"  # of acts alone: done at some time before, and still of weight
    REPEATED = "repeated"  # of acts alone: done on several days, of which none is told


class Side(StrEnum):
    """Where an act lies, seen from the time that its phrase names."""

    AT = "at"
    BY = "by"  # then or before: what had happened when it was told
    EARLIER = "earlier"  # the phrase is a length, and the act lies so long before what it counts from
    LATER = "later"
    SPOKEN = "spoken"  # the phrase counts from the day of a speech that the report quotes: "today", said by a speaker


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A time phrase as it was found; its day is derived, since a report's own day may be found late."""

    span: Span
    exact: str
    tense: Tense = Tense.PAST
    anchor: str | None = None
    """The words of the other phrase of the report that this one counts from ("the following day"), or None."""
    side: Side = Side.AT
