"""What a reader may have meant who asked for nothing that is there."""

from dataclasses import replace

import pytest
from factory import World

from detente.domain.ids import IssueId
from detente.views.selection import Selection


@pytest.mark.parametrize(
    ("selection", "near"),
    [
        pytest.param(Selection(by="Elesar"), ("Elessar",), id="a misspelt speaker"),
        pytest.param(Selection(by="Gondr"), ("king of Gondor",), id="a word of his role"),
        pytest.param(Selection(about="border roads"), ("border-road",), id="an issue"),
        pytest.param(Selection(by="Sauron"), (), id="nothing like it"),
        pytest.param(Selection(), (), id="nothing asked"),
    ],
)
def test_names_that_are_written_nearly_so(selection: Selection, near: tuple[str, ...]) -> None:
    derived = World().derived()
    statements = tuple(replace(words, issues=(IssueId("border-road"),)) for words in derived.statements)

    assert selection.near(replace(derived, statements=statements)) == near
