"""The pieces of a report that are judged: sentences, run-in headings, and words that are furniture in themselves."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from detente.domain.spans import Span
from detente.rules.furniture import FurnitureCues, Reach, Where
from detente.text.datelines import Dateline, dateline_of
from detente.text.lines import Line
from detente.text.sentences import split_sentences
from detente.text.written_days import DAY


class Kind(StrEnum):
    """What a piece is."""

    TEXT = "text"
    HEADING = "heading"
    FURNITURE = "furniture"
    ENDLESS = "endless"


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence or part of one, within one line."""

    span: Span
    line: int
    kind: Kind = Kind.TEXT
    is_run_in: bool = False
    """Whether the words around it go on as if it were not there."""


FEWEST_LOUD_WORDS = 2
LABEL_LOUD_WORDS = 4
LOUD_LENGTH = 4
"""A word in capitals of this length is more than an acronym: two such words make a heading, one may be NATO."""

_TOKEN = re.compile(r"\S+")
_BRACKETS = re.compile(r"[(\[][^()\[\]]{2,120}[)\]](?=(\s+)['\"“‘]?[A-ZÀ-Þ])")
_NAMED = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,30}:\s")
_LOOSE_MARKS = re.compile(r"\s*[,;|·]")
FIRST_LINES = 8
"""Lines in which a report's place may stand: its headline, byline and stamp go before."""


def cut(text: str, lines: Sequence[Line], cues: FurnitureCues) -> list[Piece]:
    """All pieces of all lines, in order; only those that are furniture or headings by themselves are marked."""
    named = [i for i, line in enumerate(lines) if _is_named(text[line.span.start : line.span.end], cues)]
    # PORT: opens one report, in a transcript ROE: opens many a line
    place = named[0] if len(named) == 1 and named[0] < FIRST_LINES else None
    found = [
        dateline_of(text[line.span.start : line.span.end], may_be_named=i == place) for i, line in enumerate(lines)
    ]
    # many lines that begin with a day are a chronology, whose days are those of its acts
    is_chronology = sum(dateline is not None and dateline.is_bare for dateline in found) > 1
    return [
        piece
        for i, (line, dateline) in enumerate(zip(lines, found, strict=True))
        for piece in _cut_line(text, Line(line.span, i), cues, _length(dateline, is_chronology=is_chronology))
    ]


def _length(dateline: Dateline | None, *, is_chronology: bool) -> int:
    return 0 if dateline is None or (is_chronology and dateline.is_bare) else dateline.length


def _is_named(words: str, cues: FurnitureCues) -> bool:
    """Whether a line begins with capitals and a colon that are no label of furniture."""
    labels = cues.of(Reach.SENTENCE, Reach.LINE)
    return bool(_NAMED.match(words)) and not any(cue.find(words, words.casefold()) for cue in labels)


def _cut_line(text: str, numbered: Line, cues: FurnitureCues, dateline: int) -> Iterator[Piece]:
    span, line = numbered.span, numbered.block
    start = span.start
    for part in _run_ins(text, span, cues, dateline):
        yield from _sentences(text, start, part.start, line, cues)
        yield Piece(part, line, Kind.FURNITURE, is_run_in=True)
        start = part.end
    yield from _sentences(text, start, span.end, line, cues)


def _run_ins(text: str, span: Span, cues: FurnitureCues, dateline: int) -> Iterator[Span]:
    """The dateline of a line and the words that are furniture wherever they stand, in order, apart."""
    content = text[span.start : span.end]
    folded = content.casefold()
    found = [
        _without_opener(match, cues)
        for cue in cues.of(Reach.WORDS)
        if cue.where is Where.ANYWHERE
        for match in cue.find_all(content, folded)
    ]
    # a page lists other reports with their days: "The talks failed. (17.03.2017)"
    found += [match.span("day") for match in _bracketed_day().finditer(content)]
    if dateline:
        found.append((0, dateline))
    end = 0
    for first, last in sorted(found, key=lambda place: (place[0], -place[1])):
        if first >= end:
            loose = _LOOSE_MARKS.match(content, last)
            end = loose.end() if loose else last
            yield Span(span.start + first, span.start + end)


@cache
def _bracketed_day() -> re.Pattern[str]:
    plain = re.sub(r"\?P<\w+>", "?:", DAY)
    return re.compile(rf"(?<=[.!?])\s*(?P<day>\({plain}\))(?=\s|$)", re.IGNORECASE)


def _without_opener(match: re.Match[str], cues: FurnitureCues) -> tuple[int, int]:
    """The place of a match, without a last word that opens the next sentence: names take all capitals they find."""
    before, _, last = match.group().rpartition(" ")
    length = len(before) if before and last in cues.openers.words else len(match.group())
    return match.start(), match.start() + length


def _sentences(text: str, start: int, end: int, line: int, cues: FurnitureCues) -> Iterator[Piece]:
    stretch = text[start:end]
    if not stretch.strip():
        return
    trimmed = Span(start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip()))
    for span in _cut_after_credits(text, split_sentences(text, trimmed, cues.abbreviations.words), cues):
        # a report may begin with a name in capitals
        loud = _loud_start(text[span.start : span.end]) if line or span.start > trimmed.start else 0
        if loud:
            yield Piece(Span(span.start, span.start + loud), line, Kind.HEADING, is_run_in=True)
            rest = text[span.start + loud : span.end]
            yield Piece(Span(span.end - len(rest.lstrip()), span.end), line)
        else:
            yield Piece(span, line)


def _cut_after_credits(text: str, sentences: Iterable[Span], cues: FurnitureCues) -> Iterator[Span]:
    """Sentences cut after a picture's credit in brackets: what follows it is no longer the caption."""
    for span in sentences:
        start = span.start
        for match in _BRACKETS.finditer(text, span.start, span.end):
            words = match.group()
            if any(cue.find(words, words.casefold()) for cue in cues.of(Reach.CAPTION)):
                yield Span(start, match.end())
                start = match.end() + len(match[1])
        yield Span(start, span.end)


def _loud_start(sentence: str) -> int:
    """The length of a heading in capitals that runs into the sentence after it, or 0."""
    end, loud = 0, 0
    for match in _TOKEN.finditer(sentence):
        word = match.group()
        if any(letter.islower() for letter in word):
            bare = word.lstrip("'\"“‘([")
            # a label such as RELATED: belongs to what follows it, a long headline may end in a colon
            fewest = LABEL_LOUD_WORDS if sentence[:end].endswith(":") else FEWEST_LOUD_WORDS
            is_start = bool(bare) and bare[0].isupper() and loud >= fewest
            return end if is_start and not sentence[:end].endswith(("'S", "’S", ",")) else 0
        end = match.end()
        loud += sum(letter.isupper() for letter in word) >= LOUD_LENGTH
    return 0
