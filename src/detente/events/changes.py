"""What changed between two states of a record: what is new, and what stands otherwise than before.

The ids of events and pledges are hashes of what carries them, and change with each report that tells of one again; so
an event is the one with which it shares a claim, and a pledge the one with which it shares its words.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from detente.domain.derived import Derived, Disagreement, Event, Issue, Pledge
from detente.domain.spans import Quote

Thing = Event | Issue | Pledge | Disagreement


@dataclass(frozen=True, slots=True)
class Changed:
    """A thing that is new, or that stands otherwise than before."""

    thing: Thing
    before: str | None
    """The status that it had; None for what is new."""
    now: str | None
    """The status that it has; None for a disagreement, which has none."""
    quotes: tuple[Quote, ...]
    """The words that show it; of a thing that was known those that are new, where there are any."""

    @property
    def is_new(self) -> bool:
        """Whether the thing was not known at all."""
        return self.before is None


def changes(before: Derived, after: Derived) -> tuple[Changed, ...]:
    """What is new or stands otherwise: events, issues, pledges and disagreements, each in the order of the record."""
    known_sides = {side for d in before.disagreements for side in _sides(d)}
    return (
        *_moved(before.events, after.events, _claims),
        *_moved(before.issues, after.issues, lambda issue: [issue.id]),
        *_moved(before.pledges, after.pledges, lambda pledge: [_place(q) for q in pledge.mentions]),
        *(
            Changed(d, None, None, tuple(side.quote for side in d.sides))
            for d in after.disagreements
            if known_sides.isdisjoint(_sides(d))
        ),
    )


def _moved[T: (Event, Issue, Pledge)](
    before: Sequence[T], after: Sequence[T], marks: Callable[[T], Iterable[Hashable]]
) -> Iterator[Changed]:
    """What bears no mark of anything before is new; what bears one is the first thing before that bore it."""
    known: dict[Hashable, T] = {}
    for thing in before:
        for mark in marks(thing):
            known.setdefault(mark, thing)
    for thing in after:
        former = [known[mark] for mark in marks(thing) if mark in known]
        quotes = tuple(_quotes(thing))
        if not former:
            yield Changed(thing, None, str(thing.status), quotes)
        # of two events that have become one, either may have had the status already
        elif all(f.status != thing.status for f in former):
            old = {q for f in former for q in _quotes(f)}
            yield Changed(
                thing, str(former[0].status), str(thing.status), tuple(q for q in quotes if q not in old) or quotes
            )


def _claims(event: Event) -> list[str]:
    return [m.claim.id for m in event.mentions]


def _sides(disagreement: Disagreement) -> list[Hashable]:
    """The pair of places that disagree: a third report that joins one side makes no new disagreement."""
    places = sorted(_place(side.quote) for side in disagreement.sides)
    return [(disagreement.klass, a, b) for i, a in enumerate(places) for b in places[i + 1 :]]


def _quotes(thing: Event | Issue | Pledge) -> list[Quote]:
    if isinstance(thing, Event):
        return [m.claim.quote for m in thing.mentions]
    # what shows the last status stands first
    return list(dict.fromkeys([change.quote for change in reversed(thing.history)] + list(thing.mentions)))


def _place(quote: Quote) -> tuple[str, int]:
    return (quote.report_id, quote.span.start)
