"""Those behind an act that is told before and taken up by a noun: "Rome hailed THE MOVE", "tightened THE CURBS"."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from detente.claims.coding import CodedAct
from detente.claims.course import Course
from detente.claims.denying import ALLEGE
from detente.claims.filling import once, sole
from detente.claims.inside import objects_of
from detente.claims.named_before import SPEAKING_OF, named_before
from detente.domain.acts import ActType, Status
from detente.domain.findings import Ground
from detente.domain.parties import Directed, Joint, Party, powers
from detente.mentions import clauses
from detente.rules.anaphora import Anaphora
from detente.text.parsed import Sentence

NEAR = 2
"""How many sentences back "the move" may point; further back readers lose it, too."""
LEAD = 2
"""How many sentences open a report, its title among them: what they tell is what the report is about."""
REACTIONS = SPEAKING_OF | {ActType.CONCEDE, ActType.RETREAT}
"""Acts whose object may be another's act."""
AGAINST = frozenset({ActType.ACCUSE, ActType.REJECT, ActType.PROTEST})
"""Reactions of him whom an act hit, before all others."""
MEASURES = frozenset({ActType.SANCTION, ActType.COERCE, ActType.THREATEN, ActType.MOBILIZE})
"""Acts that can be taken back."""
WELCOME = frozenset(
    {ActType.AGREE, ActType.CONSULT, ActType.CONCEDE, ActType.COOPERATE, ActType.AID, ActType.RETREAT, ActType.SUPPORT}
)
"""Acts that are welcomed before all others."""
ASKING = frozenset({ActType.REQUEST})
ANSWERS = frozenset({ActType.AGREE})
BY = "by"
EXPEL = "expel"
"""The mode of measures against a state's envoys."""
KIN = 4
"""How many letters a noun shares with the verb that it is made of: "closure" and "close"."""
SET_BESIDE = ("appos", "npadvmod", "dobj", "attr")
"""How "a move" hangs on the clause that it sums up: "closed the border, A MOVE that Rome condemned"."""


@dataclass(frozen=True, slots=True)
class _Told:
    """An act told before, and who is behind it for him who reacts."""

    act: CodedAct
    behind: tuple[Party, ...]


