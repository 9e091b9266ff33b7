"""Which event of a record belongs where in a brief on two powers."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from detente.domain.acts import Status
from detente.domain.days import Basis, Precision, When
from detente.domain.derived import Derived, Event
from detente.domain.ids import ActorId, EventId, ReportId
from detente.views.citing import newest_first

NEWS_REACHES_BACK = timedelta(days=7)
"""Before the month of a report: what it tells of the days before is still its news."""

HAPPENED = frozenset({Status.HAPPENED, Status.NEGATED})


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
    outward: tuple[Event, ...]
    around: tuple[Event, ...]
    background: tuple[Event, ...]
    parts: Mapping[EventId, tuple[Event, ...]]

    @property
    def all(self) -> tuple[Event, ...]:
        """Every event of the brief, parts included."""
        tops = (*self.between, *self.groups, *self.ahead, *self.towards, *self.outward, *self.around, *self.background)
        return (*tops, *(part for many in self.parts.values() for part in many))

    @property
    def reports(self) -> frozenset[ReportId]:
        """All reports that tell of any of them."""
        return frozenset(r for event in self.all for r in event.reports)


def sort_events(derived: Derived, scope: Scope) -> Chapters:
    """Put each event of the record into its chapter, or leave it out."""
    published = {d.report.id: d.published for d in derived.reports}
    asked = [e for e in derived.events if _is_asked(e, scope, published)]
    of_pair = {r for e in asked if _concerns_both(e, scope.between) for r in e.reports}
    chapter_by_id = {e.id: _chapter(e, scope.between, of_pair, published) for e in asked}
    found: dict[str | None, list[Event]] = defaultdict(list)
    parts: dict[EventId, list[Event]] = defaultdict(list)
    for event in sorted(asked, key=_order):
        whole = event.part_of
        if whole is not None and chapter_by_id.get(whole) is not None and chapter_by_id[event.id] is not None:
            parts[whole].append(event)
        else:
            found[chapter_by_id[event.id]].append(event)
    names = ("between", "groups", "ahead", "towards", "outward", "around", "background")
    return Chapters(**{n: tuple(found[n]) for n in names}, parts={k: tuple(v) for k, v in parts.items()})


def _is_asked(event: Event, scope: Scope, published: Mapping[ReportId, When]) -> bool:
    """By its own day; where that is not known or long gone, by the days of the reports that tell of it."""
    if event.when.earliest is None and event.when.latest is None:
        return any(scope.holds(published[r], if_unknown=False) for r in event.reports)
    if scope.holds(event.when):
        return True
    return _is_background(event, published) and any(scope.holds(published[r], if_unknown=False) for r in event.reports)


def _chapter(
    event: Event, pair: tuple[ActorId, ActorId], of_pair: set[ReportId], published: Mapping[ReportId, When]
) -> str | None:
    """Where an event stands; None for what reports tell that are not on the two."""
    place = _place(event, pair) if any(r in of_pair for r in event.reports) else None
    if place is not None and _is_background(event, published):
        return None if place == "around" else "background"
    if place in ("between", "groups") and event.status not in HAPPENED:
        return "ahead"
    return place


def _place(event: Event, pair: tuple[ActorId, ActorId]) -> str | None:
    if _concerns_both(event, pair):
        return "between" if set(pair) <= set(event.powers) else "groups"
    if set(pair) & set(event.powers):
        acts = {p.id for p in event.parties.actors if p.is_power}
        return "outward" if not acts or acts & set(pair) else "towards"
    return "around" if event.powers else None


def _concerns_both(event: Event, pair: tuple[ActorId, ActorId]) -> bool:
    """Whether both are named, and at least one of them acts: who is acted on together does not act on the other."""
    acts = {p.id for p in event.parties.actors}
    return bool(acts & set(pair)) and set(pair) <= acts | {p.id for p in event.parties.recipients}


def _is_background(event: Event, published: Mapping[ReportId, When]) -> bool:
    """Whether an event is older than the months in which its reports came out."""
    days = [d for d in (published[r].earliest for r in event.reports) if d]
    last = event.when.latest or event.when.earliest
    return bool(days and last) and last < min(days).replace(day=1) - NEWS_REACHES_BACK


def _order(event: Event) -> tuple[bool, int, int, str]:
    return (*newest_first(event.when), -len(event.origins), event.id)
