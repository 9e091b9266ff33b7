"""Whom a denial answers: him who accuses the one who denies, or him who was harmed by what is denied."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from detente.claims.coding import CodedAct, PartyFinder
from detente.claims.filling import Key, once, powers_named, sole
from detente.domain.acts import ActType
from detente.domain.parties import Party
from detente.mentions import clauses
from detente.rules.anaphora import Anaphora
from detente.text.parsed import Sentence

NEAR = 3
"""How many sentences off an accusation is the one that is answered, where several states accuse."""
ALLEGE = "allege"
"""The mode of accusations of a deed; complaints and inquiries are not denied."""
BY_WHOM = ("by", "from")
"""The prepositions by which a charge takes him who makes it."""
BY_PLACE = ("on", "in", "at", "against", "of", "near", "off")
"""The prepositions by which a deed takes him who was harmed, or where that was."""


def is_denial(sentence: Sentence, act: CodedAct, anaphora: Anaphora) -> bool:
    """Whether an act says that something charged is not so."""
    if act.type is not ActType.REJECT:
        return False
    if act.rule.answers or _says_not(act) or sentence.tokens[act.mention.trigger].lemma.lower() in anaphora.denials:
        return True
    objects = clauses.objects(sentence, act.mention.trigger)
    return any(sentence.tokens[i].lemma.lower() in anaphora.charges for i in (*objects, *act.mention.parts))


def _says_not(act: CodedAct) -> bool:
    """Whether an act is done by saying that one has not done a thing."""
    return act.mention.pattern.is_said and act.mention.pattern.is_negated


def accusations_of(act: CodedAct, acts: Sequence[CodedAct]) -> list[CodedAct]:
    """The acts by which the actor is accused of a deed; calling his conduct names is none."""
    keys = act.actor_keys
    charges = [a for a in acts if a.type is ActType.ACCUSE and a.mode == ALLEGE]
    charges = [a for a in charges if not (a.mention.pattern.is_said and a.mention.pattern.is_noun)]
    return [a for a in charges if keys & {p.key for p in a.parties.recipients}]


def accusers_of(
    act: CodedAct, acts: Sequence[CodedAct], sentences: Sequence[Sentence], anaphora: Anaphora
) -> tuple[Party, ...]:
    """Who accuses the actor in the report: all who join in one charge, or the one who does, or does near the denial."""
    keys = act.actor_keys
    charges = accusations_of(act, acts)
    near = [c for c in charges if 0 <= act.mention.sentence - c.mention.sentence <= NEAR]
    deeds = _deeds(sentences[act.mention.sentence], act, anaphora)
    if deeds:  # far off, another deed than that which is denied may be what is charged
        charges = [c for c in charges if c in near or deeds & _words(sentences[c.mention.sentence])]
    if act.mention.pattern.is_said:
        charges = near  # what one says oneself is an answer only where a charge was told right before
    if len(charges) == 1:
        return once(p for p in charges[0].parties.actors if p.is_power and p.key not in keys)
    for told in (charges, near):
        found = once(p for charge in told for p in charge.parties.actors if p.is_power and p.key not in keys)
        if len(found) == 1:
            return found
    return ()


def _deeds(sentence: Sentence, act: CodedAct, anaphora: Anaphora) -> set[str]:
    """The words by which a denial names itself what it denies, where it is not but "the charge"."""
    objects = clauses.objects(sentence, act.mention.trigger)
    named = {sentence.tokens[i].lemma.lower() for i in objects if sentence.tokens[i].pos == "NOUN"}
    return named - anaphora.charges


def _words(sentence: Sentence) -> set[str]:
    return {token.lemma.lower() for token in sentence.tokens}


def accusers_named(act: CodedAct, sentence: Sentence, finder: PartyFinder, anaphora: Anaphora) -> tuple[Party, ...]:
    """Whose the charge is that is denied, as the denial itself says: "the allegations made by Fiji"."""
    own = act.actor_keys
    objects = clauses.objects(sentence, act.mention.trigger)
    charges = [i for i in objects if sentence.tokens[i].lemma.lower() in anaphora.charges]
    made = [k.i for i in charges for k in sentence.kids(i, "acl") if clauses.is_passive(sentence, k.i)]
    by = [k for i in (*charges, *made) for k in clauses.prepositional(sentence, i, BY_WHOM)]
    return once(p for i in by for p in _named(sentence, i, finder) if p.key not in own)


def victims_named(act: CodedAct, sentence: Sentence, finder: PartyFinder, anaphora: Anaphora) -> tuple[Party, ...]:
    """The one power that was harmed by what is denied, as the denial itself names it."""
    own = act.actor_keys
    harms = _harms(act, sentence, anaphora)[:1]
    return sole(once(p for i in harms for p in _harmed_from(sentence, i, act, finder, own)))


def victims_elsewhere(
    act: CodedAct, sentences: Sequence[Sentence], finder: PartyFinder, anaphora: Anaphora
) -> tuple[Party, ...]:
    """The one power that was harmed by what is denied, as the same word for the harm tells elsewhere: "the raid"."""
    own = act.actor_keys
    sentence = sentences[act.mention.sentence]
    named = {sentence.tokens[i].lemma.lower() for i in _harms(act, sentence, anaphora)[:1]}
    same = [(s, t.i) for s in sentences for t in s.tokens if t.lemma.lower() in named and t.pos in ("NOUN", "VERB")]
    return sole(once(p for other, i in same for p in _harmed(other, i, finder, own)))


def _harms(act: CodedAct, sentence: Sentence, anaphora: Anaphora) -> list[int]:
    """The words of a denial that name a harm."""
    return [t.i for t in sentence.subtree(act.mention.trigger) if t.lemma.lower() in anaphora.harms]


def _harmed_from(
    sentence: Sentence, harm: int, act: CodedAct, finder: PartyFinder, own: AbstractSet[Key]
) -> list[Party]:
    """The powers that a harm names, or those on whose soil it was, which parsers hang on the verb before it."""
    after = [k.i for prep in sentence.kids(act.mention.trigger, "prep") for k in sentence.kids(prep.i, "pobj")]
    places = [i for i in after if i > harm and sentence.tokens[sentence.tokens[i].head].lower in BY_PLACE]
    soil = [p for i in places for p in _named(sentence, i, finder) if p.key not in own]
    return [*_harmed(sentence, harm, finder, own)] or soil


def _harmed(
    sentence: Sentence, harm: int, finder: PartyFinder, own: AbstractSet[Key], depth: int = 3
) -> Iterator[Party]:
    """The powers to which a harm was done or on whose soil it was, the actor left out."""
    hit = clauses.objects(sentence, harm) if sentence.tokens[harm].pos == "VERB" else []
    yield from (p for i in hit for p in _named(sentence, i, finder) if p.key not in own)
    for prep in sentence.kids(harm, "prep"):
        for i in (k for obj in sentence.kids(prep.i, "pobj") for k in clauses.spread(sentence, obj.i)):
            powers = [p for p in _named(sentence, i, finder) if p.key not in own]
            others = powers if prep.lower in BY_PLACE else []
            yield from others
            if not others and depth:
                yield from _harmed(sentence, i, finder, own, depth - 1)


def _named(sentence: Sentence, i: int, finder: PartyFinder) -> list[Party]:
    """The powers that a noun names by itself, by its owner, by what it is like, or by where it lies."""
    places = [i, *(k.i for k in sentence.kids(i, "poss", "amod", "compound", "nmod", "appos"))]
    return [p for k in places for p in powers_named(sentence, k, finder)]
