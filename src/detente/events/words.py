"""Statements over reports: the same words of one speaker in several reports are one statement with several places."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from detente.domain.days import When
from detente.domain.derived import SpokenWords, letters_of
from detente.domain.findings import Speaker, Statement
from detente.domain.ids import ReportId
from detente.events.placing import Dater
from detente.events.wordings import Uttered, joined
from detente.rules.alike import Alike

Office = Callable[[Speaker, When], str | None]
"""The office that a speaker held at a time, as the data knows it."""
Key = tuple[bool, str, str]


def spoken_words(
    statements: Sequence[Statement], day_of: Callable[[Statement], When], office_of: Office, alike: Alike
) -> tuple[SpokenWords, ...]:
    """The statements of all reports, the words of one utterance together, in an order that depends on them alone."""
    groups: dict[Key, list[Statement]] = defaultdict(list)
    for statement in sorted(statements, key=_order):
        groups[_key(statement)].append(statement)
    found = [_words(group, day_of, office_of) for group in groups.values()]
    direct = [Uttered(words, alike) for words in found if words.statements[0].is_direct]
    reported = (words for words in found if not words.statements[0].is_direct)
    whole = (_gathered(group) for group in joined(direct))
    return tuple(sorted((*whole, *reported), key=lambda words: _order(words.statements[0])))


def _gathered(group: Iterable[SpokenWords]) -> SpokenWords:
    """One statement of several, as the earliest of them is dated."""
    ordered = sorted(group, key=lambda words: _order(words.statements[0]))
    places = sorted((s for words in ordered for s in words.statements), key=_order)
    when = min((words.when for words in ordered), key=_firmness)
    return SpokenWords(tuple(places), when, next((words.office for words in ordered if words.office), None))


def _words(group: Sequence[Statement], day_of: Callable[[Statement], When], office_of: Office) -> SpokenWords:
    whens = sorted((day_of(s) for s in group), key=_firmness)
    office = next((o for s in group if (o := office_of(s.speaker, whens[0]))), None)
    return SpokenWords(tuple(group), whens[0], office)


def _firmness(when: When) -> tuple[bool, int, str]:
    return (not when.is_known, when.days or 0, str(when.earliest))


def _key(statement: Statement) -> Key:
    """Words are the same where their letters are; reported ones only within one report, which says them twice."""
    letters = letters_of(statement.text)
    if not statement.is_direct:
        letters = f"{statement.quote.report_id}:{letters}"
    name = (statement.speaker.name or statement.speaker.role or "").casefold().split()
    return (statement.is_direct, letters, name[-1] if name else "")


def _order(statement: Statement) -> tuple[ReportId, int, int, str]:
    span = statement.quote.span
    return (statement.quote.report_id, span.start, span.end, statement.id)


def day_told(published: Mapping[ReportId, When], date_phrase: Dater) -> Callable[[Statement], When]:
    """The day of a statement: as the words around it tell it, or else that of the report that gives it."""

    def day_of(statement: Statement) -> When:
        out = published[statement.quote.report_id]
        when = None if statement.time is None else date_phrase(statement.time, out if out.is_known else None)
        return when if isinstance(when, When) and when.is_known and not _is_after(when, out) else out

    return day_of


def _is_after(when: When, out: When) -> bool:
    """Whether all days of a time lie after those of a report; nothing that it quotes was said later."""
    return when.earliest is not None and out.latest is not None and when.earliest > out.latest
