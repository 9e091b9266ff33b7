"""Whose words a verb of saying gives, as far as the sentence tells: its subject, wherever that stands."""

from collections.abc import Collection

from detente.domain.spans import Span
from detente.text.parsed import Sentence, Token

VERBAL = ("VERB", "AUX")
NOMINAL = ("NOUN", "PROPN", "PRON")
RELATIVE_TAGS = frozenset({"WP", "WDT"})
MAX_CLIMB = 8
"""How many clauses up a subject is looked for; deeper ones are lists or noise."""


def sayer_of(sentence: Sentence, verb: int, depth: int = 0) -> int | None:
    """The token that heads the name of the one whose words a verb gives; None where the sentence names no one."""
    if depth > MAX_CLIMB:
        return None
    if is_passive(sentence, verb):
        return _agent(sentence, verb)
    subject = next(sentence.kids(verb, "nsubj", "csubj"), None)
    if subject is not None:
        if subject.tag in RELATIVE_TAGS:
            return _antecedent(sentence, verb)
        return subject.i if subject.pos in (*NOMINAL, "DET", "ADJ", "NUM") and subject.dep == "nsubj" else None
    return _sayer_above(sentence, verb, depth)


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether a verb stands in the passive voice, also as a participle after its noun."""
    if any(True for _ in sentence.kids(verb, "auxpass", "nsubjpass")):
        return True
    token = sentence.tokens[verb]
    if token.tag == "VBN" and token.dep == "conj":
        return is_passive(sentence, token.head) and next(sentence.kids(verb, "nsubj"), None) is None
    has_perfect = any(True for _ in sentence.kids(verb, "aux"))
    return token.tag == "VBN" and token.dep in ("acl", "amod", "advcl") and not has_perfect


def _agent(sentence: Sentence, verb: int) -> int | None:
    by = next(sentence.kids(verb, "agent"), None)
    return _object_of(sentence, by.i) if by is not None else None


def _object_of(sentence: Sentence, preposition: int) -> int | None:
    return next((k.i for k in sentence.kids(preposition, "pobj")), None)


def _antecedent(sentence: Sentence, verb: int) -> int | None:
    """The noun that a relative clause hangs on."""
    at = verb
    for _ in range(MAX_CLIMB):
        token = sentence.tokens[at]
        if token.dep == "relcl":
            return token.head
        at = token.head
    return None


def _sayer_above(sentence: Sentence, verb: int, depth: int) -> int | None:
    """The subject of the clause over a verb that has none of its own."""
    token = sentence.tokens[verb]
    head = sentence.tokens[token.head]
    if token.head == verb:
        return None
    if token.dep == "pcomp":
        return _over_preposition(sentence, head, depth)
    if token.dep == "acl":
        return head.i if token.tag == "VBG" else None
    if token.dep == "xcomp":
        told = next((k.i for k in sentence.kids(head.i, "dobj", "dative") if k.i < verb and k.pos in NOMINAL), None)
        if told is not None and token.tag == "VB":
            return told
    if token.dep in ("conj", "xcomp", "advcl", "ccomp", "parataxis", "dep") and head.pos in VERBAL:
        if is_passive(sentence, head.i):
            return next((k.i for k in sentence.kids(head.i, "nsubjpass")), None)
        return sayer_of(sentence, head.i, depth + 1)
    return None


def _over_preposition(sentence: Sentence, preposition: Token, depth: int) -> int | None:
    """For "was quoted as saying" the one who was quoted; for "began by saying" the one who began."""
    over = sentence.tokens[preposition.head]
    if over.pos not in VERBAL:
        return None
    if is_passive(sentence, over.i):
        return next((k.i for k in sentence.kids(over.i, "nsubjpass")), None)
    cited = next((k.i for k in sentence.kids(over.i, "dobj") if k.i < preposition.i), None)
    if cited is not None and preposition.lower == "as":
        return cited
    return sayer_of(sentence, over.i, depth + 1)


def owner_of(sentence: Sentence, noun: int, depth: int = 0) -> int | None:
    """The one whose word or text a noun is: "Peru's statement", "a statement from Peru", "released a statement"."""
    owner = next((k.i for k in sentence.kids(noun, "poss")), None)
    if owner is not None:
        if sentence.tokens[owner].tag == "WP$":
            return _antecedent(sentence, noun)
        return owner
    for preposition in sentence.kids(noun, "prep", "agent"):
        if preposition.lower in ("from", "by", "of"):
            found = _object_of(sentence, preposition.i)
            if found is not None:
                return found
    token = sentence.tokens[noun]
    head = sentence.tokens[token.head]
    if token.dep in ("dobj", "pobj") and depth < MAX_CLIMB:
        verb = head if token.dep == "dobj" else sentence.tokens[head.head]
        return sayer_of(sentence, verb.i) if verb.pos in VERBAL else None
    return None


def addressee_of(sentence: Sentence, verb: int, content: Span | None) -> int | None:
    """The token that heads the name of the one who is told."""
    for kid in sentence.kids(verb, "dobj", "dative", "prep"):
        if kid.i < verb or (content is not None and content.start <= kid.start):
            continue
        if kid.dep != "prep" and kid.pos in NOMINAL:
            return kid.i if kid.entity or kid.pos != "NOUN" or kid.tag == "NNS" else None
        if kid.lower == "to":
            return _object_of(sentence, kid.i)
    return None


def name_span(sentence: Sentence, head: int, quoted: Collection[int] = ()) -> Span:
    """The stretch of a name with what describes it, relative clauses and quoted words left out."""
    first = last = head
    left_out: set[int] = set()
    for kid in sentence.kids(head):
        if (
            kid.dep in ("relcl", "acl", "appos", "cc", "conj", "ccomp", "advcl", "parataxis", "punct", "prep")
            and kid.i > head
        ):
            if kid.dep != "prep":
                left_out.update(t.i for t in sentence.subtree(kid.i))
    for token in sentence.subtree(head):
        if token.i in left_out or token.i in quoted or token.dep == "punct":
            continue
        first, last = min(first, token.i), max(last, token.i)
    return Span(sentence.tokens[first].start, sentence.tokens[last].end)
