"""Short phrases around a word of a sentence, verbatim: a noun with what describes it, a verb with its object."""

from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.text.parsed import Sentence, Token

Phrase = Span
_LONGEST = 14
"""Words; a longer phrase is no label for a table."""
_OPENS_CLAUSE = frozenset({"relcl", "appos", "advcl", "ccomp", "parataxis", "cc", "conj", "npadvmod"})
_DANGLING = frozenset({"ADP", "DET", "PUNCT", "CCONJ", "PART", "SCONJ", "AUX", "VERB"})
"""A phrase that was cut does not end on one of these."""


def squashed(report: Report, phrase: Phrase) -> str:
    """The words at a phrase, white space folded."""
    return " ".join(report.quote(phrase).exact.split())


def noun_phrase(sentence: Sentence, noun: int, after: int, until: int | None = None) -> Phrase:
    """A noun with what stands before it (from token `after` on) and its prepositional phrases (up to `until`)."""
    tokens = sentence.tokens
    first = noun
    while first - 1 > after and _belongs_left(sentence, first - 1, noun):
        first -= 1
    last = noun
    while last + 1 < len(tokens) and last - first < _LONGEST and (until is None or last + 1 < until):
        if not _belongs_right(sentence, last + 1, noun):
            break
        last += 1
    while last > noun and tokens[last].pos in _DANGLING:
        last -= 1
    return Span(tokens[first].start, tokens[last].end)


def predicate(sentence: Sentence, verb: Token) -> Phrase:
    """A verb with what follows it in its clause, cut short."""
    tokens = sentence.tokens
    first = verb.i
    while first and tokens[first - 1].head == verb.i and tokens[first - 1].dep in ("aux", "auxpass", "neg", "advmod"):
        first -= 1
    last = verb.i
    while last + 1 < len(tokens) and last - first < _LONGEST and not tokens[last + 1].dep.startswith("punct"):
        last += 1
    while last > verb.i and tokens[last].pos in _DANGLING:
        last -= 1
    return Span(tokens[first].start, tokens[last].end)


def own_subject(sentence: Sentence, verb: Token) -> Token | None:
    """The noun or pronoun that the verb's own clause gives it."""
    return next(sentence.kids(verb.i, "nsubj", "nsubjpass"), None)


def subject_of(sentence: Sentence, verb: Token) -> Token | None:
    """Who or what does it: the verb's own subject, that of the verb it hangs on, or the noun that it describes."""
    subject = own_subject(sentence, verb)
    head = sentence.tokens[verb.head]
    if verb.dep in ("relcl", "acl") and (subject is None or subject.tag in ("WDT", "WP")):
        return head
    if subject is None and verb.dep in ("conj", "xcomp", "advcl", "ccomp", "pcomp") and head.pos in ("VERB", "AUX"):
        return subject_of(sentence, head)
    return subject


def _belongs_left(sentence: Sentence, i: int, noun: int) -> bool:
    token = sentence.tokens[i]
    if token.pos in ("DET", "NUM", "ADP", "VERB", "AUX", "PUNCT", "SCONJ", "PRON") and token.tag not in ("VBN", "VBG", "HYPH"):
        return False
    return _hangs_on(sentence, i, noun)


def _belongs_right(sentence: Sentence, i: int, noun: int) -> bool:
    token = sentence.tokens[i]
    if token.pos == "PUNCT" and token.text != "-":
        return False
    while token.i != noun and token.head != token.i:
        if token.dep in _OPENS_CLAUSE and not (token.dep in ("conj", "cc") and token.head != noun):
            return False
        token = sentence.tokens[token.head]
    return token.i == noun


def _hangs_on(sentence: Sentence, i: int, noun: int) -> bool:
    token = sentence.tokens[i]
    while token.i != noun and token.head != token.i:
        token = sentence.tokens[token.head]
    return token.i == noun
