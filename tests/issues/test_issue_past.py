"""Stories of issues whose reports say where they stood in a past that they date."""

from datetime import date

import pytest
from telling import NORWAY, PERU, Act, settled, tell

from detente.domain.acts import ActType
from detente.domain.days import NOT_KNOWN, When
from detente.domain.derived import Issue

AGREED = "Norway and Peru agreed to restart a security dialogue"


def history(text: str, day: date | None = date(2031, 5, 6), type_: ActType = ActType.AGREE) -> list[str]:
    """The statuses of the first issue of a report in which Norway and Peru agree on it, each with its days."""
    act = Act(text[: text.index(",")] if "," in text else text, "agreed", type_, (NORWAY, PERU))
    (issue, *_) = settled(tell(text + ".", act, day=day)).issues
    return shown(issue)


def shown(issue: Issue) -> list[str]:
    return [f"{c.status} {_days(c.when)}: {c.quote.exact}" for c in issue.history]


def _days(when: When) -> str:
    return f"{when.earliest}/{when.latest}"


RESUMING = f"resuming 2031-05-06/2031-05-06: {AGREED}"


@pytest.mark.parametrize(
    ("behind", "past"),
    [
        ("suspended since 2018", "suspended 2018-01-01/2018-12-31"),
        ("which had been halted in July 2029", "suspended 2029-07-01/2029-07-31"),
        ("frozen for four years", "suspended 2027-01-01/2027-12-31"),
        ("which broke down last July", "suspended 2030-07-01/2030-07-31"),
        ("scrapped by Norway in 2029", "ended 2029-01-01/2029-12-31"),
    ],
)  # fmt: skip
def test_a_status_of_the_past_has_its_own_days(behind: str, past: str) -> None:
    assert history(f"{AGREED}, {behind}") == [f"{past}: security dialogue, {behind}", RESUMING]


@pytest.mark.parametrize(
    "behind",
    [
        "never suspended in 2018",  # denied
        "said a minister, and aid was suspended in 2018",  # told of something else
        "not the export curbs that were suspended in 2018",  # told of another issue
        "suspended until 2018",  # its end
        "suspended every Monday",  # no day
        "suspended two years",  # no word says that it still is
        "suspended for three days",  # too short to be history
        "suspended in June 2031",  # still to come
        "suspended since the 1990s",  # too long to be one time
        "suspended when a minister of Peru had left in 2018",  # the time of another clause
        "suspended",
        "as before",
    ],
)
def test_no_status_of_the_past_is_made_up(behind: str) -> None:
    assert not any("20" in h.partition(":")[0] and "2031-05-06" not in h for h in history(f"{AGREED}, {behind}"))


def test_without_the_reports_day_a_year_is_still_a_year() -> None:
    told = history(f"{AGREED}, suspended since 2018", None)

    assert any(h.startswith("suspended 2018-01-01/2018-12-31") for h in told)


def test_without_the_reports_day_how_long_a_thing_has_lasted_tells_no_day() -> None:
    assert not any("frozen" in h for h in history(f"{AGREED}, frozen for four years", None))


def test_what_lies_before_an_unknown_past_is_not_the_news() -> None:
    before = Act(
        "Norway had imposed export curbs on Peru", "imposed", ActType.SANCTION, (NORWAY,), (PERU,), when=NOT_KNOWN
    )
    lifted = Act("Norway lifted the export curbs", "lifted", ActType.RETREAT, (NORWAY,), (PERU,))

    derived = settled(tell("Norway had imposed export curbs on Peru. Norway lifted the export curbs.", before, lifted))

    assert [i.status for i in derived.issues] == ["settled"]
