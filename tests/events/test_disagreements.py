"""What cannot both hold, and what only looks so."""

from datetime import date

import pytest

from detente.domain.derived import Disagreement
from reading import a_report, settled

MEETING = "The Greek prime minister met the Bulgarian president in Athens on Thursday. "


def disagreements(*texts: str, days: tuple[date, ...] = (date(2031, 5, 9),) * 3) -> tuple[Disagreement, ...]:
    return settled(
        *(a_report(t, d, f"Paper {n}") for n, (t, d) in enumerate(zip(texts, days, strict=False)))
    ).disagreements


def classes(*texts: str) -> list[str]:
    return [d.klass for d in disagreements(*texts)]


def test_a_statement_that_one_report_denies_and_another_quotes_from() -> None:
    (found,) = disagreements(
        MEETING + "No joint statement came out of it, diplomats said afterwards.",
        "Greece's prime minister met Bulgaria's president on Thursday. In their joint statement they praised the road.",
    )

    assert (found.klass, [s.says for s in found.sides].count("no")) == ("occurrence", 1)


def test_two_reports_that_both_deny_it_agree() -> None:
    found = classes(
        MEETING + "No joint statement came out of it.",
        "Greece's prime minister met Bulgaria's president on Thursday. They parted without a joint statement.",
    )

    assert found == []


def test_a_copy_does_not_disagree_with_its_original() -> None:
    text = MEETING + "No joint statement came out of it. Later the joint statement was read aloud to the press."

    assert classes(text, text) == []


def test_an_act_that_one_report_tells_and_another_denies() -> None:
    found = classes(
        "Norway imposed new sanctions on Belarus on Thursday.",
        "Norway did not impose new sanctions on Belarus on Thursday.",
    )

    assert found == ["occurrence"]


def test_one_act_on_two_days() -> None:
    found = classes(
        "Norway imposed new sanctions on Belarusian steel makers on Tuesday.",
        "On Wednesday Norway imposed new sanctions on Belarusian steel makers.",
    )

    assert found == ["date"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Norway expelled 12 Russian diplomats on Thursday.", "On Thursday Norway expelled 20 Russian diplomats.", 1),
        ("Norway expelled 12 Russian diplomats on Thursday.", "On Thursday Norway expelled 12 Russian diplomats.", 0),
        (
            "Norway expelled more than 12 Russian diplomats on Thursday.",
            "Norway expelled 20 Russian diplomats on Thursday.",
            0,
        ),
        (
            "Norway expelled about 20 Russian diplomats on Thursday.",
            "Norway expelled 22 Russian diplomats on Thursday.",
            0,
        ),
    ],
)
def test_numbers_that_no_hedge_reconciles(one: str, other: str, expected: int) -> None:
    assert classes(one, other).count("number") == expected


def test_a_toll_that_grows_is_no_disagreement() -> None:
    days = (date(2031, 5, 8), date(2031, 5, 9))

    found = disagreements(
        "Russian rockets killed 12 Ukrainian soldiers on Thursday.",
        "Russian rockets killed 15 Ukrainian soldiers on Thursday.",
        days=days,
    )

    assert [d.klass for d in found if d.klass == "number"] == []
