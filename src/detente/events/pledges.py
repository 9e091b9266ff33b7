"""Pledges over all reports: who promised what to whom, when it is due, and what later reports show of it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations, product

from detente.domain.acts import ActType, Status
from detente.domain.days import NOT_KNOWN, When
from detente.domain.derived import Change, Event, Pledge
from detente.domain.findings import Claim
from detente.domain.ids import ActorId, ReportId
from detente.domain.parties import PartyKind
from detente.events.due import due_in
from detente.events.issue_index import IssueIndex
from detente.events.promises import FEWEST, NEAR_DAYS, Promise, Told, ids, promise_in, told_on
from detente.rules.issues import read_words
from detente.rules.pledges import LATER, PledgeCues

ALIKE = 0.5
"""The share of common words of meaning from which two claims without a common issue promise one thing."""
ALIKE_IN_ISSUE = 0.15
"""The same where both are about one issue."""
_ROOT = 4
"""Letters that the name of a state and of its people share: Norway, Norwegian."""
_KEPT = frozenset({ActType.COOPERATE, ActType.AID, ActType.RETREAT})


def find_pledges(
    events: Sequence[Event], index: IssueIndex, published: Mapping[ReportId, When], cues: PledgeCues
) -> tuple[Pledge, ...]:
    """The pledges of all reports, two reports of one promise as one, sorted by place."""
    told = sorted(_all_told(events, index, published, cues), key=lambda t: (t.claim.quote, t.claim.id))
    promises = [promise for t in told if (promise := promise_in(t, cues))]
    near = _near_by_word(told)
    pledges = [_pledge(group, _candidates(group, told, near), cues) for group in _grouped(promises)]
    return tuple(sorted(pledges, key=lambda p: (p.mentions, p.id)))


def _all_told(
    events: Sequence[Event], index: IssueIndex, published: Mapping[ReportId, When], cues: PledgeCues
) -> list[Told]:
    return [
        Told(
            claim=m.claim,
            report=index.readings[m.claim.quote.report_id].findings.report,
            event=event.id,
            when=told_on(m, event, published.get(m.claim.quote.report_id, NOT_KNOWN)),
            published=published.get(m.claim.quote.report_id, NOT_KNOWN),
            issues=index.issues_of(m.claim),
            content=_content(m.claim, cues),
        )
        for event in events
        for m in event.mentions
    ]


def _moment(told: Told) -> date | None:
    """The day of an act, or that of the report that tells of it."""
    return told.when.earliest or told.published.earliest


def _grouped(promises: Sequence[Promise]) -> list[list[Promise]]:
    """Promises that are one, together; a function of the whole set, whatever its order."""
    blocks: dict[tuple[ActorId, ...], list[int]] = defaultdict(list)
    for i, promise in enumerate(promises):
        blocks[promise.told.party].append(i)
    group = {i: [i] for i in range(len(promises))}
    for block in blocks.values():
        for i, j in _near_in_time(block, [_moment(p.told) for p in promises]):
            if group[i] is not group[j] and _is_one(promises[i].told, promises[j].told):
                joined = sorted(group[i] + group[j])
                group.update(dict.fromkeys(joined, joined))
    unique = {members[0]: members for members in group.values()}
    return [[promises[k] for k in unique[first]] for first in sorted(unique)]


def _near_in_time(block: Sequence[int], moments: Sequence[date | None]) -> Iterator[tuple[int, int]]:
    """The pairs of a block whose moments lie near one another, and those of which one has none."""
    dated = sorted((moment, i) for i in block if (moment := moments[i]))
    days = [moment for moment, _ in dated]
    for n, (moment, i) in enumerate(dated):
        end = bisect_right(days, moment + timedelta(days=NEAR_DAYS))
        yield from ((i, j) for _, j in dated[n + 1 : end])
    undated = [i for i in block if not moments[i]]
    yield from combinations(undated, 2)
    yield from product(undated, (i for _, i in dated))


def _is_one(a: Told, b: Told) -> bool:
    """Whether two claims of one party, near in time, tell of one promise."""
    return a.event == b.event or _is_about_the_same(a, b)


def _is_about_the_same(a: Told, b: Told) -> bool:
    is_one_issue = bool(set(a.issues) & set(b.issues))
    shared = a.content & b.content
    alike = len(shared) / max(1, min(len(a.content), len(b.content)))
    return alike >= (ALIKE_IN_ISSUE if is_one_issue else ALIKE) and (is_one_issue or len(shared) >= FEWEST)


def _content(claim: Claim, cues: PledgeCues) -> frozenset[str]:
    everyone = (*claim.parties.actors, *claim.parties.recipients)
    parties = [p for p in everyone if p.kind is PartyKind.STATE]
    names = tuple({w.stem[:_ROOT] for p in parties for w in read_words(f"{p.name} {p.via or ''}")})
    return frozenset(word for word in claim.about if not word.startswith(names)) - cues.vague


def _near_by_word(told: Sequence[Told]) -> Mapping[tuple[ActorId, str], list[int]]:
    """Where in the list a party's claims stand that share an issue or a word: only these can speak of one thing."""
    found: dict[tuple[ActorId, str], list[int]] = defaultdict(list)
    for i, one in enumerate(told):
        for key in product(one.party, (*one.issues, *one.content)):
            found[key].append(i)
    return found


