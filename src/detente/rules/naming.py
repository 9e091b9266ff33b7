"""How names are written and what points back to them, from data/naming.toml and data/reference.toml."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from detente.errors import RuleError
from detente.rules.toml import DATA, line_of, read_toml, refuse_unknown_keys, words

NAMING_KEYS = frozenset(
    {"spellings", "particles", "dropped_particles", "suffixes", "honorifics", "female_honorifics", "male_honorifics"}
    | {"ranks", "given_names", "ambiguous", "not_names"}
)
REFERENCE_KEYS = {
    "pairs": {"two", "three", "four", "five", "states", "persons", "mutual", "lonely", "wholes", "neither"},
    "counterpart": {"words"},
    "back": {"state", "body", "group", "further"},
    "ranks": {"lower"},
    "places": {"prepositions", "beside"},
    "saying": {"verbs"},
    "plain": {
        "determiners",
        "idle_verbs",
        "willing",
        "owners",
        "stops",
        "amounts",
        "plurals",
        "not_based",
        "prefixes",
        "newcomers",
    },
    "halves": {"flagged", "backed"},
    "members": {"words"},
    "abroad": {"words"},
}


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A word beside a name that shows that the name is another's ("Washington Post", "Michael Jordan")."""

    names: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Naming:
    """How names are written."""

    spelling_by_word: Mapping[str, str]
    particles: frozenset[str]
    dropped_particles: frozenset[str]
    suffixes: frozenset[str]
    honorifics: frozenset[str]
    ranks: Mapping[str, str]
    sex_by_word: Mapping[str, str]
    """Given names and forms of address that tell "she" from "he"."""
    common_surnames: frozenset[str]
    common_acronyms: frozenset[str]
    after: tuple[Neighbour, ...]
    before: tuple[Neighbour, ...]
    not_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Short:
    """A short form that means a state only among others ("the North" where both Koreas are spoken of)."""

    words: frozenset[str]
    id: str
    among: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that point back to someone named before."""

    part_by_pronoun: Mapping[str, str]
    """For each pronoun the row that it stands in: he, she, it, they, speaker, speakers or who."""
    number_by_word: Mapping[str, int]
    """How many "both", "the trio" and the like are."""
    pair_states: frozenset[str]
    pair_persons: frozenset[str]
    lonely: frozenset[str]
    wholes: frozenset[str]
    """Words that make so many definite without an article ("all four states")."""
    neither: frozenset[str]
    """Words that speak of one of two and mean both ("neither side")."""
    mutual: frozenset[str]
    """Those of the nouns for states that are so to each other."""
    counterparts: frozenset[str]
    back_state: frozenset[str]
    back_body: frozenset[str]
    back_group: frozenset[str]
    further: frozenset[str]
    """Words for more of those named last: "expelled two Chileans and turned away three OTHERS"."""
    shorts: tuple[Short, ...]
    lower_ranks: frozenset[str]
    """Words of titles whose bearer is not meant by another word of his title alone."""
    words_by_post: Mapping[str, tuple[str, ...]]
    place_prepositions: frozenset[str]
    beside: frozenset[str]
    """Further prepositions that tell a noun from others: "two countries at war"."""
    saying: frozenset[str]
    determiners: frozenset[str]
    not_based: frozenset[str]
    """Second halves of words that make a name no party ("US-based")."""
    prefixes: frozenset[str]
    """First halves of words that make a name no party ("inter-Korean")."""
    newcomers: frozenset[str]
    """Names of peoples that are the state's after another people's ("Turkish Cypriots")."""
    backed: frozenset[str]
    """Second halves of words that tell who stands behind a group ("Turkish-backed")."""
    members: frozenset[str]
    """Words for one of those who make up a body."""
    abroad: frozenset[str]
    """Organs and their men who sit in other states than their own ("the embassy in Lima" is not Peru's)."""
    flagged: frozenset[str]
    """Second halves of words that give a thing to a state ("Greek-flagged")."""
    idle_verbs: frozenset[str]
    """Verbs whose "it" speaks of nobody ("it appears that")."""
    willing: frozenset[str]
    """Adjectives that tell of somebody also before an infinitive ("it was ready to")."""
    owners: frozenset[str]
    """Prepositions by which a role tells whose it is."""
    stops: frozenset[str]
    """Words that end a noun phrase."""
    amounts: frozenset[str]
    """Words for so many of something; what follows their "of" is meant."""
    plurals: tuple[tuple[str, str], ...]
    """Plural endings, each with the singular's."""


def load_naming() -> Naming:
    """How names are written, from data/naming.toml."""
    content = read_toml(DATA / "naming.toml")
    refuse_unknown_keys(content, NAMING_KEYS, "naming.toml")
    _prove(content["not_names"], "naming.toml: not_names")
    given, ambiguous = content["given_names"], content["ambiguous"]
    refuse_unknown_keys(ambiguous, {"surnames", "acronyms", "after", "before"}, "naming.toml: ambiguous")
    sexes = dict.fromkeys(
        (*words(given, "male", "naming.toml"), *words(content, "male_honorifics", "naming.toml")), "he"
    )
    sexes |= dict.fromkeys(
        (*words(given, "female", "naming.toml"), *words(content, "female_honorifics", "naming.toml")), "she"
    )
    return Naming(
        spelling_by_word={word: row[0] for row in content["spellings"] for word in row},
        particles=frozenset(words(content, "particles", "naming.toml")),
        dropped_particles=frozenset(words(content, "dropped_particles", "naming.toml")),
        suffixes=frozenset(words(content, "suffixes", "naming.toml")),
        honorifics=frozenset(words(content, "honorifics", "naming.toml")),
        ranks=content["ranks"],
        sex_by_word=sexes,
        common_surnames=frozenset(words(ambiguous, "surnames", "naming.toml")),
        common_acronyms=frozenset(words(ambiguous, "acronyms", "naming.toml")),
        after=_neighbours(ambiguous["after"], "naming.toml: ambiguous.after"),
        before=_neighbours(ambiguous["before"], "naming.toml: ambiguous.before"),
        not_names=words(content["not_names"], "phrases", "naming.toml: not_names"),
    )


def load_reference() -> Reference:
    """Words that point back, from data/reference.toml."""
    content = read_toml(DATA / "reference.toml")
    _refuse_strange(content)
    pairs, back = content["pairs"], content["back"]
    for entry, name in ((pairs, "pairs"), (back, "back"), (content["counterpart"], "counterpart")):
        _prove(entry, f"reference.toml: {name}")
    numbers = {
        word: number for key, number in (("two", 2), ("three", 3), ("four", 4), ("five", 5)) for word in pairs[key]
    }
    return Reference(
        part_by_pronoun={word: part for part, row in content["pronouns"].items() for word in row},
        number_by_word=numbers,
        pair_states=frozenset(words(pairs, "states", "reference.toml: pairs")),
        pair_persons=frozenset(words(pairs, "persons", "reference.toml: pairs")),
        neither=frozenset(words(pairs, "neither", "reference.toml: pairs")),
        mutual=frozenset(words(pairs, "mutual", "reference.toml: pairs")),
        lonely=frozenset(words(pairs, "lonely", "reference.toml: pairs")),
        wholes=frozenset(words(pairs, "wholes", "reference.toml: pairs")),
        counterparts=frozenset(words(content["counterpart"], "words", "reference.toml: counterpart")),
        back_state=frozenset(words(back, "state", "reference.toml: back")),
        back_body=frozenset(words(back, "body", "reference.toml: back")),
        back_group=frozenset(words(back, "group", "reference.toml: back")),
        further=frozenset(words(back, "further", "reference.toml: back")),
        shorts=tuple(Short(frozenset(s["words"]), s["id"], frozenset(s["among"])) for s in content["short"]),
        lower_ranks=frozenset(words(content["ranks"], "lower", "reference.toml: ranks")),
        words_by_post={post: tuple(row) for post, row in content["offices"].items()},
        place_prepositions=frozenset(words(content["places"], "prepositions", "reference.toml: places")),
        beside=frozenset(words(content["places"], "beside", "reference.toml: places")),
        saying=frozenset(words(content["saying"], "verbs", "reference.toml: saying")),
        determiners=frozenset(words(content["plain"], "determiners", "reference.toml: plain")),
        idle_verbs=frozenset(words(content["plain"], "idle_verbs", "reference.toml: plain")),
        willing=frozenset(words(content["plain"], "willing", "reference.toml: plain")),
        owners=frozenset(words(content["plain"], "owners", "reference.toml: plain")),
        stops=frozenset(words(content["plain"], "stops", "reference.toml: plain")),
        amounts=frozenset(words(content["plain"], "amounts", "reference.toml: plain")),
        plurals=tuple((plural, singular) for plural, singular in content["plain"]["plurals"]),
        backed=frozenset(words(content["halves"], "backed", "reference.toml: halves")),
        members=frozenset(words(content["members"], "words", "reference.toml: members")),
        abroad=frozenset(words(content["abroad"], "words", "reference.toml: abroad")),
        flagged=frozenset(words(content["halves"], "flagged", "reference.toml: halves")),
        not_based=frozenset(words(content["plain"], "not_based", "reference.toml: plain")),
        prefixes=frozenset(words(content["plain"], "prefixes", "reference.toml: plain")),
        newcomers=frozenset(words(content["plain"], "newcomers", "reference.toml: plain")),
    )


def _refuse_strange(content: Mapping[str, Any]) -> None:
    """Stop at a key of reference.toml that nobody reads."""
    refuse_unknown_keys(content, {*REFERENCE_KEYS, "pronouns", "offices", "short"}, "reference.toml")
    for name, keys in REFERENCE_KEYS.items():
        refuse_unknown_keys(content[name], keys | {"examples", "not_examples"}, f"reference.toml: {name}")
    for entry in content["short"]:
        refuse_unknown_keys(entry, {"words", "id", "among"}, "reference.toml: short")


def _neighbours(entries: Sequence[Mapping[str, Any]], where: str) -> tuple[Neighbour, ...]:
    for entry in entries:
        refuse_unknown_keys(entry, {"names", "words"}, where)
    return tuple(Neighbour(frozenset(e["names"]), frozenset(e["words"])) for e in entries)


def _prove(entry: Mapping[str, Any], where: str) -> None:
    if not entry.get("examples") or not entry.get("not_examples"):
        file, _, group = where.partition(":")
        message = f"{file}{line_of(entry)}:{group}: a group of cues has examples and not_examples"
        raise RuleError(message)
