from datetime import date

import pytest

from detente.domain.days import NOT_KNOWN, Basis, Precision, When, on_day
from detente.domain.findings import Problem, Stage
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.views.tables import Column, Table, draw, problem_place, problem_table, shown_day

MAY = (date(2031, 5, 1), date(2031, 5, 31))


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (NOT_KNOWN, ""),
        (on_day(date(2031, 5, 6), Basis.STATED), "2031-05-06"),
        (When(*MAY, Precision.MONTH, Basis.STATED), "2031-05"),
        (When(*MAY, Precision.LONGER, Basis.STATED), "2031-05-01 to 2031-05-31"),
        (When(date(2031, 1, 1), date(2031, 12, 31), Precision.YEAR, Basis.STATED), "2031"),
        (When(date(2031, 5, 6), None, Precision.LONGER, Basis.STATED), "since 2031-05-06"),
        (When(None, date(2031, 5, 6), Precision.LONGER, Basis.STATED), "by 2031-05-06"),
    ],
)
def test_a_day_is_shown_as_precise_as_it_is_known(when: When, shown: str) -> None:
    assert shown_day(when) == shown


def test_the_words_of_reports_are_never_markup(capsys: pytest.CaptureFixture[str]) -> None:
    draw(Table((Column("words", 0),), (("[bold]loud[/bold]",),)), width=60)

    assert "[bold]loud[/bold]" in capsys.readouterr().out


def test_values_share_a_cell_and_counts_share_its_last_line(capsys: pytest.CaptureFixture[str]) -> None:
    columns = (
        Column("who", 0),
        Column("to whom", 0, mark="→ "),
        Column("a", 0, is_count=True),
        Column("b", 0, is_count=True),
    )

    draw(Table(columns, (("Arnor", "Gondor", "1", "2"),)), width=60)

    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert [line for line in lines if line and "─" not in line] == ["who", "to whom", "Arnor", "→ Gondor", "a: 1, b: 2"]


def test_a_problem_is_placed_by_its_file_or_its_report() -> None:
    report = Report("Arnor met Gondor.", url="https://one.example")

    places = [
        problem_place(problem, {report.id: report})
        for problem in (
            Problem(Stage.SOURCE, "It is empty.", path="a.txt"),
            Problem(Stage.DATE, "No day.", report_id=report.id),
            Problem(Stage.DATE, "No day.", report_id=Report("gone").id),
            Problem(Stage.DATE, "No day."),
        )
    ]

    assert places == ["a.txt", "https://one.example", Report("gone").id, ""]


def test_a_problem_shows_the_words_that_it_is_with() -> None:
    report = Report("Arnor met Gondor. " * 9)
    problems = [Problem(Stage.CLAIMS, "Unclear.", report.id, span=Span(0, end)) for end in (5, 100)]

    rows = problem_table(problems, {report.id: report}).rows

    assert [row[1] for row in rows] == ["Arnor", "Arnor met Gondor. Arnor met Gondor. Arnor met Gondor. Arnor …"]
