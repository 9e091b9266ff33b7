"""Who is given which words: direct quotations and reported speech."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.claims.framing import Frame
from detente.claims.naming import SpeakerFinder
from detente.claims.quoting import frame_of, goes_on
from detente.claims.reading import Reading, read_frames
from detente.claims.repeats import repeated
from detente.claims.stances import stance_of
from detente.claims.unmarked import Unmarked, find_unmarked
from detente.claims.voices import Voices
from detente.domain.findings import Problem, Stage, Statement
from detente.domain.ids import ReportId
from detente.domain.reports import Report
from detente.domain.spans import Quote, Span
from detente.mentions.find_quotations import Quotation
from detente.rules.saying import Kind, Shape, load_sayings
from detente.text.parsed import Sentence

EMPTY = frozenset({"PRON", "DET", "PUNCT", "SCONJ"})
"""What stands for words told elsewhere: "he denied this"."""
STATED = frozenset({Kind.SAYING, Kind.THINKING})
"""Kinds of frames whose words are a statement also where they are not quoted."""
MOSTLY = 0.6
"""Share of a clause that is quoted, from which on the quotation says it all."""
PASSED_ON = 0.8
"""Share of a frame's words that another frame takes up, from which on the outer one only passes them on."""
FEWEST_WORDS = 5
"""Words of a quotation without a speaker that a reader should be told of; shorter ones are names and scare quotes."""
LONGEST_WORD = 40
"""Letters before a quotation in which its last word must lie."""
_BETWEEN = " ,—–-\n\t\xa0"
"""What may stand beside a frame that splits a sentence."""
_ENDS = ".:;!?"
NO_END = "A quotation mark opens here and none closes it, so that nobody can tell where the quoted words end."
NO_SPEAKER = "These words are quoted, but the text around them does not tell who said them."


def attribute(
    report: Report,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    links: SpeakerFinder | None = None,
    headings: Sequence[Span] = (),
) -> tuple[Statement | Problem, ...]:
    """All statements of a report in the text's order, and the quotations that could not be given to anyone."""
    reading = read_frames(report.text, sentences, quotations, load_sayings())
    attributor = _Attributor(report, report.id, reading, Voices(reading, links))
    outside = [q for q in reading.quotations if not any(h.meets(q.span) for h in headings)]
    found: list[Statement | Problem] = [*attributor.direct(outside), *attributor.reported()]
    found += [attributor.problem(NO_END, q) for q in quotations if q.is_open]
    return tuple(sorted(found, key=_place))


def statement_at(statements: Sequence[Statement], span: Span) -> Statement | None:
    """The statement in whose words a span lies, the shortest one where there are several."""
    holding = [(q.span, s) for s in statements for q in (s.quote, *s.stretches) if q.span.holds(span)]
    return min(holding, key=lambda pair: (len(pair[0]), pair[0]))[1] if holding else None


def _place(finding: Statement | Problem) -> tuple[Span, bool, str]:
    if isinstance(finding, Statement):
        return finding.quote.span, finding.is_direct, finding.speaker.label
    return finding.span or Span(0, 1), False, finding.reason


