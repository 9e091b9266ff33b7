"""What is wrong with a line that is given to be coded."""

from collections.abc import Mapping
from datetime import date
from typing import Any

SIDES = ("actor", "recipient")


def fault_of(line: object) -> str | None:
    """What keeps a line from being coded, in words for its writer; None where nothing does."""
    if not isinstance(line, dict):
        return 'it is no object such as {"id": 1, "text": "Japan invited Peru."}'
    if not isinstance(line.get("id"), str | int):
        return 'it has no "id", a word or a number'
    text = line.get("text")
    if not isinstance(text, str) or not text.strip():
        return 'it has no "text"'
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        return 'its "text" holds half a letter (a lone surrogate)'
    return _fault_of_day(line.get("date")) or _fault_of_parties(line, text)


def _fault_of_day(day: object) -> str | None:
    if day is None:
        return None
    try:
        date.fromisoformat(str(day))
    except ValueError:
        return f'its "date" {day!r} is no day such as 2023-03-16'
    return None


def _fault_of_parties(line: Mapping[str, Any], text: str) -> str | None:
    given = [(side, line[side]) for side in SIDES if line.get(side) is not None]
    for side, place in given:
        if not isinstance(place, list) or [type(end) for end in place] != [int, int]:
            return f'its "{side}" {place!r} is no place such as [0, 5]'
        start, end = place
        if not 0 <= start < end <= len(text):
            return f'its "{side}" {place!r} lies outside the text, which has {len(text)} characters'
        if not any(letter.isalnum() for letter in text[start:end]):
            return f'its "{side}" {place!r} holds no word'
    if len(given) == len(SIDES) and max(given[0][1][0], given[1][1][0]) < min(given[0][1][1], given[1][1][1]):
        return f'its "actor" {given[0][1]!r} and "recipient" {given[1][1]!r} overlap'
    return None
