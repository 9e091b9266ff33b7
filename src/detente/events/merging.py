"""From placed claims to events: which claims can be one act in the world, as a function of the whole set.

"The days are compatible" is not transitive (March ~ 3 March, March ~ 20 March), so no claim joins an event unless it
can be one act with every claim in it. Pairs are joined best first, in an order that depends on the claims alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, product

from detente.domain.acts import ActType, Status
from detente.domain.corrections import Field, StatusIs
from detente.domain.days import Basis, Precision, When, precision_of
from detente.domain.derived import Event, Placed
from detente.domain.ids import ActorId
from detente.domain.parties import Parties, powers
from detente.events.attaching import attach
from detente.events.redating import redate
from detente.events.sameness import Bench, Ties, Witnesses, side_ids

MOST = 0.5
"""The part of the pairs between two groups that must look like one act before the groups are joined."""
LONGEST_VISIT = timedelta(days=31)
"""Wider, and an act of another report that meets the time says nothing of having been part of it."""
STATUS_ORDER = (Status.HAPPENED, Status.NEGATED, Status.PLANNED, Status.DEMANDED, Status.HYPOTHETICAL)
"""Of two statuses told at once, the one that says more about the world."""
COMMON = 60
"""Claims; a word that more of them share says nothing, and pairs are not looked for by it."""


def merge(placed: Sequence[Placed], witnesses: Witnesses, bench: Bench) -> tuple[Event, ...]:
    """Every claim in exactly one event; events sorted by day and id."""
    ordered = redate(sorted(placed, key=_order), bench)
    groups = [[ordered[i] for i in group] for group in _clusters(ordered, bench)]
    groups = attach(groups, bench, witnesses)
    groups = _join_by_judgement(groups, bench.ties)
    events = [_event(sorted(group, key=_order), witnesses) for group in groups]
    return _with_parts(sorted(events, key=event_order))


def event_order(event: Event) -> tuple[str, str, str]:
    """The order of events: by first day, last day and id; what has no day comes last."""
    first = event.when.earliest.isoformat() if event.when.earliest else "9999"
    last = event.when.latest.isoformat() if event.when.latest else "9999"
    return (first, last, event.id)


def _order(placed: Placed) -> tuple[str, int, int, str]:
    quote = placed.claim.quote
    return (quote.report_id, quote.span.start, quote.span.end, placed.claim.id)


def _clusters(ordered: Sequence[Placed], bench: Bench) -> list[list[int]]:
    """Join the best pairs first, where all of one side can be one act with all of the other, and most look it."""
    compatible: dict[tuple[int, int], bool] = {}

    def can_be_one(i: int, j: int) -> bool:
        pair = (min(i, j), max(i, j))
        if pair not in compatible:
            compatible[pair] = bench.can_be_one(ordered[i], ordered[j])
        return compatible[pair]

    pairs = sorted(_candidates(ordered, bench))
    tied = {(i, j) for i, j in pairs if can_be_one(i, j) and bench.looks_like_one(ordered[i], ordered[j])}
    cluster = {i: [i] for i in range(len(ordered))}
    for _, i, j in sorted((-bench.score(ordered[i], ordered[j]), i, j) for i, j in tied):
        left, right = cluster[i], cluster[j]
        if left is right:
            continue
        crossing = [(min(a, b), max(a, b)) for a in left for b in right]
        if sum(pair in tied for pair in crossing) >= MOST * len(crossing) and all(can_be_one(*p) for p in crossing):
            joined = sorted(left + right)
            for k in joined:
                cluster[k] = joined
    unique = {id(members): members for members in cluster.values()}
    return sorted(unique.values())


def _candidates(ordered: Sequence[Placed], bench: Bench) -> set[tuple[int, int]]:
    """Pairs that may at all be one act: of one kind, with a party in common, and days that meet or a word in common."""
    blocks: dict[tuple[int, ActorId | None], list[int]] = defaultdict(list)
    for i, placed in enumerate(ordered):
        kinds = bench.sameness.kinds(placed.claim.type, placed.claim.promise)
        for key in product(sorted(kinds), side_ids(placed.claim) or {None}):
            blocks[key].append(i)
    found: set[tuple[int, int]] = set()
    for block in blocks.values():
        found |= _of_one_time(block, ordered) | _of_one_word(block, ordered, bench)
    return found


def _of_one_time(block: Sequence[int], ordered: Sequence[Placed]) -> set[tuple[int, int]]:
    """The pairs of a block whose days meet, and those of one report without a day."""
    found: set[tuple[int, int]] = set()
    dated = sorted((e, i) for i in block if (e := ordered[i].when.earliest) and ordered[i].when.is_known)
    for n, (_, i) in enumerate(dated):
        latest = ordered[i].when.latest
        for earliest, j in dated[n + 1 :]:
            if latest is None or earliest > latest:
                break
            found.add((min(i, j), max(i, j)))
    undated: dict[str, list[int]] = defaultdict(list)
    for i in block:
        if not ordered[i].when.is_known:
            undated[ordered[i].claim.quote.report_id].append(i)
    return found.union(*(combinations(sorted(ids), 2) for ids in undated.values()))


def _of_one_word(block: Sequence[int], ordered: Sequence[Placed], bench: Bench) -> set[tuple[int, int]]:
    """The pairs of a block that have a word of meaning in common, which is none of those that all have."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i in block:
        for word in bench.meanings(ordered[i].claim):
            holders[word].append(i)
    return {pair for ids in holders.values() if len(ids) <= COMMON for pair in combinations(sorted(ids), 2)}


