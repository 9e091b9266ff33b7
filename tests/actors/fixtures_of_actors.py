"""What the stories of actors share: the packaged knowledge, the parser, and a short way to link a text."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from linked import Linked

from detente.claims.linking import link_report
from detente.mentions.find_actors import find_actors
from detente.rules.actors import Knowledge, load_knowledge
from detente.text.parse import Parser, load_parser
from detente.text.parsed import Passage


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="session")
def parser() -> Parser:
    return load_parser()


@pytest.fixture(scope="session")
def link(knowledge: Knowledge, parser: Parser) -> Callable[..., Linked]:
    def of(text: str, published: date | None = None) -> Linked:
        lines = [m for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
        sentences = parser.parse(text, [Passage(n, m.start(), m.end()) for n, m in enumerate(lines)])
        mentions = find_actors(sentences, knowledge)
        return Linked(sentences, mentions, link_report(sentences, mentions, knowledge, published))

    return of
