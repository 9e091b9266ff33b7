"""A person's signed, dated word on what the software found."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from detente.domain.corrections import Correction
from detente.domain.ids import JudgementId, digest


class Verdict(StrEnum):
    """What a judgement says."""

    SAME = "same"
    DIFFERENT = "different"
    RIGHT = "right"
    WRONG = "wrong"
    WITHDRAW = "withdraw"
    CORRECT = "correct"


CORRECTABLE = ("e-", "c-")
"""How the ids of what can be put right begin: an event's and a claim's."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One verdict on one thing, or on two that are the same or different."""

    verdict: Verdict
    on: tuple[str, ...]
    by: str
    day: date
    why: str
    claims: tuple[tuple[str, ...], ...] = ()
    """For each thing the ids of what made it on that day: an event's id changes with each report that tells of it."""
    correction: Correction | None = None
    """What is put right, for that verdict alone."""

    def __post_init__(self) -> None:
        wanted = 2 if self.verdict in (Verdict.SAME, Verdict.DIFFERENT) else 1
        if len(self.on) != wanted or len(set(self.on)) != wanted:
            message = f"{self.verdict} is said of {wanted} thing(s), not of {list(self.on)}"
            raise ValueError(message)
        if not self.by or not self.why:
            raise ValueError("a judgement is signed and gives its reason")
        if (self.correction is not None) != (self.verdict is Verdict.CORRECT):
            message = f"{self.verdict} {'puts nothing right' if self.correction else 'says what is right in its place'}"
            raise ValueError(message)
        if self.correction and not self.on[0].startswith(CORRECTABLE):
            message = f"an event or a claim is put right, not {self.on[0]}"
            raise ValueError(message)
        if len(self.claims) not in (0, wanted) or not all(self.claims):
            message = f"a judgement on {wanted} thing(s) cannot rest on {list(self.claims)}"
            raise ValueError(message)

    @property
    def grounds(self) -> tuple[tuple[str, ...], ...]:
        """For each thing what made it; a thing that is no event stands for itself."""
        return self.claims or tuple((thing,) for thing in self.on)

    @property
    def id(self) -> JudgementId:
        """A hash of all that was said."""
        said = (self.correction.field, self.correction.value) if self.correction else ()
        return JudgementId(digest("j", self.verdict, *self.on, self.by, self.day, self.why, *said))
