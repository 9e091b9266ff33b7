"""The language in which acts are described: sentences in dictionary forms, compiled without a parser.

    ACTOR recall {ambassador|envoy} from RECIPIENT
    ACTOR agree to {resume|restart} {talk|dialogue}
    PARTIES meet PARTIES?
    ACTOR's {attack|strike} on RECIPIENT            (a noun pattern: the act is named by a noun)
    PARTIES's {talk|contact} {begin|resume}         (a clause whose subject is a thing of the party)
    RECIPIENT violate {airspace|border}             (a pattern of what is said: he who says it acts by saying it)

ACTOR, RECIPIENT and PARTIES (who act alike) stand for parties; `RECIPIENT!` for one whom the names of the report know,
`PARTIES!` for at least two. `{a|b}` stands for one of several words, each of which may be a verb with its particle
(`{carry out|launch}`) or a noun with the word before it (`{hunger strike}`); `@talk` names a list of words that many
patterns share; `{x} RECIPIENT` and `RECIPIENT's {x}` stand for a noun of that kind which has the party in it; `?` after
a part makes it optional; `to the {x}` sets a noun apart from the infinitive of `to {x}`;
`for doing` asks for a gerund after the preposition; `that` asks for a clause,
`that RECIPIENT {must|should}` for one whose subject is the party and which has one of the words as its verb, auxiliary
or predicate; `that RECIPIENT? {kill}` for one that tells what is done and leaves out by whom;
`not` before the trigger asks for its negation, now or to come; a pattern without a subject fits only
where nobody is said to act. Voice, tense, order, coordination, relative clauses and what stands between never need to
be said: `detente.mentions.clauses` sees to them. In a pattern of what is said the speaker does the act; ACTOR stands
there for his own side ("RECIPIENT attack ACTOR"), and `not` for a negation of any tense.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Slot(StrEnum):
    """The places that parties fill."""

    ACTOR = "ACTOR"
    RECIPIENT = "RECIPIENT"
    PARTIES = "PARTIES"


@dataclass(frozen=True, slots=True)
class Filler:
    """What stands in one place: a party, a noun of a kind, or a noun of a kind with a party in it."""

    slot: Slot | None
    nouns: frozenset[str] = frozenset()
    is_strict: bool = False
    """Whether the party must be known: in "RECIPIENT's {embassy}" it is, and in "RECIPIENT!"."""
    is_hint: bool = False
    """Whether the party may be missing: "{flag} RECIPIENT?" is any flag, and whose it is where that is told."""


class Relation(StrEnum):
    """How a part hangs on the trigger."""

    SUBJECT = "subject"
    OBJECT = "object"
    PREPOSITION = "preposition"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    CLAUSE = "clause"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a pattern beside its trigger."""

    relation: Relation
    filler: Filler | None = None
    words: frozenset[str] = frozenset()
    """The prepositions, or the verbs of an infinitive; no verbs means any."""
    parts: tuple["Part", ...] = ()
    """What hangs on the infinitive."""
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word of meaning in its dictionary form, with its particle where it has one."""

    lemma: str
    particle: str | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern: the words that trigger it and what must stand around them."""

    source: str
    triggers: tuple[Lexeme, ...]
    parts: tuple[Part, ...]
    is_noun: bool
    is_negated: bool = False
    """Whether the act lies in not doing what the trigger says: "does not recognise"."""
    is_said: bool = False
    """Whether the words are what somebody says, and the act is that he says them."""

    @property
    def has_subject(self) -> bool:
        """Whether the pattern says who acts; one that does not is for passives without an agent."""
        return any(part.relation is Relation.SUBJECT for part in self.parts)

    @property
    def slots(self) -> frozenset[Slot]:
        """The places of parties in it, but for those inside an infinitive."""
        return frozenset(part.filler.slot for part in self.parts if part.filler and part.filler.slot)

    @property
    def is_of_those_alone(self) -> bool:
        """Whether nothing but those who act alike is asked for: "PARTIES confer" is no pattern of "confer a medal"."""
        return len(self.parts) == 1 and self.parts[0].filler is not None and self.parts[0].filler.slot is Slot.PARTIES

    @property
    def weight(self) -> int:
        """How much the pattern asks for; of two that match at one word the heavier wins."""
        return sum(_weight(part) for part in self.parts) + 3 * self.is_negated


class PatternError(ValueError):
    """A pattern that cannot be read; the message says where."""


