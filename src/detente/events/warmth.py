"""The index: how warm or cold the relation of two powers was at the end of each month; docs/index.md has the formula.

A value is the mean of PLOVER's scores of the pair's acts of the last year or so, each weighted by its independent
origins, its age, and how many took part. There is no constant for any state, and no value where no act is near.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from math import exp2, fsum, log2

from detente.domain.acts import Status, score
from detente.domain.days import When
from detente.domain.derived import Event, IndexPoint
from detente.domain.ids import ActorId, OriginId, ReportId
from detente.domain.parties import Joint

VERSION = "1"
"""The formula, as docs/index.md numbers it; another formula or weight is another version."""
HALF_LIFE = 180
"""Days in which an act loses half its weight: with 90 days two summits a year leave half of the months empty, with 360
a rupture still outweighs a year of repair (the table in docs/index.md)."""
WINDOW = 2 * HALF_LIFE
"""Days for which an act counts at all: within it a weight falls from 1 to a quarter; a month without one is a gap."""
LONGEST = 366
"""Days; an act that is known to no more than a year or so cannot be put into a month."""
COLDEST, WARMEST = -10.0, 10.0
"""PLOVER's scale; the band of a value that hangs on a single origin."""
DIGITS = 4

Pair = tuple[ActorId, ActorId]


@dataclass(frozen=True, slots=True)
class _Act:
    """An event as the index counts it."""

    event: Event
    day: date
    score: float
    share: float
    """1 for an act of two; less for one of many, which says little of any two of them."""

    def weight(self, origins: int, on: date) -> float:
        return self.share * log2(1 + origins) * exp2(-(on - self.day).days / HALF_LIFE)


@dataclass(frozen=True, slots=True)
class Turn:
    """A change that no single origin makes: the bands of two values of one pair that do not meet."""

    before: IndexPoint
    after: IndexPoint

    @property
    def is_warmer(self) -> bool:
        """Whether the relation became warmer."""
        return self.after.value > self.before.value


def warmth(events: Sequence[Event], published: Mapping[ReportId, When]) -> tuple[IndexPoint, ...]:
    """The points of all pairs, sorted by pair and day, each at the end of a month."""
    counted, planned = _by_pair(events, published, Status.HAPPENED), _by_pair(events, published, Status.PLANNED)
    out = [when.latest for when in published.values() if when.latest]
    last = max([*out, *(act.day for acts in counted.values() for act in acts)], default=None)
    return tuple(
        point
        for pair in sorted(counted)
        for day in _month_ends(min(act.day for act in counted[pair]), last)
        if (point := _point(pair, day, counted[pair], planned.get(pair, ())))
    )


def turning_points(points: Iterable[IndexPoint]) -> tuple[Turn, ...]:
    """Where a pair's value has left the band in which it was, by pair and day."""
    turns: list[Turn] = []
    settled: dict[Pair, IndexPoint] = {}
    for point in sorted(points, key=lambda p: (p.pair, p.day)):
        before = settled.setdefault(point.pair, point)
        if point.low > before.high or point.high < before.low:
            turns.append(Turn(before, point))
            settled[point.pair] = point
        elif point.high - point.low < before.high - before.low:
            # the surest value of those that agree is the one that others must leave
            settled[point.pair] = point
    return tuple(turns)


def _by_pair(
    events: Sequence[Event], published: Mapping[ReportId, When], status: Status
) -> Mapping[Pair, Sequence[_Act]]:
    acts: dict[Pair, list[_Act]] = defaultdict(list)
    for event in sorted(events, key=lambda e: e.id):
        # the talks in a visit are counted with the visit
        if event.status is not status or event.part_of:
            continue
        day = _day(event, published)
        if day:
            share = 1 / (len(event.powers) - 1) if _is_joint(event) else 1.0
            for pair in _pairs(event):
                acts[pair].append(_Act(event, day, score(event.type, event.mode), share))
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


def _day(event: Event, published: Mapping[ReportId, When]) -> date | None:
    """The day by which an act had surely happened, or a plan was last told."""
    out = [when.latest for r in event.reports if (when := published[r]).latest]
    told = max(out, default=None)
    if event.status is Status.PLANNED:
        return told
    if not event.when.is_known or (event.when.days or 0) > LONGEST:
        return None
    # what a report tells as past has happened before it came out, however wide the words are
    return min(day for day in (event.when.latest, told) if day)


def _month_ends(first: date, last: date | None) -> Iterator[date]:
    day = first
    while last and (day.year, day.month) <= (last.year, last.month):
        following = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
        yield following - timedelta(days=1)
        day = following


def _point(pair: Pair, day: date, counted: Sequence[_Act], planned: Sequence[_Act]) -> IndexPoint | None:
    acts = [act for act in counted if _is_near(act, day)]
    if not acts:
        return None
    value, others = _value_and_others(acts, day)
    return IndexPoint(
        pair=pair,
        day=day,
        value=_rounded(value),
        low=_rounded(min(value, *others)),
        high=_rounded(max(value, *others)),
        events=len(acts),
        origins=len({o for act in acts for o in act.event.origins}),
        planned=sum(_is_near(plan, day) for plan in planned),
        behind=tuple(act.event.id for act in sorted(acts, key=lambda a: (a.day, a.event.id))),
    )


def _is_near(act: _Act, day: date) -> bool:
    return 0 <= (day - act.day).days <= WINDOW


def _value_and_others(acts: Sequence[_Act], day: date) -> tuple[float, list[float]]:
    """The value, and what it would be without each of its origins; without the only one it could be anything."""
    weights = [act.weight(len(act.event.origins), day) for act in acts]
    whole, warm = fsum(weights), fsum(w * act.score for w, act in zip(weights, acts, strict=True))
    lost: dict[OriginId, list[tuple[float, float]]] = defaultdict(list)
    for act, weight in zip(acts, weights, strict=True):
        less = weight - act.weight(len(act.event.origins) - 1, day)
        for origin in act.event.origins:
            lost[origin].append((less, less * act.score))
    if len(lost) == 1:
        return warm / whole, [COLDEST, WARMEST]
    # taking away what an origin gives is linear in the acts; weighing all acts anew for each origin is not
    return warm / whole, [
        (warm - fsum(s for _, s in parts)) / (whole - fsum(w for w, _ in parts)) for parts in lost.values()
    ]


def _rounded(value: float) -> float:
    # adding zero turns a negative zero into zero
    return round(value, DIGITS) + 0.0
