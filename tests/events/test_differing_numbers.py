"""Which numbers are of one thing and cannot both be true."""

import pytest
from differing import FRIDAY, THURSDAY, disagreements, said


def numbers(*texts: str) -> list[list[str]]:
    return [says for about, says in said(*texts) if about.startswith("the ")]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("12", "20", [["12", "20"]]),
        ("12", "12", []),
        ("more than 12", "20", []),
        ("about 20", "22", []),
        ("fewer than 12", "20", [["20", "fewer than 12"]]),
        ("at least 21", "more than 20", []),
        ("18", "at least 21", [["18", "at least 21"]]),
        ("1,000", "1,010", []),
        ("about 100", "well over 100", [["about 100", "well over 100"]]),
    ],
)
def test_numbers_that_no_hedge_reconciles(one: str, other: str, expected: list[list[str]]) -> None:
    found = numbers(
        f"Norway expelled {one} Russian diplomats on Thursday.",
        f"On Thursday Norway expelled {other} Russian diplomats.",
    )

    assert found == expected


def test_a_toll_that_grows_is_no_disagreement() -> None:
    found = disagreements(
        "Russian rockets killed 12 Ukrainian soldiers on Thursday.",
        "Russian rockets killed 15 Ukrainian soldiers on Thursday.",
        days=(THURSDAY, FRIDAY),
    )

    assert [d.klass for d in found if d.klass == "number"] == []


def test_a_toll_of_one_day_that_two_reports_give_otherwise() -> None:
    found = numbers(
        "Russian rockets killed 12 Ukrainian soldiers on Thursday.",
        "Russian rockets killed 15 Ukrainian soldiers on Thursday.",
    )

    assert found == [["12", "15"]]


def test_a_toll_of_reports_without_a_day() -> None:
    texts = (
        "Russian rockets killed 12 Ukrainian soldiers on 8 May 2031.",
        "Russian rockets killed 15 Ukrainian soldiers on 8 May 2031.",
    )

    assert numbers(*texts) == [["12", "15"]]


def test_states_that_are_counted_and_not_named() -> None:
    found = said(
        "In Oslo, a diplomat said 18 countries had announced the expulsion of Belarusian envoys.",
        "At least 21 countries are expelling Belarusian envoys over the raid.",
    )

    assert found == [("the number of countries", ["18", "At least 21"])]


def test_states_that_are_counted_for_two_things() -> None:
    found = numbers(
        "In Oslo, a diplomat said 18 countries had announced the expulsion of Belarusian envoys.",
        "At least 21 countries signed the treaty on whales.",
    )

    assert found == []


def test_a_list_of_names_against_a_number() -> None:
    found = said(
        "Governments announced on Thursday that they would expel Belarusian envoys. They are: EU countries: "
        "France (4); Spain (2); Italy (1); Poland (1).",
        "The expulsion of Belarusian envoys was announced on Thursday by 12 EU countries.",
    )

    assert found == [("the number of EU countries", ["12", "4 by name"])]


def test_a_list_that_goes_on_with_other_words() -> None:
    found = numbers(
        "Governments announced on Thursday that they would expel envoys. "
        "These countries: France, Spain, Italy and more.",
        "The expulsion of envoys was announced on Thursday by 12 countries. Countries: Spain.",
    )

    assert found == []


def test_those_are_the_ones_counted_before() -> None:
    found = numbers(
        "In Oslo, a diplomat said 18 states would expel Belarusian envoys. Those included 9 EU countries.",
        "Belarusian envoys were expelled on Thursday by 12 EU countries.",
    )

    assert found == [["12", "9"]]


SHOWN = "The President of Peru Dina Boluarte said on Thursday that the film showed the graves of {} Chilean miners."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("more than 1,000", "thousands of", [["more than 1,000", "thousands"]]),
        ("more than 3,000", "thousands of", []),
        ("thousands of", "more than 1,000", [["more than 1,000", "thousands"]]),
        ("thousands of", "hundreds of", [["hundreds", "thousands"]]),
        ("thousands of", "3,000", []),
    ],
)
def test_what_one_speaker_is_said_to_have_counted(one: str, other: str, expected: list[list[str]]) -> None:
    assert numbers(SHOWN.format(one), SHOWN.format(other)) == expected


