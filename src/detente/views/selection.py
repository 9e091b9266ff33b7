"""Which findings a reader asked for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from detente.domain.acts import ActType, Status
from detente.domain.days import Basis, Precision, When
from detente.domain.derived import DatedReport, Derived, Event, SpokenWords
from detente.domain.findings import Figure, Problem, Speaker, Unlinked
from detente.domain.ids import ActorId, ReportId

_NEARLY = 0.75
"""The share of letters in common from which one name may be meant for another: "Kishda" and "Kishida" have .92."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for; what is None or empty asks for everything."""

    between: tuple[ActorId, ActorId] | None = None
    type: ActType | None = None
    status: Status | None = None
    since: date | None = None
    until: date | None = None
    by: str | None = None
    """Words in the name, role or state of who acts, speaks, counts or publishes."""
    about: str | None = None
    """An issue's id, or words in what was said or reported."""

    def reports(self, derived: Derived) -> tuple[DatedReport, ...]:
        """The reports that tell of an act of the pair, came out in time, and are by the outlet."""
        of_pair = self._reports_of_pair(derived)
        return tuple(
            dated
            for dated in derived.reports
            if dated.report.id in of_pair
            and self._in_time(dated.published)
            and self._by(dated.report.outlet)
            and self._about((), dated.report.title, dated.report.text)
        )

    def events(self, derived: Derived) -> tuple[Event, ...]:
        """The events in which the pair takes part."""
        return tuple(event for event in derived.events if self._picks(event))

    def statements(self, derived: Derived) -> tuple[SpokenWords, ...]:
        """The statements by one of the pair's states, in reports that tell of an act of the pair."""
        of_pair = self._reports_of_pair(derived)
        return tuple(
            spoken
            for spoken in derived.statements
            if any(s.quote.report_id in of_pair for s in spoken.statements)
            and (self.between is None or any(s.speaker.state in self.between for s in spoken.statements))
            and self._in_time(spoken.when)
            and self._by(spoken.office, *(w for s in spoken.statements for w in _names(s.speaker)))
            and self._about(spoken.issues, *(s.text for s in spoken.statements))
        )

    def near(self, derived: Derived) -> tuple[str, ...]:
        """The speakers or issues of statements whose names are written nearly as what was asked for."""
        speakers = {n for w in derived.statements for s in w.statements for n in (s.speaker.name, s.speaker.role) if n}
        issues = {issue for w in derived.statements for issue in w.issues}
        asked = ((self.by, speakers), (self.about, issues))
        return tuple(name for words, names in asked if words for name in _written_nearly(words, names))

    def figures(self, derived: Derived) -> tuple[Figure, ...]:
        """The figures in reports that tell of an act of the pair and came out in time."""
        published = {d.report.id: d.published for d in derived.reports}
        of_pair = self._reports_of_pair(derived)
        return tuple(
            figure
            for figure in derived.figures
            if figure.quote.report_id in of_pair
            and self._in_time(published[figure.quote.report_id])
            and self._by(figure.given_by)
            and self._about((), figure.measure, figure.quote.exact)
        )

    def problems(self, derived: Derived) -> tuple[Problem, ...]:
        """What could not be read: all, or that of the chosen reports."""
        if self == Selection():
            return derived.problems
        chosen = {dated.report.id for dated in self.reports(derived)}
        return tuple(p for p in derived.problems if p.report_id in chosen)

    def unlinked(self, derived: Derived, names: tuple[Unlinked, ...]) -> tuple[Unlinked, ...]:
        """The names that were not linked, in the chosen reports."""
        chosen = {dated.report.id for dated in self.reports(derived)}
        return tuple(name for name in names if name.quote.report_id in chosen)

    def _picks(self, event: Event) -> bool:
        parties = (*event.parties.actors, *event.parties.recipients)
        return (
            (self.between is None or set(self.between) <= set(event.powers))
            and self.type in (None, event.type)
            and self.status in (None, event.status)
            and self._in_time(event.when)
            and self._by(*(word for p in parties for word in (p.id, p.name, p.via, p.role)))
            and self._about(event.issues, *(m.claim.quote.exact for m in event.mentions))
        )

    def _reports_of_pair(self, derived: Derived) -> frozenset[ReportId]:
        if self.between is None:
            return frozenset(dated.report.id for dated in derived.reports)
        pair = set(self.between)
        return frozenset(r for event in derived.events if pair <= set(event.powers) for r in event.reports)

    def _in_time(self, when: When) -> bool:
        """Whether the time can lie between the asked days; one of which nothing is known cannot."""
        if self.since is None and self.until is None:
            return True
        asked = When(self.since, self.until, Precision.LONGER, Basis.STATED)
        return (when.earliest is not None or when.latest is not None) and when.meets(asked)

    def _by(self, *names: str | None) -> bool:
        return self.by is None or _holds(names, self.by)

    def _about(self, issues: tuple[str, ...], *texts: str | None) -> bool:
        return self.about is None or self.about in issues or _holds(texts, self.about)


def _names(speaker: Speaker) -> tuple[str | None, ...]:
    return (speaker.name, speaker.role, speaker.state)


def _written_nearly(words: str, names: Iterable[str]) -> Iterator[str]:
    """At most three names; a surname alone is compared with each part of a name."""
    asked = words.casefold()
    part_by_name = {name: [name.casefold(), *name.casefold().replace("-", " ").split()] for name in sorted(names)}
    parts = sorted({part for own in part_by_name.values() for part in own})
    close = get_close_matches(asked, parts, cutoff=_NEARLY)
    found = (name for part in close for name, own in part_by_name.items() if part in own)
    yield from list(dict.fromkeys(found))[:3]


def _holds(texts: tuple[str | None, ...], words: str) -> bool:
    return any(words.casefold() in text.casefold() for text in texts if text)
