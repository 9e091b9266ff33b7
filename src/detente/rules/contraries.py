"""What makes two reports contradict one another in numbers and acts, from data/contraries.toml."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from detente.errors import RuleError
from detente.rules.numbers import load_number_rules
from detente.rules.toml import DATA, line_of, read_toml, refuse_unknown_keys, words

FILE = "contraries.toml"
PLAIN = ("growing", "partial", "parts", "beyond", "rates", "doers", "anaphors", "links", "listing", "many")
GROUPS = ("denial", "vague", *PLAIN)
KEYS = frozenset({"words", "things", "negations", "ranges", "examples", "not_examples"})


@dataclass(frozen=True)
class Contraries:
    """The words of denial and of counting."""

    denials: tuple[str, ...]
    things: frozenset[str]
    negations: tuple[str, ...]
    ranges: tuple[tuple[str, float, float], ...]
    """Counts without a number, the longest phrase first, with the fewest and the most for which they stand."""
    words: dict[str, tuple[str, ...]]
    """The plain groups of words, by name."""
    phrases: dict[str, str]
    """How it is said what two numbers are of."""
    numerals: frozenset[str]
    units: frozenset[str]
    """Names of units of length, time, weight and money: a number of these is no count."""
    money: frozenset[str]

    def denied_things(self, text: str) -> Iterator[tuple[int, str]]:
        """Where a text says that something is not there: the place and the two words of its name, in lower case."""
        for match in self._denial.finditer(text):
            name = match[1].casefold()
            if name.split()[-1] in self.things:
                yield match.start(1), name

    def asserts(self, clause: str, thing: str) -> bool:
        """Whether a clause that has the thing's name in it speaks of it as there."""
        before = clause.casefold().split(thing)[0]
        return self._negation.search(before) is None

    def vague_counts(self, text: str) -> Iterator[tuple[re.Match[str], float, float]]:
        """Where a text counts without a number, with the three words after it, and between what the count lies."""
        limits = {phrase: (low, high) for phrase, low, high in self.ranges}
        for match in self._vague.finditer(text):
            yield (match, *limits[match[1].casefold()])

    def has(self, group: str, phrase: str) -> bool:
        """Whether any word of a group stands in a phrase."""
        return self._groups[group].search(phrase) is not None

    def opens(self, group: str, sentence: str) -> bool:
        """Whether a sentence begins with a word of a group."""
        return self._groups[group].match(sentence) is not None

    def is_number(self, word: str) -> bool:
        """Whether a word is written in digits or names a number."""
        return word[0].isdigit() or word in self.numerals

    def is_many(self, word: str) -> bool:
        """Whether a word speaks of more than one: by itself, or by an ending, which the data writes with a hyphen."""
        return any(word.endswith(many[1:]) if many.startswith("-") else word == many for many in self.words["many"])

    def rates(self, measure: str) -> tuple[str, ...]:
        """The words of a measure that say what it is a rate of."""
        return tuple(w for w in self.words["rates"] if re.search(rf"\b{w}", measure, re.IGNORECASE))

    @cached_property
    def _denial(self) -> re.Pattern[str]:
        return re.compile(
            rf"\b(?:{'|'.join(map(re.escape, self.denials))}) ([a-z-]{{3,}} [a-z-]{{4,}})\b", re.IGNORECASE
        )

    @cached_property
    def _negation(self) -> re.Pattern[str]:
        return re.compile(rf"(?:\b|(?<=n't))(?:{'|'.join(map(re.escape, self.negations))})\b|n't\b")

    @cached_property
    def _vague(self) -> re.Pattern[str]:
        ways = "|".join(re.escape(phrase) for phrase, _, _ in self.ranges)
        return re.compile(rf"\b({ways}) of ((?:[\w'’-]+ ){{0,2}}[\w'’-]+)", re.IGNORECASE)

    @cached_property
    def _groups(self) -> dict[str, re.Pattern[str]]:
        return {
            name: re.compile(rf"\b(?:{'|'.join(map(re.escape, group))})(?:s|es)?\b", re.IGNORECASE)
            for name, group in self.words.items()
        }


@cache
def load_contraries() -> Contraries:
    """The words of data/contraries.toml."""
    return read_contraries(read_toml(DATA / FILE))


def read_contraries(content: Mapping[str, Any]) -> Contraries:
    """The words of a file's content; RuleError at the first group that cannot be right."""
    refuse_unknown_keys(content, {*GROUPS, "phrases"}, FILE)
    for name in GROUPS:
        group = content[name]
        refuse_unknown_keys(group, KEYS, f"{FILE}: {name}")
        if not group.get("examples") or not group.get("not_examples"):
            message = f"{FILE}{line_of(group)}: {name}: a group of words has examples and not_examples"
            raise RuleError(message)
    numbers = load_number_rules()
    ranges = sorted(content["vague"]["ranges"].items(), key=lambda item: (-len(item[0]), item[0]))
    return Contraries(
        denials=words(content["denial"], "words", FILE),
        things=frozenset(words(content["denial"], "things", FILE)),
        negations=words(content["denial"], "negations", FILE),
        ranges=tuple((phrase, float(low), float(high)) for phrase, (low, high) in ranges),
        words={name: words(content[name], "words", FILE) for name in PLAIN},
        phrases=content["phrases"],
        numerals=frozenset(numbers.starts),
        money=frozenset(u.name for u in numbers.signs.values()),
        units=frozenset(u.name for u in (*numbers.units.values(), *numbers.signs.values())),
    )
