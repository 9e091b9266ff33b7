"""The recipient that a clause does not name, found by evidence in the report; the stronger evidence goes first.

The words for what the act is about may name him (inside). He may have done what the act reacts to (taken up), have
been hit by the same measure where it was named before (hit before), or have accused the one who denies (accuser). Last
of all, he is the other one of the two whom the report is about (other side), or both are those whom a third asks for
calm (both sides). Where two could be meant, nobody is: a wrong recipient costs more trust than a missing one.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from detente.claims.answering import (
    accuser,
    accuser_named,
    answered,
    at_odds,
    both_sides,
    met_before,
    other_side,
    unless_accused,
    victim_elsewhere,
    victim_named,
)
from detente.claims.coding import CodedAct, PartyFinder
from detente.claims.course import Course
from detente.claims.denying import is_denial
from detente.claims.filling import actors_at, once
from detente.claims.inside import aimed, inside
from detente.claims.named_before import conditioned
from detente.claims.taking_up import expelled_before, hit_before, league, taken_up, undone
from detente.domain.acts import ActType
from detente.domain.findings import Ground
from detente.domain.parties import Directed, Joint, Party, powers
from detente.mentions import clauses
from detente.rules.anaphora import Anaphora
from detente.text.parsed import Sentence

BY_ITS_MEN = frozenset(
    {ActType.SANCTION, ActType.COERCE, ActType.CONCEDE, ActType.RETREAT, ActType.THREATEN, ActType.REJECT}
)
"""Acts that are done to a state by what is done to its men and firms."""
TO = ("to", "into", "at", "in")
"""The prepositions of the places to which forces go."""
TEST = "weapons"
"""The mode of tests: of themselves they are done to nobody."""
Evidence = Callable[[Course, CodedAct], tuple[Party, ...]]
Kinds = Sequence[tuple[Ground, Evidence]]
"""Kinds of evidence, the strongest first."""


def complete(
    acts: Sequence[CodedAct],
    sentences: Sequence[Sentence],
    finder: PartyFinder,
    anaphora: Anaphora,
    two: tuple[Party, ...],
) -> tuple[CodedAct, ...]:
    """The acts of a report in the text's order, with the recipients that they leave out."""
    ordered = sorted(acts, key=lambda act: (act.mention.sentence, act.mention.trigger))
    course = Course(ordered, sentences, finder, anaphora, two)
    for act in ordered:
        done = _completed(course, act)
        if _is_to_be_told(done):
            course.done.append(done)
    return tuple(course.done)


def _is_to_be_told(act: CodedAct) -> bool:
    """Whether an act stands: an answer needs its accuser, and words need somebody of whom they are said."""
    if act.rule.answers:
        return act.ground is Ground.ACCUSER
    if act.rule.is_between_two and len(powers(act.parties)) < 2:  # noqa: PLR2004 - both
        return False
    return not act.mention.pattern.is_said or any(p.is_power for p in act.parties.recipients)


def _completed(course: Course, act: CodedAct) -> CodedAct:
    """An act with its recipient by the first evidence that gives one."""
    parties = act.parties
    if isinstance(parties, Joint):
        return act
    if act.mention.parties:
        return _joined(course, act, parties)
    is_at_own_place = _is_at_own_place(course, act)
    if is_at_own_place:
        parties = Directed(parties.actors)
        act = replace(act, parties=parties)
    if _is_whole(act):
        return act
    ground, found = _shown(course, act, MOVING if is_at_own_place else _evidence_for(course, act))
    others = tuple(p for p in parties.recipients if not _is_own(act, p))
    kept = others if ground in (None, Ground.OTHER_SIDE) else ()
    return replace(act, parties=Directed(parties.actors, (*kept, *found)), ground=ground or act.ground)


def _shown(course: Course, act: CodedAct, kinds: Kinds) -> tuple[Ground | None, tuple[Party, ...]]:
    """The strongest evidence that gives somebody beside the actor, and whom it gives."""
    own = act.actor_keys
    for ground, evidence in kinds:
        found = once(p for p in evidence(course, act) if p.key not in own)
        if found:
            return ground, found
    return None, ()


def _is_own(act: CodedAct, party: Party) -> bool:
    """Whether a recipient is but the actor's own force, which he puts on alert or moves."""
    return act.type is ActType.MOBILIZE and party.id in {p.id for p in act.parties.actors if p.id}


