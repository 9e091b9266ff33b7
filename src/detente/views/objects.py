"""Each noun as the object that other programs read: a contract, so fields are added and none is renamed."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from datetime import date

from detente.domain.days import When
from detente.domain.derived import (
    Change,
    Copied,
    DatedReport,
    Disagreement,
    Event,
    IndexPoint,
    Issue,
    IssuePoint,
    Placed,
    Pledge,
    SpokenWords,
)
from detente.domain.findings import Figure, Problem, Statement
from detente.domain.ids import ActorId, OriginId, ReportId, StatementId
from detente.domain.judgements import Judgement
from detente.domain.parties import Party
from detente.domain.reports import Report
from detente.domain.spans import Quote
from detente.events.fates import Fate, fates
from detente.events.warmth import VERSION, turning_points
from detente.views.amending import amendment_objects, correction_object, read_value

Object = dict[str, object]
"""One line of an export, before it is written."""

_NO_TURN: Object = {"turn": None, "turn_events": []}
_NOT_OF_A_SLUG = re.compile(r"[\W_]+")


def report_object(dated: DatedReport) -> Object:
    """A report that counts."""
    report = dated.report
    return {
        "kind": "report",
        "id": report.id,
        "path": report.path,
        "url": report.url,
        "outlet": report.outlet,
        "title": report.title,
        "language": report.language,
        "published": {**interval_object(dated.published), "reason": dated.published.reason or None},
        "origin": dated.origin,
        "copied": _copied_object(dated.copied),
        "chars": len(report.text),
        "superseded_by": None,
        "withdrawn": False,
    }


def _copied_object(copied: Copied | None) -> Object | None:
    """Whose text a report gives, and what shows it where the words are others."""
    if copied is None:
        return None
    return {"of": copied.of, "retelling": asdict(copied.retelling) if copied.retelling else None}


def set_aside_object(report: Report, newer: ReportId | None) -> Object:
    """A report that nothing is derived from: a newer one supersedes it, or a person withdrew it."""
    whole = report_object(DatedReport(report, report.published, OriginId(report.id)))
    return {**whole, "superseded_by": newer, "withdrawn": newer is None}


def statement_lines(statements: Iterable[SpokenWords]) -> dict[StatementId, StatementId]:
    """The id of the line that holds each statement."""
    return {s.id: spoken.statements[0].id for spoken in statements for s in spoken.statements}


def event_object(event: Event, line_by_statement: dict[StatementId, StatementId] | None = None) -> Object:
    """An event with its mentions; the map leads from each statement to the line that holds it."""
    parties = event.parties
    return {
        "kind": "event",
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "actors": party_objects(parties.actors),
        "recipients": party_objects(parties.recipients),
        "date": {**interval_object(event.when), "phrase": _phrase(event)},
        "status": event.status,
        "place": event.place,
        "issues": list(event.issues),
        "part_of": event.part_of,
        "independent_origins": len(event.origins),
        "corrections": amendment_objects(event),
        "mentions": [_mention(event, placed, line_by_statement or {}) for placed in event.mentions],
    }


def statement_object(spoken: SpokenWords, name_of: Callable[[ActorId], str | None]) -> Object:
    """A statement, with the places in all reports that give it."""
    first = spoken.statements[0]
    state = next((s.speaker.state for s in spoken.statements if s.speaker.state), None)
    name = _fullest(s.speaker.name for s in spoken.statements)
    return {
        "kind": "statement",
        "id": first.id,
        "speaker": {
            "id": _slug(name) if name else None,
            "name": name,
            "role": _fullest(s.speaker.role for s in spoken.statements),
            "office": spoken.office,
            "state": state,
            "state_name": name_of(state) if state else None,
        },
        "direct": any(s.is_direct for s in spoken.statements),
        "text": first.text,
        "variants": list(spoken.variants),
        "addressee": first.addressee,
        "stance": first.stance,
        "stance_cue": first.stance_cue,
        "date": interval_object(spoken.when),
        "issues": list(spoken.issues),
        "mentions": [_words(s, quote) for s in spoken.statements for quote in (s.quote, *s.stretches)],
    }


def figure_object(figure: Figure) -> Object:
    """A figure."""
    whole = figure.value == int(figure.value)
    return {
        "kind": "figure",
        "id": figure.id,
        "value": int(figure.value) if whole else figure.value,
        "unit": figure.unit,
        "approx": figure.approx,
        "measure": figure.measure,
        "period": figure.period,
        "given_by": figure.given_by,
        "mentions": [place_object(figure.quote)],
    }


def issue_object(issue: Issue) -> Object:
    """A dispute or channel with its status through time."""
    return {
        "kind": "issue",
        "id": issue.id,
        "name": issue.name,
        "aliases": list(issue.aliases),
        "nature": issue.nature,
        "parties": list(issue.parties),
        "status": issue.status,
        "history": [_change(change) for change in issue.history],
        "positions": [
            {"party": p.party, "by": p.by, "date": interval_object(p.when), "quote": place_object(p.quote)}
            for p in issue.positions
        ],
        "mentions": [place_object(quote) for quote in issue.mentions],
    }


def pledge_object(pledge: Pledge) -> Object:
    """A pledge and what became of it."""
    return {
        "kind": "pledge",
        "id": pledge.id,
        "party": list(pledge.party),
        "to": list(pledge.to),
        "what": pledge.what,
        "due": interval_object(pledge.due),
        "status": pledge.status,
        "history": [_change(change) for change in pledge.history],
        "issues": list(pledge.issues),
        "mentions": [place_object(quote) for quote in pledge.mentions],
    }


def disagreement_object(disagreement: Disagreement) -> Object:
    """What cannot both be so, with both sides' words."""
    return {
        "kind": "disagreement",
        "id": disagreement.id,
        "about": disagreement.about,
        "class": disagreement.klass,
        "claims": [{**place_object(side.quote), "says": side.says} for side in disagreement.sides],
    }


