"""The record: reports with their findings, problems and judgements, in one SQLite file."""

import json
from collections.abc import Iterable
from dataclasses import astuple
from functools import reduce
from hashlib import blake2b
from typing import Any

from detente.domain.findings import Claim, Figure, Findings, Problem, Statement, Unlinked
from detente.domain.ids import ActorId
from detente.domain.judgements import Judgement
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.record.asked import pair_label
from detente.record.codec import decode, dumps, encode, read_report
from detente.record.contents import Admission, Contents, Mark, Outcome, Reading, Shelved, report_named, sort_out
from detente.record.file import RecordFile
from detente.record.known import conflict, enriched, is_less_known
from detente.record.search import Hit, phrases

Finding = Claim | Statement | Figure | Problem | Unlinked
_FIELDS: dict[str, type[Finding]] = {
    "claims": Claim,
    "statements": Statement,
    "figures": Figure,
    "problems": Problem,
    "unlinked": Unlinked,
}

_BRIEFS = (
    "CREATE TABLE IF NOT EXISTS brief (pair TEXT PRIMARY KEY, report INTEGER NOT NULL, judgements INTEGER NOT NULL)"
)


class Record(RecordFile):
    """An open record; a context manager that closes it."""

    def admit(self, report: Report, reading: Reading) -> Admission:
        """Whether a report is to be read, and with what the record knows of it; nothing is stored but a conflict."""
        with self.writing():
            alike = self._same_text(report)
            known = next((r for _, r in alike if r.id == report.id or is_less_known(report, r)), None)
            if known is None:
                return Admission(reduce(enriched, [r for _, r in alike if is_less_known(r, report)], report))
            problem = conflict(known, report)
            if problem:
                self._add_trouble("", [problem])
            better = enriched(known, report)
            if better != known or not self._was_read_with(known, reading):
                return Admission(better, problem=problem)
            return Admission(known, self._findings(*self._shelf(known.id)), problem)

    def save(self, findings: Findings, reading: Reading, given: Report | None = None) -> Outcome:
        """Store all that was found in a report, wholly or not at all, in place of what an earlier reading found.

        `given` is the report as `admit` returned it, where reading it found a day that it did not come with.
        """
        report = findings.report
        with self.writing():
            alike = self._same_text(report)
            if any(is_less_known(report, r) for _, r in alike):
                return Outcome.KNOWN
            # the report itself, or sightings of it that lacked its address
            earlier = [(seq, r) for seq, r in alike if r.id == report.id or is_less_known(r, report)]
            seq = min((seq for seq, _ in earlier), default=None)
            formerly = self._former_ids(report, [r for _, r in earlier])
            for old, _ in earlier:
                self._remove(old)
            seq = self._insert_report(seq, findings, given or report, (formerly, self._reading_key(reading)))
            self._insert_findings(seq, findings)
        return Outcome.AGAIN if earlier else Outcome.NEW

    def save_problems(self, path: str, problems: Iterable[Problem]) -> None:
        """Store what could not be read of a file, in place of what an earlier try could not."""
        with self.writing():
            self.execute("DELETE FROM trouble WHERE path = ? AND path != ''", path)
            self._add_trouble(path, problems)

    def add_problem(self, problem: Problem) -> None:
        """Store one more thing that could not be read of a file, or that was noticed about a report."""
        with self.writing():
            self._add_trouble(problem.path or "", [problem])

    def save_judgement(self, judgement: Judgement) -> None:
        """Add a judgement; none is ever changed or taken away."""
        with self.writing():
            self.execute("INSERT INTO judgement (id, data) VALUES (?, ?)", judgement.id, dumps(encode(judgement)))

    def contents(self, at: Mark | None = None) -> Contents:
        """Everything that is in the record now, or of it what was there at an earlier moment."""
        with self.reading():
            shelf, judgements = self._shelf(), self._judgements()
            if at is not None:
                shelf = tuple(s for s in shelf if s.seq <= at.report)
                judgements = judgements[: at.judgements]
            live, aside = sort_out(shelf, judgements)
            findings = [self._findings(s) for s in live]
            rows = self.execute("SELECT data FROM trouble ORDER BY path, n, data").fetchall()
            readings = self.execute("SELECT detente, rules, code, pipeline FROM reading").fetchall()
        return Contents(
            findings=tuple(sorted(findings, key=lambda f: f.report.id)),
            set_aside=aside,
            problems=tuple(decode(Problem, json.loads(data)) for (data,) in rows),
            judgements=judgements,
            readings=tuple(sorted(Reading(*row) for row in readings)),
        )

    def remember_brief(self, pair: tuple[ActorId, ActorId]) -> None:
        """Note that a brief on two powers has been made of what is in the record now."""
        with self.writing():
            # not among the tables of the schema: records made before briefs were noted have none
            self.execute(_BRIEFS)
            self.execute(
                "INSERT OR REPLACE INTO brief (pair, report, judgements) VALUES (?,"
                " (SELECT coalesce(max(seq), 0) FROM report), (SELECT count(*) FROM judgement))",
                pair_label(*pair),
            )

    def last_brief(self, pair: tuple[ActorId, ActorId]) -> Mark | None:
        """What the record held when the last brief on two powers was made; None where there was none."""
        has_any = self.execute("SELECT 1 FROM sqlite_master WHERE name = 'brief'").fetchone()
        sql = "SELECT report, judgements FROM brief WHERE pair = ?"
        row = self.execute(sql, pair_label(*pair)).fetchone() if has_any else None
        return Mark(*row) if row else None

    def size(self) -> int:
        """How many reports there are."""
        return int(self.execute("SELECT count(*) FROM report").fetchone()[0])

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, in the order in which they were given."""
        with self.reading():
            return self._judgements()

    def shelf(self) -> tuple[Shelved, ...]:
        """All reports, in the order in which they came."""
        with self.reading():
            return self._shelf()

    def report_named(self, name: str) -> Report:
        """The report with an id, file, file name, address or title; UnknownNameError where none or several bear it."""
        with self.reading():
            shelf = self._shelf()
        return report_named(shelf, name)

    def search(self, words: str, limit: int = 100) -> tuple[Hit, ...]:
        """Where the words stand, best first: in reports that count, their statements and their claims' quotes."""
        with self.reading():
            live = {s.seq: s for s in sort_out(self._shelf(), self._judgements())[0]}
            found = self.execute(
                "SELECT w.rowid, f.report, f.kind, f.data, snippet(words, 0, '[', ']', ' … ', 24) FROM words w "
                "LEFT JOIN finding f ON f.id = w.rowid WHERE words MATCH ? ORDER BY rank, w.rowid",
                phrases(words),
            )
            hits: list[Hit] = []
            for rowid, seq, kind, data, snippet in found:
                shelved = live.get(seq if seq is not None else -rowid)
                if shelved:
                    finding = decode(_FIELDS[kind], json.loads(data), shelved.report) if kind else None
                    hits.append(Hit(shelved.report, finding, snippet.strip()))
                if len(hits) == limit:
                    break
        return tuple(hits)

    def _findings(self, shelved: Shelved) -> Findings:
        report = shelved.report
        rows = self.execute("SELECT kind, data FROM finding WHERE report = ? ORDER BY kind, n", shelved.seq)
        found: dict[str, list[Any]] = {kind: [] for kind in _FIELDS}
        for kind, data in rows:
            found[kind].append(decode(_FIELDS[kind], json.loads(data), report))
        return Findings(report, furniture=shelved.furniture, **{kind: tuple(items) for kind, items in found.items()})

    def _shelf(self, report_id: str | None = None) -> tuple[Shelved, ...]:
        rows = self.execute(
            "SELECT seq, formerly, meta, text, furniture FROM report WHERE id = coalesce(?, id) ORDER BY seq", report_id
        )
        return tuple(
            Shelved(
                seq=seq,
                report=read_report(meta, text),
                formerly=tuple(json.loads(formerly)),
                furniture=decode(tuple[Span, ...], json.loads(furniture)),
            )
            for seq, formerly, meta, text, furniture in rows
        )

    def _judgements(self) -> tuple[Judgement, ...]:
        rows = self.execute("SELECT data FROM judgement ORDER BY seq")
        return tuple(decode(Judgement, json.loads(data)) for (data,) in rows)

    def _same_text(self, report: Report) -> list[tuple[int, Report]]:
        """The stored reports with this text, as they came, with their places on the shelf."""
        rows = self.execute("SELECT seq, given, text FROM report WHERE text_hash = ? ORDER BY seq", _hash(report.text))
        return [(seq, read_report(given, text)) for seq, given, text in rows]

    def _was_read_with(self, report: Report, reading: Reading) -> bool:
        row = self.execute(
            "SELECT detente, rules, code, pipeline FROM reading g JOIN report r ON r.reading = g.id WHERE r.id = ?",
            report.id,
        ).fetchone()
        return Reading(*row) == reading

    def _former_ids(self, report: Report, earlier: list[Report]) -> list[str]:
        ids: list[str] = []
        for old in earlier:
            row = self.execute("SELECT formerly FROM report WHERE id = ?", old.id).fetchone()
            ids += [*json.loads(row[0]), old.id]
        return sorted({i for i in ids if i != report.id})

    def _remove(self, seq: int) -> None:
        self.execute("DELETE FROM words WHERE rowid IN (SELECT id FROM finding WHERE report = ?)", seq)
        self.execute("DELETE FROM words WHERE rowid = ?", -seq)
        self.execute("DELETE FROM report WHERE seq = ?", seq)

    def _reading_key(self, reading: Reading) -> int:
        self.execute(
            "INSERT OR IGNORE INTO reading (detente, rules, code, pipeline) VALUES (?, ?, ?, ?)", *astuple(reading)
        )
        row = self.execute(
            "SELECT id FROM reading WHERE (detente, rules, code, pipeline) = (?, ?, ?, ?)", *astuple(reading)
        ).fetchone()
        return int(row[0])

    def _insert_report(self, seq: int | None, findings: Findings, given: Report, notes: tuple[list[str], int]) -> int:
        report, (formerly, reading) = findings.report, notes
        row = (
            seq,
            report.id,
            dumps(formerly),
            _hash(report.text),
            report.url,
            _meta(given),
            _meta(report),
            report.text,
        )
        cursor = self.execute(
            "INSERT INTO report (seq, id, formerly, text_hash, url, given, meta, text, furniture, reading) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *row,
            dumps(encode(findings.furniture)),
            reading,
        )
        new = int(cursor.lastrowid or 0)
        self.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", -new, f"{report.title or ''}\n{report.text}")
        return new

    def _insert_findings(self, seq: int, findings: Findings) -> None:
        for kind in _FIELDS:
            for n, item in enumerate(getattr(findings, kind)):
                encoded = encode(item)
                if decode(type(item), encoded, findings.report) != item:
                    message = f"these are not the words of the report: {item}"
                    raise ValueError(message)
                self._insert_finding((seq, kind, n), item, dumps(encoded))

    def _insert_finding(self, key: tuple[int, str, int], item: Finding, data: str) -> None:
        span = item.span if isinstance(item, Problem) else item.quote.span
        place = (span.start, span.end) if span else (None, None)
        cursor = self.execute(
            'INSERT INTO finding (report, kind, n, start, "end", data) VALUES (?, ?, ?, ?, ?, ?)', *key, *place, data
        )
        if isinstance(item, Claim | Statement):
            words = item.quote.exact if isinstance(item, Claim) else f"{item.speaker.label}: {item.text}"
            self.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", cursor.lastrowid, words)

    def _add_trouble(self, path: str, problems: Iterable[Problem]) -> None:
        n = self.execute("SELECT coalesce(max(n), -1) FROM trouble WHERE path = ?", path).fetchone()[0]
        for i, problem in enumerate(problems, n + 1):
            self.execute(
                "INSERT OR IGNORE INTO trouble (path, n, data) VALUES (?, ?, ?)", path, i, dumps(encode(problem))
            )


def _meta(report: Report) -> str:
    encoded = encode(report)
    return dumps({k: v for k, v in encoded.items() if k != "text"} if isinstance(encoded, dict) else encoded)


def _hash(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()
