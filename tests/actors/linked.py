"""A linked text that the stories of actors ask by its words."""

from dataclasses import dataclass

from detente.claims.linking import Links
from detente.domain.findings import Speaker
from detente.domain.parties import Party
from detente.mentions.find_actors import ActorMention
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
