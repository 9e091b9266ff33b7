"""Who acts where a sentence leaves it out: "flights would be halted, Cairo said", "the talks will resume"."""

from collections.abc import Iterator, Sequence

from detente.claims.announcing import sayers
from detente.claims.filling import PartyFinder, actors_at, once, recipients_at
from detente.claims.status import Standing
from detente.domain.acts import ActType, Status
from detente.domain.parties import Directed, Joint, Parties, Party
from detente.mentions import clauses
from detente.mentions.find_acts import ActMention
from detente.rules.cues import StatusCues
from detente.rules.patterns import Slot
from detente.text.parsed import Sentence

MEASURES = frozenset({ActType.SANCTION, ActType.CONCEDE, ActType.RETREAT})
"""What in a report on two powers the one does to the other: whom it hits tells who took it."""
ANNOUNCED = MEASURES | {ActType.MOBILIZE, ActType.COERCE, ActType.AID}
"""What he who makes it known does himself where it is still to come: his plan, not his report."""
WITH = ("with", "between", "among")
"""The prepositions by which a noun takes those who take part."""


def parties_unsaid(
    sentence: Sentence,
    mention: ActMention,
    stands: Standing,
    finder: PartyFinder,
    around: tuple[Sequence[Party], StatusCues],
) -> Parties | None:
    """The parties of an act of whom nobody is said to act, by the two powers of the report and who makes it known."""
    two, cues = around
    if Slot.PARTIES in mention.pattern.slots:
        return _both(sentence, mention, finder, two)
    hit = _hit(sentence, mention, finder)
    keepers = _keepers(sentence, mention, finder)
    if keepers:
        kept = once(p for i in mention.recipients for p in recipients_at(sentence, i, finder, frozenset()))
        return Directed(keepers, kept)
    actors = _announcers(sentence, mention, stands, finder, cues) or _other_of(hit, two, mention)
    if not hit and _is_taken_up(sentence, mention):
        actors = actors or _before(sentence, mention, finder)
    keys = {party.key for party in actors}
    recipients = tuple(party for party in hit if party.key not in keys)
    if not actors or (hit and not recipients):
        return None
    return Directed(actors, recipients)


def _both(sentence: Sentence, mention: ActMention, finder: PartyFinder, two: Sequence[Party]) -> Joint | None:
    """Both powers of the report, where no third one is named; one meeting, told by a noun, needs one of them there."""
    members = mention.parties
    if mention.pattern.is_noun:
        if mention.rule.type is not ActType.CONSULT or sentence.tokens[mention.trigger].tag != "NN":
            return None
        beside = {t.i for t in sentence.subtree(mention.trigger)}
        members = tuple(i for i in members if i in beside or i > mention.trigger)
    named = {p.id for i in members for p in actors_at(sentence, i, finder) if p.is_power}
    nouns = (mention.trigger,) if mention.pattern.is_noun else mention.parts
    others = [i for noun in nouns for i in clauses.prepositional(sentence, noun, WITH)]
    strangers = [i for i in others if not actors_at(sentence, i, finder)]
    if not two or strangers or not named <= {p.id for p in two} or (mention.pattern.is_noun and not named):
        return None
    return Joint(tuple(two))


def _hit(sentence: Sentence, mention: ActMention, finder: PartyFinder) -> tuple[Party, ...]:
    """The powers to whom it is done."""
    places = (*mention.recipients, *mention.hints)
    return once(p for i in places for p in recipients_at(sentence, i, finder, frozenset()) if p.is_power)


def _announcers(
    sentence: Sentence, mention: ActMention, stands: Standing, finder: PartyFinder, cues: StatusCues
) -> tuple[Party, ...]:
    """Those who say that it will be done."""
    if stands.status is not Status.PLANNED or mention.rule.type not in ANNOUNCED:
        return ()
    who = sayers(sentence, mention.clause, cues)
    return once(p for i in who for p in actors_at(sentence, i, finder) if p.is_power)


def _keepers(sentence: Sentence, mention: ActMention, finder: PartyFinder) -> tuple[Party, ...]:
    """Those who held him that is let go: "two Danes jailed in Iran were freed"."""
    if mention.rule.type is not ActType.RETREAT:
        return ()
    held = [k.i for i in mention.recipients for k in sentence.kids(i, "acl") if k.tag == "VBN"]
    places = [k for i in held for k in clauses.prepositional(sentence, i, ("in", "by"))]
    return once(p for k in places for p in actors_at(sentence, k, finder) if p.is_power)


def _other_of(hit: Sequence[Party], two: Sequence[Party], mention: ActMention) -> tuple[Party, ...]:
    ids = {party.id for party in hit}
    others = tuple(party for party in two if party.id not in ids)
    return others if mention.rule.type in MEASURES and len(ids) == 1 and len(others) == 1 else ()


def _is_taken_up(sentence: Sentence, mention: ActMention) -> bool:
    """Whether the thing is only pointed to, in a clause set against the one that told of it: "but this was halted"."""
    return mention.rule.type in MEASURES and any(
        sentence.tokens[i].pos == "PRON" for i in clauses.objects(sentence, mention.trigger)
    )


def _before(sentence: Sentence, mention: ActMention, finder: PartyFinder) -> tuple[Party, ...]:
    """Those who act in the clause that this one is coordinated with."""
    for verb in _coordinated(sentence, mention.clause):
        found = once(p for i in clauses.agents(sentence, verb) for p in actors_at(sentence, i, finder) if p.is_power)
        if found:
            return found
    return ()


def _coordinated(sentence: Sentence, verb: int) -> Iterator[int]:
    while sentence.tokens[verb].dep == "conj":
        verb = sentence.tokens[verb].head
        yield verb
