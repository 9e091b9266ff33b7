from typing import Any

import pytest

from detente.errors import RuleError
from detente.rules.times import read_times

GOOD = {
    "id": "day",
    "pattern": "MONTH",
    "means": "calendar",
    "examples": ["In [May]. => 2023-05"],
    "not_examples": ["No."],
}
CLASSES = {"MONTH": {"may": 5}}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({"class": CLASSES, "words": {}}, "unknown key 'words'"),
        ({"class": CLASSES, "form": [GOOD | {"regex": "x"}]}, "unknown key 'regex'"),
        ({"class": CLASSES, "form": [GOOD, GOOD]}, "the id .day. stands twice"),
        ({"class": CLASSES, "form": [GOOD | {"examples": []}]}, "needs examples and not_examples"),
        (
            {"class": CLASSES, "form": [GOOD | {"examples": ["In May."]}]},
            r"an example is a sentence with \[the phrase\]",
        ),
        ({"class": CLASSES, "form": [GOOD | {"means": ""}]}, "needs an id and what it means"),
        ({"class": CLASSES, "form": [GOOD | {"pattern": ""}]}, "needs a pattern"),
        ({"class": CLASSES, "form": [GOOD | {"pattern": "{MONTHS}"}]}, "there is no piece"),
        ({"class": CLASSES, "form": [GOOD | {"pattern": "( MONTH"}]}, "lacks a closing bracket"),
        ({"class": CLASSES, "form": [GOOD | {"pattern": "MONTH ) of"}]}, "cannot go on at"),
        ({"class": CLASSES, "form": [GOOD | {"pattern": "( MONTH )?"}]}, "could be nothing at all"),
        ({"class": CLASSES, "form": [GOOD | {"pattern": "MOON"}]}, "which nothing is"),
        ({"class": {"MONTH": {"may": 5, "May": 5}}}, "stands twice"),
        ({"class": CLASSES, "tense": {"forward": []}}, "unknown key 'forward'"),
        (
            {"class": CLASSES, "feast": [{"id": "x", "names": ["x"]}]},
            "needs a month, a distance from Easter or a table",
        ),
        ({"class": CLASSES, "feast": [{"id": "x", "month": 5, "day": 1}]}, "needs an id and names"),
    ],
)
def test_data_that_cannot_be_right_is_refused_with_the_reason(data: dict[str, Any], reason: str) -> None:
    with pytest.raises(RuleError, match=reason):
        read_times(data, "times.toml")
