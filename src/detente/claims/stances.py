"""Whether words support, oppose, demand, regret or deny something, by the verb that gives them or a verb in them."""

from collections.abc import Iterator, Sequence

from detente.claims.framing import Frame
from detente.claims.reading import Reading
from detente.claims.sayers import VERBAL
from detente.domain.spans import Span
from detente.text.parsed import Sentence, Token

Stance = tuple[str, str]
"""The stance and the word that shows it."""
_COMPLEMENTS = ("dobj", "ccomp", "xcomp", "prep")
_PERSONS = ("he", "she", "it", "they")


def stance_of(reading: Reading, frame: Frame, spans: Sequence[Span]) -> Stance | None:
    """The stance of words that a frame gives; None where neither its verb nor theirs carries one."""
    if frame.group.stance is not None:
        return frame.group.stance, frame.cue.text
    own = (s for verb, sentence in _own_verbs(reading, frame, spans) for s in _stances(reading, sentence, verb))
    return next(own, None)


def _own_verbs(reading: Reading, frame: Frame, spans: Sequence[Span]) -> Iterator[tuple[Token, Sentence]]:
    """The verbs in the words whose subject is the speaker himself."""
    for span in spans:
        first, last = reading.sentence_at(span.start), reading.sentence_at(span.end - 1)
        for sentence in reading.sentences[first.index : last.index + 1]:
            for token in sentence.tokens:
                if token.pos in VERBAL and span.holds(token.span) and _is_by_speaker(reading, frame, sentence, token):
                    yield token, sentence


def _is_by_speaker(reading: Reading, frame: Frame, sentence: Sentence, verb: Token) -> bool:
    subject = next(sentence.kids(verb.i, "nsubj"), None)
    if subject is None or any(sentence.kids(verb.i, "neg")):
        return False
    if reading.sayings.has("first-person", subject.lower):
        return True
    is_told = sentence.index == frame.sentence and verb.dep == "ccomp" and verb.head == frame.cue.i
    is_told = is_told and verb.i not in reading.quoted[sentence.index]
    return is_told and any(reading.sayings.has(f"pronouns/{kind}", subject.lower) for kind in _PERSONS)


def _stances(reading: Reading, sentence: Sentence, verb: Token) -> Iterator[Stance]:
    for wording in reading.sayings.by_verb.get(verb.lemma.lower(), ()):
        if wording.group.stance is not None and any(sentence.kids(verb.i, *_COMPLEMENTS)):
            yield wording.group.stance, verb.text
