"""The same words of one speaker, as several reports give them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import count

import pytest

from detente.domain.days import NOT_KNOWN, Basis, When, on_day
from detente.domain.derived import SpokenWords
from detente.domain.findings import Speaker, Statement
from detente.domain.ids import ActorId
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.events.words import spoken_words
from detente.rules.alike import load_alike

DAY = date(2024, 5, 6)
RUTO = Speaker("William Ruto", "President", ActorId("KEN"))
FRIENDS = "We met as friends on the shore of this lake"
CLOSE = "We met as close friends on the shore of this lake"


class Press:
    """Reports of one quotation each, with their days."""

    def __init__(self) -> None:
        self.days: dict[str, When] = {}
        self.numbers: Iterator[int] = count()

    def says(self, words: str, speaker: Speaker = RUTO, after: int | None = 0, *, is_direct: bool = True) -> Statement:
        report = Report(words, url=f"https://a.example/{next(self.numbers)}")
        self.days[report.id] = NOT_KNOWN if after is None else on_day(DAY + timedelta(after), Basis.METADATA)
        return Statement(report.quote(Span(0, len(words))), speaker, is_direct)

    def gathered(self, *statements: Statement, office: str | None = None) -> tuple[SpokenWords, ...]:
        return spoken_words(
            statements,
            lambda s: self.days[s.quote.report_id],
            lambda speaker, _: office and speaker.name and office,
            load_alike(),
        )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(FRIENDS, CLOSE, id="a word more"),
        pytest.param(
            "We shall not sell the island of our fathers", "We won't sell the island of our fathers", id="small words"
        ),
        pytest.param(
            "The envoys will open 40 crossings by May", "The envoys would open 40 crossings by May", id="tense"
        ),
    ],
)
def test_near_equal_words_are_one_statement_with_two_places(one: str, other: str) -> None:
    press = Press()

    (spoken,) = press.gathered(press.says(one), press.says(other, after=1))

    assert {*spoken.variants, spoken.statements[0].text} == {one, other}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("We met as rivals on the shore of this lake", id="a word of meaning stands for another"),
        pytest.param("We never met as friends on the shore of this lake", id="denied"),
        pytest.param("We met as 2 friends on the shore of this lake", id="a number"),
        pytest.param("We met as good old friends on the shore of this lake", id="two words more"),
        pytest.param("On this lake, and on its long shore, it is as friends that we have been met by you", id="order"),
    ],
)
def test_words_that_say_something_else_are_another_statement(other: str) -> None:
    press = Press()

    assert len(press.gathered(press.says(FRIENDS), press.says(other))) == 2


@pytest.mark.parametrize(
    ("speaker", "joins"),
    [
        pytest.param(Speaker("Ruto", None, None), True, id="by surname"),
        pytest.param(replace(RUTO, state=ActorId("UGA")), False, id="of another state"),
        pytest.param(Speaker("Alfred Mutua", "President", ActorId("KEN")), False, id="another name"),
        pytest.param(Speaker(None, "president", ActorId("KEN")), True, id="by his post"),
        pytest.param(Speaker(None, "Head of State", ActorId("KEN")), True, id="by the office that he held"),
        pytest.param(Speaker(None, "spokesman", ActorId("KEN")), False, id="another post"),
        pytest.param(Speaker(None, "president", None), False, id="no one's president"),
    ],
)
def test_whose_words_are_one(speaker: Speaker, *, joins: bool) -> None:
    press = Press()

    found = press.gathered(press.says(FRIENDS), press.says(CLOSE, speaker), office="Head of State")

    assert (len(found) == 1) is joins


@pytest.mark.parametrize(
    ("after", "joins"),
    [pytest.param(3, True, id="three days later"), (4, False), pytest.param(None, False, id="no day")],
)
def test_what_is_said_again_later_is_another_statement(after: int | None, *, joins: bool) -> None:
    press = Press()

    assert (len(press.gathered(press.says(FRIENDS), press.says(CLOSE, after=after))) == 1) is joins


def test_two_sentences_of_one_report_stay_two() -> None:
    press = Press()
    report = Report(f"{FRIENDS}. {CLOSE}")
    press.days[report.id] = on_day(DAY, Basis.METADATA)
    spans = (Span(0, len(FRIENDS)), Span(len(FRIENDS) + 2, len(report.text)))

    assert len(press.gathered(*(Statement(report.quote(span), RUTO, is_direct=True) for span in spans))) == 2


def test_reported_words_stay_each_reports_own() -> None:
    press = Press()

    found = press.gathered(press.says(FRIENDS, is_direct=False), press.says(CLOSE, is_direct=False))

    assert [spoken.variants for spoken in found] == [(), ()]


def test_short_words_can_be_said_twice() -> None:
    press = Press()

    assert len(press.gathered(press.says("I am happy"), press.says("I am so happy"))) == 2


def test_three_wordings_meet_in_one_statement_of_the_earliest_day() -> None:
    press = Press()
    old = press.says(FRIENDS.replace("friends", "old friends"), after=2)

    (spoken,) = press.gathered(old, press.says(FRIENDS, after=1), press.says(CLOSE), office="Head of State")

    assert (len(spoken.variants), spoken.when.earliest, spoken.office) == (2, DAY, "Head of State")


def test_a_very_long_quotation_is_compared_whole_only() -> None:
    press = Press()
    speech = " ".join(
        f"harbour{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10 % 10]}{'uvwxyzabcd'[n // 100]}" for n in range(900)
    )

    found = press.gathered(press.says(speech), press.says(f"the {speech}"), press.says(f"great {speech}"))

    assert sorted(len(spoken.statements) for spoken in found) == [1, 2]


def test_reported_words_that_one_report_gives_twice_are_one_statement() -> None:
    press = Press()
    first = press.says("the lake is open. The lake is open.", is_direct=False)
    report = Report("the lake is open. The lake is open.", url="https://a.example/twice")
    press.days[report.id] = on_day(DAY, Basis.METADATA)
    twice = [Statement(report.quote(span), RUTO, is_direct=False) for span in (Span(0, 16), Span(18, 34))]

    found = press.gathered(first, *twice)

    assert sorted(len(words.statements) for words in found) == [1, 2]
