"""Who fills the places of a rule that fits: from words of a sentence to parties."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from detente.claims.phrases import noun_span
from detente.claims.wording import own_words
from detente.domain.acts import ActType
from detente.domain.parties import Directed, Joint, Parties, Party, PartyKind
from detente.domain.spans import Span
from detente.mentions import clauses
from detente.mentions.find_acts import ActMention
from detente.rules.acts import ActorKind
from detente.rules.patterns import Relation, Slot
from detente.text.parsed import Sentence

Key = tuple[str, str, str]
POLITICAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "REB", "UAF", "PRM", "PTY", "OPP", "PRE"})
"""PLOVER's sectors of those who act in politics; the others are parties only beside one of these."""
RECALLED = frozenset({ActType.MOBILIZE, ActType.ASSAULT, ActType.COOPERATE, ActType.COERCE, ActType.AID})
"""What stands after a preposition as a thing long known, not as news."""
OF_POWERS = frozenset(
    {ActType.CONSULT, ActType.AGREE, ActType.COOPERATE, ActType.MOBILIZE, ActType.SANCTION, ActType.REJECT}
)
"""What is an act of politics only when he who does it acts in politics: tourists visit states, too."""
DONE_TO_PLACES = frozenset(
    {
        ActType.AID,
        ActType.ASSAULT,
        ActType.COERCE,
        ActType.CONCEDE,
        ActType.MOBILIZE,
        ActType.PROTEST,
        ActType.RETREAT,
        ActType.SANCTION,
    }
)
"""What can be done to a town or a region as such."""
OWNING = (("poss",), ("amod", "compound", "nmod"))
"""How the words before a noun tell whose it is, the possessor first."""
AIMING = frozenset({"on", "against", "by"})
"""The prepositions by which a clause inside a noun phrase names a party: "curbs that it imposed ON Uganda"."""
PAIR = 2
RECIPROCAL = frozenset({frozenset({"each", "other"}), frozenset({"one", "another"})})
"""The words by which several do to one another what each does."""
PLACES = frozenset({"GPE", "LOC", "FAC"})
HOUSES = frozenset({"in", "before"})
"""The prepositions of the houses in which words are spoken."""
UNARMED = frozenset({"LAB", "CVL", "EDU", "MED", "AGR", "JRN", "BUS", "REL", "SOC", "LEG", "JUD"})
"""PLOVER's sectors of those whose strikes and campaigns hurt nobody's body."""
PRIVATE = frozenset({"BUS", "EDU", "JRN"})
"""PLOVER's sectors of those who speak for nobody but themselves or their firm."""
SPOKEN = frozenset({ActType.SUPPORT, ActType.ACCUSE, ActType.REJECT, ActType.REQUEST})
"""What is done by words alone."""
ARMED = frozenset({"MIL", "REB", "UAF", "PRM", "COP"})
"""PLOVER's sectors of those who bear arms."""
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
"""What the parser calls the names of those who can be met, spoken to, agreed with."""


class PartyFinder(Protocol):
    """Who a noun phrase stands for; `detente.claims.linking` makes one of a report."""

    def parties_at(self, sentence_index: int, token_index: int) -> tuple[Party, ...]:
        """The parties that the noun phrase headed by a token stands for, coordination left out."""
        ...

    def place_at(self, sentence_index: int, token_index: int) -> tuple[Party, ...]:
        """The state of a named place as a party."""
        ...


def parties_of(sentence: Sentence, mention: ActMention, finder: PartyFinder) -> Parties | None:
    """The parties of an act, or None where no one acts who can be a party, or none of them acts in politics."""
    if _is_background(sentence, mention):
        return None
    found = _joint(sentence, mention, finder) if mention.parties else _directed(sentence, mention, finder)
    if found is None or mention.rule.type is ActType.PROTEST:
        return found
    private = [_is_private(sentence, i, p) for i in mention.actors for p in found.actors]
    if mention.rule.type in SPOKEN and private and all(private):
        return None
    asked = found.actors if mention.rule.type in OF_POWERS else found.actors + found.recipients
    if any(is_political(p) for p in asked):
        return found
    # tourists and settlers cross borders, too, and consult nobody
    return found if mention.rule.type is not ActType.CONSULT and _crosses_a_border(found) else None


def _is_private(sentence: Sentence, i: int, party: Party) -> bool:
    """Whether a party is one man of business or learning of no known state, whose praise and blame is his own."""
    return party.id is None and party.sector in PRIVATE and sentence.tokens[i].tag == "NN"


