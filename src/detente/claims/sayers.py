"""Whose words a verb of saying gives, as far as the sentence tells: its subject, wherever that stands."""

from collections.abc import Collection

from detente.domain.spans import Span
from detente.rules.saying import Sayings
from detente.text.parsed import Sentence, Token

VERBAL = ("VERB", "AUX")
NOMINAL = ("NOUN", "PROPN", "PRON")
RELATIVE_TAGS = frozenset({"WP", "WDT"})
SPEAKING_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
MISREAD_BEFORE = frozenset({"appos", "conj", "pobj", "npadvmod", "dobj", "oprd"})
MISREAD_AFTER = ("dobj", "attr", "oprd", "appos", "npadvmod", "dep")
MAX_CLIMB = 8
"""How many clauses up a subject is looked for; deeper ones are lists or noise."""


class Sayers:
    """Finds those who speak in a sentence."""

    def __init__(self, sentence: Sentence, sayings: Sayings, quoted: Collection[int] = ()) -> None:
        self._sentence = sentence
        self._quoted = quoted
        self._sayings = sayings

    def of(self, verb: int) -> int | None:
        """The token that heads the name of the one whose words a verb gives; None where the sentence names no one."""
        if is_passive(self._sentence, verb) or self._is_told(verb):
            return self._agent(verb)
        subject = next((k for k in self._sentence.kids(verb, "nsubj") if k.i not in self._quoted), None)
        if subject is None:
            above = self._above(verb)
            return self._beside(verb) if above is None else above
        return antecedent(self._sentence, verb) if subject.tag in RELATIVE_TAGS else subject.i

    def can_speak(self, i: int) -> bool:
        """Whether a noun phrase names one who can speak: a person, a body, a text."""
        token = self._sentence.tokens[i]
        if (
            token.pos == "PRON"
            or token.entity in SPEAKING_ENTITIES
            or token.tag == "WP"
            or is_name(self._sentence, token)
        ):
            return True
        return any(self._sayings.has(cue, token.lemma.lower()) for cue in ("roles/any", "bodies", "carriers"))

    def _is_told(self, verb: int) -> bool:
        """Whether a verb's subject is the one who hears it: "he was summoned and told that"."""
        token = self._sentence.tokens[verb]
        is_bare = token.dep == "conj" and not any(self._sentence.kids(verb, "nsubj", "dobj", "dative"))
        is_telling = self._sayings.has("addressed", token.lemma.lower()) and token.tag in ("VBD", "VBN")
        return is_bare and is_telling and is_passive(self._sentence, token.head)

    def _agent(self, verb: int) -> int | None:
        by = next(self._sentence.kids(verb, "agent"), None)
        return object_of(self._sentence, by.i) if by is not None else None

    def _above(self, verb: int, depth: int = 0) -> int | None:
        """The one who can speak among the subjects of the clauses over a verb that has none of its own."""
        token = self._sentence.tokens[verb]
        head = self._sentence.tokens[token.head]
        if head.i == verb or depth > MAX_CLIMB:
            return None
        found: int | None = None
        if token.dep == "acl" and token.tag == "VBG":
            found = head.i
        elif token.dep == "xcomp" and token.tag == "VB":
            found = next((k.i for k in self._sentence.kids(head.i, "dobj") if k.i < verb and k.pos in NOMINAL), None)
        elif token.dep == "pcomp" and head.lower == "as":
            found = next((k.i for k in self._sentence.kids(head.head, "dobj") if k.i < head.i), None)
        if found is None and head.pos in VERBAL:
            found = self._subject(head.i)
        if found is not None and self._may_speak_above(found, token, depth):
            return found
        return self._above(head.i, depth + 1)

    def _may_speak_above(self, i: int, verb: Token, depth: int) -> bool:
        """Whether a subject found over a verb speaks in it: an "it" farther up seldom stands for anyone."""
        if depth and self._sayings.has("pronouns/it", self._sentence.tokens[i].lower):
            return False
        return self.can_speak(i) or (depth == 0 and verb.dep in ("conj", "xcomp"))

    def _subject(self, verb: int) -> int | None:
        """The subject of a verb in any voice: he who was quoted as saying is one who says."""
        subject = next(self._sentence.kids(verb, "nsubj", "nsubjpass"), None)
        if subject is not None and subject.tag in RELATIVE_TAGS:
            return antecedent(self._sentence, verb)
        return subject.i if subject is not None else None

    def _beside(self, verb: int) -> int | None:
        """The name right before or right after a verb, where the parse has taken it for something else."""
        tokens = self._sentence.tokens
        before = verb - 1
        while before > 0 and tokens[before].pos in ("ADV", "AUX") and not is_modal_name(self._sentence, before):
            before -= 1
        is_misread = before >= 0 and tokens[before].dep in MISREAD_BEFORE
        if is_misread and tokens[before].pos in NOMINAL and self.can_speak(before):
            return before
        if before >= 0 and is_modal_name(self._sentence, before):
            return before
        named = self._named_aside(before)
        if named is not None:
            return named
        swallowed = next((k for k in self._sentence.kids(verb, "ccomp") if k.i < verb), None)
        if swallowed is not None and before >= 0 and tokens[before].dep != "punct":
            return self._subject(swallowed.i)
        after = next((k for k in self._sentence.kids(verb, *MISREAD_AFTER) if k.i > verb), None)
        is_set_off = verb > 0 and tokens[verb - 1].dep == "punct"
        return after.i if is_set_off and after is not None and self.can_speak(after.i) else None

    def _named_aside(self, comma: int) -> int | None:
        """The role or name in "the minister, Ana Silva, said", which the parse may hang on the words said."""
        tokens = self._sentence.tokens
        name = tokens[comma - 1] if comma > 0 and tokens[comma].text == "," else None
        if name is None or name.dep not in MISREAD_BEFORE or name.entity != "PERSON" or name.i in self._quoted:
            return None
        role = tokens[name.head]
        is_role = any(self._sayings.has(cue, role.lemma.lower()) for cue in ("roles/any", "roles/relative"))
        return role.i if name.dep == "appos" and is_role and role.i not in self._quoted else name.i

    def owner_of(self, noun: int) -> int | None:
        """The one whose word or text a noun is: "Peru's statement", "a statement from Peru", "released a statement"."""
        sentence = self._sentence
        owner = next((k.i for k in sentence.kids(noun, "poss")), None)
        if owner is not None:
            return antecedent(sentence, noun) if sentence.tokens[owner].tag == "WP$" else owner
        issued = [k.i for k in sentence.kids(noun, "acl") if k.tag == "VBN"]
        for preposition in (k for head in (noun, *issued) for k in sentence.kids(head, "prep", "agent")):
            found = object_of(sentence, preposition.i) if self._sayings.has("owners", preposition.lower) else None
            if found is not None and self.can_speak(found):
                return found
        token = sentence.tokens[noun]
        head = sentence.tokens[token.head]
        if token.dep not in ("dobj", "pobj"):
            return None
        verb = head if token.dep == "dobj" else sentence.tokens[head.head]
        return self._subject(verb.i) if verb.pos in VERBAL else None

    def addressee(self, verb: int, content: Span | None) -> int | None:
        """The token that heads the name of the one who is told."""
        for kid in self._sentence.kids(verb, "dobj", "dative", "prep"):
            if kid.i < verb or (content is not None and content.start <= kid.start):
                continue
            if kid.pos in NOMINAL and self.can_speak(kid.i):
                return kid.i
            told = object_of(self._sentence, kid.i) if kid.lower == "to" else None
            if told is not None and self.can_speak(told):
                return told
        return None


