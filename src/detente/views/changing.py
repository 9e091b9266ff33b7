"""What changed since a day, as a table and as objects for other programs."""

from collections.abc import Iterable
from typing import assert_never

from detente.domain.derived import Derived, Disagreement, Event, Issue, Pledge
from detente.domain.ids import ActorId, ReportId
from detente.domain.reports import Report
from detente.events.changes import Changed, Thing
from detente.views.event_objects import event_object
from detente.views.listing import Listing
from detente.views.object_parts import Object, place_object
from detente.views.objects import disagreement_object, issue_object, pledge_object
from detente.views.selection import Selection
from detente.views.tables import Column, Table, in_one_line, source_name

NEW = "new"


def changes_listing(found: Iterable[Changed], derived: Derived, between: tuple[ActorId, ActorId] | None) -> Listing:
    """Each change with the words that show it, or those that concern two states or bodies."""
    chosen = [c for c in found if between is None or _concerns(c.thing, between, derived)]
    reports = {d.report.id: d.report for d in derived.reports}
    return Listing(_table(chosen, reports), [_object(c) for c in chosen])


def _table(found: Iterable[Changed], reports: dict[ReportId, Report]) -> Table:
    columns = (
        *(Column("what", 0), Column("id", 0)),
        *(Column("before", 1), Column("now", 1, mark="→ ")),
        *(Column("name", 2), Column("words", 2), Column("report", 2, mark="in ")),
    )
    rows = []
    for change in found:
        quote = change.quotes[0]
        status = (change.before or NEW, change.now or "")
        words = (in_one_line(quote.exact), source_name(reports[quote.report_id]))
        rows.append((_kind(change.thing), change.thing.id, *status, in_one_line(_name(change.thing)), *words))
    return Table(columns, tuple(rows))


def _object(change: Changed) -> Object:
    return {
        "kind": "change",
        "what": _kind(change.thing),
        "new": change.is_new,
        "before": change.before,
        "now": change.now,
        "quotes": [place_object(quote) for quote in change.quotes],
        "thing": _thing_object(change.thing),
    }


def _concerns(thing: Thing, between: tuple[ActorId, ActorId], derived: Derived) -> bool:
    """Whether both are parties; a disagreement concerns the pairs of which both its sides' reports tell."""
    pair = set(between)
    match thing:
        case Event():
            return pair <= set(thing.powers)
        case Issue():
            return pair <= set(thing.parties)
        case Pledge():
            return pair <= {*thing.party, *thing.to}
        case Disagreement():
            told = {d.report.id for d in Selection(between=between).reports(derived)}
            return all(side.quote.report_id in told for side in thing.sides)
        case _:
            assert_never(thing)


def _kind(thing: Thing) -> str:
    return type(thing).__name__.lower()


def _name(thing: Thing) -> str:
    """What it is called, where words of a report do not say it already."""
    match thing:
        case Event():
            return thing.type.value
        case Issue():
            return thing.name
        case Pledge():
            return thing.what
        case Disagreement():
            return thing.about
        case _:
            assert_never(thing)


def _thing_object(thing: Thing) -> Object:
    match thing:
        case Event():
            return event_object(thing)
        case Issue():
            return issue_object(thing)
        case Pledge():
            return pledge_object(thing)
        case Disagreement():
            return disagreement_object(thing)
        case _:
            assert_never(thing)
