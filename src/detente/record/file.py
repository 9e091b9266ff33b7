"""A record's file held open: its statements, and what is read or written at one moment."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from detente.errors import RecordError
from detente.record.schema import connect


class RecordFile:
    """The file of a record; a context manager that closes it."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open the record in a file, or make one where `create` is set; a RecordError says why it cannot be."""
        self.path = path
        self._connection = connect(path, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Leave the record as one file."""
        self._connection.close()

    def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
        """What a statement gives; a RecordError where the file cannot be used."""
        try:
            return self._connection.execute(sql, values)
        except sqlite3.Error as error:
            raise RecordError(f"The record {self.path} could not be used: {error}.") from error

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All that is written inside is stored together, or none of it."""
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.execute("ROLLBACK")
            raise
        self.execute("COMMIT")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """All that is read inside is of one moment."""
        self.execute("BEGIN")
        try:
            yield
        finally:
            self.execute("COMMIT")
