"""What a report has said so far: who was mentioned where and how, who spoke last, which states stand side by side."""

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.claims.register import Human, Register
from detente.domain.ids import ActorId
from detente.domain.parties import Party
from detente.mentions import clauses
from detente.mentions.find_actors import ActorMention
from detente.rules.naming import Reference
from detente.text.parsed import Sentence, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
REACH = 3
"""Sentences that a pronoun looks back over."""
FAR = 12
"""Sentences that "the ministry" looks back over."""
NEAR = 2
"""Sentences in which the last two who acted side by side are the two of whom a report goes on to speak."""
COORDINATED = 3
"""How much more "Peru and Chile" makes a pair than two states named in one sentence."""
AMONG = frozenset({"between", "among"})
"""The prepositions of what those who act do with one another: "they held the first talks BETWEEN the two states"."""
QUOTES = frozenset({'"', "“", "”", "''", "``"})
SIZES = (2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Said:
    """One mention in the course of the report."""

    sentence: int
    token: int
    parties: tuple[Party, ...]
    human: Human | None
    is_subject: bool
    is_plural: bool
    is_coordinated: bool
    is_person: bool
    noun: str
    """Its head noun in dictionary form."""


class Discourse:
    """The mentions of a report in their order, the nearest of which words point back to."""

    def __init__(self, words: Reference, register: Register) -> None:
        self._words = words
        self._register = register
        self._rows: deque[list[Said]] = deque(maxlen=FAR)
        self._in_quotation = False
        self._last_plain = -1
        """The last sentence outside quotations: a quotation that goes on after it has a new speaker."""
        self._last_speaker: tuple[int, Human, tuple[Party, ...]] | None = None
        self._groups: Counter[tuple[ActorId, ...]] = Counter()
        """How firmly states stand side by side in the report so far, each group in the order of its first mention."""

        self._told: deque[tuple[ActorId, ...]] = deque(maxlen=NEAR)
        """Those who act side by side in each of the last sentences."""

    @property
    def here(self) -> Sequence[Said]:
        """The mentions of the sentence that is open."""
        return self._rows[-1]

    @property
    def before(self) -> Sequence[Said]:
        """The mentions of the sentence before it."""
        return self._rows[-2] if len(self._rows) > 1 else []

    def latest(self) -> Iterator[Said]:
        """All mentions within reach, the last first."""
        for row in reversed(self._rows):
            yield from reversed(row)

    def rows(self, reach: int) -> Iterator[Sequence[Said]]:
        """The rows of mentions of the open sentence and of so many before it, the last first."""
        for back, row in enumerate(reversed(self._rows)):
            if back > reach:
                return
            yield row

    def begin(self, sentence: Sentence) -> None:
        """Open a sentence."""
        self._rows.append([])
        marks = sum(t.text in QUOTES for t in sentence.tokens)
        if not marks and not self._in_quotation:
            self._last_plain = sentence.index
        self._in_quotation ^= marks % 2 == 1

    def end(self, sentence: Sentence) -> None:
        """Close a sentence: who stood side by side in it."""
        said = self._rows[-1]
        together = _together(said, sentence)
        self._told.append(_together([s for s in said if s.is_subject], sentence))
        for group, weight in ((together, COORDINATED), (powers(said), 1)):
            if len(group) in SIZES:
                known = next((g for g in self._groups if set(g) == set(group)), group)
                self._groups[known] += weight

    def note(
        self, sentence: Sentence, i: int, parties: tuple[Party, ...], human: Human | None, role: ActorMention | None
    ) -> None:
        """Remember a mention."""
        token = sentence.tokens[i]
        if token.dep in ("amod", "compound", "nmod"):
            return
        top = token
        while top.dep == "conj":
            top = sentence.tokens[top.head]
        plural = token.tag == "NNS" or len(parties) > 1
        coordinated = any(True for _ in sentence.kids(i, "conj"))
        is_subject = top.dep in SUBJECTS or _stranded_at(sentence, top) is not None
        person = human is not None or (role is not None and role.sense is not None and role.sense.role.is_person)
        person |= self._words.part_by_pronoun.get(token.lower) in ("he", "she")
        if human is not None and self.is_speaking(sentence, token):
            self._last_speaker = (sentence.index, human, parties)
        entry = Said(sentence.index, i, parties, human, is_subject, plural, coordinated, person, token.lemma.lower())
        self._rows[-1].append(entry)

    def is_speaking(self, sentence: Sentence, token: Token) -> bool:
        """Whether a word is the subject of a verb of saying."""
        stranded = _stranded_at(sentence, token)
        verb = sentence.tokens[token.head if stranded is None else stranded]
        return (token.dep == "nsubj" or stranded is not None) and verb.lemma.lower() in self._words.saying

    def still_speaking(self, sentence: Sentence, token: Token, sex: str) -> tuple[Human, tuple[Party, ...]] | None:
        """The last speaker, where a quotation goes on: "he said" after it is he, not one whom the quotation names."""
        if self._last_speaker is None or not self.is_speaking(sentence, token):
            return None
        before = [t.text for t in sentence.tokens[max(0, token.i - 2) : token.i]]
        if not QUOTES.intersection(before):
            return None
        at, human, parties = self._last_speaker
        return (human, parties) if at >= self._last_plain and human.sex in (sex, None) else None

    def back(self, sentence: Sentence, token: Token, reach: int) -> Iterator[Said]:
        """What was said before a word: in its own sentence and the ones before, subjects first, the nearest first."""
        clause = (
            {k.i for k in sentence.kids(token.head, *SUBJECTS)}
            if token.dep in ("dobj", "pobj", "iobj", "dative")
            else set()
        )
        for back, row in enumerate(reversed(self._rows)):
            if back > reach:
                return
            fitting = [s for s in row if (back > 0 or s.token < token.i) and not (back == 0 and s.token in clause)]
            yield from sorted(fitting, key=lambda s: (not s.is_subject, -s.token if back == 0 else s.token))

    def doers(self, sentence: Sentence, token: Token) -> frozenset[str]:
        """Who does to a word what its clause says: the one to whom it points back is another."""
        over = sentence.tokens[token.head]
        if over.lower in AMONG:
            return frozenset()
        while over.dep in ("prep", "pobj", "dobj", "dative"):  # "imposed curbs on it"
            over = sentence.tokens[over.head]
        if token.dep not in ("dobj", "pobj", "dative") or over.pos != "VERB":
            return frozenset()
        who = clauses.agents(sentence, over.i)
        return frozenset(p.id for i in who for p in self.parties_at(i) if p.id)

    def parties_at(self, i: int) -> tuple[Party, ...]:
        """The parties at a token of the open sentence."""
        return next((said.parties for said in self.here if said.token == i), ())

    def side_by_side(self, said: Said) -> tuple[Party, ...]:
        """A subject with all that is coordinated with it."""
        row = next(r for r in self._rows if said in r)
        return once(p for s in row if s.is_subject and s.token >= said.token for p in s.parties)

    def last_told(self, sentence: Sentence, token: Token, number: int) -> list[tuple[ActorId, ...]]:
        """Those who are named together as so many before a word, or act so in a sentence right before it."""
        here = _together([s for s in self.here if s.token < token.i], sentence)
        return [group for group in (here, *reversed(self._told)) if len(group) == number]

    def groups_of(self, number: int) -> list[tuple[int, tuple[ActorId, ...]]]:
        """The groups of so many, the firmest first: by how they stand together and by how often each is named."""
        groups = [
            (g, n + min(self._register.states[i] for i in g)) for g, n in self._groups.items() if len(g) == number
        ]
        return sorted(((n, g) for g, n in groups), key=lambda f: -f[0])


def _stranded_at(sentence: Sentence, token: Token) -> int | None:
    """The verb right after a name that the parser took for an apposition: "After talks with Peru, LI said"."""
    after = sentence.tokens[token.i + 1 : token.i + 2]
    if token.dep != "appos" or not after or after[0].pos != "VERB":
        return None
    is_its = token.i in clauses.surface_subject(sentence, after[0].i)
    return after[0].i if is_its and after[0].head != token.i else None


def _together(said: Sequence[Said], sentence: Sentence) -> tuple[ActorId, ...]:
    """The states of a coordination ("Japan and South Korea"), the first of the sentence."""
    for one in said:
        ids = [p.id for p in one.parties if p.is_power and p.id]
        queue = [k.i for k in sentence.kids(one.token, "conj")]
        while queue:
            i = queue.pop()
            ids += [p.id for s in said if s.token == i for p in s.parties if p.is_power and p.id]
            queue += [k.i for k in sentence.kids(i, "conj")]
        if len(set(ids)) > 1:
            return tuple(dict.fromkeys(ids))
    return ()


def powers(said: Sequence[Said]) -> tuple[ActorId, ...]:
    """All states and bodies of a sentence, in order."""
    return tuple(dict.fromkeys(p.id for s in said for p in s.parties if p.is_power and p.id))


def once(parties: Iterator[Party]) -> tuple[Party, ...]:
    """Parties without those that came before."""
    return tuple({p.key: p for p in parties}.values())
