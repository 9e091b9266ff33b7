"""What becomes of acts by who tells of them: onlookers' views are no acts, and what another must do is asked of him."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from detente.claims.announcing import sayers
from detente.claims.coding import CodedAct
from detente.claims.first_person import OwnVoice
from detente.claims.tenses import tense_of
from detente.domain.acts import SAID, ActType, Status
from detente.domain.days import Tense
from detente.domain.parties import Directed
from detente.mentions import clauses
from detente.rules.cues import StatusCues
from detente.text.parsed import Sentence

BY_WORDS = SAID | {ActType.CONSULT}
"""What onlookers can do, too, for whom it is no act: they praise, blame, ask and warn for a living."""
THOUGHT = ("ccomp", "parataxis")
"""The relations of a clause to the verb that gives it as somebody's word or thought."""
REACH = 4
"""How many verbs over an act are asked whose word it is."""


def hear(
    told: Iterable[CodedAct], sentences: Sequence[Sentence], finder: OwnVoice, cues: StatusCues
) -> tuple[CodedAct, ...]:
    """The acts without onlookers' views, what others must do turned into the speaker's request."""
    return tuple(
        _as_asked(act, sentences[act.mention.sentence], finder)
        for act in told
        if not _is_view(act, sentences[act.mention.sentence], finder, cues)
    )


def _is_view(act: CodedAct, sentence: Sentence, finder: OwnVoice, cues: StatusCues) -> bool:
    """Whether an onlooker does it by his words alone, or only expects, advises, fears or judges it."""
    own = (*act.mention.actors, *act.mention.parties)
    if act.type in BY_WORDS and own and not any(p.is_power for p in act.parties.actors):
        return any(_is_onlooker(sentence, i, cues) for i in own)
    if act.standing.status is not Status.NEGATED and tense_of(sentence, act.mention.clause) in (Tense.PAST, None):
        return False
    if any(_is_onlooker(sentence, i, cues) for i in _thinkers(sentence, act.mention.clause, cues)):
        return True
    voice = finder.voice_at(sentence.tokens[act.mention.trigger].span)
    role = voice.statement.speaker.role if voice else None
    return role is not None and not cues.onlookers.isdisjoint(role.lower().replace(",", " ").split())


def _thinkers(sentence: Sentence, clause: int, cues: StatusCues) -> Iterator[int]:
    """Those whose word or thought a clause is, the nearest first."""
    yield from sayers(sentence, clause, cues)
    at = clause
    for _ in range(REACH):
        token = sentence.tokens[at]
        if token.head == at:
            return
        at = token.head
        if token.dep in THOUGHT and token.pos in ("VERB", "AUX"):
            yield from clauses.surface_subject(sentence, at)


def _is_onlooker(sentence: Sentence, i: int, cues: StatusCues) -> bool:
    """Whether a noun, or what stands beside a name, is for one who only watches: "analyst Ali Khan"."""
    beside = [sentence.tokens[i], *sentence.kids(i, "appos", "compound", "nmod")]
    return any(t.lemma.lower() in cues.onlookers or t.lower in cues.onlookers for t in beside)


def _as_asked(act: CodedAct, sentence: Sentence, finder: OwnVoice) -> CodedAct:
    """What another must do, as a demand of the power that says so: "the troops must leave, the premier said"."""
    voice = finder.voice_at(sentence.tokens[act.mention.trigger].span) if act.standing.is_owed else None
    if voice is None or not voice.parties:
        return act
    own = {party.id for party in voice.parties}
    asked = tuple(p for p in act.parties.actors if p.is_power)
    if not asked or any(p.id in own for p in asked):
        return act
    return replace(
        act,
        type=ActType.REQUEST,
        mode=None,
        parties=Directed(voice.parties, asked),
        standing=replace(act.standing, status=Status.HAPPENED),
    )
