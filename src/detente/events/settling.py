"""All that follows from a record: the stages of deriving, in their order."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from detente.claims.dating import date_phrase
from detente.domain.acts import Status
from detente.domain.days import When
from detente.domain.derived import DatedReport, Derived, Event
from detente.domain.findings import Claim, Findings, Speaker
from detente.domain.ids import ClaimId, ReportId
from detente.domain.judgements import Judgement
from detente.domain.reports import Report
from detente.events.correcting import corrected
from detente.events.disagreements import find_disagreements
from detente.events.evidence import Calendar
from detente.events.issue_index import index_issues
from detente.events.issues import find_issues, with_issues, words_with_issues
from detente.events.judging import called_wrong, judged_ties, matched, standing
from detente.events.merging import merge
from detente.events.origins import OriginRules, Origins, Printed, find_origins
from detente.events.placing import place
from detente.events.pledges import find_pledges
from detente.events.positions import with_positions
from detente.events.publishing import first_days, publication_days
from detente.events.roles_given import role_problems
from detente.events.sameness import Bench, Witnesses
from detente.events.tellings import Sources
from detente.events.warmth import heat, warmth
from detente.events.words import Office, day_told, spoken_words
from detente.rules.actors import Knowledge
from detente.rules.settling import SettlingRules
from detente.rules.stamps import Stamps
from detente.text.published import copyright_years


def settle_findings(findings: Sequence[Findings], judgements: Sequence[Judgement], rules: SettlingRules) -> Derived:
    """Everything derived, each tuple sorted; the order of findings does not matter."""
    said = standing(judgements)
    ordered = corrected(sorted(findings, key=lambda f: f.report.id), said)
    published = publication_days(ordered, _calendar(rules.knowledge, rules.stamps))
    printed = [Printed(f.report, published[f.report.id], f.furniture) for f in ordered]
    origins = find_origins(printed, OriginRules(rules.differing, rules.outlets))
    witnesses = Witnesses(published, origins.of)
    wrong = called_wrong(said)
    claims = [c for f in ordered for c in f.claims if c.id not in wrong]
    written = first_days(ordered, witnesses.published)
    placed = [place(c, written[c.quote.report_id], date_phrase) for c in claims]
    index = index_issues(ordered, rules.issues)
    ties = replace(
        judged_ties(said),
        issues={c.id: frozenset(index.issues_of(c)) for c in claims},
        latest=_latest(claims, witnesses),
    )
    bench = Bench(ties, rules.sameness, witnesses.published, rules.knowledge.states_called)
    merged = tuple(e for e in merge(placed, witnesses, bench) if e.id not in wrong)
    events = with_issues(merged, index)
    sources = Sources(ordered, witnesses.published, witnesses.origins, events, rules.knowledge, rules.differing)
    statements = [s for f in ordered for s in f.statements if s.id not in wrong]
    day_of, office_of = day_told(witnesses.published, date_phrase), _office_of(rules.knowledge)
    spoken = spoken_words(statements, day_of, office_of, rules.differing.alike)
    words = words_with_issues(spoken, index)
    return Derived(
        reports=tuple(_dated(f.report, published, origins) for f in ordered),
        events=events,
        statements=words,
        figures=tuple(g for f in ordered for g in f.figures if g.id not in wrong),
        issues=with_positions(find_issues(index, events, witnesses.published), events, words),
        pledges=find_pledges(events, index, witnesses.published, rules.pledges),
        disagreements=find_disagreements(sources),
        index=warmth(events, witnesses.published),
        heat=heat(events, witnesses.published),
        problems=(*(p for f in ordered for p in f.problems), *role_problems(ordered, witnesses.published, rules)),
        judgements=matched(judgements, _known(ordered, events) | {j.id for j in judgements}),
    )


def _calendar(knowledge: Knowledge, stamps: Stamps) -> Calendar:
    return Calendar(
        terms=lambda name, state: knowledge.offices_of(name, state, None),
        date_phrase=date_phrase,
        years=lambda found: copyright_years(found.report.text, found.furniture),
        took_office=stamps.took_office,
    )


def _dated(report: Report, published: Mapping[ReportId, When], origins: Origins) -> DatedReport:
    return DatedReport(report, published[report.id], origins.of[report.id], origins.copied.get(report.id))


def _latest(claims: Sequence[Claim], witnesses: Witnesses) -> dict[ClaimId, date]:
    """For what is told as past the last day of its report."""
    days = {c.id: witnesses.published[c.quote.report_id].latest for c in claims if c.status is Status.HAPPENED}
    return {id_: day for id_, day in days.items() if day is not None}


def _known(findings: Sequence[Findings], events: Sequence[Event]) -> frozenset[str]:
    """The ids of all that a judgement can speak of."""
    known: set[str] = {e.id for e in events}
    for found in findings:
        known.add(found.report.id)
        known |= {c.id for c in found.claims} | {s.id for s in found.statements} | {g.id for g in found.figures}
    return frozenset(known)


def _office_of(knowledge: Knowledge) -> Office:
    """What tells the office of a speaker at a time, from the data."""

    def held(speaker: Speaker, when: When) -> str | None:
        if speaker.name is None or when.earliest is None:
            return None
        offices = knowledge.offices_of(speaker.name, speaker.state, when.earliest)
        return offices[0].title if offices else None

    return held
