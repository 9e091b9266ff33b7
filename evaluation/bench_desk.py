"""How long the desk's pages take over many reports, made from the examples; `make bench-desk` calls this.

The examples are read once; every further edition is the same rows with other reports, days and states, so what is
measured is the reading of pages, not the working out of what follows from the reports.
"""

import argparse
import json
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from urllib.parse import quote as escaped

from detente.domain.reports import Report
from detente.engines.workshop import packaged
from detente.record.settled_making import INDEXES
from detente.record.settled_rows import NO_DAY
from detente.rules.actors import load_knowledge
from detente.web.keeping import Keeper
from measures import commit_line, write_section

DETENTE = (sys.executable, "-m", "detente.cli")
ROUNDS = 12
BUSIEST = ("JPN", "KOR")
SHARE_OF_BUSIEST = 8
"""Every eighth edition is of the busiest pair."""
PAGES = (
    "/",
    "/pairs",
    "/pairs/{a}/{b}",
    "/pairs/{a}/{b}?since=2020-01-01",
    "/charts/index/{a}/{b}/light.svg",
    "/charts/months/{a}/{b}/light.svg",
    "/charts/meetings/light.svg",
    "/events",
    "/events?page=40",
    "/events?state={a}&state={b}&type=AGREE",
    "/events?state={a}&status=planned&since=2015-01-01",
    "/statements?state={a}",
    "/issues",
    "/figures",
    "/pledges",
    "/disagreements",
    "/problems",
    "/events?told_since=2015-01-01",
    "/events.csv?state={a}&state={b}&type=AGREE&status=planned",
    "/events.json?issue={issue}&type=AGREE",
    "/reports",
    "/reports?outlet=Kestrel+Post",
    "/people",
    "/people/{person}",
    "/review",
    "/review?page=9",
    "/judgements",
    "/search?q=summit",
    "/search?q=said",
    "/search?q=Edition+77",
    "/search?q=%22export+controls%22",
    "/search?q=export+controls&type=RETREAT",
    "/search?q=summit&kind=event&state={a}",
    "/reports/{report}",
    "/events/{event}",
    "/issues/{issue}",
)


