"""The words with which reports give words to people, from data/saying.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from detente.errors import RuleError
from detente.rules.toml import DATA, line_of, read_toml, refuse_repeats, refuse_unknown_keys, words

STANCES = frozenset({"supports", "opposes", "demands", "regrets", "denies"})


class Kind(StrEnum):
    """What a verb or noun of saying does with the words beside it."""

    SAYING = "saying"
    THINKING = "thinking"
    JUDGING = "judging"
    INTENDING = "intending"
    ASKING = "asking"
    SHOWING = "showing"


class Shape(StrEnum):
    """What stands for the words said."""

    CLAUSE = "clause"
    QUOTE = "quote"
    INFINITIVE = "infinitive"
    OBJECT = "object"
    AS = "as"
    PREPOSITION = "preposition"
    NOUNS = "nouns"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class SayingExample:
    """A text whose last statement is given to a speaker; without a speaker the text holds no statement."""

    text: str
    speaker: str | None
    content: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """Verbs and nouns that do the same with the words beside them."""

    id: str
    kind: Kind
    stance: str | None
    examples: tuple[SayingExample, ...]
    not_examples: tuple[SayingExample, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """One word in one shape, with the preposition that it takes there."""

    word: str
    shape: Shape
    preposition: str | None
    group: Group


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of one use beside the verbs of saying."""

    id: str
    words: frozenset[str]
    examples: tuple[SayingExample, ...]
    not_examples: tuple[SayingExample, ...]


@dataclass(frozen=True)
class Sayings:
    """All that data/saying.toml knows."""

    groups: tuple[Group, ...]
    by_verb: Mapping[str, tuple[Wording, ...]]
    by_noun: Mapping[str, Wording]
    sources: Mapping[str, tuple[tuple[str, ...], Group]]
    """Phrases before a speaker beside the clause, under their first word."""
    cues: Mapping[str, Cue]

    @property
    def plain(self) -> Group:
        """The first group of the data: the plainest words for saying."""
        return self.groups[0]

    def has(self, cue: str, word: str) -> bool:
        """Whether a word, in lower case, stands among the words of a cue."""
        return word in self.cues[cue].words


CUES = (
    "hinges",
    "leads",
    "addressed",
    "carriers", "channels", "honorifics/he", "honorifics/she", "honorifics/any",
    "roles/any", "roles/he", "roles/she", "titles",
    "pronouns/he", "pronouns/she", "pronouns/they", "pronouns/it", "owners", "bodies", "roles/relative",
    "first-person", "commitment", "evidence",
)  # fmt: skip


@cache
def load_sayings() -> Sayings:
    """The content of data/saying.toml; RuleError at the first entry that cannot be right."""
    return sayings_of(read_toml(DATA / "saying.toml"))


def sayings_of(content: Mapping[str, Any]) -> Sayings:
    """The typed form of the file's content."""
    refuse_unknown_keys(content, {"group", "cue"}, "saying.toml")
    refuse_repeats(content.get("group", []), "id", "saying.toml")
    groups: list[Group] = []
    frames: dict[tuple[str, Shape, str | None], Wording] = {}
    for entry in content.get("group", []):
        group = _group(entry)
        groups.append(group)
        for frame in _wordings(entry, group):
            key = (frame.word, frame.shape, frame.preposition)
            if key in frames:
                place, both = f"saying.toml{line_of(entry)}", f"{frames[key].group.id} and {group.id}"
                message = f"{place}: {frame.word!r} ({frame.shape}) stands in {both}"
                raise RuleError(message)
            frames[key] = frame
    cues = [_cue(entry) for entry in content.get("cue", [])]
    if sorted(cue.id for cue in cues) != sorted(CUES):
        message = f"saying.toml: the cues are {', '.join(sorted(CUES))}, each once"
        raise RuleError(message)
    by_verb: dict[str, list[Wording]] = {}
    for frame in frames.values():
        if frame.shape not in (Shape.NOUNS, Shape.SOURCES):
            by_verb.setdefault(frame.word, []).append(frame)
    return Sayings(
        tuple(groups),
        {verb: tuple(found) for verb, found in by_verb.items()},
        {frame.word: frame for frame in frames.values() if frame.shape is Shape.NOUNS},
        {f.word.split()[0]: (tuple(f.word.split()), f.group) for f in frames.values() if f.shape is Shape.SOURCES},
        {cue.id: cue for cue in cues},
    )


def _group(entry: Mapping[str, Any]) -> Group:
    where = f"saying.toml{line_of(entry)}: group {entry.get('id')!r}"
    refuse_unknown_keys(entry, {"id", "kind", "stance", "examples", "not_examples", *Shape}, where)
    try:
        kind = Kind(entry.get("kind", ""))
    except ValueError as error:
        message = f"{where}: kind must be one of {', '.join(Kind)}"
        raise RuleError(message) from error
    stance = entry.get("stance")
    if stance is not None and stance not in STANCES:
        message = f"{where}: stance must be one of {', '.join(sorted(STANCES))}"
        raise RuleError(message)
    return Group(str(entry.get("id")), kind, stance, *_proofs(entry, where))


def _wordings(entry: Mapping[str, Any], group: Group) -> list[Wording]:
    found: list[Wording] = []
    for shape in Shape:
        for wording in words(entry, shape, f"saying.toml{line_of(entry)}: group {group.id!r}"):
            word, _, preposition = (wording, "", "") if shape is Shape.SOURCES else wording.partition(" ")
            found.append(Wording(word, shape, preposition or None, group))
    return found


def _cue(entry: Mapping[str, Any]) -> Cue:
    where = f"saying.toml{line_of(entry)}: cue {entry.get('id')!r}"
    refuse_unknown_keys(entry, {"id", "words", "examples", "not_examples"}, where)
    return Cue(str(entry.get("id")), frozenset(words(entry, "words", where)), *_proofs(entry, where))


def _proofs(entry: Mapping[str, Any], where: str) -> tuple[tuple[SayingExample, ...], tuple[SayingExample, ...]]:
    """The examples and not-examples of an entry, both of which it must have."""
    both = tuple(tuple(_example(e, where) for e in entry.get(key, ())) for key in ("examples", "not_examples"))
    if not all(both):
        message = f"{where}: an entry has examples and not_examples; give the one that is missing"
        raise RuleError(message)
    return both[0], both[1]


def _example(entry: Mapping[str, Any], where: str) -> SayingExample:
    refuse_unknown_keys(entry, {"text", "speaker", "content"}, f"{where}: example")
    if not entry.get("text"):
        message = f"{where}: an example needs its text"
        raise RuleError(message)
    return SayingExample(entry["text"], entry.get("speaker"), entry.get("content"))
