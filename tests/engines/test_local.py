import multiprocessing
from collections.abc import Iterator
from contextlib import closing
from itertools import islice

import pytest
from fake_reading import fail_to_make, make_reader, read

from detente.domain.findings import Findings, Problem
from detente.domain.reports import Report
from detente.engines.local import POOL_FROM, _Crew, default_jobs, read_all

MANY = tuple(Report(f"Arnor met Gondor {n} times.", path=f"{n}.txt") for n in range(3 * POOL_FROM))


def test_a_pool_gives_what_one_process_gives_in_the_same_order() -> None:
    assert list(read_all(MANY, make_reader, jobs=2)) == [read(report) for report in MANY]


def test_few_reports_are_read_without_a_pool() -> None:
    results = read_all(MANY[:3], make_reader, jobs=2)

    next(results)

    assert multiprocessing.active_children() == []


def test_nothing_is_loaded_for_no_reports() -> None:
    assert list(read_all([], fail_to_make)) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_report_that_reading_fails_on_becomes_a_problem_and_the_others_are_read(jobs: int) -> None:
    reports = [*MANY, Report("stumble", path="bad.txt"), *MANY]

    results = list(read_all(reports, make_reader, jobs))

    problems = [r for r in results if isinstance(r, Problem)]
    assert [(p.path, p.reason) for p in problems] == [
        ("bad.txt", "This report could not be read because of a fault in detente (KeyError: 'over a word').")
    ]
    assert results.index(problems[0]) == len(MANY)


def test_a_worker_that_dies_takes_only_its_own_report_with_it() -> None:
    reports = [Report("die", path="heavy.txt"), *MANY, Report("die twice", url="https://one.example")]

    results = list(read_all(reports, make_reader, jobs=2))

    assert [r.path for r in results if isinstance(r, Problem)] == ["heavy.txt", "https://one.example"]
    assert [r for r in results if isinstance(r, Findings)] == [read(report) for report in MANY]


def test_a_worker_that_dies_while_it_is_free_is_replaced() -> None:
    crew = _Crew(make_reader, 1)
    crew.give(0, MANY[0])
    crew.collect()
    (worker,) = multiprocessing.active_children()
    worker.kill()
    worker.join()

    crew.give(1, MANY[1])
    results = crew.collect()
    crew.stop()

    assert results == {1: read(MANY[1])}


def test_when_no_reader_can_be_made_it_is_told_why() -> None:
    with pytest.raises(RuntimeError, match="no parser"):
        list(read_all(MANY, fail_to_make, jobs=2))


def test_one_who_stops_early_leaves_no_worker_behind() -> None:
    results = read_all([*MANY, Report("linger")], make_reader, jobs=2)
    assert isinstance(results, Iterator)

    with closing(results):  # type: ignore[type-var]
        list(islice(results, 5))

    assert multiprocessing.active_children() == []


def test_no_more_reports_are_taken_than_are_needed_soon() -> None:
    taken = 0

    def endless() -> Iterator[Report]:
        nonlocal taken
        while True:
            taken += 1
            yield Report(f"Arnor met Gondor {taken} times.")

    results = read_all(endless(), make_reader, jobs=2)
    with closing(results):  # type: ignore[type-var]
        list(islice(results, 20))

    assert taken < 200


def test_a_machine_has_a_core() -> None:
    assert default_jobs() >= 1
