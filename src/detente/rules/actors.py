"""All that is known of states, bodies, groups, organs and persons, from data/, with an index of their names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any

from rapidfuzz import fuzz, process

from detente.domain.ids import ActorId
from detente.errors import RuleError
from detente.rules.names import NameTree, Piece, fold, pieces, split_word
from detente.rules.naming import Naming, Reference, load_naming, load_reference
from detente.rules.offices import Office, Person, read_office
from detente.rules.roles import SECTORS, RoleBook, load_roles
from detente.rules.toml import DATA, read_toml, refuse_unknown_keys, words

STATE_KEYS = frozenset(
    {"id", "name", "names", "demonyms", "capital", "seats", "places", "family_name_first", "organ", "person"}
)
BODY_KEYS = frozenset({"id", "name", "names", "seats", "sector", "organ", "person"})
GROUP_KEYS = frozenset({"id", "name", "names", "sector", "home"})
PARTIES_KEYS = frozenset({"home", "names"})
ORGAN_KEYS = frozenset({"names", "sector"})
PERSON_KEYS = frozenset({"name", "names", "short", "held", "of"})
SUGGESTIONS = 3
CLOSE_ENOUGH = 70
"""rapidfuzz's score from which a name is suggested: "Jappan" is at 91, an unlike name below 60."""


class Kind(StrEnum):
    """What a name in the data is the name of."""

    STATE = "state"
    PEOPLE = "people"
    SEAT = "seat"
    PLACE = "place"
    ORGAN = "organ"
    BODY = "body"
    GROUP = "group"
    PARTY = "party"
    PERSON = "person"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Named:
    """What a name stands for."""

    kind: Kind
    id: ActorId | None
    name: str
    """The name by which a reader is shown it: a state's own for its capital and people."""
    sector: str | None = None
    home: ActorId | None = None
    """The state of a group; for all others their own id."""
    person: Person | None = None


@dataclass(frozen=True, slots=True)
class _Nation:
    """A state, or a body, as its file tells it."""

    id: ActorId
    name: str
    sector: str | None
    is_state: bool


