"""A brief as a Word document."""

import sys
from io import BytesIO
from zipfile import ZipFile

import pytest
from factory import PAIR, World, name

from detente.errors import MissingPartError
from detente.views.brief import Scope, draft_brief
from detente.views.brief_parts import Brief
from detente.views.word import render_docx


def brief() -> Brief:
    return draft_brief(World().derived(), Scope(PAIR), name)


def inside(document: bytes) -> str:
    with ZipFile(BytesIO(document)) as opened:
        return opened.read("word/document.xml").decode()


def test_each_citation_leads_to_the_exact_words() -> None:
    told = brief()

    page = inside(render_docx(told))

    for citation in told.citations:
        assert f'w:anchor="q{citation.number}"' in page
        assert f'w:name="q{citation.number}"' in page


def test_a_document_begins_with_its_title_and_shows_the_charts() -> None:
    told = brief()

    with ZipFile(BytesIO(render_docx(told))) as opened:
        pictures = [n for n in opened.namelist() if n.startswith("word/media/")]
        page = opened.read("word/document.xml").decode()

    assert page.index(told.title) < page.index("Key judgements")
    assert len(pictures) == sum(
        one is not None for one in (told.illustrations.acts, told.illustrations.issues, told.illustrations.index)
    )


def test_two_runs_give_the_same_bytes() -> None:
    assert render_docx(brief()) == render_docx(brief())


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypandoc", None)

    with pytest.raises(MissingPartError, match="docx"):
        render_docx(brief())
