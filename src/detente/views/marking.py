"""A report's text in stretches: what was found where, what is furniture, and the words that a reader came for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from detente.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in which something was found."""

    span: Span
    kind: str
    """event, statement, figure, issue, pledge, disagreement or problem."""
    number: int
    """Its place among the report's findings, from 1."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that all the same findings cover."""

    text: str
    kinds: tuple[str, ...]
    number: int | None
    """The shortest finding that covers them."""
    is_furniture: bool
    is_here: bool
    begins_here: bool
    begins: tuple[int, ...] = ()
    """The findings that begin with these words."""


def stretches(text: str, marks: Sequence[Mark], furniture: Iterable[Span], here: Span | None) -> tuple[Stretch, ...]:
    """The whole text, cut wherever a finding, furniture or the sought words begin or end."""
    grey = tuple(furniture)
    spans = [*(m.span for m in marks), *grey, *([here] if here else [])]
    cuts = sorted({0, len(text), *(end for s in spans for end in (s.start, s.end) if end <= len(text))})
    open_: list[Mark] = []
    waiting = sorted(marks, key=lambda m: (m.span.start, m.span.end), reverse=True)
    found = []
    for start, end in pairwise(cuts):
        while waiting and waiting[-1].span.start <= start:
            open_.append(waiting.pop())
        open_ = [m for m in open_ if m.span.end > start]
        nearest = min(open_, key=lambda m: (len(m.span), m.number), default=None)
        is_here = here is not None and here.start <= start and end <= here.end
        found.append(
            Stretch(
                text=text[start:end],
                kinds=tuple(sorted({m.kind for m in open_})),
                number=nearest.number if nearest else None,
                is_furniture=any(g.start <= start and end <= g.end for g in grey),
                is_here=is_here,
                begins_here=is_here and here is not None and here.start == start,
                begins=tuple(sorted(m.number for m in open_ if m.span.start == start)),
            )
        )
    return tuple(found)
