"""Judging from the pages: a queue of what is doubtful, forms that sign a word, and the list of all that was said."""

import re
from urllib.parse import parse_qsl

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from detente.domain.derived import Event
from detente.domain.judgements import Judgement, Verdict
from detente.errors import AddressError
from detente.record.settled import Asked
from detente.record.store import Record
from detente.views.lines import Link
from detente.web.asking import PAGE
from detente.web.desk import REVIEWER, Desk, desk_of
from detente.web.lists import pages_of
from detente.web.room import Room

router = APIRouter()
LONGEST = 2_000
"""Letters of a name or a reason."""
A_YEAR_S = 365 * 24 * 3600
_ID = re.compile(r"[a-z]-[0-9a-f]{12}")


@router.get("/review")
def queue(request: Request) -> Response:
    """What to look at first: what has the most reasons for doubt, and what nobody has judged."""
    desk = desk_of(request)
    query = desk.query(request, "event")
    with desk.room(query.as_of) as room:
        asked = Asked("event", query.asked.labels, query.asked.since, query.asked.until, by_doubt=True)
        found = room.settled.find(asked, query.first, PAGE)
        judged = {c for j in desk.judgements() for part in j.grounds for c in part}
        lines = room.lines(found.things)
        doubts = [room.settled.labels_of("event", line.id, "doubt") for line in lines]
        told = [any(m.claim.id in judged for m in getattr(thing, "mentions", ())) for thing in found.things]
        grounds = [" ".join(m.claim.id for m in getattr(thing, "mentions", ())) for thing in found.things]
        return desk.page(
            request,
            "review.html",
            room,
            rows=list(zip(lines, doubts, told, grounds, strict=True)),
            total=found.total,
            query=query,
            pages=pages_of(query, "/review", found.total),
        )


@router.get("/judgements")
def audit(request: Request) -> Response:
    """Every judgement, the newest first, with whether it has something to speak of."""
    desk = desk_of(request)
    with desk.room() as room:
        judgements = desk.judgements()[::-1]
        now = {thing: _now(room, thing, part) for j in judgements for thing, part in zip(j.on, j.grounds, strict=True)}
        return desk.page(request, "judgements.html", room, judgements=judgements, now=now, matched=room.settled.matched)


def _now(room: Room, thing: str, part: tuple[str, ...]) -> Link | None:
    """Where what was judged is today: the same page, or the event that has its claims now."""
    for name, letter in (("events", "e"), ("statements", "s"), ("figures", "f")):
        if thing.startswith(letter) and room.settled.thing(name.removesuffix("s"), thing):
            return Link(thing, f"/{name}/{thing}")
    if thing in room.settled.reports([thing]):
        return Link(thing, f"/reports/{thing}")
    for claim in part:
        for found in room.settled.find(Asked("event", (("claim", claim),)), 0, 1).things:
            if isinstance(found, Event):
                return Link(found.id, f"/events/{found.id}")
    return None


@router.post("/judgements")
async def judge(request: Request) -> Response:
    """Add a judgement, and go back to where it was given."""
    body = await request.body()
    return await run_in_threadpool(_judge, request, body)


def _judge(request: Request, body: bytes) -> Response:
    desk = desk_of(request)
    form = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    if form.get("token") != desk.token:
        raise AddressError("This form is not of this desk, or the desk was started anew: load the page again.")
    judgement = _judgement(desk, form)
    with Record(desk.keeper.record) as record:
        record.save_judgement(judgement)
    answer = RedirectResponse(_back(form.get("back", "")), 303)
    answer.set_cookie(REVIEWER, judgement.by, max_age=A_YEAR_S, httponly=True, samesite="strict")
    return answer


def _judgement(desk: Desk, form: dict[str, str]) -> Judgement:
    by, why = (form.get(name, "").strip()[:LONGEST] for name in ("by", "why"))
    if not by or not why:
        raise AddressError("A judgement is signed and gives its reason: fill in both.")
    try:
        verdict = Verdict(form.get("verdict", ""))
    except ValueError as error:
        raise AddressError(f"A verdict is one of {', '.join(Verdict)}.") from error
    things = [form.get("on", "").strip()]
    parts = [_claims(form.get("claims", ""))]
    if verdict in (Verdict.SAME, Verdict.DIFFERENT):
        other = form.get("other", "").strip().rpartition("/")[2]
        things.append(other)
        parts.append(desk.grounds_of(other))
    if not all(_ID.fullmatch(thing) for thing in things):
        raise AddressError("That is the id of nothing; an event's id is like e-1f2a3b4c5d6e.")
    grounds = tuple(part or (thing,) for thing, part in zip(things, parts, strict=True))
    try:
        return Judgement(verdict, tuple(things), by, desk.today(), why, grounds)
    except ValueError as error:
        raise AddressError(f"That cannot be judged so: {error}.") from error


def _claims(text: str) -> tuple[str, ...]:
    """What made the thing when the page was shown: a judgement is on what its giver saw."""
    return tuple(part for part in text.split() if _ID.fullmatch(part))


def _back(address: str) -> str:
    """A page of this desk, whatever the form says."""
    is_ours = address.startswith("/") and not address.startswith("//") and "\\" not in address
    return address if is_ours and address.isprintable() else "/judgements"