def taken_up(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """Those behind the act before that the object of this one takes up; what is welcomed is seldom a blow."""
    sentence = course.sentence_of(act)
    objects = objects_of(sentence, act)
    within = [k for i in objects for k in clauses.prepositional(sentence, i, ("of",))]
    return next((found for i in (*objects, *within) if (found := _taken_up_by(course, act, i))), ())


def _taken_up_by(course: Course, act: CodedAct, i: int) -> tuple[Party, ...]:
    """Those behind what one noun takes up."""
    sentence = course.sentence_of(act)
    noun = sentence.tokens[i].lemma.lower()
    if act.type in REACTIONS and _sums_up(sentence, i, act, course.anaphora):
        return _in_this_sentence(course, act)
    if _is_taken_by(act, noun, course.anaphora) and takes_up(sentence, i, course.anaphora):
        told = _told_before(course, act, noun)
        named = [one for one in told if _is_named(course.sentence_of(one.act), one.act, noun)]
        if not named and act.type in SPEAKING_OF:
            found = named_before(course, act, i)
            if found:
                return found
        return _best(act, told, noun, course) or _charged(course, act, noun) or _between(course, act, noun)
    return named_before(course, act, i) if act.type in SPEAKING_OF else ()


def _between(course: Course, act: CodedAct, noun: str) -> tuple[Party, ...]:
    """The two of whom a report is, for what only several do together: "opposes THE RAPPROCHEMENT"."""
    if noun not in course.anaphora.of_several:
        return ()
    own = {p.id for p in act.parties.actors}
    return tuple(p for p in course.two if p.id not in own)


def takes_up(sentence: Sentence, i: int, anaphora: Anaphora) -> bool:
    """Whether a noun speaks of an act told before."""
    token = sentence.tokens[i]
    if token.pos == "PRON":
        return token.lower in anaphora.pronouns
    if not anaphora.names_acts(token.lemma.lower()):
        return False
    if token.lemma.lower() in anaphora.nouns_by_kind["undoing"] and any(True for _ in sentence.kids(i, "poss")):
        return True
    if token.lemma.lower() in anaphora.of_several and token.tag == "NNS" and token.dep == "pobj":
        return not any(True for _ in sentence.kids(i, "det", "poss", "prep"))  # "the pace of talks"
    return any(k.lower in anaphora.determiners for k in sentence.kids(i, "det")) and not _has_doers(sentence, i)


def _has_doers(sentence: Sentence, i: int) -> bool:
    """Whether a noun tells itself who did what it names: "the answer by its allies"."""
    return any(k.lower == BY for k in sentence.kids(i, "prep"))


def _is_taken_by(act: CodedAct, noun: str, anaphora: Anaphora) -> bool:
    """Whether an act of this type may take up what the noun names: one asks for a release, accepts an offer."""
    if act.type in ASKING:
        return noun in anaphora.nouns_by_kind["undoing"]
    return act.type in REACTIONS or (act.type in ANSWERS and noun in anaphora.nouns_by_kind["offers"])


def _sums_up(sentence: Sentence, i: int, act: CodedAct, anaphora: Anaphora) -> bool:
    """Whether a reaction is told in a relative clause on what the clause before it says."""
    trigger = sentence.tokens[act.mention.trigger]
    if trigger.dep not in ("relcl", "acl") or trigger.head != i:
        return False
    token = sentence.tokens[i]
    is_new = any(k.lower not in anaphora.determiners for k in sentence.kids(i, "det"))
    if is_new and token.dep in SET_BESIDE and anaphora.names_acts(token.lemma.lower()):
        return True
    after = sentence.tokens[i + 1 : i + 3]
    return trigger.dep == "relcl" and [k.lower for k in after[:1]] == [","] and [k.tag for k in after[1:]] == ["WDT"]


def _in_this_sentence(course: Course, act: CodedAct) -> tuple[Party, ...]:
    for one in course.before(act, 0):
        if _is_told(one):
            return _behind(act, one, is_of_several=False)
    return ()


def _told_before(course: Course, act: CodedAct, noun: str) -> list[_Told]:
    """The acts of the sentences before that a noun can name, with those behind them."""
    words, here = course.anaphora, act.mention.sentence
    types = words.types_by_noun.get(noun)
    found = []
    for one in course.done:
        is_joint = len(powers(one.parties)) > 1 and isinstance(one.parties, Joint)
        if one.mention.sentence > here or not _is_told(one) or (noun in words.of_one and is_joint):
            continue
        if (
            _is_reaction(one, types)
            or (noun in words.of_several and _is_praise(one))
            or (types is not None and not types & {one.type, one.promise})
        ):
            continue
        behind = _behind(act, one, is_of_several=noun in words.of_several)
        if behind:
            found.append(_Told(one, behind))
    return found


def _is_told(one: CodedAct) -> bool:
    return one.standing.status in (Status.HAPPENED, Status.PLANNED)


def _is_reaction(one: CodedAct, types: Collection[ActType] | None) -> bool:
    """Whether an act is but a word about another, which "the move" never names, and "the criticism" does."""
    if one.type in (ActType.ACCUSE, ActType.REJECT):
        return types is None
    return one.type is ActType.SUPPORT and one.ground is Ground.TAKEN_UP


def _is_praise(one: CodedAct) -> bool:
    """Whether one only speaks for another, which is nothing that several do together."""
    return one.type is ActType.SUPPORT and isinstance(one.parties, Directed)


def _behind(act: CodedAct, one: CodedAct, *, is_of_several: bool) -> tuple[Party, ...]:
    """Those who did an act, but him who reacts; of what one did alone he is not told to think anything."""
    own = act.actor_keys
    doers = tuple(p for p in one.parties.actors if p.is_power)
    if is_of_several:
        doers = once(p for p in (*doers, *one.parties.recipients) if p.is_power)
    is_joint = is_of_several or isinstance(one.parties, Joint)
    if len(doers) < 1 + is_of_several or (not is_joint and own & {p.key for p in doers}):
        return ()
    return tuple(p for p in doers if p.key not in own)


def _best(act: CodedAct, told: Sequence[_Told], noun: str, course: Course) -> tuple[Party, ...]:
    """Those behind the act that is meant: by its name, by whom it hit, by how near it is, by what a report is about."""
    kinds = [told]
    if act.type is ActType.SUPPORT and noun not in course.anaphora.types_by_noun:
        kinds = [[one for one in told if one.act.type in WELCOME], told]
    for kind in kinds:
        for test in _tests(act, noun, course):
            fitting = [one.behind for one in kind if test(one.act)]
            if fitting:
                return fitting[-1]
    behind = {tuple(sorted(p.key for p in one.behind)) for one in told}
    return told[-1].behind if len(behind) == 1 else ()


def _charged(course: Course, act: CodedAct, noun: str) -> tuple[Party, ...]:
    """The one who is charged with a deed that is told as another's word alone: "condemned THE INCURSION"."""
    if act.type is not ActType.ACCUSE or noun not in course.anaphora.nouns_by_kind["blows"]:
        return ()
    own = act.actor_keys
    charges = [one for one in course.done if one.type is ActType.ACCUSE and one.mode == ALLEGE]
    charged = once(p for one in charges for p in one.parties.recipients if p.is_power)
    return charged if len(charged) == 1 and own.isdisjoint(p.key for p in charged) else ()


def _tests(act: CodedAct, noun: str, course: Course) -> Iterator[Callable[[CodedAct], bool]]:
    """What the act that is meant may be known by, the surest sign first."""
    own = act.actor_keys

    def is_near(one: CodedAct) -> bool:
        return act.mention.sentence - one.mention.sentence <= NEAR

    def hits(one: CodedAct) -> bool:
        hit = one.parties.actors if isinstance(one.parties, Joint) else one.parties.recipients
        return bool(own & {p.key for p in hit})

    def is_lead(one: CodedAct) -> bool:
        return one.mention.sentence < LEAD

    yield lambda one: _is_named(course.sentence_of(one), one, noun)
    yield lambda one: is_near(one) and hits(one)
    if act.type in AGAINST:
        yield lambda one: is_lead(one) and hits(one)
    yield is_near
    yield is_lead


def _is_named(sentence: Sentence, one: CodedAct, noun: str) -> bool:
    """Whether a noun is of one family with a word that names an act: "the closure" after "closed"."""
    words = {sentence.tokens[i].lemma.lower() for i in (one.mention.trigger, *one.mention.parts)}
    return noun in words or any(len(word) >= KIN and noun[:KIN] == word[:KIN] for word in words)


def hit_before(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """Those whom the same measure of the same actor hit where it was named before, "the curbs" after "curbs on"."""
    sentence = course.sentence_of(act)
    definite = {
        sentence.tokens[i].lemma.lower()
        for i in objects_of(sentence, act)
        if sentence.tokens[i].pos == "NOUN" and any(k.dep in ("det", "poss") for k in sentence.kids(i, "det", "poss"))
    }
    own = act.actor_keys
    for earlier in course.before(act):
        if earlier.actor_keys != own or not definite:
            continue
        there = course.sentence_of(earlier)
        named = {there.tokens[i].lemma.lower() for i in objects_of(there, earlier)}
        hit = tuple(p for p in earlier.parties.recipients if p.is_power)
        if hit and named & definite:
            return hit
    return ()


def league(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """Those whose coming together the actor has just blamed, or of whom the report is: "opposed CLOSED CIRCLES"."""
    sentence = course.sentence_of(act)
    named = {token.lemma.lower() for token in sentence.subtree(act.mention.trigger)}
    if act.type not in AGAINST or not named & course.anaphora.leagues:
        return ()
    own = {p.id for p in act.parties.actors}
    for earlier in course.before(act, NEAR):
        blamed = tuple(p for p in earlier.parties.recipients if p.is_power)
        if earlier.type in AGAINST and len(blamed) > 1 and own == {p.id for p in earlier.parties.actors}:
            return blamed
    return course.two if own.isdisjoint(p.id for p in course.two) else ()


def expelled_before(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """Whose envoys the actor expels in the report, where they are those of one state alone: "the expelled STAFF"."""
    if act.mode != EXPEL:
        return ()
    own = {p.id for p in act.parties.actors}
    same = [one for one in course.acts if one.mode == EXPEL and own == {p.id for p in one.parties.actors}]
    return sole(once(p for one in same for p in one.parties.recipients if p.is_power))


def undone(course: Course, act: CodedAct) -> tuple[Party, ...]:
    """Those whom the actor's own latest measure hit, which he takes back: "suspended aid to Peru, then lifted it"."""
    sentence = course.sentence_of(act)
    if not any(takes_up(sentence, i, course.anaphora) for i in objects_of(sentence, act)):
        return ()
    own = {p.id for p in act.parties.actors}
    for earlier in course.before(act):
        hit = tuple(p for p in earlier.parties.recipients if p.is_power)
        if earlier.type in MEASURES and hit and own == {p.id for p in earlier.parties.actors}:
            return hit
    return ()
