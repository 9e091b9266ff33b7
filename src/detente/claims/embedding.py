"""What becomes of an act in a clause without a tense: "forced to LEAVE" has left, "on a mission to LEAVE" has not."""

from dataclasses import dataclass
from enum import Enum, auto

from detente.claims.verb_status import VERBAL, status_of_verb
from detente.domain.acts import Status
from detente.rules.cues import StatusCues
from detente.text.parsed import Sentence, Token

TENSED = ("VBD", "VBZ", "VBP", "MD")
NAMING = ("NOUN", "PROPN", "NUM", "PRON")
PASSED_ON = (Status.PLANNED, Status.HYPOTHETICAL, Status.DEMANDED)
"""What a verb hands down to what is done along with it: "will win by BOMBING"."""


class Fate(Enum):
    """What the word over a clause without a tense says of it."""

    TOLD = auto()
    """It has been done."""
    SHARED = auto()
    """It is as done as the word over it."""
    OPEN = auto()
    """Nothing is told of it: it is an aim, a topic, a means."""
    UNDONE = auto()
    """It has not been done."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """What the words over a clause without a tense say became of it."""

    status: Status
    word: str
    is_aim: bool = False
    """Whether nothing is told of it at all."""
    is_shared: bool = False
    """Whether it is only done along with what is planned or asked: "will sail home, FIRING rockets"."""


def embedded(sentence: Sentence, verb: int, cues: StatusCues) -> Embedded | None:
    """What the nearest word that tells says of a clause without a tense; None where it has been done."""
    at = verb
    while True:
        token = sentence.tokens[at]
        if token.pos not in VERBAL or token.head == at or _has_tense(sentence, at):
            return None
        over = sentence.tokens[token.head]
        if token.dep == "conj":
            at = over.i
            continue
        fate, word = _fate(sentence, token, cues)
        if fate is not Fate.SHARED:
            return _as_told(sentence, token, fate, word, cues)
        at = _sharing(sentence, over)
        own = status_of_verb(sentence, at, cues)
        if own and own[0] in PASSED_ON:
            return Embedded(own[0], own[1], is_shared=True)


def _as_told(sentence: Sentence, verb: Token, fate: Fate, word: str, cues: StatusCues) -> Embedded | None:
    if fate is Fate.TOLD:
        return None
    if fate is Fate.UNDONE:
        return Embedded(Status.NEGATED, word)
    noun = _noun_before(sentence, verb, cues)
    if noun:
        return Embedded(cues.by_noun[noun], noun)
    asked = _of_verb_far_over(sentence, verb, cues)
    return Embedded(asked, word) if asked else Embedded(Status.HYPOTHETICAL, word, is_aim=True)


def _has_tense(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has a tense of its own, or an infinitive tells the past: "is said TO HAVE FLED"."""
    auxiliaries = list(sentence.kids(verb, "aux", "auxpass"))
    return (
        sentence.tokens[verb].tag in TENSED
        or any(k.tag in TENSED for k in auxiliaries)
        or any(k.lower == "have" for k in auxiliaries)
    )


def _sharing(sentence: Sentence, over: Token) -> int:
    """The verb with which a clause shares its fate: the word over it, or the verb over that noun or preposition."""
    while over.pos not in VERBAL and over.head != over.i:
        over = sentence.tokens[over.head]
    return over.i


def _fate(sentence: Sentence, verb: Token, cues: StatusCues) -> tuple[Fate, str]:
    """What the word right over a verb without a tense says, and that word."""
    over = sentence.tokens[verb.head]
    word = over.lemma.lower()
    if verb.dep == "pcomp":
        return _after_preposition(sentence, over, cues)
    if verb.tag == "VB":
        noun = over if over.pos in NAMING else next(sentence.kids(over.i, "attr"), None)
        return (_of_noun(sentence, noun, cues) if noun else _of_infinitive(verb, over, cues)), word
    if verb.dep == "acl":
        is_held = verb.tag == "VBG" and over.dep == "dobj"
        return (Fate.SHARED if is_held else Fate.TOLD), word
    if verb.dep == "advcl":
        return _of_participle(sentence, verb, cues), word
    return (Fate.SHARED if verb.dep == "xcomp" and over.pos in VERBAL else Fate.TOLD), word


def _of_infinitive(verb: Token, over: Token, cues: StatusCues) -> Fate:
    """What a verb or adjective says of the infinitive under it: "managed to", "was quick to", "went to"."""
    word = over.lemma.lower()
    if over.pos not in VERBAL:
        return Fate.TOLD if word in cues.done_after else Fate.OPEN
    return Fate.SHARED if word in (cues.going if verb.dep == "advcl" else cues.implying | cues.going) else Fate.OPEN


def _of_noun(sentence: Sentence, noun: Token, cues: StatusCues) -> Fate:
    """What a noun says of the infinitive behind it: "the first to sign" has signed, "efforts to sign" tells nothing."""
    is_first = any(k.lower in cues.ordinals for k in (noun, *sentence.kids(noun.i, "amod", "nummod")))
    return Fate.TOLD if is_first or noun.lemma.lower() in cues.done_after else Fate.OPEN


def _of_participle(sentence: Sentence, verb: Token, cues: StatusCues) -> Fate:
    """What is done along with something: as done as that; but "as EXPECTED" tells of no act."""
    marks = {k.lower for k in sentence.kids(verb.i, "mark", "advmod")}
    if verb.tag != "VBG":
        return Fate.OPEN if marks & cues.remarking and not any(sentence.kids(verb.i, "dobj", "agent")) else Fate.TOLD
    return Fate.TOLD if any(True for _ in sentence.kids(verb.i, "mark")) else Fate.SHARED


def _after_preposition(sentence: Sentence, preposition: Token, cues: StatusCues) -> tuple[Fate, str]:
    """What a preposition and the word before it say of a gerund: "by BOMBING", "the idea of BOMBING"."""
    over = sentence.tokens[preposition.head]
    word, before = preposition.lower, over.lemma.lower()
    if before in cues.preventing and word in cues.sources:
        return Fate.UNDONE, before
    if before in cues.barring and word in cues.sources:
        return Fate.OPEN, before
    if word in cues.along_with:
        return (Fate.SHARED if over.pos in VERBAL else Fate.TOLD), before
    if before in cues.done_after:
        return Fate.TOLD, before
    if word in cues.open_before or (over.pos not in VERBAL and word in cues.open_after_nouns):
        return Fate.OPEN, before
    return Fate.TOLD, before


def _of_verb_far_over(sentence: Sentence, verb: Token, cues: StatusCues) -> Status | None:
    """What a verb of planning or asking says of a clause that the parser took for an aim: "vowed on Monday TO FIRE"."""
    status = cues.by_verb.get(sentence.tokens[verb.head].lemma.lower())
    if verb.tag != "VB" or verb.dep not in ("advcl", "ccomp"):
        return None
    has_object = any(True for _ in sentence.kids(verb.head, "dobj"))
    return None if has_object and status is not Status.DEMANDED else status


def _noun_before(sentence: Sentence, verb: Token, cues: StatusCues) -> str | None:
    """The noun of planning that a clause belongs to where the parser hung it higher: "a plan, told today, TO FIRE"."""
    over = sentence.tokens[verb.head]
    first = min((k.i for k in sentence.kids(verb.i, "aux") if k.tag == "TO"), default=0)
    near = [sentence.tokens[first - 1]] if first else []
    near += [sentence.tokens[over.head]] if over.dep == "acl" else []
    return next((k.lemma.lower() for k in near if k.pos == "NOUN" and k.lemma.lower() in cues.by_noun), None)
