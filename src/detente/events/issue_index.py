"""Which issues each place of each report speaks of: names that the data knows, names found in the text, pointers.

It argues past 100 lines: the ways in which a text speaks of an issue are tried in one order, told here.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from detente.domain.acts import ActType
from detente.domain.derived import IssueNature
from detente.domain.findings import Claim, Findings
from detente.domain.ids import ActorId, IssueId, ReportId
from detente.domain.parties import powers
from detente.domain.spans import Span
from detente.events.issue_names import Named, named_in
from detente.rules.issues import Hit, IssueRules, Word, read_words

_COORDINATED = 40
"""Characters between two names of one enumeration ("trade, visas and fishing rights")."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A place in a report where an issue is named, known to the data or not."""

    id: IssueId
    name: str
    alias: str
    """The words that name it."""
    nature: IssueNature
    span: Span
    sentence: int
    parties: tuple[ActorId, ...] = ()
    is_known: bool = True
    is_each_pairs: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of one report, its topics, and for each issue of each pair the two powers that it is between there."""

    findings: Findings
    words: tuple[Word, ...]
    topics: tuple[Topic, ...]
    pairs: Mapping[IssueId, tuple[ActorId, ...]]


@dataclass(frozen=True, slots=True)
class IssueIndex:
    """The topics of all reports; ask it for the issues of a claim or of a place."""

    readings: Mapping[ReportId, Reading]
    rules: IssueRules

    def topics_of(self, claim: Claim) -> tuple[Topic, ...]:
        """The topics of a claim's clause, else what its words point back to, else the nearest of its sentence."""
        reading = self.readings[claim.quote.report_id]
        clause = claim.quote.span
        inside = [t for t in reading.topics if clause.holds(t.span)]
        found = _chosen(inside, claim) if inside else self._pointed(reading, clause)
        if not found and claim.sentence:
            around = [t for t in reading.topics if claim.sentence.holds(t.span)]
            nearest = min(around, key=lambda t: (_distance(t.span, claim.trigger), t.span), default=None)
            found = _of_one_place(around, nearest, claim) if nearest else ()
        return tuple(_own(topic, reading, powers(claim.parties)) for topic in found)

    def issues_of(self, claim: Claim) -> tuple[IssueId, ...]:
        """The ids of the issues that a claim is about, sorted."""
        return tuple(sorted({topic.id for topic in self.topics_of(claim)}))

    def issues_at(self, report_id: ReportId, span: Span) -> tuple[IssueId, ...]:
        """The ids of the issues that a place of a report speaks of, sorted: for statements."""
        reading = self.readings[report_id]
        inside = [t for t in reading.topics if span.holds(t.span)]
        specific = [t for t in inside if not t.is_each_pairs and t.is_known] or inside
        return tuple(sorted({_own(topic, reading, ()).id for topic in specific}))

    def _pointed(self, reading: Reading, clause: Span) -> tuple[Topic, ...]:
        """What "the curbs", "that plan" point back to: the last topic whose sentence has that word."""
        cues = self.rules.cues
        for first, second in pairwise(w for w in reading.words if clause.start <= w.start < clause.end):
            if first.stem in cues.determiners and second.stem in cues.pointers:
                before = _last_with(reading, second)
                if before:
                    return (before,)
        return ()


def index_issues(findings: Iterable[Findings], rules: IssueRules) -> IssueIndex:
    """The index of all reports; the same whatever their order."""
    ordered = sorted(findings, key=lambda f: f.report.id)
    words = {f.report.id: read_words(f.report.text) for f in ordered}
    hits = {f.report.id: _hits(f, words[f.report.id], rules) for f in ordered}
    firm = frozenset(h.rule.id for found in hits.values() for h in found if not h.is_loose)
    return IssueIndex({f.report.id: _read(f, words[f.report.id], hits[f.report.id], firm, rules) for f in ordered}, rules)


def _hits(findings: Findings, words: Sequence[Word], rules: IssueRules) -> list[Hit]:
    present = _present(findings)
    return [h for h in rules.find(words) if _can_be_meant(h, present) and not _in_furniture(h.start, findings)]


def _read(
    findings: Findings, words: tuple[Word, ...], hits: Sequence[Hit], firm: frozenset[IssueId], rules: IssueRules
) -> Reading:
    """The topics of a report; a loose name counts beside a firm one, a telling one beside one of another report."""
    here = {h.rule.id for h in hits if not h.is_loose}
    meant = [h for h in hits if not h.is_loose or h.rule.id in here or (h.is_telling and h.rule.id in firm)]
    known = [_topic(hit, findings.report.text) for hit in meant]
    named = [n for n in named_in(words, rules.cues) if not _in_furniture(n.start, findings)]
    new = [_new_topic(n, findings.report.text) for n in named if not any(_meet(n, t) for t in known)]
    topics = tuple(sorted([*known, *new], key=lambda t: (t.span, t.id)))
    return Reading(findings, words, topics, _pairs(findings, topics))


