"""The named persons of a report: which names are one person's, and what the report says that they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from detente.claims.plain_roles import without_day
from detente.claims.sayers import is_modal_name
from detente.domain.spans import Span
from detente.rules.saying import Sayings
from detente.text.parsed import Sentence, Token

LONGEST_ROLE = 18
"""Words of a role that are still read as one; longer ones are slips of the parse."""
WESTERN = 2
"""Words of most names that end with the family's; of longer ones the first word may be the family's."""
Place = tuple[int, int]
"""A sentence's index and a token's index in it."""


@dataclass(slots=True)
class Person:
    """One name, and what the report says of its bearer."""

    words: tuple[str, ...]
    first: int
    """The sentence in which the name stands first."""
    roles: list[str] = field(default_factory=list)
    gender: str = ""
    """"he" or "she" where a title or a pronoun tells."""

    @property
    def name(self) -> str:
        """The name as the report gives it."""
        return " ".join(self.words)

    @property
    def role(self) -> str | None:
        """The fullest of the roles that the report gives."""
        return max(self.roles, key=len, default=None)


class Persons:
    """The named persons of a report, short names joined to the full ones."""

    def __init__(self, text: str, sentences: Sequence[Sentence], sayings: Sayings) -> None:
        self._text = text
        self._sayings = sayings
        self.at: dict[Place, Person] = {}
        """The person whose name holds the token at a place."""
        runs = [(sentence, run) for sentence in sentences for run in self._runs(sentence)]
        self.in_sentence: dict[int, list[Person]] = {}
        """The persons who are named in each sentence, in order."""
        self._ending: dict[str, list[Person]] = {}
        self._beginning: dict[str, list[Person]] = {}
        self._by_name: dict[str, Person] = {}
        self._family_first: set[str] = set()
        for sentence, run in runs:
            self._enter(self._words(run), sentence.index)
        for sentence, run in runs:
            self._put(sentence, run)
        for sentence in sentences:
            for token in sentence.tokens:
                self._put_bare(sentence, token)

    def _put(self, sentence: Sentence, run: Sequence[Token]) -> None:
        """Note whose name a run is, and what stands beside it."""
        person = self._person(self._words(run), sentence.index)
        self._note(sentence, run, person)
        head = next((t for t in run if not run[0].i <= t.head <= run[-1].i), run[-1])
        self._add_gender(sentence.tokens[run[0].i - 1] if run[0].i else None, person)
        person.roles += [
            r for r in self._roles(sentence, run[0].i, head, person) if r and len(r.split()) <= LONGEST_ROLE
        ]

    def _put_bare(self, sentence: Sentence, token: Token) -> None:
        """Note a surname that the parser took for something else, where its bearer is named elsewhere."""
        word = token.text.lower()
        if (sentence.index, token.i) in self.at or not token.text[:1].isupper() or token.dep == "compound":
            return
        is_name = token.pos in ("PROPN", "NOUN", "ADJ", "X") or is_modal_name(sentence, token.i)
        if is_name and (word in self._by_name or word in self._family_first):
            self._note(sentence, [token], self._person((token.text,), sentence.index))

    def _note(self, sentence: Sentence, run: Sequence[Token], person: Person) -> None:
        self.at.update(((sentence.index, token.i), person) for token in run)
        self.in_sentence.setdefault(sentence.index, []).append(person)

    def _runs(self, sentence: Sentence) -> Iterator[Sequence[Token]]:
        """Each name of a person as its tokens, without what is said of him."""
        tokens, i = sentence.tokens, 0
        while i < len(tokens):
            end = i
            while end < len(tokens) and self._is_of_name(tokens, end, i):
                end += 1
            start = max((k + 1 for k in range(i, end) if self._is_title(tokens[k])), default=i)
            if start < end and self._is_person(tokens, i, start, end):
                yield tokens[start:end]
            i = max(end, i + 1)

    def _is_person(self, tokens: Sequence[Token], i: int, start: int, end: int) -> bool:
        """Whether a run names a person: by the parser's word, or by a title before it."""
        run = tokens[start:end]
        if not any(t.text[:1].isupper() for t in run):
            return False
        is_titled = start > i or (i > 0 and self._is_title(tokens[i - 1]) and i <= tokens[i - 1].head < end)
        is_initials = len(run) == 1 and run[0].text.isupper()
        return is_titled or (any(t.entity == "PERSON" for t in run) and not is_initials)

    def _is_of_name(self, tokens: Sequence[Token], i: int, start: int) -> bool:
        """Whether a token carries a name on that began at another token."""
        token = tokens[i]
        if token.tag == "POS" or token.dep == "case" or token.pos == "NUM":
            return False
        if i > start and token.start == tokens[i - 1].end and "-" in (token.text, tokens[i - 1].text):
            return tokens[start].pos == "PROPN"
        if token.entity == "PERSON":
            return token.pos not in ("PUNCT", "CCONJ", "VERB", "SYM")
        if i > start and tokens[start].entity == "PERSON":
            return token.pos == "PROPN" and token.entity in ("", "DATE") and tokens[i - 1].head == i
        if i > start:
            return token.pos == "PROPN" and not token.entity
        return token.pos == "PROPN" and i > 0 and self._is_title(tokens[i - 1]) and tokens[i - 1].dep == "compound"

    def _is_honorific(self, token: Token) -> bool:
        return any(self._sayings.has(f"honorifics/{g}", token.lower) for g in ("he", "she", "any"))

    def _is_title(self, token: Token) -> bool:
        return self._is_honorific(token) or self._sayings.has("roles/any", token.lower)

    def _words(self, run: Sequence[Token]) -> tuple[str, ...]:
        return tuple(self._text[run[0].start : run[-1].end].split())

    def _enter(self, words: tuple[str, ...], place: int) -> None:
        """Note a full name when it stands first, a longer one for one that it ends with."""
        name = " ".join(words).lower()
        if len(words) > 1 and name not in self._by_name:
            namesakes = self._ending.setdefault(words[-1].lower(), [])
            known = next((p for p in namesakes if _ends_alike(p.words, words)), None)
            if known is None:
                known = Person(words, place)
                namesakes.append(known)
            elif len(words) > len(known.words):
                known.words = words
            self._beginning.setdefault(words[0].lower(), []).append(known)
            self._by_name[name] = known
            self._by_name.setdefault(words[-1].lower(), known)
            if len(words) > WESTERN or "-" in words[-1]:
                self._family_first.add(words[0].lower())

    def _person(self, words: tuple[str, ...], place: int) -> Person:
        """Whose a name is: the nearest full name's before it that begins or ends with it, else one of his own."""
        name = " ".join(words).lower()
        found = self._by_name.get(name) if len(words) > 1 else None
        found = found or self._nearest(words, place) or self._by_name.get(name)
        if found is None:
            found = Person(words, place)
            self._by_name[name] = found
        return found

    def _nearest(self, words: tuple[str, ...], place: int) -> Person | None:
        """The full name that ends with a short one, else one that begins with it: the last before, else the first."""
        short = [w.lower() for w in words]
        n = len(short)
        ending = [p for p in self._ending.get(short[-1], []) if [w.lower() for w in p.words[-n:]] == short]
        beginning = [p for p in self._beginning.get(short[0], []) if [w.lower() for w in p.words[:n]] == short]
        fitting = ending or beginning
        before = [p for p in fitting if p.first <= place]
        return next(iter(before[-1:] or fitting[:1]), None)

    def _roles(self, sentence: Sentence, first: int, head: Token, person: Person) -> Iterator[str]:
        """What stands beside a name: titles before it, an apposition, the role that it is an apposition to."""
        yield self._role_before(sentence, first, head)
        beside = [k.i for k in sentence.kids(head.i, "appos")]
        if head.dep == "appos":
            beside.append(self._office_above(sentence, head.head))
        for i in beside:
            noun = sentence.tokens[i]
            if self._sayings.has("roles/any", noun.lemma.lower()) and (sentence.index, i) not in self.at:
                self._add_gender(noun, person)
                if not self._sayings.has("roles/relative", noun.lemma.lower()):
                    yield without_article(sentence, role_span(sentence, i), self._text)

    def _office_above(self, sentence: Sentence, i: int) -> int:
        """The noun that a name is an apposition to; for a firm, its head: "the chief of the firm, Ana Silva"."""
        at = i
        while not self._sayings.has("roles/any", sentence.tokens[at].lemma.lower()):
            token = sentence.tokens[at]
            if token.dep not in ("pobj", "appos", "prep", "compound") or token.head >= at:
                return i
            at = token.head
        return at

    def _role_before(self, sentence: Sentence, first: int, head: Token) -> str:
        """The role before a name: "French foreign minister" before "Ana Silva"; empty where there is none."""
        below = {t.i for t in sentence.subtree(head.i)}
        start = first
        while start and start - 1 in below and sentence.tokens[start - 1].dep not in ("punct", "cc", "det", "prep"):
            start -= 1
        while start < first and sentence.tokens[start].tag in ("PRP$", "POS"):
            start += 1
        last = sentence.tokens[first - 1]
        is_role = first > start and self._sayings.has("roles/any", last.lemma.lower())
        if not is_role or self._sayings.has("roles/relative", last.lemma.lower()):
            return ""
        return without_day(" ".join(self._text[sentence.tokens[start].start : last.end].split()))

    def _add_gender(self, token: Token | None, person: Person) -> None:
        for gender in ("he", "she"):
            for cue in ("honorifics", "roles"):
                if token is not None and self._sayings.has(f"{cue}/{gender}", token.lower):
                    person.gender = gender


