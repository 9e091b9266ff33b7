"""To which frame of saying a quotation belongs."""

import re
from collections.abc import Sequence

from detente.claims.framing import Frame
from detente.claims.reading import Reading
from detente.mentions.find_quotations import Quotation
from detente.rules.saying import Kind, Shape
from detente.text.parsed import Sentence, Token

LEADING = frozenset({Shape.CLAUSE, Shape.QUOTE})
"""Shapes of frames that stand beside the quoted words, not around them."""
WIDEST_GAP = 160
"""Letters between a frame and the quotation that it leads in; more hold another thought."""
LONGEST_REST = 60
"""Letters after a frame that may still be time and place of saying; more begin a sentence of its own."""
_ENDS_SENTENCE = re.compile(r"[.!?]['\"’”)]*\s")
_LEADS_IN = re.compile(r"(?:[:,—–-]|\b(?:that|as)|^)\s*$")
_BLANK = " ,\n\t\r\xa0—–-"


def frame_of(reading: Reading, quotation: Quotation) -> Frame | None:
    """The frame by which someone is given the quoted words."""
    near = reading.frames_near(quotation.span)
    after = _after(reading, quotation, near)
    holding = _holding(reading, quotation, near)
    if holding is not None and (after is None or _is_nearer(reading, holding, after)):
        return holding
    return after or _before(reading, quotation, near)


def _holding(reading: Reading, quotation: Quotation, frames: Sequence[Frame]) -> Frame | None:
    """The innermost frame of saying around a quotation: what someone says that others want is in his words."""
    holding = [f for f in frames if any(c.holds(quotation.inside) for c in f.contents) and f.sayer is not None]
    speaking = [f for f in holding if f.group.kind is Kind.SAYING and not _is_channel(reading, f)]
    holding = speaking or holding
    inner = [f for f in holding if not any(is_told_in(g, f) for g in holding)]
    return min(inner, key=lambda f: (sum(map(len, f.contents)), f.cue.start), default=None)


def is_told_in(inner: Frame, outer: Frame) -> bool:
    """Whether one frame stands among the words of another one."""
    return inner is not outer and any(c.holds(inner.cue.span) for c in outer.contents)


def _is_nearer(reading: Reading, holding: Frame, after: Frame) -> bool:
    """Whether the frame around a quotation, not the one after it, tells who speaks: the other one passes it on."""
    if after is holding or after.place.start < holding.place.start:
        return after is not holding
    return holding.group.kind is Kind.SAYING or _is_channel(reading, after)


def _is_channel(reading: Reading, frame: Frame) -> bool:
    """Whether the one who speaks in a frame is an outlet, which passes on what others said."""
    sentence = reading.sentences[frame.sentence]
    head = frame.cue.i if frame.sayer is None else frame.sayer
    near = [sentence.tokens[head], *sentence.kids(head, "compound")]
    return any(reading.sayings.has("channels", t.lower) for t in near)


def _after(reading: Reading, quotation: Quotation, frames: Sequence[Frame]) -> Frame | None:
    """The frame that follows the closing mark: '"...," said X', '"...," X said'."""
    following = [f for f in frames if f.place.start >= quotation.span.end and f.shape in LEADING]
    frame = min(following, key=lambda f: f.place.start, default=None)
    if frame is None:
        return None
    gap = reading.text[quotation.span.end : frame.place.start]
    hinge = gap.strip(_BLANK).lower().split()
    if not all(reading.sayings.has("hinges", word) for word in hinge) or not _shares_paragraph(
        reading, quotation, frame
    ):
        return None
    is_ended = reading.text[quotation.inside.end - 1] == "." and "," not in gap
    rest = reading.sentences[frame.sentence].span.end - frame.place.end
    if is_ended and reading.text[frame.place.start].isupper() and (frame.contents or rest > LONGEST_REST):
        return None
    return frame


def _shares_paragraph(reading: Reading, quotation: Quotation, frame: Frame) -> bool:
    last = reading.sentence_at(quotation.inside.end - 1)
    return last.paragraph == reading.sentences[frame.sentence].paragraph


def _before(reading: Reading, quotation: Quotation, frames: Sequence[Frame]) -> Frame | None:
    """The frame that leads in the quotation: 'X said: "..."', 'X told Y that "..."'."""
    leading = [f for f in frames if f.place.end <= quotation.span.start and f.shape in LEADING]
    frame = max(leading, key=lambda f: f.place.end, default=None)
    if frame is None or frame.sayer is None:
        return None
    gap = reading.text[frame.place.end : quotation.span.start]
    if len(gap) > WIDEST_GAP or _ENDS_SENTENCE.search(gap) or not _LEADS_IN.search(gap):
        return None
    return None if frame.is_fronted and not gap.rstrip().endswith(":") else frame


def goes_on(reading: Reading, frame: Frame, end: int, quotation: Quotation) -> bool:
    """Whether a quotation without a frame of its own goes on with words of a frame that end at a place."""
    if quotation.follows:
        return True
    this = reading.sentence_at(quotation.span.start)
    start = max(end, frame.place.end)
    first = reading.sentences[frame.sentence]
    between = [(s, t) for s in reading.sentences[first.index : this.index + 1] for t in _words(s, start, quotation)]
    if any(s is not first for s, _ in between):
        return False
    if first.paragraph == this.paragraph:
        return reading.text[quotation.inside.start].isupper() or not between
    return this.paragraph == first.paragraph + 1 and _is_all_quoted(reading, this)


def _words(sentence: Sentence, start: int, quotation: Quotation) -> list[Token]:
    """The words of a sentence from a place to a quotation."""
    return [t for t in sentence.tokens if start <= t.start < quotation.span.start and t.dep != "punct"]


def _is_all_quoted(reading: Reading, sentence: Sentence) -> bool:
    """Whether a paragraph, from one of its sentences on, holds nothing but quoted words."""
    rest = reading.rest_of_paragraph(sentence.index)
    return all(t.i in reading.quoted[s.index] or t.dep == "punct" for s in rest for t in s.tokens)
