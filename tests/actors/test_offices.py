import csv
from datetime import date
from pathlib import Path

import pytest

from detente.errors import RuleError
from detente.rules.actors import Knowledge
from detente.rules.offices import Office, Person, read_office

TABLE = Path(__file__).parents[3] / "shared" / "reference" / "offices.csv"
MISTAKEN = {("CHN", "Li Keqiang"), ("ARE", "Maktoum bin Rashid Al Maktoum"), ("ARE", "Mohammed bin Rashid Al Maktoum")}
"""Rows of the table that our own checks found wrong."""


def person(*held: str) -> Person:
    return Person("Ada Moe", ("Ada Moe",), ("Moe",), "NOR", tuple(read_office(line, "here") for line in held))  # type: ignore[arg-type]


def test_a_line_tells_title_days_and_posts() -> None:
    office = read_office("2019-05-20 to 2024-05: President [head-of-state, head-of-government]", "here")

    assert office == Office("President", ("head-of-state", "head-of-government"), "GOV", "2019-05-20", "2024-05")


@pytest.mark.parametrize(
    ("line", "day", "holds"),
    [
        ("2019-05-20 to 2024-05-20: Mayor [GOV]", date(2024, 5, 19), True),
        ("2019-05-20 to 2024-05-20: Mayor [GOV]", date(2024, 5, 20), False),
        ("2019-05 to 2024-05: Mayor [GOV]", date(2024, 5, 31), True),
        ("2019-05 to 2024-05: Mayor [GOV]", date(2019, 4, 30), False),
        ("2019: Mayor [GOV]", date(2019, 12, 31), True),
        ("2019: Mayor [GOV]", date(2020, 1, 1), False),
        ("since 2019: Mayor [GOV]", date(2050, 1, 1), True),
        ("until 2019: Mayor [GOV]", date(1980, 1, 1), True),
        ("always: singer [CVL]", date(1980, 1, 1), True),
    ],
)
def test_an_office_holds_as_precisely_as_is_known(line: str, day: date, holds: bool) -> None:  # noqa: FBT001 - an expected value
    office = read_office(line, "here")

    assert office.holds_on(day) is holds


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("in 2019: Mayor [GOV]", "cannot read"),
        ("2019-02-30: Mayor [GOV]", "no calendar"),
        ("2020 to 2018: Mayor [GOV]", "ends before it begins"),
        ("2019: Mayor [BOSS]", "one sector"),
    ],
)
def test_a_line_that_cannot_be_right_is_refused(line: str, trouble: str) -> None:
    with pytest.raises(RuleError, match=trouble):
        read_office(line, "states/xyz.toml: 'Ada Moe'")


def test_the_highest_office_of_a_day_comes_first() -> None:
    ada = person("since 2010: Foreign Minister [foreign-minister]", "since 2012: President [head-of-state]")

    offices = ada.offices_on(date(2013, 1, 1))

    assert [o.title for o in offices] == ["President", "Foreign Minister"]


@pytest.mark.parametrize(
    ("day", "sector"),
    [
        (date(2000, 1, 1), "MIL"),
        (date(2005, 1, 1), "MIL"),
        (date(2015, 1, 1), "GOV"),
        (date(2022, 1, 1), "ELI"),
        (None, "ELI"),
    ],
)
def test_a_sector_is_that_of_the_day(day: date | None, sector: str) -> None:
    ada = person("2004 to 2008: general [MIL]", "2010 to 2020: President [head-of-state]")

    assert ada.sector_on(day) == sector


def test_a_singer_who_stopped_is_no_elite() -> None:
    ada = person("2004 to 2008: singer [CVL]")

    assert ada.sector_on(date(2020, 1, 1)) == "CVL"


def test_without_a_day_a_minister_is_known_for_the_ministry() -> None:
    ada = person("2004 to 2008: Trade Minister [GOV]")

    assert ada.sector_on(None) == "GOV"


def test_one_who_held_nothing_has_no_sector() -> None:
    assert person().sector_on(None) is None


def test_one_who_held_nothing_has_no_sector_on_a_day() -> None:
    assert person().sector_on(date(2020, 1, 1)) is None


@pytest.mark.skipif(not TABLE.exists(), reason="the table of offices is not here")
def test_the_data_agrees_with_the_table_of_offices(knowledge: Knowledge) -> None:
    table = csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines())
    rows = [r for r in table if len(r["start"]) == 10 and len(r["iso3"]) == 3]

    strange = [
        (row["iso3"], row["person"], row["start"])
        for row in rows
        if (row["iso3"], row["person"]) not in MISTAKEN and row["iso3"] not in knowledge.bodies
        and row["iso3"] not in {"AUC", "IMF"} and row["start"] >= "2000"
        and row["office"] not in {
            post
            for office in knowledge.offices_of(row["person"], row["iso3"], date.fromisoformat(row["start"]))
            for post in office.posts
        }
    ]  # fmt: skip

    assert [s for s in strange if s[1] != "Bongbong Marcos"] == []