def _is_at_own_place(course: Course, act: CodedAct) -> bool:
    """Whether forces go but to what is the actor's own abroad: "flew jets to its base in Oman"."""
    if act.type is not ActType.MOBILIZE:
        return False
    sentence, own = course.sentence_of(act), {p.id for p in act.parties.actors}
    places = clauses.prepositional(sentence, act.mention.trigger, TO)
    owners = [k.i for i in places for k in sentence.kids(i, "poss")]
    return any(p.id in own for i in owners for p in course.finder.parties_at(sentence.index, i))


def _is_whole(act: CodedAct) -> bool:
    """Whether no recipient is missing: a state's men and firms stand for it only where a measure hits them."""
    if act.rule.answers:
        return False
    known = [p for p in act.parties.recipients if (p.id or p.sector) and not _is_own(act, p)]
    return any(p.is_power for p in known) or (bool(known) and act.type not in BY_ITS_MEN)


def _evidence_for(course: Course, act: CodedAct) -> Kinds:
    if act.mode == TEST:
        return TESTING
    if is_denial(course.sentence_of(act), act, course.anaphora):
        return DENYING
    if act.mention.pattern.is_said:
        return SPEAKING
    return GIVING_WAY if act.type in (ActType.CONCEDE, ActType.RETREAT) else TELLING


def _joined(course: Course, act: CodedAct, parties: Directed) -> CodedAct:
    """What is done alike, with the other one of the two where one is named alone."""
    if act.type is ActType.SUPPORT and not parties.recipients:
        ground, owners = _shown(course, act, APPROVING)
        if owners:
            return replace(act, parties=Directed(parties.actors, owners), ground=ground)
    other = other_side(course, act)
    sentence = course.sentence_of(act)
    nouns = [i for i in act.mention.parties if sentence.tokens[i].pos != "PRON"]
    beside = [i for i in nouns if not any(p.is_power for p in actors_at(sentence, i, course.finder))]
    if not other or parties.recipients or beside:
        return act
    return replace(act, parties=Joint((*parties.actors, *other)), ground=Ground.OTHER_SIDE)


TELLING: Kinds = (
    (Ground.INSIDE, inside),
    (Ground.HIT_BEFORE, hit_before),
    (Ground.HIT_BEFORE, expelled_before),
    (Ground.TAKEN_UP, taken_up),
    (Ground.TAKEN_UP, league),
    (Ground.BOTH_SIDES, both_sides),
    (Ground.ANSWERED, answered),
    (Ground.MET_BEFORE, met_before),
    (Ground.TAKEN_UP, conditioned),
    (Ground.AT_ODDS, at_odds),
    (Ground.OTHER_SIDE, other_side),
)
"""For what a clause tells."""
GIVING_WAY: Kinds = (
    (Ground.INSIDE, inside),
    (Ground.HIT_BEFORE, hit_before),
    (Ground.HIT_BEFORE, undone),
    (Ground.OTHER_SIDE, other_side),
    (Ground.TAKEN_UP, taken_up),
)
"""The same for who gives way, mostly in what he himself has done: "lifted the curbs"."""
SPEAKING: Kinds = (
    (Ground.INSIDE, inside),
    (Ground.AT_ODDS, at_odds),
    (Ground.OTHER_SIDE, lambda course, act: () if act.type is ActType.ACCUSE else other_side(course, act)),
)
"""The same for what is done by saying something: what was told before need not be what is spoken of."""
APPROVING: Kinds = ((Ground.INSIDE, inside), (Ground.TAKEN_UP, taken_up))
"""The same for one who puts his name alone to what may be another's: "endorsed the plan"."""
MOVING: Kinds = ((Ground.AT_ODDS, at_odds), (Ground.OTHER_SIDE, other_side))
"""The same for forces that go to what is the actor's own, which names nobody whom they threaten."""
TESTING: Kinds = ((Ground.INSIDE, aimed),)
"""The same for tests of weapons: who stands near in the report is no target, only he at whom the words aim them."""
DENYING: Kinds = (
    (Ground.INSIDE, accuser_named),
    (Ground.INSIDE, victim_named),
    (Ground.ACCUSER, accuser),
    (Ground.TAKEN_UP, victim_elsewhere),
    (Ground.ANSWERED, answered),
    (Ground.OTHER_SIDE, unless_accused),
)
"""The same for denials, which answer one who was harmed or accuses: who else is named in them is neither."""
