"""When an undated report came out, from what it says: an interval no narrower than the evidence, with its reason.

The words of the report by themselves are one kind of evidence (`detente.events.evidence`); the other is what it shares
with reports whose day is known: acts ("Thursday", of a summit of 16 March 2023) and sayings. Where the evidence
excludes itself, or says nothing, nothing is given.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from detente.domain.acts import ActType, Status
from detente.domain.days import NOT_KNOWN, Basis, Tense, When, on_day, precision_of
from detente.domain.derived import Placed
from detente.domain.findings import Claim, Findings, Problem
from detente.domain.ids import ActorId, ReportId
from detente.domain.parties import powers
from detente.events.evidence import LONGEST_USEFUL, WEEK, Calendar, Dater, Evidence, closer_evidence, evidence_of
from detente.events.likeness import likeness, rates_meet, share_a_saying
from detente.events.placing import NEWS_DAYS, place

SEARCHED = 13
"""Days before and after a shared act in which a report of it may have come out: weekdays name no day further off."""
ENOUGH = 2
"""One act may have happened twice on two Thursdays; two of them that agree on a day are no accident."""
ALIKE = 0.5
"""The share of common words from which two claims of one kind and parties tell of one act."""
SAYING = 6
"""Words in a row that two reports quote alike: they quote one saying."""
SAYING_IS_NEWS = (3, 4)
"""Days before and after one report of a saying in which another one gives it as news."""
_WORD = re.compile(r"\w+")
Kind = tuple[ActType, str | None, Status, tuple[ActorId, ...]]


@dataclass(frozen=True, slots=True)
class Vote:
    """Days on which a report may have come out, since it shares something with a report of a known day."""

    first: date
    last: date
    weight: int
    """What can hardly be an accident weighs as much as two others."""
    what: str
    """The kind of thing that is shared: "act" or "saying"."""


def publication_days(findings: Sequence[Findings], calendar: Calendar) -> Mapping[ReportId, When]:
    """For each report the day on which it came out, stated or reasoned."""
    days = {f.report.id: f.report.published for f in findings}
    dated = [f for f in findings if f.report.published.is_known]
    known = _placed_acts(dated, calendar)
    sayings = _sayings_by_run(dated)
    for found in findings:
        if not found.report.published.is_known:
            rough = _rough(found, calendar)
            votes = [*_shared_acts(found, known, calendar.date_phrase), *_shared_sayings(found, sayings)]
            days[found.report.id] = _with_shared(rough, votes)
    return days


def first_days(findings: Sequence[Findings], published: Mapping[ReportId, When]) -> Mapping[ReportId, When]:
    """For each report the day on which its text first came out: what is printed again means the days of the first."""
    days_by_text: dict[str, list[When]] = defaultdict(list)
    for found in findings:
        days_by_text["".join(found.report.text.split())].append(published[found.report.id])
    first = {
        text: min((w for w in days if w.is_known), key=lambda w: (str(w.earliest), str(w.latest)), default=NOT_KNOWN)
        for text, days in days_by_text.items()
    }
    return {f.report.id: first["".join(f.report.text.split())] for f in findings}


def _rough(found: Findings, calendar: Calendar) -> When:
    """What the report's own words allow."""
    evidence = list(evidence_of(found, calendar))
    rough = _narrow(evidence)
    closer = list(closer_evidence(found, calendar, rough))
    return _narrow([*evidence, *closer]) if closer else rough


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
    return When(earliest, latest, precision_of(earliest, latest), Basis.INFERRED, reason)


def _placed_acts(findings: Iterable[Findings], calendar: Calendar) -> Mapping[Kind, Sequence[Placed]]:
    """The acts of dated reports, but those whose days are more than the news of a day or two, by their kind."""
    found: dict[Kind, list[Placed]] = defaultdict(list)
    for claim, published in ((c, f.report.published) for f in findings for c in f.claims):
        placed = place(claim, published, calendar.date_phrase)
        if (placed.when.days or 0) <= NEWS_DAYS + 1:
            found[_kind(claim)].append(placed)
    return found


def _kind(claim: Claim) -> Kind:
    """What two claims of one act have alike."""
    return claim.type, claim.mode, claim.status, powers(claim.parties)


def _shared_acts(found: Findings, known: Mapping[Kind, Sequence[Placed]], date_phrase: Dater) -> Iterator[Vote]:
    """For each act that the report shares with dated ones the days on which it may have come out."""
    for claim in found.claims:
        others = [p for p in known.get(_kind(claim), ()) if _is_one_act(claim, p.claim)]
        allowed = [(span, p) for p in others if (span := _span(claim, p.when, date_phrase))]
        if allowed:
            is_plain = all(_is_unmistakable(claim, p.claim) for _, p in allowed)
            first, last = min(s[0] for s, _ in allowed), max(s[1] for s, _ in allowed)
            yield Vote(first, last, ENOUGH if is_plain else 1, "act")


