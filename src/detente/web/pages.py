"""The pages of one thing: an issue, a person, a rule, a statement, a figure, a promise, a disagreement."""

from functools import partial
from urllib.parse import quote as escaped

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from detente.domain.derived import Issue, Pledge, SpokenWords, Thing
from detente.domain.findings import Figure
from detente.domain.ids import RuleId
from detente.record.asked import Asked
from detente.rules.acts import load_act_rules
from detente.views.matters import heat_in_words, months_of_acts
from detente.web.asking import PAGE
from detente.web.desk import desk_of
from detente.web.lists import pages_of
from detente.web.room import Room

router = APIRouter()
SHOWN = 12
FEW = 6


@router.get("/issues/{id_}")
def issue(request: Request, id_: str) -> Response:
    """A dispute or channel: its status through time, and what was done about it."""
    desk = desk_of(request)
    query = desk.query(request, "event", [("issue", id_)])
    with desk.room(query.as_of) as room:
        found = _one(room, "issue", id_)
        if not isinstance(found, Issue):
            raise HTTPException(404)
        telling = room.whole(found)
        events, total = room.page(query.asked, query.first, PAGE)
        return desk.page(
            request,
            "issue.html",
            room,
            issue=found,
            told=telling.line(found),
            steps=[telling.step(change, "issue") for change in reversed(found.history)],
            heat=months_of_acts(room.settled.heat(found.id)),
            heat_words=partial(heat_in_words, telling.wording, key="issue_heat"),
            wording=telling.wording,
            positions=[telling.position(position) for position in found.positions],
            events=events,
            total=total,
            pages=pages_of(query, f"/issues/{id_}", total),
            statements=room.page(query.with_kind("statement"), 0, FEW)[0],
            pledges=room.page(query.with_kind("pledge"), 0, FEW)[0],
            query=query,
        )


@router.get("/people/{name:path}")
def person(request: Request, name: str) -> Response:
    """Someone with the offices that the data knows, his words, and what he did for whom."""
    desk = desk_of(request)
    known = desk.keeper.names.persons_named(name)
    bearer = known[0].name if known else name
    query = desk.query(request, "statement", [("person", bearer)])
    with desk.room(query.as_of) as room:
        statements, total = room.page(query.asked, query.first, PAGE)
        events, many = room.page(query.with_kind("event"), 0, SHOWN)
        if not (statements or events or known):
            raise HTTPException(404)
        return desk.page(
            request,
            "person.html",
            room,
            name=bearer,
            known=known,
            statements=statements,
            total=total,
            events=events,
            many=many,
            pages=pages_of(query, f"/people/{escaped(name, safe='')}", total),
            query=query,
        )


@router.get("/people")
def people(request: Request) -> Response:
    """Those who spoke or acted, by how many statements they made."""
    desk = desk_of(request)
    query = desk.query(request, "statement")
    with desk.room(query.as_of) as room:
        rows = room.settled.tally("person", "statement", PAGE, query.first)
        total = room.settled.many_values("person", "statement")
        return desk.page(request, "people.html", room, rows=rows, query=query, pages=pages_of(query, "/people", total))


@router.get("/rules/{id_:path}")
def rule(request: Request, id_: str) -> Response:
    """A rule with the sentences that prove it, and what it coded in this record."""
    desk = desk_of(request)
    found = load_act_rules().by_id.get(RuleId(id_))
    query = desk.query(request, "event", [("rule", id_)])
    with desk.room(query.as_of) as room:
        events, total = room.page(query.asked, query.first, PAGE)
        if found is None and not events:
            raise HTTPException(404)
        return desk.page(
            request,
            "rule.html",
            room,
            id=id_,
            rule=found,
            events=events,
            total=total,
            pages=pages_of(query, f"/rules/{id_}", total),
            query=query,
        )


@router.get("/statements/{id_}")
@router.get("/figures/{id_}")
@router.get("/pledges/{id_}")
@router.get("/disagreements/{id_}")
def one(request: Request, id_: str) -> Response:
    """A statement, figure, pledge or disagreement on its own."""
    desk = desk_of(request)
    name = request.url.path.split("/")[1]
    with desk.room(desk.query(request, "event").as_of) as room:
        found = _one(room, name.removesuffix("s"), id_)
        telling = room.whole(found)
        steps = [telling.step(c, "pledge") for c in reversed(found.history)] if isinstance(found, Pledge) else []
        grounds = [s.id for s in found.statements] if isinstance(found, SpokenWords) else [id_]
        return desk.page(
            request,
            "one.html",
            room,
            name=name,
            told=telling.line(found),
            steps=steps,
            judged=desk.judged_on(room, id_, *grounds),
            grounds=" ".join(grounds) if isinstance(found, SpokenWords | Figure) else "",
            id=id_,
        )


def _one(room: Room, kind: str, id_: str) -> Thing:
    found = room.settled.thing(kind, id_)
    if found is None and kind == "statement":
        found = next(iter(room.settled.find(Asked(kind, (("said", id_),)), 0, 1).things), None)
    if found is None:
        raise HTTPException(404)
    return found
