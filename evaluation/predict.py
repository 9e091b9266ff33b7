"""Run one stage of detente over a file of texts: predict.py TASK IN.jsonl OUT.jsonl."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from detente.claims.code_lines import code_given, code_lines
from detente.claims.dating import date_phrase
from detente.claims.who import who
from detente.domain.days import TimePhrase, When
from detente.domain.spans import Span
from detente.rules.actors import load_knowledge
from quotes import predict_quotes
from times import predict_times

Row = dict[str, Any]
"""A line of IN or OUT; its keys depend on the task."""


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


def _acts(rows: Iterable[Row]) -> Iterator[Row]:
    """Only the id and the text are looked at."""
    return code_lines({"id": r["id"], "text": r["text"]} for r in rows)


def _acts_given(rows: Iterable[Row]) -> Iterator[Row]:
    """The two parties' words are given, at their first place in the text; lines that lack one are left out."""
    lines = []
    for row in rows:
        event: Row = next(iter(row["events"]), {})
        actor, recipient = (_first_place(row["text"], event.get(side)) for side in ("source", "target"))
        if actor and recipient:
            lines.append((row["id"], row["text"], actor, recipient))
    return code_given(lines)


def _first_place(text: str, parties: list[Row] | None) -> tuple[int, int] | None:
    words = parties[0]["text"] if parties else ""
    start = text.find(words) if words else -1
    return (start, start + len(words)) if start >= 0 else None


def _actors(rows: Iterable[Row]) -> Iterator[Row]:
    knowledge = load_knowledge()
    for row in rows:
        meant = who(row["text"], _day(row.get("date")), knowledge)
        yield {"id": row["id"], "country": meant.country, "sector": meant.sector}


def _day(words: str | None) -> date | None:
    """A day in whatever form it is written."""
    if not words:
        return None
    when = date_phrase(TimePhrase(Span(0, len(words)), words), None)
    return when.earliest if isinstance(when, When) else None


def _times(rows: Iterable[Row]) -> Iterator[Row]:
    return ({"id": r["id"], "timexes": predict_times(r["text"], date.fromisoformat(r["dct"][:10]))} for r in rows)


def _quotes(rows: Iterable[Row]) -> Iterator[Row]:
    return ({"id": r["id"], "quotes": predict_quotes(r["text"])} for r in rows)


TASKS: dict[str, Callable[[Iterable[Row]], Iterator[Row]]] = {
    "acts": _acts,
    "acts-given": _acts_given,
    "actors": _actors,
    "quotes": _quotes,
    "times": _times,
}

if __name__ == "__main__":
    sys.exit(main())
