import sys

import pytest
from factory import PAIR, World, name
from lxml import html

from detente.errors import MissingPartError
from detente.views.brief import Scope, draft_brief
from detente.views.brief_parts import Brief
from detente.views.charts import index_chart
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


def test_a_pdf_is_made() -> None:
    made = render_pdf(brief(), index_chart((), ("Arnor", "Gondor")))

    assert made.startswith(b"%PDF-")


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)

    with pytest.raises(MissingPartError, match="libpango"):
        render_pdf(brief())
