"""What persons put right in claims, before anything is derived from them; what is stored stays as it was read.

A correction of an event is one of each claim that made it when it was judged. Of several on one field of a claim the
last stands. Where the two sides of an act come to share a party, it is on the side that was told last.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import assert_never

from detente.domain.acts import UTTERED, ActType
from detente.domain.corrections import ActorsAre, Correction, DayIs, Field, RecipientsAre, StatusIs, TypeIs
from detente.domain.findings import Amended, Claim, Findings
from detente.domain.judgements import Judgement
from detente.domain.parties import Directed, Joint, Parties, Party
from detente.events.judging import in_order

ALIKE = frozenset({ActType.CONSULT, ActType.AGREE, ActType.COOPERATE})
"""In these acts of several all take part alike where nobody is at the receiving end."""
ABOUT_ANOTHER = UTTERED | {ActType.REJECT}
"""Only these can be words about a further act, which is promised, asked for or refused."""


def corrected(findings: Sequence[Findings], judgements: Sequence[Judgement]) -> list[Findings]:
    """The findings with what persons put right; `judgements` are those that stand."""
    by_claim = corrections_by_claim(judgements)
    if not by_claim:
        return list(findings)
    return [replace(found, claims=tuple(_corrected(c, by_claim) for c in found.claims)) for found in findings]


def corrections_by_claim(judgements: Sequence[Judgement]) -> Mapping[str, tuple[Judgement, ...]]:
    """For each claim the corrections that stand, in the order in which they were given."""
    by_field: defaultdict[str, dict[Field, Judgement]] = defaultdict(dict)
    for judgement in in_order(judgements):
        if judgement.correction is not None:
            for claim in judgement.grounds[0]:
                words = by_field[claim]
                # one that is given anew is a later word than those on other fields
                words.pop(judgement.correction.field, None)
                words[judgement.correction.field] = judgement
    return {claim: tuple(words.values()) for claim, words in by_field.items()}


def amend(claim: Claim, words: Sequence[Judgement]) -> Claim:
    """A claim with what corrections make of it, at most one of each field; the later hold where two cannot."""
    amended = claim
    for correction in (word.correction for word in words if word.correction):
        amended = _with(amended, correction, claim)
    return replace(amended, amended=Amended(claim, tuple(words)))


def can_hold(claim: Claim, correction: Correction) -> bool:
    """Whether an act that is put right so has anyone who takes part in it."""
    match correction:
        case ActorsAre(parties=given):
            return bool(given or claim.parties.recipients)
        case RecipientsAre(parties=given):
            return bool(given or claim.parties.actors)
        case TypeIs() | StatusIs() | DayIs():
            return True
        case _:
            assert_never(correction)


def _corrected(claim: Claim, by_claim: Mapping[str, tuple[Judgement, ...]]) -> Claim:
    words = by_claim.get(claim.id)
    return amend(claim, words) if words else claim


def _with(claim: Claim, correction: Correction, read: Claim) -> Claim:
    match correction:
        case TypeIs(type=type_) if type_ is claim.type:
            return claim
        case TypeIs(type=type_):
            return replace(claim, type=type_, mode=None, promise=claim.promise if type_ in ABOUT_ANOTHER else None)
        case StatusIs(status=status):
            return replace(claim, status=status)
        case DayIs():
            # the words that were read as its day are not: they date nothing
            return replace(claim, time=None)
        case ActorsAre(parties=given):
            actors = _as_read(given, read)
            return _with_sides(claim, actors, _without(claim.parties.recipients, actors))
        case RecipientsAre(parties=given):
            recipients = _as_read(given, read)
            changed = _with_sides(claim, _without(claim.parties.actors, recipients), recipients)
            return replace(changed, ground=None)
        case _:
            assert_never(correction)


def _with_sides(claim: Claim, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> Claim:
    """The claim with other parties; with its own where nobody would be left."""
    if not actors and not recipients:
        return claim
    return replace(claim, parties=_parties(claim, actors, recipients))


def _parties(claim: Claim, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> Parties:
    is_alike = isinstance(claim.parties, Joint) or claim.type in ALIKE
    if is_alike and not recipients and len({p.key for p in actors}) > 1:
        return Joint(actors)
    return Directed(actors, recipients)


def _as_read(given: Iterable[Party], read: Claim) -> tuple[Party, ...]:
    """The parties that a person names, each with what the report tells of it where it names it, too."""
    known = {p.key: p for p in (*read.parties.recipients, *read.parties.actors)}
    return tuple(known.get(p.key, p) for p in given)


def _without(side: Iterable[Party], others: Iterable[Party]) -> tuple[Party, ...]:
    gone = {p.key for p in others}
    return tuple(p for p in side if p.key not in gone)
