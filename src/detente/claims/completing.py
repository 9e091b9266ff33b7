"""The recipient that a clause leaves out, or names only far inside its object.

Three ways are seen. The object names him inside ("controls on materials for panels made in South Korea"). A reaction
speaks of an act told before ("Rome hailed the move"): its recipient is whoever did that. A measure is taken up by its
noun ("Tokyo imposed the curbs in 2019"): it hits whom it hit before. Nothing is filled in from further off than a few
sentences, nor where it would make someone act on himself.
"""

from collections.abc import Sequence
from dataclasses import replace

from detente.claims.coding import CodedAct, PartyFinder
from detente.domain.acts import ActType
from detente.domain.parties import Directed, Party
from detente.mentions import clauses
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
AIMED = REACTIONS | {ActType.SANCTION, ActType.AID, ActType.COERCE, ActType.MOBILIZE, ActType.REQUEST, ActType.THREATEN}
"""Acts that hit a state of which their object only speaks."""
INSIDE = frozenset({"prep", "pobj", "poss", "amod", "compound", "nmod", "acl", "agent", "conj", "dobj", "pcomp"})
"""The relations by which an object speaks of its own; relative clauses tell of something else."""


TOWARDS = frozenset({"to", "for", "from", "on", "against", "with", "toward", "towards"})
"""The prepositions by which a verb takes the one whom it hits."""


def complete(
    acts: Sequence[CodedAct], sentences: Sequence[Sentence], finder: PartyFinder, anaphora: Anaphora
) -> tuple[CodedAct, ...]:
    """The acts of a report, with the recipients that they leave out."""
    done: list[CodedAct] = []
    for act in acts:
        aimed = _aimed(act, sentences[act.mention.sentence], finder)
        done.append(_completed(aimed, done, sentences, anaphora))
    return tuple(done)


def _aimed(act: CodedAct, sentence: Sentence, finder: PartyFinder) -> CodedAct:
    """The act with the state that its object names somewhere inside."""
    parties = act.parties
    if not isinstance(parties, Directed) or act.type not in AIMED or any(p.is_power for p in parties.recipients):
        return act
    own = {p.key for p in parties.actors}
    places = [k for i in _objects(sentence, act) for k in _inside(sentence, i)]
    for k in (*places, *clauses.prepositional(sentence, act.mention.trigger, TOWARDS)):
        found = tuple(p for p in finder.parties_at(sentence.index, k) if p.is_power and p.key not in own)
        if found:
            return replace(act, parties=Directed(parties.actors, found))
    return act


def _inside(sentence: Sentence, i: int) -> list[int]:
    """The words inside a noun phrase, the nearest to its head first."""
    found = [i]
    for at in found:
        found += [k.i for k in sentence.kids(at) if k.dep in INSIDE]
    return found[1:]


def _completed(
    act: CodedAct, before: Sequence[CodedAct], sentences: Sequence[Sentence], anaphora: Anaphora
) -> CodedAct:
    parties = act.parties
    if not isinstance(parties, Directed) or any(p.is_power for p in parties.recipients):
        return act
    sentence = sentences[act.mention.sentence]
    objects = _objects(sentence, act)
    found = _hit_before(act, objects, before, sentences)
    if not found and act.type in REACTIONS and any(_takes_up(sentence, i, anaphora) for i in objects):
        found = _doers_before(act, before)
    own = {p.key for p in parties.actors}
    recipients = tuple(p for p in found if p.key not in own)
    return replace(act, parties=Directed(parties.actors, recipients)) if recipients else act


def _objects(sentence: Sentence, act: CodedAct) -> list[int]:
    """The nouns that the act is done to or that name it."""
    trigger = act.mention.trigger
    if sentence.tokens[trigger].pos in ("NOUN", "PROPN"):
        return [trigger]
    return list(dict.fromkeys((*act.mention.recipients, *act.mention.parts, *clauses.objects(sentence, trigger))))


def _takes_up(sentence: Sentence, i: int, anaphora: Anaphora) -> bool:
    """Whether a noun speaks of an act told before."""
    token = sentence.tokens[i]
    if token.pos == "PRON":
        return token.lower in anaphora.pronouns
    if token.lemma.lower() not in anaphora.nouns:
        return False
    return any(k.lower in anaphora.determiners for k in sentence.kids(i, "det"))


def _doers_before(act: CodedAct, before: Sequence[CodedAct]) -> tuple[Party, ...]:
    """Those who did the nearest act before that is not this actor's own; what is welcomed is seldom a blow."""
    kind = [one for one in before if one.type in WELCOME]
    return (act.type is ActType.SUPPORT and _nearest_doers(act, kind)) or _nearest_doers(act, before)


def _nearest_doers(act: CodedAct, before: Sequence[CodedAct]) -> tuple[Party, ...]:
    own = {p.key for p in act.parties.actors}
    here = act.mention.sentence
    for earlier in reversed(before):
        if earlier.mention.sentence == here:
            continue
        if here - earlier.mention.sentence > NEAR:
            return ()
        doers = tuple(p for p in earlier.parties.actors if p.is_power and p.key not in own)
        if doers and earlier.type not in (ActType.ACCUSE, ActType.REJECT):
            return doers
    return ()


def _hit_before(
    act: CodedAct, objects: Sequence[int], before: Sequence[CodedAct], sentences: Sequence[Sentence]
) -> tuple[Party, ...]:
    """Those whom the same measure of the same actor hit where it was named before, "the curbs" after "curbs on"."""
    sentence = sentences[act.mention.sentence]
    definite = {
        sentence.tokens[i].lemma.lower()
        for i in objects
        if sentence.tokens[i].pos == "NOUN" and any(k.dep in ("det", "poss") for k in sentence.kids(i, "det", "poss"))
    }
    own = {p.key for p in act.parties.actors}
    for earlier in reversed(before):
        if {p.key for p in earlier.parties.actors} != own or not definite:
            continue
        there = sentences[earlier.mention.sentence]
        named = {there.tokens[i].lemma.lower() for i in _objects(there, earlier)}
        hit = tuple(p for p in earlier.parties.recipients if p.is_power)
        if hit and named & definite:
            return hit
    return ()
