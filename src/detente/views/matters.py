"""What stands beside the events in a brief: issues, pledges, figures, disagreements, and what could not be read."""

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from babel.numbers import format_compact_decimal, format_decimal

from detente.domain.days import NOT_KNOWN, When
from detente.domain.derived import Change, Issue, IssuePoint, Pledge
from detente.domain.findings import Figure, Problem
from detente.domain.ids import ActorId, IssueId
from detente.domain.reports import Report
from detente.domain.spans import Quote
from detente.views.brief_parts import Conflict, Line, Matter, Number, Stand, Step, Unread
from detente.views.citing import newest_first
from detente.views.desk import Desk
from detente.views.telling import disagreements
from detente.views.wording import Wording

COMPACT_FROM = 1e6
"""From here on a number is read more easily with a word ("52 billion") than with its noughts."""
SHARE = "share"
MENTIONS_SHOWN = 3
"""Quotes beside an issue, after the one that shows its status; what was done about it is told among the events."""
ALIASES_SHOWN = 4
"""Other names of an issue, the shortest first."""


def issues(desk: Desk) -> tuple[Matter, ...]:
    """The disputes and channels of the two, and those that an event of the brief is about."""
    found = (_issue(desk, i) for i in issues_of_both(desk))
    return tuple(matter for matter in found if matter)


def issues_of_both(desk: Desk) -> list[Issue]:
    """The same as they are in the record, the liveliest first."""
    told = _issues_told(desk)
    pair = set(desk.scope.between)
    return sorted((i for i in desk.derived.issues if pair <= set(i.parties) or i.id in told), key=_liveliest_first)


def pledges(desk: Desk) -> tuple[Matter, ...]:
    """What either of the two promised the other, with the other or by itself, or with others on an issue of theirs."""
    found = (_pledge(desk, p) for p in pledges_of_both(desk))
    return tuple(matter for matter in found if matter)


def pledges_of_both(desk: Desk) -> list[Pledge]:
    """The same as they are in the record, the newest first."""
    return sorted((p for p in desk.derived.pledges if is_of_both(desk, p)), key=_newest_promise_first)


def is_of_both(desk: Desk, pledge: Pledge) -> bool:
    """Whether a promise binds the two, or one of them alone; with a third only where it is about an issue of theirs."""
    pair, parties = set(desk.scope.between), {*pledge.party, *pledge.to}
    if not pair & set(pledge.party):
        return False
    shared = {i.id for i in desk.derived.issues if pair <= set(i.parties)}
    return pair <= parties or parties <= pair or bool(shared & set(pledge.issues))


def figures(desk: Desk) -> tuple[Number, ...]:
    """The figures of the brief's reports."""
    found = (_figure(desk, f) for f in desk.derived.figures)
    return tuple(number for number in found if number)


def conflicts(desk: Desk) -> tuple[Conflict, ...]:
    """Where the brief's reports disagree, side by side."""
    return tuple(
        Conflict(
            about=desk.phrasing.capital(d.about),
            klass=desk.phrasing.say("disagreement", d.klass),
            sides=tuple(
                Line(
                    desk.phrasing.say(
                        "disagreement", "side", outlet=desk.citing.outlet(s.quote), says=desk.wording.said(s.says)
                    ),
                    desk.citing.cite([s.quote]),
                )
                for s in d.sides
                if desk.citing.knows(s.quote)
            ),
        )
        for d in disagreements(desk)
    )


def unread(desk: Desk) -> Iterator[Unread]:
    """What could not be read: whole files, and places in the brief's reports."""
    report_by_id = {d.report.id: d.report for d in desk.derived.reports}
    for problem in desk.derived.problems:
        report = report_by_id.get(problem.report_id) if problem.report_id else None
        if problem.report_id is not None and problem.report_id not in desk.reports:
            continue
        path = problem.path or (report.path if report else None)
        named = report.title if report else None
        place = PurePath(path).name if path else named or desk.phrasing.say("report", "unnamed_file")
        yield Unread(place, _reason(desk, problem, report))


def value_in_words(figure: Figure) -> str:
    """A number as a reader takes it in, such as: more than 52 billion USD."""
    value, unit = (figure.value * 100, "%") if figure.unit == SHARE else (figure.value, figure.unit)
    is_large = abs(value) >= COMPACT_FROM
    number = (
        format_compact_decimal(value, format_type="long", locale="en", fraction_digits=2)
        if is_large
        else format_decimal(value, locale="en")
    )
    hedge = f"{figure.approx} " if figure.approx else ""
    return f"{hedge}{number}{'' if unit == '%' else ' '}{unit}"


def _reason(desk: Desk, problem: Problem, report: Report | None) -> str:
    if report is None or problem.span is None:
        return problem.reason
    words = " ".join(report.quote(problem.span).exact.split())
    return desk.phrasing.say("report", "words", reason=problem.reason, words=words)


def _issues_told(desk: Desk) -> set[IssueId]:
    chapters = desk.chapters
    tops = (*chapters.between, *chapters.groups, *chapters.ahead)
    return {i for e in (*tops, *(p for top in tops for p in chapters.parts.get(top.id, ()))) for i in e.issues}


