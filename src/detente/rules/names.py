"""How names are compared: letter by letter without accents, in one spelling, and with an eye for capitals."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from detente.rules.letters import without_accents

_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae", "ð": "d"}
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?$|[^\W\d_]\.[^\W\d_]$")
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word without accents and capitals: "Yıldırım" is "yildirim"."""
    return without_accents(word.translate(_LETTERS)).lower()


@lru_cache(maxsize=65536)
def split_word(word: str) -> tuple[str, ...]:
    """The pieces of one word of a text: "Suk-yeol" has two, "U.S." has one."""
    if _INITIALS.match(word):
        return (word.replace(".", ""),)
    return tuple(_WORD.findall(word))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of letters or digits of a text, as names are compared by it."""

    key: str
    is_capital: bool
    """Whether it may stand where a name has a capital letter: digits may."""
    is_upper: bool
    word: int
    """The number of the word that it is a part of."""


def pieces(words: Iterable[str], spellings: Mapping[str, str]) -> list[Piece]:
    """The pieces of words in order, each in the spelling that stands for its row."""
    found = []
    for number, word in enumerate(words):
        for part in split_word(word):
            key = fold(part)
            first = part[0]
            found.append(
                Piece(spellings.get(key, key), not first.islower(), not part.islower() and part.isupper(), number)
            )
    return found


@dataclass(slots=True)
class _Node[T]:
    below: dict[str, "_Node[T]"] = field(default_factory=dict)
    ends: list[tuple[str, T]] = field(default_factory=list)


class NameTree[T]:
    """Names by their pieces, the longest first; a small letter fits any letter, a capital only a capital."""

    def __init__(self, spellings: Mapping[str, str]) -> None:
        self._root: _Node[T] = _Node()
        self._spellings = spellings

    def add(self, name: str, value: T) -> None:
        """Put a name in; one name may stand for several values."""
        node, shape = self._root, []
        for word in name.split():
            for part in split_word(word):
                key = fold(part)
                node = node.below.setdefault(self._spellings.get(key, key), _Node())
                shape.append(_shape(part, word))
        entry = ("".join(shape), value)
        if entry not in node.ends:
            node.ends.append(entry)

    def may_begin(self, word: str) -> bool:
        """Whether any name begins as a word does."""
        parts = split_word(word)
        key = fold(parts[0]) if parts else ""
        return self._spellings.get(key, key) in self._root.below

    def longest(self, text: Sequence[Piece], at: int) -> tuple[int, list[T]]:
        """Where the longest name that begins at a piece ends, and what it stands for; `at` where there is none."""
        node, end, best = self._root, at, at
        values: list[T] = []
        while end < len(text):
            below = node.below.get(text[end].key)
            if below is None:
                break
            node = below
            end += 1
            fitting = [value for shape, value in node.ends if _fits(shape, text, at)]
            if fitting:
                best, values = end, fitting
        return best, values


def _shape(part: str, word: str) -> str:
    if len(part) > 1 and part.isupper() and not part.isdigit():
        return "u" if word.replace(".", "").isupper() else "c"
    return "l" if part[0].islower() else "c"


def _fits(shape: str, text: Sequence[Piece], at: int) -> bool:
    for offset, letter in enumerate(shape):
        piece = text[at + offset]
        if letter == "u" and not piece.is_upper:
            return False
        if letter == "c" and not piece.is_capital:
            return False
    return True
