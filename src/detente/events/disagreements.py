"""Two findings that cannot both hold: both are kept, both are quoted, nothing is retired.

Looked for are acts that one report tells and another denies, numbers for one thing that no rounding reconciles, and
one act on two days. What can both be true is left alone: a hedge ("more than 40" and 43), a toll that grows from day
to day, two acts that differ in their words. Copies of one text cannot disagree with themselves.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from detente.domain.acts import Status
from detente.domain.days import Basis, When
from detente.domain.derived import Disagreement, Event, Placed, Side
from detente.domain.findings import Approximation, Figure, Findings
from detente.domain.ids import OriginId, ReportId
from detente.domain.parties import powers
from detente.domain.reports import Report
from detente.domain.spans import Quote, Span
from detente.events.likeness import likeness
from detente.rules.contraries import Contraries

SAME_THING = 0.5
"""The share of common words from which a denial denies what another report tells."""
SAME_ACT = 0.75
"""The same for one act on two days: here nothing but the words says that it is one."""
DAYS_APART = 4
"""Days; acts further apart are two acts."""
SAME_MEASURE = 0.8
"""The share of common words (of all the words of both) from which two numbers measure one thing."""
ROUNDING = 0.03
"""The part of a number by which rounding may change it."""
ABOUT = 0.15
"""The part of a number by which "about" may miss it."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What finding disagreements must know of reports."""

    findings: Sequence[Findings]
    published: Mapping[ReportId, When]
    origins: Mapping[ReportId, OriginId]

    def are_apart(self, a: ReportId, b: ReportId) -> bool:
        """Whether two reports are two witnesses."""
        return self.origins[a] != self.origins[b]


def find_disagreements(events: Sequence[Event], sources: Sources, contraries: Contraries) -> tuple[Disagreement, ...]:
    """All disagreements of a record, each once, in an order that depends on the record alone."""
    neighbours = _reports_that_meet(events)
    placed = [m for e in events for m in e.mentions]
    found = [
        *_denied_acts(placed, sources),
        *_denied_things(sources, neighbours, contraries),
        *_two_days(placed, sources),
        *_numbers([e.mentions for e in events], sources, contraries),
    ]
    return tuple(sorted({d.id: d for d in found}.values(), key=lambda d: (d.klass, d.about, d.id)))


def _reports_that_meet(events: Iterable[Event]) -> frozenset[tuple[ReportId, ReportId]]:
    """The pairs of reports that tell of one event."""
    return frozenset(pair for e in events for a in e.reports for b in e.reports if (pair := (a, b)) and a != b)


def _denied_acts(placed: Sequence[Placed], sources: Sources) -> Iterator[Disagreement]:
    denied = [p for p in placed if p.claim.status is Status.NEGATED]
    told = [p for p in placed if p.claim.status is Status.HAPPENED and p.claim.promise is None]
    for no in denied:
        for yes in told:
            a, b = no.claim, yes.claim
            same = a.type is b.type and powers(a.parties) == powers(b.parties) and a.about and b.about
            if same and likeness(a, b) >= SAME_THING and _are_near(no, yes) and _apart(no, yes, sources):
                yield _disagreement(f"whether {_gist(yes)}", "occurrence", (no.claim.quote, "no"), (b.quote, "yes"))


def _denied_things(
    sources: Sources, neighbours: frozenset[tuple[ReportId, ReportId]], contraries: Contraries
) -> Iterator[Disagreement]:
    """A report that says "no joint statement" against one of the same talks that speaks of the joint statement."""
    by_id = {f.report.id: f for f in sources.findings}
    for found in sources.findings:
        for start, thing in contraries.denied_things(found.report.text):
            span = _around(found.report, Span(start, start + len(thing)))
            if any(f.meets(span) for f in found.furniture):
                continue
            no = found.report.quote(span)
            for other in sorted(b for a, b in neighbours if a == found.report.id and sources.are_apart(a, b)):
                yes = _asserted(by_id[other], thing, contraries)
                if yes:
                    yield _disagreement(f"whether there was a {thing}", "occurrence", (no, "no"), (yes, "yes"))


def _asserted(found: Findings, thing: str, contraries: Contraries) -> Quote | None:
    """Where a report's running text speaks of a thing as there."""
    text, at = found.report.text, -1
    while (at := text.casefold().find(thing, at + 1)) >= 0:
        span = _around(found.report, Span(at, at + len(thing)))
        if not any(f.meets(span) for f in found.furniture) and contraries.asserts(text[span.start : span.end], thing):
            return found.report.quote(span)
    return None


def _around(report: Report, span: Span) -> Span:
    """The clause around a span: up to the marks that end sentences and clauses."""
    start = max(report.text.rfind(mark, 0, span.start) for mark in (". ", "\n", "; ", "? ", "! ")) + 1
    ends = [e for mark in (". ", "\n", "; ", "? ", "! ") if (e := report.text.find(mark, span.end)) >= 0]
    end = min([*ends, len(report.text)])
    lead = len(report.text[start:end]) - len(report.text[start:end].lstrip())
    return Span(start + lead, max(end, span.end))


