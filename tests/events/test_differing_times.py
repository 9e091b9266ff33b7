"""Deadlines, times that are named, and what cannot be counted yet."""

import pytest
from differing import classes, disagreements

FIRST = "Kenya had set 8 July as the deadline for an answer by Chad."


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("The window that Kenya gave Chad was due to close on July 9.", ["on 8 July", "on 9 July"]),
        ("Kenya set Chad a deadline of 8 July.", []),
        ("Kenya extended the deadline for Chad to 9 July.", []),
        ("Kenya set Chad a deadline of 30 September.", []),
        ("Kenya set Chad a deadline of 9 July. It gave Chad a deadline of 10 July for the rest.", []),
        ("Kenya extended the deadline for Chad to 9 July. The deadline for Kenya and Chad is now 9 July.", []),
        ("The deadline for the contest is 9 July.", []),
    ],
)
def test_the_day_on_which_a_deadline_ends(other: str, expected: list[str]) -> None:
    found = [d for d in disagreements(FIRST, other) if d.klass == "date"]

    assert [s for d in found for s in sorted(side.says for side in d.sides)] == expected


def test_words_can_tie_two_deadlines_where_no_names_do() -> None:
    found = classes(
        "Kenya spoke. The deadline that the mediators set for the release of the sailors is 8 July.",
        "Kenya spoke. The mediators gave until 9 July as the deadline for the release of the sailors.",
    )

    assert found == ["date"]


RUTO = "Kenyan President William Ruto said further curbs on Chad could follow in the coming {}."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("days and weeks", "weeks and months", ["wording"]),
        ("days", "days", []),
    ],
)
def test_one_speaker_and_two_times(one: str, other: str, expected: list[str]) -> None:
    assert classes(RUTO.format(one), RUTO.format(other)) == expected


def test_two_speakers_name_their_own_times() -> None:
    found = classes(
        RUTO.format("days"), "Kenyan minister Alfred Mutua said further curbs on Chad could follow within weeks."
    )

    assert found == []


def test_two_announcements_of_one_speaker() -> None:
    found = classes(RUTO.format("days"), "Kenyan President William Ruto said he would rest within weeks.")

    assert found == []


def test_in_one_report_a_speaker_may_name_two_times() -> None:
    assert classes(RUTO.format("days") + " " + RUTO.format("weeks")) == []


def test_what_is_past_set_against_what_has_still_to_come() -> None:
    (found,) = disagreements("Kenya and Chad met 12 times last year, more than in the next two years combined.")

    assert (found.klass, found.about) == (
        "impossible",
        "how “last year” can be compared with “the next two years combined”",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Chad met 12 times last year, more than in the past two years combined.",
        "Kenya and Chad will meet more often in the next two years combined than last year.",
        "Kenya said that it met Chad 12 times last year, and it plans more for the next two years combined.",
    ],
)
def test_what_can_be_compared(text: str) -> None:
    assert classes(text) == []
