"""An event's own page, and the form on it that puts one right."""

from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qs

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from detente.domain.corrections import Correction, Field
from detente.domain.derived import Event
from detente.domain.findings import Claim
from detente.domain.judgements import Judgement, Verdict
from detente.engines.correcting import check_together
from detente.errors import AddressError, UnknownNameError
from detente.record.asked import Asked, pair_label
from detente.record.store import Record
from detente.views.linked import Line
from detente.web.desk import Desk, desk_of
from detente.web.drafting import Draft, corrections_in, draft_of, draft_sent
from detente.web.explaining import whys
from detente.web.judged import back_to, claims_written, is_an_id, place_of, remember
from detente.web.room import Room

router = APIRouter()
NEAR = timedelta(days=31)
"""By so much the middle of a neighbour's days may lie further off; what is of no known month is no neighbour."""
SHOWN = 12
"""Events of the same days, of which an event may be one."""
NOT_SO = 422
"""The status of a form that cannot be followed as it is."""


@router.get("/events/{id_}")
def event(request: Request, id_: str) -> Response:
    """An event: every report's words for it, with rule and reasons."""
    desk = desk_of(request)
    with desk.room(desk.query(request, "event").as_of) as room:
        found = room.settled.thing("event", id_)
        if isinstance(found, Event):
            return _page(desk, request, room, found)
        return _where_it_is_now(desk, request, room, id_)


@router.post("/corrections")
async def correct(request: Request) -> Response:
    """Save what a form puts right, and go back to where it was; or show it again with what is wrong."""
    body = await request.body()
    return await run_in_threadpool(_correct, request, body)


def _correct(request: Request, body: bytes) -> Response:
    desk = desk_of(request)
    form = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    desk.check(form.get("token", [""])[0])
    draft = draft_sent(form)
    if not is_an_id(draft.on, "ec"):
        raise AddressError("That is the id of nothing that can be put right; an event's id is like e-1f2a3b4c5d6e.")
    corrections, troubles = corrections_in(draft, desk.keeper.names)
    if troubles:
        return _again(desk, request, draft, troubles)
    judgements = [_judgement(desk, draft, correction) for correction in corrections]
    try:
        check_together(_claims_of(desk, judgements[0]), judgements)
    except UnknownNameError as error:
        return _again(desk, request, draft, {Field.ACTORS.value: str(error)})
    with Record(desk.keeper.record) as record:
        for judgement in judgements:
            record.save_judgement(judgement)
    return remember(RedirectResponse(back_to(form.get("back", [""])[0]), 303), draft.by)


def _judgement(desk: Desk, draft: Draft, correction: Correction) -> Judgement:
    grounds = claims_written(draft.claims) or (draft.on,)
    return Judgement(Verdict.CORRECT, (draft.on,), draft.by, desk.today(), draft.why, (grounds,), correction)


def _claims_of(desk: Desk, judgement: Judgement) -> list[Claim]:
    """What a judgement on an event rests on, as it stands now; nothing where the record has it no longer."""
    with desk.room() as room:
        asked = (Asked("event", (("claim", claim),)) for claim in judgement.grounds[0])
        events = {e.id: e for one in asked for e in room.settled.find(one, 0, 1).things if isinstance(e, Event)}
        mentions = [m.claim for e in events.values() for m in e.mentions]
        return [claim for claim in mentions if claim.id in judgement.grounds[0]]


def _again(desk: Desk, request: Request, draft: Draft, troubles: dict[str, str]) -> Response:
    """The event's page with the form as it was sent, and what is wrong with it."""
    with desk.room() as room:
        found = room.settled.thing("event", draft.on)
        if not isinstance(found, Event):
            raise AddressError(" ".join(dict.fromkeys(troubles.values())))
        told = replace(draft, troubles=troubles)
        answer = _page(desk, request, room, found, told)
        answer.status_code = NOT_SO
        return answer


def _where_it_is_now(desk: Desk, request: Request, room: Room, id_: str) -> Response:
    """An event has another id when it is merged otherwise: what was judged is found by its claims."""
    rested = [part for j in desk.judgements()[::-1] for on, part in zip(j.on, j.grounds, strict=True) if on == id_]
    place = place_of(room, id_, rested[0]) if rested else None
    if place is None:
        raise HTTPException(404)
    return RedirectResponse(place.href + (f"?{request.url.query}" if request.url.query else ""), 303)


def _page(desk: Desk, request: Request, room: Room, found: Event, draft: Draft | None = None) -> Response:
    parts = room.lines(room.settled.find(Asked("event", (("part_of", found.id),))).things)
    whole = room.settled.thing("event", found.part_of) if found.part_of else None
    return desk.page(
        request,
        "event.html",
        room,
        path=f"/events/{found.id}",
        event=found,
        told=room.whole(found).line(found),
        whys=whys(room, found),
        parts=parts,
        whole=room.lines([whole])[0] if whole else None,
        near=_near(room, found),
        pledges=room.lines(room.settled.find(Asked("pledge", (("of_event", found.id),))).things),
        judged=desk.judged_on(room, *(m.claim.id for m in found.mentions), found.id),
        grounds=" ".join(m.claim.id for m in found.mentions),
        draft=draft or draft_of(found, desk.reviewer(request)),
        powers=desk.powers,
    )


def _near(room: Room, event: Event) -> list[Line]:
    """Events of the same powers about the same time, with which an event may be one."""
    if not event.powers or event.when.earliest is None:
        return []
    label = ("pair", pair_label(*event.powers[:2])) if len(event.powers) > 1 else ("power", event.powers[0])
    week = timedelta(days=7)
    latest = event.when.latest or event.when.earliest
    days = (event.when.earliest - week, latest + week)
    asked = Asked("event", (label,), *days, around=(days[0] - NEAR, days[1] + NEAR))
    return [line for line in room.page(asked, 0, SHOWN)[0] if line.id != event.id]
