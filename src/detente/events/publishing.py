"""When an undated report came out, from what it says: an interval no narrower than the evidence, with its reason.

Four kinds of evidence: the year of its copyright line; the offices that people hold in it; what it tells as past under
a full date; and the acts that it shares with reports whose day is known ("Thursday", of a summit of 16 March 2023).
Where they exclude one another, or say nothing, nothing is given.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from detente.domain.acts import ActType, Status
from detente.domain.days import NOT_KNOWN, Basis, Precision, Tense, TimePhrase, When, on_day
from detente.domain.derived import Placed
from detente.domain.findings import Claim, Findings, Problem
from detente.domain.ids import ReportId
from detente.domain.parties import powers
from detente.events.likeness import likeness
from detente.events.placing import NEWS_DAYS, place

LONGEST_USEFUL = 400
"""Days; an interval of more says less than a reader sees at a glance."""
SEARCHED = 13
"""Days before and after a shared act in which a report of it may have come out: weekdays name no day further off."""
SHARED_ACTS = 2
"""One act may have happened twice on two Thursdays; two of them that agree on a day are no accident."""
ALIKE = 0.5
"""The share of common words from which two claims of one kind and parties tell of one act."""
WEEK = 7


class Term(Protocol):
    """An office with its days."""

    @property
    def title(self) -> str:
        """As reports write it."""
        ...

    @property
    def began_on(self) -> date | None:
        """The first day, or None where it is not known."""
        ...

    @property
    def ended_on(self) -> date | None:
        """The day from which it was surely no longer held."""
        ...


Terms = Callable[[str, str | None], Sequence[Term]]
"""The offices that one of a name, from a state, held or holds."""
Dater = Callable[[TimePhrase, When | None], When | Problem]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for days between which a report came out; an end that it does not bound is None."""

    earliest: date | None
    latest: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dating reports needs beside them."""

    terms: Terms
    date_phrase: Dater
    years: Callable[[Findings], Sequence[int]]
    """The years of a report's copyright lines."""


def publication_days(findings: Sequence[Findings], calendar: Calendar) -> Mapping[ReportId, When]:
    """For each report the day on which it came out, stated or reasoned."""
    days = {f.report.id: f.report.published for f in findings}
    undated = [f for f in findings if not f.report.published.is_known]
    rough = {f.report.id: _narrow(list(_evidence(f, calendar))) for f in undated}
    known = _placed_acts([f for f in findings if f.report.published.is_known], calendar)
    for found in undated:
        shared = _shared_spans(found, known, calendar.date_phrase)
        days[found.report.id] = _with_shared(rough[found.report.id], shared)
    return days


def _evidence(found: Findings, calendar: Calendar) -> Iterator[Evidence]:
    for year in calendar.years(found)[-1:]:
        # a site prints the year in which it is copied: a report is of that year or older
        yield Evidence(None, date(year, 12, 31), f"its copyright line names {year}")
    yield from _terms_in(found, calendar.terms)
    for claim in found.claims:
        if claim.time is not None and claim.status is Status.HAPPENED and claim.promise is None:
            when = calendar.date_phrase(claim.time, None)
            if isinstance(when, When) and when.is_known and when.basis is Basis.STATED and when.earliest:
                yield Evidence(when.earliest, None, f"it tells of “{claim.time.exact}” as past")


def _terms_in(found: Findings, terms: Terms) -> Iterator[Evidence]:
    """The days in which all those whom the report calls by an office held it."""
    for name, role, state in sorted(set(_office_holders(found))):
        held = [t for t in terms(name, state) if _is_called(role, t.title)]
        if held and all(t.began_on for t in held):
            begins = min(t.began_on for t in held if t.began_on)
            ends = [t.ended_on for t in held]
            last = None if None in ends else max(e for e in ends if e)
            yield Evidence(begins, last, f"it calls {name} {role}")


def _office_holders(found: Findings) -> Iterator[tuple[str, str, str]]:
    for claim in found.claims:
        for party in (*claim.parties.actors, *claim.parties.recipients):
            if party.via and party.role and party.id:
                yield party.via, party.role, party.id
    for statement in found.statements:
        speaker = statement.speaker
        if speaker.name and speaker.role and speaker.state:
            yield speaker.name, speaker.role, speaker.state


def _is_called(role: str, title: str) -> bool:
    """Whether a report's role names an office: all the words of the title stand in the role."""
    return set(title.casefold().split()) <= set(role.casefold().replace("-", " ").split())


