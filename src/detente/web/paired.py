"""What the pages on pairs of powers show beside their lists: activity, turning points, the board of issues."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.domain.derived import Event, IndexPoint
from detente.events.warmth import Turn
from detente.record.asked import Asked, Label
from detente.views.linked import Line
from detente.web.room import Room

LANES = {
    "open": ("open", "suspended", "ended"),
    "moving": ("easing", "resuming"),
    "settled": ("settled", "active"),
    "unknown": ("unknown",),
}
"""The lanes of the board, the troubled first, with the statuses of disputes and channels in each."""
ISSUES_SHOWN = 60
BEHIND_SHOWN = 3


@dataclass(frozen=True, slots=True)
class PairRow:
    """A pair of powers as a list of pairs shows it."""

    names: tuple[str, str]
    href: str
    many: int
    point: IndexPoint | None
    newest: Line | None


@dataclass(frozen=True, slots=True)
class ShownTurn:
    """A turning point with the acts that are new in it."""

    turn: Turn[IndexPoint]
    lines: tuple[Line, ...]


def pair_rows(room: Room, most: int, first: int = 0) -> list[PairRow]:
    """The pairs with the most events between them."""
    found = room.settled.tally("pair", "event", most, first)
    points = room.settled.last_points(value for value, _, _ in found)
    rows = []
    for value, many, _ in found:
        a, b = value.split()
        newest = room.page(Asked("event", (("pair", value),)), 0, 1)[0]
        rows.append(
            PairRow((room.name(a), room.name(b)), f"/pairs/{a}/{b}", many, points.get(value), next(iter(newest), None))
        )
    return rows


def turns_of(room: Room, turns: Iterable[Turn[IndexPoint]]) -> list[ShownTurn]:
    """Turning points, the newest first, each with the newest acts behind it that were not behind the value before."""
    whole = (Turn(room.settled.behind(turn.before), room.settled.behind(turn.after)) for turn in turns)
    return [ShownTurn(turn, tuple(room.lines(_behind(room, turn)))) for turn in reversed(list(whole))]


def board(room: Room, label: Label) -> dict[str, list[Line]]:
    """The issues of two powers in their lanes; a lane without any is left out."""
    lanes: dict[str, list[Line]] = {lane: [] for lane in LANES}
    things = room.settled.find(Asked("issue", (label,)), 0, ISSUES_SHOWN).things
    for thing, line in zip(things, room.lines(things), strict=True):
        status = getattr(thing, "status", "unknown")
        lane = next((lane for lane, statuses in LANES.items() if status in statuses), "unknown")
        lanes[lane].append(line)
    return {lane: lines for lane, lines in lanes.items() if lines}


def _behind(room: Room, turn: Turn[IndexPoint]) -> Sequence[Event]:
    new = turn.events or turn.after.behind
    found = (room.settled.thing("event", e) for e in new[-BEHIND_SHOWN:])
    return [e for e in found if isinstance(e, Event)]
