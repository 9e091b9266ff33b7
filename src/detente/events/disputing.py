"""What one party says and another denies: a part in an act, or a plain fact."""

from collections.abc import Iterator
from dataclasses import dataclass

from detente.domain.ids import ActorId
from detente.events.contrasts import Contrast, contrast, said_by
from detente.events.tellings import Sources, Telling
from detente.rules.disputes import Disputes

SHARED = 2
"""Words of meaning; with fewer in common two sentences hardly speak of one act or fact."""
COVERED = 0.75
"""The part of a denial's words that an assertion must have for the denial to deny it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A word on whether a state had a part in an act."""

    telling: Telling
    state: ActorId
    act: str
    says: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A clause in which a party states or flatly denies something."""

    telling: Telling
    stems: frozenset[str]
    is_denied: bool


def disputed_parts(sources: Sources, disputes: Disputes) -> Iterator[Contrast]:
    """A state that denies what others say it did."""
    denials = [d for t in sources.tellings if (d := _denial(t, disputes))]
    spoken = {(t.report_id, t.number) for t in sources.tellings if t.state and any(_blames(t, disputes))}
    told = (t for t in sources.tellings if t.speaker or (t.report_id, t.number) not in spoken)
    blames = [b for t in told for b in _blames(t, disputes)]
    for one, other in sources.pairs((*denials, *blames), lambda p: p.telling.report_id):
        no, yes = (one, other) if one.act else (other, one)
        if no.state != yes.state or not no.act or yes.act:
            continue
        shared = (no.telling.stems & yes.telling.stems) - _names(no.telling)
        if len(shared) >= SHARED:
            name = sources.knowledge.name_by_id[no.state]
            about = disputes.about["part"].format(state=name, act=no.act)
            sides = ((p.telling.quote, p.says.format(state=name)) for p in (no, yes))
            yield contrast("party", about, *sides)


def denied_facts(sources: Sources, disputes: Disputes) -> Iterator[Contrast]:
    """A plain fact that one party states and another flatly denies."""
    facts = [f for t in sources.tellings if t.state for f in _facts(t, sources, disputes)]
    for one, other in sources.pairs(facts, lambda f: f.telling.report_id):
        no, yes = (one, other) if one.is_denied else (other, one)
        if no.is_denied == yes.is_denied or no.telling.state == yes.telling.state:
            continue
        shared = no.stems & yes.stems
        if len(shared) >= SHARED and len(shared) >= COVERED * len(no.stems):
            clause = " ".join(no.telling.quote.exact.split()).rstrip(".,;! ")
            sides = ((f.telling.quote, said_by(f.telling, f.telling.quote.exact)) for f in (no, yes))
            yield contrast("occurrence", disputes.about["denied"].format(clause=f"“{clause}”"), *sides)


def _facts(telling: Telling, sources: Sources, disputes: Disputes) -> Iterator[Fact]:
    """What a party states as a fact, clause by clause: no wish, no plan, no condition."""
    for clause in disputes.clauses(telling.masked):
        stems = frozenset(sources.alike.stems(clause.split())) - _names(telling)
        if len(stems) >= SHARED and not disputes.has("denied", "guards", clause):
            yield Fact(telling, stems, disputes.has("denied", "openings", clause))


def _names(telling: Telling) -> frozenset[str]:
    return frozenset(f"@{p}".casefold() for p in telling.powers)


def _denial(telling: Telling, disputes: Disputes) -> Part | None:
    match = disputes.search("part", "denials", telling.masked)
    act = disputes.search("part", "acts", telling.masked[match.end() :]) if match else None
    if not match or not act or telling.speaker:
        return None
    state = ActorId(next(g for g in match.groups() if g))
    return Part(telling, state, act.group().strip(), "{state} denied any part")


def _blames(telling: Telling, disputes: Disputes) -> Iterator[Part]:
    """Each state that a telling holds to be behind an act, in another party's words or told as its word."""
    if disputes.has("part", "denials", telling.masked):
        return
    for match in disputes.patterns["part", "blames"].finditer(telling.masked):
        state = ActorId(next(g for g in match.groups() if g))
        before = telling.words[: telling.at(match.start())]
        by_another = telling.state or next((w.power for w in before if w.power), None)
        if by_another and by_another != state:
            says = said_by(telling, telling.quote.exact)
            yield Part(telling, state, "", says.replace("{", "{{").replace("}", "}}"))
