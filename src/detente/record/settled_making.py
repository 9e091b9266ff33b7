"""All that follows from a record, laid out in a file of its own, so that a page reads the few rows that it shows.

The file can be thrown away at any time: it is made anew from the record. Each thing has its labels (who takes part, in
which reports it stands, what it belongs to), and every list is a walk along one label's things, newest first.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from detente.domain.days import When
from detente.domain.derived import Derived, IndexPoint, IssuePoint
from detente.domain.ids import ReportId
from detente.record.asked import Label
from detente.record.codec import dumps, encode
from detente.record.schema import statements_in
from detente.record.settled_rows import NO_DAY, Person, Row, rows_of, sorting

LAYOUT = 5
"""Counts up with every change of the tables or of what their JSON holds."""
_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE thing (n INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, data TEXT NOT NULL);
CREATE TABLE place (                -- where a thing stands in lists, apart from the long words that it holds
    n INTEGER PRIMARY KEY, kind TEXT NOT NULL, lo TEXT, hi TEXT,
    sort INTEGER NOT NULL,          -- the newest has the least
    told TEXT,                      -- the first day on which a report told of it
    doubt INTEGER NOT NULL
);
CREATE TABLE month (pair TEXT NOT NULL, month TEXT NOT NULL, type TEXT NOT NULL, many INTEGER NOT NULL,
    PRIMARY KEY (pair, month, type)) WITHOUT ROWID;
CREATE TABLE label (n INTEGER PRIMARY KEY, facet TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (facet, value));
CREATE TABLE tag (
    label INTEGER NOT NULL, kind TEXT NOT NULL, sort INTEGER NOT NULL, thing INTEGER NOT NULL,
    PRIMARY KEY (label, kind, sort, thing)
) WITHOUT ROWID;
-- of two powers, or of an issue, whose b is empty
CREATE TABLE point (a TEXT NOT NULL, b TEXT NOT NULL, day TEXT NOT NULL,
    data TEXT NOT NULL,             -- without the events behind it, of which there can be thousands
    behind TEXT NOT NULL, PRIMARY KEY (a, b, day));
CREATE TABLE tally (facet TEXT NOT NULL, value TEXT NOT NULL, kind TEXT NOT NULL, many INTEGER NOT NULL,
    newest INTEGER NOT NULL, PRIMARY KEY (facet, kind, many DESC, value)) WITHOUT ROWID;
CREATE TABLE judged (id TEXT PRIMARY KEY, is_matched INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (text, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
"""
INDEXES = (
    "CREATE UNIQUE INDEX thing_by_id ON thing (kind, id)",
    "CREATE INDEX place_by_day ON place (kind, sort)",
    "CREATE INDEX place_by_doubt ON place (kind, doubt DESC, sort)",
    "CREATE INDEX place_by_told ON place (kind, told, sort)",
    "CREATE INDEX tag_by_thing ON tag (thing, label)",
    "CREATE INDEX tally_by_value ON tally (facet, value, kind, many)",
)
"""Made last, in one go each."""


