"""A sentence as the lexemes in which numbers are read."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from detente.rules.numbers import Lexeme, NumberRules, Words, lexemes
from detente.text.parsed import Sentence

_LONGEST_PHRASE = 4


@dataclass(frozen=True, slots=True)
class NumberLine:
    """A sentence as lexemes, and for each lexeme its token."""

    sentence: Sentence
    lexemes: tuple[Lexeme, ...]
    tokens: tuple[int, ...]
    rules: NumberRules

    def lower(self, at: int) -> str:
        """A lexeme in lower case; the empty string outside the sentence."""
        return self.lexemes[at].lower if 0 <= at < len(self.lexemes) else ""

    def is_word(self, at: int, name: str) -> bool:
        """Whether a lexeme is one of the data's named words."""
        return self.lower(at) in self.rules.words[name]

    def longest[T](self, at: int, table: Mapping[Words, T]) -> tuple[T, int] | None:
        """What the longest phrase of a table that begins at a lexeme means, and the lexeme after it."""
        for size in range(min(_LONGEST_PHRASE, len(self.lexemes) - at), 0, -1):
            words = tuple(x.lower for x in self.lexemes[at : at + size])
            if words in table:
                return table[words], at + size
        return None

    def before[T](self, at: int, table: Mapping[Words, T]) -> tuple[T, int] | None:
        """What the longest phrase of a table that ends before a lexeme means, and where it begins."""
        for size in range(min(_LONGEST_PHRASE, at), 0, -1):
            words = tuple(x.lower for x in self.lexemes[at - size : at])
            if words in table:
                return table[words], at - size
        return None


def number_line(sentence: Sentence, rules: NumberRules) -> NumberLine:
    """The sentence as lexemes; white space is folded as in the parse."""
    pieces: list[str] = []
    starts: list[int] = []
    at, end = 0, sentence.tokens[0].start
    for token in sentence.tokens:
        if token.start > end:
            pieces.append(" ")
            at += 1
        pieces.append(token.text)
        starts.append(at)
        at, end = at + len(token.text), token.end
    cut = lexemes("".join(pieces))
    return NumberLine(sentence, cut, tuple(bisect_right(starts, x.start) - 1 for x in cut), rules)


def is_glued(line: NumberLine, at: int) -> bool:
    """Whether a lexeme is the tail of a longer word: F-16, 2018-19, 3:15, COVID-19."""
    if not line.lexemes[at].is_glued or at == 0:
        return False
    mark = line.lexemes[at - 1]
    return mark.text in ".:/'’" or mark.is_word or (mark.text in "-–" and mark.is_glued)
