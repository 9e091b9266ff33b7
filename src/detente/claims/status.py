"""What a sentence says became of an act: happened, planned, hypothetical, demanded, negated."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.domain.acts import Status
from detente.mentions import clauses
from detente.rules.cues import StatusCues
from detente.text.parsed import Sentence, Token

REACH = 3
"""How many governing words over an act are asked: further up stands another matter (read by eye on 200 sentences)."""
VERBAL = ("VERB", "AUX")
GOVERNING = (
    "xcomp",
    "ccomp",
    "acl",
    "pcomp",
    "pobj",
    "dobj",
    "nsubjpass",
    "relcl",
    "advcl",
    "conj",
    "prep",
    "agent",
    "attr",
)


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of an act, and why."""

    status: Status
    cue: str
    """The word that decided, or the empty string where the plain past or present did."""
    is_announced: bool = False
    """Whether a verb of utterance makes it known ("said it would")."""
    is_of_future: bool = False
    """Whether the verb is set in the future: "will not sign" refuses, "did not sign" reports."""
    is_negation: bool = False
    """Whether the verb's own "not" or "never" negates it, not a "no" before a noun or a verb over it."""
    is_owed: bool = False
    """Whether a "must" or "should" stands before the verb: what must not be done has not been refused."""
    is_condition: bool = False
    """Whether it stands as a condition, so that nothing is told of it: "if Peru attacks"."""
    is_decided: bool = False
    """Whether it is told to be decided on, beyond mere intent."""


def standing(sentence: Sentence, trigger: int, clause: int, cues: StatusCues) -> Standing:
    """The status of the act named at `trigger`, whose tense and negation stand at `clause`."""
    announced = is_announced(sentence, clause, cues)
    own = _of_noun(sentence, trigger, cues) if trigger != clause or _is_noun(sentence, trigger) else None
    own = own or _of_verb(sentence, clause, cues)
    if own and _is_feared(sentence, clause, own[0], cues):
        own = Status.HYPOTHETICAL, own[1]
    if own:
        owed = any(cues.by_modal.get(k.lower) is Status.DEMANDED for k in sentence.kids(clause, "aux"))
        condition = _has_condition_mark(sentence, clause, cues)
        future = any(
            k.lower in cues.conditional or cues.by_modal.get(k.lower) is Status.PLANNED
            for k in sentence.kids(clause, "aux")
        )
        negated = own[0] is Status.NEGATED and any(k.lower == own[1] for k in sentence.kids(clause, "neg", "advmod"))
        return Standing(
            own[0],
            own[1],
            announced,
            is_of_future=future,
            is_negation=negated,
            is_owed=owed,
            is_condition=condition,
        )
    carrier = sentence.tokens[clause].lemma.lower()
    if trigger != clause and carrier in cues.carrying:
        return Standing(cues.by_verb[carrier], carrier, announced)
    for word, status in _governors(sentence, clause, cues):
        intends = Status.PLANNED in (cues.by_verb.get(word), cues.by_noun.get(word))
        refused = status is Status.NEGATED and intends
        decided = status is Status.PLANNED and word in cues.deciding
        return Standing(status, word, announced, is_of_future=refused, is_negation=refused, is_decided=decided)
    return Standing(Status.HAPPENED, "", announced)


def _is_feared(sentence: Sentence, clause: int, own: Status, cues: StatusCues) -> bool:
    """Whether another only fears or guesses what "will" be: "they worry that Peru will arm Chile"."""
    token = sentence.tokens[clause]
    over = sentence.tokens[token.head].lemma.lower()
    return own is Status.PLANNED and token.dep == "ccomp" and cues.by_verb.get(over) is Status.HYPOTHETICAL


def is_announced(sentence: Sentence, clause: int, cues: StatusCues) -> bool:
    """Whether the clause is what a verb of utterance says."""
    token = sentence.tokens[clause]
    while token.dep == "conj" and token.head != token.i:
        token = sentence.tokens[token.head]
    if token.dep not in ("ccomp", "xcomp", "acl"):
        return token.dep == "ROOT" and any(
            k.lemma in cues.utterance for k in sentence.kids(token.i, "parataxis", "ccomp") if k.i > token.i
        )
    return sentence.tokens[token.head].lemma.lower() in cues.utterance


