"""The record's tables, and the opening of a file that holds them."""

import os
import sqlite3
from pathlib import Path

from detente.errors import NotARecordError, OtherSchemaError, RecordError

SCHEMA = 1
"""Counts up with every change of the tables or of what their JSON holds."""

BUSY_SECONDS = 60
"""How long a writer waits for another; one report is written in a few milliseconds."""

_APPLICATION = 0x6465746E
"""Marks the file as a record of detente in SQLite's header: "detn"."""

_TABLES = """
CREATE TABLE reading (              -- with which rules, code and parser reports were read
    id INTEGER PRIMARY KEY, detente TEXT NOT NULL, rules TEXT NOT NULL, code TEXT NOT NULL, pipeline TEXT NOT NULL,
    UNIQUE (detente, rules, code, pipeline)
);
CREATE TABLE report (
    seq INTEGER PRIMARY KEY,        -- counts up as reports come: of two under one address the later is the newer
    id TEXT NOT NULL UNIQUE, formerly TEXT NOT NULL, text_hash TEXT NOT NULL, url TEXT,
    given TEXT NOT NULL,            -- the report but for its text, as it came
    meta TEXT NOT NULL,             -- the same as it was read: with a day that the text itself tells
    text TEXT NOT NULL, furniture TEXT NOT NULL,
    reading INTEGER NOT NULL REFERENCES reading (id)
);
CREATE INDEX report_by_text ON report (text_hash);
CREATE INDEX report_by_url ON report (url);
CREATE TABLE finding (              -- kind: claims, statements, figures, problems or unlinked; data: JSON
    id INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES report (seq) ON DELETE CASCADE,
    kind TEXT NOT NULL, n INTEGER NOT NULL, start INTEGER, "end" INTEGER, data TEXT NOT NULL,
    UNIQUE (report, kind, n)
);
CREATE TABLE trouble (              -- what could not be read at all, by file, and what the record itself noticed
    path TEXT NOT NULL, n INTEGER NOT NULL, data TEXT NOT NULL, UNIQUE (path, data)
);
CREATE TABLE judgement (seq INTEGER PRIMARY KEY, id TEXT NOT NULL, data TEXT NOT NULL);
CREATE VIRTUAL TABLE words USING fts5 (   -- rowid: a finding's id, or for a report's whole text minus its seq
    text, tokenize = "porter unicode61 remove_diacritics 2"
);
CREATE VIEW claims AS
    SELECT r.id AS report, json_extract(r.meta, '$.outlet') AS outlet, json_extract(f.data, '$.type') AS type,
           json_extract(f.data, '$.status') AS status, substr(r.text, f.start + 1, f."end" - f.start) AS quote,
           f.start, f."end", json_extract(f.data, '$.rule') AS rule, f.data
    FROM finding f JOIN report r ON r.seq = f.report WHERE f.kind = 'claims';
CREATE VIEW statements AS
    SELECT r.id AS report, json_extract(r.meta, '$.outlet') AS outlet, json_extract(f.data, '$.speaker.name') AS name,
           json_extract(f.data, '$.speaker.role') AS role, substr(r.text, f.start + 1, f."end" - f.start) AS quote,
           f.start, f."end", f.data
    FROM finding f JOIN report r ON r.seq = f.report WHERE f.kind = 'statements';
"""


def connect(path: Path, *, create: bool = False, shared: bool = False) -> sqlite3.Connection:
    """A connection to the record in a file; a new record where there is none and `create` is set.

    A shared one may be used by several threads, one at a time.
    """
    if not path.exists() and not create:
        raise RecordError(f"There is no file {path}. A record is made with: detente read REPORTS --record {path}")
    if path.is_dir() or not path.parent.is_dir():
        raise RecordError(
            f"{path} cannot be a record: {'it is a folder' if path.is_dir() else 'its folder is not there'}."
        )
    try:
        return _open(path, shared=shared)
    except sqlite3.DatabaseError as error:
        if "not a database" in str(error):
            raise NotARecordError(f"{path} is not a record of detente: it is some other kind of file.") from error
        raise RecordError(f"The record {path} cannot be opened: {error}.") from error


def _open(path: Path, *, shared: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(
        _address(path), uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=not shared
    )
    try:
        if os.access(path, os.W_OK):
            _make_or_check(connection, path)
            # readers see the record as it was while a writer adds to it; the side files go when the last one closes
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
        else:
            _check(connection, path)
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _address(path: Path) -> str:
    """The file as SQLite names it; one in a place that cannot be written is read as it lies."""
    plain = path.absolute().as_uri()
    if not path.exists() or os.access(path, os.W_OK):
        return f"{plain}?mode=rwc"
    return f"{plain}?mode=ro" if os.access(path.parent, os.W_OK) else f"{plain}?immutable=1"


def _make_or_check(connection: sqlite3.Connection, path: Path) -> None:
    """Lay the tables into an empty file, in one transaction: a kill leaves an empty file or a record."""
    if _number(connection, "application_id") == _APPLICATION or not _is_empty(connection):
        _check(connection, path)
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # another process may have laid them while this one waited
        if _is_empty(connection):
            for statement in statements_in(_TABLES):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {SCHEMA}")
    finally:
        connection.execute("COMMIT")


def _check(connection: sqlite3.Connection, path: Path) -> None:
    if _number(connection, "application_id") != _APPLICATION:
        raise NotARecordError(f"{path} is a database, but not a record of detente.")
    version = _number(connection, "user_version")
    if version != SCHEMA:
        raise OtherSchemaError(
            f"{path} was made by another version of detente (record format {version}; this one writes {SCHEMA}). "
            f"Read the reports again into a new file: detente read REPORTS --record NEW.db"
        )


def statements_in(tables: str) -> list[str]:
    """Each statement that lays some tables; comments may hold semicolons, so they go first."""
    bare = "\n".join(line.partition("--")[0] for line in tables.splitlines())
    return [statement for statement in bare.split(";") if statement.strip()]


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _is_empty(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master").fetchone() is None
