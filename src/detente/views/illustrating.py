"""The charts of a brief, made from what the brief tells."""

from collections import Counter
from collections.abc import Callable

from detente.domain.ids import ActorId
from detente.views.brief_parts import Illustration, Illustrations
from detente.views.charts import Chart, index_chart, lanes_chart, months_chart
from detente.views.desk import Desk
from detente.views.index_lines import asked_months, own_points
from detente.views.matters import issues_of_both

LANES_SHOWN = 14
"""Issues in a picture, the liveliest; the text has them all."""


def illustrations(desk: Desk, names: Callable[[ActorId], str]) -> Illustrations:
    """The charts that have something to show."""
    first, second = map(names, desk.scope.between)
    points = [m.point for m in asked_months(desk) if m.point]
    return Illustrations(
        acts=_drawn("Acts by month", months_chart(_months(desk), desk.phrasing)),
        issues=_drawn("Status of the issues", lanes_chart(issues_of_both(desk)[:LANES_SHOWN])),
        index=_drawn(
            "The index", index_chart(points, (first, second), own_points(desk.derived.index, desk.scope.between))
        ),
    )


def _drawn(title: str, chart: Chart) -> Illustration | None:
    return Illustration(title, chart) if chart.rows else None


def _months(desk: Desk) -> list[tuple[str, str, int]]:
    """How many acts of the two there are by month and type, by the first day that they may have been."""
    tops = (*desk.chapters.between, *desk.chapters.groups)
    parts = (part for event in tops for part in desk.chapters.parts.get(event.id, ()))
    many = Counter(
        (f"{event.when.earliest:%Y-%m}", event.type)
        for event in (*tops, *parts)
        if event.when.earliest and event.when.latest
    )
    return [(month, type_, number) for (month, type_), number in sorted(many.items())]
