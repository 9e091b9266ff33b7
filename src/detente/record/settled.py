"""Reading what `settled_making` laid out: lists, counts and single things, each by a few rows of the file."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from detente.domain.days import When
from detente.domain.derived import (
    Copied,
    DatedReport,
    Disagreement,
    Event,
    IndexPoint,
    Issue,
    IssuePoint,
    Pledge,
    SpokenWords,
    Thing,
)
from detente.domain.findings import Figure, Problem
from detente.domain.ids import ActorId, IssueId, OriginId, ReportId
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.errors import RecordError
from detente.record.codec import decode
from detente.record.schema import connect
from detente.record.search import phrases
from detente.record.settled_making import LAYOUT, Label, pair_label

_CLASSES: dict[str, type[Thing]] = {
    "event": Event,
    "statement": SpokenWords,
    "figure": Figure,
    "issue": Issue,
    "pledge": Pledge,
    "disagreement": Disagreement,
    "problem": Problem,
}
MOST_MATCHES = 3000
"""Of the places that words stand in, so many, the best first, are sorted and counted by facet: a common word stands in
every report, and nobody reads on so far."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is to hold; what is empty asks for everything."""

    kind: str
    labels: tuple[Label, ...] = ()
    """All of them must be borne."""
    since: date | None = None
    until: date | None = None
    words: str = ""
    told_since: date | None = None
    """Told of by no report before this day."""
    by_doubt: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A page of a list."""

    things: tuple[Thing, ...]
    total: int


class Settled:
    """What follows from a record, with the reports' texts from the record itself; a context manager."""

    def __init__(self, path: Path, record: Path) -> None:
        """Open both files for reading; RecordError where either cannot be."""
        self.path = path
        try:
            self._connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        except sqlite3.Error as error:
            raise RecordError(f"What follows from {record} cannot be opened: {error}.") from error
        self._record = connect(record)
        self._reports: dict[ReportId, DatedReport] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._connection.close()
        self._record.close()

    @cached_property
    def about(self) -> Mapping[str, str]:
        """What the file says of itself: the stamp of the record and how many things of each kind there are."""
        return dict(self._all("SELECT name, value FROM about"))

    def many(self, kind: str) -> int:
        """How many things of a kind the record has."""
        return int(self.about.get(f"many {kind}", "0"))

    def find(self, asked: Asked, first: int = 0, most: int = 50) -> Found:
        """A page of the things that are asked for, the newest first; words that are looked for bring the best first."""
        if asked.words:
            numbers = self.matches(asked)
            rows = self._rows(numbers[first : first + most])
            return Found(self._things(rows), len(numbers))
        sql, values = _query(asked, self._label_numbers(asked.labels))
        order = "t.doubt DESC, t.sort, t.n" if asked.by_doubt else "t.sort, t.n"
        found = self._all(f"SELECT t.kind, t.id, t.data {sql} ORDER BY {order} LIMIT ? OFFSET ?", *values, most, first)
        return Found(self._things(found), self._count(asked, sql, values))

    def matches(self, asked: Asked) -> list[int]:
        """The numbers of the things in which the words stand, the best first; an empty kind asks for all kinds."""
        sql, values = _query(asked, self._label_numbers(asked.labels))
        if not sql:
            return []
        inner = "SELECT rowid, rank FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?"
        found = self._all(
            f"SELECT t.n {sql} AND t.n IN (SELECT rowid FROM ({inner}))",  # noqa: S608
            *values,
            phrases(asked.words),
            MOST_MATCHES,
        )
        chosen = {n for (n,) in found}
        ranked = self._all(
            "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?", phrases(asked.words), MOST_MATCHES
        )
        return [n for (n,) in ranked if n in chosen]

    def numbered(self, numbers: Sequence[int]) -> tuple[Thing, ...]:
        """The things of some numbers, in their order."""
        return self._things(self._rows(numbers))

    def facets(self, numbers: Sequence[int], facets: Iterable[str]) -> Mapping[str, list[tuple[str, int]]]:
        """For each facet its values among some things, with how many bear each, the most frequent first."""
        wanted = sorted(set(facets))
        marks = ", ".join("?" * len(wanted))
        found = self._all(
            "SELECT l.facet, l.value, count(*) FROM json_each(?) j JOIN tag g ON g.thing = j.value "  # noqa: S608
            f"JOIN label l ON l.n = g.label WHERE l.facet IN ({marks}) GROUP BY g.label ORDER BY 3 DESC, 2",
            json.dumps(list(numbers)),
            *wanted,
        )
        by_facet: dict[str, list[tuple[str, int]]] = {facet: [] for facet in wanted}
        for facet, value, many in found:
            by_facet[facet].append((value, many))
        return by_facet

    def kinds(self, numbers: Sequence[int]) -> Mapping[str, int]:
        """How many of some things are of each kind."""
        return dict(
            self._all(
                "SELECT t.kind, count(*) FROM json_each(?) j JOIN thing t ON t.n = j.value GROUP BY 1 ORDER BY 2 DESC",
                json.dumps(list(numbers)),
            )
        )

    def tally(self, facet: str, kind: str, most: int = 100, first: int = 0) -> list[tuple[str, int, int]]:
        """The values of a facet with how many things of a kind bear each and the sorting of the newest."""
        return self._all(
            "SELECT value, many, newest FROM tally WHERE facet = ? AND kind = ? "
            "ORDER BY many DESC, value LIMIT ? OFFSET ?",
            facet,
            kind,
            most,
            first,
        )

    def many_values(self, facet: str, kind: str) -> int:
        """How many values of a facet things of a kind bear."""
        return int(self._all("SELECT count(*) FROM tally WHERE facet = ? AND kind = ?", facet, kind)[0][0])

    def labels_of(self, kind: str, id_: str, facet: str) -> list[str]:
        """The values of a facet that a thing bears."""
        return [
            value
            for (value,) in self._all(
                "SELECT l.value FROM thing t JOIN tag g ON g.thing = t.n JOIN label l ON l.n = g.label "
                "WHERE t.kind = ? AND t.id = ? AND l.facet = ? ORDER BY 1",
                *(kind, id_, facet),
            )
        ]

    @cached_property
    def matched(self) -> Mapping[str, bool]:
        """For each judgement whether what it speaks of was there when this was worked out."""
        return {id_: bool(is_matched) for id_, is_matched in self._all("SELECT id, is_matched FROM judged")}

    def thing(self, kind: str, id_: str) -> Thing | None:
        """The thing of an id."""
        rows = self._all("SELECT kind, id, data FROM thing WHERE kind = ? AND id = ?", kind, id_)
        return next(iter(self._things(rows)), None)

    def ids(self, kind: str, start: str) -> list[str]:
        """Ids that begin with some letters."""
        return [
            i
            for (i,) in self._all(
                "SELECT id FROM thing WHERE kind = ? AND id >= ? AND id < ? LIMIT 5", kind, start, start + "\uffff"
            )
        ]

    def reports(self, ids: Iterable[str]) -> Mapping[ReportId, DatedReport]:
        """The reports of some ids with their texts and days; one that has left the record meanwhile is missing."""
        wanted = [i for i in dict.fromkeys(ids) if i not in self._reports]
        marks = json.dumps(wanted)
        texts = {
            id_: (meta, text)
            for id_, meta, text in self._on_record(
                "SELECT id, meta, text FROM report WHERE id IN (SELECT value FROM json_each(?))", marks
            )
        }
        rows = self._all(
            "SELECT id, data FROM thing WHERE kind = 'report' AND id IN (SELECT value FROM json_each(?))", marks
        )
        for id_, data in rows:
            if id_ in texts:
                meta, text = texts[id_]
                stored = json.loads(data)
                report = decode(Report, {**json.loads(meta), "text": text})
                when = decode(When, stored["published"])
                copied = decode(Copied, stored["copied"]) if stored["copied"] else None
                self._reports[ReportId(id_)] = DatedReport(report, when, OriginId(stored["origin"]), copied)
        return self._reports

    def furniture(self, id_: ReportId) -> tuple[Span, ...]:
        """What is not running text in a report."""
        rows = self._on_record("SELECT furniture FROM report WHERE id = ?", id_)
        return decode(tuple[Span, ...], json.loads(rows[0][0])) if rows else ()

    def points(self, pair: tuple[ActorId, ActorId]) -> tuple[IndexPoint, ...]:
        """The index of two powers, month by month."""
        a, b = sorted(pair)
        rows = self._all("SELECT data FROM point WHERE a = ? AND b = ? ORDER BY day", a, b)
        return tuple(decode(IndexPoint, json.loads(data)) for (data,) in rows)

    def heat(self, issue: IssueId) -> tuple[IssuePoint, ...]:
        """The index of the acts about an issue, month by month."""
        rows = self._all("SELECT data FROM point WHERE a = ? AND b = '' ORDER BY day", issue)
        return tuple(decode(IssuePoint, json.loads(data)) for (data,) in rows)

    def last_points(self, pairs: Iterable[str]) -> Mapping[str, IndexPoint]:
        """The newest value of the index of each of some pairs."""
        found = {}
        for pair in pairs:
            a, b = pair.split()
            rows = self._all("SELECT data FROM point WHERE a = ? AND b = ? ORDER BY day DESC LIMIT 1", a, b)
            if rows:
                found[pair] = decode(IndexPoint, json.loads(rows[0][0]))
        return found

    def newest_report_day(self) -> date | None:
        """The last day on which a report came out."""
        rows = self._all("SELECT max(hi) FROM thing WHERE kind = 'report'")
        return date.fromisoformat(rows[0][0]) if rows and rows[0][0] else None

    def has_pair(self, pair: tuple[str, str]) -> bool:
        """Whether anything is told of two powers together."""
        return bool(self._label_numbers([("pair", pair_label(*pair))])[0])

    def months(self, label: Label) -> list[tuple[str, str, int]]:
        """How many events of a label there are by month and type, by the first day that they may have been."""
        return self._all(
            "SELECT substr(t.lo, 1, 7) m, y.value, count(*) FROM label l "
            "JOIN tag g ON g.label = l.n AND g.kind = 'event' JOIN thing t ON t.n = g.thing "
            "JOIN tag h ON h.thing = t.n JOIN label y ON y.n = h.label AND y.facet = 'type' "
            "WHERE l.facet = ? AND l.value = ? AND t.lo IS NOT NULL AND t.hi IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2",
            *label,
        )

    def _count(self, asked: Asked, sql: str, values: Sequence[object]) -> int:
        if not (asked.labels or asked.since or asked.until or asked.told_since):
            return self._all("SELECT count(*) FROM thing WHERE kind = ?", asked.kind)[0][0] if asked.kind else 0
        return int(self._all(f"SELECT count(*) {sql}", *values)[0][0])

    def _label_numbers(self, labels: Iterable[Label]) -> list[int]:
        """The number of each label; 0 for one that nothing bears."""
        numbers = []
        for label in labels:
            rows = self._all("SELECT n FROM label WHERE facet = ? AND value = ?", *label)
            numbers.append(rows[0][0] if rows else 0)
        return numbers

    def _rows(self, numbers: Sequence[int]) -> list[tuple[str, str, str]]:
        return self._all(
            "SELECT t.kind, t.id, t.data FROM json_each(?) j JOIN thing t ON t.n = j.value ORDER BY j.key",
            json.dumps(list(numbers)),
        )

    def _things(self, rows: Iterable[tuple[str, str, str]]) -> tuple[Thing, ...]:
        rows = list(rows)
        reports = self.reports(id_ for kind, id_, _ in rows if kind == "report")
        things = (
            reports.get(ReportId(id_)) if kind == "report" else decode(_CLASSES[kind], json.loads(data))
            for kind, id_, data in rows
        )
        return tuple(thing for thing in things if thing is not None)

    def _all(self, sql: str, *values: object) -> list[Any]:
        return self._connection.execute(sql, values).fetchall()

    def _on_record(self, sql: str, *values: object) -> list[Any]:
        try:
            return self._record.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise RecordError(f"The record could not be read: {error}.") from error


