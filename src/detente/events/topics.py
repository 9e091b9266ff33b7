"""Topics: the places of a report where an issue is named, and between which two powers each is there."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from detente.domain.derived import IssueNature
from detente.domain.findings import Findings
from detente.domain.ids import ActorId, IssueId
from detente.domain.spans import Span
from detente.rules.issues import Scope, Word, read_words

KEPT_REPORTS = 4096
"""Reports whose words are kept at hand."""


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
        return words_of(self.findings.report.text)

    def owned(self, topic: Topic, of_claim: Sequence[ActorId] = ()) -> Topic:
        """The issue of its own pair: that of the report, or the claim's where the two have no one in common."""
        if topic.scope is Scope.WORLD:
            return topic
        pair = self.pairs[topic.id]
        if len(of_claim) == 2 and not set(of_claim) & set(pair):  # noqa: PLR2004 - a pair
            pair = tuple(sorted(of_claim))
        named = self._named(topic, pair)
        if named:
            return replace(named, alias=topic.alias, span=topic.span, sentence=topic.sentence)
        suffix = "".join(f"-{p.lower()}" for p in pair)
        return replace(topic, id=IssueId(topic.id + suffix), parties=pair)

    def _named(self, topic: Topic, pair: Sequence[ActorId]) -> Topic | None:
        """The named issue of two powers that a general word ("missile launches") means in a report that names it."""
        if not topic.is_known or len(pair) < 2:  # noqa: PLR2004 - a pair
            return None
        stems = _stems(topic.alias)
        shared = {
            t.id: (len(stems & _stems(t.alias)), t)
            for t in self.topics
            if t.scope is Scope.WORLD and not t.is_loose and set(pair) <= set(t.parties)
        }
        most = max(shared.values(), key=lambda found: (found[0], found[1].id), default=(0, None))
        return most[1] if most[0] else None

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


def _stems(alias: str) -> set[str]:
    return {w.stem for w in read_words(alias)}


@lru_cache(maxsize=KEPT_REPORTS)
def words_of(text: str) -> tuple[Word, ...]:
    """Read anew where they were let go: the words of a report take much more room than its text."""
    return read_words(text)
