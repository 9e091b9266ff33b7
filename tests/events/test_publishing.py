"""The days of undated reports."""

from datetime import date

import pytest

from detente.domain.days import Basis
from detente.domain.derived import DatedReport, Derived
from reading import a_report, settled

DATED = (
    "The Greek prime minister met the Bulgarian president in Athens on Thursday. "
    "Greece lifted its ban on Bulgarian wine on Thursday."
)
UNDATED = (
    "Greece's prime minister met Bulgaria's president on Thursday in Athens. "
    "On Thursday Greece lifted a ban on Bulgarian wine."
)


def the_undated(derived: Derived) -> DatedReport:
    return next(d for d in derived.reports if d.published.basis is not Basis.METADATA)


def test_two_shared_acts_give_the_week() -> None:
    derived = settled(a_report(DATED, date(2031, 5, 9)), a_report(UNDATED, None))

    published = the_undated(derived).published

    assert (published.earliest, published.latest) == (date(2031, 5, 8), date(2031, 5, 14))


def test_one_shared_act_is_not_enough() -> None:
    first = UNDATED.split(". ", maxsplit=1)[0] + "."

    derived = settled(a_report(DATED, date(2031, 5, 9)), a_report(first, None))

    assert not the_undated(derived).published.is_known


def test_the_offices_that_people_hold_bound_the_days() -> None:
    text = (
        "South Korean President Lee Jae-myung met Japanese Prime Minister Shigeru Ishiba. "
        "Japan's prime minister Shigeru Ishiba praised South Korea."
    )

    published = the_undated(settled(a_report(text, None))).published

    assert published.earliest == date(2025, 6, 4)
    assert published.reason.startswith("The report has no date, but")


@pytest.mark.parametrize(
    "text",
    ["Rain fell on the hills.", "Greece met Bulgaria.", "Greece met Bulgaria.\n\nCopyright (c) 2031 The Paper."],
)
def test_where_the_words_allow_nothing_nothing_is_given(text: str) -> None:
    assert not the_undated(settled(a_report(text, None))).published.is_known
