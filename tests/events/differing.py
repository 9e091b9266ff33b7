"""What reports of a few sentences disagree on."""

from datetime import date

from detente.domain.derived import Disagreement
from reading import a_report, settled

THURSDAY, FRIDAY = date(2031, 5, 8), date(2031, 5, 9)


def disagreements(*texts: str, days: tuple[date, ...] = (FRIDAY,) * 4) -> tuple[Disagreement, ...]:
    return settled(
        *(a_report(t, d, f"Paper {n}") for n, (t, d) in enumerate(zip(texts, days, strict=False)))
    ).disagreements


def classes(*texts: str) -> list[str]:
    return [d.klass for d in disagreements(*texts)]


def said(*texts: str) -> list[tuple[str, list[str]]]:
    """What each disagreement is about, and what its sides say, sorted."""
    return [(d.about, sorted(s.says for s in d.sides)) for d in disagreements(*texts)]
