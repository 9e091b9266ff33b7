"""What in a report is running text, what is a heading, and what is furniture."""

from collections.abc import Iterator
from dataclasses import dataclass

from detente.domain.findings import Problem, Stage
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.rules.furniture import FurnitureCues
from detente.text import judging, shapes
from detente.text.judging import Rule, Sheet, lay_sheet
from detente.text.lines import find_lines
from detente.text.parsed import Passage
from detente.text.pieces import Kind, Piece, cut
from detente.text.strays import foot, strays

RULES: tuple[tuple[Rule, Kind], ...] = (
    (shapes.wordless_lines, Kind.FURNITURE),
    (shapes.menus, Kind.FURNITURE),
    (judging.cued_sentences, Kind.FURNITURE),
    (judging.cued_lines, Kind.FURNITURE),
    (judging.captions, Kind.FURNITURE),
    (judging.blocks, Kind.FURNITURE),
    (shapes.glued_headlines, Kind.FURNITURE),
    (judging.foreign, Kind.FURNITURE),
    (judging.rest, Kind.FURNITURE),
    (shapes.repeats, Kind.FURNITURE),
    (shapes.sandwiched, Kind.FURNITURE),
    (shapes.stubs, Kind.FURNITURE),
    (shapes.boxes, Kind.FURNITURE),
    (judging.tail, Kind.FURNITURE),
    (strays, Kind.FURNITURE),
    (shapes.headings, Kind.HEADING),
    (foot, Kind.FURNITURE),
    (judging.tail, Kind.FURNITURE),
    (shapes.links, Kind.FURNITURE),
    (shapes.endless, Kind.ENDLESS),
)
"""In order: each sees what those before it have marked."""

BEGINNING = 120
"""Letters by which a stretch that was not read is shown."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of a report's parts; together they hold every character but blanks, and no two meet."""

    passages: tuple[Passage, ...]
    """The running text, in order; what the parser is given."""
    headings: tuple[Span, ...]
    """Titles and headings between paragraphs; they often repeat what the text says."""
    furniture: tuple[Span, ...]
    """Menus, boxes, related reports, captions, licences and the like."""
    endless: tuple[Span, ...] = ()
    """Sentences that are too long to be read."""


def lay_out(text: str, cues: FurnitureCues) -> Layout:
    """The layout of a report's text."""
    lines = find_lines(text, cues.plain.words)
    narrowed = cues.for_text(text)
    sheet = lay_sheet(text, lines, cut(text, lines, narrowed), narrowed)
    for rule, kind in RULES:
        sheet = sheet.mark(rule(sheet), kind)
    return _layout(sheet)


def unread(report: Report, layout: Layout) -> tuple[Problem, ...]:
    """The word on each sentence of a report that is too long to be read."""
    reason = "This stretch of {:,} letters has no end of a sentence; it was not read, the rest of the report was."
    return tuple(
        Problem(Stage.TEXT, reason.format(len(span)), report.id, report.path, Span(span.start, span.start + BEGINNING))
        for span in layout.endless
    )


def _layout(sheet: Sheet) -> Layout:
    spans: dict[Kind, list[Span]] = {kind: [] for kind in Kind}
    passages: list[Passage] = []
    paragraphs: dict[int, int] = {}
    for kind, line, span in _runs(sheet):
        if kind is Kind.TEXT:
            paragraph = paragraphs.setdefault(line, len(paragraphs))
            passages.append(Passage(paragraph, span.start, span.end))
        else:
            spans[kind].append(span)
    return Layout(tuple(passages), tuple(spans[Kind.HEADING]), tuple(spans[Kind.FURNITURE]), tuple(spans[Kind.ENDLESS]))


def _runs(sheet: Sheet) -> Iterator[tuple[Kind, int, Span]]:
    """Neighbouring pieces of one kind and line, as one span."""
    run: Piece | None = None
    for piece in sheet.pieces:
        if run and run.kind is piece.kind and run.line == piece.line:
            run = Piece(run.span.join(piece.span), run.line, run.kind)
            continue
        if run:
            yield run.kind, run.line, run.span
        run = piece
    if run:
        yield run.kind, run.line, run.span
