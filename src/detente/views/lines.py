"""What a page shows of each thing: a line, with a way to the exact words that carry it."""

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
from detente.views.linked import Line, Link, Words, words_href
from detente.views.matters import value_in_words
from detente.views.quoted import WORDS_SHOWN, quotes_of
from detente.views.sought import place_of
from detente.views.tables import in_one_line, problem_place, source_name
from detente.views.wording import Wording

Reports = Mapping[ReportId, DatedReport]
TITLE_SHOWN = 110


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


def _reports_of(spoken: SpokenWords) -> int:
    return len({s.quote.report_id for s in spoken.statements})
