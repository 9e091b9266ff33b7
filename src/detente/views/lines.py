"""What a page shows of each thing: a line, with a way to the exact words that carry it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import assert_never
from urllib.parse import quote as escaped

from detente.domain.acts import Status
from detente.domain.derived import (
    Change,
    DatedReport,
    Disagreement,
    Event,
    Issue,
    Pledge,
    Position,
    Side,
    SpokenWords,
    Thing,
)
from detente.domain.findings import Figure, Problem
from detente.domain.ids import IssueId, ReportId
from detente.domain.spans import Quote, Span
from detente.views.amending import amended_words
from detente.views.matters import value_in_words
from detente.views.tables import in_one_line, problem_place, source_name
from detente.views.wording import Wording

Reports = Mapping[ReportId, DatedReport]
WORDS_SHOWN = 3
"""Quotes in a line of a list; the thing's own page has them all."""
TITLE_SHOWN = 110
AROUND = 90
"""Letters before and after words that a search found."""
ENDING, LEAST_OF_A_WORD = 3, 3
"""A search finds other forms of a word: so many letters at its end may differ, and so many stay."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Words:
    """Exact words of a report, and the way to them in its text."""

    exact: str
    href: str
    source: str
    day: str
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another page."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """One thing as a list shows it."""

    kind: str
    id: str
    text: str
    href: str
    day: str = ""
    label: str = ""
    quad: str = ""
    status: str | None = None
    counts: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    words: tuple[Words, ...] = ()
    more: int = 0
    """Words that the thing's own page has beside these."""
    people: tuple[str, ...] = ()
    sides: tuple["Line", ...] = ()
    note: str = ""
    amended: tuple[str, ...] = ()
    """What persons put right in it, a sentence each."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What putting things into lines needs."""

    wording: Wording
    reports: Reports
    issue_name: Callable[[IssueId], str | None]
    """None for an issue that has no page: it is named too rarely to be told of by itself."""
    words_shown: int = WORDS_SHOWN

    def line(self, thing: Thing) -> Line:
        """The line of one thing."""
        match thing:
            case Event():
                return self.event(thing)
            case SpokenWords():
                return self.statement(thing)
            case Figure():
                return self.figure(thing)
            case DatedReport():
                return self.report(thing)
            case _:
                return self._matter(thing)

    def event(self, event: Event) -> Line:
        """An event in a sentence made from its code."""
        phrasing = self.wording.phrasing
        quad = phrasing.quad_by_type[event.type]
        counts = [phrasing.say_number("counts", "report", len(event.reports))]
        counts.append(phrasing.say_number("counts", "short_origin", len(event.origins)))
        line = Line(
            "event",
            event.id,
            self.wording.act(event),
            f"/events/{event.id}",
            day=self.wording.day(event.when, event.status),
            label=self.wording.label(event),
            quad=quad.id,
            status=None if event.status is Status.HAPPENED else phrasing.say("status", event.status),
            counts=tuple(counts),
            links=self._issue_links(event.issues),
            people=self.wording.taking_part(event),
            amended=amended_words(event, self.wording),
        )
        rules = {(m.claim.quote.report_id, m.claim.quote.span): m.claim.rule for m in event.mentions}
        return self._with_words(line, quotes_of(event), rules)

    def statement(self, spoken: SpokenWords) -> Line:
        """Words, given to the one who is said to have said them."""
        first = spoken.statements[0]
        speaker = first.speaker
        name = next((s.speaker.name for s in spoken.statements if s.speaker.name), None)
        roles = dict.fromkeys(filter(None, [spoken.office, *(s.speaker.role for s in spoken.statements)]))
        state = self.wording.names(speaker.state) if speaker.state else None
        behind = ", ".join(filter(None, [next(iter(roles), None) if name else None, state]))
        return self._with_words(
            Line(
                "statement",
                first.id,
                f"{name or speaker.label}{f' ({behind})' if behind else ''}",
                f"/people/{escaped(name, safe='')}" if name else f"/statements/{first.id}",
                day=self.wording.day(spoken.when),
                label="quoted" if first.is_direct else f"reported: {first.cue}" if first.cue else "reported",
                counts=(self.wording.phrasing.say_number("counts", "report", _reports_of(spoken)),),
                links=self._issue_links(spoken.issues),
            ),
            quotes_of(spoken),
        )

    def figure(self, figure: Figure) -> Line:
        """A number with what it counts."""
        said = filter(None, [figure.period, figure.given_by and f"given by {figure.given_by}"])
        dated = self.reports.get(figure.quote.report_id)
        return self._with_words(
            Line(
                "figure",
                figure.id,
                f"{value_in_words(figure)}{f': {in_one_line(figure.measure)}' if figure.measure else ''}",
                f"/figures/{figure.id}",
                day=self.wording.day(dated.published) if dated else "",
                counts=tuple(map(in_one_line, said)),
            ),
            quotes_of(figure),
        )

    def issue(self, issue: Issue) -> Line:
        """A dispute or channel with its status."""
        phrasing = self.wording.phrasing
        last = issue.history[-1] if issue.history else None
        line = Line(
            "issue",
            issue.id,
            phrasing.capital(issue.name),
            f"/issues/{escaped(issue.id, safe='')}",
            day=self.wording.day(last.when) if last else "",
            label=phrasing.say("issue", issue.nature),
            status=phrasing.say("issue", issue.status),
            note=self.wording.powers(issue.parties),
        )
        return self._with_words(line, quotes_of(issue))

    def pledge(self, pledge: Pledge) -> Line:
        """A promise with what became of it."""
        phrasing = self.wording.phrasing
        key = "towards" if pledge.to else "sentence"
        party, to = self.wording.powers(pledge.party), self.wording.powers(pledge.to)
        due = f"due {self.wording.day(pledge.due)}" if pledge.due.earliest or pledge.due.latest else None
        return self._with_words(
            Line(
                "pledge",
                pledge.id,
                phrasing.say("pledge", key, party=phrasing.capital(party), to=to, what=in_one_line(pledge.what)),
                f"/pledges/{pledge.id}",
                day=self.wording.day(pledge.history[0].when) if pledge.history else "",
                status=phrasing.say("pledge", pledge.status),
                counts=(due,) if due else (),
                links=self._issue_links(pledge.issues),
            ),
            quotes_of(pledge),
        )

    def disagreement(self, disagreement: Disagreement) -> Line:
        """What reports disagree about, with a line for each side."""
        phrasing = self.wording.phrasing
        return Line(
            "disagreement",
            disagreement.id,
            phrasing.capital(in_one_line(disagreement.about)),
            f"/disagreements/{disagreement.id}",
            label=phrasing.say("disagreement", disagreement.klass),
            sides=tuple(self._side(side) for side in disagreement.sides),
        )

    def problem(self, problem: Problem) -> Line:
        """What could not be read."""
        reports = {r: d.report for r, d in self.reports.items()}
        known = problem.report_id if problem.report_id in self.reports else None
        place = problem_place(problem, reports)
        line = Line(
            "problem",
            known or "",
            problem.reason,
            f"/reports/{known}" if known else "",
            label=problem.stage.value,
            note=PurePath(place).name if problem.path else place,
        )
        if known and problem.span:
            return self._with_words(line, [reports[known].quote(problem.span)])
        return line

    def report(self, dated: DatedReport) -> Line:
        """A report by its title, or its first words."""
        report = dated.report
        title = in_one_line(report.title or report.text[:TITLE_SHOWN])
        return Line(
            "report",
            report.id,
            title or report.id,
            f"/reports/{report.id}",
            day=self.wording.day(dated.published),
            label=source_name(report),
            note=dated.published.reason or self.wording.phrasing.say("basis", dated.published.basis),
        )

    def found(self, thing: Thing, words: str) -> Line:
        """A thing that a search found; of a report the place where its words stand first."""
        line = self.line(thing)
        if not isinstance(thing, DatedReport):
            return line
        return self._with_words(line, [thing.report.quote(place)]) if (place := place_of(words, thing)) else line

    def step(self, change: Change, kind: str) -> Line:
        """A status that an issue or a pledge took on."""
        status = self.wording.phrasing.say(kind, change.status)
        href = f"/events/{change.event}" if change.event else ""
        line = Line("step", "", self.wording.phrasing.capital(status), href, day=self.wording.day(change.when))
        return self._with_words(line, [change.quote])

    def position(self, position: Position) -> Line:
        """Where a party last stood on an issue."""
        party = self.wording.phrasing.capital(self.wording.power(position.party))
        text = f"{party} ({position.by})" if position.by else party
        line = Line("position", "", text, "", day=self.wording.day(position.when))
        return self._with_words(line, [position.quote])

    def words(self, quote: Quote, rule: str | None = None) -> Words | None:
        """Exact words with the way to them; None for those of a report that is no longer there."""
        dated = self.reports.get(quote.report_id)
        if dated is None:
            return None
        return Words(
            quote.exact,
            words_href(quote.report_id, quote.span),
            source_name(dated.report),
            self.wording.day(dated.published),
            rule,
        )

    def _matter(self, thing: Issue | Pledge | Disagreement | Problem) -> Line:
        match thing:
            case Issue():
                return self.issue(thing)
            case Pledge():
                return self.pledge(thing)
            case Disagreement():
                return self.disagreement(thing)
            case Problem():
                return self.problem(thing)
            case _:
                assert_never(thing)

    def _side(self, side: Side) -> Line:
        dated = self.reports.get(side.quote.report_id)
        outlet = source_name(dated.report) if dated else side.quote.report_id
        text = self.wording.phrasing.say("disagreement", "side", outlet=outlet, says=self.wording.said(side.says))
        return self._with_words(Line("side", "", text, ""), [side.quote])

    def _issue_links(self, issues: Iterable[IssueId]) -> tuple[Link, ...]:
        named = ((i, self.issue_name(i)) for i in issues)
        return tuple(Link(name, f"/issues/{escaped(i, safe='')}") for i, name in named if name)

    def _with_words(
        self, line: Line, quotes: Sequence[Quote], rules: Mapping[tuple[ReportId, Span], str] | None = None
    ) -> Line:
        known = list(dict.fromkeys(q for q in quotes if q.report_id in self.reports))
        shown = (self.words(q, (rules or {}).get((q.report_id, q.span))) for q in known[: self.words_shown])
        return replace(
            line, words=tuple(w for w in shown if w), more=max(0, len(dict.fromkeys(quotes)) - self.words_shown)
        )


