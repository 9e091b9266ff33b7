"""The recipient that a clause does not name, found by evidence in the report; the stronger evidence goes first.

The words for what the act is about may name him (inside). He may have done what the act reacts to (taken up), have
been hit by the same measure where it was named before (hit before), or have accused the one who denies (accuser). Last
of all, he is the other one of the two whom the report is about (other side), or both are those whom a third asks for
calm (both sides). Where two could be meant, nobody is: a wrong recipient costs more trust than a missing one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from detente.claims.coding import CodedAct, PartyFinder
from detente.claims.denying import (
    accusations_of,
    accusers_named,
    accusers_of,
    is_denial,
    victims_elsewhere,
    victims_named,
)
from detente.claims.filling import actors_at, once
from detente.claims.implying import BETWEEN_TWO, principals
from detente.claims.wording import own_words
from detente.domain.acts import ActType, Status
from detente.domain.findings import Ground
from detente.domain.parties import Directed, Joint, Party, powers
from detente.mentions import clauses
from detente.rules.anaphora import Anaphora
from detente.text.parsed import Sentence

NEAR = 2
"""How many sentences back "the move" may point; further back readers lose it, too."""
QUARREL = 3
"""How many sentences a quarrel is held in mind."""
REACTIONS = frozenset(
    {ActType.ACCUSE, ActType.REJECT, ActType.SUPPORT, ActType.PROTEST, ActType.CONCEDE, ActType.RETREAT}
)
"""Acts whose object may be another's act."""
WELCOME = frozenset(
    {ActType.AGREE, ActType.CONSULT, ActType.CONCEDE, ActType.COOPERATE, ActType.AID, ActType.RETREAT, ActType.SUPPORT}
)
"""Acts that are welcomed before all others."""
AIMED = REACTIONS | {ActType.SANCTION, ActType.AID, ActType.COERCE, ActType.MOBILIZE, ActType.REQUEST, ActType.THREATEN}
"""Acts that hit a state of which their object only speaks."""
HOSTILE = frozenset({ActType.ACCUSE, ActType.ASSAULT, ActType.COERCE, ActType.THREATEN, ActType.SANCTION})
"""Acts whose two sides a third asks for calm."""
QUARRELLING = frozenset({ActType.THREATEN, ActType.REJECT, ActType.ACCUSE})
"""Acts by which a quarrel goes on."""
OF_SOMETHING = frozenset({ActType.ACCUSE, ActType.SUPPORT})
"""Acts whose object, where it is named and no one's, may be anybody's: "condemned the launch"."""
BY_ITS_MEN = frozenset(
    {ActType.SANCTION, ActType.COERCE, ActType.CONCEDE, ActType.RETREAT, ActType.THREATEN, ActType.REJECT}
)
"""Acts that are done to a state by what is done to its men and firms."""
INSIDE = frozenset({"prep", "pobj", "poss", "amod", "compound", "nmod", "acl", "agent", "conj", "dobj", "pcomp"})
"""The relations by which an object speaks of its own; relative clauses tell of something else."""
VENUES = frozenset({"at", "before"})
"""The prepositions of courts and bodies before which something is carried: they are not its aim."""
TOWARDS = frozenset({"to", "for", "from", "on", "against", "with", "toward", "towards"})
"""The prepositions by which a verb takes the one whom it hits."""
NAMES = frozenset({"GPE", "LOC", "FAC", "ORG"})
"""What the parser calls the names of places and bodies: whose they are is part of the name."""
BESIDE = frozenset({"along", "near", "to", "at", "on"})
"""The prepositions of the places where forces are shown to those who live beside them."""
ABOUT = TOWARDS | {"of", "by", "between"}
"""The prepositions by which a deed takes the one whom it is about."""


def complete(
    acts: Sequence[CodedAct], sentences: Sequence[Sentence], finder: PartyFinder, anaphora: Anaphora
) -> tuple[CodedAct, ...]:
    """The acts of a report in the text's order, with the recipients that they leave out."""
    ordered = sorted(acts, key=lambda act: (act.mention.sentence, act.mention.trigger))
    course = _Course(ordered, sentences, finder, anaphora)
    for act in ordered:
        done = course.completed(act)
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


