"""Where the rules for acts fit: at which word, and which words fill the places of the parties."""

from collections.abc import Sequence
from dataclasses import dataclass

from detente.domain.acts import ActType
from detente.mentions import clauses
from detente.mentions.fitting import FROM, NEVER_PARTIES, Fit
from detente.rules.acts import ActRule, ActRules
from detente.rules.patterns import Pattern, Slot
from detente.text.parsed import Sentence, Token

JOURNEY = "visit"
"""The mode of acts that one is on: in the clause that tells when, he who acts is he who travels."""
NOUN_PLACES = ("nsubj", "nsubjpass", "dobj", "pobj")
"""Where a gerund stands for a noun: "fighting broke out"."""


@dataclass(frozen=True, slots=True)
class ActMention:
    """A rule that fits at a word; the indices are those of its sentence's tokens."""

    rule: ActRule
    pattern: Pattern
    sentence: int
    trigger: int
    clause: int
    """The verb that carries tense, negation and time: the trigger itself, or the light verb over a noun."""
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    parties: tuple[int, ...]
    """Those who act alike."""
    complements: tuple[int, ...]
    """The verbs of what is agreed, asked, threatened or said."""
    parts: tuple[int, ...]
    """The words that filled any place of the pattern, for the quote."""
    strict: tuple[int, ...] = ()
    """Those of the recipients that must be known: no act without them."""
    hints: tuple[int, ...] = ()
    """Words in which a recipient may be named."""
    is_open: bool = False
    """Whether nobody is said to act, so that only what stands around can tell who does: "ties would be cut"."""

    @property
    def is_carried(self) -> bool:
        """Whether a light verb carries the act that a noun names: "launched an attack"."""
        return self.clause != self.trigger


def find_acts(sentences: Sequence[Sentence], rules: ActRules) -> tuple[ActMention, ...]:
    """All fits of all rules, several at one word where several patterns fit, the most demanding first."""
    return tuple(mention for sentence in sentences for mention in _in_sentence(sentence, rules))


def _in_sentence(sentence: Sentence, rules: ActRules) -> list[ActMention]:
    found: list[ActMention] = []
    for token in sentence.tokens:
        fits = (_fit(sentence, token.i, rule, pattern, rules) for rule, pattern in _candidates(token, rules))
        mentions = [mention for mention in fits if mention]
        turned = _not_meant(sentence, token, rules) if mentions else frozenset[ActType]()
        found += [mention for mention in mentions if mention.rule.type not in turned]
    return found


def _not_meant(sentence: Sentence, token: Token, rules: ActRules) -> frozenset[ActType]:
    """The types of acts of which a word does not tell, since it stands in a turn of speech: "struck a tone"."""
    is_verb = token.pos in ("VERB", "AUX")
    idioms = (i for i in rules.idioms.get(token.lemma.lower(), ()) if i.pattern.is_noun != is_verb)
    fitting = (
        i
        for i in idioms
        if _is_triggered(sentence, token.i, i.pattern, rules) and Fit(sentence, token.i, i.pattern, None).fill()
    )
    return frozenset(type_ for idiom in fitting for type_ in idiom.types)


def _candidates(token: Token, rules: ActRules) -> tuple[tuple[ActRule, Pattern], ...]:
    """The patterns that a word may trigger; a gerund may name an act as a noun does, and "the first by a king" too."""
    if token.pos in ("VERB", "AUX"):
        found = rules.by_verb.get(token.lemma.lower(), ())
        if token.tag == "VBG" and token.dep in NOUN_PLACES:
            return found + rules.by_noun.get(token.lower, ())
        return found
    is_nominal = token.pos in ("NOUN", "PROPN") or (token.pos == "ADJ" and token.dep != "amod")
    return rules.by_noun.get(token.lemma.lower(), ()) if is_nominal else ()


def _fit(sentence: Sentence, i: int, rule: ActRule, pattern: Pattern, rules: ActRules) -> ActMention | None:
    if not _is_triggered(sentence, i, pattern, rules):
        return None
    if not pattern.is_noun and not _stands_as_said(sentence, i, pattern):
        return None
    light = _light_verb(sentence, i, rules) if pattern.is_noun else None
    fit = Fit(sentence, i, pattern, light)
    fit.authors = _authors(sentence, i, rules)
    fit.is_message = sentence.tokens[i].lemma.lower() in rules.messages
    fit.is_journey = rule.mode == JOURNEY
    if not fit.fill():
        return None
    if fit.authors:  # he who receives a message is the one to whom it is said
        fit.hints += clauses.agents(sentence, clauses.governor(sentence, i) or i)
    return ActMention(
        rule=rule,
        pattern=pattern,
        sentence=sentence.index,
        trigger=i,
        clause=i if light is None else light,
        actors=_once(fit.slots[Slot.ACTOR]),
        recipients=_once(fit.slots[Slot.RECIPIENT]),
        parties=_once(fit.slots[Slot.PARTIES]),
        complements=_once(fit.complements),
        parts=_once(fit.parts),
        strict=_once(fit.strict),
        hints=_once(fit.hints),
        is_open=fit.is_open,
    )


