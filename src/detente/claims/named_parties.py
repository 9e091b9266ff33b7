"""What kind of party a known name stands for where it stands: the state, its people, an organ, or a place alone."""

from detente.claims import phrases
from detente.domain.parties import Party, PartyKind
from detente.mentions.find_actors import ActorMention, text_of
from detente.rules.actors import Kind, Knowledge, Named
from detente.rules.roles import POWERS
from detente.text.parsed import Sentence

KIND_BY_SECTOR = {"BUS": PartyKind.COMPANY}


class NamedParties:
    """Tells for a name and its bearer which party they stand for in a sentence."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def party_of(self, sentence: Sentence, mention: ActorMention, named: Named) -> tuple[Party, ...]:
        """The party for which a name stands; none where it only tells a place."""
        match named.kind:
            case Kind.PLACE:
                return ()
            case Kind.SEAT:
                return () if self._only_locates(sentence, mention) else (self._power(named),)
            case Kind.PEOPLE:
                return self._people(sentence, mention, named)
            case Kind.STATE | Kind.BODY:
                return () if self._is_part_of_word(sentence, mention) else (self._power(named),)
            case Kind.GROUP | Kind.PARTY:
                return (Party(named.id, PartyKind.GROUP, named.name, None, None, named.sector),)
        return (self._organ(mention, named),)

    def _power(self, named: Named, via: str | None = None, role: str | None = None, sector: str | None = None) -> Party:
        kind = PartyKind.BODY if named.id in self._knowledge.bodies else PartyKind.STATE
        name = self._knowledge.name_by_id.get(named.id, named.name) if named.id else named.name
        return Party(named.id, kind, name, via, role, sector)

    def _organ(self, mention: ActorMention, named: Named) -> Party:
        if named.sector in POWERS:
            return self._power(named, mention.words, None, named.sector)
        kind = KIND_BY_SECTOR.get(named.sector or "", PartyKind.GROUP)
        return Party(named.id, kind, named.name, None, None, named.sector)

    def _people(self, sentence: Sentence, mention: ActorMention, named: Named) -> tuple[Party, ...]:
        """An adjective or the people: "the Japanese" are the state, "two Syrians" are people of it."""
        token = sentence.tokens[mention.head]
        if self._is_part_of_word(sentence, mention):
            return ()
        if token.dep in ("amod", "compound", "nmod", "conj") or token.pos == "ADJ":
            return (self._power(named),)
        if (
            token.dep == "pobj"
            and token.tag in ("NN", "NNP")
            and not any(True for _ in sentence.kids(token.i, "det", "amod", "prep"))
        ):
            return ()  # "in English" is a language
        article = next((k.lower for k in sentence.kids(mention.head, "det")), None)
        alone = not any(k.dep in ("amod", "nummod", "relcl", "acl", "prep") for k in sentence.kids(mention.head))
        is_whole = article in self._knowledge.reference.determiners and alone
        if not is_whole and (token.tag in ("NNS", "NNPS") or article is not None):
            return (
                Party(
                    named.id, PartyKind.GROUP, text_of(phrases.noun_tokens(sentence, mention.head)), None, None, "CVL"
                ),
            )
        return (self._power(named),)

    def _only_locates(self, sentence: Sentence, mention: ActorMention) -> bool:
        token = sentence.tokens[mention.head]
        if self._is_part_of_word(sentence, mention):
            return True
        while token.dep in ("conj", "appos") and token.head != token.i:
            token = sentence.tokens[token.head]
        above = sentence.tokens[token.head]
        if token.dep == "pobj" and above.lower in self._knowledge.reference.place_prepositions:
            return True
        return token.dep in ("npadvmod", "ROOT") and token.i < 2  # noqa: PLR2004 - a dateline opens a report

    def _is_part_of_word(self, sentence: Sentence, mention: ActorMention) -> bool:
        """Whether the name is half of a word such as "US-based", "Iran-backed" or "inter-Korean"."""
        before = sentence.tokens[max(0, mention.first - 2) : mention.first]
        if [t.text for t in before[1:]] == ["-"] and before[0].lower in self._knowledge.reference.prefixes:
            return True
        after = sentence.tokens[mention.last + 1 : mention.last + 3]
        return len(after) == 2 and after[0].text == "-" and after[1].lower in self._knowledge.reference.not_based  # noqa: PLR2004
