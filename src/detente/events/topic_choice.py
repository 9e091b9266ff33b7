"""Which of the topics around an act it is about."""

from collections.abc import Sequence

from detente.domain.acts import ActType
from detente.domain.findings import Claim
from detente.domain.parties import powers
from detente.domain.spans import Span
from detente.events.topics import Reading, Topic
from detente.rules.issues import Scope, Word

_BEHIND = 60
"""Characters: before the word of an act a name must stand so near to be what the act is about."""
_NEAR = 100
"""Characters: a name further off in the sentence of a claim is that of another clause's matter."""


def chosen_in_clause(inside: Sequence[Topic], claim: Claim) -> tuple[Topic, ...]:
    """What the act is about: all that a meeting names, else the first name after the word of the act."""
    if claim.type is ActType.CONSULT:
        return _best(inside, claim)
    after = [t for t in inside if t.span.end > claim.trigger.start]
    after = after or [t for t in inside if _distance(t.span, claim.trigger) <= _BEHIND]
    if not after:
        return ()
    first = min(after, key=lambda t: (max(t.span.start, claim.trigger.start), t.rank, -t.span.end))
    return _best([t for t in inside if t.span.meets(first.span)], claim)


def chosen_beside(around: Sequence[Topic], claim: Claim) -> tuple[Topic, ...]:
    """The named issue next to a clause that names none."""
    near = [t for t in around if t.scope is not Scope.GENERAL and _distance(t.span, claim.trigger) <= _NEAR]
    first = min(near, key=lambda t: (_distance(t.span, claim.trigger), t.span), default=None)
    return _best([t for t in near if t.span.meets(first.span)], claim) if first else ()


def narrowed(topic: Topic, around: Sequence[Topic]) -> Topic:
    """A general name ("the missile launch") is the named issue of its sentence that has a word in common with it."""
    if topic.scope is not Scope.GENERAL:
        return topic
    words = set(topic.alias.lower().split())
    named = [t for t in around if t.scope is not Scope.GENERAL and words.intersection(t.alias.lower().split())]
    return named[0] if named else topic


def _best(topics: Sequence[Topic], claim: Claim) -> tuple[Topic, ...]:
    """Named issues before general ones, those of the claim's own parties before others."""
    lowest = min(t.rank for t in topics)
    ranked = [t for t in topics if t.rank == lowest]
    mine = set(powers(claim.parties))
    fits = max(len(mine.intersection(t.parties)) for t in ranked)
    unique = {t.id: t for t in ranked if len(mine.intersection(t.parties)) == fits or t.scope is not Scope.WORLD}
    return tuple(unique.values())


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def last_with(reading: Reading, pointer: Word) -> Topic | None:
    """The last topic before a word whose sentence holds the same word."""
    sentences = {w.sentence for w in reading.words if w.stem == pointer.stem and w.start < pointer.start}
    before = [t for t in reading.topics if t.span.end <= pointer.start and t.sentence in sentences]
    named = [t for t in before if t.scope is not Scope.GENERAL]
    found = named or before
    return found[-1] if found else None
