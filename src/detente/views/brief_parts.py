"""What a brief is made of; no part that states a finding can be made without the words of a report."""

from dataclasses import dataclass

from detente.domain.ids import EventId
from detente.views.charts import Chart


@dataclass(frozen=True, slots=True)
class Source:
    """A report as the brief names it."""

    number: int
    outlet: str
    title: str | None
    day: str
    basis: str
    """Where the day comes from, in words."""
    reason: str
    """Why that day, in a sentence; empty where the basis says enough."""
    place: str | None
    """Its address or the name of its file."""
    url: str | None
    """Its address, only where it is one of the web."""
    copied: str | None = None
    """Whose text it gives, in a sentence; None where it is the first or the only one."""


@dataclass(frozen=True, slots=True)
class Citation:
    """The exact words of a report, numbered, with the words around them."""

    number: int
    exact: str
    before: str
    after: str
    source: Source
    start: int
    end: int
    rules: tuple[str, ...]
    """The rules that read the words; none for what was said or counted."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the brief and the quotes that carry it."""

    text: str
    citations: tuple[Citation, ...]
    amended: tuple[str, ...] = ()
    """What persons put right in what it tells, a sentence each."""

    def __post_init__(self) -> None:
        if not self.citations:
            message = f"no line without a quote: {self.text!r}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as the brief tells it, with the events that are part of it."""

    id: EventId
    day: str
    line: Line
    label: str
    quad: str
    quad_label: str
    status: str | None
    """None for what happened; else the word for what became of it."""
    counts: str
    """Reports, events and independent origins, of the event and its parts."""
    taking_part: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    parts: tuple["Entry", ...] = ()
    amended: tuple[str, ...] = ()
    """What persons put right in it, a sentence each."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Entries under one heading."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """Words given to a speaker."""

    line: Line
    day: str
    cue: str | None
    """The report's word of saying, where the words are reported ones."""
    is_direct: bool
    variants: tuple[str, ...] = ()
    """The same words as other reports give them."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with his role as the reports give it, his office as the data knows it, and his words."""

    name: str
    roles: tuple[str, ...]
    offices: tuple[str, ...]
    power: str | None
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A status that an issue or a pledge took on."""

    day: str
    line: Line


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a party to an issue last stood on it."""

    who: str
    day: str
    line: Line


@dataclass(frozen=True, slots=True)
class Matter:
    """An issue or a pledge with what became of it."""

    line: Line
    status: str | None
    """What became of it, where the line does not say so."""
    due: str | None
    aliases: tuple[str, ...]
    steps: tuple[Step, ...]
    stands: tuple[Stand, ...] = ()
    index: str | None = None
    """How warm or cold the acts about an issue were, when last told."""


@dataclass(frozen=True, slots=True)
class Number:
    """A figure as a table shows it."""

    value: str
    line: Line
    period: str | None
    given_by: str | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A disagreement: what it is about, and each side with its words."""

    about: str
    klass: str
    sides: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class News:
    """What is new of one kind."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class IndexRow:
    """The index at the end of one month; the value is None in a gap."""

    day: str
    value: str | None
    band: str
    events: int
    origins: int
    turn: str | None


@dataclass(frozen=True, slots=True)
class Illustration:
    """A chart with its title."""

    title: str
    chart: Chart


@dataclass(frozen=True, slots=True)
class Illustrations:
    """The charts of a brief; None where there is nothing to show."""

    acts: Illustration | None = None
    """Under the heading of the chronology."""
    issues: Illustration | None = None
    index: Illustration | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Brief:
    """All that a reader is shown on two powers."""

    title: str
    subtitle: str
    span: str
    counts: str
    key_points: tuple[Line, ...]
    changed_heading: str
    changed: tuple[News, ...]
    """Since an earlier state of the record, where one was asked for."""
    happened: tuple[Chapter, ...]
    ahead: tuple[Entry, ...]
    others: tuple[Chapter, ...]
    background: tuple[Entry, ...]
    voices: tuple[Voice, ...]
    pledges: tuple[Matter, ...]
    issues: tuple[Matter, ...]
    figures: tuple[Number, ...]
    disagreements: tuple[Conflict, ...]
    sources: tuple[tuple[Source, int], ...]
    """Each report with how many of the quotes are its words."""
    other_reports: str | None
    """How many reports of the record say nothing on the two."""
    other_events: str | None
    """How many acts are left out that the brief's reports tell in passing."""
    unread: tuple[Unread, ...]
    index: tuple[Line, ...]
    index_rows: tuple[IndexRow, ...]
    method: tuple[str, ...]
    illustrations: Illustrations
    citations: tuple[Citation, ...]
