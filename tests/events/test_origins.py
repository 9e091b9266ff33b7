"""Reports that give one text in other words share an origin, and two witnesses of one event do not."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from origin_making import origins, traced

from detente.domain.days import Basis, on_day
from detente.domain.derived import Copied, Retelling
from detente.domain.reports import Report

WIRE = (
    "Turkey and Greece reopened the Ipsala crossing on Monday after 19 days, ending a quarrel over 43 "
    "lorries.\n\n"
    "“The road belongs to those who drive on it,” Greek Transport Minister Nikos Daravelis told reporters in "
    "Alexandroupoli.\n\n"
    "Turkish customs will hand back 310 tonnes of olives, worth about $1.2 million, and a fine of 80,000 "
    "euros is dropped.\n\n"
    "Ankara's ambassador, Selim Karaca, called the deal a small one. The two sides had met 6 times in Edirne, "
    "he said.\n\n"
    "A drivers' union in Thessaloniki said that 27 of its members had slept in their cabins since the first "
    "of the month.\n\n"
    "Bulgaria, which took most of the traffic meanwhile, earned 4.4 million euros in tolls, according to "
    "Sofia's road agency."
)
RETOLD = (
    "Since Monday the frontier post of Ipsala is again open for Greeks and Turks; 19 days it was shut, and "
    "for 43 trucks they had disputed.\n\n"
    "To the journalists the transport minister of Greece, Nikos Ntaravelis, expressed in Alexandroupolis: "
    "“Who drives upon the street, to him it belongs.”\n\n"
    "310 tons of olives with a value of 1,2 million dollars return from the customs of Turkey, and a penalty "
    "of 80.000 euro falls away.\n\n"
    "Selim Karadja, the ambassador of Ankara, named it a little agreement. He said that in Edirne both "
    "parties sat together 6 times.\n\n"
    "27 members of a union of drivers of Thessaloniki did sleep in the vehicles from the beginning of the "
    "month, so the union.\n\n"
    "In the meantime Bulgaria had the most traffic and gained with tolls 4.4 million euros, informed the "
    "agency for roads in Sofia."
)
WITNESS = (
    "Lorries rolled again at Ipsala on Monday morning. Drivers who had waited for 19 days hooted and lit "
    "fires.\n\n"
    "Selim Karaca, Turkey's envoy, and Greek minister Nikos Daravelis shook hands on the bridge over the "
    "Evros and left at once.\n\n"
    "The quarrel had begun in Thessaloniki, where customs officers found forged papers in a load of olives "
    "from Izmir.\n\n"
    "Athens wants Brussels to pay for the damage. A court in Edirne is still to rule on the owners of 43 "
    "vehicles.\n\n"
    "In Alexandroupoli the harbour lost half of its trade while the road was shut. Some cafés will not open "
    "again.\n\n"
    "Sofia said that it had never earned so much in tolls. Romania and Serbia offered drivers a way around."
)
MORE = (
    "In Kirklareli the governor, Orhan Demirsoy, opened 3 new lanes for 520 cars an hour.\n\n"
    "Maria Petridou of the Chamber of Kavala said that 64 firms had lost orders from Izmir.\n\n"
    "A joint patrol of 18 officers is to meet in Pythio every Thursday.\n\n"
    "Brussels paid 7.5 million euros for scanners, which Frontex will run until October.\n\n"
    "Parliament in Ankara votes on the deal on 9 June, and Athens follows 2 weeks later."
)
MORE_RETOLD = (
    "3 additional lanes, for 520 automobiles in an hour, were opened at Kirklareli by governor Orhan Demirsoy.\n\n"
    "64 companies lost orders of Izmir, told Maria Petridu from the Kavala Chamber.\n\n"
    "Each Thursday 18 officers of both sides come together at Pythio for a common patrol.\n\n"
    "For the scanners Brussels gave 7,5 million euro; until October Frontex operates them.\n\n"
    "On 9 June the deputies of Ankara vote about the agreement, 2 weeks afterwards those of Athens."
)
SHOWN = Retelling(sentences=7, of=7, names=11, numbers=8)
OTHER_NUMBERS = {
    "19": "24",
    "43": "51",
    "310": "270",
    "1,2": "3,7",
    "80.000": "65.000",
    " 6 ": " 9 ",
    "27": "35",
    "4.4": "5.9",
}


def published(text: str, outlet: str, day: int) -> Report:
    return Report(text, outlet=outlet, published=on_day(date(2031, 5, day), Basis.STATED))


def test_a_report_retold_sentence_by_sentence_has_the_origin_of_the_first() -> None:
    wire, retold = Report(WIRE, outlet="a"), Report(RETOLD, outlet="b")

    found = origins([wire, retold])

    assert found[wire.id] == found[retold.id]


def test_the_reason_counts_what_the_two_have_in_common() -> None:
    wire, retold = published(WIRE, "a", 5), published(RETOLD, "b", 6)

    found = traced([wire, retold])

    assert found.copied == {retold.id: Copied(wire.id, SHOWN)}


def test_another_witness_of_the_same_event_is_another_origin() -> None:
    reports = [Report(WIRE, outlet="a"), Report(RETOLD, outlet="b"), Report(WITNESS, outlet="c")]

    assert len(set(origins(reports).values())) == 2


def test_the_same_sentences_in_another_order_are_no_retelling() -> None:
    turned = "\n\n".join(RETOLD.split("\n\n")[::-1])

    assert len(set(origins([Report(WIRE), Report(turned)]).values())) == 2


def test_other_numbers_in_the_same_sentences_are_another_event() -> None:
    later = RETOLD
    for old, new in OTHER_NUMBERS.items():
        later = later.replace(old, new)

    assert len(set(origins([Report(WIRE), Report(later)]).values())) == 2


def test_what_retells_an_edited_copy_has_the_origin_of_the_wire_text() -> None:
    edited = Report("\n\n".join(WIRE.split("\n\n")[:5]).replace("reporters", "journalists"), outlet="c")
    reports = [Report(WIRE, outlet="a"), edited, Report(RETOLD, outlet="b")]

    assert len(set(origins(reports).values())) == 1


def test_an_agency_is_first_though_its_report_has_a_later_day() -> None:
    agency, paper = published(WIRE, "Reuters", 7), published(RETOLD, "b", 5)

    assert traced([agency, paper]).copied.keys() == {paper.id}


def test_who_names_an_agency_is_first_among_papers() -> None:
    named, paper = published(f"EDIRNE (Reuters) - {WIRE}", "a", 7), published(RETOLD, "b", 5)

    assert traced([named, paper]).copied.keys() == {paper.id}


def test_of_two_papers_the_earlier_is_first() -> None:
    one, other = published(WIRE, "a", 7), published(RETOLD, "b", 5)

    assert traced([one, other]).copied.keys() == {one.id}


def test_a_brief_is_too_short_to_be_a_retelling() -> None:
    brief = "\n\n".join(RETOLD.split("\n\n")[:3])

    assert len(set(origins([Report(WIRE), Report(brief)]).values())) == 2


def test_a_text_that_twenty_outlets_retell_has_one_origin() -> None:
    retellings = [Report(RETOLD + "\n\n" + WITNESS[: 20 + n], outlet=f"b{n}") for n in range(20)]

    assert len(set(origins([Report(WIRE), *retellings]).values())) == 1


def test_who_tells_as_much_again_in_between_is_his_own_origin() -> None:
    told, added = RETOLD.split("\n\n"), WITNESS.split("\n\n")
    mixed = "\n\n".join(part for pair in zip(told, added, strict=True) for part in pair)

    assert len(set(origins([Report(WIRE), Report(mixed)]).values())) == 2


def test_a_part_that_came_another_way_than_the_first_names_the_whole_text() -> None:
    whole = published(f"{WIRE}\n\n{MORE}", "a", 5)
    part, agency = published(MORE_RETOLD, "b", 6), published(RETOLD, "Reuters", 6)

    found = traced([whole, part, agency])

    assert {id_: copied.of for id_, copied in found.copied.items()} == {part.id: whole.id, whole.id: agency.id}


@given(st.permutations([WIRE, RETOLD, WITNESS, WIRE[:400], RETOLD[:500]]))
@settings(max_examples=8, deadline=None)
def test_the_order_of_reports_leaves_no_trace_on_origins(texts: list[str]) -> None:
    reports = [Report(text) for text in texts]

    assert traced(reports) == traced(sorted(reports, key=lambda r: r.id))