@dataclass(frozen=True, slots=True)
class _Attributor:
    """Makes the statements of one report."""

    report: Report
    report_id: ReportId
    """Kept, as it is a hash of the whole text."""
    reading: Reading
    voices: Voices

    def problem(self, reason: str, quotation: Quotation) -> Problem:
        """A quotation that could not be read or given to anyone."""
        return Problem(Stage.STATEMENTS, reason, self.report_id, self.report.path, quotation.span)

    def _quote(self, span: Span) -> Quote:
        return Quote(self.report_id, span, self.report.text[span.start : span.end])

    def direct(self, quotations: Sequence[Quotation]) -> list[Statement | Problem]:
        """The statements in quotation marks, and a problem for each whole sentence that no one is given."""
        made: list[Statement] = []
        lost: list[Quotation] = []
        last: Frame | None = None
        for quotation in quotations:
            frame = frame_of(self.reading, quotation)
            statement = self._quoted(quotation, frame) if frame is not None else None
            if (
                statement is not None
                and last is not None
                and frame is last
                and self._is_split(made[-1], last, quotation)
            ):
                made[-1] = replace(made[-1], stretches=(*made[-1].stretches, statement.quote))
            elif statement is not None:
                made.append(statement)
                last = frame
            elif frame is None and last is not None and goes_on(self.reading, last, _end(made[-1]), quotation):
                more = self._quote(quotation.inside)
                made[-1] = replace(made[-1], stretches=(*made[-1].stretches, more))
            else:
                lost.append(quotation)
                last = None
        return [*made, *self._found_again(lost, made)]

    def _is_split(self, statement: Statement, frame: Frame, quotation: Quotation) -> bool:
        """Whether the frame, and nothing else, stands between words and those that go on with them."""
        if not _end(statement) <= frame.place.start < frame.place.end <= quotation.span.start:
            return False
        text, place = self.reading.text, frame.place
        gaps = text[_end(statement) : place.start], text[place.end : quotation.span.start]
        if gaps[0].strip(_BETWEEN) or any(mark in gaps[1] for mark in _ENDS):
            return False
        return text[quotation.inside.start].islower() or not gaps[1].strip(_BETWEEN)

    def _quoted(self, quotation: Quotation, frame: Frame) -> Statement | None:
        """The statement of a quotation by its frame; None where the words are not the speaker's own."""
        speaker = self.voices.speaker(frame) if self._is_own(quotation, frame) else None
        stance, stance_cue = stance_of(self.reading, frame, [quotation.inside]) or (None, None)
        return None if speaker is None else Statement(
            self._quote(quotation.inside),
            speaker,
            is_direct=True,
            cue=frame.cue.text if frame.signature is None else None,
            addressee=self.voices.addressee(frame),
            stance=stance,
            stance_cue=stance_cue,
        )  # fmt: skip

    def _is_own(self, quotation: Quotation, frame: Frame) -> bool:
        """Whether quoted words are those of the one who speaks: no title, no scare quote in a question or a denial."""
        if self._is_title(quotation):
            return False
        around = next((c for c in frame.contents if c.holds(quotation.inside)), None)
        if around is None or frame.signature is not None or len(quotation.inside) > MOSTLY * len(around):
            return True
        is_view = frame.group.kind is Kind.THINKING and frame.shape is Shape.NOUNS
        return not (frame.is_denied or frame.group.kind is Kind.ASKING or is_view)

    def _is_title(self, quotation: Quotation) -> bool:
        """Whether a quotation is the name of a work, a ship, an operation, as the word before it tells."""
        before = self.report.text[max(quotation.span.start - LONGEST_WORD, 0) : quotation.span.start].split()[-1:]
        words = self.report.text[quotation.inside.start : quotation.inside.end].split()
        is_named = bool(before) and self.reading.sayings.has("titles", before[0].lower())
        return is_named and words[0][:1].isupper() and words[-1][:1].isupper()

    def _found_again(self, lost: Sequence[Quotation], made: Sequence[Statement]) -> Iterator[Statement | Problem]:
        """What stands without a speaker: again the words of a statement, or a problem."""
        for quotation in lost:
            quote = self._quote(quotation.inside)
            first = repeated(quote.exact, made)
            if first is not None:
                yield Statement(quote, replace(first.speaker, span=None), is_direct=True)
            elif (
                quote.exact[0].isupper() and len(quote.exact.split()) >= FEWEST_WORDS and not self._is_title(quotation)
            ):
                yield self.problem(NO_SPEAKER, quotation)

    def reported(self) -> Iterator[Statement]:
        """The statements without quotation marks."""
        unmarked = find_unmarked(self.reading)
        for spoken in unmarked:
            yield from self._stated(spoken.frame, [spoken.words], spoken)
        own = [u.frame for u in unmarked]
        for frame in self.reading.frames:
            if self._is_stated(frame) and frame not in own:
                yield from self._stated(frame, [piece for c in frame.contents for piece in self._bare(frame, c)])

    def _is_stated(self, frame: Frame) -> bool:
        """Whether the words of a frame are a statement without being quoted."""
        if frame.group.kind not in STATED or frame.is_denied or frame.signature is not None:
            return False
        if frame.shape is Shape.NOUNS and frame.group.kind is not Kind.SAYING:
            return False
        size = sum(map(len, frame.contents))
        inner = (f for content in frame.contents for f in self.reading.frames_within(content) if f is not frame)
        return not any(
            f.group.kind is Kind.SAYING
            and f.sayer is not None
            and not f.is_denied
            and sum(map(len, f.contents)) + len(f.place) > PASSED_ON * size
            for f in inner
        )

    def _stated(self, frame: Frame, pieces: Sequence[Span], spoken: Unmarked | None = None) -> Iterator[Statement]:
        speaker = self.voices.speaker(frame)
        if speaker is None or not pieces:
            return
        quotes = [self._quote(piece) for piece in pieces]
        stance, stance_cue = stance_of(self.reading, frame, pieces) or (None, None)
        yield Statement(
            quotes[0],
            speaker,
            is_direct=spoken is not None,
            cue=frame.cue.text if spoken is None or spoken.has_own_frame else None,
            stretches=tuple(quotes[1:]),
            addressee=self.voices.addressee(frame),
            stance=stance,
            stance_cue=stance_cue,
        )

    def _bare(self, frame: Frame, content: Span) -> Iterator[Span]:
        """Words without "that" and without the marks at their ends; nothing where most of them are quoted."""
        if any(q.inside.meets(content) and len(q.inside) > MOSTLY * len(content) for q in self.reading.quotations):
            return
        quoted = self.reading.quoted[frame.sentence]
        words = [t for t in self.reading.sentences[frame.sentence].tokens if content.holds(t.span)]
        while words and words[0].i not in quoted and (words[0].dep == "punct" or words[0].lower == "that"):
            words.pop(0)
        while words and words[-1].i not in quoted and words[-1].dep == "punct":
            words.pop()
        if any(t.pos not in EMPTY for t in words):
            yield Span(words[0].start, words[-1].end)


def _end(statement: Statement) -> int:
    """Where the last words of a statement end, the closing mark included."""
    return (statement.quote, *statement.stretches)[-1].span.end + 1
