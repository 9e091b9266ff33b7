"""Slips of the parser that its own tags give away.

A name that is a verb, too, is a name where it has a capital and no "to" ("offered Trump a deal").

A participle right after a verb, with an object and without subject or auxiliary, describes that object
("was suspending planned tariffs").

Between "that" and a past tense a plural after a name is a verb in "a jet that Peru claims crossed its border".

What follows "sold goods worth a million" belongs to the selling ("to Peru"), not to the worth.

A name after the comma of "Peru and its guest, King Bo, spoke" is the guest's, not Peru's.

A name right before a dash that stands alone is no part of the noun after it, which tells who it is ("visits Peru -
Chile's rival").

Of two names joined by a hyphen before a noun neither describes the other: "US-Russian talks" are both their talks.

A verb in the base form cannot be coordinated with one in the past ("agreed to restart a dialogue, suspended after a
ship locked its radar, and *begin* talks"): it goes with the last base form before it that has its "to" or modal.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from detente.text.mending_days import FINITE, OWN, mend_days
from detente.text.parsed import Token

DESCRIBING = frozenset({"amod", "compound", "nmod"})
DASHES = frozenset({"-", "–", "—", "--"})


def mend(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a sentence, verbs coordinated with verbs of their own form, and names no verbs."""
    described = {t.i: noun for t in tokens if (noun := _described(t, tokens)) is not None}
    tokens = [_beside_participle(token, described) for token in tokens]
    tokens = mend_days(tokens)
    tokens = [replace(t, head=o.head, dep=o.dep) if (o := _other_half(t, tokens)) is not None else t for t in tokens]
    for name in [t for t in tokens if _is_told_after_dash(t, tokens)]:
        tokens = _before_dash(name, tokens)
    for says in [t for t in tokens if _is_verb_of_name(t, tokens)]:
        tokens = _said_of(says, tokens)
    tokens = [replace(t, head=verb) if (verb := _over_an_amount(t, tokens)) is not None else t for t in tokens]
    tokens = [replace(t, head=last) if (last := _last_noun(t, tokens)) is not None else t for t in tokens]
    named = {token.i: token.head for token in tokens if _is_name(token, tokens)}
    return [_coordinated(_beside_name(token, named), tokens) for token in tokens]


def _other_half(token: Token, tokens: Sequence[Token]) -> Token | None:
    """The second half of a word of two names, on which the first half is hung; the word describes a noun."""
    if token.head != token.i + 2 or not token.text[:1].isupper():
        return None
    hyphen, other = tokens[token.i + 1], tokens[token.head]
    is_one_word = hyphen.text in DASHES and hyphen.start == token.end and hyphen.end == other.start
    return other if is_one_word and other.text[:1].isupper() and other.dep in DESCRIBING else None


def _is_told_after_dash(name: Token, tokens: Sequence[Token]) -> bool:
    """Whether a name is hung on a noun behind a dash with white space on both its sides."""
    if name.pos != "PROPN" or name.dep not in DESCRIBING or name.head < name.i + 2:
        return False
    dash, after = tokens[name.i + 1], tokens[name.i + 2]
    return dash.text in DASHES and dash.start > name.end and after.start > dash.end


def _before_dash(name: Token, tokens: Sequence[Token]) -> list[Token]:
    """The tokens with that name in the noun's place in the clause, and the noun beside it."""
    noun = tokens[name.head]
    head = name.i if noun.head == noun.i else noun.head
    told = {name.i: replace(name, dep=noun.dep, head=head), noun.i: replace(noun, dep="appos", head=name.i)}
    return [told.get(token.i, token) for token in tokens]


