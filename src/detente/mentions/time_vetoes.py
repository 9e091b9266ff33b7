"""Words that have the form of a time and are none: "may" the verb, "the fall of the city", "2019 cars"."""

from collections.abc import Iterable
from itertools import pairwise

from detente.mentions.time_reading import Reading
from detente.rules.times import TimeRules
from detente.text.parsed import Sentence, Token

Range_ = tuple[int, int]
_CAPITALISED = ("MONTH", "WEEKDAY", "SHORTDAY")
_PLURAL = ("NNS", "NNPS")
_NAMES = ("PERSON", "ORG", "FAC", "WORK_OF_ART", "PRODUCT")


def borne_names(sentences: Iterable[Sentence], rules: TimeRules) -> frozenset[str]:
    """Months and weekdays that are surnames in these sentences: "Theresa May", "Mrs. May"."""
    return frozenset(
        token.lower
        for sentence in sentences
        for before, token in pairwise(sentence.tokens)
        if "MONTH" in rules.classes.get(token.lower, {})
        and before.pos == token.pos == "PROPN"
        and not rules.classes.get(before.lower)
        and not _next_word(sentence, token.i + 1)[:1].isdigit()
    )


def is_vetoed(
    reading: Reading, sentence: Sentence, tokens: Range_, rules: TimeRules, borne: frozenset[str] = frozenset()
) -> bool:
    """Whether the words around and the parse say that the phrase names no time."""
    inside = sentence.tokens[tokens[0] : tokens[1]]
    if len(inside) == 1 and inside[0].lower in borne:
        before = sentence.tokens[tokens[0] - 1].lower if tokens[0] else ""
        return before not in rules.lists["before_borne_month"]
    if any(_is_small(token, rules) for token in inside):
        return True
    if len(inside) == 1 and (set(reading.classes) <= {"YEAR"}):
        return _is_number(inside[0], sentence, rules)
    return (len(inside) == 1 and _is_other_word(inside[0], reading, rules)) or _is_cut_short(
        reading, sentence, tokens, rules
    )


def _is_cut_short(reading: Reading, sentence: Sentence, tokens: Range_, rules: TimeRules) -> bool:
    """Whether what follows makes something else of the phrase: an age, the last month "of the war", the fall "of"."""
    after = _next_word(sentence, tokens[1])
    match reading.form:
        case "length":
            return _is_age(sentence, tokens[1], rules)
        case "told-unit":
            is_name = sentence.tokens[tokens[1] - 1].text[0].isupper()  # "This Week", a programme
            return is_name or (sentence.tokens[tokens[0]].lower == "the" and after in rules.lists["after_the_told"])
        case "told-season":
            return after in rules.lists["after_season"]
        case _:
            return False


def _is_age(sentence: Sentence, at: int, rules: TimeRules) -> bool:
    """Whether "old" or "-old" follows."""
    words = (_next_word(sentence, at), _next_word(sentence, at + 1))
    return words[0] in rules.lists["after_length"] or (words[0] == "-" and words[1] in rules.lists["after_length"])


def _is_small(token: Token, rules: TimeRules) -> bool:
    classes = rules.classes.get(token.lower, {})
    return token.text[0].islower() and any(name in classes for name in _CAPITALISED)


def _is_other_word(token: Token, reading: Reading, rules: TimeRules) -> bool:
    if "MONTH" in reading.classes or "WEEKDAY" in reading.classes:
        return token.pos in ("VERB", "AUX") or token.entity == "PERSON" or f"{token.lower} ." in rules.classes
    return "NEAR" not in reading.classes and token.text[0].isupper() and token.i > 0 and token.entity in _NAMES


def _is_number(token: Token, sentence: Sentence, rules: TimeRules) -> bool:
    """Whether four digits count things."""
    before = sentence.tokens[token.i - 1] if token.i else None
    if before is not None and before.lower in rules.lists["before_year"]:
        return True
    if _next_word(sentence, token.i + 1) in rules.lists["after_year"]:
        return True
    if before is not None and before.pos in ("NOUN", "PROPN") and before.end < token.start and token.dep != "npadvmod":
        return before.text[0].isupper() and before.entity not in ("DATE", "")
    head = sentence.tokens[token.head]
    if token.dep == "nummod" and head.i > token.i and head.tag in _PLURAL:
        return not any(kid.i < token.i for kid in sentence.kids(head.i))
    return False


def _next_word(sentence: Sentence, i: int) -> str:
    return sentence.tokens[i].lower if i < len(sentence.tokens) else ""
