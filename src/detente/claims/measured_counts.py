"""What a count counts: its noun with what describes it, with the verb where that says too little."""

from detente.claims.measured_above import of_ancestor
from detente.claims.number_places import SUBJECTS, VERBS, Pieces, before, subject_in
from detente.claims.stretches import noun_phrase, predicate
from detente.mentions.counted import run_head
from detente.mentions.find_numbers import NumberMention
from detente.rules.numbers import NumberRules

_BARE = 2
"""A noun phrase of so few words says too little without its verb."""


def of_count(number: NumberMention, rules: NumberRules) -> Pieces:
    """The noun phrase that is counted; a bare one takes its verb along."""
    sentence, noun = number.sentence, number.noun
    tokens = sentence.tokens
    if noun is None or tokens[noun].lower in rules.words["multiples"]:
        return of_lone(number, rules) if noun is None else of_ancestor(number, rules)
    if tokens[noun - 1].text == "-":
        described = run_head(sentence, noun + 1)
        return (noun_phrase(sentence, noun if described is None else described, noun),)
    phrase = noun_phrase(sentence, noun, number.last if noun > number.last else -1, until=before(number, tokens[noun]))
    subject = subject_in(number) or (tokens[noun] if tokens[noun].dep in SUBJECTS else None)
    verb = tokens[tokens[noun].head]
    if sum(phrase.holds(t.span) for t in tokens) > _BARE:
        return (phrase,)
    if subject and tokens[subject.head].pos in VERBS:
        return (phrase, predicate(sentence, tokens[subject.head]))
    if tokens[noun].dep == "dobj" and verb.pos == "VERB" and verb.i < number.first:
        return (verb.span, phrase)
    return (phrase,)


def of_lone(number: NumberMention, rules: NumberRules) -> Pieces:
    """What follows a number without a noun: "at the mission" of "12 more at the mission", "against" it of "59%"."""
    sentence = number.sentence
    after = sentence.tokens[number.last + 1 : number.last + 2]
    if after and after[0].tag == "VBN":
        return (predicate(sentence, after[0]),)
    following = [t for t in sentence.tokens[number.last + 1 :] if t.pos == "ADP" and t.lower not in rules.words["of"]]
    if not following or following[0].i > number.last + 2 or not sentence.children[following[0].i]:
        return ()
    place = next(sentence.kids(following[0].i))
    return (following[0].span.join(noun_phrase(sentence, place.i, following[0].i)),)
