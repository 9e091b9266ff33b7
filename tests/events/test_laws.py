"""What holds of every record: the way in which its reports came in leaves no trace."""

from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random  # noqa: TID251 - hypothesis hands out a seeded one

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import READING
from stories import ALL, EXPULSION, FLIGHT

from detente.domain.derived import Derived, Event
from detente.domain.findings import Findings
from detente.domain.judgements import Judgement, Verdict
from detente.pipeline import read, settle
from detente.record.store import Record
from detente.rules.settling import load_settling_rules
from reading import FRIDAY, a_report, tools

SATURDAY = FRIDAY + timedelta(days=1)
of_a_file = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@cache
def found() -> tuple[Findings, ...]:
    """Reports of colliding happenings, one of them twice under two names, and one of them without its day."""
    copied = (*ALL, ALL[0])
    dated = [read(a_report(text, FRIDAY, str(n)), tools()) for n, text in enumerate(copied)]
    return (*dated, read(a_report(f"Athens is calm. {FLIGHT[0]}", None, "undated"), tools()))


def derived(findings: tuple[Findings, ...] | list[Findings], *judgements: Judgement) -> Derived:
    return settle(findings, judgements, load_settling_rules())


def through_a_record(path: Path, batches: list[list[Findings]]) -> Derived:
    """What follows from a record into which the reports came in batches."""
    for batch in batches:
        with Record(path, create=not path.exists()) as record:
            for one in batch:
                record.save(one, READING)
    with Record(path) as record:
        return derived(record.contents().findings)


@given(st.randoms(use_true_random=False))
@settings(max_examples=8, deadline=None)
def test_the_order_of_reports_leaves_no_trace(shuffler: Random) -> None:
    other = list(found())
    shuffler.shuffle(other)

    assert repr(derived(other)) == repr(derived(found()))


@given(shuffler=st.randoms(use_true_random=False), cuts=st.sets(st.integers(1, len(ALL)), max_size=4))
@of_a_file
def test_batches_leave_no_trace(tmp_path: Path, shuffler: Random, cuts: set[int]) -> None:
    other, path = list(found()), tmp_path / f"{shuffler.random()}.db"
    shuffler.shuffle(other)
    ends = [0, *sorted(cuts), len(other)]
    batches = [other[a:b] for a, b in pairwise(ends)]

    assert repr(through_a_record(path, batches)) == repr(derived(found()))


def test_one_report_at_a_time_is_all_at_once(tmp_path: Path) -> None:
    one_by_one = through_a_record(tmp_path / "one.db", [[one] for one in found()])

    assert repr(one_by_one) == repr(through_a_record(tmp_path / "all.db", [list(found())]))


def test_settling_what_is_settled_changes_nothing(tmp_path: Path) -> None:
    twice = through_a_record(tmp_path / "twice.db", [list(found()), list(found())])

    assert repr(twice) == repr(derived(found()))


def test_every_claim_is_in_exactly_one_event() -> None:
    told = sorted(m.claim.id for e in derived(found()).events for m in e.mentions)

    assert told == sorted(c.id for f in found() for c in f.claims)


def two_events() -> tuple[Event, Event]:
    first, second = (e for e in derived(found()).events if e.type == "ASSAULT")
    return first, second


def a_word(verdict: Verdict, *events: Event) -> Judgement:
    """A judgement that rests on the claims of events, as the doors save it."""
    claims = tuple(tuple(m.claim.id for m in e.mentions) for e in events)
    return Judgement(verdict, tuple(e.id for e in events), by="jo", day=FRIDAY, why="read it", claims=claims)


def test_a_judgement_outlives_a_second_reading() -> None:
    word = a_word(Verdict.SAME, *two_events())
    again = [read(f.report, tools()) for f in found()]

    after = derived(again, word)

    assert [e.type for e in after.events if e.type == "ASSAULT"] == ["ASSAULT"]
    assert [matched for _, matched in after.judgements] == [True]


def test_a_judgement_stands_when_another_report_tells_the_event() -> None:
    word = a_word(Verdict.SAME, *two_events())
    more = read(a_report("Greece shot down a Turkish drone over Samos on Thursday.", FRIDAY, "more"), tools())

    after = derived([*found(), more], word)

    assert len([e for e in after.events if e.type == "ASSAULT"]) == 1


def test_contradictory_judgements_are_both_shown_and_the_later_stands() -> None:
    same = a_word(Verdict.SAME, *two_events())
    apart = replace(a_word(Verdict.DIFFERENT, *two_events()), day=SATURDAY)

    after = derived(found(), apart, same)

    assert len([e for e in after.events if e.type == "ASSAULT"]) == 2
    assert len(after.judgements) == 2


def test_a_pair_without_an_event_has_no_index() -> None:
    quiet = read(a_report("Norway and Belarus lie in Europe."), tools())

    after = derived([quiet])

    assert (after.events, after.index) == ((), ())


def test_one_text_under_two_days_is_one_origin_and_tells_of_the_days_of_the_first() -> None:
    days = (FRIDAY, FRIDAY + timedelta(days=7))
    printed = [read(a_report(EXPULSION[0], day, str(day)), tools()) for day in days]

    after = derived(printed)

    assert len({r.origin for r in after.reports}) == 1
    assert {(e.when.latest, len(e.reports), len(e.origins)) for e in after.events if e.type == "SANCTION"} == {
        (FRIDAY - timedelta(days=1), 2, 1)
    }
