"""The key judgements of a brief: what a reader must know who reads nothing else, each derived and with its counts."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from detente.domain.derived import Issue, Pledge
from detente.domain.findings import Figure
from detente.rules.numbers import NumberKind, load_number_rules
from detente.views.brief_parts import Line
from detente.views.chapters import WITNESSES
from detente.views.desk import Desk
from detente.views.index_lines import index_lines
from detente.views.matters import issues_of_both, pledges_of_both, value_in_words
from detente.views.telling import disagreement_line, disagreements, in_time, key_line, news_of, witnesses

KEY_POINTS = 6
"""As many as a reader takes in before he turns the page."""
KEY_POINTS_ON_OTHERS = 2
"""A brief on two powers is not one on the world."""
KEY_DISAGREEMENTS = 2
"""More of them are in their own chapter."""
KEY_FIGURES = 2
"""Numbers that several origins give; all are in their own chapter."""
ENOUGH = 3
"""Key points of several origins, from which on none of a single origin stands beside them."""
_STATUSES = ("open", "easing", "suspended", "resuming", "active", "settled", "ended")
"""In this order a reader asks for them."""


def key_points(desk: Desk) -> tuple[Line, ...]:
    """The news, the most widely told of it, numbers that several give, where matters stand, where reports disagree."""
    return (
        *_acts(desk),
        *_figures(desk),
        *_issues(desk),
        *_pledges(desk),
        *index_lines(desk)[:1],
        *(disagreement_line(desk, d) for d in disagreements(desk)[:KEY_DISAGREEMENTS]),
    )


def _acts(desk: Desk) -> Iterator[Line]:
    own = news_of(desk, desk.chapters.between)
    widely = [e for e in own if witnesses(desk, e) >= WITNESSES]
    chosen = (widely if len(widely) >= ENOUGH else own)[:KEY_POINTS]
    others = news_of(desk, (*desk.chapters.towards, *desk.chapters.around))
    told = [e for e in others if witnesses(desk, e) >= WITNESSES][:KEY_POINTS_ON_OTHERS]
    latest = in_time(own)[:1]
    if latest and latest[0] not in chosen:
        line = key_line(desk, latest[0])
        yield replace(line, text=desk.phrasing.say("judgement", "latest", sentence=line.text))
    for event in (*in_time(chosen), *in_time(told)):
        yield key_line(desk, event)


def _figures(desk: Desk) -> Iterator[Line]:
    """The numbers that several independent origins give of one thing; of lengths of time "the first in 12 years"."""
    spans = {n.name for n in load_number_rules().units.values() if n.kind is NumberKind.DURATION}
    origin = {d.report.id: d.origin for d in desk.derived.reports}
    groups: dict[tuple[float, str], list[Figure]] = defaultdict(list)
    for figure in desk.derived.figures:
        measure = figure.measure or ""
        is_told = figure.unit not in spans or measure.startswith(desk.phrasing.say("judgement", "landmark"))
        if measure and is_told and desk.citing.knows(figure.quote):
            groups[figure.value, figure.unit].append(figure)
    widely = [g for g in groups.values() if len({origin[f.quote.report_id] for f in g}) >= WITNESSES]
    for group in sorted(widely, key=lambda g: (-len(g), g[0].quote))[:KEY_FIGURES]:
        reports = {f.quote.report_id for f in group}
        say = desk.phrasing.say_number
        many = len({origin[r] for r in reports})
        told = f"{say('counts', 'report', len(reports))}, {say('counts', 'short_origin', many)}"
        counted = desk.phrasing.say("judgement", "also").join(dict.fromkeys(f.measure for f in group if f.measure))
        parts = {"value": value_in_words(group[0]), "counted": counted, "counts": told}
        line = desk.line(desk.phrasing.say("judgement", "figure", **parts), [f.quote for f in group])
        if line:
            yield line


def _issues(desk: Desk) -> Iterator[Line]:
    """One line for each status, with the issues that have it."""
    by_status: dict[str, list[Issue]] = defaultdict(list)
    for issue in issues_of_both(desk):
        if issue.history:
            by_status[issue.status].append(issue)
    for status in _STATUSES:
        found = by_status[status]
        names = desk.phrasing.join([i.name for i in found])
        line = desk.line(
            desk.phrasing.say("judgement", f"issues_{status}", names=names), [i.history[-1].quote for i in found]
        )
        if line:
            yield line


def _pledges(desk: Desk) -> Iterator[Line]:
    by_status: dict[str, list[Pledge]] = defaultdict(list)
    for pledge in pledges_of_both(desk):
        by_status[pledge.status].append(pledge)
    for status, found in sorted(by_status.items()):
        newest = found[0]
        say = desk.phrasing.say
        text = say(
            "judgement",
            "announced" if status == "announced" else "moved",
            promises=desk.phrasing.say_number("counts", "promise", len(found)),
            status=say("pledge", status),
            party=desk.wording.powers(newest.party),
            what=newest.what,
        )
        line = desk.line(text, [p.mentions[0] for p in found])
        if line:
            yield line
