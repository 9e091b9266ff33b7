"""Whose a noun is: the state, body or person to whom the words around it give it."""

from collections.abc import Callable, Collection, Mapping

from detente.claims import phrases
from detente.claims.links import Place
from detente.domain.ids import ActorId
from detente.domain.parties import Party, PartyKind
from detente.mentions import clauses
from detente.mentions.find_actors import HYPHENS, ActorMention
from detente.mentions.fitting import NEVER_PARTIES
from detente.rules.actors import Kind, Knowledge
from detente.rules.roles import Sense, Stands
from detente.text.parsed import Sentence, Token


class Owners:
    """Tells in the sentence that is open to whom a noun belongs."""

    def __init__(
        self,
        knowledge: Knowledge,
        states: Mapping[Place, ActorId],
        at: Callable[[Sentence, Token], tuple[Party, ...]],
    ) -> None:
        self._knowledge = knowledge
        self._states = states
        self._at = at
        self._names: Mapping[int, ActorMention] = {}
        self._roles: Mapping[int, ActorMention] = {}

    def begin(self, names: Mapping[int, ActorMention], roles: Mapping[int, ActorMention]) -> None:
        """Open a sentence with the names and roles in it."""
        self._names, self._roles = names, roles

    def left(self, sentence: Sentence, head: int) -> tuple[Party, ...]:
        """Those to whom a noun belongs by the words before it."""
        listed = self._listed(sentence, head)
        if listed:
            return listed
        owners: dict[tuple[str, str, str], Party] = {}
        for kid in phrases.left_of(sentence, head):
            if kid.i in self._roles and kid.dep not in ("poss", "conj"):
                continue
            for party in self._at(sentence, kid):
                if party.id is not None and not self._is_only_one(sentence.tokens[kid.head], party):
                    owners.setdefault(party.key, party)
            state = self._states.get((sentence.index, kid.i))
            if not owners and state is not None and self._is_place(kid):
                party = self.state(state)
                owners.setdefault(party.key, party)
        return tuple(owners.values()) or self._just_before(head)

    def _listed(self, sentence: Sentence, head: int) -> tuple[Party, ...]:
        """The states of a list of adjectives, which parsers often cut: "Chilean, Peruvian and Bolivian envoys"."""
        role = self._roles.get(head)
        at = (role.first if role is not None else head) - 1
        ids: list[ActorId] = []
        is_list = False
        while at >= 0:
            mention = self._names.get(at)
            peoples = {n.id for n in mention.named if n.kind is Kind.PEOPLE and n.id} if mention is not None else set()
            if mention is not None and len(peoples) == 1:
                ids.append(peoples.pop())
            elif sentence.tokens[at].text != "," and sentence.tokens[at].pos != "CCONJ":
                break
            is_list |= sentence.tokens[at].pos == "CCONJ"
            at = mention.first - 1 if mention is not None else at - 1
        states = [self.state(id_) for id_ in reversed(ids) if self._knowledge.is_state(id_)]
        return tuple(states) if is_list and len(states) > 1 else ()

    def _just_before(self, head: int) -> tuple[Party, ...]:
        """The state whose name stands right before a role, where the parser saw no tie ("which US consulate")."""
        role = self._roles.get(head)
        before = self._names.get(role.first - 1) if role is not None else None
        if before is None or role is None or before.head >= role.first or before.last != role.first - 1:
            return ()
        ids = {n.id for n in before.named if n.kind in (Kind.STATE, Kind.PEOPLE) and n.id is not None}
        return (self.state(ids.pop()),) if len(ids) == 1 else ()

    def state(self, id_: ActorId) -> Party:
        """A state as an owner."""
        return Party(id_, PartyKind.STATE, self._knowledge.name_by_id[id_])

    def _is_place(self, token: Token) -> bool:
        mention = self._names.get(token.i)
        return mention is not None and any(n.kind in (Kind.PLACE, Kind.SEAT) for n in mention.named)

    def of_role(self, sentence: Sentence, head: int, sense: Sense) -> tuple[Party, ...]:
        """Those to whom a noun that names a role belongs; a group may be known by who backs it alone."""
        words = self._knowledge.reference
        owners = self.left(sentence, head) or self.half(sentence, head, words.flagged) or self.right(sentence, head)
        owners = tuple(p for p in owners if not self._is_only_one(sentence.tokens[head], p))
        if owners or sense.stands is Stands.STATE:
            return owners
        return self.half(sentence, head, words.backed) or self._where(sentence, head, sense)

    def are_unknown(self, sentence: Sentence, head: int) -> bool:
        """Whether a noun belongs to one of whom nothing is known: "the bloc's members", "the embassy in Lima"."""
        words, noun = self._knowledge.reference, sentence.tokens[head].lemma.lower()
        is_abroad = noun in words.abroad and any(
            k.lower in words.place_prepositions for k in sentence.kids(head, "prep")
        )
        return (
            noun in words.members
            or is_abroad
            or any(kid.entity not in NEVER_PARTIES for kid in sentence.kids(head, "poss"))
        )

    def _is_only_one(self, noun: Token, body: Party) -> bool:
        """Whether a noun is only one of those who make up a body: "a NATO member" does not act for NATO."""
        is_one = noun.tag == "NN" and noun.lemma.lower() in self._knowledge.reference.members
        return is_one and body.kind is PartyKind.BODY and body.via is None

    def _where(self, sentence: Sentence, head: int, sense: Sense) -> tuple[Party, ...]:
        """The state in which a clause is set that tells of an organ or a group: "In Lima the opposition objected"."""
        verb = sentence.tokens[head].head
        if sense.role.is_person or sentence.tokens[head].dep not in clauses.SUBJECTS:
            return ()
        for preposition in sentence.kids(verb, "prep"):
            if preposition.i < head and preposition.lower in self._knowledge.reference.place_prepositions:
                ids = {self._states.get((sentence.index, k.i)) for k in sentence.kids(preposition.i, "pobj")}
                return tuple(self.state(id_) for id_ in ids if id_ is not None)
        return ()

    def half(self, sentence: Sentence, head: int, words: Collection[str]) -> tuple[Party, ...]:
        """The state in the first half of a word that describes a noun: "a Greek-flagged ship"."""
        for kid in sentence.kids(head, "amod"):
            if kid.lower not in words or sentence.tokens[kid.i - 1].text not in HYPHENS:
                continue
            mention = self._names.get(kid.i - 2)
            ids = {n.id for n in mention.named if n.id is not None} if mention is not None else set()
            if len(ids) == 1 and self._knowledge.is_state(next(iter(ids))):
                return (self.state(ids.pop()),)
        return ()

    def right(self, sentence: Sentence, head: int, depth: int = 0) -> tuple[Party, ...]:
        """Those to whom a noun belongs by an "of", "from" or "in" after it."""
        owners: dict[tuple[str, str, str], Party] = {}
        words = self._knowledge.reference
        is_abroad = sentence.tokens[head].lemma.lower() in words.abroad
        prepositions = words.owners - words.place_prepositions if is_abroad else words.owners
        places = [
            k for k in phrases.objects_of(sentence, head, words.place_prepositions) if k.lemma.lower() in words.abroad
        ]
        own = list(phrases.objects_of(sentence, head, prepositions)) or _shared(sentence, head, prepositions)
        for obj in (*own, *places):
            found = self._at(sentence, obj)
            state = self._states.get((sentence.index, obj.i))
            if not found and state is not None:
                found = (self.state(state),)
            if not found and depth < 2:  # noqa: PLR2004 - "the ministry of foreign affairs of Peru"
                found = self.left(sentence, obj.i) or self.right(sentence, obj.i, depth + 1)
            for party in found:
                owners.setdefault(party.key, party)
        return tuple(owners.values())


def _shared(sentence: Sentence, head: int, prepositions: frozenset[str]) -> list[Token]:
    """What stands after several bare nouns belongs to them all: "diplomats and officials FROM PERU"."""
    token = sentence.tokens[head]
    if any(True for _ in sentence.kids(head, "det", "poss")):
        return []
    if token.dep == "conj":
        return [k for k in phrases.objects_of(sentence, token.head, prepositions) if k.i > head]
    if token.tag != "NNS":
        return []
    beside = (k for k in sentence.kids(head, "conj") if k.pos == "NOUN")
    bare = (k for k in beside if not any(True for _ in sentence.kids(k.i, "det", "poss")))
    return [obj for k in bare for obj in phrases.objects_of(sentence, k.i, prepositions)]
