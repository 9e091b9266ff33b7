"""What the routes share: the record's keeper, the templates, and how a page is answered."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import quote as escaped
from urllib.parse import unquote

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from detente.domain.acts import ActType, Status
from detente.domain.derived import Event
from detente.domain.edtf import WAYS
from detente.domain.judgements import Judgement
from detente.engines.correcting import OTHERS
from detente.errors import AddressError, DetenteError
from detente.events.fates import Fate, fated
from detente.record.store import Record
from detente.views.phrasing import load_phrasing
from detente.web.asking import Query, query_of
from detente.web.keeping import Keeper
from detente.web.room import Room

KINDS = {
    "events": "event",
    "statements": "statement",
    "figures": "figure",
    "issues": "issue",
    "pledges": "pledge",
    "disagreements": "disagreement",
    "reports": "report",
    "problems": "problem",
}
"""The lists by the names in their addresses."""
HEADINGS = {
    "events": "Events",
    "statements": "Who said what",
    "figures": "Figures",
    "issues": "Disputes and channels",
    "pledges": "Promises",
    "disagreements": "Where the reports disagree",
    "reports": "Reports",
    "problems": "What could not be read",
}
REVIEWER = "reviewer"
"""The cookie that holds the name with which someone signed last."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement with what became of it."""

    word: Judgement
    fate: Fate
    is_worked_in: bool
    """Whether what the pages show follows it already."""


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("detente.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["address"] = lambda text: escaped(str(text), safe="")
    environment.globals |= {
        "types": [t.value for t in ActType],
        "statuses": [s.value for s in Status],
        "ways": WAYS,
        "others": OTHERS,
    }
    environment.filters["fate"] = lambda fate: load_phrasing().say("fate", fate)
    environment.filters["number"] = lambda number: f"{number:,}"
    return environment


@dataclass(frozen=True, slots=True)
class Desk:
    """One record, open to a browser."""

    keeper: Keeper
    token: str
    """Only a page of this desk knows it; every form brings it back."""
    today: Callable[[], date]
    templates: Environment = field(default_factory=_environment)

    @contextmanager
    def room(self, as_of: date | None = None) -> Iterator[Room]:
        """The settled record, for one request."""
        settled, is_fresh = self.keeper.settled(as_of)
        with settled:
            yield Room(settled, self.keeper.names, is_fresh)

    def judgements(self) -> tuple[Judgement, ...]:
        """All that people said, read from the record itself: a judgement is shown as soon as it is given."""
        with Record(self.keeper.record) as record:
            return record.judgements()

    def said(self, room: Room) -> list[tuple[Judgement, bool]]:
        """All that people said, in the order in which they did, with whether what they spoke of is there."""
        matched = room.settled.matched
        # what was said a moment ago is taken to speak of what was shown
        return [(j, matched.get(j.id, True)) for j in self.judgements()]

    def judged(self, room: Room) -> list[Judged]:
        """All that people said with what became of it, in the order in which they said it."""
        return [Judged(f.word, f.fate, f.word.id in room.settled.matched) for f in fated(self.said(room))]

    def judged_on(self, room: Room, *things: str) -> list[Judged]:
        """What people said of any of some things, and of those words, the newest last."""
        judged, wanted = self.judged(room), set(things)
        wanted |= {j.word.id for j in judged if wanted & {*j.word.on, *(c for part in j.word.grounds for c in part)}}
        return [j for j in judged if j.word.id in wanted or wanted & set(j.word.on)]

    def check(self, token: str) -> None:
        """Refuse a form that no page of this desk holds."""
        if token != self.token:
            raise AddressError("This form is not of this desk, or the desk was started anew: load the page again.")

    def reviewer(self, request: Request) -> str:
        """The name with which someone signed last."""
        return unquote(request.cookies.get(REVIEWER, ""))

    @property
    def powers(self) -> list[str]:
        """The names of the states and bodies that the data knows, sorted."""
        return sorted(set(self.keeper.names.name_by_id.values()))

    def grounds_of(self, thing: str) -> tuple[str, ...]:
        """The claims of an event that someone names."""
        with self.room() as room:
            found = room.settled.thing("event", thing)
            return tuple(m.claim.id for m in found.mentions) if isinstance(found, Event) else ()

    def query(self, request: Request, kind: str, fixed: list[tuple[str, str]] | None = None) -> Query:
        """What the address of a request asks for."""
        return query_of(kind, request.query_params.multi_items(), self.keeper.names, fixed or ())

    def page(self, request: Request, template: str, room: Room, **values: Any) -> Response:  # noqa: ANN401 - what a template shows
        """A page, with what every page has."""
        shared = {
            "record": self.keeper.record.name,
            "room": room,
            "path": request.url.path,
            "params": list(request.query_params.multi_items()),
            "as_of": request.query_params.get("as_of", ""),
            "token": self.token,
            "reviewer": self.reviewer(request),
            "headings": HEADINGS,
        }
        return HTMLResponse(self.templates.get_template(template).render(**shared | values))

    def trouble(self, request: Request, status: int, heading: str, text: str, **values: Any) -> Response:  # noqa: ANN401 - what a template shows
        """A page that says why there is none, and where to go."""
        shared: Mapping[str, Any] = {
            "record": self.keeper.record.name,
            "room": None,
            "path": request.url.path,
            "params": [],
            "as_of": "",
            "token": "",
            "reviewer": "",
            "headings": HEADINGS,
            "heading": heading,
            "text": text,
            "suggestions": [],
        }
        return HTMLResponse(self.templates.get_template("trouble.html").render({**shared, **values}), status)


def desk_of(request: Request) -> Desk:
    """The desk that answers a request."""
    desk = request.app.state.desk
    if not isinstance(desk, Desk):
        raise DetenteError("There is no record on this desk.")
    return desk