Evidence = Callable[["_Course", CodedAct], tuple[Party, ...]]


@dataclass(frozen=True)
class _Course:
    """A report as its acts are told one after the other."""

    acts: Sequence[CodedAct]
    sentences: Sequence[Sentence]
    finder: PartyFinder
    anaphora: Anaphora

    @cached_property
    def done(self) -> list[CodedAct]:
        """The acts before, with their recipients."""
        return []

    @cached_property
    def two(self) -> tuple[Party, ...]:
        """The two powers that the report is plainly about, or none."""
        return principals(self.sentences, self.finder)

    def sentence_of(self, act: CodedAct) -> Sentence:
        """The sentence in which an act is told."""
        return self.sentences[act.mention.sentence]

    def completed(self, act: CodedAct) -> CodedAct:
        """An act with its recipient by the first evidence that gives one."""
        parties = act.parties
        if isinstance(parties, Joint):
            return act
        if act.mention.parties:
            return self._joined(act, parties)
        if self._is_whole(act):
            return act
        own = {p.key for p in parties.actors}
        for ground, evidence in self._evidence_for(act):
            found = once(p for p in evidence(self, act) if p.key not in own)
            if found:
                kept = parties.recipients if ground is Ground.OTHER_SIDE else ()
                return replace(act, parties=Directed(parties.actors, (*kept, *found)), ground=ground)
        return act

    def _is_whole(self, act: CodedAct) -> bool:
        """Whether no recipient is missing: a state's men and firms stand for it only where a measure hits them."""
        if act.rule.answers:
            return False
        # forces that one puts on alert are one's own: they are no recipient
        own = {p.id for p in act.parties.actors} if act.type is ActType.MOBILIZE else set()
        known = [p for p in act.parties.recipients if (p.id or p.sector) and p.id not in own]
        return any(p.is_power for p in known) or (bool(known) and act.type not in BY_ITS_MEN)

    def _evidence_for(self, act: CodedAct) -> tuple[tuple[Ground, Evidence], ...]:
        if is_denial(self.sentence_of(act), act, self.anaphora):
            return DENYING
        if act.mention.pattern.is_said:
            return SPEAKING
        return GIVING_WAY if act.type in (ActType.CONCEDE, ActType.RETREAT) else TELLING

    def is_about_oneself(self, act: CodedAct) -> bool:
        """Whether what an act is about is the actor's own: "his predecessor", "that our president resign"."""
        sentence, own = self.sentence_of(act), {p.key for p in act.parties.actors}
        owners = [k.i for i in act.mention.recipients for k in sentence.kids(i, "poss")]
        doers = [k.i for i in act.mention.complements for k in sentence.kids(i, "nsubj")]
        return any(
            p.is_power and p.key in own for i in (*owners, *doers) for p in self.finder.parties_at(sentence.index, i)
        )

    def _joined(self, act: CodedAct, parties: Directed) -> CodedAct:
        """What is done alike, with the other one of the two where one is named alone."""
        other = _other_side(self, act)
        sentence = self.sentence_of(act)
        nouns = [i for i in act.mention.parties if sentence.tokens[i].pos != "PRON"]
        beside = [i for i in nouns if not any(p.is_power for p in actors_at(sentence, i, self.finder))]
        if not other or parties.recipients or beside:
            return act
        return replace(act, parties=Joint((*parties.actors, *other)), ground=Ground.OTHER_SIDE)


def _inside(course: _Course, act: CodedAct) -> tuple[Party, ...]:
    """Those whom a promise, threat or refusal is about, or whom the object names inside."""
    return _in_what_is_said(course, act) or _in_object(course, act)


def _in_what_is_said(course: _Course, act: CodedAct) -> tuple[Party, ...]:
    """Whom a promise, threat or refusal is about: "agreed to lend ships to Fiji" agrees with Fiji."""
    sentence, own = course.sentence_of(act), {p.key for p in act.parties.actors}
    for verb in act.mention.complements if not act.parties.recipients else ():
        for i in sorted(own_words(sentence, verb)):
            found = [p for p in course.finder.parties_at(sentence.index, i) if p.is_power and p.key not in own]
            is_venue = sentence.tokens[sentence.tokens[i].head].lower in VENUES
            if found and i > verb and not is_venue and not _is_circumstance(sentence, i, verb):
                near = [p for k in clauses.spread(sentence, i) for p in course.finder.parties_at(sentence.index, k)]
                return once(p for p in near if p.id and p.key not in own)
    return ()


