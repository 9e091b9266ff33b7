"""What a number measures: the noun it counts or describes, or what it is said of; verbatim, gaps marked.

It argues past 100 lines: each way of naming the measure is a short function, tried in turn.
"""

from collections.abc import Iterator, Sequence

from detente.claims.stretches import CALENDAR, noun_phrase, predicate, squashed, subject_of
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.mentions.counted import run_head
from detente.mentions.find_numbers import NumberMention
from detente.rules.numbers import NumberKind, NumberRules
from detente.text.parsed import Sentence, Token

Pieces = tuple[Span, ...]
"""Stretches of the sentence, in its order."""

_VERBS = ("VERB", "AUX")
_SUBJECTS = ("nsubj", "nsubjpass")
_PARTS = (NumberKind.PERCENT, NumberKind.SHARE)
_LOOSE = ("appos", "acl", "relcl")
_ASIDES = ("(", ";", "/")
_BARE = 2
"""A noun phrase of so few words says too little without its verb."""


def measured(report: Report, numbers: Sequence[NumberMention], rules: NumberRules) -> Iterator[str | None]:
    """For each number the words that say what it measures; "cut it to 10%" is told of the figure before it."""
    before: tuple[NumberMention, str | None] | None = None
    for number in numbers:
        pieces = _pieces(number, rules)
        words = _words(report, pieces)
        if before and before[0].sentence is number.sentence and _repeats(number, pieces, before[0], rules):
            words = before[1] or words
        if words is None and number.kind is NumberKind.PERCENT and not _is_within(number, rules):
            words = _words(report, _of_lone(number, rules))
        if words is None and number.kind is NumberKind.COUNT:
            words = number.unit
        before = (number, words)
        yield words


def _repeats(number: NumberMention, pieces: Pieces, before: NumberMention, rules: NumberRules) -> bool:
    """Whether a number measures what the one before it did: "cut it to 10%", "$6bn (€5bn; £4bn)"."""
    last = number.sentence.tokens[number.first - 1].lower if number.first else ""
    if last in rules.words["ups"]:
        return True
    if before.unit == number.unit:
        return _is_vague(number, pieces, rules)
    return last in _ASIDES and before.kind is number.kind


def _is_within(number: NumberMention, rules: NumberRules) -> bool:
    """Whether a time or a place follows ("58% in the last poll"), which says nothing of what is measured."""
    after = number.sentence.tokens[number.last + 1 : number.last + 2]
    return bool(after) and after[0].lower in rules.words["within"]


def _words(report: Report, pieces: Pieces) -> str | None:
    return " … ".join(squashed(report, piece) for piece in _joined(report, pieces)) or None


def _joined(report: Report, pieces: Pieces) -> list[Span]:
    """The pieces in the text's order, those with nothing but a blank between them as one."""
    joined: list[Span] = []
    for piece in sorted(set(pieces)):
        if joined and not report.text[joined[-1].end : max(piece.start, joined[-1].end)].strip():
            joined[-1] = joined[-1].join(piece)
        else:
            joined.append(piece)
    return joined


def _is_vague(number: NumberMention, pieces: Pieces, rules: NumberRules) -> bool:
    """Whether the pieces hold no noun but a light one: "cut this", "the rate"."""
    nouns = [
        t for t in number.sentence.tokens if t.pos in ("NOUN", "PROPN") and any(piece.holds(t.span) for piece in pieces)
    ]
    return all(t.lower in rules.words["light_nouns"] for t in nouns)


def _pieces(number: NumberMention, rules: NumberRules) -> Pieces:
    if number.label:
        return (number.label,)
    if number.kind is NumberKind.COUNT:
        return _of_count(number, rules)
    ways = (_of_record, _of_purpose, _of_described_noun, _of_part, _of_ancestor)
    return next((found for way in ways if (found := way(number, rules))), ())


# counts


def _of_count(number: NumberMention, rules: NumberRules) -> Pieces:
    """The noun phrase that is counted; a bare one takes its verb along."""
    sentence, noun = number.sentence, number.noun
    tokens = sentence.tokens
    if noun is None or tokens[noun].lower in rules.words["multiples"]:
        return _of_lone(number, rules) if noun is None else _of_ancestor(number, rules)
    if tokens[noun - 1].text == "-":
        described = run_head(sentence, noun + 1)
        return (noun_phrase(sentence, noun if described is None else described, noun),)
    phrase = noun_phrase(sentence, noun, number.last if noun > number.last else -1, until=_before(number, tokens[noun]))
    subject = _subject_in(number) or (tokens[noun] if tokens[noun].dep in _SUBJECTS else None)
    verb = tokens[tokens[noun].head]
    if sum(phrase.holds(t.span) for t in tokens) > _BARE:
        return (phrase,)
    if subject and tokens[subject.head].pos in _VERBS:
        return (phrase, predicate(sentence, tokens[subject.head]))
    if tokens[noun].dep == "dobj" and verb.pos == "VERB" and verb.i < number.first:
        return (verb.span, phrase)
    return (phrase,)


def _of_lone(number: NumberMention, rules: NumberRules) -> Pieces:
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


# all others


def _subject_in(number: NumberMention) -> Token | None:
    """The number itself, where it is the subject."""
    if number.first and number.sentence.tokens[number.first - 1].pos == "ADP":
        return None
    return next((t for t in number.sentence.tokens[number.first : number.last + 1] if t.dep in _SUBJECTS), None)


def _of_record(number: NumberMention, rules: NumberRules) -> Pieces:
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


