from datetime import date

import pytest

from detente.claims.who import who
from detente.rules.actors import Knowledge


@pytest.mark.parametrize(
    ("text", "day", "country", "sector"),
    [
        ("Peru", None, "PER", None),
        ("Lima", None, "PER", "GOV"),
        ("Osaka", None, "JPN", "CVL"),
        ("Peruvians", None, "PER", "CVL"),
        ("the Peruvian foreign minister", None, "PER", "GOV"),
        ("Peru's ambassador to Chile", None, "PER", "GOV"),
        ("Muslim leaders in Kenya", None, "KEN", "REL"),
        ("a group of soldiers", None, None, "MIL"),
        ("the CIA", None, "USA", "SPY"),
        ("a CIA officer", None, "USA", "SPY"),
        ("the United Nations", None, "UN", None),
        ("European lawmakers", None, None, "LEG"),
        ("EU lawmakers", None, "EU", "LEG"),
        ("FARC", None, "COL", "REB"),
        ("Supreme Court of Kenya", None, "KEN", "JUD"),
        ("Sea of Japan", None, None, None),
        ("Fumio Kishida", date(2023, 3, 16), "JPN", "GOV"),
        ("Fumio Kishida", date(2025, 3, 16), "JPN", "ELI"),
        ("Trump", date(2018, 3, 16), "USA", "GOV"),
        ("President Trump", date(2018, 3, 16), "USA", "GOV"),
        ("Mr Kishida", date(2023, 3, 16), "JPN", "GOV"),
        ("May", date(2018, 3, 16), None, None),
        ("Prime Minister May", date(2018, 3, 16), "GBR", "GOV"),
        ("former President Bill Clinton", None, "USA", "ELI"),
        ("Xyzzy", None, None, None),
        ("", None, None, None),
        ("Northern Fleet's Arctic Group", None, "RUS", "MIL"),
    ],
)
def test_words_mean_a_country_and_a_sector(
    knowledge: Knowledge, text: str, day: date | None, country: str | None, sector: str | None
) -> None:
    answer = who(text, day, knowledge)

    assert (answer.country, answer.sector) == (country, sector)


def test_a_person_comes_with_the_offices_of_the_day(knowledge: Knowledge) -> None:
    answer = who("Fumio Kishida", date(2023, 3, 16), knowledge)

    assert [office.title for office in answer.offices] == ["Prime Minister"]
