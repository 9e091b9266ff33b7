"""Slips of the parser that its own tags give away.

A name that is a verb, too, is a name where it has a capital and no "to" ("offered Trump a deal").

A participle right after a verb, with an object and without subject or auxiliary, describes that object
("was suspending planned tariffs").

A day right before a name with a capital is no part of that name ("on 18 August President Sala left").

A verb in the base form cannot be coordinated with one in the past ("agreed to restart a dialogue, suspended after a
ship locked its radar, and *begin* talks"): it goes with the last base form before it that has its "to" or modal.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from detente.text.parsed import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
OWN = frozenset({"aux", "nsubj", "nsubjpass"})


def mend(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a sentence, verbs coordinated with verbs of their own form, and names no verbs."""
    described = {t.i: noun for t in tokens if (noun := _described(t, tokens)) is not None}
    tokens = [_beside_participle(token, described) for token in tokens]
    days = _days_before_names(tokens)
    tokens = [replace(t, dep=days[t.i][0], head=days[t.i][1]) if t.i in days else t for t in tokens]
    named = {token.i: token.head for token in tokens if _is_name(token, tokens)}
    return [_coordinated(_beside_name(token, named), tokens) for token in tokens]


def _days_before_names(tokens: Sequence[Token]) -> dict[int, tuple[str, int]]:
    """For the words of a day that were taken into the name after it: what they are to their preposition."""
    found: dict[int, tuple[str, int]] = {}
    for at in tokens:
        if at.dep != "prep" or any(t.head == at.i for t in tokens):
            continue
        run = list(takewhile(lambda t: t.entity == "DATE", tokens[at.i + 1 :]))
        month = next((t for t in run if t.pos == "PROPN"), None)
        if month is not None and tokens[month.head].i > run[-1].i:
            found |= {t.i: ("nummod", month.i) for t in run} | {month.i: ("pobj", at.i)}
    return found


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
