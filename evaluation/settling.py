"""What it costs to work out what follows from many reports, made from the examples; `make bench` calls this."""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from zlib import crc32

from detente.domain.findings import Findings
from detente.domain.reports import Report
from detente.pipeline import settle
from detente.record.codec import Json, decode, encode
from detente.record.store import Record
from detente.rules.settling import load_settling_rules
from measures import ROOT, commit_line, write_section

EXAMPLES = ROOT / "src" / "detente" / "data" / "examples"
STATES = sorted(path.stem.upper() for path in (ROOT / "src" / "detente" / "data" / "states").glob("*.toml"))
DETENTE = Path(sys.executable).with_name("detente")
DAYS_APART = 9
"""So far do the rounds stand apart: no event of one is near the same event of the next."""
YEARS = 20
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WORD = re.compile(r"[a-z]{5,}")
_VOWELS = "aeiou"


def main() -> int:
    """Settle records of the sizes asked for, and write down what that cost."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--reports", type=int, nargs="+", default=[500, 1_000, 2_000])
    options = arguments.parse_args()
    rules = load_settling_rules()
    read = tuple(islice(copies(_read_examples()), max(options.reports)))
    rows = []
    for many in options.reports:
        began = time.process_time()
        derived = settle(read[:many], (), rules)
        seconds = time.process_time() - began
        rows.append(f"| {many:,} | {len(derived.events):,} | {seconds:.1f} | {seconds / many * 1000:.1f} |")
    body = f"""## Working out what follows

{commit_line()}. `evaluation/settling.py`: the examples again and again, each round about other states, on other
days and in other words; seconds of one core, without reading.

| reports | events | seconds | seconds for 1,000 |
|---|---|---|---|
{chr(10).join(rows)}
"""
    write_section("settling", body)
    print(body)
    return 0


def _read_examples() -> tuple[Findings, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "examples.db"
        read = (str(DETENTE), "read", str(EXAMPLES), "--record", str(path))
        subprocess.run(read, check=True, capture_output=True)
        with Record(path) as examples:
            return examples.contents().findings


def copies(findings: tuple[Findings, ...]) -> Iterator[Findings]:
    """Round after round the same reports, each round about other states, on other days and in other words."""
    turn = 0
    while True:
        for found in findings:
            yield _copy(found, turn)
        turn += 1


def _copy(found: Findings, turn: int) -> Findings:
    text = found.report.text
    garble = _garbler(turn)
    states = {a: STATES[(i + 1 + turn * 7) % len(STATES)] for i, a in enumerate(STATES)} if turn else {}
    apart = timedelta(days=turn * DAYS_APART % (YEARS * 365))

    def change(value: Json) -> Json:
        match value:
            case str() if value in states:
                return states[value]
            case str() if _DAY.fullmatch(value):
                return (date.fromisoformat(value) - apart).isoformat()
            case str() if " " in value and value in text:
                return garble(value)
            case list():
                return [change(item) for item in value]
            case dict():
                return {key: change(item) for key, item in value.items()}
            case _:
                return value

    report = decode(Report, json.loads(json.dumps(change(encode(replace(found.report, text=""))))))
    report = replace(report, text=garble(text), url=None, path=f"{turn:05}-{found.report.path or ''}"[-80:])
    parts = {}
    for kind in ("claims", "statements", "figures", "problems", "unlinked"):
        parts[kind] = tuple(decode(type(item), change(encode(item)), report) for item in getattr(found, kind))
    return Findings(report, furniture=found.furniture, **parts)


def _garbler(turn: int) -> Callable[[str], str]:
    """Other vowels in the longer words, the same number of letters."""
    shifts = [str.maketrans(_VOWELS, _VOWELS[n:] + _VOWELS[:n]) for n in range(len(_VOWELS))]

    def garble(text: str) -> str:
        def other(match: re.Match[str]) -> str:
            word = match.group()
            return word.translate(shifts[crc32(f"{turn} {word}".encode()) % len(shifts)]) if turn else word

        return _WORD.sub(other, text)

    return garble


if __name__ == "__main__":
    sys.exit(main())
