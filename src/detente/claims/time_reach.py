"""Which phrase of a sentence dates an act: the one that the parse hangs on it, never that of another clause."""

from collections.abc import Iterator, Mapping, Sequence

from detente.mentions.find_times import TimeMention
from detente.mentions.time_meanings import Bound, Vague
from detente.mentions.time_tense import NOUNS, VERBS, head_of, over
from detente.rules.times import load_times
from detente.text.parsed import Sentence, Token

SPEECH = frozenset({":", '"', "“", "''", "``"})
"""Marks that open what is said: a phrase behind one is part of it."""
LINKS = ("ADP", "SCONJ", "ADV", "NUM", "PART")
"""Words between a phrase and what it belongs to."""
BEFORE_NOUN = ("poss", "compound", "nmod", "amod", "nummod", "npadvmod")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
ARGUMENTS = ("dobj", "nsubj", "nsubjpass", "attr", "oprd", "dative", "pobj")
PARTICIPLES = ("VBG", "VBN")
_OWN, _ARGUMENT, _CLAUSE = 0, 1, 2


def phrase_for(sentence: Sentence, trigger: int, mentions: Sequence[TimeMention]) -> TimeMention | None:
    """The mention that dates the act whose trigger word is given; None where none is in reach."""
    reach = _reach(sentence, trigger) if mentions else {}
    ranked = [
        (
            rank,
            isinstance(mention.timing.core, Vague),
            mention.timing.bound is Bound.SINCE,
            mention.kind.value != "DATE",
            abs(mention.first - trigger),
            mention,
        )
        for mention in mentions
        if mention.sentence == sentence.index and mention.can_date
        for rank in _ranks(sentence, trigger, reach, mention)
    ]
    return min(ranked, key=lambda row: row[:-1])[-1] if ranked else None


def shared(sentence: Sentence, trigger: int) -> frozenset[int]:
    """The verbs and nouns that share their phrases with a word: its own, and those whose phrases date it, too."""
    return frozenset(_reach(sentence, trigger))


def explains(sentence: Sentence, verb: int, mention: TimeMention) -> bool:
    """Whether the verb stands in a clause on the time itself: "in 2018, when a court ordered"."""
    token = sentence.tokens[verb]
    return token.dep == "relcl" and mention.first <= token.head < mention.after


def _ranks(sentence: Sentence, trigger: int, sites: Mapping[int, int], mention: TimeMention) -> Iterator[int]:
    """How near a mention hangs to the trigger, the nearest first; nothing where it hangs elsewhere."""
    site = _site(sentence, mention)
    own = {i for i, rank in sites.items() if rank == _OWN}
    if any(explains(sentence, i, mention) for i in own):
        yield _OWN
    elif site in sites and not _is_left_behind(sentence, site, trigger, mention):
        yield sites[site]
    elif _is_argument(sentence, site, own, mention):
        yield _ARGUMENT


def _is_left_behind(sentence: Sentence, site: int, trigger: int, mention: TimeMention) -> bool:
    """Whether a mention belongs to the governing verb alone: "agreed on Friday to meet", not "began on Friday to"."""
    token = sentence.tokens[trigger]
    is_begun = sentence.tokens[token.head].lemma in load_times().lists["achieves"]
    return token.dep == "xcomp" and site != trigger and mention.first < trigger and not is_begun


def _site(sentence: Sentence, mention: TimeMention) -> int:
    """The verb or noun that a mention belongs to."""
    head = head_of(sentence, mention.first, mention.after)
    bearers = (token.i for token in over(sentence, head) if token.pos not in LINKS)
    return _resited(sentence, next(bearers, head), mention)


