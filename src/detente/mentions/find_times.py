"""The phrases of a report that name times: when, how long, how often."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from detente.domain.days import TimePhrase
from detente.domain.spans import Span
from detente.mentions.time_anchors import Trail
from detente.mentions.time_meanings import Length, Repeat, Timing
from detente.mentions.time_reading import Reading, read_times
from detente.mentions.time_tense import tense_of
from detente.mentions.time_vetoes import borne_names, is_vetoed
from detente.rules.times import TimeRules, load_times
from detente.text.parsed import Sentence

CHAIN = " ← "
"""Between the words of a phrase's anchor and those of the phrase that the anchor itself counts from."""


class TimeKind(StrEnum):
    """What a phrase tells."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A phrase that names a time, where it stands, and what it says before the report's day is known."""

    sentence: int
    span: Span
    exact: str
    """Its words, white space folded."""
    first: int
    """Its first token in the sentence."""
    after: int
    """The token after its last."""
    kind: TimeKind
    timing: Timing
    form: str
    phrase: TimePhrase
    """What is stored of it; a word before it that tells which side is meant ("since") is part of it."""
    parts: tuple["TimeMention", ...] = ()
    """The two ends, where it is a range."""

    @property
    def can_date(self) -> bool:
        """Whether it can be the day of an act: no length, no repeat."""
        core = self.timing.core
        return not (isinstance(core, Repeat) or (isinstance(core, Length) and core.way == 0))


def find_times(
    sentences: Sequence[Sentence], rules: TimeRules | None = None, *, is_narrative: bool = False
) -> tuple[TimeMention, ...]:
    """All time phrases in the text's order; in a narrative, dates without a year go on from the last date told."""
    known = load_times() if rules is None else rules
    trail = Trail(CHAIN, is_narrative=is_narrative)
    found: list[TimeMention] = []
    borne = borne_names(sentences, known)
    for sentence in sentences:
        for mention in _in_sentence(sentence, known, borne):
            anchor = trail.anchor(mention.timing, mention.phrase.tense, sentence)
            whole = _anchored(mention, anchor)
            trail.tell(whole.timing, whole.phrase, sentence)
            found.append(whole)
    return tuple(found)


def by_sentence(times: Iterable[TimeMention]) -> Mapping[int, Sequence[TimeMention]]:
    """The phrases of each sentence that has any, by its number."""
    found: dict[int, list[TimeMention]] = defaultdict(list)
    for mention in times:
        found[mention.sentence].append(mention)
    return dict(found)


def _anchored(mention: TimeMention, anchor: str | None) -> TimeMention:
    if anchor is None:
        return mention
    parts = tuple(_anchored(part, anchor) for part in mention.parts)
    return replace(mention, phrase=replace(mention.phrase, anchor=anchor), parts=parts)


def _in_sentence(sentence: Sentence, rules: TimeRules, borne: frozenset[str]) -> Iterator[TimeMention]:
    text, starts = _joined(sentence)
    if rules.trigger.search(text.lower()) is None:
        return
    for reading in read_times(text, rules):
        first, after = _tokens(starts, reading.start, reading.end)
        if not is_vetoed(reading, sentence, (first, after), rules, borne):
            yield _mention(reading, sentence, text, starts, rules)


def _joined(sentence: Sentence) -> tuple[str, list[int]]:
    """The words of a sentence with single blanks, and where each token starts in them."""
    pieces: list[str] = []
    starts: list[int] = []
    length, end = 0, sentence.tokens[0].start
    for token in sentence.tokens:
        if token.start > end:
            pieces.append(" ")
            length += 1
        starts.append(length)
        pieces.append(token.text)
        length += len(token.text)
        end = token.end
    return "".join(pieces), starts


def _tokens(starts: Sequence[int], start: int, end: int) -> tuple[int, int]:
    first = max(i for i, at in enumerate(starts) if at <= start)
    after = next((i for i, at in enumerate(starts) if at >= end), len(starts))
    return first, after


def _span(sentence: Sentence, starts: Sequence[int], start: int, end: int) -> Span:
    first, after = _tokens(starts, start, end)
    a, b = sentence.tokens[first], sentence.tokens[after - 1]
    return Span(min(a.start + start - starts[first], a.end - 1), min(b.start + end - starts[after - 1], b.end))


def _mention(reading: Reading, sentence: Sentence, text: str, starts: Sequence[int], rules: TimeRules) -> TimeMention:
    first, after = _tokens(starts, reading.start, reading.end)
    told = _span(sentence, starts, reading.told_from, reading.end)
    tense = tense_of(sentence, (first, after), reading.timing.bound, rules)
    return TimeMention(
        sentence=sentence.index,
        span=_span(sentence, starts, reading.start, reading.end),
        exact=text[reading.start : reading.end],
        first=first,
        after=after,
        kind=_kind(reading.timing),
        timing=reading.timing,
        form=reading.form,
        phrase=TimePhrase(told, text[reading.told_from : reading.end], tense),
        parts=tuple(_mention(part, sentence, text, starts, rules) for part in reading.parts),
    )


def _kind(timing: Timing) -> TimeKind:
    if isinstance(timing.core, Repeat):
        return TimeKind.SET
    if isinstance(timing.core, Length):
        return TimeKind.DURATION
    return TimeKind.TIME if timing.clock else TimeKind.DATE