def _authors(sentence: Sentence, participle: int, rules: ActRules) -> list[int]:
    """Those from whom a message comes that a participle tells: "received a call from the king asking for help"."""
    token = sentence.tokens[participle]
    if token.tag != "VBG" or token.dep not in ("advcl", "acl"):
        return []
    nouns = [token.head] if token.dep == "acl" else clauses.objects(sentence, token.head)
    messages = [k for k in nouns if k < participle and sentence.tokens[k].lemma.lower() in rules.messages]
    places = [place for k in messages for place in (k, sentence.tokens[k].head)]
    return [who for place in places for who in clauses.prepositional(sentence, place, (FROM,))]


def _stands_as_said(sentence: Sentence, verb: int, pattern: Pattern) -> bool:
    """Whether the verb is negated where the pattern asks for it, and has no agent where the pattern names none."""
    if (
        not pattern.is_said
        and pattern.is_negated
        and (not clauses.is_negated(sentence, verb) or _is_past(sentence, verb))
    ):
        return False
    if pattern.is_of_those_alone and clauses.objects(sentence, verb):
        return False
    if pattern.is_said and not pattern.has_subject:
        return not any(True for _ in sentence.kids(verb, "nsubj", "agent"))
    return pattern.has_subject or not clauses.agents(sentence, verb)


def _is_past(sentence: Sentence, verb: int) -> bool:
    """Whether the verb tells of what was: "did not meet", "has not met", but not "will not meet"."""
    auxiliaries = list(sentence.kids(verb, "aux", "auxpass"))
    if any(k.tag == "MD" for k in auxiliaries):
        return False
    return sentence.tokens[verb].tag in ("VBD", "VBN") or any(k.tag == "VBD" for k in auxiliaries)


def _once(indices: list[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(indices))


def _is_triggered(sentence: Sentence, i: int, pattern: Pattern, rules: ActRules) -> bool:
    lemma, triggers, phrasal = sentence.tokens[i].lemma.lower(), pattern.triggers, rules.phrasal_verbs
    own = [t for t in triggers if t.lemma in (lemma, sentence.tokens[i].lower)]
    if any(t.particle is None for t in own) and not any((lemma, k.lower) in phrasal for k in sentence.kids(i, "prt")):
        return True
    beside = (k for k in sentence.kids(i, *_BESIDE) if not _is_of_time(sentence, k))
    particles = {w for k in beside for w in (k.lower, k.lemma.lower())}
    return any(t.particle in particles for t in own if t.particle)


def _is_of_time(sentence: Sentence, preposition: Token) -> bool:
    """Whether a preposition is no particle, since it leads to a day: "gave a month in April" gives in to nobody."""
    return any(k.entity in NEVER_PARTIES for k in sentence.kids(preposition.i, "pobj"))


_BESIDE = ("prt", "advmod", "prep", "compound", "amod", "acomp", "dobj", "oprd", "ccomp", "npadvmod")
"""How the second word of a trigger may hang on the first: "gun down", "lay siege", "let free", "peace talks"."""


def _light_verb(sentence: Sentence, noun: int, rules: ActRules) -> int | None:
    """The verb that carries out what a noun names: "launched an attack", "talks were held", "met for talks"."""
    at = noun
    token = sentence.tokens[at]
    while token.dep == "conj":
        at = token.head
        token = sentence.tokens[at]
    head = sentence.tokens[token.head]
    if token.dep in ("dobj", "nsubjpass") and head.lemma.lower() in rules.light_verbs:
        return head.i
    if token.dep == "pobj":
        verb = sentence.tokens[head.head]
        is_adjunct = head.i < verb.i or any(True for _ in sentence.kids(verb.i, "dobj", "nsubjpass"))
        if verb.lemma.lower() in rules.light_verbs and verb.pos == "VERB" and not is_adjunct:
            return verb.i
    return None
