"""The brief on a pair, drafted from the reports that tell of the two: as a page, as Markdown, as a PDF."""

from collections.abc import Callable, Iterable

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from detente.domain.derived import DatedReport, Derived, Disagreement, Event, Issue, Pledge, SpokenWords, Thing
from detente.domain.findings import Figure
from detente.domain.ids import ActorId
from detente.record.asked import Asked, Label, pair_label
from detente.record.kinds import kind_of
from detente.views.brief import Scope, draft_brief
from detente.views.brief_parts import Brief
from detente.views.paper import render_pdf
from detente.views.render import render_html, render_markdown
from detente.views.word import render_docx
from detente.web.asking import Query, pair_of
from detente.web.desk import desk_of
from detente.web.room import Room

router = APIRouter()
MOST_REPORTS = 400
"""Reports, the newest, that a brief asked for in the browser draws on; `detente brief` takes all."""
MOST_OF_A_REPORT = 2_000
POLICY = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""A brief is one file with its style inside, and without script."""


@router.get("/pairs/{one}/{other}/brief")
def brief(request: Request, one: str, other: str) -> Response:
    """The brief as a page."""
    text = render_html(_draft(request, one, other))
    return Response(text, media_type="text/html", headers={"Content-Security-Policy": POLICY})


@router.get("/pairs/{one}/{other}/brief.{form}")
def brief_file(request: Request, one: str, other: str, form: str) -> Response:
    """The brief as a file."""
    if form not in _FORMS:
        raise HTTPException(404)
    render, media_type = _FORMS[form]
    content = render(_draft(request, one, other))
    headers = {"Content-Disposition": f'attachment; filename="brief-{one}-{other}.{form}"'}
    return Response(content, media_type=media_type, headers=headers)


def _draft(request: Request, one: str, other: str) -> Brief:
    desk = desk_of(request)
    both = pair_of(desk.keeper.names, one, other)
    label: Label = ("pair", pair_label(*both))
    query = desk.query(request, "report", [label])
    with desk.room(query.as_of) as room:
        derived = _derived(room, query, both)
        return draft_brief(derived, Scope(both, query.asked.since, query.asked.until), room.name)


def _derived(room: Room, query: Query, both: tuple[ActorId, ActorId]) -> Derived:
    """What follows from the reports that tell of the two, as far as a brief on them needs it."""
    found = room.settled.find(Asked("report", query.asked.labels), 0, MOST_REPORTS).things
    reports = tuple(sorted((d for d in found if isinstance(d, DatedReport)), key=lambda d: d.report.id))
    return Derived(
        reports=reports,
        events=_told(room, Event, reports),
        statements=_told(room, SpokenWords, reports),
        figures=_told(room, Figure, reports),
        issues=_told(room, Issue, reports),
        pledges=_told(room, Pledge, reports),
        disagreements=_told(room, Disagreement, reports),
        index=tuple(map(room.settled.behind, room.settled.points(both))),
    )


def _told[T: Thing](room: Room, wanted: type[T], reports: Iterable[DatedReport]) -> tuple[T, ...]:
    """Everything of one class that some reports tell, each once."""
    found: dict[T, None] = {}
    for dated in reports:
        asked = Asked(kind_of(wanted), (("report", dated.report.id),))
        found |= dict.fromkeys(t for t in room.settled.find(asked, 0, MOST_OF_A_REPORT).things if isinstance(t, wanted))
    return tuple(found)


_FORMS: dict[str, tuple[Callable[[Brief], str | bytes], str]] = {
    "md": (render_markdown, "text/markdown; charset=utf-8"),
    "html": (render_html, "text/html; charset=utf-8"),
    "pdf": (render_pdf, "application/pdf"),
    "docx": (render_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}
