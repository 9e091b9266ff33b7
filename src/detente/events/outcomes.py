"""Whether what two claims tell of an act's fate, and of how often it was done, lets them be one act."""

from collections.abc import Mapping
from datetime import timedelta

from detente.domain.acts import ActType, Status
from detente.domain.days import Basis, When
from detente.domain.derived import Placed
from detente.domain.findings import Claim
from detente.domain.ids import ReportId
from detente.rules.sameness import Sameness

HEAD = 200
"""Characters of a title and a first sentence: they may tell as planned what their report tells as done."""
SLACK = timedelta(days=1)
"""Between the day of an act and that of a report far to the east or west of it."""
_OPEN = frozenset({Status.PLANNED, Status.DEMANDED, Status.HYPOTHETICAL})


def outcomes_part(a: Placed, b: Placed, published: Mapping[ReportId, When]) -> bool:
    """Whether one of two claims tells as still to come, or as not done, what the other tells as done before."""
    return _is_still_open(a, b, published) or _is_still_open(b, a, published) or _are_at_odds(a.claim, b.claim)


def numbers_part(a: Claim, b: Claim, sameness: Sameness) -> bool:
    """Whether one claim tells of several acts of no day ("its missile launches") and the other of one."""
    if a.type is ActType.CONSULT or b.type is ActType.CONSULT:
        return False
    return _is_of_several(a, sameness) != _is_of_several(b, sameness)


def _is_still_open(open_: Placed, done: Placed, published: Mapping[ReportId, When]) -> bool:
    one, other = open_.claim, done.claim
    if one.status not in _OPEN or not _is_deed(other):
        return False
    if one.quote.report_id == other.quote.report_id:
        return one.quote.span.start >= HEAD
    told = published[one.quote.report_id].earliest if one.quote.report_id in published else None
    last = done.when.latest if done.when.is_known and done.when.basis is not Basis.LEAD else None
    return told is not None and last is not None and last < told - SLACK


def _is_deed(claim: Claim) -> bool:
    """Whether a clause of its own tells an act as done, not as promised."""
    return claim.status is Status.HAPPENED and claim.promise is None and not claim.is_bare


def _are_at_odds(a: Claim, b: Claim) -> bool:
    """Whether one report tells by itself that one was done and the other was not."""
    is_one_voice = a.quote.report_id == b.quote.report_id and a.attributed_to is None and b.attributed_to is None
    return is_one_voice and {a.status, b.status} == {Status.HAPPENED, Status.NEGATED}


def _is_of_several(claim: Claim, sameness: Sameness) -> bool:
    """Whether a noun in the plural tells it; right behind the one who acts it is a verb ("Iran launches a rocket")."""
    if claim.time is not None:
        return False
    words, start = claim.quote.exact, claim.quote.span.start
    is_verb = any(p.span and p.span.end + 1 == claim.trigger.start for p in claim.parties.actors)
    if is_verb and claim.quote.span.holds(claim.trigger):
        words = f"{words[: claim.trigger.start - start]} {words[claim.trigger.end - start :]}"
    return sameness.tells_of_several(words)
