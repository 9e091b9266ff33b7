"""The day as of which an undated report is read: people are in the offices by which it calls them."""

from datetime import date, timedelta

from detente.claims.links import Links
from detente.rules.actors import Knowledge


def day_by_offices(links: Links, knowledge: Knowledge) -> date | None:
    """The last day on which those whom a report calls by an office all held it; None where that may be today."""
    called = {
        (p.via, p.role, p.id)
        for parties in links.parties_by_place.values()
        for p in parties
        if p.via and p.role and p.id
    }
    begins, ends = [], []
    for name, role, state in sorted(called):
        held = [o for o in knowledge.offices_of(name, state, None) if is_called(role, o.title) and o.began_on]
        begins += [max(o.began_on for o in held if o.began_on)] if held else []
        if held and all(o.ended_on for o in held):
            ends.append(max(o.ended_on for o in held if o.ended_on))
    # who left office before another one came is told of as history
    last = min((e for e in ends if not begins or e > max(begins)), default=None)
    return last - timedelta(days=1) if last else None


def is_called(role: str, title: str) -> bool:
    """Whether a report's role names an office: all the words of the title stand in the role."""
    return set(title.casefold().split()) <= set(role.casefold().replace("-", " ").split())
