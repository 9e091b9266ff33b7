"""Numbers for quotes, in the order in which a brief first needs them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from urllib.parse import urlsplit

from detente.domain.days import When
from detente.domain.derived import DatedReport, Derived
from detente.domain.ids import ReportId
from detente.domain.reports import Report
from detente.domain.spans import Quote, Span
from detente.views.brief_parts import Citation, Source
from detente.views.copying import say_copied
from detente.views.phrasing import Phrasing
from detente.views.wording import Wording

CONTEXT_CHARACTERS = 160
"""Of the words before and after a quote; about the sentence around a clause."""

Place = tuple[ReportId, Span]


class Citing:
    """Gives each quote its number once, and remembers all that it gave."""

    def __init__(self, derived: Derived, reports: Iterable[ReportId], wording: Wording) -> None:
        wanted = set(reports)
        chosen = sorted((d for d in derived.reports if d.report.id in wanted), key=_newest_first)
        self._dated = {d.report.id: d for d in chosen}
        numbers = {d.report.id: number for number, d in enumerate(chosen, 1)}
        self._sources = {d.report.id: _source(d, numbers, wording) for d in chosen}
        self._rules = _rules_by_place(derived)
        self._phrasing = wording.phrasing
        self._given: dict[Place, Citation] = {}

    def cite(self, quotes: Iterable[Quote]) -> tuple[Citation, ...]:
        """The citations of the quotes, each stretch of words once, as far as the brief draws on their reports."""
        known = dict.fromkeys(q for q in quotes if q.report_id in self._sources)
        return tuple(self._number(q) for q in known if not any(_lies_in(q, other) for other in known))

    def outlet(self, quote: Quote) -> str:
        """Who published the words, as a sentence has it."""
        number = str(self._sources[quote.report_id].number)
        unnamed = self._phrasing.say("report", "unnamed_in_sentence", number=number)
        return self._dated[quote.report_id].report.outlet or unnamed

    def knows(self, quote: Quote) -> bool:
        """Whether the brief draws on the quote's report."""
        return quote.report_id in self._sources

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All that were given, by number."""
        return tuple(self._given.values())

    @property
    def sources(self) -> tuple[tuple[Source, int], ...]:
        """The reports, newest first, each with how many quotes were taken from it."""
        used = Counter(c.source.number for c in self._given.values())
        return tuple((s, used[s.number]) for s in self._sources.values())

    def _number(self, quote: Quote) -> Citation:
        place = (quote.report_id, quote.span)
        if place not in self._given:
            before, after = _context(self._dated[quote.report_id].report, quote.span)
            self._given[place] = Citation(
                number=len(self._given) + 1,
                exact=quote.exact,
                before=before,
                after=after,
                source=self._sources[quote.report_id],
                start=quote.span.start,
                end=quote.span.end,
                rules=self._rules.get(place, ()),
            )
        return self._given[place]


def _lies_in(inner: Quote, outer: Quote) -> bool:
    return inner.report_id == outer.report_id and inner.span != outer.span and outer.span.holds(inner.span)


def _newest_first(dated: DatedReport) -> tuple[bool, int, str]:
    return (*newest_first(dated.published), dated.report.id)


def newest_first(when: When) -> tuple[bool, int]:
    """A key that sorts the newest first, by the middle of what is known, and what may be of any age last."""
    days = [day.toordinal() for day in (when.earliest, when.latest) if day]
    return (when.earliest is None, -sum(days) // len(days) if days else 0)


def _source(dated: DatedReport, numbers: Mapping[ReportId, int], wording: Wording) -> Source:
    report, published, number = dated.report, dated.published, numbers[dated.report.id]
    is_web = report.url is not None and urlsplit(report.url).scheme in ("http", "https")
    return Source(
        number=number,
        outlet=report.outlet or wording.phrasing.say("report", "unnamed", number=str(number)),
        title=report.title,
        day=wording.day(published),
        basis=wording.phrasing.say("basis", published.basis),
        reason=published.reason,
        place=report.url or (PurePath(report.path).name if report.path else None),
        url=report.url if is_web else None,
        copied=_copied(dated, numbers, wording.phrasing),
    )


def _copied(dated: DatedReport, numbers: Mapping[ReportId, int], phrasing: Phrasing) -> str | None:
    if dated.copied is None:
        return None
    number = numbers.get(dated.copied.of)
    return say_copied(dated.copied, f"R{number}" if number else phrasing.say("report", "unlisted"), phrasing)


def _rules_by_place(derived: Derived) -> Mapping[Place, tuple[str, ...]]:
    rules: dict[Place, set[str]] = defaultdict(set)
    for claim in (m.claim for event in derived.events for m in event.mentions):
        rules[claim.quote.report_id, claim.quote.span].add(claim.rule)
    return {place: tuple(sorted(found)) for place, found in rules.items()}


def _context(report: Report, span: Span) -> tuple[str, str]:
    """The words around a span in its paragraph, cut between words."""
    before = report.text[max(0, span.start - CONTEXT_CHARACTERS) : span.start]
    after = report.text[span.end : span.end + CONTEXT_CHARACTERS]
    head, tail = before.rpartition("\n\n")[2], after.partition("\n\n")[0]
    if head == before and span.start > CONTEXT_CHARACTERS:
        head = "… " + head.partition(" ")[2]
    if tail == after and span.end + CONTEXT_CHARACTERS < len(report.text):
        tail = tail.rpartition(" ")[0] + " …"
    return head, tail
