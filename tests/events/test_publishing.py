"""The days of undated reports."""

from datetime import date

import pytest

from detente.domain.days import Basis
from detente.domain.derived import DatedReport, Derived
from detente.events.evidence import took_office
from detente.rules.stamps import load_stamps
from reading import a_report, settled

DATED = (
    "The Greek prime minister met the Bulgarian president in Athens on Thursday. "
    "Greece lifted its ban on Bulgarian wine on Thursday."
)
UNDATED = (
    "Greece's prime minister met Bulgaria's president on Thursday in Athens. "
    "On Thursday Greece lifted a ban on Bulgarian wine."
)
IN_OFFICE = (
    "South Korean President Lee Jae-myung met Japanese Prime Minister Shigeru Ishiba. "
    "Japan's prime minister Shigeru Ishiba praised South Korea."
)
SAYINGS = (
    "“We will keep the strait open to every ship,” the Greek foreign minister said. "
    "“No fleet of the world can close our harbours,” he added."
)
THURSDAY = date(2031, 5, 8)


def the_undated(derived: Derived) -> DatedReport:
    return next(d for d in derived.reports if d.published.basis is not Basis.METADATA)


def days_of(text: str) -> tuple[date | None, date | None]:
    published = the_undated(settled(a_report(text, None))).published
    return published.earliest, published.latest


def days_beside(dated: str, text: str) -> tuple[date | None, date | None]:
    derived = settled(a_report(dated, date(2031, 5, 9), "a"), a_report(text, None, "b"))
    published = the_undated(derived).published
    return published.earliest, published.latest


def test_two_shared_acts_give_the_days_on_which_they_are_news() -> None:
    assert days_beside(DATED, UNDATED) == (THURSDAY, date(2031, 5, 10))


def test_what_comes_late_in_a_report_may_be_of_the_week_before() -> None:
    rain = "Rain fell on the hills.\n\n" * 4

    assert days_beside(DATED, rain + UNDATED) == (THURSDAY, date(2031, 5, 14))


def test_one_shared_act_is_not_enough() -> None:
    first = UNDATED.split(". ", maxsplit=1)[0] + "."

    assert days_beside(DATED, first) == (None, None)


def test_one_act_of_one_rate_cannot_be_another() -> None:
    tariff = "Greece imposed a tariff of 35% on Bulgarian wine on Thursday."

    assert days_beside(tariff, "On Thursday Greece imposed a 35% tariff on wine of Bulgaria.") == (
        THURSDAY,
        date(2031, 5, 10),
    )


def test_acts_that_neither_report_dates_may_be_old_in_both() -> None:
    old = "Greece expelled two Bulgarian diplomats. Greece imposed a tariff of 35% on Bulgarian wine."

    assert days_beside(old, f"Athens is calm. {old}") == (None, None)


def test_two_shared_sayings_give_the_week_in_which_they_are_news() -> None:
    assert days_beside(SAYINGS, f"Athens is calm. {SAYINGS}") == (date(2031, 5, 6), date(2031, 5, 13))


def test_one_saying_given_twice_is_one_saying() -> None:
    first = SAYINGS.split(". ", maxsplit=1)[0] + ". "

    assert days_beside(SAYINGS, first * 2) == (None, None)


def test_two_acts_of_yesterday_give_one_day() -> None:
    text = "Greece's prime minister met Bulgaria's president yesterday in Athens. Yesterday Greece lifted a ban on "

    assert days_beside(DATED, f"{text}Bulgarian wine.") == (date(2031, 5, 9), date(2031, 5, 9))


def test_an_act_towards_another_is_not_shared() -> None:
    assert days_beside(DATED, UNDATED.replace("Bulgarian wine", "Turkish wine")) == (None, None)


def test_an_act_of_which_neither_report_tells_the_day_gives_none() -> None:
    old = "Greece had lifted its ban on Bulgarian wine. Greece had expelled two Bulgarian diplomats."

    assert days_beside(old, f"Athens is calm. {old}") == (None, None)


