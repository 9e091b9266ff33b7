"""Those whom the words for what an act is about name: "lifted controls on machines for SWEDEN"."""

from collections.abc import Sequence

from detente.claims.coding import CodedAct
from detente.claims.course import Course
from detente.claims.filling import once, sole
from detente.claims.wording import own_words
from detente.domain.acts import ActType
from detente.domain.parties import Party, PartyKind
from detente.mentions import clauses
from detente.text.parsed import Sentence

AIMED = frozenset(
    {
        ActType.ACCUSE,
        ActType.AID,
        ActType.COERCE,
        ActType.CONCEDE,
        ActType.MOBILIZE,
        ActType.PROTEST,
        ActType.REJECT,
        ActType.REQUEST,
        ActType.RETREAT,
        ActType.SANCTION,
        ActType.SUPPORT,
        ActType.THREATEN,
    }
)
"""Acts that hit a state of which their object only speaks."""
INSIDE = frozenset({"prep", "pobj", "poss", "amod", "compound", "nmod", "acl", "agent", "conj", "dobj", "pcomp"})
"""The relations by which an object speaks of its own; relative clauses tell of something else."""
VENUES = frozenset({"at", "before"})
"""The prepositions of courts and bodies before which something is carried: they are not its aim."""
OF = "of"
PARTS_OF_NAMES = ("compound", "amod", "nmod", "prep")
"""How the words of a name hang on its head."""
TOWARDS = frozenset({"to", "for", "from", "on", "against", "with", "toward", "towards"})
"""The prepositions by which a verb takes the one whom it hits."""
NAMES = frozenset({"GPE", "LOC", "FAC", "ORG"})
"""What the parser calls the names of places and bodies: whose they are is part of the name."""
BESIDE = frozenset({"along", "near", "to", "at", "on"})
"""The prepositions of the places where forces are shown to those who live beside them."""
AT = frozenset({"against", "at", "over", "toward", "towards"})
"""The prepositions by which what is fired is aimed."""
ABOUT = TOWARDS | {"of", "by", "between"}
"""The prepositions by which a deed takes the one whom it is about."""


