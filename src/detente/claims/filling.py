"""Who fills the places of a rule that fits: from words of a sentence to parties."""

from collections.abc import Iterable
from typing import Protocol

from detente.claims.wording import own_words
from detente.domain.parties import Directed, Joint, Parties, Party, PartyKind
from detente.domain.spans import Span
from detente.mentions import clauses
from detente.mentions.find_acts import ActMention
from detente.rules.acts import ActorKind
from detente.rules.patterns import Relation, Slot
from detente.text.parsed import Sentence

NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
"""What the parser calls the names of those who can be met, spoken to, agreed with."""


class PartyFinder(Protocol):
    """Who a noun phrase stands for; `detente.claims.linking` makes one of a report."""

    def parties_at(self, sentence_index: int, token_index: int) -> tuple[Party, ...]:
        """The parties that the noun phrase headed by a token stands for, coordination left out."""
        ...


def parties_of(sentence: Sentence, mention: ActMention, finder: PartyFinder) -> Parties | None:
    """The parties of an act, or None where no one acts who can be a party."""
    if mention.parties:
        return _joint(sentence, mention, finder)
    actors = once(p for i in mention.actors for p in actors_at(sentence, i, finder))
    if not actors and mention.pattern.has_subject:
        return None
    if not _are_of_kind(actors, mention.rule.actors):
        return None
    keys = {party.key for party in actors}
    recipients: list[Party] = []
    for i in mention.recipients:
        found = recipients_at(sentence, i, finder) or ([_nobody(sentence, i)] if actors else [])
        recipients += [p for p in found if p.key not in keys or sentence.tokens[i].pos != "PRON"]
    if mention.recipients and not recipients:
        return None
    others = [p if p.key not in keys else _domestic(p) for p in once(recipients)]
    others = [p for p in once(others) if p.key not in keys]
    return Directed(actors, tuple(others)) if actors or others else None


def actors_at(sentence: Sentence, i: int, finder: PartyFinder) -> tuple[Party, ...]:
    """Who acts: the noun phrase itself, or him whose it is ("Iraqi jets", "the minister's office")."""
    direct = finder.parties_at(sentence.index, i)
    if direct:
        return direct
    if sentence.tokens[i].pos in ("PRON", "VERB", "ADV"):
        return ()
    owners = [k for kid in sentence.kids(i, "poss") for k in clauses.spread(sentence, kid.i)]
    owners += [kid.i for kid in sentence.kids(i, "amod", "compound", "nmod")]
    return once(p for k in owners for p in finder.parties_at(sentence.index, k))


def recipients_at(sentence: Sentence, i: int, finder: PartyFinder, depth: int = 3) -> list[Party]:
    """Who is meant by a recipient's noun phrase: itself, its owner, or the nearest party in it."""
    near = actors_at(sentence, i, finder)
    if near or depth == 0:
        return list(near)
    for kid in sentence.kids(i, "prep", "acl", "relcl", "agent"):
        for obj in (*sentence.kids(kid.i, "pobj", "dobj"), *sentence.kids(kid.i, "agent", "prep")):
            spread = clauses.spread(sentence, obj.i) if obj.dep in ("pobj", "dobj") else [obj.i]
            found = [p for k in spread for p in recipients_at(sentence, k, finder, depth - 1)]
            if found:
                return found
    return []


def once(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Each party once, in order, with the words by which it is named first."""
    return tuple({party.key: party for party in reversed(list(parties))}.values())[::-1]


def _joint(sentence: Sentence, mention: ActMention, finder: PartyFinder) -> Parties | None:
    """All who act alike; where the pattern asks for two sides, the other side must be one that can be dealt with."""
    tokens = (*mention.parties, *mention.actors, *mention.recipients)
    found = {i: actors_at(sentence, i, finder) for i in tokens}
    members = once(p for i in tokens for p in found[i])
    if not members or not _are_of_kind(members, mention.rule.actors):
        return None
    if len({m.key for m in members}) > 1:
        return Joint(members)
    strangers = [i for i in tokens if not found[i] and sentence.tokens[i].entity in NAMED]
    if strangers:
        return Directed(members, (_nobody(sentence, strangers[0]),))
    return None if _needs_two(mention) else Directed(members)


def _needs_two(mention: ActMention) -> bool:
    places = [p for p in mention.pattern.parts if p.filler and p.filler.slot is Slot.PARTIES and not p.is_optional]
    return len(places) > 1 and any(p.relation is Relation.OBJECT for p in places)


def _are_of_kind(actors: tuple[Party, ...], kind: ActorKind | None) -> bool:
    if kind is None:
        return True
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
