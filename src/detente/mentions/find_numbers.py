"""Numbers with what they count or measure, as they stand in sentences; names, dates and ages are left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.domain.findings import Approximation
from detente.domain.spans import Span
from detente.mentions.amounts import Amount, read_amount
from detente.mentions.counted import (
    Counted,
    counted_after,
    counted_among,
    counted_as_hit,
    counted_aside,
    counted_before,
    listed_under,
)
from detente.mentions.counted_by_subject import counted_by_subject
from detente.mentions.no_figures import is_no_figure
from detente.mentions.number_lines import NumberLine, number_line
from detente.mentions.numerals import read_numeral
from detente.rules.numbers import NumberKind, NumberRules, Unit
from detente.text.parsed import Sentence

_HUNDREDS = 100
_THINGS = (NumberKind.COUNT, NumberKind.QUANTITY)
"""What a later number without a noun may count as well."""
_SMALL = 3
"""Up to here a count of leaders, countries, sides is the parties themselves."""
_NEAR = 3
"""A noun further before its number than so many words is no part of the words that are shown for it."""
_FEW = 10
"""Up to here the whole that a part is taken from is no figure of its own."""


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number with its unit or with the noun that it counts."""

    sentence: Sentence
    span: Span
    """From the hedge to the unit or the counted noun."""
    kind: NumberKind
    value: float
    unit: str
    first: int
    """Index of the first token, hedge included."""
    last: int
    """Index of the last token of the number and its unit, without a counted noun."""
    approx: Approximation | None = None
    noun: int | None = None
    """Index of the noun that is counted, where one stands there."""
    label: Span | None = None
    """The name that a list gives the number to ("Poland (4)")."""


def find_numbers(sentences: Sequence[Sentence], rules: NumberRules) -> tuple[NumberMention, ...]:
    """All figures of a report's sentences, in the text's order."""
    found: list[NumberMention] = []
    for sentence in sentences:
        if any(t.text[0].isdigit() or t.text[-1].isdigit() or t.lower in rules.starts for t in sentence.tokens):
            for mention in _in_sentence(number_line(sentence, rules), found):
                found.append(mention)  # noqa: PERF402 - a later number may count what an earlier one does
    return tuple(found)


def _in_sentence(line: NumberLine, earlier: list[NumberMention]) -> Iterator[NumberMention]:
    at = 0
    while at < len(line.lexemes):
        found = read_amount(line, at)
        if not found:
            at += 1
            continue
        if not is_no_figure(line, found):
            yield from _mentions(line, found, earlier)
        at = _past_whole(line, found)


def _past_whole(line: NumberLine, found: Amount) -> int:
    """The lexeme to read on from; the "two" of "one of two pilots" is no figure of its own."""
    after = found.after
    if found.unit or not line.is_word(after, "of"):
        return after
    whole = after + 1 + line.is_word(after + 1, "definite")
    inner = read_numeral(line.lexemes, whole, line.rules)
    return inner.after if inner and inner.value <= _FEW else after


def _mentions(line: NumberLine, found: Amount, earlier: list[NumberMention]) -> Iterator[NumberMention]:
    first, last = line.tokens[found.first], line.tokens[found.after - 1]
    unit, noun, label = found.unit, None, None
    if not unit:
        counted = _counted(line, found, earlier)
        if not counted:
            return
        unit, noun, label = Unit(NumberKind.COUNT, counted.unit), counted.noun, counted.label
    span = _span(line.sentence, first, last, noun, label)
    for value, approx in found.values:
        exact = value if unit.kind is NumberKind.SHARE else float(f"{value:.15g}")
        yield NumberMention(
            line.sentence, span, unit.kind, exact, unit.name, first, last, approx=approx, noun=noun, label=label
        )


def _span(sentence: Sentence, first: int, last: int, noun: int | None, label: Span | None) -> Span:
    """From the hedge, the list's name or the noun to the unit, the noun or the bracket that closes."""
    tokens = sentence.tokens
    start = min(first, last if noun is None or noun < first - _NEAR else noun)
    end = max(last, last if noun is None else noun)
    while start < first and start and tokens[start - 1].head == start:
        start -= 1
    if label and end + 1 < len(tokens) and tokens[end + 1].text == ")":
        end += 1
    span = Span(tokens[start].start, tokens[end].end)
    return span.join(label) if label else span


def _counted(line: NumberLine, found: Amount, earlier: list[NumberMention]) -> Counted | None:
    """What a number without a unit counts: the noun after it, or what the number before it counted."""
    numeral, sentence = found.numeral, line.sentence
    last = line.tokens[found.after - 1]
    plural = numeral.value if numeral.scale == 1 else _HUNDREDS
    counted = counted_after(sentence, last, plural, line.rules, is_compound=found.is_compound)
    if counted and counted.unit not in line.rules.words["others"]:
        label = listed_under(sentence, line.tokens[found.first], last)
        return None if _says_nothing(line, found, counted) else replace(counted, label=label)
    first = line.tokens[found.first]
    own = counted_aside(sentence, first, last) or counted_among(sentence, last, line.rules)
    own = own or counted_as_hit(sentence, last, line.rules) or counted_by_subject(sentence, first, last, line.rules)
    if own:
        return own
    counts = [m for m in earlier if m.kind in _THINGS]
    return counted_before(sentence, first, last, counts, line.rules)


def _says_nothing(line: NumberLine, found: Amount, counted: Counted) -> bool:
    """Whether a small count is of the parties themselves, or "one" stands for "a"."""
    value, rules = found.numeral.value, line.rules
    noun = line.sentence.tokens[counted.noun or 0]
    if value == 1 and found.numeral.scale == 1:
        return not (counted.is_of_number or counted.verb in rules.words["casualties"])
    return value <= _SMALL and found.numeral.scale == 1 and noun.lower in rules.words["empty_nouns"]
