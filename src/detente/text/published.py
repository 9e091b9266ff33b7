"""When a report came out, as its own text says it; never guessed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from detente.domain.days import NOT_KNOWN, Basis, When, on_day
from detente.domain.spans import Span
from detente.rules.stamps import LineWords, Stamps, StampWords
from detente.text.day_lines import day_of_line, is_day_first
from detente.text.passages import Layout
from detente.text.written_days import DAY, WEEKDAY, as_day, first_day_in, whole_days

STAMP_LENGTH = 160
"""Characters; a longer line is no stamp."""
HEAD = 3
"""So many of the first passages may a day's line stand between: a subheading, a lead, the byline."""
DATELINE_LENGTH = 100


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch in which the day of publication may stand."""

    text: str
    is_head: bool


def published_in(text: str, layout: Layout, stamps: Stamps) -> When:
    """The day that a stamp, a line that tells little else, or the dateline gives; else not known."""
    places = list(_places(text, layout))
    stamped = _stamped(places, stamps.published, stamps.line) or _stamped(places, stamps.updated, stamps.line)
    return stamped or _in_line(places, stamps.line) or _dateline(text, layout) or NOT_KNOWN


def stamped_day(text: str, words: StampWords, line: LineWords) -> date | None:
    """The day that stands beside one of the words in a line, if it is a day at all."""
    match = _stamp_pattern(words.words, words.between).search(text)
    if match is None:
        return None
    # "3 May 2021 (updated 4 May 2021)": the line begins with the day on which the report came out
    return day_of_line(text, line) or as_day(match, day_first=is_day_first(text, line))


def is_stamp(line: str, stamps: Stamps) -> bool:
    """Whether a line tells when the report came out, be it in a way that can be read or not."""
    labels = (_stamp_pattern(words.words, words.between) for words in (stamps.published, stamps.updated))
    return day_of_line(line, stamps.line) is not None or any(label.search(line) for label in labels)


def _places(text: str, layout: Layout) -> Iterator[_Place]:
    """The headings and furniture of a report, and a stamp with which its running text begins."""
    first = layout.passages[min(HEAD, len(layout.passages)) - 1].start if layout.passages else len(text)
    for span in sorted((*layout.headings, *layout.furniture)):
        yield _Place(text[span.start : span.end], is_head=span.start < first)
    if layout.passages:
        start = layout.passages[0].start
        yield _Place(text[start : start + STAMP_LENGTH // 2], is_head=False)


def _stamped(places: list[_Place], words: StampWords, line: LineWords) -> When | None:
    for place in places:
        day = stamped_day(place.text, words, line) if len(place.text) <= STAMP_LENGTH else None
        if day:
            return on_day(day, Basis.STATED, f"A line of the report says “{_shown(place)[:60]}”.")
    return None


def _in_line(places: list[_Place], words: LineWords) -> When | None:
    """The day of a line at the head of a report that says no more than it, who wrote, and where."""
    for place in places:
        day = day_of_line(place.text, words) if place.is_head else None
        if day:
            return on_day(day, Basis.STATED, f"A line at the head of the report says “{_shown(place)}”.")
    return None


def _shown(place: _Place) -> str:
    return " ".join(place.text.split())


def _dateline(text: str, layout: Layout) -> When | None:
    """The day of a dateline; where its year is missing, the one of the copyright line if there is one alone."""
    if not layout.passages:
        return None
    first = layout.passages[0].start
    for line in _before(text, layout.furniture, first):
        day = next(whole_days(line), None)
        if day:
            return on_day(day, Basis.STATED, f"The dateline says “{' '.join(line.split())}”.")
        years = copyright_years(text, layout.furniture)
        day = first_day_in(line, years[0]) if len(years) == 1 else None
        if day:
            shown = " ".join(line.split())
            return on_day(day, Basis.INFERRED, f"The dateline says “{shown}”, the copyright line gives the year.")
    return None


def _before(text: str, furniture: tuple[Span, ...], first: int) -> Iterator[str]:
    """The furniture that runs into the first passage, or ends in a dash before it."""
    for span in furniture:
        line, gap = text[span.start : span.end].rstrip(), text[span.end : first]
        is_run_in = "\n" not in gap or line.endswith(("-", "–", "—", "―", "_"))
        if span.end <= first and not gap.strip() and is_run_in and len(line) <= DATELINE_LENGTH:
            yield line


def copyright_years(text: str, furniture: tuple[Span, ...]) -> list[int]:
    """The years of a report's copyright lines, each once."""
    found = {
        int(match[1])
        for span in furniture
        for match in re.finditer(
            r"(?:©|\([cC]\)|[Cc]opyright)[^\d\n]{0,12}((?:19|20)\d\d)\b", text[span.start : span.end]
        )
    }
    return sorted(found)


@cache
def _stamp_pattern(words: tuple[str, ...], between: tuple[str, ...]) -> re.Pattern[str]:
    label = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    joined = "|".join([*between, WEEKDAY])
    gap = rf"(?:\W|\b(?:{joined})\b|\d{{1,2}}[:.]\d\d(?:\s*[ap]\.?m\.?)?|\b[A-Z]{{2,4}}\b){{0,12}}?"
    return re.compile(rf"(?<!\w)(?:{label})(?!\w){gap}{DAY}", re.IGNORECASE)
