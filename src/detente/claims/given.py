"""Parties that are given to the coder instead of found by it: whatever their words name, they are the parties."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.claims.filling import PartyFinder
from detente.domain.parties import Party, PartyKind
from detente.domain.spans import Span
from detente.mentions import clauses
from detente.text.parsed import Sentence

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
STAND_IN = "OPP"
"""PLOVER's sector for a party of which nothing is known: one who acts in politics, with arms or without."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two given parties: where it stands and how claims name it."""

    party: Party
    span: Span
    sentence: int
    head: int
    """The token that governs its words."""
    tokens: frozenset[int]


class GivenParties:
    """A finder that knows two parties and no others."""

    def __init__(self, actor: Side, recipient: Side, sentences: Sequence[Sentence], *, as_found: bool) -> None:
        self._sides = (actor, recipient)
        self._sentences = sentences
        self._as_found = as_found

    def parties_at(self, sentence_index: int, token_index: int) -> tuple[Party, ...]:
        """The given party in whose words the token stands."""
        for name, side in zip(("actor", "recipient"), self._sides, strict=True):
            if sentence_index == side.sentence and (token_index in side.tokens or self._means(token_index, side)):
                return (self._party(side, name),)
        return ()

    def _means(self, i: int, side: Side) -> bool:
        """Whether a pronoun is he who speaks: "it" in "the party said it would resist"."""
        sentence = self._sentences[side.sentence]
        token = sentence.tokens[i]
        if token.pos != "PRON" or token.dep not in clauses.SUBJECTS:
            return False
        over = clauses.governor(sentence, token.head)
        return over is not None and side.head in clauses.surface_subject(sentence, over)

    def place_at(self, sentence_index: int, token_index: int) -> tuple[Party, ...]:  # noqa: ARG002 - a finder's shape
        """Nothing: places are parties only where they are given."""
        return ()

    def _party(self, side: Side, name: str) -> Party:
        """A stand-in under a name of its own, so that nobody is taken for the other or for himself."""
        sector = side.party.sector if self._as_found and side.party.sector else STAND_IN
        return Party(None, PartyKind.GROUP, name, sector=sector, span=side.span)


def side_at(sentences: Sequence[Sentence], finder: PartyFinder, span: Span, text: str) -> Side | None:
    """The party whose words stand at a span, as the data knows it, or under its words; None where no word stands."""
    for sentence in sentences:
        tokens = frozenset(t.i for t in sentence.tokens if span.meets(t.span))
        if not tokens:
            continue
        head = _head(sentence, tokens)
        known = next(iter(finder.parties_at(sentence.index, head)), None)
        party = known or Party(None, PartyKind.GROUP, text[span.start : span.end])
        return Side(replace(party, span=span), span, sentence.index, head, tokens)
    return None


def _head(sentence: Sentence, tokens: frozenset[int]) -> int:
    """The word that governs the others: the first whose own head stands outside."""
    tops = [i for i in sorted(tokens) if sentence.tokens[i].head not in tokens or sentence.tokens[i].head == i]
    return next((i for i in tops if sentence.tokens[i].pos in NOMINAL), tops[0])
