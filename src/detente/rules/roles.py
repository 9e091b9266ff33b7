"""What people and organs are called, from data/roles.toml, and the PLOVER sector that a noun phrase tells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from detente.errors import RuleError
from detente.rules.toml import DATA, line_of, read_toml, refuse_repeats, refuse_unknown_keys, words

SECTORS = frozenset(
    [
        "COP",
        "GOV",
        "JUD",
        "LEG",
        "MIL",
        "PRM",
        "PTY",
        "REB",
        "SPY",
        "UAF",
        "UNK",
        "AGR",
        "BUS",
        "CRM",
        "CVL",
        "EDU",
        "ELI",
        "JRN",
        "LAB",
        "MED",
        "REF",
        "OPP",
        "PRE",
        "REL",
        "SOC",
        "JNK",
    ]
)
"""PLOVER's sector codes; JNK is for what is no actor at all."""
POWERS = frozenset({"COP", "GOV", "JUD", "LEG", "MIL", "SPY"})
"""Sectors whose people act for their state."""
ROLE_KEYS = frozenset({"id", "sector", "stands", "person", "carrier", "words", "examples", "not_examples"})
MODIFIER_KEYS = frozenset({"id", "sector", "words", "beside", "examples", "not_examples"})
LONGEST_PHRASE = 5


class Stands(StrEnum):
    """Whom one who bears a role stands for."""

    STATE = "state"
    GROUP = "group"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class Role:
    """A row of nouns of one sector."""

    id: str
    sector: str
    stands: Stands
    is_person: bool
    is_carrier: bool
    """Whether it takes the sector of the organ that it belongs to ("army spokesman")."""


@dataclass(frozen=True, slots=True)
class Modifier:
    """A word beside a role that changes its sector ("former", "rebel")."""

    id: str
    sector: str
    beside: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sense:
    """What a noun phrase without a name says: its role and sector, and where the role's words begin."""

    role: Role
    sector: str
    first: int
    """The number of the first word of the role's own phrase among the words that were looked at."""

    @property
    def stands(self) -> Stands:
        """Whom the bearer stands for, the modifiers taken into account."""
        if self.sector == self.role.sector:
            return self.role.stands
        if self.sector in POWERS:
            return Stands.STATE
        return Stands.GROUP if self.role.stands is Stands.STATE else self.role.stands


class RoleBook:
    """All roles and modifiers, found by their words."""

    def __init__(
        self, roles: Mapping[tuple[str, ...], Role], modifiers: Mapping[tuple[str, ...], list[Modifier]]
    ) -> None:
        self._roles = roles
        self._modifiers = modifiers
        self._words = {word for phrase in (*roles, *modifiers) for word in phrase}
        self._order = {m.id: n for n, m in enumerate(dict.fromkeys(m for row in modifiers.values() for m in row))}

    def role_of(self, lemmas: Sequence[str]) -> tuple[Role, int] | None:
        """The role of the longest phrase that ends the words, and the number of its first word."""
        for first in range(max(0, len(lemmas) - LONGEST_PHRASE), len(lemmas)):
            role = self._roles.get(tuple(lemmas[first:]))
            if role is not None:
                return role, first
        return None

    def knows(self, word: str) -> bool:
        """Whether a word is one of a role's phrase or of a modifier."""
        return word in self._words

    def sense(self, lemmas: Sequence[str], after: Sequence[str] = ()) -> Sense | None:
        """What words in dictionary form say that end in a head noun; `after` are those of its "of" phrase."""
        found = self.role_of(lemmas)
        if found is None:
            return None
        role, first = found
        changed = self._change(role, lemmas[:first])
        if changed is not None:
            return Sense(role, changed, first)
        if role.is_carrier:
            return Sense(role, self._carried(role, lemmas[:first], after), first)
        return Sense(role, self._headed(role, after), first)

    def _headed(self, role: Role, after: Sequence[str]) -> str:
        """The sector of what an office-holder heads, where that is no organ of a state ("president of the union")."""
        if role.is_person and role.stands is Stands.STATE:
            found = next((f for end in range(len(after), 0, -1) if (f := self.role_of(after[:end]))), None)
            if found is not None and found[0].stands is not Stands.STATE and not found[0].is_person:
                return found[0].sector
        return role.sector

    def _change(self, role: Role, before: Sequence[str]) -> str | None:
        met = [
            m for at in range(len(before)) for n in (1, 2) for m in self._modifiers.get(tuple(before[at : at + n]), ())
        ]
        fitting = [m for m in met if role.id in m.beside]
        return min(fitting, key=lambda m: self._order[m.id]).sector if fitting else None

    def _carried(self, role: Role, before: Sequence[str], after: Sequence[str]) -> str:
        for end in range(len(before), 0, -1):
            found = self.role_of(before[:end])
            if found is not None and not found[0].is_person:
                return found[0].sector
        for end in range(1, len(after) + 1):
            found = self.role_of(after[:end])
            if found is not None and not found[0].is_carrier:
                return found[0].sector
        return role.sector


def load_roles(content: Mapping[str, Any] | None = None) -> RoleBook:
    """The roles of data/roles.toml, each word once."""
    content = read_toml(DATA / "roles.toml") if content is None else content
    refuse_unknown_keys(content, {"role", "modifier"}, "roles.toml")
    for kind in ("role", "modifier"):
        refuse_repeats(content.get(kind, []), "id", "roles.toml")
    roles: dict[tuple[str, ...], Role] = {}
    for entry in content["role"]:
        where = f"roles.toml{line_of(entry)}: role {entry.get('id')!r}"
        refuse_unknown_keys(entry, ROLE_KEYS, where)
        _prove(entry, where)
        role = Role(
            entry["id"],
            entry["sector"],
            Stands(entry["stands"]),
            entry.get("person", False),
            entry.get("carrier", False),
        )
        for word in words(entry, "words", where):
            if roles.setdefault(tuple(word.split()), role) is not role:
                message = f"{where}: {word!r} stands in role {roles[tuple(word.split())].id!r} already"
                raise RuleError(message)
    ids = {role.id for role in roles.values()}
    modifiers: dict[tuple[str, ...], list[Modifier]] = {}
    for entry in content.get("modifier", []):
        where = f"roles.toml{line_of(entry)}: modifier {entry.get('id')!r}"
        refuse_unknown_keys(entry, MODIFIER_KEYS, where)
        _prove(entry, where)
        modifier = Modifier(entry["id"], entry["sector"], frozenset(words(entry, "beside", where)))
        if modifier.beside - ids:
            message = f"{where}: no role is called {min(modifier.beside - ids)!r}"
            raise RuleError(message)
        for word in words(entry, "words", where):
            modifiers.setdefault(tuple(word.split()), []).append(modifier)
    return RoleBook(roles, modifiers)


def _prove(entry: Mapping[str, Any], where: str) -> None:
    if entry.get("sector") not in SECTORS:
        message = f"{where}: {entry.get('sector')!r} is no PLOVER sector; known are {', '.join(sorted(SECTORS))}"
        raise RuleError(message)
    if not entry.get("examples") or not entry.get("not_examples"):
        message = f"{where}: a group of cues has examples and not_examples"
        raise RuleError(message)
