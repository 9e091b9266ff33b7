"""The form that puts an event right: what it shows, and what someone wrote into it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from detente.domain.corrections import ActorsAre, Correction, Field, RecipientsAre
from detente.domain.derived import Event
from detente.domain.edtf import write_edtf
from detente.engines.correcting import correction_written, parties_correction, write_party
from detente.errors import AddressError, UnknownNameError
from detente.rules.actors import Knowledge
from detente.web.judged import clean

SIDES = (Field.ACTORS, Field.RECIPIENTS)
SPARE = 2
"""Empty places for further parties of a side."""
MOST = 20
"""Places for the parties of a side."""

Form = Mapping[str, Sequence[str]]
"""What a browser sends: a field may come several times."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the form of an event holds: what stood there when it was shown, and what stands there now."""

    on: str
    claims: str
    """The claims that made the event when the form was shown."""
    shown: Mapping[Field, tuple[str, ...]]
    written: Mapping[Field, tuple[str, ...]]
    by: str = ""
    why: str = ""
    troubles: Mapping[str, str] | None = None
    """What is wrong, by the name of the field; under the empty name what is wrong with the whole."""

    def one(self, field: str) -> str:
        """What stands in a field of one place."""
        return next(iter(self.written[Field(field)]), "")

    def places(self, field: str) -> tuple[str, ...]:
        """What stands in the places of a side, and some empty ones."""
        return (*self.written[Field(field)], *[""] * SPARE)

    def was(self, field: str) -> tuple[str, ...]:
        """What stood there when the form was shown."""
        return self.shown[Field(field)]

    def trouble(self, field: str) -> str:
        """What is wrong with a field; nothing where it is in order."""
        return (self.troubles or {}).get(field, "")

    @property
    def changed(self) -> tuple[Field, ...]:
        """The fields into which something else was written than stood there."""
        return tuple(f for f in Field if self.written[f] != self.shown[f])


def draft_of(event: Event, reviewer: str = "") -> Draft:
    """The form of an event as it stands."""
    shown = {
        Field.TYPE: (event.type.value,),
        Field.STATUS: (event.status.value,),
        Field.DAY: (write_edtf(event.when),),
        Field.ACTORS: tuple(dict.fromkeys(map(write_party, event.parties.actors))),
        Field.RECIPIENTS: tuple(dict.fromkeys(map(write_party, event.parties.recipients))),
    }
    return Draft(event.id, " ".join(m.claim.id for m in event.mentions), shown, shown, reviewer)


def draft_sent(form: Form) -> Draft:
    """The form as a browser sends it."""

    def one(name: str) -> str:
        return clean(next(iter(form.get(name, ())), ""))

    def places(name: str) -> tuple[str, ...]:
        return tuple(text for text in map(clean, form.get(name, ())[:MOST]) if text)

    shown = {f: places(f"was_{f}") for f in Field}
    written = {f: places(f) for f in Field}
    return Draft(one("on"), one("claims"), shown, written, one("by"), one("why"))


def corrections_in(draft: Draft, names: Knowledge) -> tuple[tuple[Correction, ...], dict[str, str]]:
    """What a form puts right, one field each, or else what is wrong with it."""
    found: list[Correction] = []
    unsigned = "A judgement is signed and gives its reason."
    troubles: dict[str, str] = {name: unsigned for name, text in (("by", draft.by), ("why", draft.why)) if not text}
    for field in draft.changed:
        try:
            found.append(_correction(draft, field, names))
        except (UnknownNameError, AddressError) as error:
            troubles[field.value] = str(error)
    troubles |= _troubles_of_sides(draft)
    if not draft.changed:
        troubles[""] = "Nothing was changed: write what is right into at least one field."
    # who is put on one side stands there before the other is emptied
    return tuple(sorted(found, key=_empties)), troubles


def _empties(correction: Correction) -> bool:
    return isinstance(correction, ActorsAre | RecipientsAre) and not correction.parties


def _correction(draft: Draft, field: Field, names: Knowledge) -> Correction:
    written = draft.written[field]
    if field in SIDES:
        return parties_correction(field, written, names)
    if not written:
        message = f"A {field} cannot be taken away."
        raise AddressError(message)
    return correction_written(field, written[0], names)


def _troubles_of_sides(draft: Draft) -> dict[str, str]:
    actors, recipients = (draft.written[side] for side in SIDES)
    if not actors and not recipients:
        return {Field.ACTORS.value: "An act needs at least one party."}
    both = sorted({a.casefold() for a in actors} & {r.casefold() for r in recipients})
    if both and set(SIDES) & set(draft.changed):
        return {Field.RECIPIENTS.value: "Nobody acts on himself: a party stands on one side."}
    return {}
