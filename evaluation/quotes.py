"""Quotations as the field's gold gives them: a speaker's place, and contents with "that" and the marks."""

from collections.abc import Sequence
from typing import Any

from detente.claims.framing import Frame
from detente.claims.quoting import frame_of, goes_on
from detente.claims.reading import Reading, read_frames
from detente.claims.sayers import name_span
from detente.domain.spans import Span
from detente.mentions.find_quotations import Quotation, find_quotations
from detente.rules.saying import Kind, load_sayings
from detente.text.parse import load_parser
from detente.text.parsed import Passage, Sentence

ALWAYS = frozenset({Kind.SAYING, Kind.ASKING})
"""Kinds that count without a quotation; beliefs and intentions are gold too, but only one in three found is right."""


def predict_quotes(text: str) -> list[dict[str, Any]]:
    """The attributions of one text."""
    passages = _paragraphs(text)
    return quotes_of(text, load_parser().parse(text, passages), find_quotations(text, passages))


def quotes_of(text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> list[dict[str, Any]]:
    """The attributions of a text that is parsed already."""
    reading = read_frames(text, sentences, quotations, load_sayings())
    return [_row(reading, f, spans) for f, spans in attributions(reading) if _counts(reading, f, spans)]


def attributions(reading: Reading) -> list[tuple[Frame, list[Span]]]:
    """Each frame with all the words that are given by it."""
    quoted: dict[int, list[Span]] = {}
    last: tuple[Frame, int] | None = None
    for q in reading.quotations:
        frame = frame_of(reading, q)
        if frame is None and last is not None and goes_on(reading, *last, q):
            frame = last[0]
        if frame is None:
            last = None
            continue
        last = (frame, q.span.end)
        spans = quoted.setdefault(id(frame), [])
        if not any(c.meets(q.span) for c in frame.contents):
            spans.append(q.span)
    found = [(f, [*f.contents, *quoted.get(id(f), [])]) for f in reading.frames]
    return [(f, spans) for f, spans in found if spans]


def _counts(reading: Reading, frame: Frame, spans: Sequence[Span]) -> bool:
    if frame.sayer is None or frame.is_denied:
        return False
    return frame.group.kind in ALWAYS or any(q.span.meets(s) for q in reading.quotations for s in spans)


def _row(reading: Reading, frame: Frame, spans: Sequence[Span]) -> dict[str, Any]:
    row: dict[str, Any] = {"content": [[s.start, s.end] for s in spans], "speaker": None, "speaker_text": ""}
    if frame.sayer is not None:
        sentence, quoted = reading.sentences[frame.sentence], reading.quoted[frame.sentence]
        named = frame.signature or name_span(sentence, frame.sayer, quoted)
        row |= {"speaker": [named.start, named.end], "speaker_text": reading.text[named.start : named.end]}
    return row


def _paragraphs(text: str) -> list[Passage]:
    found: list[Passage] = []
    start = 0
    for block in text.split("\n\n"):
        if block.strip():
            found.append(Passage(len(found), start, start + len(block)))
        start += len(block) + 2
    return found
