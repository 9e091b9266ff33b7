"""Between which two powers an issue of no own parties is, in a report: those named most together around it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from detente.domain.findings import Claim, Findings
from detente.domain.ids import ActorId, IssueId
from detente.domain.parties import powers
from detente.events.topics import Topic
from detente.rules.issues import Scope

Pair = tuple[ActorId, ActorId]
_NEARNESS = 3
"""A claim in the sentence of an issue's name counts as so many elsewhere in the report."""


def powers_present(findings: Findings) -> frozenset[ActorId]:
    """The powers that a report speaks of."""
    found = {p for claim in findings.claims for p in powers(claim.parties)}
    return frozenset(found | {s.speaker.state for s in findings.statements if s.speaker.state})


def pairs_of_topics(
    findings: Findings, topics: Sequence[Topic], of_record: Counter[Pair]
) -> dict[IssueId, tuple[ActorId, ...]]:
    """For each issue that every pair has for itself, the two powers that the claims around it name most together.

    Where no claim there names two, those of the report are meant, and after them those of the whole record.
    """
    of_report = pairs_in(findings.claims)
    near: dict[IssueId, Counter[Pair]] = defaultdict(Counter)
    for topic in topics:
        near[topic.id] += pairs_in([c for c in findings.claims if c.sentence and c.sentence.holds(topic.span)])
    present = powers_present(findings)
    here = combinations(sorted(present), 2)
    known: list[Pair] = sorted({*of_report, *(p for p in here if p in of_record)})
    ids = {topic.id for topic in topics if topic.scope is not Scope.WORLD}

    def most_told(issue: IssueId) -> tuple[ActorId, ...]:
        ranked = sorted(known, key=lambda p: (_NEARNESS * near[issue][p] + of_report[p], of_record[p], p))
        return ranked[-1] if ranked else ()

    return {issue: most_told(issue) for issue in sorted(ids)}


def pairs_in(claims: Iterable[Claim]) -> Counter[Pair]:
    """How often each two powers take part in one act."""
    return Counter((a, b) for c in claims for a, b in combinations(powers(c.parties), 2))