def index_objects(points: Iterable[IndexPoint]) -> list[Object]:
    """The relations of all pairs, month by month, with the months in which one became surely warmer or colder."""
    found = tuple(points)
    turns = _turns(found)
    return [index_object(point) | turns.get((point.of, point.day), _NO_TURN) for point in found]


def heat_objects(points: Iterable[IssuePoint]) -> list[Object]:
    """The same for the acts about each issue."""
    found = tuple(points)
    turns = _turns(found)
    return [heat_object(point) | turns.get((point.of, point.day), _NO_TURN) for point in found]


def _turns[P: (IndexPoint, IssuePoint)](points: tuple[P, ...]) -> dict[tuple[object, date], Object]:
    return {
        (t.after.of, t.after.day): {"turn": "warmer" if t.is_warmer else "colder", "turn_events": list(t.events)}
        for t in turning_points(points)
    }


def heat_object(point: IssuePoint) -> Object:
    """How warm or cold the acts about an issue were at the end of a month."""
    return {
        "kind": "issue_index",
        "issue": point.issue,
        **_month(point),
        "behind": list(point.behind),
        "version": VERSION,
    }


def index_object(point: IndexPoint) -> Object:
    """The relation of two states at the end of a month."""
    return {
        "kind": "index",
        "pair": list(point.pair),
        **_month(point),
        "planned": point.planned,
        "behind": list(point.behind),
        "version": VERSION,
    }


def _month(point: IndexPoint | IssuePoint) -> Object:
    return {
        "date": point.day.isoformat(),
        "value": point.value,
        "low": point.low,
        "high": point.high,
        "events": point.events,
        "origins": point.origins,
    }


def problem_object(problem: Problem) -> Object:
    """What could not be read."""
    span = problem.span
    return {
        "kind": "problem",
        "report": problem.report_id,
        "path": problem.path,
        "stage": problem.stage,
        "reason": problem.reason,
        "start": span.start if span else None,
        "end": span.end if span else None,
    }


def judgement_objects(judgements: Sequence[tuple[Judgement, bool]]) -> list[Object]:
    """The words of persons, each of which comes with whether what it speaks of is there."""
    told = zip(judgements, fates(judgements), strict=True)
    return [judgement_object(j, matched=matched, fate=fate) for (j, matched), fate in told]


def judgement_object(judgement: Judgement, *, matched: bool, fate: Fate) -> Object:
    """A person's word, whether what it speaks of is there, and whether it is followed."""
    return {
        "kind": "judgement",
        "id": judgement.id,
        "act": judgement.verdict,
        "on": list(judgement.on),
        "claims": [list(part) for part in judgement.grounds],
        "by": judgement.by,
        "date": judgement.day.isoformat(),
        "why": judgement.why,
        "matched": matched,
        "state": fate.value,
        "correction": correction_object(judgement.correction) if judgement.correction else None,
    }


def _mention(event: Event, placed: Placed, line_by_statement: dict[StatementId, StatementId]) -> Object:
    """One claim in its event: its day and parties are told where they are not the event's."""
    claim = placed.claim
    mention: Object = {
        **place_object(claim.quote),
        "rule": claim.rule,
        "type": claim.type,
        "status": claim.status,
        "date": interval_object(placed.when)
        if placed.when.is_known and not _same_days(placed.when, event.when)
        else None,
        "attributed_to": line_by_statement.get(claim.attributed_to, claim.attributed_to)
        if claim.attributed_to
        else None,
        "claim": claim.id,
    }
    for side, own, whole in (
        ("actors", claim.parties.actors, event.parties.actors),
        ("recipients", claim.parties.recipients, event.parties.recipients),
    ):
        if {p.key for p in own} != {p.key for p in whole}:
            mention[side] = party_objects(own)
    if claim.amended:
        fields = [j.correction.field for j in claim.corrections if j.correction]
        mention["read"] = {field.value: read_value(field, placed) for field in fields}
    return mention


def _same_days(one: When, other: When) -> bool:
    return (one.earliest, one.latest) == (other.earliest, other.latest)


def _words(statement: Statement, quote: Quote) -> Object:
    return {**place_object(quote), "statement": statement.id, "cue": statement.cue}


def place_object(quote: Quote) -> Object:
    """The words of a report and where they stand."""
    return {"report": quote.report_id, "start": quote.span.start, "end": quote.span.end, "quote": quote.exact}


def party_objects(parties: Iterable[Party]) -> list[Object]:
    """Those who take part."""
    return [{"id": p.id, "kind": p.kind, "name": p.name, "via": p.via, "role": p.role} for p in parties]


def interval_object(when: When) -> Object:
    """Days, as precise as they are known."""
    return {
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "precision": when.precision,
        "basis": when.basis,
    }


def _change(change: Change) -> Object:
    return {
        "date": interval_object(change.when),
        "status": change.status,
        "event": change.event,
        "quote": place_object(change.quote),
    }


def _phrase(event: Event) -> str | None:
    """The words that date the event, where any do: those of a mention that has its day by them."""
    for placed in event.mentions:
        phrase, when = placed.claim.time, placed.when
        if phrase and _same_days(when, event.when) and (not when.reason or repr(phrase.exact) in when.reason):
            return phrase.exact
    return None


def _fullest(names: Iterable[str | None]) -> str | None:
    return max((name for name in names if name), key=len, default=None)


def _slug(name: str) -> str:
    return _NOT_OF_A_SLUG.sub("-", name.casefold()).strip("-")
