"""What a phrase counts from: the thread of dates that runs through a text."""

from detente.domain.days import Tense, TimePhrase
from detente.mentions.time_meanings import (
    Base,
    Bound,
    Calendar,
    Century,
    Core,
    Decade,
    Range,
    Shift,
    Timing,
    WeekOf,
    Within,
)
from detente.text.parsed import Sentence

_ORDER = ("TS", "TM", "TH", "D", "WE", "W", "FN", "M", "S", "Q", "H", "Y", "E", "C", "L")
NEAR_SENTENCES = 2
"""A quarter of a company's year is what "a year earlier" counts from only so many sentences on."""


def grain(timing: Timing) -> str | None:
    """The finest unit that a timing tells, or None where it tells no place on the calendar."""
    match timing.core:
        case Calendar() | Within() as core:
            return _calendar_grain(core if isinstance(core, Calendar) else core.inner)
        case Shift(unit=unit, count=count):
            return None if count is None else unit
        case WeekOf():
            return "W"
        case Range(_, last):
            return grain(last)
        case Decade():
            return "E"
        case Century():
            return "C"
        case _:
            return None


def _calendar_grain(calendar: Calendar) -> str:
    if calendar.day is not None or calendar.weekday is not None or calendar.feast is not None:
        return "D"
    if calendar.month is not None:
        return "M"
    if calendar.quarter is not None:
        return "Q"
    if calendar.half is not None:
        return "H"
    return "S" if calendar.season is not None else "Y"


class Trail:
    """The dates told so far; `anchor` before `tell`, phrase by phrase."""

    def __init__(self, chain: str, *, is_narrative: bool) -> None:
        self._chain = chain
        self._is_narrative = is_narrative
        self._told: list[tuple[str, TimePhrase, Timing, Sentence]] = []

    def tell(self, timing: Timing, phrase: TimePhrase, sentence: Sentence) -> None:
        """Remember a phrase that names a place on the calendar."""
        unit = grain(timing)
        counts_from_now = isinstance(timing.core, Shift) and timing.core.base is Base.NOW
        if unit is not None and not (self._is_narrative and counts_from_now):
            self._told.append((unit, phrase, timing, sentence))

    def anchor(self, timing: Timing, tense: Tense, sentence: Sentence) -> str | None:
        """The words of what a phrase counts from, then of what those count from; None where it needs nothing."""
        told = self._for(timing.core, tense, sentence)
        if told is None:
            return None
        return told.exact if told.anchor is None else f"{told.exact}{self._chain}{told.anchor}"

    def _for(self, core: Core, tense: Tense, sentence: Sentence) -> TimePhrase | None:
        match core:
            case Shift(unit=unit, base=Base.ANCHOR, is_whole=is_whole):
                return self._latest(unit if is_whole else "Y")
            case Shift(unit=unit, base=Base.SOFT):
                return self._soft(unit, sentence)
            case Within(_, outer):
                return self._for(outer.core, tense, sentence)
            case Calendar(base=Base.ANCHOR):
                return self._latest("D")
            case Range(first, _):
                return self._for(first.core, tense, sentence)
            case Calendar() if _lacks_year(core):
                return self._year(core, tense, sentence)
            case _:
                return None

    def _latest(self, unit: str) -> TimePhrase | None:
        """The last phrase that is as fine as a unit."""
        fine = _ORDER[: _ORDER.index(unit) + 1]
        return next((phrase for grain_, phrase, _, _ in reversed(self._told) if grain_ in fine), None)

    def _soft(self, unit: str, sentence: Sentence) -> TimePhrase | None:
        if self._is_narrative:
            return self._latest(unit)
        if unit == "D":
            same = (p for g, p, _, s in reversed(self._told) if g in ("D", "TH") and s.index == sentence.index)
            return next(same, None)
        return self._quarter(sentence) if unit in ("Q", "Y") else None

    def _quarter(self, sentence: Sentence) -> TimePhrase | None:
        """The quarter that was told just before, for "a year earlier" and "the quarter"."""
        for unit, phrase, _, where in reversed(self._told):
            if sentence.index - where.index > NEAR_SENTENCES:
                return None
            if unit == "Q":
                return phrase
        return None

    def _year(self, calendar: Calendar, tense: Tense, sentence: Sentence) -> TimePhrase | None:
        """The phrase whose year a date without one shares."""
        if not self._told:
            return None
        if self._is_narrative:
            return next((p for unit, p, t, _ in reversed(self._told) if not self._is_aside(unit, p, t)), None)
        _, phrase, timing, where = self._told[-1]
        tells_year = isinstance(timing.core, Calendar) and timing.core.year is not None and timing.core.month is not None
        most = NEAR_SENTENCES if calendar.day is not None else 0
        is_near = where.paragraph == sentence.paragraph and sentence.index - where.index <= most
        return phrase if tells_year and is_near and tense is phrase.tense is Tense.PAST else None


    @staticmethod
    def _is_aside(unit: str, phrase: TimePhrase, timing: Timing) -> bool:
        """Whether a phrase looks away from what is told: a bare year that dates no verb, or a term."""
        return unit in ("Y", "E", "C") and (phrase.tense is not Tense.PAST or timing.bound in (Bound.UNTIL, Bound.BEFORE, Bound.AFTER))


def _lacks_year(calendar: Calendar) -> bool:
    return calendar.year is None and calendar.pick is None and (calendar.month is not None or calendar.weekday is None)
