"""The index, with values worked out by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from claim_making import Told, a_claim, a_report, placed
from hypothesis import given
from hypothesis import strategies as st

from detente.domain.acts import ActType, Status, score
from detente.domain.days import NOT_KNOWN, Basis, Precision, When, on_day
from detente.domain.derived import Event, IndexPoint
from detente.domain.ids import ActorId, EventId, OriginId, ReportId
from detente.events.warmth import HALF_LIFE, turning_points, warmth

MEETING = Told()
SANCTION = Told(ActType.SANCTION, ("ARN",), ("GON",))
VISIT = Told(ActType.CONSULT, ("ARN", "GON"), mode="visit")


def an_event(told: Told, day: When | date, origins: str = "a", number: int = 0) -> Event:
    claim = a_claim(told, a_report(number))
    when = on_day(day, Basis.RESOLVED) if isinstance(day, date) else day
    return Event(
        mentions=(placed(claim, when),),
        type=told.type,
        mode=told.mode,
        parties=claim.parties,
        when=when,
        status=told.status,
        place=None,
        origins=tuple(map(OriginId, origins)),
    )


def came_out(events: Sequence[Event], day: date) -> Mapping[ReportId, When]:
    return {r: on_day(day, Basis.METADATA) for event in events for r in event.reports}


def points_of(*events: Event, until: date = date(2031, 5, 31)) -> list[IndexPoint]:
    return list(warmth(events, came_out(events, until)))


def test_a_lone_meeting_has_its_score_and_could_be_anything() -> None:
    event = an_event(MEETING, date(2031, 5, 6))

    (point,) = points_of(event)

    # CONSULT is 2.5; without its only origin nothing is known
    assert (point.day, point.value, point.low, point.high) == (date(2031, 5, 31), 2.5, -10.0, 10.0)
    assert (point.pair, point.events, point.origins, point.behind) == (("ARN", "GON"), 1, 1, (event.id,))


def test_an_act_loses_half_its_weight_in_a_half_life() -> None:
    old = an_event(SANCTION, date(2031, 5, 31) - timedelta(days=HALF_LIFE), "a", 1)
    new = an_event(VISIT, date(2031, 5, 31), "b", 2)

    point = points_of(old, new)[-1]

    # (-6 * 0.5 + 4 * 1) / (0.5 + 1) = 2 / 3; without b only the sanction is left, without a only the visit
    assert (point.value, point.low, point.high) == (0.6667, -6.0, 4.0)


def test_three_origins_weigh_twice_as_much_as_one() -> None:
    sanction = an_event(SANCTION, date(2031, 5, 31), "abc", 1)
    meeting = an_event(MEETING, date(2031, 5, 31), "d", 2)

    (point,) = points_of(sanction, meeting)

    # log2(1 + 3) = 2: (-6 * 2 + 2.5 * 1) / 3 = -9.5 / 3; without a: log2(3) = 1.58496 in place of 2;
    # (-9.50978 + 2.5) / 2.58496 = -2.7118; without d only the sanction is left
    assert (point.value, point.low, point.high) == (-3.1667, -6.0, -2.7118)
    assert (point.events, point.origins) == (2, 4)


def test_a_meeting_of_three_is_half_a_meeting_of_each_two() -> None:
    three = an_event(Told(ActType.CONSULT, ("ARN", "GON", "ROH")), date(2031, 5, 31), "a", 1)
    sanction = an_event(SANCTION, date(2031, 5, 31), "b", 2)

    value = {p.pair: p.value for p in points_of(three, sanction)}

    # (2.5 * 0.5 - 6 * 1) / 1.5 = -4.75 / 1.5
    assert value == {("ARN", "GON"): -3.1667, ("ARN", "ROH"): 2.5, ("GON", "ROH"): 2.5}


def test_a_month_without_an_act_in_two_half_lives_is_a_gap() -> None:
    first = an_event(MEETING, date(2029, 1, 10), "a", 1)
    second = an_event(MEETING, date(2031, 5, 6), "a", 2)

    days = [p.day for p in points_of(first, second)]

    # 360 days after 10 January 2029 is 5 January 2030, before the end of that month
    assert days[:12] == [date(2029, m, d) for m, d in enumerate((31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), 1)]
    assert days[12:] == [date(2031, 5, 31)]


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.HAPPENED])
def test_what_did_not_happen_makes_no_point(status: Status) -> None:
    assert points_of(an_event(replace(SANCTION, status=status), date(2031, 5, 6))) == []


def test_a_plan_is_counted_apart() -> None:
    meeting = an_event(MEETING, date(2031, 5, 6), "a", 1)
    plan = an_event(replace(VISIT, status=Status.PLANNED), date(2031, 8, 1), "b", 2)

    (point,) = points_of(meeting, plan)

    assert (point.value, point.events, point.planned) == (2.5, 1, 1)


def test_talks_are_counted_with_the_visit_in_which_they_were() -> None:
    visit = an_event(VISIT, date(2031, 5, 6), "a", 1)
    talks = replace(an_event(MEETING, date(2031, 5, 6), "a", 2), part_of=visit.id)

    (point,) = points_of(visit, talks)

    assert (point.value, point.events) == (4.0, 1)


def test_an_act_of_some_day_of_this_year_happened_before_its_report_came_out() -> None:
    year = When(date(2031, 1, 1), date(2031, 12, 31), Precision.YEAR, Basis.STATED)

    (point,) = points_of(an_event(MEETING, year))

    assert point.day == date(2031, 5, 31)


@pytest.mark.parametrize(
    "when", [NOT_KNOWN, When(date(2029, 1, 1), date(2030, 12, 31), Precision.LONGER, Basis.STATED)]
)
def test_an_act_without_a_day_is_left_out(when: When) -> None:
    assert points_of(an_event(SANCTION, when)) == []


def test_a_plan_of_an_undated_report_has_no_month() -> None:
    meeting = an_event(MEETING, date(2031, 5, 6), "a", 1)
    plan = an_event(replace(VISIT, status=Status.PLANNED), date(2031, 8, 1), "b", 2)
    published = {**came_out([meeting], date(2031, 5, 31)), plan.reports[0]: NOT_KNOWN}

    (point,) = warmth([meeting, plan], published)

    assert point.planned == 0


def test_two_who_act_alike_on_a_third_are_no_pair() -> None:
    told = Told(ActType.SANCTION, ("ARN", "GON"), ("MOR",))

    pairs = [p.pair for p in points_of(an_event(told, date(2031, 5, 6)))]

    assert pairs == [("ARN", "MOR"), ("GON", "MOR")]


def test_a_point_of_a_record_without_events_is_not_made() -> None:
    assert warmth([], {}) == ()


def a_point(month: int, value: float, low: float, high: float) -> IndexPoint:
    return IndexPoint((ActorId("ARN"), ActorId("GON")), date(2031, month, 28), value, low, high, 2, 2)


def test_a_relation_turns_where_no_single_origin_explains_it() -> None:
    points = [a_point(1, 3, 2, 4), a_point(2, 1, -5, 3), a_point(3, -2, -3, 1), a_point(4, -3, -4, -1)]

    (turn,) = turning_points(points)

    assert (turn.before, turn.after, turn.is_warmer) == (points[0], points[2], False)


def test_a_value_that_could_be_anything_turns_nothing() -> None:
    points = [a_point(1, 2.5, -10, 10), a_point(2, -6, -7, -5), a_point(3, 4, 3, 5)]

    (turn,) = turning_points(points)

    assert (turn.before, turn.after, turn.is_warmer) == (points[1], points[2], True)


TOLD = st.builds(
    Told,
    type=st.sampled_from([ActType.CONSULT, ActType.AGREE, ActType.SANCTION, ActType.ASSAULT, ActType.AID]),
    actors=st.sampled_from([("ARN", "GON"), ("ARN",), ("GON",), ("ARN", "GON", "ROH")]),
    recipients=st.sampled_from([(), ("MOR",)]),
)
DAYS = st.dates(date(2030, 1, 1), date(2031, 5, 31))
EVENTS = st.lists(st.tuples(TOLD, DAYS, st.sampled_from(["a", "b", "ab", "abc"])), min_size=1, max_size=8).map(
    lambda drawn: [an_event(told, day, origins, n) for n, (told, day, origins) in enumerate(drawn)]
)


@given(EVENTS)
def test_the_order_of_events_does_not_matter(events: list[Event]) -> None:
    assert points_of(*events[::-1]) == points_of(*events)


@given(EVENTS)
def test_a_value_lies_in_its_band_and_between_the_scores_behind_it(events: list[Event]) -> None:
    scores: dict[EventId, float] = {e.id: score(e.type, e.mode) for e in events}

    for point in points_of(*events):
        behind = [scores[e] for e in point.behind]
        assert -10 <= point.low <= point.value <= point.high <= 10
        assert min(behind) - 1e-4 <= point.value <= max(behind) + 1e-4


@given(EVENTS, TOLD, DAYS)
def test_a_negated_act_changes_nothing(events: list[Event], told: Told, day: date) -> None:
    denied = an_event(replace(told, status=Status.NEGATED), day, "z", 99)

    assert points_of(*events, denied) == points_of(*events)
