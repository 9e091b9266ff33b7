"""Reading on one machine: in this process, or in several that each load the parser once."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from detente.domain.findings import Findings, Problem, Stage
from detente.domain.reports import Report

Reader = Callable[[Report], Findings]
MakeReader = Callable[[], Reader]
"""Makes a reader in the process that will use it; workers import it by name, so it is a module's own function."""

POOL_FROM = 24
"""Fewer reports are read here: two workers that each load the parser first took as long for 14 reports (10.0 s) as one
process did (9.5 s), with half as much work again."""

_AHEAD = 32
"""By how many reports a worker may be ahead of the first unfinished one, so that waiting results stay few."""

_FAREWELL_SECONDS = 5


def default_jobs() -> int:
    """As many workers as this process may use cores."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_all(
    reports: Iterable[Report], make_reader: MakeReader, jobs: int | None = None
) -> Iterator[Findings | Problem]:
    """The findings of each report, in the order of the reports; a Problem for one that reading failed on."""
    stream = iter(reports)
    first = list(islice(stream, POOL_FROM))
    jobs = jobs or default_jobs()
    if len(first) < POOL_FROM or jobs == 1:
        yield from _read_here(chain(first, stream), make_reader)
    else:
        yield from _read_in_crew(chain(first, stream), _Crew(make_reader, jobs))


def _read_here(reports: Iterable[Report], make_reader: MakeReader) -> Iterator[Findings | Problem]:
    reader: Reader | None = None
    for report in reports:
        reader = reader or make_reader()
        yield _attempt(reader, report)


def _read_in_crew(reports: Iterable[Report], crew: "_Crew") -> Iterator[Findings | Problem]:
    done: dict[int, Findings | Problem] = {}
    following = 0
    try:
        for number, report in enumerate(reports):
            while crew.is_full or number - following >= _AHEAD * crew.jobs:
                done |= crew.collect()
                while following in done:
                    yield done.pop(following)
                    following += 1
            crew.give(number, report)
        while crew.is_busy:
            done |= crew.collect()
        yield from (done[number] for number in sorted(done))
    finally:
        crew.stop()


def _attempt(reader: Reader, report: Report) -> Findings | Problem:
    try:
        return reader(report)
    except Exception as error:  # noqa: BLE001 - one report must not lose the others, and the Problem is seen
        return _failed(report, f"a fault in detente ({type(error).__name__}: {error})")


def _failed(report: Report, why: str) -> Problem:
    return Problem(Stage.TEXT, f"This report could not be read because of {why}.", path=report.path or report.url)


@dataclass(slots=True)
class _Worker:
    """A process, the pipe to it, and the report that it is reading."""

    process: BaseProcess
    pipe: Connection
    number: int = -1
    report: Report | None = None


class _Crew:
    """Up to so many worker processes, started when there is work; one that dies is replaced."""

    def __init__(self, make_reader: MakeReader, jobs: int) -> None:
        self.jobs = jobs
        self._make_reader = make_reader
        self._workers: list[_Worker] = []

    @property
    def is_full(self) -> bool:
        return len(self._busy) == self.jobs

    @property
    def is_busy(self) -> bool:
        return bool(self._busy)

    @property
    def _busy(self) -> list[_Worker]:
        return [w for w in self._workers if w.report is not None]

    def give(self, number: int, report: Report) -> None:
        """Hand a report to a worker that is free; the crew must not be full."""
        worker = next((w for w in self._workers if w.report is None), None) or self._hire()
        worker.number, worker.report = number, report
        try:
            worker.pipe.send(report)
        except OSError:
            # it died while it was free: nothing is lost but the worker
            self._dismiss(worker)
            self.give(number, report)

    def collect(self) -> dict[int, Findings | Problem]:
        """Wait for a result, and take all that are there, by the numbers of their reports."""
        ready = wait([w.pipe for w in self._busy])
        return {w.number: self._take(w) for w in self._busy if w.pipe in ready}

    def stop(self) -> None:
        """End all workers, also those in the middle of a report."""
        for worker in list(self._workers):
            self._dismiss(worker)

    def _take(self, worker: _Worker) -> Findings | Problem:
        report, worker.report = worker.report, None
        try:
            result = worker.pipe.recv()
        except (EOFError, OSError):
            self._dismiss(worker)
            return _failed(report or Report(""), "the sudden end of the process that read it; it may need more memory")
        if isinstance(result, Exception):
            raise result
        answer: Findings | Problem = result
        return answer

    def _hire(self) -> _Worker:
        # not forked: a forked child would hold the other workers' pipes, and their end would go unseen
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, self._make_reader), daemon=True)
        with _interrupts_ignored():
            process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _dismiss(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.pipe.close()
        if worker.report is not None:
            worker.process.terminate()
        worker.process.join(_FAREWELL_SECONDS)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Let a child start that Ctrl-C does not reach: the parent stops its workers itself."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _work(pipe: Connection, make_reader: MakeReader) -> None:
    """A worker's life: read what comes until the pipe is closed."""
    try:
        reader = make_reader()
    except Exception as error:  # noqa: BLE001 - it is raised again where it can be told
        pipe.send(error)
        return
    try:
        while True:
            pipe.send(_attempt(reader, pipe.recv()))
    except (EOFError, OSError):
        return
