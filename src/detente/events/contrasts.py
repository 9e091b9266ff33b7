"""Pairs of findings that cannot both hold, and what they make together."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from detente.domain.derived import Disagreement, Side
from detente.domain.ids import ReportId
from detente.domain.spans import Quote
from detente.events.tellings import Telling


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two sides that cannot both hold."""

    klass: str
    about: str
    sides: tuple[Side, Side]

    @property
    def quotes(self) -> frozenset[Quote]:
        """The words of both."""
        return frozenset(s.quote for s in self.sides)


def contrast(klass: str, about: str, *sides: tuple[Quote, str]) -> Contrast:
    """Two sides, each with its words and with what it says."""
    one, other = (Side(quote, says) for quote, says in sides)
    return Contrast(klass, about, (one, other))


def said_by(telling: Telling, words: str) -> str:
    """What a side says, with the one who is said to say it."""
    plain = " ".join(words.split())
    return f"{telling.speaker.label} said “{plain}”" if telling.speaker else f"“{plain}”"


def join_contrasts(contrasts: Iterable[Contrast]) -> tuple[Disagreement, ...]:
    """The disagreements that pairs make: those of one class that share words of a report are one."""
    ordered = sorted(set(contrasts), key=lambda c: (c.klass, c.about, *((s.quote, s.says) for s in c.sides)))
    groups: dict[int, list[int]] = {}
    group_of: dict[int, int] = {}
    told_in: dict[tuple[str, ReportId], list[int]] = defaultdict(list)
    for n, one in enumerate(ordered):
        places = {(one.klass, q.report_id) for q in one.quotes}
        near = {group_of[o] for place in places for o in told_in[place] if _overlap(one, ordered[o])}
        groups[n] = [*(o for g in sorted(near) for o in groups.pop(g)), n]
        group_of |= dict.fromkeys(groups[n], n)
        for place in places:
            told_in[place].append(n)
    found = (_disagreement([ordered[n] for n in group]) for group in groups.values())
    return tuple(sorted({d.id: d for d in found}.values(), key=lambda d: (d.klass, d.about, d.id)))


def _overlap(a: Contrast, b: Contrast) -> bool:
    return any(p.report_id == q.report_id and p.span.meets(q.span) for p in a.quotes for q in b.quotes)


def _disagreement(group: list[Contrast]) -> Disagreement:
    """All sides once; of two stretches of words of which one holds the other, the longer."""
    first = min(group, key=lambda c: (len(c.about), c.about))
    says = {s.quote: s for c in group for s in c.sides}
    whole = [q for q in says if not any(q != o and q.report_id == o.report_id and o.span.holds(q.span) for o in says)]
    return Disagreement(first.about, first.klass, tuple(says[q] for q in sorted(whole)))
