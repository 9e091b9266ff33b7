"""On which words of which reports a thing's line stands."""

from detente.domain.derived import (
    DatedReport,
    Disagreement,
    Event,
    Issue,
    Pledge,
    SpokenWords,
    Thing,
)
from detente.domain.findings import Figure, Problem
from detente.domain.ids import ReportId
from detente.domain.spans import Quote

WORDS_SHOWN = 3
"""Quotes in a line of a list; the thing's own page has them all."""


def quotes_of(thing: Thing) -> tuple[Quote, ...]:
    """The words on which a thing's line stands, in the order in which it shows them."""
    quotes: tuple[Quote, ...]
    match thing:
        case Event():
            quotes = tuple(m.claim.quote for m in thing.mentions)
        case SpokenWords():
            quotes = tuple(q for s in thing.statements for q in (s.quote, *s.stretches))
        case Figure():
            quotes = (thing.quote,)
        case Issue():
            quotes = tuple(dict.fromkeys([*(c.quote for c in thing.history[-1:]), *thing.mentions]))
        case Pledge():
            quotes = thing.mentions
        case Disagreement():
            quotes = tuple(side.quote for side in thing.sides)
        case _:
            quotes = ()
    return quotes


def reports_of(thing: Thing, most: int = WORDS_SHOWN) -> tuple[ReportId, ...]:
    """The reports whose texts the line of a thing needs."""
    match thing:
        case Problem():
            return (thing.report_id,) if thing.report_id else ()
        case DatedReport():
            return (thing.report.id,)
        case Disagreement():
            return tuple(q.report_id for q in quotes_of(thing))
        case _:
            return tuple(q.report_id for q in quotes_of(thing)[:most])
