"""What follows from the findings of many reports; pure functions make these, nothing stores them."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from detente.domain.acts import ActType, Status
from detente.domain.days import When
from detente.domain.findings import Claim, Figure, Problem, Statement
from detente.domain.ids import (
    ActorId,
    DisagreementId,
    EventId,
    IssueId,
    OriginId,
    PledgeId,
    ReportId,
    digest,
)
from detente.domain.judgements import Judgement
from detente.domain.parties import Parties, powers
from detente.domain.reports import Report
from detente.domain.spans import Quote


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim with its day, as derived from its report's publication day."""

    claim: Claim
    when: When
    read: When | None = None
    """The day as it would be by the report alone, where a person gives another."""


@dataclass(frozen=True, slots=True)
class Event:
    """The non-empty set of claims that can be one act in the world."""

    mentions: tuple[Placed, ...]
    """Sorted by report and place; the same claims always make the same event."""
    type: ActType
    mode: str | None
    parties: Parties
    when: When
    status: Status
    """The latest known."""
    place: str | None
    origins: tuple[OriginId, ...]
    part_of: EventId | None = None
    issues: tuple[IssueId, ...] = ()
    kept_id: str = field(default="", init=False, repr=False, compare=False)
    """The id once it was asked for: hashing costs more than all else that is done with one."""

    def __post_init__(self) -> None:
        if not self.mentions:
            raise ValueError("no event without a claim")

    @property
    def id(self) -> EventId:
        """A hash of the claims."""
        if not self.kept_id:
            object.__setattr__(self, "kept_id", digest("e", *(m.claim.id for m in self.mentions)))
        return EventId(self.kept_id)

    @property
    def reports(self) -> tuple[ReportId, ...]:
        """The reports that tell of it, each once, sorted."""
        return tuple(sorted({m.claim.quote.report_id for m in self.mentions}))

    @property
    def contexts(self) -> tuple[str, ...]:
        """The contexts of all its claims, sorted."""
        return tuple(sorted({c for m in self.mentions for c in m.claim.contexts}))

    @property
    def powers(self) -> tuple[ActorId, ...]:
        """The states and bodies that take part, sorted."""
        return powers(self.parties)


@dataclass(frozen=True, slots=True)
class Change:
    """A status that an issue or a pledge took on, and the words that show it."""

    when: When
    status: str
    quote: Quote
    event: EventId | None = None


class IssueNature(StrEnum):
    """A dispute is to be settled; a channel is to be kept open."""

    DISPUTE = "dispute"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Position:
    """Where a party last stood on an issue, in the words of a report."""

    party: ActorId
    by: str | None
    """Who spoke for it, as the report gives him; None where the report tells of an act of the party itself."""
    when: When
    quote: Quote


@dataclass(frozen=True, slots=True)
class Issue:
    """A dispute or a channel between parties, with its status through time."""

    id: IssueId
    name: str
    aliases: tuple[str, ...]
    nature: IssueNature
    parties: tuple[ActorId, ...]
    status: str
    """open, easing, settled (a dispute); active, suspended, resuming, ended (a channel); unknown."""
    history: tuple[Change, ...]
    mentions: tuple[Quote, ...]
    positions: tuple[Position, ...] = ()
    """Of each of its parties that a report gives words or an act about it, the last; sorted by party."""


