"""Whom "the two leaders", "his Japanese counterpart", "the ministry" and the like stand for."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from detente.claims.discourse import REACH, SUBJECTS, Discourse, Said, powers
from detente.claims.register import Human, Register
from detente.domain.ids import ActorId
from detente.domain.parties import Party, PartyKind
from detente.mentions.find_actors import ActorMention
from detente.rules.actors import Knowledge
from detente.rules.roles import POWERS, Stands
from detente.text.parsed import Sentence, Token

PAIR = 2
TELLING = frozenset({"amod", "compound", "poss", "prep", "relcl", "acl", "nummod", "nmod"})
"""What tells a noun from others of its kind."""
FIRM = 6
"""From when on a pair is firm: named side by side twice."""
MUTUAL = 4
"""The same for neighbours and rivals: named side by side once."""


class Descriptions:
    """Resolves nouns that name nobody against what was said before."""

    def __init__(self, knowledge: Knowledge, register: Register, discourse: Discourse) -> None:
        self._knowledge = knowledge
        self._words = knowledge.reference
        self._register = register
        self._discourse = discourse
        self.humans: dict[tuple[int, int], Human] = {}
        """The persons to whom words were found to point back, by sentence and token."""

    def several(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        """The states of "both countries", "the two leaders", "the trio"."""
        number = self._number(sentence, token)
        if number is None:
            return ()
        ids = self._group(sentence, token, number)
        role = None if token.lemma.lower() not in self._words.pair_persons else token.text
        return tuple(self._party(i, role) for i in ids)

    def _group(self, sentence: Sentence, token: Token, number: int) -> tuple[ActorId, ...]:
        """The states meant by so many: those of the sentence so far, else those that most stand together."""
        doing = self._discourse.doers(sentence, token)
        here = powers([s for s in self._discourse.here if s.token < token.i])
        if len(here) == number and all(self._knowledge.is_state(i) for i in here) and doing.isdisjoint(here):
            return here
        is_of_persons = token.lemma.lower() in self._words.pair_persons
        last = [group for group in self._discourse.last_told(sentence, token, number) if doing.isdisjoint(group)]
        if not last and is_of_persons and number == 2 * PAIR:
            return next((group for _, group in self._discourse.groups_of(PAIR)), ())  # two states send two each
        fitting = last or [group for _, group in self._discourse.groups_of(number) if doing.isdisjoint(group)]
        if fitting:
            return fitting[0]
        pair = next((group for _, group in self._discourse.groups_of(PAIR)), ())
        if number == len({*here, *pair}) == PAIR + 1 and is_of_persons:
            return tuple(dict.fromkeys((*here, *pair)))  # the host of three ministers is one of them
        common = [i for i, n in self._register.states.most_common(number + 1) if n > 1]
        return tuple(common) if len(common) == number else ()

    def _number(self, sentence: Sentence, token: Token) -> int | None:
        """How many states a phrase such as "both countries" speaks of; None where it is no such phrase."""
        word = token.lemma.lower()
        if word in self._words.pair_states or word in self._words.pair_persons:
            if self._is_told_where(sentence, token):
                return None  # "both sides of the road" are no states
            if token.tag not in ("NNS", "NNPS"):
                return PAIR if any(k.lower in self._words.neither for k in sentence.kids(token.i, "det")) else None
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

    def _is_told_where(self, sentence: Sentence, token: Token) -> bool:
        """Whether a noun is told by what stands after it; "warned both sides against a raid" tells of the warning."""
        telling = self._words.owners | self._words.place_prepositions | self._words.beside
        return any(kid.lower in telling for kid in sentence.kids(token.i, "prep"))

    def _is_definite(self, sentence: Sentence, token: Token, number: Token) -> bool:
        whole = any(k.lower in self._words.wholes for k in sentence.kids(token.i, "det", "predet"))
        return number.dep in ("det", "predet") or whole or self._has_article(sentence, token)

    def _has_article(self, sentence: Sentence, token: Token) -> bool:
        return any(k.lower in self._words.determiners or k.dep == "poss" for k in sentence.kids(token.i, "det", "poss"))

    def _party(self, id_: ActorId, role: str | None = None) -> Party:
        kind = PartyKind.BODY if id_ in self._knowledge.bodies else PartyKind.STATE
        return Party(id_, kind, self._knowledge.name_by_id[id_], None, role)

    def short(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        """The state of a short form such as "the North", where the report speaks of those among whom it is one."""
        for short in self._words.shorts:
            if token.text in short.words and any(self._register.states[ActorId(i)] for i in short.among):
                alone = not any(k.dep in ("amod", "compound", "prep") for k in sentence.kids(token.i))
                noun = token.dep not in ("compound", "amod")
                if alone and noun:
                    return (self._party(ActorId(short.id)),)
        return ()

    def further(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        """Those named last before "three others" as so many, where they are somebody's."""
        if token.lower not in self._words.further or not any(True for _ in sentence.kids(token.i, "nummod")):
            return ()
        before = [s for s in self._discourse.here if s.token < token.i and s.is_plural and not s.is_subject]
        return before[-1].parties if before and before[-1].parties[0].id else ()

    def counterpart(self, sentence: Sentence, token: Token, owners: Sequence[Party]) -> tuple[Party, ...]:
        """The same office in the state that the words before name; the owner ("his") is not meant."""
        named = [p for p in owners if p.is_power and not self._is_owner(sentence, token, p)]
        if not named:
            return self._counterparts_of(sentence, token)
        several = named if token.tag in ("NNS", "NNPS") else named[:1]
        return tuple(Party(p.id, p.kind, p.name, None, token.text, "GOV") for p in several)

    def _counterparts_of(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        """The same office in the states that stand together most: the other one, or both where the owner is a third."""
        owners = {p.id for kid in sentence.kids(token.i, "poss") for p in self._discourse.parties_at(kid.i)}
        is_plural = token.tag == "NNS"
        fitting = [(n, g) for n, g in self._discourse.groups_of(PAIR) if bool(owners & set(g)) is not is_plural]
        if not owners or not fitting or (len(fitting) > 1 and fitting[0][0] == fitting[1][0]):
            return ()
        return tuple(replace(self._party(i, token.text), sector="GOV") for i in fitting[0][1] if i not in owners)

    def _is_owner(self, sentence: Sentence, token: Token, party: Party) -> bool:
        return any(party in self._discourse.parties_at(kid.i) for kid in sentence.kids(token.i, "poss"))

    def described(
        self, sentence: Sentence, token: Token, role: ActorMention | None, owners: Sequence[Party]
    ) -> tuple[Party, ...]:
        """The parties of "the president", "the ministry", "the bloc"."""
        noun = token.lemma.lower()
        if (
            role is not None
            and role.sense is not None
            and role.sense.role.is_person
            and token.tag not in ("NNS", "NNPS")
        ):
            human = self._by_office(role, owners, is_plain=self._is_plain(sentence, token, role))
            if human is not None:
                self.humans[sentence.index, token.i] = human
                return (human.party(self._knowledge),)
        if owners or not self._is_plain(sentence, token, role):
            return ()
        if token.tag in ("NNS", "NNPS") and (noun in self._words.pair_states or noun in self._words.pair_persons):
            doing = self._discourse.doers(sentence, token)
            return self._same_several(noun) or self._firm_pair(noun, doing)
        if token.text[0].isupper():
            named = self._same_name(noun)
            if named:
                return named
        if role is not None and role.sense is not None and role.sense.stands is Stands.STATE:
            return self._same_noun(noun, role.sense.sector)
        return self._by_kind(sentence, token) if token.tag in ("NN", "NNP") else ()

    def _is_plain(self, sentence: Sentence, token: Token, role: ActorMention | None) -> bool:
        """Whether a noun stands with "the" and with nothing that tells it from others of its kind."""
        own = range(role.first, role.last + 1) if role is not None else ()
        kids = [kid for kid in sentence.kids(token.i) if kid.i not in own]
        article = any(k.lower in self._words.determiners for k in kids if k.dep == "det")
        # "the 27-nation bloc" is the bloc
        telling = [k for k in kids if k.dep in TELLING and not any(t.text.isdigit() for t in sentence.subtree(k.i))]
        # "accused the country of lying" tells what it did, not which country
        telling = [k for k in telling if not any(True for _ in sentence.kids(k.i, "pcomp"))]
        # "the bloc, which ..." is any report's bloc; "the bloc which ..." is told from others
        telling = [k for k in telling if k.dep != "relcl" or sentence.tokens[token.i + 1].text != ","]
        return article and not telling

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
            return len(words) > 1 or not self._words.lower_ranks & human.words or words[0] in self._words.lower_ranks
        offices = human.person.offices if human.person else ()
        posts = {post for office in offices[-2:] for post in office.posts}
        return any(" ".join(words) in self._words.words_by_post[post] for post in posts)

    def _latest(self, fitting: Sequence[Human]) -> Human | None:
        for said in self._discourse.latest():
            if said.human is not None and any(said.human is h for h in fitting):
                return said.human
        return None

    def _same_noun(self, noun: str, sector: str) -> tuple[Party, ...]:
        for said in self._discourse.latest():
            if (
                said.noun == noun
                and len(said.parties) == 1
                and said.parties[0].sector in (sector, None)
                and said.parties[0].id
            ):
                return said.parties
        return ()

    def _same_name(self, noun: str) -> tuple[Party, ...]:
        """The body or organ that was named with a last word written so: "the Commission"."""
        for said in self._discourse.latest():
            if said.noun == noun and len(said.parties) == 1 and said.parties[0].is_power:
                return said.parties
        return ()

    def _same_several(self, noun: str) -> tuple[Party, ...]:
        for said in self._discourse.latest():
            if said.noun == noun and len(said.parties) > 1 and all(p.id for p in said.parties):
                return said.parties
        return ()

    def _firm_pair(self, noun: str, doing: AbstractSet[str]) -> tuple[Party, ...]:
        """The two of whom the report speaks together again and again, for "the countries" without a number.

        Neighbours and rivals are so to each other: less is enough.
        """
        fitting = [(n, group) for n, group in self._discourse.groups_of(PAIR) if doing.isdisjoint(group)]
        fits = noun in self._words.pair_states or noun in self._words.words_by_post["head-of-state"]
        is_mutual = noun in self._words.mutual and (len(fitting) == 1 or (fitting and fitting[0][0] > fitting[1][0]))
        if not fitting or not fits or fitting[0][0] < (MUTUAL if is_mutual else FIRM):
            return ()
        return tuple(self._party(i) for i in fitting[0][1])

    def _nearness(self, said: Said) -> tuple[bool, int, int]:
        """How near one is whom a noun may mean: the subject, else the one of whom the report speaks most, the last."""
        id_ = said.parties[0].id if said.parties else None
        return not said.is_subject, -self._register.states[id_] if id_ else 0, -said.token

    def _by_kind(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        """The last state for "the country", the last body for "the bloc", the last group for "the group".

        Nobody does to himself what a clause tells: in "cut aid to Fiji, accusing the country" the country is Fiji.
        """
        noun, doers = token.lemma.lower(), self._discourse.doers(sentence, token)
        wanted = {
            PartyKind.STATE: self._words.back_state,
            PartyKind.BODY: self._words.back_body,
            PartyKind.GROUP: self._words.back_group,
        }
        for row in self._discourse.rows(REACH):
            for said in sorted(row, key=self._nearness):
                for party in said.parties[:1] if len(said.parties) == 1 else ():
                    if party.id and party.id not in doers and noun in wanted.get(party.kind, ()):
                        return (party if party.kind is PartyKind.GROUP else self._party(party.id),)
        return ()
