import tomllib
from typing import Any

import pytest

from detente.domain.acts import MODES_BY_TYPE, ActType
from detente.domain.ids import RuleId
from detente.errors import RuleError
from detente.rules.acts import load_act_rules
from detente.rules.toml import DATA
from detente.views.phrasing import load_phrasing, make_phrasing

RAW: dict[str, Any] = tomllib.loads((DATA / "phrasing.toml").read_text(encoding="utf-8"))
EVERY_MODE = [(t, m) for t in ActType for m in (None, *MODES_BY_TYPE.get(t, {}))]


@pytest.mark.parametrize("entry", RAW["act"], ids=lambda e: e.get("rule") or f"{e['type']}-{e.get('mode')}")
def test_each_phrase_makes_the_sentence_that_stands_beside_it(entry: dict[str, Any]) -> None:
    sentence = "Arnor " + entry["towards"]["past"].format(recipients="Gondor") + "."

    assert sentence == entry["example"]


@pytest.mark.parametrize(("type_", "mode"), EVERY_MODE)
def test_every_mode_has_words_of_its_own(type_: ActType, mode: str | None) -> None:
    phrase = load_phrasing().act(type_, mode)

    assert phrase == load_phrasing().by_mode[type_, mode]


def test_each_phrase_for_a_rule_is_of_a_rule_that_there_is() -> None:
    rules = {r.id: r.type for r in load_act_rules().rules}
    said = {RuleId(e["rule"]): ActType(e["type"]) for e in RAW["act"] if "rule" in e}

    assert said.items() <= rules.items()


def test_a_rule_s_phrase_is_narrower_than_its_type_s() -> None:
    entry = {**RAW["act"][0], "rule": "agree/shake-hands", "label": "Handshake"}
    phrasing = make_phrasing({**RAW, "act": [*RAW["act"], entry]})

    label = phrasing.act(ActType.AGREE, None, RuleId("agree/shake-hands")).label

    assert label == "Handshake"


@pytest.mark.parametrize(
    "wrong",
    [
        {"act": RAW["act"][1:]},
        {"act": [*RAW["act"], RAW["act"][0]]},
        {"act": [*RAW["act"], {**RAW["act"][0], "mode": "by-pigeon"}]},
        {"act": [*RAW["act"], {**RAW["act"][0], "alone": {"past": "agreed"}}]},
        {"act": [*RAW["act"], {**RAW["act"][0], "tone": "warm"}]},
        {"colours": {}},
    ],
    ids=["a type left out", "said twice", "unknown mode", "half a verb", "unknown key", "unknown section"],
)
def test_what_cannot_be_right_does_not_load(wrong: dict[str, Any]) -> None:
    with pytest.raises(RuleError):
        make_phrasing(RAW | wrong)


@pytest.mark.parametrize(
    ("items", "sentence"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_lists_read_as_sentences_do(items: list[str], sentence: str) -> None:
    assert load_phrasing().join(items) == sentence
