"""Where a report names states, bodies, groups, organs and persons, and where it speaks of roles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.domain.spans import Span
from detente.rules.actors import Kind, Knowledge, Named
from detente.rules.names import Piece, fold
from detente.rules.roles import LONGEST_PHRASE, Sense
from detente.text.parsed import Sentence, Token

NOMINAL = frozenset({"NOUN", "PROPN"})
PERSON, ORGANISATION = "PERSON", "ORG"
QUOTES = frozenset({'"', "“", "”", "``", "''"})
HYPHENS = frozenset({"-", "–"})
NO_ACTOR = "JNK"
LOOK_BACK = 6
"""How many words before a noun may belong to its role."""


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that may name an actor: a known name, an unknown one, or a role."""

    sentence: int
    first: int
    last: int
    head: int
    """The token by which the words hang in the sentence."""
    span: Span
    words: str
    named: tuple[Named, ...] = ()
    """What the data knows under the name; several where it is shared."""
    sense: Sense | None = None
    """The role and sector, for a noun phrase that names a role."""
    is_person: bool = False
    """Whether the words are a person's name, known or not."""


def find_actors(sentences: Sequence[Sentence], knowledge: Knowledge) -> tuple[ActorMention, ...]:
    """Every mention of an actor in a report, in the text's order, names before roles in a sentence."""
    return tuple(mention for sentence in sentences for mention in _in_sentence(sentence, knowledge))


def _in_sentence(sentence: Sentence, knowledge: Knowledge) -> Iterator[ActorMention]:
    taken: set[int] = set()
    for mention in _known_names(sentence, knowledge):
        taken.update(range(mention.first, mention.last + 1))
        if mention.named:
            yield mention
    roles = _outermost(list(_roles(sentence, knowledge, taken)))
    spoken_for = taken.union(*(range(role.first, role.last + 1) for role in roles))
    for mention in _unknown_names(sentence, spoken_for, knowledge.naming.honorifics):
        yield mention
        spoken_for.update(range(mention.first, mention.last + 1))
    for mention in _short_names(sentence, knowledge, spoken_for):
        yield mention
        spoken_for.update(range(mention.first, mention.last + 1))
    yield from _unseen_names(
        sentence, spoken_for, {role.head for role in roles if role.sense and role.sense.role.is_person}
    )
    yield from roles


def _known_names(sentence: Sentence, knowledge: Knowledge) -> Iterator[ActorMention]:
    """The longest names that the data knows; those that turn out to be something else come without meaning."""
    words = [token.text for token in sentence.tokens]
    text = knowledge.pieces(words)
    shouts = _shouting(words)
    at = 0
    while at < len(text):
        end, named = knowledge.names.longest(text, at)
        if end == at:
            at += 1
            continue
        kept = tuple(n for n in dict.fromkeys(named) if _is_meant(sentence, knowledge, n, text[at:end], shouts))
        # "the National Security Council" is an organ of its own, by the words that make no part of the known name
        if kept or not all(n.kind in (Kind.BODY, Kind.GROUP) for n in named):
            yield _mention(sentence, text[at].word, text[end - 1].word, kept)
        at = end


def _shouting(words: Sequence[str]) -> bool:
    """Whether a sentence stands in capitals, so that capitals tell nothing."""
    letters = [word for word in words if word.isalpha() and len(word) > 1]
    return bool(letters) and sum(word.isupper() for word in letters) > len(letters) / 2


def _is_meant(sentence: Sentence, knowledge: Knowledge, named: Named, text: Sequence[Piece], shouts: bool) -> bool:  # noqa: FBT001 - a fact of the sentence
    if named.kind is Kind.NOTHING:
        return False
    first, last = text[0].word, text[-1].word
    words = " ".join(sentence.tokens[i].text for i in range(first, last + 1))
    if shouts and words.replace(".", "") in knowledge.naming.common_acronyms and words.isalpha():
        return False
    if _beside_other(sentence, knowledge, first, last):
        return False
    if named.kind in (Kind.STATE, Kind.SEAT, Kind.PLACE, Kind.PEOPLE):
        return not _in_person(sentence, knowledge, first, last)
    return not (named.kind is Kind.GROUP and first == last and sentence.tokens[first].entity == PERSON)


def _beside_other(sentence: Sentence, knowledge: Knowledge, first: int, last: int) -> bool:
    words = " ".join(sentence.tokens[i].text for i in range(first, last + 1))
    following = " ".join(t.text for t in sentence.tokens[last + 1 : last + 3])
    for rule in knowledge.naming.after:
        if words in rule.names and any(following == w or following.startswith(w + " ") for w in rule.words):
            return True
    leading = " ".join(t.text for t in sentence.tokens[max(0, first - 2) : first])
    return any(
        words in rule.names and any(leading == w or leading.endswith(" " + w) for w in rule.words)
        for rule in knowledge.naming.before
    )


