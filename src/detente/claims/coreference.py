"""Whom pronouns, "the two leaders", "the ministry" and the like point back to; silence where that is not plain."""

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.claims.register import Human, Register
from detente.domain.ids import ActorId
from detente.domain.parties import Party, PartyKind
from detente.mentions.find_actors import NOMINAL, ActorMention
from detente.rules.actors import Knowledge
from detente.rules.roles import POWERS, Stands
from detente.text.parsed import Sentence, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
REACH = 3
"""Sentences that a pronoun looks back over."""
FAR = 12
"""Sentences that "the ministry" looks back over."""
COORDINATED = 3
"""How much more "Peru and Chile" makes a pair than two states named in one sentence."""
FIRM = 6
"""From when on a pair is firm: named side by side twice."""
QUOTES = frozenset({'"', "“", "”", "''", "``"})
SIZES = (2, 3, 4)
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})


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
    """What has been said so far, and how words point back to it."""

    def __init__(self, knowledge: Knowledge, register: Register) -> None:
        self._knowledge = knowledge
        self._words = knowledge.reference
        self._register = register
        self._said: deque[list[Said]] = deque(maxlen=FAR)
        self._humans: dict[tuple[int, int], Human] = {}
        self._in_quotation = False
        self._last_plain = -1
        """The last sentence outside quotations: a quotation that goes on after it has a new speaker."""
        self._last_speaker: tuple[int, Human, tuple[Party, ...]] | None = None
        self._groups: Counter[tuple[ActorId, ...]] = Counter()
        """How firmly states stand side by side in the report so far, each group in the order of its first mention."""

    def begin(self, sentence: Sentence) -> None:
        """Open a sentence."""
        self._said.append([])
        marks = sum(t.text in QUOTES for t in sentence.tokens)
        if not marks and not self._in_quotation:
            self._last_plain = sentence.index
        self._in_quotation ^= marks % 2 == 1

    def end(self, sentence: Sentence) -> None:
        """Close a sentence: who stood side by side in it."""
        said = self._said[-1]
        for group, weight in ((_together(said, sentence), COORDINATED), (_powers(said), 1)):
            if len(group) in SIZES:
                known = next((g for g in self._groups if set(g) == set(group)), group)
                self._groups[known] += weight

    def human_at(self, sentence: int, token: int) -> Human | None:
        """The person to whom a word was found to point back."""
        return self._humans.get((sentence, token))

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
        person = human is not None or (role is not None and role.sense is not None and role.sense.role.is_person)
        person |= self._words.part_by_pronoun.get(token.lower) in ("he", "she")
        if human is not None and self._is_speaking(sentence, token):
            self._last_speaker = (sentence.index, human, parties)
        entry = Said(
            sentence.index, i, parties, human, top.dep in SUBJECTS, plural, coordinated, person, token.lemma.lower()
        )
        self._said[-1].append(entry)

    def resolve(
        self, sentence: Sentence, token: Token, role: ActorMention | None, owners: Sequence[Party]
    ) -> tuple[Party, ...]:
        """The parties that a word points back to; empty where it points to nobody or that is not plain."""
        part = self._words.part_by_pronoun.get(token.lower)
        if part is not None and token.pos in ("PRON", "DET") or token.tag in RELATIVE_TAGS:  # noqa: RUF021
            return self._pronoun(sentence, token, part or "who")
        short = self._short(sentence, token)
        if short:
            return short
        pair = self._several(sentence, token)
        if pair:
            return pair
        if token.pos not in NOMINAL:
            return ()
        if token.lemma.lower() in self._words.counterparts:
            return self._counterpart(sentence, token, owners)
        return self._described(sentence, token, role, owners)

    # ---- pronouns

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
        return self._parties_in_sentence(noun.head) if token.dep == "poss" and noun.dep == "conj" else ()

    def _relative(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        verb = token
        for _ in range(4):
            verb = sentence.tokens[verb.head]
            if verb.dep == "relcl":
                return self._parties_in_sentence(verb.head)
        return ()

    def _parties_in_sentence(self, i: int) -> tuple[Party, ...]:
        return next((said.parties for said in self._said[-1] if said.token == i), ())

    def _is_speaking(self, sentence: Sentence, token: Token) -> bool:
        return token.dep == "nsubj" and sentence.tokens[token.head].lemma.lower() in self._words.saying

    def _still_speaking(self, sentence: Sentence, token: Token, sex: str) -> tuple[Human, tuple[Party, ...]] | None:
        """The last speaker, where a quotation goes on: "he said" after it is he, not one whom the quotation names."""
        if self._last_speaker is None or not self._is_speaking(sentence, token):
            return None
        before = [t.text for t in sentence.tokens[max(0, token.i - 2) : token.i]]
        if not QUOTES.intersection(before):
            return None
        at, human, parties = self._last_speaker
        return (human, parties) if at >= self._last_plain and human.sex in (sex, None) else None

    def _person(self, sentence: Sentence, token: Token, sex: str) -> tuple[Party, ...]:
        speaking = self._still_speaking(sentence, token, sex)
        if speaking is not None:
            self._humans[sentence.index, token.i] = speaking[0]
            return speaking[1]
        for said in self._back(sentence, token, REACH):
            if not said.is_person or said.is_plural or not self._is_likely(sentence, said, sex):
                continue
            if said.human is not None:
                self._humans[sentence.index, token.i] = said.human
            return said.parties
        return ()

    def _is_likely(self, sentence: Sentence, said: Said, sex: str) -> bool:
        """Whether "he" or "she" can be this one; one who only came by in an earlier sentence must be somebody."""
        human = said.human
        if human is None:
            return said.is_subject
        if human.sex not in (sex, None):
            return False
        return said.is_subject or said.sentence == sentence.index or human.acts or human.role is not None

    def _thing(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        if _is_idle(sentence, token) or sentence.tokens[token.head].lemma in self._words.idle_verbs:
            return ()
        for said in self._back(sentence, token, 1):
            if not said.is_person and not said.is_plural and said.is_subject and any(p.id for p in said.parties):
                return said.parties
        return ()

    def _many(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        for said in self._back(sentence, token, 1):
            if said.is_subject and said.is_coordinated:
                return self._side_by_side(said)
            if said.is_subject and said.is_plural:
                return said.parties
        row = self._said[-2] if len(self._said) > 1 and token.i <= 1 else []
        humans = _once(s.parties[0] for s in row if s.human is not None and s.human.acts)
        return humans if len(humans) == 2 else ()  # noqa: PLR2004 - two who met

    def _speaker(self, sentence: Sentence, token: Token, part: str) -> tuple[Party, ...]:
        for said in self._back(sentence, token, 1):
            if said.human is not None and said.is_subject and self._says(sentence, said):
                self._humans[sentence.index, token.i] = said.human
                return said.parties if part == "speaker" or said.human.acts else ()
        return ()

    def _says(self, sentence: Sentence, said: Said) -> bool:
        if said.sentence != sentence.index:
            return False
        return sentence.tokens[sentence.tokens[said.token].head].lemma.lower() in self._words.saying

    def _back(self, sentence: Sentence, token: Token, reach: int) -> Iterator[Said]:
        """What was said before a word: in its own sentence and the ones before, subjects first, the nearest first."""
        clause = (
            {k.i for k in sentence.kids(token.head, *SUBJECTS)}
            if token.dep in ("dobj", "pobj", "iobj", "dative")
            else set()
        )
        for back, row in enumerate(reversed(self._said)):
            if back > reach:
                return
            fitting = [s for s in row if (back > 0 or s.token < token.i) and not (back == 0 and s.token in clause)]
            yield from sorted(fitting, key=lambda s: (not s.is_subject, -s.token if back == 0 else s.token))

    def _said_in(self, sentence: int) -> Sequence[Said]:
        return next((row for row in self._said if row and row[0].sentence == sentence), [])

    def _side_by_side(self, said: Said) -> tuple[Party, ...]:
        """A subject with all that is coordinated with it."""
        return _once(
            p for s in self._said_in(said.sentence) if s.is_subject and s.token >= said.token for p in s.parties
        )

    # ---- "the two leaders", "both countries", "the trio"

    def _several(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        number = self._number(sentence, token)
        if number is None:
            return ()
        ids = self._group(token, number)
        role = None if token.lemma.lower() not in self._words.pair_persons else token.text
        return tuple(self._party(i, role) for i in ids)

    def _group(self, token: Token, number: int) -> tuple[ActorId, ...]:
        """The states meant by so many: those of the sentence so far, else those that most stand together."""
        here = _powers([s for s in self._said[-1] if s.token < token.i])
        if len(here) == number and all(self._knowledge.is_state(i) for i in here):
            return here
        fitting = self._fitting(number)
        if fitting:
            return fitting[0][1]
        common = [i for i, n in self._register.states.most_common(number + 1) if n > 1]
        return tuple(common) if len(common) == number else ()

    def _fitting(self, number: int) -> list[tuple[int, tuple[ActorId, ...]]]:
        """The groups of so many, the firmest first: by how they stand together and by how often each is named."""
        groups = [
            (g, n + min(self._register.states[i] for i in g)) for g, n in self._groups.items() if len(g) == number
        ]
        return sorted(((n, g) for g, n in groups), key=lambda f: -f[0])

    def _number(self, sentence: Sentence, token: Token) -> int | None:
        """How many states a phrase such as "both countries" speaks of; None where it is no such phrase."""
        word = token.lemma.lower()
        if word in self._words.pair_states or word in self._words.pair_persons:
            if token.tag not in ("NNS", "NNPS") or any(True for _ in sentence.kids(token.i, "prep")):
                return None  # "both sides of the road" are no states
            for kid in sentence.kids(token.i, "det", "nummod", "predet", "amod"):
                number = self._words.number_by_word.get(kid.lower)
                if number is not None and self._is_definite(sentence, token, kid):
                    return number
            return None
        number = self._words.number_by_word.get(token.lower)
        if number is None or token.dep not in (*SUBJECTS, "dobj", "pobj", "poss", "conj"):
            return None
        lonely = token.lower in self._words.lonely and self._has_article(sentence, token)
        bare = token.pos in ("NUM", "DET", "PRON") and (self._has_article(sentence, token) or token.lower == "both")
        return number if (lonely or bare) and not any(True for _ in sentence.kids(token.i, "prep")) else None

    def _is_definite(self, sentence: Sentence, token: Token, number: Token) -> bool:
        return number.dep in ("det", "predet") or self._has_article(sentence, token)

    def _has_article(self, sentence: Sentence, token: Token) -> bool:
        return any(k.lower in self._words.determiners or k.dep == "poss" for k in sentence.kids(token.i, "det", "poss"))

    def _party(self, id_: ActorId, role: str | None = None) -> Party:
        kind = PartyKind.BODY if id_ in self._knowledge.bodies else PartyKind.STATE
        return Party(id_, kind, self._knowledge.name_by_id[id_], None, role)

    # ---- "the North", "his Japanese counterpart", "the ministry"

    def _short(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        for short in self._words.shorts:
            if token.text in short.words and any(self._register.states[ActorId(i)] for i in short.among):
                alone = not any(k.dep in ("amod", "compound", "prep") for k in sentence.kids(token.i))
                noun = token.dep not in ("compound", "amod")
                if alone and noun:
                    return (self._party(ActorId(short.id)),)
        return ()

    def _counterpart(self, sentence: Sentence, token: Token, owners: Sequence[Party]) -> tuple[Party, ...]:
        """The same office in the state that the words before name; the owner ("his") is not meant."""
        named = [p for p in owners if p.is_power and not self._is_owner(sentence, token, p)]
        return tuple(Party(p.id, p.kind, p.name, None, token.text, "GOV") for p in named[:1])

    def _is_owner(self, sentence: Sentence, token: Token, party: Party) -> bool:
        return any(party in self._parties_of(sentence, kid.i) for kid in sentence.kids(token.i, "poss"))

    def _parties_of(self, sentence: Sentence, i: int) -> tuple[Party, ...]:
        return next((s.parties for s in self._said[-1] if s.sentence == sentence.index and s.token == i), ())

    def _described(
        self, sentence: Sentence, token: Token, role: ActorMention | None, owners: Sequence[Party]
    ) -> tuple[Party, ...]:
        noun = token.lemma.lower()
        if (
            role is not None
            and role.sense is not None
            and role.sense.role.is_person
            and token.tag not in ("NNS", "NNPS")
        ):
            human = self._by_office(role, owners, is_plain=self._is_plain(sentence, token, role))
            if human is not None:
                self._humans[sentence.index, token.i] = human
                return (human.party(self._knowledge),)
        if owners or not self._is_plain(sentence, token, role):
            return ()
        if token.tag in ("NNS", "NNPS") and (noun in self._words.pair_states or noun in self._words.pair_persons):
            return self._same_several(noun) or self._firm_pair(noun)
        if role is not None and role.sense is not None and role.sense.stands is Stands.STATE:
            return self._same_noun(noun, role.sense.sector)
        return self._by_kind(noun) if token.tag in ("NN", "NNP") else ()

    def _is_plain(self, sentence: Sentence, token: Token, role: ActorMention | None) -> bool:
        """Whether a noun stands with "the" and with nothing that tells it from others of its kind."""
        own = range(role.first, role.last + 1) if role is not None else ()
        kids = [kid for kid in sentence.kids(token.i) if kid.i not in own]
        article = any(k.lower in self._words.determiners for k in kids if k.dep == "det")
        return article and not any(
            k.dep in ("amod", "compound", "poss", "prep", "relcl", "acl", "nummod") for k in kids
        )

    def _by_office(self, role: ActorMention, owners: Sequence[Party], *, is_plain: bool) -> Human | None:
        """The person of the report whose role is the one named, of the state named, or the last one where none is."""
        words = [w for w in role.words.lower().replace("-", " ").split() if w.isalpha()]
        ids = {p.id for p in owners if p.is_power}
        if not words or (len(ids) != 1 and not (is_plain and not owners)):
            return None
        fitting = [h for h in self._register.humans if self._bears(h, words) and (not ids or h.id in ids)]
        if ids:
            return fitting[0] if len(fitting) == 1 else None
        return self._latest(fitting)

    def _bears(self, human: Human, words: Sequence[str]) -> bool:
        if human.sector not in POWERS:
            return False
        if set(words) <= human.words:
            return len(words) > 1 or not {"vice", "deputy", "minister", "prime"} & human.words or words[0] == "minister"
        offices = human.person.offices if human.person else ()
        posts = {post for office in offices[-2:] for post in office.posts}
        return any(" ".join(words) in self._words.words_by_post[post] for post in posts)

    def _latest(self, fitting: Sequence[Human]) -> Human | None:
        for row in reversed(self._said):
            for said in reversed(row):
                if said.human is not None and any(said.human is h for h in fitting):
                    return said.human
        return None

    def _same_noun(self, noun: str, sector: str) -> tuple[Party, ...]:
        for row in reversed(self._said):
            for said in reversed(row):
                if (
                    said.noun == noun
                    and len(said.parties) == 1
                    and said.parties[0].sector == sector
                    and said.parties[0].id
                ):
                    return said.parties
        return ()

    def _same_several(self, noun: str) -> tuple[Party, ...]:
        for row in reversed(self._said):
            for said in reversed(row):
                if said.noun == noun and len(said.parties) > 1 and all(p.id for p in said.parties):
                    return said.parties
        return ()

    def _firm_pair(self, noun: str) -> tuple[Party, ...]:
        """The two of whom the report speaks together again and again, for "the countries" without a number."""
        fitting = self._fitting(2)
        fits = noun in self._words.pair_states or noun in self._words.words_by_post["head-of-state"]
        if not fitting or not fits or fitting[0][0] < FIRM:
            return ()
        return tuple(self._party(i) for i in fitting[0][1])

    def _by_kind(self, noun: str) -> tuple[Party, ...]:
        """The last state for "the country", the last body for "the bloc", the last group for "the group"."""
        wanted = {
            PartyKind.STATE: self._words.back_state,
            PartyKind.BODY: self._words.back_body,
            PartyKind.GROUP: self._words.back_group,
        }
        for back, row in enumerate(reversed(self._said)):
            if back > REACH:
                break
            for said in sorted(row, key=lambda s: (not s.is_subject, -s.token)):
                for party in said.parties[:1] if len(said.parties) == 1 else ():
                    if party.id and noun in wanted.get(party.kind, ()):
                        return (party if party.kind is PartyKind.GROUP else self._party(party.id),)
        return ()


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


def _powers(said: Sequence[Said]) -> tuple[ActorId, ...]:
    """All states and bodies of a sentence, in order."""
    return tuple(dict.fromkeys(p.id for s in said for p in s.parties if p.is_power and p.id))


def _once(parties: Iterator[Party]) -> tuple[Party, ...]:
    return tuple({p.key: p for p in parties}.values())


def _is_idle(sentence: Sentence, token: Token) -> bool:
    """Whether "it" points to nothing ("it is likely that", "it was announced that", "it was the first time")."""
    verb = sentence.tokens[token.head]
    if token.dep == "expl":
        return True
    if token.dep not in SUBJECTS:
        return False
    clauses = ("ccomp", "xcomp", "csubj", "csubjpass")
    if verb.lemma == "be":
        below = [k for k in sentence.kids(verb.i) if k.dep in ("acomp", "attr")]
        return any(k.dep == "attr" for k in below) or any(
            True for k in (verb, *below) for _ in sentence.kids(k.i, *clauses)
        )
    return token.dep == "nsubjpass" and any(True for _ in sentence.kids(verb.i, *clauses))
