"""Charts as pictures."""

import json
from functools import lru_cache

import vl_convert

from detente.views.chart_layers import LOOKS
from detente.views.charts import Chart

PICTURES_KEPT = 64


def svg_of(chart: Chart, look: str) -> str:
    """A chart as a picture, for light paper or a dark screen."""
    return _svg(json.dumps(chart.spec(LOOKS[look]), sort_keys=True))


def png_of(chart: Chart) -> bytes:
    """A chart as a picture for light paper, for those who cannot show the other kind."""
    return bytes(vl_convert.vegalite_to_png(chart.spec(LOOKS["light"]), scale=2, allowed_base_urls=[]))


@lru_cache(maxsize=PICTURES_KEPT)
def _svg(spec: str) -> str:
    # no chart has data elsewhere, and none may fetch any
    return str(vl_convert.vegalite_to_svg(json.loads(spec), allowed_base_urls=[]))
