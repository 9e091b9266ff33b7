"""What a noun alone names ("the summit", "their talks") is the one act of that kind that the reports tell.

A noun without a day says nothing by which it could be compared; it is the occasion of its own report, else the only
one that other reports of those days tell. Where two would do, it stays by itself.
"""

from collections.abc import Sequence
from datetime import timedelta

from detente.domain.days import When
from detente.domain.derived import Placed
from detente.events.sameness import Bench, Witnesses, side_ids

Group = list[Placed]
NEAR = timedelta(days=10)
"""Before and after a report in which an act lies that its readers are taken to know of."""


def attach(groups: Sequence[Group], bench: Bench, witnesses: Witnesses) -> list[Group]:
    """The groups, those that only name an occasion joined to the one group that tells of it."""
    nameless = [g for g in groups if all(m.claim.is_bare and not m.when.is_known for m in g)]
    kept = [list(g) for g in groups if g not in nameless]
    told = [tuple(g) for g in kept]
    for group in nameless:
        at = _occasion(group, told, bench, witnesses)
        # what was joined before may be what a person has parted from this
        if at is not None and all(bench.can_be_one(m, other) for m in group for other in kept[at]):
            kept[at] += group
        else:
            kept.append(group)
    return kept


def _occasion(group: Group, told: Sequence[tuple[Placed, ...]], bench: Bench, witnesses: Witnesses) -> int | None:
    """The place of the one group that a nameless one can mean."""
    fitting = [n for n, other in enumerate(told) if _fits(group, other, bench)]
    own = group[0].claim.quote.report_id
    at_home = [n for n in fitting if any(m.claim.quote.report_id == own for m in told[n])]
    if at_home:
        return _latest(at_home, told)
    day = witnesses.published[own]
    abroad = [n for n in fitting if _is_near(day, told[n])]
    return abroad[0] if len(abroad) == 1 else None


def _fits(group: Group, other: Sequence[Placed], bench: Bench) -> bool:
    """Whether a nameless group and a told one are of one kind, between the same, on one matter."""
    if not all(bench.can_be_one(m, o) for m in group for o in other):
        return False
    one = group[0].claim
    same = any(o.claim.type is one.type and side_ids(o.claim) == side_ids(one) for o in other)
    issues = {i for m in group for i in bench.ties.issues_of(m.claim)}
    of_other = {i for o in other for i in bench.ties.issues_of(o.claim)}
    return same and (not issues or bool(issues & of_other))


def _latest(places: Sequence[int], told: Sequence[tuple[Placed, ...]]) -> int | None:
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
