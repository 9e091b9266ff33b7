"""Frames of saying: who, by which word, and which words of the same sentence are given to him."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from detente.claims.sayers import VERBAL, Sayers, is_passive, name_span
from detente.domain.spans import Span
from detente.rules.saying import Group, Kind, Sayings, Shape, Wording
from detente.text.parsed import Sentence, Token


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
    sayers = Sayers(sentence, sayings)
    for token in sentence.tokens:
        if token.i in quoted:
            continue
        if token.pos in VERBAL and token.lemma.lower() in sayings.by_verb:
            frame = _verbal(sentence, token, sayings, sayers, quoted)
        elif token.pos == "NOUN" and token.lemma in sayings.by_noun:
            frame = _nominal(sentence, token, sayings, sayers, quoted)
        else:
            frame = _source(sentence, token, sayings, quoted)
        if frame is not None:
            found.append(frame)
    return found


def _verbal(sentence: Sentence, verb: Token, sayings: Sayings, sayers: Sayers, quoted: Collection[int]) -> Frame | None:
    """The frame of a verb in the first of its shapes for which words are found."""
    sayer = sayers.of(verb.i)
    if sayer is not None and sayer in quoted:
        sayer = None
    wordings = sorted(sayings.by_verb[verb.lemma.lower()], key=lambda w: ORDER.index(w.shape))
    fitting = ((w, _contents(sentence, verb, w)) for w in wordings)
    wording, contents = next(((w, c) for w, c in fitting if c), (wordings[0], ()))
    if not contents and wordings[-1].shape is Shape.QUOTE:
        wording = wordings[-1]
    if sayer is not None and wording.group.kind in HELD and not sayers.can_speak(sayer):
        sayer = None
    is_told = wording.shape in TELLING
    addressee = sayers.addressee(verb.i, contents[0] if contents else None) if is_told else None
    if _is_evidence(sentence, verb, sayings):
        return None
    place = _place(sentence, verb, sayer, addressee, quoted)
    is_fronted = False
    if not contents and wording.shape is Shape.CLAUSE:
        contents = _fronted(sentence, verb, place, quoted)
        is_fronted = bool(contents)
    if sayer is not None and sentence.tokens[sayer].lower in sayings.cues["carriers"].words:
        owner = sayers.owner_of(sayer)
        sayer = sayer if owner is None else owner
    return Frame(
        sentence.index, verb, wording.group, wording.shape, sayer, contents, place, addressee, is_fronted,
        _is_denied(sentence, verb.i),
    )  # fmt: skip


ORDER = (Shape.CLAUSE, Shape.AS, Shape.PREPOSITION, Shape.INFINITIVE, Shape.OBJECT, Shape.QUOTE)
"""The more a shape asks of a sentence, the earlier it is tried."""


TELLING = frozenset({Shape.CLAUSE, Shape.QUOTE, Shape.INFINITIVE})
"""Shapes in which someone may be told."""
HELD = frozenset({Kind.JUDGING, Kind.INTENDING, Kind.THINKING})
"""What only one who can speak does; a sign or a poll may "say", but it does not praise or hope."""
FEWEST_OWN_WORDS = 2
"""Words outside the marks that make a sentence reported speech with a quotation in it, not a bare quotation."""


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
        if abs(kid.i - verb.i) <= 3 and kid.i not in quoted:
            place = place.join(kid.span)
    if sayer is not None and sentence.tokens[sayer].head == verb.i:
        place = place.join(name_span(sentence, sayer, quoted))
    if verb.dep == "pcomp" and sentence.tokens[sentence.tokens[verb.head].head].pos in VERBAL:
        over = sentence.tokens[sentence.tokens[verb.head].head]
        place = place.join(over.span)
        for kid in sentence.kids(over.i, "nsubj", "nsubjpass"):
            place = place.join(name_span(sentence, kid.i, quoted))
    if addressee is not None and addressee not in quoted:
        place = place.join(name_span(sentence, addressee, quoted))
    return place


def _contents(sentence: Sentence, verb: Token, wording: Wording) -> tuple[Span, ...]:
    """The words that a verb gives in one of its shapes."""
    match wording.shape:
        case Shape.CLAUSE:
            return _clause(sentence, verb) if _has_particle(sentence, verb, wording.preposition) else ()
        case Shape.INFINITIVE:
            return _infinitive(sentence, verb, wording.preposition)
        case Shape.QUOTE:
            return ()
        case Shape.OBJECT:
            return _object(sentence, verb)
        case Shape.AS:
            return _complement(sentence, verb, wording.preposition)
        case _:
            return _prepositional(sentence, verb, wording.preposition)


def _clause(sentence: Sentence, verb: Token) -> tuple[Span, ...]:
    """The clause after the verb."""
    for kid in sentence.kids(verb.i, "ccomp", "xcomp", "acl", "advcl", "dobj"):
        if kid.i < verb.i:
            continue
        is_clause = kid.dep == "ccomp" or any(k.dep == "mark" and k.lower == "that" for k in sentence.kids(kid.i))
        if is_clause and not _is_to(sentence, kid.i):
            span = sentence.subtree_span(kid.i)
            first = next((t for t in sentence.tokens if t.start >= max(span.start, verb.end) and t.dep != "punct"), kid)
            return (Span(min(first.start, kid.start), span.end),)
    for preposition in sentence.kids(verb.i, "prep"):
        for noun in sentence.kids(preposition.i, "pobj"):
            for kid in sentence.kids(noun.i, "acl", "relcl", "ccomp"):
                if any(k.dep == "mark" and k.lower == "that" for k in sentence.kids(kid.i)) and kid.i > verb.i:
                    return (sentence.subtree_span(kid.i),)
    return ()


def _has_particle(sentence: Sentence, verb: Token, particle: str | None) -> bool:
    return particle is None or any(k.lower == particle for k in sentence.kids(verb.i, "prt", "prep", "advmod"))


def _is_to(sentence: Sentence, verb: int) -> bool:
    return any(k.tag == "TO" for k in sentence.kids(verb, "aux"))


def _infinitive(sentence: Sentence, verb: Token, preposition: str | None) -> tuple[Span, ...]:
    """The infinitive after the verb, from the one who is asked to do it on."""
    start = None
    for kid in sentence.kids(verb.i):
        if kid.i < verb.i:
            continue
        if preposition is not None and kid.dep == "prep" and kid.lower == preposition:
            start = next((sentence.subtree_span(k.i).start for k in sentence.kids(kid.i, "pobj")), None)
            if start is None:
                continue
        if kid.dep == "dobj" and preposition is None:
            start = sentence.subtree_span(kid.i).start
        if kid.dep in ("xcomp", "ccomp", "advcl", "acl") and _is_to(sentence, kid.i):
            if preposition is not None and start is None:
                return ()
            span = sentence.subtree_span(kid.i)
            return (Span(max(verb.end, start if start is not None else span.start), span.end),)
    return ()


def _object(sentence: Sentence, verb: Token) -> tuple[Span, ...]:
    """The object of the verb, or what a passive says it of."""
    relation = "nsubjpass" if is_passive(sentence, verb.i) else "dobj"
    kid = next(sentence.kids(verb.i, relation), None)
    if kid is None or kid.tag in ("WP", "WDT") or (relation == "dobj" and kid.i < verb.i):
        return ()
    return (sentence.subtree_span(kid.i),)


def _complement(sentence: Sentence, verb: Token, preposition: str | None) -> tuple[Span, ...]:
    """What someone or something is called, together with it."""
    kids = [k for k in sentence.kids(verb.i) if k.i > verb.i]
    named = [k for k in kids if k.dep in ("oprd", "attr", "acomp")]
    named += [k for k in kids if k.dep == "prep" and k.lower in ("as", "to") and preposition != k.lower]
    named += [k for k in kids if k.dep in ("ccomp", "xcomp") and not _is_to(sentence, k.i) and k.pos not in VERBAL]
    objects = [k for k in kids if k.dep in ("dobj", "dative")]
    if len(objects) > 1:
        named.append(objects[-1])
    if not named:
        return ()
    whole = [sentence.subtree_span(k.i) for k in (*objects, *named)]
    return (Span(min(s.start for s in whole), max(s.end for s in whole)),)


def _prepositional(sentence: Sentence, verb: Token, preposition: str | None) -> tuple[Span, ...]:
    """What stands after the verb's preposition."""
    for kid in sentence.kids(verb.i, "prep", "prt"):
        if kid.lower == preposition and kid.i > verb.i:
            for inner in sentence.kids(kid.i, "pobj", "pcomp"):
                return (sentence.subtree_span(inner.i),)
    return ()


