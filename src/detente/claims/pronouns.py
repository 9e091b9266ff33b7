"""Whom "he", "its", "they", "who" and the "I" of a quotation stand for; silence where that is not plain."""

from detente.claims.discourse import REACH, SUBJECTS, Discourse, Said, once
from detente.claims.register import Human
from detente.domain.parties import Party
from detente.rules.naming import Reference
from detente.text.parsed import Sentence, Token

RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})
DEEPEST_RELATIVE = 4
"""How many verbs may stand between a relative pronoun and its clause."""


class Pronouns:
    """Resolves pronouns against what was said before."""

    def __init__(self, words: Reference, discourse: Discourse) -> None:
        self._words = words
        self._discourse = discourse
        self.humans: dict[tuple[int, int], Human] = {}
        """The persons to whom words were found to point back, by sentence and token."""

    def resolve(self, sentence: Sentence, token: Token) -> tuple[Party, ...] | None:
        """The parties that a pronoun stands for, empty where that is not plain; None for what is no pronoun."""
        part = self._words.part_by_pronoun.get(token.lower)
        if token.tag in RELATIVE_TAGS or (part not in (None, "addressee") and token.pos in ("PRON", "DET")):
            return self._pronoun(sentence, token, part or "who")
        return None

    def _pronoun(self, sentence: Sentence, token: Token, part: str) -> tuple[Party, ...]:
        beside = self._coordinated_owner(sentence, token)
        if beside:
            return beside
        match part:
            case "who":
                return self._relative(sentence, token)
            case "he" | "she":
                return self._person(sentence, token, part)
            case "it":
                return self._thing(sentence, token)
            case "they":
                return self._many(sentence, token)
        return self._speaker(sentence, token, part)

    def _coordinated_owner(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        """In "Peru and its allies" the owner is the one beside."""
        noun = sentence.tokens[token.head]
        return self._discourse.parties_at(noun.head) if token.dep == "poss" and noun.dep == "conj" else ()

    def _relative(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        verb = token
        for _ in range(DEEPEST_RELATIVE):
            verb = sentence.tokens[verb.head]
            if verb.dep == "relcl":
                return self._discourse.parties_at(verb.head)
        return ()

    def _person(self, sentence: Sentence, token: Token, sex: str) -> tuple[Party, ...]:
        speaking = self._discourse.still_speaking(sentence, token, sex)
        if speaking is not None:
            self.humans[sentence.index, token.i] = speaking[0]
            return speaking[1]
        is_speaking = self._discourse.is_speaking(sentence, token)
        for said in self._discourse.back(sentence, token, REACH):
            if (
                not said.is_person
                or said.is_plural
                or not self._is_likely(sentence, said, sex, is_speaking=is_speaking)
            ):
                continue
            if said.human is not None:
                self.humans[sentence.index, token.i] = said.human
            return said.parties
        return ()

    def _is_likely(self, sentence: Sentence, said: Said, sex: str, *, is_speaking: bool) -> bool:
        """Whether "he" or "she" can be this one; one who only came by in an earlier sentence must be somebody."""
        human = said.human
        if human is None:
            # "expelled the ambassador after he had spoken": of those in the sentence the man is he
            is_here = said.sentence == sentence.index and bool(said.parties) and said.parties[0].id is not None
            return said.is_subject or (is_here and not is_speaking)
        if human.sex not in (sex, None):
            return False
        return said.is_subject or said.sentence == sentence.index or human.acts or human.role is not None

    def _thing(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        if (
            _is_idle(sentence, token, self._words.willing)
            or sentence.tokens[token.head].lemma in self._words.idle_verbs
        ):
            return ()
        doers = self._doers(sentence, token)
        beside = self._not_doing(token, doers, is_plural=False)
        if beside:
            return beside[0].parties if len(beside) == 1 else ()
        for said in self._discourse.back(sentence, token, 1):
            is_thing = not said.is_person and not said.is_plural and said.is_subject
            if is_thing and any(p.id and p.id not in doers for p in said.parties):
                return said.parties
        return ()

    def _doers(self, sentence: Sentence, token: Token) -> frozenset[str]:
        """Who does to a pronoun what a clause without a subject of its own says: "..., accusing it"; never itself."""
        over = sentence.tokens[token.head]
        verb = sentence.tokens[over.head] if over.dep == "prep" else over
        has_subject = any(True for _ in sentence.kids(verb.i, *SUBJECTS))
        return frozenset() if has_subject else self._discourse.doers(sentence, token)

    def _not_doing(self, token: Token, doers: frozenset[str], *, is_plural: bool) -> list[Said]:
        """Who else is named before in the sentence, each once."""
        named = [s for s in self._discourse.here if s.token < token.i and s.is_plural == is_plural] if doers else []
        others = [s for s in named if is_plural or not s.is_person]
        found = {s.parties[0].id: s for s in others if any(p.id for p in s.parties)}
        return [said for id_, said in found.items() if id_ not in doers]

    def _many(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        beside = self._not_doing(token, self._doers(sentence, token), is_plural=True)
        if beside:
            return beside[0].parties if len(beside) == 1 else ()
        for said in self._discourse.back(sentence, token, 1):
            if said.is_subject and said.is_coordinated:
                return self._discourse.side_by_side(said)
            if said.is_subject and said.is_plural:
                return said.parties
        row = self._discourse.before if token.i <= 1 else []
        humans = once(s.parties[0] for s in row if s.human is not None and s.human.acts)
        return humans if len(humans) == 2 else ()  # noqa: PLR2004 - two who met

    def _speaker(self, sentence: Sentence, token: Token, part: str) -> tuple[Party, ...]:
        for said in self._discourse.back(sentence, token, 1):
            if said.human is not None and said.is_subject and self._says(sentence, said):
                self.humans[sentence.index, token.i] = said.human
                return said.parties if part == "speaker" or said.human.acts else ()
        return ()

    def _says(self, sentence: Sentence, said: Said) -> bool:
        if said.sentence != sentence.index:
            return False
        return sentence.tokens[sentence.tokens[said.token].head].lemma.lower() in self._words.saying


def _is_idle(sentence: Sentence, token: Token, willing: frozenset[str]) -> bool:
    """Whether "it" points to nothing ("it is likely that", "it was announced that", "it was the first time")."""
    verb = sentence.tokens[token.head]
    if token.dep == "expl":
        return True
    if token.dep not in SUBJECTS:
        return False
    clauses = ("ccomp", "xcomp", "csubj", "csubjpass")
    if verb.lemma == "be":
        below = [k for k in sentence.kids(verb.i) if k.dep in ("acomp", "attr") and k.lower not in willing]
        return any(k.dep == "attr" for k in below) or any(
            True for k in (verb, *below) for _ in sentence.kids(k.i, *clauses)
        )
    return token.dep == "nsubjpass" and any(True for _ in sentence.kids(verb.i, *clauses))
