"""What is new since an earlier state of the record: the chapter "What changed", and a record of that alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from detente.domain.derived import Derived, Disagreement, Event, Issue, Pledge
from detente.domain.spans import Quote
from detente.events.changes import Changed, changes
from detente.views.brief_parts import Line, News
from detente.views.chapters import WITNESSES
from detente.views.desk import Desk
from detente.views.matters import is_of_both
from detente.views.phrasing import load_phrasing
from detente.views.telling import counts, disagreement_line, in_time, witnesses
from detente.views.wording import Wording

ACTS_SHOWN = 8
"""New acts that are told again in the chapter on what changed; the others stand in theirs alone."""


@dataclass(frozen=True, slots=True)
class Former:
    """An earlier state of a record, and how the chapter on what changed since then is headed."""

    derived: Derived
    heading: str


def heading_since(known: date, asked: date | None) -> str:
    """How the chapter is headed: since a day that was asked for, or by the newest reports after one that is known."""
    phrasing = load_phrasing()
    day = Wording(phrasing, str, {}).one_day(asked or known + timedelta(days=1))
    return phrasing.say("changed", "since" if asked else "latest", day=day)


def since_last_heading() -> str:
    """How the chapter is headed in a brief on nothing but what is new."""
    return load_phrasing().say("changed", "since_last")


def news(desk: Desk, former: Former | None) -> tuple[News, ...]:
    """What changed on the two, by kind; nothing where no earlier state is given."""
    if former is None:
        return ()
    found = changes(former.derived, desk.derived)
    say = desk.phrasing.say
    kinds = {
        say("changed", "acts"): list(_acts(desk, found)),
        say("changed", "issues"): list(_issues(desk, found)),
        say("changed", "pledges"): list(_pledges(desk, found)),
        say("changed", "disagreements"): list(_disagreements(desk, found)),
    }
    told = tuple(News(heading, tuple(lines)) for heading, lines in kinds.items() if lines)
    return told or (News(say("changed", "nothing"), ()),)


def only_new(derived: Derived, former: Derived) -> Derived:
    """The record with nothing in it but what is new or stands otherwise than before; its reports are all kept."""
    changed = {id(c.thing) for c in changes(former, derived)}
    known = {d.report.id for d in former.reports}
    return replace(
        derived,
        events=tuple(e for e in derived.events if id(e) in changed),
        issues=tuple(i for i in derived.issues if id(i) in changed),
        pledges=tuple(p for p in derived.pledges if id(p) in changed),
        disagreements=tuple(d for d in derived.disagreements if id(d) in changed),
        statements=tuple(s for s in derived.statements if all(w.quote.report_id not in known for w in s.statements)),
        figures=tuple(f for f in derived.figures if f.quote.report_id not in known),
    )


def _acts(desk: Desk, found: Iterable[Changed]) -> Iterator[Line]:
    chapters = desk.chapters
    own = (*chapters.between, *chapters.groups, *chapters.ahead)
    # what one of the two did to a third is their news where it is told widely
    others = (e for e in (*chapters.towards, *chapters.outward, *chapters.around) if witnesses(desk, e) >= WITNESSES)
    shown = {e.id for e in (*own, *others, *(p for top in own for p in chapters.parts.get(top.id, ())))}
    by_id = {c.thing.id: c for c in found if isinstance(c.thing, Event) and c.thing.id in shown}
    events = [c.thing for c in by_id.values() if isinstance(c.thing, Event) and c.thing.when.is_known]
    told = sorted(events, key=lambda e: (-witnesses(desk, e), -len(e.reports), e.id))[:ACTS_SHOWN]
    for event in in_time(told):
        yield from _shown(desk, _act(desk, by_id[event.id], event), by_id[event.id].quotes)


def _act(desk: Desk, change: Changed, event: Event) -> str:
    sentence = desk.phrasing.say(
        "pair", "key", sentence=desk.wording.act(event, has_day=True), counts=counts(desk, [event])
    )
    if change.before is None:
        return sentence
    before = desk.phrasing.say("status", change.before)
    return desk.phrasing.say("changed", "moved_act", sentence=sentence, before=before)


def _issues(desk: Desk, found: Iterable[Changed]) -> Iterator[Line]:
    pair = set(desk.scope.between)
    for change in found:
        issue = change.thing
        if isinstance(issue, Issue) and pair <= set(issue.parties) and issue.history:
            say = desk.phrasing.say
            names = {"name": desk.phrasing.capital(issue.name), "nature": say("issue", issue.nature)}
            now = {"status": say("issue", issue.status)}
            text = (
                say("changed", "new_issue", **names, **now)
                if change.before is None
                else say("changed", "moved_issue", **names, **now, before=say("issue", change.before))
            )
            yield from _shown(desk, text, change.quotes[:2])


def _pledges(desk: Desk, found: Iterable[Changed]) -> Iterator[Line]:
    for change in found:
        pledge = change.thing
        if isinstance(pledge, Pledge) and is_of_both(desk, pledge):
            say = desk.phrasing.say
            parts = {"party": desk.phrasing.capital(desk.wording.powers(pledge.party)), "what": pledge.what}
            text = (
                say("changed", "new_pledge", **parts)
                if change.before is None
                else say(
                    "changed",
                    "moved_pledge",
                    **parts,
                    before=say("pledge", change.before),
                    status=say("pledge", pledge.status),
                )
            )
            yield from _shown(desk, text, change.quotes[:2])


def _disagreements(desk: Desk, found: Iterable[Changed]) -> Iterator[Line]:
    for change in found:
        if isinstance(change.thing, Disagreement) and all(desk.citing.knows(s.quote) for s in change.thing.sides):
            yield disagreement_line(desk, change.thing)


def _shown(desk: Desk, text: str, quotes: Sequence[Quote]) -> Iterator[Line]:
    line = desk.line(text, quotes)
    if line:
        yield line
