"""The index: how warm or cold the relation of two powers, or an issue, was at the end of each month.

docs/index.md has the formula; `weighing` has its arithmetic.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from detente.domain.acts import Status
from detente.domain.days import When
from detente.domain.derived import Event, IndexPoint, IssuePoint
from detente.domain.ids import ActorId, EventId, IssueId, ReportId
from detente.domain.parties import Joint
from detente.events.weighing import HALF_LIFE, VERSION, Act, day_of, last_day, near_in, values

__all__ = ["HALF_LIFE", "VERSION", "Turn", "heat", "turning_points", "warmth"]

Pair = tuple[ActorId, ActorId]


@dataclass(frozen=True, slots=True)
class Turn[P: (IndexPoint, IssuePoint)]:
    """A change that no single origin makes: the bands of two values of one thing that do not meet."""

    before: P
    after: P

    @property
    def is_warmer(self) -> bool:
        """Whether the relation became warmer."""
        return self.after.value > self.before.value

    @property
    def events(self) -> tuple[EventId, ...]:
        """The events behind it, by day: those that count now and did not before."""
        former = frozenset(self.before.behind)
        return tuple(e for e in self.after.behind if e not in former)


def warmth(events: Sequence[Event], published: Mapping[ReportId, When]) -> tuple[IndexPoint, ...]:
    """The points of all pairs, sorted by pair and day, each at the end of a month."""
    counted = _by_pair(events, published, Status.HAPPENED)
    plans = _by_pair(events, published, Status.PLANNED)
    planned = {pair: sorted(act.day for act in plans.get(pair, ())) for pair in counted}
    last = last_day(published, (act for acts in counted.values() for act in acts))
    return tuple(
        IndexPoint(
            pair=pair,
            day=v.day,
            value=v.value,
            low=v.low,
            high=v.high,
            events=v.events,
            origins=v.origins,
            planned=len(planned[pair][near_in(planned[pair], v.day)]),
            behind=v.behind,
        )
        for pair in sorted(counted)
        for v in values(counted[pair], last)
    )


def heat(events: Sequence[Event], published: Mapping[ReportId, When]) -> tuple[IssuePoint, ...]:
    """The points of all issues, sorted by issue and day: the same formula over the acts about each, whoever acts."""
    counted: dict[IssueId, list[Act]] = defaultdict(list)
    about = {event.id: event.issues for event in events}
    for event in sorted(events, key=lambda e: e.id):
        day = day_of(event, published) if event.status is Status.HAPPENED else None
        for issue in event.issues if day else ():
            # talks about an issue within a visit about it are counted with the visit
            if day and not (event.part_of and issue in about.get(event.part_of, ())):
                counted[issue].append(Act(event, day))
    last = last_day(published, (act for acts in counted.values() for act in acts))
    return tuple(
        IssuePoint(issue, v.day, v.value, v.low, v.high, v.events, v.origins, v.behind)
        for issue in sorted(counted)
        for v in values(counted[issue], last)
    )


def turning_points[P: (IndexPoint, IssuePoint)](points: Iterable[P]) -> tuple[Turn[P], ...]:
    """Where the value of a pair or an issue has left the band in which it was, by that and day."""
    turns: list[Turn[P]] = []
    settled: dict[Pair | IssueId, P] = {}
    for point in sorted(points, key=lambda p: (p.of, p.day)):
        before = settled.setdefault(point.of, point)
        if point.low > before.high or point.high < before.low:
            turns.append(Turn(before, point))
            settled[point.of] = point
        elif point.high - point.low < before.high - before.low:
            # the surest value of those that agree is the one that others must leave
            settled[point.of] = point
    return tuple(turns)


def _by_pair(
    events: Sequence[Event], published: Mapping[ReportId, When], status: Status
) -> Mapping[Pair, Sequence[Act]]:
    acts: dict[Pair, list[Act]] = defaultdict(list)
    for event in sorted(events, key=lambda e: e.id):
        # the talks in a visit are counted with the visit
        if event.status is not status or event.part_of:
            continue
        day = day_of(event, published)
        if day:
            share = 1 / (len(event.powers) - 1) if _is_joint(event) else 1.0
            for pair in _pairs(event):
                acts[pair].append(Act(event, day, share))
    return acts


def _is_joint(event: Event) -> bool:
    return isinstance(event.parties, Joint) and len(event.powers) > 1


def _pairs(event: Event) -> Iterator[Pair]:
    """The pairs of powers that stand on two sides of an act, or take part in it alike."""
    if isinstance(event.parties, Joint):
        yield from combinations(event.powers, 2)
        return
    actors, recipients = (
        {p.id for p in side if p.id and p.is_power} for side in (event.parties.actors, event.parties.recipients)
    )
    yield from sorted({(min(a, r), max(a, r)) for a in actors for r in recipients})
