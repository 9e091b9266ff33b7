"""Who said what: statements gathered by speaker."""

from collections import defaultdict
from collections.abc import Iterable

from detente.domain.derived import SpokenWords, letters_of
from detente.domain.findings import Speaker
from detente.views.brief_parts import Line, Said, Voice
from detente.views.citing import newest_first
from detente.views.desk import Desk

ENDS_OF_A_SENTENCE = " ,"
"""Marks with which a report ends a quotation inside its own sentence."""


def voices(desk: Desk) -> tuple[Voice, ...]:
    """The speakers of the brief's reports: those of the two first, office-holders before others."""
    told = [s for s in desk.derived.statements if desk.scope.holds(s.when) and _is_shown(desk, s)]
    whole = [s for s in told if not any(_is_scrap(s, other) for other in told)]
    by_name: dict[str, list[SpokenWords]] = defaultdict(list)
    full_names = {_folded(_fullest(s)) for s in whole}
    for spoken in whole:
        by_name[_key(_fullest(spoken), full_names)].append(spoken)
    ordered = sorted(by_name.items(), key=lambda item: (_rank(desk, item[1]), item[0]))
    return tuple(_voice(desk, spoken) for _, spoken in ordered)


def _voice(desk: Desk, spoken: Iterable[SpokenWords]) -> Voice:
    words = sorted(spoken, key=lambda s: (newest_first(s.when), s.statements[0].quote))
    speakers = [s.speaker for w in words for s in w.statements]
    power = next((s.state for s in speakers if s.state), None)
    name = max((s.label for s in speakers), key=lambda label: (len(label), label))
    return Voice(
        name=name,
        roles=tuple(dict.fromkeys(s.role for s in speakers if s.role and s.role != name)),
        offices=tuple(dict.fromkeys(w.office for w in words if w.office)),
        power=desk.wording.names(power) if power else None,
        said=tuple(_said(desk, w) for w in words),
    )


def _said(desk: Desk, spoken: SpokenWords) -> Said:
    first = next(s for s in spoken.statements if desk.citing.knows(s.quote))
    quotes = (q for s in spoken.statements for q in (s.quote, *s.stretches))
    text = first.text.rstrip(ENDS_OF_A_SENTENCE)
    cue = None if first.is_direct else first.cue
    letters = letters_of(text)
    texts = (s.text.rstrip(ENDS_OF_A_SENTENCE) for s in spoken.statements if desk.citing.knows(s.quote))
    others = {found: t for t in texts if (found := letters_of(t)) != letters}
    line = Line(text, desk.citing.cite(quotes))
    return Said(line, desk.wording.day(spoken.when), cue, first.is_direct, tuple(others.values()))


def _is_shown(desk: Desk, spoken: SpokenWords) -> bool:
    return any(desk.citing.knows(s.quote) for s in spoken.statements)


def _is_scrap(inner: SpokenWords, outer: SpokenWords) -> bool:
    """Whether one is the shorter of two takes of the same words, such as a word quoted in reported speech."""
    pairs = ((s.quote, o.quote) for s in inner.statements for o in outer.statements)
    return any(i.report_id == o.report_id and i.span.meets(o.span) and len(i.span) < len(o.span) for i, o in pairs)


def _fullest(spoken: SpokenWords) -> Speaker:
    speakers = [s.speaker for s in spoken.statements]
    return max(speakers, key=lambda s: (s.name is not None, s.state is not None, len(s.label), s.label))


def _key(speaker: Speaker, full_names: Iterable[str]) -> str:
    """One key for a name in several spellings, and for a surname that only one full name holds."""
    folded = _folded(speaker)
    if speaker.state is None and speaker.name and " " not in folded:
        bearers = [n for n in full_names if folded != n and folded in (n.split()[0], n.split()[-1])]
        return bearers[0] if len(bearers) == 1 else folded
    return folded if speaker.name else f"{folded} {speaker.state or ''}"


def _folded(speaker: Speaker) -> str:
    return " ".join(speaker.label.casefold().replace("-", " ").split())


def _rank(desk: Desk, spoken: Iterable[SpokenWords]) -> tuple[bool, bool, int]:
    words = list(spoken)
    is_of_the_two = any(s.speaker.state in desk.scope.between for w in words for s in w.statements)
    return (not is_of_the_two, not any(w.office for w in words), -len(words))