def _candidates(
    group: Sequence[Promise], told: Sequence[Told], near: Mapping[tuple[ActorId, str], list[int]]
) -> list[Told]:
    words = {word for p in group for word in (*p.told.issues, *p.told.content)}
    return [told[i] for i in sorted({i for key in product(group[0].told.party, words) for i in near[key]})]


def _pledge(group: Sequence[Promise], told: Sequence[Told], cues: PledgeCues) -> Pledge:
    first = group[0]
    claims = {p.told.claim.id for p in group}
    announced = min(group, key=lambda p: (_moment(p.told) or date.max, p.told.claim.quote)).told
    later = [
        Change(t.when, status, t.claim.quote, t.event)
        for t in sorted(told, key=lambda t: (_moment(t) or date.max, t.claim.quote))
        if t.claim.id not in claims and _is_later(t, group) and (status := _became(t, cues))
    ]
    dues = [due for p in group if (due := due_in(p.told.report, p.what, p.told.published, cues)) is not NOT_KNOWN]
    return Pledge(
        party=first.told.party,
        to=tuple(i for i in ids(first.told.claim.parties.recipients) if i not in first.told.party),
        what=_wording(group),
        due=min(dues, key=lambda d: (d.days or 0, str(d.latest)), default=NOT_KNOWN),
        status=later[-1].status if later else "announced",
        history=(Change(announced.when, "announced", announced.claim.quote, announced.event), *later),
        mentions=tuple(sorted({p.told.claim.quote for p in group})),
        issues=tuple(sorted({i for p in group for i in p.told.issues})),
    )


def _wording(group: Sequence[Promise]) -> str:
    """What is promised, in the words of the first report that names the act itself."""
    best = min(group, key=lambda p: (not p.is_act, _moment(p.told) or date.max, p.told.claim.quote, p.what))
    return " ".join(best.told.report.quote(best.what).exact.split())


def _is_later(told: Told, group: Sequence[Promise]) -> bool:
    """Whether a later report tells of a party's act about the same thing, not of one before the promise."""
    reported = [p.told.published.earliest for p in group if p.told.published.earliest]
    promised = [day for p in group if (day := p.told.when.latest or p.told.when.earliest)]
    moment, out = told.when.earliest, told.published.earliest
    if not moment or not out or not reported or out <= min(reported) or moment <= min(promised, default=min(reported)):
        return False
    return any(_is_about_the_same(told, p.told) for p in group)


def _became(told: Told, cues: PledgeCues) -> str | None:
    """What a later act shows of a promise, by the words of its clause, else by its type."""
    claim = told.claim
    if claim.promise is not None or claim.status in (Status.HYPOTHETICAL, Status.DEMANDED, Status.PLANNED):
        return None
    if claim.status is Status.NEGATED:
        return "reversed"
    stems = [w.stem for w in read_words(claim.quote.exact)]
    for status in LATER:
        if any(_stands(stems, phrase) for phrase in cues.later[status]):
            return status
    return "done" if claim.type in _KEPT else None


def _stands(stems: Sequence[str], phrase: Sequence[str]) -> bool:
    size = len(phrase)
    return any(tuple(stems[i : i + size]) == tuple(phrase) for i in range(len(stems) - size + 1))
