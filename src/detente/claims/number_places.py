"""Where a number stands in its clause, and the pieces of the sentence that say what it measures."""

from detente.domain.spans import Span
from detente.mentions.find_numbers import NumberMention
from detente.rules.numbers import NumberKind, NumberRules
from detente.text.parsed import Sentence, Token

Pieces = tuple[Span, ...]
"""Stretches of the sentence, in its order."""
VERBS = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubjpass")
PARTS = (NumberKind.PERCENT, NumberKind.SHARE)


def subject_in(number: NumberMention) -> Token | None:
    """The number itself, where it is the subject."""
    led = number.sentence.tokens[max(number.first - 1, 0) : number.first]
    if led and (led[0].pos == "ADP" or led[0].tag == "TO"):
        return None
    return next((t for t in number.sentence.tokens[number.first : number.last + 1] if t.dep in SUBJECTS), None)


def own_verb(number: NumberMention, rules: NumberRules) -> Token | None:
    """What a number, or the majority of so many, is said to do: "backed" of "41% backed the deal"."""
    tokens = number.sentence.tokens
    light = (
        tokens[number.first - 2] if number.first > 1 and tokens[number.first - 1].lower in rules.words["of"] else None
    )
    is_majority = light is not None and light.lower in rules.words["majorities"] and light.dep in SUBJECTS
    subject = light if is_majority else subject_in(number)
    if subject is not None:
        head = tokens[subject.head]
        return head if head.pos in VERBS or head.pos == "ADJ" else None
    after = next(iter(tokens[number.last + 1 : number.last + 2]), None)
    is_first = not number.first or tokens[number.first - 1].pos in ("PUNCT", "CCONJ")
    # parsers take "44% named" for "44% that were named"
    return after if after and is_first and after.tag in ("VBN", "VBD") and number.kind in PARTS else None


def verb_until(number: NumberMention, verb: Token, end: int) -> Span:
    """A verb with what stands behind it up to a token before its number, an article of the number's left out."""
    tokens = number.sentence.tokens
    while end - 1 > verb.i and tokens[end - 1].pos == "DET":
        end -= 1
    return verb.span.join(tokens[max(verb.i, end - 1)].span)


def before(number: NumberMention, token: Token) -> int | None:
    """A phrase that begins before the number ends there."""
    return number.first if token.i < number.first else None


def top(sentence: Sentence, noun: Token | None, rules: NumberRules) -> Token | None:
    """The head of the whole phrase that a noun stands in ("imports of the firm"); None for a pronoun."""
    if noun is None:
        return None
    if noun.lower in rules.words["pronouns"]:
        is_told = noun.lower in rules.words["those"] and any(sentence.kids(noun.i, "relcl", "acl"))
        return noun if is_told else None
    head = sentence.tokens[noun.head]
    if noun.dep == "pobj" and sentence.tokens[head.head].pos == "NOUN":
        return top(sentence, sentence.tokens[head.head], rules)
    return noun
