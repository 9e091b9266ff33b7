"""Origins of reports, found by the packaged rules."""

from collections.abc import Mapping, Sequence
from functools import cache

from detente.domain.ids import OriginId, ReportId
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.events.origins import OriginRules, Origins, Printed, find_origins
from detente.rules.differing import load_differing_rules
from detente.rules.outlets import load_outlets


@cache
def packaged() -> OriginRules:
    return OriginRules(load_differing_rules(), load_outlets())


def traced(reports: Sequence[Report], furniture: Mapping[ReportId, Sequence[Span]] | None = None) -> Origins:
    """Origins, and whose text each report gives."""
    return find_origins([Printed(r, r.published, (furniture or {}).get(r.id, ())) for r in reports], packaged())


def origins(
    reports: Sequence[Report], furniture: Mapping[ReportId, Sequence[Span]] | None = None
) -> Mapping[ReportId, OriginId]:
    """The origin of each report."""
    return traced(reports, furniture).of
