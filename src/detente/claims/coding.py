"""From the fit of a rule to a claim: its parties, its words, its status, and what PLOVER makes of the future."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from detente.claims.status import Standing, standing
from detente.domain.acts import ActType, Status
from detente.domain.parties import Directed, Joint, Parties, Party, PartyKind
from detente.domain.spans import Span
from detente.mentions import clauses
from detente.mentions.find_acts import ActMention
from detente.rules.acts import ActRule
from detente.rules.cues import StatusCues
from detente.text.parsed import Sentence

LONGEST_CLAUSE = 390
"""Characters of a quote; the longest that a reader takes in at one look, and the contract's bound is 400."""
PROMISED = frozenset({ActType.CONSULT, ActType.SUPPORT, ActType.COOPERATE, ActType.AID, ActType.AGREE})
"""What is AGREE while it is still to come (PLOVER 2.0)."""
CONCEDED = frozenset({ActType.RETREAT, ActType.CONCEDE})
"""What is CONCEDE while it is still to come."""
THREATENED = frozenset({ActType.SANCTION, ActType.COERCE, ActType.ASSAULT, ActType.MOBILIZE, ActType.PROTEST})
"""What is THREATEN while he who would do it says so."""
REFUSED = PROMISED | CONCEDED
"""What is REJECT when he who was to do it says that he will not."""


class PartyFinder(Protocol):
    """Who a noun phrase stands for; `detente.claims.linking` makes one of a report."""

    def parties_at(self, sentence_index: int, token_index: int) -> tuple[Party, ...]:
        """The parties that the noun phrase headed by a token stands for, coordination left out."""
        ...


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

    @property
    def rule(self) -> ActRule:
        """The rule that fired."""
        return self.mention.rule


def code_acts(
    sentences: Sequence[Sentence], mentions: Iterable[ActMention], finder: PartyFinder, cues: StatusCues
) -> tuple[CodedAct, ...]:
    """The acts of a report, one for each word that names one, those inside a promise or demand left to it."""
    by_trigger: dict[tuple[int, int], list[ActMention]] = defaultdict(list)
    for mention in mentions:
        by_trigger[mention.sentence, mention.trigger].append(mention)
    found: list[CodedAct] = []
    for sentence_index, trigger in sorted(by_trigger):
        sentence = sentences[sentence_index]
        for mention in by_trigger[sentence_index, trigger]:
            coded = _code(sentence, mention, finder, cues)
            if coded:
                found.append(coded)
                break
    return tuple(_without_the_governed(found, sentences))


def _code(sentence: Sentence, mention: ActMention, finder: PartyFinder, cues: StatusCues) -> CodedAct | None:
    parties = _parties(sentence, mention, finder)
    if parties is None:
        return None
    stands = standing(sentence, mention.trigger, mention.clause, cues)
    type_, status, promise = after_status(mention.rule.type, stands)
    return CodedAct(
        mention=mention,
        type=type_,
        mode=mention.rule.mode if promise is None else None,
        parties=parties,
        standing=replace(stands, status=status),
        clause=clause_span(sentence, mention),
        promise=promise,
    )


def after_status(type_: ActType, stands: Standing) -> tuple[ActType, Status, ActType | None]:
    """PLOVER's rule for what is yet to come: the type, the status, and what is promised if it is a promise."""
    if stands.status is Status.PLANNED:
        said = Status.HAPPENED if stands.is_announced else Status.PLANNED
        if type_ in PROMISED and type_ is not ActType.AGREE:
            return ActType.AGREE, said, type_
        if type_ is ActType.RETREAT:
            return ActType.CONCEDE, said, type_
        if type_ in THREATENED:
            return ActType.THREATEN, said, type_
    if (
        stands.status is Status.NEGATED
        and stands.cue in ("not", "n't", "never")
        and type_ in REFUSED
        and stands.is_announced
    ):
        return ActType.REJECT, Status.HAPPENED, type_
    return type_, stands.status, None


def clause_span(sentence: Sentence, mention: ActMention) -> Span:
    """The words of the clause: trigger, parties and what belongs to them, without the clauses beside it."""
    tokens = sentence.tokens
    kept = {mention.trigger, mention.clause}
    for i in (mention.trigger, mention.clause):
        kept |= _own_words(sentence, i, set(mention.complements))
    for i in (*mention.actors, *mention.recipients, *mention.parties, *mention.parts):
        kept |= _own_words(sentence, i, set())
    span = Span(tokens[min(kept)].start, tokens[max(kept)].end)
    if len(span) <= LONGEST_CLAUSE:
        return span
    near = _own_words(sentence, mention.trigger, set())
    first = tokens[min(near)].start
    return Span(first, min(tokens[max(near)].end, first + LONGEST_CLAUSE))


_ASIDE = frozenset({"advcl", "relcl", "parataxis", "mark", "cc", "punct", "ccomp", "conj", "preconj"})


