"""A table of offices, as a Wikidata query exports it, turned into the data's own form for a settings folder.

Columns, in any order, others passed over: `state` (code or name), `person`, `title`, `start`, `end`, and if wanted
`post` (head-of-state, head-of-government, foreign-minister, defence-minister, head-of-body or a PLOVER sector; GOV if
left out) and `aliases` (divided by "|"). Days may carry a time ("2019-05-20T00:00:00Z"), which is dropped; an empty
end is open.
"""

import csv
import json
import re
from collections.abc import Iterator, Mapping

from detente.errors import RuleError
from detente.rules.actors import Knowledge
from detente.rules.offices import read_office

NEEDED = ("state", "person", "title", "start", "end")
_DAY = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T.*)?")


def persons_from_table(text: str, knowledge: Knowledge, name: str = "the table") -> str:
    """The persons of a CSV table as TOML that `load_knowledge` reads from a settings folder."""
    table = csv.DictReader(text.splitlines(), restval="")
    missing = [column for column in NEEDED if column not in (table.fieldnames or ())]
    if missing:
        message = f"{name}: no column {missing[0]!r}; needed are {', '.join(NEEDED)}"
        raise RuleError(message)
    held: dict[tuple[str, str], list[str]] = {}
    aliases: dict[tuple[str, str], dict[str, None]] = {}
    for number, row in enumerate(table, start=2):
        where = f"{name}, line {number}"
        key = (_state(row, knowledge, where), _said(row, "person", where))
        held.setdefault(key, []).append(_line(row, where))
        aliases.setdefault(key, {}).update(dict.fromkeys(filter(None, (row.get("aliases") or "").split("|"))))
    return "\n".join(_entry(key, lines, aliases[key]) for key, lines in held.items())


def _state(row: Mapping[str, str], knowledge: Knowledge, where: str) -> str:
    found = knowledge.state_named(row["state"])
    if found is None:
        meant = ", ".join(knowledge.suggest(row["state"])) or "a code such as JPN"
        message = f"{where}: no state or body is called {row['state']!r}; perhaps {meant}"
        raise RuleError(message)
    return found


def _said(row: Mapping[str, str], column: str, where: str) -> str:
    said = row[column].strip()
    if not said:
        message = f"{where}: there is no {column}"
        raise RuleError(message)
    return said


def _line(row: Mapping[str, str], where: str) -> str:
    start, end = (_day(row[column], where) for column in ("start", "end"))
    days = f"{start} to {end}" if start and end else f"since {start}" if start else f"until {end}" if end else "always"
    line = f"{days}: {_said(row, 'title', where)} [{row.get('post') or 'GOV'}]"
    read_office(line, where)
    return line


def _day(text: str, where: str) -> str:
    match = _DAY.fullmatch(text.strip())
    if text.strip() and match is None:
        message = f"{where}: {text!r} is no day; write 2019-05-20, 2019-05 or 2019"
        raise RuleError(message)
    return match[1] if match else ""


def _entry(key: tuple[str, str], lines: list[str], aliases: Mapping[str, None]) -> str:
    return "\n".join(_toml(key, list(dict.fromkeys(lines)), [a for a in aliases if a != key[1]])) + "\n"


def _toml(key: tuple[str, str], lines: list[str], aliases: list[str]) -> Iterator[str]:
    quoted = [json.dumps(part, ensure_ascii=False) for part in key]
    yield "[[person]]"
    yield f"of = {quoted[0]}"
    yield f"name = {quoted[1]}"
    if aliases:
        yield f"names = {json.dumps(aliases, ensure_ascii=False)}"
    yield f"held = {json.dumps(lines, ensure_ascii=False)}"
