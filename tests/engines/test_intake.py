from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fake_reading import read

from detente.domain.days import NOT_KNOWN, Basis, on_day
from detente.domain.findings import Findings, Problem, Stage
from detente.domain.reports import Report
from detente.engines.intake import Intake, Step, Tally
from detente.engines.local import read_all
from detente.record.contents import Outcome, Reading
from detente.record.store import Record

READING = Reading("0.1.0", "rules-1", "code-1", "none 1")
TODAY = date(2031, 6, 1)
ONE = Report("Arnor met Gondor in Bree.", path="a.txt")
EMPTY = Problem(Stage.SOURCE, "the file is empty", path="empty.txt")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "r.db", create=True) as opened:
        yield opened


def take_in(record: Record, *items: Report | Problem) -> list[Step | Problem]:
    return list(Intake(record, READING, lambda reports: read_all(reports, lambda: read), TODAY).take_in(items))


def test_a_report_is_read_and_stored(record: Record) -> None:
    take_in(record, ONE)

    assert record.contents().findings == (read(ONE),)


def test_a_known_report_is_not_read_again(record: Record) -> None:
    take_in(record, ONE)

    assert take_in(record, ONE) == [Step(Outcome.KNOWN)]


def test_taking_in_twice_changes_nothing(record: Record) -> None:
    items = (ONE, EMPTY, Report("foreign words"), Report("stumble", path="b.txt"))
    take_in(record, *items)
    once = record.contents()

    take_in(record, *items)

    assert record.contents() == once


def test_a_file_that_cannot_be_read_is_counted_and_kept(record: Record) -> None:
    assert take_in(record, EMPTY) == [Step(None, (EMPTY,))]
    assert record.contents().problems == (EMPTY,)


def test_what_is_odd_about_a_file_that_was_read_is_told(record: Record) -> None:
    odd = Problem(Stage.SOURCE, "2 characters are broken", path="a.txt")

    assert take_in(record, odd, ONE) == [odd, Step(Outcome.NEW)]


def test_one_text_in_two_files_is_one_report(record: Record) -> None:
    steps = take_in(record, ONE, Report(ONE.text, path="b.txt"))

    assert steps == [Step(Outcome.KNOWN), Step(Outcome.NEW)]


def test_two_days_for_one_text_are_told(record: Record) -> None:
    days = [on_day(date(2031, 5, day), Basis.METADATA) for day in (6, 7)]
    (conflict, _, _) = take_in(record, *(Report(ONE.text, published=day) for day in days))

    assert isinstance(conflict, Problem)
    assert record.contents().problems == (conflict,)


def test_two_days_for_one_text_are_told_when_the_second_comes_later(record: Record) -> None:
    for day in (6, 7):
        steps = take_in(record, Report(ONE.text, published=on_day(date(2031, 5, day), Basis.METADATA)))

    assert [p.reason for s in steps if isinstance(s, Step) for p in s.problems] == [
        "Two days are given for this report, 2031-05-06 and 2031-05-07; 2031-05-06 is kept."
    ]


def test_a_report_that_says_nothing_that_can_be_read_counts_as_not_read_each_time(record: Record) -> None:
    foreign = Report("foreign words", path="c.txt")
    expected = [Step(None, (Problem(Stage.TEXT, "It is not English.", path="c.txt"),))]

    assert take_in(record, foreign) == expected
    assert take_in(record, foreign) == expected


def test_a_report_that_reading_fails_on_is_kept_as_a_problem(record: Record) -> None:
    (step,) = take_in(record, Report("stumble", path="b.txt"))

    assert isinstance(step, Step)
    assert (step.outcome, record.contents().problems) == (None, step.problems)


def test_a_day_still_to_come_is_not_believed(record: Record) -> None:
    (step,) = take_in(record, Report(ONE.text, published=on_day(date(2031, 6, 3), Basis.METADATA)))

    assert isinstance(step, Step)
    assert step.problems[0].reason == (
        "This report is dated 2031-06-03, a day still to come; its day is taken as unknown."
    )
    assert record.contents().findings[0].report.published == NOT_KNOWN


def test_tomorrow_may_have_come_elsewhere(record: Record) -> None:
    assert take_in(record, Report(ONE.text, published=on_day(date(2031, 6, 2), Basis.METADATA))) == [Step(Outcome.NEW)]


def test_what_cannot_be_stored_is_a_problem_and_the_others_are_stored(record: Record) -> None:
    def untrue(report: Report) -> Findings:
        found = read(report)
        return found if report == ONE else Findings(found.report, claims=read(ONE).claims)

    intake = Intake(record, READING, lambda reports: map(untrue, reports), TODAY)
    list(intake.take_in([Report("Rohan was not there at all.", path="b.txt"), ONE]))

    assert [f.report for f in record.contents().findings] == [ONE]
    assert [p.path for p in record.contents().problems] == ["b.txt"]


def test_to_stop_between_two_reports_loses_nothing_of_the_first(record: Record) -> None:
    two = Report("Arnor met Gondor in Dale.")
    steps = Intake(record, READING, lambda reports: read_all(reports, lambda: read), TODAY).take_in([ONE, two])

    next(steps)
    steps.close()

    assert record.contents().findings == (read(ONE),)


def test_the_tally_counts_what_was_read_and_what_was_not() -> None:
    tally = Tally()

    for step in (Step(Outcome.NEW), Step(Outcome.AGAIN), Step(Outcome.KNOWN), Step(None, (EMPTY,)), EMPTY):
        tally.count(step)

    assert tally.line == "3 reports read (1 new, 1 read again, 1 known already), 1 not read."
    assert not tally.is_whole


def test_one_report_is_a_report() -> None:
    tally = Tally(new=1)

    assert tally.line == "1 report read (1 new, 0 known already), 0 not read."
    assert tally.is_whole
