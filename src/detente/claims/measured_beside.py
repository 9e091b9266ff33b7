"""What a number measures, where the words beside it tell: "a 20% tariff", "41% of voters", "seven days to leave"."""

from detente.claims.number_places import PARTS, SUBJECTS, VERBS, Pieces, own_verb, subject_in, top, verb_until
from detente.claims.stretches import CALENDAR, noun_phrase, predicate, subject_of
from detente.domain.spans import Span
from detente.mentions.counted import run_head
from detente.mentions.find_numbers import NumberMention
from detente.rules.numbers import NumberKind, NumberRules
from detente.text.parsed import Token

_WORDS_BEFORE = 3
_FAR = 5
"""A verb further before its number than so many words is shown without what stands between."""


def of_record(number: NumberMention, rules: NumberRules) -> Pieces:
    """As "first visit by a minister" of "the first visit by a minister in 15 years"."""
    tokens = number.sentence.tokens
    within = tokens[number.first - 1].lower if number.first else ""
    records = [t for t in tokens[: max(number.first - 1, 0)] if t.lower in rules.words["records"]]
    if number.kind is not NumberKind.DURATION or within not in rules.words["within"] or not records:
        return ()
    record = Span(records[-1].start, tokens[number.first - 2].end)
    is_aside = record == records[-1].span and records[-1].dep in ("appos", "npadvmod")
    named = tokens[records[-1].head]
    if named.pos == "VERB":
        named = next(number.sentence.kids(named.i, "dobj"), named)
    if is_aside and named.pos == "NOUN" and named.i < records[-1].i:
        return (noun_phrase(number.sentence, named.i, -1, until=records[-1].i), record)
    return (record,)


def of_purpose(number: NumberMention, _: NumberRules) -> Pieces:
    """As "to leave the country" of "seven days to leave the country"."""
    tokens = number.sentence.tokens
    at = number.last + 1
    is_purpose = at + 1 < len(tokens) and tokens[at].tag == "TO" and tokens[at + 1].tag == "VB"
    is_span = number.first > 0 and tokens[number.first - 1].pos == "ADP"
    if number.kind is not NumberKind.DURATION or is_span or not is_purpose:
        return ()
    return (tokens[at].span.join(predicate(number.sentence, tokens[at + 1])),)


def of_described_noun(number: NumberMention, rules: NumberRules) -> Pieces:
    """As "tariff on most goods" of "a 20% tariff on most goods"."""
    if number.kind is NumberKind.PERCENT and own_verb(number, rules):
        return ()
    at = number.last + 1 + _is_gap(number)
    while at < len(number.sentence.tokens) and number.sentence.tokens[at].tag == "HYPH":
        at += 2
    noun = run_head(number.sentence, at)
    if noun is None or number.sentence.tokens[noun].lower in rules.words["light_nouns"]:
        return ()
    if number.sentence.tokens[noun].entity in CALENDAR:
        return ()
    phrase = noun_phrase(number.sentence, noun, at - 1)
    subject = subject_in(number) or number.sentence.tokens[noun]
    if number.kind is NumberKind.SHARE and subject.dep in SUBJECTS:
        return (phrase, predicate(number.sentence, number.sentence.tokens[subject.head]))
    return (phrase,)


def _is_gap(number: NumberMention) -> bool:
    """Whether an article follows: "44% named the army and 31% the militia"."""
    tokens = number.sentence.tokens
    opens = number.first > 0 and tokens[number.first - 1].pos in ("PUNCT", "CCONJ")
    follows = tokens[number.last + 1 : number.last + 2]
    return number.kind in PARTS and opens and bool(follows) and follows[0].tag == "DT"


def of_participle(number: NumberMention, rules: NumberRules) -> Pieces:
    """As "ore enriched" of "ore enriched to 60%", where the parse has torn the two apart."""
    tokens = number.sentence.tokens[: number.first]
    if len(tokens) < _WORDS_BEFORE or tokens[-1].lower not in rules.words["targets"]:
        return ()
    noun, verb = tokens[-3:-1]
    is_told = noun.pos in ("NOUN", "PROPN") and verb.tag in ("VBN", "VBD")
    return (noun_phrase(number.sentence, noun.i, -1, until=verb.i), verb.span) if is_told else ()


