"""What a sentence says became of an act: happened, planned, hypothetical, demanded, negated."""

from dataclasses import dataclass

from detente.claims.announcing import is_announced
from detente.claims.embedding import embedded
from detente.claims.governing import Cue, governors, with_particle
from detente.claims.negating import negation_of_noun
from detente.claims.verb_status import is_conditional, status_of_verb
from detente.domain.acts import Status
from detente.rules.cues import StatusCues
from detente.text.parsed import Sentence


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
    is_foreseen: bool = False
    """Whether others expect it of him who would do it, who has not said so."""
    is_aim: bool = False
    """Whether nothing is told of it but that somebody aims at it, or speaks of it: "a battle to retake the town"."""
    is_shared: bool = False
    """Whether it is only done along with what has the status: "will sail home, firing rockets"."""
    wish: int | None = None
    """The verb by which one only wishes to do it oneself: "hopes to meet"."""


def standing(sentence: Sentence, trigger: int, clause: int, cues: StatusCues) -> Standing:
    """The status of the act named at `trigger`, whose tense and negation stand at `clause`."""
    clause = _where_it_takes_place(sentence, clause, cues)
    announced = is_announced(sentence, clause, cues)
    own = _own(sentence, trigger, clause, cues)
    if own:
        return _of_itself(sentence, clause, own, cues)
    carrier = with_particle(sentence, sentence.tokens[clause], cues)
    if trigger != clause and carrier in cues.carrying:
        return Standing(cues.by_verb[carrier], carrier, announced)
    first = next(governors(sentence, clause, cues), None)
    if first:
        return _as_governed(first, announced, cues)
    below = embedded(sentence, clause, cues)
    if below:
        return Standing(below.status, below.word, announced, is_aim=below.is_aim, is_shared=below.is_shared)
    return Standing(Status.HAPPENED, "", announced)


def _where_it_takes_place(sentence: Sentence, noun: int, cues: StatusCues) -> int:
    """The verb that says whether what a noun names took place, or the noun itself."""
    token = sentence.tokens[noun]
    is_subject = token.dep == "nsubj" and _is_noun(sentence, noun)
    return token.head if is_subject and sentence.tokens[token.head].lemma.lower() in cues.occurring else noun


def _own(sentence: Sentence, trigger: int, clause: int, cues: StatusCues) -> tuple[Status, str] | None:
    """What the words of the act itself say; what another only fears or guesses is no plan."""
    of_noun = trigger != clause or _is_noun(sentence, trigger)
    before = _of_noun(sentence, trigger, cues) if of_noun else None
    of_verb = status_of_verb(sentence, clause, cues)
    is_off = before is not None and of_verb is not None and of_verb[0] is Status.NEGATED
    own = of_verb if is_off else before or of_verb or _left_open(sentence, clause, cues)
    return (Status.HYPOTHETICAL, own[1]) if own and _is_feared(sentence, clause, own[0], cues) else own


def _left_open(sentence: Sentence, noun: int, cues: StatusCues) -> tuple[Status, str] | None:
    """What an adjective says that leaves open whether a thing comes: "a deal is close", "a visit remains possible"."""
    token = sentence.tokens[noun]
    if token.dep != "nsubj" or not _is_noun(sentence, noun):
        return None
    said = (k.lower for k in sentence.kids(token.head, "acomp", "oprd"))
    return next(((Status.HYPOTHETICAL, word) for word in said if word in cues.open_ended), None)


def _of_itself(sentence: Sentence, clause: int, own: tuple[Status, str], cues: StatusCues) -> Standing:
    status, word = own
    modals = [k.lower for k in sentence.kids(clause, "aux")]
    return Standing(
        status,
        word,
        is_announced(sentence, clause, cues),
        is_of_future=any(m in cues.conditional or cues.by_modal.get(m) is Status.PLANNED for m in modals),
        is_negation=status is Status.NEGATED and any(k.lower == word for k in sentence.kids(clause, "neg", "advmod")),
        is_owed=any(cues.by_modal.get(m) is Status.DEMANDED for m in modals),
        is_condition=is_conditional(sentence, clause, cues),
    )


def _as_governed(cue: Cue, announced: bool, cues: StatusCues) -> Standing:  # noqa: FBT001 - one of two plain facts
    intends = Status.PLANNED in (cues.by_verb.get(cue.word), cues.by_noun.get(cue.word))
    refused = cue.status is Status.NEGATED and intends and not cue.is_passive
    return Standing(
        cue.status,
        cue.word,
        announced,
        is_of_future=refused,
        is_negation=refused,
        is_decided=cue.status is Status.PLANNED and cue.word in cues.deciding,
        is_foreseen=cue.is_passive and cue.word in cues.foreseeing,
        wish=cue.wish,
    )


def _is_feared(sentence: Sentence, clause: int, own: Status, cues: StatusCues) -> bool:
    """Whether another only fears or guesses what "will" be: "they worry that Peru will arm Chile"."""
    token = sentence.tokens[clause]
    over = sentence.tokens[token.head].lemma.lower()
    return own is Status.PLANNED and token.dep == "ccomp" and cues.by_verb.get(over) is Status.HYPOTHETICAL


def _is_noun(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].pos in ("NOUN", "PROPN")


def _of_noun(sentence: Sentence, noun: int, cues: StatusCues) -> tuple[Status, str] | None:
    """What stands before a noun of action: "no talks", "planned talks", "possible strikes"."""
    none = negation_of_noun(sentence, noun, cues)
    if none:
        return Status.NEGATED, none
    adjectives = (k.lower for k in sentence.kids(noun, "amod"))
    return next(((cues.by_adjective[word], word) for word in adjectives if word in cues.by_adjective), None)