def role_span(sentence: Sentence, noun: int) -> Span:
    """A role with all that says more of it, up to a relative clause or a comma."""
    left_out: set[int] = set()
    for kid in sentence.kids(noun):
        if kid.i > noun and kid.dep in ("relcl", "appos", "conj", "cc", "advcl"):
            left_out.update(t.i for t in sentence.subtree(kid.i))
    tokens = [t for t in sentence.subtree(noun) if t.i not in left_out]
    stop = next((t.i for t in tokens if t.i > noun and t.dep == "punct" and t.text != "-"), len(sentence.tokens))
    kept = [t for t in tokens if t.i < stop]
    return Span(_start(sentence, kept[0]), kept[-1].end)


def _start(sentence: Sentence, first: Token) -> int:
    """Where a role begins whose first word hangs on others by hyphens: parsers put "vice" beside "minister"."""
    tokens = sentence.tokens
    while first.i > 1 and tokens[first.i - 1].text == "-" and tokens[first.i - 2].end == first.start - 1:
        first = next(iter(sentence.subtree(first.i - 2)))
    return first.start


def _ends_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one full name is the end of the other, white space and case aside."""
    n = min(len(one), len(other))
    return [w.lower() for w in one[-n:]] == [w.lower() for w in other[-n:]]


def without_article(sentence: Sentence, span: Span, text: str) -> str:
    """The words at a span, a leading article or possessive pronoun left out."""
    first = next((t for t in sentence.tokens if t.start == span.start), None)
    is_article = first is not None and (first.dep == "det" or first.tag == "PRP$") and first.end < span.end
    start = first.end if first is not None and is_article else span.start
    return " ".join(text[start : span.end].split())
