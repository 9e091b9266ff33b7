"""The pages that are no plain lists: home, a pair, an issue, a person, a report, a rule."""

from datetime import timedelta
from functools import partial
from urllib.parse import quote as escaped

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from detente.domain.derived import DatedReport, Issue, Pledge, SpokenWords, Thing
from detente.domain.findings import Figure
from detente.domain.ids import ReportId, RuleId
from detente.domain.spans import Quote, Span
from detente.errors import AddressError
from detente.events.warmth import turning_points
from detente.record.asked import Asked, pair_label
from detente.rules.acts import load_act_rules
from detente.views.copying import say_copied
from detente.views.lines import Line, quotes_of, words_href
from detente.views.marking import Mark, stretches
from detente.views.matters import heat_in_words, months_of_acts
from detente.views.phrasing import load_phrasing
from detente.views.tables import source_name
from detente.web.asking import PAGE, pair_of
from detente.web.desk import desk_of
from detente.web.lists import pages_of
from detente.web.paired import board, pair_rows, turns_of
from detente.web.pictures import charts_of, meetings
from detente.web.room import Room

router = APIRouter()
NEWS = timedelta(days=30)
"""What the reports of the last days of a record brought is told on its first page."""
SHOWN = 12
FEW = 6
EACH = 500
"""Findings of one kind that are marked in a report's text."""
_OF_A_REPORT = ("event", "statement", "figure", "disagreement", "issue", "pledge")
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


@router.get("/reports/{id_}")
def report(request: Request, id_: str) -> Response:
    """A report's text with all that was found in it, the sought words marked."""
    desk = desk_of(request)
    with desk.room(desk.query(request, "report").as_of) as room:
        dated = room.settled.reports([id_]).get(ReportId(id_))
        if dated is None:
            raise HTTPException(404)
        here = _place(request.query_params.get("at"), len(dated.report.text))
        marks, notes = _found_in(room, dated.report.id)
        return desk.page(
            request,
            "report.html",
            room,
            dated=dated,
            told=room.lines([dated])[0],
            stretches=stretches(dated.report.text, marks, room.settled.furniture(dated.report.id), here),
            notes=notes,
            here=here,
            copied=_copied(room, dated),
            copies=room.page(Asked("report", (("origin", dated.origin),)), 0, FEW),
            problems=room.page(Asked("problem", (("report", id_),)), 0, SHOWN)[0],
            judged=desk.judged_on(room, id_),
        )


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


def _found_in(room: Room, report: ReportId) -> tuple[list[Mark], list[tuple[int, str, Line]]]:
    """The places of a report's findings in the text's order, and a note for each."""
    found: list[tuple[Span, Thing]] = []
    for kind in _OF_A_REPORT:
        for thing in room.settled.find(Asked(kind, (("report", report),)), 0, EACH).things:
            spans = dict.fromkeys(q.span for q in _all_quotes(thing) if q.report_id == report)
            found += [(span, thing) for span in spans]
    found.sort(key=lambda f: (f[0].start, f[0].end, type(f[1]).__name__))
    lines = room.lines([thing for _, thing in found])
    kinds = [line.kind for line in lines]
    marks = [Mark(span, kind, n) for n, ((span, _), kind) in enumerate(zip(found, kinds, strict=True), 1)]
    notes = [
        (n, words_href(report, span), line) for n, ((span, _), line) in enumerate(zip(found, lines, strict=True), 1)
    ]
    return marks, notes


def _copied(room: Room, dated: DatedReport) -> str:
    """Whose text a report gives, in a sentence; empty where it is the first or the only one."""
    if dated.copied is None:
        return ""
    first = room.settled.reports([dated.copied.of]).get(dated.copied.of)
    phrasing = load_phrasing()
    whose = source_name(first.report) if first else phrasing.say("report", "unlisted")
    return say_copied(dated.copied, whose, phrasing)


def _all_quotes(thing: Thing) -> list[Quote]:
    return [*quotes_of(thing), *(c.quote for c in getattr(thing, "history", ()))]


def _place(at: str | None, length: int) -> Span | None:
    """The sought words, from "120-168" in an address."""
    if not at:
        return None
    start, dash, end = at.partition("-")
    if not (dash and start.isdecimal() and end.isdecimal() and int(start[:9]) < int(end[:9]) <= length):
        raise AddressError(f"“{at[:40]}” is no place in this report, which has {length:,} characters.")
    return Span(int(start), int(end))
