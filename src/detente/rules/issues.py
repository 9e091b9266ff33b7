"""Names of disputes and channels: data/issues/*.toml and data/issue_cues.toml as typed rules, and their matching.

It argues past 100 lines: a name's small language (choices, gaps) is read and matched in one place.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from detente.domain.derived import IssueNature
from detente.domain.ids import ActorId, IssueId
from detente.errors import RuleError
from detente.rules.letters import without_accents
from detente.rules.toml import DATA, line_of, read_toml, refuse_unknown_keys, words

LONG_GAP, SHORT_GAP = 6, 1
_WORD = re.compile(r"([^\W_]+)(?:['’]s?\b)?")
_ELEMENT = re.compile(r"\{[^}]*\}|\.\.\.|\S+")
_SENTENCE_END = re.compile(r"[.!?;]['\"”’)]*\s|\n\s*\n")
_SHORTEST_END = 2
_KEYS = ("id", "name", "nature", "scope", "parties", "aliases", "loose", "examples", "not_examples")
_SIBILANTS = ("ches", "shes", "xes", "sses")

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text without its ending, and where it stands."""

    stem: str
    start: int
    end: int
    sentence: int
    """Grows by one where a sentence ends before it."""


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without accents, capitals and the plural's ending."""
    plain = without_accents(word.lower())
    if len(plain) > 4 and plain.endswith("ies"):  # noqa: PLR2004 - "ties" is "tie"
        return plain[:-3] + "y"
    if plain.endswith(_SIBILANTS):
        return plain[:-2]
    if len(plain) > 3 and plain.endswith("s") and not plain.endswith(("ss", "us", "is")):  # noqa: PLR2004
        return plain[:-1]
    return plain


def read_words(text: str) -> tuple[Word, ...]:
    """The words of a text; hyphens part words."""
    found: list[Word] = []
    sentence, end = 0, 0
    for match in _WORD.finditer(text):
        start = match.start()
        # a mark and a blank at the least: to look between every two words takes longer than all else
        if start - end >= _SHORTEST_END and _SENTENCE_END.search(text, end, start):
            sentence += 1
        found.append(Word(stem(match.group(1)), start, match.end(), sentence))
        end = match.end(1)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Element:
    """One place of an alias: a choice of words, or a gap of up to so many words."""

    choices: tuple[Stems, ...] = ()
    gap: int = 0


Alias = tuple[Element, ...]


class Scope(StrEnum):
    """Whose an issue is."""

    WORLD = "world"  # the world has one: Kashmir
    PAIR = "pair"  # every pair of states has its own: shuttle diplomacy
    GENERAL = "general"  # the same, and a named issue goes before it: tariffs


