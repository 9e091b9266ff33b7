"""What a bare number counts, where the noun stands before it: "The toll rose to 34", "put its losses at 50"."""

from detente.mentions.counted import Counted, compounds, written
from detente.rules.numbers import NumberRules
from detente.text.parsed import Sentence, Token

_VERBS = ("VERB", "AUX")
_PLURALS = ("NNS", "NNPS")


def counted_by_subject(sentence: Sentence, first: int, last: int, rules: NumberRules) -> Counted | None:
    """The noun that a number without a noun of its own is said of; None where none stands there."""
    number = next(t for t in sentence.tokens[first : last + 1] if not first <= t.head <= last or t.head == t.i)
    above = sentence.tokens[number.head]
    if above.pos in _VERBS and number.dep in ("dobj", "attr"):
        return _of_verb(sentence, above, last, rules)
    if number.dep != "pobj":
        return None
    holder = sentence.tokens[above.head]
    if above.lower in rules.words["of"] and holder.lower in rules.words["people_groups"]:
        return Counted(next(iter(rules.words["casualty_unit"])), holder.i)
    if above.lower in rules.words["targets"] and holder.pos in _VERBS:
        return _of_verb(sentence, holder, last, rules)
    return None


def _of_verb(sentence: Sentence, verb: Token, last: int, rules: NumberRules) -> Counted | None:
    """The subject of a verb, or the object that it puts at a number."""
    nouns = [k for k in sentence.kids(verb.i, "dobj", "nsubjpass", "nsubj") if k.i < last]
    done = [k for k in nouns if k.i > verb.i and k.dep == "dobj"]
    noun = next(iter(done or nouns), None)
    if noun is None or noun.i >= last - 1:
        return None
    if noun.lower in rules.words["tolls"]:
        return Counted(next(iter(rules.words["casualty_unit"])), noun.i)
    if noun.lower in rules.words["tallies"]:
        noun = next((o for k in sentence.kids(noun.i, "prep") for o in sentence.kids(k.i, "pobj")), None)
        return None if noun is None or noun.tag not in _PLURALS else _counted(sentence, noun)
    is_changed = verb.lemma in rules.words["changes"] and noun.lower not in rules.words["priced"]
    return _counted(sentence, noun) if is_changed and noun.tag in _PLURALS else None


def _counted(sentence: Sentence, noun: Token) -> Counted:
    return Counted(" ".join([*compounds(sentence.tokens, noun.i, 0), written(noun)]), noun.i)
