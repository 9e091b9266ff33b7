"""Numbers that are no figures: parts of words and names, days, years, clock times, ages, what only points back."""

from collections.abc import Callable

from detente.mentions.amounts import Amount
from detente.mentions.number_lines import NumberLine, is_glued
from detente.rules.numbers import NumberKind

_CENTURIES = (1900, 2100)
_ACTORS = frozenset({"GPE", "PERSON", "NORP", "DATE", "TIME", "LOC", "CARDINAL"})
"""After one of these a number stands by itself ("on Monday 12 ships ...")."""
_FEW = 10
"""Up to here "the five ships" speaks of what was told before."""


def is_no_figure(line: NumberLine, found: Amount) -> bool:
    """Whether an amount is left out."""
    return any(refuses(line, found) for refuses in _REFUSALS)


def _is_part_of_word(line: NumberLine, found: Amount) -> bool:
    numeral = found.numeral
    after = line.lexemes[found.after] if found.after < len(line.lexemes) else None
    if is_glued(line, found.first if found.unit else numeral.first):
        return True
    if not after or not after.is_glued or found.unit:
        return False
    is_tied = after.text in "-–" and not found.is_compound and _goes_on(line, found)
    return after.is_word or after.text in ":/'’" or is_tied


def _goes_on(line: NumberLine, found: Amount) -> bool:
    """Whether another word is glued to the mark after the number."""
    return found.after + 1 < len(line.lexemes) and line.lexemes[found.after + 1].is_glued


def _is_calendar(line: NumberLine, found: Amount) -> bool:
    numeral = found.numeral
    is_measured = found.unit is not None and found.unit.kind is not NumberKind.DURATION
    if is_measured or numeral.scale != 1 or numeral.value > _CENTURIES[1]:
        return False
    near = [i for i in (numeral.first - 1, numeral.after) if line.is_word(i, "months") and line.lexemes[i].is_capital]
    return bool(near) and not (found.unit and near == [found.after])


def _is_clock(line: NumberLine, found: Amount) -> bool:
    return line.is_word(found.numeral.after, "clock") and not found.unit


def _is_year(line: NumberLine, found: Amount) -> bool:
    """Whether four bare digits without a unit name a year; "more than 2000 soldiers" does not."""
    if found.unit or not found.numeral.is_bare_year:
        return False
    is_recent = _CENTURIES[0] <= found.numeral.value < _CENTURIES[1]
    is_dated = line.sentence.tokens[line.tokens[found.numeral.first]].entity == "DATE"
    return is_dated or (is_recent and found.values[0][1] is None)


def _is_age(line: NumberLine, found: Amount) -> bool:
    first, after = found.numeral.first, found.after
    if found.unit and found.unit.name == "years":
        return _phrase_after(line, after) in line.rules.words["age_after"]
    if found.unit or line.is_word(first - 1, "age_before"):
        return not found.unit
    opens, closes = line.lower(first - 1), line.lower(after)
    if opens not in (",", "(") or closes not in (",", ")", ".") or first < 2:  # noqa: PLR2004 - a name and a mark
        return False
    named = line.sentence.tokens[line.tokens[first - 2]]
    return named.entity == "PERSON" if opens == "(" else named.pos == "PROPN"


def _phrase_after(line: NumberLine, after: int) -> str:
    """What follows an amount, as "old" of "20-year-old" or "of age" of "20 years of age"."""
    at = after + (line.lower(after) == "-")
    return (
        line.lower(at) if line.lower(at) in line.rules.words["age_after"] else f"{line.lower(at)} {line.lower(at + 1)}"
    )


def _is_whole(line: NumberLine, found: Amount) -> bool:
    """Whether the number is that of which another one is told: "per 1,000 cubic metres"."""
    return line.is_word(found.first - 1, "per")


def _is_label(line: NumberLine, found: Amount) -> bool:
    """Whether the number is part of a name: Article 5, Flight 17, World War Two, Group of Seven."""
    at = found.numeral.first
    if at == 0 or found.unit:
        return at == 0 and line.lower(found.numeral.after) in (".", ")")
    before = line.lexemes[at - 1]
    if before.is_capital and line.is_word(at - 1, "labels"):
        return True
    if _is_in_product(line, found):
        return True
    is_title = not found.numeral.is_digits and line.lexemes[at].is_capital
    return is_title and (before.is_word or before.text == "-")


def _is_in_product(line: NumberLine, found: Amount) -> bool:
    """Whether the number belongs to a name before it: Challenger 2 tanks."""
    tokens = line.sentence.tokens
    first = line.tokens[found.first]
    name = tokens[first - 1]
    is_name = name.tag == "NNP" and name.entity not in _ACTORS and name.pos == "PROPN"
    return is_name and found.numeral.is_digits and tokens[first].start == name.end + 1


def _is_passing_time(line: NumberLine, found: Amount) -> bool:
    """Whether a duration places something in the calendar: two years ago, the past three weeks, in two days' time."""
    if not found.unit or found.unit.kind is not NumberKind.DURATION or found.is_compound:
        return False
    if line.is_word(found.first - 1, "calendar_before") or line.is_word(found.after, "calendar_after"):
        return True
    if found.numeral.value == 1 and not found.numeral.is_digits:
        return True
    is_record = any(line.is_word(i, "records") for i in range(found.first))
    is_in = line.is_word(found.first - 1, "in") and not is_record
    return is_in and any(x.lower in line.rules.words["future"] for x in line.lexemes)


def _is_definite(line: NumberLine, found: Amount) -> bool:
    """Whether "the two firms" only points back."""
    is_small = found.numeral.value <= _FEW and found.numeral.scale == 1
    before = found.first - 1
    is_owned = line.lower(before) == "s" and line.lower(before - 1) in ("'", "’")
    return not found.unit and is_small and (line.is_word(before, "definite") or is_owned)


_REFUSALS: tuple[Callable[[NumberLine, Amount], bool], ...] = (
    _is_part_of_word,
    _is_calendar,
    _is_clock,
    _is_year,
    _is_age,
    _is_whole,
    _is_label,
    _is_passing_time,
    _is_definite,
)
