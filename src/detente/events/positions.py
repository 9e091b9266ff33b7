"""Where each party to an issue last stood on it: its own words, or its last act about it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from detente.domain.acts import ActType, Status
from detente.domain.derived import Event, Issue, Position, SpokenWords
from detente.domain.findings import Statement

_TELLING = frozenset(ActType) - {ActType.CONSULT}
"""Acts that show where a party stands; who meets to talk of a matter has not said what he wants."""
_TOLD = frozenset({Status.HAPPENED, Status.PLANNED})


def with_positions(issues: Iterable[Issue], events: Sequence[Event], words: Sequence[SpokenWords]) -> tuple[Issue, ...]:
    """The issues, each with the last word or act of each of its parties about it."""
    return tuple(replace(issue, positions=tuple(_positions(issue, events, words))) for issue in issues)


def _positions(issue: Issue, events: Sequence[Event], words: Sequence[SpokenWords]) -> Iterator[Position]:
    found = [*_from_words(issue, words), *_from_acts(issue, events)]
    for party in sorted(set(issue.parties)):
        own = [position for position in found if position.party == party]
        if own:
            yield max(own, key=_rank)


def _from_words(issue: Issue, words: Sequence[SpokenWords]) -> Iterator[Position]:
    for spoken in words:
        first: Statement = spoken.statements[0]
        speaker = first.speaker
        # who holds no office and speaks for no one by name ("analysts") gives no party's position
        if issue.id in spoken.issues and speaker.state and (spoken.office or speaker.name is None):
            yield Position(speaker.state, speaker.label, spoken.when, first.quote)


def _from_acts(issue: Issue, events: Sequence[Event]) -> Iterator[Position]:
    for event in events:
        if issue.id not in event.issues or event.type not in _TELLING or event.status not in _TOLD:
            continue
        for mention in event.mentions:
            for actor in mention.claim.parties.actors:
                if actor.id and actor.is_power and mention.claim.type is event.type:
                    yield Position(actor.id, None, event.when, mention.claim.quote)


def _rank(position: Position) -> tuple[date, bool, str, int]:
    """The last; of one day words before acts."""
    day = position.when.latest or position.when.earliest or date.min
    return (day, position.by is not None, position.quote.report_id, -position.quote.span.start)
