"""When words speak of one thing, from data/alike.toml: forms of one word, and names of one thing."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from detente.errors import RuleError
from detente.rules.toml import DATA, line_of, read_toml, refuse_unknown_keys, words

FILE = "alike.toml"
NOT = "not"
SHORTEST_STEM = 3
"""Letters; what is left of a word when its ending is cut, so that "king" stays whole."""


@dataclass(frozen=True)
class Alike:
    """The empty words, the endings of words, and the names that stand for one thing; `load_alike` makes it."""

    empty: frozenset[str]
    turning: frozenset[str]
    """Empty words that turn the sense all the same."""
    endings: tuple[str, ...]
    same: tuple[tuple[str, ...], ...]

    def stem(self, word: str) -> str:
        """A word without its ending: "seizure" and "seized" are one."""
        plain = word.casefold().replace("’", "'").removesuffix("'s").strip("'")
        for ending in self.endings:
            if plain.endswith(ending) and len(plain) - len(ending) >= SHORTEST_STEM:
                plain = plain.removesuffix(ending)
                break
        return plain[:-1] if len(plain) > SHORTEST_STEM and plain[-1] == plain[-2] and plain[-1] != "s" else plain

    def stems(self, text: Sequence[str]) -> tuple[str, ...]:
        """The stems of words of meaning, in order, with one name for each thing that has several."""
        return tuple(self._renamed([stem for word in text for stem in self._stems_of(word)]))

    def _stems_of(self, word: str) -> tuple[str, ...]:
        """The stems of the parts of a word, kept: reports are made of the same words."""
        found = self._kept.get(word)
        if found is None:
            parts = (p for p in re.split(r"[-‑]", word) if p and p.casefold() not in self.empty and not p[0].isdigit())
            stems = (p.casefold() if p.startswith("@") else self.stem(p) for p in parts)
            found = self._kept[word] = tuple(stem for stem in stems if stem)
        return found

    @cached_property
    def _kept(self) -> dict[str, tuple[str, ...]]:
        return {}

    def turn(self, word: str) -> str | None:
        """What a number or a small word does to the sense of a sentence: itself, "not" for "n't", else None."""
        plain = word.casefold().replace("’", "'")
        if any(c.isdigit() for c in plain) or plain in self.turning:
            return plain
        return NOT if plain.endswith(("n't", NOT)) else None

    def content(self, phrase: str) -> frozenset[str]:
        """The same for a phrase, whatever its order."""
        return frozenset(self.stems(re.findall(r"[\w'’]+", phrase)))

    def _renamed(self, stems: Sequence[str]) -> list[str]:
        if self._openers.isdisjoint(stems):
            return list(stems)
        found: list[str] = []
        at = 0
        while at < len(stems):
            length, name = next(
                ((n, self._names[key]) for n in (2, 1) if (key := tuple(stems[at : at + n])) in self._names),
                (1, (stems[at],)),
            )
            found += name
            at += length
        return found

    @cached_property
    def _openers(self) -> frozenset[str]:
        return frozenset(name[0] for name in self._names)

    @cached_property
    def _names(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """By the stems of each name those of the first of its row."""
        rows = [[tuple(self.stem(w) for w in name.split()) for name in row] for row in self.same]
        return {name: row[0] for row in rows for name in row}


@cache
def load_alike() -> Alike:
    """The words of data/alike.toml."""
    return read_alike(read_toml(DATA / FILE))


def read_alike(content: Mapping[str, Any]) -> Alike:
    """The words of a file's content; RuleError at the first group that cannot be right."""
    refuse_unknown_keys(content, {"empty", "turning", "endings", "same"}, FILE)
    for name, group in content.items():
        refuse_unknown_keys(group, {"words", "sets", "examples", "not_examples"}, f"{FILE}: {name}")
        if not group.get("examples") or not group.get("not_examples"):
            message = f"{FILE}{line_of(group)}: {name}: a group of words has examples and not_examples"
            raise RuleError(message)
    return Alike(
        frozenset(words(content["empty"], "words", FILE)),
        frozenset(words(content["turning"], "words", FILE)),
        tuple(sorted(words(content["endings"], "words", FILE), key=len, reverse=True)),
        tuple(tuple(row) for row in content["same"]["sets"]),
    )