def sayers(sentence: Sentence, clause: int, cues: StatusCues) -> list[int]:
    """Those who make known what a clause tells, by a verb of utterance over it or coordinated with that one."""
    token = sentence.tokens[clause]
    while token.dep == "conj" and token.head != token.i:
        token = sentence.tokens[token.head]
    if token.dep not in ("ccomp", "parataxis"):
        own = [k.i for k in sentence.kids(token.i, "ccomp", "parataxis") if k.lemma.lower() in cues.utterance]
        return clauses.agents(sentence, own[0]) if own else []
    speaking = (v for v in clauses.spread(sentence, token.head) if sentence.tokens[v].lemma.lower() in cues.utterance)
    return next((clauses.agents(sentence, verb) for verb in speaking), [])


def _is_noun(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].pos in ("NOUN", "PROPN")


def _of_noun(sentence: Sentence, noun: int, cues: StatusCues) -> tuple[Status, str] | None:
    """What stands before a noun of action: "no talks", "planned talks", "possible strikes"."""
    for kid in sentence.kids(noun):
        if kid.dep in ("det", "neg") and kid.lower in cues.negations:
            return Status.NEGATED, kid.lower
        if kid.dep == "amod" and kid.lower in cues.by_adjective:
            return cues.by_adjective[kid.lower], kid.lower
    return None


def _of_verb(sentence: Sentence, verb: int, cues: StatusCues) -> tuple[Status, str] | None:
    """What the verb's own auxiliaries, negation and conjunction say."""
    is_condition = _has_condition_mark(sentence, verb, cues)
    negation = _negation(sentence, verb, cues)
    if negation and not is_condition:
        return Status.NEGATED, negation
    kids = [kid for v in _with_shared_auxiliaries(sentence, verb) for kid in sentence.kids(v)]
    conditional = any(k.lower in cues.conditional and k.dep == "aux" for k in kids)
    if is_condition or (conditional and _follows_from_condition(sentence, verb, cues)):
        return Status.HYPOTHETICAL, "if"
    missed = _missed(sentence, verb, kids, cues)
    if missed or conditional:
        return (Status.NEGATED, missed) if missed else (Status.PLANNED, "would")
    ahead = _ahead(sentence, verb, cues)
    if ahead:
        return ahead
    for kid in kids:
        if kid.dep == "aux" and kid.lower in cues.by_modal and kid.pos in ("AUX", "VERB"):
            return cues.by_modal[kid.lower], kid.lower
    return None


def _follows_from_condition(sentence: Sentence, verb: int, cues: StatusCues) -> bool:
    """Whether what the verb says would follow from a condition."""
    for kid in sentence.kids(verb):
        # parsers hang a condition on the object: "would hit Fiji with a duty if enacted"
        below = [kid, *(k for k in sentence.subtree(kid.i) if k.dep == "advcl")] if kid.pos not in VERBAL else [kid]
        if any(k.dep == "advcl" and _begins_with_condition(sentence, k, cues) for k in below):
            return True
    return False


def _has_condition_mark(sentence: Sentence, verb: int, cues: StatusCues) -> bool:
    if _is_inverted(sentence, verb):
        return True
    marks = (k for v in _with_shared_auxiliaries(sentence, verb) for k in sentence.kids(v, "mark"))
    return any(k.lower in cues.conditions and not _is_conceded(sentence, k, cues) for k in marks)


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


def _negation(sentence: Sentence, verb: int, cues: StatusCues) -> str | None:
    for kid in sentence.kids(verb):
        own = _negated_by(sentence, kid, cues)
        if own:
            return own
    token = sentence.tokens[verb]
    if token.dep == "pcomp" and sentence.tokens[token.head].lower in cues.negations:
        return sentence.tokens[token.head].lower
    if token.dep == "conj" and _is_alternative(sentence, verb, cues):
        return _negation(sentence, token.head, cues)
    return None


def _negated_by(sentence: Sentence, kid: Token, cues: StatusCues) -> str | None:
    """The word by which one that hangs on a verb negates it: "not", "no longer", the "no" of its subject or object."""
    if kid.dep == "neg":
        return kid.lower if kid.lower in cues.negations else None
    if kid.lower in cues.ended and any(True for _ in sentence.kids(kid.i, "neg")):
        return kid.lower
    if kid.dep not in ("nsubj", "nsubjpass", "dobj", "attr"):
        return None
    return next(
        (k.lower for k in sentence.kids(kid.i, "det", "neg", "preconj", "cc") if k.lower in cues.negations), None
    )


