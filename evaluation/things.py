"""What the brief says of each thing that some reports are known to tell of: its status, day and quotes."""

import argparse
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from detente.engines.loading import load, pair_named
from detente.engines.workshop import packaged
from detente.views.brief import Scope, draft_brief
from detente.views.brief_parts import Brief, Entry, Matter

UNKNOWN = ("status not known", "day not known", "–", "")
"""What a brief shows for what it does not know."""


@dataclass(frozen=True)
class Told:
    """One line of a brief, with what a reader must find beside it."""

    part: str
    text: str
    status: str
    day: str
    quotes: int

    @property
    def is_whole(self) -> bool:
        """Whether status, day and quotes are all there."""
        return self.status not in UNKNOWN and self.day not in UNKNOWN and self.quotes > 0


def main() -> int:
    """Print a line for each thing, and how many are there with status, day and quotes."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("record", type=Path)
    arguments.add_argument("--between", nargs=2, required=True)
    arguments.add_argument("--things", type=Path, default=Path(__file__).with_suffix(".toml"))
    options = arguments.parse_args()
    lines = list(_lines(_brief(options.record, tuple(options.between))))
    things = tomllib.loads(options.things.read_text(encoding="utf-8"))["thing"]
    whole = 0
    for number, thing in enumerate(things, 1):
        found = [_best(lines, words) for words in thing["words"]]
        is_whole = all(told and told.is_whole for told in found)
        whole += is_whole
        print(f"{number:2} {'yes' if is_whole else 'NO '} {thing['name']}")
        for words, told in zip(thing["words"], found, strict=True):
            print(f"       {_shown(told) if told else 'nothing on: ' + ' / '.join(words)}")
    print(f"with status, day and quotes: {whole} of {len(things)}")
    return 0


def _brief(record: Path, between: tuple[str, str]) -> Brief:
    workshop = packaged()
    loaded = load(workshop, record)
    names = loaded.names.name_by_id
    return draft_brief(loaded.derived, Scope(pair_named(loaded.names, between)), lambda id_: names.get(id_, id_))


def _lines(brief: Brief) -> Iterator[Told]:
    for matter in brief.issues:
        yield _matter("issue", matter)
    for chapter in (*brief.happened, *brief.others):
        yield from _entries(chapter.entries)
    yield from _entries((*brief.ahead, *brief.background))
    for matter in brief.pledges:
        yield _matter("pledge", matter)
    for number in brief.figures:
        day = number.period or (number.line.citations[0].source.day if number.line.citations else "")
        yield Told("figure", f"{number.value}: {number.line.text}", "given", day, len(number.line.citations))
    for conflict in brief.disagreements:
        sides = [c for side in conflict.sides for c in side.citations]
        yield Told("disagreement", conflict.about, "open", sides[0].source.day, len(sides))
    for voice in brief.voices:
        quotes = sum(len(said.line.citations) for said in voice.said)
        yield Told("voice", f"{voice.name}: {'; '.join(voice.offices)}", "held", voice.said[0].day, quotes)


def _entries(entries: Iterable[Entry]) -> Iterator[Told]:
    for entry in entries:
        yield Told("event", entry.line.text, entry.status or "happened", entry.day, len(entry.line.citations))
        yield from _entries(entry.parts)


def _matter(part: str, matter: Matter) -> Told:
    status = matter.status or matter.line.text.rpartition(": ")[2]
    day = matter.steps[-1].day if matter.steps else ""
    return Told(part, matter.line.text, status, day, len(matter.line.citations))


def _best(lines: Iterable[Told], words: Iterable[str]) -> Told | None:
    """The first line that is whole, else the first that speaks of it at all."""
    told = [t for t in lines if any(re.search(w, t.text, re.IGNORECASE) for w in words)]
    return next((t for t in told if t.is_whole), told[0] if told else None)


def _shown(told: Told) -> str:
    beside = "; ".join(word for word in (told.status, told.day, f"{told.quotes} quotes") if word)
    return f"{told.part}: {told.text} ({beside})"


if __name__ == "__main__":
    sys.exit(main())
