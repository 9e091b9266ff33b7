"""Who "I" and "we" are in a quotation, and for whom words are spoken: the one who speaks, and his state or body."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.claims.filling import PartyFinder
from detente.domain.findings import Statement
from detente.domain.parties import Party
from detente.domain.spans import Span
from detente.mentions import clauses
from detente.rules.actors import Knowledge
from detente.text.parsed import Sentence

FIRST_PERSON = ("speaker", "speakers")
SECOND_PERSON = ("addressee",)
"""The rows of data/reference.toml in which the pronouns of the first and the second person stand."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Words that somebody says, for whom he says them, and to whom."""

    place: Span
    parties: tuple[Party, ...]
    """The states or bodies for which he speaks; none where he speaks for no power."""
    statement: Statement
    addressees: tuple[Party, ...] = ()
    """The powers to which he says it, where the frame tells."""


@dataclass(frozen=True, slots=True)
class OwnVoice:
    """A finder of parties that knows who speaks where, and gives him the first person of his quotations."""

    finder: PartyFinder
    sentences: Sequence[Sentence]
    voices: Sequence[Voice]
    first_person: frozenset[str]
    second_person: frozenset[str]

    def parties_at(self, sentence_index: int, token_index: int) -> tuple[Party, ...]:
        """The parties that the noun phrase headed by a token stands for, coordination left out."""
        token = self.sentences[sentence_index].tokens[token_index]
        is_own = token.lower in self.first_person
        if is_own or token.lower in self.second_person:
            for voice in self.voices:
                if voice.statement.is_direct and voice.parties and voice.place.holds(token.span):
                    return voice.parties if is_own else voice.addressees
        return self.finder.parties_at(sentence_index, token_index)

    def place_at(self, sentence_index: int, token_index: int) -> tuple[Party, ...]:
        """The state of a named place as a party."""
        return self.finder.place_at(sentence_index, token_index)

    def voice_at(self, span: Span) -> Voice | None:
        """Who speaks at a place: of words within others' words he to whom the inner ones belong."""
        holding = [voice for voice in self.voices if voice.place.holds(span)]
        return min(holding, key=lambda voice: len(voice.place), default=None)


def with_first_person(
    finder: PartyFinder, sentences: Sequence[Sentence], statements: Sequence[Statement], knowledge: Knowledge
) -> OwnVoice:
    """The parties of a report whose statements are known."""
    at = {token.start: (s.index, token.i) for s in sentences for token in s.tokens}
    ends = {token.end: (s.index, token.i) for s in sentences for token in s.tokens}
    voices: list[Voice] = []
    for statement in statements:
        span = statement.speaker.span
        places = (ends.get(span.end), at.get(span.start)) if span is not None else ()
        found = next((p for place in places if place and (p := finder.parties_at(*place))), ())
        powers = tuple(party for party in found if party.is_power)
        told = tuple(p for p in _addressed(statement, sentences, finder) if p.key not in {own.key for own in powers})
        voices += [Voice(quote.span, powers, statement, told) for quote in (statement.quote, *statement.stretches)]
    pronouns = knowledge.reference.part_by_pronoun.items()
    first, second = (
        frozenset(word for word, part in pronouns if part in person) for person in (FIRST_PERSON, SECOND_PERSON)
    )
    return OwnVoice(finder, sentences, tuple(voices), first, second)


def _addressed(statement: Statement, sentences: Sequence[Sentence], finder: PartyFinder) -> Iterator[Party]:
    """The powers to which words are said: the objects of the verb of saying beside the speaker."""
    span = statement.speaker.span
    around = [s for s in sentences if span is not None and s.span.holds(span)]
    for sentence in around[:1]:
        for verb in sentence.tokens:
            if verb.text == statement.cue and not statement.quote.span.holds(verb.span):
                told = [k.i for k in sentence.kids(verb.i, "dobj", "dative")]
                told += clauses.prepositional(sentence, verb.i, ("to",))
                yield from (p for i in told for p in finder.parties_at(sentence.index, i) if p.is_power)
