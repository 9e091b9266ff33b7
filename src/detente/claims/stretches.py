"""Short phrases around a word of a sentence, verbatim: a noun with what describes it, a verb with its object."""

from collections.abc import Sequence

from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.text.parsed import Sentence, Token

_LONGEST = 14
"""Words; a longer phrase is no label for a table."""
_OPENS_CLAUSE = frozenset({"relcl", "appos", "advcl", "ccomp", "parataxis", "cc", "conj", "npadvmod"})
_DANGLING = frozenset({"SYM", "ADP", "DET", "PUNCT", "CCONJ", "PART", "SCONJ", "AUX", "VERB", "NUM"})
"""A phrase that was cut does not end on one of these."""
_LEADING = frozenset({"DET", "CCONJ", "SCONJ", "NUM"})
"""A whole clause may end on a verb or a preposition, but not on one of these."""
CALENDAR = ("DATE", "TIME")
"""Entities that say when; a phrase leaves them off its end."""
_STARTS_PHRASE = frozenset({"DET", "NUM", "ADP", "VERB", "AUX", "PUNCT", "SCONJ", "PRON"})


def squashed(report: Report, stretch: Span) -> str:
    """The words at a place, white space folded."""
    return " ".join(report.quote(stretch).exact.split())


def noun_phrase(sentence: Sentence, noun: int, after: int, until: int | None = None) -> Span:
    """A noun with what stands before it (from token `after` on) and its prepositional phrases (up to `until`)."""
    tokens = sentence.tokens
    first = noun
    while first - 1 > after and _belongs_left(sentence, first - 1, noun):
        first -= 1
    if tokens[first].tag == "HYPH":
        first = min(first + 2, noun)
    last = noun
    heads = (noun, *_tied_on(sentence, noun))
    while last + 1 < len(tokens) and last - first < _LONGEST and (until is None or last + 1 < until):
        if not any(_belongs_right(sentence, last + 1, head) for head in heads):
            break
        last += 1
    while last > noun and (tokens[last].pos in _DANGLING or tokens[last].entity in CALENDAR):
        last -= 1
    return Span(tokens[first].start, tokens[last].end)


def predicate(sentence: Sentence, verb: Token) -> Span:
    """A verb with what follows it in its clause, cut short."""
    tokens = sentence.tokens
    first = verb.i
    while first and tokens[first - 1].head == verb.i and tokens[first - 1].dep in ("aux", "auxpass", "neg", "advmod"):
        first -= 1
    last = verb.i
    while last + 1 < len(tokens) and last - first < _LONGEST and not _ends_clause(tokens, last + 1):
        last += 1
    is_torn = last - first >= _LONGEST or tokens[last].pos in _LEADING
    while last > verb.i and is_torn and tokens[last].pos in _DANGLING:
        last -= 1
    return Span(tokens[first].start, tokens[last].end)


def subject_of(sentence: Sentence, verb: Token) -> Token | None:
    """Who or what does it: the verb's own subject, that of the verb it hangs on, or the noun that it describes."""
    subject = next(sentence.kids(verb.i, "nsubj", "nsubjpass"), None)
    head = sentence.tokens[verb.head]
    if verb.dep in ("relcl", "acl") and (subject is None or subject.tag in ("WDT", "WP")):
        return head
    if subject is None and verb.dep in ("conj", "xcomp", "advcl", "ccomp", "pcomp") and head.pos in ("VERB", "AUX"):
        return subject_of(sentence, head)
    return subject


def _ends_clause(tokens: Sequence[Token], i: int) -> bool:
    """Whether a mark or the next number of an enumeration stands there."""
    is_next_number = tokens[i].pos == "CCONJ" and i + 1 < len(tokens) and tokens[i + 1].pos == "NUM"
    return tokens[i].dep == "punct" or is_next_number


def _belongs_left(sentence: Sentence, i: int, noun: int) -> bool:
    token = sentence.tokens[i]
    if token.pos in _STARTS_PHRASE and token.tag not in ("VBN", "VBG", "HYPH"):
        return False
    while token.head not in (noun, token.i):
        token = sentence.tokens[token.head]
    return token.head == noun


def _tied_on(sentence: Sentence, noun: int) -> tuple[int, ...]:
    """A preposition right after the noun: parsers often hang the "on wine" of "set a duty on wine" on the verb."""
    after = sentence.tokens[noun + 1] if noun + 1 < len(sentence.tokens) else None
    tied = next(sentence.kids(after.i, "pobj"), None) if after and after.dep == "prep" else None
    is_thing = tied and tied.entity not in CALENDAR and not any(sentence.kids(tied.i, "nummod"))
    return (noun + 1,) if is_thing else ()


def _belongs_right(sentence: Sentence, i: int, noun: int) -> bool:
    token = sentence.tokens[i]
    if token.pos == "PUNCT" and token.text != "-":
        return False
    while token.i not in (noun, token.head):
        if token.dep in _OPENS_CLAUSE and not (token.dep in ("conj", "cc") and token.head != noun):
            return False
        token = sentence.tokens[token.head]
    return token.i == noun
