"""Direct speech in a report whose quotation marks were lost, often on the way through another language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.claims.framing import Frame
from detente.claims.reading import Reading
from detente.domain.spans import Span
from detente.rules.saying import Kind
from detente.text.parsed import Sentence, Token

PRESENT = frozenset({"VBZ", "VBP"})
PAST = frozenset({"VBD"})


@dataclass(frozen=True, slots=True)
class Unmarked:
    """Words that someone spoke, without marks."""

    words: Span
    frame: Frame
    has_own_frame: bool
    """Whether the frame stands beside the words; otherwise it is that of the paragraph before."""


def find_unmarked(reading: Reading) -> list[Unmarked]:
    """Direct speech without marks; nothing where the report has marks, or where no one says "I" or "we"."""
    if reading.quotations:
        return []
    fronted = [f for f in reading.frames if f.is_fronted and f.group.kind is Kind.SAYING and f.sayer is not None]
    spoken = [f for f in fronted if _is_spoken(reading, _words(reading, f))]
    if not any(_has_first_person(reading, _words(reading, f)) for f in spoken):
        return []
    found = [Unmarked(_with_sentences_before(reading, f), f, has_own_frame=True) for f in spoken]
    return found + list(_following(reading, found))


def _words(reading: Reading, frame: Frame) -> list[Token]:
    tokens = reading.sentences[frame.sentence].tokens
    return [t for t in tokens if any(c.holds(t.span) for c in frame.contents)]


def _has_first_person(reading: Reading, tokens: Sequence[Token]) -> bool:
    return any(reading.sayings.has("first-person", t.lower) for t in tokens if t.tag in ("PRP", "PRP$"))


def _is_spoken(reading: Reading, tokens: Sequence[Token]) -> bool:
    """Whether words stand as they were said: in the first person, or in the present where a report has the past."""
    main = next((t for t in tokens if t.tag in PRESENT | PAST), None)
    return _has_first_person(reading, tokens) or (main is not None and main.tag in PRESENT)


def _with_sentences_before(reading: Reading, frame: Frame) -> Span:
    """The words before a frame, with the sentences of its paragraph before them where no one else speaks there."""
    own = frame.contents[0]
    for index in range(frame.sentence - 1, -1, -1):
        sentence = reading.sentences[index]
        is_apart = sentence.paragraph != reading.sentences[frame.sentence].paragraph
        if is_apart or _has_speaker(reading, sentence) or not _is_spoken(reading, sentence.tokens):
            break
        own = own.join(sentence.span)
    return own


def _has_speaker(reading: Reading, sentence: Sentence) -> bool:
    return any(f.group.kind is Kind.SAYING for f in reading.frames_in(sentence))


def _following(reading: Reading, found: Sequence[Unmarked]) -> Iterator[Unmarked]:
    """The paragraphs after spoken ones that go on in a voice which no reporter uses of himself."""
    for unmarked in found:
        last = reading.rest_of_paragraph(unmarked.frame.sentence)[-1]
        sentences = reading.rest_of_paragraph(last.index + 1)
        tokens = [t for s in sentences for t in s.tokens]
        if not sentences or any(_has_speaker(reading, s) for s in sentences):
            continue
        is_committed = any(reading.sayings.has("commitment", t.lower) for t in tokens)
        if is_committed or _has_first_person(reading, tokens):
            words = sentences[0].span.join(sentences[-1].span)
            yield Unmarked(words, unmarked.frame, has_own_frame=False)
