"""Turns of speech that tell of no act."""

import pytest

from detente.domain.acts import ActType
from detente.errors import RuleError
from detente.rules.idioms import idioms_of
from detente.rules.patterns import Grammar

GRAMMAR = Grammar(frozenset({"on"}), {})
WHOLE = {"not": ["ASSAULT"], "clauses": ["strike {tone}"], "examples": ["a"], "not_examples": ["b"]}


def test_an_idiom_is_found_by_its_word() -> None:
    found = idioms_of({"idiom": [WHOLE]}, GRAMMAR)

    assert found["strike"][0].types == {ActType.ASSAULT}


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        ({"not": []}, "an idiom has the types"),
        ({"examples": []}, "an idiom has the types"),
        ({"clauses": ["strike $"]}, "has no meaning in a pattern"),
        ({"types": ["ASSAULT"]}, "unknown key 'types'"),
    ],
)
def test_an_idiom_without_its_proofs_or_sense_is_refused(change: dict[str, list[str]], trouble: str) -> None:
    content = {"idiom": [{**WHOLE, **change}]}

    with pytest.raises(RuleError, match=trouble):
        idioms_of(content, GRAMMAR)
