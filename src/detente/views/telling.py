"""Events as entries of a brief and as single sentences."""

from collections.abc import Sequence

from detente.domain.acts import Status, score
from detente.domain.derived import Disagreement, Event
from detente.domain.spans import Quote
from detente.views.amending import amended_words
from detente.views.brief_parts import Entry, Line
from detente.views.citing import newest_first
from detente.views.desk import Desk

SHORTEST_CLAUSE = 30
"""Characters below which a clause is a scrap ("cut foreign aid") that tells no more than the sentence before it."""
LONGEST_CLAUSE = 170
"""Characters of a clause that still reads as part of a sentence; longer ones stand only among the quotes."""


def tell(desk: Desk, events: Sequence[Event]) -> tuple[Entry, ...]:
    """The entries of some events, each with the events that are part of it."""
    return tuple(_entry(desk, event) for event in events)


def disagreements(desk: Desk) -> tuple[Disagreement, ...]:
    """Those of which the brief's reports tell at least two sides."""
    return tuple(
        d for d in desk.derived.disagreements if len([s for s in d.sides if s.quote.report_id in desk.reports]) > 1
    )


def counts(desk: Desk, events: Sequence[Event]) -> str:
    """Reports, events and independent origins of some events; the number of events only where it is more than one."""
    reports = len({r for e in events for r in e.reports})
    origins = len({o for e in events for o in e.origins})
    say = desk.phrasing.say_number
    many = [say("counts", "event", len(events))] if len(events) > 1 else []
    return ", ".join([say("counts", "report", reports), *many, say("counts", "short_origin", origins)])


def _entry(desk: Desk, event: Event) -> Entry:
    phrasing = desk.phrasing
    quad = phrasing.quad_by_type[event.type]
    names = {issue.id: issue.name for issue in desk.derived.issues}
    return Entry(
        id=event.id,
        day=desk.wording.day(event.when, event.status),
        line=Line(desk.wording.act(event), desk.citing.cite(_quotes(event))),
        label=desk.wording.label(event),
        quad=quad.id,
        quad_label=quad.label,
        status=None if event.status is Status.HAPPENED else phrasing.say("status", event.status),
        counts=counts(desk, _family(desk, event)),
        taking_part=desk.wording.taking_part(event),
        issues=tuple(names[i] for i in event.issues if i in names),
        parts=tell(desk, desk.chapters.parts.get(event.id, ())),
        amended=amended_words(event, desk.wording),
    )


def key_line(desk: Desk, event: Event) -> Line:
    """An event as one sentence with its day and counts."""
    family = _family(desk, event)
    lead = max(family, key=lambda e: len(e.origins))  # of a visit and its talks the one that more reports tell
    parts = {"sentence": desk.wording.act(lead, has_day=True), "counts": counts(desk, family)}
    says_all = lead.type in desk.phrasing.plain or desk.wording.gist(lead)
    clause = "" if says_all else _clause(lead)
    text = desk.phrasing.say("pair", "key_clause" if clause else "key", **parts, clause=clause)
    amended = amended_words(lead, desk.wording)
    return Line(text, desk.citing.cite(q for e in family for q in _quotes(e)), amended)


def disagreement_line(desk: Desk, disagreement: Disagreement) -> Line:
    """One disagreement as a sentence on each side."""
    sides = [s for s in disagreement.sides if desk.citing.knows(s.quote)]
    said = [
        desk.phrasing.say("disagreement", "side", outlet=desk.citing.outlet(s.quote), says=desk.wording.said(s.says))
        for s in sides
    ]
    one = {s.quote.report_id for s in sides}
    if len(one) == 1:
        text = desk.phrasing.say(
            "pair",
            "key_at_odds",
            outlet=desk.phrasing.capital(desk.citing.outlet(sides[0].quote)),
            about=disagreement.about,
            sides="; ".join(desk.wording.said(s.says) for s in sides),
        )
    else:
        told = " ".join(f"{side}." for side in said)
        text = desk.phrasing.say("pair", "key_disagreement", about=disagreement.about, sides=told)
    return Line(text, desk.citing.cite(s.quote for s in sides))


def _family(desk: Desk, event: Event) -> tuple[Event, ...]:
    parts = desk.chapters.parts.get(event.id, ())
    return (event, *(e for part in parts for e in _family(desk, part)))


def news_of(desk: Desk, events: Sequence[Event]) -> list[Event]:
    """What happened on a known day, the most widely told first."""
    news = [e for e in events if e.status is Status.HAPPENED and e.when.is_known]
    return sorted(news, key=lambda e: _weight(desk, e))


def in_time(events: Sequence[Event]) -> list[Event]:
    """The newest first."""
    return sorted(events, key=lambda e: newest_first(e.when))


def _weight(desk: Desk, event: Event) -> tuple[int, int, float, str]:
    """Smallest first: many origins, many reports, a strong act."""
    family = _family(desk, event)
    reports = len({r for e in family for r in e.reports})
    strength = max(abs(score(e.type, e.mode)) for e in family)
    return (-witnesses(desk, event), -reports, -strength, event.id)


def witnesses(desk: Desk, event: Event) -> int:
    """The independent origins that tell of an event or its parts."""
    return len({o for e in _family(desk, event) for o in e.origins})


def _quotes(event: Event) -> list[Quote]:
    return [m.claim.quote for m in event.mentions]


def _clause(event: Event) -> str:
    """The act in a report's own words: the shortest clause that tells enough, or nothing where all are long."""
    coded = [m.claim.quote.exact for m in event.mentions if m.claim.type is event.type]
    clauses = sorted((" ".join(c.split()) for c in coded), key=lambda c: (len(c), c))
    telling = [c for c in clauses if SHORTEST_CLAUSE <= len(c) <= LONGEST_CLAUSE and _is_balanced(c)]
    return telling[0] if telling else ""


def _is_balanced(clause: str) -> bool:
    """Whether no quotation is broken off in it."""
    return clause.count('"') % 2 == 0 and clause.count("“") == clause.count("”")
