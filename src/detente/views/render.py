"""A brief as one HTML file or as Markdown; whatever a report says is shown, never run."""

import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from detente.views.brief_parts import Brief, Illustrations
from detente.views.charts import Chart
from detente.views.drawing import svg_of

_MARKDOWN_SIGNS = re.compile(r"([\\`*_\[\]<>#|~!{}&])")


Picture = Callable[[Chart, str], str]
"""The address of a chart in one of its looks."""


def inside(chart: Chart, look: str) -> str:
    """An address that holds the picture itself."""
    return f"data:image/svg+xml;base64,{b64encode(svg_of(chart, look).encode()).decode()}"


def render_html(brief: Brief, picture: Picture = inside, *, has_dark: bool = True) -> str:
    """One file without script or network, its charts inside, for screen and print.

    `has_dark`: whether there is a second picture of each chart, for dark screens.
    """
    template = _environment(autoescape=True).get_template("brief.html")
    return template.render(brief=brief, picture=picture, has_dark=has_dark).strip() + "\n"


def render_markdown(brief: Brief) -> str:
    """The same in Markdown, its quotes numbered at the end; pictures are told by the text around them."""
    in_words = replace(brief, illustrations=Illustrations())
    text = _environment(autoescape=False).get_template("brief.md").render(brief=_without_signs(in_words))
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _environment(*, autoescape: bool) -> Environment:
    return Environment(
        loader=PackageLoader("detente.views"),
        autoescape=autoescape,  # noqa: S701 - off for Markdown alone, whose texts `_without_signs` has escaped
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _without_signs(value: Any) -> Any:  # noqa: ANN401 - any part of a brief, and the same part with its texts escaped
    """A part of a brief whose texts are on one line and mean nothing to Markdown or HTML."""
    if isinstance(value, str):
        return _MARKDOWN_SIGNS.sub(r"\\\1", " ".join(value.split()))
    if isinstance(value, tuple):
        return tuple(_without_signs(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _without_signs(getattr(value, f.name)) for f in fields(value) if f.init})
    return value
