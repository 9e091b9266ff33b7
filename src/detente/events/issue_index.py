"""Which issues each place of each report speaks of: names that the data knows, names found in the text, pointers.

It argues past 100 lines: the ways in which a text speaks of an issue are tried in one order, told here.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import combinations, pairwise

from detente.domain.acts import ActType
from detente.domain.derived import IssueNature
from detente.domain.findings import Claim, Findings
from detente.domain.ids import ActorId, ClaimId, IssueId, ReportId
from detente.domain.parties import powers
from detente.domain.spans import Span
from detente.events.issue_names import Named, by_first_word, joined_names, named_in, repeated
from detente.rules.issues import Hit, IssueRules, Scope, Word, read_words

Pair = tuple[ActorId, ActorId]
_NEARNESS = 3
"""A claim in the sentence of an issue's name counts as so many elsewhere in the report."""
_BEHIND = 60
"""Characters: before the word of an act a name must stand so near to be what the act is about."""
_YEAR, _FAR_FUTURE, _LONG_AGO = 4, 2100, 10
KEPT_REPORTS = 4096
"""Reports whose words are kept at hand."""
_NEAR = 100
"""Characters: a name further off in the sentence of a claim is that of another clause's matter."""


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
    scope: Scope
    parties: tuple[ActorId, ...] = ()
    is_known: bool = True
    is_loose: bool = False

    @property
    def rank(self) -> tuple[bool, bool, bool]:
        """Of two names at one place the lower one is meant: a named issue, a general one, one found in the text."""
        return (not self.is_known, self.scope is Scope.GENERAL, self.is_loose)


@dataclass(frozen=True, slots=True)
class Reading:
    """The topics of one report, and for each issue of each pair the two powers that it is between there."""

    findings: Findings
    topics: tuple[Topic, ...]
    pairs: Mapping[IssueId, tuple[ActorId, ...]]

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the report."""
        return _words_of(self.findings.report.text)

    def owned(self, topic: Topic, of_claim: Sequence[ActorId] = ()) -> Topic:
        """The issue of its own pair: that of the report, or the claim's where the two have no one in common."""
        if topic.scope is Scope.WORLD:
            return topic
        pair = self.pairs[topic.id]
        if len(of_claim) == 2 and not set(of_claim) & set(pair):  # noqa: PLR2004 - a pair
            pair = tuple(sorted(of_claim))
        suffix = "".join(f"-{p.lower()}" for p in pair)
        return replace(topic, id=IssueId(topic.id + suffix), parties=pair)

    def sentence_at(self, number: int) -> Span:
        """The place of a sentence, from its first word to its last."""
        words = self.words
        first = bisect_left(words, number, key=lambda w: w.sentence)
        last = bisect_right(words, number, key=lambda w: w.sentence) - 1
        return Span(words[first].start, words[last].end)

    def words_in(self, span: Span) -> tuple[Word, ...]:
        """The words of a place."""
        words = self.words
        first = bisect_left(words, span.start, key=lambda w: w.start)
        return words[first : bisect_left(words, span.end, key=lambda w: w.start)]


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
        found = _chosen(inside, claim) if inside else self._pointed(reading, claim.quote.span)
        found = found or (() if claim.is_bare else _beside(around, claim))
        return tuple(reading.owned(_narrowed(topic, around), powers(claim.parties)) for topic in found)

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
                before = _last_with(reading, second)
                if before:
                    return (before,)
        return ()


def index_issues(findings: Iterable[Findings], rules: IssueRules) -> IssueIndex:
    """The index of all reports; the same whatever their order."""
    ordered = sorted(findings, key=lambda f: f.report.id)
    hits: dict[ReportId, list[Hit]] = {}
    named: dict[ReportId, list[Named]] = {}
    for found in ordered:
        words = _words_of(found.report.text)
        hits[found.report.id] = _hits(found, words, rules)
        named[found.report.id] = _named(found, words, rules)
    firm = frozenset(h.rule.id for told in hits.values() for h in told if not h.is_loose)
    canonical = joined_names(n for told in named.values() for n in told)
    by_first = by_first_word(canonical)
    shown = _as_written(ordered, named)
    of_record = _pairs_in(c for f in ordered for c in f.claims)
    readings: dict[ReportId, Reading] = {}
    for found in ordered:
        id_ = found.report.id
        words = _words_of(found.report.text)
        known = _known(found, words, hits.pop(id_), firm)
        again = [*named[id_], *repeated(words, canonical, by_first, named[id_])]
        new = [_new_topic(n, canonical[n.stems], shown, found) for n in again if not _in_furniture(n.start, found)]
        topics = [*known, *(t for t in new if not any(t.span.meets(k.span) for k in known))]
        ranked = tuple(sorted(topics, key=lambda t: (t.span, t.id)))
        readings[id_] = Reading(found, ranked, _pairs(found, ranked, of_record))
    return IssueIndex(readings, rules)


