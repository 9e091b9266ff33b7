"""Each noun as the object that other programs read: a contract, so fields are added and none is renamed."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict

from detente.domain.derived import (
    Change,
    Copied,
    DatedReport,
    Disagreement,
    Issue,
    Pledge,
    SpokenWords,
)
from detente.domain.findings import Figure, Problem, Statement
from detente.domain.ids import ActorId, OriginId, ReportId, StatementId
from detente.domain.judgements import Judgement
from detente.domain.reports import Report
from detente.domain.spans import Quote
from detente.events.fates import Fated, fated
from detente.views.amending import correction_object
from detente.views.object_parts import Object, interval_object, place_object

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
    return [judgement_object(told) for told in fated(judgements)]


def judgement_object(told: Fated) -> Object:
    """A person's word, whether what it speaks of is there, and whether it is followed."""
    judgement = told.word
    return {
        "kind": "judgement",
        "id": judgement.id,
        "act": judgement.verdict,
        "on": list(judgement.on),
        "claims": [list(part) for part in judgement.grounds],
        "by": judgement.by,
        "date": judgement.day.isoformat(),
        "why": judgement.why,
        "matched": told.is_matched,
        "state": told.fate.value,
        "correction": correction_object(judgement.correction) if judgement.correction else None,
    }


def _words(statement: Statement, quote: Quote) -> Object:
    return {**place_object(quote), "statement": statement.id, "cue": statement.cue}


def _change(change: Change) -> Object:
    return {
        "date": interval_object(change.when),
        "status": change.status,
        "event": change.event,
        "quote": place_object(change.quote),
    }


def _fullest(names: Iterable[str | None]) -> str | None:
    return max((name for name in names if name), key=len, default=None)


def _slug(name: str) -> str:
    return _NOT_OF_A_SLUG.sub("-", name.casefold()).strip("-")
