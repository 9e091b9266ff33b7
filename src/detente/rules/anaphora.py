"""Words that speak of what is told elsewhere in a report, from data/anaphora.toml."""

from dataclasses import dataclass

from detente.errors import RuleError
from detente.rules.toml import DATA, line_of, read_toml, refuse_unknown_keys, words

KEYS_BY_GROUP = {
    "acts": ("nouns", "determiners", "pronouns", "of_one"),
    "denials": ("denials", "charges", "harms"),
    "calm": ("calm",),
}


@dataclass(frozen=True, slots=True)
class Anaphora:
    """The words by which a sentence speaks of an act told elsewhere in the report."""

    nouns: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    of_one: frozenset[str]
    """Nouns for what one side alone puts forward."""
    denials: frozenset[str]
    """Verbs that say that something charged is not so."""
    charges: frozenset[str]
    """Nouns for what one is accused of."""
    harms: frozenset[str]
    """Words for what was done to somebody."""
    calm: frozenset[str]
    """What a third wants of two who are at odds."""


def load_anaphora() -> Anaphora:
    """The words of data/anaphora.toml."""
    content = read_toml(DATA / "anaphora.toml")
    refuse_unknown_keys(content, {"acts", "denials", "calm"}, "anaphora.toml")
    found: dict[str, frozenset[str]] = {}
    for name, keys in KEYS_BY_GROUP.items():
        group, where = content[name], f"anaphora.toml{line_of(content[name])}: {name}"
        refuse_unknown_keys(group, {*keys, "examples", "not_examples"}, where)
        if not group.get("examples") or not group.get("not_examples"):
            message = f"{where}: a group of cues has examples and not_examples"
            raise RuleError(message)
        found |= {key: frozenset(words(group, key, where)) for key in keys}
    return Anaphora(**found)