def _fronted(sentence: Sentence, verb: Token, place: Span, quoted: Collection[int]) -> tuple[Span, ...]:
    """The words around a frame that stands after or amid them, set off by commas; quoted ones are not looked at here."""
    before = [t for t in sentence.tokens if t.end <= place.start]
    if not before or not _sets_off(before[-1]):
        return ()
    words = [t for t in before if t.dep != "punct"]
    tail = [t for t in sentence.tokens if t.start >= place.end]
    is_amid = verb.dep in ("parataxis", "dep") and len(tail) > 2 and tail[0].text == ","
    has_clause = is_amid or any(k.dep == "ccomp" for k in sentence.kids(verb.i)) or all(t.dep == "punct" for t in tail)
    if not has_clause or (not is_amid and sum(t.i not in quoted for t in words) < FEWEST_OWN_WORDS):
        return ()
    pieces = [Span(words[0].start, words[-1].end)] if len(words) > 1 else []
    if is_amid:
        pieces.append(Span(tail[1].start, tail[-1].end))
    return tuple(pieces)


def _sets_off(token: Token) -> bool:
    return token.text in (",", '"', "''", "”", "—", "–", "--")


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


def _source(sentence: Sentence, token: Token, sayings: Sayings, quoted: Collection[int]) -> Frame | None:
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
    return Frame(sentence.index, token, group, Shape.CLAUSE, sayer, _pieces(sentence.subtree(over), place), place)


def _pieces(tokens: list[Token], place: Span) -> tuple[Span, ...]:
    """The stretches of tokens on both sides of a place, marks at their ends left out."""
    pieces: list[Span] = []
    for side in ([t for t in tokens if t.end <= place.start], [t for t in tokens if t.start >= place.end]):
        words = [t for t in side if t.dep != "punct"]
        if words:
            pieces.append(Span(words[0].start, words[-1].end))
    return tuple(pieces)
