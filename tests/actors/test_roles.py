from typing import Any

import pytest

from detente.errors import RuleError
from detente.rules.roles import load_roles

GOOD = {"id": "x", "sector": "GOV", "stands": "state", "words": ["vizier"], "examples": ["a"], "not_examples": ["b"]}


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        ({"role": [{**GOOD, "sector": "BOSS"}]}, "no PLOVER sector"),
        ({"role": [{**GOOD, "examples": []}]}, "examples and not_examples"),
        ({"role": [{**GOOD, "colour": "red"}]}, "unknown key 'colour'"),
        ({"role": [GOOD, {**GOOD, "id": "y"}]}, "'vizier' stands in role 'x' already"),
        ({"role": [GOOD], "modifier": [{**GOOD, "stands": "state"}]}, "unknown key 'stands'"),
    ],
)
def test_roles_that_cannot_be_right_are_refused(content: dict[str, Any], trouble: str) -> None:
    with pytest.raises(RuleError, match=trouble):
        load_roles(content)


def test_a_modifier_beside_no_role_is_refused() -> None:
    modifier = {k: v for k, v in GOOD.items() if k != "stands"} | {"beside": ["y"]}

    with pytest.raises(RuleError, match="no role is called 'y'"):
        load_roles({"role": [GOOD], "modifier": [modifier]})
