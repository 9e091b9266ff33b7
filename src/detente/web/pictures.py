"""Charts of the desk: which there are, and each as a picture or as its specification."""

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from detente.domain.derived import Issue
from detente.domain.ids import ActorId
from detente.record.asked import Asked, pair_label
from detente.views.chart_layers import LOOKS
from detente.views.charts import Chart, index_chart, lanes_chart, meetings_chart, months_chart
from detente.views.drawing import svg_of
from detente.views.phrasing import load_phrasing
from detente.web.asking import pair_of
from detente.web.desk import desk_of
from detente.web.room import Room

router = APIRouter()
ISSUES_SHOWN = 14
PAIRS_SHOWN = 40


@router.get("/charts/meetings/{form}")
def meetings_picture(request: Request, form: str) -> Response:
    """Who meets whom."""
    desk = desk_of(request)
    with desk.room(desk.query(request, "event").as_of) as room:
        return _answer(meetings(room), form)


@router.get("/charts/{name}/{one}/{other}/{form}")
def picture(request: Request, name: str, one: str, other: str, form: str) -> Response:
    """A chart of two powers: a picture for a light or a dark page, or its specification."""
    desk = desk_of(request)
    both = pair_of(desk.keeper.names, one, other)
    with desk.room(desk.query(request, "event").as_of) as room:
        charts = charts_of(room, both)
        if name not in charts:
            raise HTTPException(404)
        return _answer(charts[name], form)


def charts_of(room: Room, both: tuple[ActorId, ActorId]) -> dict[str, Chart]:
    """The charts of two powers."""
    label = ("pair", pair_label(*both))
    issues = [i for i in room.settled.find(Asked("issue", (label,)), 0, ISSUES_SHOWN).things if isinstance(i, Issue)]
    points = room.settled.points(both)
    return {
        "index": index_chart(points, (room.name(both[0]), room.name(both[1])), points),
        "months": months_chart(room.settled.months(both), load_phrasing()),
        "issues": lanes_chart(issues),
    }


def meetings(room: Room) -> Chart:
    """Who meets whom, of all powers."""
    found = room.settled.tally("meet", "event", PAIRS_SHOWN)
    pairs = [(ActorId(a), ActorId(b), many) for value, many, _ in found for a, b in [value.split()]]
    return meetings_chart(pairs, room.name)


def _answer(chart: Chart, form: str) -> Response:
    if form == "spec.json":
        return JSONResponse(chart.spec(LOOKS["light"]))
    look, _, kind = form.partition(".")
    if kind != "svg" or look not in LOOKS:
        raise HTTPException(404)
    return Response(svg_of(chart, look), media_type="image/svg+xml")
