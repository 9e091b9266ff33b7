"""Frames of saying: who, by which word, and which words of the same sentence are given to him."""

from collections.abc import Collection
from dataclasses import dataclass

from detente.claims.contents import around, contents_of, fronted
from detente.claims.sayers import VERBAL, Sayers, is_passive, name_span
from detente.domain.spans import Span
from detente.rules.saying import Group, Kind, Sayings, Shape
from detente.text.parsed import Sentence, Token

ORDER = (Shape.CLAUSE, Shape.AS, Shape.PREPOSITION, Shape.INFINITIVE, Shape.OBJECT, Shape.QUOTE)
"""The more a shape asks of a sentence, the earlier it is tried."""
TELLING = frozenset({Shape.CLAUSE, Shape.QUOTE, Shape.INFINITIVE})
"""Shapes in which someone may be told."""
HELD = frozenset({Kind.JUDGING, Kind.INTENDING, Kind.THINKING, Kind.SHOWING})
"""What only one who can speak does; a sign may "say", but it does not praise or hope."""
_NAMING = frozenset({"punct", "compound", "appos", "flat"})
NEAR = 3
"""How many words off an auxiliary or adverb may stand and still belong to the frame."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A word of saying with the one whose words they are."""

    sentence: int
    cue: Token
    group: Group
    shape: Shape
    sayer: int | None
    """The token that heads the speaker's name."""
    contents: tuple[Span, ...]
    """The words given to the speaker, "that" included; empty where they are not in this sentence."""
    place: Span
    """From the speaker or the cue, whichever comes first, to the last of them or the one who is told."""
    addressee: int | None = None
    is_fronted: bool = False
    """Whether the words stand before the speaker, with nothing to subordinate them."""
    is_denied: bool = False
    """Whether the sentence says that this was not said, or only might be."""
    signature: Span | None = None
    """The whole name, where it stands behind the words without a verb."""


def frames_of(sentence: Sentence, sayings: Sayings, quoted: Collection[int]) -> list[Frame]:
    """The frames of a sentence whose word of saying does not itself stand in quotation marks."""
    found: list[Frame] = []
    sayers = Sayers(sentence, sayings, quoted)
    for token in sentence.tokens:
        if token.i in quoted:
            continue
        if token.pos in VERBAL and token.lemma.lower() in sayings.by_verb:
            frame = _verbal(sentence, token, sayings, sayers, quoted)
        elif token.pos == "NOUN" and token.lemma in sayings.by_noun:
            frame = _nominal(sentence, token, sayings, sayers, quoted)
        else:
            frame = _source(sentence, token, sayings)
        if frame is not None:
            found.append(frame)
    return found


def _verbal(sentence: Sentence, verb: Token, sayings: Sayings, sayers: Sayers, quoted: Collection[int]) -> Frame | None:
    """The frame of a verb in the first of its shapes for which words are found."""
    sayer = sayers.of(verb.i)
    if sayer is not None and sayer in quoted:
        sayer = None
    wordings = sorted(sayings.by_verb[verb.lemma.lower()], key=lambda w: ORDER.index(w.shape))
    named = () if sayer is None else (sentence.tokens[sayer].span,)
    fitting = ((w, contents_of(sentence, verb, w)) for w in wordings)
    wording, contents = next(
        ((w, c) for w, c in fitting if c and not any(c[0].holds(n) for n in named)), (wordings[0], ())
    )
    if not contents and wordings[-1].shape is Shape.QUOTE:
        wording = wordings[-1]
    if sayer is not None and wording.group.kind in HELD and not sayers.can_speak(sayer):
        sayer = None
    is_told = wording.shape in TELLING
    addressee = sayers.addressee(verb.i, contents[0] if contents else None) if is_told else None
    if _is_evidence(sentence, verb, sayings):
        return None
    if addressee in quoted:
        addressee = None
    place = _place(sentence, verb, sayer, addressee, quoted)
    is_fronted = False
    if not contents and wording.shape is Shape.CLAUSE:
        contents = fronted(sentence, verb, place, quoted)
        is_fronted = bool(contents)
    if sayer is not None and sentence.tokens[sayer].lower in sayings.cues["carriers"].words:
        owner = sayers.owner_of(sayer)
        sayer = sayer if owner is None else owner
    return Frame(
        sentence.index, verb, wording.group, wording.shape, sayer, contents, place, addressee, is_fronted,
        _is_denied(sentence, verb.i),
    )  # fmt: skip


