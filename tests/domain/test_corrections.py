"""What a person can put right, and how days are written."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.domain.acts import ActType, Status
from detente.domain.corrections import ActorsAre, DayIs, RecipientsAre, StatusIs, TypeIs
from detente.domain.days import Basis, Precision, When
from detente.domain.edtf import read_edtf, write_edtf
from detente.domain.ids import ActorId
from detente.domain.judgements import Judgement, Verdict
from detente.domain.parties import Party, PartyKind

DAY = date(2031, 6, 1)
PERU = Party(ActorId("PER"), PartyKind.STATE, "Peru")
FIRM = Party(ActorId("PER"), PartyKind.COMPANY, "a mine")
REJECT = Judgement(
    Verdict.CORRECT, ("e-1",), by="jo", day=DAY, why="read it", claims=(("c-1",),), correction=TypeIs(ActType.REJECT)
)


@pytest.mark.parametrize(
    ("written", "earliest", "latest", "precision"),
    [
        ("2031-05-06", date(2031, 5, 6), date(2031, 5, 6), Precision.DAY),
        ("2031-02", date(2031, 2, 1), date(2031, 2, 28), Precision.MONTH),
        ("2031", date(2031, 1, 1), date(2031, 12, 31), Precision.YEAR),
        ("2031-05-06/2031-05-08", date(2031, 5, 6), date(2031, 5, 8), Precision.WEEK),
        ("2031-05-06/2031-05-06", date(2031, 5, 6), date(2031, 5, 6), Precision.DAY),
        ("2031-05/2031-06", date(2031, 5, 1), date(2031, 6, 30), Precision.LONGER),
        ("2031-05/..", date(2031, 5, 1), None, Precision.LONGER),
        ("../2031-05", None, date(2031, 5, 31), Precision.LONGER),
        ("unknown", None, None, Precision.LONGER),
    ],
)
def test_a_day_is_as_precise_as_it_is_written(
    written: str, earliest: date | None, latest: date | None, precision: Precision
) -> None:
    when = DayIs(written).when

    assert (when.earliest, when.latest, when.precision, when.basis) == (earliest, latest, precision, Basis.JUDGED)


@pytest.mark.parametrize(
    ("written", "trouble"),
    [
        ("soon", "“soon” is no day; write it as 2023-03-16, 2023-03"),
        ("", "“” is no day"),
        ("٢٠٣١", "is no day"),
        ("2031-5-6", "is no day"),
        ("2031-02-30", "the calendar has no 2031-02-30"),
        ("2031-13", "the calendar has no 2031-13"),
        ("0000", "the calendar has no 0000"),
        ("../..", "has no end that is known; write unknown"),
        ("2031-05-08/2031-05-06", "cannot end"),
    ],
)
def test_what_is_no_day_is_refused_in_words(written: str, trouble: str) -> None:
    with pytest.raises(ValueError, match=trouble):
        DayIs(written)


@given(st.dates(), st.integers(0, 800))
def test_what_is_written_is_read_back(first: date, length: int) -> None:
    last = first + timedelta(days=min(length, (date.max - first).days))

    again = read_edtf(write_edtf(When(first, last, Precision.LONGER, Basis.STATED)))

    assert (again.earliest, again.latest) == (first, last)


@pytest.mark.parametrize("written", ["2031-05-06", "2031-05", "2031", "2031-05-06/..", "../2031-05-06", "unknown"])
def test_a_day_is_written_as_short_as_it_can_be(written: str) -> None:
    assert write_edtf(read_edtf(written)) == written


@pytest.mark.parametrize(
    ("judgement", "trouble"),
    [
        (lambda: replace(REJECT, correction=None), "says what is right in its place"),
        (lambda: replace(REJECT, verdict=Verdict.WRONG), "puts nothing right"),
        (lambda: replace(REJECT, on=("r-1",)), "an event or a claim is put right, not r-1"),
        (lambda: replace(REJECT, on=("e-1", "e-2")), "of 1 thing"),
        (lambda: ActorsAre((PERU, PERU)), "each party is named once"),
        (lambda: RecipientsAre((replace(PERU, via="its envoy"),)), "names parties and nothing more"),
    ],
)
def test_a_correction_cannot_lie(judgement: Callable[[], object], trouble: str) -> None:
    with pytest.raises(ValueError, match=trouble):
        judgement()


@pytest.mark.parametrize(
    ("correction", "value"),
    [
        (TypeIs(ActType.REJECT), "REJECT"),
        (StatusIs(Status.PLANNED), "planned"),
        (DayIs("2031-05"), "2031-05"),
        (ActorsAre((PERU, FIRM)), "Peru; a mine (PER)"),
        (RecipientsAre(()), "nobody"),
    ],
)
def test_a_correction_is_told_by_its_value(
    correction: TypeIs | StatusIs | DayIs | ActorsAre | RecipientsAre, value: str
) -> None:
    assert correction.value == value


def test_two_corrections_of_one_day_have_two_ids() -> None:
    assert replace(REJECT, correction=TypeIs(ActType.ACCUSE)).id != REJECT.id
