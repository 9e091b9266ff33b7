from collections.abc import Callable
from datetime import date

import pytest
from linked import Linked

MARCH_2023 = date(2023, 3, 20)
Link = Callable[..., Linked]
SUMMIT = "Japanese Prime Minister Fumio Kishida received South Korean President Yoon Suk Yeol. "


@pytest.mark.parametrize(
    ("text", "word", "nth", "ids"),
    [
        ("Peru and Chile spoke. The two countries agreed.", "countries", 0, ["PER", "CHL"]),
        ("Peru and Chile spoke. Both countries agreed.", "countries", 0, ["PER", "CHL"]),
        ("Peru and Chile spoke. The two sides agreed.", "sides", 0, ["PER", "CHL"]),
        ("Peru and Chile spoke. They agreed.", "They", 0, ["PER", "CHL"]),
        ("Peru and Chile met Brazil. The three nations agreed.", "nations", 0, ["PER", "CHL", "BRA"]),
        ("Peru sued Chile. Trees stood on both sides of the road.", "sides", 0, []),
        ("Peru closed its border.", "its", 0, ["PER"]),
        ("Peru and its allies agreed.", "its", 0, ["PER"]),
        ("Peru closed the border. It feared smugglers.", "It", 0, ["PER"]),
        ("Peru closed the border. It is likely that it rains.", "It", 0, []),
        ("Peru closed the border. The country feared smugglers.", "country", 0, ["PER"]),
        ("The European Union met. The bloc was calm.", "bloc", 0, ["EU"]),
        ("Hamas fired rockets. The group was silent.", "group", 0, ["HAMAS"]),
        ("Peru's army fought Chile. The army won.", "army", 1, ["PER"]),
        ("Peru, which borders Chile, agreed.", "which", 0, ["PER"]),
        ("North Korea and South Korea spoke. The North agreed.", "North", 1, ["PRK"]),
        ("Sales rose in the North.", "North", 0, []),
        ("Two men sang. The two agreed.", "two", 0, []),
        ("Peru and Chile spoke. Peru thanked Chile. The countries agreed.", "countries", 0, ["PER", "CHL"]),
        ("The leaders of Peru and Chile met. Later the leaders left.", "leaders", 1, ["PER", "CHL"]),
        ("Peru sued Chile. Brazil watched. The neighbours agreed.", "neighbours", 0, []),
        ("Peru and Chile quarrelled. Brazil urged the neighbours to rest.", "neighbours", 0, ["PER", "CHL"]),
        ("Peru and Chile quarrelled. Brazil hosted the three ministers.", "ministers", 0, ["BRA", "PER", "CHL"]),
        ("Peru and Chile quarrelled. Brazil lent money to both.", "both", 0, ["PER", "CHL"]),
        (
            "Peru and Chile quarrelled. Brazil's foreign minister rang his counterparts.",
            "counterparts",
            0,
            ["PER", "CHL"],
        ),
        ("Peru and Chile quarrelled. Peru's foreign minister rang his counterpart.", "counterpart", 0, ["CHL"]),
        ("Peru's foreign minister rang his counterpart.", "counterpart", 0, [None]),
        ("The European Commission met in Lima. The Commission agreed.", "Commission", 1, ["EU"]),
        ("Peru met Chile. The Commission agreed.", "Commission", 0, [None]),
        ("Peru's parliament met on Monday. Foreign Minister Ugo Tarm spoke.", "Tarm", 0, ["PER"]),
        ("Peru sued Chile over Chile's wall, but the two sides met.", "sides", 0, ["PER", "CHL"]),
        ("Peru sued Chile. The 2 old rivals met.", "rivals", 0, []),
        ("North Korea and South Korea spoke. The far North was cold.", "North", 1, []),
        ("The European Union met. The 27-nation bloc was calm.", "bloc", 0, ["EU"]),
        ("Peru closed the border. One. Two. Three. Four. It feared smugglers.", "It", 0, []),
        ("Peru closed the border. One fell. Two fell. Three fell. Four fell. The country wept.", "country", 0, []),
        ("Peruvian farmers protested. They were angry.", "They", 0, ["PER"]),
        ("Peru, whose army is small, agreed.", "army", 0, ["PER"]),
        ("The treaty that was signed pleased Peru.", "that", 0, []),
        ("He smiled.", "He", 0, []),
        ("They smiled.", "They", 0, []),
        ('"We are calm," he said.', "he", 0, []),
        ("Peru's president arrived. He smiled.", "He", 0, ["PER"]),
        ("Peru cut aid to Chile, accusing the country of lying.", "country", 0, ["CHL"]),
        ("The European Commission met Peru and Chile. The Commission objected.", "Commission", 1, ["EU"]),
        ("Peru and Chile fought. The two armies withdrew.", "armies", 0, ["PER", "CHL"]),
        ("Peru and Chile fought. Brazil warned both sides against a raid.", "sides", 0, ["PER", "CHL"]),
        ("Peru and Chile fought. Brazil watched two countries at war.", "countries", 0, []),
        ("Peru and Chile spoke. Fumio Kishida met the two.", "two", 0, ["PER", "CHL"]),
    ],
)
def test_words_point_back_where_it_is_plain(link: Link, text: str, word: str, nth: int, ids: list[str]) -> None:
    assert link(text).ids(word, nth) == ids


