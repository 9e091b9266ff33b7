"""What a verb's own auxiliaries, negation, conjunction and day say of its status."""

from collections.abc import Sequence

from detente.claims.negating import negation
from detente.domain.acts import Status
from detente.mentions import clauses
from detente.rules.cues import StatusCues
from detente.text.parsed import Sentence, Token

VERBAL = ("VERB", "AUX")


def status_of_verb(sentence: Sentence, verb: int, cues: StatusCues) -> tuple[Status, str] | None:
    """The status that the verb itself shows, and the word that says so; None for the plain past or present."""
    is_condition = is_conditional(sentence, verb, cues)
    negated = negation(sentence, verb, cues)
    if negated and not is_condition:
        return Status.NEGATED, negated
    kids = [kid for v in _with_shared_auxiliaries(sentence, verb) for kid in sentence.kids(v)]
    would = any(k.lower in cues.conditional and k.dep == "aux" for k in kids)
    if is_condition or (would and _follows_from_condition(sentence, verb, cues)):
        return Status.HYPOTHETICAL, "if"
    missed = _missed(sentence, verb, kids, cues)
    if missed or would:
        return (Status.NEGATED, missed) if missed else (Status.PLANNED, "would")
    ahead = _ahead(sentence, verb, cues)
    if ahead:
        return ahead
    for kid in kids:
        if kid.dep == "aux" and kid.lower in cues.by_modal and kid.pos in VERBAL:
            return cues.by_modal[kid.lower], kid.lower
    return None


def is_conditional(sentence: Sentence, verb: int, cues: StatusCues) -> bool:
    """Whether the verb's clause sets a condition: "if Peru attacks", "had Peru attacked"."""
    if _is_inverted(sentence, verb):
        return True
    marks = (k for v in _with_shared_auxiliaries(sentence, verb) for k in sentence.kids(v, "mark"))
    return any(k.lower in cues.conditions and not _is_conceded(sentence, k, cues) for k in marks)


def _follows_from_condition(sentence: Sentence, verb: int, cues: StatusCues) -> bool:
    """Whether what the verb says would follow from a condition."""
    for kid in sentence.kids(verb):
        # parsers hang a condition on the object: "would hit Fiji with a duty if enacted"
        below = [kid, *(k for k in sentence.subtree(kid.i) if k.dep == "advcl")] if kid.pos not in VERBAL else [kid]
        if any(k.dep == "advcl" and _begins_with_condition(sentence, k, cues) for k in below):
            return True
    return False


def _begins_with_condition(sentence: Sentence, verb: Token, cues: StatusCues) -> bool:
    return any(k.lower in cues.conditions for k in sentence.kids(verb.i, "mark", "advmod", "aux"))


def _is_inverted(sentence: Sentence, verb: int) -> bool:
    """Whether a clause sets its condition by an auxiliary before its subject: "had Peru attacked, Chile would have"."""
    token = sentence.tokens[verb]
    if token.dep != "advcl" or verb > token.head:
        return False
    subjects = [k.i for k in sentence.kids(verb, *clauses.SUBJECTS)]
    return any(k.i < min(subjects, default=0) and k.tag in ("VBD", "MD") for k in sentence.kids(verb, "aux"))


def _is_conceded(sentence: Sentence, mark: Token, cues: StatusCues) -> bool:
    return mark.i > 0 and sentence.tokens[mark.i - 1].lower in cues.conceding


def _missed(sentence: Sentence, verb: int, kids: Sequence[Token], cues: StatusCues) -> str | None:
    """The word by which a thing did not come about after all: "nearly broke off ties", "would have met"."""
    almost = next((k.lower for k in sentence.kids(verb, "advmod") if k.lower in cues.missing and k.i < verb), None)
    would = any(k.lower in cues.conditional and k.dep == "aux" for k in kids)
    return almost or ("would" if would and any(k.lower == "have" and k.dep == "aux" for k in kids) else None)


def _ahead(sentence: Sentence, verb: int, cues: StatusCues) -> tuple[Status, str] | None:
    """What the place of the verb, or a day that it has, says to be still ahead."""
    aim = _aim_ahead(sentence, verb)
    if aim:
        return Status.HYPOTHETICAL, aim
    day = _day_ahead(sentence, verb, cues)
    return (Status.PLANNED, day) if day else None


def _aim_ahead(sentence: Sentence, verb: int) -> str | None:
    """The "to" of an aim that stands before what is done for it: "To reach a deal, both must move"."""
    token = sentence.tokens[verb]
    if token.dep != "advcl" or token.head < verb:
        return None
    return next((k.lower for k in sentence.kids(verb, "aux") if k.tag == "TO"), None)


def _day_ahead(sentence: Sentence, verb: int, cues: StatusCues) -> str | None:
    """The day for which a verb in the present tense sets a thing down: "flies to Laos on Sunday"."""
    token = sentence.tokens[verb]
    is_plain = token.tag in ("VBZ", "VBP") and not any(True for _ in sentence.kids(verb, "aux"))
    if not is_plain or token.lemma.lower() not in cues.scheduled:
        return None
    beside = [*sentence.kids(verb, "npadvmod", "advmod")]
    beside += [k for prep in sentence.kids(verb, "prep") for k in sentence.kids(prep.i, "pobj")]
    return next((k.lower for k in beside if k.lower in cues.days), None)


def _with_shared_auxiliaries(sentence: Sentence, verb: int) -> list[int]:
    """The verb and, where it has no auxiliary or subject of its own, the verbs that it is coordinated with."""
    found = [verb]
    token = sentence.tokens[verb]
    while token.dep == "conj" and not any(True for _ in sentence.kids(token.i, "aux", *clauses.SUBJECTS)):
        token = sentence.tokens[token.head]
        found.append(token.i)
    return found
