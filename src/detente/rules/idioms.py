"""Turns of speech, from data/idioms.toml, in which a verb or noun of action tells of no such act."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from detente.domain.acts import ActType
from detente.errors import RuleError
from detente.rules.patterns import Grammar, Pattern, PatternError, compile_pattern
from detente.rules.toml import line_of, refuse_unknown_keys, words

KEYS = frozenset({"not", "clauses", "nouns", "examples", "not_examples"})


@dataclass(frozen=True, slots=True)
class Idiom:
    """A pattern, without the place of him who acts, and the types of acts that its words do not tell of."""

    types: frozenset[ActType]
    pattern: Pattern


Idioms = Mapping[str, tuple[Idiom, ...]]
"""For the dictionary form of a verb or noun the idioms that hang on it."""


def idioms_of(content: Mapping[str, Any], grammar: Grammar) -> Idioms:
    """The idioms of a file's content; RuleError at the first one that cannot be right."""
    refuse_unknown_keys(content, {"idiom"}, "idioms.toml")
    found: dict[str, list[Idiom]] = defaultdict(list)
    for entry in content["idiom"]:
        where = f"idioms.toml{line_of(entry)}"
        refuse_unknown_keys(entry, KEYS, where)
        types = frozenset(ActType(name) for name in words(entry, "not", where))
        if not types or not entry.get("examples") or not entry.get("not_examples"):
            message = f"{where}: an idiom has the types that it does not tell of, examples and not_examples"
            raise RuleError(message)
        for key in ("clauses", "nouns"):
            for source in words(entry, key, where):
                for idiom in (_idiom(types, source, grammar, where, is_noun=key == "nouns"),):
                    for lemma in sorted({trigger.lemma for trigger in idiom.pattern.triggers}):
                        found[lemma].append(idiom)
    return {lemma: tuple(idioms) for lemma, idioms in found.items()}


def _idiom(types: frozenset[ActType], source: str, grammar: Grammar, where: str, *, is_noun: bool) -> Idiom:
    try:
        return Idiom(types, compile_pattern(source, grammar, is_noun=is_noun))
    except PatternError as error:
        message = f"{where}: {error}"
        raise RuleError(message) from error
