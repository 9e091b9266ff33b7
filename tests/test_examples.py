import json
from pathlib import Path
from typing import Any

import pytest

import detente

REPORTS = Path(detente.__file__).parent / "data" / "examples"
GOLD = Path(__file__).parent / "data" / "examples_gold.jsonl"
CROSS = GOLD.with_name("examples_cross.json")


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def words_looked_for(gold: dict[str, Any]) -> list[str]:
    evidence = [item["evidence"] for kind in ("events", "figures", "pledges") for item in gold[kind]]
    return [*evidence, *(said["text_snippet"] for said in gold["statements"]), *gold["must_not"]]


@pytest.mark.parametrize("gold", lines_of(GOLD), ids=lambda gold: gold["id"])
def test_every_word_of_the_gold_stands_once_in_its_report(gold: dict[str, Any]) -> None:
    text = (REPORTS / gold["file"]).read_text(encoding="utf-8")

    counts = {words: text.count(words) for words in words_looked_for(gold)}

    assert set(counts.values()) == {1}


def test_every_report_has_gold() -> None:
    files = {path.name for path in REPORTS.iterdir()} - {"reports.jsonl"}

    told = {gold["file"] for gold in lines_of(GOLD)}

    assert told == files


def test_the_manifest_gives_no_day_to_a_report_whose_text_has_to_give_it() -> None:
    found_in_text = {"02", "03", "07", "08", "10", "14"}

    dated = {line["file"][:2] for line in lines_of(REPORTS / "reports.jsonl") if "published" in line}

    assert not dated & found_in_text


def test_what_is_compared_across_reports_stands_in_them() -> None:
    texts = {gold["id"]: (REPORTS / gold["file"]).read_text(encoding="utf-8") for gold in lines_of(GOLD)}
    cross = json.loads(CROSS.read_text(encoding="utf-8"))
    sides = [pair[side] for kind in ("contradictions", "decoys") for pair in cross[kind] for side in "ab"]

    missing = [(report, words) for report, words in sides if words not in texts[report]]

    assert missing == []