def _join_by_judgement(groups: list[list[Placed]], ties: Ties) -> list[list[Placed]]:
    """Join what a person has called the same, over blocks."""
    group_of = {m.claim.id: group for group in groups for m in group}
    for pair in sorted(ties.same, key=sorted):
        one, other = (group_of.get(claim) for claim in sorted(pair))
        if one and other and one is not other:
            joined = sorted(one + other, key=_order)
            group_of |= {m.claim.id: joined for m in joined}
    return list({id(group): group for group in (group_of[m.claim.id] for g in groups for m in g)}.values())


def _event(group: Sequence[Placed], witnesses: Witnesses) -> Event:
    latest = max(group, key=lambda m: (_told_on(m, witnesses), -STATUS_ORDER.index(m.claim.status), _order(m)))
    type_ = _most_common(m.claim.type for m in _said(Field.TYPE, group) or _telling(group, latest.claim.status))
    typical = [m for m in group if m.claim.type is type_]
    reports = {m.claim.quote.report_id for m in group}
    when = common_time([m.when for m in _said(Field.DAY, group) or group])
    return Event(
        mentions=tuple(_dated(m, when) for m in group),
        type=type_,
        mode=_most_common_or_none(m.claim.mode for m in typical),
        parties=_fullest(_said(Field.ACTORS, group) or _said(Field.RECIPIENTS, group) or typical),
        when=when,
        status=latest.claim.status,
        place=_most_common_or_none(m.claim.place for m in group),
        origins=tuple(sorted({witnesses.origins[r] for r in reports})),
    )


def _said(field: Field, group: Sequence[Placed]) -> Sequence[Placed]:
    """The claims of which a person says one thing: his word is before that of all reports."""
    return [m for m in group if m.claim.is_said(field)]


def _telling(group: Sequence[Placed], status: Status) -> Sequence[Placed]:
    """The claims by which an event is called: of what became of it, and of the deed before the word about it."""
    of_status = [m for m in group if m.claim.status is status]
    return [m for m in of_status if m.claim.promise is None] or of_status


def _dated(placed: Placed, when: When) -> Placed:
    """A claim that had its report's days alone has the event's day where that is one of them."""
    if placed.when.basis is Basis.LEAD and when.is_known and placed.when.meets(when):
        return replace(placed, when=when)
    return placed


def _told_on(placed: Placed, witnesses: Witnesses) -> str:
    """When the status of a claim was told: by its report, or by the person who says it later."""
    when = witnesses.published[placed.claim.quote.report_id]
    said = [j.day for j in placed.claim.corrections if isinstance(j.correction, StatusIs)]
    return max((day.isoformat() for day in (*said, when.earliest) if day), default="")


def _fullest(group: Sequence[Placed]) -> Parties:
    """The parties of the claim that names most of them, the first of equals."""
    return max(group, key=lambda m: (len(powers(m.claim.parties)), len(m.claim.parties.recipients) > 0)).claim.parties


def common_time(whens: Sequence[When]) -> When:
    """The time that all claims of an event allow: that of the most precise, narrowed by those of its kind."""
    known = [w for w in whens if w.is_known]
    if not known:
        return _open_time(whens)
    best = min(known, key=lambda w: (w.basis is Basis.LEAD, w.days or 0, w.earliest or date.min, w.reason))
    is_guess = best.basis is Basis.LEAD
    alike = whens if is_guess else [w for w in whens if w.basis is not Basis.LEAD]
    earliest = max(w.earliest for w in alike if w.earliest)
    latest = min(w.latest for w in alike if w.latest)
    if earliest > latest or (earliest, latest) == (best.earliest, best.latest):
        return best
    precision = Precision.DAY if earliest == latest else best.precision
    return When(earliest, latest, precision, best.basis, best.reason)


def _open_time(whens: Sequence[When]) -> When:
    """The time of which no claim gives both ends: still to come when one was told, and past when another was."""
    best = min(whens, key=_openness)
    latest = min((w.latest for w in whens if w.latest), default=None)
    if best.earliest is None or latest is None or latest < best.earliest:
        return best
    return When(best.earliest, latest, precision_of(best.earliest, latest), best.basis, best.reason)


def _openness(when: When) -> tuple[bool, bool, int, date, str]:
    """What sorts times without a day by how much they tell: a first day, then words of its own, then the last day."""
    starts = -when.earliest.toordinal() if when.earliest else 0
    is_weak = when.basis in (Basis.LEAD, Basis.UNKNOWN)
    return (when.earliest is None, is_weak, starts, when.latest or date.max, when.reason)


def _most_common[T](values: Iterable[T]) -> T:
    return Counter(values).most_common(1)[0][0]


def _most_common_or_none[T](values: Iterable[T | None]) -> T | None:
    counted = Counter(v for v in values if v is not None)
    return counted.most_common(1)[0][0] if counted else None


def _with_parts(events: list[Event]) -> tuple[Event, ...]:
    """Link talks to the visit in which they were held."""
    visits: dict[tuple[ActorId, ...], list[Event]] = defaultdict(list)
    for event in events:
        if event.type is ActType.CONSULT and event.mode == "visit" and event.when.is_known:
            visits[event.powers].append(event)
    found: list[Event] = []
    for event in events:
        over = None
        if event.type is ActType.CONSULT and event.mode is None and event.when.is_known:
            over = next((v for v in visits.get(event.powers, ()) if _is_within(event, v)), None)
        found.append(replace(event, part_of=over.id) if over else event)
    return tuple(found)


def _is_within(talks: Event, visit: Event) -> bool:
    """Whether talks can be those of a visit; of one that is hardly dated only a report of both can tell."""
    first, last = visit.when.earliest, visit.when.latest
    is_dated = first is not None and last is not None and last - first <= LONGEST_VISIT
    return visit.when.meets(talks.when) and (is_dated or not set(visit.reports).isdisjoint(talks.reports))
