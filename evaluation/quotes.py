"""Quotations and their speakers as the field's gold gives them: beliefs and intentions count, and "that" and marks are in."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from detente.claims.framing import Frame
from detente.claims.quoting import Reading, frame_of, goes_on, read_frames
from detente.claims.sayers import name_span
from detente.domain.spans import Span
from detente.mentions.find_quotations import Quotation, find_quotations
from detente.rules.saying import load_sayings
from detente.text.parse import Passage, load_parser
from detente.text.parsed import Sentence


def predict_quotes(text: str) -> list[dict[str, Any]]:
    """The attributions of one text."""
    passages = _paragraphs(text)
    return quotes_of(text, load_parser().parse(text, passages), find_quotations(text, passages))


def quotes_of(text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> list[dict[str, Any]]:
    """The attributions of a text that is parsed already."""
    reading = read_frames(text, sentences, quotations, load_sayings())
    return [_row(reading, f, spans) for f, spans in attributions(reading) if spans]


def _row(reading: Reading, f: Frame, spans: Sequence[Span]) -> dict[str, Any]:
    row: dict[str, Any] = {"content": [[s.start, s.end] for s in spans], "speaker": None, "speaker_text": ""}
    if f.signature is not None or f.sayer is not None:
        s = f.signature or name_span(reading.sentences[f.sentence], f.sayer, reading.quoted[f.sentence])
        row["speaker"] = [s.start, s.end]
        row["speaker_text"] = reading.text[s.start : s.end]
    return row


def attributions(reading: Reading) -> list[tuple[Frame, list[Span]]]:
    """Each frame with all the words that are given by it."""
    text = reading.text
    contents: dict[int, list[Span]] = {}
    last: tuple[Frame, int] | None = None
    frames = list(reading.frames)
    for q in reading.quotations:
        f = frame_of(reading, q)
        if f is not None:
            if not any(c.meets(q.span) for c in f.contents):
                contents.setdefault(id(f), []).append(q.span)
            else:
                contents.setdefault(id(f), [])
            last = (f, q.span.end)
        elif last is not None and goes_on(reading, last[0], last[1], q):
            contents.setdefault(id(last[0]), []).append(q.span)
            last = (last[0], q.span.end)
    return [(f, [*f.contents, *contents.get(id(f), [])]) for f in frames if f.contents or id(f) in contents]


def _paragraphs(text: str) -> list[Passage]:
    found: list[Passage] = []
    start = 0
    for block in text.split("\n\n"):
        if block.strip():
            found.append(Passage(len(found), start, start + len(block)))
        start += len(block) + 2
    return found
