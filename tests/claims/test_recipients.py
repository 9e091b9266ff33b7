"""Who may stand as the recipient of a claim: somebody, never a thing or an act."""

import pytest

from reading import claims


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chile said it would respond in kind.", []),
        ("Kenya welcomed the outcome.", []),
        ("Kenya welcomed the outcome and Uganda's offer.", ["Uganda"]),
        ("Kenya welcomed the survivors.", ["survivors"]),
        ("Kenya deployed troops to the Strait of Hormuz.", []),
        ("Kenya condemned John Smith.", ["John Smith"]),
        ("Latvia expelled the Belarusian consul and three other diplomats.", ["Belarus"]),
        ("Kenya and Uganda accused each other of lying.", []),
    ],
)
def test_a_recipient_is_somebody(text: str, names: list[str]) -> None:
    (claim,) = claims(text)

    assert [party.name for party in claim.parties.recipients] == names
