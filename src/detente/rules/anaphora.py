"""Words that speak of what is told elsewhere in a report, from data/anaphora.toml."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from detente.domain.acts import ActType
from detente.errors import RuleError
from detente.rules.toml import DATA, line_of, read_toml, refuse_unknown_keys, words

KEYS_BY_GROUP = {
    "acts": ("nouns", "determiners", "pronouns", "of_one", "of_several"),
    "denials": ("denials", "charges", "harms"),
    "calm": ("calm", "mediation", "strife"),
    "leagues": ("leagues",),
    "countering": ("countering",),
}
KINDS = ("measures", "blows", "forces", "deals", "thaws", "meetings", "offers", "pledges", "words", "bonds", "undoing")
"""The groups whose nouns tell which types of act they can name."""


@dataclass(frozen=True, slots=True)
class Anaphora:
    """The words by which a sentence speaks of an act told elsewhere in the report."""

    nouns: frozenset[str]
    """Those that name any act."""
    types_by_noun: Mapping[str, frozenset[ActType]]
    """Those that name acts of some types."""
    nouns_by_kind: Mapping[str, frozenset[str]]
    """The same by their group."""
    determiners: frozenset[str]
    pronouns: frozenset[str]
    of_one: frozenset[str]
    """Nouns for what one side alone puts forward."""
    of_several: frozenset[str]
    """Nouns for what several do together."""
    denials: frozenset[str]
    """Verbs that say that something charged is not so."""
    charges: frozenset[str]
    """Nouns for what one is accused of."""
    harms: frozenset[str]
    """Words for what was done to somebody."""
    calm: frozenset[str]
    """What a third wants of two who are at odds."""
    strife: frozenset[str]
    """What he wants them to end."""
    mediation: frozenset[str]
    """Words for what he does between them."""
    leagues: frozenset[str]
    """What a third calls those who come together without him."""
    countering: frozenset[str]
    """Verbs for what one does to him against whom one comes."""

    def names_acts(self, noun: str) -> bool:
        """Whether a noun in dictionary form names an act."""
        return noun in self.nouns or noun in self.types_by_noun


def load_anaphora() -> Anaphora:
    """The words of data/anaphora.toml."""
    content = read_toml(DATA / "anaphora.toml")
    refuse_unknown_keys(content, {*KEYS_BY_GROUP, *KINDS}, "anaphora.toml")
    found: dict[str, frozenset[str]] = {}
    for name, keys in KEYS_BY_GROUP.items():
        where = _checked(name, content[name], keys)
        found |= {key: frozenset(words(content[name], key, where)) for key in keys}
    types_by_noun: dict[str, frozenset[ActType]] = defaultdict(frozenset)
    nouns_by_kind: dict[str, frozenset[str]] = {}
    for name in KINDS:
        where = _checked(name, content[name], ("nouns", "types"))
        nouns_by_kind[name] = frozenset(words(content[name], "nouns", where))
        types = frozenset(ActType(word) for word in words(content[name], "types", where))
        for noun in nouns_by_kind[name]:
            types_by_noun[noun] |= types
    return Anaphora(types_by_noun=dict(types_by_noun), nouns_by_kind=nouns_by_kind, **found)


def _checked(name: str, group: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    """Where a group stands; it must have its own keys alone, and prove what it says."""
    where = f"anaphora.toml{line_of(group)}: {name}"
    refuse_unknown_keys(group, {*keys, "examples", "not_examples"}, where)
    if not group.get("examples") or not group.get("not_examples"):
        message = f"{where}: a group of cues has examples and not_examples"
        raise RuleError(message)
    return where
