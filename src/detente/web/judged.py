"""What the forms of judgements share: ids, the way back, the name that is remembered, where a thing is now."""

import re
from urllib.parse import quote

from starlette.responses import RedirectResponse

from detente.domain.derived import Event
from detente.record.asked import Asked
from detente.views.linked import Link
from detente.web.desk import REVIEWER
from detente.web.room import Room

LONGEST = 2_000
"""Letters of a name or a reason."""
A_YEAR_S = 365 * 24 * 3600
_ID = re.compile(r"[a-z]-[0-9a-f]{12}")


def is_an_id(text: str, letters: str = "") -> bool:
    """Whether this can be the id of a thing, of one that begins with one of some letters where they are given."""
    return bool(_ID.fullmatch(text)) and (not letters or text[0] in letters)


def clean(text: str) -> str:
    """What someone wrote, without what cannot be seen, such as a turn of the direction of writing."""
    return "".join(c if c.isprintable() else " " for c in text).strip()[:LONGEST]


def claims_written(text: str) -> tuple[str, ...]:
    """What made the thing when the page was shown: a judgement is on what its giver saw."""
    return tuple(part for part in text.split() if _ID.fullmatch(part))


def back_to(address: str) -> str:
    """A page of this desk, whatever the form says."""
    is_ours = address.startswith("/") and not address.startswith("//") and "\\" not in address
    return address if is_ours and address.isprintable() else "/judgements"


def remember(answer: RedirectResponse, by: str) -> RedirectResponse:
    """The answer, with the name for the next form."""
    # a cookie holds Latin letters alone
    answer.set_cookie(REVIEWER, quote(by), max_age=A_YEAR_S, httponly=True, samesite="strict")
    return answer


def place_of(room: Room, thing: str, part: tuple[str, ...]) -> Link | None:
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