def _in_person(sentence: Sentence, knowledge: Knowledge, first: int, last: int) -> bool:
    """Whether a single word stands within a person's longer name ("Paris Hilton"), by the parser's word."""
    token = sentence.tokens[first]
    if first != last or token.entity != PERSON:
        return False
    around = [sentence.tokens[i] for i in (first - 1, first + 1) if 0 <= i < len(sentence.tokens)]
    names = [t for t in around if t.entity == PERSON and t.pos == "PROPN" and t.text[0].isupper()]
    titles = knowledge.naming.honorifics
    return any(fold(t.text) not in titles and knowledge.roles.role_of((t.lower,)) is None for t in names)


def _unknown_names(sentence: Sentence, taken: set[int], honorifics: frozenset[str]) -> Iterator[ActorMention]:
    """Persons and organisations that the parser sees and the data does not know."""
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        label = tokens[at].entity
        if label not in (PERSON, ORGANISATION) or at in taken or (label == ORGANISATION and _is_half(sentence, at)):
            at += 1
            continue
        end = at
        while end < len(tokens) and tokens[end].entity == label and end not in taken:
            end += 1
        first, last = _trimmed(tokens, at, end - 1, honorifics)
        # "the Baqir air base" is a thing that bears a name, and no one's name
        is_thing = label == ORGANISATION and tokens[last].tag == "NN" and tokens[last].text.islower()
        if first <= last and not is_thing:
            mention = _mention(sentence, first, last, ())
            yield replace(mention, is_person=label == PERSON)
        at = end


def _is_half(sentence: Sentence, i: int) -> bool:
    """Whether the parser's organisation is the first half of a name that goes on ("Yoichi" of a person's two names)."""
    token = sentence.tokens[i]
    above = sentence.tokens[token.head]
    return token.dep == "compound" and above.pos == "PROPN" and above.entity != ORGANISATION and above.i == i + 1


def _outermost(roles: Sequence[ActorMention]) -> list[ActorMention]:
    """The roles that are no part of a longer one ("fighter" in "fighter jet")."""
    return [r for r in roles if not any(o is not r and o.first <= r.head <= o.last and o.head != r.head for o in roles)]


def _short_names(sentence: Sentence, knowledge: Knowledge, taken: set[int]) -> Iterator[ActorMention]:
    """Short names of known persons that the parser took for nothing ("Trump threatened", "von der Leyen")."""
    text = knowledge.pieces(token.text for token in sentence.tokens)
    at = 0
    while at < len(text):
        end, known = knowledge.short_names.longest(text, at)
        first, last = text[at].word, text[max(end, at + 1) - 1].word
        common = text[at].key in knowledge.naming.common_surnames and sentence.tokens[last].pos != "PROPN"
        if known and not common and not taken.intersection(range(first, last + 1)):
            mention = _mention(sentence, first, last, ())
            if not _goes_on(sentence, first, last, (taken, knowledge.naming.honorifics)):
                yield replace(mention, is_person=True)
        at = max(end, at + 1)


def _goes_on(sentence: Sentence, first: int, last: int, known: tuple[set[int], frozenset[str]]) -> bool:
    """Whether other names stand right beside, so that the words are a part of something else ("Trump Tower")."""
    taken, honorifics = known
    beside = [sentence.tokens[i] for i in (first - 1, last + 1) if 0 <= i < len(sentence.tokens) and i not in taken]
    if [t.text in HYPHENS and t.start == sentence.tokens[last].end for t in sentence.tokens[last + 1 : last + 2]] == [
        True
    ]:
        return True  # "the Franco-German plan"
    return any(t.pos == "PROPN" and t.text[0].isupper() and fold(t.text) not in honorifics for t in beside)


def _unseen_names(sentence: Sentence, taken: set[int], persons: set[int]) -> Iterator[ActorMention]:
    """Names of two words and more to which a person's role is apposed and which the parser took for nothing."""
    for token in sentence.tokens:
        if token.pos != "PROPN" or token.i in taken or not any(k.i in persons for k in sentence.kids(token.i, "appos")):
            continue
        first = token.i
        while first > 0 and first - 1 not in taken and sentence.tokens[first - 1].pos == "PROPN":
            first -= 1
        if first < token.i:
            mention = _mention(sentence, first, token.i, ())
            yield replace(mention, is_person=True)


def _trimmed(tokens: Sequence[Token], first: int, last: int, honorifics: frozenset[str]) -> tuple[int, int]:
    """A name without the articles, possessives and marks at its ends."""
    while first <= last and (
        not tokens[first].text[0].isupper() or tokens[first].lower in honorifics or tokens[first].pos == "DET"
    ):
        first += 1
    while first <= last and (tokens[last].pos not in NOMINAL or tokens[last].text in {"'s", "'"}):
        last -= 1
    return first, last


