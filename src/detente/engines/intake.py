"""From reports that were fetched to a record that holds what they say."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import assert_never

from detente.domain.days import NOT_KNOWN
from detente.domain.findings import Findings, Problem, Stage
from detente.domain.reports import Report
from detente.record.contents import Admission, Outcome, Reading
from detente.record.known import gathered
from detente.record.store import Record

ReadMany = Callable[[Iterable[Report]], Iterator[Findings | Problem]]
"""Reads reports, in order: an engine with its reader."""

_ONE_DAY = timedelta(days=1)
"""It may be tomorrow already where a report is published."""

_OF_THE_WHOLE = frozenset({Stage.SOURCE, Stage.TEXT, Stage.ACTORS, Stage.CLAIMS})
"""Stages at which a problem without a place in the text speaks of the whole report."""


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one report, or of one file that holds none."""

    outcome: Outcome | None
    """None where it could not be read."""
    problems: tuple[Problem, ...] = ()
    """What a person should know of."""


@dataclass(slots=True)
class Tally:
    """How many reports were read and how many were not."""

    new: int = 0
    again: int = 0
    known: int = 0
    not_read: int = 0
    problems: int = 0

    def count(self, step: Step | Problem) -> tuple[Problem, ...]:
        """Add a step; what a person should know of it."""
        if isinstance(step, Problem):
            self.problems += 1
            return (step,)
        match step.outcome:
            case None:
                self.not_read += 1
            case Outcome.NEW:
                self.new += 1
            case Outcome.AGAIN:
                self.again += 1
            case Outcome.KNOWN:
                self.known += 1
            case _:
                assert_never(step.outcome)
        self.problems += len(step.problems)
        return step.problems

    @property
    def is_whole(self) -> bool:
        """Whether there was something to read, and all of it was read."""
        return self.new + self.again + self.known > 0 and self.problems == 0

    @property
    def line(self) -> str:
        """The counts in one sentence."""
        read = self.new + self.again + self.known
        again = f", {self.again} read again" if self.again else ""
        reports = "report" if read == 1 else "reports"
        return f"{read} {reports} read ({self.new} new{again}, {self.known} known already), {self.not_read} not read."


@dataclass(frozen=True, slots=True)
class Intake:
    """How reports come into a record: with which reading, by which engine, on which day."""

    record: Record
    reading: Reading
    read_many: ReadMany
    today: date

    def take_in(self, items: Sequence[Report | Problem]) -> Generator[Step | Problem]:
        """Store what was fetched: a step for each item, and a bare Problem for what is odd about one that was read.

        To stop between two steps loses nothing of those before.
        """
        sightings = [item for item in items if isinstance(item, Report)]
        problems = [item for item in items if isinstance(item, Problem)]
        reports, conflicts = gathered(sightings)
        self._store_problems_of_files(items)
        for problem in conflicts:
            self.record.add_problem(problem)
        paths = {report.path for report in sightings}
        for problem in problems:
            yield problem if problem.path in paths else Step(None, (problem,))
        yield from conflicts
        # a text that came twice is read once
        yield from (Step(Outcome.KNOWN) for _ in range(len(sightings) - len(reports)))
        yield from self._read(reports)

    def _store_problems_of_files(self, items: Sequence[Report | Problem]) -> None:
        """Store what could not be read of each file this time; what could not be read of it before is past."""
        problems_by_path: dict[str, list[Problem]] = {item.path or "": [] for item in items}
        for item in items:
            if isinstance(item, Problem):
                problems_by_path[item.path or ""].append(item)
        for path, problems in problems_by_path.items():
            self.record.save_problems(path, problems)

    def _read(self, reports: Iterable[Report]) -> Iterator[Step]:
        admitted: deque[Admission] = deque()
        known: deque[Step] = deque()

        def unread() -> Iterator[Report]:
            for report in reports:
                admission = self.record.admit(report, self.reading)
                if admission.found:
                    known.append(_step(Outcome.KNOWN, admission, admission.found))
                else:
                    admitted.append(admission)
                    yield admission.report

        for result in self.read_many(unread()):
            yield self._store(admitted.popleft(), result)
        yield from known

    def _store(self, admission: Admission, result: Findings | Problem) -> Step:
        if isinstance(result, Findings):
            findings = self._without_a_day_to_come(result)
            try:
                outcome = self.record.save(findings, self.reading, admission.report)
            except ValueError as error:
                result = _unstorable(admission.report, error)
            else:
                return _step(outcome, admission, findings)
        self.record.add_problem(result)
        return Step(None, (result,))

    def _without_a_day_to_come(self, findings: Findings) -> Findings:
        report = findings.report
        day = report.published.earliest
        if day is None or day <= self.today + _ONE_DAY:
            return findings
        reason = f"This report is dated {day}, a day still to come; its day is taken as unknown."
        problem = Problem(Stage.SOURCE, reason, report_id=report.id, path=report.path)
        dated = replace(report, published=NOT_KNOWN)
        return replace(findings, report=dated, problems=(*findings.problems, problem))


def _step(outcome: Outcome, admission: Admission, findings: Findings) -> Step:
    problems = tuple(
        p for p in findings.problems if p.stage is Stage.TEXT or (p.span is None and p.stage in _OF_THE_WHOLE)
    )
    found = findings.claims or findings.statements or findings.figures
    told = tuple(filter(None, [*problems, admission.problem]))
    return Step(outcome if found or not problems else None, told)


def _unstorable(report: Report, error: ValueError) -> Problem:
    reason = f"This report could not be stored because of a fault in detente ({error})."
    return Problem(Stage.TEXT, reason, path=report.path or report.url)
