"""Why an event is worth a look with one's own eyes before others."""

from collections.abc import Iterator
from enum import StrEnum

from detente.domain.acts import Status
from detente.domain.derived import Event


class Doubt(StrEnum):
    """A reason for a look."""

    SINGLE = "single-origin"
    DISPUTED = "disputed"
    STATUS = "several-statuses"
    TYPE = "several-types"
    SAID = "only-said"
    UNDATED = "undated"


def doubts(event: Event, *, is_disputed: bool) -> tuple[Doubt, ...]:
    """The reasons to look at an event; `is_disputed` where a disagreement is about its words."""
    return tuple(_doubts(event, is_disputed=is_disputed))


def _doubts(event: Event, *, is_disputed: bool) -> Iterator[Doubt]:
    claims = [m.claim for m in event.mentions]
    if is_disputed:
        yield Doubt.DISPUTED
    if len({c.type for c in claims}) > 1:
        yield Doubt.TYPE
    if len({c.status for c in claims}) > 1:
        yield Doubt.STATUS
    if all(c.attributed_to for c in claims):
        yield Doubt.SAID
    if not event.when.is_known and event.status is Status.HAPPENED:
        yield Doubt.UNDATED
    if len(event.origins) == 1:
        yield Doubt.SINGLE
