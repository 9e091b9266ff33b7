"""By which little words and letters languages show: `data/languages.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from detente.errors import RuleError
from detente.rules.toml import DATA, line_of, read_toml, refuse_repeats, refuse_unknown_keys, words


@dataclass(frozen=True, slots=True)
class Language:
    """A language that is written in Latin letters."""

    code: str
    name: str
    words: frozenset[str]
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """Letters that are no Latin ones, and the language that they show."""

    code: str
    name: str
    ranges: tuple[tuple[int, int], ...]
    """First and last code point of each range."""
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LanguageCues:
    """What tells languages apart; `load_languages` makes it."""

    languages: tuple[Language, ...]
    scripts: tuple[Script, ...]


@cache
def load_languages() -> LanguageCues:
    """The packaged cues."""
    return read_languages(read_toml(DATA / "languages.toml"))


def read_languages(content: Mapping[str, Any]) -> LanguageCues:
    """Typed cues from the content of a file."""
    refuse_unknown_keys(content, ("language", "script"), "languages.toml")
    languages = tuple(
        Language(code, name, frozenset(words(entry, "words", code)), *proofs)
        for entry in content.get("language", [])
        for code, name, *proofs in [_entry(entry, "words")]
    )
    scripts = tuple(
        Script(code, name, tuple((ord(first), ord(last)) for first, last in entry["ranges"]), *proofs)
        for entry in content.get("script", [])
        for code, name, *proofs in [_entry(entry, "ranges")]
    )
    refuse_repeats([*content.get("language", []), *content.get("script", [])], "code", "languages.toml")
    return LanguageCues(languages, scripts)


def _entry(entry: Mapping[str, Any], signs: str) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    code, name = entry.get("code"), entry.get("name")
    if not isinstance(code, str) or not isinstance(name, str):
        raise RuleError(f"languages.toml{line_of(entry)}: a language needs a code and a name")
    where = f"languages.toml{line_of(entry)}: {name}"
    refuse_unknown_keys(entry, ("code", "name", signs, "examples", "not_examples"), where)
    examples, not_examples = words(entry, "examples", where), words(entry, "not_examples", where)
    if not (entry.get(signs) and examples and not_examples):
        message = f"{where}: {signs}, examples and not_examples are all needed"
        raise RuleError(message)
    return code, name, examples, not_examples
