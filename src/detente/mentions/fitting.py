"""Which words of a sentence fill the places of one pattern at one word."""

from detente.mentions import clauses
from detente.rules.patterns import Filler, Part, Pattern, Relation, Slot
from detente.text.parsed import Sentence

AGENTIVE = ("of", "by", "between", "among", "with")
"""The prepositions by which a noun of action takes those who act."""
FROM = "from"
"""The preposition before him whose message one receives."""
ON = "on"
"""The preposition that one travels under: "on a visit"."""
DESCRIBING = ("amod", "acl", "compound")
"""How a participle hangs on a noun that it describes: "the sanctions imposed in May", "a closed border"."""
NEVER_PARTIES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
"""What the parser calls the names of times and amounts: "called on Friday" calls on nobody."""


class Fit:
    """Fills the places of one pattern at one word; parts that do not fit make it fail."""

    def __init__(self, sentence: Sentence, trigger: int, pattern: Pattern, light: int | None) -> None:
        self.sentence = sentence
        self.trigger = trigger
        self.pattern = pattern
        self.light = light
        self.slots: dict[Slot, list[int]] = {slot: [] for slot in Slot}
        self.complements: list[int] = []
        self.parts: list[int] = []
        self.strict: list[int] = []
        self.plain: list[int] = []
        self.hints: list[int] = []
        self.asked_for: list[int] = []
        """Nouns of a kind that the pattern names."""
        self.is_open = False
        self.is_message = False
        """Whether what is told is said or written to somebody, and so comes "from" him who does it."""
        self.is_journey = False
        """Whether what is told is a visit, which is made by him who acts where it is told."""
        self.authors: list[int] = []
        """Those who do what the word says by the message in which it is said."""

    def fill(self) -> bool:
        """Whether all parts that are not optional find what they ask for."""
        if not all(self._part(part, self.trigger) or part.is_optional for part in self.pattern.parts):
            return False
        recipients = self.slots[Slot.RECIPIENT]
        self.slots[Slot.RECIPIENT] = [i for i in recipients if i not in self.plain] or recipients
        return self._keeps_an_actor() if self.pattern.is_noun else not self._calls_names()

    def _calls_names(self) -> bool:
        """Whether the verb says what somebody is, and the pattern does not ask for that: "called him a puppet"."""
        is_of_its_noun = self.sentence.tokens[self.trigger].dep in ("acl", "relcl")
        if not is_of_its_noun and not any(True for _ in self.sentence.kids(self.trigger, "dobj")):
            return False
        said = [k for k in self.sentence.kids(self.trigger, "oprd") if k.entity not in NEVER_PARTIES]
        objects = list(self.sentence.kids(self.trigger, "dobj"))
        said += objects[1:] if objects and objects[0].tag in clauses.RELATIVE_TAGS else []
        return any(k.i not in self.asked_for for k in said)

    def _keeps_an_actor(self) -> bool:
        """Whether somebody is left who acts: in "the arrest of two men by Kenya" the men are taken for another part."""
        acting = self.slots[Slot.ACTOR]
        self.slots[Slot.ACTOR] = [i for i in acting if i not in self.slots[Slot.RECIPIENT]]
        return not acting or bool(self.slots[Slot.ACTOR])

    def _part(self, part: Part, at: int) -> bool:
        if part.relation is Relation.SUBJECT:
            return self._subject(part)
        if part.relation is Relation.CLAUSE:
            return self._clause(part, at)
        if part.relation is Relation.INFINITIVE:
            return self._infinitive(part, at)
        if part.relation is Relation.GERUND:
            return self._gerund(part, at)
        assert part.filler  # noqa: S101 - objects and prepositions always have one
        if part.relation is Relation.OBJECT:
            candidates = clauses.objects(self.sentence, at) if not self.pattern.is_noun else []
        else:
            candidates = self._after(part, at)
        return self._take(part.filler, candidates)

    def _clause(self, part: Part, at: int) -> bool:
        """A clause that the word governs; where the pattern says so, one in which a party does a thing."""
        below = [k.i for k in self.sentence.kids(at, "ccomp", "acl", "xcomp") if k.dep != "xcomp" or k.tag == "VBG"]
        below += [k.i for k in self.sentence.kids(at, "relcl") if self._is_whole(k.i)]
        if part.filler is None:
            self.complements += below
            return bool(below)
        assert part.filler.slot  # noqa: S101 - the subject of a clause is a party
        verbs = [v for k in below if k > at for v in clauses.spread(self.sentence, k)]
        if part.filler.is_hint:
            return self._done_by_whomever(part.words, verbs)
        for verb in verbs:
            subject = _who(self.sentence, verb, part.words)
            if subject:
                self.slots[part.filler.slot] += subject
                self.strict += subject
                self.complements.append(verb)
                return True
        return False

    def _done_by_whomever(self, words: frozenset[str], verbs: list[int]) -> bool:
        """Whether a clause, or one inside it, tells what is done and leaves out by whom: "said men had been killed"."""
        inner = [k.i for v in verbs for k in self.sentence.kids(v, "ccomp")]
        done = [v for v in (*verbs, *inner) if self.sentence.tokens[v].lemma.lower() in words]
        self.complements += [v for v in done if clauses.is_passive(self.sentence, v)]
        return bool(self.complements)

    def _is_whole(self, verb: int) -> bool:
        """Whether what the parser took for a relative clause lacks nothing: "evidence Peru has built a road"."""
        subjects = self.sentence.kids(verb, "nsubj")
        is_own = any(k.tag not in clauses.RELATIVE_TAGS for k in subjects)
        return is_own and any(k.tag not in clauses.RELATIVE_TAGS for k in self.sentence.kids(verb, "dobj"))

    def _subject(self, part: Part) -> bool:
        assert part.filler  # noqa: S101 - a subject always has one
        assert part.filler.slot  # noqa: S101 - and it is a party
        if self.pattern.is_noun:
            found = self._owners()
            self.is_open = bool(found) and part.filler.slot is Slot.PARTIES
        elif part.filler.nouns:
            found = self._owned_subject(part.filler.nouns)
        else:
            found = self.authors or clauses.agents(self.sentence, self.trigger)
            is_told = part.filler.slot is Slot.RECIPIENT or (not found and self._is_told_without_agent())
            self.is_open = is_told and not self.pattern.is_said
        self.slots[part.filler.slot] += found
        return bool(found) or self.is_open

    def _is_told_without_agent(self) -> bool:
        """Whether a clause tells what is done and leaves out by whom; a participle at a noun only describes it."""
        return (
            clauses.is_passive(self.sentence, self.trigger) and self.sentence.tokens[self.trigger].dep not in DESCRIBING
        )

    def _owned_subject(self, nouns: frozenset[str]) -> list[int]:
        """Those whose a thing is that stands as the subject: "its tariffs remain", "talks between them began"."""
        things = [k for k in clauses.surface_subject(self.sentence, self.trigger) if self._is_noun_of(k, nouns)]
        self.parts += things
        self.is_open = bool(things)
        owners = [k for thing in things for k in clauses.possessors(self.sentence, thing)]
        if Slot.PARTIES not in self.pattern.slots:
            owners += [k for thing in things for k in self._senders(thing)]
        return owners + [k for thing in things for k in clauses.prepositional(self.sentence, thing, AGENTIVE)]

    def _senders(self, thing: int) -> list[int]:
        """Those by whom a thing was set going: "a bomb planted by rebels", "a drone launched by the navy"."""
        participles = [k.i for k in self.sentence.kids(thing, "acl") if k.tag == "VBN"]
        return [k for i in participles for k in clauses.prepositional(self.sentence, i, ("by",))]

    def _owners(self) -> list[int]:
        """Those whose act a noun is, or who do it by a light verb."""
        own = clauses.possessors(self.sentence, self.trigger)
        # "Iran's execution of a cleric along with two others": they are beside him, and do nothing
        beside = clauses.in_company(self.sentence, self.trigger) if own else []
        own += [k for k in clauses.prepositional(self.sentence, self.trigger, self._by_which()) if k not in beside]
        if self.light is not None:
            own += clauses.agents(self.sentence, self.light)
            own += clauses.prepositional(self.sentence, self.light, ("with", "between", "by"))
        elif self._may_share_the_subject():
            over = clauses.governor(self.sentence, self.trigger)
            while over is not None and self.sentence.tokens[over].dep == "prep":  # "following a call"
                over = clauses.governor(self.sentence, over)
            own += clauses.agents(self.sentence, over) if over is not None else []
        return list(dict.fromkeys(own if self._are_named(own) else self._travellers() or own))

    def _by_which(self) -> tuple[str, ...]:
        """The prepositions before those who act; a message comes from them as well."""
        return (*AGENTIVE, FROM) if self.is_message else AGENTIVE

    def _are_named(self, owners: list[int]) -> bool:
        """Whether owners are told by more than a pronoun, which may stand for one who is yet to be named."""
        return any(self.sentence.tokens[i].pos != "PRON" for i in owners)

    def _may_share_the_subject(self) -> bool:
        """Whether he who acts in the clause takes part: "after a call he left", not "three died in clashes between"."""
        token = self.sentence.tokens[self.trigger]
        over = self.sentence.tokens[token.head]
        # "following talks": what may be a preposition is parsed as a verb
        is_inside = token.dep == "pobj" or (token.dep == "dobj" and (over.tag, over.dep) == ("VBG", "advcl"))
        is_shared = is_inside and Slot.PARTIES in self.pattern.slots
        return is_shared and not clauses.prepositional(self.sentence, self.trigger, ("between", "among"))

    def _travellers(self) -> list[int]:
        """Those who are on what the noun names: "the president, on a visit to Latvia", "said on a trip to Latvia".

        A journey told before a clause is his who acts in it: "during a visit to Latvia he said".
        """
        if self.sentence.tokens[self.trigger].dep != "pobj":
            return []
        preposition = self.sentence.tokens[self.sentence.tokens[self.trigger].head]
        if preposition.lower == ON:
            over = self.sentence.tokens[preposition.head]
            return clauses.agents(self.sentence, over.i) if over.pos in ("VERB", "AUX") else [over.i]
        verb = clauses.governor(self.sentence, self.trigger) if self.is_journey else None
        return clauses.agents(self.sentence, verb) if verb is not None and verb > self.trigger else []

    def _after(self, part: Part, at: int) -> list[int]:
        """What follows the part's preposition at the word, at its object, or at the light verb over it."""
        places = [at, *self.parts]
        if not self.pattern.is_noun:
            # "is against a plan" opposes it; "are allies against a foe" only says what they are
            places += [] if self.sentence.tokens[at].pos == "AUX" else clauses.objects(self.sentence, at)
            places += [k.i for k in self.sentence.kids(at, "advmod", "prt", "acomp")]
        elif self.light is not None:
            places.append(self.light)
        found = [k for place in places for k in clauses.prepositional(self.sentence, place, part.words)]
        found = found or [
            k for place in self._below(places) for k in clauses.prepositional(self.sentence, place, part.words)
        ]
        is_for_party = part.filler is not None and part.filler.slot is not None
        return [k for k in dict.fromkeys(found) if not is_for_party or self._may_be_party(k)]

    def _may_be_party(self, i: int) -> bool:
        """Whether a word is neither a day, an amount nor a year: "brokered a truce in 2021"."""
        token = self.sentence.tokens[i]
        return token.entity not in NEVER_PARTIES and not token.text.isdigit()

    def _below(self, places: list[int]) -> list[int]:
        """The nouns after the prepositions of the places: parsers hang a later preposition on the nearest noun."""
        preps = [k for place in places for k in self.sentence.kids(place, "prep") if k.i > self.trigger]
        # "barred from speaking in Peru": where nobody is said to do it, the place tells who did
        deps = ("pobj",) if self.pattern.has_subject or self.pattern.is_noun else ("pobj", "pcomp")
        return [below.i for prep in preps for below in self.sentence.kids(prep.i, *deps)]

    def _infinitive(self, part: Part, at: int) -> bool:
        verbs = clauses.complements(self.sentence, at)
        for kid in self.sentence.kids(at, "acomp", "attr", "dobj"):
            verbs += [
                k
                for inner in self.sentence.kids(kid.i, "xcomp", "acl", "advcl", "relcl")
                for k in clauses.spread(self.sentence, inner.i)
            ]
        verbs += self._after_to(at)
        if self.pattern.is_noun or not (verbs or self._has_an_object(at)):
            verbs += [k.i for k in self.sentence.kids(at, "acl", "advcl") if k.tag == "VB"]
        for verb in filter(self._has_to, verbs):
            if verb < at or (part.words and self.sentence.tokens[verb].lemma.lower() not in part.words):
                continue  # who says "to boost the defence" before he is named asks nobody to do it
            if all(self._part(inner, verb) or inner.is_optional for inner in part.parts):
                self.complements.append(verb)
        return bool(self.complements)

    def _has_an_object(self, at: int) -> bool:
        """Whether a verb has an object that is no time given: "gave them two days to leave" is said to them."""
        return any(k.entity not in NEVER_PARTIES for k in self.sentence.kids(at, "dobj"))

    def _gerund(self, part: Part, at: int) -> bool:
        """Whether a gerund follows the preposition at the word or at its object: "attacked his rival for selling"."""
        places = [at, *clauses.objects(self.sentence, at)]
        preps = [k for place in places for k in self.sentence.kids(place, "prep") if k.lower in part.words]
        return any(True for prep in preps for _ in self.sentence.kids(prep.i, "pcomp"))

    def _after_to(self, at: int) -> list[int]:
        """The gerunds after "to": "committed to opening the road", "its commitment to opening the road"."""
        places = [at, *(k.i for k in self.sentence.kids(at, "acomp", "attr", "dobj"))]
        preps = [k for place in places for k in self.sentence.kids(place, "prep") if k.lower == "to"]
        return [k.i for prep in preps for k in self.sentence.kids(prep.i, "pcomp")]

    def _has_to(self, verb: int) -> bool:
        """Whether a verb is an infinitive or a gerund, by itself or with the one that it is coordinated with."""
        token = self.sentence.tokens[verb]
        if (
            token.dep == "pcomp"
            or (token.dep == "xcomp" and token.tag == "VBG")
            or any(k.tag == "TO" for k in self.sentence.kids(verb, "aux"))
        ):
            return True
        return token.dep == "conj" and token.tag != "VBD" and token.head != verb and self._has_to(token.head)

    def _take(self, filler: Filler, candidates: list[int]) -> bool:
        if filler.nouns:
            candidates = [k for k in candidates if self._is_noun_of(k, filler.nouns)]
            self.asked_for += candidates
        if not candidates:
            return False
        self.parts += candidates
        if filler.is_hint:
            self.hints += candidates
        elif filler.slot:
            self.slots[filler.slot] += candidates
            self.strict += candidates if filler.is_strict else []
        else:
            self.plain += candidates
        return True

    def _is_noun_of(self, i: int, nouns: frozenset[str]) -> bool:
        token = self.sentence.tokens[i]
        beside = list(self.sentence.kids(i, "amod", "compound"))
        spelt = {token.lower, token.lemma.lower(), *(k.lower for k in beside if k.dep == "amod")}
        spelt |= {f"{k.lower} {token.lemma.lower()}" for k in beside}
        if not spelt.isdisjoint(nouns):
            return True
        # "60 % of tariffs", "a wave of strikes", "a series of talks": the measure stands for what it measures
        if token.pos in ("NOUN", "NUM"):
            inner = clauses.prepositional(self.sentence, i, ("of",))
            return any(self.sentence.tokens[k].lemma.lower() in nouns for k in inner)
        return False


def _who(sentence: Sentence, verb: int, words: frozenset[str]) -> list[int]:
    """Who must do a thing, or is said to have done it; one of the words is the verb, its auxiliary or its predicate."""
    auxiliaries = list(sentence.kids(verb, "aux"))
    if any(k.lower in words for k in auxiliaries):
        return clauses.surface_subject(sentence, verb)
    is_plain = not any(k.tag == "MD" for k in auxiliaries) and not any(True for _ in sentence.kids(verb, "neg"))
    predicates = [k.lemma.lower() for k in sentence.kids(verb, "acomp", "attr", "prep")]
    if is_plain and not words.isdisjoint((sentence.tokens[verb].lemma.lower(), *predicates)):
        return clauses.agents(sentence, verb)
    return []
