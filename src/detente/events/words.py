"""Statements over reports: the same words of one speaker in several reports are one statement with several places."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from detente.domain.days import When
from detente.domain.derived import SpokenWords
from detente.domain.findings import Speaker, Statement
from detente.domain.ids import ReportId

Office = Callable[[Speaker, When], str | None]
"""The office that a speaker held at a time, as the data knows it."""
Key = tuple[bool, str, str]


def spoken_words(
    statements: Sequence[Statement], day_of: Callable[[Statement], When], office_of: Office
) -> tuple[SpokenWords, ...]:
    """The statements of all reports, equal words of one speaker together, in an order that depends on them alone."""
    groups: dict[Key, list[Statement]] = defaultdict(list)
    for statement in sorted(statements, key=_order):
        groups[_key(statement)].append(statement)
    found = [_words(group, day_of, office_of) for group in groups.values()]
    return tuple(sorted(found, key=lambda words: _order(words.statements[0])))


def _words(group: Sequence[Statement], day_of: Callable[[Statement], When], office_of: Office) -> SpokenWords:
    whens = sorted((day_of(s) for s in group), key=lambda w: (not w.is_known, w.days or 0, str(w.earliest)))
    office = next((o for s in group if (o := office_of(s.speaker, whens[0]))), None)
    return SpokenWords(tuple(group), whens[0], office)


def _key(statement: Statement) -> Key:
    """Direct words are the same where their letters are; reported ones are each report's own."""
    letters = "".join(c for c in statement.text.casefold() if c.isalnum())
    if not statement.is_direct:
        letters = f"{statement.quote.report_id}:{statement.quote.span.start}"
    name = (statement.speaker.name or statement.speaker.role or "").casefold().split()
    return (statement.is_direct, letters, name[-1] if name else "")


def _order(statement: Statement) -> tuple[ReportId, int, int, str]:
    span = statement.quote.span
    return (statement.quote.report_id, span.start, span.end, statement.id)


def day_by_report(published: Mapping[ReportId, When]) -> Callable[[Statement], When]:
    """The day of a statement: that of the report that gives it."""
    return lambda statement: published[statement.quote.report_id]
