"""What cannot be true cannot be built."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from detente.domain.acts import ActType, Status
from detente.domain.days import NOT_KNOWN, Basis, Precision, When
from detente.domain.derived import Event
from detente.domain.findings import Claim, Figure
from detente.domain.ids import ActorId, RuleId
from detente.domain.judgements import Judgement, Verdict
from detente.domain.parties import Directed, Joint, Party, PartyKind
from detente.domain.reports import Report
from detente.domain.spans import Quote, Span

PERU = Party(ActorId("PER"), PartyKind.STATE, "Peru")
CHILE = Party(ActorId("CHL"), PartyKind.STATE, "Chile")
REPORT = Report("Peru fined Chile.")
CLAIM = Claim(
    quote=REPORT.quote(Span(0, 16)),
    type=ActType.SANCTION,
    parties=Directed((PERU,), (CHILE,)),
    status=Status.HAPPENED,
    rule=RuleId("sanction/fine"),
    trigger=Span(5, 10),
)


@pytest.mark.parametrize(
    ("parties", "trouble"),
    [
        (lambda: Party(None, PartyKind.GROUP, ""), "needs a name"),
        (lambda: Directed(()), "at least one party"),
        (lambda: Directed((PERU,), (PERU,)), "nobody acts on himself"),
        (lambda: Joint((PERU, PERU)), "two parties or more"),
    ],
)
def test_parties_that_cannot_be(parties: Callable[[], object], trouble: str) -> None:
    with pytest.raises(ValueError, match=trouble):
        parties()


@pytest.mark.parametrize(
    ("change", "trouble"),
    [({"mode": "by-pigeon"}, "has no mode 'by-pigeon'"), ({"contexts": ("weather",)}, "unknown contexts")],
)
def test_a_claim_knows_plover_s_modes_and_contexts_alone(change: dict[str, Any], trouble: str) -> None:
    with pytest.raises(ValueError, match=trouble):
        replace(CLAIM, **change)


def test_a_quote_fills_its_span() -> None:
    with pytest.raises(ValueError, match="a quote of 4 characters cannot fill"):
        Quote(REPORT.id, Span(0, 5), "Peru")


@pytest.mark.parametrize(("start", "end"), [(5, 5), (5, 4), (-1, 4)])
def test_a_span_is_ordered_and_not_empty(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="a span must be ordered and not empty"):
        Span(start, end)


def test_no_words_stand_behind_the_end_of_a_report() -> None:
    with pytest.raises(ValueError, match="reaches past the report's 17 characters"):
        REPORT.quote(Span(10, 18))


def test_a_time_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="a time cannot end"):
        When(date(2031, 5, 9), date(2031, 5, 8), Precision.DAY, Basis.STATED)


@pytest.mark.parametrize(
    ("verdict", "on"), [(Verdict.SAME, ("e-1",)), (Verdict.SAME, ("e-1",) * 2), (Verdict.RIGHT, ())]
)
def test_a_judgement_is_on_as_many_things_as_its_verdict(verdict: Verdict, on: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=f"{verdict} is said of"):
        Judgement(verdict, on, "Jo", date(2031, 5, 9), "I read both.")


def test_no_event_is_without_a_claim() -> None:
    with pytest.raises(ValueError, match="no event without a claim"):
        Event((), CLAIM.type, None, CLAIM.parties, NOT_KNOWN, CLAIM.status, None, ())


def test_a_judgement_is_signed_and_reasoned() -> None:
    with pytest.raises(ValueError, match="is signed"):
        Judgement(Verdict.WRONG, ("c-1",), "Jo", date(2031, 5, 9), "")


def test_a_figure_has_an_end() -> None:
    with pytest.raises(ValueError, match="inf is no figure"):
        Figure(REPORT.quote(Span(0, 4)), float("inf"), "USD")
