"""Knowledge without proofs, or that contradicts itself, is not read."""

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from detente.errors import RuleError
from detente.rules import anaphora, contraries, given_roles, sameness

PROOF = {"examples": [["a", "b"]], "not_examples": [["a", "c"]]}
SAME = {"kinds": [], **dict.fromkeys(sameness.GROUPS, PROOF)}


@pytest.mark.parametrize(
    ("module", "load", "content", "trouble"),
    [
        (anaphora, anaphora.load_anaphora, {"acts": {"nouns": ["move"]}}, "anaphora.toml: acts: a group of cues has"),
        (contraries, contraries.load_contraries.__wrapped__, {"denial": {}}, "denial: a group of words has examples"),
        (
            given_roles,
            given_roles.load_given_roles.__wrapped__,
            {"posts": {}, "qualifiers": {}},
            "the posts have examples and not_examples",
        ),
        (
            sameness,
            sameness.load_sameness.__wrapped__,
            {**SAME, "once": {"types": ["CONSULT"]}},
            "a group of types or words has examples",
        ),
        (
            sameness,
            sameness.load_sameness.__wrapped__,
            {**SAME, "near": {"words": [["aid", "help"], ["help", "hand"]], **PROOF}},
            "'help' stands in two groups of words",
        ),
    ],
)
def test_data_that_cannot_be_right_is_refused(
    monkeypatch: pytest.MonkeyPatch,
    module: ModuleType,
    load: Callable[[], object],
    content: dict[str, Any],
    trouble: str,
) -> None:
    monkeypatch.setattr(module, "read_toml", lambda _: content)

    with pytest.raises(RuleError, match=trouble):
        load()
