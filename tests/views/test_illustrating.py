"""The charts of a brief."""

from dataclasses import replace
from datetime import date

from factory import ARNOR, GONDOR, PAIR, SUMMIT_DAY, World, name

from detente.domain.derived import IndexPoint
from detente.views.brief import Scope, draft_brief
from detente.views.brief_parts import Illustrations
from detente.views.chart_layers import LIGHT
from detente.views.charts import lanes_chart

WORLD = World()
MONTH = f"{SUMMIT_DAY:%Y-%m}"


def drawn(since: date | None = None) -> Illustrations:
    point = IndexPoint((ARNOR, GONDOR), SUMMIT_DAY, 2.5, 1.0, 3.0, 1, 2, behind=(WORLD.derived().events[0].id,))
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


def test_issues_without_a_day_have_no_lanes() -> None:
    assert lanes_chart([]).text == "No step of an issue has a day."
