"""The issues of each claim and of each place of all reports: of its clause, pointed back to, or beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from detente.domain.findings import Claim, Findings
from detente.domain.ids import ClaimId, IssueId, ReportId
from detente.domain.parties import powers
from detente.domain.spans import Span
from detente.events.issue_names import Named, by_first_word, joined_names, repeated
from detente.events.topic_choice import chosen_beside, chosen_in_clause, last_with, narrowed
from detente.events.topic_finding import as_written, hits_in, in_furniture, known_topics, named_by, new_topic
from detente.events.topic_pairs import pairs_in, pairs_of_topics
from detente.events.topics import Reading, Topic, words_of
from detente.rules.issues import Hit, IssueRules


@dataclass(frozen=True, slots=True)
class IssueIndex:
    """The topics of all reports; ask it for the issues of a claim or of a place."""

    readings: Mapping[ReportId, Reading]
    rules: IssueRules
    _kept: dict[ClaimId, tuple[Topic, ...]] = field(default_factory=dict, repr=False, compare=False)

    def topics_of(self, claim: Claim) -> tuple[Topic, ...]:
        """The topics of a claim's clause, else what its words point back to, else the nearest of its sentence."""
        found = self._kept.get(claim.id)
        if found is None:
            found = self._kept[claim.id] = self._topics_of(claim)
        return found

    def _topics_of(self, claim: Claim) -> tuple[Topic, ...]:
        reading = self.readings[claim.quote.report_id]
        inside = [t for t in reading.topics if claim.quote.span.holds(t.span)]
        around = [t for t in reading.topics if claim.sentence and claim.sentence.holds(t.span)]
        found = chosen_in_clause(inside, claim) if inside else self._pointed(reading, claim.quote.span)
        found = found or (() if claim.is_bare else chosen_beside(around, claim))
        return tuple(reading.owned(narrowed(topic, around), powers(claim.parties)) for topic in found)

    def issues_of(self, claim: Claim) -> tuple[IssueId, ...]:
        """The ids of the issues that a claim is about, sorted."""
        return tuple(sorted({topic.id for topic in self.topics_of(claim)}))

    def issues_at(self, report_id: ReportId, span: Span) -> tuple[IssueId, ...]:
        """The ids of the issues that a place of a report speaks of, sorted: for statements."""
        reading = self.readings[report_id]
        inside = [t for t in reading.topics if span.holds(t.span)]
        lowest = min((t.rank[:2] for t in inside), default=None)
        return tuple(sorted({reading.owned(t).id for t in inside if t.rank[:2] == lowest}))

    def _pointed(self, reading: Reading, clause: Span) -> tuple[Topic, ...]:
        """What "the curbs", "that plan" point back to: the last topic whose sentence has that word."""
        cues = self.rules.cues
        for first, second in pairwise(reading.words_in(clause)):
            if first.stem in cues.determiners and second.stem in cues.pointers:
                before = last_with(reading, second)
                if before:
                    return (before,)
        return ()


def index_issues(findings: Iterable[Findings], rules: IssueRules) -> IssueIndex:
    """The index of all reports; the same whatever their order."""
    ordered = sorted(findings, key=lambda f: f.report.id)
    hits: dict[ReportId, list[Hit]] = {}
    named: dict[ReportId, list[Named]] = {}
    for found in ordered:
        words = words_of(found.report.text)
        hits[found.report.id] = hits_in(found, words, rules)
        named[found.report.id] = named_by(found, words, rules)
    firm = frozenset(h.rule.id for told in hits.values() for h in told if not h.is_loose)
    canonical = joined_names(n for told in named.values() for n in told)
    by_first = by_first_word(canonical)
    shown = as_written(ordered, named)
    of_record = pairs_in(c for f in ordered for c in f.claims)
    readings: dict[ReportId, Reading] = {}
    for found in ordered:
        id_ = found.report.id
        words = words_of(found.report.text)
        known = known_topics(found, words, hits.pop(id_), firm)
        again = [*named[id_], *repeated(words, canonical, by_first, named[id_])]
        new = [new_topic(n, canonical[n.stems], shown, found) for n in again if not in_furniture(n.start, found)]
        topics = [*known, *(t for t in new if not any(t.span.meets(k.span) for k in known))]
        ranked = tuple(sorted(topics, key=lambda t: (t.span, t.id)))
        readings[id_] = Reading(found, ranked, pairs_of_topics(found, ranked, of_record))
    return IssueIndex(readings, rules)
