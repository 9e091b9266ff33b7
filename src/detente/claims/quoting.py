"""To which frame of saying a quotation belongs."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from detente.claims.framing import Frame, frames_of
from detente.domain.spans import Span
from detente.mentions.find_quotations import Quotation
from detente.rules.saying import Kind, Sayings, Shape
from detente.text.parsed import Sentence

LEADING = frozenset({Shape.CLAUSE, Shape.QUOTE})
"""Shapes of frames that stand beside the quoted words, not around them."""
WIDEST_GAP = 160
"""Letters between a frame and the quotation that it leads in; more hold another thought."""
_ENDS_SENTENCE = re.compile(r"[.!?]['\"’”)]*\s")
_SIGNATURE = re.compile(
    r"\s*[—–―-]{1,2}\s*(?P<name>(?:[A-Z][\w.'’-]*|[a-z]{2,3})(?: (?:[A-Z][\w.'’-]*|(?:al|bin|da|de|der|di|du|van|von)))*)"
    r"(?:, [^\n“\"]{3,90})?[.\s]*?(?=\n|$|[“\"])"
)
_LEADS_IN = re.compile(r"(?:[:,—–-]|\b(?:that|as)|^)\s*$")


@dataclass(frozen=True)
class Reading:
    """A report's sentences with their frames of saying, and the quotations that stand in them."""

    text: str
    sentences: Sequence[Sentence]
    quotations: Sequence[Quotation]
    """The decided ones that no other one holds, in the text's order."""
    quoted: Sequence[Collection[int]]
    """For each sentence the tokens within those quotations."""
    frames: Sequence[Frame]
    """In the text's order."""
    sayings: Sayings

    def sentence_at(self, offset: int) -> int | None:
        """The index of the sentence that holds an offset, or that ends last before it; None before the first."""
        at = bisect_right(self.sentences, offset, key=lambda s: s.span.start) - 1
        return at if at >= 0 else None


def read_frames(text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], sayings: Sayings) -> Reading:
    """Find the frames of all sentences outside the quotations."""
    outer = [q for q in quotations if q.depth == 0 and not q.is_open]
    quoted: list[Collection[int]] = []
    for sentence in sentences:
        inside = [q.span for q in outer if q.span.meets(sentence.span)]
        quoted.append(frozenset(t.i for t in sentence.tokens if any(s.holds(t.span) for s in inside)))
    frames = [
        replace(f, contents=tuple(_to_marks(c, outer) for c in f.contents))
        for s, q in zip(sentences, quoted, strict=True)
        for f in frames_of(s, sayings, q)
    ]
    frames = [_resumed(text, f, frames) for f in frames]
    frames += signatures(text, sentences, outer, sayings)
    frames.sort(key=lambda f: (f.sentence, f.cue.i))
    return Reading(text, sentences, outer, quoted, frames, sayings)


def _resumed(text: str, frame: Frame, frames: Sequence[Frame]) -> Frame:
    """A participle goes on with the speaker who stands between it and the words before: '"...," X said, adding that'."""
    if frame.cue.tag != "VBG" or frame.cue.dep != "advcl":
        return frame
    before = [
        f
        for f in frames
        if f.sentence == frame.sentence and f.cue.i < frame.cue.i and f.cue.tag in ("VBD", "VBZ") and f.sayer is not None
    ]
    last = max(before, key=lambda f: f.cue.i, default=None)
    if last is None or text[: last.place.start].rstrip()[-1:] not in ("”", '"', ","):
        return frame
    return replace(frame, sayer=last.sayer)


def signatures(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], sayings: Sayings
) -> Iterator[Frame]:
    """The frames of speakers who stand after a dash behind their words, often on a line of their own."""
    for q in quotations:
        match = _SIGNATURE.match(text, q.span.end)
        index = bisect_right(sentences, match.end("name") - 1, key=lambda s: s.span.start) - 1 if match else -1
        if match is None or index < 0:
            continue
        tokens = [t for t in sentences[index].tokens if match.start("name") <= t.start < match.end("name")]
        if tokens:
            group = sayings.by_verb[sayings.plain][0].group
            place = Span(match.start("name"), match.end("name"))
            yield Frame(index, tokens[0], group, Shape.CLAUSE, tokens[-1].i, (q.span,), place, signature=place)


def _to_marks(content: Span, quotations: Sequence[Quotation]) -> Span:
    """The words of a frame, a quotation that they only touch taken in whole: a sentence may end within it."""
    first = max(bisect_right(quotations, content.start, key=lambda q: q.span.start) - 1, 0)
    for q in quotations[first:]:
        if q.span.start >= content.end:
            break
        if q.span.meets(content):
            content = content.join(q.span)
    return content


