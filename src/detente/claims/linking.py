"""From noun phrases to parties: who each name, role and pronoun of a report stands for, as of the report's day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from detente.claims import phrases
from detente.claims.coreference import Coreference
from detente.claims.links import Links, Place
from detente.claims.named_parties import KIND_BY_SECTOR, NamedParties
from detente.claims.owners import Owners
from detente.claims.peoples import people_within
from detente.claims.plain_roles import without_day
from detente.claims.pronouns import RELATIVE_TAGS
from detente.claims.register import Human, Register
from detente.domain.findings import Speaker
from detente.domain.ids import ActorId
from detente.domain.parties import Party, PartyKind
from detente.domain.spans import Span
from detente.mentions import clauses
from detente.mentions.find_actors import NOMINAL, ActorMention, text_of
from detente.rules.actors import Kind, Knowledge, Named
from detente.rules.roles import Sense, Stands
from detente.text.parsed import Sentence, Token

__all__ = ["Links", "link_report"]

DEEPEST = 8
"""How far owners of owners are followed; deeper phrases are parser's noise."""


def link_report(
    sentences: Sequence[Sentence], mentions: Sequence[ActorMention], knowledge: Knowledge, published: date | None
) -> Links:
    """Who every noun phrase of a report stands for."""
    by_sentence: dict[int, list[ActorMention]] = defaultdict(list)
    for mention in mentions:
        by_sentence[mention.sentence].append(mention)
    register = Register(knowledge, published)
    register.count(mentions)
    for sentence in sentences:
        for mention in by_sentence[sentence.index]:
            if mention.is_person or not mention.named and mention.sense is None:  # noqa: RUF021
                register.enter(sentence, mention, by_sentence[sentence.index])
    for sentence in sentences:
        by_sentence[sentence.index] += register.enter_short_names(sentence, by_sentence[sentence.index])
    linker = _Linker(knowledge, register)
    for sentence in sentences:
        linker.link(sentence, by_sentence[sentence.index])
    return linker.links()


