"""Reading data/ files strictly: every key is known, every value has its type, every trouble names its place."""

import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from detente.errors import RuleError

DATA = files("detente") / "data"

_HEADER = re.compile(r"\[\[?([\w.-]+)\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"([\w-]+)\s*=")


class Table(dict[str, Any]):
    """A table of a data file that knows at which lines it and its keys stand."""

    line: int
    line_by_key: dict[str, int]


def read_toml(path: Traversable) -> Mapping[str, Any]:
    """The content of a TOML file of data/."""
    try:
        text = path.read_text(encoding="utf-8")
        return _placed(tomllib.loads(text), text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{path}: not readable as TOML: {error}"
        raise RuleError(message) from error


def line_of(entry: Mapping[str, Any], key: str | None = None) -> str:
    """Where an entry or one of its keys stands, as messages say it after the file; empty for what is in no file."""
    if not isinstance(entry, Table):
        return ""
    line = entry.line if key is None else entry.line_by_key.get(key, entry.line)
    return f", line {line}" if line else ""


def refuse_unknown_keys(entry: Mapping[str, Any], known: Collection[str], where: str) -> None:
    """Stop at a key that nobody reads: it is a slip of the pen, and what it was to say would be lost."""
    strange = sorted(set(entry) - set(known))
    if strange:
        message = f"{_at(entry, strange[0], where)}: unknown key {strange[0]!r}; known are {', '.join(sorted(known))}"
        raise RuleError(message)


def refuse_repeats(entries: Sequence[Mapping[str, Any]], key: str, file: str) -> None:
    """Stop at a name that two entries of a file have: whoever speaks of one of them would speak of both."""
    first: dict[Any, Mapping[str, Any]] = {}
    for entry in entries:
        name = entry.get(key)
        if name in first:
            before = line_of(first[name]).removeprefix(", ") or "before"
            message = f"{file}{line_of(entry)}: the {key} {name!r} stands twice, first at {before}"
            raise RuleError(message)
        first[name] = entry


def words(entry: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    """A list of strings under a key, empty where the key is missing."""
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        message = f"{_at(entry, key, where)}: {key} must be a list of words, not {value!r}"
        raise RuleError(message)
    if len(set(value)) != len(value):
        message = f"{_at(entry, key, where)}: {key} says {next(v for v in value if value.count(v) > 1)!r} twice"
        raise RuleError(message)
    return tuple(value)


def _at(entry: Mapping[str, Any], key: str, where: str) -> str:
    """The place of a key, unless a line is told already."""
    if ", line " in where:
        return where
    file, colon, rest = where.partition(":")
    return f"{file}{line_of(entry, key)}{colon}{rest}"


def _placed(content: dict[str, Any], text: str) -> Table:
    """The content of a file with each table that has a header made one that knows its lines."""
    whole = current = _table(content, 0)
    for number, line in enumerate(text.splitlines(), 1):
        header, key = _HEADER.fullmatch(line), _KEY.match(line)
        if header:
            current = _opened(whole, header.group(1).split("."), number)
        elif key:
            current.line_by_key.setdefault(key.group(1), number)
    return whole


def _opened(whole: Table, names: Sequence[str], line: int) -> Table:
    """The table that a header at a line opens."""
    at: Any = whole
    for depth, name in enumerate(names, 1):
        holder: Any = at
        key: str | int = name
        if isinstance(at[name], list):
            holder, seen = at[name], sum(isinstance(item, Table) for item in at[name])
            # a header of the list opens its next table, one of a table below stands in the last
            key = seen if depth == len(names) else seen - 1
        if not isinstance(holder[key], Table):
            holder[key] = _table(holder[key], line)
        at = holder[key]
    found: Table = at
    return found


def _table(content: dict[str, Any], line: int) -> Table:
    table = Table(content)
    table.line, table.line_by_key = line, {}
    return table
