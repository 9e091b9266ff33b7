"""What English calls times: words with their classes, and the forms in which they are put together."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from detente.errors import RuleError
from detente.rules.time_patterns import MARKS, Compiled, compile_pattern
from detente.rules.time_words import normal
from detente.rules.toml import DATA, line_of, read_toml, refuse_repeats, refuse_unknown_keys, words

Value = int | float | str
Classes = Mapping[str, Value]
"""The classes that a word may stand in, each with its value there."""

NUMBER_CLASSES = (
    *(("NUM", "DAY"), ("NUM",), ("NUM", "YEAR"), ("YEAR",), ("YEAR2",), ("ORD",), ("DECADE",), ("CLOCK",), ("ISO",)),
    *(("SLASH",), ("QUARTER",), ("HALF",), ("HYPHEN",)),
)
"""What the reader makes of digits and marks; see the head of data/times.toml."""
_FIRST_CODE = 0xE000
_FORM_KEYS = ("id", "pattern", "means", "fixed", "examples", "not_examples")
_FEAST_KEYS = ("id", "names", "month", "day", "year", "weekday", "nth", "from", "easter", "table")
_TENSE_KEYS = ("ahead", "achieves", "terms", "happens", "plans", "says", "brings")
_CLAUSE_KEYS = (
    *("later_than", "earlier_than", "same_as", "where", "close", "occasions", "tidings", "delivers", "tells", "bygone"),
    *("just_now", "definite", "before_that", "decides", "repeatedly", "several", "series", "rounds", "spells", "apart"),
    "through",
)
_REFUSE_KEYS = ("before_year", "after_year", "after_season", "after_the_told", "after_length", "before_borne_month")
_OTHER = "."
_EXAMPLE = re.compile(r"(.*)\[(.+)\](.*) => (\S+)")
_STRONG = (
    *("MONTH", "WEEKDAY", "WEEKDAYS", "SHORTDAY", "SEASON", "DAYPART", "DAYPARTS", "UNIT", "UNITS", "SMALL", "SMALLS"),
    *("SPELLED", "OFTEN", "NEAR", "VAGUE", "NOON", "MEAL", "CHRISTIAN", "SPELL", "CARD", "LATEST"),
)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence read on Friday, 17 March 2023, the phrase in it, and its TIMEX3 value."""

    text: str
    phrase: str
    value: str


@dataclass(frozen=True, slots=True)
class Form:
    """One way of naming a time."""

    id: str
    means: str
    fixed: Mapping[str, Any]
    regex: re.Pattern[str]
    """Over a row of codes, one for each word."""
    slots: tuple[str, ...]
    """For each group of the regex the class that it stands for."""
    examples: tuple[Example, ...]
    not_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feast:
    """A well-known day, and the rule that finds it in a year."""

    id: str
    names: tuple[str, ...]
    month: int = 0
    day: int = 0
    year: int | None = None
    weekday: int | None = None
    nth: int = 0
    earliest: int = 1
    """The first day of the month from which the nth weekday is counted."""
    easter: int | None = None
    table: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeRules:
    """All words and forms of times."""

    classes: Mapping[str, Classes]
    """By the word, or the words with one blank between them."""
    longest: int
    """How many words the longest entry has."""
    openers: frozenset[str]
    """First words of the entries of more than one word."""
    codes: Mapping[frozenset[str], str]
    forms: tuple[Form, ...]
    forms_by_code: Mapping[str, tuple[Form, ...]]
    feasts: Mapping[str, Feast]
    lists: Mapping[str, frozenset[str]]
    """Words that decide on the direction of a phrase, or that forbid it."""
    links: frozenset[str]
    """Words that set one clause against another, on whichever side."""
    trigger: re.Pattern[str]
    """Found in every sentence that can hold a time."""

    def code(self, classes: Classes) -> str:
        """The one letter that stands for a set of classes; a full stop for a word that no form knows."""
        return self.codes.get(frozenset(classes), _OTHER)


@cache
def load_times() -> TimeRules:
    """The times of the packaged data."""
    return read_times(read_toml(DATA / "times.toml"), "times.toml")


def read_times(data: Mapping[str, Any], where: str) -> TimeRules:
    """Times from data of the shape of data/times.toml."""
    refuse_unknown_keys(data, ("class", "feast", "piece", "form", "tense", "clauses", "refuse"), where)
    feasts = [_feast(entry, where) for entry in data.get("feast", [])]
    pieces = {name: _atoms(text) for name, text in data.get("piece", {}).items()}
    rows = [(entry, _expand(entry, pieces, where)) for entry in data.get("form", [])]
    classes = _lexicon(data.get("class", {}), feasts, [atom for _, atoms in rows for atom in atoms], where)
    codes = _codes(classes)
    forms = [_form(entry, compile_pattern(atoms, codes, where), where) for entry, atoms in rows]
    refuse_repeats(data.get("form", []), "id", where)
    lists = _lists(data, where)
    return TimeRules(
        classes=classes,
        longest=max((len(key.split()) for key in classes), default=1),
        openers=frozenset(key.split()[0] for key in classes if " " in key),
        codes=codes,
        forms=tuple(form for form, _ in forms),
        forms_by_code={code: tuple(f for f, first in forms if code in first) for code in codes.values()},
        feasts={feast.id: feast for feast in feasts},
        lists=lists,
        links=lists["later_than"] | lists["earlier_than"],
        trigger=_trigger(data.get("class", {}), feasts),
    )