def _is_alternative(sentence: Sentence, verb: int, cues: StatusCues) -> bool:
    """Whether a verb shares subject and negation with the one before "or": "did not meet them or sign a deal"."""
    if any(True for _ in sentence.kids(verb, "aux", *clauses.SUBJECTS)):
        return False
    between = sentence.kids(sentence.tokens[verb].head, "cc")
    return any(k.lower in cues.alternatives and k.i < verb for k in between)


def _begins_with_condition(sentence: Sentence, verb: Token, cues: StatusCues) -> bool:
    return any(k.lower in cues.conditions for k in sentence.kids(verb.i, "mark", "advmod", "aux"))


def _governors(sentence: Sentence, clause: int, cues: StatusCues) -> Iterator[tuple[str, Status]]:
    """The cues over a clause, the nearest first."""
    at, asked = clause, 0
    while asked < REACH:
        token = sentence.tokens[at]
        if token.head == at or token.dep not in GOVERNING:
            return
        if _is_adjunct(sentence, token, cues):
            return
        relation, at = token.dep, token.head
        head = sentence.tokens[at]
        asked += relation != "conj" and head.pos != "ADP"
        if relation in ("conj", "relcl", "advcl"):
            if relation != "conj":
                return
            continue
        own = _unfulfilled(sentence, token, head, cues) or _meant_for_oneself(sentence, token, head, cues)
        yield from [own] if own else _cue_at(sentence, head, relation, cues)


def _unfulfilled(sentence: Sentence, verb: Token, head: Token, cues: StatusCues) -> tuple[str, Status] | None:
    """What the verb over an infinitive says not to have been done: "has yet to sign"."""
    if verb.dep != "xcomp":
        return None
    return next(
        ((k.lower, Status.NEGATED) for k in sentence.kids(head.i, "advmod") if k.lower in cues.unfulfilled), None
    )


def _meant_for_oneself(sentence: Sentence, verb: Token, head: Token, cues: StatusCues) -> tuple[str, Status] | None:
    """What one means to do oneself, or is to do: "wants to meet", "is to meet"."""
    if verb.dep != "xcomp" or verb.tag != "VB" or any(True for _ in sentence.kids(verb.i, *clauses.SUBJECTS)):
        return None
    word = head.lemma.lower()
    is_his = word in cues.own_of_pronouns and any(k.tag == "PRP" for k in sentence.kids(head.i, "nsubj"))
    is_own = (is_his or word in cues.own) and not any(True for _ in sentence.kids(head.i, "dobj"))
    is_to_come = word in cues.to_come and any(k.tag == "TO" for k in sentence.kids(verb.i, "aux"))
    if not (is_own or is_to_come) or _negation(sentence, head.i, cues):
        return None
    return word, Status.PLANNED


def _is_adjunct(sentence: Sentence, preposition: Token, cues: StatusCues) -> bool:
    """Whether a preposition only tells the circumstances: "in a call with X, Y offered help" offers no call."""
    verb = sentence.tokens[preposition.head]
    if preposition.dep != "prep" or verb.pos not in ("VERB", "AUX"):
        return False
    if preposition.lower in cues.circumstances:
        return True
    return preposition.i < verb.i or any(True for _ in sentence.kids(verb.i, "dobj", "nsubjpass"))


def _cue_at(sentence: Sentence, head: Token, relation: str, cues: StatusCues) -> Iterator[tuple[str, Status]]:
    word = head.lemma.lower()
    if head.pos in ("VERB", "AUX"):
        status = cues.by_verb.get(word)
        if status is not None and not (relation == "ccomp" and word in cues.utterance):
            negated = _negation(sentence, head.i, cues)
            yield word, Status.NEGATED if negated else status
        elif relation in ("dobj", "nsubjpass", "xcomp", "attr", "acomp", "prep"):
            own = _of_verb(sentence, head.i, cues)
            if own:
                yield own[1], own[0]
    elif head.pos == "NOUN" and relation == "acl" and word in cues.entitlements:
        yield word, Status.HYPOTHETICAL
    elif head.pos in ("NOUN", "PROPN") and word in cues.by_noun:
        is_none = any(k.lower in cues.negations for k in sentence.kids(head.i, "det", "neg"))
        yield word, Status.NEGATED if is_none else cues.by_noun[word]
    elif head.pos == "ADJ" and word in cues.by_adjective:
        yield word, cues.by_adjective[word]