def inside(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """Those whom a promise, threat or refusal is about, or whom the object names inside."""
    return (
        _who_is_to_do_it(course, act)
        or _in_what_is_said(course, act)
        or _in_object(course, act)
        or _countered(course, act)
    )


def _countered(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """The one power against whom, the purpose says, one comes: "entered the waters to counter GREEK boats"."""
    if act.type not in (ActType.COERCE, ActType.MOBILIZE):
        return ()
    sentence, own = course.sentence_of(act), {p.id for p in act.parties.actors}
    purposes = [k for k in sentence.kids(act.mention.trigger, "advcl", "xcomp") if k.tag == "VB"]
    places = [t.i for k in purposes if k.lemma.lower() in course.anaphora.countering for t in sentence.subtree(k.i)]
    return sole(tuple(p for p in course.powers_at(sentence, places) if p.id not in own))


def aimed(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """Those at whom the words aim what is fired: "fired a missile TOWARDS Japan"."""
    sentence = course.sentence_of(act)
    places = (act.mention.trigger, *objects_of(sentence, act))
    return course.powers_at(sentence, (k for i in places for k in clauses.prepositional(sentence, i, AT)))


def _who_is_to_do_it(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """Who is to do what is asked: "demanded that FIJI hand over the men"."""
    if act.rule.type is not ActType.REQUEST:
        return ()
    sentence = course.sentence_of(act)
    doers = [k.i for verb in act.mention.complements for k in sentence.kids(verb, "nsubj") if k.pos != "PRON"]
    return course.powers_at(sentence, doers)


def _in_what_is_said(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """Whom a promise, threat or refusal is about: "agreed to lend ships to Fiji" agrees with Fiji."""
    sentence, own = course.sentence_of(act), act.actor_keys
    for verb in act.mention.complements if not act.parties.recipients else ():
        for i in sorted(own_words(sentence, verb)):
            found = [p for p in course.finder.parties_at(sentence.index, i) if p.is_power and p.key not in own]
            is_venue = sentence.tokens[sentence.tokens[i].head].lower in VENUES or _is_forum(sentence, i, verb, found)
            is_pronoun = sentence.tokens[i].dep == "poss" and sentence.tokens[i].pos == "PRON"
            if found and i > verb and not (is_venue or is_pronoun) and not _is_circumstance(sentence, i, verb):
                near = [p for k in clauses.spread(sentence, i) for p in course.finder.parties_at(sentence.index, k)]
                return once(p for p in near if p.id and p.key not in own)
    return ()


def _is_forum(sentence: Sentence, i: int, verb: int, parties: Sequence[Party]) -> bool:
    """Whether a body is only where something is carried: "threatened to complain TO THE COUNCIL"."""
    # "the Organization OF American States": a name may run over several nouns
    while sentence.tokens[i].dep in PARTS_OF_NAMES or sentence.tokens[sentence.tokens[i].head].lower == OF:
        i = sentence.tokens[i].head
    above = sentence.tokens[sentence.tokens[i].head]
    return above.lower == "to" and above.head == verb and all(p.kind is PartyKind.BODY for p in parties)


def _is_circumstance(sentence: Sentence, i: int, verb: int) -> bool:
    """Whether a party is named only in what surrounds a deed: "resume talks in the face of its threats"."""
    at = sentence.tokens[i].head
    own = at
    while at not in (verb, sentence.tokens[at].head):
        if at != own and sentence.tokens[at].dep == "prep" and sentence.tokens[at].lower not in ABOUT:
            return True
        at = sentence.tokens[at].head
    return False


def _in_object(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """The state that the object names somewhere inside."""
    if act.type is ActType.AGREE:
        return _owner_of_object(course, act)
    if act.type not in AIMED:
        return ()
    sentence, own = course.sentence_of(act), act.actor_keys
    # what is said names one whom it hits behind a preposition alone: "measures within an EU framework" hit nobody
    heads = [] if act.mention.pattern.is_said and act.type is ActType.THREATEN else objects_of(sentence, act)
    places = [k for i in heads for k in _below(sentence, i)]
    if act.type is ActType.MOBILIZE:
        places += [k for i in clauses.prepositional(sentence, act.mention.trigger, BESIDE) for k in _below(sentence, i)]
    for k in (*places, *clauses.prepositional(sentence, act.mention.trigger, TOWARDS)):
        found = tuple(p for p in course.finder.parties_at(sentence.index, k) if p.is_power and p.key not in own)
        is_forum = act.rule.type is ActType.ACCUSE and _is_forum(sentence, k, act.mention.trigger, found)
        if found and not is_forum:
            return found
    return ()


def _owner_of_object(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """Whose the thing is that is agreed to: "accepted Fiji's plan", "a plan tabled by Fiji", "a Fijian mission"."""
    sentence, trigger = course.sentence_of(act), act.mention.trigger
    objects = [*objects_of(sentence, act), *clauses.prepositional(sentence, trigger, ("to",))]
    owners = [k for i in objects if sentence.tokens[i].entity not in NAMES for k in clauses.possessors(sentence, i)]
    owners += [k for i in objects for by in sentence.kids(i, "acl") for k in _authors(sentence, by.i)]
    return course.powers_at(sentence, owners)


def _authors(sentence: Sentence, participle: int) -> list[int]:
    """Those by whom a thing is made: "a plan TABLED BY Fiji"."""
    return clauses.agents(sentence, participle) if clauses.is_passive(sentence, participle) else []


def _below(sentence: Sentence, i: int) -> list[int]:
    """The words inside a noun phrase, the nearest to its head first."""
    found = [i]
    for at in found:
        found += [k.i for k in sentence.kids(at) if k.dep in INSIDE and k.lower not in VENUES]
    return found[1:]


def objects_of(sentence: Sentence, act: CodedAct) -> list[int]:
    """The nouns that the act is done to or that name it."""
    trigger = act.mention.trigger
    if sentence.tokens[trigger].pos in ("NOUN", "PROPN"):
        return [trigger]
    return list(dict.fromkeys((*act.mention.recipients, *act.mention.parts, *clauses.objects(sentence, trigger))))