def _feast(entry: Mapping[str, Any], where: str) -> Feast:
    place = f"{where}{line_of(entry)}: feast {entry.get('id', '?')}"
    refuse_unknown_keys(entry, _FEAST_KEYS, place)
    if not entry.get("id") or not words(entry, "names", place):
        message = f"{place}: needs an id and names"
        raise RuleError(message)
    rest = {key: value for key, value in entry.items() if key not in ("id", "names", "from", "table")}
    table = tuple(entry.get("table", ()))
    feast = Feast(entry["id"], tuple(entry["names"]), earliest=entry.get("from", 1), table=table, **rest)
    if not (feast.month or feast.easter is not None or feast.table):
        message = f"{place}: needs a month, a distance from Easter or a table"
        raise RuleError(message)
    return feast


def _lexicon(
    given: Mapping[str, Mapping[str, Value]], feasts: Sequence[Feast], atoms: Sequence[str], where: str
) -> dict[str, dict[str, Value]]:
    classes: dict[str, dict[str, Value]] = {}
    for name, entries in given.items():
        for word, value in entries.items():
            _enter(classes, name, word, value, where)
    for feast in feasts:
        for word in feast.names:
            classes.setdefault(normal(word), {})["FEAST"] = feast.id
    for atom in atoms:
        if atom[0] not in MARKS and not atom.isupper():
            classes.setdefault(atom, {})[f"={atom}"] = 0
    return classes


def _enter(classes: dict[str, dict[str, Value]], name: str, word: str, value: Value, where: str) -> None:
    key = normal(word)
    for form in sorted({key, key.removesuffix(" .")}):  # abbreviations may lack their full stop
        if name in classes.setdefault(form, {}):
            message = f"{where}: class {name}: {word!r} stands twice"
            raise RuleError(message)
        classes[form][name] = value


def _codes(classes: Mapping[str, Classes]) -> dict[frozenset[str], str]:
    sets = {frozenset(names) for names in classes.values()} | {frozenset(names) for names in NUMBER_CLASSES}
    ordered = sorted(sets, key=sorted)
    return {names: chr(_FIRST_CODE + place) for place, names in enumerate(ordered)}


def _atoms(pattern: str) -> list[str]:
    spaced = pattern.replace(")?", ") ?")
    return spaced.split()


def _expand(entry: Mapping[str, Any], pieces: Mapping[str, list[str]], where: str) -> list[str]:
    place = f"{where}{line_of(entry)}: form {entry.get('id', '?')}"
    refuse_unknown_keys(entry, _FORM_KEYS, place)
    found: list[str] = []
    left = list(reversed(_atoms(entry.get("pattern", ""))))
    while left:
        atom = left.pop()
        if not atom.startswith("{"):
            found.append(atom)
            continue
        if atom[1:-1] not in pieces:
            message = f"{place}: there is no piece {atom}"
            raise RuleError(message)
        left += reversed(pieces[atom[1:-1]])
    if not found:
        message = f"{place}: needs a pattern"
        raise RuleError(message)
    return found


def _form(entry: Mapping[str, Any], compiled: Compiled, where: str) -> tuple[Form, frozenset[str]]:
    place = f"{where}{line_of(entry)}: form {entry.get('id', '?')}"
    if not entry.get("id") or not entry.get("means"):
        message = f"{place}: needs an id and what it means"
        raise RuleError(message)
    examples = tuple(_example(text, place) for text in words(entry, "examples", place))
    not_examples = words(entry, "not_examples", place)
    if not examples or not not_examples:
        message = f"{place}: needs examples and not_examples"
        raise RuleError(message)
    regex = re.compile(compiled.regex)
    form = Form(entry["id"], entry["means"], entry.get("fixed", {}), regex, compiled.slots, examples, not_examples)
    return form, compiled.first


def _example(text: str, where: str) -> Example:
    match = _EXAMPLE.fullmatch(text)
    if match is None:
        message = f"{where}: an example is a sentence with [the phrase] and => its value, not {text!r}"
        raise RuleError(message)
    before, phrase, after, value = match.groups()
    return Example(before + phrase + after, phrase, value)


def _lists(data: Mapping[str, Any], where: str) -> dict[str, frozenset[str]]:
    lists: dict[str, frozenset[str]] = {}
    for table, known in (("tense", _TENSE_KEYS), ("clauses", _CLAUSE_KEYS), ("refuse", _REFUSE_KEYS)):
        entry = data.get(table, {})
        refuse_unknown_keys(entry, known, f"{where}: {table}")
        lists |= {key: frozenset(words(entry, key, f"{where}: {table}")) for key in known}
    return lists


def _trigger(given: Mapping[str, Mapping[str, Value]], feasts: Sequence[Feast]) -> re.Pattern[str]:
    """Any word that no time can do without."""
    listed = [word for name in _STRONG for word in given.get(name, {})] + [n for f in feasts for n in f.names]
    parts = sorted({re.escape(word.rstrip(".").split("-")[0]) for word in listed}, key=lambda w: (-len(w), w))
    return re.compile(r"\b(?:" + "|".join([*parts, r"\d{4}", r"\d+(?::\d+|\s?[ap]\.?m|s\b|q\b)", "q\\d", "h\\d"]) + ")")
