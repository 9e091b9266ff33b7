"""What marks furniture in a report: cues of `data/furniture.toml`, each with what proves it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import chain
from typing import Any

from detente.errors import RuleError
from detente.rules.languages import LanguageCues, load_languages
from detente.rules.toml import DATA, line_of, read_toml, refuse_repeats, refuse_unknown_keys, words

CUE_KEYS = ("id", "reach", "where", "exact", "patterns", "examples", "not_examples")
GROUPS = ("abbreviations", "openers", "plain", "endings")
GROUP_KEYS = ("words", "examples", "not_examples")


class Reach(StrEnum):
    """How much is furniture where a cue stands."""

    WORDS = "words"  # the words of the cue alone
    SENTENCE = "sentence"  # the sentence around it
    LINE = "line"  # the line, which is a paragraph of a text with paragraphs
    CAPTION = "caption"  # the sentence that a credit closes, or the one before a credit that stands alone
    BLOCK = "block"  # the line and the teasers that follow
    REST = "rest"  # all that follows, where most of the report has gone before


class Where(StrEnum):
    """Where in a report a cue counts."""

    ANYWHERE = "anywhere"
    TAIL = "tail"  # only where nothing but furniture follows


@dataclass(frozen=True, slots=True)
class Pattern:
    """A cue's words as a regular expression, and words of which one must be there for it to match."""

    regex: re.Pattern[str]
    anchors: tuple[str, ...]
    """Case-folded; a cheap look before the regular expression."""

    def find(self, text: str, folded: str) -> re.Match[str] | None:
        """The first place of the pattern in a text that is also given case-folded."""
        return self.regex.search(text) if self.may_stand_in(folded) else None

    def may_stand_in(self, folded: str) -> bool:
        """Whether a text, case-folded, holds one of the anchors."""
        for anchor in self.anchors:  # noqa: SIM110 - the hottest loop of reading: any() takes twice as long
            if anchor in folded:
                return True
        return False


@dataclass(frozen=True, slots=True)
class Cue:
    """A group of patterns with one reach."""

    id: str
    reach: Reach
    where: Where
    patterns: tuple[Pattern, ...]
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]

    def find(self, text: str, folded: str) -> re.Match[str] | None:
        """The first match of any of the patterns."""
        return next((m for p in self.patterns if (m := p.find(text, folded))), None)

    def find_all(self, text: str, folded: str) -> Iterator[re.Match[str]]:
        """Every match of every pattern."""
        for pattern in self.patterns:
            if pattern.may_stand_in(folded):
                yield from pattern.regex.finditer(text)


@dataclass(frozen=True, slots=True)
class WordGroup:
    """Words of one use, with lines that prove them."""

    words: frozenset[str]
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FurnitureCues:
    """All that the marking of furniture knows of English and of the pages of outlets; `load_furniture` makes it."""

    cues: tuple[Cue, ...]
    abbreviations: WordGroup
    """Words, their stop left out, after which a stop ends no sentence."""
    openers: WordGroup
    """Words that are written small within a sentence, so that a capital shows where a headline begins."""
    plain: WordGroup
    """Words too common to tie a sentence to the report that it stands in."""

    endings: WordGroup
    """Endings that a word may have in one sentence and lack in the next."""
    languages: LanguageCues
    """By which sentences in another language show."""

    def for_text(self, text: str) -> "FurnitureCues":
        """The same without the patterns of which a text holds no word: most reports need a tenth of them."""
        folded = text.casefold()
        narrowed = (
            replace(cue, patterns=tuple(pattern for pattern in cue.patterns if pattern.may_stand_in(folded)))
            for cue in self.cues
        )
        return replace(self, cues=tuple(cue for cue in narrowed if cue.patterns))

    def of(self, *reaches: Reach) -> tuple[Cue, ...]:
        """The cues of some reaches, in the file's order."""
        return tuple(cue for cue in self.cues if cue.reach in reaches)


@cache
def load_furniture() -> FurnitureCues:
    """The packaged cues."""
    return read_furniture(read_toml(DATA / "furniture.toml"))


def read_furniture(content: Mapping[str, Any]) -> FurnitureCues:
    """Typed cues from the content of a file; refuses unknown keys, repeats, and cues without proof."""
    refuse_unknown_keys(content, ("cue", *GROUPS), "furniture.toml")
    cues = tuple(_cue(entry) for entry in content.get("cue", []))
    refuse_repeats(content.get("cue", []), "id", "furniture.toml")
    abbreviations, openers, plain, endings = (_word_group(content.get(name, {}), name) for name in GROUPS)
    return FurnitureCues(cues, abbreviations, openers, plain, endings, load_languages())


