"""Tables as CSV or JSON, charts as pictures, and the brief: what is taken away from the desk."""

import json
from collections.abc import Iterator, Mapping

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from detente.domain.derived import Thing
from detente.domain.ids import ReportId
from detente.domain.reports import Report
from detente.record.asked import Asked
from detente.views.object_parts import Object
from detente.views.objects import judgement_objects
from detente.views.rows import objects_of, table_of
from detente.views.tables import judgement_table, to_csv
from detente.web.desk import KINDS, Desk, desk_of
from detente.web.room import Room

router = APIRouter()
JUDGEMENTS = "judgements"
AT_A_TIME = 500
_TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


@router.get("/{name}.{form}")
def table(request: Request, name: str, form: str) -> Response:
    """All that a list would show with these filters, not only one page of it."""
    if name not in (*KINDS, JUDGEMENTS) or form not in _TYPES:
        raise HTTPException(404)
    desk = desk_of(request)
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    if name == JUDGEMENTS:
        return Response(_judgements(desk, form), headers=headers, media_type=_TYPES[form])
    query = desk.query(request, KINDS[name])
    # opened here, so that what cannot be answered is told by a page and not in the middle of a file
    with desk.room(query.as_of):
        pass

    def parts() -> Iterator[str]:
        with desk.room(query.as_of) as room:
            yield from _csv(room, query.asked) if form == "csv" else _json(room, query.asked)

    return StreamingResponse(parts(), media_type=_TYPES[form], headers=headers)


def _judgements(desk: Desk, form: str) -> str:
    """All that people said, in the order in which they did."""
    with desk.room() as room:
        said = desk.said(room)
    return to_csv(judgement_table(said)) if form == "csv" else json.dumps(judgement_objects(said), ensure_ascii=False)


def _csv(room: Room, asked: Asked) -> Iterator[str]:
    for n, things in enumerate(_batches(room, asked)):
        text = to_csv(table_of(asked.kind, things, _reports(room, things)))
        yield text if n == 0 else text.partition("\n")[2]


def _json(room: Room, asked: Asked) -> Iterator[str]:
    first = True
    yield "["
    for things in _batches(room, asked):
        found: list[Object] = objects_of(asked.kind, things, room.knowledge.name_by_id.get)
        for item in found:
            yield ("\n" if first else ",\n") + json.dumps(item, ensure_ascii=False)
            first = False
    yield "\n]\n"


def _batches(room: Room, asked: Asked) -> Iterator[tuple[Thing, ...]]:
    """At least one, so that a list of nothing has its columns."""
    first = 0
    while True:
        things = room.settled.find(asked, first, AT_A_TIME).things
        if things or first == 0:
            yield things
        if len(things) < AT_A_TIME:
            return
        first += AT_A_TIME


def _reports(room: Room, things: tuple[Thing, ...]) -> Mapping[ReportId, Report]:
    lines = room.telling(things)
    return {r: d.report for r, d in lines.reports.items()}
