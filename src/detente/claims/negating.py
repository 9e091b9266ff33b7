"""What negates a verb, or a noun of action: "not", "no longer", the "no" of a subject, an "or" after "not"."""

from detente.mentions import clauses
from detente.rules.cues import StatusCues
from detente.text.parsed import Sentence, Token

HELD_BY = ("nsubj", "nsubjpass", "dobj", "attr")
"""The relations of a noun to its verb over which the noun's "no" reaches."""


def negation_of_noun(sentence: Sentence, noun: int, cues: StatusCues) -> str | None:
    """The "no" before a noun of action."""
    return next((k.lower for k in sentence.kids(noun, "det", "neg") if k.lower in cues.negations), None)


def negation(sentence: Sentence, verb: int, cues: StatusCues) -> str | None:
    """The word by which a verb is negated."""
    for kid in sentence.kids(verb):
        own = _negated_by(sentence, kid, cues)
        if own:
            return own
    token = sentence.tokens[verb]
    if token.dep == "pcomp" and sentence.tokens[token.head].lower in cues.negations:
        return sentence.tokens[token.head].lower
    if token.dep == "conj" and _is_alternative(sentence, verb, cues):
        return negation(sentence, token.head, cues)
    return None


def _negated_by(sentence: Sentence, kid: Token, cues: StatusCues) -> str | None:
    """The word by which one that hangs on a verb negates it: "not", "no longer", the "no" of its subject or object."""
    if kid.dep == "neg":
        return kid.lower if kid.lower in cues.negations else None
    if kid.lower in cues.ended and any(True for _ in sentence.kids(kid.i, "neg")):
        return kid.lower
    if kid.dep not in HELD_BY:
        return None
    if kid.lower in cues.nobody:
        return kid.lower
    return next(
        (k.lower for k in sentence.kids(kid.i, "det", "neg", "preconj", "cc") if k.lower in cues.negations), None
    )


def _is_alternative(sentence: Sentence, verb: int, cues: StatusCues) -> bool:
    """Whether a verb shares subject and negation with the one before "or": "did not meet them or sign a deal"."""
    if any(True for _ in sentence.kids(verb, "aux", *clauses.SUBJECTS)):
        return False
    between = sentence.kids(sentence.tokens[verb].head, "cc")
    return any(k.lower in cues.alternatives and k.i < verb for k in between)