def _is_circumstance(sentence: Sentence, i: int, verb: int) -> bool:
    """Whether a party is named only in what surrounds a deed: "resume talks in the face of its threats"."""
    at = sentence.tokens[i].head
    own = at
    while at not in (verb, sentence.tokens[at].head):
        if at != own and sentence.tokens[at].dep == "prep" and sentence.tokens[at].lower not in ABOUT:
            return True
        at = sentence.tokens[at].head
    return False


def _in_object(course: _Course, act: CodedAct) -> tuple[Party, ...]:
    """The state that the object names somewhere inside."""
    if act.type is ActType.AGREE:
        return _owner_of_object(course, act)
    if act.type not in AIMED:
        return ()
    sentence, own = course.sentence_of(act), {p.key for p in act.parties.actors}
    # what is said names one whom it hits behind a preposition alone: "measures within an EU framework" hit nobody
    heads = [] if act.mention.pattern.is_said and act.type is ActType.THREATEN else _objects(sentence, act)
    places = [k for i in heads for k in _below(sentence, i)]
    if act.type is ActType.MOBILIZE:
        places += [k for i in clauses.prepositional(sentence, act.mention.trigger, BESIDE) for k in _below(sentence, i)]
    for k in (*places, *clauses.prepositional(sentence, act.mention.trigger, TOWARDS)):
        found = tuple(p for p in course.finder.parties_at(sentence.index, k) if p.is_power and p.key not in own)
        if found:
            return found
    return ()


def _owner_of_object(course: _Course, act: CodedAct) -> tuple[Party, ...]:
    """Whose the thing is that is agreed to: "accepted Fiji's plan", "consented to a Fijian mission"."""
    sentence, trigger = course.sentence_of(act), act.mention.trigger
    objects = [*_objects(sentence, act), *clauses.prepositional(sentence, trigger, ("to",))]
    owners = [k for i in objects if sentence.tokens[i].entity not in NAMES for k in clauses.possessors(sentence, i)]
    return once(p for k in owners for p in course.finder.parties_at(sentence.index, k) if p.is_power)


def _below(sentence: Sentence, i: int) -> list[int]:
    """The words inside a noun phrase, the nearest to its head first."""
    found = [i]
    for at in found:
        found += [k.i for k in sentence.kids(at) if k.dep in INSIDE and k.lower not in VENUES]
    return found[1:]


def _objects(sentence: Sentence, act: CodedAct) -> list[int]:
    """The nouns that the act is done to or that name it."""
    trigger = act.mention.trigger
    if sentence.tokens[trigger].pos in ("NOUN", "PROPN"):
        return [trigger]
    return list(dict.fromkeys((*act.mention.recipients, *act.mention.parts, *clauses.objects(sentence, trigger))))


def _taken_up(course: _Course, act: CodedAct) -> tuple[Party, ...]:
    """Those who did the nearest act before that is not this actor's own, where the object speaks of it.

    What is welcomed is seldom a blow.
    """
    sentence = course.sentence_of(act)
    objects = _objects(sentence, act)
    if act.type not in REACTIONS or not any(_takes_up(sentence, i, course.anaphora) for i in objects):
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


def _takes_up(sentence: Sentence, i: int, anaphora: Anaphora) -> bool:
    """Whether a noun speaks of an act told before."""
    token = sentence.tokens[i]
    if token.pos == "PRON":
        return token.lower in anaphora.pronouns
    if token.lemma.lower() not in anaphora.nouns:
        return False
    return any(k.lower in anaphora.determiners for k in sentence.kids(i, "det"))


