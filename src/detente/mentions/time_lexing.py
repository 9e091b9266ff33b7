"""Cutting a sentence into words with the classes of data/times.toml, numbers read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from detente.rules.time_words import lower, split_words
from detente.rules.times import Classes, TimeRules, Value

FIRST_YEAR, LAST_YEAR = 1000, 2199
"""Four digits in these bounds may be a year."""
_HYPHENS = frozenset("-–—")
_MOST_DAYS = 31
_CENTURY, _TEEN = 100, 10


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word or number, its place in the text, and its value in each class that it may stand in."""

    start: int
    end: int
    word: str
    classes: Mapping[str, Value]


def lex(text: str, rules: TimeRules) -> tuple[Lexeme, ...]:
    """The words of a text, entries of several words joined, numbers in words read."""
    pieces = [_piece(sort, start, end, word, rules) for sort, start, end, word in split_words(lower(text))]
    return tuple(_join_numbers(_join_entries(pieces, rules)))


def _piece(sort: str, start: int, end: int, word: str, rules: TimeRules) -> Lexeme:
    return Lexeme(start, end, word, _READERS[sort](word) if sort in _READERS else rules.classes.get(word, {}))


def _number(word: str) -> Classes:
    text = word.replace(",", "")
    whole, _, fraction = text.replace("-", " ").partition(" ")
    value = float(whole)
    if fraction:
        above, _, below = fraction.partition("/")
        value += int(above) / (int(below) or 1)
        return {"NUM": value}
    if not whole.isdigit():
        return {"NUM": value}
    if len(word) <= len("31") and 1 <= value <= _MOST_DAYS:
        return {"NUM": value, "DAY": int(value)}
    if "," not in word and FIRST_YEAR <= value <= LAST_YEAR:
        return {"NUM": value, "YEAR": int(value)}
    return {"NUM": value}


def _decade(word: str) -> Classes:
    return {"DECADE": int(word.lstrip("'")[:-2])}


def _digits(word: str) -> int:
    return int("".join(c for c in word if c.isdigit()))


_READERS = {
    "iso": lambda word: {"ISO": word},
    "slash": lambda word: {"SLASH": word},
    "clock": lambda word: {"CLOCK": word},
    "decade": _decade,
    "year2": lambda word: {"YEAR2": int(word[1:])},
    "ord": lambda word: {"ORD": _digits(word)},
    "quarter": lambda word: {"QUARTER": _digits(word)},
    "half": lambda word: {"HALF": _digits(word)},
    "num": _number,
}


def _join_entries(pieces: Sequence[Lexeme], rules: TimeRules) -> list[Lexeme]:
    found: list[Lexeme] = []
    at = 0
    while at < len(pieces):
        size = _entry_size(pieces, at, rules) if pieces[at].word in rules.openers else 1
        if size > 1:
            words = pieces[at : at + size]
            key = " ".join(piece.word for piece in words)
            found.append(Lexeme(words[0].start, words[-1].end, key, rules.classes[key]))
        elif pieces[at].word in _HYPHENS:
            found.append(Lexeme(pieces[at].start, pieces[at].end, "-", {"HYPHEN": 0}))
        else:
            found.append(pieces[at])
        at += size
    return found


def _entry_size(pieces: Sequence[Lexeme], at: int, rules: TimeRules) -> int:
    for size in range(min(rules.longest, len(pieces) - at), 1, -1):
        if " ".join(piece.word for piece in pieces[at : at + size]) in rules.classes:
            return size
    return 1


def _join_numbers(pieces: Sequence[Lexeme]) -> list[Lexeme]:
    found: list[Lexeme] = []
    at = 0
    while at < len(pieces):
        if "ONE" in pieces[at].classes and _is_hundred(pieces, at + 1):
            at += 1
        if "CARD" not in pieces[at].classes:
            found.append(pieces[at])
            at += 1
            continue
        end, values = _cards(pieces, at)
        word = " ".join(piece.word for piece in pieces[at:end])
        found.append(Lexeme(pieces[at].start, pieces[end - 1].end, word, _spoken(values)))
        at = end
    return found


def _is_hundred(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether "a hundred", "a thousand" goes on here."""
    return at < len(pieces) and float(pieces[at].classes.get("CARD", 0)) >= _CENTURY


def _cards(pieces: Sequence[Lexeme], at: int) -> tuple[int, list[int]]:
    """Where a number in words ends, and the values of its words."""
    values = [int(pieces[at].classes["CARD"])]
    end = at + 1
    while end < len(pieces):
        skip = 1 if pieces[end].word == "-" or (pieces[end].word == "and" and values[-1] >= _CENTURY) else 0
        if end + skip >= len(pieces) or "CARD" not in pieces[end + skip].classes:
            break
        value = int(pieces[end + skip].classes["CARD"])
        if not _continues(values, value):
            break
        values.append(value)
        end += skip + 1
    return end, values


def _continues(values: Sequence[int], value: int) -> bool:
    """Whether a word of number goes on with the number before it: "ninety six", "two thousand", "nineteen ninety"."""
    last = values[-1]
    if value >= _CENTURY:
        return last < value
    if last >= _CENTURY:
        return True
    tens = 20
    if last >= tens and last % 10 == 0 and 0 < value < _TEEN:
        return True
    return len(values) == 1 and _TEEN <= last <= tens <= value


def _spoken(values: Sequence[int]) -> Classes:
    if len(values) > 1 and _TEEN <= values[0] <= 20 and _TEEN <= values[1] < _CENTURY:  # noqa: PLR2004
        return {"YEAR": values[0] * _CENTURY + sum(values[1:])}
    total = part = 0
    for value in values:
        if value >= _CENTURY:
            part = (part or 1) * value
            if value > _CENTURY:
                total, part = total + part, 0
        else:
            part += value
    number = total + part
    classes: dict[str, Value] = {"NUM": float(number)}
    if len(values) > 1 and FIRST_YEAR <= number <= LAST_YEAR:
        classes["YEAR"] = number
    return classes
