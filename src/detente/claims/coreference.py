"""Whom pronouns and descriptions of a report point back to."""

from collections.abc import Sequence

from detente.claims.descriptions import Descriptions
from detente.claims.discourse import Discourse
from detente.claims.pronouns import Pronouns
from detente.claims.register import Human, Register
from detente.domain.parties import Party
from detente.mentions.find_actors import NOMINAL, ActorMention
from detente.rules.actors import Knowledge
from detente.text.parsed import Sentence, Token


class Coreference:
    """What words point back to, by what has been said so far."""

    def __init__(self, knowledge: Knowledge, register: Register) -> None:
        self._words = knowledge.reference
        self.discourse = Discourse(knowledge.reference, register)
        self._pronouns = Pronouns(knowledge.reference, self.discourse)
        self._descriptions = Descriptions(knowledge, register, self.discourse)

    def human_at(self, sentence: int, token: int) -> Human | None:
        """The person to whom a word was found to point back."""
        place = (sentence, token)
        return self._pronouns.humans.get(place) or self._descriptions.humans.get(place)

    def resolve(
        self, sentence: Sentence, token: Token, role: ActorMention | None, owners: Sequence[Party]
    ) -> tuple[Party, ...]:
        """The parties that a word points back to; empty where it points to nobody or that is not plain."""
        found = self._pronouns.resolve(sentence, token)
        if found is not None:
            return found
        found = self._descriptions.short(sentence, token) or self._descriptions.several(sentence, token)
        found = found or self._descriptions.further(sentence, token)
        if found or token.pos not in NOMINAL:
            return found
        if token.lemma.lower() in self._words.counterparts:
            return self._descriptions.counterpart(sentence, token, owners)
        return self._descriptions.described(sentence, token, role, owners)
