"""What three reports of one happening tell is brought together, and the second happening beside it is not."""

from datetime import date

import pytest
from stories import EXPULSION, FLIGHT, SUMMIT, TARIFF

from detente.domain.derived import Derived
from reading import a_report, settled

FRIDAY, SATURDAY = date(2031, 5, 9), date(2031, 5, 10)


def told(*texts: str) -> Derived:
    days = (FRIDAY, SATURDAY, SATURDAY)
    return settled(*(a_report(text, days[n], str(n)) for n, text in enumerate(texts)))


def events_of(*texts: str) -> list[tuple[str, int]]:
    """The types of the events with the numbers of their reports."""
    return sorted((e.type.value, len(e.reports)) for e in told(*texts).events)


@pytest.mark.parametrize(
    ("texts", "events"),
    [
        (EXPULSION, [("REJECT", 3), ("SANCTION", 1), ("SANCTION", 3)]),
        (SUMMIT, [("AGREE", 3), ("CONSULT", 1), ("CONSULT", 2)]),
        (TARIFF, [("SANCTION", 2), ("THREATEN", 2)]),
        (FLIGHT, [("ACCUSE", 2), ("ASSAULT", 1), ("ASSAULT", 2)]),
    ],
)
def test_one_happening_is_one_event_and_another_one_another(
    texts: tuple[str, ...], events: list[tuple[str, int]]
) -> None:
    assert events_of(*texts) == events


def test_what_one_report_tells_as_news_has_the_day_that_another_one_gives() -> None:
    derived = told(*TARIFF)

    (event,) = (e for e in derived.events if e.type == "SANCTION")
    assert {m.when.earliest for m in event.mentions} == {date(2031, 4, 1)}


def test_a_noun_of_one_report_is_the_only_occasion_that_others_tell() -> None:
    met = "Peru's president met Chile's president in Lima on Monday."
    rain = "Rain fell on the hills.\n\n" * 5

    assert events_of(met, f"{rain}The summit between Peru and Chile pleased the farmers.") == [("CONSULT", 2)]


def test_one_who_gives_way_gives_way_once_whatever_the_words() -> None:
    texts = (
        "Chile relented on Friday over its tariff on Peru's grapes.",
        "On Friday Chile suspended its planned tariff on Peru's grapes until July.",
    )

    assert events_of(*texts) == [("CONCEDE", 2)]


def test_what_is_said_for_one_in_one_breath_is_one_support() -> None:
    both = '"We stand with Chile and support its navy," Peru\'s president said on Friday.'
    one = '"We support its navy," Peru\'s president said of Chile on Friday.'

    assert events_of(both, one) == [("SUPPORT", 2)]


def test_two_clauses_of_one_saying_are_one_support() -> None:
    text = '"We stand with Kenya and we support its claim to the island," Ghana\'s president said on Friday.'

    assert events_of(text) == [("SUPPORT", 1)]


def test_a_threat_to_respond_is_one_with_a_vow_to_retaliate() -> None:
    texts = (
        "Iran vowed on Friday to retaliate against Iraq.",
        "Iran said on Friday that it would respond in kind to Iraq.",
    )

    assert events_of(*texts) == [("THREATEN", 2)]