def _of_purpose(number: NumberMention, _: NumberRules) -> Pieces:
    """As "to leave the country" of "seven days to leave the country"."""
    tokens = number.sentence.tokens
    at = number.last + 1
    is_purpose = at + 1 < len(tokens) and tokens[at].tag == "TO" and tokens[at + 1].tag == "VB"
    is_span = number.first > 0 and tokens[number.first - 1].pos == "ADP"
    if number.kind is not NumberKind.DURATION or is_span or not is_purpose:
        return ()
    return (tokens[at].span.join(predicate(number.sentence, tokens[at + 1])),)


def _of_described_noun(number: NumberMention, rules: NumberRules) -> Pieces:
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
    subject = _subject_in(number) or number.sentence.tokens[noun]
    if number.kind is NumberKind.SHARE and subject.dep in _SUBJECTS:
        return (phrase, predicate(number.sentence, number.sentence.tokens[subject.head]))
    return (phrase,)


def _of_part(number: NumberMention, rules: NumberRules) -> Pieces:
    """As "voters thought that the bridge was too dear" of "41% of voters thought that the bridge was too dear"."""
    sentence = number.sentence
    noun, before = _whole(number, rules)
    subject = _subject_in(number)
    pieces = (noun_phrase(sentence, noun, before),) if noun is not None else ()
    if subject and sentence.tokens[subject.head].pos in _VERBS and number.kind in _PARTS:
        return (*pieces, predicate(sentence, sentence.tokens[subject.head]))
    verb = sentence.tokens[sentence.tokens[number.last].head]
    if pieces and number.kind in _PARTS and verb.pos == "VERB" and verb.i < number.first:
        return (*_held_by(sentence, verb, rules), *pieces)
    return pieces


def _held_by(sentence: Sentence, verb: Token, rules: NumberRules) -> Pieces:
    """As "Fishers … make up" of "Fishers make up 9% of the town"; nothing where a pronoun does it."""
    holder = _top(sentence, subject_of(sentence, verb), rules)
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


def _of_ancestor(number: NumberMention, rules: NumberRules) -> Pieces:
    """What the number is said of: "Exports to Norway" of "Exports to Norway rose to $4 billion"."""
    light = None
    for token, child in _ancestors(number):
        is_target = child.lower in rules.words["targets"]
        if token.entity in CALENDAR:
            continue
        if token.pos in ("NOUN", "PROPN") and child.dep not in _LOOSE and not is_target:
            if token.lower not in rules.words["light_nouns"]:
                return _with_its_verb(number, token, rules)
            if token.i > number.last and token.lower not in rules.words["worth"]:
                return (token.span,)
            light = light or token
        elif token.pos in _VERBS and not (token.dep == "advcl" and token.i > number.last):
            return _of_verb(number, token, child, rules) or ((light.span,) if light else ())
    return (light.span,) if light else ()


def _with_its_verb(number: NumberMention, noun: Token, rules: NumberRules) -> Pieces:
    """A noun; the thing sold for a sum, or that something is done to so often, with who does what to it."""
    sentence, verb = number.sentence, number.sentence.tokens[noun.head]
    worth = rules.words["worth"] - rules.words["within"] - rules.words["of"]
    until = next((t.i for t in sentence.tokens[noun.i : number.first] if t.lower in worth), None)
    phrase = noun_phrase(sentence, noun.i, -1, until=_before(number, noun) if until is None else until)
    is_done = noun.dep == "dobj" and verb.pos == "VERB" and verb.i < noun.i < number.first
    if not is_done or not (until is not None or number.kind is NumberKind.COUNT):
        return (phrase,)
    subject = _top(sentence, subject_of(sentence, verb), rules)
    return (*((noun_phrase(sentence, subject.i, -1, until=verb.i),) if subject else ()), verb.span, phrase)


def _of_verb(number: NumberMention, verb: Token, child: Token, rules: NumberRules) -> Pieces:
    """The subject of a verb, with the verb where the number is its object, or the object that is brought to it."""
    sentence = number.sentence
    done = next(sentence.kids(verb.i, "dobj"), None)
    if done and done.i < verb.i:
        done = None
    if done and done.lower in rules.words["pronouns"]:
        return ()
    if child.dep == "prep" and done and done.i < number.first:
        whole = noun_phrase(sentence, done.i, -1, until=_before(number, done))
        return (verb.span, whole) if number.kind is NumberKind.DURATION else (whole,)
    subject = _top(sentence, subject_of(sentence, verb), rules)
    pieces = (noun_phrase(sentence, subject.i, -1, until=_before(number, subject)),) if subject else ()
    is_result = child.dep == "attr" or child.lower in rules.words["targets"]
    is_state = verb.pos == "AUX" and not (number.kind is NumberKind.DURATION and child.dep == "prep")
    if is_result or is_state or verb.i >= number.first:
        return pieces
    said = Span(verb.start, sentence.tokens[max(verb.i, number.first - 1 - (child.dep == "prep"))].end)
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


def _top(sentence: Sentence, noun: Token | None, rules: NumberRules) -> Token | None:
    """The head of the whole phrase that a noun stands in ("imports of the firm"); None for a pronoun."""
    if noun is None or noun.lower in rules.words["pronouns"]:
        return None
    head = sentence.tokens[noun.head]
    if noun.dep == "pobj" and sentence.tokens[head.head].pos == "NOUN":
        return _top(sentence, sentence.tokens[head.head], rules)
    return noun


def _before(number: NumberMention, token: Token) -> int | None:
    """A phrase that begins before the number ends there."""
    return number.first if token.i < number.first else None


def _ancestors(number: NumberMention) -> Iterator[tuple[Token, Token]]:
    """Each token above the number, with the token below it on the way."""
    tokens = number.sentence.tokens
    child = tokens[number.last if number.noun is None else number.noun]
    while child.head != child.i:
        token = tokens[child.head]
        if not number.first <= token.i <= number.last:
            yield token, child
        child = token
