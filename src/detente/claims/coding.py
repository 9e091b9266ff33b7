"""From the fit of a rule to a claim: its parties, its words, its status, and what PLOVER makes of the future."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from detente.claims.filling import ARMED, Key, PartyFinder, is_done_to_oneself, parties_of
from detente.claims.status import Standing, standing
from detente.claims.unsaid import parties_unsaid
from detente.claims.wishing import of_one_side
from detente.claims.wording import clause_span, complement_span
from detente.domain.acts import SAID, ActType, Status
from detente.domain.findings import Ground
from detente.domain.parties import Directed, Parties, Party, PartyKind
from detente.domain.spans import Span
from detente.mentions.find_acts import ActMention
from detente.rules.acts import ActRule
from detente.rules.cues import StatusCues
from detente.text.parsed import Sentence

__all__ = ["CodedAct", "PartyFinder", "after_status", "code_acts"]

PROMISED = frozenset({ActType.CONSULT, ActType.SUPPORT, ActType.COOPERATE, ActType.AID, ActType.AGREE})
"""What is AGREE while it is still to come (PLOVER 2.0)."""
CONCEDED = frozenset({ActType.RETREAT, ActType.CONCEDE})
"""What is CONCEDE while it is still to come."""
THREATENED = frozenset({ActType.SANCTION, ActType.COERCE, ActType.ASSAULT, ActType.MOBILIZE, ActType.PROTEST})
"""What is THREATEN while he who would do it says so, and denied when he says that he has not done it."""
PROMISED_AS_SUCH = frozenset({ActType.THREATEN, ActType.CONCEDE})
"""What has happened when it is announced: who says that he will respond threatens, who will delay gives way."""
REFUSED = PROMISED | CONCEDED
"""What is REJECT when he who was to do it says that he will not."""
CHARGED_WITH = ("of", "as")
"""The prepositions that lead to what one is charged with."""
PRESS = "JRN"
ORGANS = frozenset({"MIL", "COP", "LEG", "JUD", "SPY"})
"""PLOVER's sectors of a state's organs beside its government."""
GOVERNING = frozenset({"GOV"})
"""The sector of governments."""
PLURAL = ("NNS", "NNPS")


@dataclass(frozen=True, slots=True)
class CodedAct:
    """An act as one clause tells it, before it has a day and a report around it."""

    mention: ActMention
    type: ActType
    mode: str | None
    parties: Parties
    standing: Standing
    clause: Span
    promise: ActType | None = None
    """What is promised, threatened or refused, where the act is the word about it."""
    ground: Ground | None = None
    """Why the recipient is taken for it, where the clause does not name one."""

    @property
    def rule(self) -> ActRule:
        """The rule that fired."""
        return self.mention.rule

    @property
    def actor_keys(self) -> frozenset[Key]:
        """By what those who act are known."""
        return frozenset(p.key for p in self.parties.actors)

    @property
    def is_bare(self) -> bool:
        """Whether a noun alone tells of the act, as of a thing known."""
        return self.mention.pattern.is_noun and not self.mention.is_carried


def code_acts(
    sentences: Sequence[Sentence],
    mentions: Iterable[ActMention],
    finder: PartyFinder,
    cues: StatusCues,
    two: tuple[Party, ...],
) -> tuple[CodedAct, ...]:
    """The acts of a report, one for each word that names one, those inside a promise or demand left to it."""
    by_trigger: dict[tuple[int, int], list[ActMention]] = defaultdict(list)
    for mention in mentions:
        if not mention.pattern.is_said:
            by_trigger[mention.sentence, mention.trigger].append(mention)
    found: list[CodedAct] = []
    for sentence_index, trigger in sorted(by_trigger):
        sentence = sentences[sentence_index]
        fitting = sorted(by_trigger[sentence_index, trigger], key=lambda m: m.is_open)
        own = {m.rule.id for m in fitting if is_done_to_oneself(sentence, m, finder)}
        fitting = [m for m in fitting if m.rule.id not in own or _is_done_to_others(sentence, m, finder)]
        coded = (_code(sentence, mention, finder, (two, cues)) for mention in fitting)
        found += _best(one for one in coded if one)
    found = [coded for coded in found if not _is_told_by_its_verb(coded, found)]
    return tuple(one for coded in _without_the_governed(found, sentences) for one in _each(sentences, coded))


def _is_done_to_others(sentence: Sentence, mention: ActMention, finder: PartyFinder) -> bool:
    return bool(mention.recipients) and not is_done_to_oneself(sentence, mention, finder)


def _best(coded: Iterator[CodedAct]) -> list[CodedAct]:
    """The first of several fits, or one that knows whom the same act hits: "warned CHAD of raids", not "of RAIDS"."""
    first = next(coded, None)
    if first is None:
        return []
    if not _hits_a_stranger(first):
        return [first]
    same = (one for one in coded if one.rule is first.rule and isinstance(one.parties, Directed))
    return [next((one for one in same if any(p.is_power for p in one.parties.recipients)), first)]


def _hits_a_stranger(coded: CodedAct) -> bool:
    parties = coded.parties
    is_done_to_some = isinstance(parties, Directed) and bool(parties.recipients or coded.mention.recipients)
    return is_done_to_some and not any(p.id for p in parties.recipients)


def after_status(rule: ActRule, stands: Standing) -> tuple[ActType, Status, ActType | None]:
    """PLOVER's rule for what is yet to come: the type, the status, and what is promised if it is a promise."""
    type_ = rule.type
    if stands.wish is not None and type_ in PROMISED:
        return ActType.AGREE, Status.HAPPENED, type_
    if stands.status is Status.PLANNED:
        return _after_plan(rule, stands)
    if stands.status is Status.NEGATED and stands.is_negation and not stands.is_owed:
        if type_ in REFUSED and stands.is_of_future:
            return ActType.REJECT, Status.HAPPENED, type_
        if type_ in THREATENED and stands.is_announced and not stands.is_of_future:
            return ActType.REJECT, Status.HAPPENED, type_
    return type_, stands.status, None