class Knowledge:
    """What the data knows, and where it finds it; make it with `load_knowledge`."""

    def __init__(self, naming: Naming, reference: Reference, roles: RoleBook) -> None:
        self.naming = naming
        self.reference = reference
        self.roles = roles
        self.names: NameTree[Named] = NameTree(naming.spelling_by_word)
        self.short_names: NameTree[str] = NameTree(naming.spelling_by_word)
        """What reports call persons once they have been named; `called` tells who they may be."""
        self.name_by_id: dict[ActorId, str] = {}
        self.bodies: set[ActorId] = set()
        self.persons: list[Person] = []
        self._by_short: dict[str, list[Person]] = defaultdict(list)
        self._by_name: dict[str, list[Person]] = defaultdict(list)
        self._family_first: set[ActorId] = set()
        self._owners: dict[ActorId, frozenset[str]] = {}
        self._id_by_name: dict[str, ActorId] = {}
        for phrase in naming.not_names:
            self.names.add(phrase, Named(Kind.NOTHING, None, phrase))

    def pieces(self, texts: Iterable[str]) -> list[Piece]:
        """The pieces of words, as names are compared by them."""
        return pieces(texts, self.naming.spelling_by_word)

    def is_state(self, id_: ActorId | None) -> bool:
        """Whether an id is a state's."""
        return id_ is not None and id_ in self.name_by_id and id_ not in self.bodies and len(id_) == 3  # noqa: PLR2004

    def called(self, surname: str) -> Sequence[Person]:
        """The persons whom reports call by a short name."""
        return self._by_short.get(self._key(surname), ())

    def persons_named(self, name: str) -> Sequence[Person]:
        """The persons who bear a full name or one of its other spellings."""
        return self._by_name.get(self._key(name), ())

    def offices_of(self, person_name: str, state_id: str | None, day: date | None) -> tuple[Office, ...]:
        """What a person of a name, and of a state where one is given, held on a day."""
        found = [p for p in self.persons_named(person_name) if state_id is None or p.of == state_id]
        return tuple(office for person in found for office in person.offices_on(day))

    def owners_of(self, id_: ActorId) -> frozenset[str]:
        """The words before an office that say whose it is, in lower case: "japan", "japanese"."""
        return self._owners.get(id_, frozenset())

    def state_named(self, text: str) -> ActorId | None:
        """The id of the state, body or group that is called so, by name or code."""
        stripped = text.strip()
        if stripped.upper() in self.name_by_id:
            return ActorId(stripped.upper())
        return self._id_by_name.get(self._key(stripped))

    def states_called(self, word: str) -> frozenset[ActorId]:
        """The states that a word of any case names or whose people it names: "peruvian"."""
        found = (self.names.longest(self.pieces([form]), 0)[1] for form in (word.title(), word.upper()))
        return frozenset(n.id for named in found for n in named if n.id and n.kind in (Kind.STATE, Kind.PEOPLE))

    def suggest(self, text: str) -> tuple[str, ...]:
        """Names that may have been meant, the likeliest first."""
        known = self._id_by_name
        close = process.extract(
            self._key(text), sorted(known), scorer=fuzz.ratio, limit=SUGGESTIONS * 2, score_cutoff=CLOSE_ENOUGH
        )
        return tuple(dict.fromkeys(self.name_by_id[known[name]] for name, _, _ in close))[:SUGGESTIONS]

    def _key(self, name: str) -> str:
        spelt = self.naming.spelling_by_word
        folded = [fold(part) for word in name.split() for part in split_word(word)]
        return " ".join(spelt.get(key, key) for key in folded)

    # ---- filling; `load_knowledge` alone calls these

    def put_nation_file(self, entry: Mapping[str, Any], where: str) -> None:
        """Take in the file of a state, or of a body where the place says so, with its organs and persons."""
        is_state = where.startswith("states/")
        refuse_unknown_keys(entry, STATE_KEYS if is_state else BODY_KEYS, where)
        nation = _Nation(ActorId(entry["id"]), entry["name"], entry.get("sector"), is_state)
        self._put_nation(entry, nation, where)
        for organ in entry.get("organ", []):
            self._put_organ(organ, nation, where)
        for person in entry.get("person", []):
            self.put_person(person, nation.id, where)

    def _put_nation(self, entry: Mapping[str, Any], nation: _Nation, where: str) -> None:
        """Take in a state or a body with all its names."""
        if nation.id in self.name_by_id:
            message = f"{where}: {nation.id} is known already as {self.name_by_id[nation.id]}"
            raise RuleError(message)
        self.name_by_id[nation.id] = nation.name
        if not nation.is_state:
            self.bodies.add(nation.id)
        if entry.get("family_name_first"):
            self._family_first.add(nation.id)
        own = (nation.name, *words(entry, "names", where))
        rows = {
            Kind.STATE if nation.is_state else Kind.BODY: own,
            Kind.SEAT: tuple(filter(None, (entry.get("capital"), *words(entry, "seats", where)))),
            Kind.PLACE: words(entry, "places", where),
            Kind.PEOPLE: tuple(f for people in words(entry, "demonyms", where) for f in (people, people + "s")),
        }
        for row, names in rows.items():
            for name in names:
                self._put_name(name, Named(row, nation.id, nation.name, nation.sector, nation.id))
        self._owners[nation.id] = frozenset(n.lower() for n in (*own, *rows[Kind.PEOPLE]))
        for name in own:
            self._id_by_name.setdefault(self._key(name), nation.id)

    def _put_organ(self, entry: Mapping[str, Any], nation: _Nation, where: str) -> None:
        """Take in organs of a state or body."""
        refuse_unknown_keys(entry, ORGAN_KEYS, where)
        sector = _sector(entry, where)
        for name in words(entry, "names", where):
            self._put_name(name, Named(Kind.ORGAN, nation.id, name, sector, nation.id))

    def put_group(self, entry: Mapping[str, Any], where: str) -> None:
        """Take in an armed or political group."""
        refuse_unknown_keys(entry, GROUP_KEYS, where)
        id_, home = ActorId(entry["id"]), self._home(entry, where)
        if id_ in self.name_by_id:
            message = f"{where}: {id_} is known already as {self.name_by_id[id_]}"
            raise RuleError(message)
        self.name_by_id[id_] = entry["name"]
        for name in (entry["name"], *words(entry, "names", where)):
            self._put_name(name, Named(Kind.GROUP, id_, entry["name"], _sector(entry, where), home))
            self._id_by_name.setdefault(self._key(name), id_)

    def put_parties(self, entry: Mapping[str, Any], where: str) -> None:
        """Take in the political parties of a state."""
        refuse_unknown_keys(entry, PARTIES_KEYS, where)
        home = self._home(entry, where)
        for name in words(entry, "names", where):
            self._put_name(name, Named(Kind.PARTY, home, name, "PTY", home))

    def put_person(self, entry: Mapping[str, Any], of: ActorId, where: str) -> None:
        """Take in a person of a state or body."""
        refuse_unknown_keys(entry, PERSON_KEYS, where)
        where = f"{where}: {entry.get('name')!r}"
        names = (entry["name"], *words(entry, "names", where))
        short = words(entry, "short", where) if "short" in entry else self._surnames(entry["name"], of)
        offices = tuple(read_office(line, where) for line in words(entry, "held", where))
        person = Person(entry["name"], names, short, of, offices)
        self.persons.append(person)
        for name in dict.fromkeys((*names, *self._shorter(entry["name"]))):
            self._put_name(name, Named(Kind.PERSON, of, person.name, None, of, person))
            bearers = self._by_name[self._key(name)]
            if not bearers or bearers[-1] is not person:
                bearers.append(person)
        for name in dict.fromkeys(
            (*short, *(s.split()[-1] for s in short if fold(s.split()[0]) in self.naming.particles))
        ):
            self._by_short[self._key(name)].append(person)
            self.short_names.add(name, name)

    def _put_name(self, name: str, named: Named) -> None:
        if " " not in name and named.person is not None:
            return  # a name of one word is a short name
        self.names.add(name, named)

    def _home(self, entry: Mapping[str, Any], where: str) -> ActorId | None:
        home = entry.get("home")
        if home is not None and home not in self.name_by_id:
            message = f"{where}: no state has the id {home!r}"
            raise RuleError(message)
        return ActorId(home) if home else None

    def _surnames(self, name: str, of: ActorId) -> tuple[str, ...]:
        """What a person is called by default: the family name, with and without its "al-" or "von"."""
        parts = [p for p in name.replace(".", "").split() if fold(p) not in self.naming.suffixes] or name.split()
        if of in self._family_first:
            return (parts[0],)
        if len(parts) == 1 and " " in name:
            return ()  # a monarch is called by his title and name
        first = len(parts) - 1
        while first > 1 and fold(parts[first - 1]) in self.naming.particles:
            first -= 1
        whole = " ".join(parts[first:])
        bare = parts[-1].split("-", 1)
        stripped = bare[1] if len(bare) > 1 and fold(bare[0]) in self.naming.dropped_particles else parts[-1]
        return tuple(dict.fromkeys((whole, stripped)))

    def _shorter(self, name: str) -> Iterator[str]:
        """A name of three words or more without its middle ones, where they are no particles."""
        parts = name.split()
        middle = parts[1:-1]
        last = fold(parts[-1])
        if middle and last not in self.naming.suffixes and not any(fold(m) in self.naming.particles for m in middle):
            yield f"{parts[0]} {parts[-1]}"


