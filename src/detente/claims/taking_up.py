"""Those behind an act that is told before and taken up by a noun: "Rome hailed THE MOVE", "tightened THE CURBS"."""

from collections.abc import Sequence

from detente.claims.coding import CodedAct
from detente.claims.course import Course
from detente.claims.inside import objects_of
from detente.domain.acts import ActType, Status
from detente.domain.parties import Joint, Party
from detente.rules.anaphora import Anaphora
from detente.text.parsed import Sentence

NEAR = 2
"""How many sentences back "the move" may point; further back readers lose it, too."""
REACTIONS = frozenset(
    {ActType.ACCUSE, ActType.REJECT, ActType.SUPPORT, ActType.PROTEST, ActType.CONCEDE, ActType.RETREAT}
)
"""Acts whose object may be another's act."""
WELCOME = frozenset(
    {ActType.AGREE, ActType.CONSULT, ActType.CONCEDE, ActType.COOPERATE, ActType.AID, ActType.RETREAT, ActType.SUPPORT}
)
"""Acts that are welcomed before all others."""


def taken_up(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """Those who did the nearest act before that is not this actor's own, where the object speaks of it.

    What is welcomed is seldom a blow.
    """
    sentence = course.sentence_of(act)
    objects = objects_of(sentence, act)
    if act.type not in REACTIONS or not any(takes_up(sentence, i, course.anaphora) for i in objects):
        return ()
    is_of_one = any(sentence.tokens[i].lemma.lower() in course.anaphora.of_one for i in objects)
    before = [one for one in course.done if not (is_of_one and isinstance(one.parties, Joint))]
    kind = [one for one in before if one.type in WELCOME] if act.type is ActType.SUPPORT else []
    return _nearest_doers(act, kind) or _nearest_doers(act, before)


def _nearest_doers(act: CodedAct, before: Sequence[CodedAct]) -> tuple[Party, ...]:
    own = {p.key for p in act.parties.actors}
    here = act.mention.sentence
    for earlier in reversed(before):
        if earlier.mention.sentence == here:
            continue
        if here - earlier.mention.sentence > NEAR:
            return ()
        doers = tuple(p for p in earlier.parties.actors if p.is_power and p.key not in own)
        is_told = earlier.standing.status in (Status.HAPPENED, Status.PLANNED)
        if doers and is_told and earlier.type not in (ActType.ACCUSE, ActType.REJECT):
            return doers
    return ()


def takes_up(sentence: Sentence, i: int, anaphora: Anaphora) -> bool:
    """Whether a noun speaks of an act told before."""
    token = sentence.tokens[i]
    if token.pos == "PRON":
        return token.lower in anaphora.pronouns
    if token.lemma.lower() not in anaphora.nouns:
        return False
    return any(k.lower in anaphora.determiners for k in sentence.kids(i, "det"))


def hit_before(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """Those whom the same measure of the same actor hit where it was named before, "the curbs" after "curbs on"."""
    sentence = course.sentence_of(act)
    definite = {
        sentence.tokens[i].lemma.lower()
        for i in objects_of(sentence, act)
        if sentence.tokens[i].pos == "NOUN" and any(k.dep in ("det", "poss") for k in sentence.kids(i, "det", "poss"))
    }
    own = {p.key for p in act.parties.actors}
    for earlier in reversed(course.done):
        if {p.key for p in earlier.parties.actors} != own or not definite:
            continue
        there = course.sentence_of(earlier)
        named = {there.tokens[i].lemma.lower() for i in objects_of(there, earlier)}
        hit = tuple(p for p in earlier.parties.recipients if p.is_power)
        if hit and named & definite:
            return hit
    return ()