@lru_cache(maxsize=KEPT_REPORTS)
def _words_of(text: str) -> tuple[Word, ...]:
    """Read anew where they were let go: the words of a report take much more room than its text."""
    return read_words(text)


def _hits(findings: Findings, words: Sequence[Word], rules: IssueRules) -> list[Hit]:
    present = _present(findings)
    return [h for h in rules.find(words) if _can_be_meant(h, present) and not _in_furniture(h.start, findings)]


def _named(findings: Findings, words: Sequence[Word], rules: IssueRules) -> list[Named]:
    return [n for n in named_in(words, rules.cues) if not _in_furniture(n.start, findings)]


def _known(findings: Findings, words: Sequence[Word], hits: Sequence[Hit], firm: frozenset[IssueId]) -> list[Topic]:
    """The named topics; a loose name counts beside a firm one, a longer one beside one of another report.

    Of two powers that the report is mainly about, one word ("tariffs") is enough beside another report.
    """
    here = {h.rule.id for h in hits if not h.is_loose}
    pair = set(_main_pair(findings))
    past = _of_the_past(words)

    def is_meant(hit: Hit) -> bool:
        if not hit.is_loose:
            return True
        enough = 0 if hit.rule.id in here else 1 if set(hit.rule.parties) == pair else 2
        return hit.rule.id in here | firm and hit.length >= enough and hit.sentence not in past

    return [_topic(hit, findings.report.text) for hit in hits if is_meant(hit)]


def _of_the_past(words: Sequence[Word]) -> frozenset[int]:
    """The sentences that name a year long before the last one that the report names."""
    years = [(int(w.stem), w.sentence) for w in words if len(w.stem) == _YEAR and w.stem.isdigit()]
    last = max((year for year, _ in years if year < _FAR_FUTURE), default=0)
    return frozenset(sentence for year, sentence in years if year < last - _LONG_AGO)


def _main_pair(findings: Findings) -> list[ActorId]:
    counted = Counter(p for c in findings.claims for p in powers(c.parties))
    return sorted(counted, key=lambda p: (-counted[p], p))[:2]


def _present(findings: Findings) -> frozenset[ActorId]:
    """The powers that a report speaks of."""
    found = {p for claim in findings.claims for p in powers(claim.parties)}
    return frozenset(found | {s.speaker.state for s in findings.statements if s.speaker.state})


def _can_be_meant(hit: Hit, present: frozenset[ActorId]) -> bool:
    """Whether parties of an issue are in the report: the words of another pair's quarrel may stand in this one's."""
    needed = min(len(hit.rule.parties), 2 if hit.is_loose else 1)
    return len(present.intersection(hit.rule.parties)) >= needed


def _in_furniture(start: int, findings: Findings) -> bool:
    return any(span.start <= start < span.end for span in findings.furniture)


def _topic(hit: Hit, text: str) -> Topic:
    rule = hit.rule
    return Topic(
        id=rule.id,
        name=rule.name,
        alias=" ".join(text[hit.start : hit.end].split()),
        nature=rule.nature,
        span=Span(hit.start, hit.end),
        sentence=hit.sentence,
        scope=rule.scope,
        parties=rule.parties,
        is_loose=hit.is_loose,
    )


def _as_written(findings: Sequence[Findings], named: Mapping[ReportId, Sequence[Named]]) -> dict[tuple[str, ...], str]:
    """Each name with its endings, as the first report that has it writes it."""
    written: dict[tuple[str, ...], str] = {}
    for found in findings:
        for name in named[found.report.id]:
            words = found.report.text[name.name.start : name.name.end]
            written.setdefault(name.stems, " ".join(words.split()))
    return written


