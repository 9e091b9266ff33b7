"""Where a number stands in its clause, and the pieces of the sentence that say what it measures."""

from detente.domain.spans import Span
from detente.mentions.find_numbers import NumberMention
from detente.rules.numbers import NumberRules
from detente.text.parsed import Sentence, Token

Pieces = tuple[Span, ...]
"""Stretches of the sentence, in its order."""
VERBS = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubjpass")


def subject_in(number: NumberMention) -> Token | None:
    """The number itself, where it is the subject."""
    if number.first and number.sentence.tokens[number.first - 1].pos == "ADP":
        return None
    return next((t for t in number.sentence.tokens[number.first : number.last + 1] if t.dep in SUBJECTS), None)


def before(number: NumberMention, token: Token) -> int | None:
    """A phrase that begins before the number ends there."""
    return number.first if token.i < number.first else None


def top(sentence: Sentence, noun: Token | None, rules: NumberRules) -> Token | None:
    """The head of the whole phrase that a noun stands in ("imports of the firm"); None for a pronoun."""
    if noun is None or noun.lower in rules.words["pronouns"]:
        return None
    head = sentence.tokens[noun.head]
    if noun.dep == "pobj" and sentence.tokens[head.head].pos == "NOUN":
        return top(sentence, sentence.tokens[head.head], rules)
    return noun
