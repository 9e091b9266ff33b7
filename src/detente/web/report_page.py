"""A report's text with all that was found in it."""

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from detente.domain.derived import DatedReport, Thing
from detente.domain.ids import ReportId
from detente.domain.spans import Quote, Span
from detente.errors import AddressError
from detente.record.asked import Asked
from detente.views.copying import say_copied
from detente.views.linked import Line, words_href
from detente.views.marking import Mark, stretches
from detente.views.phrasing import load_phrasing
from detente.views.quoted import quotes_of
from detente.views.tables import source_name
from detente.web.desk import desk_of
from detente.web.room import Room

router = APIRouter()
SHOWN = 12
FEW = 6
EACH = 500
"""Findings of one kind that are marked in a report's text."""
_OF_A_REPORT = ("event", "statement", "figure", "disagreement", "issue", "pledge")


@router.get("/reports/{id_}")
def report(request: Request, id_: str) -> Response:
    """A report's text with all that was found in it, the sought words marked."""
    desk = desk_of(request)
    with desk.room(desk.query(request, "report").as_of) as room:
        dated = room.settled.reports([id_]).get(ReportId(id_))
        if dated is None:
            raise HTTPException(404)
        here = _place(request.query_params.get("at"), len(dated.report.text))
        marks, notes = _found_in(room, dated.report.id)
        return desk.page(
            request,
            "report.html",
            room,
            dated=dated,
            told=room.lines([dated])[0],
            stretches=stretches(dated.report.text, marks, room.settled.furniture(dated.report.id), here),
            notes=notes,
            here=here,
            copied=_copied(room, dated),
            copies=room.page(Asked("report", (("origin", dated.origin),)), 0, FEW),
            problems=room.page(Asked("problem", (("report", id_),)), 0, SHOWN)[0],
            judged=desk.judged_on(room, id_),
        )


def _found_in(room: Room, report: ReportId) -> tuple[list[Mark], list[tuple[int, str, Line]]]:
    """The places of a report's findings in the text's order, and a note for each."""
    found: list[tuple[Span, Thing]] = []
    for kind in _OF_A_REPORT:
        for thing in room.settled.find(Asked(kind, (("report", report),)), 0, EACH).things:
            spans = dict.fromkeys(q.span for q in _all_quotes(thing) if q.report_id == report)
            found += [(span, thing) for span in spans]
    found.sort(key=lambda f: (f[0].start, f[0].end, type(f[1]).__name__))
    lines = room.lines([thing for _, thing in found])
    kinds = [line.kind for line in lines]
    marks = [Mark(span, kind, n) for n, ((span, _), kind) in enumerate(zip(found, kinds, strict=True), 1)]
    notes = [
        (n, words_href(report, span), line) for n, ((span, _), line) in enumerate(zip(found, lines, strict=True), 1)
    ]
    return marks, notes


def _copied(room: Room, dated: DatedReport) -> str:
    """Whose text a report gives, in a sentence; empty where it is the first or the only one."""
    if dated.copied is None:
        return ""
    first = room.settled.reports([dated.copied.of]).get(dated.copied.of)
    phrasing = load_phrasing()
    whose = source_name(first.report) if first else phrasing.say("report", "unlisted")
    return say_copied(dated.copied, whose, phrasing)


def _all_quotes(thing: Thing) -> list[Quote]:
    return [*quotes_of(thing), *(c.quote for c in getattr(thing, "history", ()))]


def _place(at: str | None, length: int) -> Span | None:
    """The sought words, from "120-168" in an address."""
    if not at:
        return None
    start, dash, end = at.partition("-")
    if not (dash and start.isdecimal() and end.isdecimal() and int(start[:9]) < int(end[:9]) <= length):
        raise AddressError(f"“{at[:40]}” is no place in this report, which has {length:,} characters.")
    return Span(int(start), int(end))
