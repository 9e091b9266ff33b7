"""Where words that someone seeks stand in a report."""

import re

from detente.domain.derived import (
    DatedReport,
)
from detente.domain.spans import Span

AROUND = 90
"""Letters before and after words that a search found."""
ENDING, LEAST_OF_A_WORD = 3, 3
"""A search finds other forms of a word: so many letters at its end may differ, and so many stay."""
_WORD = re.compile(r"\w+")


def place_of(words: str, dated: DatedReport) -> Span | None:
    """The line of a report's text in which one of some words stands first, cut where it is long."""
    text = dated.report.text
    starts = [w[: max(LEAST_OF_A_WORD, len(w) - ENDING)] for w in _WORD.findall(words)]
    found = re.search("|".join(rf"\b{re.escape(w)}" for w in starts), text, re.IGNORECASE) if starts else None
    if found is None:
        return None
    start = max(text.rfind("\n", 0, found.start()) + 1, found.start() - AROUND)
    end = min(e if (e := text.find("\n", found.end())) >= 0 else len(text), found.end() + AROUND)
    start += len(text[start : found.start()]) - len(text[start : found.start()].lstrip())
    if start and text[start - 1].isalnum():
        start = min(text.find(" ", start) + 1 or start, found.start())
    if end < len(text) and text[end].isalnum():
        end = max(text.rfind(" ", found.end(), end), found.end())
    return Span(start, end)
