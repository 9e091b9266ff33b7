"""What persons put right in an event, as a reader and as other programs are told: what was read, what stands now."""

from dataclasses import dataclass
from typing import assert_never

from detente.domain.corrections import ActorsAre, Correction, DayIs, Field, RecipientsAre, names
from detente.domain.derived import Event, Placed
from detente.domain.edtf import write_edtf
from detente.domain.judgements import Judgement
from detente.views.wording import Wording


@dataclass(frozen=True, slots=True)
class Amendment:
    """A correction that stands in an event, with the claims that it changed."""

    judgement: Judgement
    correction: Correction
    placed: tuple[Placed, ...]


def amendments(event: Event) -> tuple[Amendment, ...]:
    """The corrections that stand in any claim of an event, in the order in which they were given."""
    found: dict[Judgement, list[Placed]] = {}
    for placed in event.mentions:
        for judgement in placed.claim.corrections:
            found.setdefault(judgement, []).append(placed)
    return tuple(
        Amendment(j, j.correction, tuple(told))
        for j, told in sorted(found.items(), key=lambda item: _order(item[0]))
        if j.correction
    )


def _order(judgement: Judgement) -> tuple[object, ...]:
    """By day, and those of one day as the fields come."""
    fields = list(Field)
    return (
        judgement.day,
        fields.index(judgement.correction.field) if judgement.correction else len(fields),
        judgement.id,
    )


def amended_words(event: Event, wording: Wording) -> tuple[str, ...]:
    """A sentence for each correction that stands in an event."""
    return tuple(_sentence(amendment, wording) for amendment in amendments(event))


def amendment_objects(event: Event) -> list[dict[str, object]]:
    """The corrections that stand in an event, for other programs."""
    return [
        {
            "judgement": a.judgement.id,
            **correction_object(a.correction),
            "read": list(dict.fromkeys(read_value(a.correction.field, placed) for placed in a.placed)),
            "claims": [placed.claim.id for placed in a.placed],
            "by": a.judgement.by,
            "date": a.judgement.day.isoformat(),
            "why": a.judgement.why,
        }
        for a in amendments(event)
    ]


def correction_object(correction: Correction) -> dict[str, object]:
    """A correction for other programs: the field and what it is to be, parties with their ids, too."""
    told: dict[str, object] = {"field": correction.field.value, "value": correction.value}
    if isinstance(correction, ActorsAre | RecipientsAre):
        told["parties"] = [{"id": p.id, "kind": p.kind.value, "name": p.name} for p in correction.parties]
    return told


def read_value(field: Field, placed: Placed) -> str:
    """What the report alone says, written as a correction writes it."""
    read = placed.claim.as_read
    match field:
        case Field.TYPE:
            return read.type.value
        case Field.STATUS:
            return read.status.value
        case Field.DAY:
            return write_edtf(placed.read or placed.when)
        case Field.ACTORS:
            return names(read.parties.actors)
        case Field.RECIPIENTS:
            return names(read.parties.recipients)
        case _:
            assert_never(field)


def _sentence(amendment: Amendment, wording: Wording) -> str:
    judgement, field = amendment.judgement, amendment.correction.field
    say = wording.phrasing.say
    read = list(dict.fromkeys(_read_words(field, placed, wording) for placed in amendment.placed))
    correction = amendment.correction
    said = wording.day(correction.when) if isinstance(correction, DayIs) else correction.value
    parts = {"said": said, "by": judgement.by, "day": wording.one_day(judgement.day), "why": judgement.why}
    key = "confirmed" if read == [said] else "changed"
    if key == "changed" and any(mode_gone(placed) for placed in amendment.placed) and field is Field.TYPE:
        read = list(dict.fromkeys(_with_mode(placed, wording) for placed in amendment.placed))
        parts["said"] = say("amended", "modeless", type=said)
    told = say("amended", key, read=say("amended", "or").join(read), **parts)
    return say("amended", "sentence", field=say("amended", field), told=told)


def mode_gone(placed: Placed) -> str | None:
    """The mode that went with the type in whose place another was put."""
    read = placed.claim.as_read
    return read.mode if read.type is not placed.claim.type else None


def _with_mode(placed: Placed, wording: Wording) -> str:
    mode, type_ = mode_gone(placed), placed.claim.as_read.type.value
    return wording.phrasing.say("amended", "moded", type=type_, mode=mode) if mode else type_


def _read_words(field: Field, placed: Placed, wording: Wording) -> str:
    if field is Field.DAY:
        return wording.day(placed.read or placed.when, placed.claim.as_read.status)
    return read_value(field, placed)
