"""The kinds of things that follow from a record, by the names under which the desk's file holds them."""

from detente.domain.derived import Disagreement, Event, Issue, Pledge, SpokenWords, Thing
from detente.domain.findings import Figure, Problem

CLASS_BY_KIND: dict[str, type[Thing]] = {
    "event": Event,
    "statement": SpokenWords,
    "figure": Figure,
    "issue": Issue,
    "pledge": Pledge,
    "disagreement": Disagreement,
    "problem": Problem,
}


def kind_of(class_: type) -> str:
    """The kind of the things of a class."""
    return next((kind for kind, known in CLASS_BY_KIND.items() if known is class_), "report")
