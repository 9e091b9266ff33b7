"""Names of issues that no data knows, from the words of a report: "row over X", "talks on X", "issue of X"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.domain.derived import IssueNature
from detente.domain.spans import Span
from detente.rules.issues import IssueCues, Word

_LONGEST = 4
"""Words of a name; further on the clause speaks of something else."""


@dataclass(frozen=True, slots=True)
class Named:
    """An issue's name as a text gives it."""

    stems: tuple[str, ...]
    name: Span
    start: int
    """Where the words that make it an issue begin ("row over ...")."""
    nature: IssueNature
    sentence: int

    @property
    def end(self) -> int:
        """Where the name ends."""
        return self.name.end


def named_in(words: Sequence[Word], cues: IssueCues) -> Iterator[Named]:
    """Every name of an issue, in the text's order."""
    for i, word in enumerate(words[:-1]):
        nature = _nature(word, cues)
        follows = words[i + 1]
        if nature and follows.stem in cues.connectors and follows.sentence == word.sentence:
            yield from _name(words, i, i + 2, nature, cues)
        elif (word.stem, follows.stem) in cues.of_nouns:
            yield from _name(words, i, i + 2, IssueNature.DISPUTE, cues)


def _nature(word: Word, cues: IssueCues) -> IssueNature | None:
    if word.stem in cues.dispute_nouns:
        return IssueNature.DISPUTE
    return IssueNature.CHANNEL if word.stem in cues.channel_nouns else None


def _name(words: Sequence[Word], at: int, first: int, nature: IssueNature, cues: IssueCues) -> Iterator[Named]:
    """The words after a connector up to the next word of grammar."""
    while first < len(words) and words[first].stem in cues.openers:
        first += 1
    after = first
    while after < len(words) and after - first < _LONGEST and _goes_on(words, after, words[at].sentence, cues):
        after += 1
    kept = words[first:after]
    if kept and not all(w.stem in cues.empty or w.stem.isdigit() for w in kept) and not kept[-1].stem in cues.empty:
        span = Span(kept[0].start, kept[-1].end)
        yield Named(tuple(w.stem for w in kept), span, words[at].start, nature, words[at].sentence)


def _goes_on(words: Sequence[Word], i: int, sentence: int, cues: IssueCues) -> bool:
    """Whether a name goes on: the sentence does, no comma stands before it, and it is no word of grammar."""
    is_next = words[i].start - words[i - 1].end <= 1 or words[i - 1].stem in cues.connectors
    return words[i].sentence == sentence and words[i].stem not in cues.stops and is_next
