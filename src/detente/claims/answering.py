"""The other side of what two say and do to each other: he who accuses, is at odds, or is the other one of the two."""

from detente.claims.coding import CodedAct
from detente.claims.course import Course
from detente.claims.denying import (
    accusations_of,
    accusers_named,
    accusers_of,
    victims_elsewhere,
    victims_named,
)
from detente.claims.filling import once
from detente.claims.implying import BETWEEN_TWO
from detente.claims.inside import objects_of
from detente.claims.taking_up import takes_up
from detente.domain.acts import ActType, Status
from detente.domain.parties import Party
from detente.rules.anaphora import Anaphora
from detente.text.parsed import Sentence

QUARREL = 3
"""How many sentences a quarrel is held in mind."""
HOSTILE = frozenset({ActType.ACCUSE, ActType.ASSAULT, ActType.COERCE, ActType.THREATEN, ActType.SANCTION})
"""Acts whose two sides a third asks for calm."""
QUARRELLING = frozenset({ActType.THREATEN, ActType.REJECT, ActType.ACCUSE})
"""Acts by which a quarrel goes on."""
OF_SOMETHING = frozenset({ActType.ACCUSE, ActType.SUPPORT})
"""Acts whose object, where it is named and no one's, may be anybody's: "condemned the launch"."""


def at_odds(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """The one power with whom the actor is told to be at odds in the sentences before, the nearest first."""
    sentence, named = course.sentence_of(act), bool(act.parties.recipients)
    about = [i for i in act.mention.recipients if takes_up(sentence, i, course.anaphora)]
    is_elsewhere = named and act.type in (ActType.ACCUSE, ActType.REJECT) and not about
    if act.type not in QUARRELLING or is_elsewhere or course.is_about_oneself(act):
        return ()
    own = {p.key for p in act.parties.actors}
    for earlier in reversed(course.done):
        if act.mention.sentence - earlier.mention.sentence > QUARREL:
            return ()
        sides = [[p for p in side if p.is_power] for side in (earlier.parties.actors, earlier.parties.recipients)]
        if earlier.type in HOSTILE and earlier.standing.status is Status.HAPPENED:
            for one, other in (sides, sides[::-1]):
                if own & {p.key for p in one} and len(other) == 1:
                    return tuple(other)
    return ()


def accuser(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """Who accuses the one who denies."""
    return accusers_of(act, course.acts)


def accuser_named(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """Whose the charge is that is denied, as the denial says."""
    return accusers_named(act, course.sentence_of(act), course.finder, course.anaphora)


def victim_named(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """Whom that harmed which is denied, as the denial says."""
    return victims_named(act, course.sentence_of(act), course.finder, course.anaphora)


def victim_elsewhere(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """Whom that harmed which is denied, as the report tells elsewhere."""
    return victims_elsewhere(act, course.sentences, course.finder, course.anaphora)


def other_side(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """The other of the two powers, where one of them acts alone on nobody who is known."""
    actors = {p.id for p in act.parties.actors if p.is_power}
    others = tuple(p for p in course.two if p.id not in actors)
    named = [p for p in act.parties.recipients if p.id or p.sector or act.type in OF_SOMETHING]
    if act.type not in BETWEEN_TWO or named or len(actors) != 1 or len(others) != 1:
        return ()
    return () if course.is_about_oneself(act) else others


def unless_accused(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """The other of the two powers where nobody is told to accuse; where several do, any of them may be answered."""
    return () if accusations_of(act, course.acts) else other_side(course, act)


def both_sides(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """The two between whom a third wants calm: those whom the report is about, or the only two at odds before."""
    if act.type is not ActType.REQUEST or not _wants_calm(course.sentence_of(act), act, course.anaphora):
        return ()
    two = course.two
    if not two:
        at_odds = [p for d in course.done if d.type in HOSTILE for p in d.parties.actors + d.parties.recipients]
        two = once(Party(p.id, p.kind, p.name) for p in at_odds if p.is_power)
    own = {p.id for p in act.parties.actors}
    return two if len(two) == 2 and own.isdisjoint(p.id for p in two) else ()  # noqa: PLR2004 - both


def _wants_calm(sentence: Sentence, act: CodedAct, anaphora: Anaphora) -> bool:
    words = [sentence.tokens[i] for i in (*objects_of(sentence, act), *act.mention.complements)]
    return any(token.lemma.lower() in anaphora.calm for token in words)
