"""The index of an issue, with values worked out by hand."""

from dataclasses import replace
from datetime import date, timedelta

from test_warmth import MEETING, SANCTION, VISIT, an_event, came_out

from detente.domain.acts import Status
from detente.domain.days import NOT_KNOWN
from detente.domain.derived import Event, IssuePoint
from detente.domain.ids import IssueId
from detente.events.warmth import HALF_LIFE, heat, turning_points

ROAD, WOOL = IssueId("road"), IssueId("wool")
DAY = date(2031, 5, 31)


def about(event: Event, *issues: IssueId) -> Event:
    return replace(event, issues=issues)


def points_of(*events: Event) -> list[IssuePoint]:
    return list(heat(events, came_out(events, DAY)))


def test_acts_about_an_issue_make_its_value() -> None:
    ban = about(an_event(SANCTION, DAY - timedelta(days=HALF_LIFE), "a", 1), ROAD)
    visit = about(an_event(VISIT, DAY, "b", 2), ROAD)
    other = about(an_event(SANCTION, DAY, "c", 3), WOOL)

    point = next(p for p in points_of(ban, visit, other) if p.issue == ROAD and p.day == DAY)

    # (-6 x 0.5 + 4 x 1) / (0.5 + 1); without the one report 4, without the other -6
    assert (point.value, point.low, point.high, point.events, point.origins) == (0.6667, -6.0, 4.0, 2, 2)
    assert point.behind == (ban.id, visit.id)


def test_what_is_not_told_as_done_or_has_no_day_makes_no_heat() -> None:
    planned = replace(about(an_event(SANCTION, DAY), ROAD), status=Status.PLANNED)
    undated = about(an_event(SANCTION, NOT_KNOWN, number=1), ROAD)

    assert points_of(planned, undated) == []


def test_talks_within_a_visit_about_the_same_issue_count_once() -> None:
    visit = about(an_event(VISIT, DAY, "a", 1), ROAD)
    talks = replace(about(an_event(MEETING, DAY, "b", 2), ROAD, WOOL), part_of=visit.id)

    assert {(p.issue, p.events) for p in points_of(visit, talks)} == {(ROAD, 1), (WOOL, 1)}


def test_a_rupture_opens_to_the_events_behind_it() -> None:
    talks = [about(an_event(VISIT, date(2031, 3, 6), origin, n), ROAD) for n, origin in enumerate("ab")]
    ban = [about(an_event(SANCTION, DAY, origins, n), ROAD) for n, origins in enumerate(("cdefg", "hijkl"), 7)]

    (turn,) = turning_points(points_of(*talks, *ban))

    assert (turn.is_warmer, turn.after.day, set(turn.events)) == (False, DAY, {e.id for e in ban})
