"""What a number measures, where the words beside it tell: "a 20% tariff", "41% of voters", "seven days to leave"."""

from detente.claims.number_places import SUBJECTS, VERBS, Pieces, subject_in, top
from detente.claims.stretches import CALENDAR, noun_phrase, predicate, subject_of
from detente.domain.spans import Span
from detente.mentions.counted import run_head
from detente.mentions.find_numbers import NumberMention
from detente.rules.numbers import NumberKind, NumberRules
from detente.text.parsed import Sentence, Token

PARTS = (NumberKind.PERCENT, NumberKind.SHARE)


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
    at = number.last + 1
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


def of_part(number: NumberMention, rules: NumberRules) -> Pieces:
    """As "voters thought that the bridge was too dear" of "41% of voters thought that the bridge was too dear"."""
    sentence = number.sentence
    noun, before = _whole(number, rules)
    subject = subject_in(number)
    pieces = (noun_phrase(sentence, noun, before),) if noun is not None else ()
    if subject and sentence.tokens[subject.head].pos in VERBS and number.kind in PARTS:
        return (*pieces, predicate(sentence, sentence.tokens[subject.head]))
    verb = sentence.tokens[sentence.tokens[number.last].head]
    if pieces and number.kind in PARTS and verb.pos == "VERB" and verb.i < number.first:
        return (*_held_by(sentence, verb, rules), *pieces)
    return pieces


def _held_by(sentence: Sentence, verb: Token, rules: NumberRules) -> Pieces:
    """As "Fishers … make up" of "Fishers make up 9% of the town"; nothing where a pronoun does it."""
    holder = top(sentence, subject_of(sentence, verb), rules)
    if holder is None:
        return ()
    said = next((verb.span.join(t.span) for t in sentence.kids(verb.i, "prt")), verb.span)
    return (noun_phrase(sentence, holder.i, -1, until=verb.i), said)


def _whole(number: NumberMention, rules: NumberRules) -> tuple[int | None, int]:
    """The noun after "of" or "worth of", and the token before its phrase."""
    tokens = number.sentence.tokens
    at = number.last + 1
    joins = rules.words["worth" if number.kind is NumberKind.MONEY else "of"]
    while at < len(tokens) and tokens[at].lower in joins:
        at += 1
    is_half = number.kind is NumberKind.SHARE
    if at == number.last + 1 and not is_half:
        return None, at
    while at < len(tokens) and tokens[at].tag in ("DT", "PRP$"):
        at += 1
    noun = run_head(number.sentence, at)
    if noun is not None and noun + 2 < len(tokens) and tokens[noun + 1].tag == "POS":
        noun = run_head(number.sentence, noun + 2)
    return (noun if noun is not None and tokens[noun].entity not in CALENDAR else None), at - 1
