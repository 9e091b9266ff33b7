"""Time expressions of a bare text as TIMEX3, for measuring."""

import re
from collections.abc import Iterator
from datetime import date

from detente.claims.dating import timex_value
from detente.mentions.find_times import TimeMention, find_times
from detente.mentions.time_meanings import Calendar
from detente.text.parse import Passage, load_parser

_BREAK = re.compile(r"\n\s*\n")
OLD_YEARS = 3
"""So many years before the report a date belongs to history."""
MANY = 0.5
"""Where more than this share of the full dates is history, the text is a narrative."""


def predict_times(text: str, dct: date, narrative: bool | None = None) -> list[dict[str, object]]:  # noqa: FBT001
    """The time expressions of a text with their TIMEX3 values; None decides by the text whether it tells history."""
    sentences = load_parser().parse(text, list(_passages(text)))
    mentions = find_times(sentences)
    is_narrative = tells_history(mentions, dct) if narrative is None else narrative
    if is_narrative:
        mentions = find_times(sentences, is_narrative=True)
    return [_row(mention, dct) for whole in mentions for mention in (whole.parts or (whole,))]


def tells_history(mentions: tuple[TimeMention, ...], dct: date) -> bool:
    """Whether most of the dates with a year lie years before the report."""
    years = [m.timing.core.year for m in mentions if isinstance(m.timing.core, Calendar) and m.timing.core.month]
    told = [year for year in years if year is not None]
    return len(told) > MANY * len(years) and sum(dct.year - year > OLD_YEARS for year in told) > MANY * len(told)


def _passages(text: str) -> Iterator[Passage]:
    start = 0
    for number, match in enumerate([*_BREAK.finditer(text), None]):
        end = len(text) if match is None else match.start()
        if text[start:end].strip():
            yield Passage(number, start, end)
        start = end if match is None else match.end()


def _row(mention: TimeMention, dct: date) -> dict[str, object]:
    value = timex_value(mention.phrase, dct)
    return {"start": mention.span.start, "end": mention.span.end, "type": mention.kind.value, "value": value}
