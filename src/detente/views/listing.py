"""What `show` and `search` list: the same findings as a table and as objects."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from detente.domain.derived import Derived
from detente.domain.findings import Claim, Statement, Unlinked
from detente.domain.ids import ReportId
from detente.domain.reports import Report
from detente.views.event_objects import event_object
from detente.views.export import Shown
from detente.views.object_parts import Object, place_object
from detente.views.objects import (
    figure_object,
    judgement_objects,
    problem_object,
    report_object,
    set_aside_object,
    statement_lines,
    statement_object,
)
from detente.views.selection import Selection
from detente.views.tables import (
    Table,
    event_table,
    figure_table,
    judgement_table,
    problem_table,
    report_table,
    statement_table,
    unknown_table,
    words_table,
)

_NO_PLACE: Object = {"start": None, "end": None, "quote": None}


class Kind(StrEnum):
    """What can be shown."""

    REPORTS = "reports"
    EVENTS = "events"
    STATEMENTS = "statements"
    FIGURES = "figures"
    PROBLEMS = "problems"
    UNKNOWN = "unknown"
    JUDGEMENTS = "judgements"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list for the eye and the same list for other programs."""

    table: Table
    objects: list[Object]


@dataclass(frozen=True, slots=True)
class Listed:
    """What is listed from."""

    shown: Shown
    unlinked: tuple[Unlinked, ...]
    selection: Selection

    @property
    def derived(self) -> Derived:
        """All that was derived."""
        return self.shown.derived

    @property
    def report_by_id(self) -> dict[ReportId, Report]:
        """Every report of the record."""
        aside = {report.id: report for report, _ in self.shown.set_aside}
        return aside | {dated.report.id: dated.report for dated in self.derived.reports}


def listing(kind: Kind, listed: Listed) -> Listing:
    """The findings of one kind that were asked for."""
    return _LISTINGS[kind](listed)


def search_listing(hits: Iterable[tuple[Report, Claim | Statement | None, str]]) -> Listing:
    """Places that a search found, each with the report, the finding there and a snippet."""
    rows: list[tuple[Report, str, str]] = []
    objects: list[Object] = []
    for report, finding, snippet in hits:
        found_in = "text" if finding is None else "event" if isinstance(finding, Claim) else "statement"
        rows.append((report, found_in, snippet))
        place = place_object(finding.quote) if finding else {"report": report.id, **_NO_PLACE}
        where: Object = {"outlet": report.outlet, "title": report.title, "path": report.path, "url": report.url}
        objects.append({"kind": "hit", "found_in": found_in, **place, **where, "snippet": snippet})
    return Listing(words_table(rows), objects)


def _reports(listed: Listed) -> Listing:
    reports = listed.selection.reports(listed.derived)
    # what is set aside has no events to be chosen by
    aside = listed.shown.set_aside if listed.selection == Selection() else ()
    objects = [report_object(dated) for dated in reports]
    objects += [set_aside_object(report, newer) for report, newer in aside]
    return Listing(report_table(reports, listed.derived.events, aside), objects)


def _events(listed: Listed) -> Listing:
    events = listed.selection.events(listed.derived)
    lines = statement_lines(listed.derived.statements)
    return Listing(event_table(events), [event_object(event, lines) for event in events])


def _statements(listed: Listed) -> Listing:
    statements = listed.selection.statements(listed.derived)
    objects = [statement_object(spoken, listed.shown.name_of) for spoken in statements]
    return Listing(statement_table(statements, listed.report_by_id), objects)


def _figures(listed: Listed) -> Listing:
    figures = listed.selection.figures(listed.derived)
    return Listing(figure_table(figures, listed.report_by_id), [figure_object(figure) for figure in figures])


def _problems(listed: Listed) -> Listing:
    problems = listed.selection.problems(listed.derived)
    return Listing(problem_table(problems, listed.report_by_id), [problem_object(problem) for problem in problems])


def _unknown(listed: Listed) -> Listing:
    names = listed.selection.unlinked(listed.derived, listed.unlinked)
    objects: list[Object] = [{"kind": "unknown", "guess": name.guess} | place_object(name.quote) for name in names]
    return Listing(unknown_table(names, listed.report_by_id), objects)


def _judgements(listed: Listed) -> Listing:
    # what a person said is listed whole, whatever acts are asked for
    said = listed.derived.judgements
    return Listing(judgement_table(said), judgement_objects(said))


_LISTINGS: dict[Kind, Callable[[Listed], Listing]] = {
    Kind.REPORTS: _reports,
    Kind.EVENTS: _events,
    Kind.STATEMENTS: _statements,
    Kind.FIGURES: _figures,
    Kind.PROBLEMS: _problems,
    Kind.UNKNOWN: _unknown,
    Kind.JUDGEMENTS: _judgements,
}
