"""Reads news reports about states and keeps a sourced, dated record of their relations.

The nouns are here. `detente.pipeline` reads reports and settles findings; `detente.record.store.Record` keeps them.
"""

from detente.domain.derived import Derived, Event
from detente.domain.findings import Claim, Figure, Findings, Problem, Statement
from detente.domain.judgements import Judgement
from detente.domain.reports import Report
from detente.errors import DetenteError

__all__ = [
    "Claim",
    "Derived",
    "DetenteError",
    "Event",
    "Figure",
    "Findings",
    "Judgement",
    "Problem",
    "Report",
    "Statement",
]
