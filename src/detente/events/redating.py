"""A claim without a phrase has its report's day; where another report tells the same under an earlier day, it has that.

"Ruritania imposed tariffs of 20 %", told as news in May, is the tariff of 20 % that another report dates to April.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from detente.domain.days import Basis
from detente.domain.derived import Placed
from detente.domain.ids import ActorId
from detente.events.sameness import Bench, side_ids

FIRM = (Basis.STATED, Basis.RESOLVED, Basis.JUDGED)


def redate(placed: Sequence[Placed], bench: Bench) -> list[Placed]:
    """The claims, those whose report's day was too late with the day under which others tell the same."""
    firm: dict[ActorId, list[Placed]] = defaultdict(list)
    for one in placed:
        if one.when.basis in FIRM and one.when.is_known:
            for id_ in side_ids(one.claim):
                firm[id_].append(one)
    return [_redated(one, firm, bench) if one.when.basis is Basis.LEAD else one for one in placed]


def _redated(soft: Placed, firm: dict[ActorId, list[Placed]], bench: Bench) -> Placed:
    near = {id(other): other for id_ in side_ids(soft.claim) for other in firm[id_]}.values()
    told = [other.when for other in near if _is_earlier(other, soft) and bench.tells_the_same(soft, other)]
    if not told or not all(a.meets(b) for a in told for b in told):
        return soft
    when = min(told, key=lambda w: (w.days or 0, str(w.earliest), w.reason))
    reason = "told as news, but another report gives the day"
    return replace(soft, when=replace(when, basis=Basis.RESOLVED, reason=reason))


def _is_earlier(firm: Placed, soft: Placed) -> bool:
    return bool(firm.when.latest and soft.when.earliest and firm.when.latest < soft.when.earliest)
