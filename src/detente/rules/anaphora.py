"""Nouns that take up an act told before, from data/anaphora.toml."""

from dataclasses import dataclass

from detente.errors import RuleError
from detente.rules.toml import DATA, line_of, read_toml, refuse_unknown_keys, words


@dataclass(frozen=True, slots=True)
class Anaphora:
    """The words by which a sentence speaks of an act of the sentences before."""

    nouns: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]


def load_anaphora() -> Anaphora:
    """The words of data/anaphora.toml."""
    content = read_toml(DATA / "anaphora.toml")
    refuse_unknown_keys(content, {"acts"}, "anaphora.toml")
    acts = content["acts"]
    where = f"anaphora.toml{line_of(acts)}: acts"
    refuse_unknown_keys(acts, {"nouns", "determiners", "pronouns", "examples", "not_examples"}, where)
    if not acts.get("examples") or not acts.get("not_examples"):
        message = f"{where}: a group of cues has examples and not_examples"
        raise RuleError(message)
    nouns, determiners, pronouns = (frozenset(words(acts, k, where)) for k in ("nouns", "determiners", "pronouns"))
    return Anaphora(nouns, determiners, pronouns)
