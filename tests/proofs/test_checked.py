"""What a proof says of a sentence."""

import pytest

from detente.proofs.checked import MISSED, TAKEN, Rule

RULE = Rule("acts/aid.toml", "aid/give")


@pytest.mark.parametrize(
    ("found", "wanted", "fault"),
    [
        (["KEN"], ["KEN"], None),
        (["KEN", "UGA"], ["KEN"], "gives KEN + UGA, not KEN"),
        ([], "AID", "gives nothing, not AID"),
        (None, 3, "gives nothing, not 3"),
    ],
)
def test_a_fault_tells_what_comes_out_and_what_should(found: object, wanted: object, fault: str | None) -> None:
    assert RULE.gives("Kenya fed Uganda.", found, wanted).fault == fault


@pytest.mark.parametrize(("is_found", "faults"), [(True, (None, TAKEN)), (False, (MISSED, None))])
def test_an_example_is_to_be_found_and_a_not_example_to_be_left(is_found: bool, faults: tuple[str | None, ...]) -> None:  # noqa: FBT001 - a table of truth
    checked = (RULE.finds("Kenya fed Uganda.", is_found=is_found), RULE.leaves("Kenya fed.", is_found=is_found))

    assert tuple(c.fault for c in checked) == faults
