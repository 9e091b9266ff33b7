"""A report's pieces as the rules look at them, and the rules that look for the cues of the data."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from detente.rules.furniture import Cue, FurnitureCues, Reach, Where
from detente.text.languages import is_foreign
from detente.text.lines import Line, ends_with_stop
from detente.text.pieces import Kind, Piece

LONG_LINE_WORDS = 60
"""A cue that takes a line takes only its sentence in a line that is longer than a paragraph of furniture."""
LATE = 0.5
"""Share of a report's words that must have gone before for a closing cue to close it."""
TEASER_WORDS = 45
"""A line without a stop under a heading such as "Related" is a teaser up to this length."""

_NOTHING_ELSE = re.compile(r"^\W*[^\s.][^.!?]{0,90}\W*$")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report's pieces with their lines."""

    text: str
    lines: tuple[Line, ...]
    pieces: tuple[Piece, ...]
    by_line: tuple[tuple[int, ...], ...]
    """For each line its pieces."""
    cues: FurnitureCues

    def words(self, i: int) -> str:
        """The words of a piece."""
        span = self.pieces[i].span
        return self.text[span.start : span.end]

    def line_words(self, line: int) -> str:
        """The words of a line."""
        span = self.lines[line].span
        return self.text[span.start : span.end]

    def is_kept(self, line: int) -> bool:
        """Whether a line holds running text."""
        return any(self.pieces[i].kind is Kind.TEXT for i in self.by_line[line])

    def mark(self, found: Iterable[int], kind: Kind) -> "Sheet":
        """The sheet with some pieces marked; what is furniture stays so."""
        marked = set(found)
        pieces = tuple(
            replace(piece, kind=kind) if i in marked and piece.kind is not Kind.FURNITURE else piece
            for i, piece in enumerate(self.pieces)
        )
        return replace(self, pieces=pieces)


Rule = Callable[[Sheet], Iterable[int]]


def lay_sheet(text: str, lines: tuple[Line, ...], pieces: Iterable[Piece], cues: FurnitureCues) -> Sheet:
    """A sheet on which only run-in furniture is marked yet."""
    listed = tuple(pieces)
    by_line: list[list[int]] = [[] for _ in lines]
    for i, piece in enumerate(listed):
        by_line[piece.line].append(i)
    return Sheet(text, lines, listed, tuple(map(tuple, by_line)), cues)


def cued_sentences(sheet: Sheet) -> Iterator[int]:
    """Sentences with a cue."""
    return _hits(sheet, sheet.cues.of(Reach.SENTENCE), range(len(sheet.pieces)))


def cued_lines(sheet: Sheet) -> Iterator[int]:
    """Lines with a cue; of very long lines the sentence alone."""
    cues = sheet.cues.of(Reach.LINE)
    for line, members in enumerate(sheet.by_line):
        words = sheet.line_words(line)
        if len(words.split()) > LONG_LINE_WORDS:
            yield from _hits(sheet, cues, members)
        elif _has_cue(words, cues):
            yield from members


def captions(sheet: Sheet) -> Iterator[int]:
    """The sentences that a picture's credit closes."""
    for i in _hits(sheet, sheet.cues.of(Reach.CAPTION), range(len(sheet.pieces))):
        yield i
        line = sheet.by_line[sheet.pieces[i].line]
        first = i
        if _is_credit_alone(sheet, i) and i > line[0]:
            first = i - 1
            yield first
        # some outlets set the first words of a caption in capitals
        if first > line[0] and sheet.pieces[first - 1].kind is Kind.TEXT and _opens_loud(sheet.words(first - 1)):
            yield first - 1
        # a line that is short enough to be a caption as a whole
        if len(sheet.line_words(sheet.pieces[i].line).split()) <= LONG_LINE_WORDS and i == line[-1]:
            yield from line


def _is_credit_alone(sheet: Sheet, i: int) -> bool:
    words = sheet.words(i)
    return words[0] in "([" or (len(words.split()) <= 4 and bool(_NOTHING_ELSE.match(words)))  # noqa: PLR2004