def _after_plan(rule: ActRule, stands: Standing) -> tuple[ActType, Status, ActType | None]:
    """What is planned as a promise or threat, or as what its words already do; foreseen by others it is neither."""
    type_ = rule.type
    if stands.is_foreseen and type_ in THREATENED:
        return type_, Status.HYPOTHETICAL, None
    if rule.is_done_by_words and stands.is_announced and stands.is_of_future:
        return type_, Status.HAPPENED, None
    if stands.is_decided and type_ is ActType.SANCTION:
        return type_, Status.HAPPENED if rule.is_done_by_words else Status.PLANNED, None
    future = rule.future or _future(type_)
    if future is ActType.THREATEN and type_ is ActType.SANCTION and not stands.is_announced:
        return type_, Status.PLANNED, None  # a measure in preparation, by nobody's threat
    if future is not type_ or type_ in PROMISED_AS_SUCH:
        return future, Status.HAPPENED if stands.is_announced else Status.PLANNED, type_
    return type_, Status.PLANNED, None


def _future(type_: ActType) -> ActType:
    if type_ in PROMISED:
        return ActType.AGREE
    if type_ is ActType.RETREAT:
        return ActType.CONCEDE
    return ActType.THREATEN if type_ in THREATENED else type_


def _code(
    sentence: Sentence, mention: ActMention, finder: PartyFinder, around: tuple[Sequence[Party], StatusCues]
) -> CodedAct | None:
    stands = standing(sentence, mention.trigger, mention.clause, around[1])
    if _is_done_all_the_same(mention.rule, stands, around[1]):
        stands = replace(stands, status=Status.HAPPENED)
    if stands.is_condition or stands.is_aim or _is_mere_ability(sentence, mention, stands, around[1]):
        return None
    if _is_ill_liked(sentence, mention, stands, around[1]):
        return None
    parties = parties_of(sentence, mention, finder)
    if parties is None and mention.is_open:
        parties = parties_unsaid(sentence, mention, stands, finder, around)
    if parties is None or _is_no_act_between(sentence, mention.rule, parties):
        return None
    stood = _as_the_rule_says(sentence, mention, stands, around[1])
    if stood is None:
        return None
    wished = of_one_side(sentence, parties, stood, finder)
    if wished is None:
        stood = replace(stood, wish=None)
    type_, status, promise = after_status(mention.rule, stood)
    return CodedAct(
        mention=mention,
        type=type_,
        mode=mention.rule.mode if promise is None else None,
        parties=wished or parties,
        standing=replace(stood, status=status),
        clause=clause_span(sentence, mention),
        promise=promise,
    )


def _is_done_all_the_same(rule: ActRule, stands: Standing, cues: StatusCues) -> bool:
    """Whether one has done it now: "will expel the envoy, ACCUSING him of lies", "tried to BLOW UP the bridge"."""
    if stands.is_shared and rule.type in SAID:
        return True
    return stands.status is Status.HYPOTHETICAL and stands.cue in cues.attempting and rule.type in THREATENED


def _is_mere_ability(sentence: Sentence, mention: ActMention, stands: Standing, cues: StatusCues) -> bool:
    """Whether one only can, may by right or seems to do it; who "appears to have done" it is told to have."""
    if stands.cue in cues.alleging:
        return True
    is_done = any(k.lower == "have" for k in sentence.kids(mention.clause, "aux"))
    return stands.status is Status.HYPOTHETICAL and stands.cue in cues.abilities | cues.entitlements and not is_done


