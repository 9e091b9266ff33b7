"""How promises are worded and kept: data/pledge_cues.toml as typed rules."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from detente.errors import RuleError
from detente.rules.issues import read_words
from detente.rules.toml import DATA, read_toml, words

Stems = tuple[str, ...]
LATER = ("reversed", "suspended", "done", "started")
"""What can become of a pledge, the more telling first."""


@dataclass(frozen=True, slots=True)
class PledgeCues:
    """Words around promises."""

    frames_by_first: Mapping[str, tuple[tuple[int, Stems], ...]]
    """By first word the words of promising after which comes what is promised, numbered, the longest first."""
    before_act: tuple[str, ...]
    """With which of their last words frames stand before what is to be done, the surest first."""
    negation: str
    """What may stand in a frame and belongs to what is promised."""
    due_before: tuple[Stems, ...]
    due_not_behind: frozenset[str]
    length_before: tuple[Stems, ...]
    length_after: str
    """What makes a length of time the day at its end."""
    vague: frozenset[str]
    """Words that alone promise nothing."""
    standing: frozenset[str]
    """Words of what goes on as it was."""
    later: Mapping[str, tuple[Stems, ...]]
    examples: tuple[Mapping[str, str], ...]
    not_examples: tuple[str, ...]


def pledge_cues(content: Mapping[str, Any], where: str = "pledge_cues.toml") -> PledgeCues:
    """The cues in a file's content."""
    if set(content["later"]) != set(LATER):
        raise RuleError(f"{where}: later must tell of {', '.join(LATER)}")
    if not content["examples"] or not content["not_examples"]["texts"]:
        raise RuleError(f"{where}: cues need examples and not_examples")
    return PledgeCues(
        frames_by_first=_by_first(_stems(p) for p in words(content, "frames", where)),
        before_act=words(content, "before_act", where),
        negation=content["negation"],
        due_before=tuple(_stems(p) for p in words(content, "due_before", where)),
        due_not_behind=frozenset(stem for p in words(content, "due_not_behind", where) for stem in _stems(p)),
        length_before=tuple(_stems(p) for p in words(content, "length_before", where)),
        length_after=content["length_after"],
        vague=frozenset(words(content, "vague", where)),
        standing=frozenset(words(content, "standing", where)),
        later={status: tuple(_stems(p) for p in words(content["later"], status, where)) for status in LATER},
        examples=tuple(content["examples"]),
        not_examples=tuple(content["not_examples"]["texts"]),
    )


@cache
def load_pledge_cues() -> PledgeCues:
    """The packaged cues."""
    return pledge_cues(read_toml(DATA / "pledge_cues.toml"))


def _by_first(frames: Iterable[Stems]) -> dict[str, tuple[tuple[int, Stems], ...]]:
    found: dict[str, list[tuple[int, Stems]]] = defaultdict(list)
    for number, frame in enumerate(sorted(frames, key=lambda s: (-len(s), s))):
        found[frame[0]].append((number, frame))
    return {first: tuple(own) for first, own in found.items()}


def _stems(phrase: str) -> Stems:
    return tuple(word.stem for word in read_words(phrase))
