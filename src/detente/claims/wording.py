"""The words of a report that tell an act: one clause, verbatim and in one piece."""

from detente.domain.spans import Span
from detente.mentions.find_acts import ActMention
from detente.text.parsed import Sentence

LONGEST_CLAUSE = 390
"""Characters of a quote; the longest that a reader takes in at one look, and the contract's bound is 400."""
NEAR = 6
"""Words between a verb and a party that is still quoted with it; further off stands another clause (read by eye)."""
_ASIDE = frozenset({"advcl", "relcl", "parataxis", "mark", "cc", "punct", "ccomp", "conj", "preconj"})


def clause_span(sentence: Sentence, mention: ActMention) -> Span:
    """The words of the clause: trigger, its objects and what belongs to them, and the parties that stand near."""
    kept = {mention.trigger, mention.clause}
    for i in (mention.trigger, mention.clause):
        kept |= own_words(sentence, i, frozenset(mention.complements))
    for i in (*mention.parts, *mention.recipients, *mention.actors, *mention.parties):
        words = own_words(sentence, i)
        if max(words) >= min(kept) - NEAR and min(words) <= max(kept) + NEAR:
            kept |= words
    return _short(sentence, mention, kept)


def complement_span(sentence: Sentence, mention: ActMention, complement: int) -> Span:
    """For one of several things agreed, asked or threatened: its own words, the first one's with those who agree."""
    if complement == mention.complements[0]:
        others = frozenset(mention.complements[1:])
        kept = own_words(sentence, mention.clause, frozenset({complement})) - others
        for i in (*mention.actors, *mention.parties):
            kept |= own_words(sentence, i)
        return _short(sentence, mention, kept)
    return _short(sentence, mention, own_words(sentence, complement))


def own_words(sentence: Sentence, i: int, complements: frozenset[int] = frozenset()) -> set[int]:
    """Token i and what hangs on it, but for other clauses; the clauses that the act itself governs stay."""
    found, open_ = {i}, [i]
    while open_:
        for k in sentence.children[open_.pop()]:
            token = sentence.tokens[k]
            is_aside = (token.dep in _ASIDE or (token.dep == "prep" and _leads_a_clause(sentence, k))) and not (
                token.dep == "conj" and token.pos not in ("VERB", "AUX")
            )
            if (not is_aside or k in complements) and not (token.dep == "appos" and token.head != i):
                found.add(k)
                open_.append(k)
    return found


def _leads_a_clause(sentence: Sentence, preposition: int) -> bool:
    """Whether a preposition has a clause after it: "before lifting the ban"."""
    return any(k.pos in ("VERB", "AUX") for k in sentence.kids(preposition, "pcomp"))


def _short(sentence: Sentence, mention: ActMention, kept: set[int]) -> Span:
    tokens = sentence.tokens
    span = Span(tokens[min(kept)].start, tokens[max(kept)].end)
    if len(span) <= LONGEST_CLAUSE:
        return span
    near = own_words(sentence, mention.trigger)
    first = tokens[min(near)].start
    return Span(first, min(tokens[max(near)].end, first + LONGEST_CLAUSE))