def _hit_before(course: _Course, act: CodedAct) -> tuple[Party, ...]:
    """Those whom the same measure of the same actor hit where it was named before, "the curbs" after "curbs on"."""
    sentence = course.sentence_of(act)
    definite = {
        sentence.tokens[i].lemma.lower()
        for i in _objects(sentence, act)
        if sentence.tokens[i].pos == "NOUN" and any(k.dep in ("det", "poss") for k in sentence.kids(i, "det", "poss"))
    }
    own = {p.key for p in act.parties.actors}
    for earlier in reversed(course.done):
        if {p.key for p in earlier.parties.actors} != own or not definite:
            continue
        there = course.sentence_of(earlier)
        named = {there.tokens[i].lemma.lower() for i in _objects(there, earlier)}
        hit = tuple(p for p in earlier.parties.recipients if p.is_power)
        if hit and named & definite:
            return hit
    return ()


def _at_odds(course: _Course, act: CodedAct) -> tuple[Party, ...]:
    """The one power with whom the actor is told to be at odds in the sentences before, the nearest first."""
    sentence, named = course.sentence_of(act), bool(act.parties.recipients)
    about = [i for i in act.mention.recipients if _takes_up(sentence, i, course.anaphora)]
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


def _accuser(course: _Course, act: CodedAct) -> tuple[Party, ...]:
    return accusers_of(act, course.acts)


def _accuser_named(course: _Course, act: CodedAct) -> tuple[Party, ...]:
    return accusers_named(act, course.sentence_of(act), course.finder, course.anaphora)


def _victim_named(course: _Course, act: CodedAct) -> tuple[Party, ...]:
    return victims_named(act, course.sentence_of(act), course.finder, course.anaphora)


def _victim_elsewhere(course: _Course, act: CodedAct) -> tuple[Party, ...]:
    return victims_elsewhere(act, course.sentences, course.finder, course.anaphora)


def _other_side(course: _Course, act: CodedAct) -> tuple[Party, ...]:
    """The other of the two powers, where one of them acts alone on nobody who is known."""
    actors = {p.id for p in act.parties.actors if p.is_power}
    others = tuple(p for p in course.two if p.id not in actors)
    named = [p for p in act.parties.recipients if p.id or p.sector or act.type in OF_SOMETHING]
    if act.type not in BETWEEN_TWO or named or len(actors) != 1 or len(others) != 1:
        return ()
    return () if course.is_about_oneself(act) else others


def _unless_accused(course: _Course, act: CodedAct) -> tuple[Party, ...]:
    """The other of the two powers where nobody is told to accuse; where several do, any of them may be answered."""
    return () if accusations_of(act, course.acts) else _other_side(course, act)


def _both_sides(course: _Course, act: CodedAct) -> tuple[Party, ...]:
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
    words = [sentence.tokens[i] for i in (*_objects(sentence, act), *act.mention.complements)]
    return any(token.lemma.lower() in anaphora.calm for token in words)


TELLING: tuple[tuple[Ground, Evidence], ...] = (
    (Ground.INSIDE, _inside),
    (Ground.HIT_BEFORE, _hit_before),
    (Ground.TAKEN_UP, _taken_up),
    (Ground.AT_ODDS, _at_odds),
    (Ground.BOTH_SIDES, _both_sides),
    (Ground.OTHER_SIDE, _other_side),
)
"""The kinds of evidence, the strongest first."""
GIVING_WAY: tuple[tuple[Ground, Evidence], ...] = (
    (Ground.INSIDE, _inside),
    (Ground.HIT_BEFORE, _hit_before),
    (Ground.OTHER_SIDE, _other_side),
    (Ground.TAKEN_UP, _taken_up),
)
"""The same for who gives way, mostly in what he himself has done: "lifted the curbs"."""
SPEAKING: tuple[tuple[Ground, Evidence], ...] = (
    (Ground.INSIDE, _inside),
    (Ground.AT_ODDS, _at_odds),
    (Ground.OTHER_SIDE, lambda course, act: () if act.type is ActType.ACCUSE else _other_side(course, act)),
)
"""The same for what is done by saying something: what was told before need not be what is spoken of."""
DENYING: tuple[tuple[Ground, Evidence], ...] = (
    (Ground.INSIDE, _accuser_named),
    (Ground.INSIDE, _victim_named),
    (Ground.ACCUSER, _accuser),
    (Ground.TAKEN_UP, _victim_elsewhere),
    (Ground.OTHER_SIDE, _unless_accused),
)
"""The same for denials, which answer one who was harmed or accuses: who else is named in them is neither."""
