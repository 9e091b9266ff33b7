"""Reports that copy one text share an origin: counts of reports are not counts of witnesses."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from detente.domain.ids import OriginId, ReportId, digest
from detente.domain.reports import Report

SHINGLE = 5
"""Words in a row that two texts must share to be compared."""
COPIED_SHARE = 0.5
"""The shorter text's share of rows of words that stand in the longer one from which it is a copy."""
COMMON = 12
"""A row of words that more reports than this share is a formula of the trade, no evidence."""


def origins(reports: Sequence[Report]) -> Mapping[ReportId, OriginId]:
    """For each report the origin that it shares with its copies; the origin of a lone text is its own."""
    rows = {report.id: _rows(report.text) for report in reports}
    parent = {report_id: report_id for report_id in rows}
    for a, b in _copies(rows):
        low, high = sorted((_root(parent, a), _root(parent, b)))
        parent[high] = low
    members: dict[ReportId, list[ReportId]] = defaultdict(list)
    for report_id in sorted(parent):
        members[_root(parent, report_id)].append(report_id)
    return {r: OriginId(digest("o", *group)) for group in members.values() for r in group}


def _rows(text: str) -> frozenset[int]:
    words = "".join(c.lower() if c.isalnum() else " " for c in text).split()
    joined = (" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))
    return frozenset(int.from_bytes(blake2b(row.encode(), digest_size=8).digest()) for row in joined)


def _copies(rows: Mapping[ReportId, frozenset[int]]) -> Iterable[tuple[ReportId, ReportId]]:
    holders: dict[int, list[ReportId]] = defaultdict(list)
    for report_id in sorted(rows):
        for row in rows[report_id]:
            holders[row].append(report_id)
    shared: Counter[tuple[ReportId, ReportId]] = Counter()
    for ids in holders.values():
        if 1 < len(ids) <= COMMON:
            shared.update((a, b) for i, a in enumerate(ids) for b in ids[i + 1 :])
    for (a, b), count in sorted(shared.items()):
        if count >= COPIED_SHARE * min(len(rows[a]), len(rows[b])):
            yield a, b


def _root(parent: Mapping[ReportId, ReportId], report_id: ReportId) -> ReportId:
    while parent[report_id] != report_id:
        report_id = parent[report_id]
    return report_id
