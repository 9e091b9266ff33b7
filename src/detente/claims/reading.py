"""A report as its frames of saying and its quotations, before they are put together."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from detente.claims.framing import Frame, frames_of
from detente.claims.sayers import VERBAL
from detente.domain.spans import Span
from detente.mentions.find_quotations import Quotation
from detente.rules.saying import Sayings, Shape
from detente.text.parsed import Sentence, Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
"""Tags of verbs that tell who speaks; the parser often takes a past for a participle."""
BEFORE_NOUN = frozenset({"det", "amod", "poss", "nummod"})
MOST_DOUBTED = 3
"""Words; a longer subject in marks may be a title or a sentence of its own."""
_SIGNATURE = re.compile(
    r"\s*[—–―-]{1,2}\s*(?P<name>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,5})"
    r"(?:, [^\n“\"]{3,90}?)?[.\s]*?(?=\n|$|[“\"])"
)
_SET_OFF = re.compile(r"[”\",]\s*$")
_PARTICLE = re.compile(r"[a-z]{2,3}(?:-[A-Z][\w-]*)?")


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

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    @cached_property
    def _frames_by_sentence(self) -> dict[int, list[Frame]]:
        found: dict[int, list[Frame]] = {}
        for frame in self.frames:
            found.setdefault(frame.sentence, []).append(frame)
        return found

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds an offset, or that stands last before it; the first one where none does."""
        return self.sentences[max(bisect_right(self._starts, offset) - 1, 0)]

    def frames_near(self, span: Span) -> list[Frame]:
        """The frames of the sentences that a span touches, and of their neighbours."""
        if not self.frames:
            return []
        first, last = (self.sentence_at(at) for at in (span.start, span.end))
        return [f for i in range(first.index - 1, last.index + 2) for f in self._frames_by_sentence.get(i, [])]

    @cached_property
    def _cue_starts(self) -> list[int]:
        return [frame.cue.start for frame in self.frames]

    def frames_within(self, span: Span) -> Sequence[Frame]:
        """The frames whose word of saying stands in a span; only these are looked at."""
        return self.frames[bisect_left(self._cue_starts, span.start) : bisect_left(self._cue_starts, span.end)]

    def rest_of_paragraph(self, index: int) -> list[Sentence]:
        """The sentences from one on to the end of its paragraph; none where there is no such sentence."""
        after = index
        while after < len(self.sentences) and self.sentences[after].paragraph == self.sentences[index].paragraph:
            after += 1
        return list(self.sentences[index:after])

    def frames_in(self, sentence: Sentence) -> list[Frame]:
        """The frames of one sentence."""
        return self._frames_by_sentence.get(sentence.index, [])


def read_frames(text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], sayings: Sayings) -> Reading:
    """Find the frames of all sentences outside the quotations."""
    outer = [q for q in quotations if q.depth == 0 and not q.is_open]
    quoted = [_inside(sentence, outer) for sentence in sentences]
    frames: list[Frame] = []
    for sentence, tokens in zip(sentences, quoted, strict=True):
        own = [_to_marks(frame, outer) for frame in frames_of(sentence, sayings, tokens)]
        own = [_resumed(text, _without_channel(frame, own), own) for frame in own]
        frames += [_coordinated(sentence, frame, own, sayings) for frame in own]
    frames += _leads(text, sentences, outer, frames, sayings)
    frames += _signatures(text, sentences, outer, sayings)
    frames.sort(key=lambda f: (f.sentence, f.cue.i))
    return Reading(text, sentences, outer, quoted, frames, sayings)


def _inside(sentence: Sentence, quotations: Sequence[Quotation]) -> Collection[int]:
    """The tokens of a sentence that stand in quotation marks, the marks included; a speaker's name is none of them."""
    spans = [q.span for q in _meeting(quotations, sentence.span) if not _names_speaker(sentence, q)]
    return frozenset(t.i for t in sentence.tokens if any(s.holds(t.span) for s in spans))


def _names_speaker(sentence: Sentence, quotation: Quotation) -> bool:
    """Whether marks only doubt what a speaker is called: 'the "experts" said'."""
    words = [t for t in sentence.tokens if quotation.inside.holds(t.span)]
    if not words or words[-1].dep != "nsubj" or words[-1].end != quotation.inside.end or len(words) > MOST_DOUBTED:
        return False
    if any(t.text[0].isupper() for t in words):
        # a ship's or a paper's name
        return False
    verb = sentence.tokens[words[-1].head]
    kids = [k for k in sentence.kids(words[-1].i) if k.dep in BEFORE_NOUN and k.start < quotation.span.start]
    return bool(kids) and verb.i > words[-1].i and all(t.head == words[-1].i for t in words[:-1])


def _to_marks(frame: Frame, quotations: Sequence[Quotation]) -> Frame:
    """The frame, a quotation that its words only touch taken in whole: the parse may end a sentence within it."""
    contents = []
    for content in frame.contents:
        whole = content
        for q in _meeting(quotations, content):
            whole = whole.join(q.span)
        contents.append(whole)
    return replace(frame, contents=tuple(contents))