def _resited(sentence: Sentence, site: int, mention: TimeMention) -> int:
    """The site, mended where the parser hangs a phrase on the clause that follows it.

    "On Monday, X said it had met" and "X said Monday it would meet": the phrase stands before the subject of the clause
    that is said, so it belongs to the saying.
    """
    token = sentence.tokens[site]
    turned = turned_main(sentence, site)
    if turned is not None and _is_parted_from_link(sentence, site, mention):
        return turned
    if token.dep != "ccomp" or token.head == site:
        inner = _happening_before(sentence, site, mention)
        return site if inner is None else inner
    subjects = [kid.i for kid in sentence.kids(site, *SUBJECTS)]
    starts = min((sentence.subtree(i)[0].i for i in subjects), default=site)
    if any(t.text in SPEECH for t in sentence.tokens[token.head + 1 : mention.first]):
        return site
    is_between = token.head < mention.first < starts
    is_fronted = mention.first < starts and site > token.head
    return token.head if is_between or is_fronted else site


def turned_main(sentence: Sentence, verb: int) -> int | None:
    """The main verb where the parser has made it a mere neighbour of the clause before: "After X left, Y called"."""
    if sentence.tokens[verb].dep != "ROOT":
        return None
    links = load_times().links
    if not any(k.lower in links for k in sentence.kids(verb, "mark")):
        return None
    beside = (k for k in sentence.kids(verb, "conj") if any(sentence.kids(k.i, *SUBJECTS)))
    return next((k.i for k in beside if not any(sentence.kids(verb, "cc"))), None)


def _is_parted_from_link(sentence: Sentence, verb: int, mention: TimeMention) -> bool:
    """Whether a comma stands between a phrase and the word that sets the clause of a verb against another."""
    link = next(sentence.kids(verb, "mark")).i
    return any(t.text == "," for t in sentence.tokens[mention.after : link])


def _happening_before(sentence: Sentence, verb: int, mention: TimeMention) -> int | None:
    """The noun right before a phrase that tells when that happened, and not what the verb says.

    "Described the crash in May as an attack", "has paid since the strike in 2019".
    """
    rules = load_times()
    is_spoken_of = any(k.lower == "as" and k.i > mention.first for k in sentence.kids(verb, "prep"))
    linked = (n for k in sentence.kids(verb, "prep") if k.lower in rules.links for n in sentence.kids(k.i, "pobj"))
    nouns = [*linked, *(sentence.kids(verb, "dobj") if is_spoken_of else ())]
    happening = [n.i for n in nouns if n.lemma in rules.lists["happens"]]
    at = mention.first
    while happening and at > 0 and sentence.tokens[at - 1].pos == "ADP":
        at -= 1
    return next((i for i in happening if sentence.subtree(i)[-1].i == at - 1), None)


def _reach(sentence: Sentence, trigger: int) -> dict[int, int]:
    """The verbs and nouns whose phrases date the trigger, each with its distance."""
    token = sentence.tokens[trigger]
    if token.pos in VERBS:
        return _verb_reach(sentence, trigger)
    reach = {trigger: _OWN}
    verb = _verb_over(sentence, token)
    if verb is not None:
        reach |= {site: rank + _ARGUMENT for site, rank in _verb_reach(sentence, verb).items()}
    return reach


def _verb_reach(sentence: Sentence, verb: int) -> dict[int, int]:
    """A verb, and the verbs over it whose phrases are also its own."""
    reach = {verb: _OWN}
    at = _governor(sentence, verb)
    while at is not None:
        reach[at] = _CLAUSE + len(reach)
        at = _governor(sentence, at)
    return reach


def _governor(sentence: Sentence, verb: int) -> int | None:
    """The verb whose phrase dates this one too: of a coordination the first, of a participle its main verb."""
    token = sentence.tokens[verb]
    head = sentence.tokens[token.head]
    if token.dep == "relcl":
        return _occasion_over(sentence, verb)
    if head.i == verb or head.pos not in VERBS:
        return None
    has_mark = any(
        kid.dep in ("mark", "advmod") and kid.i < verb and kid.tag in ("IN", "WRB") for kid in sentence.kids(verb)
    )
    if token.dep == "conj" and not any(True for _ in sentence.kids(verb, *SUBJECTS)):
        return None if _goes_on_since(sentence, verb) else head.i
    is_told_to = any(kid.tag == "TO" for kid in sentence.kids(verb, "aux"))
    is_purpose = is_told_to and head.lemma not in load_times().lists["decides"]
    is_loose = token.dep == "advcl" and (token.tag in PARTICIPLES or is_purpose) and not has_mark
    if token.dep == "xcomp" or is_loose:
        return head.i
    return None


