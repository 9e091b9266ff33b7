"""Findings as tables: rows of short words for a terminal or a spreadsheet."""

import csv
import io
from collections import Counter, defaultdict
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
from detente.domain.judgements import Judgement
from detente.domain.parties import Party
from detente.domain.reports import Report
from detente.events.fates import fated

_WIDTH_WITHOUT_TERMINAL = 140

_LEAST_WIDTH_OF_WORDS = 30
"""Narrower than this, words of a report cannot be read."""

_LONGEST_WORDS = 60
"""Of the words that a problem is with, so many letters tell which ones are meant."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column, and the cell of a drawn row that it shares with others: a terminal is narrow."""

    name: str
    cell: int
    is_count: bool = False
    """Whether its name is written before each value."""
    mark: str = ""
    """What is written before each value."""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns, and rows of as many values."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


def draw(table: Table, width: int | None = None) -> None:
    """Print the table to standard output, as wide as the terminal is where no width is given."""
    console = Console(width=width)
    if width is None and not console.is_terminal:
        console = Console(width=_WIDTH_WITHOUT_TERMINAL)
    drawn = RichTable(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False)
    last = max(column.cell for column in table.columns)
    for cell in range(last + 1):
        title = "\n".join(c.name for c in table.columns if c.cell == cell and not c.is_count)
        least = _LEAST_WIDTH_OF_WORDS if cell == last else None
        drawn.add_column(title, overflow="fold", ratio=1 if cell == last else None, min_width=least)
    for row in table.rows:
        # values are texts of others: nothing in them is markup
        drawn.add_row(*(Text(_in_cell(table, row, cell)) for cell in range(last + 1)))
    console.print(drawn)


def _in_cell(table: Table, row: tuple[str, ...], cell: int) -> str:
    """The values that share a cell, one under the other, and the counts among them in a line."""
    here = [(column, value) for column, value in zip(table.columns, row, strict=True) if column.cell == cell and value]
    lines = [f"{column.mark}{value}" for column, value in here if not column.is_count]
    counts = [f"{column.name}: {value}" for column, value in here if column.is_count]
    return "\n".join(filter(None, [*lines, ", ".join(counts)]))


