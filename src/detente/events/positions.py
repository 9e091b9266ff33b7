"""Where each party to an issue last stood on it: its own words, or its last act about it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain

from detente.domain.acts import ActType, Status
from detente.domain.derived import Event, Issue, Position, SpokenWords
from detente.domain.findings import Statement
from detente.domain.ids import ActorId, IssueId

_TELLING = frozenset(ActType) - {ActType.CONSULT}
"""Acts that show where a party stands; who meets to talk of a matter has not said what he wants."""
_TOLD = frozenset({Status.HAPPENED, Status.PLANNED})


def with_positions(issues: Iterable[Issue], events: Iterable[Event], words: Iterable[SpokenWords]) -> tuple[Issue, ...]:
    """The issues, each with the last word or act of each of its parties about it."""
    last: dict[tuple[IssueId, ActorId], Position] = {}
    for issue, position in chain(_from_words(words), _from_acts(events)):
        key = (issue, position.party)
        if key not in last or _rank(position) > _rank(last[key]):
            last[key] = position
    return tuple(
        replace(issue, positions=tuple(last[issue.id, p] for p in sorted(set(issue.parties)) if (issue.id, p) in last))
        for issue in issues
    )


def _from_words(words: Iterable[SpokenWords]) -> Iterator[tuple[IssueId, Position]]:
    for spoken in words:
        first: Statement = spoken.statements[0]
        speaker = first.speaker
        # who holds no office and speaks for no one by name ("analysts") gives no party's position
        if speaker.state and (spoken.office or speaker.name is None):
            for issue in spoken.issues:
                yield issue, Position(speaker.state, speaker.label, spoken.when, first.quote)


def _from_acts(events: Iterable[Event]) -> Iterator[tuple[IssueId, Position]]:
    for event in events:
        if not event.issues or event.type not in _TELLING or event.status not in _TOLD:
            continue
        for mention in event.mentions:
            for actor in mention.claim.parties.actors:
                if actor.id and actor.is_power and mention.claim.type is event.type:
                    for issue in event.issues:
                        yield issue, Position(actor.id, None, event.when, mention.claim.quote)


def _rank(position: Position) -> tuple[date, bool, str, int]:
    """The last; of one day words before acts."""
    day = position.when.latest or position.when.earliest or date.min
    return (day, position.by is not None, position.quote.report_id, -position.quote.span.start)
