"""Keeps what follows from a record at hand for the pages, and works it out anew when the record has changed."""

import gc
import multiprocessing
import tempfile
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from detente.domain.ids import ActorId
from detente.engines.workshop import Workshop
from detente.errors import DetenteError, NotYetError
from detente.record.derive import derive
from detente.record.settled import Settled
from detente.record.settled_making import is_settled, make_settled
from detente.record.store import Record
from detente.record.watching import Watch
from detente.rules.actors import Knowledge

AT_ONCE = 2_000
"""Reports up to which the record is worked out in this process; more are left to one of their own, whose memory goes
back to the machine. Measured: docs/measures.md."""
PATIENCE_S = 20.0
"""How long a page waits for what follows from a changed record before it shows the former state, and says so."""
PATIENCE_WITH_DAYS_S = 2.0
"""How long a page waits for what a large record would be as of another day: that takes minutes."""
KEPT_DAYS = 8
"""States of the record as of other days that are kept beside the present one."""
KEPT_OF_LARGE = 2
"""The same of a large record, whose states take gigabytes."""


WAIT = "What follows from the reports is being worked out; this page will show it when it is ready."


@dataclass(slots=True)
class _Work:
    """One working out, and what it ended with."""

    done: threading.Event = field(default_factory=threading.Event)
    error: Exception | None = None
    began: float = field(default_factory=time.monotonic)


class Keeper:
    """The settled states of one record."""

    def __init__(self, workshop: Workshop, record: Path) -> None:
        """Look at the record; a RecordError says why it cannot be opened."""
        self.workshop = workshop
        self.record = record.resolve()
        self._watch = Watch(self.record)
        self._folder = tempfile.TemporaryDirectory(prefix="detente-desk-", ignore_cleanup_errors=True)
        self._lock = threading.Lock()
        self._works: dict[tuple[str, date | None], _Work] = {}
        self._files: OrderedDict[tuple[str, date | None], Path] = OrderedDict()
        self._latest: Path | None = None
        self._turn = threading.Lock()
        """Large records are worked out one after another: each takes the memory of its reports."""

    @cached_property
    def names(self) -> Knowledge:
        """The knowledge of names."""
        return self.workshop.names()

    @cached_property
    def _reading(self) -> str:
        now = self.workshop.reading()
        return f"{now.detente} {now.rules} {now.code}"

    def close(self) -> None:
        """Leave nothing behind but the file beside a large record."""
        self._watch.close()
        self._folder.cleanup()

    def stamp(self) -> str:
        """A hash of the record as it is now and of what it is worked out with."""
        return blake2b(f"{self._watch.stamp()} {self._reading}".encode(), digest_size=16).hexdigest()

    def settled(self, as_of: date | None = None) -> tuple[Settled, bool]:
        """What follows from the record, and whether it is up to date; NotYetError where there is nothing to show."""
        path, is_fresh = self._file(as_of)
        return Settled(path, self.record), is_fresh

    def _file(self, as_of: date | None) -> tuple[Path, bool]:
        key = (self.stamp(), as_of)
        with self._lock:
            if key in self._files:
                self._files.move_to_end(key)
                return self._files[key], True
            work = self._works.get(key)
            if work is None:
                work = self._works[key] = _Work()
                threading.Thread(target=self._work_out, args=(key, work), daemon=True).start()
        is_large_day = as_of is not None and self._is_large()
        if work.done.wait(PATIENCE_WITH_DAYS_S if is_large_day else PATIENCE_S):
            if work.error is not None:
                raise work.error
            with self._lock:
                return self._files[key], True
        if as_of is None and self._latest is not None:
            return self._latest, False
        raise NotYetError(self._asking_to_wait(as_of, work) if is_large_day and as_of else WAIT)

    def _asking_to_wait(self, as_of: date, work: _Work) -> str:
        with Record(self.record) as opened:
            many = opened.size()
        minutes = int((time.monotonic() - work.began) // 60)
        return (
            f"What was known on {as_of:%-d %B %Y} is being worked out from {many:,} reports, for "
            f"{minutes} minute{'' if minutes == 1 else 's'} so far. It is done once for a day and kept beside the "
            "record; this page will show it when it is ready."
        )

    def _work_out(self, key: tuple[str, date | None], work: _Work) -> None:
        stamp, as_of = key
        try:
            path = self._place(stamp, as_of)
            if not is_settled(path, stamp):
                self._make(path, stamp, as_of)
            with self._lock:
                self._files[key] = path
                if as_of is None:
                    self._latest = path
                self._forget()
        except Exception as error:  # noqa: BLE001 - whatever it is, the page that waits must tell of it
            work.error = error
        finally:
            with self._lock:
                self._works.pop(key, None)
            work.done.set()

    def _forget(self) -> None:
        """Let go of the states that nobody asked for lately; pages that have them open keep them."""
        while len(self._files) > KEPT_DAYS:
            key = next(k for k in self._files if self._files[k] != self._latest)
            gone = self._files.pop(key)
            if gone.parent == Path(self._folder.name):
                gone.unlink(missing_ok=True)

    def _place(self, stamp: str, as_of: date | None) -> Path:
        """Beside a large record, whose working out takes minutes; else in a folder that goes with this process."""
        beside = self.record.with_name(f"{self.record.name}.settled{f'-{as_of}' if as_of else ''}")
        if is_settled(beside, stamp) or (self._is_large() and _can_write(self.record.parent)):
            return beside
        return Path(self._folder.name) / f"{stamp}-{as_of or 'now'}.settled"

    def _make(self, path: Path, stamp: str, as_of: date | None) -> None:
        arguments = (self.workshop, self.record, path, stamp, as_of)
        if not self._is_large():
            work_out(*arguments)
            return
        with self._turn:
            if as_of is not None:
                self._make_room(path)
            child = multiprocessing.get_context("spawn").Process(target=work_out_alone, args=arguments, daemon=True)
            child.start()
            child.join()
        if child.exitcode != 0:
            message = f"What follows from the record could not be worked out (exit status {child.exitcode})."
            raise DetenteError(message)

    def _make_room(self, path: Path) -> None:
        """Leave few states as of other days beside a large record, the last ones; pages that have one open keep it."""
        days = [p for p in path.parent.glob(f"{self.record.name}.settled-????-??-??") if p != path]
        for old in sorted(days, key=lambda p: p.stat().st_mtime, reverse=True)[KEPT_OF_LARGE - 1 :]:
            with self._lock:
                self._files = OrderedDict((k, p) for k, p in self._files.items() if p != old)
            old.unlink(missing_ok=True)

    def _is_large(self) -> bool:
        with Record(self.record) as opened:
            return opened.size() > AT_ONCE


def work_out_alone(workshop: Workshop, record: Path, path: Path, stamp: str, as_of: date | None) -> None:
    """The same in a process of its own; it makes no cycles, and looking for them takes a fifth of the time."""
    gc.disable()
    work_out(workshop, record, path, stamp, as_of)


def work_out(workshop: Workshop, record: Path, path: Path, stamp: str, as_of: date | None) -> None:
    """Write what follows from a record, or from those of its reports that were out by a day, to a file."""
    names = workshop.names()

    def person(name: str, state: ActorId | None) -> str:
        known = [p for p in names.persons_named(name) if state is None or p.of == state]
        return known[0].name if known else name

    with Record(record) as opened:
        contents = opened.contents()
    make_settled(path, derive(contents, workshop.settle, as_of), stamp, person)


def _can_write(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
