"""What the address of a page asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from detente.domain.acts import ActType, Status
from detente.domain.ids import ActorId
from detente.engines.loading import pair_named
from detente.errors import AddressError, UnknownNameError
from detente.record.asked import Asked, Label, pair_label
from detente.rules.actors import Knowledge

PAGE = 40
"""Lines on a page of a list."""
LONGEST_WORDS = 300
"""Letters of a search; more is a slip of the clipboard."""
FACETS = {
    "type": "type",
    "status": "status",
    "issue": "issue",
    "outlet": "outlet",
    "person": "person",
    "rule": "rule",
    "report": "report",
    "part_of": "part_of",
}
"""The names in addresses of what a thing may be labelled with, beside states."""
DAYS = ("since", "until", "as_of", "told_since")
_KEPT = ("state", "q", "kind", *FACETS, *DAYS)


@dataclass(frozen=True, slots=True)
class Query:
    """The filters of a page, from its address."""

    asked: Asked
    states: tuple[ActorId, ...]
    as_of: date | None
    page: int
    given: tuple[tuple[str, str], ...]
    """The filters as they stand in the address, to be kept in others."""

    @property
    def first(self) -> int:
        """The place of the page's first line."""
        return (self.page - 1) * PAGE

    def with_kind(self, kind: str) -> Asked:
        """The same filters for another kind of thing."""
        return replace(self.asked, kind=kind)

    def value(self, name: str) -> str:
        """A filter as it was given, or nothing."""
        return next((v for n, v in self.given if n == name), "")

    def address(self, path: str, **changed: str | None) -> str:
        """An address with these filters, some of them changed or, where None, left out."""
        kept = [(n, v) for n, v in self.given if n not in changed]
        added = [(n, v) for n, v in changed.items() if v]
        query = urlencode([*kept, *added])
        return f"{path}?{query}" if query else path

    def without(self, path: str, given: tuple[str, str]) -> str:
        """An address with one of these filters taken away."""
        query = urlencode([pair for pair in self.given if pair != given])
        return f"{path}?{query}" if query else path


def query_of(kind: str, given: Sequence[tuple[str, str]], names: Knowledge, fixed: Sequence[Label] = ()) -> Query:
    """The query of an address; AddressError or UnknownNameError where it cannot be answered."""
    clean = tuple((n, kept) for n, v in given if n in _KEPT and (kept := _printable(v)))
    by_name = dict(clean)
    states = tuple(dict.fromkeys(state_named(names, v) for n, v in clean if n == "state"))
    days = {name: _day(by_name[name]) for name in DAYS if name in by_name}
    labels = [*fixed, *_state_labels(states), *((FACETS[n], v) for n, v in clean if n in FACETS)]
    _check(by_name)
    return Query(
        Asked(
            by_name.get("kind", kind) if kind == "" else kind,
            tuple(dict.fromkeys(labels)),
            days.get("since"),
            days.get("until"),
            by_name.get("q", "")[:LONGEST_WORDS],
            days.get("told_since"),
        ),
        states,
        days.get("as_of"),
        _page(dict(given).get("page", "1")),
        clean,
    )


def state_named(names: Knowledge, name: str) -> ActorId:
    """The id of a state or body; UnknownNameError suggests others."""
    found = names.state_named(name)
    if found is None:
        nearest = " or ".join(names.suggest(name))
        raise UnknownNameError(f"Nothing is called “{name}”." + (f" Did you mean {nearest}?" if nearest else ""))
    return found


def pair_of(names: Knowledge, one: str, other: str) -> tuple[ActorId, ActorId]:
    """The two powers of an address, sorted."""
    first, second = sorted(pair_named(names, (one, other)))
    return first, second


def _state_labels(states: Sequence[ActorId]) -> list[Label]:
    """Two states are a pair, which is one label; more are asked for one by one."""
    if len(states) == 2:  # noqa: PLR2004 - a pair
        return [("pair", pair_label(*states))]
    return [("power", state) for state in states]


def _check(by_name: Mapping[str, str]) -> None:
    type_, status = by_name.get("type", "").upper(), by_name.get("status", "").lower()
    if type_ in {s.value.upper() for s in Status}:
        raise AddressError(f"“{type_}” is a status, not a type; types are {', '.join(ActType)}.")
    if status in {t.value.lower() for t in ActType}:
        raise AddressError(f"“{status}” is a type, not a status; statuses are {', '.join(Status)}.")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise AddressError(f"“{text}” is no day; write it as 2023-03-16.") from error


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text).strip()


def _page(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text[:9]) <= 10**6:
        raise AddressError(f"“{text}” is no number of a page.")
    return int(text)
