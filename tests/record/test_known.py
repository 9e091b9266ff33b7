from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from making import DAYS, TEXTS, reports

from detente.domain.days import NOT_KNOWN, Basis, Precision, When, on_day
from detente.domain.reports import Report
from detente.record.known import conflict, enriched, gathered, is_less_known

MONTH = When(date(2031, 5, 1), date(2031, 5, 31), Precision.MONTH, Basis.METADATA)
DAY = on_day(DAYS[0], Basis.METADATA)


@given(st.lists(reports, max_size=6), st.randoms(use_true_random=False))
def test_which_reports_there_are_does_not_depend_on_their_order(many: list[Report], chance: object) -> None:
    shuffled = [*many]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    assert {r.id for r in gathered(many)[0]} == {r.id for r in gathered(shuffled)[0]}


@given(st.lists(reports, max_size=6))
def test_gathering_twice_is_gathering_once(many: list[Report]) -> None:
    once, _ = gathered(many)

    assert gathered([*once, *once]) == (once, ())


@given(st.lists(reports, max_size=6))
def test_no_text_is_lost(many: list[Report]) -> None:
    assert {r.text for r in gathered(many)[0]} == {r.text for r in many}


def test_a_text_without_address_is_the_one_with_an_address() -> None:
    assert is_less_known(Report(TEXTS[0]), Report(TEXTS[0], outlet="Bree Times"))


def test_one_text_at_two_outlets_is_two_reports() -> None:
    assert len(gathered([Report(TEXTS[0], outlet="Bree Times"), Report(TEXTS[0], outlet="Pelargir Post")])[0]) == 2


def test_what_was_not_known_is_filled_in() -> None:
    known = Report(TEXTS[0], url="u")

    told = enriched(known, Report(TEXTS[0], "a.txt", "u", "Bree Times", "A title", published=DAY))

    assert told == Report(TEXTS[0], "a.txt", "u", "Bree Times", "A title", published=DAY)


def test_what_was_known_is_kept() -> None:
    known = Report(TEXTS[0], "a.txt", "u", "Bree Times", "A title", published=DAY)

    assert enriched(known, Report(TEXTS[0], "b.txt", "u", "Other", "Another", published=NOT_KNOWN)) == known


def test_an_outlet_beside_no_address_does_not_change_an_id() -> None:
    known = Report(TEXTS[0])

    assert enriched(known, Report(TEXTS[0], outlet="Bree Times")).id == known.id


def test_a_narrower_day_of_the_same_trust_is_taken() -> None:
    known = Report(TEXTS[0], published=MONTH)

    assert enriched(known, Report(TEXTS[0], published=DAY)).published == DAY


def test_a_manifest_is_trusted_more_than_a_date_line() -> None:
    known = Report(TEXTS[0], published=on_day(DAYS[1], Basis.STATED))

    assert enriched(known, Report(TEXTS[0], published=DAY)).published == DAY


def test_two_days_for_one_text_are_told_of_and_the_first_is_kept() -> None:
    known, sighting = Report(TEXTS[0], published=DAY), Report(TEXTS[0], published=on_day(DAYS[1], Basis.METADATA))

    problem = conflict(known, sighting)

    assert problem
    assert problem.reason == ("Two days are given for this report, 2031-05-06 and 2031-05-07; 2031-05-06 is kept.")
    assert enriched(known, sighting).published == DAY


def test_two_days_in_one_folder_are_told_of() -> None:
    two = [Report(TEXTS[0], published=DAY), Report(TEXTS[0], published=on_day(DAYS[1], Basis.METADATA))]

    assert len(gathered(two)[1]) == 1


def test_a_month_and_a_day_in_it_are_no_conflict() -> None:
    assert conflict(Report(TEXTS[0], published=MONTH), Report(TEXTS[0], published=DAY)) is None
