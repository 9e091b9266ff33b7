"""What stands around a name or a noun: its title, its apposition, its owners, its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.claims.plain_roles import without_day
from detente.domain.spans import Span
from detente.mentions.find_actors import NOMINAL, ActorMention, text_of
from detente.rules.names import fold
from detente.rules.naming import Naming
from detente.rules.roles import Sense
from detente.text.parsed import Sentence, Token

LEFT = (
    "det",
    "amod",
    "compound",
    "poss",
    "nummod",
    "nmod",
    "quantmod",
    "advmod",
    "case",
    "punct",
    "npadvmod",
    "predet",
    "neg",
)
CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis", "appos", "conj", "cc"})
"""What hangs on a noun without being a part of its phrase."""
MARKS = frozenset({",", ";", ":", "—", "–", "(", '"'})
DEEPEST_OWNER = 3
LONGEST_ROLE = 12
"""Words of a role as it is shown; longer appositions tell a life."""


@dataclass(frozen=True, slots=True)
class Title:
    """What the words beside a name say of its bearer."""

    text: str | None = None
    """The role as the report gives it, without the article."""
    sense: Sense | None = None
    role_words: str = ""
    mentions: tuple[ActorMention, ...] = ()
    """The names in the title: the state, the organ."""
    sex: str | None = None
    is_addressed: bool = False
    """Whether a form of address stands before the name."""

    @property
    def has_role(self) -> bool:
        """Whether the title tells a role."""
        return self.sense is not None

    @property
    def is_empty(self) -> bool:
        """Whether nothing beside the name shows that it is a person's."""
        return not (self.has_role or self.is_addressed or self.mentions)


def title_of(sentence: Sentence, mention: ActorMention, around: Sequence[ActorMention], naming: Naming) -> Title:
    """The title before a name, or the apposition beside it."""
    before = _before(sentence, mention)
    address = [word for t in before if (word := fold(t.text)) in naming.honorifics]
    titles = [t for t in before if fold(t.text) not in naming.honorifics or fold(t.text) in naming.ranks]
    title = _read(sentence, titles, None, around)
    if not title.has_role:
        found = _read(sentence, *_apposition(sentence, mention), around)
        title = found if found.has_role else title
    if not title.mentions:
        objects = {obj.i for obj in objects_of(sentence, mention.head, frozenset({"of"}))}
        title = replace(title, mentions=tuple(m for m in around if m.named and m.head in objects))
    sex = next((s for word in address if (s := naming.sex_by_word.get(word))), None)
    return replace(title, sex=sex, is_addressed=bool(address))


def sex_of(name: str, naming: Naming) -> str | None:
    """Whether a person is "he" or "she", by the given name; None where it does not tell."""
    return next((s for part in name.split() if (s := naming.sex_by_word.get(fold(part)))), None)


def _before(sentence: Sentence, mention: ActorMention) -> tuple[Token, ...]:
    first = mention.first
    while first > 0 and _in_phrase(sentence, first - 1, mention):
        first -= 1
    return sentence.tokens[first : mention.first]


def _in_phrase(sentence: Sentence, i: int, mention: ActorMention) -> bool:
    token = sentence.tokens[i]
    while not mention.first <= token.i <= mention.last:
        leans_left = token.dep in ("prep", "pobj") and token.head < token.i
        if not leans_left and (token.dep not in LEFT or (token.head <= token.i and token.dep != "case")):
            return False
        token = sentence.tokens[token.head]
    return True


def _apposition(sentence: Sentence, mention: ActorMention) -> tuple[tuple[Token, ...], int | None]:
    """The words of an apposition, on either side of the name, and its head."""
    for kid in sentence.kids(mention.head, "appos"):
        if kid.pos in NOMINAL:
            return phrase(sentence, kid.i), kid.i
    token = sentence.tokens[mention.head]
    if token.dep == "appos" and sentence.tokens[token.head].pos in NOMINAL:
        words = phrase(sentence, token.head)
        return tuple(t for t in words if not mention.first <= t.i <= mention.last), token.head
    return (), None


def phrase(sentence: Sentence, head: int) -> tuple[Token, ...]:
    """A noun with what belongs to it up to the first comma or clause."""
    stop = [kid.i for kid in sentence.kids(head) if kid.dep in CLAUSES]
    cut = {t.i for i in stop for t in sentence.subtree(i)}
    kept: list[Token] = []
    for token in sentence.subtree(head):
        if token.i > head and (token.pos == "VERB" or (token.dep == "punct" and token.text in MARKS)):
            break
        if token.i not in cut:
            kept.append(token)
    return tuple(kept)


def _read(sentence: Sentence, tokens: Sequence[Token], head: int | None, around: Sequence[ActorMention]) -> Title:
    inside = {t.i for t in tokens}
    roles = [m for m in around if m.sense is not None and m.head in inside]
    names = tuple(m for m in around if m.named and m.head in inside)
    if not roles:
        return Title(mentions=names)
    role = next((m for m in reversed(roles) if m.head == head or (head is None and m.last == tokens[-1].i)), roles[0])
    words = tokens[1:] if tokens[0].dep == "det" else tokens
    text = without_day(text_of(words)) if len(words) <= LONGEST_ROLE else role.words
    owners = tuple(m for m in names if m.head < role.head or _hangs_on(sentence, m, role))
    return Title(text, role.sense, role.words.lower(), owners)


def _hangs_on(sentence: Sentence, name: ActorMention, role: ActorMention) -> bool:
    """Whether a name hangs on the role by prepositions ("minister of trade of Peru")."""
    token = sentence.tokens[name.head]
    while token.dep in ("poss", "compound", "amod", "nmod") and token.head != token.i:
        token = sentence.tokens[token.head]
    for _ in range(DEEPEST_OWNER):
        preposition = sentence.tokens[token.head]
        if token.dep != "pobj" or preposition.lower in ("at", "in"):
            return False
        if role.first <= preposition.head <= role.last:
            return True
        token = sentence.tokens[preposition.head]
    return False


def noun_span(sentence: Sentence, head: int) -> Span:
    """A noun with what stands before it, as a party is shown."""
    tokens = noun_tokens(sentence, head)
    return Span(tokens[0].start, tokens[-1].end)


def noun_tokens(sentence: Sentence, head: int) -> tuple[Token, ...]:
    """A noun and the words before it that belong to it."""
    first = head
    for kid in sentence.kids(head):
        if kid.i < head and kid.dep in LEFT:
            first = min(first, *(t.i for t in sentence.subtree(kid.i)))
    return sentence.tokens[first : head + 1]


def left_of(sentence: Sentence, head: int) -> Iterator[Token]:
    """The words before a noun that may say whose it is, with their own, coordination spread out."""
    for kid in sentence.kids(head, "amod", "compound", "poss", "nmod"):
        if kid.i < head:
            yield kid
            yield from _coordinated(sentence, kid.i)
            yield from left_of(sentence, kid.i)


def _coordinated(sentence: Sentence, i: int) -> Iterator[Token]:
    for kid in sentence.kids(i, "conj"):
        yield kid
        yield from _coordinated(sentence, kid.i)


def objects_of(sentence: Sentence, head: int, prepositions: frozenset[str]) -> Iterator[Token]:
    """The nouns that hang on a noun by one of some prepositions, coordination spread out."""
    for prep in sentence.kids(head, "prep"):
        if prep.lower in prepositions:
            for obj in sentence.kids(prep.i, "pobj"):
                yield obj
                yield from _coordinated(sentence, obj.i)