def test_one_speaker_who_counts_the_graves_or_those_in_them() -> None:
    found = numbers(
        SHOWN.format("thousands of"),
        'Dina Boluarte, the President of Peru, said on Thursday: "Graves — more than 900 — of Chilean miners."',
    )

    assert len(found) == 1


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("31% tariffs", "a 30% duty", [["30%", "31%"]]),
        ("31.2% tariffs", "a 31% duty", []),
        ("31% tariffs", "a 10% duty", []),
        ("31% tariffs", "a 30% share of the costs", []),
    ],
)
def test_rates_that_one_state_lays_on_another(one: str, other: str, expected: list[list[str]]) -> None:
    assert numbers(f"Peru imposed {one} on Chile.", f"Peru imposed {other} on Chile on Friday.") == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kenya sent 12 tanks to Chad.", "Kenya sent three other tanks to Chad."),
        ("Kenya sent 12 tanks to Chad.", "Kenya sent tanks to Chad, four of them by ship."),
        ("The road in Kenya is 8 km long.", "The road in Kenya is 5 miles long."),
        ("The trench that Kenya dug is 8 km long.", "A wall in Chad is 9 km long."),
        ("Some 200 people came to the embassy of Kenya.", "Only 3 people spoke for Chad."),
        ("Kenya's exports reached $3bn last year.", "Kenya's exports reached $4bn in 2020."),
        ("Kenya and Chad held talks over 12 hours.", "Kenya and Chad held talks over 14 hours."),
    ],
)
def test_what_is_compared_with_nothing(one: str, other: str) -> None:
    assert numbers(one, other) == []


def test_sums_of_money_measured_in_the_same_words() -> None:
    found = said("Kenya's exports to Chad reached $3bn last year.", "Kenya's exports to Chad reached $4bn last year.")

    assert [says for _, says in found] == [["$3bn", "$4bn"]]


def test_a_number_is_named_with_what_it_is_of() -> None:
    found = said(
        "Kenya and Chad held 16 rounds of talks on Thursday.", "Kenya and Chad held 17 rounds of talks on Thursday."
    )

    assert found == [("the number of rounds of talks", ["16", "17"])]


def test_a_third_number_leaves_it_open_which_two_differ() -> None:
    found = numbers(
        "Some 300 Chadian soldiers crossed the river, Kenya said.",
        "Kenya said 600 Chadian soldiers crossed the river. Later it said 900 Chadian soldiers crossed the river.",
    )

    assert found == []


def test_soldiers_in_one_place_as_two_givers_count_them() -> None:
    found = numbers(
        "Officials of Kenya said that Chad has an estimated 100 intelligence officers in Kenya.",
        "Kenyan officials told reporters that well over 100 intelligence officers work in Kenya.",
    )

    assert found == [["an estimated 100", "well over 100"]]


def test_three_reports_make_one_disagreement() -> None:
    found = numbers(
        "Norway expelled 12 Russian diplomats on Thursday.",
        "On Thursday Norway expelled 20 Russian diplomats.",
        "Norway expelled 30 Russian diplomats on Thursday.",
    )

    assert found == [["12", "20", "30"]]


def test_counts_without_a_number_on_both_sides() -> None:
    found = said(SHOWN.format("thousands of"), SHOWN.format("hundreds of"))

    assert found == [("the number of Chilean miners", ["hundreds", "thousands"])]


def test_those_killed_are_the_same_beside_the_same_names_alone() -> None:
    found = numbers(
        "A blast in Nairobi killed 40 people, Kenya said.",
        "In Tanzania she laid a wreath where a blast killed 10 people.",
    )

    assert found == []


def test_thousands_of_the_crowd() -> None:
    assert numbers("Thousands of the people of Kenya came.", "Kenya saw hundreds of the lakes.") == []
