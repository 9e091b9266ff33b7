"""Reports that copy one text share an origin: counts of reports are not counts of witnesses.

Texts that share rows of words are compared sentence by sentence. A sentence of one stands in the other where most of
its words do, so that a synonym or a misspelt word does not hide it; and a text is a copy where most of the shorter
one stands in the longer one, in whatever order and under whatever lead. docs/measures.md has the measure.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from detente.domain.ids import OriginId, ReportId, digest
from detente.domain.reports import Report
from detente.domain.spans import Span

ROW = 4
"""Words in a row that make two texts worth comparing where they share several."""
ROWS = 3
"""How many rows; one or two are a name or a formula."""
FEW = 12
"""Where more reports than this share a row, each is only compared with its neighbours: a chain joins copies as well."""
SAME_SENTENCE = 0.65
"""The share of common words, of the words of both, from which two sentences are one."""
COPIED_SHARE = 0.5
"""The share of the shorter text that stands in the longer one from which it is a copy."""
SHORTEST_SENTENCE = 4
"""Words; less is a name, a place or a heading."""
SHORTEST_TEXT = 20
"""Words; less is a formula of the trade, no evidence."""

_ENDS = re.compile(r"(?<=[.!?…])[\"”’»)\]]*\s+|\n+")
_WORD = re.compile(r"\w+")


_Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """A text as it is compared."""

    sentences: tuple[frozenset[str], ...]
    """The words of each."""
    size: int
    """How many words its sentences have, each counted once in a sentence."""
    sentence_by_row: Mapping[_Row, int]
    """Where each row of words stands first."""


def origins(
    reports: Sequence[Report], furniture: Mapping[ReportId, Sequence[Span]] | None = None
) -> Mapping[ReportId, OriginId]:
    """For each report the origin that it shares with its copies; the origin of a lone text is its own."""
    away = furniture or {}
    texts = {r.id: _text(_without(r.text, away.get(r.id, ()))) for r in sorted(reports, key=lambda r: r.id)}
    groups = _Groups(texts)
    for a, b in _candidates(texts):
        groups.join_copies(a, b)
    members: dict[ReportId, list[ReportId]] = defaultdict(list)
    for report_id in texts:
        members[groups.fullest(report_id)].append(report_id)
    return {r: OriginId(digest("o", *group)) for group in members.values() for r in group}


class _Groups:
    """Texts that are copies of one another, each group known by its fullest text."""

    def __init__(self, texts: Mapping[ReportId, _Text]) -> None:
        self._texts = texts
        self._fuller = {report_id: report_id for report_id in texts}

    def fullest(self, report_id: ReportId) -> ReportId:
        """The fullest text of the group."""
        while self._fuller[report_id] != report_id:
            self._fuller[report_id] = self._fuller[self._fuller[report_id]]
            report_id = self._fuller[report_id]
        return report_id

    def join_copies(self, a: ReportId, b: ReportId) -> None:
        """Make the groups of two texts one where these are copies and the fullest texts of both groups are."""
        fullest = {self.fullest(a), self.fullest(b)}
        # a few sentences that two reports both quote can be most of a short cut of one, but not of the whole report
        if len(fullest) > 1 and self._are_copies({a, b}) and (fullest == {a, b} or self._are_copies(fullest)):
            less, more = sorted(fullest, key=lambda r: (self._texts[r].size, r))
            self._fuller[less] = more

    def _are_copies(self, pair: set[ReportId]) -> bool:
        short, long = sorted((self._texts[r] for r in sorted(pair)), key=lambda text: text.size)
        # only sentences that share a row are worth comparing
        place = long.sentence_by_row
        met = {(n, place[row]) for row, n in short.sentence_by_row.items() if row in place}
        copied = {n for n, other in met if _are_one(short.sentences[n], long.sentences[other])}
        return sum(len(short.sentences[n]) for n in copied) >= COPIED_SHARE * short.size


def _without(text: str, furniture: Sequence[Span]) -> str:
    """The running text: one outlet's menus and boxes make no copies of its reports."""
    for span in sorted(furniture, reverse=True):
        text = f"{text[: span.start]}\n{text[span.end :]}"
    return text


def _text(text: str) -> _Text:
    words = [_WORD.findall(part.lower()) for part in _ENDS.split(text)]
    long_enough = [sentence for sentence in words if len(sentence) >= SHORTEST_SENTENCE]
    place: dict[_Row, int] = {}
    for n, sentence in enumerate(long_enough):
        for i in range(len(sentence) - ROW + 1):
            place.setdefault(tuple(sentence[i : i + ROW]), n)
    sentences = tuple(map(frozenset, long_enough))
    return _Text(sentences, sum(map(len, sentences)), place)


def _candidates(texts: Mapping[ReportId, _Text]) -> Iterator[tuple[ReportId, ReportId]]:
    """Pairs of texts that share rows of words, those with the most first."""
    holders: dict[_Row, list[ReportId]] = defaultdict(list)
    for report_id, text in texts.items():
        if text.size >= SHORTEST_TEXT:
            for row in text.sentence_by_row:
                holders[row].append(report_id)
    shared: Counter[tuple[ReportId, ReportId]] = Counter()
    for ids in holders.values():
        shared.update(combinations(ids, 2) if len(ids) <= FEW else pairwise(ids))
    for pair, count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if count >= ROWS:
            yield pair


def _are_one(a: frozenset[str], b: frozenset[str]) -> bool:
    return 2 * len(a & b) >= SAME_SENTENCE * (len(a) + len(b))
