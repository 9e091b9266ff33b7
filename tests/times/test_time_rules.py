from typing import Any

import pytest
from time_stories import FRIDAY, mentions

from detente.claims.dating import timex_value
from detente.errors import RuleError
from detente.rules.times import Example, Form, load_times, read_times

FORMS = load_times().forms
GOOD = {
    "id": "day",
    "pattern": "MONTH",
    "means": "calendar",
    "examples": ["In [May]. => 2023-05"],
    "not_examples": ["No."],
}
CLASSES = {"MONTH": {"may": 5}}


@pytest.mark.parametrize(
    ("form", "example"), [(f, e) for f in FORMS for e in f.examples], ids=lambda x: getattr(x, "id", "")
)
def test_a_form_reads_its_examples(form: Form, example: Example) -> None:
    found = {m.exact: (m.form, timex_value(m.timing, m.phrase, FRIDAY)) for m in mentions(example.text)}

    assert found.get(example.phrase) == (form.id, example.value)


@pytest.mark.parametrize(
    ("form", "text"), [(f, t) for f in FORMS for t in f.not_examples], ids=lambda x: getattr(x, "id", "")
)
def test_a_form_leaves_its_not_examples_alone(form: Form, text: str) -> None:
    assert form.id not in {m.form for m in mentions(text)}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({"class": CLASSES, "words": {}}, "unknown key 'words'"),
        ({"class": CLASSES, "form": [GOOD | {"regex": "x"}]}, "unknown key 'regex'"),
        ({"class": CLASSES, "form": [GOOD, GOOD]}, "form day stands twice"),
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
