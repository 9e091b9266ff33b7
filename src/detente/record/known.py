"""What two sightings of one text tell together: pure rules for when a report is known already."""

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce

from detente.domain.days import Basis, When
from detente.domain.findings import Problem, Stage
from detente.domain.reports import Report

_TRUST = {Basis.METADATA: 3, Basis.STATED: 2, Basis.UNKNOWN: 0}
_TRUST_OF_INFERENCE = 1
_GIVEN = 2


def is_less_known(report: Report, other: Report) -> bool:
    """Whether this is a text without any address, and the other the same text with one: then they are one report."""
    return report.text == other.text and not _address(report) and bool(_address(other))


def enriched(known: Report, sighting: Report) -> Report:
    """The known report with what only the sighting tells: its id does not change."""
    return replace(
        known,
        path=known.path or sighting.path,
        # an outlet beside no address would be the report's address, and so its id
        outlet=known.outlet or (sighting.outlet if known.url else None),
        title=known.title or sighting.title,
        published=_better_day(known.published, sighting.published),
    )


def gathered(sightings: Iterable[Report]) -> tuple[tuple[Report, ...], tuple[Problem, ...]]:
    """Each report once, with what all its sightings tell, in the order of the first; and their conflicts."""
    alike_by_text: dict[str, list[Report]] = {}
    problems: list[Problem] = []
    for report in sightings:
        alike = alike_by_text.setdefault(report.text, [])
        known = next((r for r in alike if r.id == report.id or is_less_known(report, r)), None)
        if known is not None:
            problems += filter(None, [conflict(known, report)])
            alike[alike.index(known)] = enriched(known, report)
            continue
        lesser = [r for r in alike if is_less_known(r, report)]
        merged = reduce(enriched, lesser, report)
        alike[:] = [*(r for r in alike if r not in lesser), merged]
    return tuple(r for alike in alike_by_text.values() for r in alike), tuple(dict.fromkeys(problems))


def conflict(known: Report, sighting: Report) -> Problem | None:
    """Two days that are given for one text and cannot both be right, as a person is told of it."""
    first, second = known.published, sighting.published
    if min(_trust(first), _trust(second)) < _GIVEN or first.meets(second):
        return None
    kept = _better_day(first, second)
    reason = f"Two days are given for this report, {_shown(first)} and {_shown(second)}; {_shown(kept)} is kept."
    return Problem(Stage.DATE, reason, report_id=known.id)


def _address(report: Report) -> str | None:
    return report.url or report.outlet


def _better_day(known: When, sighted: When) -> When:
    """The day of the more trusted basis; of two alike the known one, unless the other says the same more narrowly."""
    if _trust(known) != _trust(sighted):
        return max(known, sighted, key=_trust)
    if sighted.days is not None and sighted.meets(known) and (known.days is None or sighted.days < known.days):
        return sighted
    return known


def _trust(when: When) -> int:
    return _TRUST.get(when.basis, _TRUST_OF_INFERENCE)


def _shown(when: When) -> str:
    ends = (when.earliest, when.latest)
    return " to ".join(dict.fromkeys(str(end) for end in ends if end)) or "none"
