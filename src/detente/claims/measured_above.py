"""What a number is said of, where the words above it in its sentence tell: "Exports to Norway rose to $4 billion"."""

from collections.abc import Iterator

from detente.claims.number_places import VERBS, Pieces, before, top, verb_until
from detente.claims.stretches import CALENDAR, noun_phrase, subject_of
from detente.mentions.find_numbers import NumberMention
from detente.rules.numbers import NumberKind, NumberRules
from detente.text.parsed import Token

_OBJECTS = ("dobj", "dative")
_LOOSE = ("appos", "acl", "relcl")


def of_ancestor(number: NumberMention, rules: NumberRules) -> Pieces:
    """What the number is said of: "Exports to Norway" of "Exports to Norway rose to $4 billion"."""
    light = None
    for token, child in _ancestors(number, rules):
        is_target = child.lower in rules.words["targets"]
        if token.entity in CALENDAR or token.tag == "CD" or token.lower in rules.scales:
            continue
        if token.pos in ("NOUN", "PROPN") and child.dep not in _LOOSE and not is_target:
            if token.lower not in rules.words["light_nouns"]:
                return _with_its_verb(number, token, rules)
            if token.i > number.last and token.lower not in rules.words["worth"]:
                return (token.span,)
            light = light or token
        elif token.pos in VERBS and not (token.dep == "advcl" and token.i > number.last):
            return _of_verb(number, token, child, rules) or ((light.span,) if light else ())
    return (light.span,) if light else ()


def _with_its_verb(number: NumberMention, noun: Token, rules: NumberRules) -> Pieces:
    """A noun; the thing sold for a sum, or that something is done to so often, with who does what to it."""
    sentence, verb = number.sentence, number.sentence.tokens[noun.head]
    worth = rules.words["worth"] - rules.words["within"] - rules.words["of"]
    until = next((t.i for t in sentence.tokens[noun.i : number.first] if t.lower in worth), None)
    phrase = noun_phrase(sentence, noun.i, -1, until=before(number, noun) if until is None else until)
    is_done = noun.dep == "dobj" and verb.pos == "VERB" and verb.i < noun.i < number.first
    if not is_done or not (until is not None or number.kind is NumberKind.COUNT):
        return (phrase,)
    subject = top(sentence, subject_of(sentence, verb), rules)
    return (*((noun_phrase(sentence, subject.i, -1, until=verb.i),) if subject else ()), verb.span, phrase)


def _of_verb(number: NumberMention, verb: Token, child: Token, rules: NumberRules) -> Pieces:
    """The subject of a verb, with the verb where the number is its object, or the object that is brought to it."""
    sentence = number.sentence
    done = next(
        (k for k in sentence.kids(verb.i, "dobj") if k.i > verb.i and k.tag != "CD" and k.lower not in rules.scales),
        None,
    )
    if done and done.lower in rules.words["pronouns"]:
        return ()
    if child.dep == "prep" and done and done.i < number.first:
        whole = noun_phrase(sentence, done.i, -1, until=before(number, done))
        return (verb.span, whole) if number.kind is NumberKind.DURATION else (whole,)
    subject = top(sentence, subject_of(sentence, verb), rules)
    pieces = (noun_phrase(sentence, subject.i, -1, until=before(number, subject)),) if subject else ()
    is_result = child.dep == "attr" or (
        child.lower in rules.words["targets"] and not any(sentence.kids(verb.i, *_OBJECTS))
    )
    is_state = verb.pos == "AUX" and not (number.kind is NumberKind.DURATION and child.dep == "prep")
    if is_result or is_state or verb.i >= number.first:
        return pieces
    end = min(child.i, number.first) if child.dep == "prep" else number.first
    said = verb_until(number, verb, end)
    return (*pieces, said, *_goods(number, verb, rules))


def _goods(number: NumberMention, verb: Token, rules: NumberRules) -> Pieces:
    """As "in goods" of "sold $6bn (€5bn) in goods"."""
    tokens = number.sentence.tokens
    above = (verb.i, *range(number.first, number.last + 1))
    for token in tokens[number.last + 1 :]:
        if token.dep == "prep" and token.head in above and token.lower in rules.words["worth"]:
            kind = next(number.sentence.kids(token.i, "pobj"), None)
            if kind and kind.entity not in CALENDAR and number.kind is NumberKind.MONEY:
                return (token.span.join(noun_phrase(number.sentence, kind.i, token.i)),)
    return ()


def _ancestors(number: NumberMention, rules: NumberRules) -> Iterator[tuple[Token, Token]]:
    """Each token above the number, with the token below it on the way; the noun before "of" is the first of them."""
    tokens = number.sentence.tokens
    child = tokens[number.last if number.noun is None else number.noun]
    is_of = number.first > 1 and tokens[number.first - 1].lower in rules.words["of"]
    if is_of and tokens[number.first - 2].pos == "NOUN" and number.kind is not NumberKind.COUNT:
        child = tokens[number.first - 2]
        yield child, tokens[number.first - 1]
    while child.head != child.i:
        token = tokens[child.head]
        if not number.first <= token.i <= number.last:
            yield token, child
        child = token
