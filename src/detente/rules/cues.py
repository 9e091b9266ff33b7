"""Cues of status, from data/status.toml: what the words around an act say became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from detente.domain.acts import Status
from detente.errors import RuleError
from detente.rules.toml import DATA, line_of, read_toml, refuse_unknown_keys, words

GROUP_KEYS = frozenset({"status", "verbs", "nouns", "adjectives", "examples", "not_examples"})
NAMED = ("planned", "hypothetical", "demanded")
"""The statuses that auxiliaries give."""
TURNS = (
    "conditional",
    "negations",
    "nobody",
    "ended",
    "conditions",
    "conceding",
    "to_come",
    "circumstances",
    "places",
    "of_others",
    "towards",
    "attending",
    "open_ended",
    "alternatives",
    "abilities",
    "entitlements",
    "unfulfilled",
    "missing",
    "opposing",
)
"""The lists of words in [modals], and those in [turns], under the names that the cues give them."""
VERBS_OF_TURNS = (
    "own",
    "own_of_pronouns",
    "beholding",
    "alleging",
    "presupposing",
    "occurring",
    "foreseeing",
    "purposes",
    "implying",
    "going",
    "done_after",
    "ordinals",
    "remarking",
    "preventing",
    "barring",
    "attempting",
    "sources",
    "along_with",
    "open_before",
    "open_after_nouns",
)
VERBS = ("utterance", "carrying", "deciding", "threats")
"""The tables that hold one list of verbs."""
TABLES = frozenset(
    {"group", "modals", "turns", "utterance", "carrying", "timetable", "deciding", "threats", "onlookers"}
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
    nobody: frozenset[str]
    """Pronouns that negate the verb of which they are subject or object: "none", "nobody"."""
    ended: frozenset[str]
    """Adverbs whose "no" is the verb's own: "no longer"."""
    conditions: frozenset[str]
    conceding: frozenset[str]
    """Words before "if" that make it no condition: "even if"."""
    to_come: frozenset[str]
    """Verbs with whose infinitive a thing is still to come: "is to meet"."""
    own: frozenset[str]
    """Verbs that tell what one wishes to do oneself, where no other is to do it: "wants to meet"."""
    beholding: frozenset[str]
    """Verbs by which one wishes that others do it: "hopes to see Peru sign"."""
    alleging: frozenset[str]
    """Verbs by which a thing is laid at somebody's door: "was accused of having shelled"."""
    presupposing: frozenset[str]
    """Verbs whose object is a fact whatever becomes of them: "could not justify its raids"."""
    occurring: frozenset[str]
    """Verbs that say of a thing whether it took place: "the talks never took place"."""
    foreseeing: frozenset[str]
    """Verbs that in the passive tell what others expect of one: "is expected to attack"."""
    purposes: frozenset[str]
    """Verbs that in the passive tell only what a thing is for: "aimed at restoring ties"."""
    implying: frozenset[str]
    """Verbs whose infinitive is as done as they are: "managed to sign"."""
    going: frozenset[str]
    """Verbs of going and means, after which an aim is as done as they are: "flew to Rome to sign"."""
    done_after: frozenset[str]
    """Words after which a clause without a tense tells what has been done: "thanked them for signing"."""
    ordinals: frozenset[str]
    """Words for one of a row, after whom an infinitive tells what he has done: "the first to sign"."""
    remarking: frozenset[str]
    """Conjunctions of a mere remark: "as expected"."""
    preventing: frozenset[str]
    """Verbs by which a thing has not been done: "prevented them from signing"."""
    barring: frozenset[str]
    """Verbs by which one must not do a thing, whether he does it or not: "banned from signing"."""
    attempting: frozenset[str]
    """Verbs by which one tries: who tried to do harm is told to have done so."""
    sources: frozenset[str]
    """The preposition of such verbs."""
    along_with: frozenset[str]
    """Prepositions whose gerund is as done as the verb over them: "won by signing"."""
    open_before: frozenset[str]
    """Prepositions whose gerund is an aim or a topic: "committed to signing"."""
    open_after_nouns: frozenset[str]
    """Prepositions whose gerund is so after a noun or an adjective: "the idea of signing"."""
    places: frozenset[str]
    """Prepositions that only tell where: who "did not raise it in a call" has called."""
    of_others: frozenset[str]
    """The word before those who should do a thing, and before what a day is set for."""
    attending: frozenset[str]
    """Prepositions that open a clause with a bare participle: "with Peru expected to sign"."""
    towards: frozenset[str]
    """Prepositions for what one only moves to: "steps towards a deal"."""
    open_ended: frozenset[str]
    """Adjectives that leave open whether a thing comes: "a deal is close"."""
    threats: frozenset[str]
    """Verbs by which what one will do if something happens is a threat."""
    circumstances: frozenset[str]
    """Prepositions that only tell when: what was denied during the talks does not deny the talks."""
    alternatives: frozenset[str]
    """Conjunctions over which a negation reaches."""
    abilities: frozenset[str]
    """Words for what one is able to do, which tell of no act at all."""
    entitlements: frozenset[str]
    """Nouns for what one may or ought to do by right, which tell of none either: "a duty to defend"."""
    opposing: frozenset[str]
    """Prepositions before what one is not for: "warned them against travelling"."""
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
        TABLES,
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
    where = "status.toml: modals"
    modals, turns = content["modals"], content["turns"]
    refuse_unknown_keys(modals, frozenset({*NAMED, *TURNS}), where)
    refuse_unknown_keys(turns, frozenset({*VERBS_OF_TURNS, "examples"}), "status.toml: turns")
    lists = {name: frozenset(words(modals, name, where)) for name in TURNS}
    lists |= {name: frozenset(words(turns, name, "status.toml: turns")) for name in VERBS_OF_TURNS}
    lists |= {name: frozenset(words(content[name], "verbs", where)) for name in VERBS}
    return StatusCues(
        by_verb=tables[0],
        by_noun=tables[1],
        by_adjective=tables[2],
        by_modal={w: Status(key) for key in NAMED for w in words(modals, key, where)},
        scheduled=frozenset(words(content["timetable"], "verbs", "status.toml: timetable")),
        days=frozenset(words(content["timetable"], "days", "status.toml: timetable")),
        onlookers=frozenset(words(content["onlookers"], "nouns", "status.toml: onlookers")),
        **lists,
    )
