"""From placed claims to events: which claims can be one act in the world, as a function of the whole set.

"The days are compatible" is not transitive (March ~ 3 March, March ~ 20 March), so no claim joins an event unless it
can be one act with every claim in it. Pairs are joined best first, in an order that depends on the claims alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations

from detente.domain.acts import ActType, Status
from detente.domain.days import Basis, Precision, When
from detente.domain.derived import Event, Placed
from detente.domain.findings import Claim
from detente.domain.ids import ActorId, ClaimId, IssueId, OriginId, ReportId
from detente.domain.parties import Parties, powers

ALIKE = 0.25
"""The share of common words of meaning from which two claims of one day speak of one thing."""
VERY_ALIKE = 0.5
"""The same where a day is not known: nothing else ties the two."""
SHARED_WORDS = 2
"""One common word is no wording."""
LONG = 10
"""Days; of two acts within longer times the words must say that they are one."""
ISSUE_SHARED = 0.2
"""What a common issue adds to the likeness of two claims' words: names differ where things do not."""
MOST = 0.5
"""The part of the pairs between two groups that must look like one act before the groups are joined."""
FAMILIES = (
    frozenset({ActType.AGREE, ActType.CONCEDE, ActType.RETREAT, ActType.COOPERATE, ActType.SUPPORT}),
    frozenset({ActType.ACCUSE, ActType.REJECT}),
    frozenset({ActType.SANCTION, ActType.COERCE, ActType.THREATEN}),
    frozenset({ActType.MOBILIZE, ActType.ASSAULT}),
)
"""Types between which reports of one act differ."""
PLAIN = frozenset({ActType.CONSULT, ActType.MOBILIZE, ActType.ASSAULT})
"""Acts that the same parties rarely do twice on one day: here the day and the parties are enough."""
STATUS_ORDER = (Status.HAPPENED, Status.NEGATED, Status.PLANNED, Status.DEMANDED, Status.HYPOTHETICAL)
"""Of two statuses told at once, the one that says more about the world."""


