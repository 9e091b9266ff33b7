"""Who is given which words: direct quotations and reported speech."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.claims.framing import Frame
from detente.claims.naming import NamesInText, SpeakerFinder
from detente.claims.quoting import Reading, frame_of, goes_on, read_frames
from detente.domain.findings import Problem, Speaker, Stage, Statement
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.mentions.find_quotations import Quotation
from detente.rules.saying import Kind, load_sayings
from detente.text.parsed import Sentence

STATED = frozenset({Kind.SAYING, Kind.THINKING})
"""Kinds of frames whose words are a statement also where they are not quoted."""


def attribute(
    report: Report,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    links: SpeakerFinder | None = None,
    headings: Sequence[Span] = (),
) -> tuple[Statement | Problem, ...]:
    """All statements of a report in the text's order, and the quotations that could not be given to anyone."""
    reading = read_frames(report.text, sentences, quotations, load_sayings())
    attributor = Attributor(report, reading, links, headings)
    found = [*attributor.direct(), *attributor.reported()]
    for q in quotations:
        if q.is_open:
            found.append(Problem(Stage.STATEMENTS, OPEN, report.id, report.path, q.span))
    return tuple(sorted(found, key=_place))


OPEN = "A quotation mark opens here and none closes it, so that nobody can tell where the quoted words end."
NO_SPEAKER = "It is not told whose words these are."


def _place(finding: Statement | Problem) -> tuple[int, int, int]:
    span = finding.quote.span if isinstance(finding, Statement) else finding.span or Span(0, 1)
    return span.start, span.end, isinstance(finding, Problem)


def statement_at(statements: Sequence[Statement], span: Span) -> Statement | None:
    """The statement in whose words a span lies, the shortest one where there are several."""
    holding = [s for s in statements if any(q.span.holds(span) for q in (s.quote, *s.stretches))]
    return min(holding, key=lambda s: (len(s.quote.span), s.quote.span), default=None)


class Attributor:
    """The statements of one report."""

    def __init__(self, report: Report, reading: Reading, links: SpeakerFinder | None, headings: Sequence[Span]) -> None:
        self._report = report
        self._reading = reading
        self._headings = headings
        sayers = {(f.sentence, f.sayer) for f in reading.frames if f.sayer is not None}
        self._names = NamesInText(report.text, reading.sentences, reading.sayings, reading.quoted, sayers)
        self._links = links

    def speaker(self, frame: Frame) -> Speaker | None:
        """Who speaks in a frame; None where it names no one that can be told."""
        if frame.sayer is None:
            return None
        own = self._names.speaker_at(frame.sentence, frame.sayer)
        place = self._names.antecedent(frame.sentence, frame.sayer)
        linked = self._links.speaker_at(*place) if self._links is not None and place is not None else None
        if linked is None or own is None:
            return own
        role = max((r for r in (own.role, linked.role) if r), key=len, default=None)
        return Speaker(linked.name or own.name, role, linked.state, own.span)

    def direct(self) -> Iterator[Statement | Problem]:
        """The statements in quotation marks."""
        last: Statement | None = None
        last_frame: Frame | None = None
        for quotation in self._reading.quotations:
            if any(h.meets(quotation.span) for h in self._headings):
                continue
            frame = frame_of(self._reading, quotation)
            made = self._quoted(quotation, frame) if frame is not None else None
            end = (last.stretches or (last.quote,))[-1].span.end + 1 if last is not None else 0
            if made is None and last is not None and goes_on(self._reading, last_frame, end, quotation):
                last = replace(last, stretches=(*last.stretches, self._report.quote(quotation.inside)))
                continue
            if last is not None:
                yield last
                last = None
            if made is not None:
                last, last_frame = made, frame
            elif self._is_sentence(quotation):
                yield Problem(Stage.STATEMENTS, NO_SPEAKER, self._report.id, self._report.path, quotation.span)
        if last is not None:
            yield last

    def _quoted(self, quotation: Quotation, frame: Frame) -> Statement | None:
        if frame.group.kind in (Kind.SHOWING,):
            return None
        speaker = self.speaker(frame)
        if speaker is None:
            return None
        return Statement(
            self._report.quote(quotation.inside), speaker, is_direct=True, cue=frame.cue.text, stance=frame.group.stance
        )

    def _is_sentence(self, quotation: Quotation) -> bool:
        inside = self._report.text[quotation.inside.start : quotation.inside.end]
        return inside[:1].isupper() and len(inside.split()) > 4

    def reported(self) -> Iterator[Statement]:
        """The statements without quotation marks."""
        for frame in self._reading.frames:
            if frame.group.kind not in STATED or not frame.contents or frame.is_denied:
                continue
            speaker = self.speaker(frame)
            if speaker is None:
                continue
            pieces = [self._report.quote(piece) for piece in self._bare(frame)]
            if pieces:
                yield Statement(
                    pieces[0], speaker, is_direct=False, cue=frame.cue.text, stretches=tuple(pieces[1:]),
                    stance=frame.group.stance,
                )  # fmt: skip

    def _bare(self, frame: Frame) -> list[Span]:
        """The words of a frame without "that" and without the marks at their ends; none where all is quoted."""
        bare: list[Span] = []
        for piece in frame.contents:
            if any(q.span.meets(piece) and len(q.inside) > 0.6 * len(piece) for q in self._reading.quotations):
                continue
            words = [t for t in self._reading.sentences[frame.sentence].tokens if piece.holds(t.span)]
            while words and (words[0].dep == "punct" or words[0].lower == "that" and words[0].dep == "mark"):
                words.pop(0)
            while words and words[-1].dep == "punct":
                words.pop()
            if words:
                bare.append(Span(words[0].start, words[-1].end))
        return bare
