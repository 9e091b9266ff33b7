"""Time expressions of a bare text as TIMEX3, for measuring."""

import re
from collections.abc import Iterator
from datetime import date

from detente.claims.dating import timex_value
from detente.mentions.find_times import TimeMention, find_times
from detente.mentions.time_meanings import Base, Calendar, Core, Shift
from detente.text.parse import load_parser
from detente.text.parsed import Passage

_BREAK = re.compile(r"\n\s*\n")
OLD_YEARS = 3
"""So many years before the report a date belongs to history."""
FEWEST = 5
"""A history tells at least so many old dates."""
OFTEN = 3
"""A history tells so many times more old dates than days counted from its own."""


def predict_times(text: str, dct: date, narrative: bool | None = None) -> list[dict[str, object]]:  # noqa: FBT001
    """The time expressions of a text with their TIMEX3 values; None decides by the text whether it tells history."""
    sentences = load_parser().parse(text, list(_passages(text)))
    mentions = find_times(sentences)
    is_narrative = tells_history(mentions, dct) if narrative is None else narrative
    if is_narrative:
        mentions = find_times(sentences, is_narrative=True)
    return [_row(mention, dct) for whole in mentions for mention in (whole.parts or (whole,))]


def tells_history(mentions: tuple[TimeMention, ...], dct: date) -> bool:
    """Whether the dates of a text are mostly of years long before it, and hardly counted from its own day."""
    cores = [mention.timing.core for mention in mentions]
    years = [core.year for core in cores if isinstance(core, Calendar) and core.year is not None]
    old = sum(dct.year - year > OLD_YEARS for year in years)
    near = sum(_counts_from_now(core) for core in cores)
    return old >= max(FEWEST, OFTEN * near)


def _counts_from_now(core: Core) -> bool:
    match core:
        case Calendar(weekday=weekday, month=None):
            return weekday is not None
        case Shift(base=Base.NOW):
            return True
        case _:
            return False


def _passages(text: str) -> Iterator[Passage]:
    start = 0
    for number, match in enumerate([*_BREAK.finditer(text), None]):
        end = len(text) if match is None else match.start()
        if text[start:end].strip():
            yield Passage(number, start, end)
        start = end if match is None else match.end()


def _row(mention: TimeMention, dct: date) -> dict[str, object]:
    value = timex_value(mention.timing, mention.phrase, dct)
    return {"start": mention.span.start, "end": mention.span.end, "type": mention.kind.value, "value": value}
