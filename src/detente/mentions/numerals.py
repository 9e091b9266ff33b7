"""The value of a number as it is written: "1,250", "52 billion", "€18bn", "one hundred and four", "two dozen"."""

from collections.abc import Sequence
from dataclasses import dataclass

from detente.rules.numbers import Lexeme, NumberRules

_TEN, _TWENTY, _HUNDRED, _THOUSAND = 10, 20, 100, 1000
_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and the lexemes that write it."""

    value: float
    first: int
    after: int
    scale: float = 1
    """What a word such as "billion" multiplies; 1 where there is none."""
    is_digits: bool = True
    is_bare_year: bool = False
    """Whether four digits without a comma or a scale write it."""


def read_numeral(lexemes: Sequence[Lexeme], at: int, rules: NumberRules) -> Numeral | None:
    """The number that begins at a lexeme, or None."""
    if at >= len(lexemes):
        return None
    if lexemes[at].is_number:
        return _in_digits(lexemes, at, rules)
    return _half_of_scale(lexemes, at, rules) or _in_words(lexemes, at, rules)


def _in_digits(lexemes: Sequence[Lexeme], at: int, rules: NumberRules) -> Numeral:
    text = lexemes[at].text
    scale, after = _scales(lexemes, at + 1, rules)
    is_year = scale == 1 and len(text) == _YEAR_DIGITS and text.isdigit()
    return Numeral(float(text.replace(",", "")) * scale, at, after, scale, is_bare_year=is_year)


def _scales(lexemes: Sequence[Lexeme], at: int, rules: NumberRules) -> tuple[float, int]:
    """The product of the scale words from a lexeme on, and the lexeme after them."""
    product = 1.0
    while at < len(lexemes):
        lexeme = lexemes[at]
        if lexeme.text == "-" and lexeme.is_glued and at + 1 < len(lexemes) and lexemes[at + 1].lower in rules.scales:
            at += 1
            continue
        factor = rules.scales.get(lexeme.lower) or (rules.glued_scales.get(lexeme.lower) if lexeme.is_glued else None)
        if not factor:
            break
        product *= factor
        at += 1
    return product, at


def _half_of_scale(lexemes: Sequence[Lexeme], at: int, rules: NumberRules) -> Numeral | None:
    """Half a million, a million, a dozen."""
    part = rules.fractions.get(lexemes[at].lower)
    after = at + 1 if part else at
    if after < len(lexemes) and lexemes[after].lower in rules.words["article"]:
        after += 1
    scale, end = _scales(lexemes, after, rules)
    if after in (end, at):
        return None
    return Numeral((part or 1) * scale, at, end, scale, is_digits=False)


def _in_words(lexemes: Sequence[Lexeme], at: int, rules: NumberRules) -> Numeral | None:
    if lexemes[at].lower not in rules.cardinals:
        return None
    total, current, scale, i = 0.0, rules.cardinals[lexemes[at].lower], 1.0, at + 1
    while i < len(lexemes):
        word = lexemes[i].lower
        if word in rules.scales:
            scale = rules.scales[word]
            total, current = (total + current * scale, 0.0) if scale >= _THOUSAND else (total, current * scale)
        elif _continues(lexemes, i, current, rules):
            current += rules.cardinals[word]
        elif not (_joins(lexemes, i, rules) and _continues(lexemes, i + 1, current, rules)):
            break
        i += 1
    # "three thousand" multiplies, "three thousand and four" does not
    return Numeral(total + current, at, i, scale if not current else 1, is_digits=False)


def _joins(lexemes: Sequence[Lexeme], at: int, rules: NumberRules) -> bool:
    """Whether a hyphen ("forty-two") or an "and" ("one hundred and four") stands within a number."""
    lexeme = lexemes[at]
    if lexeme.text == "-":
        return lexeme.is_glued
    return lexeme.lower in rules.words["joiner"] and lexemes[at - 1].lower in rules.scales


def _continues(lexemes: Sequence[Lexeme], at: int, current: float, rules: NumberRules) -> bool:
    """Whether a word adds to the number so far: "two" after "forty", "fifty" after "one hundred"."""
    if at >= len(lexemes) or lexemes[at].lower not in rules.cardinals:
        return False
    value = rules.cardinals[lexemes[at].lower]
    return current % _HUNDRED == 0 or (current % _TEN == 0 and current % _HUNDRED >= _TWENTY and value < _TEN)
