"""Quotation marks as no writer should set them."""

import pytest

from detente.domain.findings import Problem
from said import inside, quotations, read, said, statements

LONG = " ".join(f"The gate number {n} will open on the day we choose." for n in range(1000))


def test_the_marks_of_three_languages_stand_in_one_line() -> None:
    line = "Ruto said “we agree”, Macron said « nous sommes d’accord », and Scholz said „wir sind einig“ on Monday."

    assert [words for _, words in said(line)] == ["we agree", "nous sommes d’accord", "wir sind einig"]


def test_ten_thousand_words_are_one_quotation() -> None:
    assert said(f"Ruto said: “{LONG}”") == [("Ruto", LONG)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ruto said: “We shall answer.\n\nThe others left the hall.", id="never closed"),
        pytest.param("Ruto said: “We “shall” answer “all.\n\nThe others” left the hall.", id="crossed"),
        pytest.param('Ruto said “we agree», Macron said « we do” and „so it is" there.\n\nAll left.', id="mixed"),
        pytest.param("“" * 900 + "\n\n" + "” « ‘" * 900, id="nothing but marks"),
    ],
)
def test_no_statement_is_longer_than_its_paragraph(text: str) -> None:
    assert not any("\n\n" in statement.quote.exact for statement in statements(text))


def test_a_mark_that_is_never_closed_is_a_problem() -> None:
    found = read("Ruto said: “We shall answer every ship that comes.\n\nThe others left the hall.")

    assert any(isinstance(one, Problem) for one in found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\"We will not yield,' Ruto said. The others left.", id="double and single"),
        pytest.param("'We will not yield,\" Ruto said. The others left.", id="single and double"),
        pytest.param('“We will not yield,’ Ruto said. "They will," the envoy answered.', id="curly"),
        pytest.param("\"We will not yield,' Ruto said. The farmers' envoy left.", id="before an apostrophe"),
        pytest.param("\"We will not yield,' Ruto said. The envoy called it 'a mistake\" there.", id="twice"),
    ],
)
def test_a_mark_of_the_other_kind_closes_behind_a_comma(text: str) -> None:
    assert ("Ruto", "We will not yield,") in said(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ruto called the move 'unfriendly\" and left the hall.", id="single and double"),
        pytest.param("Ruto called the move \"unfriendly' and left the hall.", id="double and single"),
        pytest.param("Ruto called the move «unfriendly,' and left the hall.", id="a mark that nobody mistypes"),
    ],
)
def test_a_mark_of_the_other_kind_within_a_sentence_is_a_problem(text: str) -> None:
    assert [q.is_open for q in quotations(text)] == [True]


def test_a_stray_single_mark_does_not_close_what_a_double_one_does() -> None:
    assert inside('Ruto said: "The gates are shut,\' and the port is closed."') == [
        "The gates are shut,' and the port is closed."
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('The "experts" said the port was closed.', '"experts"'),
        ('The Latvian "peace envoys" warned that the talks would fail.', 'Latvian "peace envoys"'),
    ],
)
def test_a_speaker_in_doubtful_marks_speaks_and_his_name_is_not_spoken(text: str, speaker: str) -> None:
    found = statements(text)

    assert [(s.speaker.label, s.is_direct) for s in found] == [(speaker, False)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('The "Morning Star" said the ferry had sunk.', id="a ship"),
        pytest.param('The "peace envoys of the big northern neighbours" said the port was closed.', id="too long"),
        pytest.param('The "closed" port was reopened.', id="no speaker"),
    ],
)
def test_other_subjects_in_marks_do_not_speak(text: str) -> None:
    assert statements(text) == []