def _crosses_a_border(parties: Parties) -> bool:
    """Whether people or firms of one state act on those of another: their states' relation is at stake."""
    ids = {p.id for p in parties.actors if p.id}
    others = {p.id for p in parties.recipients if p.id}
    return bool(ids and others) and ids.isdisjoint(others)


def _is_background(sentence: Sentence, mention: ActMention) -> bool:
    """Whether a noun only recalls what is known: "concerns over its missile tests", "since the invasion"."""
    if not mention.pattern.is_noun or mention.is_carried:
        return False
    token = sentence.tokens[mention.trigger]
    is_plural = token.tag == "NNS" and mention.pattern.slots == {Slot.ACTOR}
    return mention.rule.type in RECALLED and (is_plural or token.dep in ("pobj", "conj"))


def is_political(party: Party) -> bool:
    """Whether a party is a state, a body, an organ, an office-holder, or a group that acts in politics."""
    return party.is_power or party.sector in POLITICAL


def _directed(sentence: Sentence, mention: ActMention, finder: PartyFinder) -> Parties | None:
    actors = once(p for i in mention.actors for p in actors_at(sentence, i, finder))
    actors = actors or _by_whom_it_is_said(sentence, mention, finder)
    if not actors and mention.pattern.has_subject:
        return None
    if not _are_of_kind(actors, mention.rule.actors):
        return None
    if any(_is_reciprocal(sentence, i) for i in mention.recipients) and len({p.key for p in actors}) > 1:
        return Joint(actors)
    recipients = _recipients(sentence, mention, actors, finder)
    if recipients is None or (_is_bare(mention) and not any(p.id or p.sector for p in recipients)):
        return None
    return Directed(actors, recipients) if actors or recipients else None


def is_done_to_oneself(sentence: Sentence, mention: ActMention, finder: PartyFinder) -> bool:
    """Whether force is used on what is the actor's as such: nobody violates his own airspace, so another did."""
    if mention.rule.type is not ActType.COERCE or not mention.recipients:
        return False
    keys = {p.key for i in mention.actors for p in actors_at(sentence, i, finder)}
    found = [p for i in mention.recipients for p in actors_at(sentence, i, finder)]
    return bool(found) and all(p.id and p.sector is None and Party(p.id, p.kind, p.name).key in keys for p in found)


def _is_reciprocal(sentence: Sentence, i: int) -> bool:
    """Whether what is done to one is done back by him: "accused each other"."""
    return any({kid.lower, sentence.tokens[i].lower} in RECIPROCAL for kid in sentence.kids(i, "det"))


def _by_whom_it_is_said(sentence: Sentence, mention: ActMention, finder: PartyFinder) -> tuple[Party, ...]:
    """Who issues the words that act: in "Iran issued a statement condemning Oman" the statement is Iran's."""
    token = sentence.tokens[mention.trigger]
    over = clauses.governor(sentence, token.head) if token.dep == "acl" and token.tag == "VBG" else None
    who = clauses.agents(sentence, over) if over is not None else []
    return once(p for i in who for p in actors_at(sentence, i, finder))


def _is_bare(mention: ActMention) -> bool:
    """Whether a noun alone speaks of an act on somebody, as of a thing known: it needs both sides to be one."""
    return mention.pattern.is_noun and not mention.is_carried and Slot.RECIPIENT in mention.pattern.slots


def _recipients(
    sentence: Sentence, mention: ActMention, actors: tuple[Party, ...], finder: PartyFinder
) -> tuple[Party, ...] | None:
    """To whom it is done; None where the pattern asks for one and there is none but the actor himself."""
    keys = frozenset(party.key for party in actors)
    found: list[Party] = []
    for i in mention.recipients:
        near = recipients_at(sentence, i, finder, keys)
        may_be_own = i not in mention.strict and sentence.tokens[i].pos != "PRON"
        near = [p for p in near if p.id or p.sector or not _is_thing_given(sentence, i, mention.rule.type)]
        found += [p for p in near if p.key not in keys or (may_be_own and (p.via or p.sector))]
    strangers = [i for i in mention.recipients if i not in mention.strict and sentence.tokens[i].pos != "PRON"]
    if mention.recipients and not found:
        if not (strangers and actors):
            return None
        is_place = mention.rule.type not in DONE_TO_PLACES and bool(finder.place_at(sentence.index, strangers[0]))
        is_thing = is_place or _is_thing_given(sentence, strangers[0], mention.rule.type)
        found = [] if is_thing else [_nobody(sentence, strangers[0])]
    for i in mention.hints:
        found += [p for p in recipients_at(sentence, i, finder, keys) if p.key not in keys]
    others = once(p if p.key not in keys else _domestic(p) for p in once(found))
    others = tuple(p for p in others if p.key not in keys)
    if any(p.is_power for p in others):
        # "demanded the release of its pilot from India" asks India, not the pilot
        ids = {p.id for p in actors if p.id}
        others = tuple(p for p in others if p.is_power or p.id not in ids)
    return others or _at_a_place(sentence, mention, keys)