def _present(findings: Findings) -> frozenset[ActorId]:
    """The powers that a report speaks of."""
    found = {p for claim in findings.claims for p in powers(claim.parties)}
    return frozenset(found | {s.speaker.state for s in findings.statements if s.speaker.state})


def _can_be_meant(hit: Hit, present: frozenset[ActorId]) -> bool:
    """Whether the parties of an issue are in the report: all words of another pair's quarrel may stand in this one's."""
    needed = min(len(hit.rule.parties), 2 if hit.is_loose else 1)
    return len(present.intersection(hit.rule.parties)) >= needed


def _in_furniture(start: int, findings: Findings) -> bool:
    return any(span.start <= start < span.end for span in findings.furniture)


def _meet(named: Named, topic: Topic) -> bool:
    return named.start < topic.span.end and topic.span.start < named.end


def _topic(hit: Hit, text: str) -> Topic:
    rule = hit.rule
    alias = " ".join(text[hit.start : hit.end].split())
    span = Span(hit.start, hit.end)
    return Topic(
        rule.id, rule.name, alias, rule.nature, span, hit.sentence, rule.parties, is_each_pairs=rule.is_each_pairs
    )


def _new_topic(named: Named, text: str) -> Topic:
    span = Span(named.start, named.end)
    name = " ".join(text[named.name.start : named.name.end].split())
    alias = " ".join(text[span.start : span.end].split())
    id_ = IssueId("-".join(named.stems))
    return Topic(id_, name, alias, named.nature, span, named.sentence, is_known=False, is_each_pairs=True)


def _pairs(findings: Findings, topics: Sequence[Topic]) -> dict[IssueId, tuple[ActorId, ...]]:
    """For each issue that every pair has for itself, the two powers that the report's claims about it name most."""
    everyone = Counter(p for c in findings.claims for p in powers(c.parties))
    pairs: dict[IssueId, tuple[ActorId, ...]] = {}
    for topic in topics:
        if topic.is_each_pairs:
            near = Counter(p for c in _claims_near(findings, topics, topic.id) for p in powers(c.parties))
            ranked = sorted(everyone, key=lambda p: (-near[p], -everyone[p], p))
            pairs[topic.id] = tuple(sorted(ranked[:2]))
    return pairs


def _claims_near(findings: Findings, topics: Sequence[Topic], issue: IssueId) -> list[Claim]:
    spans = [t.span for t in topics if t.id == issue]
    return [c for c in findings.claims if c.sentence and any(c.sentence.holds(span) for span in spans)]


def _own(topic: Topic, reading: Reading, of_claim: Sequence[ActorId]) -> Topic:
    """The issue of its own pair: that of the report, or the claim's where the two have no one in common."""
    if not topic.is_each_pairs:
        return topic
    pair = reading.pairs[topic.id]
    if len(of_claim) == 2 and not set(of_claim) & set(pair):  # noqa: PLR2004 - a pair
        pair = tuple(sorted(of_claim))
    return _of_pair(topic, pair)


def _of_pair(topic: Topic, pair: tuple[ActorId, ...]) -> Topic:
    suffix = "".join(f"-{p.lower()}" for p in pair)
    return Topic(
        IssueId(topic.id + suffix),
        topic.name,
        topic.alias,
        topic.nature,
        topic.span,
        topic.sentence,
        pair,
        is_known=topic.is_known,
        is_each_pairs=True,
    )


def _chosen(inside: Sequence[Topic], claim: Claim) -> tuple[Topic, ...]:
    """What the act is about: the first name after its word, and those that are enumerated with it."""
    if claim.type is ActType.CONSULT:
        return _best(inside, claim)
    after = [t for t in inside if t.span.end > claim.trigger.start] or [max(inside, key=lambda t: t.span)]
    nearest = min(after, key=lambda t: (max(t.span.start, claim.trigger.start), -t.span.end))
    return _of_one_place(after, nearest, claim)


def _of_one_place(topics: Sequence[Topic], first: Topic, claim: Claim) -> tuple[Topic, ...]:
    """The topics that overlap the first one, the best of them."""
    near = [t for t in topics if t.span.meets(first.span)]
    return _best(near, claim)


def _best(topics: Sequence[Topic], claim: Claim) -> tuple[Topic, ...]:
    """Named issues before those of every pair, those of the claim's own parties before others."""
    specific = [t for t in topics if t.is_known and not t.is_each_pairs] or [t for t in topics if t.is_known] or topics
    mine = set(powers(claim.parties))
    fits = max(len(mine.intersection(t.parties)) for t in specific)
    unique = {t.id: t for t in specific if len(mine.intersection(t.parties)) == fits}
    return tuple(unique.values())


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _last_with(reading: Reading, pointer: Word) -> Topic | None:
    """The last topic before a word whose sentence holds the same word."""
    sentences = {w.sentence for w in reading.words if w.stem == pointer.stem and w.start < pointer.start}
    before = [t for t in reading.topics if t.span.end <= pointer.start and t.sentence in sentences]
    specific = [t for t in before if t.is_known and not t.is_each_pairs]
    return (specific or before or [None])[-1]
