"""What a number measures: the noun it counts or describes, or what it is said of; verbatim, gaps marked."""

from collections.abc import Iterator, Sequence

from detente.claims.measured_above import of_ancestor
from detente.claims.measured_beside import of_described_noun, of_part, of_participle, of_purpose, of_record, of_relative
from detente.claims.measured_counts import of_count, of_lone
from detente.claims.number_places import Pieces, own_verb
from detente.claims.stretches import noun_phrase, squashed
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.mentions.find_numbers import NumberMention
from detente.rules.numbers import NumberKind, NumberRules

_ASIDES = ("(", ";", "/")


def measured(report: Report, numbers: Sequence[NumberMention], rules: NumberRules) -> Iterator[str | None]:
    """For each number the words that say what it measures; "cut it to 10%" is told of the figure before it."""
    before: tuple[NumberMention, str | None] | None = None
    for number in numbers:
        pieces = _pieces(number, rules)
        words = _words(report, pieces)
        if before and before[0].sentence is number.sentence and _repeats(number, pieces, before[0], rules):
            words = before[1] or words
        if words is None and number.kind is NumberKind.PERCENT and not _is_within(number, rules):
            words = _words(report, of_lone(number, rules))
        if words is None and before and before[0].sentence is number.sentence and _is_aside(number, rules):
            words = before[1]
        if words is None and number.kind is NumberKind.COUNT:
            words = number.unit
        before = (number, words)
        yield words


def _repeats(number: NumberMention, pieces: Pieces, before: NumberMention, rules: NumberRules) -> bool:
    """Whether a number measures what the one before it did: "cut it to 10%", "$6bn (€5bn; £4bn)"."""
    tokens = number.sentence.tokens
    last, last_but_one = (tokens[at].lower if at >= 0 else "" for at in (number.first - 1, number.first - 2))
    if last in rules.words["ups"] or (last_but_one in rules.words["ups"] and last in rules.words["targets"]):
        return True
    own = own_verb(number, rules)
    if before.unit == number.unit and (own is None or own.lemma in rules.words["stands_for"]):
        return own is not None or _is_vague(number, pieces, rules)
    return last in _ASIDES and before.kind is number.kind


def _is_aside(number: NumberMention, rules: NumberRules) -> bool:
    """Whether a number only goes on from the one before it: ", roughly $8 billion", ", 60 percent of them"."""
    tokens = number.sentence.tokens
    after = tokens[number.last + 1 : number.last + 2]
    is_set_off = number.first > 0 and tokens[number.first - 1].text == ","
    return is_set_off and (not after or after[0].pos == "PUNCT" or after[0].lower in rules.words["of"])


def _is_within(number: NumberMention, rules: NumberRules) -> bool:
    """Whether a time or a place follows ("58% in the last poll"), which says nothing of what is measured."""
    after = number.sentence.tokens[number.last + 1 : number.last + 2]
    return bool(after) and after[0].lower in rules.words["within"]


def _words(report: Report, pieces: Pieces) -> str | None:
    return " … ".join(squashed(report, piece) for piece in _joined(report, pieces)) or None


def _joined(report: Report, pieces: Pieces) -> list[Span]:
    """The pieces in the text's order, those with nothing but a blank between them as one."""
    joined: list[Span] = []
    for piece in sorted(set(pieces)):
        if joined and not report.text[joined[-1].end : max(piece.start, joined[-1].end)].strip():
            joined[-1] = joined[-1].join(piece)
        else:
            joined.append(piece)
    return joined


def _is_vague(number: NumberMention, pieces: Pieces, rules: NumberRules) -> bool:
    """Whether the pieces hold no noun but a light one: "cut this", "the rate"."""
    nouns = [
        t for t in number.sentence.tokens if t.pos in ("NOUN", "PROPN") and any(piece.holds(t.span) for piece in pieces)
    ]
    return all(t.lower in rules.words["light_nouns"] for t in nouns)


def _pieces(number: NumberMention, rules: NumberRules) -> Pieces:
    if number.label:
        return (number.label,)
    if number.kind is NumberKind.COUNT:
        return of_count(number, rules)
    ways = (of_record, of_purpose, of_relative, of_described_noun, of_part, of_ancestor, of_participle)
    pieces = next((found for way in ways if (found := way(number, rules))), ())
    return (*pieces, *_per(number, rules)) if pieces and number.kind is NumberKind.MONEY else pieces


def _per(number: NumberMention, rules: NumberRules) -> Pieces:
    """As "per 1,000 bricks" of "$185 per 1,000 bricks"."""
    sentence = number.sentence
    after = next(iter(sentence.tokens[number.last + 1 : number.last + 2]), None)
    kind = next(sentence.kids(after.i, "pobj"), None) if after and after.lower in rules.words["per"] else None
    return (after.span.join(noun_phrase(sentence, kind.i, after.i)),) if after and kind else ()
