"""All that follows from a record, laid out in a file of its own, so that a page reads the few rows that it shows.

The file can be thrown away at any time: it is made anew from the record. Each thing has its labels (who takes part, in
which reports it stands, what it belongs to), and every list is a walk along one label's things, newest first.
"""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations
from pathlib import Path

from detente.domain.acts import ActType, Status
from detente.domain.days import When
from detente.domain.derived import DatedReport, Derived, Disagreement, Event, Issue, Pledge, SpokenWords
from detente.domain.findings import Figure, Problem
from detente.domain.ids import ActorId, ReportId
from detente.domain.spans import Quote
from detente.events.doubts import doubts
from detente.record.codec import encode

LAYOUT = 4
"""Counts up with every change of the tables or of what their JSON holds."""
LONGEST_HISTORY = 200
"""Steps and quotes of an issue that are kept for its page, the newest; its events are listed beside them in full."""
NO_DAY = 10_000_000
"""Sorts after every day."""

_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE thing (
    n INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, lo TEXT, hi TEXT,
    sort INTEGER NOT NULL,          -- the newest has the least
    told TEXT,                      -- the first day on which a report told of it
    doubt INTEGER NOT NULL, data TEXT NOT NULL
);
CREATE TABLE label (n INTEGER PRIMARY KEY, facet TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (facet, value));
CREATE TABLE tag (
    label INTEGER NOT NULL, kind TEXT NOT NULL, sort INTEGER NOT NULL, thing INTEGER NOT NULL,
    PRIMARY KEY (label, kind, sort, thing)
) WITHOUT ROWID;
-- of two powers, or of an issue, whose b is empty
CREATE TABLE point (a TEXT NOT NULL, b TEXT NOT NULL, day TEXT NOT NULL, data TEXT NOT NULL,
    PRIMARY KEY (a, b, day)) WITHOUT ROWID;
CREATE TABLE tally (facet TEXT NOT NULL, value TEXT NOT NULL, kind TEXT NOT NULL, many INTEGER NOT NULL,
    newest INTEGER NOT NULL, PRIMARY KEY (facet, kind, many, value)) WITHOUT ROWID;
