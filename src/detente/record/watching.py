"""Whether a record has changed: by a number that SQLite keeps, and by a hash of all that deriving depends on."""

import sqlite3
import threading
from hashlib import blake2b
from pathlib import Path

from detente.errors import RecordError
from detente.record.schema import connect

_PARTS = (
    # a report's findings depend on nothing but the report and what it was read with
    "SELECT id, meta, furniture, reading FROM report ORDER BY seq",
    "SELECT id, detente, rules, code, pipeline FROM reading ORDER BY id",
    "SELECT path, n, data FROM trouble ORDER BY path, n, data",
    "SELECT seq, id, data FROM judgement ORDER BY seq",
)


class Watch:
    """Looks at a record that others write."""

    def __init__(self, path: Path) -> None:
        """Open the record; a RecordError says why it cannot be."""
        self._connection = connect(path, shared=True)
        self._one_at_a_time = threading.Lock()
        self._version: int | None = None
        self._stamp = ""

    def close(self) -> None:
        """Look no more."""
        self._connection.close()

    def stamp(self) -> str:
        """A hash of the record as it is now; the rows are read only when the file has changed."""
        with self._one_at_a_time:
            try:
                version = int(self._connection.execute("PRAGMA data_version").fetchone()[0])
                if version != self._version:
                    self._stamp = self._hash()
                    self._version = version
            except sqlite3.Error as error:
                raise RecordError(f"The record could not be read: {error}.") from error
            return self._stamp

    def _hash(self) -> str:
        hashed = blake2b(digest_size=16)
        self._connection.execute("BEGIN")
        try:
            for sql in _PARTS:
                for row in self._connection.execute(sql):
                    hashed.update("\x1f".join(map(str, row)).encode())
                    hashed.update(b"\x1e")
        finally:
            self._connection.execute("COMMIT")
        return hashed.hexdigest()