@dataclass(frozen=True, slots=True)
class Pledge:
    """An announced future act by a party, and what later reports show of it."""

    party: tuple[ActorId, ...]
    to: tuple[ActorId, ...]
    what: str
    due: When
    status: str
    """announced, started, done, suspended, reversed or unknown."""
    history: tuple[Change, ...]
    mentions: tuple[Quote, ...]
    issues: tuple[IssueId, ...] = ()

    @property
    def id(self) -> PledgeId:
        """A hash of who promised and of the words in which he did."""
        return PledgeId(digest("p", *self.party, *self.to, *(f"{q.report_id}:{q.span.start}" for q in self.mentions)))


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement: what a report says, and its words."""

    quote: Quote
    says: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two findings that cannot both hold, both kept, both quoted."""

    about: str
    klass: str
    """occurrence, number, date, place, party, cause, attribution, wording or impossible."""
    sides: tuple[Side, ...]

    @property
    def id(self) -> DisagreementId:
        """A hash of the sides."""
        return DisagreementId(
            digest("d", self.klass, *(f"{s.quote.report_id}:{s.quote.span.start}" for s in self.sides))
        )


@dataclass(frozen=True, slots=True)
class IndexPoint:
    """How warm or cold the relation of two states was, at the end of one month."""

    pair: tuple[ActorId, ActorId]
    day: date
    value: float
    low: float
    high: float
    events: int
    origins: int
    planned: int = 0
    """How many acts of the two were then told as planned; they are not in the value."""
    behind: tuple[EventId, ...] = ()
    """The events that make the value, by day."""

    @property
    def of(self) -> tuple[ActorId, ActorId]:
        """What it is the index of."""
        return self.pair


@dataclass(frozen=True, slots=True)
class IssuePoint:
    """How warm or cold the acts about one issue were, at the end of one month."""

    issue: IssueId
    day: date
    value: float
    low: float
    high: float
    events: int
    origins: int
    behind: tuple[EventId, ...] = ()
    """The events that make the value, by day."""

    @property
    def of(self) -> IssueId:
        """What it is the index of."""
        return self.issue


@dataclass(frozen=True, slots=True)
class SpokenWords:
    """One statement of the record: the same words in several reports, and the office held that day."""

    statements: tuple[Statement, ...]
    when: When
    office: str | None
    issues: tuple[IssueId, ...] = ()

    @property
    def variants(self) -> tuple[str, ...]:
        """The words as other reports give them, each wording that is not that of the first once."""
        texts: dict[str, str] = {}
        for statement in self.statements:
            texts.setdefault(letters_of(statement.text), statement.text)
        return tuple(texts.values())[1:]


def letters_of(text: str) -> str:
    """The letters and digits of a text, by which two ways of setting the same words are one."""
    return "".join(c for c in text.casefold() if c.isalnum())


@dataclass(frozen=True, slots=True)
class Retelling:
    """What shows that two texts are one in other words."""

    sentences: int
    """Of the shorter text, those that follow one another in the longer one as well."""
    of: int
    """All of the shorter text."""
    names: int
    numbers: int
    """How many of them these sentences have in common."""


@dataclass(frozen=True, slots=True)
class Copied:
    """That a report gives the text of another one."""

    of: ReportId
    """The report that is taken for the first to give it, or one through which it has come from there."""
    retelling: Retelling | None = None
    """What shows it where the words are others; None where they are the same or nearly so."""


@dataclass(frozen=True, slots=True)
class DatedReport:
    """A report with its publication day as derived from all reports, and the origin that copies share."""

    report: Report
    published: When
    origin: OriginId
    copied: Copied | None = None
    """Whose text it gives; None where it is the first or the only one."""


Thing = Event | SpokenWords | Figure | Issue | Pledge | Disagreement | Problem | DatedReport
"""What a list can hold: whatever stands on the words of reports, and the reports."""


@dataclass(frozen=True, slots=True)
class Derived:
    """All that follows from what is stored; each tuple is sorted, so that equal records give equal bytes."""

    reports: tuple[DatedReport, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[SpokenWords, ...] = ()
    figures: tuple[Figure, ...] = ()
    issues: tuple[Issue, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    index: tuple[IndexPoint, ...] = ()
    heat: tuple[IssuePoint, ...] = ()
    problems: tuple[Problem, ...] = ()
    judgements: tuple[tuple[Judgement, bool], ...] = ()
    """Each judgement with whether what it speaks of is there."""
