"""Who said what: statements gathered by speaker."""

from collections import defaultdict
from collections.abc import Iterable

from detente.domain.derived import SpokenWords
from detente.domain.findings import Speaker
from detente.views.brief_parts import Line, Said, Voice
from detente.views.citing import newest_first
from detente.views.desk import Desk

Key = tuple[str, str]


def voices(desk: Desk) -> tuple[Voice, ...]:
    """The speakers of the brief's reports: those of the two first, office-holders before others."""
    by_speaker: dict[Key, list[SpokenWords]] = defaultdict(list)
    for spoken in desk.derived.statements:
        if desk.scope.holds(spoken.when) and any(s.quote.report_id in desk.reports for s in spoken.statements):
            by_speaker[_key(spoken.statements[0].speaker)].append(spoken)
    ordered = sorted(by_speaker.items(), key=lambda item: (_rank(desk, item[1]), item[0]))
    return tuple(_voice(desk, spoken) for _, spoken in ordered)


def _voice(desk: Desk, spoken: Iterable[SpokenWords]) -> Voice:
    words = sorted(spoken, key=lambda s: (newest_first(s.when), s.statements[0].quote))
    speakers = [s.speaker for w in words for s in w.statements]
    power = next((s.state for s in speakers if s.state), None)
    return Voice(
        name=max((s.label for s in speakers), key=lambda label: (len(label), label)),
        role=_longest(s.role for s in speakers if s.name),
        office=next((w.office for w in words if w.office), None),
        power=desk.wording.names(power) if power else None,
        said=tuple(_said(desk, w) for w in words),
    )


def _said(desk: Desk, spoken: SpokenWords) -> Said:
    first = next(s for s in spoken.statements if desk.citing.knows(s.quote))
    quotes = (q for s in spoken.statements for q in (s.quote, *s.stretches))
    return Said(Line(first.text, desk.citing.cite(quotes)), desk.wording.day(spoken.when), first.is_direct)


def _key(speaker: Speaker) -> Key:
    """One key for "Yoon Suk-yeol" and "Yoon Suk Yeol"."""
    return (speaker.state or "", " ".join(speaker.label.casefold().replace("-", " ").split()))


def _rank(desk: Desk, spoken: Iterable[SpokenWords]) -> tuple[bool, bool, int]:
    words = list(spoken)
    is_of_the_two = any(s.speaker.state in desk.scope.between for w in words for s in w.statements)
    return (not is_of_the_two, not any(w.office for w in words), -len(words))


def _longest(texts: Iterable[str | None]) -> str | None:
    return max((t for t in texts if t), key=lambda t: (len(t), t), default=None)
