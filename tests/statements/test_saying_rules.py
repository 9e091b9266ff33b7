from typing import Any

import pytest

from detente.errors import RuleError
from detente.rules.saying import CUES, load_sayings, sayings_of

PROOF: dict[str, Any] = {"examples": [{"text": "He said so."}], "not_examples": [{"text": "He sat."}]}
GROUP: dict[str, Any] = {"id": "saying/plain", "kind": "saying", "clause": ["say"], **PROOF}
CUE_ENTRIES: list[dict[str, Any]] = [{"id": cue, "words": ["word"], **PROOF} for cue in CUES]


def test_a_good_file_is_read() -> None:
    sayings = sayings_of({"group": [GROUP], "cue": CUE_ENTRIES})

    assert [w.word for w in sayings.by_verb["say"]] == ["say"]


@pytest.mark.parametrize(
    ("group", "reason"),
    [
        (GROUP | {"kind": "humming"}, "kind must be one of"),
        (GROUP | {"stance": "sulks"}, "stance must be one of"),
        (GROUP | {"colour": "red"}, "unknown key 'colour'"),
        (GROUP | {"not_examples": []}, "give the one that is missing"),
        (GROUP | {"examples": [{"speaker": "He"}]}, "an example needs its text"),
        (GROUP | {"examples": [{"text": "He said so.", "mood": "good"}]}, "unknown key 'mood'"),
        (GROUP | {"quote": ["hum", "hum"]}, "says 'hum' twice"),
    ],
)
def test_a_group_that_cannot_be_right_is_refused(group: dict[str, Any], reason: str) -> None:
    with pytest.raises(RuleError, match=reason):
        sayings_of({"group": [group], "cue": CUE_ENTRIES})


def test_one_word_in_two_groups_is_refused() -> None:
    with pytest.raises(RuleError, match="stands in saying/plain and saying/other"):
        sayings_of({"group": [GROUP, GROUP | {"id": "saying/other"}], "cue": CUE_ENTRIES})


def test_a_missing_cue_is_refused() -> None:
    with pytest.raises(RuleError, match="each once"):
        sayings_of({"group": [GROUP], "cue": CUE_ENTRIES[1:]})


def test_the_plainest_words_stand_first() -> None:
    assert load_sayings().plain.id == "saying/plain"
