"""What a count counts: its noun with what describes it, with the verb where that says too little."""

from detente.claims.measured_above import of_ancestor
from detente.claims.number_places import SUBJECTS, VERBS, Pieces, own_verb, subject_in, top
from detente.claims.stretches import CALENDAR, noun_phrase, predicate
from detente.mentions.counted import run_head
from detente.mentions.find_numbers import NumberMention
from detente.rules.numbers import NumberRules
from detente.text.parsed import Token

_BARE = 2
"""A noun phrase of so few words says too little without its verb."""


def of_count(number: NumberMention, rules: NumberRules) -> Pieces:
    """The noun phrase that is counted; a bare one takes its verb along."""
    sentence, noun = number.sentence, number.noun
    tokens = sentence.tokens
    if noun is None:
        is_object = tokens[number.last].dep == "dobj"
        return of_lone(number, rules) or (of_ancestor(number, rules) if is_object else ())
    if tokens[noun].lower in rules.words["multiples"]:
        return of_ancestor(number, rules)
    if tokens[noun - 1].text == "-":
        described = run_head(sentence, noun + 1)
        return (noun_phrase(sentence, noun if described is None else described, noun),)
    return _of_noun_before(number, noun, rules) if noun < number.first else _of_noun(number, tokens[noun])


def _of_noun(number: NumberMention, noun: Token) -> Pieces:
    sentence = number.sentence
    tokens = sentence.tokens
    phrase = noun_phrase(sentence, noun.i, number.last)
    subject = subject_in(number) or (noun if noun.dep in SUBJECTS else None)
    verb = tokens[noun.head]
    if sum(phrase.holds(t.span) for t in tokens) > _BARE:
        return (phrase,)
    if subject and tokens[subject.head].pos in VERBS:
        return (phrase, predicate(sentence, tokens[subject.head]))
    if noun.dep == "dobj" and verb.pos == "VERB" and verb.i < number.first:
        return (verb.span, phrase)
    return (phrase,)


def _of_noun_before(number: NumberMention, noun: int, rules: NumberRules) -> Pieces:
    """As "number of visits" of "the number of visits fell to 12"."""
    sentence = number.sentence
    whole = top(sentence, sentence.tokens[noun], rules)
    return (noun_phrase(sentence, noun if whole is None else whole.i, -1, until=number.first),)


def of_lone(number: NumberMention, rules: NumberRules) -> Pieces:
    """What follows a number without a noun: "at the mission" of "12 more at the mission", "against" it of "59%"."""
    sentence = number.sentence
    own = own_verb(number, rules)
    if own and own.i > number.last:
        return (predicate(sentence, own),)
    following = [t for t in sentence.tokens[number.last + 1 :] if t.pos == "ADP" and t.lower not in rules.words["of"]]
    if not following or following[0].i > number.last + 2 or not sentence.children[following[0].i]:
        return ()
    place = next(sentence.kids(following[0].i))
    if place.entity in CALENDAR:
        return ()
    return (following[0].span.join(noun_phrase(sentence, place.i, following[0].i)),)
