"""Where a thing was and what brought it down, as parties tell it."""

import pytest
from differing import classes, disagreements

KENYA = "Kenya said on Thursday that a Chadian plane violated its airspace. "


def test_each_party_places_the_plane_elsewhere() -> None:
    (found,) = disagreements(KENYA + "Chad said the plane was flying over Sudan.")

    assert [(found.klass, found.about)] + [s.says for s in found.sides] == [
        ("place", "where the aircraft was"),
        "Kenya said “violated its airspace”",
        "Chad said “flying over Sudan”",
    ]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Chad said the plane was in international airspace.", ["place"]),
        ("Chad said the plane did not enter Kenyan airspace.", ["place"]),
        ("Chad said the plane was flying over Kenya by mistake.", []),
        ("Chad said the ship was in international waters.", []),
        ("Chad said a Libyan plane was flying over Sudan.", []),
        ("Kenya said the plane was flying over Sudan an hour before.", []),
        ("The plane was flying over Sudan.", []),
        ("Chad said the plane did not fly over Sudan.", []),
    ],
)
def test_what_answers_a_place(answer: str, expected: list[str]) -> None:
    assert classes(KENYA + answer) == expected


def test_far_down_in_a_report_another_plane_is_meant() -> None:
    between = "Kenya is a state. " * 14

    assert classes(KENYA + between + "Chad said the plane was flying over Sudan.") == []


def test_two_causes_of_one_fall() -> None:
    (found,) = disagreements(
        "Kenya said two of its jets shot down a Chadian drone.",
        "Chad said the drone crashed because of an engine failure.",
    )

    assert (found.klass, found.about) == ("cause", "what brought the drone down")


def test_one_cause_of_one_fall() -> None:
    found = classes(
        "Kenya said two of its jets shot down a Chadian drone.", "Chad said the drone was shot down by fighters."
    )

    assert found == []