CREATE TABLE judged (id TEXT PRIMARY KEY, is_matched INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (text, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
"""
_INDEXES = """
CREATE UNIQUE INDEX thing_by_id ON thing (kind, id);
CREATE INDEX thing_by_day ON thing (kind, sort);
CREATE INDEX thing_by_doubt ON thing (kind, doubt DESC, sort);
CREATE INDEX thing_by_told ON thing (kind, told);
CREATE INDEX tag_by_thing ON tag (thing, label);
"""
Label = tuple[str, str]
Person = Callable[[str, ActorId | None], str]
"""One name for all spellings of one person's."""


@dataclass(frozen=True, slots=True)
class Row:
    """A thing as the file holds it."""

    kind: str
    id: str
    when: When | None
    quotes: tuple[Quote, ...]
    data: object
    labels: tuple[Label, ...] = ()
    words: str = ""
    doubt: int = 0
    reports: tuple[ReportId, ...] = ()


@dataclass(slots=True)
class _Maker:
    connection: sqlite3.Connection
    published: Mapping[ReportId, When]
    outlets: Mapping[ReportId, str | None]
    origins: Mapping[ReportId, str]
    label_numbers: dict[Label, int] = field(default_factory=dict)
    tallies: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    newest: dict[tuple[str, str, str], int] = field(default_factory=dict)
    count: int = 0

    def put(self, row: Row) -> None:
        """Lay down one thing with its labels and words."""
        self.count += 1
        n, sort = self.count, sorting(row.when)
        lo, hi = (row.when.earliest, row.when.latest) if row.when else (None, None)
        reports = row.reports or tuple(sorted({q.report_id for q in row.quotes}))
        told = min((d for r in reports if (d := self.published[r].earliest)), default=None)
        self.connection.execute(
            "INSERT INTO thing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (n, row.kind, row.id, _iso(lo), _iso(hi), sort, _iso(told), row.doubt, dumps(row.data)),
        )
        found = {*row.labels, *(("report", r) for r in reports)}
        found |= {("outlet", o) for r in reports if (o := self.outlets[r])}
        for label in sorted(found):
            self._tag(label, (row.kind, sort, n))
        self.connection.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (n, row.words))

    def _tag(self, label: Label, at: tuple[str, int, int]) -> None:
        number = self.label_numbers.setdefault(label, len(self.label_numbers) + 1)
        self.connection.execute("INSERT INTO tag VALUES (?, ?, ?, ?)", (number, *at))
        kind, sort, _ = at
        key = (*label, kind)
        self.tallies[key] += 1
        self.newest[key] = min(sort, self.newest.get(key, NO_DAY))

    def finish(self) -> None:
        """Lay down the labels and how often each is borne."""
        self.connection.executemany(
            "INSERT INTO label VALUES (?, ?, ?)", ((n, *label) for label, n in self.label_numbers.items())
        )
        self.connection.executemany(
            "INSERT INTO tally VALUES (?, ?, ?, ?, ?)",
            ((f, v, k, many, self.newest[f, v, k]) for (f, v, k), many in self.tallies.items() if f != "report"),
        )
        for statement in filter(str.strip, _INDEXES.split(";")):
            self.connection.execute(statement)


def make_settled(path: Path, derived: Derived, stamp: str, person: Person) -> None:
    """Write what follows from a record to a file that is whole or not there."""
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    connection = sqlite3.connect(part, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        for statement in _statements(_TABLES):
            connection.execute(statement)
        connection.execute("BEGIN")
        _fill(connection, derived, stamp, person)
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
    finally:
        connection.close()
    part.replace(path)


def sorting(when: When | None) -> int:
    """A number by which the newest comes first, by the middle of what is known, and what has no day last."""
    days = [day.toordinal() for day in (when.earliest, when.latest) if day] if when else []
    return -(sum(days) // len(days)) if days else NO_DAY


def pair_label(one: str, other: str) -> str:
    """The value of the label of two powers, whatever their order."""
    return " ".join(sorted((one, other)))


def _fill(connection: sqlite3.Connection, derived: Derived, stamp: str, person: Person) -> None:
    maker = _Maker(
        connection,
        {d.report.id: d.published for d in derived.reports},
        {d.report.id: d.report.outlet for d in derived.reports},
        {d.report.id: d.origin for d in derived.reports},
    )
    for row in _rows(derived, person):
        maker.put(row)
    connection.executemany(
        "INSERT INTO point VALUES (?, ?, ?, ?)",
        ((*p.pair, p.day.isoformat(), dumps(encode(p))) for p in derived.index),
    )
    connection.executemany(
        "INSERT INTO point VALUES (?, '', ?, ?)",
        ((p.issue, p.day.isoformat(), dumps(encode(p))) for p in derived.heat),
    )
    connection.executemany("INSERT OR REPLACE INTO judged VALUES (?, ?)", ((j.id, m) for j, m in derived.judgements))
    maker.finish()
    about = {"stamp": stamp, "layout": str(LAYOUT), **{f"many {k}": str(n) for k, n in _counts(derived).items()}}
    connection.executemany("INSERT INTO about VALUES (?, ?)", sorted(about.items()))


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


def _rows(derived: Derived, person: Person) -> Iterator[Row]:
    labels_by_report: defaultdict[ReportId, set[Label]] = defaultdict(set)
    for row in _event_rows(derived, person):
        for report in {q.report_id for q in row.quotes}:
            labels_by_report[report] |= {label for label in row.labels if label[0] in _OF_A_REPORT}
        yield row
    published = {d.report.id: d.published for d in derived.reports}
    yield from (_report(dated, labels_by_report[dated.report.id]) for dated in derived.reports)
    yield from (_statement(spoken, person, labels_by_report) for spoken in derived.statements)
    for figure in derived.figures:
        report = figure.quote.report_id
        yield _figure(figure, published[report], tuple(sorted(labels_by_report[report])))
    yield from map(_issue, derived.issues)
    yield from map(_pledge, derived.pledges)
    yield from (_disagreement(d, labels_by_report) for d in derived.disagreements)
    yield from (_problem(n, problem, published.keys()) for n, problem in enumerate(derived.problems))


def _event_rows(derived: Derived, person: Person) -> Iterator[Row]:
    disputed = {_place(s.quote) for d in derived.disagreements for s in d.sides}
    judged = {claim for j, _ in derived.judgements for part in j.grounds for claim in part}
    for event in derived.events:
        is_disputed = any(_place(m.claim.quote) in disputed for m in event.mentions)
        yield _event(event, person, judged, is_disputed=is_disputed)


def _report(dated: DatedReport, labels: Iterable[Label]) -> Row:
    report = dated.report
    own = (("origin", dated.origin), ("language", report.language))
    data = {"published": encode(dated.published), "origin": dated.origin, "copied": encode(dated.copied)}
    words = f"{report.title or ''}\n{report.text}"
    found = tuple(sorted({*own, *labels}))
    return Row("report", report.id, dated.published, (), data, found, words, reports=(report.id,))


def _problem(n: int, problem: Problem, known: Container[ReportId]) -> Row:
    reports = (problem.report_id,) if problem.report_id and problem.report_id in known else ()
    stage: Label = ("stage", problem.stage.value)
    return Row("problem", str(n), None, (), encode(problem), (stage,), problem.reason, reports=reports)


_OF_A_REPORT = frozenset({"pair", "power", "issue"})


def _event(event: Event, person: Person, judged: Container[str], *, is_disputed: bool) -> Row:
    found = doubts(event, is_disputed=is_disputed)
    parties = [
        *event.parties.actors,
        *event.parties.recipients,
        *(p for m in event.mentions for p in (*m.claim.parties.actors, *m.claim.parties.recipients)),
    ]
    people = {person(p.via, p.id) for p in parties if p.via and p.via[0].isupper()}
    pairs = [pair_label(a, b) for a, b in combinations(event.powers, 2)]
    labels = {
        *(("power", a) for a in event.powers),
        *(("pair", lab) for lab in pairs),
        *(("issue", i) for i in event.issues),
        *(("person", name) for name in people),
        *(("rule", m.claim.rule) for m in event.mentions),
        *((("part_of", event.part_of),) if event.part_of else ()),
        *(("doubt", doubt.value) for doubt in found),
        *(("claim", m.claim.id) for m in event.mentions if m.claim.id in judged),
        *((("meet", lab) for lab in pairs) if _is_meeting(event) else ()),
        ("type", event.type.value),
        ("status", event.status.value),
    }
    quotes = tuple(m.claim.quote for m in event.mentions)
    words = " … ".join(dict.fromkeys(q.exact for q in quotes))
    data = encode(event, whole=True)
    return Row("event", event.id, event.when, quotes, data, tuple(sorted(labels)), words, len(found))


def _is_meeting(event: Event) -> bool:
    return event.type is ActType.CONSULT and event.status is Status.HAPPENED and event.part_of is None


def _statement(spoken: SpokenWords, person: Person, pairs: Mapping[ReportId, set[Label]]) -> Row:
    speakers = [s.speaker for s in spoken.statements]
    states = {s.state for s in speakers if s.state}
    quotes = tuple(q for s in spoken.statements for q in (s.quote, *s.stretches))
    of_pairs = {lab for q in quotes for lab in pairs.get(q.report_id, ()) if lab[0] == "pair"}
    labels = {
        *(("person", person(s.name, s.state)) for s in speakers if s.name),
        *(("power", state) for state in states),
        *(lab for lab in of_pairs if states & set(lab[1].split())),
        *(("issue", i) for i in spoken.issues),
        *(("said", s.id) for s in spoken.statements),
        ("status", "quoted" if spoken.statements[0].is_direct else "reported"),
    }
    first = spoken.statements[0]
    words = f"{first.speaker.label} {first.speaker.role or ''} {spoken.office or ''}: {first.text}"
    data = encode(spoken, whole=True)
    return Row("statement", first.id, spoken.when, quotes, data, tuple(sorted(labels)), words)


def _figure(figure: Figure, published: When, labels: tuple[Label, ...]) -> Row:
    words = " ".join(filter(None, [figure.measure, figure.given_by, figure.period, figure.unit, figure.quote.exact]))
    return Row("figure", figure.id, published, (figure.quote,), encode(figure, whole=True), labels, words)


def _issue(issue: Issue) -> Row:
    known = [c.when for c in issue.history if c.when.earliest or c.when.latest]
    quotes = tuple(dict.fromkeys([*issue.mentions, *(c.quote for c in issue.history)]))
    kept = replace(issue, history=issue.history[-LONGEST_HISTORY:], mentions=issue.mentions[:LONGEST_HISTORY])
    labels = {
        *(("power", a) for a in issue.parties),
        *(("pair", pair_label(a, b)) for a, b in combinations(sorted(set(issue.parties)), 2)),
        ("issue", issue.id),
        ("status", issue.status),
        ("type", issue.nature.value),
    }
    words = " ".join((issue.name, *issue.aliases))
    newest = min(known, key=sorting, default=None)
    return Row("issue", issue.id, newest, quotes, encode(kept, whole=True), tuple(sorted(labels)), words)


def _pledge(pledge: Pledge) -> Row:
    quotes = tuple(dict.fromkeys([*pledge.mentions, *(c.quote for c in pledge.history)]))
    powers = sorted({*pledge.party, *pledge.to})
    labels = {
        *(("power", a) for a in powers),
        *(("pair", pair_label(a, b)) for a, b in combinations(powers, 2)),
        *(("issue", i) for i in pledge.issues),
        *(("of_event", c.event) for c in pledge.history if c.event),
        ("status", pledge.status),
    }
    when = pledge.history[0].when if pledge.history else None
    return Row("pledge", pledge.id, when, quotes, encode(pledge, whole=True), tuple(sorted(labels)), pledge.what)


def _disagreement(disagreement: Disagreement, pairs: Mapping[ReportId, set[Label]]) -> Row:
    quotes = tuple(s.quote for s in disagreement.sides)
    told = [pairs.get(q.report_id, set()) for q in quotes]
    shared = set.intersection(*told) if told else set()
    labels = {*(lab for lab in shared if lab[0] in _OF_A_REPORT), ("type", disagreement.klass)}
    words = " ".join([disagreement.about, *(s.says for s in disagreement.sides)])
    data = encode(disagreement, whole=True)
    return Row("disagreement", disagreement.id, None, quotes, data, tuple(sorted(labels)), words)


def _place(quote: Quote) -> Hashable:
    return (quote.report_id, quote.span)


def dumps(value: object) -> str:
    """JSON that keeps letters as they are."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _statements(tables: str) -> Iterable[str]:
    bare = "\n".join(line.partition("--")[0] for line in tables.splitlines())
    return filter(str.strip, bare.split(";"))
