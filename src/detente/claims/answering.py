"""The other side of what two say and do to each other: he who accuses, is at odds, or is the other one of the two."""

from collections.abc import Set as AbstractSet

from detente.claims.coding import CodedAct
from detente.claims.course import Course
from detente.claims.denying import (
    accusations_of,
    accusers_named,
    accusers_of,
    victims_elsewhere,
    victims_named,
)
from detente.claims.filling import once, sole
from detente.claims.implying import BETWEEN_TWO
from detente.claims.inside import objects_of
from detente.claims.taking_up import NEAR, takes_up
from detente.domain.acts import ActType, Status
from detente.domain.parties import Party
from detente.mentions import clauses
from detente.rules.anaphora import Anaphora
from detente.text.parsed import Sentence

QUARREL = 3
"""How many sentences a quarrel is held in mind."""
HOSTILE = frozenset({ActType.ACCUSE, ActType.ASSAULT, ActType.COERCE, ActType.THREATEN, ActType.SANCTION})
"""Acts whose two sides a third asks for calm."""
QUARRELLING = frozenset({ActType.THREATEN, ActType.REJECT, ActType.ACCUSE, ActType.MOBILIZE, ActType.ASSAULT})
"""Acts by which a quarrel goes on."""
LASTING = frozenset({ActType.THREATEN, ActType.REJECT})
"""Those that may go on however far back it was told of."""
ASKING = frozenset({ActType.REQUEST, ActType.ACCUSE})
"""Acts that are answered."""
ANSWERS = frozenset({ActType.REJECT, ActType.AGREE})
"""Acts that may answer."""
MEDIATING = frozenset({ActType.AGREE, ActType.CONSULT, ActType.REJECT})
"""Acts by which a third mediates, offers or refuses to."""
ENDING = ("to", "against", "of", "from")
"""The prepositions of what is to end or to be kept from: "an end TO the fighting"."""
OF_SOMETHING = frozenset({ActType.ACCUSE, ActType.SUPPORT})
"""Acts whose object, where it is named and no one's, may be anybody's: "condemned the launch"."""


def at_odds(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """The one power with whom the actor is told to be at odds, in the sentences before or in all that was told."""
    if act.type not in QUARRELLING or _is_elsewhere(course, act) or course.is_about_oneself(act):
        return ()
    own = {p.id for p in act.parties.actors if p.id}
    # who fights at home fights nobody with whom the state is at odds: only the charge tells whom a blow hit
    reach = 0 if act.type is ActType.ASSAULT else QUARREL
    for earlier in course.before(act, reach):
        found = sole(_against(own, earlier))
        if found:
            return found
    return _only_foe(course, own) if act.type in LASTING else ()


def _is_elsewhere(course: Course, act: CodedAct) -> bool:
    """Whether one speaks of a thing that is nobody's, and not of what two have to do with each other."""
    sentence = course.sentence_of(act)
    between = course.anaphora.calm if act.type is ActType.REJECT else frozenset[str]()
    about = [i for i in act.mention.recipients if takes_up(sentence, i, course.anaphora)]
    about += [i for i in act.mention.recipients if sentence.tokens[i].lemma.lower() in between]
    return bool(act.parties.recipients) and act.type in (ActType.ACCUSE, ActType.REJECT) and not about


def _against(own: AbstractSet[str], earlier: CodedAct) -> tuple[Party, ...]:
    """The powers on the other side of what was done to one or to one's firms, or of two who blame each other."""
    if earlier.type not in HOSTILE or earlier.standing.status is not Status.HAPPENED:
        return ()
    doers, hit = earlier.parties.actors, earlier.parties.recipients
    for one, other in ((doers, hit or doers), (hit, doers)):
        if own & {p.id for p in one}:
            return tuple(p for p in other if p.is_power and p.id not in own)
    return ()


def _only_foe(course: Course, own: AbstractSet[str]) -> tuple[Party, ...]:
    """The one with whom somebody is told to be at odds, where it is one in all that was told before."""
    return sole(once(p for earlier in course.done for p in _against(own, earlier)))


def met_before(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """The one with whom the actor met right before he agreed to something, or failed to."""
    if act.rule.type is not ActType.AGREE:
        return ()
    own = {p.id for p in act.parties.actors if p.id}
    for earlier in course.before(act, 1):
        members = (*earlier.parties.actors, *earlier.parties.recipients)
        others = tuple(p for p in members if p.is_power and p.id not in own)
        if earlier.type is ActType.CONSULT and own <= {p.id for p in members} and others:
            return sole(others)
    return ()


def answered(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """The one who asked the actor for something or charged him with it right before: "asked Rome ..., Rome refused"."""
    if act.rule.type not in ANSWERS or course.is_about_oneself(act):
        return ()
    own = act.actor_keys
    types = _named_types(course, act)
    here = act.mention.sentence
    asking = [one for one in course.done if here - one.mention.sentence <= NEAR and one.type in types]
    asking = [one for one in asking if own & {p.key for p in one.parties.recipients if p.is_power}]
    asking = [one for one in asking if one.mention.sentence == here] or asking
    askers = [{p.key: p for p in one.parties.actors if p.is_power} for one in asking]
    return tuple(askers[0].values()) if askers and all(a.keys() == askers[0].keys() for a in askers) else ()


def _named_types(course: Course, act: CodedAct) -> frozenset[ActType]:
    """What an answer may answer: anything asked or charged, or what its object names."""
    sentence = course.sentence_of(act)
    nouns = {sentence.tokens[i].lemma.lower() for i in objects_of(sentence, act)}
    named = [types for noun, types in course.anaphora.types_by_noun.items() if noun in nouns]
    return ASKING.intersection(*named)


def accuser(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """Who accuses the one who denies."""
    return accusers_of(act, course.acts, course.sentences, course.anaphora)


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
    # who visits a place that is nobody's visits it, and not the other one of the two
    is_elsewhere = act.type is ActType.CONSULT and bool(act.mention.recipients)
    return () if is_elsewhere or course.is_about_oneself(act) else others


def unless_accused(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """The other of the two powers where nobody is told to accuse; where several do, any of them may be answered."""
    return () if accusations_of(act, course.acts) else other_side(course, act)


def both_sides(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """The two whom a third asks for calm or would reconcile: those of whom the report is, or the only two at odds."""
    if not _stands_between(course.sentence_of(act), act, course.anaphora):
        return ()
    two = course.two
    if not two:
        at_odds = [p for d in course.done if d.type in HOSTILE for p in d.parties.actors + d.parties.recipients]
        two = once(Party(p.id, p.kind, p.name) for p in at_odds if p.is_power)
    own = {p.id for p in act.parties.actors}
    return two if len(two) == 2 and own.isdisjoint(p.id for p in two) else ()  # noqa: PLR2004 - both


def _stands_between(sentence: Sentence, act: CodedAct, anaphora: Anaphora) -> bool:
    """Whether somebody asks for calm, or mediates or offers to."""
    sought = anaphora.calm if act.type is ActType.REQUEST else anaphora.mediation if act.type in MEDIATING else ()
    objects = objects_of(sentence, act)
    places = (act.mention.trigger, *objects, *act.mention.complements)
    if any(sentence.tokens[i].lemma.lower() in sought for i in places):
        return True
    ended = [k for i in places for k in clauses.prepositional(sentence, i, ENDING)]
    return act.type is ActType.REQUEST and any(sentence.tokens[i].lemma.lower() in anaphora.strife for i in ended)
