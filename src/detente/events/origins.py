"""Reports that give one text share an origin: counts of reports are not counts of witnesses."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from detente.domain.days import When
from detente.domain.derived import Copied, Retelling
from detente.domain.ids import OriginId, ReportId, digest
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.events.copies import fullest_copies
from detente.events.grouping import Groups
from detente.events.retelling import Gist, Marker, likely_retellings, retelling
from detente.rules.differing import DifferingRules
from detente.rules.outlets import Outlets
from detente.text.outlets import outlet_in


@dataclass(frozen=True, slots=True)
class OriginRules:
    """What finding origins needs beside the reports."""

    differing: DifferingRules
    outlets: Outlets


@dataclass(frozen=True, slots=True)
class Origins:
    """The origin of each report, and whose text it gives where that is another's."""

    of: Mapping[ReportId, OriginId]
    copied: Mapping[ReportId, Copied]


@dataclass(frozen=True, slots=True)
class Printed:
    """A report with what tells which of several printed a text first."""

    report: Report
    published: When
    furniture: Sequence[Span] = ()

    @property
    def running_text(self) -> str:
        """The text without what is around it: one outlet's menus and boxes make no copies of its reports."""
        text = self.report.text
        for span in sorted(self.furniture, reverse=True):
            text = f"{text[: span.start]}\n{text[span.end :]}"
        return text


def find_origins(printed: Sequence[Printed], rules: OriginRules) -> Origins:
    """For each report the origin that it shares with all that give the same text, in the same or other words."""
    by_id = {p.report.id: p for p in sorted(printed, key=lambda p: p.report.id)}
    texts = {id_: p.running_text for id_, p in by_id.items()}
    retold = _Retold(texts, fullest_copies(texts), Marker(rules.differing))
    members: dict[ReportId, list[ReportId]] = defaultdict(list)
    for id_ in by_id:
        members[retold.fullest(id_)].append(id_)
    copied: dict[ReportId, Copied] = {}
    for group in members.values():
        first = min(group, key=lambda id_: _earliness(by_id[id_], rules.outlets)) if len(group) > 1 else group[0]
        copied |= {id_: retold.copied(id_, first) for id_ in group if id_ != first}
    return Origins({id_: OriginId(digest("o", *group)) for group in members.values() for id_ in group}, copied)


class _Retold:
    """Groups of reports that give one text, of which those that share its words are known."""

    def __init__(self, texts: Mapping[ReportId, str], fullest: Mapping[ReportId, ReportId], marker: Marker) -> None:
        self._fullest = fullest
        self._gists: Mapping[ReportId, Gist] = {id_: marker.gist(texts[id_]) for id_ in sorted(set(fullest.values()))}
        self._groups = Groups({id_: gist.size for id_, gist in self._gists.items()}, self._is_retold)
        self._partner: dict[ReportId, ReportId] = {}
        for a, b in likely_retellings(self._gists):
            if self._groups.join(a, b):
                self._partner.setdefault(a, b)
                self._partner.setdefault(b, a)

    def fullest(self, id_: ReportId) -> ReportId:
        """The fullest of all that give the text of a report."""
        return self._groups.fullest(self._fullest[id_])

    def copied(self, id_: ReportId, first: ReportId) -> Copied:
        """How a report gives the text that another one gave first."""
        own, theirs = self._fullest[id_], self._fullest[first]
        if own == theirs:
            return Copied(first)
        if shown := self._shown(own, theirs):
            return Copied(first, shown)
        return Copied(self._partner[own], self._shown(own, self._partner[own]))

    def _shown(self, a: ReportId, b: ReportId) -> Retelling | None:
        return retelling(self._gists[a], self._gists[b])

    def _is_retold(self, a: ReportId, b: ReportId) -> bool:
        return self._shown(a, b) is not None


def _earliness(printed: Printed, outlets: Outlets) -> tuple[bool, bool, date, str]:
    """An agency first, then who names one as the text's, then the earliest."""
    report = printed.report
    named = outlet_in(report.text, printed.furniture, outlets)
    agencies = [
        bool(name and (known := outlets.by_name.get(name)) and known.is_agency) for name in (report.outlet, named)
    ]
    day = printed.published.latest or printed.published.earliest or date.max
    return not agencies[0], not agencies[1], day, report.id
