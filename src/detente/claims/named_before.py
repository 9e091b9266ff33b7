"""Whose a thing is that the same word tells of before: "condemned THE FISHING" after "Peru FISHED off an isle"."""

from collections.abc import Iterator, Sequence

from detente.claims.coding import CodedAct
from detente.claims.course import Course
from detente.claims.filling import actors_at, once, powers_named
from detente.domain.acts import ActType
from detente.domain.parties import Party
from detente.mentions import clauses
from detente.text.parsed import Sentence

SPEAKING_OF = frozenset({ActType.ACCUSE, ActType.REJECT, ActType.SUPPORT, ActType.PROTEST})
"""Acts that are words about what somebody else does: who speaks of a thing need not be behind it."""
SHORTEST = 5
"""Letters below which a verb is no kin of a noun that only begins like it: "plan" and "plant"."""
LOST = 2
"""How many letters a verb may lose in the noun that is made of it: "expand" and "expansion"."""
CONDITIONS = ("advcl",)
"""How a clause hangs on a threat that tells when it would be carried out."""


def named_before(course: Course, act: CodedAct, i: int) -> tuple[Party, ...]:
    """The powers behind what a definite noun of an act's sentence names, as the nearest sentence before tells it."""
    sentence = course.sentence_of(act)
    token = sentence.tokens[i]
    if token.pos != "NOUN" or not _is_definite(sentence, i, course) or any(True for _ in sentence.kids(i, "poss")):
        return ()
    own = act.actor_keys
    for earlier in reversed(course.sentences[: sentence.index]):
        found = once(p for k in _same(earlier, token.lemma.lower()) for p in _behind(course, earlier, k))
        if found:
            return found if own.isdisjoint(p.key for p in found) else ()
    return ()


def conditioned(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """Those who would do what is threatened against: "warned of sanctions if THE SALE goes ahead"."""
    if act.type is not ActType.THREATEN:
        return ()
    sentence = course.sentence_of(act)
    places = (act.mention.trigger, *act.mention.complements)
    clauses_ = [k.i for i in places for k in sentence.kids(i, *CONDITIONS)]
    nouns = [k.i for verb in clauses_ for k in sentence.kids(verb, "nsubj", "nsubjpass")]
    return once(p for i in nouns for p in named_before(course, act, i))


def _is_definite(sentence: Sentence, i: int, course: Course) -> bool:
    return any(
        k.lower in course.anaphora.determiners or k.lemma.lower() in course.anaphora.determiners
        for k in sentence.kids(i, "det", "amod", "predet")
    )


def _same(sentence: Sentence, noun: str) -> Iterator[int]:
    """The words of a sentence that a noun takes up: the noun itself, or the verb that it is made of."""
    for token in sentence.tokens:
        word = token.lemma.lower()
        if token.pos in ("NOUN", "VERB") and (word == noun or (token.pos == "VERB" and _is_made_of(noun, word))):
            yield token.i


def _is_made_of(noun: str, verb: str) -> bool:
    return len(verb) >= SHORTEST and noun.startswith(verb[:-LOST])


def _behind(course: Course, sentence: Sentence, i: int) -> list[Party]:
    """The powers who did what a word tells, whose it is, or who bring it about."""
    token = sentence.tokens[i]
    if token.pos == "VERB":
        return _powers_at(course, sentence, clauses.agents(sentence, i))
    owners = _powers_at(course, sentence, clauses.possessors(sentence, i))
    if owners or token.dep not in ("dobj", "nsubjpass") or _is_said_of(course, sentence.index, token.head):
        return owners
    return _powers_at(course, sentence, clauses.agents(sentence, token.head))


def _powers_at(course: Course, sentence: Sentence, nouns: Sequence[int]) -> list[Party]:
    """The powers whom nouns stand for, or on whose soil they are: "a judge in PERU"."""
    found = [p for i in nouns for p in actors_at(sentence, i, course.finder) if p.is_power]
    soil = [k for i in nouns for k in clauses.prepositional(sentence, i, ("in",))]
    return found or [p for k in soil for p in powers_named(sentence, k, course.finder)]


def _is_said_of(course: Course, sentence_index: int, verb: int) -> bool:
    """Whether a verb is but a reaction to its object."""
    done = [a for a in course.done if (a.mention.sentence, a.mention.trigger) == (sentence_index, verb)]
    return any(a.type in SPEAKING_OF for a in done)