def _own_words(sentence: Sentence, i: int, complements: set[int]) -> set[int]:
    """Token i and what hangs on it, but for other clauses; the clauses that the act itself governs stay."""
    found, open_ = {i}, [i]
    while open_:
        for k in sentence.children[open_.pop()]:
            token = sentence.tokens[k]
            is_aside = token.dep in _ASIDE and not (token.dep == "conj" and token.pos not in ("VERB", "AUX"))
            if (not is_aside or k in complements) and not (token.dep == "appos" and token.head != i):
                found.add(k)
                open_.append(k)
    return found


def _parties(sentence: Sentence, mention: ActMention, finder: PartyFinder) -> Parties | None:
    if mention.parties:
        return _joint(sentence, mention, finder)
    actors = _once(p for i in mention.actors for p in _actors_at(sentence, i, finder))
    if not actors:
        return None
    keys = {party.key for party in actors}
    recipients: list[Party] = []
    for i in mention.recipients:
        recipients += _recipients_at(sentence, i, finder) or [_nobody(sentence, i)]
    others = [p if p.key not in keys else _domestic(p) for p in _once(recipients)]
    return Directed(actors, tuple(p for p in _once(others) if p.key not in keys))


def _joint(sentence: Sentence, mention: ActMention, finder: PartyFinder) -> Parties | None:
    members = _once(
        p for i in (*mention.parties, *mention.actors, *mention.recipients) for p in _actors_at(sentence, i, finder)
    )
    if len({m.key for m in members}) > 1:
        return Joint(members)
    return Directed(members) if members else None


def _actors_at(sentence: Sentence, i: int, finder: PartyFinder) -> tuple[Party, ...]:
    """Who acts: the noun phrase itself, or him whose it is ("Iraqi jets", "the minister's office")."""
    direct = finder.parties_at(sentence.index, i)
    if direct:
        return direct
    if sentence.tokens[i].pos in ("PRON", "VERB", "ADV"):
        return ()
    owners = [k for kid in sentence.kids(i, "poss") for k in clauses.spread(sentence, kid.i)]
    owners += [kid.i for kid in sentence.kids(i, "amod", "compound", "nmod")]
    return _once(p for k in owners for p in finder.parties_at(sentence.index, k))


def _recipients_at(sentence: Sentence, i: int, finder: PartyFinder, depth: int = 3) -> list[Party]:
    """Who is meant by a recipient's noun phrase: itself, its owner, or the nearest party in it."""
    near = _actors_at(sentence, i, finder)
    if near or depth == 0:
        return list(near)
    for kid in sentence.kids(i, "prep", "acl", "relcl", "agent"):
        for obj in (*sentence.kids(kid.i, "pobj", "dobj"), *sentence.kids(kid.i, "agent", "prep")):
            spread = clauses.spread(sentence, obj.i) if obj.dep in ("pobj", "dobj") else [obj.i]
            found = [p for k in spread for p in _recipients_at(sentence, k, finder, depth - 1)]
            if found:
                return found
    return []


def _nobody(sentence: Sentence, i: int) -> Party:
    """A recipient whom the data does not know stands in the report's own words, as no one's."""
    words = _own_words(sentence, i, set())
    span = Span(sentence.tokens[min(words)].start, sentence.tokens[max(words)].end)
    name = " ".join(sentence.tokens[k].text for k in sorted(words))
    return Party(None, PartyKind.GROUP, name, span=span)


def _domestic(party: Party) -> Party:
    """A state that is told to act on its own people: they are a group in it, not the state."""
    return Party(
        party.id, PartyKind.GROUP, party.via or party.name, role=party.role, sector=party.sector, span=party.span
    )


def _once(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple({party.key: party for party in reversed(list(parties))}.values())[::-1]


def _without_the_governed(found: list[CodedAct], sentences: Sequence[Sentence]) -> Iterator[CodedAct]:
    """Leave out what is only the content of a promise, demand or threat that is itself coded by the same actor."""
    governed: dict[int, set[int]] = defaultdict(set)
    for coded in found:
        if coded.type in _UTTERANCES:
            for complement in coded.mention.complements:
                governed[coded.mention.sentence] |= _below(sentences[coded.mention.sentence], complement)
    for coded in found:
        inside = coded.mention.trigger in governed[coded.mention.sentence]
        if not (inside and (coded.standing.status is not Status.HAPPENED or coded.promise is not None)):
            yield coded


_UTTERANCES = frozenset(
    {ActType.AGREE, ActType.CONCEDE, ActType.REQUEST, ActType.THREATEN, ActType.REJECT, ActType.ACCUSE, ActType.SUPPORT}
)


def _below(sentence: Sentence, verb: int) -> set[int]:
    """A complement's verb and its own words: the act that the promise or demand is about."""
    return {token.i for token in sentence.subtree(verb)}
