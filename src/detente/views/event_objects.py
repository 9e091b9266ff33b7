"""An event and its mentions as the object that other programs read."""

from detente.domain.days import When
from detente.domain.derived import (
    Event,
    Placed,
)
from detente.domain.ids import StatementId
from detente.views.amending import amendment_objects, mode_gone, read_value
from detente.views.object_parts import Object, interval_object, party_objects, place_object


def event_object(event: Event, line_by_statement: dict[StatementId, StatementId] | None = None) -> Object:
    """An event with its mentions; the map leads from each statement to the line that holds it."""
    parties = event.parties
    return {
        "kind": "event",
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "actors": party_objects(parties.actors),
        "recipients": party_objects(parties.recipients),
        "date": {**interval_object(event.when), "phrase": _phrase(event)},
        "status": event.status,
        "place": event.place,
        "issues": list(event.issues),
        "part_of": event.part_of,
        "independent_origins": len(event.origins),
        "corrections": amendment_objects(event),
        "mentions": [_mention(event, placed, line_by_statement or {}) for placed in event.mentions],
    }


def _mention(event: Event, placed: Placed, line_by_statement: dict[StatementId, StatementId]) -> Object:
    """One claim in its event: its day and parties are told where they are not the event's."""
    claim = placed.claim
    mention: Object = {
        **place_object(claim.quote),
        "rule": claim.rule,
        "type": claim.type,
        "status": claim.status,
        "date": interval_object(placed.when)
        if placed.when.is_known and not _same_days(placed.when, event.when)
        else None,
        "attributed_to": line_by_statement.get(claim.attributed_to, claim.attributed_to)
        if claim.attributed_to
        else None,
        "claim": claim.id,
    }
    for side, own, whole in (
        ("actors", claim.parties.actors, event.parties.actors),
        ("recipients", claim.parties.recipients, event.parties.recipients),
    ):
        if {p.key for p in own} != {p.key for p in whole}:
            mention[side] = party_objects(own)
    if claim.amended:
        fields = [j.correction.field for j in claim.corrections if j.correction]
        gone = {"mode": mode} if (mode := mode_gone(placed)) else {}
        mention["read"] = {field.value: read_value(field, placed) for field in fields} | gone
    return mention


def _same_days(one: When, other: When) -> bool:
    return (one.earliest, one.latest) == (other.earliest, other.latest)


def _phrase(event: Event) -> str | None:
    """The words that date the event, where any do: those of a mention that has its day by them."""
    for placed in event.mentions:
        phrase, when = placed.claim.time, placed.when
        if phrase and _same_days(when, event.when) and (not when.reason or repr(phrase.exact) in when.reason):
            return phrase.exact
    return None
