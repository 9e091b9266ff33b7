"""What makes two reports contradict one another, from data/contraries.toml."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from detente.errors import RuleError
from detente.rules.toml import DATA, line_of, read_toml, refuse_unknown_keys, words

FILE = "contraries.toml"
KEYS = frozenset({"words", "things", "negations", "examples", "not_examples"})


@dataclass(frozen=True)
class Contraries:
    """The words of denial, of empty talk and of growing counts."""

    denials: tuple[str, ...]
    things: frozenset[str]
    negations: tuple[str, ...]
    empty: frozenset[str]
    growing: frozenset[str]

    def denied_things(self, text: str) -> Iterator[tuple[int, str]]:
        """Where a text says that something is not there: the place and the two words of its name, in lower case."""
        for match in self._denial.finditer(text):
            name = match[1].casefold()
            if name.split()[-1] in self.things:
                yield match.start(1), name

    def asserts(self, clause: str, thing: str) -> bool:
        """Whether a clause that has the thing's name in it speaks of it as there."""
        before = clause.casefold().split(thing)[0]
        return self._negation.search(before) is None

    def content(self, phrase: str) -> frozenset[str]:
        """The words of meaning of a phrase."""
        return frozenset(w for w in re.findall(r"\w+", phrase.casefold()) if w not in self.empty)

    def grows(self, *phrases: str) -> bool:
        """Whether what is counted is counted again every day."""
        return any(self.content(phrase) & self.growing for phrase in phrases)

    @cached_property
    def _denial(self) -> re.Pattern[str]:
        return re.compile(
            rf"\b(?:{'|'.join(map(re.escape, self.denials))}) ([a-z-]{{3,}} [a-z-]{{4,}})\b", re.IGNORECASE
        )

    @cached_property
    def _negation(self) -> re.Pattern[str]:
        return re.compile(rf"(?:\b|(?<=n't))(?:{'|'.join(map(re.escape, self.negations))})\b|n't\b")


@cache
def load_contraries() -> Contraries:
    """The words of data/contraries.toml."""
    content = read_toml(DATA / FILE)
    refuse_unknown_keys(content, {"denial", "empty", "growing"}, FILE)
    for name, group in content.items():
        refuse_unknown_keys(group, KEYS, f"{FILE}: {name}")
        if not group.get("examples") or not group.get("not_examples"):
            message = f"{FILE}{line_of(group)}: {name}: a group of words has examples and not_examples"
            raise RuleError(message)
    return Contraries(
        denials=words(content["denial"], "words", FILE),
        things=frozenset(words(content["denial"], "things", FILE)),
        negations=words(content["denial"], "negations", FILE),
        empty=frozenset(words(content["empty"], "words", FILE)),
        growing=frozenset(words(content["growing"], "words", FILE)),
    )
