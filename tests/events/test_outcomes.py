"""What became of an act, and how often it was done, as what parts two claims."""

from dataclasses import replace
from datetime import date

import pytest
from claim_making import Told, a_claim, a_report, placed, state

from detente.domain.acts import ActType, Status
from detente.domain.days import NOT_KNOWN, Basis, on_day
from detente.domain.derived import Placed
from detente.domain.findings import Claim
from detente.domain.ids import StatementId
from detente.domain.parties import Directed
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.events.likeness import are_verbatim
from detente.events.outcomes import HEAD, numbers_part, outcomes_part
from detente.rules.sameness import load_sameness

DAY = date(2031, 5, 6)
BEFORE = date(2031, 4, 1)
LONG = Report("Arnor and Gondor met in Bree. " * 20, url="https://a.example/long")
DONE, PLAN = Told(ActType.RETREAT), Told(ActType.RETREAT, status=Status.PLANNED)


def told(what: Told, report: Report, when: date | None, at: int = 0) -> Placed:
    return placed(a_claim(what, report, at), when or NOT_KNOWN)


@pytest.mark.parametrize(("done_on", "parts"), [(BEFORE, True), (DAY, False), (None, False)])
def test_what_is_still_planned_is_not_what_was_done_before_its_report(done_on: date | None, *, parts: bool) -> None:
    one, other = a_report(1), a_report(2)
    published = {one.id: on_day(DAY, Basis.METADATA)}

    assert outcomes_part(told(PLAN, one, None), told(DONE, other, done_on), published) is parts


def test_of_a_report_without_a_day_nobody_knows_what_lay_before_it() -> None:
    assert not outcomes_part(told(PLAN, a_report(1), None), told(DONE, a_report(2), BEFORE), {})


@pytest.mark.parametrize(("at", "parts"), [(0, False), (HEAD, True)])
def test_a_title_may_tell_as_planned_what_its_report_tells_as_done(at: int, *, parts: bool) -> None:
    assert outcomes_part(told(DONE, LONG, None, 300), told(PLAN, LONG, None, at), {}) is parts


def test_a_noun_or_a_promise_can_be_what_is_planned() -> None:
    bare = told(replace(DONE, is_bare=True), LONG, None, 300)

    assert not outcomes_part(told(PLAN, LONG, None, HEAD), bare, {})


@pytest.mark.parametrize(("by", "parts"), [(None, True), (StatementId("s-1"), False)])
def test_one_voice_does_not_tell_one_act_as_done_and_not_done(by: StatementId | None, *, parts: bool) -> None:
    denied = told(replace(DONE, status=Status.NEGATED), LONG, None, 300)
    spoken = replace(denied, claim=replace(denied.claim, attributed_to=by))

    assert outcomes_part(told(DONE, LONG, None), spoken, {}) is parts


def fires(text: str, word: str, type_: ActType = ActType.MOBILIZE) -> Claim:
    report = Report(text, url="https://a.example/fires")
    at = text.index(word)
    trigger = Span(at, at + len(word))
    quote = report.quote(Span(0, len(text)))
    return replace(a_claim(Told(type_)), quote=quote, trigger=trigger, parties=Directed((state("ARN"),)))


@pytest.mark.parametrize(
    ("text", "word", "parts"),
    [
        ("Arnor's missile launches", "launches", True),
        ("Arnor launches a missile", "launches", False),
        ("Arnor's missile launch", "launch", False),
    ],
)
def test_launches_of_no_day_are_not_the_launch_of_the_news(text: str, word: str, *, parts: bool) -> None:
    assert numbers_part(fires(text, word), fires("Arnor fired a missile", "fired"), load_sameness()) is parts


def test_one_clause_of_two_reports_is_one_act_without_a_day() -> None:
    text = "Arnor joined the curbs against Gondor"
    one, other = (fires(text, "joined", ActType.SANCTION) for _ in range(2))
    elsewhere = Report(f"{text}.", url="https://a.example/other")
    other = replace(other, quote=elsewhere.quote(one.quote.span))

    assert are_verbatim(one, other)
    assert not are_verbatim(one, one)


def test_talks_are_one_occasion_in_the_plural() -> None:
    talks = fires("Arnor's tests", "tests", ActType.CONSULT)

    assert not numbers_part(talks, fires("Arnor fired a missile", "fired"), load_sameness())


def test_the_minister_of_a_prime_minister_is_none() -> None:
    levels = [
        load_sameness().level(t) for t in ("prime minister", "Mexican ministers", "deputy prime minister", "cook")
    ]

    assert levels == [1, 0, 0, None]
