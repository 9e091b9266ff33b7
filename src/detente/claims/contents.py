"""Which words of a sentence a word of saying gives to the one who says it, shape by shape."""

from collections.abc import Collection, Sequence

from detente.claims.sayers import VERBAL, is_passive
from detente.domain.spans import Span
from detente.rules.saying import Shape, Wording
from detente.text.parsed import Sentence, Token

FEWEST_OWN_WORDS = 2
"""Words outside the marks that make a sentence reported speech with a quotation in it, not a bare quotation."""
SETTING_OFF = frozenset({",", '"', "''", "”", "—", "–", "--"})
"""Marks between words and the frame that stands behind them."""


def contents_of(sentence: Sentence, verb: Token, wording: Wording) -> tuple[Span, ...]:
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
    if len(objects) > 1 and any(True for _ in sentence.kids(objects[-1].i, "det", "poss", "amod")):
        named.append(objects[-1])
    is_gapped = verb.dep == "relcl" or is_passive(sentence, verb.i)
    if not named and objects:
        return _run_on(sentence, objects[-1])
    if not named or not (objects or is_gapped):
        return ()
    whole = [sentence.subtree_span(k.i) for k in (*objects, *named)]
    return (Span(min(s.start for s in whole), max(s.end for s in whole)),)


def _run_on(sentence: Sentence, last: Token) -> tuple[Span, ...]:
    """The object with the name in marks behind it, where the parse takes both for one: 'called the offer "theatre"'."""
    before = sentence.tokens[last.i - 1]
    is_marked = before.dep == "punct" and before.text in SETTING_OFF - {","}
    called = next((k for k in sentence.kids(last.i, "nmod", "compound") if k.i < before.i), None) if is_marked else None
    return (sentence.subtree_span(last.i),) if called is not None else ()


def _prepositional(sentence: Sentence, verb: Token, preposition: str | None) -> tuple[Span, ...]:
    """What stands after the verb's preposition."""
    for kid in sentence.kids(verb.i, "prep", "prt"):
        if kid.lower == preposition and kid.i > verb.i:
            for inner in sentence.kids(kid.i, "pobj", "pcomp"):
                return (sentence.subtree_span(inner.i),)
    return ()


def fronted(sentence: Sentence, verb: Token, place: Span, quoted: Collection[int]) -> tuple[Span, ...]:
    """The words around a frame that stands after or amid them, set off by commas; none where all are quoted."""
    before = [t for t in sentence.tokens if t.end <= place.start]
    if not before or before[-1].text not in SETTING_OFF:
        return ()
    words = [t for t in before if t.dep != "punct"]
    tail = [t for t in sentence.tokens if t.start >= place.end]
    is_amid = verb.dep in ("parataxis", "dep") and len(tail) > 1 and tail[0].text == ","
    has_clause = is_amid or any(k.dep == "ccomp" for k in sentence.kids(verb.i)) or all(t.dep == "punct" for t in tail)
    if not has_clause or (not is_amid and sum(t.i not in quoted for t in words) < FEWEST_OWN_WORDS):
        return ()
    pieces = [Span(words[0].start, words[-1].end)] if len(words) > 1 else []
    if is_amid:
        pieces.append(Span(tail[1].start, tail[-1].end))
    return tuple(pieces)


def around(tokens: Sequence[Token], place: Span) -> tuple[Span, ...]:
    """The stretches of tokens on both sides of a place, marks at their ends left out."""
    pieces: list[Span] = []
    for side in ([t for t in tokens if t.end <= place.start], [t for t in tokens if t.start >= place.end]):
        words = [t for t in side if t.dep != "punct"]
        if words:
            pieces.append(Span(words[0].start, words[-1].end))
    return tuple(pieces)