def _is_evidence(sentence: Sentence, verb: Token, sayings: Sayings) -> bool:
    """Whether a participle tells what a fact shows, not what someone says: "the jet turned, suggesting that ..."."""
    if verb.tag != "VBG" or verb.dep not in ("advcl", "acl") or not sayings.has("evidence", verb.lemma):
        return False
    over = sentence.tokens[verb.head]
    speaks = any(w.group.kind is Kind.SAYING for w in sayings.by_verb.get(over.lemma, ()))
    return not speaks or is_passive(sentence, over.i)


def _is_denied(sentence: Sentence, verb: int) -> bool:
    is_base = sentence.tokens[verb].tag == "VB"
    return any(
        k.dep == "neg" or (is_base and k.dep == "aux" and k.tag == "MD" and k.lemma != "will")
        for k in sentence.kids(verb)
    )


def _place(sentence: Sentence, verb: Token, sayer: int | None, addressee: int | None, quoted: Collection[int]) -> Span:
    """The frame without the words said."""
    place = verb.span
    for kid in sentence.kids(verb.i, "aux", "auxpass", "neg", "advmod", "prt"):
        if abs(kid.i - verb.i) <= NEAR and kid.i not in quoted:
            place = place.join(kid.span)
    if sayer is not None and (sentence.tokens[sayer].head == verb.i or _is_set_before(sentence, sayer, verb.i)):
        place = place.join(name_span(sentence, sayer, quoted))
    if verb.dep == "pcomp" and sentence.tokens[sentence.tokens[verb.head].head].pos in VERBAL:
        over = sentence.tokens[sentence.tokens[verb.head].head]
        place = place.join(over.span)
        for kid in sentence.kids(over.i, "nsubj", "nsubjpass"):
            place = place.join(name_span(sentence, kid.i, quoted))
    if addressee is not None:
        place = place.join(name_span(sentence, addressee, quoted))
    return place


def _is_set_before(sentence: Sentence, sayer: int, verb: int) -> bool:
    """Whether nothing but a name set off by commas stands between: "the minister, Ana Silva, said"."""
    between = sentence.tokens[sayer + 1 : verb]
    return bool(between) and between[-1].text == "," and all(t.dep in _NAMING for t in between)


def _nominal(
    sentence: Sentence, noun: Token, sayings: Sayings, sayers: Sayers, quoted: Collection[int]
) -> Frame | None:
    """The frame of a noun: "his claim that ...", "plans to ..."."""
    wording = sayings.by_noun[noun.lemma]
    clause = next(
        (k for k in sentence.kids(noun.i, "acl", "ccomp", "relcl") if k.i > noun.i and _opens(sentence, k)), None
    )
    if clause is None or _verb_of_saying_over(sentence, noun, sayings) is not None:
        return None
    sayer = sayers.owner_of(noun.i)
    place = noun.span if sayer is None or sayer in quoted else noun.span.join(name_span(sentence, sayer, quoted))
    contents = (sentence.subtree_span(clause.i),)
    return Frame(sentence.index, noun, wording.group, wording.shape, sayer, contents, place)


def _verb_of_saying_over(sentence: Sentence, noun: Token, sayings: Sayings) -> Token | None:
    """The verb in "said in a statement that", whose words the parse may give to the noun."""
    preposition = sentence.tokens[noun.head]
    over = sentence.tokens[preposition.head]
    is_said = over.pos in VERBAL and any(w.group.kind is Kind.SAYING for w in sayings.by_verb.get(over.lemma, ()))
    return over if noun.dep == "pobj" and is_said else None


def _opens(sentence: Sentence, clause: Token) -> bool:
    return any(k.lower in ("that", "to") for k in sentence.kids(clause.i, "mark", "aux"))


def _source(sentence: Sentence, token: Token, sayings: Sayings) -> Frame | None:
    """The frame of "according to X" and its like, over the clause that it stands in."""
    phrase, group = sayings.sources.get(token.lower, ((), None))
    if group is None or tuple(t.lower for t in sentence.tokens[token.i : token.i + len(phrase)]) != phrase:
        return None
    last = token.i + len(phrase) - 1
    sayer = next((k.i for k in sentence.kids(last, "pobj")), None)
    if sayer is None:
        return None
    phrase_span = Span(token.start, sentence.tokens[last].end)
    place = phrase_span.join(sentence.subtree_span(sayer))
    over = token.head
    while sentence.tokens[over].pos not in VERBAL and sentence.tokens[over].head != over:
        over = sentence.tokens[over].head
    return Frame(sentence.index, token, group, Shape.CLAUSE, sayer, around(sentence.subtree(over), place), place)
