"""Copies of one text share an origin."""

from dataclasses import replace

from detente.domain.reports import Report
from detente.events.copies import origins

WIRE = (
    "The ministers of Arnor and Gondor met in the town of Bree on Monday and agreed to open the old road again. "
    "They spoke for two hours about tolls, guards and the price of iron, an envoy said after the meeting. "
    "A first convoy is to leave within the month, and a bridge will be built by the autumn of next year."
)
OTHER = (
    "Rain kept the markets of the capital empty this week while farmers in the north waited for the river to fall. "
    "Officials said that the harvest would be late, and that the price of bread was not expected to rise at all."
)


def test_an_edited_copy_has_the_origin_of_the_wire_text() -> None:
    wire = Report(WIRE, outlet="The Wire")
    copy = Report("BREE - " + WIRE.replace("an envoy said", "one envoy said"), outlet="The Copy")

    shared = origins([wire, copy])

    assert shared[wire.id] == shared[copy.id]


def test_two_texts_have_two_origins() -> None:
    wire, other = Report(WIRE), Report(OTHER)

    found = origins([wire, other])

    assert found[wire.id] != found[other.id]


def test_what_copies_a_copy_has_the_first_ones_origin() -> None:
    half = WIRE[: len(WIRE) // 3 * 2]
    reports = [Report(WIRE, outlet="a"), Report(half, outlet="b"), Report(half + OTHER[:60], outlet="c")]

    found = origins(reports)

    assert len(set(found.values())) == 1


def test_the_order_of_reports_does_not_matter() -> None:
    reports = [Report(WIRE, outlet="a"), Report(WIRE[40:], outlet="b"), Report(OTHER)]

    assert origins(reports) == origins(reports[::-1])


def test_a_formula_that_all_outlets_print_is_no_sign_of_a_copy() -> None:
    formula = "All rights are reserved by the printers of this paper."
    reports = [replace(Report(formula), outlet=str(n)) for n in range(14)]

    assert len(set(origins(reports).values())) == 14