def _is_thing_given(sentence: Sentence, i: int, type_: ActType) -> bool:
    """Whether one thing is what aid consists of: "a missile provided by France" went to others than the missile."""
    return type_ is ActType.AID and sentence.tokens[i].tag == "NN"


def _at_a_place(sentence: Sentence, mention: ActMention, keys: frozenset[Key]) -> tuple[Party, ...]:
    """The place that an act is done to where nobody else is named: a town under curfew is no one's party."""
    if not keys or mention.rule.type not in DONE_TO_PLACES:
        return ()
    for at in (mention.trigger, *mention.parts):
        for prep in sentence.kids(at, "prep"):
            for place in sentence.kids(prep.i, "pobj"):
                if place.entity in PLACES and place.pos == "PROPN" and place.i > mention.trigger:
                    return (_nobody(sentence, place.i),)
    return ()


def actors_at(sentence: Sentence, i: int, finder: PartyFinder, but: frozenset[Key] = frozenset()) -> tuple[Party, ...]:
    """Who acts: the noun phrase itself, or him whose it is ("Iraqi jets", "the minister's office"), some left out."""
    direct = finder.parties_at(sentence.index, i)
    if direct:
        return _by_name(sentence, i, direct, finder) if sentence.tokens[i].pos == "PRON" else direct
    if sentence.tokens[i].pos in ("PRON", "VERB", "ADV"):
        return ()
    beside = [k for kid in sentence.kids(i, "appos") for k in clauses.spread(sentence, kid.i)]
    named = once(p for k in beside for p in finder.parties_at(sentence.index, k))
    if named:
        return named
    owners = [k for dep in OWNING for kid in sentence.kids(i, *dep) for k in clauses.spread(sentence, kid.i)]
    if sentence.tokens[i].pos == "NUM" or sentence.tokens[i].entity == "CARDINAL":
        return once(p for k in clauses.prepositional(sentence, i, ("of",)) for p in actors_at(sentence, k, finder, but))
    return once(p for k in owners for p in finder.parties_at(sentence.index, k) if p.key not in but)


def recipients_at(sentence: Sentence, i: int, finder: PartyFinder, but: frozenset[Key], depth: int = 3) -> list[Party]:
    """Who is meant by a recipient's noun phrase: itself, its owner, or the nearest party in it but the actor."""
    near = actors_at(sentence, i, finder, but) or _place_at(sentence, i, finder)
    if depth == 0 or any(p.id or p.sector for p in near):
        return list(near)
    # a name that nobody knows is told by what is apposed to it alone: "Fashqa, an area farmed by Ethiopians"
    is_own = any(p.key in but for kid in sentence.kids(i, "poss") for p in finder.parties_at(sentence.index, kid.i))
    for nouns in _inside(sentence, i, ("appos",) if near or is_own else ("prep", "agent", "acl", "relcl", "appos")):
        found = [p for k in nouns for p in recipients_at(sentence, k, finder, but, depth - 1) if p.key not in but]
        is_house = any(sentence.tokens[sentence.tokens[k].head].lower in HOUSES for k in nouns)
        if is_house:  # "welcomed the plan in parliament"
            found = [p for p in found if p.id or not p.sector]
        if found:
            return found
    return list(near)


def _inside(sentence: Sentence, i: int, relations: Sequence[str]) -> Iterator[list[int]]:
    """The nouns by which a noun phrase tells more of itself, each with those coordinated with it."""
    for kid in sentence.kids(i, *relations):
        if kid.dep == "appos":
            yield clauses.spread(sentence, kid.i)
            continue
        below = [kid]
        if kid.dep in ("acl", "relcl"):
            below += [k for k in sentence.kids(kid.i, "agent", "prep") if k.lower in AIMING]
        yield from (clauses.spread(sentence, obj.i) for k in below for obj in sentence.kids(k.i, "pobj", "dobj"))


def _place_at(sentence: Sentence, i: int, finder: PartyFinder) -> tuple[Party, ...]:
    """The state of a named place, shown by the words that name the place."""
    return tuple(replace(p, span=noun_span(sentence, i)) for p in finder.place_at(sentence.index, i))


def _by_name(sentence: Sentence, pronoun: int, parties: tuple[Party, ...], finder: PartyFinder) -> tuple[Party, ...]:
    """The parties that a pronoun stands for, at the words that name them earlier in its sentence."""
    for token in reversed(sentence.tokens[:pronoun]):
        named = finder.parties_at(sentence.index, token.i) if token.pos != "PRON" else ()
        if {p.key for p in named} == {p.key for p in parties}:
            return named
    return parties


