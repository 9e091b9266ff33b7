"""Numbers become figures: what each measures, when, and who gives it, in the report's own words."""

from collections.abc import Sequence
from math import isfinite

from detente.claims.givers import given_by
from detente.claims.measured import measured
from detente.domain.findings import Figure
from detente.domain.reports import Report
from detente.mentions.find_numbers import NumberMention
from detente.rules.numbers import NumberRules
from detente.text.parsed import Sentence, Token

_FAR = 90
"""A phrase of time further than so many characters from a number belongs to something else (read on news texts)."""


def measure(
    report: Report, sentences: Sequence[Sentence], numbers: Sequence[NumberMention], rules: NumberRules
) -> tuple[Figure, ...]:
    """The figures of a report, one a number; what a list repeats word for word is one figure."""
    givers = given_by(report, sentences, numbers, rules)
    measures = measured(report, numbers, rules)
    seen: set[tuple[str | None, float, str]] = set()
    figures: list[Figure] = []
    for number, giver, words in zip(numbers, givers, measures, strict=True):
        if not isfinite(number.value):
            continue  # hundreds of digits are no count
        if number.label:
            key = (words, number.value, number.unit)
            if key in seen:
                continue
            seen.add(key)
        figures.append(
            Figure(
                quote=report.quote(number.span),
                value=number.value,
                unit=number.unit,
                approx=number.approx,
                measure=words,
                period=_period(report, number, rules),
                given_by=giver,
            )
        )
    return tuple(figures)


def _period(report: Report, number: NumberMention, rules: NumberRules) -> str | None:
    """The nearest phrase of time in the number's own clause that is not the number itself."""
    span = number.sentence.span
    found = [
        (max(match.start() - number.span.end, number.span.start - match.end()), match.start(), match.group())
        for pattern in rules.periods
        for match in pattern.finditer(report.text, span.start, span.end)
    ]
    clauses = _clauses(number.sentence, number.sentence.tokens[number.last])
    near = [x for x in found if 0 <= x[0] <= _FAR and _verb_at(number.sentence, x[1]) in clauses]
    return " ".join(min(near)[2].split()) if near else None


def _clauses(sentence: Sentence, token: Token) -> set[int]:
    """The verb that a word hangs on, and the verbs that this one only accompanies ("... , importing 3 tonnes")."""
    found: set[int] = set()
    verb = _verb_above(sentence, token)
    while verb.i not in found:
        found.add(verb.i)
        if verb.dep in ("advcl", "acl", "xcomp", "pcomp") and verb.head != verb.i:
            verb = _verb_above(sentence, sentence.tokens[verb.head])
    return found


def _verb_above(sentence: Sentence, token: Token) -> Token:
    while token.pos not in ("VERB", "AUX") and token.head != token.i:
        token = sentence.tokens[token.head]
    return token


def _verb_at(sentence: Sentence, start: int) -> int:
    """The verb above the last word of those that begin at a place in the text."""
    token = next(t for t in sentence.tokens if t.end > start)
    return _verb_above(sentence, token).i