@cache
def load_knowledge(extra: Traversable | None = None) -> Knowledge:
    """The packaged knowledge, with the persons of a settings folder added where one is given."""
    known = Knowledge(load_naming(), load_reference(), load_roles())
    for folder in ("states", "bodies"):
        for path in _files(DATA / folder):
            known.put_nation_file(read_toml(path), f"{folder}/{path.name}")
    for path in _files(DATA / "groups"):
        _put_groups(known, read_toml(path), f"groups/{path.name}")
    for path in _files(extra) if extra is not None else ():
        _put_extra(known, read_toml(path), path.name)
    return known


def _put_groups(known: Knowledge, content: Mapping[str, Any], where: str) -> None:
    refuse_unknown_keys(content, {"group", "parties"}, where)
    for entry in content.get("group", []):
        known.put_group(entry, where)
    for entry in content.get("parties", []):
        known.put_parties(entry, where)


def _put_extra(known: Knowledge, content: Mapping[str, Any], where: str) -> None:
    refuse_unknown_keys(content, {"person"}, where)
    for entry in content.get("person", []):
        if entry.get("of") not in known.name_by_id:
            message = f"{where}: {entry.get('name')!r} is of {entry.get('of')!r}, which no state or body has for its id"
            raise RuleError(message)
        known.put_person(entry, ActorId(entry["of"]), where)


def _files(folder: Traversable) -> list[Traversable]:
    return sorted((p for p in folder.iterdir() if p.name.endswith(".toml")), key=lambda p: p.name)


def _sector(entry: Mapping[str, Any], where: str) -> str:
    sector = entry.get("sector")
    if sector not in SECTORS:
        message = f"{where}: {entry.get('names', entry.get('name'))!r}: {sector!r} is no PLOVER sector"
        raise RuleError(message)
    return str(sector)
