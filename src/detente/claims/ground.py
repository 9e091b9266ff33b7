"""What a phrase is resolved on, and what comes of it."""

from dataclasses import dataclass
from datetime import date

from detente.claims.calendar import Stretch
from detente.domain.days import Tense


class NoTimeError(Exception):
    """Why a phrase names no time: caught in this package, where it becomes the reason of a `When`."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The days that a phrase means; an end that is not told is None."""

    earliest: date | None
    latest: date | None
    stretch: Stretch | None
    """The unit of the calendar that it is, where it is one."""
    part: str = ""
    clock: str = ""
    value: str = ""
    """As TIMEX3 writes it, where no stretch can."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a phrase stands: the day of the report, the direction, and the time told before."""

    published: date | None
    tense: Tense
    anchor: Moment | None

    @property
    def day(self) -> date:
        """The day of the report."""
        if self.published is None:
            raise NoTimeError("it counts from the report's own day, which is not known")
        return self.published

    @property
    def told(self) -> Moment:
        """The time told before."""
        if self.anchor is None:
            raise NoTimeError("it counts from a time that the report did not tell")
        return self.anchor

    @property
    def is_past(self) -> bool:
        """Whether the phrase looks back; one in no clear tense does."""
        return self.tense is not Tense.FUTURE

    @property
    def tense_ahead(self) -> Tense:
        """The tense of what comes after."""
        return Tense.FUTURE
