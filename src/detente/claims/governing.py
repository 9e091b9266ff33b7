"""What the words over an act in its sentence say of its status: "plans to VISIT", "called for TALKS"."""

from collections.abc import Iterator
from dataclasses import dataclass

from detente.claims.negating import negation, negation_of_noun
from detente.claims.verb_status import VERBAL, status_of_verb
from detente.domain.acts import Status
from detente.mentions import clauses
from detente.rules.cues import StatusCues
from detente.text.parsed import Sentence, Token

REACH = 3
"""How many governing words over an act are asked: further up stands another matter (read by eye on 200 sentences)."""
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
    "advmod",
)
HELD = ("dobj", "nsubjpass", "xcomp", "attr", "acomp", "prep")
"""The relations over which a verb's own status reaches what it holds: "did not hold TALKS"."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word over an act, and what it says of it."""

    word: str
    status: Status
    wish: int | None = None
    """The verb by which one only wishes to do it oneself."""
    is_passive: bool = False
    """Whether others do what the word says: "is expected to attack", "no day was set for talks"."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One step up the sentence: the word below, its relation, and the word over it."""

    below: Token
    over: Token
    is_circumstance: bool
    """Whether a preposition lies below that only tells where: "did not raise it IN a call"."""


def governors(sentence: Sentence, clause: int, cues: StatusCues) -> Iterator[Cue]:
    """The cues over a clause, the nearest first."""
    is_beheld = False
    for step in _steps(sentence, clause, cues):
        for cue in _cues_at(sentence, step, cues):
            # "keen to see Peru sign" asks Peru to sign
            is_asked = is_beheld and cue.status in (Status.PLANNED, Status.HYPOTHETICAL)
            yield Cue(cue.word, Status.DEMANDED) if is_asked else cue
        is_beheld = is_beheld or (step.below.dep == "ccomp" and step.over.lemma.lower() in cues.beholding)


def _steps(sentence: Sentence, clause: int, cues: StatusCues) -> Iterator[_Step]:
    at, asked, is_circumstance = clause, 0, False
    while asked < REACH:
        token = sentence.tokens[at]
        if token.head == at or token.dep not in GOVERNING:
            return
        at = token.head
        over = sentence.tokens[at]
        if _is_adjunct(sentence, token, cues):
            if token.lower in cues.places:
                yield _Step(token, over, is_circumstance=True)
            return
        is_circumstance = is_circumstance or (token.lower in cues.places and over.pos == "NOUN")
        asked += token.dep != "conj" and over.pos != "ADP"
        if token.dep == "conj":
            continue
        if token.dep == "relcl" or (token.dep == "advcl" and not _is_called_for(sentence, token, over, cues)):
            return
        yield _Step(token, over, is_circumstance)


def _is_called_for(sentence: Sentence, verb: Token, over: Token, cues: StatusCues) -> bool:
    """Whether a clause that the parser took for a circumstance is what is asked: "called for talks to be resumed"."""
    is_for = any(k.lower in cues.of_others for k in sentence.kids(verb.i, "mark"))
    return is_for and (over.pos in VERBAL or over.pos == "ADJ")


def _is_adjunct(sentence: Sentence, preposition: Token, cues: StatusCues) -> bool:
    """Whether a preposition only tells the circumstances: "in a call with X, Y offered help" offers no call."""
    verb = sentence.tokens[preposition.head]
    if preposition.dep != "prep" or verb.pos not in VERBAL:
        return False
    if preposition.lower in cues.circumstances:
        return True
    if _takes_it(sentence, preposition, verb, cues):
        return False
    return preposition.i < verb.i or any(True for _ in sentence.kids(verb.i, "dobj", "nsubjpass"))


def _takes_it(sentence: Sentence, preposition: Token, verb: Token, cues: StatusCues) -> bool:
    """Whether a verb with an object takes a preposition, too: "accused of shelling", "a day was set for talks"."""
    if any(True for _ in sentence.kids(preposition.i, "pcomp")):
        return verb.lemma.lower() in cues.alleging | cues.purposes
    is_set_down = cues.by_verb.get(verb.lemma.lower()) is Status.PLANNED and clauses.is_passive(sentence, verb.i)
    return is_set_down and preposition.lower in cues.of_others


def _cues_at(sentence: Sentence, step: _Step, cues: StatusCues) -> Iterator[Cue]:
    """What the word over says of the one below."""
    own = _unfulfilled(sentence, step, cues) or _meant_for_oneself(sentence, step, cues)
    if own:
        yield own
    elif step.below.dep == "prep" and step.is_circumstance and _is_adjunct(sentence, step.below, cues):
        yield from _of_occasion(sentence, step.over, cues)
    elif step.over.pos in VERBAL:
        yield from _at_verb(sentence, step, cues)
    elif step.over.pos in ("NOUN", "PROPN"):
        yield from _at_noun(sentence, step, cues)
    elif step.over.pos in ("ADJ", "ADV"):
        yield from _at_adjective(sentence, step, cues)
    elif step.over.lower in cues.towards:
        yield Cue(step.over.lower, Status.HYPOTHETICAL)


def _of_occasion(sentence: Sentence, verb: Token, cues: StatusCues) -> Iterator[Cue]:
    """What is still to come where a verb tells only of what will be done there: "will raise it AT the talks"."""
    status = status_of_verb(sentence, verb.i, cues)
    if status and status[0] in (Status.PLANNED, Status.HYPOTHETICAL):
        yield Cue(status[1], status[0], is_passive=True)


def _at_noun(sentence: Sentence, step: _Step, cues: StatusCues) -> Iterator[Cue]:
    word = step.over.lemma.lower()
    if step.below.dep == "acl" and step.over.pos == "NOUN" and word in cues.entitlements:
        yield Cue(word, Status.HYPOTHETICAL)
    elif word in cues.by_noun:
        is_none = negation_of_noun(sentence, step.over.i, cues)
        yield Cue(word, Status.NEGATED if is_none else cues.by_noun[word])


