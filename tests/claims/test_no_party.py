"""Who is no party though his name, or a word like one, stands in the sentence or near."""

import pytest

from detente.domain.parties import Party
from reading import claims


def shown(parties: tuple[Party, ...]) -> list[str]:
    return [p.id if p.id and p.is_power else p.name for p in parties]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("India tested a missile in defiance of the United Nations.", []),
        ("Pakistan fired two rockets into the Arabian Sea.", []),
        ("Pakistan fired a rocket over India.", ["IND"]),
        ("Pakistan conducted a test of a missile aimed at deterring India. India accused Pakistan of threats.", []),
        ("Peru sent troops to the Atacama Desert.", []),
        ('France called for "cool heads".', []),
        ("The Kenyan minister visits Uganda - Rwanda's main rival.", ["UGA"]),
        ("Libyan rebels killed a Sunni cleric.", ["Sunni cleric"]),
        ("Chile's execution of a pilot along with two guards shocked many.", ["pilot"]),
        ("Iraqi troops retook the city from the rebels.", ["rebels"]),
        ("Iraqi troops retook Syria's largest port.", []),
    ],
)
def test_a_place_a_thing_or_one_near_by_is_no_recipient(text: str, recipients: list[str]) -> None:
    claim = claims(text)[0]

    assert shown(claim.parties.recipients) == recipients


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Bosnian Serb forces attacked Croatia.", ["Bosnian Serb forces"]),
        ("Bosnian Serbs attacked Croatia.", ["Bosnian Serbs"]),
        ("Turkish Cypriot leaders condemned Greece.", ["Turkish Cypriot leaders"]),
        ("Kosovo Serbs attacked Albania.", ["Kosovo Serbs"]),
        ("The National Security Council of Kenya accused Somalia of an attack.", ["KEN"]),
        ('Saudi Arabia\'s execution of a man along with 12 "terrorists" shocked many.', ["SAU"]),
        ('The "freedom fighters" attacked Chad.', ["freedom fighters"]),
        ("Mr Macron condemned Mali.", ["FRA"]),
    ],
)
def test_words_before_or_beside_a_name_tell_whose_it_is(text: str, actors: list[str]) -> None:
    claim = claims(text)[0]

    assert shown(claim.parties.actors) == actors


@pytest.mark.parametrize(
    "text",
    [
        "Troops killed two rebels.",
        "The government and the opposition agreed to talk.",
        "The Peruvian minister told the Correo newspaper to wait.",
        "The Peruvian minister told news agencies to wait.",
    ],
)
def test_no_line_is_kept_of_nobody_who_is_known_or_of_what_the_press_is_told(text: str) -> None:
    found = claims(text)

    assert found == ()


def test_one_may_be_called_by_the_first_of_two_names() -> None:
    text = "The North Korean ambassador Kang Chol arrived. Kang accused Malaysia of lying."

    accused = claims(text)[-1]

    assert shown(accused.parties.actors) == ["PRK"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("US-Russian talks were held in Geneva.", ["USA", "RUS"]),
        ("Saudi-Iranian talks began in Oman.", ["SAU", "IRN"]),
        ("Poland and the Franco-German brigade held a drill.", ["POL", "DEU"]),
    ],
)
def test_words_of_two_names_name_both(text: str, actors: list[str]) -> None:
    (claim,) = claims(text)

    assert shown(claim.parties.actors) == actors


def test_what_goes_on_among_several_of_a_kind_names_none_of_them() -> None:
    found = claims("Inter-Korean dialogue resumed.")

    assert found == ()


def test_the_owner_of_forces_is_no_part_of_their_name() -> None:
    (claim,) = claims("Ghana criticised its army.")

    assert claim.parties.recipients[0].name == "army"


def test_who_visits_a_place_that_is_nobodys_does_not_visit_the_other_of_two() -> None:
    text = (
        "Peru and Chile met on Monday. Chile thanked Peru. Peru praised Chile. Peru and Chile signed a pact. "
        "Then the Peruvian minister visited the demilitarised zone."
    )

    visit = claims(text)[-1]

    assert visit.parties.recipients == ()


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "The ministers of Egypt and Sudan met. Ethiopia and Kenya signed a pact. The two countries agreed to talk.",
            ["ETH", "KEN"],
        ),
        (
            "India and China signed a pact. The wars in Syria and Ukraine went on. The two countries agreed to talk.",
            ["IND", "CHN"],
        ),
        ("Oman trained with Qatar and Yemen, with both countries agreeing to open a base.", ["QAT", "YEM"]),
        (
            "The Indian and Chinese premiers met. Their aides met, too. The four ministers agreed to talk.",
            ["IND", "CHN"],
        ),
    ],
)
def test_the_two_are_the_last_two_who_did_something_together(text: str, actors: list[str]) -> None:
    claim = claims(text)[-1]

    assert shown(claim.parties.actors) == actors
