"""The table of contents: from a report to its findings, and from all findings to what follows from them."""

from collections.abc import Sequence
from dataclasses import dataclass

from detente.domain.derived import Derived
from detente.domain.findings import Findings
from detente.domain.judgements import Judgement
from detente.domain.reports import Report
from detente.text.parse import Parser


@dataclass(frozen=True, slots=True)
class Tools:
    """What reading needs beside the report: the parser and the knowledge; make it with `load_tools`."""

    parser: Parser


def load_tools() -> Tools:
    """The packaged parser and knowledge."""
    raise NotImplementedError


def read(report: Report, tools: Tools) -> Findings:
    """All that one report says."""
    raise NotImplementedError


def settle(findings: Sequence[Findings], judgements: Sequence[Judgement], tools: Tools) -> Derived:
    """All that follows from the findings and judgements of a record, whatever their order."""
    raise NotImplementedError
