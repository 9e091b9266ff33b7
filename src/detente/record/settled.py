"""Reading what `settled_making` laid out: lists, counts and single things, each by a few rows of the file."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from detente.domain.days import When
from detente.domain.derived import (
    Copied,
    DatedReport,
    IndexPoint,
    IssuePoint,
    Thing,
)
from detente.domain.ids import ActorId, EventId, IssueId, OriginId, ReportId
from detente.domain.spans import Span
from detente.errors import RecordError
from detente.record.asked import Asked, Label, Walk, conditions_on_days, pair_label, walk
from detente.record.codec import decode, read_report
from detente.record.kinds import CLASS_BY_KIND
from detente.record.schema import connect
from detente.record.search import phrases

FEW_TOLD = 20_000
"""Of fewer things told since a day the newest are picked out of all; of more, the newest things are gone through until
a page is full. Of 735,000 events the first took less than 4 ms for 7,000, the second 440 ms."""
MOST_MATCHES = 3000
"""Of the places that words stand in, so many, the best first, are sorted and counted by facet: a common word stands in
every report, and nobody reads on so far."""


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
        self._ranks: dict[str, list[int]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._connection.close()
        self._record.close()

    @cached_property
    def about(self) -> Mapping[str, str]:
        """What the file says of itself: the stamp of the record and how many things of each kind there are."""
        return dict(self.ask("SELECT name, value FROM about"))

    def many(self, kind: str) -> int:
        """How many things of a kind the record has."""
        return int(self.about.get(f"many {kind}", "0"))

    def find(self, asked: Asked, first: int = 0, most: int = 50) -> Found:
        """A page of the things that are asked for, the newest first; words that are looked for bring the best first."""
        if asked.words:
            numbers = self.matches(asked)
            return Found(self.numbered(numbers[first : first + most]), len(numbers))
        way = walk(asked, self._label_numbers(asked))
        total = self._count(asked, way)
        if total < FEW_TOLD:
            way = way.from_the_told()
        found = self.ask(way.numbers(), *way.values, most, first)
        return Found(self.numbered([n for (n,) in found]), total)

    def matches(self, asked: Asked) -> list[int]:
        """The numbers of the things in which the words stand, the best first; an empty kind asks for all kinds."""
        ranked = self._ranked(asked.words)
        if not ranked:
            return []
        sql = "SELECT j.value FROM json_each(?) j JOIN place t ON t.n = j.value WHERE 1"
        values: list[object] = [json.dumps(ranked)]
        if asked.kind:
            sql += " AND t.kind = ?"
            values.append(asked.kind)
        for label in self._label_numbers(asked):
            sql += " AND EXISTS (SELECT 1 FROM tag o WHERE o.thing = t.n AND o.label = ?)"
            values.append(label)
        for condition, value in conditions_on_days(asked):
            sql += f" AND {condition}"
            values.append(value)
        return [n for (n,) in self.ask(f"{sql} ORDER BY j.key", *values)]

    def _ranked(self, words: str) -> Sequence[int]:
        """Where the words stand, the best first; kept, since a page of a search asks more than once."""
        if words not in self._ranks:
            sql = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?"
            self._ranks[words] = [n for (n,) in self.ask(sql, phrases(words), MOST_MATCHES)]
        return self._ranks[words]

    def numbered(self, numbers: Sequence[int]) -> tuple[Thing, ...]:
        """The things of some numbers, in their order."""
        return self._things(self._rows(numbers))

    def facets(self, numbers: Sequence[int], facets: Iterable[str]) -> Mapping[str, list[tuple[str, int]]]:
        """For each facet its values among some things, with how many bear each, the most frequent first."""
        wanted = sorted(set(facets))
        marks = ", ".join("?" * len(wanted))
        found = self.ask(
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
            self.ask(
                "SELECT t.kind, count(*) FROM json_each(?) j JOIN place t ON t.n = j.value GROUP BY 1 ORDER BY 2 DESC",
                json.dumps(list(numbers)),
            )
        )

    def tally(self, facet: str, kind: str, most: int = 100, first: int = 0) -> list[tuple[str, int, int]]:
        """The values of a facet with how many things of a kind bear each and the sorting of the newest."""
        return self.ask(
            "SELECT value, many, newest FROM tally WHERE facet = ? AND kind = ? "
            "ORDER BY many DESC, value LIMIT ? OFFSET ?",
            facet,
            kind,
            most,
            first,
        )

    def many_values(self, facet: str, kind: str) -> int:
        """How many values of a facet things of a kind bear."""
        return int(self.ask("SELECT count(*) FROM tally WHERE facet = ? AND kind = ?", facet, kind)[0][0])

    def labels_of(self, kind: str, id_: str, facet: str) -> list[str]:
        """The values of a facet that a thing bears."""
        return [
            value
            for (value,) in self.ask(
                "SELECT l.value FROM thing t JOIN tag g ON g.thing = t.n JOIN label l ON l.n = g.label "
                "WHERE t.kind = ? AND t.id = ? AND l.facet = ? ORDER BY 1",
                *(kind, id_, facet),
            )
        ]

    @cached_property
    def matched(self) -> Mapping[str, bool]:
        """For each judgement whether what it speaks of was there when this was worked out."""
        return {id_: bool(is_matched) for id_, is_matched in self.ask("SELECT id, is_matched FROM judged")}

    def thing(self, kind: str, id_: str) -> Thing | None:
        """The thing of an id."""
        rows = self.ask("SELECT kind, id, data FROM thing WHERE kind = ? AND id = ?", kind, id_)
        return next(iter(self._things(rows)), None)

    def ids(self, kind: str, start: str) -> list[str]:
        """Ids that begin with some letters."""
        return [
            i
            for (i,) in self.ask(
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
        rows = self.ask(
            "SELECT id, data FROM thing WHERE kind = 'report' AND id IN (SELECT value FROM json_each(?))", marks
        )
        for id_, data in rows:
            if id_ in texts:
                meta, text = texts[id_]
                stored = json.loads(data)
                report = read_report(meta, text)
                when = decode(When, stored["published"])
                copied = decode(Copied, stored["copied"]) if stored["copied"] else None
                self._reports[ReportId(id_)] = DatedReport(report, when, OriginId(stored["origin"]), copied)
        return self._reports

    def furniture(self, id_: ReportId) -> tuple[Span, ...]:
        """What is not running text in a report."""
        rows = self._on_record("SELECT furniture FROM report WHERE id = ?", id_)
        return decode(tuple[Span, ...], json.loads(rows[0][0])) if rows else ()

    def points(self, pair: tuple[ActorId, ActorId]) -> tuple[IndexPoint, ...]:
        """The index of two powers, month by month, without the events behind each."""
        rows = self.ask("SELECT data FROM point WHERE a = ? AND b = ? ORDER BY day", *sorted(pair))
        return tuple(decode(IndexPoint, json.loads(data)) for (data,) in rows)

    def heat(self, issue: IssueId) -> tuple[IssuePoint, ...]:
        """The index of the acts about an issue, month by month."""
        rows = self.ask("SELECT data, behind FROM point WHERE a = ? AND b = '' ORDER BY day", issue)
        return tuple(decode(IssuePoint, {**json.loads(data), "behind": json.loads(ids)}) for data, ids in rows)

    def behind(self, point: IndexPoint) -> IndexPoint:
        """A point with the events behind it."""
        sql = "SELECT behind FROM point WHERE a = ? AND b = ? AND day = ?"
        rows = self.ask(sql, *point.pair, point.day.isoformat())
        return replace(point, behind=tuple(EventId(e) for e in json.loads(rows[0][0]))) if rows else point

    def last_points(self, pairs: Iterable[str]) -> Mapping[str, IndexPoint]:
        """The newest value of the index of each of some pairs."""
        found = {}
        for pair in pairs:
            a, b = pair.split()
            rows = self.ask("SELECT data FROM point WHERE a = ? AND b = ? ORDER BY day DESC LIMIT 1", a, b)
            if rows:
                found[pair] = decode(IndexPoint, json.loads(rows[0][0]))
        return found

    def newest_report_day(self) -> date | None:
        """The last day on which a report came out."""
        day = self.about.get("newest report")
        return date.fromisoformat(day) if day else None

    def has_pair(self, pair: tuple[str, str]) -> bool:
        """Whether anything is told of two powers together."""
        return bool(self.ask("SELECT 1 FROM label WHERE facet = 'pair' AND value = ?", pair_label(*pair)))

    def months(self, pair: tuple[ActorId, ActorId]) -> list[tuple[str, str, int]]:
        """How many events of two powers there are by month and type, by the first day that they may have been."""
        return self.ask("SELECT month, type, many FROM month WHERE pair = ? ORDER BY 1, 2", pair_label(*pair))

    def _count(self, asked: Asked, way: Walk) -> int:
        if not asked.has_days and not asked.around:
            if not asked.labels:
                return self.many(asked.kind)
            if len(asked.labels) == 1 and asked.labels[0][0] != "report":
                return self._borne(asked.labels[0], asked.kind)
        return int(self.ask(way.count(), *way.values)[0][0])

    def _label_numbers(self, asked: Asked) -> list[int]:
        """The number of each label, that of the rarest first; 0 for one that nothing bears."""
        numbers = []
        for label in asked.labels:
            rows = self.ask("SELECT n FROM label WHERE facet = ? AND value = ?", *label)
            # what a report tells is not counted beforehand: it is never much
            many = self._borne(label, asked.kind) if label[0] != "report" else 0
            numbers.append((many, rows[0][0] if rows else 0))
        return [number for _, number in sorted(numbers)]

    def _borne(self, label: Label, kind: str) -> int:
        """How many things of a kind bear a label; of all kinds together where the kind is empty."""
        sql = "SELECT coalesce(sum(many), 0) FROM tally WHERE facet = ? AND value = ? AND kind "
        return int(self.ask(sql + ("= ?" if kind else "!= ?"), *label, kind)[0][0])

    def _rows(self, numbers: Sequence[int]) -> list[tuple[str, str, str]]:
        return self.ask(
            "SELECT t.kind, t.id, t.data FROM json_each(?) j JOIN thing t ON t.n = j.value ORDER BY j.key",
            json.dumps(list(numbers)),
        )

    def _things(self, rows: Iterable[tuple[str, str, str]]) -> tuple[Thing, ...]:
        rows = list(rows)
        reports = self.reports(id_ for kind, id_, _ in rows if kind == "report")
        things = (
            reports.get(ReportId(id_)) if kind == "report" else decode(CLASS_BY_KIND[kind], json.loads(data))
            for kind, id_, data in rows
        )
        return tuple(thing for thing in things if thing is not None)

    def ask(self, sql: str, *values: object) -> list[Any]:
        """What a statement gives."""
        return self._connection.execute(sql, values).fetchall()

    def _on_record(self, sql: str, *values: object) -> list[Any]:
        try:
            return self._record.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise RecordError(f"The record could not be read: {error}.") from error