def _goes_on_since(sentence: Sentence, verb: int) -> bool:
    """Whether a verb tells in the perfect what came of what the verb before it tells: "signed a pact and have met"."""
    return any(kid.lemma == "have" and kid.tag in ("VBP", "VBZ") for kid in sentence.kids(verb, "aux"))


def _occasion_over(sentence: Sentence, verb: int) -> int | None:
    """The verb that tells of the occasion on which a clause goes on: "met in Quito, where they agreed to talk"."""
    is_where = any(kid.lower in load_times().lists["where"] for kid in sentence.kids(verb, "advmod"))
    is_told_on = sentence.tokens[verb].tag == "VBD" and any(_is_of_them(kid) for kid in sentence.kids(verb, "nsubj"))
    if not (is_where and is_told_on):
        return None
    return next((t.i for t in over(sentence, verb) if t.pos in VERBS), None)


def _is_of_them(subject: Token) -> bool:
    """Whether a subject takes up those of whom the sentence has told: "they", "the two", "the sides"."""
    return subject.pos in ("PRON", "NUM") or subject.tag in ("NNS", "CD")


def _verb_over(sentence: Sentence, noun: Token) -> int | None:
    """The verb that brings about what a noun names: "held talks", "the attack killed"."""
    rules = load_times()
    at = noun
    for head in over(sentence, noun.i):
        if head.pos in VERBS:
            is_active_subject = at.dep == "nsubj" and head.lemma not in rules.lists["says"]
            is_brought = at.dep in (*ARGUMENTS, "prep") and head.lemma in rules.lists["brings"]
            is_occasion = at.dep == "prep" and at.lower in rules.lists["occasions"]
            return head.i if is_active_subject or is_brought or is_occasion else None
        if at.dep not in ("conj", "compound", "prep", "pobj", "appos"):
            return None
        at = head
    return None


def _is_argument(sentence: Sentence, site: int, own: set[int], mention: TimeMention) -> bool:
    """Whether the mention hangs behind an argument of the trigger, where parsers often leave the verb's phrases."""
    at = sentence.tokens[site]
    is_term = mention.timing.bound in (Bound.BY, Bound.UNTIL, Bound.SINCE)
    if not is_term and _is_occasion(sentence, at, own):
        return True
    if at.pos not in NOUNS or is_term or mention.first < site or _is_before_noun(sentence, mention):
        return False
    rules = load_times()
    lists = rules.lists
    needed = lists["brings"] if at.lemma in lists["happens"] else None
    for head in over(sentence, site):
        if head.i in own:
            is_occasion = at.dep == "prep" and at.lower in lists["occasions"]
            is_brought = needed is None or is_occasion or head.lemma in needed
            return is_brought and at.dep in (*ARGUMENTS, "prep", "agent") and mention.first > head.i
        if head.pos in VERBS or head.lower in rules.links:
            return False
        at = head
    return False


def _is_occasion(sentence: Sentence, site: Token, own: set[int]) -> bool:
    """Whether what a mention dates is the occasion of the act: "in a letter sent on Friday", "at Monday's talks"."""
    lists = load_times().lists
    is_sent = site.dep == "acl" and site.tag == "VBN" and site.lemma in lists["delivers"]
    noun = sentence.tokens[site.head] if is_sent else site
    link = sentence.tokens[noun.head]
    if noun.pos not in NOUNS or noun.dep != "pobj" or link.dep != "prep" or link.head not in own:
        return False
    return link.lower in lists["occasions"] or (link.lower == "in" and noun.lemma in lists["tidings"])


def _is_before_noun(sentence: Sentence, mention: TimeMention) -> bool:
    head = sentence.tokens[head_of(sentence, mention.first, mention.after)]
    return head.dep in BEFORE_NOUN and head.head >= mention.after