def _meeting(quotations: Sequence[Quotation], span: Span) -> Iterator[Quotation]:
    """The quotations that share a letter with a span; they stand in order, and none holds another."""
    first = bisect_right(quotations, span.start, key=lambda q: q.span.end)
    while first < len(quotations) and quotations[first].span.start < span.end:
        yield quotations[first]
        first += 1


def _without_channel(frame: Frame, frames: Sequence[Frame]) -> Frame:
    """The frame without the outlet that reports it, which stands behind its words: ", the daily reported"."""
    for outer in frames:
        if outer.is_fronted and any(c.holds(frame.cue.span) for c in outer.contents):
            kept = [Span(c.start, min(c.end, outer.place.start)) for c in frame.contents if c.start < outer.place.start]
            frame = replace(frame, contents=tuple(kept))
    return frame


def _resumed(text: str, frame: Frame, frames: Sequence[Frame]) -> Frame:
    """A participle goes on with the speaker who stands right before it: '"...," X said, adding that'."""
    if frame.cue.tag != "VBG" or frame.cue.dep != "advcl":
        return frame
    before = [
        f
        for f in frames
        if f.cue.i < frame.cue.i and f.cue.tag in FINITE and f.place.start < f.cue.start and f.sayer is not None
    ]
    last = max(before, key=lambda f: f.cue.i, default=None)
    if last is None or not _SET_OFF.search(text, max(last.place.start - 3, 0), last.place.start):
        return frame
    return replace(frame, sayer=last.sayer)


def _coordinated(sentence: Sentence, frame: Frame, frames: Sequence[Frame], sayings: Sayings) -> Frame:
    """In "the minister said Peru was ready and told reporters that ..." it is the minister who told them."""
    if frame.cue.dep != "conj" or frame.sayer is None or next(sentence.kids(frame.cue.i, "nsubj"), None) is not None:
        return frame
    if _is_human(sentence.tokens[frame.sayer], sayings):
        return frame
    for outer in frames:
        is_around = any(c.holds(frame.cue.span) for c in outer.contents) and not outer.is_fronted
        if is_around and outer.sayer is not None and _is_human(sentence.tokens[outer.sayer], sayings):
            return replace(frame, sayer=outer.sayer)
    return frame


def _is_human(token: Token, sayings: Sayings) -> bool:
    return token.entity == "PERSON" or any(sayings.has(f"pronouns/{kind}", token.lower) for kind in ("he", "she"))


def _leads(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], frames: Sequence[Frame], sayings: Sayings
) -> Iterator[Frame]:
    """The frames of those of whom a sentence before a colon tells how they speak: 'The minister was blunt: "..."'."""
    starts = [sentence.span.start for sentence in sentences]
    for q in quotations:
        if not text[: q.span.start].rstrip().endswith(":") or not text[q.inside.start].isupper():
            continue
        sentence = sentences[max(bisect_right(starts, len(text[: q.span.start].rstrip()) - 1) - 1, 0)]
        speaking = any(f.sentence == sentence.index and f.place.end <= q.span.start for f in frames)
        told = [t for t in sentence.tokens if t.pos in VERBAL and t.end <= q.span.start]
        verb = next((t for t in reversed(told) if any(sentence.kids(t.i, "nsubj"))), None)
        if speaking or verb is None or not sayings.has("leads", verb.lemma.lower()):
            continue
        sayer = next((k for k in sentence.kids(verb.i, "nsubj") if k.i < verb.i), None)
        roles = ("roles/any", "roles/relative")
        if sayer is None:
            continue
        if _is_human(sayer, sayings) or any(sayings.has(cue, sayer.lemma.lower()) for cue in roles):
            place = sayer.span.join(verb.span)
            yield Frame(sentence.index, verb, sayings.plain, Shape.QUOTE, sayer.i, (q.span,), place)


def _signatures(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], sayings: Sayings
) -> Iterator[Frame]:
    """The frames of speakers who stand after a dash behind their words, often on a line of their own."""
    starts = [sentence.span.start for sentence in sentences]
    for q in quotations:
        match = _SIGNATURE.match(text, q.span.end)
        if match is None or not _is_name(match["name"].split()):
            continue
        place = Span(*match.span("name"))
        sentence = sentences[bisect_right(starts, place.end - 1) - 1]
        first, *rest = [t for t in sentence.tokens if place.meets(t.span)]
        last = rest[-1] if rest else first
        contents = (q.span,)
        yield Frame(sentence.index, first, sayings.plain, Shape.QUOTE, last.i, contents, place, signature=place)


def _is_name(words: Sequence[str]) -> bool:
    """Whether words are written as a name is: with capitals, but for particles as in "Vasco da Gama"."""
    return words[0][0].isupper() and all(w[0].isupper() or _PARTICLE.fullmatch(w) for w in words)
