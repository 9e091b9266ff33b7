"""What a noun alone names ("the summit", "their talks") is the one act of that kind that the reports tell.

A noun without a day says nothing by which it could be compared; it is the occasion of its own report, else the only
one that other reports of those days tell. Where two would do, it stays by itself.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

from detente.domain.acts import ActType
from detente.domain.days import When
from detente.domain.derived import Placed
from detente.domain.ids import ActorId
from detente.events.sameness import Bench, Witnesses, side_ids

Group = list[Placed]
Kind = tuple[ActType, frozenset[ActorId]]
NEAR = timedelta(days=10)
"""Before and after a report in which an act lies that its readers are taken to know of."""


def attach(groups: Sequence[Group], bench: Bench, witnesses: Witnesses) -> list[Group]:
    """The groups, those that only name an occasion joined to the one group that tells of it."""
    nameless = [g for g in groups if _is_nameless(g)]
    kept = [list(g) for g in groups if not _is_nameless(g)]
    told = [tuple(g) for g in kept]
    places = _places_by_kind(told)
    for group in nameless:
        one = group[0].claim
        alike = {n: told[n] for n in places.get((one.type, side_ids(one)), ())}
        at = _occasion(group, alike, bench, witnesses)
        # what was joined before may be what a person has parted from this
        if at is not None and all(bench.can_be_one(m, other) for m in group for other in kept[at]):
            kept[at] += group
        else:
            kept.append(group)
    return kept


def _is_nameless(group: Group) -> bool:
    """Whether a group is told by nouns alone, without a day."""
    return all(m.claim.is_bare and not m.when.is_known for m in group)


def _places_by_kind(told: Sequence[Sequence[Placed]]) -> Mapping[Kind, Sequence[int]]:
    """Where the groups stand that tell of an act of one type between the same: a noun can mean no others."""
    places: dict[Kind, list[int]] = defaultdict(list)
    for n, group in enumerate(told):
        for kind in {(m.claim.type, side_ids(m.claim)) for m in group}:
            places[kind].append(n)
    return places


def _occasion(group: Group, told: Mapping[int, tuple[Placed, ...]], bench: Bench, witnesses: Witnesses) -> int | None:
    """The place of the one group that a nameless one can mean, of those told of its kind."""
    fitting = [n for n, other in told.items() if _fits(group, other, bench)]
    own = group[0].claim.quote.report_id
    at_home = [n for n in fitting if any(m.claim.quote.report_id == own for m in told[n])]
    if at_home:
        return _latest(at_home, told)
    day = witnesses.published[own]
    abroad = [n for n in fitting if _is_near(day, told[n])]
    return abroad[0] if len(abroad) == 1 else None


def _fits(group: Group, other: Sequence[Placed], bench: Bench) -> bool:
    """Whether nothing parts a nameless group from a told one of its kind, and both are on one matter."""
    if not all(bench.can_be_one(m, o) for m in group for o in other):
        return False
    issues = {i for m in group for i in bench.ties.issues_of(m.claim)}
    of_other = {i for o in other for i in bench.ties.issues_of(o.claim)}
    return not issues or bool(issues & of_other)


def _latest(places: Sequence[int], told: Mapping[int, tuple[Placed, ...]]) -> int | None:
    """Of the occasions of one report the news: the last one; without days only one alone will do."""
    if len(places) == 1:
        return places[0]
    days = {n: max((m.when.latest for m in told[n] if m.when.is_known and m.when.latest), default=None) for n in places}
    dated = sorted((day, n) for n, day in days.items() if day is not None)
    if len(dated) == 1 or (dated and dated[-1][0] > dated[-2][0]):
        return dated[-1][1]
    return None


def _is_near(day: When, other: Sequence[Placed]) -> bool:
    known = [m.when for m in other if m.when.is_known]
    if not known or day.earliest is None or day.latest is None:
        return False
    return any(
        when.earliest and when.latest and when.latest >= day.earliest - NEAR and when.earliest <= day.latest + NEAR
        for when in known
    )
