"""The mean of PLOVER's scores of some acts at the end of each month: what the indexes of pairs and of issues share.

Each act is weighted by its independent origins, its age, and how many took part; docs/index.md has the formula. There
is no constant for any state, and no value where no act is near.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp2, fsum, log2

from detente.domain.acts import Status, score
from detente.domain.days import When
from detente.domain.derived import Event
from detente.domain.ids import EventId, OriginId, ReportId

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


@dataclass(frozen=True, slots=True)
class Act:
    """An event as an index counts it."""

    event: Event
    day: date
    share: float = 1.0
    """1 for an act of two; less for one of many, which says little of any two of them."""

    @property
    def score(self) -> float:
        """PLOVER's place for it."""
        return score(self.event.type, self.event.mode)

    def weights(self, on: date) -> tuple[float, float]:
        """How much it counts on a day, and how much less it would count without one of its independent origins."""
        origins = len(self.event.origins)
        fading = exp2(-(on - self.day).days / HALF_LIFE)
        weight = self.share * log2(1 + origins) * fading
        return weight, weight - self.share * log2(origins) * fading


@dataclass(frozen=True, slots=True)
class Value:
    """The mean at the end of a month, its band, and what it is made of."""

    day: date
    value: float
    low: float
    high: float
    events: int
    origins: int
    behind: tuple[EventId, ...]
    """By day."""


def values(acts: Sequence[Act], last: date | None) -> Iterator[Value]:
    """The values at the ends of the months from the first act to the last day; none where no act is near."""
    ordered = sorted(acts, key=lambda act: (act.day, act.event.id))
    days = [act.day for act in ordered]
    for day in month_ends(days[0], last):
        if near := ordered[near_in(days, day)]:
            yield _value(near, day)


def near_in(days: Sequence[date], day: date) -> slice:
    """Which of the days of some acts, sorted, count on a day."""
    return slice(bisect_left(days, day - timedelta(days=WINDOW)), bisect_right(days, day))


def last_day(published: Mapping[ReportId, When], acts: Iterable[Act]) -> date | None:
    """The last day of which reports can tell."""
    out = [when.latest for when in published.values() if when.latest]
    return max([*out, *(act.day for act in acts)], default=None)


def day_of(event: Event, published: Mapping[ReportId, When]) -> date | None:
    """The day by which an act had surely happened, or a plan was last told; None where that is not known."""
    out = [when.latest for r in event.reports if (when := published[r]).latest]
    told = max(out, default=None)
    if event.status is Status.PLANNED:
        return told
    if not event.when.is_known or (event.when.days or 0) > LONGEST:
        return None
    # what a report tells as past has happened before it came out, however wide the words are
    return min(day for day in (event.when.latest, told) if day)


def month_ends(first: date, last: date | None) -> Iterator[date]:
    """The last day of each month from that of one day to that of another."""
    day = first
    while last and (day.year, day.month) <= (last.year, last.month):
        following = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
        yield following - timedelta(days=1)
        day = following


def _value(acts: Sequence[Act], day: date) -> Value:
    value, others = _value_and_others(acts, day)
    return Value(
        day=day,
        value=_rounded(value),
        low=_rounded(min(value, *others)),
        high=_rounded(max(value, *others)),
        events=len(acts),
        origins=len({o for act in acts for o in act.event.origins}),
        behind=tuple(act.event.id for act in acts),
    )


def _value_and_others(acts: Sequence[Act], day: date) -> tuple[float, list[float]]:
    """The value, and what it would be without each of its origins; without the only one it could be anything."""
    weighed = [(*act.weights(day), act.score, act.event.origins) for act in acts]
    whole, warm = fsum(w for w, _, _, _ in weighed), fsum(w * score_ for w, _, score_, _ in weighed)
    lost: dict[OriginId, list[tuple[float, float]]] = defaultdict(list)
    for _, less, score_, origins in weighed:
        for origin in origins:
            lost[origin].append((less, less * score_))
    if len(lost) == 1:
        return warm / whole, [COLDEST, WARMEST]
    # taking away what an origin gives is linear in the acts; weighing all acts anew for each origin is not
    return warm / whole, [
        (warm - fsum(s for _, s in parts)) / (whole - fsum(w for w, _ in parts)) for parts in lost.values()
    ]


def _rounded(value: float) -> float:
    # adding zero turns a negative zero into zero
    return round(value, DIGITS) + 0.0