def to_csv(table: Table) -> str:
    """The table as comma-separated values, after a line of column names."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows(table.rows)
    return out.getvalue()


def report_table(
    reports: Iterable[DatedReport], events: Sequence[Event], set_aside: Iterable[tuple[Report, ReportId | None]] = ()
) -> Table:
    """Reports with how many events each tells of, and those that nothing is derived from."""
    columns = (
        *(Column("published", 0), Column("report", 0)),
        *(Column("outlet", 1), Column("file or address", 1)),
        *(Column("title", 2), Column("events", 2, is_count=True)),
    )
    told = Counter(report_id for event in events for report_id in event.reports)
    rows = [(*_report(d.report, d.published), d.report.title or "", str(told[d.report.id])) for d in reports]
    for report, newer in set_aside:
        note = f"(a newer text stands under its address: {newer})" if newer else "(withdrawn)"
        rows.append((*_report(report, report.published), f"{report.title or ''} {note}".strip(), ""))
    return Table(columns, tuple(rows))


def event_table(events: Iterable[Event]) -> Table:
    """Events, each with the words of its first mention."""
    columns = (
        *(Column("day", 0), Column("event", 0)),
        *(Column("type", 1), Column("status", 1)),
        *(Column("who", 2), Column("to whom", 2, mark="→ ")),
        *(Column("words", 3), Column("reports", 3, is_count=True), Column("origins", 3, is_count=True)),
    )
    return Table(columns, tuple(_event(event) for event in events))


def statement_table(statements: Iterable[SpokenWords], reports: Mapping[ReportId, Report]) -> Table:
    """Statements with who made them and where they stand."""
    columns = (
        *(Column("day", 0), Column("statement", 0)),
        *(Column("speaker", 1), Column("how", 1), Column("stance", 1), Column("about", 1)),
        *(Column("words", 2), Column("reports", 2, mark="in ")),
        Column("in other words", 3),
    )
    rows = []
    for spoken in statements:
        first = spoken.statements[0]
        who = ", ".join(
            filter(None, [first.speaker.label, first.speaker.name and first.speaker.role, first.speaker.state])
        )
        how = "quoted" if first.is_direct else "reported"
        where = "; ".join(dict.fromkeys(source_name(reports[s.quote.report_id]) for s in spoken.statements))
        stance = f"{first.stance} (“{first.stance_cue}”)" if first.stance and first.stance_cue else first.stance or ""
        about = ", ".join(spoken.issues)
        others = " / ".join(map(in_one_line, spoken.variants))
        rows.append((shown_day(spoken.when), first.id, who, how, stance, about, in_one_line(first.text), where, others))
    return Table(columns, tuple(rows))


def figure_table(figures: Iterable[Figure], reports: Mapping[ReportId, Report]) -> Table:
    """Figures with what they count and where they stand."""
    columns = (
        *(Column("value", 0), Column("figure", 0)),
        *(Column("of what", 1), Column("period", 1), Column("given by", 1)),
        *(Column("words", 2), Column("report", 2, mark="in ")),
    )
    rows = []
    for figure in figures:
        value = " ".join(filter(None, [figure.approx, f"{figure.value:,.10g}", figure.unit]))
        what = (figure.measure or "", figure.period or "", figure.given_by or "")
        words = (in_one_line(figure.quote.exact), source_name(reports[figure.quote.report_id]))
        rows.append((value, figure.id, *what, *words))
    return Table(columns, tuple(rows))


def problem_table(problems: Iterable[Problem], reports: Mapping[ReportId, Report]) -> Table:
    """What could not be read, and where."""
    columns = (Column("where", 0), Column("words", 0), Column("stage", 1), Column("reason", 2))
    rows = []
    for problem in problems:
        report = reports.get(problem.report_id) if problem.report_id else None
        span = problem.span
        words = in_one_line(report.text[span.start : span.end]) if report and span else ""
        shown = words if len(words) <= _LONGEST_WORDS else f"{words[:_LONGEST_WORDS].rstrip()} …"
        rows.append((problem_place(problem, reports), shown, problem.stage.value, problem.reason))
    return Table(columns, tuple(rows))


def unknown_table(names: Iterable[Unlinked], reports: Mapping[ReportId, Report]) -> Table:
    """Names that stand near a claim and were not linked, the most frequent first."""
    columns = (Column("name", 0), Column("looks like", 1), Column("times", 2), Column("reports", 3))
    places_by_name: defaultdict[tuple[str, str], list[Unlinked]] = defaultdict(list)
    for unlinked in names:
        places_by_name[in_one_line(unlinked.quote.exact), unlinked.guess].append(unlinked)
    ranked = sorted(places_by_name.items(), key=lambda item: (-len(item[1]), item[0]))
    rows = []
    for (name, guess), places in ranked:
        where = "; ".join(sorted({source_name(reports[p.quote.report_id]) for p in places}))
        rows.append((name, guess, str(len(places)), where))
    return Table(columns, tuple(rows))


def judgement_table(judgements: Sequence[tuple[Judgement, bool]]) -> Table:
    """What persons said, in the order in which they did, with what became of it."""
    columns = (
        *(Column("day", 0), Column("judgement", 0)),
        *(Column("by", 1), Column("verdict", 1), Column("state", 1)),
        *(Column("on", 2), Column("field", 2), Column("value", 2, mark="→ ")),
        Column("why", 3),
    )
    rows = []
    for told in fated(judgements):
        judgement = told.word
        correction = judgement.correction
        put_right = (correction.field.value, in_one_line(correction.value)) if correction else ("", "")
        who = (in_one_line(judgement.by), judgement.verdict.value, told.fate.value)
        what = (" ".join(judgement.on), *put_right, in_one_line(judgement.why))
        rows.append((judgement.day.isoformat(), judgement.id, *who, *what))
    return Table(columns, tuple(rows))


def words_table(found: Iterable[tuple[Report, str, str]]) -> Table:
    """Where words were found: the report, in what, and the words around them."""
    columns = (Column("report", 0), Column("published", 0), Column("found in", 1), Column("words", 2))
    rows = tuple(
        (source_name(report), shown_day(report.published), where, in_one_line(words)) for report, where, words in found
    )
    return Table(columns, rows)


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


def source_name(report: Report) -> str:
    """Who published a report, or else where it lies."""
    return report.outlet or (PurePath(report.path).name if report.path else "") or report.url or report.id


def in_one_line(words: str) -> str:
    """Words of a report without its line breaks."""
    return " ".join(words.split())


def _report(report: Report, published: When) -> tuple[str, str, str, str]:
    return (shown_day(published), report.id, report.outlet or "", report.path or report.url or "")


def _event(event: Event) -> tuple[str, ...]:
    kind = f"{event.type}/{event.mode}" if event.mode else str(event.type)
    sides = (_names(event.parties.actors), _names(event.parties.recipients))
    counts = (str(len(event.reports)), str(len(event.origins)))
    words = in_one_line(event.mentions[0].claim.quote.exact)
    return (shown_day(event.when), event.id, kind, event.status.value, *sides, words, *counts)


def _names(parties: Iterable[Party]) -> str:
    return ", ".join(p.name if p.is_power or not p.id else f"{p.name} ({p.id})" for p in parties)
