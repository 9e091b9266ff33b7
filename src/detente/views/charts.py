"""Charts as Vega-Lite specifications with a text that says the same: one picture for pages, the brief and paper."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

from detente.domain.acts import ActType
from detente.domain.derived import IndexPoint, Issue
from detente.domain.ids import ActorId
from detente.events.warmth import turning_points
from detente.events.weighing import COLDEST, WARMEST
from detente.views.chart_layers import Look, Spec, index_layers, lanes_layers, meetings_layer, months_layer, whole
from detente.views.phrasing import Phrasing


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture with the words and the table that say the same."""

    spec: Callable[[Look], Spec]
    text: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def index_chart(points: Sequence[IndexPoint], names: tuple[str, str], whole_series: Sequence[IndexPoint]) -> Chart:
    """The index of a pair through time: the value, its band, and its turning points; a month without one is a gap.

    Some points of a series may be shown; the turns are always those of the whole one.
    """
    turns = {t.after.day: "warmer" if t.is_warmer else "colder" for t in turning_points(whole_series)}
    values = [
        {
            "day": p.day.isoformat(),
            "value": p.value,
            "low": p.low,
            "high": p.high,
            "run": run,
            "turn": turns.get(p.day),
        }
        for p, run in zip(points, _runs(points), strict=True)
    ]
    return Chart(
        lambda look: whole(index_layers(look), values, look, 190),
        _index_text(points, names, turns),
        ("month", "value", "low", "high", "events", "origins", "turn"),
        tuple(
            (
                f"{p.day:%Y-%m}",
                f"{p.value:+.1f}",
                f"{p.low:+.1f}",
                f"{p.high:+.1f}",
                str(p.events),
                str(p.origins),
                turns.get(p.day, ""),
            )
            for p in points
        ),
    )


def months_chart(months: Sequence[tuple[str, str, int]], phrasing: Phrasing) -> Chart:
    """Events by month, cooperation above the line and conflict below."""
    many: Counter[tuple[str, str]] = Counter()
    for month, type_, number in months:
        many[month, phrasing.quad_by_type[ActType(type_)].id] += number
    labels = {q.id: q.label for q in phrasing.quad_by_type.values()}
    values = [
        {"month": f"{month}-01", "kind": labels[quad], "many": number if quad.endswith("warm") else -number}
        for (month, quad), number in sorted(many.items())
    ]
    total: Counter[str] = Counter()
    for (_, quad), number in many.items():
        total[quad] += number
    told = ", ".join(f"{total[quad]} of {labels[quad]}" for quad in labels if total[quad])
    text = f"Events by month: {told}." if told else "No event has a month."
    order = list(labels)
    by_month = sorted({month for month, _ in many})
    rows = tuple((month, *(str(many[month, quad]) for quad in order)) for month in by_month)
    return Chart(
        lambda look: whole([months_layer(look, labels)], values, look, 150),
        text,
        ("month", *(labels[quad] for quad in order)),
        rows,
    )


def lanes_chart(issues: Sequence[Issue]) -> Chart:
    """When each dispute or channel took on which status, and until when; two of one name are told apart by id."""
    many = Counter(i.name for i in issues)
    label_by_id = {i.id: i.name if many[i.name] == 1 else f"{i.name} ({i.id})" for i in issues}
    lanes = {
        label_by_id[i.id]: [(day, c.status) for c in i.history if (day := c.when.latest or c.when.earliest)]
        for i in issues
    }
    shown = [name for name, steps in lanes.items() if steps]
    last = max((day for steps in lanes.values() for day, _ in steps), default=None)
    values = [
        {"issue": name, "day": day.isoformat(), "until": until.isoformat(), "status": status}
        for name in shown
        for (day, status), until in zip(
            sorted(lanes[name]), [*(day for day, _ in sorted(lanes[name])[1:]), last], strict=True
        )
        if until
    ]
    told = "; ".join(f"{label_by_id[i.id]}: {i.status}" for i in issues if label_by_id[i.id] in shown)
    return Chart(
        lambda look: whole(
            lanes_layers(look, shown, {v["status"] for v in values}), values, look, 22 * len(shown) + 12
        ),
        f"Status of the issues through time: {told}." if told else "No step of an issue has a day.",
        ("issue", "day", "status"),
        tuple((v["issue"], v["day"], v["status"]) for v in values),
    )


def meetings_chart(pairs: Sequence[tuple[ActorId, ActorId, int]], names: Callable[[ActorId], str]) -> Chart:
    """Who meets whom: how many talks and visits each two powers had."""
    both = [(a, b, n) for one, other, n in pairs for a, b in ((one, other), (other, one))]
    weight: Counter[ActorId] = Counter()
    for a, _, n in both:
        weight[a] += n
    order = [names(a) for a, _ in sorted(weight.items(), key=lambda item: (-item[1], item[0]))]
    values = [{"one": names(a), "other": names(b), "many": n} for a, b, n in both]
    told = "; ".join(f"{names(a)} and {names(b)}: {n}" for a, b, n in pairs[:5])
    return Chart(
        lambda look: whole([meetings_layer(look, order)], values, look, 22 * len(order)) | {"width": 22 * len(order)},
        f"Talks and visits, the most frequent: {told}." if told else "No talks are told of.",
        ("one", "other", "talks and visits"),
        tuple((names(a), names(b), str(n)) for a, b, n in pairs),
    )


def _runs(points: Sequence[IndexPoint]) -> list[int]:
    """A number for each unbroken run of months, so that no line crosses a gap."""
    months = [p.day.year * 12 + p.day.month for p in points]
    gaps = [0, *(month - before > 1 for before, month in pairwise(months))]
    return list(accumulate(gaps))[: len(points)]


def _index_text(points: Sequence[IndexPoint], names: tuple[str, str], turns: Mapping[Any, str]) -> str:
    if not points:
        return f"There is no value for {names[0]} and {names[1]}: no dated act between them has happened."
    first, last = points[0], points[-1]
    turned = "; ".join(f"surely {way} by {day:%B %Y}" for day, way in turns.items())
    return (
        f"Index of {names[0]} and {names[1]}, from {COLDEST:.0f} (coldest) to {WARMEST:+.0f} (warmest): "
        f"{first.value:+.1f} in {first.day:%B %Y}, {last.value:+.1f} in {last.day:%B %Y} "
        f"(band {last.low:+.1f} to {last.high:+.1f}, {last.events} events, {last.origins} origins). "
        f"{f'Turning points: {turned}.' if turned else 'No turning point.'}"
    )