def _opens_loud(sentence: str) -> bool:
    first = sentence.split()[:2]
    return len(first) > 1 and all(word.isupper() and len(word) > 3 for word in first)  # noqa: PLR2004


def blocks(sheet: Sheet) -> Iterator[int]:
    """Boxes of related reports: their heading and the teasers under it."""
    cues = sheet.cues.of(Reach.BLOCK)
    is_spaced = sheet.lines[-1].block > 0 if sheet.lines else False
    for line, members in enumerate(sheet.by_line):
        words = sheet.line_words(line)
        if len(words.split()) > LONG_LINE_WORDS:
            yield from _hits(sheet, cues, members)
        elif _has_cue(words, cues):
            yield from members
            for under in _teasers(sheet, line, is_spaced=is_spaced):
                yield from sheet.by_line[under]


def _teasers(sheet: Sheet, heading: int, *, is_spaced: bool) -> Iterator[int]:
    """The lines under a heading such as "Related": its own and the next group of lines, and what has no stop."""
    home = sheet.lines[heading].block
    group = home
    for line in range(heading + 1, len(sheet.lines)):
        block = sheet.lines[line].block
        if is_spaced and line == heading + 1 and block != home and _size(sheet, block) > 1:
            group = block
        is_grouped = is_spaced and block == group
        if not is_grouped and not _is_teaser(sheet.line_words(line)):
            return
        yield line


def _size(sheet: Sheet, block: int) -> int:
    return sum(line.block == block for line in sheet.lines)


def _is_teaser(words: str) -> bool:
    """Whether a line may be the headline of another report, be it a question."""
    return (not ends_with_stop(words) or words.endswith("?")) and len(words.split()) <= TEASER_WORDS


def foreign(sheet: Sheet) -> Iterator[int]:
    """Sentences in another language: the boxes of a foreign outlet's English pages."""
    for i, piece in enumerate(sheet.pieces):
        if piece.kind is Kind.TEXT and is_foreign(sheet.words(i), sheet.cues.languages, sheet.cues.plain.words):
            yield i


def rest(sheet: Sheet) -> Iterator[int]:
    """What follows a closing cue (a comment form, a copyright line) late in a report; else its sentence alone."""
    cues = sheet.cues.of(Reach.REST)
    sizes = [len(sheet.words(i).split()) if p.kind is Kind.TEXT else 0 for i, p in enumerate(sheet.pieces)]
    total, before, counted = sum(sizes), 0, 0
    for i in (i for i in range(len(sheet.pieces)) if _has_cue(sheet.words(i), cues)):
        before += sum(sizes[counted:i])
        counted = i
        yield i
        if before >= LATE * total:
            yield from range(i, len(sheet.pieces))
            return


def tail(sheet: Sheet) -> Iterator[int]:
    """From the end backwards, while there is furniture: what is so only at the end of a report."""
    cues = tuple(cue for cue in sheet.cues.cues if cue.where is Where.TAIL)
    for line in reversed(range(len(sheet.lines))):
        words = sheet.line_words(line)
        if sheet.is_kept(line) and _has_cue(words, cues) and len(words.split()) <= LONG_LINE_WORDS:
            yield from sheet.by_line[line]
            continue
        for i in reversed(sheet.by_line[line]):
            if sheet.pieces[i].kind is Kind.TEXT:
                if not _has_cue(sheet.words(i), cues):
                    return
                yield i


def _hits(sheet: Sheet, cues: tuple[Cue, ...], among: Iterable[int]) -> Iterator[int]:
    anywhere = tuple(cue for cue in cues if cue.where is Where.ANYWHERE)
    for i in among:
        if sheet.pieces[i].kind is not Kind.FURNITURE and _has_cue(sheet.words(i), anywhere):
            yield i


def _has_cue(words: str, cues: tuple[Cue, ...]) -> bool:
    folded = words.casefold()
    return any(cue.find(words, folded) for cue in cues)
