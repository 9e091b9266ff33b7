"""What one party says and another denies."""

import pytest
from differing import classes, disagreements

BLAME = '"Chad carried out the attack on the two ferries," Kenyan Foreign Minister Alfred Mutua said. '


def test_a_state_that_denies_what_another_says_it_did() -> None:
    (found,) = disagreements(BLAME, "Chad has denied any role in the attack on two ferries.")

    assert (found.klass, found.about) == ("party", "whether Chad was behind the attack")


@pytest.mark.parametrize(
    ("blame", "denial", "expected"),
    [
        (
            "Kenya blamed Chad on Thursday for an attack on two ferries.",
            "Chad has denied any role in the attack on two ferries.",
            1,
        ),
        (
            "Kenya blamed Chad on Thursday for an attack on two ferries.",
            "Sudan has denied any role in the attack on two ferries.",
            0,
        ),
        (
            "Kenya blamed Chad on Thursday for a blast in the port.",
            "Chad has denied any role in the attack on two ferries.",
            0,
        ),
        ("Chad carried out the attack on two ferries.", "Chad has denied any role in the attack on two ferries.", 0),
        (
            "Kenya blamed Chad on Thursday for an attack on two ferries.",
            "Chad has denied any part in the ferry trade.",
            0,
        ),
        (
            "Chad said Chad was behind the attack on two ferries.",
            "Chad has denied any role in the attack on two ferries.",
            0,
        ),
        (BLAME + BLAME, "No one knows of the ferries.", 0),
    ],
)
def test_who_was_behind_an_act(blame: str, denial: str, expected: int) -> None:
    assert classes(blame, denial).count("party") == expected


def test_a_plain_fact_that_another_flatly_denies() -> None:
    (found,) = disagreements(
        '"The islands are armed," Kenyan Foreign Minister Alfred Mutua said on Thursday. '
        '"The islands are not armed," Chadian Foreign Minister Mahamat Saleh Annadif said.'
    )

    assert (found.klass, found.about) == ("occurrence", "whether it is true that “The islands are not armed”")


@pytest.mark.parametrize(
    "answer",
    [
        '"We will not arm the islands," Chadian Foreign Minister Mahamat Saleh Annadif said.',
        '"The lakes are not deep," Chadian Foreign Minister Mahamat Saleh Annadif said.',
        '"The islands are armed," Chadian Foreign Minister Mahamat Saleh Annadif said.',
        '"The islands are not armed," Kenyan President William Ruto said.',
        '"The islands are not armed," the report says.',
        '"We wish that the islands are not armed," Chadian Foreign Minister Mahamat Saleh Annadif said.',
    ],
)
def test_what_denies_nothing_that_another_said(answer: str) -> None:
    text = '"The islands are armed," Kenyan Foreign Minister Alfred Mutua said on Thursday. '

    assert classes(text + answer) == []


def test_who_only_passes_on_what_another_says_is_no_party() -> None:
    found = classes(
        "Kenya said that a Chadian plane violated its airspace. "
        "The Sudan Tribune reports that Kenya said the plane was flying over Sudan."
    )

    assert found == []
