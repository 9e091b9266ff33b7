"""A record as JSON lines or as a table of its events, for other programs."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from detente.domain.derived import Derived
from detente.domain.ids import ActorId, ReportId
from detente.domain.reports import Report
from detente.views.event_objects import event_object
from detente.views.index_objects import heat_objects, index_objects
from detente.views.object_parts import Object
from detente.views.objects import (
    disagreement_object,
    figure_object,
    issue_object,
    judgement_objects,
    pledge_object,
    problem_object,
    report_object,
    set_aside_object,
    statement_lines,
    statement_object,
)


class Format(StrEnum):
    """What a record can be exported as."""

    JSONL = "jsonl"
    CSV = "csv"


_ESCAPED = {ord(c): f"\\u{ord(c):04x}" for c in "\x85\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the first line says: who made this, with which rules and parser."""

    schema: int
    detente: str
    rules: str
    pipeline: str
    read_with: tuple[str, ...] = ()
    """Hashes of the rules that the reports were read with: others than `rules` where those have changed since."""
    actors: tuple[str, ...] = ()
    """Hashes of the settings folders that extended those rules."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What an export shows: all that was derived, and what stands beside it."""

    derived: Derived
    name_of: Callable[[ActorId], str | None]
    """The English name of a state or body."""
    set_aside: tuple[tuple[Report, ReportId | None], ...] = ()
    """Reports that nothing is derived from, with the newer one that supersedes each (None: withdrawn)."""


def export(shown: Shown, stamp: Stamp, form: Format) -> Iterator[str]:
    """The lines of an export, each with its line break."""
    match form:
        case Format.JSONL:
            return export_jsonl(shown, stamp)
        case Format.CSV:
            return export_csv(shown)
        case _:
            assert_never(form)


def export_jsonl(shown: Shown, stamp: Stamp) -> Iterator[str]:
    """The lines of the export, each with its line break, in an order that depends on the record alone."""
    first = {"kind": "record", "schema": stamp.schema, "detente": stamp.detente, "rules": stamp.rules}
    read_with = {"read_with": list(stamp.read_with), "actors": list(stamp.actors)}
    yield json_line({**first, "pipeline": stamp.pipeline, **read_with})
    for kind in KINDS:
        for item in objects(shown, kind):
            yield json_line(item)


def objects(shown: Shown, kind: str) -> list[Object]:
    """All objects of one of the `KINDS`, in order."""
    return KINDS[kind](shown)


def _reports(shown: Shown) -> list[Object]:
    # those set aside come first, so that of two reports under one path the later line is the one that counts
    aside = [set_aside_object(report, newer) for report, newer in shown.set_aside]
    return aside + [report_object(dated) for dated in shown.derived.reports]


def _events(shown: Shown) -> list[Object]:
    lines = statement_lines(shown.derived.statements)
    return [event_object(event, lines) for event in shown.derived.events]


KINDS: dict[str, Callable[[Shown], list[Object]]] = {
    "report": _reports,
    "event": _events,
    "statement": lambda shown: [statement_object(s, shown.name_of) for s in shown.derived.statements],
    "figure": lambda shown: [figure_object(f) for f in shown.derived.figures],
    "issue": lambda shown: [issue_object(i) for i in shown.derived.issues],
    "pledge": lambda shown: [pledge_object(p) for p in shown.derived.pledges],
    "disagreement": lambda shown: [disagreement_object(d) for d in shown.derived.disagreements],
    "index": lambda shown: index_objects(shown.derived.index),
    "issue_index": lambda shown: heat_objects(shown.derived.heat),
    "problem": lambda shown: [problem_object(p) for p in shown.derived.problems],
    "judgement": lambda shown: judgement_objects(shown.derived.judgements),
}
"""How each kind of line is made, in the order in which they come."""

EVENT_COLUMNS = (
    "event",
    "type",
    "mode",
    "status",
    "earliest",
    "latest",
    "actors",
    "recipients",
    "issues",
    "part_of",
    "independent_origins",
    "report",
    "outlet",
    "start",
    "end",
    "quote",
    "rule",
)


def export_csv(shown: Shown) -> Iterator[str]:
    """One row for each mention of each event, with the event's own fields repeated."""
    outlets = {d.report.id: d.report.outlet for d in shown.derived.reports}
    yield _row(EVENT_COLUMNS)
    for event in shown.derived.events:
        sides = (event.parties.actors, event.parties.recipients)
        whole = (event.id, event.type, event.mode, event.status, event.when.earliest, event.when.latest)
        parties = tuple("; ".join(p.id or p.name for p in side) for side in sides)
        rest = (" ".join(event.issues), event.part_of, len(event.origins))
        for placed in event.mentions:
            quote = placed.claim.quote
            place = (quote.report_id, outlets.get(quote.report_id), quote.span.start, quote.span.end, quote.exact)
            yield _row((*whole, *parties, *rest, *place, placed.claim.rule))


def _row(values: tuple[object, ...]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(values)
    return line.getvalue()


def json_line(item: Object) -> str:
    """An object as a line of JSON, with its line break."""
    # what some readers take for the end of a line is written as an escape
    return json.dumps(item, ensure_ascii=False, allow_nan=False).translate(_ESCAPED) + "\n"
