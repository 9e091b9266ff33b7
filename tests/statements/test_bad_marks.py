"""Quotation marks as no writer should set them."""

import pytest

from detente.domain.findings import Problem
from said import read, said, statements

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
