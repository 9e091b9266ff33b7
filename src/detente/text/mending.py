"""Slips of the parser that its own tags give away.

A verb in the base form cannot be coordinated with one in the past ("agreed to restart a dialogue, suspended after a
ship locked its radar, and *begin* talks"): it goes with the last base form before it that has its "to" or modal.
"""

from collections.abc import Sequence
from dataclasses import replace

from detente.text.parsed import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
OWN = frozenset({"aux", "nsubj", "nsubjpass"})


def mend(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a sentence, verbs coordinated with verbs of their own form."""
    return [_coordinated(token, tokens) for token in tokens]


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