def quotes_of(thing: Thing) -> tuple[Quote, ...]:
    """The words on which a thing's line stands, in the order in which it shows them."""
    quotes: tuple[Quote, ...]
    match thing:
        case Event():
            quotes = tuple(m.claim.quote for m in thing.mentions)
        case SpokenWords():
            quotes = tuple(q for s in thing.statements for q in (s.quote, *s.stretches))
        case Figure():
            quotes = (thing.quote,)
        case Issue():
            quotes = tuple(dict.fromkeys([*(c.quote for c in thing.history[-1:]), *thing.mentions]))
        case Pledge():
            quotes = thing.mentions
        case Disagreement():
            quotes = tuple(side.quote for side in thing.sides)
        case _:
            quotes = ()
    return quotes


def reports_of(thing: Thing, most: int = WORDS_SHOWN) -> tuple[ReportId, ...]:
    """The reports whose texts the line of a thing needs."""
    match thing:
        case Problem():
            return (thing.report_id,) if thing.report_id else ()
        case DatedReport():
            return (thing.report.id,)
        case Disagreement():
            return tuple(q.report_id for q in quotes_of(thing))
        case _:
            return tuple(q.report_id for q in quotes_of(thing)[:most])


def words_href(report: ReportId, span: Span) -> str:
    """The way to words in a report's text: the page marks them, and the browser goes there."""
    return f"/reports/{report}?at={span.start}-{span.end}#here"


def place_of(words: str, dated: DatedReport) -> Span | None:
    """The line of a report's text in which one of some words stands first, cut where it is long."""
    text = dated.report.text
    starts = [w[: max(LEAST_OF_A_WORD, len(w) - ENDING)] for w in _WORD.findall(words)]
    found = re.search("|".join(rf"\b{re.escape(w)}" for w in starts), text, re.IGNORECASE) if starts else None
    if found is None:
        return None
    start = max(text.rfind("\n", 0, found.start()) + 1, found.start() - AROUND)
    end = min(e if (e := text.find("\n", found.end())) >= 0 else len(text), found.end() + AROUND)
    start += len(text[start : found.start()]) - len(text[start : found.start()].lstrip())
    if start and text[start - 1].isalnum():
        start = min(text.find(" ", start) + 1 or start, found.start())
    if end < len(text) and text[end].isalnum():
        end = max(text.rfind(" ", found.end(), end), found.end())
    return Span(start, end)


def _reports_of(spoken: SpokenWords) -> int:
    return len({s.quote.report_id for s in spoken.statements})
