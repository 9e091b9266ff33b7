"""Judging from the pages: a queue of what is doubtful, forms that sign a word, and the list of all that was said."""

from urllib.parse import parse_qsl

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from detente.domain.derived import Event
from detente.domain.judgements import Judgement, Verdict
from detente.errors import AddressError
from detente.record.asked import Asked
from detente.record.store import Record
from detente.web.asking import PAGE
from detente.web.desk import Desk, desk_of
from detente.web.drafting import draft_of
from detente.web.judged import back_to, claims_written, clean, is_an_id, place_of, remember
from detente.web.lists import pages_of

router = APIRouter()


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
        drafts = [draft_of(thing, desk.reviewer(request)) for thing in found.things if isinstance(thing, Event)]
        return desk.page(
            request,
            "review.html",
            room,
            rows=list(zip(lines, doubts, told, drafts, strict=True)),
            total=found.total,
            query=query,
            pages=pages_of(query, "/review", found.total),
            powers=desk.powers,
        )


@router.get("/judgements")
def audit(request: Request) -> Response:
    """Every judgement, the newest first, with whether it has something to speak of."""
    desk = desk_of(request)
    with desk.room() as room:
        judged = desk.judged(room)[::-1]
        parts = [pair for j in judged for pair in zip(j.word.on, j.word.grounds, strict=True)]
        now = {thing: place_of(room, thing, part) for thing, part in parts}
        return desk.page(request, "judgements.html", room, judged=judged, now=now)


@router.post("/judgements")
async def judge(request: Request) -> Response:
    """Add a judgement, and go back to where it was given."""
    body = await request.body()
    return await run_in_threadpool(_judge, request, body)


def _judge(request: Request, body: bytes) -> Response:
    desk = desk_of(request)
    form = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    desk.check(form.get("token", ""))
    judgement = _judgement(desk, form)
    with Record(desk.keeper.record) as record:
        record.save_judgement(judgement)
    return remember(RedirectResponse(back_to(form.get("back", "")), 303), judgement.by)


def _judgement(desk: Desk, form: dict[str, str]) -> Judgement:
    by, why = (clean(form.get(name, "")) for name in ("by", "why"))
    if not by or not why:
        raise AddressError("A judgement is signed and gives its reason: fill in both.")
    try:
        verdict = Verdict(form.get("verdict", ""))
    except ValueError as error:
        raise AddressError(f"A verdict is one of {', '.join(Verdict)}.") from error
    things = [form.get("on", "").strip()]
    parts = [claims_written(form.get("claims", ""))]
    if verdict in (Verdict.SAME, Verdict.DIFFERENT):
        other = form.get("other", "").strip().rpartition("/")[2]
        things.append(other)
        parts.append(desk.grounds_of(other))
    if not all(is_an_id(thing) for thing in things):
        raise AddressError("That is the id of nothing; an event's id is like e-1f2a3b4c5d6e.")
    grounds = tuple(part or (thing,) for thing, part in zip(things, parts, strict=True))
    try:
        return Judgement(verdict, tuple(things), by, desk.today(), why, grounds)
    except ValueError as error:
        raise AddressError(f"That cannot be judged so: {error}.") from error
