from hypothesis import given
from hypothesis import strategies as st

from detente.claims.attributing import statement_at
from detente.domain.findings import Statement
from detente.domain.spans import Span
from said import read, statements

TEXT = 'Ana Silva said the ferry was "lost at sea" and would not come. It rained.'


def test_the_shortest_statement_around_a_place_is_found() -> None:
    at = TEXT.index("sea")

    found = statement_at(statements(TEXT), Span(at, at + 3))

    assert found is not None
    assert found.text == "lost at sea"


def test_outside_all_words_there_is_no_statement() -> None:
    at = TEXT.index("rained")

    assert statement_at(statements(TEXT), Span(at, at + 6)) is None


@given(
    st.lists(st.sampled_from(["“", "”", '"', "'", "\n\n", "I said", "he said,", "Ana Silva", "told us: ", "the sea. "]))
)
def test_any_text_is_read_and_every_word_stands_where_it_says(parts: list[str]) -> None:
    text = " ".join(parts)

    found = [s for s in read(text) if isinstance(s, Statement)]

    assert all(q.exact == text[q.span.start : q.span.end] for s in found for q in (s.quote, *s.stretches))
