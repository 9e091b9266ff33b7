"""Stories of the data on numbers: what it refuses."""

import tomllib
from typing import Any

import pytest

from detente.errors import RuleError
from detente.rules.numbers import lexemes, number_rules
from detente.rules.toml import DATA


def numbers() -> dict[str, Any]:
    return tomllib.loads((DATA / "numbers.toml").read_text(encoding="utf-8"))


def test_an_unknown_section_is_refused() -> None:
    data = numbers() | {"colours": {}}

    with pytest.raises(RuleError, match="colours"):
        number_rules(data)


def test_rules_without_proofs_are_refused() -> None:
    data = numbers() | {"examples": []}

    with pytest.raises(RuleError, match="examples"):
        number_rules(data)


def test_a_word_with_two_meanings_is_refused() -> None:
    data = numbers()
    data["units"]["leagues"] = ["yen"]

    with pytest.raises(RuleError, match="yen"):
        number_rules(data)


def test_lexemes_cut_numbers_from_what_is_glued_to_them() -> None:
    words = [x.text for x in lexemes("US$1,250.5bn, 27-nation U.S. deal")]

    assert words == ["US", "$", "1,250.5", "bn", ",", "27", "-", "nation", "U.S.", "deal"]