def frame_of(reading: Reading, quotation: Quotation) -> Frame | None:
    """The frame by which someone is given the quoted words."""
    around = _around(reading, quotation)
    after = _after(reading, quotation, around)
    holding = _holding(quotation, around)
    if holding is not None and (after is None or _is_nearer(reading, holding, after)):
        return holding
    if after is not None:
        return after
    return _before(reading, quotation, around)


def _around(reading: Reading, quotation: Quotation) -> list[Frame]:
    """The frames of the sentences that a quotation touches, and of their neighbours."""
    first = reading.sentence_at(quotation.span.start) or 0
    last = reading.sentence_at(quotation.span.end) or 0
    return [f for f in reading.frames if first - 1 <= f.sentence <= last + 1]


def _holding(quotation: Quotation, frames: Sequence[Frame]) -> Frame | None:
    """The frame with the shortest words among those that hold the quotation."""
    holding = [f for f in frames if any(c.holds(quotation.inside) for c in f.contents) and f.sayer is not None]
    inner = [f for f in holding if not any(_is_told_in(g, f) for g in holding)]
    return min(inner, key=lambda f: (sum(map(len, f.contents)), f.cue.start), default=None)


def _is_told_in(inner: Frame, outer: Frame) -> bool:
    """Whether one frame stands among the words of another one."""
    return inner is not outer and any(c.holds(inner.cue.span) for c in outer.contents)


def _is_nearer(reading: Reading, holding: Frame, after: Frame) -> bool:
    """Whether the frame around a quotation, not the one after it, tells who speaks: the other one passes it on."""
    if after is holding or after.place.start < holding.place.start:
        return after is not holding
    return holding.group.kind is Kind.SAYING or is_channel(reading, after)


def is_channel(reading: Reading, frame: Frame) -> bool:
    """Whether the one who speaks in a frame is an outlet, which passes on what others said."""
    if frame.sayer is None:
        return False
    sentence = reading.sentences[frame.sentence]
    near = [sentence.tokens[frame.sayer], *sentence.kids(frame.sayer, "compound")]
    return any(reading.sayings.has("channels", t.lower) for t in near)


def _after(reading: Reading, quotation: Quotation, frames: Sequence[Frame]) -> Frame | None:
    """The frame that follows the closing mark: '"...," said X', '"...," X said'."""
    following = [f for f in frames if f.place.start >= quotation.span.end and f.shape in LEADING]
    frame = min(following, key=lambda f: f.place.start, default=None)
    if frame is None:
        return None
    gap = reading.text[quotation.span.end : frame.place.start]
    if gap.strip(" ,\n\t\xa0—–-"):
        return None
    is_ended = reading.text[quotation.inside.end - 1] == "." and "," not in gap
    if is_ended and reading.text[frame.place.start].isupper() and frame.contents:
        return None
    return frame


def _before(reading: Reading, quotation: Quotation, frames: Sequence[Frame]) -> Frame | None:
    """The frame that leads in the quotation: 'X said: "..."', 'X told Y that "..."'."""
    leading = [f for f in frames if f.place.end <= quotation.span.start and f.sayer is not None]
    frame = max(leading, key=lambda f: f.place.end, default=None)
    if frame is None or frame.shape not in LEADING:
        return None
    gap = reading.text[frame.place.end : quotation.span.start]
    if len(gap) > WIDEST_GAP or _ENDS_SENTENCE.search(gap) or not _LEADS_IN.search(gap):
        return None
    return None if frame.is_fronted and not gap.rstrip().endswith(":") else frame


def goes_on(reading: Reading, frame: Frame, end: int, quotation: Quotation) -> bool:
    """Whether a quotation without a frame of its own goes on with words of a frame that end at a place."""
    if quotation.follows:
        return True
    start = max(end, frame.place.end)
    index = reading.sentence_at(quotation.span.start)
    if index is None or quotation.span.start < start:
        return False
    between = [
        (s, t)
        for s in reading.sentences[frame.sentence : index + 1]
        for t in s.tokens
        if start <= t.start < quotation.span.start and t.dep != "punct"
    ]
    if any(s.index != frame.sentence for s, _ in between):
        return False
    first, this = reading.sentences[frame.sentence], reading.sentences[index]
    if first.paragraph == this.paragraph:
        return reading.text[quotation.inside.start].isupper() or not between
    is_whole = all(t.i in reading.quoted[s.index] or t.dep == "punct" for s in reading.sentences[index:] if s.paragraph == this.paragraph for t in s.tokens)
    return this.paragraph == first.paragraph + 1 and is_whole