@pytest.mark.parametrize(
    ("text", "word", "ids"),
    [
        (SUMMIT + "The two leaders agreed.", "leaders", ["JPN", "KOR"]),
        (SUMMIT + "He smiled.", "He", ["JPN"]),
        (SUMMIT + "The prime minister smiled.", "minister", ["JPN"]),
        (SUMMIT + "The South Korean president smiled.", "president", ["KOR"]),
        ("Yoon Suk Yeol met his Japanese counterpart.", "counterpart", ["JPN"]),
        ("Yoon Suk Yeol met Fumio Kishida. They smiled.", "They", ["KOR", "JPN"]),
        ("Ursula von der Leyen met Olaf Scholz. She smiled.", "She", ["EU"]),
        ('"I will wait," Fumio Kishida said. "We are calm," he said.', "he", ["JPN"]),
        ("Fumio Kishida said it was late. Yoon Suk Yeol came. He said it rained.", "He", ["KOR"]),
        ('Fumio Kishida said "I will wait".', "I", ["JPN"]),
        ("Fumio Kishida met him.", "him", []),
        ("Ursula von der Leyen met envoys. He smiled.", "He", []),
        ("Fumio Kishida spoke. Reports by Ada Moe differed. She smiled.", "She", []),
        ("Ursula von der Leyen spoke of Fumio Kishida. He smiled.", "He", ["JPN"]),
        ('"We are calm," Ursula von der Leyen said. "We wait," he said.', "he", []),
        ("Kishida's rival, Ada Moe, spoke. Kishida listened to Moe. The prime minister left.", "minister", ["JPN"]),
        ('Fumio Kishida said: "We agree". I smiled.', "I", []),
        ("Ada Moe, a vice president of Peru, spoke. The president left.", "president", ["PER"]),
        ("Fumio Kishida, a former prime minister, met Olaf Scholz. The premier left.", "premier", ["DEU"]),
    ],
)
def test_persons_are_followed(link: Link, text: str, word: str, ids: list[str]) -> None:
    assert link(text, MARCH_2023).ids(word) == ids


def test_the_president_who_is_named_speaks_by_name(link: Link) -> None:
    speaker = link(SUMMIT + "The South Korean president said it was late.", MARCH_2023).speaker("president")

    assert speaker is not None
    assert speaker.name == "Yoon Suk Yeol"


def test_he_speaks_by_his_name_and_role(link: Link) -> None:
    speaker = link("Japanese Prime Minister Fumio Kishida left. He said it was late.", MARCH_2023).speaker("He")

    assert speaker is not None
    assert (speaker.name, speaker.role, speaker.state) == ("Fumio Kishida", "Japanese Prime Minister", "JPN")


def test_a_quotation_that_goes_on_keeps_its_speaker(link: Link) -> None:
    text = '"It is late," Fumio Kishida said. "President Yoon is calm," he said.'

    assert link(text, MARCH_2023).ids("he") == ["JPN"]


def test_the_pair_of_the_report_outweighs_a_chance_pair(link: Link) -> None:
    text = "Peru and Chile spoke. Peru thanked Chile. Brazil wrote to Peru. The two countries were calm."

    assert set(link(text).ids("countries")) == {"PER", "CHL"}


def test_an_office_told_without_its_state_is_of_the_one_that_acted_last(link: Link) -> None:
    linked = link("Peru closed the border with Chile. Trade Minister Ada Quispe blamed smugglers.")

    assert linked.ids("Quispe") == ["PER"]


def test_an_office_told_first_is_of_no_state(link: Link) -> None:
    linked = link("Trade Minister Ada Quispe blamed smugglers. Peru closed the border with Chile.")

    assert linked.ids("Quispe") == [None]


def test_a_title_in_a_name_finds_its_bearer(link: Link) -> None:
    linked = link("Saudi Crown Prince Mohammed bin Salman met Peru's president. The crown prince smiled.")

    assert linked.ids("prince") == ["SAU"]
