"""What is laid out for the pages is what follows from the record, and no page reads through all of it."""

import re
from typing import Any

import pytest
from fixtures_of_desk import Served

from detente.domain.derived import Derived
from detente.engines.loading import load
from detente.engines.workshop import packaged
from detente.record.asked import Asked, pair_label
from detente.record.settled import Settled

KINDS = {
    "event": "events",
    "statement": "statements",
    "figure": "figures",
    "issue": "issues",
    "pledge": "pledges",
    "disagreement": "disagreements",
    "problem": "problems",
    "report": "reports",
}
PAGES = (
    "/",
    "/pairs",
    "/pairs/JPN/KOR",
    "/pairs/JPN/KOR?since=2020-01-01&type=AGREE",
    "/charts/months/JPN/KOR/spec.json",
    "/charts/meetings/spec.json",
    "/events",
    "/events?page=2",
    "/events?state=Japan&type=CONSULT&status=happened",
    "/events?since=2019-01-01&until=2023-01-01",
    "/statements?state=Japan",
    "/issues?state=Japan&state=South+Korea",
    "/reports",
    "/people",
    "/people/Yoon%20Suk%20Yeol",
    "/problems",
    "/review",
    "/search?q=summit",
    "/search?q=talks&kind=event&state=Japan&since=2019-01-01",
    "/events.csv?state=Japan",
)
WHOLE = re.compile(r"SCAN (thing|place|month|tag|label|tally|point|[tglohy])\b")
"""How SQLite says that it reads through a table, by its name or what the statements call it."""


@pytest.fixture(scope="module")
def derived(demo: Served) -> Derived:
    return load(packaged(), demo.record).derived


@pytest.fixture
def settled(demo: Served) -> Settled:
    return demo.keeper.settled()[0]


@pytest.mark.parametrize("kind", KINDS)
def test_all_that_follows_comes_back_as_it_was(settled: Settled, derived: Derived, kind: str) -> None:
    with settled:
        found = settled.find(Asked(kind), 0, 10_000)

    assert set(found.things) == set(getattr(derived, KINDS[kind]))
    assert found.total == len(found.things)


def test_the_index_of_a_pair_comes_back_as_it_was(settled: Settled, derived: Derived) -> None:
    pair = derived.index[0].pair

    with settled:
        points = tuple(map(settled.behind, settled.points(pair)))

    assert points == tuple(p for p in derived.index if p.pair == pair)


def test_a_pairs_events_are_those_in_which_both_take_part(settled: Settled, derived: Derived) -> None:
    with settled:
        found = settled.find(Asked("event", (("pair", pair_label("KOR", "JPN")),)), 0, 10_000)

    assert set(found.things) == {e for e in derived.events if {"JPN", "KOR"} <= set(e.powers)}


def test_a_list_goes_on_where_its_page_before_ended(settled: Settled) -> None:
    with settled:
        whole = settled.find(Asked("event"), 0, 30).things
        parts = [*settled.find(Asked("event"), 0, 20).things, *settled.find(Asked("event"), 20, 10).things]

    assert list(whole) == parts


def test_a_label_that_nothing_bears_finds_nothing(settled: Settled) -> None:
    with settled:
        found = settled.find(Asked("event", (("power", "XXX"), ("type", "AGREE"))))

    assert (found.things, found.total) == ((), 0)


@pytest.mark.parametrize("page", PAGES)
def test_no_page_reads_through_a_whole_table(demo: Served, monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    asked: list[tuple[str, tuple[object, ...]]] = []
    answer = Settled.ask

    def noted(self: Settled, sql: str, *given: object) -> list[Any]:
        asked.append((sql, given))
        return answer(self, sql, *given)

    monkeypatch.setattr(Settled, "ask", noted)

    demo.text(page)

    with demo.keeper.settled()[0] as settled:
        steps = [step[-1] for sql, given in asked for step in answer(settled, f"EXPLAIN QUERY PLAN {sql}", *given)]
    assert asked
    assert [step for step in steps if WHOLE.match(step)] == []
