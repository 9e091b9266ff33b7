"""The time by which a promise is to be kept: "within two weeks", "by 9 July"."""

from collections.abc import Sequence
from dataclasses import replace

from detente.claims.dating import date_phrase
from detente.domain.days import NOT_KNOWN, Tense, TimePhrase, When
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.mentions.time_reading import read_times
from detente.rules.issues import read_words
from detente.rules.pledges import PledgeCues, Stems
from detente.rules.times import TimeRules, load_times


def due_in(report: Report, span: Span, told: When, cues: PledgeCues, times: TimeRules | None = None) -> When:
    """The first time in a promise that lies after the day on which it was given; not known where there is none."""
    text = report.text[span.start : span.end]
    for reading in read_times(text, times or load_times()):
        before = tuple(word.stem for word in read_words(text[: reading.start]))
        within = tuple(word.stem for word in read_words(text[reading.start : reading.end]))
        if not any(_ends_with(before, p) or within[: len(p)] == p for p in cues.due_before):
            continue
        if _is_of_another(text[: reading.start], cues):
            continue
        place = Span(span.start + reading.told_from, span.start + reading.end)
        is_length = any(_ends_with(before, p) for p in cues.length_before)
        exact = " ".join((*report.quote(place).exact.split(), cues.length_after if is_length else "")).strip()
        when = date_phrase(TimePhrase(place, exact, Tense.FUTURE), told if told.is_known else None)
        if isinstance(when, When) and _is_later(when, told):
            return replace(when, earliest=told.earliest) if is_length else when
    return NOT_KNOWN


def _is_of_another(before: str, cues: PledgeCues) -> bool:
    """Whether a clause on something else has begun before a time and has not ended."""
    return any(word.stem in cues.due_not_behind for word in read_words(before.rpartition(",")[2]))


def _ends_with(words: Sequence[str], phrase: Stems) -> bool:
    return tuple(words[-len(phrase) :]) == phrase


def _is_later(when: When, told: When) -> bool:
    last = when.latest or when.earliest
    return last is not None and (told.earliest is None or last > told.earliest)
