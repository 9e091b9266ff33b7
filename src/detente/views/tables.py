"""Findings as tables: rows of short words for a terminal or a spreadsheet."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from rich import box
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from detente.domain.days import Precision, When
from detente.domain.derived import DatedReport, Event, SpokenWords
from detente.domain.findings import Figure, Problem, Unlinked
from detente.domain.ids import ReportId
from detente.domain.parties import Party
from detente.domain.reports import Report

_WIDTH_WITHOUT_TERMINAL = 160


@dataclass(frozen=True, slots=True)
class Table:
    """Column names, and rows of as many cells; the last column takes what room is left."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def draw(table: Table, console: Console) -> None:
    """Print the table, as wide as the terminal is."""
    drawn = RichTable(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for column in table.columns:
        drawn.add_column(column, overflow="fold", ratio=1 if column == table.columns[-1] else None)
    for row in table.rows:
        # cells are texts of others: nothing in them is markup
        drawn.add_row(*(Text(cell) for cell in row))
    console.print(drawn, width=None if console.is_terminal else _WIDTH_WITHOUT_TERMINAL)


def to_csv(table: Table) -> str:
    """The table as comma-separated values, after a line of column names."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(table.rows)
    return out.getvalue()


def report_table(
    reports: Iterable[DatedReport], events: Sequence[Event], set_aside: Iterable[tuple[Report, ReportId | None]] = ()
) -> Table:
    """Reports with how many events each tells of, and those that nothing is derived from."""
    told: defaultdict[str, int] = defaultdict(int)
    for event in events:
        for report_id in event.reports:
            told[report_id] += 1
    rows = [(*_report(d.report, d.published), str(told[d.report.id]), d.report.title or "") for d in reports]
    for report, newer in set_aside:
        note = f"(a newer text stands under its address: {newer})" if newer else "(withdrawn)"
        rows.append((*_report(report, report.published), "-", f"{report.title or ''} {note}".strip()))
    return Table(("report", "published", "outlet", "file or address", "events", "title"), tuple(rows))


def event_table(events: Iterable[Event]) -> Table:
    """Events, each with the words of its first mention."""
    columns = ("event", "day", "type", "status", "who", "to whom", "reports", "origins", "words")
    return Table(columns, tuple(_event(event) for event in events))


def statement_table(statements: Iterable[SpokenWords], reports: Mapping[ReportId, Report]) -> Table:
    """Statements with who made them and where they stand."""
    rows = []
    for spoken in statements:
        first = spoken.statements[0]
        speaker = first.speaker
        who = ", ".join(filter(None, [speaker.name, speaker.role or spoken.office, speaker.state]))
        how = "quoted" if first.is_direct else "reported"
        where = "; ".join(dict.fromkeys(_source(reports[s.quote.report_id]) for s in spoken.statements))
        rows.append((first.id, shown_day(spoken.when), who or speaker.label, how, where, _flat(first.text)))
    return Table(("statement", "day", "speaker", "how", "reports", "words"), tuple(rows))


def figure_table(figures: Iterable[Figure], reports: Mapping[ReportId, Report]) -> Table:
    """Figures with what they count and where they stand."""
    rows = []
    for figure in figures:
        counted = " ".join(filter(None, [figure.approx, f"{figure.value:,.10g}", figure.unit]))
        rest = (figure.measure or "", figure.period or "", figure.given_by or "")
        rows.append((figure.id, counted, *rest, _source(reports[figure.quote.report_id]), _flat(figure.quote.exact)))
    return Table(("figure", "value", "of what", "period", "given by", "report", "words"), tuple(rows))


def problem_table(problems: Iterable[Problem], reports: Mapping[ReportId, Report]) -> Table:
    """What could not be read, and where."""
    rows = tuple((problem_place(p, reports), p.stage.value, p.reason) for p in problems)
    return Table(("where", "stage", "reason"), rows)


def unknown_table(names: Iterable[Unlinked], reports: Mapping[ReportId, Report]) -> Table:
    """Names that stand near a claim and were not linked, the most frequent first."""
    places_by_name: defaultdict[tuple[str, str], list[Unlinked]] = defaultdict(list)
    for unlinked in names:
        places_by_name[_flat(unlinked.quote.exact), unlinked.guess].append(unlinked)
    ranked = sorted(places_by_name.items(), key=lambda item: (-len(item[1]), item[0]))
    rows = []
    for (name, guess), places in ranked:
        where = "; ".join(dict.fromkeys(_source(reports[p.quote.report_id]) for p in places))
        rows.append((name, guess, str(len(places)), where))
    return Table(("name", "looks like", "times", "reports"), tuple(rows))


def words_table(found: Iterable[tuple[Report, str, str]]) -> Table:
    """Where words were found: the report, in what, and the words around them."""
    rows = tuple((_source(report), shown_day(report.published), where, _flat(words)) for report, where, words in found)
    return Table(("report", "published", "found in", "words"), rows)


def problem_place(problem: Problem, reports: Mapping[ReportId, Report]) -> str:
    """The file's name, or else the report's address, title or id."""
    report = reports.get(problem.report_id) if problem.report_id else None
    return problem.path or (report and (report.path or report.url or report.title)) or problem.report_id or ""


def shown_day(when: When) -> str:
    """A day, month, year or stretch of days, as precise as it is known; empty where it is not."""
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return f"since {first}" if first else f"by {last}" if last else ""
    if first == last:
        return str(first)
    if when.precision is Precision.MONTH and (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    if when.precision is Precision.YEAR and first.year == last.year:
        return f"{first:%Y}"
    return f"{first} to {last}"


def _report(report: Report, published: When) -> tuple[str, str, str, str]:
    return (report.id, shown_day(published), report.outlet or "", report.path or report.url or "")


def _event(event: Event) -> tuple[str, ...]:
    kind = f"{event.type}/{event.mode}" if event.mode else str(event.type)
    sides = (_names(event.parties.actors), _names(event.parties.recipients))
    counts = (str(len(event.reports)), str(len(event.origins)))
    words = _flat(event.mentions[0].claim.quote.exact)
    return (event.id, shown_day(event.when), kind, event.status.value, *sides, *counts, words)


def _names(parties: Iterable[Party]) -> str:
    return ", ".join(p.name if p.is_power or not p.id else f"{p.name} ({p.id})" for p in parties)


def _source(report: Report) -> str:
    return report.outlet or (PurePath(report.path).name if report.path else "") or report.url or report.id


def _flat(words: str) -> str:
    return " ".join(words.split())
