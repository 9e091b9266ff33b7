"""Who gives a number: the ministry that says it, the poll that found it, the office it is given according to."""

from collections.abc import Iterator, Sequence

from detente.claims.stretches import noun_phrase, squashed, subject_of
from detente.domain.reports import Report
from detente.mentions.find_numbers import NumberMention
from detente.rules.numbers import NumberRules, Words
from detente.text.parsed import Sentence, Token

_REPORTED = frozenset({"ccomp", "parataxis"})


def given_by(
    report: Report, sentences: Sequence[Sentence], numbers: Sequence[NumberMention], rules: NumberRules
) -> Iterator[str | None]:
    """For each number the words for who gives it, or None where the report gives it itself."""
    by_sentence = {s.index: _sourced(report, s, rules) for s in sentences}
    paragraphs = {s.index: s.paragraph for s in sentences}
    for number in numbers:
        index = number.sentence.index
        given = by_sentence[index] or _sayer(report, number, rules)
        is_anaphoric = given is None or _is_survey(given, rules)
        before = by_sentence.get(index - 1)
        if is_anaphoric and before and paragraphs.get(index - 1) == paragraphs[index] and _goes_on(number, given):
            given = before
        yield given


def _goes_on(number: NumberMention, given: str | None) -> bool:
    """Whether the sentence speaks of the same survey: "the data showed", "around 85% said"."""
    tokens = number.sentence.tokens
    return given is not None or any(t.dep == "nsubj" for t in tokens[number.first : number.last + 1])


def _is_survey(given: str, rules: NumberRules) -> bool:
    return given.lower().split()[-1] in rules.surveys


def _sourced(report: Report, sentence: Sentence, rules: NumberRules) -> str | None:
    """Who is named by "according to" or as the maker of a poll."""
    for words in rules.according:
        at = _find(sentence, words)
        if at is not None:
            return _name_at(report, sentence, at)
    for token in sentence.tokens:
        if token.lower in rules.surveys:
            maker = next((k for k in sentence.kids(token.i, "prep", "agent") if k.lower in rules.words["makers"]), None)
            named = next(sentence.kids(maker.i, "pobj"), None) if maker else None
            if named:
                return squashed(report, noun_phrase(sentence, named.i, maker.i if maker else -1))
    return None


def _find(sentence: Sentence, words: Words) -> int | None:
    """The token after a phrase, or None."""
    lower = [t.lower for t in sentence.tokens]
    size = len(words)
    return next((i + size for i in range(len(lower) - size) if tuple(lower[i : i + size]) == words), None)


def _name_at(report: Report, sentence: Sentence, at: int) -> str | None:
    """The noun phrase that begins at a token, its article included."""
    tokens = sentence.tokens
    above = [t for t in tokens[at:] if t.dep in ("pobj", "dobj") and t.pos in ("NOUN", "PROPN")]
    if not above:
        return None
    phrase = noun_phrase(sentence, above[0].i, at - 1)
    return squashed(report, tokens[at].span.join(phrase) if tokens[at].pos == "DET" else phrase)


def _sayer(report: Report, number: NumberMention, rules: NumberRules) -> str | None:
    """The subject of the verb of saying above the number."""
    sentence = number.sentence
    token = sentence.tokens[number.last]
    while token.head != token.i:
        head = sentence.tokens[token.head]
        if token.dep in _REPORTED and head.lemma in rules.says:
            return _named(report, sentence, subject_of(sentence, head), rules)
        token = head
    return None


def _named(report: Report, sentence: Sentence, subject: Token | None, rules: NumberRules) -> str | None:
    if subject is None or subject.lower in rules.words["pronouns"]:
        return None
    phrase = noun_phrase(sentence, subject.i, -1)
    article = next((t for t in sentence.tokens if t.pos == "DET" and t.end + 1 == phrase.start), None)
    return squashed(report, article.span.join(phrase) if article else phrase)
