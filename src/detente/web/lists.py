"""Lists of everything of one kind, narrowed by filters that stand in the address."""

from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from detente.domain.acts import ActType, Status
from detente.views.linked import Link
from detente.web.asking import PAGE, Query
from detente.web.desk import HEADINGS, KINDS, desk_of
from detente.web.room import Room

router = APIRouter()
FACET_NAMES = {
    "power": ("state", "States"),
    "type": ("type", "Types"),
    "status": ("status", "Status"),
    "issue": ("issue", "Issues"),
    "outlet": ("outlet", "Outlets"),
    "person": ("person", "People"),
}
"""For each facet the name of its filter in an address, and its heading."""
VALUES_SHOWN = 8


@router.get("/search")
def search(request: Request) -> Response:
    """Words in everything, the best first."""
    desk = desk_of(request)
    query = desk.query(request, "")
    with desk.room(query.as_of) as room:
        if not query.asked.words:
            return desk.page(
                request, "search.html", room, query=query, found=[], total=0, facets=[], kinds=[], given=[]
            )
        numbers = room.settled.matches(query.asked)
        of_all = room.settled.matches(query.with_kind("")) if query.asked.kind else numbers
        kinds = [
            (name, KINDS_BY[name], many, query.address("/search", kind=name, page=None))
            for name, many in room.settled.kinds(of_all).items()
        ]
        things = room.settled.numbered(numbers[query.first : query.first + PAGE])
        telling = room.telling(things)
        lines = [telling.found(thing, query.asked.words) for thing in things]
        return desk.page(
            request,
            "search.html",
            room,
            query=query,
            found=lines,
            total=len(numbers),
            facets=_facets(room, query, "/search", numbers),
            kinds=kinds,
            pages=pages_of(query, "/search", len(numbers)),
            given=given_of(room, query, "/search"),
        )


KINDS_BY = {kind: HEADINGS[name] for name, kind in KINDS.items()}


@router.get("/{name}")
def listed(request: Request, name: str) -> Response:
    """All of one kind, newest first."""
    if name not in KINDS:
        raise HTTPException(404)
    desk = desk_of(request)
    query = desk.query(request, KINDS[name])
    path = f"/{name}"
    with desk.room(query.as_of) as room:
        lines, total = room.page(query.asked, query.first, PAGE)
        return desk.page(
            request,
            "list.html",
            room,
            name=name,
            heading=HEADINGS[name],
            query=query,
            found=lines,
            total=total,
            pages=pages_of(query, path, total),
            given=given_of(room, query, path),
            choices=_choices(room, KINDS[name]),
            downloads=[query.address(f"{path}.{form}") for form in ("csv", "json")],
        )


def pages_of(query: Query, path: str, total: int) -> dict[str, object]:
    """The ways to the pages before and after."""
    last = max(1, -(-total // PAGE))
    return {
        "number": query.page,
        "last": last,
        "before": query.address(path, page=str(query.page - 1)) if query.page > 1 else None,
        "after": query.address(path, page=str(query.page + 1)) if query.page < last else None,
    }


def given_of(room: Room, query: Query, path: str) -> list[Link]:
    """The filters that are set, each with the way to be rid of it."""
    return [
        Link(f"{name.replace('_', ' ')}: {_shown(room, name, value)}", query.without(path, (name, value)))
        for name, value in query.given
        if name != "q"
    ]


def _facets(room: Room, query: Query, path: str, numbers: list[int]) -> list[tuple[str, list[tuple[str, int, str]]]]:
    """What the found things have in common, each with the way to keep to it."""
    counted = room.settled.facets(numbers, FACET_NAMES)
    found = []
    for facet, (name, heading) in FACET_NAMES.items():
        values = [
            (_shown(room, name, value), many, query.address(path, page=None) + _added(query, name, value))
            for value, many in counted[facet][:VALUES_SHOWN]
            if (name, value) not in query.given
        ]
        if values:
            found.append((heading, values))
    return found


def _added(query: Query, name: str, value: str) -> str:
    return ("&" if query.given else "?") + urlencode([(name, value)])


def _choices(room: Room, kind: str) -> dict[str, list[tuple[str, str]]]:
    """What the filters of a list can be set to: the values that things of its kind bear."""
    facets = {name: facet for facet, (name, _) in FACET_NAMES.items()}
    found = {}
    for name, facet in facets.items():
        values = [(v, _shown(room, name, v)) for v, _, _ in room.settled.tally(facet, kind, 60)]
        if name == "type" and kind == "event":
            values = [(t.value, _shown(room, name, t.value)) for t in ActType if t.value in {v for v, _ in values}]
        if name == "status" and kind == "event":
            values = [(s.value, s.value) for s in Status if s.value in {v for v, _ in values}]
        found[name] = values
    return found


def _shown(room: Room, name: str, value: str) -> str:
    if name == "state":
        return room.name(value)
    if name == "type":
        return value.lower()
    return (room.issue_name(value) if name == "issue" else None) or value
