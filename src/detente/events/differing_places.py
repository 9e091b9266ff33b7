"""Where a thing was, and what brought it down, as parties tell it who cannot both be right."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detente.domain.ids import ActorId
from detente.domain.spans import Quote
from detente.events.contrasts import Contrast, contrast, said_by
from detente.events.tellings import Sources, Telling
from detente.rules.disputes import Disputes

OPEN = "open"
"""What stands for the waters and the sky of no state."""
OWNER_BEFORE = 3
"""Words; so far before a thing stands the name of the state that it belongs to."""
NEAR = 12
"""Sentences; further apart in one report two parties hardly speak of one thing."""


@dataclass(frozen=True, slots=True)
class Located:
    """One party's word on where a thing was."""

    telling: Telling
    thing: str
    owner: ActorId | None
    realm: str
    """The state in whose realm the thing was, or OPEN."""
    is_there: bool
    words: Quote


@dataclass(frozen=True, slots=True)
class Caused:
    """One voice on what brought a thing down."""

    telling: Telling
    thing: str
    kind: str


def differing_places(sources: Sources, disputes: Disputes) -> Iterator[Contrast]:
    """Parties that place one thing in different realms."""
    places = [found for t in sources.tellings if t.state and (found := located(t, disputes))]
    for a, b in sources.pairs(places, lambda x: x.telling.report_id):
        same = a.thing == b.thing and (a.owner == b.owner or None in (a.owner, b.owner))
        if not same or not _are_opposed(a.telling, b.telling) or not _places_differ(a, b):
            continue
        about = disputes.about["place"].format(thing=a.thing)
        yield contrast("place", about, *((x.telling.quote, said_by(x.telling, x.words.exact)) for x in (a, b)))


def differing_causes(sources: Sources, disputes: Disputes) -> Iterator[Contrast]:
    """Two voices that name different causes of one fall."""
    caused = [found for t in sources.tellings if (found := _caused(t, disputes))]
    for a, b in sources.pairs(caused, lambda x: x.telling.report_id):
        if a.thing == b.thing and a.kind != b.kind and _are_opposed(a.telling, b.telling):
            about = disputes.about["cause"].format(thing=a.thing)
            yield contrast(
                "cause", about, *((x.telling.quote, said_by(x.telling, x.telling.quote.exact)) for x in (a, b))
            )


def _are_opposed(a: Telling, b: Telling) -> bool:
    """Whether two voices of different states speak, in one report near one another."""
    if a.state is None or b.state is None or a.state == b.state:
        return False
    return a.report_id != b.report_id or abs(a.number - b.number) <= NEAR


def _places_differ(a: Located, b: Located) -> bool:
    return a.realm != b.realm if a.is_there and b.is_there else a.realm == b.realm and a.is_there != b.is_there


def located(telling: Telling, disputes: Disputes) -> Located | None:
    """Where a telling places a moving thing, if it does."""
    masked = telling.masked
    thing = disputes.thing(masked)
    for name in ("open", "own", "patterns"):
        match = disputes.search("place", name, masked)
        if match and thing:
            realm = OPEN if name == "open" else telling.state if name == "own" else _first(match.groups())
            is_there = not disputes.has("place", "negations", masked[: match.start()])
            words = telling.told(match.start(), match.end())
            return Located(telling, thing[0], _owner(telling, thing[1]), str(realm), is_there, words)
    return None


def _caused(telling: Telling, disputes: Disputes) -> Caused | None:
    thing, kind = disputes.thing(telling.masked), disputes.cause(telling.masked)
    return Caused(telling, thing[0], kind) if thing and kind else None


def _owner(telling: Telling, offset: int) -> ActorId | None:
    """The state named just before a thing."""
    at = telling.at(offset)
    return next((w.power for w in reversed(telling.words[max(0, at - OWNER_BEFORE) : at]) if w.power), None)


def _first(groups: Iterable[str | None]) -> str:
    return next(g for g in groups if g)