def _is_ill_liked(sentence: Sentence, mention: ActMention, stands: Standing, cues: StatusCues) -> bool:
    """Whether one only says what should not have been, or speaks against it: "warned them against travelling"."""
    token = sentence.tokens[mention.clause]
    is_rued = stands.is_owed and any(k.lower == "have" for k in sentence.kids(token.i, "aux"))
    return is_rued or (token.dep == "pcomp" and sentence.tokens[token.head].lower in cues.opposing)


def _as_the_rule_says(sentence: Sentence, mention: ActMention, stands: Standing, cues: StatusCues) -> Standing | None:
    """The standing that the words of a rule have; None where they do not mean its act in that standing."""
    rule = mention.rule
    if mention.pattern.is_negated and not _is_refused(sentence, mention.trigger, stands, cues):
        return None
    if mention.pattern.is_negated and stands.status is Status.NEGATED:
        stands = replace(stands, status=Status.HAPPENED)
    if _is_threatened(sentence, mention, stands, cues):
        stands = replace(stands, status=Status.PLANNED, is_of_future=True)
    if _is_only_announced(sentence, mention, stands, cues):
        stands = replace(stands, status=Status.PLANNED, is_announced=True, is_of_future=True)
    if rule.only not in (None, stands.status):
        return None
    if rule.status and (rule.only or stands.status is Status.HAPPENED):
        return Standing(rule.status, "", stands.is_announced)
    return stands


def _is_only_announced(sentence: Sentence, mention: ActMention, stands: Standing, cues: StatusCues) -> bool:
    """Whether a noun of action is only what is announced: "announced talks", "announced the withdrawal of troops"."""
    carrier = sentence.tokens[mention.clause].lemma.lower()
    is_carried = mention.pattern.is_noun and mention.clause != mention.trigger
    is_to_come = is_carried and carrier in cues.utterance and stands.status is Status.HAPPENED
    return is_to_come and mention.rule.type in (ActType.CONSULT, ActType.RETREAT)


def _is_threatened(sentence: Sentence, mention: ActMention, stands: Standing, cues: StatusCues) -> bool:
    """Whether one says what he will do if: the condition is what makes it a threat."""
    if stands.status is not Status.HYPOTHETICAL or stands.cue not in cues.conditions or not stands.is_announced:
        return False
    rule = mention.rule
    if rule.type is ActType.THREATEN:
        return rule.only is Status.PLANNED
    over = sentence.tokens[sentence.tokens[mention.clause].head].lemma.lower()
    is_own = any(sentence.tokens[i].tag == "PRP" for i in mention.actors)
    return rule.type in THREATENED and over in cues.threats and is_own


def _is_refused(sentence: Sentence, verb: int, stands: Standing, cues: StatusCues) -> bool:
    """Whether one says that he will not; who "should not stop", or "will not only stop", does not refuse to stop."""
    is_asked = any(cues.by_modal.get(k.lower) is Status.DEMANDED for k in sentence.kids(verb, "aux"))
    return not is_asked and stands.status is not Status.PLANNED


def _is_no_act_between(sentence: Sentence, rule: ActRule, parties: Parties) -> bool:
    """Whether the words of a rule tell of no such act between these parties."""
    if rule.type is ActType.AID and _serves_oneself(parties):
        return True
    if rule.type is ActType.REQUEST and (_is_told_to_the_press(parties) or _instructs_its_own(parties)):
        return True
    if rule.is_figure_for_states and any(p.is_power and not p.via for p in parties.recipients):
        return True
    return rule.is_figure_for_persons and _is_between_persons(sentence, parties)


def _serves_oneself(parties: Parties) -> bool:
    """Whether all for whom something is done are the actor's own: to guard one's citizens aids nobody else."""
    own = {party.id for party in parties.actors if party.id}
    return bool(parties.recipients) and all(party.id in own for party in parties.recipients)


def _is_told_to_the_press(parties: Parties) -> bool:
    """Whether one speaks to newspapers alone: what one tells them is said to their readers."""
    return bool(parties.recipients) and all(p.sector == PRESS for p in parties.recipients)


def _instructs_its_own(parties: Parties) -> bool:
    """Whether one who acts for a state turns to its own organs: "told the army to guard the dam"."""
    own = {party.id for party in parties.actors if party.kind is PartyKind.STATE}
    if len(own) != 1 or len(parties.actors) > 1:
        return False
    speaks_for_it = parties.actors[0].sector in (None, *GOVERNING)
    inner = ORGANS if speaks_for_it else ORGANS | GOVERNING
    return bool(parties.recipients) and all(
        party.sector in (inner if party.id is None else ORGANS | GOVERNING) and party.id in (None, *own)
        for party in parties.recipients
    )


