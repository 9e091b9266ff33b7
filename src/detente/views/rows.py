"""Things of one kind as the rows of a table and as objects, for whoever takes a list away."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from detente.domain.derived import Disagreement, Issue, Pledge
from detente.domain.ids import ActorId, ReportId
from detente.domain.reports import Report
from detente.views.event_objects import event_object
from detente.views.object_parts import Object
from detente.views.objects import (
    disagreement_object,
    figure_object,
    issue_object,
    pledge_object,
    problem_object,
    report_object,
    statement_object,
)
from detente.views.tables import (
    Column,
    Table,
    event_table,
    figure_table,
    in_one_line,
    problem_table,
    report_table,
    shown_day,
    source_name,
    statement_table,
)

Reports = Mapping[ReportId, Report]
Things = Sequence[Any]
"""Of one kind, which the kind's name tells."""


def table_of(kind: str, things: Things, reports: Reports) -> Table:
    """The table of things of one kind."""
    return _TABLES[kind](things, reports)


def objects_of(kind: str, things: Things, name_of: Callable[[ActorId], str | None]) -> list[Object]:
    """The objects of things of one kind, as an export has them."""
    if kind == "statement":
        return [statement_object(spoken, name_of) for spoken in things]
    return [_OBJECTS[kind](thing) for thing in things]


def _issue_table(issues: Sequence[Issue], reports: Reports) -> Table:
    columns = ("issue", "name", "nature", "status", "since", "parties", "words", "report")
    rows = []
    for issue in issues:
        last = issue.history[-1] if issue.history else None
        words = last.quote if last else next(iter(issue.mentions), None)
        known = reports.get(words.report_id) if words else None
        told = (in_one_line(words.exact) if words else "", source_name(known) if known else "")
        since = shown_day(last.when) if last else ""
        rows.append((issue.id, issue.name, issue.nature.value, issue.status, since, " ".join(issue.parties), *told))
    return _table(columns, rows)


def _pledge_table(pledges: Sequence[Pledge], reports: Reports) -> Table:
    columns = ("pledge", "party", "to", "what", "due", "status", "words", "report")
    rows = []
    for pledge in pledges:
        words = pledge.mentions[0]
        known = reports.get(words.report_id)
        told = (in_one_line(words.exact), source_name(known) if known else "")
        sides = (" ".join(pledge.party), " ".join(pledge.to))
        rows.append((pledge.id, *sides, in_one_line(pledge.what), shown_day(pledge.due), pledge.status, *told))
    return _table(columns, rows)


def _disagreement_table(disagreements: Sequence[Disagreement], reports: Reports) -> Table:
    columns = ("disagreement", "about", "class", "says", "words", "report")
    rows = []
    for found in disagreements:
        for side in found.sides:
            known = reports.get(side.quote.report_id)
            told = (in_one_line(side.quote.exact), source_name(known) if known else "")
            rows.append((found.id, in_one_line(found.about), found.klass, side.says, *told))
    return _table(columns, rows)


def _table(columns: Sequence[str], rows: Sequence[tuple[str, ...]]) -> Table:
    return Table(tuple(Column(name, n) for n, name in enumerate(columns)), tuple(rows))


_TABLES: dict[str, Callable[[Things, Reports], Table]] = {
    "event": lambda things, _: event_table(things),
    "statement": statement_table,
    "figure": figure_table,
    "issue": _issue_table,
    "pledge": _pledge_table,
    "disagreement": _disagreement_table,
    "report": lambda things, _: report_table(things, ()),
    "problem": problem_table,
}
_OBJECTS: dict[str, Callable[[Any], Object]] = {
    "event": event_object,
    "figure": figure_object,
    "issue": issue_object,
    "pledge": pledge_object,
    "disagreement": disagreement_object,
    "report": report_object,
    "problem": problem_object,
}
