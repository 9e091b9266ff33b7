"""Peoples within a state, by two adjectives side by side: "Bosnian Serb forces" act for neither of two states."""

from collections.abc import Collection, Mapping

from detente.domain.ids import ActorId
from detente.domain.parties import Party, PartyKind
from detente.mentions.find_actors import ActorMention, text_of
from detente.rules.actors import Kind
from detente.text.parsed import Sentence

MANY = ("NNS", "NNPS")


def people_within(
    sentence: Sentence,
    mention: ActorMention,
    names: Mapping[int, ActorMention],
    roles: Mapping[int, ActorMention],
    newcomers: Collection[str],
) -> Party | None:
    """The people that one of two adjectives before men names with the other one, in the state of one of them."""
    following, before = names.get(mention.last + 1), names.get(mention.first - 1)
    first, second = (mention, following) if following is not None else (before, mention)
    if first is None:
        return None
    state, people = _only(first, (Kind.PEOPLE, Kind.STATE)), _only(second, (Kind.PEOPLE,))
    if second.words.lower() in newcomers:
        state, people = people, state
    if state is None or people is None or state == people or not _is_of_men(sentence, second, roles):
        return None
    text = text_of(sentence.tokens[first.first : second.last + 1])
    return Party(state, PartyKind.GROUP, text)


def _is_of_men(sentence: Sentence, people: ActorMention, roles: Mapping[int, ActorMention]) -> bool:
    """Whether an adjective is the people themselves or describes those who bear a role."""
    head = sentence.tokens[people.head]
    return head.tag in MANY or head.head in roles


def _only(mention: ActorMention, kinds: Collection[Kind]) -> ActorId | None:
    """The state that a name calls, or whose people it calls, where it calls no one else."""
    ids = {n.id for n in mention.named}
    return ids.pop() if len(ids) == 1 and all(n.kind in kinds for n in mention.named) else None
