"""When a report came out, as its own text says it; never guessed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from detente.domain.days import NOT_KNOWN, Basis, When, on_day
from detente.domain.spans import Span
from detente.rules.stamps import Stamps, StampWords
from detente.text.passages import Layout
from detente.text.written_days import DAY, WEEKDAY, as_day, first_day_in, first_whole_day, whole_days

_HOUR = re.compile(r"[\s,/|·•–—@-]*\d{1,2}[:.h]\d{2}")
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
    """The day that a stamp, a line that is only a date, or the dateline gives; else not known."""
    places = list(_places(text, layout))
    stamped = _stamped(places, stamps.published) or _stamped(places, stamps.updated) or _bare(places)
    return stamped or _dateline(text, layout) or NOT_KNOWN


def stamped_day(text: str, words: StampWords) -> date | None:
    """The day that stands beside one of the words in a line, if it is a day at all."""
    match = _stamp_pattern(words.words, words.between).search(text)
    return as_day(match) if match else None


def _places(text: str, layout: Layout) -> Iterator[_Place]:
    """The headings and furniture of a report, and a stamp with which its running text begins."""
    first = layout.passages[min(HEAD, len(layout.passages)) - 1].start if layout.passages else len(text)
    for span in sorted((*layout.headings, *layout.furniture)):
        yield _Place(text[span.start : span.end], is_head=span.start < first)
    if layout.passages:
        start = layout.passages[0].start
        yield _Place(text[start : start + STAMP_LENGTH // 2], is_head=False)


def _stamped(places: list[_Place], words: StampWords) -> When | None:
    for place in places:
        day = stamped_day(place.text, words) if len(place.text) <= STAMP_LENGTH else None
        if day:
            shown = " ".join(place.text.split())[:60]
            return on_day(day, Basis.STATED, f"A line of the report says “{shown}”.")
    return None


def _bare(places: list[_Place]) -> When | None:
    """A line at the head of a report that holds a day, and beside it no more than a weekday, an hour and a place."""
    for place in places:
        if not place.is_head or len(place.text) > STAMP_LENGTH // 2:
            continue
        match = first_whole_day(place.text)
        day = as_day(match) if match else None
        if match and day and _is_stamp(place.text[: match.start()], place.text[match.end() :]):
            return on_day(day, Basis.STATED, f"A line at the head of the report says “{' '.join(place.text.split())}”.")
    return None


def _is_stamp(before: str, after: str) -> bool:
    """Whether beside a day there are only weekdays, hours, zones and a place in brackets; after an hour anything."""
    hour = _HOUR.match(after)
    bare = re.sub(r"\([^)]*\)", " ", before if hour else f"{before} {after}")
    weekdays = set(WEEKDAY.casefold().split("|"))
    left = [w for w in re.findall(r"[^\W\d_]+", bare) if w.casefold() not in weekdays]
    return all(len(word) <= 4 and (word.isupper() or word.islower()) for word in left) and len(left) <= 3  # noqa: PLR2004


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
