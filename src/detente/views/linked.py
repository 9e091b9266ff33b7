"""The values of which a page's lines are made: words, ways, and a line with both."""

from dataclasses import dataclass

from detente.domain.ids import ReportId
from detente.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Words:
    """Exact words of a report, and the way to them in its text."""

    exact: str
    href: str
    source: str
    day: str
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another page."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """One thing as a list shows it."""

    kind: str
    id: str
    text: str
    href: str
    day: str = ""
    label: str = ""
    quad: str = ""
    status: str | None = None
    counts: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    words: tuple[Words, ...] = ()
    more: int = 0
    """Words that the thing's own page has beside these."""
    people: tuple[str, ...] = ()
    sides: tuple["Line", ...] = ()
    note: str = ""
    amended: tuple[str, ...] = ()
    """What persons put right in it, a sentence each."""


def words_href(report: ReportId, span: Span) -> str:
    """The way to words in a report's text: the page marks them, and the browser goes there."""
    return f"/reports/{report}?at={span.start}-{span.end}#here"
