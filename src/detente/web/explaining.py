"""Why an event is what it is, as far as it can be told without parsing again."""

from collections.abc import Sequence
from dataclasses import dataclass

from detente.domain.corrections import Field
from detente.domain.derived import Event
from detente.rules.acts import load_act_rules
from detente.views.explaining import Explained, said_by, why_day, why_party, why_speaker, why_type
from detente.views.linked import Words
from detente.web.room import Room


@dataclass(frozen=True, slots=True)
class Why:
    """One report's claim with its reasons."""

    words: Words
    claim: str
    rule: str
    type: str
    status: str
    day: str
    speaker: str
    parties: tuple[tuple[str, str, str], ...]
    """Each with its side and its reason."""


def whys(room: Room, event: Event) -> Sequence[Why]:
    """The reasons of each claim of an event."""
    telling = room.whole(event)
    rules = load_act_rules().by_id
    found = []
    for placed in event.mentions:
        claim = placed.claim
        words = telling.words(claim.quote, claim.rule)
        if words is None:
            continue
        dated = telling.reports[claim.quote.report_id]
        statement = telling.wording.statement_by_id.get(claim.attributed_to) if claim.attributed_to else None
        told = Explained(event, placed, dated.report, dated.published, statement, rules.get(claim.rule), None)
        sides = (("actor", claim.parties.actors), ("recipient", claim.parties.recipients))
        found.append(
            Why(
                words=words,
                claim=claim.id,
                rule=claim.rule,
                type=f"{claim.type}{f' / {claim.mode}' if claim.mode else ''}: {why_type(told)}",
                status=_status(told),
                day=f"{telling.wording.day(placed.when)}: {why_day(told)}",
                speaker=why_speaker(statement),
                parties=tuple((side, p.name, why_party(p, told)) for side, parties in sides for p in parties),
            )
        )
    return found


def _status(told: Explained) -> str:
    """What became of the act; where a person says so, with what had been read."""
    status = told.claim.status.value
    if not told.claim.is_said(Field.STATUS):
        return status
    return f"{status}: {said_by(told, Field.STATUS)}; read as {told.read.status}"
