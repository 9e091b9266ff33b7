"""Who takes part in an act, and in which place."""

from dataclasses import dataclass
from enum import StrEnum

from detente.domain.ids import ActorId
from detente.domain.spans import Span


class PartyKind(StrEnum):
    """What a party is."""

    STATE = "state"
    BODY = "body"
    GROUP = "group"
    COMPANY = "company"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Party:
    """One who takes part: a state (perhaps `via` one who acts for it), a body, a group, a company or a person."""

    id: ActorId | None
    kind: PartyKind
    name: str
    via: str | None = None
    role: str | None = None
    sector: str | None = None
    """PLOVER's sector code (GOV, MIL, ...), where the words tell it."""
    span: Span | None = None
    """Where the report names the party for this claim."""

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("a party needs a name")

    @property
    def is_power(self) -> bool:
        """Whether the party is a state or a body: only these make up the relation of two states."""
        return self.id is not None and self.kind in (PartyKind.STATE, PartyKind.BODY)

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes two parties the same one: the state or body itself, or the group's own name in it."""
        return (self.id or "", self.kind.value, "" if self.is_power else self.name.casefold())


@dataclass(frozen=True, slots=True)
class Directed:
    """An act from one side to another; the recipients may be nobody in particular."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...] = ()

    def __post_init__(self) -> None:
        if not self.actors and not self.recipients:
            raise ValueError("an act needs at least one party")
        both = {a.key for a in self.actors} & {r.key for r in self.recipients}
        if both:
            message = f"nobody acts on himself: {sorted(both)}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Joint:
    """An act in which all take part alike: a summit, talks, an agreement."""

    members: tuple[Party, ...]

    def __post_init__(self) -> None:
        if len({m.key for m in self.members}) < 2:  # noqa: PLR2004 - nobody meets alone
            raise ValueError("a joint act needs two parties or more")

    @property
    def actors(self) -> tuple[Party, ...]:
        """Everyone."""
        return self.members

    @property
    def recipients(self) -> tuple[Party, ...]:
        """No one: all act alike."""
        return ()


Parties = Directed | Joint


def powers(parties: Parties) -> tuple[ActorId, ...]:
    """The ids of the states and bodies among the parties, sorted, each once."""
    return tuple(sorted({p.id for p in parties.actors + parties.recipients if p.id and p.is_power}))
