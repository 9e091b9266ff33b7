"""The English of a brief: data/phrasing.toml as typed phrases."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from detente.domain.acts import MODES_BY_TYPE, ActType
from detente.domain.ids import RuleId
from detente.errors import RuleError
from detente.rules.toml import DATA, line_of, read_toml, refuse_unknown_keys
from detente.views.gist import GistCues, gist_cues

_WORD_SECTIONS = (
    "pair",
    "days",
    "basis",
    "amended",
    "fate",
    "joining",
    "status",
    "issue",
    "pledge",
    "pledge_status",
    "disagreement",
    "report",
    "judgement",
    "changed",
)
_SECTIONS = (*_WORD_SECTIONS, "plain", "places", "articles", "sentence", "counts", "method", "quad", "act", "gist")
_ACT_KEYS = ("type", "mode", "rule", "label", "towards", "alone", "together", "example")


@dataclass(frozen=True, slots=True)
class Verb:
    """One act in words, without its doer: as it happened, and as it follows "to"."""

    past: str
    base: str


@dataclass(frozen=True, slots=True)
class ActPhrase:
    """How an act is put into words: towards someone, towards no one in particular, and by all together."""

    label: str
    towards: Verb
    alone: Verb
    together: Verb
    example: str


@dataclass(frozen=True, slots=True)
class Quad:
    """Whether an act is of words or deeds, and warm or cold."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Phrasing:
    """All phrases of a brief."""

    words: Mapping[str, Mapping[str, str]]
    numbered: Mapping[str, Mapping[str, tuple[str, str]]]
    """Phrases with a singular and a plural."""
    articled: frozenset[str]
    """Words that give a name an article."""
    at_places: frozenset[str]
    """What ends a place's name where English says "at" and not "in"."""
    plain: frozenset[ActType]
    """Types whose phrase says all that there is to say."""
    method: tuple[str, ...]
    gist: GistCues
    quad_by_type: Mapping[ActType, Quad]
    by_mode: Mapping[tuple[ActType, str | None], ActPhrase]
    by_rule: Mapping[RuleId, ActPhrase]

    def say(self, section: str, key: str, **parts: str) -> str:
        """A phrase with its places filled in."""
        return self.words[section][key].format(**parts)

    def say_number(self, section: str, key: str, number: int, **parts: str) -> str:
        """A phrase in the singular or plural, with its places filled in."""
        one, many = self.numbered[section][key]
        return (one if number == 1 else many).format(n=f"{number:,}", **parts)

    def act(self, type_: ActType, mode: str | None, rule: RuleId | None = None) -> ActPhrase:
        """The narrowest phrase that there is for an act."""
        if rule is not None and rule in self.by_rule:
            return self.by_rule[rule]
        return self.by_mode.get((type_, mode)) or self.by_mode[type_, None]

    @staticmethod
    def capital(text: str) -> str:
        """A text as a sentence or heading begins with it."""
        return text[:1].upper() + text[1:]

    def join(self, items: Sequence[str]) -> str:
        """A list as a sentence has it: A, B and C."""
        head = self.words["joining"]["comma"].join(items[:-1])
        return head + self.words["joining"]["last"] + items[-1] if head else "".join(items)

    def name_in_sentence(self, name: str) -> str:
        """A name with its article where English sets one."""
        words = name.split()
        return f"the {name}" if self.articled & set(words) and words[0].lower() != "the" else name


@cache
def load_phrasing() -> Phrasing:
    """The packaged phrases."""
    return make_phrasing(read_toml(DATA / "phrasing.toml"))


def make_phrasing(raw: Mapping[str, Any]) -> Phrasing:
    """Typed phrases from the content of a phrasing file; RuleError where it cannot be right."""
    refuse_unknown_keys(raw, _SECTIONS, "phrasing.toml")
    by_mode: dict[tuple[ActType, str | None], ActPhrase] = {}
    by_rule: dict[RuleId, ActPhrase] = {}
    for entry in raw["act"]:
        phrase, where = _act_phrase(entry)
        type_, mode = _type_and_mode(entry, where)
        if "rule" in entry:
            _add(by_rule, RuleId(entry["rule"]), phrase, where)
        else:
            _add(by_mode, (type_, mode), phrase, where)
    missing = [t.value for t in ActType if (t, None) not in by_mode]
    if missing:
        message = f"phrasing.toml: no phrase for {missing}"
        raise RuleError(message)
    return Phrasing(
        words={section: dict(raw[section]) for section in _WORD_SECTIONS} | {"sentence": _plain(raw["sentence"])},
        numbered={section: dict(_pairs(raw[section])) for section in ("sentence", "counts")},
        articled=frozenset(raw["articles"]["words"]),
        at_places=frozenset(raw["places"]["at"]),
        plain=frozenset(map(ActType, raw["plain"]["types"])),
        method=tuple(raw["method"]["sentences"]),
        gist=gist_cues(raw["gist"]),
        quad_by_type={ActType(t): Quad(q["id"], q["label"]) for q in raw["quad"] for t in q["types"]},
        by_mode=by_mode,
        by_rule=by_rule,
    )


def _act_phrase(entry: Mapping[str, Any]) -> tuple[ActPhrase, str]:
    where = (
        f"phrasing.toml{line_of(entry)}: act {entry.get('rule') or entry.get('type')} {entry.get('mode', '')}".rstrip()
    )
    refuse_unknown_keys(entry, _ACT_KEYS, where)
    try:
        towards, alone = Verb(**entry["towards"]), Verb(**entry["alone"])
        together = Verb(**entry["together"]) if "together" in entry else alone
        return ActPhrase(entry["label"], towards, alone, together, entry["example"]), where
    except (KeyError, TypeError) as error:
        message = f"{where}: needs label, towards, alone and example, with past and base in each: {error}"
        raise RuleError(message) from error


def _type_and_mode(entry: Mapping[str, Any], where: str) -> tuple[ActType, str | None]:
    type_, mode = ActType(entry["type"]), entry.get("mode")
    if mode is not None and mode not in MODES_BY_TYPE.get(type_, {}):
        message = f"{where}: {type_} has no mode {mode!r}"
        raise RuleError(message)
    return type_, mode


def _add[K](phrases: dict[K, ActPhrase], key: K, phrase: ActPhrase, where: str) -> None:
    if key in phrases:
        message = f"{where}: said twice"
        raise RuleError(message)
    phrases[key] = phrase


def _plain(section: Mapping[str, Any]) -> dict[str, str]:
    return {key: value for key, value in section.items() if isinstance(value, str)}


def _pairs(section: Mapping[str, Any]) -> Iterable[tuple[str, tuple[str, str]]]:
    return ((key, (value["one"], value["many"])) for key, value in section.items() if not isinstance(value, str))
