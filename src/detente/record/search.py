"""What a search is given and what it finds."""

import re
from dataclasses import dataclass

from detente.domain.findings import Claim, Figure, Problem, Statement, Unlinked
from detente.domain.reports import Report

_PHRASE_OR_WORD = re.compile(r'"([^"]*)"|([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that a search found: in a claim, a statement or, where `finding` is None, the report's whole text."""

    report: Report
    finding: Claim | Statement | Figure | Problem | Unlinked | None
    snippet: str
    """Words around the place, the ones that were looked for in [brackets]."""


def phrases(words: str) -> str:
    """The query that asks for all of the words, and for what stands in quotation marks as it stands there."""
    found = [phrase or word for phrase, word in _PHRASE_OR_WORD.findall(words)]
    # quoted, so that no sign or word of the query language means more than itself
    return " ".join(f'"{part}"' for part in found if any(c.isalnum() for c in part)) or '""'