def _two_days(placed: Sequence[Placed], sources: Sources) -> Iterator[Disagreement]:
    exact = [
        p for p in placed if p.when.days == 1 and p.when.basis is not Basis.LEAD and p.claim.status is Status.HAPPENED
    ]
    for a, b in combinations(exact, 2):
        if not a.when.meets(b.when, slack=DAYS_APART) or a.when.meets(b.when) or not _apart(a, b, sources):
            continue
        x, y = a.claim, b.claim
        same = (x.type, x.mode, powers(x.parties)) == (y.type, y.mode, powers(y.parties)) and len(x.about) > 1
        if same and len(y.about) > 1 and likeness(x, y) >= SAME_ACT:
            yield _disagreement(
                f"the day on which {_gist(a)}", "date", (x.quote, str(a.when.earliest)), (y.quote, str(b.when.earliest))
            )


def _numbers(placed: Sequence[tuple[Placed, ...]], sources: Sources, contraries: Contraries) -> Iterator[Disagreement]:
    """Numbers that two reports give for one event, or for what they name in the same words."""
    figures = [g for f in sources.findings for g in f.figures if g.measure]
    event_of = {g.id: n for n, mentions in enumerate(placed) for g in figures if _is_told_in(g, mentions)}
    alone = Counter((n, g.quote.report_id, g.unit) for g in figures if (n := event_of.get(g.id)) is not None)
    for a, b in combinations(figures, 2):
        if a.unit != b.unit or not sources.are_apart(a.quote.report_id, b.quote.report_id):
            continue
        n = event_of.get(a.id)
        is_told_alone = n is not None and all(alone[n, g.quote.report_id, g.unit] == 1 for g in (a, b))
        one_event = is_told_alone and n == event_of.get(b.id)
        if n is not None and n != event_of.get(b.id, n):
            continue
        if not (one_event or _measure_one_thing(a, b, contraries)) or _periods_differ(a, b):
            continue
        if not _agree(a, b) and not _grew(a, b, sources, contraries):
            about = f"the number of {a.unit}: {a.measure}"
            yield _disagreement(about, "number", (a.quote, _shown(a)), (b.quote, _shown(b)))


def _is_told_in(figure: Figure, mentions: Sequence[Placed]) -> bool:
    """Whether a number is the one number of its kind in the words of an event."""
    quotes = [m.claim.quote for m in mentions if m.claim.quote.report_id == figure.quote.report_id]
    return any(quote.span.holds(figure.quote.span) for quote in quotes)


def _measure_one_thing(a: Figure, b: Figure, contraries: Contraries) -> bool:
    left, right = contraries.content(a.measure or ""), contraries.content(b.measure or "")
    return len(left) > 1 and len(right) > 1 and len(left & right) / len(left | right) >= SAME_MEASURE


def _periods_differ(a: Figure, b: Figure) -> bool:
    return bool(a.period and b.period) and str(a.period).casefold() != str(b.period).casefold()


def _agree(a: Figure, b: Figure) -> bool:
    """Whether two numbers can both be true of one thing."""
    low, high = sorted((a, b), key=lambda f: f.value)
    if low.approx is Approximation.MORE_THAN or high.approx is Approximation.LESS_THAN:
        return True
    slack = ABOUT if Approximation.ABOUT in (a.approx, b.approx) else ROUNDING
    return high.value - low.value <= slack * abs(high.value)


def _grew(a: Figure, b: Figure, sources: Sources, contraries: Contraries) -> bool:
    """Whether the number is of those that grow from day to day, and the later report has the higher one."""
    first, second = (sources.published[f.quote.report_id].earliest for f in (a, b))
    if first is None or second is None or not contraries.grows(a.unit, a.measure or ""):
        return False
    return first != second and (first < second) == (a.value < b.value)


def _are_near(a: Placed, b: Placed) -> bool:
    return a.when.is_known and b.when.is_known and a.when.meets(b.when)


def _apart(a: Placed, b: Placed, sources: Sources) -> bool:
    return sources.are_apart(a.claim.quote.report_id, b.claim.quote.report_id)


def _gist(placed: Placed) -> str:
    return " ".join(placed.claim.quote.exact.split())


def _shown(figure: Figure) -> str:
    return f"{figure.approx.value} {figure.value:g}" if figure.approx else f"{figure.value:g}"


def _disagreement(about: str, klass: str, *sides: tuple[Quote, str]) -> Disagreement:
    ordered = sorted(sides, key=lambda s: (s[0].report_id, s[0].span))
    return Disagreement(about, klass, tuple(Side(quote, says) for quote, says in ordered))
