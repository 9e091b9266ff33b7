"""Outlets are known by their addresses, and by where a text names its own."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import RuleError
from detente.rules.furniture import load_furniture
from detente.rules.outlets import load_outlets, outlet_of, read_outlets
from detente.text.outlets import outlet_in
from detente.text.passages import lay_out

OUTLETS = load_outlets()
PROSE = "The two ministers met in Riga on Monday and agreed to reopen the bridge, the BBC and Reuters reported."
OUTLET = {"name": "A", "country": "LVA", "domains": ["a.lv"]}
MARK = {
    "id": "m",
    "patterns": ["by OUTLET"],
    "where": "furniture",
    "examples": [{"text": "by A", "outlet": "A"}],
    "not_examples": ["A"],
}


def _outlet(text: str) -> str | None:
    return outlet_in(text, lay_out(text, load_furniture()).furniture, OUTLETS)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.bbc.com/news/world-1", "BBC News"),
        ("http://edition.cnn.com/2021/05/03/x.html", "CNN"),
        ("english.kyodonews.net/x", "Kyodo News"),
        ("https://gazette.example/x", None),
        ("", None),
        ("http://[broken", None),
    ],
)
def test_an_address_tells_its_outlet(url: str, name: str | None) -> None:
    assert outlet_of(url) == name


@given(st.text())
def test_any_address_is_looked_up_without_error(url: str) -> None:
    assert outlet_of(url) is None or outlet_of(url)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"RIGA (Reuters) - {PROSE}", "Reuters"),
        (f"{PROSE}\n\n© 2021 The Associated Press. All rights reserved.", "Associated Press"),
        (f"{PROSE}\n\nCopyright 2021 Fjord Courier Publishers Ltd. All rights reserved.", "Fjord Courier"),
        (f"{PROSE}\n\nCopyright 2021 Ltd. All rights reserved.", None),
        (f"{PROSE}\n\ndailysabah.com", "Daily Sabah"),
        (f"{PROSE}\n\nfjord-courier.no", "fjord-courier.no"),
        (f"{PROSE}\n\nbridge.JPG", None),
        (PROSE, None),
        ("", None),
    ],
)
def test_a_text_names_its_own_outlet_and_not_those_that_it_quotes(text: str, outlet: str | None) -> None:
    assert _outlet(text) == outlet


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ({"outlet": [{**OUTLET, "land": "x"}]}, "unknown key 'land'"),
        ({"outlet": [{**OUTLET, "country": "Latvia"}]}, "three letters of a country"),
        ({"outlet": [{**OUTLET, "domains": ["a.lv/x"]}]}, "without a path"),
        ({"outlet": [OUTLET, {**OUTLET, "name": "B"}]}, "a.lv belongs to A already"),
        ({"mark": [{**MARK, "where": "top"}]}, "where .start or furniture. are all needed"),
        ({"mark": [{**MARK, "examples": []}]}, "are all needed"),
    ],
)
def test_knowledge_that_cannot_be_right_is_refused(content: dict[str, Any], complaint: str) -> None:
    with pytest.raises(RuleError, match=complaint):
        read_outlets(content)
