"""A record of many reports, made from the packaged examples: other days, other states, other letters in their words."""

import argparse
import json
import re
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from zlib import crc32

from detente.domain.findings import Findings
from detente.domain.reports import Report
from detente.record.codec import Json, decode, encode
from detente.record.store import Record
from measures import ROOT

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
    """Make the record that the arguments ask for."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("reports", type=int, help="how many")
    arguments.add_argument("record", type=Path, help="the file to make; it must not be there")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        first = Path(folder) / "examples.db"
        read = (str(DETENTE), "read", str(EXAMPLES), "--record", str(first))
        subprocess.run(read, check=True, capture_output=True)
        with Record(first) as examples:
            contents = examples.contents()
    with Record(options.record, create=True) as record:
        _without_waiting(options.record)
        for n, found in enumerate(copies(contents.findings)):
            if n == options.reports:
                break
            record.save(found, contents.readings[0])
    return 0


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


def _without_waiting(path: Path) -> None:
    """A record that is being made needs no protection from a loss of power."""
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA synchronous = OFF")


if __name__ == "__main__":
    sys.exit(main())
