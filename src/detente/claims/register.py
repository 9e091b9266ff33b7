"""Who is who in one report: the persons that it names, with the fullest name, role and state that it gives them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from detente.claims import phrases
from detente.domain.ids import ActorId
from detente.domain.parties import Party, PartyKind
from detente.mentions.find_actors import PERSON, ActorMention
from detente.rules.actors import Kind, Knowledge
from detente.rules.names import fold
from detente.rules.offices import POSTS, Person
from detente.rules.roles import POWERS, Stands
from detente.text.parsed import Sentence

FORMER = "ELI"
FAMOUS = 2
"""Offices of this rank or higher are known by the family name alone: heads of state and of government, of bodies."""


@dataclass(slots=True)
class Human:
    """A person of the report."""

    name: str
    role: str | None = None
    """The fullest role that the report gives."""
    sector: str | None = None
    id: ActorId | None = None
    acts: bool = False
    """Whether he acts for his state or body."""
    sex: str | None = None
    person: Person | None = None
    was_called_former: bool = False
    words: set[str] = field(default_factory=set)
    """The words of his role in lower case, by which "the minister" finds him."""
    spelt: str = ""
    """The fullest spelling of the name in the report."""

    def party(self, knowledge: Knowledge) -> Party:
        """He as a party: his state where he acts for it, else himself."""
        if self.id is not None and self.acts:
            kind = PartyKind.BODY if self.id in knowledge.bodies else PartyKind.STATE
            return Party(self.id, kind, knowledge.name_by_id[self.id], self.spelt or self.name, self.role, self.sector)
        return Party(self.id, PartyKind.PERSON, self.spelt or self.name, None, self.role, self.sector)


class Register:
    """The persons of a report by their names, made in a first pass over it."""

    def __init__(self, knowledge: Knowledge, published: date | None) -> None:
        self._knowledge = knowledge
        self._published = published
        self._by_surname: dict[str, list[Human]] = defaultdict(list)
        self._by_first: dict[str, list[Human]] = defaultdict(list)
        self._by_name: dict[str, Human] = {}
        self.human_at: dict[tuple[int, int], Human] = {}
        self.states: Counter[ActorId] = Counter()
        """How often each state is spoken of by name."""
        self.bodies: Counter[ActorId] = Counter()
        """How often each body is."""

    @property
    def humans(self) -> Iterable[Human]:
        """All persons, in the order of the report."""
        return {id(human): human for human in self._by_name.values()}.values()

    def count(self, mentions: Sequence[ActorMention]) -> None:
        """Count the states that the report names; a name shared by several counts for none."""
        for mention in mentions:
            is_role = self._knowledge.roles.role_of(tuple(mention.words.lower().split())) is not None
            ids = {n.id for n in mention.named if n.id is not None}
            states = {id_ for id_ in ids if self._knowledge.is_state(id_)}
            if ids & self._knowledge.bodies:
                self.bodies.update(ids if len(ids) == 1 else ())
            elif len(states) == 1 and not is_role:
                self.states[states.pop()] += 1

    def enter(self, sentence: Sentence, mention: ActorMention, around: Sequence[ActorMention]) -> None:
        """Take in a mention of a person by name: who he is, and what the words around say of him."""
        title = phrases.title_of(sentence, mention, around, self._knowledge.naming)
        states = _states(title.mentions)
        if _governs(sentence, mention, around):
            title = replace(title, is_addressed=True)
        human = self._known(sentence, mention, title, states) or self._unknown(mention, title)
        if human is None:
            return
        self.human_at[mention.sentence, mention.head] = human
        if mention.words.count(" ") > human.spelt.count(" "):
            human.spelt = mention.words
        # names may hold a title: "Crown Prince Ugo Rey" is "the crown prince"
        human.words |= set(mention.words.lower().split())
        self._describe(human, title, states)

    def enter_short_names(self, sentence: Sentence, around: Sequence[ActorMention]) -> list[ActorMention]:
        """Take in the family names alone that nobody had yet; the mentions that are new."""
        taken = {i for m in around for i in range(m.first, m.last + 1)}
        for mention in around:
            place = (mention.sentence, mention.head)
            if mention.sense is None and not mention.named and place not in self.human_at:
                human = self.surname(mention.words)
                if human is not None:
                    self.human_at[place] = human
        found = []
        for token in sentence.tokens:
            human = self.surname(token.text) if token.pos == "PROPN" and token.i not in taken else None
            if human is not None and not _has_name_beside(sentence, token.i, taken):
                self.human_at[sentence.index, token.i] = human
                found.append(
                    ActorMention(sentence.index, token.i, token.i, token.i, token.span, token.text, is_person=True)
                )
        return found

    def surname(self, words: str) -> Human | None:
        """The person of the report whom a short name calls."""
        key = self._key(self._bare(words))
        found = self._by_surname.get(key) or self._by_first.get(key, [])[:1]
        return found[-1] if found else None

    def _bare(self, name: str) -> str:
        """A name without the "Jr" after it."""
        parts = name.split()
        while len(parts) > 1 and fold(parts[-1].rstrip(".")) in self._knowledge.naming.suffixes:
            parts.pop()
        return " ".join(parts)

    def _known(
        self, sentence: Sentence, mention: ActorMention, title: phrases.Title, states: Sequence[ActorId]
    ) -> Human | None:
        persons = [n.person for n in mention.named if n.person is not None]
        if not persons:
            earlier = self._by_name.get(self._key(mention.words)) or self.surname(mention.words)
            if earlier is not None:
                return earlier
            persons = self._by_short_name(sentence, mention, title)
        person = self._choose(persons, title, states)
        return self._human_of(person) if person is not None else None

    def _by_short_name(self, sentence: Sentence, mention: ActorMention, title: phrases.Title) -> list[Person]:
        words = self._bare(mention.words)
        called = list(self._knowledge.called(words))
        if not called:
            return []
        if title.is_empty and self._is_common(words):
            # sitting heads of states that the report speaks of, where the parser too sees a person
            seen = sentence.tokens[mention.head].entity == PERSON
            return [p for p in called if seen and self.states[p.of] and self._is_in_high_office(p)]
        if title.has_role or title.mentions or title.is_addressed:
            return called
        in_office = [p for p in called if self._is_in_high_office(p)]
        return in_office or [p for p in called if any(o.rank < FAMOUS for o in p.offices)]

    def _is_common(self, name: str) -> bool:
        naming = self._knowledge.naming
        return fold(name) in naming.common_surnames or fold(name) in naming.sex_by_word

    def _is_in_high_office(self, person: Person) -> bool:
        return any(office.rank <= FAMOUS for office in person.offices_on(self._published)[:1])

    def _choose(self, persons: Sequence[Person], title: phrases.Title, states: Sequence[ActorId]) -> Person | None:
        """The one who fits the title, the state and the day best; none where two fit alike."""
        marks = {person.name + person.of: self._mark(person, title, states) for person in persons}
        if not marks:
            return None
        best = max(marks.values())
        top = [p for p in persons if marks[p.name + p.of] == best]
        return top[0] if best >= 0 and len({(p.name, p.of) for p in top}) == 1 else None

    def _mark(self, person: Person, title: phrases.Title, states: Sequence[ActorId]) -> float:
        offices = person.offices_on(self._published)
        mark = 0.0
        if states:
            mark += 4 if person.of in states else -6
        mark += min(self.states[person.of], 3) / 2
        held = [fold(o.title) for o in offices] or [fold(o.title) for o in person.offices]
        if title.has_role:
            mark += 2 if any(fold(title.role_words) in t or t in fold(title.role_words) for t in held) else 0
        if self._published is None:
            latest = max((o.since or "" for o in person.offices), default="")
            mark += int(latest[:4] or 0) / 10_000
        mark += 2 if offices else 0
        return mark + (len(POSTS) - min((o.rank for o in offices), default=len(POSTS))) / 10

    def _human_of(self, person: Person) -> Human:
        key = self._key(person.name)
        human = self._by_name.get(key)
        if human is None:
            sector = person.sector_on(self._published)
            offices = person.offices_on(self._published)
            title = offices[0].title if offices else None
            human = Human(person.name, None, sector, person.of, sector in POWERS or sector is None, person=person)
            human.sex = phrases.sex_of(person.name, self._knowledge.naming)
            human.words = set(title.lower().split()) if title else set()
            self._put(human, (person.name, *person.names), person.short)
        return human

    def _unknown(self, mention: ActorMention, title: phrases.Title) -> Human | None:
        parts = mention.words.split()
        if not mention.is_person or (len(parts) < 2 and title.is_empty):  # noqa: PLR2004 - a given and a family name
            return None
        human = Human(mention.words, sex=phrases.sex_of(mention.words, self._knowledge.naming))
        last = next((p for p in reversed(parts) if fold(p) not in self._knowledge.naming.suffixes), parts[-1])
        self._put(human, (mention.words,), (last, parts[0]) if "-" in mention.words else (last,))
        if len(parts) == 2:  # noqa: PLR2004 - a given and a family name, which stands first in many languages
            self._by_first[self._key(parts[0])].append(human)
        return human

    def _put(self, human: Human, names: Iterable[str], short: Iterable[str]) -> None:
        for name in names:
            self._by_name.setdefault(self._key(name), human)
        for name in short:
            self._by_surname[self._key(name)].append(human)

    def _describe(self, human: Human, title: phrases.Title, states: Sequence[ActorId]) -> None:
        """Add what a title says of a person to what is known of him."""
        human.sex = title.sex or human.sex
        sense = title.sense
        if sense is None:
            return
        words = {w.lower() for w in (title.text or "").split()}
        if not words & self._knowledge.reference.counterparts:
            human.words |= words
            if len(title.text or "") > len(human.role or ""):
                human.role = title.text
        if sense.sector == FORMER:
            human.acts, human.sector = False, FORMER
        elif human.person is None:
            human.sector, human.acts = sense.sector, sense.stands is Stands.STATE
            human.id = human.id or (states[0] if states else None)
        elif human.sector == FORMER and sense.sector in POWERS and not human.was_called_former:
            human.acts, human.sector = True, sense.sector
        human.was_called_former |= sense.sector == FORMER

    def _key(self, name: str) -> str:
        return " ".join(piece.key for piece in self._knowledge.pieces(name.split()))


def _governs(sentence: Sentence, mention: ActorMention, around: Sequence[ActorMention]) -> bool:
    """Whether a name stands before a government that is called by it ("the Obama administration")."""
    token = sentence.tokens[mention.head]
    return token.dep in ("compound", "poss", "amod", "nmod") and any(
        m.sense is not None
        and m.head == token.head
        and m.sense.role.stands is Stands.STATE
        and not m.sense.role.is_person
        for m in around
    )


def _has_name_beside(sentence: Sentence, i: int, taken: set[int]) -> bool:
    beside = [k for k in (i - 1, i + 1) if 0 <= k < len(sentence.tokens) and k not in taken]
    return any(sentence.tokens[k].pos == "PROPN" and sentence.tokens[k].text[0].isupper() for k in beside)


def _states(mentions: Iterable[ActorMention]) -> list[ActorId]:
    """The ids that names stand for, states by their own names before those of parties and organs."""
    named = [n for m in mentions for n in m.named if n.id is not None]
    plain = [n.id for n in named if n.kind in (Kind.STATE, Kind.PEOPLE, Kind.SEAT, Kind.BODY)]
    return [i for i in (plain or [n.id for n in named]) if i is not None]