def main() -> int:
    """Multiply the examples, serve them, and write down how long each page takes."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--reports", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    arguments.add_argument("--write", action="store_true", help="into docs/measures.md")
    options = arguments.parse_args()
    rows = []
    for many in options.reports:
        with tempfile.TemporaryDirectory(prefix="bench-desk-") as folder:
            rows.append(_measure(many, Path(folder)))
    body = _table(rows)
    print(body)
    if options.write:
        write_section("bench-desk", body)
    return 0


def _measure(many: int, folder: Path) -> tuple[str, ...]:
    record = folder / "demo.db"
    subprocess.run([*DETENTE, "demo", str(folder)], check=True, capture_output=True)
    with closing(Keeper(packaged(), record)) as keeper:
        small = keeper.settled()[0].path
        settled = record.with_name("demo.db.settled")
        settled.write_bytes(small.read_bytes())
    ids = multiply(record, settled, many)
    with closing(Keeper(packaged(), record)) as keeper:
        began = time.monotonic()
        stamp = keeper.stamp()
        stamped = time.monotonic() - began
    with closing(sqlite3.connect(settled)) as connection, connection:
        connection.execute("UPDATE about SET value = ? WHERE name = 'stamp'", (stamp,))
        connection.execute(
            "UPDATE about SET value = (SELECT count(*) FROM place WHERE kind = substr(name, 6))"
            " WHERE name LIKE 'many %' AND substr(name, 6) IN (SELECT kind FROM place)"
        )
    seconds, megabytes = _ask(record, ids)
    ordered = sorted(seconds)
    return (
        f"{many:,}",
        f"{statistics.median(ordered) * 1000:,.0f}",
        f"{ordered[int(len(ordered) * 0.95)] * 1000:,.0f}",
        f"{ordered[-1] * 1000:,.0f}",
        f"{megabytes:,.0f}",
        f"{settled.stat().st_size / 1e6:,.0f}",
        f"{stamped:.1f}",
    )


def multiply(record: Path, settled: Path, many: int) -> dict[str, str]:
    """Add editions until there are so many reports; the ids of one thing of each kind."""
    with closing(sqlite3.connect(record)) as known:
        reports = known.execute("SELECT id, meta, text, furniture, reading FROM report").fetchall()
        pairs = list(combinations(sorted(i for i in load_knowledge().name_by_id if len(i) == 3), 2))  # noqa: PLR2004
        with closing(sqlite3.connect(settled)) as connection:
            connection.execute("PRAGMA synchronous = OFF")
            for statement in INDEXES:
                connection.execute(f"DROP INDEX {statement.split(' ON ')[0].split()[-1]}")
            connection.execute("PRAGMA temp_store = FILE")
            editing = _Editing(known, connection, reports)
            for edition in range(1, many // len(reports)):
                # one pair is told of far more often than any other
                editing.add(edition, BUSIEST if edition % SHARE_OF_BUSIEST == 0 else pairs[edition * 37 % len(pairs)])
                if edition % 200 == 0:
                    known.commit()
            editing.finish()
            connection.commit()
        known.commit()
    return {"a": BUSIEST[0], "b": BUSIEST[1], "report": reports[0][0], **editing.first_ids}


class _Editing:
    """Rows of the examples, written again under other names."""

    def __init__(self, record: sqlite3.Connection, settled: sqlite3.Connection, reports: list[tuple[str, ...]]) -> None:
        self.record, self.settled, self.reports = record, settled, reports
        found = settled.execute(
            "SELECT n, t.kind, id, lo, hi, sort, told, doubt, data FROM thing t JOIN place USING (n)"
        ).fetchall()
        names = re.compile('"(' + "|".join(["JPN", "KOR", *(r[0] for r in reports)]) + ')"')
        texts = {r[0]: r[2] for r in reports}
        # cut once where an edition puts other names, with the words by which each is found
        self.things = [
            (row[:8], names.split(row[8]), texts[row[2]] if row[1] == "report" else _words(row[8])) for row in found
        ]
        self.tags = settled.execute(
            "SELECT g.thing, l.facet, l.value, g.kind, g.sort FROM tag g JOIN label l ON l.n = g.label"
        ).fetchall()
        self.labels = {(f, v): n for n, f, v in settled.execute("SELECT n, facet, value FROM label")}
        self.points = settled.execute(
            "SELECT a, b, day, data, behind FROM point WHERE a = 'JPN' AND b = 'KOR'"
        ).fetchall()
        self.first_ids = {k: i for _, k, i, *_ in reversed(found) if k in ("event", "issue")}
        told = "SELECT value FROM tally WHERE facet = 'person' AND kind = 'statement' ORDER BY many DESC, value"
        self.first_ids["person"] = escaped(settled.execute(told).fetchone()[0])
        self.count = max(n for n, *_ in found)
        settled.execute("CREATE TEMP TABLE staged (label, kind, sort, thing)")

    def add(self, edition: int, pair: tuple[str, str]) -> None:
        """One more edition of everything, of another pair and an earlier day."""
        changed = {"JPN": pair[0], "KOR": pair[1]}
        for old, meta, text, furniture, reading in self.reports:
            edited = f"{text}\n\nEdition {edition} of this report."
            fields = json.loads(meta)
            report = Report(edited, url=fields.get("url"), outlet=fields.get("outlet"))
            changed[old] = report.id
            self.record.execute(
                "INSERT INTO report (id, formerly, text_hash, url, given, meta, text, furniture, reading)"
                " VALUES (?, '[]', ?, ?, ?, ?, ?, ?, ?)",
                (report.id, report.id, fields.get("url"), meta, meta, edited, furniture, reading),
            )
        offset = self.count * edition
        shift = edition % 3000
        self._add_things(offset, shift, changed, edition)
        self.settled.executemany("INSERT INTO staged VALUES (?, ?, ?, ?)", self._tags(offset, shift, changed))
        a, b = sorted(pair)
        self.settled.executemany(
            "INSERT OR IGNORE INTO point VALUES (?, ?, ?, ?, ?)",
            ((a, b, day, data.replace("JPN", a).replace("KOR", b), behind) for _, _, day, data, behind in self.points),
        )

    def _tags(self, offset: int, shift: int, changed: dict[str, str]) -> Iterator[tuple[int, str, int, int]]:
        for thing, facet, value, kind, sort in self.tags:
            new = (facet, " ".join(changed.get(v, v) for v in value.split(" ")) if facet in _RENAMED else value)
            number = self.labels.setdefault(new, len(self.labels) + 1)
            yield (number, kind, sort if sort == NO_DAY else sort + shift, thing + offset)

    def _add_things(self, offset: int, shift: int, changed: dict[str, str], edition: int) -> None:
        for (n, kind, id_, *days, sort, told, doubt), parts, words in self.things:
            new = "".join(f'"{changed[part]}"' if i % 2 else part for i, part in enumerate(parts))
            named = changed.get(id_, id_ if kind == "report" else f"{id_}-{edition}")
            own = f"{words} Edition {edition} of this report." if kind == "report" else words
            lo, hi, told_on = (
                day and (date.fromisoformat(day) - timedelta(days=shift)).isoformat() for day in (*days, told)
            )
            moved = sort if sort == NO_DAY else sort + shift
            self.settled.execute("INSERT INTO thing VALUES (?, ?, ?, ?)", (n + offset, kind, named, new))
            place = (n + offset, kind, lo, hi, moved, told_on, doubt)
            self.settled.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?)", place)
            self.settled.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (n + offset, own))

    def finish(self) -> None:
        """Write the tags in their order, the labels and the counts."""
        self.settled.execute("DELETE FROM label")
        self.settled.executemany("INSERT INTO label VALUES (?, ?, ?)", ((n, *k) for k, n in self.labels.items()))
        self.settled.execute("INSERT OR IGNORE INTO tag SELECT * FROM staged ORDER BY label, kind, sort, thing")
        for statement in INDEXES:
            self.settled.execute(statement)
        self.settled.execute("DELETE FROM tally")
        self.settled.execute(
            "INSERT INTO tally SELECT l.facet, l.value, g.kind, count(*), min(g.sort) FROM tag g"
            " JOIN label l ON l.n = g.label WHERE l.facet != 'report' GROUP BY g.label, g.kind"
        )
        self.settled.execute("DELETE FROM month")
        self.settled.execute(
            "INSERT INTO month SELECT l.value, substr(t.lo, 1, 7), y.value, count(*) FROM label l"
            " JOIN tag g ON g.label = l.n AND g.kind = 'event' JOIN place t ON t.n = g.thing"
            " JOIN tag h ON h.thing = g.thing JOIN label y ON y.n = h.label AND y.facet = 'type'"
            " WHERE l.facet = 'pair' AND t.lo IS NOT NULL AND t.hi IS NOT NULL GROUP BY 1, 2, 3"
        )
        self.settled.execute("ANALYZE")


def _words(data: str) -> str:
    return " ".join(w for w in json.dumps(json.loads(data), ensure_ascii=False).split('"') if " " in w)


_RENAMED = frozenset({"power", "pair", "meet", "report"})


def _ask(record: Path, ids: dict[str, str]) -> tuple[list[float], float]:
    """Seconds of each page in each round, and what the server then holds."""
    with subprocess.Popen([*DETENTE, "serve", str(record)], stdout=subprocess.PIPE, text=True) as server:
        address = (server.stdout.readline() if server.stdout else "").strip()
        seconds = []
        try:
            for number in range(ROUNDS):
                for page in PAGES:
                    began = time.monotonic()
                    with urllib.request.urlopen(address + page.format(**ids), timeout=120) as answer:  # noqa: S310 - ours
                        answer.read()
                    took = time.monotonic() - began
                    if number == 0:
                        print(f"  {took * 1000:6,.0f} ms first  {page}", flush=True)
                    else:
                        seconds.append(took)
            status = Path(f"/proc/{server.pid}/status").read_text(encoding="utf-8")
        finally:
            server.terminate()
    peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return seconds, int(peak.split()[1]) / 1024


def _table(rows: list[tuple[str, ...]]) -> str:
    lines = [
        "## Speed of the desk",
        "",
        f"{commit_line()}. {len(PAGES)} kinds of page, each {ROUNDS - 1} times, one reader; the examples are settled",
        "once; every further edition is the same rows with other reports, days and states, an eighth of them of one",
        "pair: `evaluation/bench_desk.py`. So these are the times of pages; what settling costs is told beside.",
        "",
        "| reports | median ms | 95th percentile ms | worst ms | peak MB | file MB | s to see if it changed |",
        "|---:|---:|---:|---:|---:|---:|---:|",
        *(f"| {' | '.join(row)} |" for row in rows),
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
