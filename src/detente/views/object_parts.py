"""The parts of the objects that other programs read: days, parties, words and their place."""

from collections.abc import Iterable

from detente.domain.days import When
from detente.domain.parties import Party
from detente.domain.spans import Quote

Object = dict[str, object]
"""One line of an export, before it is written."""


def place_object(quote: Quote) -> Object:
    """The words of a report and where they stand."""
    return {"report": quote.report_id, "start": quote.span.start, "end": quote.span.end, "quote": quote.exact}


def party_objects(parties: Iterable[Party]) -> list[Object]:
    """Those who take part."""
    return [{"id": p.id, "kind": p.kind, "name": p.name, "via": p.via, "role": p.role} for p in parties]


def interval_object(when: When) -> Object:
    """Days, as precise as they are known."""
    return {
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "precision": when.precision,
        "basis": when.basis,
    }