def kind_of(class_: type) -> str:
    """The kind of the things of a class."""
    return next((kind for kind, known in _CLASSES.items() if known is class_), "report")


def is_settled(path: Path, stamp: str) -> bool:
    """Whether a file holds what follows from the record of a stamp."""
    if not path.is_file():
        return False
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            about = dict(connection.execute("SELECT name, value FROM about").fetchall())
        finally:
            connection.close()
    except sqlite3.Error:
        return False
    return about.get("stamp") == stamp and about.get("layout") == str(LAYOUT)


def _query(asked: Asked, labels: Sequence[int]) -> tuple[str, list[object]]:
    """The FROM and WHERE of a list; things t, by the first label where there is one."""
    values: list[object] = []
    if labels:
        source = "FROM tag g JOIN thing t ON t.n = g.thing WHERE g.label = ?"
        values.append(labels[0])
        if asked.kind:
            source += " AND g.kind = ?"
            values.append(asked.kind)
    else:
        source = "FROM thing t WHERE 1"
        if asked.kind:
            source += " AND t.kind = ?"
            values.append(asked.kind)
    for label in labels[1:]:
        source += " AND EXISTS (SELECT 1 FROM tag o WHERE o.thing = t.n AND o.label = ?)"
        values.append(label)
    for condition, day in (
        ("(t.hi IS NULL OR t.hi >= ?) AND (t.lo IS NOT NULL OR t.hi IS NOT NULL)", asked.since),
        ("(t.lo IS NULL OR t.lo <= ?) AND (t.lo IS NOT NULL OR t.hi IS NOT NULL)", asked.until),
        ("t.told > ?", asked.told_since),
    ):
        if day:
            source += f" AND {condition}"
            values.append(day.isoformat())
    return source, values
