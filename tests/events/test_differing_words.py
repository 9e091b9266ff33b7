"""One quotation in two wordings."""

import pytest
from differing import said

SAID = 'Kenyan President William Ruto said: "We shall answer every provocation on the lake with {}."'


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("calm and strength", "calm and weakness", 1),
        ("calm and strength", "calm and strengths", 0),
        ("calm and strength", "calm", 0),
        ("the army of Kenya", "the army of Nairobi", 0),
        ("calm", "a smile, a song, a dance and a cake from the best baker of the town", 0),
    ],
)
def test_words_that_stand_for_one_another(one: str, other: str, expected: int) -> None:
    assert len(said(SAID.format(one), SAID.format(other))) == expected


def test_what_is_shown_of_a_wording() -> None:
    ((about, says),) = said(SAID.format("calm and strength"), SAID.format("calm and weakness"))

    assert (about, says) == ("the wording of what William Ruto said", ["“strength”", "“weakness”"])


def test_two_speakers_may_use_nearly_the_same_words() -> None:
    other = SAID.format("calm and weakness").replace("President William Ruto", "minister Alfred Mutua")

    assert said(SAID.format("calm and strength"), other) == []
