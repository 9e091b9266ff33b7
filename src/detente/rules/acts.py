"""The rules that code acts, from data/acts/<type>.toml: patterns with the sentences that prove them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from importlib.resources.abc import Traversable
from typing import Any

from detente.domain.acts import CONTEXTS, MODES_BY_TYPE, ActType, Status
from detente.domain.ids import RuleId
from detente.errors import RuleError
from detente.rules.idioms import Idioms, idioms_of
from detente.rules.patterns import Grammar, Pattern, PatternError, compile_pattern
from detente.rules.toml import DATA, line_of, read_toml, refuse_unknown_keys, words

RULE_KEYS = frozenset(
    {
        "id",
        "mode",
        "contexts",
        "actors",
        "future",
        "only",
        "by_words",
        "status",
        "both",
        "answers",
        "persons",
        "states",
        "clauses",
        "nouns",
        "said",
        "said_nouns",
        "note",
        "examples",
        "not_examples",
    }
)
EXAMPLE_KEYS = frozenset({"text", "actor", "recipient", "status", "type"})


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that a rule must code, and how."""

    text: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...] | None
    """The ids that are wanted, or None where the example does not say."""
    status: Status
    type: ActType
    """What the claim is after PLOVER's rule for the future: the rule's own type but for what is yet to come."""


class ActorKind(StrEnum):
    """Who may do what a rule codes, where the same words mean another act when others say or do it."""

    POWERS = "powers"
    """States and bodies."""
    PEOPLE = "people"
    """All others: crowds, unions, movements."""
    FORCES = "forces"
    """All but crowds, unions, courts and the like: those whose strikes are blows."""
    ARMED = "armed"
    """Soldiers, police, rebels: those who retreat where others leave."""


@dataclass(frozen=True, slots=True)
class ActRule:
    """One rule: what it codes, the patterns that fire it, the sentences that prove it."""

    id: RuleId
    type: ActType
    mode: str | None
    contexts: tuple[str, ...]
    actors: ActorKind | None
    future: ActType | None
    """What the act is while it is still to come, where PLOVER's own rule for its type does not fit."""
    only: Status | None
    """The one status in which the words mean the act: "will respond" threatens, "responded" says nothing."""
    status: Status | None
    """What the words themselves say became of the act: "parted without a deal" agrees on nothing.

    Of a rule of one status alone it is what that status comes to: who does "not recognise" has rejected.
    """
    is_between_two: bool
    """Whether the words mean the act only where both sides are known: "cut it to 10 %" may speak of anything."""
    is_done_by_words: bool
    """Whether to declare the act is to do it: who says that he will expel an envoy has expelled him."""
    answers: bool
    """Whether the words mean the act only of one whom the report tells to be accused, and are aimed at his accuser."""
    is_figure_for_persons: bool
    """Whether the words are a figure of speech where one office-holder does it to another: "ambushed a guest"."""
    is_figure_for_states: bool
    """Whether the words are a figure of speech where it is done to a state as a whole: "beat Peru by two goals"."""
    patterns: tuple[Pattern, ...]
    examples: tuple[Example, ...]
    not_examples: tuple[str, ...]
    place: str = ""
    """The file and line at which the rule stands."""


@dataclass(frozen=True)
class ActRules:
    """All rules, and for each trigger the patterns that hang on it."""

    rules: tuple[ActRule, ...]
    light_verbs: frozenset[str]
    idioms: Idioms = field(default_factory=dict)
    """Turns of speech in which a word of action tells of no such act."""
    messages: frozenset[str] = frozenset()
    """What one receives from him who asks, warns or thanks in it: "a call from the minister"."""

    @cached_property
    def by_verb(self) -> Mapping[str, tuple[tuple[ActRule, Pattern], ...]]:
        """For the dictionary form of a verb the patterns that it triggers, the most demanding first."""
        return self._index(is_noun=False)

    @cached_property
    def by_noun(self) -> Mapping[str, tuple[tuple[ActRule, Pattern], ...]]:
        """The same for nouns."""
        return self._index(is_noun=True)

    @cached_property
    def phrasal_verbs(self) -> frozenset[tuple[str, str]]:
        """Verbs that mean another thing with a particle: "call off" is no call."""
        triggers = (t for rule in self.rules for pattern in rule.patterns for t in pattern.triggers)
        return frozenset((t.lemma, t.particle) for t in triggers if t.particle)

    @cached_property
    def by_id(self) -> Mapping[RuleId, ActRule]:
        """The rules under their ids."""
        return {rule.id: rule for rule in self.rules}

    def _index(self, *, is_noun: bool) -> Mapping[str, tuple[tuple[ActRule, Pattern], ...]]:
        found: dict[str, list[tuple[ActRule, Pattern]]] = defaultdict(list)
        for rule in self.rules:
            for pattern in rule.patterns:
                if pattern.is_noun == is_noun:
                    for lemma in sorted({trigger.lemma for trigger in pattern.triggers}):
                        found[lemma].append((rule, pattern))
        order = {lemma: sorted(pairs, key=lambda p: (-p[1].weight, p[0].id)) for lemma, pairs in found.items()}
        return {lemma: tuple(pairs) for lemma, pairs in order.items()}


