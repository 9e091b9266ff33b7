"""The first page, the pairs of states, and all that the record says on one pair."""

from datetime import timedelta

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from detente.events.warmth import turning_points
from detente.record.asked import Asked, pair_label
from detente.web.asking import PAGE, pair_of
from detente.web.desk import desk_of
from detente.web.lists import pages_of
from detente.web.paired import board, pair_rows, turns_of
from detente.web.pictures import charts_of, meetings

router = APIRouter()
SHOWN = 12
FEW = 6
NEWS = timedelta(days=30)
"""What the reports of the last days of a record brought is told on its first page."""
_SECTIONS = {"statement": 8, "figure": 8, "disagreement": 6, "pledge": 10, "report": 10}


@router.get("/")
def home(request: Request) -> Response:
    """The pairs of states by activity, and what the newest reports brought."""
    desk = desk_of(request)
    query = desk.query(request, "event")
    with desk.room(query.as_of) as room:
        newest = room.settled.newest_report_day()
        since = query.asked.told_since or (newest - NEWS if newest else None)
        new, many_new = room.page(Asked("event", told_since=since), 0, SHOWN) if since else ([], 0)
        return desk.page(
            request,
            "home.html",
            room,
            pairs=pair_rows(room, most=SHOWN),
            new=new,
            many_new=many_new,
            since=since,
            newest=newest,
            disagreements=room.page(Asked("disagreement"), 0, FEW)[0],
            issues=[room.page(Asked("issue"), 0, FEW)[0]],
            meetings=meetings(room),
            query=query,
        )


@router.get("/pairs")
def pairs(request: Request) -> Response:
    """All pairs of powers that act together or towards each other."""
    desk = desk_of(request)
    query = desk.query(request, "event")
    with desk.room(query.as_of) as room:
        rows = pair_rows(room, most=PAGE, first=query.first)
        total = room.settled.many_values("pair", "event")
        return desk.page(request, "pairs.html", room, pairs=rows, query=query, pages=pages_of(query, "/pairs", total))


@router.get("/pairs/{one}/{other}")
def pair(request: Request, one: str, other: str) -> Response:
    """All that the record says on two powers."""
    desk = desk_of(request)
    both = pair_of(desk.keeper.names, one, other)
    if (one, other) != both:
        kept = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/pairs/{both[0]}/{both[1]}{kept}", 308)
    label = ("pair", pair_label(*both))
    query = desk.query(request, "event", [label])
    with desk.room(query.as_of) as room:
        points = room.settled.points(both)
        events, total = room.page(query.asked, query.first, SHOWN)
        sections = {k: room.page(query.with_kind(k), 0, most) for k, most in _SECTIONS.items()}
        return desk.page(
            request,
            "pair.html",
            room,
            both=both,
            points=points,
            turns=turns_of(room, turning_points(points)),
            events=events,
            total=total,
            board=board(room, label),
            charts=charts_of(room, both),
            sections=sections,
            query=query,
            filters={"state": both},
            is_demo=request.query_params.get("tour") == "1",
        )