@dataclass(frozen=True, slots=True)
class IssueRule:
    """A dispute or channel that the data knows."""

    id: IssueId
    name: str
    nature: IssueNature
    parties: tuple[ActorId, ...]
    scope: Scope
    aliases: tuple[Alias, ...]
    loose: tuple[Alias, ...]
    """Words that name it only where the report also names it by an alias."""
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a text where an issue is named."""

    rule: IssueRule
    start: int
    end: int
    sentence: int
    is_loose: bool = False
    length: int = 1
    """Words that name it; 0 where it begins with "the" or "that", which point to what was told before."""


@dataclass(frozen=True, slots=True)
class IssueCues:
    """Words that tell where an issue stands, name one that the data does not know, or point back to one."""

    by_first: Mapping[IssueNature, Mapping[str, tuple[tuple[int, str, Stems], ...]]]
    """For each first word the phrases that begin with it: the status's place in the file, the status, the phrase."""
    past_by_first: Mapping[IssueNature, Mapping[str, tuple[tuple[int, str, Stems], ...]]]
    """The same for words behind which a past time tells when an issue stood so."""
    dispute_nouns: frozenset[str]
    channel_nouns: frozenset[str]
    connectors: frozenset[str]
    of_nouns: frozenset[Stems]
    stops: frozenset[str]
    stop_endings: tuple[str, ...]
    openers: frozenset[str]
    empty: frozenset[str]
    joiners: frozenset[str]
    determiners: frozenset[str]
    pointers: frozenset[str]
    negations: frozenset[str]
    turns: frozenset[str]
    """Words with which a sentence turns from the name to something else."""
    spans: frozenset[str]
    """Words before how long a status has lasted."""
    examples: tuple[Mapping[str, str], ...]
    not_examples: tuple[str, ...]
    past_examples: tuple[Mapping[str, str], ...]
    past_not_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IssueRules:
    """All issues of the data, found by the first word of their aliases, and the cues."""

    rules: tuple[IssueRule, ...]
    by_first: Mapping[str, tuple[tuple[IssueRule, Alias, bool], ...]]
    cues: IssueCues

    def find(self, text_words: Sequence[Word]) -> tuple[Hit, ...]:
        """Every place where an alias stands, in the text's order, firm or loose."""
        found: dict[tuple[str, int], Hit] = {}
        for i, word in enumerate(text_words):
            for rule, alias, is_loose in self.by_first.get(word.stem, ()):
                end = _match(alias, 0, text_words, i, word.sentence)
                if end is None:
                    continue
                length = 0 if word.stem in self.cues.determiners else end - i
                hit = Hit(rule, word.start, text_words[end - 1].end, word.sentence, is_loose, length)
                before = found.get((rule.id, word.start))
                if not before or (before.is_loose and not is_loose) or hit.end < before.end:
                    found[rule.id, word.start] = hit
        return tuple(found.values())


def issue_rules(files: Iterable[tuple[str, Mapping[str, Any]]], cues: Mapping[str, Any]) -> IssueRules:
    """The rules in the content of data files, each with its name for messages."""
    entries = [(entry, f"issues/{name}{line_of(entry)}") for name, content in files for entry in content["issue"]]
    rules = tuple(_rule(entry, place) for entry, place in entries)
    _refuse_repeats([(rule.id, place) for rule, (_, place) in zip(rules, entries, strict=True)])
    by_first: dict[str, list[tuple[IssueRule, Alias, bool]]] = defaultdict(list)
    for rule in rules:
        for aliases, is_loose in ((rule.aliases, False), (rule.loose, True)):
            for alias in aliases:
                for first in sorted({choice[0] for choice in alias[0].choices}):
                    by_first[first].append((rule, alias, is_loose))
    return IssueRules(rules, {k: tuple(v) for k, v in by_first.items()}, _cues(cues))


@cache
def load_issue_rules() -> IssueRules:
    """The packaged issues and cues."""
    folder = DATA / "issues"
    names = sorted(path.name for path in folder.iterdir() if path.name.endswith(".toml"))
    return issue_rules(((name, read_toml(folder / name)) for name in names), read_toml(DATA / "issue_cues.toml"))


def _refuse_repeats(ids: Iterable[tuple[IssueId, str]]) -> None:
    """Stop at an id that stands twice, in whatever files."""
    first: dict[IssueId, str] = {}
    for id_, place in ids:
        if id_ in first:
            raise RuleError(f"{place}: the id {id_!r} stands twice, first at {first[id_]}")
        first[id_] = place


def _rule(entry: Mapping[str, Any], place: str) -> IssueRule:
    where = f"{place}: {entry.get('id', 'an issue without id')}"
    refuse_unknown_keys(entry, _KEYS, where)
    examples, not_examples = words(entry, "examples", where), words(entry, "not_examples", where)
    if not examples or not not_examples:
        raise RuleError(f"{where}: an issue needs examples and not_examples")
    scope = entry.get("scope", "world")
    if scope not in list(Scope):
        raise RuleError(f"{where}: scope is one of {', '.join(Scope)}, not {scope!r}")
    return IssueRule(
        id=IssueId(entry["id"]),
        name=entry["name"],
        nature=IssueNature(entry["nature"]),
        parties=tuple(ActorId(p) for p in words(entry, "parties", where)),
        scope=Scope(scope),
        aliases=tuple(_alias(a, where) for a in words(entry, "aliases", where)),
        loose=tuple(_alias(a, where) for a in words(entry, "loose", where)),
        examples=examples,
        not_examples=not_examples,
    )


