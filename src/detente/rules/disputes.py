"""How reports word what can be disputed, from data/disputes.toml, as patterns over lower-case words.

The patterns are matched on the words of a sentence with one blank after each, in which "@KEN" stands for each name of a
state; so "over STATE" finds where a thing was, whichever name the report used.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from detente.errors import RuleError
from detente.rules.toml import DATA, line_of, read_toml, refuse_unknown_keys, words

FILE = "disputes.toml"
GAP = r"(?:\S+ ){0,6}?"
STATE = r"@(?P<state>\w+) "
KEYS: Mapping[str, frozenset[str]] = {
    "place": frozenset({"patterns", "own", "open", "negations"}),
    "cause": frozenset({"effects", "links", "kinds", "proof"}),
    "part": frozenset({"denials", "blames", "acts"}),
    "denied": frozenset({"openings", "guards", "breaks"}),
    "deadline": frozenset({"words", "moves", "former"}),
    "horizon": frozenset({"patterns", "units"}),
    "impossible": frozenset({"comparing", "future", "past"}),
    "deed": frozenset({"announcing"}),
}


@dataclass(frozen=True, slots=True)
class Disputes:
    """The patterns of disputes; `load_disputes` makes it."""

    things: tuple[tuple[str, re.Pattern[str]], ...]
    """Names of moving things, each with the words for one of its kind."""
    patterns: Mapping[tuple[str, str], re.Pattern[str]]
    """By part of the file and list one pattern for any of the list's phrases."""
    causes: Mapping[str, re.Pattern[str]]
    """By kind of cause the two ways of telling it: the cause before what it did, and after."""
    about: Mapping[str, str]
    units: frozenset[str]
    """Words for lengths of time."""

    def search(self, part: str, name: str, masked: str) -> re.Match[str] | None:
        """Where masked words first match a phrase of a list."""
        return self.patterns[part, name].search(masked)

    def has(self, part: str, name: str, masked: str) -> bool:
        """Whether masked words match any phrase of a list."""
        return self.search(part, name, masked) is not None

    def clauses(self, masked: str) -> list[str]:
        """The parts of masked words between those that open a new clause."""
        return [c for c in self.patterns["denied", "breaks"].split(masked) if c]

    def thing(self, masked: str) -> tuple[str, int] | None:
        """The first moving thing of which masked words speak, and where."""
        found = sorted((m.start(), name) for name, pattern in self.things if (m := pattern.search(masked)))
        return (found[0][1], found[0][0]) if found else None

    def cause(self, masked: str) -> str | None:
        """The kind of cause that brought a thing down, where masked words tell exactly one."""
        kinds = [kind for kind, pattern in self.causes.items() if pattern.search(masked)]
        return kinds[0] if len(kinds) == 1 else None


def phrase_pattern(phrase: str) -> str:
    """The regular expression of a phrase, over words with one blank after each."""
    found = []
    for piece in re.findall(r"\{[^}]*\}|\S+", phrase):
        if piece == "...":
            found.append(GAP)
        elif piece == "STATE":
            found.append(STATE)
        elif piece.startswith("{"):
            ways = piece[1:-1].split("|")
            found.append(f"(?:{'|'.join(re.escape(w) + ' ' for w in ways if w)}){'?' if '' in ways else ''}")
        else:
            found.append(re.escape(piece) + " ")
    return "".join(found)


def any_phrase(phrases: Iterable[str]) -> re.Pattern[str]:
    """One pattern for several phrases."""
    ways = [re.sub(r"\?P<state>", "", phrase_pattern(p)) for p in phrases]
    return re.compile(rf"(?<!\S)(?:{'|'.join(ways)})")


@cache
def load_disputes() -> Disputes:
    """The packaged patterns."""
    return read_disputes(read_toml(DATA / FILE))


def read_disputes(content: Mapping[str, Any]) -> Disputes:
    """The patterns of a file's content; RuleError at the first part that cannot be right."""
    refuse_unknown_keys(content, {"things", *KEYS}, FILE)
    patterns = {}
    for part, known in KEYS.items():
        entry = content[part]
        where = f"{FILE}{line_of(entry)}: {part}"
        refuse_unknown_keys(entry, known | {"about", "examples", "not_examples"}, where)
        proof = entry.get("proof", entry)
        if not entry.get("about") or not proof.get("examples") or not proof.get("not_examples"):
            message = f"{where}: about, examples and not_examples are all needed"
            raise RuleError(message)
        units = "{" + "|".join(words(entry, "units", where)) + "}"
        for name in sorted(known - {"kinds", "proof"}):
            patterns[part, name] = any_phrase(p.replace("UNIT", units) for p in words(entry, name, where))
    cause = content["cause"]
    return Disputes(
        things=tuple((t["name"], any_phrase(words(t, "words", name))) for name, t in content["things"].items()),
        patterns=patterns,
        causes={kind: _cause(cause, kind) for kind in sorted(cause["kinds"])},
        about={part: content[part]["about"] for part in KEYS},
        units=frozenset(content["horizon"]["units"]),
    )


def _cause(cause: Mapping[str, Any], kind: str) -> re.Pattern[str]:
    effects, links, causes = (
        "{" + "|".join(w) + "}" for w in (cause["effects"], cause["links"], words(cause["kinds"], kind, FILE))
    )
    return any_phrase((f"{causes} {effects}", f"{effects} ... {links} ... {causes}"))
