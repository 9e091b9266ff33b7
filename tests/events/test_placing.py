"""The day of a claim."""

from dataclasses import replace
from datetime import date

import pytest
from claim_making import Told, a_claim

from detente.domain.acts import ActType, Status
from detente.domain.days import NOT_KNOWN, Basis, Precision, Side, Tense, TimePhrase, When, on_day
from detente.domain.findings import Claim, Problem, Stage
from detente.domain.spans import Span
from detente.events.placing import place

PUBLISHED = on_day(date(2031, 5, 9), Basis.METADATA)
MONDAY = on_day(date(2031, 5, 5), Basis.RESOLVED)


def to_monday(phrase: TimePhrase, published: When | None) -> When | Problem:
    return MONDAY if published and phrase.exact == "on Monday" else Problem(Stage.DATE, "not a time")


def told(**changes: object) -> Claim:
    return replace(a_claim(Told()), is_lead=True, **changes)  # type: ignore[arg-type]


def test_a_phrase_dates_its_act() -> None:
    claim = told(time=TimePhrase(Span(0, 9), "on Monday"))

    assert place(claim, PUBLISHED, to_monday).when == MONDAY


def test_a_past_act_in_the_lead_is_of_the_days_before_the_report() -> None:
    when = place(told(), PUBLISHED, to_monday).when

    assert (when.earliest, when.latest, when.basis) == (date(2031, 5, 7), date(2031, 5, 9), Basis.LEAD)


def test_further_down_it_is_of_the_week_before() -> None:
    when = place(replace(told(), is_lead=False), PUBLISHED, to_monday).when

    assert (when.days, when.precision) == (7, Precision.WEEK)


def test_what_cannot_be_resolved_falls_back_on_the_tense() -> None:
    claim = told(time=TimePhrase(Span(0, 9), "at some time"))

    assert place(claim, PUBLISHED, to_monday).when.basis is Basis.LEAD


def test_a_plan_is_still_to_come() -> None:
    when = place(told(tense=Tense.FUTURE, status=Status.PLANNED), PUBLISHED, to_monday).when

    assert (when.earliest, when.latest) == (date(2031, 5, 9), None)


@pytest.mark.parametrize(
    "claim",
    [
        told(status=Status.HYPOTHETICAL),
        told(status=Status.DEMANDED, tense=Tense.PERFECT),
        told(status=Status.PLANNED, tense=None),
        replace(told(is_bare=True, status=Status.PLANNED), is_lead=False),
    ],
)
def test_no_day_is_given_where_none_is_told(claim: Claim) -> None:
    assert place(claim, PUBLISHED, to_monday).when == NOT_KNOWN


@pytest.mark.parametrize(
    "claim",
    [
        told(tense=None),
        told(tense=Tense.PERFECT),
        replace(told(is_bare=True), is_lead=False),
    ],
)
def test_what_is_told_as_past_but_not_as_news_had_happened_by_the_day_of_its_report(claim: Claim) -> None:
    when = place(claim, PUBLISHED, to_monday).when

    assert (when.earliest, when.latest, when.basis) == (None, date(2031, 5, 9), Basis.LEAD)


def test_what_has_not_been_done_is_so_while_the_report_tells_it() -> None:
    claim = replace(told(tense=Tense.PERFECT, status=Status.NEGATED), is_lead=False)

    assert place(claim, PUBLISHED, to_monday).when.days == 7


def test_a_promise_is_given_when_it_is_uttered() -> None:
    claim = told(type=ActType.AGREE, tense=Tense.FUTURE, status=Status.PLANNED, promise=ActType.AID)

    assert place(claim, PUBLISHED, to_monday).when.latest == date(2031, 5, 9)


def test_without_a_publication_day_nothing_is_guessed() -> None:
    assert place(told(), NOT_KNOWN, to_monday).when == NOT_KNOWN


def test_a_deadline_is_no_day_of_what_has_happened() -> None:
    claim = told(time=TimePhrase(Span(30, 40), "until July"))
    july = on_day(date(2031, 7, 9), Basis.RESOLVED)

    when = place(claim, PUBLISHED, lambda _phrase, _published: july).when

    assert when.basis is Basis.LEAD


def by(phrase: str) -> TimePhrase:
    return TimePhrase(Span(0, 9), phrase, side=Side.BY)


@pytest.mark.parametrize(
    ("claim", "days"),
    [
        # the news had been done when it was told: on that day or just before
        (told(time=by("Monday")), (date(2031, 5, 3), date(2031, 5, 5))),
        (told(time=by("Monday"), tense=None), (date(2031, 5, 3), date(2031, 5, 5))),
        (replace(told(time=by("Monday")), is_lead=False), (date(2031, 4, 29), date(2031, 5, 5))),
        # what had been done before, further down, may be of any time
        (replace(told(time=by("Monday"), tense=None), is_lead=False), (None, date(2031, 5, 5))),
    ],
)
def test_what_was_done_by_a_day_is_of_that_day_or_before(claim: Claim, days: tuple[date | None, date]) -> None:
    by_monday = replace(MONDAY, earliest=None, precision=Precision.LONGER)

    when = place(claim, PUBLISHED, lambda _phrase, _published: by_monday).when

    assert (when.earliest, when.latest) == days


def test_what_was_done_by_a_day_long_ago_is_left_open() -> None:
    long_ago = When(None, date(2018, 12, 31), Precision.LONGER, Basis.STATED)

    assert place(told(time=by("2018")), PUBLISHED, lambda _phrase, _published: long_ago).when == long_ago


@pytest.mark.parametrize(("is_lead", "first"), [(True, date(2031, 5, 6)), (False, None)])
def test_a_day_before_the_news_is_a_day_before_the_days_of_the_news(*, is_lead: bool, first: date | None) -> None:
    claim = replace(told(time=TimePhrase(Span(0, 9), "a day", side=Side.EARLIER)), is_lead=is_lead)

    assert place(claim, PUBLISHED, to_monday).when.earliest == first


@pytest.mark.parametrize(
    ("exact", "side", "basis"),
    [("In June", Side.AT, Basis.RESOLVED), ("By June", Side.BY, Basis.LEAD), ("In June 2031", Side.AT, Basis.LEAD)],
)
def test_a_month_of_this_year_that_is_ahead_of_a_past_act_is_that_of_last_year(
    exact: str, side: Side, basis: Basis
) -> None:
    june = When(date(2031, 6, 1), date(2031, 6, 30), Precision.MONTH, Basis.RESOLVED)
    stated = replace(june, basis=Basis.STATED)
    claim = told(time=TimePhrase(Span(0, len(exact)), exact, side=side), trigger=Span(20, 28))

    when = place(claim, PUBLISHED, lambda phrase, _: stated if "2031" in phrase.exact else june).when

    assert when.basis is basis
    assert basis is Basis.LEAD or (when.earliest, when.latest) == (date(2030, 6, 1), date(2030, 6, 30))


def test_an_open_time_that_is_ahead_of_a_past_act_is_none_of_it() -> None:
    later = When(date(2031, 6, 1), None, Precision.LONGER, Basis.RESOLVED)
    claim = told(time=TimePhrase(Span(0, 10), "After June"), trigger=Span(20, 28))

    assert place(claim, PUBLISHED, lambda *_: later).when.basis is Basis.LEAD