def _roles(sentence: Sentence, knowledge: Knowledge, taken: set[int]) -> Iterator[ActorMention]:
    """Nouns that name a role or an organ, with what stands before them."""
    tokens = sentence.tokens
    for token in tokens:
        if token.pos not in NOMINAL or token.i in taken or _is_half_word(sentence, token, knowledge):
            continue
        start = _phrase_start(sentence, token, max(0, token.i - LOOK_BACK))
        last = _phrase_end(sentence, token, knowledge)
        lemmas = [_lemma(t, knowledge) for t in tokens[start : last + 1]]
        sense = knowledge.roles.sense(lemmas, () if last > token.i else _after(sentence, token, knowledge))
        if sense is not None and sense.sector != NO_ACTOR:
            first = _name_start(tokens, min(start + sense.first, token.i), taken)
            span = Span(tokens[first].start, tokens[last].end)
            yield ActorMention(
                sentence.index, first, last, token.i, span, text_of(tokens[first : last + 1]), sense=sense
            )


def _is_half_word(sentence: Sentence, token: Token, knowledge: Knowledge) -> bool:
    """Whether a noun is half of a word such as "rebel-held"."""
    after = sentence.tokens[token.i + 1 : token.i + 3]
    return len(after) == 2 and after[0].text == "-" and after[1].lower in knowledge.reference.not_based  # noqa: PLR2004


def _phrase_start(sentence: Sentence, token: Token, earliest: int) -> int:
    """Where the words before a noun that belong to its phrase begin."""
    start = token.i
    while start > earliest and _belongs(sentence, start - 1, token.i):
        start -= 1
    return start


def _phrase_end(sentence: Sentence, token: Token, knowledge: Knowledge) -> int:
    """Where a role ends that goes on after its noun ("secretary of state")."""
    tokens = sentence.tokens
    lemmas = [_lemma(token, knowledge)]
    if token.i + 1 >= len(tokens) or tokens[token.i + 1].pos != "ADP":
        return token.i
    for after in tokens[token.i + 1 : token.i + LONGEST_PHRASE]:
        lemmas.append(after.lower if after.pos not in NOMINAL else _lemma(after, knowledge))
        found = knowledge.roles.role_of(lemmas) if after.pos in NOMINAL else None
        if found is not None and found[1] == 0:
            return after.i
    return token.i


def _name_start(tokens: Sequence[Token], first: int, taken: set[int]) -> int:
    """Where a name begins that ends in a role ("Keio University"), by the parser's word."""
    while first > 0 and first - 1 not in taken and tokens[first].entity == tokens[first - 1].entity == ORGANISATION:
        first -= 1
    return first


def _belongs(sentence: Sentence, i: int, noun: int) -> bool:
    token = sentence.tokens[i]
    if token.text in HYPHENS:
        return True
    for _ in range(LOOK_BACK):
        if token.i == noun:
            return True
        breaks = token.pos in ("VERB", "AUX", "ADP", "CCONJ") and token.dep not in ("amod", "compound")
        if breaks or token.head == token.i:
            return False
        token = sentence.tokens[token.head]
    return False


def _after(sentence: Sentence, token: Token, knowledge: Knowledge) -> tuple[str, ...]:
    """The words of the "of" and "for" phrases of a noun, in dictionary form."""
    found: list[str] = []
    for prep in sentence.kids(token.i, "prep"):
        for obj in sentence.kids(prep.i, "pobj"):
            found += [_lemma(t, knowledge) for t in sentence.tokens[prep.i + 1 : obj.i + 1] if t.pos != "DET"]
    return tuple(found)


def _lemma(token: Token, knowledge: Knowledge) -> str:
    """A noun in the singular, as the roles have it; the parser leaves names as they are ("Ministries", "Troops")."""
    word = knowledge.naming.ranks.get(token.lower, token.lemma.lower())
    if (
        word.endswith("s")
        and knowledge.roles.role_of((word,)) is None
        and knowledge.roles.role_of((word[:-1],)) is not None
    ):
        return word[:-1]
    return word


def _mention(sentence: Sentence, first: int, last: int, named: tuple[Named, ...]) -> ActorMention:
    tokens = sentence.tokens
    if tokens[last].text in {"'s", "’s"} and last > first:
        last -= 1
    outside = [t.i for t in tokens[first : last + 1] if not first <= t.head <= last or t.head == t.i]
    head = outside[-1] if outside else last
    span = Span(tokens[first].start, tokens[last].end)
    words = text_of(tokens[first : last + 1])
    return ActorMention(
        sentence.index, first, last, head, span, words, named, is_person=any(n.kind is Kind.PERSON for n in named)
    )


def text_of(tokens: Sequence[Token]) -> str:
    """Words as the report has them, but for white space and marks of quotation, which may open and never close."""
    out: list[str] = []
    end = None
    for token in tokens:
        if token.text in QUOTES:
            continue
        if end is not None and token.start > end:
            out.append(" ")
        out.append(token.text)
        end = token.end
    return "".join(out).strip(" ,")