@dataclass(frozen=True, slots=True)
class Ties:
    """What ties claims together or parts them, beside day and words: what persons have said, and the issues."""

    same: frozenset[frozenset[ClaimId]] = frozenset()
    different: frozenset[frozenset[ClaimId]] = frozenset()
    issues: Mapping[ClaimId, frozenset[IssueId]] = field(default_factory=dict)
    """What each claim is about, where that is known."""

    latest: Mapping[ClaimId, date] = field(default_factory=dict)
    """For what is told as past the last day on which it can have happened: that of its report."""

    def issues_of(self, claim: Claim) -> frozenset[IssueId]:
        """The issues that a claim is about."""
        return self.issues.get(claim.id, frozenset())


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What merging must know of reports: when they came out and which are copies of one text."""

    published: Mapping[ReportId, When]
    origins: Mapping[ReportId, OriginId]


def merge(placed: Sequence[Placed], witnesses: Witnesses, ties: Ties) -> tuple[Event, ...]:
    """Every claim in exactly one event; events sorted by day and id."""
    ordered = sorted(placed, key=_order)
    groups: list[list[Placed]] = []
    for block in _blocks(ordered):
        groups += _clusters(block, ties)
    groups = _join_by_judgement(groups, ties)
    events = [_event(group, witnesses) for group in groups]
    return _with_parts(sorted(events, key=event_order))


def event_order(event: Event) -> tuple[str, str, str]:
    """The order of events: by first day, last day and id; what has no day comes last."""
    first = event.when.earliest.isoformat() if event.when.earliest else "9999"
    last = event.when.latest.isoformat() if event.when.latest else "9999"
    return (first, last, event.id)


def likeness(a: Claim, b: Claim) -> float:
    """The share of common words of meaning, 0 to 1; of two claims without any, 1."""
    left, right = set(a.about), set(b.about)
    if not left and not right:
        return 1.0
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def _order(placed: Placed) -> tuple[str, int, int, str]:
    quote = placed.claim.quote
    return (quote.report_id, quote.span.start, quote.span.end, placed.claim.id)


def _blocks(ordered: Sequence[Placed]) -> list[list[Placed]]:
    """Claims that may at all be one act: of one family of types, with a power in common."""
    blocks: dict[tuple[int, tuple[ActorId, ...]], list[Placed]] = defaultdict(list)
    for placed in ordered:
        blocks[_family(placed.claim), _actor_ids(placed.claim)].append(placed)
    return [blocks[key] for key in sorted(blocks)]


def _family(claim: Claim) -> int:
    type_ = claim.promise or claim.type
    return next((i for i, family in enumerate(FAMILIES) if type_ in family), 10 + list(ActType).index(type_))


def _actor_ids(claim: Claim) -> tuple[ActorId, ...]:
    """The powers by which claims are brought together: all of a joint act, the actors of a directed one."""
    if claim.type is ActType.CONSULT:
        return powers(claim.parties)
    return tuple(sorted({p.id for p in claim.parties.actors if p.id}))


def _clusters(block: Sequence[Placed], ties: Ties) -> list[list[Placed]]:
    """Join the best pairs first, where all of one side can be one act with all of the other, and most look it."""
    pairs = list(combinations(range(len(block)), 2))
    compatible = {(i, j) for i, j in pairs if can_be_one(block[i], block[j], ties)}
    tied = {(i, j) for i, j in compatible if looks_like_one(block[i], block[j], ties)}
    cluster = {i: [i] for i in range(len(block))}
    for _, i, j in sorted((-_score(block[i], block[j]), i, j) for i, j in tied):
        left, right = cluster[i], cluster[j]
        if left is right:
            continue
        crossing = {(min(a, b), max(a, b)) for a in left for b in right}
        if crossing <= compatible and len(crossing & tied) >= MOST * len(crossing):
            joined = sorted(left + right)
            for k in joined:
                cluster[k] = joined
    unique = {id(members): members for members in cluster.values()}
    return [[block[k] for k in members] for members in sorted(unique.values())]


def can_be_one(a: Placed, b: Placed, ties: Ties) -> bool:
    """Whether nothing forbids that two claims are one act in the world: day, addressee, mode, a person's word."""
    pair = frozenset({a.claim.id, b.claim.id})
    if pair in ties.different:
        return False
    if pair in ties.same:
        return True
    if _is_too_late(a, b, ties) or _is_too_late(b, a, ties) or _people_differ(a.claim, b.claim):
        return False
    if _rates_differ(a.claim, b.claim) or _issues_differ(ties.issues_of(a.claim), ties.issues_of(b.claim)):
        return False
    return a.when.meets(b.when) and _recipients_meet(a.claim, b.claim) and _modes_meet(a.claim, b.claim)


def looks_like_one(a: Placed, b: Placed, ties: Ties) -> bool:
    """Whether day and wording together tie two claims: the less the days say, the more the words must."""
    if frozenset({a.claim.id, b.claim.id}) in ties.same or _names_the_same_occasion(a, b):
        return True
    alike = likeness(a.claim, b.claim)
    if ties.issues_of(a.claim) & ties.issues_of(b.claim):
        alike += ISSUE_SHARED
    if not (a.when.is_known and b.when.is_known) or max(a.when.days or 0, b.when.days or 0) > LONG:
        return alike >= VERY_ALIKE and len(set(a.claim.about) & set(b.claim.about)) >= SHARED_WORDS
    return (a.claim.type in PLAIN and a.claim.type is b.claim.type) or alike >= ALIKE


def _names_the_same_occasion(a: Placed, b: Placed) -> bool:
    """Whether one of two claims of a report is a bare noun for the meeting or attack that the other one tells."""
    one_report = a.claim.quote.report_id == b.claim.quote.report_id
    return (
        one_report and a.claim.type is b.claim.type and a.claim.type in PLAIN and (a.claim.is_bare or b.claim.is_bare)
    )


def _is_too_late(a: Placed, b: Placed, ties: Ties) -> bool:
    """Whether the first happened after the report that tells the second as past."""
    last = ties.latest.get(b.claim.id)
    return last is not None and a.when.earliest is not None and a.when.earliest > last


def _people_differ(a: Claim, b: Claim) -> bool:
    """Whether other persons met for the same states: the ministers' talks are not the leaders' summit."""
    if a.type is not ActType.CONSULT or b.type is not ActType.CONSULT:
        return False
    left, right = ({p.id: p.via for p in c.parties.actors if p.via and _is_name(p.via)} for c in (a, b))
    return any(not _share_a_word(left[i], right[i]) for i in left.keys() & right.keys())


