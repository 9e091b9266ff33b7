"""The direction in which a time phrase looks, from the verb that governs it."""

from collections.abc import Iterator

from detente.domain.days import Tense
from detente.mentions.time_meanings import Bound
from detente.rules.times import TimeRules
from detente.text.parsed import Sentence, Token

VERBS = ("VERB", "AUX")
NOUNS = ("NOUN", "PROPN", "PRON")


def head_of(sentence: Sentence, first: int, after: int) -> int:
    """The token of a stretch by which the stretch hangs on the sentence."""
    heads = ((i, sentence.tokens[i].head) for i in range(first, after))
    return next(i for i, head in heads if head == i or not first <= head < after)


def tense_of(sentence: Sentence, place: tuple[int, int], bound: Bound | None, rules: TimeRules) -> Tense:
    """The direction of a phrase; the end that "extended until" sets lies ahead, whatever the tense of the verb."""
    tense = tense_at(sentence, *place, rules)
    if bound in (Bound.UNTIL, Bound.BY) and tense is not Tense.FUTURE:
        verbs = [token for token in over(sentence, head_of(sentence, *place)) if token.pos == "VERB"]
        if verbs and verbs[0].lemma in rules.lists["terms"]:
            return Tense.FUTURE
    return tense


def tense_at(sentence: Sentence, first: int, after: int, rules: TimeRules) -> Tense:
    """Past, future, or present where the verb over the phrase does not decide."""
    through_noun = False
    for token in over(sentence, head_of(sentence, first, after)):
        if token.pos in VERBS:
            tense = verb_tense(sentence, token.i, rules)
            if tense is not None:
                return tense if tense is Tense.FUTURE or not through_noun else Tense.PRESENT
        elif token.pos in NOUNS and token.i >= after:
            return Tense.PRESENT
        elif token.pos in NOUNS:
            through_noun = True
    return Tense.PRESENT if through_noun else Tense.PAST


def over(sentence: Sentence, at: int) -> Iterator[Token]:
    """The tokens that a token hangs on, from the nearest to the root."""
    while sentence.tokens[at].head != at:
        at = sentence.tokens[at].head
        yield sentence.tokens[at]


def verb_tense(sentence: Sentence, i: int, rules: TimeRules) -> Tense | None:
    """The tense of a verb; None where a verb over it decides."""
    token = sentence.tokens[i]
    helpers = list(sentence.kids(i, "aux", "auxpass"))
    if any(kid.lower == "had" for kid in helpers):
        return Tense.PAST
    if _is_planned(token, helpers, rules) or any(kid.lower in rules.lists["ahead"] for kid in helpers):
        return Tense.FUTURE
    if any(kid.tag == "TO" for kid in helpers):
        return _infinitive(sentence, token, rules)
    if token.tag == "VBD" or any(kid.tag in ("VBD", "VBN") for kid in helpers):
        return Tense.PAST
    return _by_form(token, helpers, rules)


def _is_planned(token: Token, helpers: list[Token], rules: TimeRules) -> bool:
    """Whether the verb is one of planning, in the passive: "is scheduled", "the visit planned for May"."""
    is_active = any(kid.lemma == "have" for kid in helpers) and not any(kid.dep == "auxpass" for kid in helpers)
    return token.tag == "VBN" and token.lemma in rules.lists["plans"] and not is_active


def _infinitive(sentence: Sentence, token: Token, rules: TimeRules) -> Tense | None:
    """An infinitive looks ahead, but where it tells a purpose or what was begun or managed."""
    head = sentence.tokens[token.head]
    is_done = token.dep == "xcomp" and head.lemma in rules.lists["achieves"]
    return None if is_done or token.dep == "advcl" else Tense.FUTURE


def _by_form(token: Token, helpers: list[Token], rules: TimeRules) -> Tense | None:
    if token.tag == "VBN":
        return Tense.PAST
    if token.tag in ("VBZ", "VBP"):
        return Tense.PAST if token.lemma in rules.lists["says"] else Tense.FUTURE
    if token.tag == "VBG" and helpers:
        return Tense.FUTURE
    return None
