"""The charts of a brief."""

from dataclasses import replace
from datetime import date, timedelta

from factory import ARNOR, GONDOR, PAIR, SUMMIT_DAY, World, name

from detente.domain.derived import IndexPoint
from detente.domain.ids import IssueId
from detente.views.brief import Scope, draft_brief
from detente.views.brief_parts import Illustrations
from detente.views.chart_layers import LIGHT
from detente.views.charts import lanes_chart

WORLD = World()
MONTH = f"{SUMMIT_DAY:%Y-%m}"
END_OF_MONTH = (SUMMIT_DAY + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def drawn(since: date | None = None) -> Illustrations:
    point = IndexPoint((ARNOR, GONDOR), END_OF_MONTH, 2.5, 1.0, 3.0, 1, 2, behind=(WORLD.derived().events[0].id,))
    return draft_brief(replace(WORLD.derived(), index=(point,)), Scope(PAIR, since), name).illustrations


def test_the_acts_of_a_month_are_counted_by_their_kind() -> None:
    acts = drawn().acts

    assert acts
    assert {row[0] for row in acts.chart.rows} == {MONTH}
    assert all(any(cell != "0" for cell in row[1:]) for row in acts.chart.rows)


def test_the_index_is_drawn_with_its_value_in_words() -> None:
    index = drawn().index

    assert index
    assert "+2.5" in index.chart.text


def test_the_chart_of_some_months_has_the_turns_of_the_whole_series() -> None:
    (event,) = WORLD.derived().events[:1]
    cold = IndexPoint((ARNOR, GONDOR), date(2030, 11, 30), -3.0, -4.0, -2.0, 1, 2)
    warm = IndexPoint((ARNOR, GONDOR), date(2031, 2, 28), 2.5, 1.0, 3.0, 1, 2, behind=(event.id,))
    since = Scope(PAIR, date(2031, 1, 1))

    drafted = draft_brief(replace(WORLD.derived(), index=(cold, warm)), since, name)

    assert drafted.illustrations.index
    assert [row[-1] for row in drafted.illustrations.index.chart.rows] == ["warmer"]
    assert [row.turn for row in drafted.index_rows] == ["warmer"]


def test_what_has_nothing_to_show_is_not_drawn() -> None:
    late = drawn(since=date(2040, 1, 1))

    assert (late.acts, late.index) == (None, None)


def test_a_lane_lasts_until_the_next_status_and_the_last_one_until_the_newest_day() -> None:
    issue = WORLD.derived().issues[0]
    (change,) = issue.history[:1]
    late = replace(
        change, when=replace(change.when, earliest=date(2032, 1, 1), latest=date(2032, 1, 1)), status="ended"
    )
    chart = lanes_chart([replace(issue, history=(change, late))])

    values = chart.spec(LIGHT)["data"]["values"]

    assert [(v["day"], v["until"], v["status"]) for v in values] == [
        (change.when.latest.isoformat() if change.when.latest else None, "2032-01-01", change.status),
        ("2032-01-01", "2032-01-01", "ended"),
    ]


def test_two_issues_of_one_name_have_a_lane_each() -> None:
    issue = WORLD.derived().issues[0]
    other = replace(issue, id=IssueId("the-other"))

    chart = lanes_chart([issue, other])

    assert list(dict.fromkeys(row[0] for row in chart.rows)) == [
        f"{issue.name} ({issue.id})",
        f"{issue.name} (the-other)",
    ]


def test_issues_without_a_day_have_no_lanes() -> None:
    assert lanes_chart([]).text == "No step of an issue has a day."
