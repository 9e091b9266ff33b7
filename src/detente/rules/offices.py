"""Offices and who holds them when, read from lines such as "2019-05-20 to 2024-05: President [head-of-state]"."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from detente.domain.ids import ActorId
from detente.errors import RuleError
from detente.rules.roles import POWERS, SECTORS

POSTS = ("head-of-state", "head-of-government", "head-of-body", "foreign-minister", "defence-minister")
"""The posts by rank; other roles carry a sector only."""
_DAY = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
_LINE = re.compile(
    rf"(?:since (?P<since>{_DAY})|until (?P<until>{_DAY})|(?P<first>{_DAY})(?: to (?P<last>{_DAY}))?|always):"
    r" (?P<title>.+) \[(?P<tags>[^\]]+)\]"
)


@dataclass(frozen=True, slots=True)
class Office:
    """A role held from a day until a day; both as precise as is known, an end that is not known is None."""

    title: str
    posts: tuple[str, ...]
    sector: str
    since: str | None
    until: str | None

    def holds_on(self, day: date) -> bool:
        """Whether it may have been held on a day: in the month of an undated hand-over both hold it."""
        begins = _first_day(self.since) if self.since else date.min
        ends = _end(self.until) if self.until else date.max
        return begins <= day < ends

    @property
    def began_on(self) -> date | None:
        """The first day on which it may have been held, or None where that is not known."""
        return _first_day(self.since) if self.since else None

    @property
    def ended_on(self) -> date | None:
        """The day from which it was surely no longer held, or None where it is not known to have ended."""
        return _end(self.until) if self.until else None

    @property
    def rank(self) -> int:
        """How high the office is, 0 the highest."""
        return min((POSTS.index(post) for post in self.posts), default=len(POSTS))


@dataclass(frozen=True, slots=True)
class Person:
    """One whom the data knows by name, and what he held when."""

    name: str
    names: tuple[str, ...]
    short: tuple[str, ...]
    """What reports call him once he has been named."""
    of: ActorId
    offices: tuple[Office, ...]

    def offices_on(self, day: date | None) -> tuple[Office, ...]:
        """What he held on a day, highest first; without a day what he is best known for."""
        if day is None:
            return tuple(sorted(self.offices, key=lambda o: (o.ended_on is not None, o.rank)))
        return tuple(sorted((o for o in self.offices if o.holds_on(day)), key=lambda o: o.rank))

    def sector_on(self, day: date | None) -> str | None:
        """PLOVER's sector on a day: an office's, ELI for one who held power before, else the nearest role's."""
        if day is None:
            return self._known_for()
        held = self.offices_on(day)
        if held:
            return held[0].sector
        past = [o for o in self.offices if o.ended_on and o.ended_on <= day]
        if any(o.sector in POWERS for o in past):
            return "ELI"
        nearest = sorted(self.offices, key=lambda o: o.ended_on or date.min)
        return nearest[-1].sector if past else (min(nearest, key=lambda o: o.since or "").sector if nearest else None)

    def _known_for(self) -> str | None:
        offices = sorted(self.offices, key=lambda o: (o.ended_on or date.max, -o.rank))
        if not offices:
            return None
        last = offices[-1]
        return "ELI" if last.ended_on and "head-of-state" in last.posts else last.sector


def read_office(line: str, where: str) -> Office:
    """An office as a line of the data tells it."""
    match = _LINE.fullmatch(line)
    if match is None:
        message = (
            f'{where}: cannot read {line!r}; write "2019-05-20 to 2024: Title [post or SECTOR]", '
            '"since DAY: ...", "until DAY: ...", "YEAR: ..." or "always: ..."'
        )
        raise RuleError(message)
    tags = match["tags"].split(", ")
    posts = tuple(tag for tag in tags if tag in POSTS)
    sectors = [tag for tag in tags if tag in SECTORS]
    if len(posts) + len(sectors) != len(tags) or len(sectors) > 1:
        message = f"{where}: {line!r} needs posts ({', '.join(POSTS)}) or one sector in brackets"
        raise RuleError(message)
    since = match["since"] or match["first"]
    until = match["until"] or match["last"] or match["first"]
    office = Office(match["title"], posts, sectors[0] if sectors else "GOV", since, until)
    _check_days(office, line, where)
    return office


def _check_days(office: Office, line: str, where: str) -> None:
    try:
        begins = _first_day(office.since) if office.since else date.min
        ends = _end(office.until) if office.until else date.max
    except ValueError as error:
        message = f"{where}: {line!r} has a day that is in no calendar"
        raise RuleError(message) from error
    if ends < begins:
        message = f"{where}: {line!r} ends before it begins"
        raise RuleError(message)


def _first_day(day: str) -> date:
    year, month, number = [*map(int, day.split("-")), 1, 1][:3]
    return date(year, month, number)


def _end(day: str) -> date:
    """The day after the last of "2018-06" or "2018"; a full day is the successor's already."""
    parts = [int(part) for part in day.split("-")]
    if len(parts) == 3:  # noqa: PLR2004 - year, month and day
        return date(parts[0], parts[1], parts[2])
    month = parts[1] if len(parts) > 1 else 12
    return date(parts[0], month, monthrange(parts[0], month)[1]) + timedelta(days=1)
