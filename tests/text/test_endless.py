"""Texts that nobody would write: each is read in short time, or what is left unread is told with its place."""

import pytest

from detente.domain.findings import Stage
from detente.domain.reports import Report
from detente.pipeline import read
from detente.rules.furniture import load_furniture
from detente.text.passages import BEGINNING, lay_out
from detente.text.shapes import LONGEST_SENTENCE
from reading import tools

CUES = load_furniture()
STATES = "Kenya, Norway, Latvia, "
AFTER = "Kenya imposed sanctions on Norway on Monday."


def _endless(words: str) -> str:
    return words * (LONGEST_SENTENCE // len(words) + 1)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("sanction ", id="one word"),
        pytest.param(STATES, id="names in one sentence"),
        pytest.param("(Kenya ", id="nested brackets"),
        pytest.param("3 March 2031, ", id="days in one line"),
        pytest.param("“we say ", id="quotations that nobody closes"),
        pytest.param("Kenya met Norway and warned Latvia, and ", id="coordinated clauses"),
        pytest.param("x", id="no blank"),
    ],
)
def test_what_has_no_end_is_not_read_and_the_rest_is(words: str) -> None:
    text = f"{_endless(words).strip()}\n\n{AFTER}"

    layout = lay_out(text, CUES)

    assert [text[p.start : p.end] for p in layout.passages] == [AFTER]
    assert [(span.start, text[span.end :]) for span in layout.endless] == [(0, f"\n\n{AFTER}")]


def test_a_long_paragraph_of_sentences_is_read() -> None:
    text = _endless(f"{AFTER} ").strip()

    assert lay_out(text, CUES).endless == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kenya met Norway" + "." * 400_000, id="stops"),
        pytest.param("@" * 400_000 + " one@two.org " * 20_000, id="signs of addresses"),
        pytest.param('"' * 1_000_000, id="quotation marks"),
        pytest.param("‘a " * 100_000, id="opening marks"),
    ],
)
def test_marks_without_end_are_laid_out_in_one_pass(text: str) -> None:
    layout = lay_out(text, CUES)

    assert layout.passages == ()


def test_an_endless_sentence_is_a_problem_with_its_place() -> None:
    words = _endless(STATES)
    report = Report(f"{AFTER}\n\n{words}", path="a/long.txt")

    found = read(report, tools())

    assert len(found.claims) == 1
    assert [(p.stage, p.path, p.report_id, p.span and report.quote(p.span).exact) for p in found.problems] == [
        (Stage.TEXT, "a/long.txt", report.id, words[:BEGINNING])
    ]