def _is_between_persons(sentence: Sentence, parties: Parties) -> bool:
    """Whether single holders of offices face each other: a premier clashes with a minister in words."""
    sides = (*parties.actors, *parties.recipients)
    many = {token.end for token in sentence.tokens if token.tag in PLURAL}
    return len(sides) > 1 and all(
        p.via and p.role and p.sector not in ARMED and p.span and p.span.end not in many for p in sides
    )


def _is_told_by_its_verb(coded: CodedAct, found: list[CodedAct]) -> bool:
    """Whether a noun's act is the one of the verb that carries it: "imposed curbs" is one act."""
    mention = coded.mention
    if not mention.pattern.is_noun:
        return False
    same = [c for c in found if c.mention.sentence == mention.sentence and c is not coded]
    return any(c.mention.trigger == mention.clause or mention.trigger in c.mention.parts for c in same)


def _each(sentences: Sequence[Sentence], coded: CodedAct) -> Iterator[CodedAct]:
    """One claim for each thing that is agreed: "agreed to open the road and begin talks" are two."""
    sentence = sentences[coded.mention.sentence]
    several = coded.mention.complements
    if coded.type is not ActType.AGREE or len(several) < 2 or not all(_is_whole(sentence, c) for c in several):  # noqa: PLR2004 - several
        yield coded
        return
    for complement in several:
        yield replace(coded, clause=complement_span(sentence, coded.mention, complement))


def _is_whole(sentence: Sentence, verb: int) -> bool:
    """Whether a verb says enough alone to be a thing agreed; "to halt and reverse the plan" is one thing."""
    return any(True for _ in sentence.kids(verb, "dobj", "prep", "xcomp", "ccomp"))


def _without_the_governed(found: list[CodedAct], sentences: Sequence[Sentence]) -> Iterator[CodedAct]:
    """Leave out what is only the content of a promise, demand, threat or charge that is itself coded."""
    governed: dict[int, set[int]] = defaultdict(set)
    untold: dict[int, set[int]] = defaultdict(set)
    for coded in found:
        mention, sentence = coded.mention, sentences[coded.mention.sentence]
        if coded.type in SAID or (coded.type is ActType.CONSULT and mention.complements):
            for i in (*mention.complements, *mention.parts):
                governed[mention.sentence] |= {t.i for t in sentence.subtree(i)} - {mention.trigger}
        untold[mention.sentence] |= _asked_or_alleged(sentence, coded)
    for coded in found:
        at, trigger = coded.mention.sentence, coded.mention.trigger
        is_open = coded.standing.status is not Status.HAPPENED or coded.promise is not None
        inside = trigger in untold[at] or (is_open and trigger in governed[at])
        if not inside and not any(_is_told_once(sentences[at], coded, other) for other in found):
            yield coded


def _asked_or_alleged(sentence: Sentence, coded: CodedAct) -> set[int]:
    """What a demand or charge says to do or to have been done, which for that alone has not been done."""
    if coded.type is ActType.REQUEST:
        return set(coded.mention.complements)
    return _alleged(sentence, coded.mention.trigger) if coded.type is ActType.ACCUSE else set()


def _alleged(sentence: Sentence, trigger: int) -> set[int]:
    """What one is accused of: "of seizing the ship", "as an attempt to" is the accuser's word, no act that is told."""
    preps = [*sentence.kids(trigger, "prep")]
    nouns = [k for prep in preps for k in sentence.kids(prep.i, "pobj") if prep.lower in CHARGED_WITH]
    aims = [k for noun in nouns for k in sentence.kids(noun.i, "acl")] + [*sentence.kids(trigger, "xcomp", "ccomp")]
    inner = [k for k in aims if any(a.tag == "TO" for a in sentence.kids(k.i, "aux"))]
    inner += [k for prep in preps for k in sentence.kids(prep.i, "pcomp")]
    return {token.i for clause in inner for token in sentence.subtree(clause.i)}


def _is_told_once(sentence: Sentence, act: CodedAct, other: CodedAct) -> bool:
    """Whether what looks like a charge only tells another's refusal: "Peru said Chile had refused its plan"."""
    if act.type is not ActType.ACCUSE or other.type is not ActType.REJECT:
        return False
    if act.mention.sentence != other.mention.sentence or not isinstance(act.parties, Directed):
        return False
    said = {t.i for k in sentence.kids(act.mention.trigger, "ccomp") for t in sentence.subtree(k.i)}
    refusing, charged = {p.id for p in other.parties.actors}, {p.id for p in act.parties.recipients}
    return other.mention.trigger in said and refusing <= charged
