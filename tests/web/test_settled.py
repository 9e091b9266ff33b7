"""What is laid out for the pages is what follows from the record."""

import pytest
from fixtures_of_desk import Served

from detente.domain.derived import Derived
from detente.engines.loading import load
from detente.engines.workshop import packaged
from detente.record.settled import Asked, Settled
from detente.record.settled_making import pair_label

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
        points = settled.points(pair)

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
