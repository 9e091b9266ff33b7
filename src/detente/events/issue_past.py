"""Where an issue stood in a past that its report dates: "the talks, suspended since 2018", "curbs imposed in 2019"."""

from collections.abc import Iterator, Sequence

from detente.claims.dating import counted_from, date_phrase, read_phrase
from detente.domain.days import NOT_KNOWN, Precision, Side, Tense, TimePhrase, When
from detente.domain.derived import Change
from detente.domain.spans import Span
from detente.events.topics import Reading, Topic
from detente.mentions.time_meanings import Bound, Length, Repeat, Vague
from detente.mentions.time_reading import Reading as TimeReading
from detente.mentions.time_reading import read_times
from detente.rules.issues import IssueCues, Word
from detente.rules.times import load_times

BETWEEN = 5
"""Words that may stand between the name and the word of its status: "the curbs that Tokyo had imposed"."""
BEFORE_TIME = 3
"""Words that may stand between that word and the time: "imposed by Tokyo in 2019"."""
_REACH = 80
"""Characters in which the time must begin."""


def past_changes(reading: Reading, topic: Topic, published: When, cues: IssueCues) -> Iterator[Change]:
    """The status in which the words right behind a name put it at a time before the report's day."""
    found = _status_behind(reading, topic, cues)
    if found is None:
        return
    status, last = found
    phrase = _time_behind(reading, topic, last, cues)
    when = NOT_KNOWN if phrase is None else _began(phrase, published)
    if phrase is not None and _is_past(when, published):
        yield Change(when, status, reading.findings.report.quote(topic.span.join(phrase.span)))


def _status_behind(reading: Reading, topic: Topic, cues: IssueCues) -> tuple[str, Word] | None:
    """The first status told behind a name, and its last word; none where a denial or another name comes first."""
    end = reading.sentence_at(topic.sentence).end
    behind = reading.words_in(Span(topic.span.end, max(end, topic.span.end + 1)))
    names = {t.span.start for t in reading.topics if t.sentence == topic.sentence}
    for i, word in enumerate(behind[: BETWEEN + 1]):
        if word.start in names or word.stem in cues.negations or word.stem in cues.turns:
            return None
        fits = [
            (len(phrase), status)
            for _, status, phrase in cues.past_by_first[topic.nature].get(word.stem, ())
            if tuple(w.stem for w in behind[i : i + len(phrase)]) == phrase
        ]
        if fits:
            length, status = max(fits)
            return status, behind[i + length - 1]
    return None


def _time_behind(reading: Reading, topic: Topic, last: Word, cues: IssueCues) -> TimePhrase | None:
    """The time that follows a word of status; a length is that for which it has lasted when the report comes out."""
    text = reading.findings.report.text
    end = min(reading.sentence_at(topic.sentence).end, last.end + _REACH)
    for time in read_times(text[last.end : end], load_times()):
        before = reading.words_in(Span(last.end, last.end + time.told_from)) if time.told_from else ()
        length = isinstance(time.timing.core, Length)
        if len(before) > BEFORE_TIME or not _is_time(time) or (length and not _goes_on(before, cues)):
            return None
        span = Span(last.end + time.start, last.end + time.end)
        side = Side.EARLIER if length else Side.AT
        return TimePhrase(span, " ".join(text[span.start : span.end].split()), Tense.PAST, None, side)
    return None


def _is_time(time: TimeReading) -> bool:
    """Whether a phrase names a stretch of the calendar in which something was or began."""
    is_term = time.timing.bound in (Bound.UNTIL, Bound.BY, Bound.BEFORE, Bound.AFTER)
    return not is_term and not isinstance(time.timing.core, Repeat | Vague)


def _goes_on(before: Sequence[Word], cues: IssueCues) -> bool:
    return bool(before) and before[-1].stem in cues.spans


def _began(phrase: TimePhrase, published: When) -> When:
    """When a status began: at the time that is named, or as long ago as it has lasted."""
    if phrase.side is Side.EARLIER:
        timing = read_phrase(phrase.exact)
        is_long = timing is not None and isinstance(timing.core, Length) and timing.core.unit in ("Y", "M", "E")
        return counted_from(phrase, published) if is_long and published.is_known else NOT_KNOWN
    when = date_phrase(phrase, published if published.is_known else None)
    return when if isinstance(when, When) else NOT_KNOWN


def _is_past(when: When, published: When) -> bool:
    """Whether a time is a stretch of the calendar that began before the report came out."""
    if when.earliest is None or when.latest is None or when.precision is Precision.LONGER:
        return False
    return published.earliest is None or when.earliest < published.earliest
