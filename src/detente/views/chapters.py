"""Which event of a record belongs where in a brief on two powers."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from detente.domain.acts import Status
from detente.domain.days import Basis, Precision, When
from detente.domain.derived import Derived, Event
from detente.domain.ids import ActorId, EventId, IssueId, OriginId, ReportId
from detente.views.citing import newest_first
from detente.views.wording import TOLD_AS_DONE

NEWS_REACHES_BACK = timedelta(days=7)
"""Before the month of a report: what it tells of the days before is still its news."""

WITNESSES = 2
"""Independent origins that make an act of others part of the two's news."""
_SHOWN = ("between", "groups", "ahead", "towards", "outward", "alone", "around", "background")
_NOT_SHOWN = frozenset({None, "passing"})


@dataclass(frozen=True, slots=True)
class Scope:
    """Two powers and a span of days; an end that is None is open."""

    between: tuple[ActorId, ActorId]
    since: date | None = None
    until: date | None = None

    def holds(self, when: When, *, if_unknown: bool = True) -> bool:
        """Whether a time can lie in the span of days."""
        if when.earliest is None and when.latest is None:
            return if_unknown or (self.since is None and self.until is None)
        return When(self.since, self.until, Precision.LONGER, Basis.STATED).meets(when)


@dataclass(frozen=True, slots=True)
class Chapters:
    """The events of a brief, each in one place, newest first; parts lie under the whole that they are part of."""

    between: tuple[Event, ...]
    groups: tuple[Event, ...]
    """In which people, firms or groups of the two take part."""
    ahead: tuple[Event, ...]
    """What has not happened: planned, called for or possible."""
    towards: tuple[Event, ...]
    """By others towards one of the two, or both."""
    outward: tuple[Event, ...]
    """By one of the two, or both, towards others or with them."""
    alone: tuple[Event, ...]
    """By one of the two, towards no one who is named."""
    around: tuple[Event, ...]
    """By others, in the same reports."""
    background: tuple[Event, ...]
    parts: Mapping[EventId, tuple[Event, ...]]
    passing: int
    """How many acts are not shown: those of others by one origin, and those of no known day and towards no one."""

    @property
    def all(self) -> tuple[Event, ...]:
        """Every event of the brief, parts included."""
        tops = (
            *self.between,
            *self.groups,
            *self.ahead,
            *self.towards,
            *self.outward,
            *self.alone,
            *self.around,
            *self.background,
        )
        return (*tops, *(part for many in self.parts.values() for part in many))

    @property
    def reports(self) -> frozenset[ReportId]:
        """All reports that tell of any of them."""
        return frozenset(r for event in self.all for r in event.reports)


def sort_events(derived: Derived, scope: Scope, names: Callable[[ActorId], str]) -> Chapters:
    """Put each event of the record into its chapter, or leave it out."""
    published = {d.report.id: d.published for d in derived.reports}
    asked = [e for e in derived.events if _is_asked(e, scope, published)]
    of_pair = {r for e in asked if _concerns_both(e, scope.between) for r in e.reports}
    shared = {i.id for i in derived.issues if set(scope.between) <= set(i.parties)}
    sorting = _Sorting(scope.between, {a: names(a) for a in scope.between}, of_pair, shared, published)
    chapter_by_id = {e.id: sorting.chapter(e) for e in asked}
    found: dict[str | None, list[Event]] = defaultdict(list)
    parts: dict[EventId, list[Event]] = defaultdict(list)
    for event in _newest_and_most_told_first(asked):
        whole = event.part_of
        if whole is not None and _is_told_within(chapter_by_id[event.id], chapter_by_id.get(whole)):
            parts[whole].append(event)
        else:
            found[chapter_by_id[event.id]].append(event)
    return Chapters(
        **{name: tuple(found[name]) for name in _SHOWN},
        parts={whole: tuple(many) for whole, many in parts.items()},
        passing=len(found["passing"]),
    )


def _is_told_within(part: str | None, whole: str | None) -> bool:
    """Whether a part stands in the entry of its whole: not where that is not shown, or has yet to happen."""
    return whole not in _NOT_SHOWN and (whole != "ahead" or part == "ahead")


def _is_asked(event: Event, scope: Scope, published: Mapping[ReportId, When]) -> bool:
    """By its own day; where that is not known or long gone, by the days of the reports that tell of it."""
    if event.when.earliest is None and event.when.latest is None:
        return any(scope.holds(published[r], if_unknown=False) for r in event.reports)
    if scope.holds(event.when):
        return True
    return _is_background(event, published) and any(scope.holds(published[r], if_unknown=False) for r in event.reports)


@dataclass(frozen=True, slots=True)
class _Sorting:
    """What the place of an event depends on."""

    pair: tuple[ActorId, ActorId]
    name_by_id: Mapping[ActorId, str]
    """The names of the two."""
    of_pair: set[ReportId]
    """The reports that tell of an act between the two."""
    shared: set[IssueId]
    """The disputes and channels of the two."""
    published: Mapping[ReportId, When]

    def chapter(self, event: Event) -> str | None:
        """Where an event stands; None for what has nothing to do with the two."""
        place = self._place(event) if any(r in self.of_pair for r in event.reports) else None
        if place in (None, "passing"):
            return place
        if _is_background(event, self.published):
            return "background" if place != "around" else "passing"
        return "ahead" if place in ("between", "groups") and event.status not in TOLD_AS_DONE else place

    def _place(self, event: Event) -> str | None:
        pair, powers = set(self.pair), set(event.powers)
        if _concerns_both(event, self.pair):
            return "between" if pair <= powers else "groups"
        acts = {p.id for p in event.parties.actors if p.is_power}
        if not pair & powers:
            is_told_widely = len(event.origins) >= WITNESSES and event.status is Status.HAPPENED
            return "around" if acts and is_told_widely else "passing"
        if not acts & pair:
            return "towards" if acts else "passing"
        if len(powers) > 1:
            return "outward"
        if set(event.issues) & self.shared or self._names_the_other(event):
            return "between"
        return "alone" if event.when.is_known else "passing"

    def _names_the_other(self, event: Event) -> bool:
        """Whether words that tell of one's act speak of the other by name ("curbs on exports to South Korea")."""
        others = [name for actor, name in self.name_by_id.items() if actor not in event.powers]
        return any(name in m.claim.quote.exact for m in event.mentions for name in others)


def _concerns_both(event: Event, pair: tuple[ActorId, ActorId]) -> bool:
    """Whether both are named, and at least one of them acts: who is acted on together does not act on the other."""
    acts = {p.id for p in event.parties.actors}
    return bool(acts & set(pair)) and set(pair) <= acts | {p.id for p in event.parties.recipients}


def _is_background(event: Event, published: Mapping[ReportId, When]) -> bool:
    """Whether an event is older than the months in which its reports came out."""
    days = [d for d in (published[r].earliest for r in event.reports) if d]
    last = event.when.latest or event.when.earliest
    return bool(days) and last is not None and last < min(days).replace(day=1) - NEWS_REACHES_BACK


def _newest_and_most_told_first(events: Sequence[Event]) -> list[Event]:
    """By the day; on one day what more origins tell of, a whole with its parts, goes first."""
    origins: dict[EventId, set[OriginId]] = defaultdict(set)
    for event in events:
        origins[event.id].update(event.origins)
        if event.part_of is not None:
            origins[event.part_of].update(event.origins)
    return sorted(events, key=lambda e: (newest_first(e.when), -len(origins[e.id]), e.id))
