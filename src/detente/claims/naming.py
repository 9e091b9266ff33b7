"""Who is meant by a name, a role or a pronoun, as far as the report's own text tells."""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Protocol

from detente.claims.persons import Person, Persons, Place, role_span, without_article
from detente.claims.sayers import VERBAL, is_name, name_span
from detente.domain.findings import Speaker
from detente.domain.spans import Span
from detente.rules.saying import Sayings
from detente.text.parsed import Sentence, Token

SUBJECTS = ("nsubj", "nsubjpass")
ROLE_REACH = 150
"""How many sentences back "the minister" may reach; most reports are shorter."""
LOOK_BACK = 8
"""How many sentences back a pronoun may reach."""


class SpeakerFinder(Protocol):
    """Whoever can tell who is meant by a noun phrase."""

    def speaker_at(self, sentence_index: int, token_index: int) -> Speaker | None:
        """Who is meant by the noun phrase that a token heads."""


class NamesInText:
    """The speakers of one report, by its text alone: full names for surnames, roles, and those whom pronouns mean."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        sayings: Sayings,
        quoted: Sequence[Collection[int]],
        sayers: Collection[Place] = (),
    ) -> None:
        self._sayers = sayers
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
            both = [p.name for p in self._beside(*place) if p is not person]
            return Speaker(" and ".join([person.name, *both]), person.role or self._role_at(place), span=span)
        return self._unnamed(place, span)

    def _role_at(self, place: Place) -> str | None:
        """What the head of a noun phrase calls one who is named within it: "the lobby, Navegar"."""
        sentence = self._sentences[place[0]]
        token = sentence.tokens[place[1]]
        if place in self._persons.at or self._sayings.has("roles/relative", token.lemma.lower()):
            return None
        return without_article(sentence, role_span(sentence, token.i), self._text)

    def _beside(self, sentence_index: int, token_index: int) -> Iterator[Person]:
        """The other persons in "Silva and Perez said"."""
        for kid in self._sentences[sentence_index].kids(token_index, "conj"):
            person = self._persons.at.get((sentence_index, kid.i))
            if person is not None:
                yield person
                yield from self._beside(sentence_index, kid.i)

    def person_at(self, sentence_index: int, token_index: int) -> Person | None:
        """The named person whom a noun phrase means: by name, by an apposition, or by a role given to him before."""
        sentence = self._sentences[sentence_index]
        person = self._persons.at.get((sentence_index, token_index))
        if person is not None:
            return person
        is_role = self._sayings.has("roles/any", sentence.tokens[token_index].lemma.lower())
        for kid in sentence.subtree(token_index) if is_role else sentence.kids(token_index, "appos"):
            person = self._persons.at.get((sentence_index, kid.i))
            if person is not None and kid.dep == "appos" and kid.i > token_index:
                return person
        return self._by_role(sentence, token_index) if is_role else None

    def _by_role(self, sentence: Sentence, i: int) -> Person | None:
        """The last person before to whom a role was given: "the minister", "the US president"."""
        token = sentence.tokens[i]
        if token.tag not in ("NN", "NNP"):
            return None
        if not any((k.tag == "DT" and k.lower == "the") or k.dep == "poss" for k in sentence.kids(i)):
            return None
        wanted = {k.lower for k in sentence.kids(i, "amod", "compound", "poss", "nmod")} | {token.lemma.lower()}
        for at in range(sentence.index, max(sentence.index - ROLE_REACH, -1), -1):
            for person in reversed(self._persons.in_sentence.get(at, [])):
                if any(wanted <= _words_of(role) for role in person.roles):
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
            is_body = any(self._sayings.has(cue, token.lemma.lower()) for cue in ("bodies", "carriers"))
            return person is None and not is_role and (is_body or token.pos == "PROPN")
        if person is not None:
            return person.gender in ("", kind)
        if token.pos == "PROPN" and not token.entity and not self._sayings.has("bodies", token.lower):
            return True
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
            yield from ((at, t.i) for t in sorted(heads, key=lambda t: (self._rank(sentence, t), t.i)))
            reach += any(t.pos in VERBAL for t in outside)
            if reach > LOOK_BACK:
                return

    def _rank(self, sentence: Sentence, token: Token) -> int:
        """How likely a pronoun is to mean a noun phrase by its place in the sentence; the lower the likelier."""
        is_main = sentence.tokens[token.head].dep in ("ROOT", "conj")
        if (sentence.index, token.i) in self._sayers and (is_main or token.dep not in SUBJECTS):
            return 0
        if token.dep in SUBJECTS:
            return 1 if is_main else 2
        return 3 if token.dep in ("pobj", "dobj", "poss", "appos") else 4

    def _unnamed(self, place: Place, span: Span) -> Speaker:
        """A speaker without a person's name: a body by its name, or a role."""
        sentence = self._sentences[place[0]]
        token = sentence.tokens[place[1]]
        words = self._fullest(sentence, token)
        named = next(sentence.kids(place[1], "appos"), None)
        if named is not None and named.pos == "PROPN":
            return Speaker(self._phrase(sentence, named), words, span=span)
        if self._sayings.has("roles/any", token.lemma.lower()) or not is_name(sentence, token):
            return Speaker(None, words, span=span)
        others = [self._phrase(sentence, k) for k in sentence.kids(token.i, "conj") if k.pos == "PROPN"]
        return Speaker(" and ".join([words, *others]), span=span)

    def _fullest(self, sentence: Sentence, token: Token) -> str:
        """The phrase at a place, or the fuller one before it that has the same head, where it is "the ministry"."""
        words = self._phrase(sentence, token)
        if (
            len(words.split()) > 1
            or token.tag in ("NNS", "NNPS")
            or not any(True for _ in sentence.kids(token.i, "det"))
        ):
            return words
        for at, i in reversed(self._places_by_noun.get(token.lemma.lower(), [])):
            fuller = self._phrase(self._sentences[at], self._sentences[at].tokens[i]) if at <= sentence.index else ""
            if len(fuller.split()) > 1 and fuller.lower().split()[-1] == token.lower:
                return fuller
        return words

    @cached_property
    def _places_by_noun(self) -> dict[str, list[Place]]:
        """Where each noun stands that is no part of another one's name."""
        found: dict[str, list[Place]] = {}
        for sentence in self._sentences:
            for token in sentence.tokens:
                if token.pos in ("NOUN", "PROPN") and token.dep != "compound":
                    found.setdefault(token.lemma.lower(), []).append((sentence.index, token.i))
        return found

    def _phrase(self, sentence: Sentence, token: Token) -> str:
        """The words of a noun phrase, its owner in place of a pronoun."""
        span = name_span(sentence, token.i, self._quoted[sentence.index])
        owner = next((k for k in sentence.kids(token.i, "poss") if k.tag in ("PRP$", "WP$")), None)
        if owner is None:
            return without_article(sentence, span, self._text)
        rest = " ".join(self._text[owner.end : span.end].split())
        if owner.tag == "WP$":
            before = next((t for t in reversed(sentence.tokens[: owner.i]) if t.pos in ("NOUN", "PROPN")), None)
            whose = self._phrase(sentence, before) if before is not None else ""
        else:
            speaker = self.speaker_at(sentence.index, owner.i)
            whose = speaker.label if speaker is not None else ""
        return f"{whose}’s {rest}" if whose else rest


@lru_cache(maxsize=4096)
def _words_of(role: str) -> frozenset[str]:
    """The words of a role in lower case, possessives without their ending."""
    return frozenset(word.removesuffix("'s") for word in role.lower().replace("’", "'").split())
