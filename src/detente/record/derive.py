"""From what a record holds to all that follows from it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from detente.domain.derived import Derived
from detente.domain.findings import Findings, Problem
from detente.domain.judgements import Judgement
from detente.record.contents import Contents

Settle = Callable[[Sequence[Findings], Sequence[Judgement]], Derived]


def derive(contents: Contents, settle: Settle, as_of: date | None = None) -> Derived:
    """All that follows from a record, or from those of its reports that were out by the end of a day."""
    derived = settle(contents.findings, contents.judgements)
    if as_of is not None:
        derived = settle(_out_by(as_of, contents, derived), [j for j in contents.judgements if j.day <= as_of])
    reports = {f.report.id for f in contents.findings} | {a.report.id for a in contents.set_aside}
    return replace(
        derived,
        problems=tuple(sorted({*derived.problems, *contents.problems}, key=_place)),
        judgements=tuple((j, matched or j.on[0] in reports) for j, matched in derived.judgements),
    )


def _out_by(day: date, contents: Contents, derived: Derived) -> tuple[Findings, ...]:
    """The findings of the reports that were surely out: those without a known day are not."""
    out = {d.report.id for d in derived.reports if d.published.latest and d.published.latest <= day}
    return tuple(f for f in contents.findings if f.report.id in out)


def _place(problem: Problem) -> tuple[str, str, int, str, str]:
    start = problem.span.start if problem.span else -1
    return (problem.path or "", problem.report_id or "", start, problem.stage, problem.reason)