def _issue(desk: Desk, issue: Issue) -> Matter | None:
    names = {"name": desk.phrasing.capital(issue.name), "nature": desk.phrasing.say("issue", issue.nature)}
    key = "sentence" if issue.history else "unsettled"
    status = desk.phrasing.say("issue", issue.status)
    text = desk.phrasing.say("issue", key, status=status, **names)
    last = [c.quote for c in issue.history[-1:]]
    line = desk.line(text, last + [q for q in issue.mentions if q not in last][:MENTIONS_SHOWN])
    aliases = tuple(sorted(issue.aliases, key=lambda a: (len(a), a))[:ALIASES_SHOWN])
    steps, stands = _steps(desk, issue.history, "issue"), tuple(_stands(desk, issue))
    return Matter(line, None, None, aliases, steps, stands, _index(desk, issue)) if line else None


def _index(desk: Desk, issue: Issue) -> str | None:
    """Its index in the month of the last act that is told; later months only carry that on."""
    moved = months_of_acts([p for p in desk.derived.heat if p.issue == issue.id])
    return heat_in_words(desk.wording, moved[-1], "issue_index") if moved else None


def months_of_acts(points: Iterable[IssuePoint]) -> list[IssuePoint]:
    """The months of an issue's index in which an act was told, by day; the others only carry one on."""
    ordered = sorted(points, key=lambda p: p.day)
    return [
        p
        for before, p in zip([None, *ordered], ordered, strict=False)
        if not before or set(p.behind) - set(before.behind)
    ]


def heat_in_words(wording: Wording, point: IssuePoint, key: str) -> str:
    """How warm or cold the acts about an issue were at the end of a month, in a phrase of `counts`."""
    parts = {"day": wording.one_day(point.day), "value": wording.index(point.value)}
    return wording.phrasing.say_number("counts", key, point.events, **parts)


def _stands(desk: Desk, issue: Issue) -> Iterator[Stand]:
    """The positions; parties that are given one place alike stand in one line."""
    together: dict[tuple[Quote, str | None, When], list[ActorId]] = {}
    for position in issue.positions:
        together.setdefault((position.quote, position.by, position.when), []).append(position.party)
    for (quote, by, when), parties in together.items():
        line = desk.line(" ".join(quote.exact.split()), [quote])
        powers = desk.phrasing.capital(desk.wording.powers(parties))
        is_named = by is not None and by.casefold() not in powers.casefold()
        who = desk.phrasing.say("issue", "by", party=powers, by=by or "") if is_named else powers
        if line:
            yield Stand(who, desk.wording.day(when), line)


def _liveliest_first(issue: Issue) -> tuple[bool, int, str]:
    return (not issue.history, -len(issue.mentions), issue.id)


def _pledge(desk: Desk, pledge: Pledge) -> Matter | None:
    status = desk.phrasing.say("pledge_status", pledge.status)
    key = "towards" if pledge.to else "sentence"
    party, to = desk.wording.powers(pledge.party), desk.wording.powers(pledge.to)
    text = desk.phrasing.say("pledge", key, party=desk.phrasing.capital(party), to=to, what=pledge.what)
    line = desk.line(text, pledge.mentions)
    due = desk.wording.day(pledge.due) if pledge.due.earliest or pledge.due.latest else None
    if due and pledge.status == "announced" and _is_past(desk, pledge):
        status, due = desk.phrasing.say("pledge_status", "overdue", day=due), None
    steps = _steps(desk, pledge.history, "pledge")
    return Matter(line, status, due, (), steps) if line else None


def _is_past(desk: Desk, pledge: Pledge) -> bool:
    """Whether reports have come out after the day by which it was due: none of them tells of it."""
    due = pledge.due.latest or pledge.due.earliest
    out = max((d.published.latest for d in desk.derived.reports if d.published.latest), default=None)
    return due is not None and out is not None and due < out


def _newest_promise_first(pledge: Pledge) -> tuple[bool, int, str]:
    return (*newest_first(pledge.history[0].when if pledge.history else NOT_KNOWN), pledge.id)


def _steps(desk: Desk, history: tuple[Change, ...], kind: str) -> tuple[Step, ...]:
    """One line for each status on each day, what has no day last."""
    quotes: dict[tuple[bool, str, str], list[Quote]] = {}
    for change in history:
        day = desk.wording.day(change.when)
        is_undated = change.when.earliest is None and change.when.latest is None
        quotes.setdefault((is_undated, day, desk.phrasing.say(kind, change.status)), []).append(change.quote)
    steps = ((day, desk.line(status, found)) for (_, day, status), found in sorted(quotes.items(), key=_is_undated))
    return tuple(Step(day, line) for day, line in steps if line)


def _is_undated(item: tuple[tuple[bool, str, str], list[Quote]]) -> bool:
    return item[0][0]


def _figure(desk: Desk, figure: Figure) -> Number | None:
    line = desk.line(figure.measure or figure.quote.exact, [figure.quote])
    return Number(value_in_words(figure), line, figure.period, figure.given_by) if line else None
