"""Languages show by their little words and letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import RuleError
from detente.rules.languages import load_languages, read_languages
from detente.text.languages import is_foreign, language_of

CUES = load_languages()
ENTRY = {"code": "xx", "name": "X", "words": ["ab"], "examples": ["ab"], "not_examples": ["c"]}


def test_english_with_foreign_names_is_english() -> None:
    text = (
        "The leader of La Liga de la Gente and Die Linke said in El País that he would go, and he left for Las Palmas."
    )

    assert language_of(text, CUES).code == "en"


def test_a_text_of_a_few_words_is_given_the_benefit_of_the_doubt() -> None:
    assert language_of("Dos ministros", CUES).code == "en"


def test_a_long_text_without_known_little_words_is_strange() -> None:
    assert language_of("lorem ipsum dolor sit amet consectetur " * 20, CUES).code == "und"


def test_a_language_without_words_here_is_not_taken_for_one_that_shares_a_few() -> None:
    text = "Mae'r gweinidogion wedi cytuno ar un cyfarfod yn y gwanwyn ond nid ydynt yn gwybod ble y bydd " * 5

    assert language_of(text, CUES).name == "another language than English"


def test_a_list_of_names_with_a_foreign_article_stays_english() -> None:
    text = "Lima, Quito, Bogota, La Paz, Santiago, Asuncion, Montevideo, Brasilia, Caracas, Panama, San Jose"

    assert language_of(text, CUES).code == "en"


@given(st.text())
def test_any_text_has_a_language(text: str) -> None:
    assert language_of(text, CUES).name


def test_an_english_sentence_is_not_foreign() -> None:
    assert not is_foreign("No, no, de Gaulle said of la France.", CUES, frozenset())


def test_a_french_sentence_is_foreign() -> None:
    assert is_foreign("Vous ne pouvez lire que sur un seul appareil.", CUES, frozenset())


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ({"language": [{**ENTRY, "word": "x"}]}, "unknown key 'word'"),
        ({"language": [{**ENTRY, "code": 3}]}, "needs a code and a name"),
        ({"language": [{**ENTRY, "examples": []}]}, "examples and not_examples are all needed"),
        ({"language": [ENTRY, ENTRY]}, "the code .xx. stands twice"),
    ],
)
def test_knowledge_that_cannot_be_right_is_refused(content: dict[str, object], complaint: str) -> None:
    with pytest.raises(RuleError, match=complaint):
        read_languages(content)
