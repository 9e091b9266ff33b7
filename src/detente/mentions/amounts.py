"""Amounts as they stand in a sentence: a number or two, with sign, unit and hedge; two-thirds; one in five."""

from dataclasses import dataclass, replace

from detente.domain.findings import Approximation
from detente.mentions.number_lines import NumberLine, is_glued
from detente.mentions.numerals import Numeral, read_numeral
from detente.rules.numbers import NumberKind, Unit

_LONGEST_SIGN = 4
"""Lexemes."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number on the way to a mention: lexemes [first, after), its reading and its unit, if any."""

    first: int
    after: int
    values: tuple[tuple[float, Approximation | None], ...]
    numeral: Numeral
    unit: Unit | None = None
    is_compound: bool = False
    """Whether a hyphen ties the unit to the number ("12-hour")."""


def read_amount(line: NumberLine, at: int) -> Amount | None:
    """The amount that begins at a lexeme, if any."""
    return _share(line, at) or _amount(line, at)


def _share(line: NumberLine, at: int) -> Amount | None:
    """Two-thirds, a quarter of, half the, one in five."""
    return _part(line, at) or _one_in(line, at)


def _part(line: NumberLine, at: int) -> Amount | None:
    rules, words = line.rules, line.lexemes
    numeral = read_numeral(words, at, rules)
    after = numeral.after if numeral else at + line.is_word(at, "article")
    if line.lower(after) == "-":
        after += 1
    part = rules.fractions.get(line.lower(after))
    if not part or (numeral and numeral.is_digits):
        return None
    needs_of = line.is_word(after, "bare_halves") or (numeral is None or numeral.value == 1)
    is_of = line.is_word(after + 1, "of")
    is_of = is_of or (line.is_word(after, "bare_halves") and line.is_word(after + 1, "halved"))
    value = part * (numeral.value if numeral else 1)
    is_of = is_of or line.is_word(at - 1, "by") or _is_subject(line, after + 1)
    if value > 1 or (needs_of and not is_of) or line.is_word(at - 1, "definite") or is_glued(line, at):
        return None
    reading = numeral or Numeral(value, at, after + 1, is_digits=False)
    return _hedged(line, Amount(at, after + 1, ((value, None),), reading, Unit(NumberKind.SHARE, "share")))


def _is_subject(line: NumberLine, after: int) -> bool:
    """Whether a verb follows: "a third would stay"."""
    tokens = line.sentence.tokens
    return after < len(line.tokens) and tokens[line.tokens[after]].tag in ("MD", "VBD", "VBP")


def _one_in(line: NumberLine, at: int) -> Amount | None:
    part = read_numeral(line.lexemes, at, line.rules)
    if not part:
        return None
    by = next((n for n in (1, 2) if _phrase(line, part.after, n) in line.rules.words["share_in"]), 0)
    whole = read_numeral(line.lexemes, part.after + by, line.rules) if by else None
    if (
        not whole
        or whole.is_bare_year
        or not 0 < part.value < whole.value
        or line.longest(whole.after, line.rules.units)
    ):
        return None
    value = part.value / whole.value
    return _hedged(line, Amount(at, whole.after, ((value, None),), part, Unit(NumberKind.SHARE, "share")))


def _phrase(line: NumberLine, at: int, size: int) -> str:
    return " ".join(x.lower for x in line.lexemes[at : at + size])


def _amount(line: NumberLine, at: int) -> Amount | None:
    """A number, or two as the ends of a range, with a sign or unit if there is one."""
    sign = _sign(line, at)
    start = sign[1] if sign else at
    numeral = read_numeral(line.lexemes, start, line.rules)
    if not numeral or (sign and not numeral.is_digits):
        return None
    high = _range_end(line, numeral, at)
    last = high or numeral
    unit, after, is_compound = _unit(line, last.after, is_digits=last.is_digits)
    values: tuple[tuple[float, Approximation | None], ...] = ((numeral.value, None),)
    if high:
        low = numeral.value * (high.scale if numeral.scale == 1 else 1)
        values = ((low, Approximation.MORE_THAN), (high.value, Approximation.LESS_THAN))
        at -= line.is_word(at - 1, "between")
        if line.is_word(at - 1, "from"):
            values = ((low, None), (high.value, None))
    kind = sign[0] if sign else unit
    return _hedged(line, Amount(at, after, values, numeral, kind, is_compound))


def _sign(line: NumberLine, at: int) -> tuple[Unit, int] | None:
    """The currency sign or code that begins at a lexeme, its letters glued together: "US$", not "a $"."""
    text, found = "", None
    for i in range(at, min(at + _LONGEST_SIGN, len(line.lexemes))):
        if text and not line.lexemes[i].is_glued:
            break
        text += line.lexemes[i].text
        found = (line.rules.signs[text], i + 1) if text in line.rules.signs else found
    return found


def _unit(line: NumberLine, at: int, *, is_digits: bool) -> tuple[Unit | None, int, bool]:
    """The unit that follows a number, the lexeme after it, and whether a hyphen ties it to the number."""
    tied = line.lower(at) == "-" and line.lexemes[at].is_glued and at + 1 < len(line.lexemes)
    tied = tied and line.lexemes[at + 1].is_glued
    unit = line.longest(at + tied, line.rules.units)
    if unit:
        return unit[0], unit[1], tied
    # "27-nation" counts, "three-way" and "six-party" name a kind
    return None, at, tied and is_digits and line.lexemes[at + 1].is_word


def _range_end(line: NumberLine, low: Numeral, at: int) -> Numeral | None:
    """The upper end of "20 to 30", "20-30", "between 20 and 30"."""
    is_between = line.is_word(at - 1, "between") and line.is_word(low.after, "joiner")
    if not (is_between or line.is_word(low.after, "to")):
        return None
    sign = _sign(line, low.after + 1)
    high = read_numeral(line.lexemes, sign[1] if sign else low.after + 1, line.rules)
    return high if high and high.value > low.value else None


def _hedged(line: NumberLine, found: Amount) -> Amount:
    """The same with "about" before it or "or more" after it taken in."""
    before = line.before(found.first, line.rules.hedges_before)
    after = line.longest(found.after, line.rules.hedges_after)
    hedge = before or after
    if not hedge:
        return found
    values = tuple((value, approx or hedge[0]) for value, approx in found.values)
    first = before[1] if before else found.first
    return replace(found, first=first, after=after[1] if after else found.after, values=values)
