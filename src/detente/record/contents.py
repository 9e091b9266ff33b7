"""What a record holds, as values."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from rapidfuzz import process

from detente.domain.findings import Findings, Problem
from detente.domain.ids import ReportId
from detente.domain.judgements import Judgement, Verdict
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.errors import UnknownNameError
from detente.events.judging import standing


@dataclass(frozen=True, slots=True, order=True)
class Reading:
    """With what a report was read: other rules, code or another parser may find other things in it."""

    detente: str
    """The version."""
    rules: str
    """A hash of the rule data."""
    code: str
    """A hash of the modules."""
    pipeline: str
    """The parser's name and version."""


class Outcome(StrEnum):
    """What saving a report did to the record."""

    NEW = "new"
    AGAIN = "again"
    """It was there, and was read again: with other rules, or with more known about it."""
    KNOWN = "known"
    """It was there, and nothing about it is new."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment in the life of a record."""

    report: int
    """The place of the last report that had come."""
    judgements: int
    """How many judgements had been given."""


@dataclass(frozen=True, slots=True)
class Admission:
    """What the record says to a report that is offered to it."""

    report: Report
    """As it is to be read: with what the record knows of it."""
    found: Findings | None = None
    """What was found in it before, where reading it again would tell nothing new."""
    problem: Problem | None = None
    """Two days that cannot both be right."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A report in its place in the record."""

    seq: int
    """Counts up as reports come: of two under one address the later is the newer."""
    report: Report
    formerly: tuple[str, ...] = ()
    """Ids that it had before its address was known."""
    furniture: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class SetAside:
    """A report that is kept but nothing is derived from it."""

    report: Report
    superseded_by: ReportId | None
    """The newer report under the same address, or None for one that a person withdrew."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything in a record at one moment."""

    findings: tuple[Findings, ...] = ()
    """Of the reports that count, sorted by id."""
    set_aside: tuple[SetAside, ...] = ()
    """Sorted by the report's id."""
    problems: tuple[Problem, ...] = ()
    """What could not be read at all, and what the record itself noticed."""
    judgements: tuple[Judgement, ...] = ()
    """In the order in which they were given."""
    readings: tuple[Reading, ...] = ()
    """Those that reports were read with, sorted."""


def sort_out(
    shelf: Sequence[Shelved], judgements: Sequence[Judgement]
) -> tuple[tuple[Shelved, ...], tuple[SetAside, ...]]:
    """The reports that count, and those that are withdrawn or that a newer one under the same address supersedes."""
    gone = withdrawn(judgements)
    here = [s for s in shelf if gone.isdisjoint((s.report.id, *s.formerly))]
    newest_by_url = {s.report.url: s for s in sorted(here, key=lambda s: s.seq)}
    live, aside = [], [SetAside(s.report, None) for s in shelf if not gone.isdisjoint((s.report.id, *s.formerly))]
    for shelved in here:
        newest = newest_by_url[shelved.report.url]
        if shelved.report.url is None or newest.seq == shelved.seq:
            live.append(shelved)
        else:
            aside.append(SetAside(shelved.report, newest.report.id))
    return tuple(live), tuple(sorted(aside, key=lambda a: a.report.id))


def report_named(shelf: Sequence[Shelved], name: str) -> Report:
    """The report with an id, file, file name, address or title; UnknownNameError where none or several bear it."""
    found = [s.report for s in shelf if name in _names(s)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownNameError(f"Several reports are called {name!r}: {', '.join(r.id for r in found)}.")
    near = process.extract(name, sorted({n for s in shelf for n in _names(s)}), limit=3)
    nearest = " or ".join(word for word, _, _ in near)
    raise UnknownNameError(f"No report is called {name!r}." + (f" Did you mean {nearest}?" if nearest else ""))


def _names(shelved: Shelved) -> set[str]:
    report = shelved.report
    file = (report.path, PurePath(report.path).name) if report.path else ()
    return {name for name in (report.id, *shelved.formerly, report.url, report.title, *file) if name}


def withdrawn(judgements: Sequence[Judgement]) -> frozenset[str]:
    """The ids that were withdrawn and not put back: of several judgements on one thing the last stands."""
    kept = frozenset(standing(judgements))
    last = {j.on[0]: j.verdict for j in judgements if j.verdict in (Verdict.WITHDRAW, Verdict.RIGHT) and j in kept}
    return frozenset(thing for thing, verdict in last.items() if verdict is Verdict.WITHDRAW)
