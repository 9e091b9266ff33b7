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
from detente.views.phrasing import Phrasing

Spec = dict[str, Any]
"""A specification of Vega-Lite 5."""
WIDTH = 720
_MONTHS: Spec = {"format": "%b %Y", "labelOverlap": True, "tickCount": 10}


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a chart, for light paper or a dark screen."""

    ink: str
    soft: str
    rule: str
    band: str
    line: str
    words_warm: str
    deeds_warm: str
    words_cold: str
    deeds_cold: str


LIGHT = Look("#1d1f23", "#5a5f68", "#ddd8ce", "#bcd0e2", "#1f4e79", "#2a7f8f", "#3d7a3a", "#b36b00", "#b03a2e")
DARK = Look("#e7e4de", "#a3a8b1", "#34383f", "#33506c", "#8ebbe6", "#5fb6c6", "#83c17f", "#e0a24a", "#ec8274")
LOOKS = {"light": LIGHT, "dark": DARK}


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture with the words and the table that say the same."""

    spec: Callable[[Look], Spec]
    text: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def index_chart(points: Sequence[IndexPoint], names: tuple[str, str]) -> Chart:
    """The index of a pair through time: the value, its band, and its turning points; a month without one is a gap."""
    turns = {t.after.day: "warmer" if t.is_warmer else "colder" for t in turning_points(points)}
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
        lambda look: _whole(_index_layers(look), values, look, 190),
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
        lambda look: _whole([_months_layer(look, labels)], values, look, 150),
        text,
        ("month", *(labels[quad] for quad in order)),
        rows,
    )


def lanes_chart(issues: Sequence[Issue]) -> Chart:
    """When each dispute or channel took on which status."""
    steps = [
        {"issue": i.name, "day": day.isoformat(), "status": c.status}
        for i in issues
        for c in i.history
        if (day := c.when.latest or c.when.earliest)
    ]
    shown = list(dict.fromkeys(s["issue"] for s in steps))
    text = (
        "Status of the issues through time: "
        + "; ".join(f"{i.name}: {i.status}" for i in issues if i.name in shown)
        + "."
    )
    rows = tuple((s["issue"], s["day"], s["status"]) for s in steps)
    return Chart(
        lambda look: _whole([_lanes_layer(look, shown)], steps, look, 22 * len(shown) + 12),
        text if steps else "No step of an issue has a day.",
        ("issue", "day", "status"),
        rows,
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
        lambda look: _whole([_meetings_layer(look, order)], values, look, 22 * len(order)) | {"width": 22 * len(order)},
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


def _index_layers(look: Look) -> list[Spec]:
    day = {"field": "day", "type": "temporal", "title": None, "axis": _MONTHS}
    value = {"field": "value", "type": "quantitative", "scale": {"domain": [COLDEST, WARMEST]}, "title": None}
    return [
        {
            "mark": {"type": "area", "color": look.band, "opacity": 0.55},
            "encoding": {
                "x": day,
                "y": value | {"field": "low"},
                "y2": {"field": "high"},
                "detail": {"field": "run"},
            },
        },
        {"mark": {"type": "rule", "color": look.soft, "strokeDash": [3, 3]}, "encoding": {"y": {"datum": 0}}},
        {
            "mark": {"type": "line", "color": look.line, "strokeWidth": 2},
            "encoding": {"x": day, "y": value, "detail": {"field": "run"}},
        },
        {
            "mark": {"type": "point", "color": look.line, "filled": True, "size": 18, "opacity": 1},
            "encoding": {"x": day, "y": value},
        },
        {
            "transform": [{"filter": "datum.turn != null"}],
            "mark": {"type": "point", "filled": True, "size": 110, "opacity": 1, "stroke": look.ink},
            "encoding": {
                "x": day,
                "y": value,
                "color": {
                    "field": "turn",
                    "type": "nominal",
                    "scale": {"domain": ["warmer", "colder"], "range": [look.deeds_warm, look.deeds_cold]},
                    "legend": None,
                },
                "shape": {
                    "field": "turn",
                    "type": "nominal",
                    "scale": {"domain": ["warmer", "colder"], "range": ["triangle-up", "triangle-down"]},
                    "legend": None,
                },
            },
        },
    ]


def _months_layer(look: Look, labels: Mapping[str, str]) -> Spec:
    colours = [getattr(look, quad.replace("-", "_")) for quad in labels]
    return {
        "mark": {"type": "bar", "width": {"band": 0.8}},
        "encoding": {
            "x": {"field": "month", "type": "temporal", "timeUnit": "yearmonth", "title": None, "axis": _MONTHS},
            "y": {"field": "many", "type": "quantitative", "title": None, "axis": {"format": "d", "tickMinStep": 1}},
            "color": {
                "field": "kind",
                "type": "nominal",
                "title": None,
                "scale": {"domain": list(labels.values()), "range": colours},
                "legend": {"orient": "top", "columns": 4},
            },
        },
    }


def _lanes_layer(look: Look, shown: Sequence[str]) -> Spec:
    statuses = ("open", "suspended", "ended", "easing", "resuming", "settled", "active", "unknown")
    cold, warm, moving = look.deeds_cold, look.deeds_warm, look.words_cold
    return {
        "mark": {"type": "point", "filled": True, "size": 90, "opacity": 1},
        "encoding": {
            "x": {"field": "day", "type": "temporal", "title": None, "axis": _MONTHS},
            "y": {"field": "issue", "type": "nominal", "title": None, "sort": list(shown), "axis": {"labelLimit": 260}},
            "color": {
                "field": "status",
                "type": "nominal",
                "title": None,
                "scale": {"domain": list(statuses), "range": [cold, cold, cold, moving, moving, warm, warm, look.soft]},
                "legend": None,
            },
            "shape": {
                "field": "status",
                "type": "nominal",
                "title": None,
                "scale": {
                    "domain": list(statuses),
                    "range": [
                        "circle",
                        "square",
                        "cross",
                        "diamond",
                        "triangle-right",
                        "triangle-up",
                        "triangle-up",
                        "stroke",
                    ],
                },
                "legend": {"orient": "top", "columns": 8},
            },
        },
    }


def _meetings_layer(look: Look, order: Sequence[str]) -> Spec:
    return {
        "mark": {"type": "rect"},
        "encoding": {
            "x": {"field": "one", "type": "nominal", "title": None, "sort": list(order), "axis": {"labelAngle": -50}},
            "y": {"field": "other", "type": "nominal", "title": None, "sort": list(order)},
            "color": {
                "field": "many",
                "type": "quantitative",
                "title": "talks",
                "scale": {"range": [look.band, look.line]},
            },
        },
    }


def _whole(layers: Sequence[Spec], values: Sequence[Mapping[str, object]], look: Look, height: int) -> Spec:
    axis = {
        "labelColor": look.soft,
        "titleColor": look.soft,
        "gridColor": look.rule,
        "domainColor": look.rule,
        "tickColor": look.rule,
        "labelFontSize": 12,
    }
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": WIDTH,
        "height": height,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "background": None,
        "data": {"values": list(values)},
        "layer": list(layers),
        "config": {
            "font": "Liberation Sans, Arial, sans-serif",
            "axis": axis,
            "view": {"stroke": None},
            "legend": {"labelColor": look.ink, "titleColor": look.soft, "labelFontSize": 12, "labelLimit": 200},
        },
    }
