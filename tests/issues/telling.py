"""Reports with claims laid on their words by hand, so that stories about issues and pledges need no parser."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from detente.domain.acts import ActType, Status
from detente.domain.days import NOT_KNOWN, Basis, TimePhrase, When, on_day
from detente.domain.derived import DatedReport, Derived, Event, Placed, SpokenWords
from detente.domain.findings import Claim, Findings
from detente.domain.ids import ActorId, OriginId, RuleId
from detente.domain.parties import Directed, Joint, Parties, Party, PartyKind
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.events.issue_index import index_issues
from detente.events.issues import find_issues, with_issues, words_with_issues
from detente.events.pledges import find_pledges
from detente.rules.issues import load_issue_rules, read_words
from detente.rules.pledges import load_pledge_cues

TODAY = date(2031, 5, 6)
NORWAY, PERU, CHILE, JAPAN, KOREA = (ActorId(i) for i in ("NOR", "PER", "CHL", "JPN", "KOR"))


@dataclass(frozen=True)
class Act:
    """A claim of a story: its clause and the word it hangs on, as they stand in the report."""

    clause: str
    word: str
    type: ActType = ActType.AGREE
    actors: tuple[ActorId, ...] = (NORWAY, PERU)
    recipients: tuple[ActorId, ...] = ()
    status: Status = Status.HAPPENED
    promise: ActType | None = None
    when: When | None = None
    is_bare: bool = False
    time: str | None = None


def state(id_: ActorId) -> Party:
    return Party(id_, PartyKind.STATE, id_.title())


def tell(text: str, *acts: Act, day: date | None = TODAY, furniture: tuple[Span, ...] = ()) -> Findings:
    published = on_day(day, Basis.METADATA) if day else NOT_KNOWN
    report = Report(text, outlet=str(day), published=published)
    return Findings(report, claims=tuple(_claim(report, act) for act in acts), furniture=furniture)


def _claim(report: Report, act: Act) -> Claim:
    start = report.text.index(act.clause)
    end = start + len(act.clause)
    at = report.text.index(act.word)
    day = report.text.index(act.time) if act.time else 0
    last = report.text.find(".", max(end, at))
    return Claim(
        quote=report.quote(Span(start, end)),
        type=act.type,
        parties=_parties(act),
        status=act.status,
        rule=RuleId("test/rule"),
        time=TimePhrase(Span(day, day + len(act.time)), act.time) if act.time else None,
        trigger=Span(at, at + len(act.word)),
        about=tuple(sorted({w.stem for w in read_words(act.clause) if len(w.stem) > 2})),
        sentence=Span(max(report.text.rfind(". ", 0, start) + 1, 0), last + 1 if last > 0 else len(report.text)),
        promise=act.promise,
        is_bare=act.is_bare,
    )


def _parties(act: Act) -> Parties:
    if len(act.actors) > 1:
        return Joint(tuple(map(state, act.actors)))
    return Directed(tuple(map(state, act.actors)), tuple(map(state, act.recipients)))


def settled(*findings: Findings, acts: Sequence[Sequence[Act]] = (), words: tuple[SpokenWords, ...] = ()) -> Derived:
    """What is derived, each claim an event of its own on the day of its report or on the day that its act gives."""
    events: list[Event] = []
    for i, found in enumerate(findings):
        for k, claim in enumerate(found.claims):
            own = acts[i][k].when if acts else None
            events.append(an_event(claim, own or found.report.published))
    reports = tuple(DatedReport(f.report, f.report.published, OriginId(f.report.id)) for f in findings)
    return track(Derived(reports=reports, events=tuple(events), statements=words), findings)


def track(derived: Derived, findings: Sequence[Findings]) -> Derived:
    """The same with issues and pledges."""
    index = index_issues(findings, load_issue_rules())
    published = {dated.report.id: dated.published for dated in derived.reports}
    events = with_issues(derived.events, index)
    return replace(
        derived,
        events=events,
        statements=words_with_issues(derived.statements, index),
        issues=find_issues(index, events, published),
        pledges=find_pledges(events, index, published, load_pledge_cues()),
    )


def an_event(claim: Claim, when: When) -> Event:
    return Event(
        mentions=(Placed(claim, when),),
        type=claim.type,
        mode=None,
        parties=claim.parties,
        when=when,
        status=claim.status,
        place=None,
        origins=(OriginId("o-1"),),
    )


def story(text: str, *acts: Act, day: date | None = TODAY) -> Derived:
    """What is derived from one report."""
    return settled(tell(text, *acts, day=day), acts=[acts])
