"""How the charts look: their marks, axes and colours, in Vega-Lite."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from detente.events.weighing import COLDEST, WARMEST

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


def index_layers(look: Look) -> list[Spec]:
    """The band, the line and the turning points of an index."""
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


def months_layer(look: Look, labels: Mapping[str, str]) -> Spec:
    """The bars of months, cooperation up and conflict down."""
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


_STATUSES = ("open", "suspended", "ended", "easing", "resuming", "settled", "active", "unknown")
_SHAPES = ("circle", "square", "cross", "diamond", "triangle-right", "triangle-up", "triangle-up", "stroke")


def lanes_layers(look: Look, shown: Sequence[str], statuses: AbstractSet[str]) -> list[Spec]:
    """A lane for each issue: a bar as long as a status lasted, and a mark where it began."""
    cold, warm, moving = look.deeds_cold, look.deeds_warm, look.words_cold
    colours = [cold, cold, cold, moving, moving, warm, warm, look.soft]
    day = {"field": "day", "type": "temporal", "title": None, "axis": _MONTHS}
    lane = {"field": "issue", "type": "nominal", "title": None, "sort": list(shown), "axis": {"labelLimit": 260}}
    status = {"field": "status", "type": "nominal", "title": None}
    key = {"orient": "top", "columns": 8, "values": [s for s in _STATUSES if s in statuses]}
    colour = status | {"scale": {"domain": list(_STATUSES), "range": colours}, "legend": key}
    shape = status | {"scale": {"domain": list(_STATUSES), "range": list(_SHAPES)}, "legend": key}
    return [
        {
            "mark": {"type": "bar", "height": 5, "opacity": 0.55},
            "encoding": {"x": day, "x2": {"field": "until"}, "y": lane, "color": colour},
        },
        {
            "mark": {"type": "point", "filled": True, "size": 90, "opacity": 1},
            "encoding": {"x": day, "y": lane, "color": colour, "shape": shape},
        },
    ]


def meetings_layer(look: Look, order: Sequence[str]) -> Spec:
    """A square for each two powers, the darker the more they met."""
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


def whole(layers: Sequence[Spec], values: Sequence[Mapping[str, object]], look: Look, height: int) -> Spec:
    """The specification of a chart from its layers and values; `height` in pixels."""
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