def of_relative(number: NumberMention, rules: NumberRules) -> Pieces:
    """As "Egypt gets" of "the $1.3 billion that Egypt gets"."""
    tokens = number.sentence.tokens
    at = number.last + 1
    is_told = at + 1 < len(tokens) and tokens[at].lower in rules.words["relatives"] and tokens[at].pos == "PRON"
    verb = tokens[tokens[at].head] if is_told else None
    if verb is None or verb.i <= at or verb.dep != "relcl" or number.kind is NumberKind.DURATION:
        return ()
    return (tokens[at + 1].span.join(verb.span),) if verb.i - at <= _FAR else ()


def of_part(number: NumberMention, rules: NumberRules) -> Pieces:
    """As "voters thought that the bridge was too dear" of "41% of voters thought that the bridge was too dear"."""
    sentence = number.sentence
    pieces = _whole(number, rules)
    own = own_verb(number, rules)
    if own and (number.kind in PARTS or (number.kind is NumberKind.MONEY and own.pos == "VERB")):
        return (*pieces, predicate(sentence, own))
    verb = _verb_over(number)
    is_told = bool(pieces) or _is_of_it(number, rules)
    return (*_held_by(number, verb, rules), *pieces) if is_told and verb else pieces


def _is_of_it(number: NumberMention, rules: NumberRules) -> bool:
    """Whether what a share is taken from was named before: "81 percent of it"."""
    after = [t.lower for t in number.sentence.tokens[number.last + 1 : number.last + 3]]
    is_of = len(after) > 1 and after[0] in rules.words["of"] and after[1] in rules.words["pronouns"]
    return is_of and number.kind in PARTS


def _verb_over(number: NumberMention) -> Token | None:
    """The verb before a number that it is the object of, perhaps behind a preposition."""
    tokens = number.sentence.tokens
    head = tokens[tokens[number.last].head]
    while number.first <= head.i <= number.last and head.head != head.i:
        head = tokens[head.head]
    if head.pos == "ADP":
        head = tokens[head.head]
    return head if head.pos in VERBS and head.i < number.first else None


def _held_by(number: NumberMention, verb: Token, rules: NumberRules) -> Pieces:
    """As "Fishers … make up" of "Fishers make up 9% of the town"; nothing where a pronoun does it."""
    sentence = number.sentence
    subject = subject_of(sentence, verb)
    holder = top(sentence, subject, rules)
    if subject is None or holder is None or subject.i > verb.i:
        return ()
    said = verb_until(number, verb, number.first) if number.first - verb.i <= _FAR else verb.span
    if holder.pos == "PRON":
        return (holder.span.join(sentence.tokens[verb.i - 1].span), said)
    return (noun_phrase(sentence, holder.i, -1, until=verb.i), said)


def _whole(number: NumberMention, rules: NumberRules) -> Pieces:
    """The noun after "of" or "worth of", or "those polled"."""
    tokens = number.sentence.tokens
    at = number.last + 1
    joins = rules.words["worth" if number.kind is NumberKind.MONEY else "of"]
    while at < len(tokens) and tokens[at].lower in joins:
        at += 1
    if at == number.last + 1 and number.kind is not NumberKind.SHARE:
        return ()
    those = next((t for t in tokens[at : at + 1] if t.lower in rules.words["those"]), None)
    if those and at + 1 < len(tokens) and tokens[at + 1].tag == "VBN":
        return (those.span.join(tokens[at + 1].span),)
    while at < len(tokens) and tokens[at].tag in ("DT", "PRP$"):
        at += 1
    noun = run_head(number.sentence, at)
    if noun is not None and noun + 2 < len(tokens) and tokens[noun + 1].tag == "POS":
        noun = run_head(number.sentence, noun + 2)
    if noun is None or tokens[noun].entity in CALENDAR:
        return ()
    return (noun_phrase(number.sentence, noun, at - 1),)
