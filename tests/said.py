"""Short texts read for their statements, as the stories here tell them."""

import re
from collections.abc import Sequence

from detente.claims.attributing import attribute
from detente.claims.naming import SpeakerFinder
from detente.domain.findings import Problem, Statement
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.mentions.find_quotations import Quotation, find_quotations
from detente.text.parse import load_parser
from detente.text.parsed import Passage, Sentence, Token


def paragraphs(text: str) -> list[Passage]:
    """The stretches between blank lines."""
    found = (m for m in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", text) if m.group().strip())
    return [Passage(n, m.start(), m.end()) for n, m in enumerate(found)]


def read(
    text: str, links: SpeakerFinder | None = None, headings: Sequence[Span] = ()
) -> tuple[Statement | Problem, ...]:
    """All that is found in a text."""
    passages = paragraphs(text)
    sentences = load_parser().parse(text, passages)
    return attribute(Report(text), sentences, find_quotations(text, passages), links, headings)


def statements(text: str, links: SpeakerFinder | None = None) -> list[Statement]:
    """The statements in a text."""
    return [s for s in read(text, links) if isinstance(s, Statement)]


def said(text: str, links: SpeakerFinder | None = None) -> list[tuple[str, str]]:
    """Who says what in a text, as a reader is shown it."""
    return [(s.speaker.label, s.text) for s in statements(text, links)]


def quotations(text: str) -> list[Quotation]:
    """The quotations of a text."""
    return list(find_quotations(text, paragraphs(text)))


def inside(text: str) -> list[str]:
    """The quoted words of a text."""
    return [text[q.inside.start : q.inside.end] for q in quotations(text)]


def tree(words: str) -> Sentence:
    """A sentence with a parse of our own: each word as word=lemma/POS/TAG/relation/head, perhaps with /LABEL."""
    tokens: list[Token] = []
    start = 0
    for i, row in enumerate(words.split()):
        text, pos, tag, dep, head, entity = (*row.split("/"), "")[:6]
        text, _, lemma = text.partition("=")
        tokens.append(Token(i, text, lemma or text.lower(), pos, tag, dep, int(head), start, start + len(text), entity))
        start += len(text) + 1
    below = tuple(tuple(t.i for t in tokens if t.head == i and t.i != i) for i in range(len(tokens)))
    return Sentence(0, 0, tuple(tokens), below)


def said_in(words: str) -> list[tuple[str, str]]:
    """Who says what in a sentence with a parse of our own."""
    sentence = tree(words)
    text = " ".join(t.text for t in sentence.tokens)
    found = attribute(Report(text), [sentence], find_quotations(text, [Passage(0, 0, len(text))]))
    return [(s.speaker.label, s.text) for s in found if isinstance(s, Statement)]
