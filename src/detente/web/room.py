"""What one page has at hand: the settled record, and the means of putting it into lines."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from detente.domain.derived import Event, Issue, Pledge, SpokenWords, Thing
from detente.domain.findings import Statement
from detente.domain.ids import ActorId, IssueId, StatementId
from detente.record.asked import Asked
from detente.record.settled import Settled
from detente.rules.actors import Knowledge
from detente.views.lines import Telling
from detente.views.linked import Line
from detente.views.phrasing import load_phrasing
from detente.views.quoted import WORDS_SHOWN, quotes_of, reports_of
from detente.views.wording import Wording

EVERYTHING = 10_000


@dataclass(frozen=True)
class Room:
    """One request's view of the record."""

    settled: Settled
    knowledge: Knowledge
    is_fresh: bool = True

    def name(self, actor: str) -> str:
        """A power by its name."""
        return self.knowledge.name_by_id.get(ActorId(actor), actor)

    def issue_name(self, issue: IssueId | str) -> str | None:
        """An issue by its name; None where it has no page."""
        found = self.settled.thing("issue", issue)
        return found.name if isinstance(found, Issue) else None

    def telling(self, things: Iterable[Thing], words_shown: int = WORDS_SHOWN) -> Telling:
        """What the lines of some things need, with the texts of the reports that carry them."""
        things = list(things)
        wanted = [r for thing in things for r in reports_of(thing, words_shown)]
        wording = Wording(load_phrasing(), self.name, self._statements(things))
        return Telling(wording, self.settled.reports(wanted), cache(self.issue_name), words_shown)

    def lines(self, things: Iterable[Thing], words_shown: int = WORDS_SHOWN) -> list[Line]:
        """The lines of some things."""
        things = list(things)
        telling = self.telling(things, words_shown)
        return [telling.line(thing) for thing in things]

    def page(self, asked: Asked, first: int = 0, most: int = 50) -> tuple[list[Line], int]:
        """A page of lines, and how many there are in all."""
        found = self.settled.find(asked, first, most)
        return self.lines(found.things), found.total

    def whole(self, thing: Thing) -> Telling:
        """What a thing's own page needs: every report that tells of it."""
        reports = [q.report_id for q in quotes_of(thing)]
        if isinstance(thing, Issue | Pledge):
            reports += [c.quote.report_id for c in thing.history]
        if isinstance(thing, Issue):
            reports += [p.quote.report_id for p in thing.positions]
        wording = Wording(load_phrasing(), self.name, self._statements([thing]))
        return Telling(wording, self.settled.reports(reports), cache(self.issue_name), EVERYTHING)

    def _statements(self, things: Iterable[Thing]) -> Mapping[StatementId, Statement]:
        wanted = {
            m.claim.attributed_to
            for thing in things
            if isinstance(thing, Event)
            for m in thing.mentions
            if m.claim.attributed_to
        }
        found: dict[StatementId, Statement] = {}
        for id_ in sorted(wanted):
            for spoken in self.settled.find(Asked("statement", (("said", id_),)), 0, 1).things:
                if isinstance(spoken, SpokenWords):
                    found |= {s.id: s for s in spoken.statements}
        return found
