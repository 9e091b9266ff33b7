"""The day of a statement."""

from datetime import date

import pytest

from reading import a_report, findings, settled

OUT = date(2031, 5, 9)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ('On Monday, the president of Peru said: "We will close the road to Chile."', ["Monday"]),
        ("Peru's minister said on Wednesday that it would recall its envoy on Friday.", ["Wednesday"]),
        ("Peru's minister said that it would recall its envoy on Friday.", [None]),
        ('"We meet Chile on Tuesday," the president of Peru said.', [None]),
        ('"This is wrong," the president of Peru said last Sunday. "It hurts all of us."', ["last Sunday"]),
        ('On Monday "nobody knows who wrote these words" was on a wall in Lima in Peru.', []),
    ],
)
def test_a_statement_has_the_phrase_of_its_saying(text: str, phrases: list[str | None]) -> None:
    found = findings(text).statements

    assert [s.time.exact if s.time else None for s in found][: len(phrases)] == phrases


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Peru's minister said on Wednesday that Chile was wrong.", date(2031, 5, 7)),
        ("Peru's minister said that Chile was wrong.", OUT),
        ("Peru's minister said some weeks ago that Chile was wrong.", OUT),
    ],
)
def test_a_statement_is_of_the_day_that_the_words_tell_or_of_its_report(text: str, day: date) -> None:
    (spoken,) = settled(a_report(text)).statements

    assert spoken.when.earliest == day
