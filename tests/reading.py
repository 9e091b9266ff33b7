"""Reading a few sentences as a report is read, once for all tests."""

from datetime import date
from functools import cache

from detente.domain.days import Basis, on_day
from detente.domain.derived import Derived
from detente.domain.findings import Claim, Findings
from detente.domain.reports import Report
from detente.pipeline import read, settle
from detente.rules.settling import load_settling_rules
from detente.tools import Tools, load_tools

FRIDAY = date(2031, 5, 9)


@cache
def tools() -> Tools:
    return load_tools()


def a_report(text: str, day: date | None = FRIDAY, outlet: str | None = None) -> Report:
    if day is None:
        return Report(text, outlet=outlet)
    return Report(text, outlet=outlet, published=on_day(day, Basis.METADATA))


def findings(text: str, day: date | None = FRIDAY) -> Findings:
    return read(a_report(text, day), tools())


def claims(text: str) -> tuple[Claim, ...]:
    return findings(text).claims


def settled(*reports: Report) -> Derived:
    return settle([read(report, tools()) for report in reports], (), load_settling_rules())
