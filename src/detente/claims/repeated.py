"""Acts told of more than once: "repeatedly accused", "has held five rounds of talks", "a series of tests".

Such words sum up what was done on several days, and no day of one of them is theirs.
"""

from collections.abc import Iterator

from detente.claims.coding import CodedAct
from detente.domain.days import Side, TimePhrase
from detente.mentions import clauses
from detente.mentions.time_tense import NOUNS
from detente.rules.times import load_times
from detente.text.parsed import Sentence, Token

OBJECTS = ("dobj", "nsubjpass", "pobj", "conj")
"""Relations in which the verb of an act has the noun that names it."""


def is_habit(sentence: Sentence, clause: int) -> bool:
    """Whether adverbs say that an act is done again and again: "often", "twice", "three times"."""
    lists = load_times().lists
    verb = clause
    if sentence.tokens[clause].pos in NOUNS:
        over = clauses.governor(sentence, clause)
        verb = clause if over is None else over
    verbs = {verb, sentence.tokens[verb].head} if sentence.tokens[verb].dep == "xcomp" else {verb}
    near = [kid for v in verbs for kid in sentence.kids(v, "advmod", "npadvmod")]
    links = [link for v in verbs for link in sentence.kids(v, "prep") if link.lower in lists["through"]]
    if any(kid.lower in lists["spells"] for link in links for kid in sentence.kids(link.i, "pobj")):
        return True
    return any(_is_often(sentence, kid) for kid in near)


def _is_often(sentence: Sentence, word: Token) -> bool:
    if word.lower == "more":
        return any(token.lower == "once" for token in sentence.subtree(word.i))
    return word.lower in load_times().lists["repeatedly"] or (word.lemma == "time" and _is_many(sentence, word))


def lasts_long(phrase: TimePhrase) -> bool:
    """Whether an act is told of months or years as a whole: "in recent years", not "two years ago"."""
    lists, inside = load_times().lists, set(phrase.exact.casefold().split())
    return phrase.side is Side.AT and not inside.isdisjoint(lists["spells"]) and inside.isdisjoint(lists["apart"])


def is_sum(sentence: Sentence, act: CodedAct) -> bool:
    """Whether the noun for an act counts several of them."""
    return any(_counts(sentence, noun) for noun in _nouns(sentence, act))


def _nouns(sentence: Sentence, act: CodedAct) -> Iterator[Token]:
    """The noun that is an act's word, and those that its verb has for what is done."""
    trigger = sentence.tokens[act.mention.trigger]
    if trigger.pos in NOUNS:
        yield trigger
        yield from _measures_over(sentence, trigger)
        return
    for kid in sentence.kids(trigger.i, "dobj", "nsubjpass", "prep", "agent"):
        below = sentence.kids(kid.i, "pobj") if kid.dep in ("prep", "agent") else iter([kid])
        for noun in below:
            yield noun
            yield from sentence.kids(noun.i, "conj")


def _measures_over(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """The noun behind which an act's word stands with "of": "a series of tests"."""
    link = sentence.tokens[noun.head]
    if link.lower == "of" and link.dep == "prep":
        yield sentence.tokens[link.head]


def _counts(sentence: Sentence, noun: Token) -> bool:
    lists = load_times().lists
    inside = [t for link in sentence.kids(noun.i, "prep") if link.lower == "of" for t in sentence.kids(link.i, "pobj")]
    if inside and noun.lemma in lists["series"]:
        return any(_is_deed(t) for t in inside)
    is_measured = noun.lemma in lists["rounds"] and bool(inside)
    return (is_measured or _is_deed(noun)) and noun.tag in ("NNS", "NNPS") and _is_many(sentence, noun)


def _is_deed(noun: Token) -> bool:
    return noun.lemma in load_times().lists["happens"]


def _is_many(sentence: Sentence, noun: Token) -> bool:
    """Whether a number above one, or a word like "several", stands before a noun."""
    many = load_times().lists["several"]
    before = list(sentence.kids(noun.i, "nummod", "amod", "det", "quantmod"))
    return any(kid.lower in many or (kid.dep == "nummod" and kid.lower not in ("one", "1")) for kid in before)
