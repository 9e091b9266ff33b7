"""Lines at the head of a report that hold its day, and beside it little: names, hours, a few small words."""

import re
from datetime import date

from detente.rules.stamps import LineWords
from detente.text.written_days import WEEKDAY, as_day, first_whole_day

LONGEST = 80
"""Letters; a longer line with a day says more than when a report came out."""
MOST_WORDS = 10
"""Words beside the day: two authors and a place have six."""
_SETS_APART = re.compile(r"[^\w\s'’.&]")
_HOUR = re.compile(r"T?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s*(?:(?i:[ap]\.?m\b\.?)|Z\b|(?:[A-Z]{2,5}|[A-Z][a-z]{2})\b)?")
_WEEKDAY = re.compile(rf"\b(?:{WEEKDAY})\b\.?", re.IGNORECASE)
_NAMED = re.compile(r":\s*[\w-]+")
_WORD = re.compile(r"[^\W\d_](?:[\w'’&]|\.(?=\w))*")


def day_of_line(line: str, words: LineWords) -> date | None:
    """The day that a line holds, where it tells no more than that, who wrote, and where."""
    match = first_whole_day(line) if len(line) <= LONGEST else None
    if match is None:
        return None
    before, after = (_beside(part) for part in (line[: match.start()], line[match.end() :]))
    is_apart = _is_apart(before, words, at_end=True) and _is_apart(after, words, at_end=False)
    is_plain = is_apart and _is_plain(f"{before} {after}", words)
    return as_day(match, day_first=is_day_first(line, words)) if is_plain else None


def is_day_first(line: str, words: LineWords) -> bool | None:
    """Whether the time zones of a line tell that 03/05/2021 is a day in May; None where they tell nothing."""
    named = set(re.findall(r"\b[A-Z]{2,5}\b", line))
    is_first, is_second = bool(named & words.day_first), bool(named & words.month_first)
    return is_first if is_first != is_second else None


def _beside(part: str) -> str:
    """What stands beside a day, without hours and days of the week; other days go with the words before them."""
    return _WEEKDAY.sub(" ", _HOUR.sub(" ", part))


def _is_apart(part: str, words: LineWords, *, at_end: bool) -> bool:
    """Whether a mark stands between the day and the names beside it: "War of 3 May 2021" names a war."""
    found = list(_WORD.finditer(part))
    if not found:
        return True
    nearest = found[-1 if at_end else 0]
    gap = part[nearest.end() :] if at_end else part[: nearest.start()]
    return nearest.group().casefold() in words.words or _SETS_APART.search(gap) is not None


def _is_plain(rest: str, words: LineWords) -> bool:
    # who is named behind a colon may be written small ("Editor: ruiz")
    found = [match.group() for match in _WORD.finditer(_NAMED.sub(" ", rest))]
    folded = [word.casefold() for word in found]
    is_named = all(word[0].isupper() or low in words.words for word, low in zip(found, folded, strict=True))
    return is_named and len(found) <= MOST_WORDS and not words.refused.intersection(folded)
