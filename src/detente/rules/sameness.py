"""By what reports of one act differ and two acts are told apart, from data/sameness.toml."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from detente.domain.acts import ActType
from detente.errors import RuleError
from detente.rules.toml import DATA, read_toml, refuse_unknown_keys, words

FILE = "sameness.toml"
KEYS = frozenset({"types", "words", "leaders", "officials", "examples", "not_examples"})

GROUPS = ("once", "once_by_day", "once_by_issue", "in_one_breath", "near", "levels", "several")


@dataclass(frozen=True, slots=True)
class Sameness:
    """What merging knows of types and words."""

    kind_by_type: Mapping[ActType, int]
    """Types of one kind can tell one act."""
    once: frozenset[ActType]
    """Types of acts that the same parties rarely do twice on one day."""
    once_by_day: frozenset[ActType]
    """The same where both reports name the day."""
    once_by_issue: frozenset[ActType]
    """Types of acts that the same parties rarely do twice in a few days on one issue."""
    in_one_breath: frozenset[ActType]
    """Types of acts of which one sentence that somebody says does one, in however many words."""
    meaning_by_word: Mapping[str, str]
    """For each of the words that are taken for one another the one that stands for all of them."""

    levels: tuple[tuple[str, ...], ...]
    """Words of titles by the level at which those meet who bear them, the lowest level first."""
    several: frozenset[str]
    """Nouns for acts that are done one by one, in the plural."""

    def level(self, title: str) -> int | None:
        """The level that a title tells, 0 the lowest; None where it tells none."""
        padded = _padded(title)
        lowest, *higher = self.levels
        # the "minister" of "prime minister" is none
        rest = padded
        for word in (w for words_ in higher for w in words_ if " " in w):
            rest = rest.replace(f" {word} ", "  ")
        if any(f" {w} " in rest for w in lowest):
            return 0
        return next((n for n, words_ in enumerate(higher, 1) if any(f" {w} " in padded for w in words_)), None)

    def tells_of_several(self, clause: str) -> bool:
        """Whether a clause has a plural noun for acts that are done one by one."""
        return not self.several.isdisjoint(_padded(clause).split())

    def kinds(self, *types: ActType | None) -> frozenset[int]:
        """The kinds of an act and of what is promised in it."""
        return frozenset(self.kind_by_type[t] for t in types if t is not None)

    def meanings(self, about: Iterable[str]) -> frozenset[str]:
        """Words of meaning, those that reports take for one another made equal."""
        return frozenset(self.meaning_by_word.get(word, word) for word in about)


@cache
def load_sameness() -> Sameness:
    """The knowledge of data/sameness.toml."""
    content = read_toml(DATA / FILE)
    refuse_unknown_keys(content, {"kinds", *GROUPS}, FILE)
    for group in (*content["kinds"], *(content[name] for name in GROUPS)):
        refuse_unknown_keys(group, KEYS, FILE)
        if not group.get("examples") or not group.get("not_examples"):
            message = f"{FILE}: a group of types or words has examples and not_examples"
            raise RuleError(message)
    return Sameness(
        kind_by_type=_kinds([_types(group) for group in content["kinds"]]),
        once=frozenset(_types(content["once"])),
        once_by_day=frozenset(_types(content["once_by_day"])),
        once_by_issue=frozenset(_types(content["once_by_issue"])),
        in_one_breath=frozenset(_types(content["in_one_breath"])),
        meaning_by_word=_meanings(content["near"]["words"]),
        several=frozenset(words(content["several"], "words", FILE)),
        levels=(words(content["levels"], "officials", FILE), words(content["levels"], "leaders", FILE)),
    )


def _padded(text: str) -> str:
    return f" {' '.join(re.findall(r'[a-z]+', text.casefold()))} "


def _types(group: Mapping[str, Any]) -> list[ActType]:
    return [ActType(name) for name in words(group, "types", FILE)]


def _kinds(groups: list[list[ActType]]) -> dict[ActType, int]:
    """A number for each kind; a type that no group names is a kind of its own."""
    alone = [[t] for t in ActType if not any(t in group for group in groups)]
    return {type_: n for n, group in enumerate([*groups, *alone]) for type_ in group}


def _meanings(groups: list[list[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for group in groups:
        for word in group:
            if word in found:
                message = f"{FILE}: {word!r} stands in two groups of words"
                raise RuleError(message)
            found[word] = group[0]
    return found