def _new_topic(named: Named, whole: Named, shown: Mapping[tuple[str, ...], str], findings: Findings) -> Topic:
    text = findings.report.text
    return Topic(
        id=IssueId("-".join(whole.stems)),
        name=shown[whole.stems],
        alias=" ".join(text[named.start : named.end].split()),
        nature=whole.nature,
        span=Span(named.start, named.end),
        sentence=named.sentence,
        scope=Scope.GENERAL,
        is_known=False,
    )


def _pairs(findings: Findings, topics: Sequence[Topic], of_record: Counter[Pair]) -> dict[IssueId, tuple[ActorId, ...]]:
    """For each issue that every pair has for itself, the two powers that the claims around it name most together.

    Where no claim there names two, those of the report are meant, and after them those of the whole record.
    """
    of_report = _pairs_in(findings.claims)
    near: dict[IssueId, Counter[Pair]] = defaultdict(Counter)
    for topic in topics:
        near[topic.id] += _pairs_in([c for c in findings.claims if c.sentence and c.sentence.holds(topic.span)])
    present = _present(findings)
    here = combinations(sorted(present), 2)
    known: list[Pair] = sorted({*of_report, *(p for p in here if p in of_record)})
    ids = {topic.id for topic in topics if topic.scope is not Scope.WORLD}

    def most_told(issue: IssueId) -> tuple[ActorId, ...]:
        ranked = sorted(known, key=lambda p: (_NEARNESS * near[issue][p] + of_report[p], of_record[p], p))
        return ranked[-1] if ranked else ()

    return {issue: most_told(issue) for issue in sorted(ids)}


def _pairs_in(claims: Iterable[Claim]) -> Counter[Pair]:
    """How often each two powers take part in one act."""
    return Counter((a, b) for c in claims for a, b in combinations(powers(c.parties), 2))


def _chosen(inside: Sequence[Topic], claim: Claim) -> tuple[Topic, ...]:
    """What the act is about: all that a meeting names, else the first name after the word of the act."""
    if claim.type is ActType.CONSULT:
        return _best(inside, claim)
    after = [t for t in inside if t.span.end > claim.trigger.start]
    after = after or [t for t in inside if _distance(t.span, claim.trigger) <= _BEHIND]
    if not after:
        return ()
    first = min(after, key=lambda t: (max(t.span.start, claim.trigger.start), t.rank, -t.span.end))
    return _best([t for t in inside if t.span.meets(first.span)], claim)


def _beside(around: Sequence[Topic], claim: Claim) -> tuple[Topic, ...]:
    """The named issue next to a clause that names none."""
    near = [t for t in around if t.scope is not Scope.GENERAL and _distance(t.span, claim.trigger) <= _NEAR]
    first = min(near, key=lambda t: (_distance(t.span, claim.trigger), t.span), default=None)
    return _best([t for t in near if t.span.meets(first.span)], claim) if first else ()


def _narrowed(topic: Topic, around: Sequence[Topic]) -> Topic:
    """A general name ("the missile launch") is the named issue of its sentence that has a word in common with it."""
    if topic.scope is not Scope.GENERAL:
        return topic
    words = set(topic.alias.lower().split())
    named = [t for t in around if t.scope is not Scope.GENERAL and words.intersection(t.alias.lower().split())]
    return named[0] if named else topic


def _best(topics: Sequence[Topic], claim: Claim) -> tuple[Topic, ...]:
    """Named issues before general ones, those of the claim's own parties before others."""
    lowest = min(t.rank for t in topics)
    ranked = [t for t in topics if t.rank == lowest]
    mine = set(powers(claim.parties))
    fits = max(len(mine.intersection(t.parties)) for t in ranked)
    unique = {t.id: t for t in ranked if len(mine.intersection(t.parties)) == fits or t.scope is not Scope.WORLD}
    return tuple(unique.values())


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _last_with(reading: Reading, pointer: Word) -> Topic | None:
    """The last topic before a word whose sentence holds the same word."""
    sentences = {w.sentence for w in reading.words if w.stem == pointer.stem and w.start < pointer.start}
    before = [t for t in reading.topics if t.span.end <= pointer.start and t.sentence in sentences]
    named = [t for t in before if t.scope is not Scope.GENERAL]
    found = named or before
    return found[-1] if found else None
