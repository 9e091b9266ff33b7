"""The lines of a report as its writer meant them: hard wraps joined, one long line cut where its blanks show it."""

import re
from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from detente.domain.spans import Span

WIDEST_WRAP = 120
"""Longest line of a text that was wrapped by hand or machine; terminals, mail and agencies keep to 65 to 100."""
NARROWEST_WRAP = 40
FEWEST_WRAPS = 3
"""So many line breaks within paragraphs must there be before a text is taken to be hard-wrapped."""
WRAP_SHARE = 0.7
"""Share of line breaks where the next word no longer fitted: .9 and more in wrapped texts, below .4 in lists."""
WRAP_SLACK = 12
"""How far short of the full width a wrapped line may stop."""
LONG_LINE = 1200
"""Characters; a paragraph of news has 150 to 600: a longer line holds several, with double blanks between."""
TYPIST_SHARE = 0.9
"""A text that sets two blanks after more of its sentences than this means nothing by them."""

_RAW_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_NEWLINE = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_STOPPED = re.compile(r"[.!?…:;]['\"”’»)\]]*$")
_WIDE_BLANK = re.compile(r"(?<=\S)[^\S\n\r]{2,}(?=\S)")
_SENTENCE_BLANK = re.compile(r"[.!?]['\"”’)]*([^\S\n\r]+)(?=['\"“‘(]?[A-Z])")
VERY_WIDE = 4
"""So many blanks in a row never stand within a sentence but where a page's layout was lost."""


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch that is one paragraph, heading or item."""

    span: Span
    block: int
    """Number of the group of lines without an empty line between them."""


@dataclass(frozen=True, slots=True)
class _Raw:
    start: int
    end: int
    block: int
    text: str
    indent: int
    """Blanks before the text."""


def find_lines(text: str, plain: AbstractSet[str]) -> tuple[Line, ...]:
    """All lines that hold more than blanks, in order; `plain` words (of, by, the) end no paragraph."""
    raws = _raw_lines(text)
    width = _wrap_width(raws)
    joined = list(_join(raws, width))
    lines = [Line(span, block) for span, block in joined]
    if width:
        return tuple(lines)
    cut_from = 2 if not _sets_two_blanks(text) else VERY_WIDE
    longest = 0 if len(lines) == 1 else LONG_LINE
    return tuple(
        piece
        for line in lines
        for piece in _cut_at_wide_blanks(text, line, cut_from if len(line.span) > longest else VERY_WIDE, plain)
    )


def ends_with_stop(line: str) -> bool:
    """Whether a line ends as a sentence does, a colon or semicolon among the ends."""
    return bool(_STOPPED.search(line))


def _raw_lines(text: str) -> list[_Raw]:
    raws: list[_Raw] = []
    block, last_end = 0, 0
    for match in _RAW_LINE.finditer(text):
        stripped = match.group().strip()
        if not stripped:
            continue
        start = match.start() + match.group().index(stripped[0])
        if raws and len(_NEWLINE.findall(text, last_end, start)) > 1:
            block += 1
        last_end = start + len(stripped)
        raws.append(_Raw(start, last_end, block, stripped, start - match.start()))
    return raws


def _wrap_width(raws: list[_Raw]) -> int | None:
    """The width at which a text was wrapped, or None where its lines are its paragraphs."""
    pairs = [(a, b) for a, b in pairwise(raws) if a.block == b.block]
    if len(pairs) < FEWEST_WRAPS:
        return None
    lengths = sorted(len(a.text) for a, _ in pairs)
    width = lengths[int(len(lengths) * 0.95)]
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return None
    full = sum(_is_full(a.text, b.text, width) for a, b in pairs)
    return width if full >= WRAP_SHARE * len(pairs) else None


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width - WRAP_SLACK


def _join(raws: list[_Raw], width: int | None) -> Iterator[tuple[Span, int]]:
    """Lines put together where a break stands within a sentence."""
    i = 0
    while i < len(raws):
        first = last = raws[i]
        while i + 1 < len(raws) and _goes_on(last, raws[i + 1], width):
            i += 1
            last = raws[i]
        yield Span(first.start, last.end), first.block
        i += 1


def _goes_on(line: _Raw, following: _Raw, width: int | None) -> bool:
    if width and line.block == following.block:
        return following.indent <= line.indent and _is_full(line.text, following.text, width)
    # a paragraph that was torn at its links or by a lost space: no stop here, and no capital there
    return following.text[0].islower() and not ends_with_stop(line.text) and len(line.text.split()) > 1


def _sets_two_blanks(text: str) -> bool:
    counts = Counter(len(match.group(1)) > 1 for match in _SENTENCE_BLANK.finditer(text))
    return counts[True] > TYPIST_SHARE * max(1, counts.total()) and counts.total() > FEWEST_WRAPS


def _cut_at_wide_blanks(text: str, line: Line, least: int, plain: AbstractSet[str]) -> Iterator[Line]:
    start, end = line.span.start, line.span.end
    for match in _WIDE_BLANK.finditer(text, start, end):
        before = text[max(start, match.start() - 24) : match.start()]
        if len(match.group()) >= least and _may_break(before, text[match.end()], plain):
            yield Line(Span(start, match.start()), line.block)
            start = match.end()
    yield Line(Span(start, end), line.block)


def _may_break(before: str, after: str, plain: AbstractSet[str]) -> bool:
    """Whether a paragraph can end before a run of blanks: not in the middle of a sentence."""
    last = before.rsplit(maxsplit=1)[-1]
    return not after.islower() and not last.endswith((",", "-", "–", "—")) and last not in plain