def test_acts_outside_of_the_days_that_the_offices_allow_are_others() -> None:
    assert days_beside(DATED, f"{IN_OFFICE} {UNDATED}") == days_of(IN_OFFICE)


def test_sayings_of_two_times_give_no_day() -> None:
    reports = [a_report(SAYINGS, date(2031, month, 9), str(month)) for month in (5, 8)]

    derived = settled(*reports, a_report(f"Athens is calm. {SAYINGS}", None))

    assert not the_undated(derived).published.is_known


def test_a_day_that_is_found_dates_the_relative_days() -> None:
    derived = settled(a_report(DATED, date(2031, 5, 9), "a"), a_report(UNDATED, None, "b"))

    assert {m.when.earliest for e in derived.events for m in e.mentions} == {THURSDAY}


def test_the_offices_that_people_hold_bound_the_days() -> None:
    published = the_undated(settled(a_report(IN_OFFICE, None))).published

    assert (published.earliest, published.latest) == (date(2025, 6, 4), date(2025, 10, 21))
    assert published.reason.startswith("The report has no date, but")


def test_a_report_that_begins_with_a_day_and_its_weekday_is_of_that_week() -> None:
    text = "Greece lifted its ban on Bulgarian wine on Thursday, 8 May 2031."

    assert days_of(text) == (THURSDAY, date(2031, 5, 14))


def test_a_day_without_its_weekday_may_be_of_old() -> None:
    assert days_of("Greece lifted its ban on Bulgarian wine on 8 May 2031.") == (None, None)


def test_a_past_day_without_a_year_is_of_the_last_months() -> None:
    assert days_of(f"{IN_OFFICE} South Korea praised Japan on August 20.")[0] == date(2025, 8, 20)


def test_a_day_to_come_without_a_year_is_of_the_next_months() -> None:
    assert days_of(f"{IN_OFFICE} South Korea may meet Japan on September 3.")[1] == date(2025, 9, 3)


def test_who_took_office_two_months_ago_tells_the_season() -> None:
    first, last = days_of(f"{IN_OFFICE} Lee, who took office two months ago, has praised Japan.")

    assert (first, last) == (date(2025, 7, 1), date(2025, 9, 30))


def test_whose_office_it_was_must_be_plain() -> None:
    text = f"{IN_OFFICE} Lee met Ishiba, who took office two months ago."

    assert days_of(text) == days_of(IN_OFFICE)


@pytest.mark.parametrize(
    "more",
    [
        "South Korea praised Japan on February 30.",
        "South Korea may meet Japan on December 3.",
        "Since taking office recently, Lee has praised Japan.",
        "Since taking office ten years ago, Lee has praised Japan.",
        "Since taking office this year, Lee has praised Japan.",
    ],
)
def test_words_that_fit_no_day_or_all_of_them_bound_nothing(more: str) -> None:
    assert days_of(f"{IN_OFFICE} {more}") == days_of(IN_OFFICE)


def test_a_whole_date_is_of_its_own_year() -> None:
    text = "Greece met Bulgaria on 4 July 2031.\n\nCopyright (c) 2031 The Paper."

    assert days_of(text) == (date(2031, 7, 4), date(2031, 12, 31))


def test_the_day_of_a_thing_promised_is_no_day_of_the_past() -> None:
    text = "Greece agreed to an extension until 9 July 2031.\n\nCopyright (c) 2031 The Paper."

    assert days_of(text) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell on the hills.",
        "Greece met Bulgaria.",
        "Greece met Bulgaria.\n\nCopyright (c) 2031 The Paper.",
        "US President Ronald Reagan praised Norway.",
    ],
)
def test_where_the_words_allow_nothing_nothing_is_given(text: str) -> None:
    assert days_of(text) == (None, None)


@pytest.mark.parametrize(("text", "phrase"), load_stamps().took_office.examples)
def test_how_long_ago_an_office_was_taken(text: str, phrase: str) -> None:
    assert took_office(text, load_stamps().took_office) == phrase


@pytest.mark.parametrize("text", load_stamps().took_office.not_examples)
def test_where_no_such_thing_is_said(text: str) -> None:
    assert took_office(text, load_stamps().took_office) is None
