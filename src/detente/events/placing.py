"""The day of each claim: from its phrase, or from its report where tense and place in the report allow it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from detente.claims.calendar import months_on
from detente.claims.dating import counted_from
from detente.domain.acts import UTTERED, Status
from detente.domain.days import NOT_KNOWN, Basis, Precision, Side, Tense, TimePhrase, When
from detente.domain.derived import Placed
from detente.domain.findings import Claim, Problem

NEWS_DAYS = 2
"""A past act in the lead of a report, without a day, happened on the day of publication or on one of the two before."""
FRESH_DAYS = 6
"""Further down it may be of the week before."""

Dater = Callable[[TimePhrase, When | None], When | Problem]
"""What resolves a phrase against a publication day: `detente.claims.dating.date_phrase`."""


def place(claim: Claim, published: When, date_phrase: Dater) -> Placed:
    """A claim with its day, as precise as its report allows, or as a person says it."""
    said = claim.day_said
    if said is not None and claim.amended is not None:
        return Placed(claim, said, read=place(claim.amended.read, published, date_phrase).when)
    if claim.time is not None:
        found = _by_phrase(claim, claim.time, published, date_phrase)
        when = found if isinstance(found, When) else None
        if when is not None and _is_yet_to_come(claim, when, published):
            when = _a_year_before(claim, claim.time, when)
        if when is not None:
            return Placed(claim, when)
    return Placed(claim, _by_tense(claim, published))


def _by_phrase(claim: Claim, phrase: TimePhrase, published: When, date_phrase: Dater) -> When | Problem:
    """The days of a phrase, where it counts from what is told as news those before the report."""
    if phrase.side in (Side.EARLIER, Side.LATER) and phrase.anchor is None:
        return counted_from(phrase, _by_tense(claim, published)) if claim.is_lead else NOT_KNOWN
    when = date_phrase(phrase, published if published.is_known else None)
    fresh = _by_tense(_told_back(claim), published) if phrase.side is Side.BY else NOT_KNOWN
    if isinstance(when, Problem) or when.latest is None or fresh.earliest is None or fresh.latest is None:
        return when
    if when.latest < fresh.latest - timedelta(days=FRESH_DAYS):
        return when
    latest = min(when.latest, fresh.latest)
    return replace(fresh, earliest=latest - _news_of(claim), latest=latest, reason=when.reason)


def _told_back(claim: Claim) -> Claim:
    """In the lead of a report, what "had been done" when it was told is the news itself."""
    return replace(claim, tense=Tense.PAST) if claim.is_lead and claim.tense is None else claim


def _is_yet_to_come(claim: Claim, when: When, published: When) -> bool:
    """Whether a phrase names a day after the report of what it tells as past: then it dates something else.

    "Agreed to wait until July" ends in July; the word was given before.
    """
    is_past = claim.status is Status.HAPPENED and (claim.tense is not Tense.FUTURE or claim.type in UTTERED)
    last = when.earliest or when.latest
    return is_past and bool(published.latest and last and last > published.latest)


def _a_year_before(claim: Claim, phrase: TimePhrase, when: When) -> When | None:
    """The days of a phrase that opens what it tells as past, where those of this year are ahead: "In June they met"."""
    opens = phrase.tense is Tense.PAST and phrase.side is Side.AT and phrase.span.end <= claim.trigger.start
    if not opens or when.basis is not Basis.RESOLVED or claim.promise is not None:
        return None
    if when.earliest is None or when.latest is None:
        return None
    return replace(when, earliest=months_on(when.earliest, -12), latest=months_on(when.latest, -12))


def _by_tense(claim: Claim, published: When) -> When:
    if not published.is_known or published.earliest is None:
        return NOT_KNOWN
    if claim.status in (Status.HYPOTHETICAL, Status.DEMANDED) and claim.promise is None:
        return NOT_KNOWN
    if _is_told_as_past(claim):
        return _by_then(published) if claim.status is Status.HAPPENED else NOT_KNOWN
    if claim.tense is Tense.FUTURE and claim.status is Status.PLANNED and claim.promise is None:
        return When(published.earliest, None, Precision.LONGER, Basis.LEAD, "still to come when the report came out")
    reason = f"told as news in a report published {published.earliest.isoformat()}"
    precision = Precision.DAY if claim.is_lead else Precision.WEEK
    return When(published.earliest - _news_of(claim), published.latest, precision, Basis.LEAD, reason)


def _news_of(claim: Claim) -> timedelta:
    """How long before its report an act may lie that it tells as news."""
    return timedelta(days=NEWS_DAYS if claim.is_lead else FRESH_DAYS)


def _is_told_as_past(claim: Claim) -> bool:
    """Whether an act is told as past, but not as news; what "has not been done" is so while the report tells it."""
    if claim.status is Status.NEGATED and claim.tense is Tense.PERFECT:
        return False
    return claim.tense in (None, Tense.PERFECT, Tense.REPEATED) or (claim.is_bare and not claim.is_lead)


def _by_then(published: When) -> When:
    """Some day up to that of the report, which does not tell how long before."""
    reason = f"told as past in a report published {published.latest}"
    return When(None, published.latest, Precision.LONGER, Basis.LEAD, reason)
