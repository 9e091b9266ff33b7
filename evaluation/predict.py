"""Run one stage of detente over a file of texts: predict.py TASK IN.jsonl OUT.jsonl."""

import argparse
import importlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def main() -> int:
    """Read IN, run the task, write OUT."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("task", choices=sorted(TASKS))
    arguments.add_argument("given", metavar="IN.jsonl", type=Path)
    arguments.add_argument("said", metavar="OUT.jsonl", type=Path)
    options = arguments.parse_args()
    rows = [json.loads(line) for line in options.given.read_text(encoding="utf-8").splitlines() if line.strip()]
    with options.said.open("w", encoding="utf-8") as out:
        for answer in TASKS[options.task](rows):
            out.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return 0


def _stage(module: str, name: str) -> Callable[..., Any]:
    """A stage of detente, or a clear word that it is not there."""
    try:
        found: Callable[..., Any] = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError) as problem:
        sys.exit(f"This task needs {module}.{name}, which is not there: {problem}")
    return found


def _acts(rows: Iterable[Row]) -> Iterator[Row]:
    """Only the id and the text are looked at."""
    return iter(_stage("detente.claims.code_lines", "code_lines")([(r["id"], r["text"]) for r in rows]))


def _acts_given(rows: Iterable[Row]) -> Iterator[Row]:
    """The two parties' words are given, at their first place in the text; lines that lack one are left out."""
    lines = []
    for row in rows:
        event = next(iter(row["events"]), None)
        spans = [_first_place(row["text"], event[side]) for side in ("source", "target")] if event else [None]
        if all(spans):
            lines.append((row["id"], row["text"], *spans))
    return iter(_stage("detente.claims.code_lines", "code_lines_given")(lines))


def _first_place(text: str, parties: list[Row]) -> tuple[int, int] | None:
    words = parties[0]["text"] if parties else ""
    start = text.find(words) if words else -1
    return (start, start + len(words)) if start >= 0 else None


def _actors(rows: Iterable[Row]) -> Iterator[Row]:
    who = _stage("detente.claims.who", "who")
    return ({"id": r["id"], **who(r["text"], r.get("date"))} for r in rows)


def _times(rows: Iterable[Row]) -> Iterator[Row]:
    return iter(_stage("detente.claims.predict_times", "predict_times")(rows))


def _quotes(rows: Iterable[Row]) -> Iterator[Row]:
    return iter(_stage("detente.claims.predict_quotes", "predict_quotes")(rows))


TASKS: dict[str, Callable[[Iterable[Row]], Iterator[Row]]] = {
    "acts": _acts,
    "acts-given": _acts_given,
    "actors": _actors,
    "quotes": _quotes,
    "times": _times,
}

if __name__ == "__main__":
    sys.exit(main())
