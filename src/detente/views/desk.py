"""What lies on the desk while a brief is drafted."""

from collections.abc import Iterable
from dataclasses import dataclass

from detente.domain.derived import Derived
from detente.domain.ids import ReportId
from detente.domain.spans import Quote
from detente.views.brief_parts import Line
from detente.views.chapters import Chapters, Scope
from detente.views.citing import Citing
from detente.views.phrasing import Phrasing
from detente.views.wording import Wording


@dataclass(frozen=True, slots=True)
class Desk:
    """The record, what is asked of it, where each event belongs, and the means of putting it into words."""

    derived: Derived
    scope: Scope
    chapters: Chapters
    reports: frozenset[ReportId]
    """The reports that the brief draws on."""
    wording: Wording
    citing: Citing

    @property
    def phrasing(self) -> Phrasing:
        """The phrases."""
        return self.wording.phrasing

    def line(self, text: str, quotes: Iterable[Quote]) -> Line | None:
        """A sentence with its citations; None where no report that the brief draws on has words for it."""
        citations = self.citing.cite(quotes)
        return Line(text, citations) if citations else None