def _is_one_act(a: Claim, b: Claim) -> bool:
    """Whether two claims of one kind tell of one act."""
    if not powers(a.parties) or a.is_bare or b.is_bare:
        return False
    return likeness(a, b) >= ALIKE or (a.type is ActType.CONSULT and len(powers(a.parties)) > 1)


def _is_unmistakable(a: Claim, b: Claim) -> bool:
    """Whether two claims of one act give one rate or one saying, so that it can be no other act of that kind."""
    return (rates_meet(a, b) or share_a_saying(a, b)) and likeness(a, b) >= ALIKE


def _span(claim: Claim, when: When, date_phrase: Dater) -> tuple[date, date] | None:
    """The days on which a report that tells of an act of a known day may have come out."""
    if when.earliest is None or when.latest is None:
        return None
    if claim.time is None:
        # what neither report dates may be old in both
        is_news = claim.tense is Tense.PAST and when.basis is not Basis.LEAD
        last = when.latest + timedelta(days=NEWS_DAYS if claim.is_lead else WEEK - 1)
        return (when.earliest, last) if is_news else None
    days = [when.earliest + timedelta(days=k) for k in range(-SEARCHED, SEARCHED + (when.days or 1))]
    meant = [d for d in days if _means(date_phrase(claim.time, on_day(d, Basis.METADATA)), when)]
    if not meant or len(meant) == len(days) or (meant[-1] - meant[0]).days > WEEK + NEWS_DAYS:
        return None
    # what a report begins with is of the last days, under its weekday as well
    fresh = [d for d in meant if when.earliest <= d <= when.latest + timedelta(days=NEWS_DAYS)] if claim.is_lead else []
    return (fresh or meant)[0], (fresh or meant)[-1]


def _means(resolved: When | Problem, when: When) -> bool:
    """Whether a phrase means a single day of an act's own days."""
    return isinstance(resolved, When) and resolved.days == 1 and resolved.meets(when)


def _sayings_by_run(dated: Sequence[Findings]) -> Mapping[tuple[str, ...], list[When]]:
    """For each row of quoted words the days of the reports that quote it."""
    found: dict[tuple[str, ...], list[When]] = {}
    for one in dated:
        for run in sorted({run for s in one.statements if s.is_direct for run in _runs(s.text)}):
            found.setdefault(run, []).append(one.report.published)
    return found


def _runs(text: str) -> set[tuple[str, ...]]:
    words = tuple(_WORD.findall(text.casefold()))
    return {words[i : i + SAYING] for i in range(len(words) - SAYING + 1)}


def _shared_sayings(found: Findings, sayings: Mapping[tuple[str, ...], list[When]]) -> Iterator[Vote]:
    """For each saying that the report shares with dated ones the days on which it is news."""
    before, after = (timedelta(days=n) for n in SAYING_IS_NEWS)
    seen: set[tuple[str, ...]] = set()
    for statement in found.statements:
        runs = (_runs(statement.text) if statement.is_direct else set()) - seen
        days = [w for run in runs for w in sayings.get(run, [])]
        seen |= runs  # one saying given twice is one saying
        firsts, lasts = [w.earliest for w in days if w.earliest], [w.latest for w in days if w.latest]
        if firsts and lasts and max(lasts) - min(firsts) <= after:
            yield Vote(min(firsts) - before, max(lasts) + after, 1, "saying")


def _with_shared(rough: When, votes: Sequence[Vote]) -> When:
    """The days on which most of what is shared agrees, where there is enough of it."""
    weights: Counter[date] = Counter()
    for vote in votes:
        days = (vote.first + timedelta(days=k) for k in range((vote.last - vote.first).days + 1))
        for day in days:
            if rough.meets(on_day(day, Basis.INFERRED)):
                weights[day] += vote.weight
    top = max(weights.values(), default=0)
    best = sorted(day for day, weight in weights.items() if weight == top)
    if top < ENOUGH or (best[-1] - best[0]).days > WEEK:
        return rough
    told = [v for v in votes if v.first <= best[0] and best[-1] <= v.last]
    counts = Counter(v.what for v in told)
    shared = " and ".join(f"{n} {what}{'s' * (n > 1)}" for what, n in sorted(counts.items()))
    reason = f"The report has no date, but tells {shared} that reports of known days tell, as news of those days."
    return _between(best[0], best[-1], reason)
