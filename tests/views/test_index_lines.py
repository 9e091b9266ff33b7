"""The index of two powers as a reader is shown it."""

from dataclasses import replace
from datetime import date

from factory import ARNOR, GONDOR, PAIR, World, name

from detente.domain.derived import Derived, IndexPoint, IssuePoint
from detente.domain.ids import EventId
from detente.views.brief import Scope, draft_brief
from detente.views.brief_parts import Brief
from detente.views.index_lines import series

WORLD = World()
VISIT, TALKS = WORLD.derived().events[:2]


def point(day: date, value: float, low: float, high: float, *behind: EventId) -> IndexPoint:
    return IndexPoint((ARNOR, GONDOR), day, value, low, high, len(behind), 2, behind=behind)


COLD = point(date(2030, 11, 30), -3.04, -4.0, -2.0, VISIT.id)
WARM = point(date(2031, 2, 28), 2.5, 1.0, 3.0, TALKS.id)
ALONE = point(date(2031, 5, 31), 4.0, -10.0, 10.0, TALKS.id)


def brief(*points: IndexPoint, since: date | None = None, until: date | None = None) -> Brief:
    derived: Derived = replace(WORLD.derived(), index=points)
    return draft_brief(derived, Scope(PAIR, since, until), name)


def test_a_series_shows_its_gaps_and_turns() -> None:
    months = series((WARM, COLD), (GONDOR, ARNOR))

    assert [(m.day.isoformat(), m.point.value if m.point else None) for m in months] == [
        ("2030-11-30", -3.04),
        ("2030-12-31", None),
        ("2031-01-31", None),
        ("2031-02-28", 2.5),
    ]
    assert [m.turn.events for m in months if m.turn] == [(TALKS.id,)]


def test_two_powers_without_an_index_have_no_series_and_no_lines() -> None:
    assert (series((), PAIR), brief().index, brief().index_rows) == ((), (), ())


def test_the_last_value_and_each_turn_are_told_in_words() -> None:
    last, turn = (line.text for line in brief(COLD, WARM).index)

    assert last.startswith("The index of the relation stood at 2.5 on 28 February 2031 on a scale from −10 to 10;")
    assert last.endswith("without any one origin it would be between 1.0 and 3.0 (3 reports, 3 origins)")
    assert turn == "It had become surely warmer by 28 February 2031, from −3.0 to 2.5 (3 reports, 3 origins)"


def test_a_colder_turn_is_called_so() -> None:
    colder = replace(COLD, day=date(2031, 3, 31))

    assert "surely colder by 31 March 2031, from 2.5 to −3.0" in brief(WARM, colder).index[1].text


def test_a_value_of_one_origin_is_said_to_hang_on_it() -> None:
    drafted = brief(ALONE)

    assert "it hangs on a single origin" in drafted.index[0].text
    assert [r.band for r in drafted.index_rows] == ["a single origin"]


def test_the_table_has_the_ends_of_years_and_turns() -> None:
    rows = [(r.day, r.value, r.band, r.turn) for r in brief(COLD, WARM, ALONE).index_rows]

    assert rows == [
        ("31 December 2030", None, "no act told in the 360 days before", None),
        ("28 February 2031", "2.5", "1.0 to 3.0", "warmer"),
        ("31 May 2031", "4.0", "a single origin", None),
    ]


def test_a_brief_on_a_time_has_its_months_alone() -> None:
    drafted = brief(COLD, WARM, ALONE, since=date(2031, 1, 1), until=date(2031, 3, 31))

    assert [(r.day, r.value) for r in drafted.index_rows] == [("28 February 2031", "2.5"), ("31 March 2031", None)]


def test_events_of_reports_that_are_left_out_make_no_line() -> None:
    assert not brief(replace(COLD, behind=(EventId("e-gone"),))).index


def test_a_key_judgement_tells_where_the_index_stands() -> None:
    assert any(line.text.startswith("The index of the relation stood at 2.5") for line in brief(COLD, WARM).key_points)


def test_an_issue_has_its_index_beside_it() -> None:
    issue = WORLD.issue().id
    heat = (
        IssuePoint(issue, date(2031, 4, 30), 1.0, 1.0, 1.0, 1, 1, (VISIT.id,)),
        IssuePoint(issue, date(2031, 5, 31), -2.25, -3.0, 1.0, 2, 2, (VISIT.id, TALKS.id)),
        # no act is new in June
        IssuePoint(issue, date(2031, 6, 30), -2.0, -3.0, 1.0, 2, 2, (VISIT.id, TALKS.id)),
    )

    drafted = draft_brief(replace(WORLD.derived(), heat=heat), Scope(PAIR), name)

    assert [m.index for m in drafted.issues] == ["index −2.2 at 31 May 2031 (2 events)"]


def test_years_on_end_without_a_report_have_one_row() -> None:
    old = point(date(2020, 3, 31), 1.0, -10.0, 10.0, VISIT.id)

    rows = [(r.day, r.value) for r in brief(old, WARM).index_rows]

    assert rows == [("2020–2030", None), ("28 February 2031", "2.5")]
