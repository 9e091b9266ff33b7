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
from detente.mentions.time_tense import over
from detente.text.parsed import Sentence

_ORDER = ("TS", "TM", "TH", "D", "WE", "W", "FN", "M", "S", "Q", "H", "Y", "E", "C", "L")
NEAR_SENTENCES = 6
"""A quarter of a company's year is what "a year earlier" counts from only so many sentences on."""

CLOCK_SENTENCES = 2
"""An hour without a day is of the day that was told so few sentences before."""


def grain(timing: Timing) -> str | None:
    """The finest unit that a timing tells, or None where it tells no place on the calendar."""
    match timing.core:
        case Calendar() as calendar:
            return _calendar_grain(calendar)
        case Within(inner, _):
            return _calendar_grain(inner)
        case Shift(unit=unit, count=count):
            return None if count is None else unit
        case Range(_, last):
            return grain(last)
        case core:
            return _COARSE.get(type(core))


def _calendar_grain(calendar: Calendar) -> str:
    is_day = calendar.day is not None or calendar.weekday is not None or calendar.feast is not None
    told = (
        (is_day, "D"),
        (calendar.month is not None, "M"),
        (calendar.quarter is not None, "Q"),
        (calendar.half is not None, "H"),
        (calendar.season is not None, "S"),
    )
    return next((unit for is_told, unit in told if is_told), "Y")


_COARSE: dict[type[Core], str] = {WeekOf: "W", Decade: "E", Century: "C"}


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
            case Shift():
                return self._for_shift(core, sentence)
            case Within(_, Timing(outer)) | Range(Timing(outer), _):
                return self._for(outer, tense, sentence)
            case Calendar(base=Base.ANCHOR):
                return self._latest("D")
            case Calendar() if _lacks_year(core):
                return self._year(core, tense, sentence)
            case _:
                return None

    def _for_shift(self, shift: Shift, sentence: Sentence) -> TimePhrase | None:
        if _is_year_earlier(shift):
            return self._quarter(sentence) or self._latest("Y", is_comparing=True)
        if shift.base is Base.ANCHOR:
            return self._latest(shift.unit if shift.is_whole else "Y")
        return self._soft(shift.unit, sentence) if shift.base is Base.SOFT else None

    def _latest(self, unit: str, *, is_comparing: bool = False) -> TimePhrase | None:
        """The last phrase that is as fine as a unit; one that looks aside only where there is no other."""
        fine = _ORDER[: _ORDER.index(unit) + 1]
        told = [
            (phrase, timing)
            for grain_, phrase, timing, _ in reversed(self._told)
            if grain_ in fine
            and not (is_comparing and isinstance(timing.core, Shift) and _is_year_earlier(timing.core))
        ]
        straight = (phrase for phrase, timing in told if not _is_term(phrase, timing))
        return next(straight, told[0][0] if told else None)

    def _soft(self, unit: str, sentence: Sentence) -> TimePhrase | None:
        if self._is_narrative:
            return self._latest(unit)
        if unit == "D":
            near = (
                (p, t)
                for g, p, t, s in reversed(self._told)
                if g in ("D", "TH") and sentence.index - s.index <= CLOCK_SENTENCES
            )
            same = (p for p, t in near if not _is_term(p, t))
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
        tells_year = (
            isinstance(timing.core, Calendar) and timing.core.year is not None and timing.core.month is not None
        )
        most = NEAR_SENTENCES if calendar.day is not None else 0
        is_near = where.paragraph == sentence.paragraph and sentence.index - where.index <= most
        is_near = is_near and (where.index == sentence.index or not _describes(phrase, where))
        return phrase if tells_year and is_near and tense is phrase.tense is Tense.PAST else None

    @staticmethod
    def _is_aside(unit: str, phrase: TimePhrase, timing: Timing) -> bool:
        """Whether a phrase looks away from what is told: a bare year that dates no verb, or a term."""
        return unit in ("Y", "E", "C") and (phrase.tense is not Tense.PAST or _is_term(phrase, timing))


def _describes(phrase: TimePhrase, sentence: Sentence) -> bool:
    """Whether a phrase stands in a relative clause: it dates what is described, and the story goes on without it."""
    at = next((t.i for t in sentence.tokens if phrase.span.holds(t.span)), 0)
    return any(token.dep == "relcl" for token in over(sentence, at))


def _is_year_earlier(shift: Shift) -> bool:
    """Whether it is the "a year earlier" of a comparison: several of them count from one time."""
    return (shift.count, shift.unit, shift.way, shift.base) == (1, "Y", -1, Base.ANCHOR) and not shift.is_whole


def _is_term(phrase: TimePhrase, timing: Timing) -> bool:
    """Whether a phrase names an end that is looked forward to, not a time at which something was."""
    return phrase.tense is Tense.FUTURE or timing.bound in (Bound.BY, Bound.UNTIL, Bound.BEFORE, Bound.AFTER)


def _lacks_year(calendar: Calendar) -> bool:
    return calendar.year is None and calendar.pick is None and (calendar.month is not None or calendar.weekday is None)
