"""What sets reports against one another does not load without its proofs."""

import pytest

from detente.errors import RuleError
from detente.rules.alike import read_alike
from detente.rules.contraries import read_contraries
from detente.rules.disputes import read_disputes
from detente.rules.toml import DATA, read_toml


def without_proof(file: str, group: str) -> dict[str, object]:
    content = read_toml(DATA / file)
    return {**content, group: {**content[group], "examples": []}}


def test_names_of_one_thing() -> None:
    with pytest.raises(RuleError, match="same"):
        read_alike(without_proof("alike.toml", "same"))


def test_counting_words() -> None:
    with pytest.raises(RuleError, match="vague"):
        read_contraries(without_proof("contraries.toml", "vague"))


def test_patterns_of_places() -> None:
    with pytest.raises(RuleError, match="place"):
        read_disputes(without_proof("disputes.toml", "place"))
