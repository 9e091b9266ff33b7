"""A reader without a parser, for workers to import: it finds one claim in a report, or does what the text bids."""

import os
import sys

from detente.domain.acts import ActType, Status
from detente.domain.findings import Claim, Findings, Problem, Stage
from detente.domain.ids import ActorId, RuleId
from detente.domain.parties import Joint, Party, PartyKind
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.engines.local import Reader

PARTIES = Joint((Party(ActorId("ARN"), PartyKind.STATE, "Arnor"), Party(ActorId("GON"), PartyKind.STATE, "Gondor")))


def make_reader() -> Reader:
    return read


def read(report: Report) -> Findings:
    match report.text.split():
        case ["die", *_]:
            os._exit(9)
        case ["stumble", *_]:
            message = "over a word"
            raise KeyError(message)
        case ["foreign", *_]:
            return Findings(report, problems=(Problem(Stage.TEXT, "It is not English.", path=report.path),))
        case ["linger", *_]:
            sys.stdin.read()
    words = report.quote(Span(0, len(report.text)))
    claim = Claim(words, ActType.CONSULT, PARTIES, Status.HAPPENED, RuleId("consult/met"), trigger=Span(0, 1))
    return Findings(report, claims=(claim,))


def fail_to_make() -> Reader:
    message = "no parser is installed"
    raise RuntimeError(message)