def _is_verb_of_name(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a plural stands as the subject of a relative clause that has no place for its pronoun."""
    name, verb, pronoun = tokens[token.i - 1], tokens[token.head], tokens[max(0, token.i - 2)]
    is_subject = token.tag == "NNS" and token.dep == "nsubj" and token.i > 1 and verb.i == token.i + 1
    is_name = name.pos == "PROPN" and name.head == token.i and not any(t.head == name.i for t in tokens)
    has_object = any(t.head == verb.i and t.dep == "dobj" and t.i > verb.i for t in tokens)
    # "that" at the head of a relative clause is its pronoun also where it was taken for a conjunction
    is_spare = pronoun.dep == "mark" or (pronoun.dep == "dobj" and has_object)
    return is_subject and is_name and verb.dep == "relcl" and pronoun.tag in ("WDT", "IN") and is_spare


def _said_of(says: Token, tokens: Sequence[Token]) -> list[Token]:
    """The tokens with that plural as the verb over the clause, and the name before it as its subject."""
    verb = tokens[says.head]
    told = {
        says.i: replace(says, pos="VERB", tag="VBZ", dep="relcl", head=verb.head),
        verb.i: replace(verb, dep="ccomp", head=says.i),
        says.i - 1: replace(tokens[says.i - 1], dep="nsubj"),
        says.i - 2: replace(tokens[says.i - 2], pos="PRON", tag="WDT", dep="nsubj"),
    }
    return [told.get(token.i, token) for token in tokens]


def _over_an_amount(token: Token, tokens: Sequence[Token]) -> int | None:
    """The verb over a preposition that was hung on what an object is worth."""
    worth = tokens[token.head]
    if token.dep != "prep" or worth.dep != "amod" or tokens[worth.head].dep != "dobj" or worth.i < worth.head:
        return None
    return tokens[worth.head].head if any(t.head == worth.i and t.dep == "npadvmod" for t in tokens) else None


def _last_noun(token: Token, tokens: Sequence[Token]) -> int | None:
    """The common noun right before an apposition that was hung on the name with which that noun is coordinated."""
    before = tokens[token.head]
    if token.dep != "appos" or before.pos != "PROPN":
        return None
    beside = [t.i for t in tokens[before.i : token.i] if t.head == before.i and t.dep == "conj" and t.tag == "NN"]
    return beside[-1] if beside else None


def _described(token: Token, tokens: Sequence[Token]) -> int | None:
    """The noun that a participle describes, where it was taken for a verb between its verb and that noun."""
    if token.tag != "VBN" or token.dep not in ("ccomp", "xcomp") or tokens[token.i - 1].pos != "VERB":
        return None
    kids = [t for t in tokens if t.head == token.i]
    if any(t.i < token.i for t in kids):
        return None
    return next((t.i for t in kids if t.dep == "dobj"), None)


def _beside_participle(token: Token, described: Mapping[int, int]) -> Token:
    """The participle on its noun; the noun, and what hung on the participle, on the verb before it."""
    if token.i in described:
        return replace(token, dep="amod", head=described[token.i])
    return replace(token, head=token.head - 1) if token.head in described else token


def _is_name(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a "verb" is somebody's name: it has a capital within a sentence, and neither "to" nor auxiliary."""
    is_bare_verb = token.tag in ("VB", "VBP") and token.dep in ("xcomp", "ccomp") and token.i > 0
    return is_bare_verb and token.text.istitle() and not any(t.head == token.i and t.dep in OWN for t in tokens)


def _beside_name(token: Token, named: Mapping[int, int]) -> Token:
    """A name that was taken for a verb, as the one to whom it is done; what hung on it hangs on its verb."""
    if token.i in named:
        return replace(token, pos="PROPN", tag="NNP", dep="dative")
    return replace(token, head=named[token.head]) if token.head in named else token


def _coordinated(token: Token, tokens: Sequence[Token]) -> Token:
    if token.tag != "VB" or token.dep != "conj" or tokens[token.head].tag not in FINITE:
        return token
    if any(other.head == token.i and other.dep in OWN for other in tokens):
        return token
    partners = (t for t in reversed(tokens[: tokens[token.head].i]) if t.tag == "VB" and _has_auxiliary(t, tokens))
    partner = next(partners, None)
    return replace(token, head=partner.i) if partner else token


def _has_auxiliary(verb: Token, tokens: Sequence[Token]) -> bool:
    return any(t.head == verb.i and t.dep == "aux" for t in tokens[: verb.i])
