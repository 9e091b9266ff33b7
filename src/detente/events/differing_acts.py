"""Acts that one report tells and another denies, only announces, or sets on another day."""

from collections.abc import Iterator
from itertools import islice

from detente.domain.acts import ActType, Status
from detente.domain.days import Basis
from detente.domain.derived import Placed
from detente.domain.findings import Claim, Figure
from detente.domain.ids import ActorId, ReportId
from detente.domain.parties import powers
from detente.domain.spans import Quote
from detente.events.contrasts import Contrast, contrast
from detente.events.likeness import likeness
from detente.events.tellings import Sources, Telling
from detente.rules.contraries import Contraries
from detente.rules.disputes import Disputes

SAME_THING = 0.5
"""The share of common words from which a denial denies what another report tells."""
SHARED_BY_BOTH = 0.34
"""The share of the longer claim's words that the denial of an act has in common with it."""
SAME_ACT = 0.75
"""The same for one act on two days: here nothing but the words says that it is one."""
DAYS_APART = 4
"""Days; acts further apart are two acts."""
SAME_NEWS = 2
"""Days; of reports further apart the later one may tell what became of the threat."""
SHARED_FIGURES = 2
"""A deed and a threat with one figure in common can be two; with two they tell one story."""


def denied_acts(sources: Sources, disputes: Disputes) -> Iterator[Contrast]:
    """An act that one report tells and another says not to have been."""
    denied = [p for p in sources.placed if p.claim.status is Status.NEGATED]
    kinds = {_kind(p) for p in denied}
    told = (p for p in sources.placed if p.claim.status is Status.HAPPENED and p.claim.promise is None)
    for one, other in sources.pairs((*denied, *(p for p in told if _kind(p) in kinds)), _report_of, _kind):
        no, yes = (one, other) if one.claim.status is Status.NEGATED else (other, one)
        a, b = no.claim, yes.claim
        if (
            a.status is not b.status
            and _say_much_alike(a, b)
            and likeness(a, b) >= SAME_THING
            and _are_near(no, yes)
            and _apart(no, yes, sources)
        ):
            about = disputes.about["denied"].format(clause=f"“{_gist(yes)}”")
            yield contrast("occurrence", about, (a.quote, "no"), (b.quote, "yes"))


def denied_things(sources: Sources, contraries: Contraries) -> Iterator[Contrast]:
    """A report that says "no joint statement" against one of the same talks that speaks of the joint statement."""
    for no in sources.tellings:
        things = contraries.denied_things(no.quote.exact) if not no.speaker else ()
        for _, thing in things:
            for yes in _asserting(thing, no, sources, contraries):
                about = f"whether there was a {thing}"
                yield contrast("occurrence", about, (no.quote, "no"), (yes.quote, "yes"))


def _asserting(thing: str, no: Telling, sources: Sources, contraries: Contraries) -> Iterator[Telling]:
    """In each other report of the same events the first sentence that speaks of a thing as there."""
    for report in sorted(sources.close[no.report_id]):
        if sources.are_apart(no.report_id, report):
            own = (t for t in sources.by_report[report] if not t.speaker and thing in t.quote.exact.casefold())
            yield from islice((t for t in own if contraries.asserts(t.quote.exact, thing)), 1)


def two_days(sources: Sources) -> Iterator[Contrast]:
    """One act on two days."""
    exact = [
        p
        for p in sources.placed
        if p.when.days == 1 and p.when.basis is not Basis.LEAD and p.claim.status is Status.HAPPENED
    ]
    for a, b in sources.pairs(exact, _report_of, lambda p: (p.claim.mode, *_kind(p))):
        if not a.when.meets(b.when, slack=DAYS_APART) or a.when.meets(b.when) or not _apart(a, b, sources):
            continue
        x, y = a.claim, b.claim
        if len(x.about) > 1 and len(y.about) > 1 and likeness(x, y) >= SAME_ACT:
            sides = ((p.claim.quote, str(p.when.earliest)) for p in (a, b))
            yield contrast("date", f"the day on which {_gist(a)}", *sides)


def threats_and_deeds(sources: Sources, disputes: Disputes) -> Iterator[Contrast]:
    """A measure that one report calls taken and another of the same days only threatened."""
    deeds = [
        p
        for p in sources.placed
        if p.claim.status is Status.HAPPENED
        and p.claim.type in (ActType.SANCTION, ActType.COERCE)
        and not disputes.has("deed", "announcing", " ".join(p.claim.quote.exact.casefold().split()) + " ")
    ]
    threats = [p for p in sources.placed if p.claim.status is Status.HAPPENED and p.claim.type is ActType.THREATEN]
    for one, other in sources.pairs((*deeds, *threats), _report_of, lambda p: powers(p.claim.parties)):
        deed, threat = (other, one) if one.claim.type is ActType.THREATEN else (one, other)
        is_pair = deed.claim.type is not ActType.THREATEN and threat.claim.type is ActType.THREATEN
        if not is_pair or not _apart(deed, threat, sources):
            continue
        shared = _figures(deed, sources) & _figures(threat, sources)
        own = {(g.value, g.unit) for p in (deed, threat) for g in _in(p.claim.quote, sources)} & shared
        if own and len(shared) >= SHARED_FIGURES and _are_of_one_time(deed, threat, sources):
            about = disputes.about["deed"].format(deed=_gist(deed))
            yield contrast(
                "occurrence", about, (deed.claim.quote, "it was done"), (threat.claim.quote, "it was threatened")
            )


def _are_of_one_time(deed: Placed, threat: Placed, sources: Sources) -> bool:
    """Whether the reports came out together and neither act is dated: then neither has followed the other."""
    is_dated = deed.claim.time is not None or threat.claim.time is not None
    days = [sources.published[p.claim.quote.report_id] for p in (deed, threat)]
    return not is_dated and all(d.is_known for d in days) and days[0].meets(days[1], slack=SAME_NEWS)


def _figures(placed: Placed, sources: Sources) -> set[tuple[float, str]]:
    """The figures of the sentence in which an act is told."""
    return {(g.value, g.unit) for g in _in(sources.sentence_of(placed.claim.quote).quote, sources)}


def _in(quote: Quote, sources: Sources) -> Iterator[Figure]:
    return (g for g in sources.findings_of[quote.report_id].figures if quote.span.holds(g.quote.span))


def _kind(placed: Placed) -> tuple[ActType, tuple[ActorId, ...]]:
    return placed.claim.type, powers(placed.claim.parties)


def _say_much_alike(a: Claim, b: Claim) -> bool:
    """Whether not only the shorter of two claims is found in the other one."""
    shared = set(a.about) & set(b.about)
    return bool(shared) and len(shared) >= SHARED_BY_BOTH * max(len(a.about), len(b.about))


def _report_of(placed: Placed) -> ReportId:
    return placed.claim.quote.report_id


def _are_near(a: Placed, b: Placed) -> bool:
    return a.when.is_known and b.when.is_known and a.when.meets(b.when)


def _apart(a: Placed, b: Placed, sources: Sources) -> bool:
    return sources.are_apart(a.claim.quote.report_id, b.claim.quote.report_id)


def _gist(placed: Placed) -> str:
    return " ".join(placed.claim.quote.exact.split())