def _alias(text: str, where: str) -> Alias:
    elements: list[Element] = []
    for piece in _ELEMENT.findall(text):
        if piece == "...":
            elements.append(Element(gap=LONG_GAP))
        elif piece == "_":
            elements.append(Element(gap=SHORT_GAP))
        else:
            elements.append(Element(tuple(_stems(choice) for choice in piece.strip("{}").split("|"))))
    if not elements or not all(elements[0].choices) or not elements[0].choices:
        raise RuleError(f"{where}: {text!r} must begin with a word")
    return tuple(elements)


def _stems(phrase: str) -> Stems:
    return tuple(word.stem for word in read_words(phrase))


def _match(alias: Alias, at: int, text_words: Sequence[Word], i: int, sentence: int) -> int | None:
    """The word after the alias from its element `at` on, if that begins at word i; the nearest end of all."""
    if at == len(alias):
        return i
    for after in _ends(alias[at], text_words, i, sentence):
        end = _match(alias, at + 1, text_words, after, sentence)
        if end is not None:
            return end
    return None


def _ends(element: Element, text_words: Sequence[Word], i: int, sentence: int) -> Iterator[int]:
    """The words at which an alias may go on after one of its elements."""
    if element.gap:
        for after in range(i, min(i + element.gap, len(text_words)) + 1):
            if after > i and text_words[after - 1].sentence != sentence:
                return
            yield after
        return
    for choice in element.choices:
        piece = text_words[i : i + len(choice)]
        if tuple(w.stem for w in piece) == choice and all(w.sentence == sentence for w in piece):
            yield i + len(choice)


def _cues(content: Mapping[str, Any]) -> IssueCues:
    names, pointers = content["names"], content["pointers"]
    if not content["examples"] or not content["not_examples"]["texts"]:
        raise RuleError("issue_cues.toml: cues need examples and not_examples")
    return IssueCues(
        by_first={nature: _by_first(content[nature]) for nature in IssueNature},
        past_by_first={nature: _by_first(content["past"][nature]) for nature in IssueNature},
        dispute_nouns=_single(names["dispute_nouns"]),
        channel_nouns=_single(names["channel_nouns"]),
        connectors=_single(names["connectors"]),
        of_nouns=frozenset(_stems(p) for p in names["of_nouns"]),
        stops=frozenset(names["stops"]),
        stop_endings=tuple(names["stop_endings"]),
        openers=frozenset(names["openers"]),
        empty=_single(names["empty"]),
        joiners=_single(names["joiners"]),
        determiners=frozenset(pointers["determiners"]),
        pointers=_single(pointers["nouns"]),
        negations=frozenset(content["negations"]["words"]),
        turns=frozenset(content["past"]["turns"]),
        spans=frozenset(content["past"]["spans"]),
        examples=tuple(content["examples"]),
        not_examples=tuple(content["not_examples"]["texts"]),
        past_examples=tuple(content["past_examples"]),
        past_not_examples=tuple(content["past_not_examples"]["texts"]),
    )


def _by_first(statuses: Mapping[str, Sequence[str]]) -> dict[str, tuple[tuple[int, str, Stems], ...]]:
    found: dict[str, list[tuple[int, str, Stems]]] = defaultdict(list)
    for order, (status, phrases) in enumerate(statuses.items()):
        for phrase in map(_stems, phrases):
            found[phrase[0]].append((order, status, phrase))
    return {first: tuple(entries) for first, entries in found.items()}


def _single(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(p) for p in phrases)
