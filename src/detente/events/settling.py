"""All that follows from a record: the stages of deriving, in their order."""

from collections.abc import Mapping, Sequence

from detente.claims.dating import date_phrase
from detente.domain.days import NOT_KNOWN, When
from detente.domain.derived import DatedReport, Derived, Event
from detente.domain.findings import Findings, Speaker
from detente.domain.ids import ClaimId, ReportId
from detente.domain.judgements import Judgement, Verdict
from detente.events.copies import origins
from detente.events.merging import Ties, Witnesses, merge
from detente.events.placing import place
from detente.events.words import day_by_report, spoken_words
from detente.rules.actors import Knowledge


def settle_findings(findings: Sequence[Findings], judgements: Sequence[Judgement], knowledge: Knowledge) -> Derived:
    """Everything derived, each tuple sorted; the order of findings and judgements does not matter."""
    ordered = sorted(findings, key=lambda f: f.report.id)
    witnesses = _witnesses(ordered)
    wrong = _wrong(judgements)
    claims = [c for f in ordered for c in f.claims if c.id not in wrong]
    placed = [place(c, witnesses.published[c.quote.report_id], date_phrase) for c in claims]
    events = tuple(e for e in merge(placed, witnesses, _ties(judgements)) if e.id not in wrong)
    statements = [s for f in ordered for s in f.statements if s.id not in wrong]
    return Derived(
        reports=tuple(DatedReport(f.report, f.report.published, witnesses.origins[f.report.id]) for f in ordered),
        events=events,
        statements=spoken_words(statements, day_by_report(witnesses.published), _office_from(knowledge)),
        figures=tuple(g for f in ordered for g in f.figures if g.id not in wrong),
        problems=tuple(p for f in ordered for p in f.problems),
        judgements=_matched(judgements, ordered, events),
    )


def _witnesses(findings: Sequence[Findings]) -> Witnesses:
    reports = [f.report for f in findings]
    published: Mapping[ReportId, When] = {r.id: r.published for r in reports}
    return Witnesses(published, origins(reports))


def _ties(judgements: Sequence[Judgement]) -> Ties:
    """What persons call the same or different; of two contradictory words the later stands."""
    latest: dict[frozenset[ClaimId], Verdict] = {}
    for judgement in sorted(judgements, key=lambda j: (j.day, j.id)):
        if judgement.verdict in (Verdict.SAME, Verdict.DIFFERENT):
            latest[frozenset(ClaimId(on) for on in judgement.on)] = judgement.verdict
    return Ties(
        same=frozenset(pair for pair, verdict in latest.items() if verdict is Verdict.SAME),
        different=frozenset(pair for pair, verdict in latest.items() if verdict is Verdict.DIFFERENT),
    )


def _wrong(judgements: Sequence[Judgement]) -> frozenset[str]:
    """The ids that a person called wrong, and nobody called right later."""
    latest: dict[str, Verdict] = {}
    for judgement in sorted(judgements, key=lambda j: (j.day, j.id)):
        if judgement.verdict in (Verdict.RIGHT, Verdict.WRONG):
            latest[judgement.on[0]] = judgement.verdict
    return frozenset(on for on, verdict in latest.items() if verdict is Verdict.WRONG)


def _matched(
    judgements: Sequence[Judgement], findings: Sequence[Findings], events: Sequence[Event]
) -> tuple[tuple[Judgement, bool], ...]:
    """Each judgement with whether all that it speaks of is there."""
    known: set[str] = {e.id for e in events}
    for found in findings:
        known.add(found.report.id)
        known |= {c.id for c in found.claims} | {s.id for s in found.statements} | {g.id for g in found.figures}
    ordered = sorted(judgements, key=lambda j: (j.day, j.id))
    return tuple((j, all(on in known for on in j.on)) for j in ordered)


class _office_from:  # noqa: N801 - a function with its knowledge bound
    """The office of a speaker at a time, from the data."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def __call__(self, speaker: Speaker, when: When) -> str | None:
        if speaker.name is None or when is NOT_KNOWN or when.earliest is None:
            return None
        held = self._knowledge.offices_of(speaker.name, speaker.state, when.earliest)
        return held[0].title if held else None
