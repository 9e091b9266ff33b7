"""The brief on the relations of two powers: sentences, each with the words of the reports that carry it."""

from collections.abc import Callable, Sequence

from detente.domain.days import Basis, Precision, When
from detente.domain.derived import Derived, Event
from detente.domain.ids import ActorId
from detente.views.brief_parts import Brief, Chapter
from detente.views.chapters import Scope, sort_events
from detente.views.citing import Citing
from detente.views.desk import Desk
from detente.views.illustrating import illustrations
from detente.views.index_lines import index_lines, index_rows
from detente.views.judgements import key_points
from detente.views.matters import conflicts, figures, issues, pledges, unread
from detente.views.news import Former, news
from detente.views.phrasing import load_phrasing
from detente.views.render import render_html, render_markdown
from detente.views.telling import tell
from detente.views.voices import voices
from detente.views.wording import Wording

__all__ = ["Former", "Scope", "draft_brief", "render_html", "render_markdown"]


def draft_brief(derived: Derived, scope: Scope, names: Callable[[ActorId], str], former: Former | None = None) -> Brief:
    """All that the record says on two powers, as values; nothing in it stands without a quote.

    Where an earlier state of the record is given, the brief tells what has changed since then.
    """
    desk = _lay_out(derived, scope, names)
    chapters, phrasing = desk.chapters, desk.phrasing
    points = key_points(desk)
    sides = dict(zip(("first", "second"), map(names, scope.between), strict=True))
    left_out = len(derived.reports) - len(desk.reports)
    return Brief(
        title=phrasing.say("pair", "title", **sides),
        subtitle=phrasing.say("pair", "subtitle"),
        span=_span(desk),
        counts=_counts(desk),
        key_points=points,
        changed_heading=former.heading if former else "",
        changed=news(desk, former),
        happened=_chapters(desk, {"happened": chapters.between, "groups": chapters.groups}),
        ahead=tell(desk, chapters.ahead),
        others=_chapters(
            desk,
            {
                "towards": chapters.towards,
                "outward": chapters.outward,
                "alone": chapters.alone,
                "around": chapters.around,
            },
        ),
        background=tell(desk, chapters.background),
        voices=voices(desk),
        pledges=pledges(desk),
        issues=issues(desk),
        figures=figures(desk),
        disagreements=conflicts(desk),
        unread=tuple(unread(desk)),
        index=index_lines(desk),
        index_rows=index_rows(desk),
        method=phrasing.method,
        other_reports=phrasing.say_number("counts", "other_report", left_out) if left_out else None,
        other_events=phrasing.say_number("counts", "other_event", chapters.passing) if chapters.passing else None,
        illustrations=illustrations(desk, names),
        citations=desk.citing.citations,
        sources=desk.citing.sources,
    )


def _lay_out(derived: Derived, scope: Scope, names: Callable[[ActorId], str]) -> Desk:
    statement_by_id = {s.id: s for spoken in derived.statements for s in spoken.statements}
    texts = {d.report.id: d.report.text for d in derived.reports}
    wording = Wording(load_phrasing(), names, statement_by_id, texts)
    chapters = sort_events(derived, scope, names)
    reports = chapters.reports
    return Desk(derived, scope, chapters, reports, wording, Citing(derived, reports, wording))


def _chapters(desk: Desk, events_by_heading: dict[str, Sequence[Event]]) -> tuple[Chapter, ...]:
    return tuple(
        Chapter(desk.phrasing.say("pair", heading), tell(desk, events))
        for heading, events in events_by_heading.items()
        if events
    )


def _span(desk: Desk) -> str:
    """From the first day to the last on which the brief's reports came out."""
    published = [d.published for d in desk.derived.reports if d.report.id in desk.reports]
    first = min((p.earliest for p in published if p.earliest), default=None)
    last = max((p.latest for p in published if p.latest), default=None)
    if first is None or last is None:
        return desk.phrasing.say("days", "unknown")
    days = desk.wording.day(When(first, last, Precision.DAY, Basis.STATED))
    return desk.phrasing.say("pair", "span", span=days)


def _counts(desk: Desk) -> str:
    say = desk.phrasing.say_number
    events = len(desk.chapters.all)
    origins = len({d.origin for d in desk.derived.reports if d.report.id in desk.reports})
    numbers = {"report": len(desk.reports), "event": events, "origin": origins}
    return " · ".join(say("counts", key, number) for key, number in numbers.items())
