"""Where someone may have wanted to go."""

from urllib.parse import quote as escaped

from rapidfuzz import process

from detente.errors import DetenteError
from detente.views.linked import Link
from detente.web.desk import KINDS, Desk

LIKE = 60
"""rapidfuzz's score from which a page's name is suggested: "event" for "events" is at 91."""
MOST = 5
_PAGES = ("pairs", "people", "search", "review", "judgements", *KINDS)


def suggestions(desk: Desk, path: str) -> list[Link]:
    """Pages whose address is like the one that is not there, or the two states whose names stand in it."""
    parts = [part for part in path.split("/") if part]
    if not parts:
        return []
    found = _ids(desk, parts) or _pairs(desk, parts)
    if not found:
        near = process.extract(parts[0], _PAGES, limit=3, score_cutoff=LIKE)
        found = [Link(f"/{name}", f"/{name}") for name, _, _ in near]
    return found[:MOST]


def _ids(desk: Desk, parts: list[str]) -> list[Link]:
    """Things whose ids begin like the one that is asked for."""
    kind = KINDS.get(parts[0])
    if kind is None or len(parts) == 1:
        return []
    try:
        with desk.room() as room:
            near = next((ids for n in range(len(parts[1]), 3, -1) if (ids := room.settled.ids(kind, parts[1][:n]))), [])
            return [Link(f"/{parts[0]}/{i}", f"/{parts[0]}/{escaped(i, safe='')}") for i in near]
    except DetenteError:
        return []


def _pairs(desk: Desk, parts: list[str]) -> list[Link]:
    """The pair that was meant by names that are nearly right."""
    names = desk.keeper.names
    wanted = [part for part in parts if part != "pairs"]
    ids = [names.state_named(w) or next((names.state_named(s) for s in names.suggest(w)), None) for w in wanted]
    if len(wanted) != 2 or None in ids or ids[0] == ids[1]:  # noqa: PLR2004 - a pair
        return []
    one, other = ids
    text = " and ".join(names.name_by_id[i] for i in (one, other) if i)
    return [Link(text, f"/pairs/{one}/{other}")]