class _Linker:
    """Walks a report once, sentence by sentence, and remembers what was said."""

    def __init__(self, knowledge: Knowledge, register: Register) -> None:
        self._knowledge = knowledge
        self._register = register
        self._parties: dict[Place, tuple[Party, ...]] = {}
        self._states: dict[Place, ActorId] = {}
        self._speakers: dict[Place, Speaker] = {}
        self._unknown: list[str] = []
        self._own = next(iter(register.states)) if len(register.states) == 1 else None
        self._coreference = Coreference(knowledge, register)
        self._discourse = self._coreference.discourse
        self._roles: dict[int, ActorMention] = {}
        self._names: dict[int, ActorMention] = {}
        self._busy: set[int] = set()
        self._named = NamedParties(knowledge)
        self._owners = Owners(knowledge, self._states, self._at)

    def links(self) -> Links:
        """What was found."""
        unknown = tuple(dict.fromkeys(self._unknown))
        return Links(self._parties, self._states, self._speakers, unknown, self._own, self._knowledge.name_by_id)

    def link(self, sentence: Sentence, mentions: Iterable[ActorMention]) -> None:
        """Link the names, then the nouns and pronouns from left to right."""
        self._names, self._roles = {}, {}
        for mention in mentions:
            if mention.sense is not None:
                self._roles[mention.head] = mention
            else:
                self._names.update((i, mention) for i in range(mention.first, mention.last + 1))
        self._owners.begin(self._names, self._roles)
        self._discourse.begin(sentence)
        for token in sentence.tokens:
            if token.pos in NOMINAL or token.pos in ("PRON", "ADJ", "DET", "NUM") or token.i in self._names:
                parties = self._at(sentence, token)
                relative = token.tag in RELATIVE_TAGS
                if not relative and (parties and token.i not in self._names or self._is_head(token)):  # noqa: RUF021
                    self._discourse.note(
                        sentence, token.i, parties, self._human(sentence, token.i), self._roles.get(token.i)
                    )
        self._discourse.end(sentence)

    def _is_head(self, token: Token) -> bool:
        mention = self._names.get(token.i)
        return mention is not None and mention.head == token.i

    def _at(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        """The parties at a token, found once."""
        place = (sentence.index, token.i)
        if place in self._parties:
            return self._parties[place]
        if token.i in self._busy or len(self._busy) > DEEPEST:
            return ()
        self._busy.add(token.i)
        parties, span = self._resolve(sentence, token)
        self._busy.discard(token.i)
        if parties:
            self._parties[place] = tuple(replace(p, span=span) for p in parties)
            self._speakers.setdefault(place, self._speaker(sentence, token, self._parties[place], span))
        return self._parties.get(place, ())

    def _resolve(self, sentence: Sentence, token: Token) -> tuple[tuple[Party, ...], Span]:
        mention = self._names.get(token.i)
        if mention is not None:
            return self._name(sentence, mention), mention.span
        several = self._apposed(sentence, token)
        if several:
            return several, phrases.noun_span(sentence, token.i)
        human = self._human_beside(sentence, token)
        if human is not None:
            return (human.party(self._knowledge),), phrases.noun_span(sentence, token.i)
        found = self._coreference.resolve(sentence, token, self._roles.get(token.i), self._owners_of(sentence, token))
        if found:
            return found, phrases.noun_span(sentence, token.i) if token.pos in NOMINAL else token.span
        role = self._roles.get(token.i)
        if role is not None and role.sense is not None:
            return self._role(sentence, role, role.sense), phrases.noun_span(sentence, token.i)
        under_flag = self._owners.half(sentence, token.i, self._knowledge.reference.flagged)
        return under_flag, phrases.noun_span(sentence, token.i)

    def _owners_of(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        """Whose a noun is; a counterpart's state may stand after it, too: "his counterparts from Peru and Chile"."""
        left = self._owners.left(sentence, token.i)
        if token.lemma.lower() not in self._knowledge.reference.counterparts:
            return left
        return (*left, *self._owners.right(sentence, token.i))

    def _apposed(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        """The states of "the two neighbours, Peru and Chile" and "the ministers, Ana Rey and Bo Li"."""
        role, words = self._roles.get(token.i), self._knowledge.reference
        is_office = role is not None and role.sense is not None and role.sense.role.is_person
        if token.tag != "NNS" or not (is_office or token.lemma.lower() in words.pair_states):
            return ()
        beside = [k for kid in sentence.kids(token.i, "appos") for k in clauses.spread(sentence, kid.i)]
        found = [p for k in beside for p in self._at(sentence, sentence.tokens[k]) if p.is_power]
        return tuple(found) if len({p.id for p in found}) > 1 else ()

    # ---- names

    def _name(self, sentence: Sentence, mention: ActorMention) -> tuple[Party, ...]:
        human = self._register.human_at.get((mention.sentence, mention.head))
        if human is not None:
            if human.id is None and human.acts:
                human.id = self._state_acting(sentence, mention)
            if human.id is not None:
                self._put_state(mention, human.id)
            return (human.party(self._knowledge),)
        named = self._choose(mention.named)
        if named is None:
            return self._nameless(mention)
        if named.kind in (Kind.ORGAN, Kind.PARTY):
            named = self._of_owner(sentence, mention, named)
        people = people_within(sentence, mention, self._names, self._roles, self._knowledge.reference.newcomers)
        parties = (people,) if people else self._named.party_of(sentence, mention, named)
        home = next((n.home for n in (named, *mention.named) if self._knowledge.is_state(n.home)), named.home)
        if home is not None and (parties or named.kind in (Kind.PLACE, Kind.SEAT)):
            self._put_state(mention, home)
        return parties

    def _state_acting(self, sentence: Sentence, mention: ActorMention) -> ActorId | None:
        """The state for which one acts whose office is told without it: the one that acted last before him."""
        for said in self._discourse.back(sentence, sentence.tokens[mention.first], 1):
            if said.is_subject and len(said.parties) == 1 and said.parties[0].kind is PartyKind.STATE:
                return said.parties[0].id
        return None

    def _of_owner(self, sentence: Sentence, mention: ActorMention, named: Named) -> Named:
        """An organ or party under the state to which the words give it: "Kenya's Supreme Court" is not America's."""
        owners = [p.id for p in self._owners.left(sentence, mention.head) if p.kind is PartyKind.STATE]
        words = tuple(mention.words.lower().split())
        is_common = named.kind is Kind.PARTY or self._knowledge.roles.role_of(words[-1:]) is not None
        if owners and owners[0] != named.home and is_common:
            return replace(named, id=owners[0], home=owners[0], name=mention.words)
        role = self._knowledge.roles.role_of(words)
        if (
            role is not None
            and role[1] == 0
            and not owners
            and named.home is not None
            and not self._register.states[named.home]
        ):
            return replace(named, id=self._own, home=self._own, name=mention.words)
        return named

    def _put_state(self, mention: ActorMention, id_: ActorId) -> None:
        for i in range(mention.first, mention.last + 1):
            self._states[mention.sentence, i] = id_

    def _choose(self, named: Sequence[Named]) -> Named | None:
        """Of several bearers of a name the one whose state the report speaks of most; none where that does not tell."""
        alike = {n.id for n in named}
        if len(alike) == 1:
            order = [Kind.STATE, Kind.BODY, Kind.SEAT, Kind.ORGAN]
            return min(named, key=lambda n: order.index(n.kind) if n.kind in order else len(order))
        told = self._register.states + self._register.bodies
        counted = sorted(((told[n.home], n) for n in named if n.home), key=lambda c: -c[0])
        if counted and (len(counted) == 1 or counted[0][0] > counted[1][0]):
            return counted[0][1]
        # a capital in which a body sits is its state's where the report speaks of neither
        seats = [n for n in named if n.kind is Kind.SEAT and self._knowledge.is_state(n.id)]
        return seats[0] if len(seats) == 1 else None

    def _nameless(self, mention: ActorMention) -> tuple[Party, ...]:
        if mention.named:
            return ()
        if len(mention.words) > 2:  # noqa: PLR2004 - a name has three letters or more
            self._unknown.append(mention.words)
        kind = PartyKind.PERSON if mention.is_person else PartyKind.GROUP
        return (Party(None, kind, mention.words),)

    # ---- roles

    def _human_beside(self, sentence: Sentence, token: Token) -> Human | None:
        """The person whose title a noun is ("President", before or after the name)."""
        if token.i not in self._roles or self._is_of_several(sentence, token):
            return None
        around = [k.i for k in sentence.kids(token.i, "appos")]
        if token.dep in ("compound", "appos", "nmod"):
            around.append(token.head)
        for i in around:
            mention = self._names.get(i)
            human = mention and self._register.human_at.get((sentence.index, mention.head))
            if human:
                return human
        return None

    def _is_of_several(self, sentence: Sentence, token: Token) -> bool:
        """Whether office-holders of several states are spoken of, no one of whom is named alone."""
        sense = self._roles[token.i].sense
        if token.tag != "NNS" or sense is None:
            return False
        return len({p.id for p in self._owners.of_role(sentence, token.i, sense)}) > 1

    def _role(self, sentence: Sentence, role: ActorMention, sense: Sense) -> tuple[Party, ...]:
        is_other = sentence.tokens[role.head].lemma.lower() in self._knowledge.reference.counterparts
        # he whose counterpart one is is another
        owners = () if is_other else self._owners.of_role(sentence, role.head, sense)
        words = phrases.noun_tokens(sentence, role.head)
        text = without_day(text_of([t for t in words if t.dep != "det" and t.tag != "PRP$"]))
        if role.last > role.head:
            text = f"{text} {text_of(sentence.tokens[role.head + 1 : role.last + 1])}"
        if owners:
            return tuple(self._owned(owner, sense, text) for owner in owners)
        if sense.role.is_carrier and not sense.role.is_person and sense.sector == sense.role.sector:
            return ()  # an office that is nobody's: "since taking office"
        is_own = sense.stands is Stands.STATE and not is_other and not self._owners.are_unknown(sentence, role.head)
        own = self._own if is_own else None
        if own is not None:
            return (self._owned(self._owners.state(own), sense, text),)
        kind = KIND_BY_SECTOR.get(sense.sector, PartyKind.GROUP)
        return (Party(None, kind, text, None, None, sense.sector),)

    def _owned(self, owner: Party, sense: Sense, text: str) -> Party:
        """One who bears a role, as a party: his state where he acts for it, else himself with its id."""
        id_ = owner.id
        if owner.kind is PartyKind.PERSON and self._knowledge.is_state(id_) and not sense.role.is_person:
            owner = replace(owner, kind=PartyKind.STATE)  # "the Obama administration" was America's
        if owner.kind is PartyKind.GROUP and id_ is not None and not self._knowledge.is_state(id_):
            return replace(owner, via=text, role=text, span=None)
        if id_ is not None and sense.stands is Stands.STATE and owner.kind in (PartyKind.STATE, PartyKind.BODY):
            sector = owner.sector if sense.role.is_carrier and owner.sector and sense.sector == "GOV" else sense.sector
            return Party(id_, owner.kind, self._knowledge.name_by_id[id_], text, text, sector)
        kind = KIND_BY_SECTOR.get(sense.sector, PartyKind.PERSON if sense.sector == "ELI" else PartyKind.GROUP)
        return Party(id_, kind, text, None, None, sense.sector)

    # ---- speakers

    def _human(self, sentence: Sentence, i: int) -> Human | None:
        mention = self._names.get(i)
        if mention is not None:
            return self._register.human_at.get((sentence.index, mention.head))
        return self._human_beside(sentence, sentence.tokens[i]) or self._coreference.human_at(sentence.index, i)

    def _speaker(self, sentence: Sentence, token: Token, parties: Sequence[Party], span: Span) -> Speaker:
        human = self._human(sentence, token.i)
        if human is not None:
            return Speaker(human.spelt or human.name, human.role, human.id, span)
        state = parties[0].id if len({p.id for p in parties}) == 1 else None
        if token.i in self._names:
            return Speaker(self._names[token.i].words, None, state, span)
        if token.pos in NOMINAL:
            tokens = phrases.phrase(sentence, token.i)
            return Speaker(None, text_of([t for t in tokens if t.dep != "det"]) or None, state, span)
        first = parties[0]
        return Speaker(first.name if first.via is None else None, first.role or first.via, state, span)
