"""Corrections as a person writes them, for whichever door takes them in."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import NoReturn, assert_never

from rapidfuzz import process

from detente.domain.acts import ActType, Status
from detente.domain.corrections import NOBODY, ActorsAre, Correction, DayIs, Field, RecipientsAre, StatusIs, TypeIs
from detente.domain.findings import Claim
from detente.domain.ids import ActorId
from detente.domain.judgements import Judgement
from detente.domain.parties import Party, PartyKind
from detente.errors import UnknownNameError
from detente.events.correcting import amend, can_hold, corrections_by_claim
from detente.rules.actors import Kind, Knowledge

LIKE = 70
"""rapidfuzz's score from which a type or status is suggested: "ACUSE" for ACCUSE is at 91, "BLAME" at 36."""
OTHERS = f"{PartyKind.GROUP}:NAME, {PartyKind.COMPANY}:NAME or {PartyKind.PERSON}:NAME"
"""How those who are no state or body are written."""
_OF_A_POWER = (Kind.SEAT, Kind.PEOPLE, Kind.ORGAN, Kind.PERSON)
_SIGNED = re.compile(rf"({'|'.join(PartyKind)})(?:@([^:]+))?:(.+)", re.DOTALL)


def correction_written(field: Field, text: str, names: Knowledge) -> Correction:
    """What a person wrote for a field; an UnknownNameError tells what is allowed."""
    match field:
        case Field.TYPE:
            return TypeIs(_member(ActType, text.strip().upper(), field))
        case Field.STATUS:
            return StatusIs(_member(Status, text.strip().lower(), field))
        case Field.DAY:
            return _day(text.strip())
        case Field.ACTORS | Field.RECIPIENTS:
            return parties_correction(field, re.split("[;,]", text), names)
        case _:
            assert_never(field)


def parties_correction(field: Field, texts: Iterable[str], names: Knowledge) -> Correction:
    """The parties that a person wrote for one side, each once; nobody where all is blank."""
    said = (text.strip() for text in texts)
    parties = {p.key: p for text in said if text and text.lower() != NOBODY for p in [party_written(text, names)]}
    kept = tuple(parties.values())
    return ActorsAre(kept) if field is Field.ACTORS else RecipientsAre(kept)


def party_written(text: str, names: Knowledge) -> Party:
    """The party that a person wrote: one that the data knows, or whoever else by kind and name."""
    signed = _SIGNED.fullmatch(text)
    if signed:
        kind, of, name = PartyKind(signed[1]), signed[2], signed[3].strip()
        return Party(_known(of.strip(), names) if of else None, kind, name) if name else _refuse(text, names)
    found = names.state_named(text)
    if found is not None:
        return Party(found, _kind(found, names), names.name_by_id[found])
    owner = _owner(text, names)
    if owner is not None:
        raise UnknownNameError(f"“{text}” is of {owner}: who acts for a state or body is written as that, {owner}.")
    return Party(None, PartyKind.GROUP, text) if _is_plain(text, names) else _refuse(text, names)


def write_party(party: Party) -> str:
    """A party as `party_written` reads it."""
    if party.kind in (PartyKind.STATE, PartyKind.BODY) and party.id is not None:
        return party.name
    # a place for one line takes out line breaks, and would seem changed
    return f"{party.kind}{f'@{party.id}' if party.id else ''}:{' '.join(party.name.split())}"


def check_parties(claims: Sequence[Claim], correction: Correction) -> None:
    """Refuse what would leave an act without anyone who takes part in it."""
    if claims and not any(can_hold(claim, correction) for claim in claims):
        raise UnknownNameError("An act needs at least one party; say first who is on its other side.")


def check_together(claims: Sequence[Claim], judgements: Iterable[Judgement]) -> None:
    """The same for corrections that are given at once, each of what those before it leave."""
    for judgement in judgements:
        if judgement.correction is not None:
            check_parties(claims, judgement.correction)
            claims = [_amended_anew(claim, judgement) for claim in claims]


def _amended_anew(claim: Claim, judgement: Judgement) -> Claim:
    by_claim = corrections_by_claim([replace(j, claims=((claim.id,),)) for j in (*claim.corrections, judgement)])
    return amend(claim.as_read, by_claim[claim.id])


def _member[E: StrEnum](kind: type[E], text: str, field: Field) -> E:
    members = list(kind)
    if text in members:
        return kind(text)
    near = [word for word, _, _ in process.extract(text, members, limit=2, score_cutoff=LIKE)]
    meant = f" Did you mean {' or '.join(near)}?" if near else ""
    raise UnknownNameError(f"“{text}” is no {field}.{meant} There are {', '.join(members)}.")


def _day(text: str) -> DayIs:
    try:
        return DayIs(text)
    except ValueError as error:
        raise UnknownNameError(f"{error}.") from error


def _known(name: str, names: Knowledge) -> ActorId:
    found = names.state_named(name)
    return found if found is not None else _refuse(name, names)


def _owner(text: str, names: Knowledge) -> str | None:
    """The name of the state or body whose seat, people, organ or person bears a name."""
    pieces = names.pieces([text])
    length, named = names.names.longest(pieces, 0)
    owners = [n.id for n in named if n.kind in _OF_A_POWER] if length == len(pieces) else []
    owners += [person.of for person in names.called(text)]
    return next((names.name_by_id[id_] for id_ in owners if id_), None)


def _kind(id_: ActorId, names: Knowledge) -> PartyKind:
    if id_ in names.bodies:
        return PartyKind.BODY
    return PartyKind.STATE if names.is_state(id_) else PartyKind.GROUP


def _is_plain(text: str, names: Knowledge) -> bool:
    """Whether someone is named whom the data need not know: neither a code, nor nearly a name that it knows."""
    return not (text.isupper() and text.isascii()) and not names.suggest(text)


def _refuse(text: str, names: Knowledge) -> NoReturn:
    nearest = " or ".join(names.suggest(text))
    meant = f" Did you mean {nearest}?" if nearest else ""
    raise UnknownNameError(f"Nothing is called “{text}”.{meant} Those who are no state or body are written {OTHERS}.")