def _narrow(evidence: Sequence[Evidence]) -> When:
    """What all the evidence allows; an end that lies before what the report already tells of is history, not news."""
    if not evidence:
        return NOT_KNOWN
    first = max((e for e in evidence if e.earliest), key=lambda e: (e.earliest, e.reason), default=None)
    ends = [e for e in evidence if e.latest and (first is None or first.earliest is None or e.latest > first.earliest)]
    last = min(ends, key=lambda e: (e.latest, e.reason), default=None)
    if first is None or last is None or first.earliest is None or last.latest is None:
        return NOT_KNOWN
    if (last.latest - first.earliest).days > LONGEST_USEFUL:
        return NOT_KNOWN
    reasons = dict.fromkeys((first.reason, last.reason))
    return _between(first.earliest, last.latest, "The report has no date, but " + " and ".join(reasons) + ".")


def _between(earliest: date, latest: date, reason: str) -> When:
    length = (latest - earliest).days + 1
    if length == 1:
        return on_day(earliest, Basis.INFERRED, reason)
    steps = ((WEEK, Precision.WEEK), (31, Precision.MONTH), (366, Precision.YEAR))
    precision = next((p for days, p in steps if length <= days), Precision.LONGER)
    return When(earliest, latest, precision, Basis.INFERRED, reason)


def _placed_acts(findings: Iterable[Findings], calendar: Calendar) -> list[Placed]:
    """The acts of dated reports whose day is known to within the news of a day or two."""
    placed = [place(c, f.report.published, calendar.date_phrase) for f in findings for c in f.claims]
    return [p for p in placed if p.when.is_known and (p.when.days or 0) <= NEWS_DAYS + 1]


def _shared_spans(found: Findings, known: Sequence[Placed], date_phrase: Dater) -> list[tuple[date, date]]:
    """For each act that the report shares with dated ones the span of days on which it may have come out."""
    spans: list[tuple[date, date]] = []
    for claim in found.claims:
        others = [p.when for p in known if _is_one_act(claim, p.claim)]
        allowed = [span for when in others if (span := _span(claim, when, date_phrase))]
        if allowed:
            spans.append((min(first for first, _ in allowed), max(last for _, last in allowed)))
    return spans


def _is_one_act(a: Claim, b: Claim) -> bool:
    if (a.type, a.mode, a.status) != (b.type, b.mode, b.status) or not powers(a.parties):
        return False
    if powers(a.parties) != powers(b.parties) or a.is_bare or b.is_bare:
        return False
    return likeness(a, b) >= ALIKE or (a.type is ActType.CONSULT and len(powers(a.parties)) > 1)


def _span(claim: Claim, when: When, date_phrase: Dater) -> tuple[date, date] | None:
    """The days on which a report that tells of an act of a known day may have come out."""
    if when.earliest is None or when.latest is None:
        return None
    if claim.time is None:
        is_news = claim.tense is Tense.PAST
        return (when.earliest, when.latest + timedelta(days=WEEK - 1)) if is_news else None
    days = [when.earliest + timedelta(days=k) for k in range(-SEARCHED, SEARCHED + (when.days or 1))]
    meant = [d for d in days if _means(date_phrase(claim.time, on_day(d, Basis.METADATA)), when)]
    if not meant or len(meant) == len(days) or (meant[-1] - meant[0]).days > WEEK + NEWS_DAYS:
        return None
    return meant[0], meant[-1]


def _means(resolved: When | Problem, when: When) -> bool:
    """Whether a phrase means a single day of an act's own days."""
    return isinstance(resolved, When) and resolved.days == 1 and resolved.meets(when)


def _with_shared(rough: When, spans: Sequence[tuple[date, date]]) -> When:
    """The days on which most of the shared acts agree, where there are enough of them."""
    votes: Counter[date] = Counter()
    for first, last in spans:
        days = (first + timedelta(days=k) for k in range((last - first).days + 1))
        votes.update(d for d in days if rough.meets(on_day(d, Basis.INFERRED)))
    top = max(votes.values(), default=0)
    best = sorted(day for day, count in votes.items() if count == top)
    if top < SHARED_ACTS or (best[-1] - best[0]).days >= WEEK:
        return rough
    reason = f"The report has no date, but tells {top} acts that reports of known days tell, as news of that week."
    return _between(best[0], best[-1], reason)