GERUND = "doing"
"""What stands in a pattern for any gerund after a preposition: "for doing"."""
_TOKEN = re.compile(r"\{([^{}]+)\}(\??)|(@?[A-Za-z][A-Za-z-]*(?:'s)?)([?!]?)|(\S+)")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The function words that the language knows, and the lists of words that patterns share."""

    prepositions: frozenset[str]
    lists: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Word:
    words: tuple[str, ...]
    is_optional: bool
    is_strict: bool

    @property
    def slot(self) -> Slot | None:
        name = self.words[0].removesuffix("'s")
        return Slot(name) if len(self.words) == 1 and name in Slot.__members__ else None


def compile_pattern(source: str, grammar: Grammar, *, is_noun: bool, is_said: bool = False) -> Pattern:
    """Read a pattern; PatternError where it makes no sense."""
    words = _words(source, grammar.lists)
    subject = _subject(words, is_noun=is_noun)
    is_negated = bool(words) and words[0].words == ("not",)
    if is_negated:
        words.pop(0)
    if not words or words[0].slot:
        message = f"{source!r}: a pattern needs a word that triggers it after its subject"
        raise PatternError(message)
    triggers = tuple(_lexeme(word) for word in words.pop(0).words)
    parts = subject + _parts(words, grammar.prepositions, source)
    return Pattern(source, triggers, parts, is_noun, is_negated, is_said)


def _subject(words: list[_Word], *, is_noun: bool) -> tuple[Part, ...]:
    """The party that a pattern begins with, where it does; in a clause a thing of the party may stand for it."""
    if not words or not words[0].slot:
        return ()
    slot = words.pop(0)
    is_owner = slot.words[0].endswith("'s") and not is_noun
    nouns = frozenset(words.pop(0).words) if is_owner and words else frozenset[str]()
    return (Part(Relation.SUBJECT, Filler(slot.slot, nouns, is_strict=slot.is_strict), is_optional=slot.is_optional),)


def _words(source: str, lists: Mapping[str, tuple[str, ...]]) -> list[_Word]:
    found: list[_Word] = []
    for match in _TOKEN.finditer(source):
        choices, optional_choice, word, optional_word, strange = match.groups()
        if strange:
            message = f"{source!r}: {strange!r} has no meaning in a pattern"
            raise PatternError(message)
        plain = [part.strip() for part in choices.split("|")] if choices else [word]
        spelt = tuple(dict.fromkeys(w for part in plain for w in _spelt_out(part, lists, source)))
        found.append(_Word(spelt, bool(optional_choice) or optional_word == "?", optional_word == "!"))
    return found


def _spelt_out(word: str, lists: Mapping[str, tuple[str, ...]], source: str) -> tuple[str, ...]:
    if not word.startswith("@"):
        return (word,)
    if word[1:] not in lists:
        message = f"{source!r}: there is no list {word!r} in grammar.toml"
        raise PatternError(message)
    return lists[word[1:]]


def _lexeme(word: str) -> Lexeme:
    lemma, _, particle = word.partition(" ")
    return Lexeme(lemma, particle or None)


def _parts(words: list[_Word], prepositions: Collection[str], source: str) -> tuple[Part, ...]:
    parts: list[Part] = []
    while words:
        word = words.pop(0)
        if word.words == ("that",):
            parts.append(_clause(word, words, source))
        elif word.words == ("to",) and words and not words[0].slot and not _before_noun(words, prepositions):
            verb = words.pop(0)
            verbs = frozenset() if verb.words == ("do",) else frozenset(verb.words)
            inner = _parts(words, prepositions, source)
            parts.append(Part(Relation.INFINITIVE, None, verbs, inner, verb.is_optional))
            break
        elif set(word.words) <= set(prepositions) and words and words[0].words == (GERUND,):
            words.pop(0)
            parts.append(Part(Relation.GERUND, None, frozenset(word.words), (), word.is_optional))
        elif set(word.words) <= set(prepositions):
            filler, optional = _filler(words, source)
            parts.append(Part(Relation.PREPOSITION, filler, frozenset(word.words), (), optional or word.is_optional))
        else:
            words.insert(0, word)
            filler, optional = _filler(words, source)
            parts.append(Part(Relation.OBJECT, filler, frozenset(), (), optional))
    return tuple(parts)


def _clause(that: _Word, words: list[_Word], source: str) -> Part:
    if not words:
        return Part(Relation.CLAUSE, is_optional=that.is_optional)
    subject = words.pop(0)
    if subject.slot is None or not words or words[0].slot:
        message = f"{source!r}: after that stand a party and what it does, or nothing"
        raise PatternError(message)
    party = Filler(subject.slot, is_hint=subject.is_optional)
    return Part(Relation.CLAUSE, party, frozenset(words.pop(0).words))


def _before_noun(words: list[_Word], prepositions: Collection[str]) -> bool:
    """Whether "to" stands before a noun: a choice of nouns is written `to the {noun}`."""
    return words[0].words == ("the",) or set(words[0].words) <= set(prepositions)


def _filler(words: list[_Word], source: str) -> tuple[Filler, bool]:
    if words and words[0].words == ("the",):
        words.pop(0)
    if not words:
        message = f"{source!r}: nothing stands after the last preposition"
        raise PatternError(message)
    first = words.pop(0)
    if first.slot is None:
        if words and words[0].slot and not words[0].words[0].endswith("'s"):
            party = words.pop(0)
            strict, hint = party.is_strict, party.is_optional
            return Filler(party.slot, frozenset(first.words), is_strict=strict, is_hint=hint), first.is_optional
        return Filler(None, frozenset(first.words)), first.is_optional
    if first.words[0].endswith("'s"):
        if not words or words[0].slot:
            message = f"{source!r}: nothing stands after {first.words[0]}"
            raise PatternError(message)
        noun = words.pop(0)
        return Filler(first.slot, frozenset(noun.words), is_strict=True), noun.is_optional
    return Filler(first.slot, is_strict=first.is_strict), first.is_optional


def _weight(part: Part) -> int:
    if part.is_optional:
        return 0
    own = 2 if part.filler and part.filler.nouns else 1
    own += part.filler.is_strict + any(" " in noun for noun in part.filler.nouns) if part.filler else 0
    return own + (1 if part.words else 0) + sum(_weight(inner) for inner in part.parts)
