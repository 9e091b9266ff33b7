"""Cues of status, from data/status.toml: what the words around an act say became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from detente.domain.acts import Status
from detente.errors import RuleError
from detente.rules.toml import DATA, line_of, read_toml, refuse_unknown_keys, words

GROUP_KEYS = frozenset({"status", "verbs", "nouns", "adjectives", "examples", "not_examples"})
MODAL_KEYS = frozenset(
    {
        "planned",
        "conditional",
        "hypothetical",
        "demanded",
        "negations",
        "conditions",
        "circumstances",
        "to_come",
        "conceding",
        "abilities",
        "entitlements",
        "unfulfilled",
        "missing",
        "alternatives",
        "ended",
    }
)


@dataclass(frozen=True, slots=True)
class StatusCues:
    """The words that decide a status, by the part that they play."""

    by_verb: dict[str, Status]
    by_noun: dict[str, Status]
    by_adjective: dict[str, Status]
    by_modal: dict[str, Status]
    conditional: frozenset[str]
    negations: frozenset[str]
    ended: frozenset[str]
    """Adverbs whose "no" is the verb's own: "no longer"."""
    conditions: frozenset[str]
    conceding: frozenset[str]
    """Words before "if" that make it no condition: "even if"."""
    to_come: frozenset[str]
    """Verbs with whose infinitive a thing is still to come: "is to meet"."""
    own: frozenset[str]
    """Verbs that tell what one means to do oneself, where no other is to do it: "wants to meet"."""
    circumstances: frozenset[str]
    """Prepositions that only tell when: what was denied during the talks does not deny the talks."""
    alternatives: frozenset[str]
    """Conjunctions over which a negation reaches."""
    abilities: frozenset[str]
    """Words for what one is able to do, which tell of no act at all."""
    entitlements: frozenset[str]
    """Nouns for what one may or ought to do by right, which tell of none either: "a duty to defend"."""
    unfulfilled: frozenset[str]
    """Adverbs by which a thing has not been done: "has yet to sign"."""
    missing: frozenset[str]
    """Adverbs by which a thing did not come about after all: "nearly broke off ties"."""
    own_of_pronouns: frozenset[str]
    """Verbs that tell so only where a pronoun stands for him who means himself: "he needs to meet"."""
    scheduled: frozenset[str]
    """Verbs that in the present tense tell of what is set down for a day to come: "flies to Rome on Sunday"."""
    days: frozenset[str]
    """The words for such a day."""
    onlookers: frozenset[str]
    """Words for those who only watch, ask and judge: reporters, experts, pollsters."""
    deciding: frozenset[str]
    """Verbs after which a measure is taken, not threatened: "decided to expel"."""
    utterance: frozenset[str]
    carrying: frozenset[str]
    """Verbs whose own sense is the status of the act that their object names: "considers sanctions"."""


def load_status_cues() -> StatusCues:
    """The cues of data/status.toml; where two groups share a word the earlier one has it."""
    return status_cues(read_toml(DATA / "status.toml"))


def status_cues(content: Mapping[str, Any]) -> StatusCues:
    """The cues of a file's content; RuleError at the first one that cannot be right."""
    refuse_unknown_keys(
        content,
        {"group", "modals", "utterance", "carrying", "own", "timetable", "deciding", "onlookers"},
        "status.toml",
    )
    tables: tuple[dict[str, Status], ...] = ({}, {}, {})
    for entry in content["group"]:
        where = f"status.toml{line_of(entry)}: group {entry.get('status')!r}"
        refuse_unknown_keys(entry, GROUP_KEYS, where)
        if not entry.get("examples") or not entry.get("not_examples"):
            message = f"{where}: a group of cues has examples and not_examples"
            raise RuleError(message)
        for table, key in zip(tables, ("verbs", "nouns", "adjectives"), strict=True):
            for word in words(entry, key, where):
                table.setdefault(word, Status(entry["status"]))
    modals = content["modals"]
    refuse_unknown_keys(modals, MODAL_KEYS, "status.toml: modals")
    named = ("planned", "hypothetical", "demanded")
    return StatusCues(
        by_verb=tables[0],
        by_noun=tables[1],
        by_adjective=tables[2],
        by_modal={w: Status(key) for key in named for w in words(modals, key, "status.toml: modals")},
        conditional=frozenset(words(modals, "conditional", "status.toml: modals")),
        negations=frozenset(words(modals, "negations", "status.toml: modals")),
        ended=frozenset(words(modals, "ended", "status.toml: modals")),
        conditions=frozenset(words(modals, "conditions", "status.toml: modals")),
        conceding=frozenset(words(modals, "conceding", "status.toml: modals")),
        to_come=frozenset(words(modals, "to_come", "status.toml: modals")),
        own=frozenset(words(content["own"], "verbs", "status.toml: own")),
        circumstances=frozenset(words(modals, "circumstances", "status.toml: modals")),
        alternatives=frozenset(words(modals, "alternatives", "status.toml: modals")),
        abilities=frozenset(words(modals, "abilities", "status.toml: modals")),
        entitlements=frozenset(words(modals, "entitlements", "status.toml: modals")),
        unfulfilled=frozenset(words(modals, "unfulfilled", "status.toml: modals")),
        missing=frozenset(words(modals, "missing", "status.toml: modals")),
        own_of_pronouns=frozenset(words(content["own"], "of_pronouns", "status.toml: own")),
        scheduled=frozenset(words(content["timetable"], "verbs", "status.toml: timetable")),
        days=frozenset(words(content["timetable"], "days", "status.toml: timetable")),
        onlookers=frozenset(words(content["onlookers"], "nouns", "status.toml: onlookers")),
        deciding=frozenset(words(content["deciding"], "verbs", "status.toml: deciding")),
        utterance=frozenset(words(content["utterance"], "verbs", "status.toml: utterance")),
        carrying=frozenset(words(content["carrying"], "verbs", "status.toml: carrying")),
    )
