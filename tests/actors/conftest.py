"""What the stories of actors share: the packaged knowledge, the parser, and a short way to link a text."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from detente.claims.linking import Links, link_report
from detente.domain.findings import Speaker
from detente.domain.parties import Party
from detente.mentions.find_actors import ActorMention, find_actors
from detente.rules.actors import Knowledge, load_knowledge
from detente.text.parse import Parser, Passage, load_parser
from detente.text.parsed import Sentence


@dataclass(frozen=True, slots=True)
class Linked:
    """A linked text that answers by its words."""

    sentences: tuple[Sentence, ...]
    mentions: tuple[ActorMention, ...]
    links: Links

    def place(self, word: str, nth: int = 0) -> tuple[int, int]:
        """Where a word stands for the nth time."""
        return [(s.index, t.i) for s in self.sentences for t in s.tokens if t.text == word][nth]

    def parties(self, word: str, nth: int = 0) -> tuple[Party, ...]:
        """The parties at a word."""
        return self.links.parties_at(*self.place(word, nth))

    def ids(self, word: str, nth: int = 0) -> list[str | None]:
        """The ids of the parties at a word, in order."""
        return [party.id for party in self.parties(word, nth)]

    def speaker(self, word: str, nth: int = 0) -> Speaker | None:
        """The speaker at a word."""
        return self.links.speaker_at(*self.place(word, nth))


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
