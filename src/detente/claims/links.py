"""Who stands where in a report: what linking finds, for all stages after it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from detente.domain.findings import Speaker
from detente.domain.ids import ActorId
from detente.domain.parties import Party, PartyKind

Place = tuple[int, int]
"""The numbers of a sentence and of a token in it."""


@dataclass(frozen=True, slots=True)
class Links:
    """Who stands where in a report."""

    parties_by_place: Mapping[Place, tuple[Party, ...]]
    states_by_place: Mapping[Place, ActorId]
    speakers_by_place: Mapping[Place, Speaker]
    unknown: tuple[str, ...] = ()
    """Names that look like political actors and stand for nobody whom the data or the report knows."""
    own_state: ActorId | None = None
    """The state that the report is plainly about, where there is one."""
    name_by_id: Mapping[ActorId, str] = field(default_factory=dict)

    def parties_at(self, sentence_index: int, token_index: int) -> tuple[Party, ...]:
        """The parties that the noun phrase headed by a token stands for, coordination left out."""
        return self.parties_by_place.get((sentence_index, token_index), ())

    def state_of(self, sentence_index: int, token_index: int) -> ActorId | None:
        """The state that a name at a token lies in or belongs to, also where it is no party ("in Osaka")."""
        return self.states_by_place.get((sentence_index, token_index))

    def place_at(self, sentence_index: int, token_index: int) -> tuple[Party, ...]:
        """The state of a named place as a party, for acts that are done to a place: "arrived in Osaka"."""
        id_ = self.state_of(sentence_index, token_index)
        return (Party(id_, PartyKind.STATE, self.name_by_id[id_]),) if id_ and id_ in self.name_by_id else ()

    def speaker_at(self, sentence_index: int, token_index: int) -> Speaker | None:
        """Who speaks where a token is the subject of saying; private persons too."""
        return self.speakers_by_place.get((sentence_index, token_index))
