"""Who is meant by a name, a role or a pronoun, as far as the report's own text tells."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from detente.claims.sayers import VERBAL, name_span
from detente.domain.findings import Speaker
from detente.domain.spans import Span
from detente.rules.saying import Sayings
from detente.text.parsed import Sentence, Token

LOOK_BACK = 8
"""How many sentences back a pronoun may reach."""
LONGEST_ROLE = 16
"""Words of a role that are still read as one; longer ones are slips of the parse."""
Place = tuple[int, int]
"""A sentence's index and a token's index in it."""


class SpeakerFinder(Protocol):
    """Whoever can tell who is meant by a noun phrase."""

    def speaker_at(self, sentence_index: int, token_index: int) -> Speaker | None:
        """Who is meant by the noun phrase that a token heads."""


@dataclass(slots=True)
class Person:
    """One name, and what the report says of its bearer."""

    words: tuple[str, ...]
    first: int
    """The sentence in which the name stands first."""
    roles: list[str] = field(default_factory=list)
    gender: str = ""

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
        runs = [run for sentence in sentences for run in self._runs(sentence)]
        persons = self._joined([self._words(run) for _, run in runs], [s.index for s, _ in runs])
        for (sentence, run), person in zip(runs, persons, strict=True):
            self.at.update(((sentence.index, token.i), person) for token in run)
            self._describe(sentence, run, person)

    def _runs(self, sentence: Sentence) -> Iterator[tuple[Sentence, Sequence[Token]]]:
        """Each name of a person as its tokens, without what is said of him."""
        tokens, i = sentence.tokens, 0
        while i < len(tokens):
            end = i
            while end < len(tokens) and self._is_of_name(tokens, end, i):
                end += 1
            start = i
            while start < end and self._is_title(tokens[start]):
                start += 1
            is_titled = i > 0 and self._is_title(tokens[i - 1]) and tokens[i - 1].head in range(i, end)
            is_person = any(t.entity == "PERSON" for t in tokens[start:end]) or start > i or is_titled
            if start < end and is_person and any(t.text[:1].isupper() for t in tokens[start:end]):
                yield sentence, tokens[start:end]
            i = max(end, i + 1)

    def _is_of_name(self, tokens: Sequence[Token], i: int, start: int) -> bool:
        """Whether a token carries a name on that began at another token."""
        token = tokens[i]
        if token.tag == "POS" or token.pos == "NUM":
            return False
        if i > start and (token.start == tokens[i - 1].end and (token.text == "-" or tokens[i - 1].text == "-")):
            return tokens[start].pos == "PROPN"
        if token.entity == "PERSON":
            return token.pos not in ("PUNCT", "CCONJ", "VERB") or token.text == "-"
        return token.pos == "PROPN" and token.entity in ("", "ORG", "NORP") and self._follows_title(tokens, i, start)

    def _follows_title(self, tokens: Sequence[Token], i: int, start: int) -> bool:
        """Whether the first token of a name without a label stands after a title, or is one."""
        first = tokens[start]
        before = tokens[start - 1] if start else None
        if first.entity == "PERSON" or tokens[i].entity:
            return False
        return self._is_honorific(first) or (before is not None and self._is_title(before) and before.dep == "compound")

    def _is_honorific(self, token: Token) -> bool:
        return any(self._sayings.has(f"honorifics/{g}", token.lower) for g in ("he", "she", "any"))

    def _is_title(self, token: Token) -> bool:
        return self._is_honorific(token) or self._sayings.has("roles/any", token.lower)

    def _words(self, run: Sequence[Token]) -> tuple[str, ...]:
        return tuple(self._text[run[0].start : run[-1].end].split())

    def _joined(self, names: list[tuple[str, ...]], places: list[int]) -> list[Person]:
        """For each name its person; a short name is that of the nearest full name that begins or ends with it."""
        full: list[Person] = []
        by_name: dict[str, Person] = {}
        for words, place in zip(names, places, strict=True):
            if len(words) > 1 and " ".join(words).lower() not in by_name:
                person = Person(words, place)
                by_name[person.name.lower()] = person
                full.append(person)
        for person in full:
            longer = _nearest(person.words, person.first, [p for p in full if len(p.words) > len(person.words)])
            if longer is not None:
                by_name[person.name.lower()] = by_name[longer.name.lower()]
        return [self._person(words, place, full, by_name) for words, place in zip(names, places, strict=True)]

    def _person(self, words: tuple[str, ...], place: int, full: list[Person], by_name: dict[str, Person]) -> Person:
        name = " ".join(words).lower()
        if name in by_name:
            return by_name[name]
        nearest = _nearest(words, place, full)
        if nearest is not None:
            return by_name[nearest.name.lower()]
        return by_name.setdefault(name, Person(words, place))

    def _describe(self, sentence: Sentence, run: Sequence[Token], person: Person) -> None:
        """Add what stands beside a name: titles before it, an apposition, the role that it is an apposition to."""
        head = next((t for t in run if not run[0].i <= t.head <= run[-1].i), run[-1])
        self._add_gender(sentence.tokens[run[0].i - 1] if run[0].i else None, person)
        before = self._before(sentence, run[0].i, head)
        beside = [k.i for k in sentence.kids(head.i, "appos")]
        if head.dep == "appos":
            beside.append(head.head)
        for i in beside:
            noun = sentence.tokens[i]
            if self._sayings.has("roles/any", noun.lemma.lower()) and (sentence.index, i) not in self.at:
                before.append(_without_article(sentence, name_span(sentence, i), self._text))
                self._add_gender(noun, person)
        person.roles += [role for role in before if role and len(role.split()) <= LONGEST_ROLE]

    def _add_gender(self, token: Token | None, person: Person) -> None:
        for gender in ("he", "she"):
            if token is not None and any(
                self._sayings.has(f"{cue}/{gender}", token.lemma.lower())
                or self._sayings.has(f"{cue}/{gender}", token.lower)
                for cue in ("honorifics", "roles")
            ):
                person.gender = gender

    def _before(self, sentence: Sentence, first: int, head: Token) -> list[str]:
        """The role before a name: "the French foreign minister" before "Ana Silva"."""
        below = {t.i for t in sentence.subtree(head.i)}
        start = first
        while start and start - 1 in below and sentence.tokens[start - 1].dep not in ("punct", "cc", "det"):
            start -= 1
        while start < first and sentence.tokens[start].dep in ("prep", "advmod", "case", "mark"):
            start += 1
        last = sentence.tokens[first - 1] if first > start else None
        if last is None or not self._sayings.has("roles/any", last.lemma.lower()):
            return []
        return [" ".join(self._text[sentence.tokens[start].start : last.end].split())]


def _nearest(words: tuple[str, ...], place: int, full: Sequence[Person]) -> Person | None:
    """The full name that ends with a short one, else one that begins with it: the last one before, else the first."""
    short = [w.lower() for w in words]
    for is_fitting in (
        lambda p: [w.lower() for w in p.words[-len(short) :]] == short,
        lambda p: [w.lower() for w in p.words[: len(short)]] == short,
    ):
        fitting = [p for p in full if is_fitting(p)]
        before = [p for p in fitting if p.first <= place]
        if fitting:
            return before[-1] if before else fitting[0]
    return None


def _without_article(sentence: Sentence, span: Span, text: str) -> str:
    """The words at a span, a leading article left out."""
    first = next((t for t in sentence.tokens if t.start == span.start), None)
    start = first.end if first is not None and first.dep == "det" and first.end < span.end else span.start
    return " ".join(text[start : span.end].split())


class NamesInText:
    """The speakers of one report, by its text alone: full names for surnames, roles, and those whom pronouns mean."""

    def __init__(
        self, text: str, sentences: Sequence[Sentence], sayings: Sayings, quoted: Sequence[Collection[int]]
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._sayings = sayings
        self._quoted = quoted
        self._persons = Persons(text, sentences, sayings)
        self._antecedents: dict[Place, Place | None] = {}

    def speaker_at(self, sentence_index: int, token_index: int) -> Speaker | None:
        """Who is meant by the noun phrase that a token heads; None where a pronoun means no one that was named."""
        sentence = self._sentences[sentence_index]
        span = name_span(sentence, token_index, self._quoted[sentence_index])
        place = self.antecedent(sentence_index, token_index)
        if place is None:
            return None
        person = self.person_at(*place)
        if person is not None:
            return Speaker(person.name, person.role, span=span)
        return self._unnamed(place, span)

    def person_at(self, sentence_index: int, token_index: int) -> Person | None:
        """The named person whom a noun phrase means: by name, by an apposition, or by a role given to him before."""
        sentence = self._sentences[sentence_index]
        person = self._persons.at.get((sentence_index, token_index))
        if person is not None:
            return person
        for kid in sentence.kids(token_index, "appos", "compound"):
            person = self._persons.at.get((sentence_index, kid.i))
            if person is not None and (kid.dep == "appos" or kid.i == token_index - 1):
                return person
        return self._by_role(sentence, token_index)

    def _by_role(self, sentence: Sentence, i: int) -> Person | None:
        """The last person before to whom a role was given: "the minister", "the US president"."""
        token = sentence.tokens[i]
        if token.tag not in ("NN", "NNP") or not self._sayings.has("roles/any", token.lemma.lower()):
            return None
        if not any(k.tag == "DT" and k.lower == "the" or k.dep == "poss" for k in sentence.kids(i)):
            return None
        wanted = {k.lower for k in sentence.kids(i, "amod", "compound", "poss", "nmod")} | {token.lemma.lower()}
        for at in range(sentence.index, -1, -1):
            persons = [p for (s, _), p in self._persons.at.items() if s == at]
            for person in reversed(persons):
                if any(
                    wanted <= set(role.lower().replace("’s", "").replace("'s", "").split()) for role in person.roles
                ):
                    return person
        return None

    def antecedent(self, sentence_index: int, token_index: int) -> Place | None:
        """The place of the noun phrase that a pronoun stands for; a noun's own place."""
        place = (sentence_index, token_index)
        if place not in self._antecedents:
            self._antecedents[place] = None
            self._antecedents[place] = self._antecedent(self._sentences[sentence_index].tokens[token_index], place)
        return self._antecedents[place]

    def _antecedent(self, token: Token, place: Place) -> Place | None:
        if token.pos != "PRON" and token.tag not in ("PRP", "PRP$"):
            return place
        kind = next((k for k in ("he", "she", "they", "it") if self._sayings.has(f"pronouns/{k}", token.lower)), None)
        if kind is None:
            return None if token.tag in ("PRP", "PRP$", "WP") else place
        for candidate in self._candidates(place):
            found = self.antecedent(*candidate)
            if found is not None and self._fits(kind, found):
                self._learn(kind, found)
                return found
        return None

    def _learn(self, kind: str, place: Place) -> None:
        person = self.person_at(*place)
        if person is not None and not person.gender and kind in ("he", "she"):
            person.gender = kind

    def _fits(self, kind: str, place: Place) -> bool:
        """Whether a pronoun of one kind may stand for the noun phrase at a place."""
        token = self._sentences[place[0]].tokens[place[1]]
        is_plural = token.tag in ("NNS", "NNPS") or any(True for _ in self._sentences[place[0]].kids(token.i, "conj"))
        person = self.person_at(*place)
        is_role = self._sayings.has("roles/any", token.lemma.lower())
        if kind == "they":
            return is_plural and not (person and not any(True for _ in self._sentences[place[0]].kids(token.i, "conj")))
        if is_plural and token.tag in ("NNS", "NNPS"):
            return False
        if kind == "it":
            return person is None and not is_role and (bool(token.entity) or token.pos in ("NOUN", "PROPN"))
        if person is not None:
            return person.gender in ("", kind)
        other = "she" if kind == "he" else "he"
        return is_role and not self._sayings.has(f"roles/{other}", token.lemma.lower())

    def _candidates(self, place: Place) -> Iterator[Place]:
        """Noun phrases before a pronoun, the likeliest first: the nearest sentence's, subjects before others."""
        index, token = place
        reach = 0
        for at in range(index, -1, -1):
            sentence = self._sentences[at]
            outside = [t for t in sentence.tokens if t.i not in self._quoted[at] and (at < index or t.i < token)]
            heads = [t for t in outside if t.pos in ("NOUN", "PROPN", "PRON") and t.dep != "compound"]
            yield from ((at, t.i) for t in sorted(heads, key=lambda t: (_rank(sentence, t), t.i)))
            reach += any(t.pos in VERBAL for t in outside)
            if reach > LOOK_BACK:
                return

    def _unnamed(self, place: Place, span: Span) -> Speaker:
        """A speaker without a person's name: a body by its name, or a role."""
        sentence = self._sentences[place[0]]
        token = sentence.tokens[place[1]]
        words = self._fullest(sentence, token)
        if token.pos == "PROPN" and not self._sayings.has("roles/any", token.lower):
            return Speaker(words, span=span)
        return Speaker(None, words, span=span)

    def _fullest(self, sentence: Sentence, token: Token) -> str:
        """The phrase at a place, or the fuller one before it that has the same head, where it is "the ministry"."""
        words = self._phrase(sentence, token)
        if (
            len(words.split()) > 1
            or token.tag in ("NNS", "NNPS")
            or not any(True for _ in sentence.kids(token.i, "det"))
        ):
            return words
        for at in range(sentence.index, -1, -1):
            for other in self._sentences[at].tokens:
                if other.lemma.lower() == token.lemma.lower() and (at, other.i) != (sentence.index, token.i):
                    fuller = self._phrase(self._sentences[at], other)
                    if (
                        other.dep != "compound"
                        and len(fuller.split()) > 1
                        and fuller.lower().split()[-1] == other.lower
                    ):
                        return fuller
        return words

    def _phrase(self, sentence: Sentence, token: Token) -> str:
        """The words of a noun phrase, its owner in place of a pronoun."""
        span = name_span(sentence, token.i, self._quoted[sentence.index])
        owner = next((k for k in sentence.kids(token.i, "poss") if k.tag in ("PRP$", "WP$")), None)
        if owner is None:
            return _without_article(sentence, span, self._text)
        rest = " ".join(self._text[owner.end : span.end].split())
        if owner.tag == "WP$":
            verb = sentence.tokens[token.head]
            named = name_span(sentence, verb.head) if verb.dep == "relcl" else None
            whose = self._text[named.start : named.end] if named else ""
        else:
            speaker = self.speaker_at(sentence.index, owner.i)
            whose = speaker.label if speaker is not None else ""
        return f"{whose}’s {rest}" if whose else rest


def _rank(sentence: Sentence, token: Token) -> int:
    """How likely a pronoun is to mean a noun phrase by its place in the sentence; the lower the likelier."""
    if token.dep in ("nsubj", "nsubjpass"):
        return 0 if sentence.tokens[token.head].dep in ("ROOT", "conj") else 1
    return 2 if token.dep in ("pobj", "dobj", "poss", "appos") else 3