def once(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Each party once, in order, with the words by which it is named first."""
    return tuple({party.key: party for party in reversed(list(parties))}.values())[::-1]


def sole(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The one who is meant, and nobody where two could be."""
    return parties if len(parties) == 1 else ()


def powers_named(sentence: Sentence, i: int, finder: PartyFinder) -> list[Party]:
    """The powers that a noun stands for, and the state of the place that it names."""
    parties = (*finder.parties_at(sentence.index, i), *finder.place_at(sentence.index, i))
    return [p for p in parties if p.is_power]


def _joint(sentence: Sentence, mention: ActMention, finder: PartyFinder) -> Parties | None:
    """All who act alike; where the pattern asks for two sides, the other side must be one that can be dealt with."""
    tokens = (*mention.parties, *mention.actors, *mention.recipients)
    found = {i: actors_at(sentence, i, finder) for i in tokens}
    members = _without_their_own(once(p for i in tokens for p in found[i] if _may_join(sentence, i, p)))
    if not members or not _are_of_kind(members, mention.rule.actors) or _is_of_one_body(sentence, mention, found):
        return None
    if len({m.key for m in members}) > 1:
        return Joint(members)
    keys = {m.key for m in members}
    strangers = [i for i in tokens if sentence.tokens[i].entity in NAMED and keys.isdisjoint({p.key for p in found[i]})]
    if strangers and (mention.is_carried or not mention.pattern.is_noun):
        return Directed(members, (_nobody(sentence, strangers[0]),))
    return None if _needs_two(mention) else Directed(members)


def _may_join(sentence: Sentence, i: int, party: Party) -> bool:
    """Whether a party can act alike with others; in "regular leader talks" the leader only tells which talks."""
    return party.id is not None or (is_political(party) and sentence.tokens[i].dep not in ("compound", "nmod", "amod"))


def _without_their_own(members: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those who act alike, a state's own people left out beside it where others are there, too."""
    powers = {p.id for p in members if p.is_power}
    if len({p.id or p.name for p in members}) == 1:
        return members
    # beside two states "two ministers" are theirs
    known = [p for p in members if len(powers) < PAIR or p.id is not None or p.sector != "GOV"]
    return tuple(p for p in known if p.is_power or p.id not in powers)


def _is_of_one_body(sentence: Sentence, mention: ActMention, found: Mapping[int, tuple[Party, ...]]) -> bool:
    """Whether a noun is only named after a body that meets: "the NATO summit" tells of no talks with NATO."""
    if not mention.pattern.is_noun or mention.is_carried:
        return False
    beside = [i for i in found if found[i] and sentence.tokens[i].head == mention.trigger]
    return bool(beside) and all(
        sentence.tokens[i].dep in ("compound", "nmod") and p.kind is PartyKind.BODY for i in beside for p in found[i]
    )


def _needs_two(mention: ActMention) -> bool:
    """Whether the pattern has two sides that must both be there, or a noun names what only several can do."""
    places = [p for p in mention.pattern.parts if p.filler and p.filler.slot is Slot.PARTIES and not p.is_optional]
    if any(p.filler and p.filler.is_strict for p in places) or (mention.pattern.is_noun and not mention.is_carried):
        return True
    if any(p.relation is Relation.SUBJECT and p.filler and p.filler.nouns for p in places):
        return True
    return len(places) > 1 and any(p.relation is Relation.OBJECT for p in places)


def _are_of_kind(actors: tuple[Party, ...], kind: ActorKind | None) -> bool:
    if kind is None:
        return True
    if kind is ActorKind.ARMED:
        return all(party.sector in ARMED for party in actors)
    if kind is ActorKind.FORCES:
        return all(party.is_power or party.sector not in UNARMED for party in actors)
    return all(party.is_power == (kind is ActorKind.POWERS) for party in actors)


def _nobody(sentence: Sentence, i: int) -> Party:
    """A recipient whom the data does not know stands in the report's own words, as no one's."""
    words = own_words(sentence, i)
    span = Span(sentence.tokens[min(words)].start, sentence.tokens[max(words)].end)
    name = " ".join(sentence.tokens[k].text for k in sorted(words))
    return Party(None, PartyKind.GROUP, name, span=span)


def _domestic(party: Party) -> Party:
    """A state that is told to act on its own people: they are a group in it, not the state."""
    return Party(
        party.id, PartyKind.GROUP, party.via or party.name, role=party.role, sector=party.sector, span=party.span
    )
