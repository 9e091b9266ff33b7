"""Who "I" and "we" are in a quotation: the one who speaks, and the state or body for which he speaks."""

from collections.abc import Sequence
from dataclasses import dataclass

from detente.claims.links import Links
from detente.domain.findings import Statement
from detente.domain.parties import Party
from detente.domain.spans import Span
from detente.rules.actors import Knowledge
from detente.text.parsed import Sentence

FIRST_PERSON = ("speaker", "speakers")
"""The rows of data/reference.toml in which the pronouns of the first person stand."""


@dataclass(frozen=True, slots=True)
class OwnVoice:
    """The links of a report, with the first person of its quotations given to those who speak there."""

    links: Links
    sentences: Sequence[Sentence]
    speakers: Sequence[tuple[Span, tuple[Party, ...]]]
    """The places of direct words, and for whom they are spoken."""
    first_person: frozenset[str]

    def parties_at(self, sentence_index: int, token_index: int) -> tuple[Party, ...]:
        """The parties that the noun phrase headed by a token stands for, coordination left out."""
        token = self.sentences[sentence_index].tokens[token_index]
        if token.lower in self.first_person:
            for place, parties in self.speakers:
                if place.holds(token.span):
                    return parties
        return self.links.parties_at(sentence_index, token_index)

    def place_at(self, sentence_index: int, token_index: int) -> tuple[Party, ...]:
        """The state of a named place as a party."""
        return self.links.place_at(sentence_index, token_index)


def with_first_person(
    links: Links, sentences: Sequence[Sentence], statements: Sequence[Statement], knowledge: Knowledge
) -> OwnVoice:
    """The links of a report whose statements are known."""
    at = {token.start: (s.index, token.i) for s in sentences for token in s.tokens}
    ends = {token.end: (s.index, token.i) for s in sentences for token in s.tokens}
    speakers: list[tuple[Span, tuple[Party, ...]]] = []
    for statement in statements:
        if statement.is_direct and statement.speaker.span is not None:
            places = (ends.get(statement.speaker.span.end), at.get(statement.speaker.span.start))
            found = next((p for place in places if place and (p := links.parties_at(*place))), ())
            powers = tuple(party for party in found if party.is_power)
            speakers += [(quote.span, powers) for quote in (statement.quote, *statement.stretches) if powers]
    parts = knowledge.reference.part_by_pronoun
    return OwnVoice(
        links, sentences, tuple(speakers), frozenset(w for w, part in parts.items() if part in FIRST_PERSON)
    )
