"""The dateline with which a report's running text begins: its places, agency and day, in any order, before a mark."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from detente.text.written_days import DAY, DAY_OF_YEAR, WEEKDAY, first_whole_day

SHORTEST_PLACE = 4
"""Letters; shorter words in capitals before a dash are as often states and bodies (US, EU, UN)."""
MOST_PARTS = 8
"""Places, regions, agencies, days and hours; no dateline was seen with more than six."""


class _Part(StrEnum):
    """What a stretch of a dateline is; the values name the groups of the pattern."""

    AGENCY = "agency"
    WHOLE_DAY = "whole"
    DAY = "part"
    WEEKDAY = "weekday"
    HOUR = "hour"
    LOUD = "loud"
    NAME = "name"


_PLACES = (_Part.LOUD, _Part.NAME)
_CAPITALS = r"[A-ZÀ-Þ](?:[A-ZÀ-Þ'’-]|\.(?=\S))+"
_WORD = r"[A-ZÀ-Þ](?:[\w'’-]|\.(?=\S))*"
_MARK = re.compile(r"\s*\.?\s*(?P<mark>--|[—–_―:|-])(?=\s|$)\s*")
_STOP = re.compile(r"\.\s+(?=['\"“‘(]?[A-ZÀ-Þ])")
_LETTERS, _OPENS = re.compile(r"\([A-Z]{2,6}\)"), re.compile(r"\s*['\"“‘]?[A-ZÀ-Þ]")
_GAP, _GAP_OR_STOP = re.compile(r"[\s,/|·]*"), re.compile(r"[\s,/|·.]*")


@cache
def _part() -> re.Pattern[str]:
    """One part of a dateline; a day is looked for before a name, since May is also one."""
    whole, part = (re.sub(r"\?P<\w+>", "?:", pattern) for pattern in (DAY, DAY_OF_YEAR))
    return re.compile(
        r"(?P<agency>[(\[][^()\[\]\n]{2,40}[)\]]|/[A-ZÀ-Þ][\w -]{1,20}/)"
        rf"|(?P<whole>(?i:{whole}))|(?P<part>(?i:{part}))|(?P<weekday>(?i:\b(?:{WEEKDAY})\b\.?))"
        r"|(?P<hour>\d{1,2}[:.h]\d{2}(?: ?[A-Z]{2,4}\b)?)"
        rf"|(?P<loud>{_CAPITALS}(?:[ /]+{_CAPITALS}){{0,4}})(?![a-zß-ÿ])"
        rf"|(?P<name>{_WORD}(?: {_WORD}){{0,3}})"
    )


@dataclass(frozen=True, slots=True)
class Dateline:
    """So many characters of a line, with the mark and the blanks after it."""

    length: int
    is_bare: bool
    """Whether it is no more than a day, as the lines of a chronology begin with one too."""


def dateline_of(line: str, *, may_be_named: bool) -> Dateline | None:
    """The dateline with which a line begins.

    `may_be_named`: whether a place and a colon alone ("LIMA: ...") may be one here; in a transcript they name speakers.
    """
    parts: list[_Read] = []
    end, is_marked, best = 0, False, None
    while len(parts) < MOST_PARTS:
        gap = (_GAP if any(part.has_day for part in parts) else _GAP_OR_STOP).match(line, end)
        match = _part().match(line, gap.end() if gap else end)
        if match is None or (is_marked and match.lastgroup in _PLACES):
            break
        parts.append(_Read(_Part(match.lastgroup or ""), match.group()))
        mark = _MARK.match(line, match.end())
        if length := _closed(line, match.end(), mark, parts, may_be_named=may_be_named):
            best = Dateline(length, not {p.kind for p in parts} & {*_PLACES, _Part.AGENCY})
        end, is_marked = (mark.end(), True) if mark else (match.end(), is_marked)
    return best


@dataclass(frozen=True, slots=True)
class _Read:
    kind: _Part
    words: str

    @property
    def has_day(self) -> bool:
        return self.kind is _Part.WHOLE_DAY or (self.kind is _Part.AGENCY and first_whole_day(self.words) is not None)


def _closed(line: str, end: int, mark: re.Match[str] | None, parts: list[_Read], *, may_be_named: bool) -> int:
    """Where the text after a dateline of these parts begins; 0 if they are none, or not all of it."""
    has_day = any(part.has_day for part in parts)
    if mark is None:
        stop = _STOP.match(line, end) if has_day else None
        return stop.end() if stop else _end_of_bracket(line, end, parts)
    if line[mark.end() :].lstrip("'\"“‘(")[:1].islower():
        return 0
    return mark.end() if has_day or _is_placed(parts, mark["mark"], may_be_named=may_be_named) else 0


def _end_of_bracket(line: str, end: int, parts: list[_Read]) -> int:
    """Where the text begins after a bracket that alone holds a day, or an agency's letters: "(AFP)Peru has ..."."""
    after = line[end:]
    is_alone = len(parts) == 1 and parts[0].kind is _Part.AGENCY
    is_closed = is_alone and (
        (parts[0].has_day and after[:1].isspace())
        or (_LETTERS.fullmatch(parts[0].words) is not None and _OPENS.match(after) is not None)
    )
    return len(line) - len(after.lstrip()) if is_closed else 0


def _is_placed(parts: list[_Read], mark: str, *, may_be_named: bool) -> bool:
    """Whether a place opens them: in capitals, or as any name where a day follows it."""
    first, *more = parts
    if first.kind is _Part.NAME:
        return any(part.kind is _Part.DAY for part in more)
    if first.kind is not _Part.LOUD or (mark == ":" and not more and not may_be_named):
        return False
    return bool(more) or len(first.words) >= SHORTEST_PLACE
