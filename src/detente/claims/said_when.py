"""When each statement was made, where the words around it tell: "on Wednesday the minister said"."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from detente.claims.time_reach import phrase_for
from detente.domain.findings import Problem, Statement
from detente.mentions.find_times import TimeMention, by_sentence
from detente.text.parsed import Sentence


def with_times(
    said: Sequence[Statement | Problem], sentences: Sequence[Sentence], times: Sequence[TimeMention]
) -> tuple[Statement | Problem, ...]:
    """The statements, each with the phrase that dates its word of saying."""
    near = by_sentence(times)
    return tuple(_timed(one, sentences, near) if isinstance(one, Statement) else one for one in said)


def _timed(statement: Statement, sentences: Sequence[Sentence], near: Mapping[int, Sequence[TimeMention]]) -> Statement:
    words = [quote.span for quote in (statement.quote, *statement.stretches)]
    first = bisect_right(sentences, words[0].start, key=_start) - 1
    after = bisect_left(sentences, words[-1].end, key=_start)
    for sentence in sentences[max(first, 0) : after]:
        outside = [m for m in near.get(sentence.index, ()) if not any(span.meets(m.span) for span in words)]
        cues = (t.i for t in sentence.tokens if t.text == statement.cue and not any(s.holds(t.span) for s in words))
        found = next((m for cue in cues if outside and (m := phrase_for(sentence, cue, outside))), None)
        if found is not None:
            return replace(statement, time=found.phrase)
    return statement


def _start(sentence: Sentence) -> int:
    return sentence.tokens[0].start
