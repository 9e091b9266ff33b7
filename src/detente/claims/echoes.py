"""Nouns that only take up a meeting told before: "the summit" after "they met in Riga" is no second meeting."""

from collections.abc import Sequence
from datetime import date

from detente.claims.act_times import Timed
from detente.claims.dating import date_phrase
from detente.domain.acts import ActType
from detente.domain.days import TimePhrase, When
from detente.domain.parties import Party, PartyKind
from detente.text.parsed import Sentence


def without_echoes(timed: Sequence[Timed], sentences: Sequence[Sentence], published: When) -> tuple[Timed, ...]:
    """The acts of a report without those that bare nouns repeat, each told in the report's order."""
    kept: list[Timed] = []
    for one in timed:
        is_told = one.act.is_bare and any(
            _echoes(one, earlier, published) or _describes(one, earlier, sentences) for earlier in kept
        )
        if not is_told:
            kept.append(one)
    return tuple(kept)


def _describes(one: Timed, earlier: Timed, sentences: Sequence[Sentence]) -> bool:
    """Whether a noun stands beside the clause that it sums up: "fired a missile, its fourth launch this year"."""
    act, before = one.act, earlier.act
    if act.mention.sentence != before.mention.sentence or act.rule.type is not before.rule.type:
        return False
    noun = sentences[act.mention.sentence].tokens[act.mention.trigger]
    is_beside = noun.dep == "appos" or noun.head == before.mention.trigger
    return is_beside and act.actor_keys == before.actor_keys


def _echoes(one: Timed, earlier: Timed, published: When) -> bool:
    """Whether a bare noun tells of nobody, no day and no manner that the earlier act does not tell of."""
    act, before = one.act, earlier.act
    if act.rule.type is not ActType.CONSULT or before.rule.type is not ActType.CONSULT:
        return False
    if act.mode not in (None, before.mode) or not _is_of_day(one.time, earlier.time, published):
        return False
    known = {party.id: party for party in _parties(earlier)}
    return all(party.id in known and _may_be(party, known[party.id]) for party in _parties(one))


def _is_of_day(time: TimePhrase | None, other: TimePhrase | None, published: When) -> bool:
    """Whether a phrase adds no day: there is none, it is the same, or both mean the same days."""
    if time is None or time == other:
        return True
    mine = _days(time, published)
    return other is not None and mine is not None and mine == _days(other, published)


def _days(time: TimePhrase, published: When) -> tuple[date | None, date | None] | None:
    found = date_phrase(time, published)
    return (found.earliest, found.latest) if isinstance(found, When) else None


def _parties(timed: Timed) -> tuple[Party, ...]:
    return (*timed.act.parties.actors, *timed.act.parties.recipients)


def _may_be(party: Party, other: Party) -> bool:
    """Whether two parties of one state can be one person: Mr Bo and Ana Bo can, Mr Bo and Mr Li cannot."""
    mine, theirs = _name(party), _name(other)
    return mine is None or theirs is None or mine in theirs or theirs in mine


def _name(party: Party) -> str | None:
    """The person who is named for a side, where one is."""
    if party.kind is PartyKind.PERSON:
        return party.name
    return party.via if party.via != party.role else None
