"""The index of two powers, as a series with its gaps, as a table, and in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from detente.domain.derived import Derived, Event, IndexPoint
from detente.domain.ids import ActorId, EventId
from detente.domain.spans import Quote
from detente.events.warmth import Turn, turning_points
from detente.events.weighing import COLDEST, WARMEST, month_ends
from detente.views.brief_parts import IndexRow, Line
from detente.views.desk import Desk
from detente.views.telling import counts

CITED = 3
"""Quotes beside a value: of its newest events; all of them are in the export."""


@dataclass(frozen=True, slots=True)
class Month:
    """One month of a series; the point is None in a gap."""

    day: date
    point: IndexPoint | None
    turn: Turn[IndexPoint] | None = None


def series(points: Sequence[IndexPoint], between: tuple[ActorId, ActorId]) -> tuple[Month, ...]:
    """Every month of two powers from the first value to the last, gaps as gaps."""
    own = own_points(points, between)
    turns = {t.after.day: t for t in turning_points(own)}
    by_day = {p.day: p for p in own}
    days = month_ends(own[0].day, own[-1].day) if own else ()
    return tuple(Month(day, by_day.get(day), turns.get(day)) for day in days)


def own_points(points: Sequence[IndexPoint], between: tuple[ActorId, ActorId]) -> tuple[IndexPoint, ...]:
    """The points of two powers, by day."""
    pair = tuple(sorted(between))
    return tuple(sorted((p for p in points if p.pair == pair), key=lambda p: p.day))


def asked_months(desk: Desk) -> tuple[Month, ...]:
    """The months of the two that lie in the span of days that is asked for."""
    scope = desk.scope
    return tuple(
        m
        for m in series(desk.derived.index, scope.between)
        if (scope.since is None or m.day >= scope.since) and (scope.until is None or m.day <= scope.until)
    )


def index_lines(desk: Desk) -> tuple[Line, ...]:
    """Where the index of the two stands, and its turns, in sentences."""
    months = asked_months(desk)
    last = next((m.point for m in reversed(months) if m.point), None)
    turns = [_turn(desk, m.turn) for m in months if m.turn]
    return tuple(line for line in (*([_last(desk, last)] if last else ()), *turns) if line)


def index_rows(desk: Desk) -> tuple[IndexRow, ...]:
    """The value at the end of each year and of the last month, and each turn; years of gaps on end have one row."""
    months = asked_months(desk)
    shown = (m for i, m in enumerate(months) if _is_shown(m, months[i + 1 :]))
    runs = [tuple(run) for _, run in groupby(shown, key=lambda m: m.point is None)]
    return tuple(row for run in runs for row in (_gap(desk, run) if run[0].point is None else _rows(desk, run)))


def _rows(desk: Desk, run: Sequence[Month]) -> Iterator[IndexRow]:
    return (_row(desk, month, month.point) for month in run if month.point)


def _gap(desk: Desk, run: Sequence[Month]) -> Iterator[IndexRow]:
    """One row for years on end of which no report tells."""
    first, last = run[0].day, run[-1].day
    days = desk.wording.one_day(first) if first == last else f"{first.year}–{last.year}"
    yield IndexRow(days, None, desk.phrasing.say("judgement", "gap"), 0, 0, None)


def _is_shown(month: Month, later: Sequence[Month]) -> bool:
    is_last_of_year = not later or later[0].day.year != month.day.year
    return is_last_of_year or month.turn is not None


def _row(desk: Desk, month: Month, point: IndexPoint) -> IndexRow:
    say = desk.phrasing.say
    band = (
        say("judgement", "single")
        if _is_alone(point)
        else f"{desk.wording.index(point.low)} to {desk.wording.index(point.high)}"
    )
    turn = say("judgement", "warmer" if month.turn.is_warmer else "colder") if month.turn else None
    day = desk.wording.one_day(month.day)
    return IndexRow(day, desk.wording.index(point.value), band, point.events, point.origins, turn)


def _last(desk: Desk, point: IndexPoint) -> Line | None:
    behind = _events(desk.derived, point.behind)
    parts = {"value": desk.wording.index(point.value), "day": desk.wording.one_day(point.day)}
    parts |= {
        "low": desk.wording.index(point.low),
        "high": desk.wording.index(point.high),
        "counts": counts(desk, behind),
    }
    key = "index_alone" if _is_alone(point) else "index"
    return desk.line(desk.phrasing.say("judgement", key, **parts), _newest(behind))


def _turn(desk: Desk, turn: Turn[IndexPoint]) -> Line | None:
    behind = _events(desk.derived, turn.events)
    parts = {"day": desk.wording.one_day(turn.after.day), "counts": counts(desk, behind)}
    parts |= {"before": desk.wording.index(turn.before.value), "after": desk.wording.index(turn.after.value)}
    key = "turn_warmer" if turn.is_warmer else "turn_colder"
    return desk.line(desk.phrasing.say("judgement", key, **parts), _newest(behind))


def _is_alone(point: IndexPoint) -> bool:
    return (point.low, point.high) == (COLDEST, WARMEST)


def _events(derived: Derived, ids: Sequence[EventId]) -> list[Event]:
    by_id = {e.id: e for e in derived.events}
    return [by_id[i] for i in ids if i in by_id]


def _newest(events: Sequence[Event]) -> Iterator[Quote]:
    for event in list(reversed(events))[:CITED]:
        yield event.mentions[0].claim.quote
