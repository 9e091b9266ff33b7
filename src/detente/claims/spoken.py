"""Acts that are done by saying something: who says that another broke the truce accuses him of it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from detente.claims.coding import CodedAct
from detente.claims.filling import is_political, once, recipients_at
from detente.claims.first_person import OwnVoice, Voice
from detente.claims.status import Standing, standing
from detente.claims.tenses import tense_of
from detente.claims.wording import LONGEST_CLAUSE, clause_span
from detente.domain.acts import ActType, Status
from detente.domain.days import Tense
from detente.domain.findings import Ground
from detente.domain.parties import Directed, Party
from detente.domain.spans import Span
from detente.mentions.find_acts import ActMention
from detente.rules.cues import StatusCues
from detente.text.parsed import Sentence

ASIDE = frozenset({"advcl", "relcl", "acl", "pcomp"})
"""The relations of clauses that are taken as known in what is said, not put forward."""

TO_ONE = frozenset({ActType.REQUEST, ActType.THREATEN, ActType.ACCUSE})
"""Acts that are done to him to whom they are said."""


def code_spoken(
    sentences: Sequence[Sentence],
    mentions: Iterable[ActMention],
    finder: OwnVoice,
    cues: StatusCues,
    told: Sequence[CodedAct],
) -> tuple[CodedAct, ...]:
    """The acts that lie in what is said, one of a type for each word, but for those that the telling names itself."""
    found: dict[tuple[int, int, str], CodedAct] = {}
    for mention in mentions:
        key = (mention.sentence, mention.trigger, mention.rule.type)
        if not mention.pattern.is_said or key in found:
            continue
        coded = _code(sentences[mention.sentence], mention, finder, cues)
        if coded and not any(_is_the_same(coded, other) for other in (*told, *found.values())):
            found[key] = coded
    return tuple(found.values())


def _code(sentence: Sentence, mention: ActMention, finder: OwnVoice, cues: StatusCues) -> CodedAct | None:
    voice = finder.voice_at(sentence.tokens[mention.trigger].span)
    if voice is None or not voice.parties or not _is_put_forward(sentence, mention.trigger, voice):
        return None
    stands = standing(sentence, mention.trigger, mention.clause, cues)
    parties = _parties(sentence, mention, finder, voice) if _is_so(sentence, mention, stands) else None
    if parties is None:
        return None
    told = () if parties.recipients or mention.rule.type not in TO_ONE else voice.addressees
    return CodedAct(
        mention=mention,
        type=mention.rule.type,
        mode=mention.rule.mode,
        parties=replace(parties, recipients=told) if told else parties,
        ground=Ground.ADDRESSEE if told else None,
        standing=Standing(Status.HAPPENED, stands.cue),
        clause=_with_speaker(sentence, clause_span(sentence, mention), voice),
    )


def _is_so(sentence: Sentence, mention: ActMention, stands: Standing) -> bool:
    """Whether the words have the status that the rule asks for; what is held likely to have been done is charged."""
    wanted = Status.NEGATED if mention.pattern.is_negated else mention.rule.only or Status.HAPPENED
    if wanted is not Status.HAPPENED or stands.status not in (Status.PLANNED, Status.HYPOTHETICAL):
        return stands.status is wanted
    is_open = any(k.tag == "MD" or k.lower == stands.cue for k in sentence.kids(mention.clause))
    return not is_open and tense_of(sentence, mention.clause) in (Tense.PAST, None)


def _is_put_forward(sentence: Sentence, trigger: int, voice: Voice) -> bool:
    """Whether a word is part of what is asserted: no question, no aside, no circumstance."""
    if any(token.text == "?" and voice.place.holds(token.span) for token in sentence.tokens):
        return False
    token = sentence.tokens[trigger]
    while (head := sentence.tokens[token.head]).i != token.i and voice.place.holds(head.span):
        if token.dep in ASIDE:
            return False
        token = head
    return True


def _parties(sentence: Sentence, mention: ActMention, finder: OwnVoice, voice: Voice) -> Directed | None:
    """The speaker's side, and the one of whom he speaks where the pattern has one."""
    own = {party.id for party in voice.parties}
    if mention.actors and own.isdisjoint(p.id for p in _meant(sentence, mention.actors, finder)):
        return None
    others = [p for p in _meant(sentence, mention.recipients, finder) if p.id not in own and is_political(p)]
    if mention.recipients and not any(p.id for p in others) and not mention.pattern.parts[0].is_optional:
        return None
    return Directed(voice.parties, once(p for p in others if p.id))


def _meant(sentence: Sentence, places: Iterable[int], finder: OwnVoice) -> list[Party]:
    return [p for i in places for p in recipients_at(sentence, i, finder, frozenset())]


def _with_speaker(sentence: Sentence, clause: Span, voice: Voice) -> Span:
    """The words of the act with him who speaks, where he stands in the same sentence."""
    speaker = voice.statement.speaker.span
    if speaker is None or not sentence.span.holds(speaker):
        return clause
    whole = clause.join(speaker)
    return whole if len(whole) <= LONGEST_CLAUSE else clause


def _is_the_same(coded: CodedAct, other: CodedAct) -> bool:
    """Whether another act tells this one: "accused Chad of arming rebels" is one accusation."""
    stands = other.standing
    is_not_done = coded.type is ActType.REJECT and stands.status is Status.NEGATED and stands.is_of_future
    return (
        (coded.type is other.type or is_not_done)
        and coded.mention.sentence == other.mention.sentence
        and {p.key for p in coded.parties.actors} == {p.key for p in other.parties.actors}
        and {p.key for p in coded.parties.recipients} <= {p.key for p in other.parties.recipients}
    )
