"""Short texts read for their statements, as the stories here tell them."""

import re

from detente.claims.attributing import attribute
from detente.claims.naming import SpeakerFinder
from detente.domain.findings import Problem, Statement
from detente.domain.reports import Report
from detente.mentions.find_quotations import Quotation, find_quotations
from detente.text.parse import Passage, load_parser


def paragraphs(text: str) -> list[Passage]:
    """The stretches between blank lines."""
    found = (m for m in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", text) if m.group().strip())
    return [Passage(n, m.start(), m.end()) for n, m in enumerate(found)]


def read(text: str, links: SpeakerFinder | None = None) -> tuple[Statement | Problem, ...]:
    """All that is found in a text."""
    passages = paragraphs(text)
    sentences = load_parser().parse(text, passages)
    return attribute(Report(text), sentences, find_quotations(text, passages), links)


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
