from collections.abc import Callable

import pytest
from linked import Linked


def names(linked: Linked) -> list[str]:
    return [m.words for m in linked.mentions if m.named]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru protested to Chile.", ["Peru", "Chile"]),
        ("The U.S. Navy left Manila.", ["U.S. Navy", "Manila"]),
        ("The World Trade Organization (WTO) ruled.", ["World Trade Organization", "WTO"]),
        ("Shinzo Abe visited Kyiv.", ["Shinzo Abe", "Kyiv"]),
        ("She roasted a turkey with china plates.", []),
        ("Ships crossed the Gulf of Oman on Monday.", []),
        ("The Washington Post printed it.", ["Washington Post"]),
        ("Michael Jordan retired.", []),
        ("Paris Hilton sang.", []),
        ("They are the ones who know us.", []),
    ],
)
def test_known_names_are_found_and_look_alikes_are_not(
    link: Callable[..., Linked], text: str, found: list[str]
) -> None:
    assert [n for n in names(link(text)) if n in found or not found] == found


def test_capitals_tell_nothing_in_a_shout(link: Callable[..., Linked]) -> None:
    linked = link("WHO IS THE NEW KING OF NORWAY AND WHY")

    assert names(linked) == ["NORWAY"]


@pytest.mark.parametrize(
    ("text", "word", "sector"),
    [
        ("A Chilean navy destroyer left.", "destroyer", "MIL"),
        ("The police spokesman resigned.", "spokesman", "COP"),
        ("A former minister spoke.", "minister", "ELI"),
        ("A spokesman for the army spoke.", "spokesman", "MIL"),
        ("The secretary of state spoke.", "secretary", "GOV"),
        ("Gen. Ada Moe spoke.", "Gen.", "MIL"),
        ("A fighter jet crashed.", "jet", "MIL"),
    ],
)
def test_roles_have_their_sector(link: Callable[..., Linked], text: str, word: str, sector: str) -> None:
    linked = link(text)

    senses = {linked.sentences[m.sentence].tokens[m.head].text: m.sense.sector for m in linked.mentions if m.sense}
    assert senses.get(word) == sector


def test_half_a_word_is_no_role(link: Callable[..., Linked]) -> None:
    linked = link("They fled the rebel-held town.")

    assert [m for m in linked.mentions if m.sense] == []


def test_a_part_of_a_longer_role_is_no_role_of_its_own(link: Callable[..., Linked]) -> None:
    linked = link("A fighter jet crashed.")

    assert [m.words for m in linked.mentions if m.sense] == ["fighter jet"]


def test_a_day_of_the_week_is_no_actor(link: Callable[..., Linked]) -> None:
    linked = link("It ended on Tuesday.")

    assert linked.mentions == ()
