"""A person's signed, dated word on what the software found."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from detente.domain.ids import JudgementId, digest


class Verdict(StrEnum):
    """What a judgement says."""

    SAME = "same"
    DIFFERENT = "different"
    RIGHT = "right"
    WRONG = "wrong"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One verdict on one thing, or on two that are the same or different."""

    verdict: Verdict
    on: tuple[str, ...]
    by: str
    day: date
    why: str

    def __post_init__(self) -> None:
        wanted = 2 if self.verdict in (Verdict.SAME, Verdict.DIFFERENT) else 1
        if len(self.on) != wanted or len(set(self.on)) != wanted:
            message = f"{self.verdict} is said of {wanted} thing(s), not of {list(self.on)}"
            raise ValueError(message)
        if not self.by or not self.why:
            raise ValueError("a judgement is signed and gives its reason")

    @property
    def id(self) -> JudgementId:
        """A hash of all that was said."""
        return JudgementId(digest("j", self.verdict, *self.on, self.by, self.day, self.why))
