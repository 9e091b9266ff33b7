"""Words beside which a page says when a report came out; `data/stamps.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from detente.errors import RuleError
from detente.rules.toml import DATA, line_of, read_toml, refuse_unknown_keys, words

_LISTS = ("words", "refused", "day_first", "month_first")


@dataclass(frozen=True, slots=True)
class StampWords:
    """The words of one kind of stamp."""

    words: tuple[str, ...]
    between: tuple[str, ...]
    """Words that may stand between them and the day."""
    examples: tuple[tuple[str, str], ...]
    """Texts with their days, as YYYY-MM-DD, or with the phrase that stands for the day."""
    not_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineWords:
    """What may stand beside the day in a line at the head of a report that tells when it came out."""

    words: frozenset[str]
    """Small words; of others only names and hours may stand there."""
    refused: frozenset[str]
    """Words of captions and the like: with one of them the day is another's."""
    day_first: frozenset[str]
    """Time zones where 03/05/2021 is a day in May."""
    month_first: frozenset[str]
    """Time zones where it is a day in March."""
    examples: tuple[tuple[str, str], ...]
    """Lines with their days, as YYYY-MM-DD."""
    not_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stamps:
    """The kinds of stamps; `load_stamps` makes it."""

    published: StampWords
    updated: StampWords
    took_office: StampWords
    line: LineWords


@cache
def load_stamps() -> Stamps:
    """The packaged words."""
    return read_stamps(read_toml(DATA / "stamps.toml"))


def read_stamps(content: Mapping[str, Any]) -> Stamps:
    """Typed stamps from the content of a file."""
    refuse_unknown_keys(content, ("published", "updated", "took_office", "line"), "stamps.toml")
    return Stamps(
        _stamp(content, "published"), _stamp(content, "updated"), _stamp(content, "took_office"), _line(content)
    )


def _line(content: Mapping[str, Any]) -> LineWords:
    entry = content.get("line", {})
    where = f"stamps.toml{line_of(entry)}: line"
    refuse_unknown_keys(entry, (*_LISTS, "examples", "not_examples"), where)
    small, refused, day_first, month_first = (frozenset(words(entry, name, where)) for name in _LISTS)
    examples = tuple((example["text"], example["day"]) for example in entry.get("examples", []))
    not_examples = words(entry, "not_examples", where)
    found = LineWords(small, refused, day_first, month_first, examples, not_examples)
    if not all((found.words, found.examples, found.not_examples)):
        message = f"{where}: words, examples and not_examples are all needed"
        raise RuleError(message)
    return found


def _stamp(content: Mapping[str, Any], name: str) -> StampWords:
    entry = content.get(name, {})
    where = f"stamps.toml{line_of(entry)}: {name}"
    refuse_unknown_keys(entry, ("words", "between", "examples", "not_examples"), where)
    examples = tuple((example["text"], example["day"]) for example in entry.get("examples", []))
    found = StampWords(
        words(entry, "words", where), words(entry, "between", where), examples, words(entry, "not_examples", where)
    )
    if not (found.words and found.examples and found.not_examples):
        message = f"{where}: words, examples and not_examples are all needed"
        raise RuleError(message)
    return found
