"""What became of each judgement: whether it is followed, and if not, why."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from detente.domain.judgements import Judgement, Verdict
from detente.events.judging import standing


class Fate(StrEnum):
    """What became of a judgement."""

    STANDS = "stands"
    OVERRULED = "overruled"
    """A later one says otherwise of the same."""
    WITHDRAWN = "withdrawn"
    UNMATCHED = "unmatched"
    """Nothing of what it speaks of is there now."""


@dataclass(frozen=True, slots=True)
class Fated:
    """A judgement with what became of it."""

    word: Judgement
    is_matched: bool
    """Whether what it speaks of is there."""
    fate: Fate


def fated(judgements: Sequence[tuple[Judgement, bool]]) -> tuple[Fated, ...]:
    """Each judgement, which comes with whether what it speaks of is there, with its fate."""
    kept = standing([j for j, _ in judgements])
    last = {matter: word for j in kept for matter, word in _words(j)}
    standing_ones = frozenset(kept)
    return tuple(Fated(j, is_there, _fate(j, is_there, standing_ones, last)) for j, is_there in judgements)


def _fate(judgement: Judgement, is_matched: bool, kept: frozenset[Judgement], last: dict[Hashable, str]) -> Fate:  # noqa: FBT001 - it comes in a pair
    if judgement not in kept:
        return Fate.WITHDRAWN
    if not is_matched:
        return Fate.UNMATCHED
    said = dict(_words(judgement))
    if said and all(last[matter] != word for matter, word in said.items()):
        return Fate.OVERRULED
    return Fate.STANDS


def _words(judgement: Judgement) -> Iterator[tuple[Hashable, str]]:
    """What a judgement speaks of, and what it says of it; of two, several may tell the same and hold together."""
    if judgement.correction is not None:
        for claim in judgement.grounds[0]:
            yield (claim, judgement.correction.field), judgement.correction.value
    elif judgement.verdict in (Verdict.RIGHT, Verdict.WRONG, Verdict.WITHDRAW):
        for thing in judgement.grounds[0]:
            yield thing, judgement.verdict.value
    else:
        one, other = (frozenset(part) for part in judgement.grounds)
        yield frozenset({one, other}), judgement.verdict.value
