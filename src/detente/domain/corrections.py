"""What a person puts right: one field of an act, as it should have been read."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from detente.domain.acts import ActType, Status
from detente.domain.days import When
from detente.domain.edtf import read_edtf
from detente.domain.parties import Party


class Field(StrEnum):
    """What of an act can be put right."""

    TYPE = "type"
    STATUS = "status"
    DAY = "day"
    ACTORS = "actors"
    RECIPIENTS = "recipients"


@dataclass(frozen=True, slots=True)
class TypeIs:
    """The type of the act."""

    field: ClassVar[Field] = Field.TYPE
    type: ActType

    @property
    def value(self) -> str:
        """The type, as PLOVER calls it."""
        return self.type.value


@dataclass(frozen=True, slots=True)
class StatusIs:
    """What became of the act."""

    field: ClassVar[Field] = Field.STATUS
    status: Status

    @property
    def value(self) -> str:
        """The status by its name."""
        return self.status.value


@dataclass(frozen=True, slots=True)
class DayIs:
    """The day of the act, or that it is not known."""

    field: ClassVar[Field] = Field.DAY
    day: str
    """As EDTF writes it."""

    def __post_init__(self) -> None:
        read_edtf(self.day)

    @property
    def when(self) -> When:
        """The day, as precise as it was given."""
        return read_edtf(self.day)

    @property
    def value(self) -> str:
        """The day as it was given."""
        return self.day


@dataclass(frozen=True, slots=True)
class _SideIs:
    """The parties on one side of the act."""

    parties: tuple[Party, ...]

    def __post_init__(self) -> None:
        _check(self.parties)

    @property
    def value(self) -> str:
        """Their names."""
        return names(self.parties)


@dataclass(frozen=True, slots=True)
class ActorsAre(_SideIs):
    """Those who did it."""

    field: ClassVar[Field] = Field.ACTORS


@dataclass(frozen=True, slots=True)
class RecipientsAre(_SideIs):
    """Those to whom it was done; nobody in particular where there are none."""

    field: ClassVar[Field] = Field.RECIPIENTS


Correction = TypeIs | StatusIs | DayIs | ActorsAre | RecipientsAre
NOBODY = "nobody"
"""How a side without any party is told."""


def names(parties: tuple[Party, ...]) -> str:
    """The names of the parties of a side, each with the state that it belongs to."""
    shown = (p.name if p.is_power or p.id is None else f"{p.name} ({p.id})" for p in parties)
    return "; ".join(dict.fromkeys(shown)) or NOBODY


def _check(parties: tuple[Party, ...]) -> None:
    """A person names parties; where words name them, and who acts for them, is the report's to say."""
    if len({p.key for p in parties}) != len(parties):
        message = f"each party is named once, not {[p.name for p in parties]}"
        raise ValueError(message)
    strange = [p.name for p in parties if p.span or p.via or p.role]
    if strange:
        message = f"a correction names parties and nothing more: {strange}"
        raise ValueError(message)