def load_act_rules(own: Sequence[Traversable] = ()) -> ActRules:
    """All rules of data/acts; RuleError at the first one that cannot be right.

    Files of one's own stand in for those of data/acts that bear their names, or beside them.
    """
    content = read_toml(DATA / "grammar.toml")
    refuse_unknown_keys(content, {"prepositions", "light_verbs", "messages", "irregular", "lists"}, "grammar.toml")
    lists = {name: words(content["lists"], name, "grammar.toml") for name in content.get("lists", {})}
    grammar = Grammar(frozenset(words(content, "prepositions", "grammar.toml")), lists)
    files = {path.name: path for path in (DATA / "acts").iterdir()} | {path.name: path for path in own}
    rules: list[ActRule] = []
    for name in sorted(files):
        rules += rules_of_file(read_toml(files[name]), name, grammar)
    refuse_repeats(rules)
    light_verbs = frozenset(words(content, "light_verbs", "grammar.toml"))
    messages = frozenset(words(content, "messages", "grammar.toml"))
    return ActRules(tuple(rules), light_verbs, idioms_of(read_toml(DATA / "idioms.toml"), grammar), messages)


def refuse_repeats(rules: Sequence[ActRule]) -> None:
    """Stop at an id that stands twice: a claim names its rule by it."""
    seen: dict[RuleId, str] = {}
    for rule in rules:
        if rule.id in seen:
            message = f"{rule.place}: the id {rule.id!r} stands twice, first at {seen[rule.id]}"
            raise RuleError(message)
        seen[rule.id] = rule.place


def rules_of_file(content: Mapping[str, Any], name: str, grammar: Grammar) -> list[ActRule]:
    """The rules of one file of data/acts."""
    refuse_unknown_keys(content, {"type", "rule"}, name)
    try:
        type_ = ActType(content.get("type", ""))
    except ValueError as error:
        message = f"{name}: type must be one of PLOVER's 16, not {content.get('type')!r}"
        raise RuleError(message) from error
    return [_rule(entry, type_, f"{name}{line_of(entry)}", grammar) for entry in content.get("rule", [])]


def _rule(entry: Mapping[str, Any], type_: ActType, place: str, grammar: Grammar) -> ActRule:
    where = f"{place}: rule {entry.get('id')!r}"
    refuse_unknown_keys(entry, RULE_KEYS, where)
    if not str(entry.get("id")).startswith(f"{type_.lower()}/"):
        message = f"{where}: an id is written {type_.lower()}/some-words"
        raise RuleError(message)
    mode = entry.get("mode")
    if mode is not None and mode not in MODES_BY_TYPE.get(type_, {}):
        message = f"{where}: {type_} has no mode {mode!r}; it has {', '.join(MODES_BY_TYPE.get(type_, {})) or 'none'}"
        raise RuleError(message)
    contexts = words(entry, "contexts", where)
    if not set(contexts) <= CONTEXTS:
        message = f"{where}: unknown context {min(set(contexts) - CONTEXTS)!r}"
        raise RuleError(message)
    patterns = _patterns(entry, where, grammar)
    examples = tuple(_example(e, type_, where) for e in entry.get("examples", []))
    not_examples = words(entry, "not_examples", where)
    if not patterns or not examples or not not_examples:
        message = f"{where}: a rule has patterns, examples and not_examples; give the one that is missing"
        raise RuleError(message)
    return ActRule(
        id=RuleId(entry["id"]),
        type=type_,
        mode=mode,
        contexts=contexts,
        actors=_choice(entry, "actors", ActorKind, where),
        future=_choice(entry, "future", ActType, where),
        only=_choice(entry, "only", Status, where),
        status=_choice(entry, "status", Status, where),
        is_between_two=bool(entry.get("both", False)),
        is_done_by_words=bool(entry.get("by_words", False)),
        answers=entry.get("answers") is True,
        is_figure_for_persons=entry.get("persons") is False,
        is_figure_for_states=entry.get("states") is False,
        patterns=patterns,
        examples=examples,
        not_examples=not_examples,
        place=place,
    )


def _choice[Choice: StrEnum](entry: Mapping[str, Any], key: str, choices: type[Choice], where: str) -> Choice | None:
    if key not in entry:
        return None
    try:
        return choices(entry[key])
    except ValueError as error:
        message = f"{where}: {key} must be one of {', '.join(choices)}, not {entry[key]!r}"
        raise RuleError(message) from error


def _patterns(entry: Mapping[str, Any], where: str, grammar: Grammar) -> tuple[Pattern, ...]:
    found: list[Pattern] = []
    for key in ("clauses", "nouns", "said", "said_nouns"):
        is_noun, is_said = key.endswith("nouns"), key.startswith("said")
        for source in words(entry, key, where):
            try:
                found.append(compile_pattern(source, grammar, is_noun=is_noun, is_said=is_said))
            except PatternError as error:
                message = f"{where}: {error}"
                raise RuleError(message) from error
    return tuple(found)


def _example(entry: Mapping[str, Any] | str, type_: ActType, where: str) -> Example:
    """An example; a bare sentence is coded with the rule's own type, has happened, and says nothing of its parties."""
    if isinstance(entry, str):
        entry = {"text": entry}
    refuse_unknown_keys(entry, EXAMPLE_KEYS, f"{where}: example")
    if not entry.get("text"):
        message = f"{where}: an example needs its text"
        raise RuleError(message)
    try:
        status, coded = Status(entry.get("status", "happened")), ActType(entry.get("type", type_))
    except ValueError as error:
        message = f"{where}: example {entry['text']!r}: {error}"
        raise RuleError(message) from error
    recipient = tuple(entry["recipient"]) if "recipient" in entry else None
    return Example(entry["text"], tuple(entry.get("actor", ())), recipient, status, coded)
