"""How English writes numbers and what stands beside them: data/numbers.toml as typed rules."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from detente.domain.findings import Approximation
from detente.errors import RuleError
from detente.rules.toml import DATA, read_toml

Words = tuple[str, ...]
"""Lexemes in lower case."""

_LEXEME = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:[^\W\d_]\.){2,}|[^\W\d_]+|\S")
_SECTIONS = frozenset(
    [
        "cardinals",
        "scales",
        "glued_scales",
        "fractions",
        "percent",
        "currency_signs",
        "currency_names",
        "units",
        "durations",
        "hedges_before",
        "hedges_after",
        "words",
        "plurals",
        "period",
        "givers",
        "examples",
        "not_examples",
    ]
)


class NumberKind(StrEnum):
    """What sort of figure a number makes with what stands beside it."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    QUANTITY = "quantity"
    DURATION = "duration"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A number, word or mark of a text; parsers differ in how they cut "€18bn", this does not."""

    text: str
    start: int
    end: int
    is_glued: bool
    """Whether no blank stands before it."""

    @property
    def lower(self) -> str:
        """In lower case."""
        return self.text.lower()

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.text[0].isdigit()

    @property
    def is_word(self) -> bool:
        """Whether it is written in letters."""
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def lexemes(text: str) -> tuple[Lexeme, ...]:
    """The numbers, words and marks of a text."""
    found: list[Lexeme] = []
    end = -1
    for match in _LEXEME.finditer(text):
        found.append(Lexeme(match.group(), match.start(), match.end(), match.start() == end))
        end = match.end()
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Unit:
    """What a suffix or sign makes of a number."""

    kind: NumberKind
    name: str


@dataclass(frozen=True, slots=True)
class Proof:
    """A sentence and the figures that it holds, each as the fields that must be right."""

    text: str
    figures: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class NumberRules:
    """All that the data says about numbers."""

    cardinals: Mapping[str, float]
    scales: Mapping[str, float]
    glued_scales: Mapping[str, float]
    fractions: Mapping[str, float]
    signs: Mapping[str, Unit]
    """As they are written, letters, case and all."""
    units: Mapping[Words, Unit]
    hedges_before: Mapping[Words, Approximation]
    hedges_after: Mapping[Words, Approximation]
    words: Mapping[str, frozenset[str]]
    plurals: Mapping[str, str]
    periods: tuple[re.Pattern[str], ...]
    according: tuple[Words, ...]
    surveys: frozenset[str]
    says: frozenset[str]
    starts: frozenset[str]
    """Words with which a number in words can begin."""
    examples: tuple[Proof, ...]
    not_examples: tuple[str, ...]


def number_rules(data: Mapping[str, Any], place: str = "numbers.toml") -> NumberRules:
    """The rules in a file's data; a RuleError names what is missing, strange or said twice."""
    strange = set(data) ^ _SECTIONS
    if strange:
        raise RuleError(f"{place}: unknown or missing sections {sorted(strange)}")
    if not data["examples"] or not data["not_examples"]["texts"]:
        raise RuleError(f"{place}: rules need examples and not_examples")
    kinds = [
        (NumberKind.PERCENT, data["percent"]),
        (NumberKind.MONEY, data["currency_names"]),
        (NumberKind.QUANTITY, data["units"]),
        (NumberKind.DURATION, data["durations"]),
    ]
    units = [(phrase, Unit(kind, name)) for kind, table in kinds for name, them in table.items() for phrase in them]
    signs = [(p, Unit(NumberKind.MONEY, name)) for name, them in data["currency_signs"].items() for p in them]
    words = {k: frozenset([v] if isinstance(v, str) else v) for k, v in data["words"].items()}
    return NumberRules(
        cardinals=data["cardinals"],
        scales=data["scales"],
        glued_scales=data["glued_scales"],
        fractions=data["fractions"],
        signs=dict(signs),
        units=_by_words(units, place),
        hedges_before=_by_words(_hedges(data["hedges_before"]), place),
        hedges_after=_by_words(_hedges(data["hedges_after"]), place),
        words=words,
        plurals=data["plurals"],
        periods=tuple(re.compile(p, re.IGNORECASE) for p in data["period"]["patterns"]),
        according=tuple(_words(p) for p in data["givers"]["according"]),
        surveys=frozenset(data["givers"]["surveys"]),
        says=frozenset(data["givers"]["says"]),
        starts=frozenset([*data["cardinals"], *data["fractions"], *data["scales"]]),
        examples=tuple(Proof(e["text"], tuple(e["figures"])) for e in data["examples"]),
        not_examples=tuple(data["not_examples"]["texts"]),
    )


@cache
def load_number_rules() -> NumberRules:
    """The packaged rules."""
    return number_rules(read_toml(DATA / "numbers.toml"))


def _words(phrase: str) -> Words:
    return tuple(lexeme.lower for lexeme in lexemes(phrase))


def _hedges(table: Mapping[str, list[str]]) -> Iterable[tuple[str, Approximation]]:
    return [(phrase, Approximation(name)) for name, phrases in table.items() for phrase in phrases]


def _by_words[T](pairs: Iterable[tuple[str, T]], place: str) -> Mapping[Words, T]:
    """The table under each phrase's words; the same words twice are an error of the data."""
    table: dict[Words, T] = {}
    for phrase, meaning in pairs:
        words = _words(phrase)
        if table.setdefault(words, meaning) != meaning:
            raise RuleError(f"{place}: {phrase!r} stands for both {table[words]} and {meaning}")
    return table