def _cue(entry: Mapping[str, Any]) -> Cue:
    id_ = entry.get("id")
    if not isinstance(id_, str) or not id_:
        raise RuleError(f"furniture.toml{line_of(entry)}: a cue needs an id")
    where = f"furniture.toml{line_of(entry)}: cue {id_}"
    refuse_unknown_keys(entry, CUE_KEYS, where)
    texts = {key: words(entry, key, where) for key in ("patterns", "examples", "not_examples")}
    if not all(texts.values()):
        message = f"{where}: {next(k for k, v in texts.items() if not v)} is missing; a cue without proof is not read"
        raise RuleError(message)
    try:
        reach, place = Reach(entry.get("reach", "")), Where(entry.get("where", "anywhere"))
    except ValueError as error:
        message = f"{where}: {error}"
        raise RuleError(message) from error
    patterns = tuple(compile_pattern(p, is_exact=bool(entry.get("exact", False))) for p in texts["patterns"])
    return Cue(id_, reach, place, patterns, texts["examples"], texts["not_examples"])


def _word_group(entry: Mapping[str, Any], name: str) -> WordGroup:
    where = f"furniture.toml{line_of(entry)}: {name}"
    refuse_unknown_keys(entry, GROUP_KEYS, where)
    listed, examples, not_examples = (words(entry, key, where) for key in GROUP_KEYS)
    if not (listed and examples and not_examples):
        message = f"{where}: words, examples and not_examples are all needed"
        raise RuleError(message)
    return WordGroup(frozenset(listed), examples, not_examples)


NAME_WORD = r"(?:[A-ZÀ-ÖØ-ÞŁŞŠŽČ][\w'’.-]*|(?:de|da|del|van|von|der|den|bin|bint|al|el|la|le)(?=\s))"
PLACEHOLDERS = {
    "NAME": rf"[A-ZÀ-ÖØ-ÞŁŞŠŽČ][\w'’.-]*(?:\s+{NAME_WORD}){{0,4}}",
    "NUMBER": r"\d[\d.,:]*",
    "YEAR": r"(?:19|20)\d\d",
    "OUTLET": r"(?P<outlet>[A-Z0-9À-Þ][\w'’.&/-]*(?:\s+(?:(?:of|and|de|the)\s+)?[A-Z0-9À-Þ&][\w'’.&/-]*){0,5})",
    "*": r"\S+(?:\s+\S+){0,11}?",
}
"""Words of the pattern language that stand for others: `*` is one to a dozen words of any kind."""

TRIMMED = ".,:;()[]"
"""Marks that may stand beside a placeholder."""


def compile_pattern(pattern: str, *, is_exact: bool = False) -> Pattern:
    """A pattern as a regular expression.

    `^` and `$` are the ends of the sentence or line, `{a|b c}` is a choice, `[a|b]` a choice that may be missing,
    NAME a run of capitalised words, NUMBER, YEAR, `*` any one to twelve words; `_` joins what no blank parts.
    Case does not count unless the cue is exact.
    """
    body = pattern.removeprefix("^").removesuffix("$")
    parts: list[str] = []
    anchors: tuple[str, ...] = ()
    for token in re.findall(r"\{[^}]*\}|\[[^\]]*\]|\S+", body):
        optional = token.startswith("[") and token.endswith("]")
        choices = [choice.replace("\\|", "|") for choice in _choices(token)]
        regex = "|".join(_words_regex(choice, is_exact=is_exact) for choice in choices)
        parts.append(rf"(?:(?:{regex})\s*)?" if optional else rf"(?:{regex})\s*")
        named = {word.strip(TRIMMED) for word in chain.from_iterable(c.split() for c in choices)}
        if not optional and not named & set(PLACEHOLDERS):
            folded = tuple(_anchor(choice) for choice in choices)
            anchors = max(anchors, folded, key=lambda found: min((len(a) for a in found), default=0))
    if not anchors and "(" in body:
        anchors = ("(",)
    if not anchors or re.search(r"\\[{}]", "".join(parts)):
        message = f"the pattern {pattern!r} holds no word of its own, or a bracket that is not closed"
        raise RuleError(message)
    start = r"^\W*?" if pattern.startswith("^") else ""
    end = r"\W*$" if pattern.endswith("$") else ""
    return Pattern(re.compile(start + "".join(parts).removesuffix(r"\s*") + end), anchors)


def _choices(token: str) -> list[str]:
    """The ways to read a token of a pattern; a bar after a backslash is only a bar."""
    return re.split(r"(?<!\\)\|", token[1:-1]) if re.fullmatch(r"\{.*\}|\[.*\]", token) else [token]


def _anchor(choice: str) -> str:
    return max(re.split(r"['\s]", choice), key=len).casefold()


def _words_regex(choice: str, *, is_exact: bool) -> str:
    return r"\s+".join(_word_regex(word, is_exact=is_exact) for word in choice.split())


def _word_regex(word: str, *, is_exact: bool) -> str:
    bare = word.strip(TRIMMED)
    if bare in PLACEHOLDERS:
        before, after = word.split(bare, 1) if bare != "*" else ("", "")
        return re.escape(before) + PLACEHOLDERS[bare] + re.escape(after)
    escaped = re.escape(word).replace("'", "['’‘]")
    edged = (r"(?<!\w)" if word[0].isalnum() else "") + escaped + (r"(?!\w)" if word[-1].isalnum() else "")
    return edged if is_exact else f"(?i:{edged})"