def _is_name(words: str) -> bool:
    """Whether one who acts for a state is named, and not only called by his office."""
    return all(w[:1].isupper() for w in words.split()) and len(words.split()) > 1


def _share_a_word(a: str, b: str) -> bool:
    return bool({w.casefold() for w in a.split()} & {w.casefold() for w in b.split()})


def _rates_differ(a: Claim, b: Claim) -> bool:
    """Whether two claims give different per cents: a tariff of 20 % is not one of 50 %."""
    if "%" not in a.about or "%" not in b.about:
        return False
    left, right = ({w for w in c.about if w[0].isdigit()} for c in (a, b))
    return bool(left and right) and left.isdisjoint(right)


def _issues_differ(a: frozenset[IssueId], b: frozenset[IssueId]) -> bool:
    return bool(a and b) and a.isdisjoint(b)


def _recipients_meet(a: Claim, b: Claim) -> bool:
    left = {p.id for p in a.parties.recipients if p.id}
    right = {p.id for p in b.parties.recipients if p.id}
    return not left or not right or bool(left & right)


def _modes_meet(a: Claim, b: Claim) -> bool:
    """A visit is not the talks in it, a telephone call not a meeting: they are linked, not melted."""
    if ActType.CONSULT not in (a.type, b.type):
        return True
    return a.mode == b.mode


def _score(a: Placed, b: Placed) -> float:
    days = min(a.when.days or 400, 400) + min(b.when.days or 400, 400)
    same_type = a.claim.type is b.claim.type
    one_day = a.when.is_known and b.when.is_known and a.when.meets(b.when)
    return likeness(a.claim, b.claim) + 1 / days + (0.5 if same_type else 0.0) + (1.0 if one_day else 0.0)


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
    latest = max(group, key=lambda m: (_published(m, witnesses), -STATUS_ORDER.index(m.claim.status), _order(m)))
    type_ = _most_common(m.claim.type for m in group)
    typical = [m for m in group if m.claim.type is type_]
    reports = {m.claim.quote.report_id for m in group}
    return Event(
        mentions=tuple(group),
        type=type_,
        mode=_most_common_or_none(m.claim.mode for m in typical),
        parties=_fullest(typical),
        when=common_time([m.when for m in group]),
        status=latest.claim.status,
        place=_most_common_or_none(m.claim.place for m in group),
        origins=tuple(sorted({witnesses.origins[r] for r in reports})),
    )


def _published(placed: Placed, witnesses: Witnesses) -> str:
    when = witnesses.published[placed.claim.quote.report_id]
    return when.earliest.isoformat() if when.earliest else ""


def _fullest(group: Sequence[Placed]) -> Parties:
    """The parties of the claim that names most of them, the first of equals."""
    return max(group, key=lambda m: (len(powers(m.claim.parties)), len(m.claim.parties.recipients) > 0)).claim.parties


def common_time(whens: Sequence[When]) -> When:
    """The time that all claims of an event allow, as precise as the most precise of them."""
    known = [w for w in whens if w.is_known]
    if not known:
        return min(whens, key=lambda w: (w.earliest is None, w.basis is Basis.UNKNOWN))
    best = min(known, key=lambda w: (w.basis is Basis.LEAD, w.days or 0))
    earliest = max(w.earliest for w in known if w.earliest)
    latest = min(w.latest for w in known if w.latest)
    if best.basis is Basis.LEAD and earliest <= latest and (earliest, latest) != (best.earliest, best.latest):
        precision = Precision.DAY if earliest == latest else best.precision
        return When(earliest, latest, precision, best.basis, best.reason)
    return best


def _most_common[T](values: Iterable[T]) -> T:
    return Counter(values).most_common(1)[0][0]


def _most_common_or_none[T](values: Iterable[T | None]) -> T | None:
    counted = Counter(v for v in values if v is not None)
    return counted.most_common(1)[0][0] if counted else None


def _with_parts(events: list[Event]) -> tuple[Event, ...]:
    """Link talks to the visit in which they were held."""
    visits = [e for e in events if e.type is ActType.CONSULT and e.mode == "visit" and e.when.is_known]
    found: list[Event] = []
    for event in events:
        over = None
        if event.type is ActType.CONSULT and event.mode is None and event.when.is_known:
            over = next((v for v in visits if v.powers == event.powers and v.when.meets(event.when)), None)
        found.append(replace(event, part_of=over.id) if over else event)
    return tuple(found)