def is_name(sentence: Sentence, token: Token) -> bool:
    """Whether a noun is a name: by the parser's word, or as it stands alone with a capital letter."""
    if token.pos == "PROPN":
        return True
    is_bare = not any(True for _ in sentence.kids(token.i, "det", "amod", "compound", "poss", "nummod"))
    return token.tag == "NN" and token.text[:1].isupper() and is_bare


def is_modal_name(sentence: Sentence, i: int) -> bool:
    """Whether a word that looks like an auxiliary is a name: none stands before a verb in the past."""
    token = sentence.tokens[i]
    after = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
    return (
        token.dep in ("aux", "auxpass")
        and token.text[:1].isupper()
        and after is not None
        and after.tag in ("VBD", "VBZ")
    )


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether a verb stands in the passive voice, also as a participle after its noun."""
    if any(True for _ in sentence.kids(verb, "auxpass", "nsubjpass")):
        return True
    token = sentence.tokens[verb]
    if token.tag != "VBN" or any(True for _ in sentence.kids(verb, "aux", "nsubj")):
        return False
    return token.dep in ("acl", "amod", "advcl") or (token.dep == "conj" and is_passive(sentence, token.head))


def object_of(sentence: Sentence, preposition: int) -> int | None:
    """What stands after a preposition."""
    return next((k.i for k in sentence.kids(preposition, "pobj")), None)


def antecedent(sentence: Sentence, inside: int) -> int | None:
    """The noun that the relative clause around a token hangs on."""
    at = inside
    for _ in range(MAX_CLIMB):
        token = sentence.tokens[at]
        if token.dep == "relcl":
            return token.head
        at = token.head
    return None


def name_span(sentence: Sentence, head: int, quoted: Collection[int] = ()) -> Span:
    """The stretch of a name with what describes it; relative clauses, appositions and quoted words are left out."""
    left_out: set[int] = set()
    for kid in sentence.kids(head):
        if kid.i > head and kid.dep not in DESCRIBING:
            left_out.update(t.i for t in sentence.subtree(kid.i))
    left_out.update(k.i for k in sentence.kids(head, "case"))
    kept = [t for t in sentence.subtree(head) if t.i not in left_out and t.i not in quoted and t.dep != "punct"]
    comma = max((t.i for t in sentence.tokens[:head] if t.text == ","), default=-1)
    tokens = [t for t in kept if t.i > comma] or [sentence.tokens[head]]
    after = sentence.tokens[tokens[-1].i + 1 : tokens[-1].i + 2]
    is_marked = any(t.text in _MARKS for t in sentence.tokens[tokens[0].i : tokens[-1].i])
    ends = after if is_marked and after and after[0].text in _MARKS and after[0].i not in quoted else tokens
    return Span(tokens[0].start, ends[-1].end)


_MARKS = frozenset("\"“”'‘’")
DESCRIBING = frozenset({"prep", "compound", "flat", "nummod", "poss", "case", "amod", "nmod", "pobj"})
"""What may stand after the head of a name and still belong to it."""