def _at_adjective(sentence: Sentence, step: _Step, cues: StatusCues) -> Iterator[Cue]:
    """What "ready to", "not able to", "close to" and "short of" say."""
    head, word = step.over, step.over.lower
    status = Status.HYPOTHETICAL if word in cues.open_ended else cues.by_adjective.get(word)
    if word in cues.unfulfilled and step.below.dep == "prep":
        yield Cue(word, Status.NEGATED)
    elif status is not None and not _is_made_so(sentence, head):
        over = sentence.tokens[head.head]
        yield Cue(word, Status.NEGATED if over.pos in VERBAL and negation(sentence, over.i, cues) else status)


def _at_verb(sentence: Sentence, step: _Step, cues: StatusCues) -> Iterator[Cue]:
    head, relation = step.over, step.below.dep
    needed = _needed(sentence, step, cues)
    word = with_particle(sentence, head, cues)
    status = cues.by_verb.get(word)
    if needed:
        yield Cue(needed, Status.DEMANDED)
    elif status is not None and not (relation == "ccomp" and word in cues.utterance):
        yield _of_verb_over(sentence, step, word, status, cues)
    elif relation in HELD and head.lemma.lower() not in cues.presupposing:
        own = status_of_verb(sentence, head.i, cues)
        if own and not (own[0] is Status.NEGATED and step.is_circumstance):
            yield Cue(own[1], own[0])


def _of_verb_over(sentence: Sentence, step: _Step, word: str, status: Status, cues: StatusCues) -> Cue:
    """What a verb of planning, asking, fearing or refusing says of what it governs."""
    head = step.over
    is_passive = _is_said_by_others(sentence, head, cues)
    if negation(sentence, head.i, cues):
        return Cue(word, Status.NEGATED, is_passive=is_passive)
    if is_passive and word in cues.purposes:
        return Cue(word, Status.HYPOTHETICAL)
    if word in cues.deciding and _is_left_to_oneself(sentence, step):
        return Cue(word, Status.PLANNED)
    is_noun = step.below.pos == "ADP" or step.below.dep == "dobj"
    wish = head.i if word in cues.own and is_noun and not is_passive else None
    return Cue(word, status, wish, is_passive)


def _is_said_by_others(sentence: Sentence, verb: Token, cues: StatusCues) -> bool:
    """Whether a verb is passive, also without an auxiliary: "with Peru expected to sign"."""
    marks = [k.lower for k in sentence.kids(verb.i, "mark")]
    return clauses.is_passive(sentence, verb.i) or (verb.tag in ("VBN", "VBD") and not cues.attending.isdisjoint(marks))


def _is_left_to_oneself(sentence: Sentence, step: _Step) -> bool:
    """Whether one orders a thing to be done and nobody else to do it: "ordered that Peru be taken off the list"."""
    below = step.below
    has_agent = any(True for _ in sentence.kids(below.i, "agent"))
    return below.dep in ("ccomp", "xcomp") and clauses.is_passive(sentence, below.i) and not has_agent


def with_particle(sentence: Sentence, verb: Token, cues: StatusCues) -> str:
    """The verb as the cues have it: "put off", or "put"."""
    both = (f"{verb.lemma.lower()} {k.lower}" for k in sentence.kids(verb.i, "prt"))
    return next((word for word in both if word in cues.by_verb), verb.lemma.lower())


def _is_made_so(sentence: Sentence, adjective: Token) -> bool:
    """Whether an adjective tells what somebody makes of a thing: "make sure that"."""
    return adjective.dep == "ccomp" and sentence.tokens[adjective.head].pos == "VERB"


def _needed(sentence: Sentence, step: _Step, cues: StatusCues) -> str | None:
    """The adjective that calls for what hangs on its "is": "it is vital that Peru and Chile talk"."""
    if step.below.dep not in ("ccomp", "xcomp", "advcl", "csubj"):
        return None
    beside = sentence.kids(step.over.i, "acomp")
    return next((k.lower for k in beside if cues.by_adjective.get(k.lower) is Status.DEMANDED), None)


def _unfulfilled(sentence: Sentence, step: _Step, cues: StatusCues) -> Cue | None:
    """What the verb over an infinitive says not to have been done: "has yet to sign"."""
    if step.below.dep != "xcomp":
        return None
    beside = sentence.kids(step.over.i, "advmod")
    return next((Cue(k.lower, Status.NEGATED) for k in beside if k.lower in cues.unfulfilled), None)


def _meant_for_oneself(sentence: Sentence, step: _Step, cues: StatusCues) -> Cue | None:
    """What one wishes to do oneself, means to do, or is to do: "wants to meet", "he needs to meet", "is to meet"."""
    verb, head = step.below, step.over
    if verb.dep != "xcomp" or verb.tag != "VB" or any(True for _ in sentence.kids(verb.i, *clauses.SUBJECTS)):
        return None
    word = head.lemma.lower()
    if any(True for _ in sentence.kids(head.i, "dobj")) or negation(sentence, head.i, cues):
        return None
    if word in cues.own:
        return Cue(word, Status.HYPOTHETICAL, wish=head.i)
    is_his = word in cues.own_of_pronouns and any(k.tag == "PRP" for k in sentence.kids(head.i, "nsubj"))
    is_called = any(True for _ in sentence.kids(head.i, "attr"))  # "was the first state to sign"
    is_to_come = word in cues.to_come and not is_called and any(k.tag == "TO" for k in sentence.kids(verb.i, "aux"))
    return Cue(word, Status.PLANNED) if is_his or is_to_come else None
