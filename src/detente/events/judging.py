"""What follows from persons' judgements: the later of two that contradict each other stands, and both are kept.

A judgement on an event rests on the claims that made the event when it was judged, so it holds whatever other claims
later join or leave the event. One that cannot hold together with later ones is shown and not followed.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, product

from detente.domain.ids import ClaimId
from detente.domain.judgements import Judgement, Verdict
from detente.events.sameness import Ties

Pair = frozenset[ClaimId]


def in_order(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """By day; those of one day as they were given."""
    return tuple(sorted(judgements, key=lambda j: j.day))


def standing(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Those that nobody withdrew by a later word that stands itself; one that is given anew stands again."""
    decided: dict[str, bool] = {}
    kept: list[Judgement] = []
    for judgement in reversed(in_order(judgements)):
        if not decided.setdefault(judgement.id, True):
            continue
        kept.append(judgement)
        if judgement.verdict in (Verdict.WITHDRAW, Verdict.RIGHT):
            decided.setdefault(judgement.on[0], judgement.verdict is Verdict.RIGHT)
    return tuple(reversed(kept))


def judged_ties(judgements: Sequence[Judgement]) -> Ties:
    """What persons call the same or different, with all that follows: what is the same as one is so as all its like."""
    groups: dict[ClaimId, frozenset[ClaimId]] = {}
    apart: set[Pair] = set()
    for judgement in reversed(in_order(judgements)):
        if judgement.verdict is Verdict.SAME:
            _unite(groups, apart, [ClaimId(c) for part in judgement.grounds for c in part])
        elif judgement.verdict is Verdict.DIFFERENT:
            # later words, which were taken first, may have made one of them
            apart |= {pair for pair in _crossing(judgement) if not pair <= _group(groups, min(pair))}
    same = {frozenset(pair) for group in set(groups.values()) for pair in combinations(sorted(group), 2)}
    different = {
        frozenset(pair) for a, b in map(sorted, apart) for pair in product(_group(groups, a), _group(groups, b))
    }
    return Ties(same=frozenset(same), different=frozenset(different))


def called_wrong(judgements: Sequence[Judgement]) -> frozenset[str]:
    """The ids of what a person called wrong, and nobody called right later."""
    latest: dict[str, Verdict] = {}
    for judgement in in_order(judgements):
        if judgement.verdict in (Verdict.RIGHT, Verdict.WRONG):
            latest |= dict.fromkeys(judgement.grounds[0], judgement.verdict)
    return frozenset(thing for thing, verdict in latest.items() if verdict is Verdict.WRONG)


def matched(judgements: Sequence[Judgement], known: Collection[str]) -> tuple[tuple[Judgement, bool], ...]:
    """Each judgement with whether something of each thing that it speaks of is there."""
    return tuple((j, all(any(c in known for c in part) for part in j.grounds)) for j in in_order(judgements))


def _unite(groups: dict[ClaimId, frozenset[ClaimId]], apart: Collection[Pair], claims: Sequence[ClaimId]) -> None:
    """Make one group of claims, unless later words keep two of them apart."""
    united = frozenset[ClaimId]().union(*(_group(groups, claim) for claim in claims))
    if not any(pair <= united for pair in apart):
        groups.update(dict.fromkeys(united, united))


def _group(groups: dict[ClaimId, frozenset[ClaimId]], claim: ClaimId) -> frozenset[ClaimId]:
    return groups.get(claim, frozenset({claim}))


def _crossing(judgement: Judgement) -> Iterator[Pair]:
    """The pairs of claims of which one makes each thing; a claim is kept apart from the rest of its own event."""
    one, other = (set(part) for part in judgement.grounds)
    for a, b in product(one - other or one, other - one or other):
        if a != b:
            yield frozenset({ClaimId(a), ClaimId(b)})
