"""Copies of one text share an origin."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import replace

from copy_making import copied_reports
from origin_making import origins

from detente.domain.reports import Report
from detente.domain.spans import Span

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


def test_a_text_that_forty_outlets_copy_has_one_origin() -> None:
    copies = [Report(f"By the staff of paper {n}. {WIRE}", outlet=str(n)) for n in range(40)]

    assert len(set(origins([*copies, Report(OTHER)]).values())) == 2


def test_the_boxes_around_two_reports_make_no_copies_of_them() -> None:
    box = "Read more about the elections in the north, subscribe to our letter and never miss a word of it again. " * 4
    reports = [Report(f"{box}{text}") for text in (WIRE, OTHER)]

    found = origins(reports, {r.id: [Span(0, len(box))] for r in reports})

    assert len(set(found.values())) == 2


def test_a_quotation_that_two_reports_share_is_no_copy() -> None:
    said = "“We have waited for three long winters and we shall wait for a fourth if we must,” the envoy said in Bree."

    found = origins([Report(f"{said} {WIRE}"), Report(f"{OTHER} {said}")])

    assert len(set(found.values())) == 2


def test_a_short_cut_of_what_two_reports_share_does_not_join_them() -> None:
    shared = (
        "The two towns fought over the valley for eleven years, and then signed a truce in the abbey of Lond. "
        "Trade has doubled since then, but neither side has ever ratified the treaty on the fisheries. "
    )
    one, other = Report(WIRE + " " + shared), Report(shared + OTHER)
    cut = Report(shared, outlet="brief")

    found = origins([one, other, cut])

    assert found[one.id] != found[other.id]


def pairs(keys: Iterable[Hashable]) -> int:
    return sum(n * (n - 1) // 2 for n in Counter(keys).values())


def test_edited_copies_are_found_and_nothing_else() -> None:
    made = list(copied_reports(originals=25, copies=6))

    found = origins([report for _, report in made])

    right = pairs((original, found[report.id]) for original, report in made)
    assert right >= 0.99 * pairs(found[report.id] for _, report in made)
    assert right >= 0.95 * pairs(original for original, _ in made)
