"""Each cue does what its examples say, alone and in a report; knowledge without proof is not read."""

from typing import Any

import pytest

from detente.errors import RuleError
from detente.rules.furniture import compile_pattern, load_furniture, read_furniture

FURNITURE = load_furniture()
BEFORE = "The two foreign ministers met in Riga on Monday and agreed to reopen the bridge before the winter."


def _entry(**changes: object) -> dict[str, Any]:
    entry = {"id": "a", "reach": "line", "patterns": ["sign up"], "examples": ["Sign up"], "not_examples": ["Signed."]}
    return {**entry, **changes}


def _content(*cues: dict[str, Any]) -> dict[str, Any]:
    group = {"words": ["mr"], "examples": ["Mr. Roe"], "not_examples": ["It ended."]}
    return {"cue": list(cues), "abbreviations": group, "openers": group, "plain": group, "endings": group}


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        (_entry(pattern="x"), "unknown key 'pattern'"),
        (_entry(id=""), "needs an id"),
        (_entry(examples=[]), "examples is missing"),
        (_entry(not_examples=[]), "not_examples is missing"),
        (_entry(reach="page"), "'page' is not a valid Reach"),
        (_entry(patterns=["* NAME"]), "holds no word of its own"),
        (_entry(patterns=["sign {up|in"]), "a bracket that is not closed"),
    ],
)
def test_a_cue_that_cannot_be_right_is_refused(entry: dict[str, Any], complaint: str) -> None:
    with pytest.raises(RuleError, match=complaint):
        read_furniture(_content(entry))


def test_a_cue_that_is_there_twice_is_refused() -> None:
    with pytest.raises(RuleError, match="the id 'a' stands twice"):
        read_furniture(_content(_entry(), _entry()))


def test_words_without_proof_are_refused() -> None:
    content = _content(_entry())
    content["plain"] = {"words": ["the"]}

    with pytest.raises(RuleError, match=r"furniture.toml: plain: words, examples"):
        read_furniture(content)


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("sign {up|in} [now]", "Please sign in now, Jo", "sign in now"),
        ("^ tags : *", "Tags: fish and oil", "Tags: fish"),
        ("by NAME $", "By Jo van der Doe", "By Jo van der Doe"),
        ("a \\| {b \\| c|d}", "a | b | c", "a | b | c"),
        ("don't miss", "Don’t miss it", "Don’t miss"),
        ("© YEAR", "© 2021", "© 2021"),
    ],
)
def test_the_pattern_language_says_what_it_means(pattern: str, text: str, found: str) -> None:
    match = compile_pattern(pattern).find(text, text.casefold())

    assert match
    assert match.group() == found


def test_an_exact_pattern_minds_capitals() -> None:
    pattern = compile_pattern("Read More", is_exact=True)

    assert not pattern.find("read more", "read more")


def test_cues_for_a_text_find_all_that_all_cues_find() -> None:
    text = f"{BEFORE}\n\nSubscribe to our newsletter and never miss a headline."

    narrowed = FURNITURE.for_text(text)

    assert 0 < len(narrowed.cues) < len(FURNITURE.cues)
    assert [cue.id for cue in narrowed.cues if cue.find(text, text.casefold())] == [
        cue.id for cue in FURNITURE.cues if cue.find(text, text.casefold())
    ]
