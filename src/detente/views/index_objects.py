"""How warm relations and issues are, month by month, as the objects that other programs read."""

from collections.abc import Iterable
from datetime import date

from detente.domain.derived import (
    IndexPoint,
    IssuePoint,
)
from detente.events.warmth import VERSION, turning_points
from detente.views.object_parts import Object

_NO_TURN: Object = {"turn": None, "turn_events": []}


def index_objects(points: Iterable[IndexPoint]) -> list[Object]:
    """The relations of all pairs, month by month, with the months in which one became surely warmer or colder."""
    found = tuple(points)
    turns = _turns(found)
    return [index_object(point) | turns.get((point.of, point.day), _NO_TURN) for point in found]


def heat_objects(points: Iterable[IssuePoint]) -> list[Object]:
    """The same for the acts about each issue."""
    found = tuple(points)
    turns = _turns(found)
    return [heat_object(point) | turns.get((point.of, point.day), _NO_TURN) for point in found]


def _turns[P: (IndexPoint, IssuePoint)](points: tuple[P, ...]) -> dict[tuple[object, date], Object]:
    return {
        (t.after.of, t.after.day): {"turn": "warmer" if t.is_warmer else "colder", "turn_events": list(t.events)}
        for t in turning_points(points)
    }


def heat_object(point: IssuePoint) -> Object:
    """How warm or cold the acts about an issue were at the end of a month."""
    return {
        "kind": "issue_index",
        "issue": point.issue,
        **_month(point),
        "behind": list(point.behind),
        "version": VERSION,
    }


def index_object(point: IndexPoint) -> Object:
    """The relation of two states at the end of a month."""
    return {
        "kind": "index",
        "pair": list(point.pair),
        **_month(point),
        "planned": point.planned,
        "behind": list(point.behind),
        "version": VERSION,
    }


def _month(point: IndexPoint | IssuePoint) -> Object:
    return {
        "date": point.day.isoformat(),
        "value": point.value,
        "low": point.low,
        "high": point.high,
        "events": point.events,
        "origins": point.origins,
    }