@dataclass(slots=True)
class _Maker:
    connection: sqlite3.Connection
    published: Mapping[ReportId, When]
    outlets: Mapping[ReportId, str | None]
    origins: Mapping[ReportId, str]
    label_numbers: dict[Label, int] = field(default_factory=dict)
    tallies: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    newest: dict[tuple[str, str, str], int] = field(default_factory=dict)
    months: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """By pair, month and type how many events there are, by the first day that they may have been."""
    count: int = 0

    def put(self, row: Row) -> None:
        """Lay down one thing with its labels and words."""
        self.count += 1
        n, sort = self.count, sorting(row.when)
        lo, hi = (row.when.earliest, row.when.latest) if row.when else (None, None)
        reports = row.reports or tuple(sorted({q.report_id for q in row.quotes}))
        told = min((d for r in reports if (d := self.published[r].earliest)), default=None)
        self.connection.execute("INSERT INTO thing VALUES (?, ?, ?, ?)", (n, row.kind, row.id, dumps(row.data)))
        self.connection.execute(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?)",
            (n, row.kind, _iso(lo), _iso(hi), sort, _iso(told), row.doubt),
        )
        if row.kind == "event" and lo and hi:
            self._count_month(f"{lo:%Y-%m}", row.labels)
        found = {*row.labels, *(("report", r) for r in reports)}
        found |= {("outlet", o) for r in reports if (o := self.outlets[r])}
        for label in sorted(found):
            self._tag(label, (row.kind, sort, n))
        self.connection.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (n, row.words))

    def _count_month(self, month: str, labels: Iterable[Label]) -> None:
        of_facet = [[value for facet, value in labels if facet == wanted] for wanted in ("pair", "type")]
        self.months.update((pair, month, type_) for pair in of_facet[0] for type_ in of_facet[1])

    def _tag(self, label: Label, at: tuple[str, int, int]) -> None:
        number = self.label_numbers.setdefault(label, len(self.label_numbers) + 1)
        self.connection.execute("INSERT INTO staged VALUES (?, ?, ?, ?)", (number, *at))
        kind, sort, _ = at
        key = (*label, kind)
        self.tallies[key] += 1
        self.newest[key] = min(sort, self.newest.get(key, NO_DAY))

    def finish(self) -> None:
        """Lay down the labels, what bears each, in order, and how often each is borne."""
        # one by one at their places they would be written all over the file
        self.connection.execute("INSERT INTO tag SELECT * FROM staged ORDER BY label, kind, sort, thing")
        self.connection.execute("DROP TABLE staged")
        self.connection.executemany(
            "INSERT INTO label VALUES (?, ?, ?)", ((n, *label) for label, n in self.label_numbers.items())
        )
        self.connection.executemany(
            "INSERT INTO tally VALUES (?, ?, ?, ?, ?)",
            ((f, v, k, many, self.newest[f, v, k]) for (f, v, k), many in self.tallies.items() if f != "report"),
        )
        self.connection.executemany("INSERT INTO month VALUES (?, ?, ?, ?)", ((*k, n) for k, n in self.months.items()))
        for statement in INDEXES:
            self.connection.execute(statement)


def make_settled(path: Path, derived: Derived, stamp: str, person: Person) -> None:
    """Write what follows from a record to a file that is whole or not there."""
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    connection = sqlite3.connect(part, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        for statement in statements_in(_TABLES):
            connection.execute(statement)
        connection.execute("CREATE TEMP TABLE staged (label, kind, sort, thing)")
        connection.execute("BEGIN")
        _fill(connection, derived, stamp, person)
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
    finally:
        connection.close()
    part.replace(path)


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


def _fill(connection: sqlite3.Connection, derived: Derived, stamp: str, person: Person) -> None:
    maker = _Maker(
        connection,
        {d.report.id: d.published for d in derived.reports},
        {d.report.id: d.report.outlet for d in derived.reports},
        {d.report.id: d.origin for d in derived.reports},
    )
    for row in rows_of(derived, person):
        maker.put(row)
    connection.executemany("INSERT INTO point VALUES (?, ?, ?, ?, ?)", (_point(p, *p.pair) for p in derived.index))
    connection.executemany("INSERT INTO point VALUES (?, ?, ?, ?, ?)", (_point(p, p.issue, "") for p in derived.heat))
    connection.executemany("INSERT OR REPLACE INTO judged VALUES (?, ?)", ((j.id, m) for j, m in derived.judgements))
    maker.finish()
    out = [day for d in derived.reports if (day := d.published.latest)]
    about = {"stamp": stamp, "layout": str(LAYOUT), **{f"many {k}": str(n) for k, n in _counts(derived).items()}}
    about |= {"newest report": max(out).isoformat()} if out else {}
    connection.executemany("INSERT INTO about VALUES (?, ?)", sorted(about.items()))


def _point(point: IndexPoint | IssuePoint, a: str, b: str) -> tuple[str, ...]:
    light = encode(replace(point, behind=()))
    return (a, b, point.day.isoformat(), dumps(light), dumps(list(point.behind)))


def _counts(derived: Derived) -> Mapping[str, int]:
    return {
        "report": len(derived.reports),
        "event": len(derived.events),
        "statement": len(derived.statements),
        "figure": len(derived.figures),
        "issue": len(derived.issues),
        "pledge": len(derived.pledges),
        "disagreement": len(derived.disagreements),
        "problem": len(derived.problems),
        "judgement": len(derived.judgements),
        "origin": len({d.origin for d in derived.reports}),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
