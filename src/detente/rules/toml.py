"""Reading data/ files strictly: every key is known, every value has its type, every trouble names its place."""

import tomllib
from collections.abc import Collection, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from detente.errors import RuleError

DATA = files("detente") / "data"


def read_toml(path: Traversable) -> Mapping[str, Any]:
    """The content of a TOML file of data/."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{path}: not readable as TOML: {error}"
        raise RuleError(message) from error


def refuse_unknown_keys(entry: Mapping[str, Any], known: Collection[str], where: str) -> None:
    """Stop at a key that nobody reads: it is a slip of the pen, and what it was to say would be lost."""
    strange = sorted(set(entry) - set(known))
    if strange:
        message = f"{where}: unknown key {strange[0]!r}; known are {', '.join(sorted(known))}"
        raise RuleError(message)


def words(entry: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    """A list of strings under a key, empty where the key is missing."""
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        message = f"{where}: {key} must be a list of words, not {value!r}"
        raise RuleError(message)
    if len(set(value)) != len(value):
        message = f"{where}: {key} says {next(v for v in value if value.count(v) > 1)!r} twice"
        raise RuleError(message)
    return tuple(value)
