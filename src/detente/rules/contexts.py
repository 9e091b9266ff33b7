"""Cues of what an act is about, from data/contexts.toml: PLOVER's 37 contexts by the words beside an act."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from detente.domain.acts import CONTEXTS
from detente.errors import RuleError
from detente.rules.acts import ActRule
from detente.rules.toml import DATA, line_of, read_toml, refuse_repeats, refuse_unknown_keys, words

CONTEXT_KEYS = frozenset({"name", "lemmas", "examples", "not_examples"})


@dataclass(frozen=True, slots=True)
class ContextCue:
    """One context with the words that speak of it, and the sentences that prove them."""

    name: str
    lemmas: frozenset[str]
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContextCues:
    """All contexts, and for each word those that it speaks of."""

    cues: tuple[ContextCue, ...]
    by_lemma: Mapping[str, tuple[str, ...]]


def contexts_of(lemmas: Iterable[str], rule: ActRule, cues: ContextCues) -> tuple[str, ...]:
    """The contexts of an act, sorted: those of its rule and those that the words of its clause speak of."""
    spoken = {name for lemma in lemmas for name in cues.by_lemma.get(lemma.lower(), ())}
    return tuple(sorted(spoken | set(rule.contexts)))


def load_context_cues() -> ContextCues:
    """The cues of data/contexts.toml; all 37 contexts must be there."""
    return context_cues(read_toml(DATA / "contexts.toml"))


def context_cues(content: Mapping[str, Any]) -> ContextCues:
    """The cues of a file's content; RuleError at the first one that cannot be right."""
    refuse_unknown_keys(content, {"context"}, "contexts.toml")
    cues = tuple(_cue(entry) for entry in content.get("context", []))
    refuse_repeats(content.get("context", []), "name", "contexts.toml")
    missing = CONTEXTS - {cue.name for cue in cues}
    if missing:
        message = f"contexts.toml: the context {min(missing)!r} is missing"
        raise RuleError(message)
    by_lemma: dict[str, list[str]] = defaultdict(list)
    for cue in cues:
        for lemma in sorted(cue.lemmas):
            by_lemma[lemma].append(cue.name)
    return ContextCues(cues, {lemma: tuple(names) for lemma, names in by_lemma.items()})


def _cue(entry: Mapping[str, Any]) -> ContextCue:
    where = f"contexts.toml{line_of(entry)}: context {entry.get('name')!r}"
    refuse_unknown_keys(entry, CONTEXT_KEYS, where)
    if entry.get("name") not in CONTEXTS:
        message = f"{where}: PLOVER knows no such context"
        raise RuleError(message)
    cue = ContextCue(
        entry["name"],
        frozenset(words(entry, "lemmas", where)),
        words(entry, "examples", where),
        words(entry, "not_examples", where),
    )
    if not cue.lemmas or not cue.examples or not cue.not_examples:
        message = f"{where}: a context has lemmas, examples and not_examples; give the one that is missing"
        raise RuleError(message)
    return cue
