import sys

import pytest
from factory import PAIR, World, name
from lxml import html

from detente.errors import MissingPartError
from detente.views.brief import Scope, draft_brief
from detente.views.brief_parts import Brief
from detente.views.paper import paper_html, render_pdf


def brief() -> Brief:
    return draft_brief(World().derived(), Scope(PAIR), name)


def test_each_quote_is_a_footnote_where_it_is_first_needed() -> None:
    page = html.document_fromstring(paper_html(brief()))

    notes = [note.text_content() for note in page.cssselect(".footnote")]
    called = {str(call.get("href")) for call in page.cssselect("a.cite")}

    assert notes[0].startswith("[1] “")
    assert len(notes) == len(set(notes))
    assert called <= {f"#{note.get('id')}" for note in page.cssselect(".footnote")}


def test_paper_has_no_menu() -> None:
    page = html.document_fromstring(paper_html(brief()))

    assert page.cssselect("nav, .skip, #quotes") == []


def test_paper_has_the_charts_in_the_light_look_with_their_words() -> None:
    page = html.document_fromstring(paper_html(brief()))

    pictures = page.cssselect("figure img")

    assert pictures
    assert all(p.get("src", "").startswith("data:image/svg+xml;base64,") and p.get("alt") for p in pictures)
    assert page.cssselect("source, details") == []


def test_a_pdf_is_made() -> None:
    made = render_pdf(brief())

    assert made.startswith(b"%PDF-")


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)

    with pytest.raises(MissingPartError, match="libpango"):
        render_pdf(brief())
