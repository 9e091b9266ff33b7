"""Names of issues that no data knows, from the words of a report: "row over X", "talks on X", "issue of X"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from detente.domain.derived import IssueNature
from detente.domain.spans import Span
from detente.rules.issues import IssueCues, Stems, Word

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


def joined_names(names: Iterable[Named]) -> Mapping[tuple[str, ...], Named]:
    """Each name with the shortest that it holds: "fishing right" and "fishing right off Rockall" are one issue."""
    ordered = sorted(names, key=lambda n: (len(n.stems), n.stems, n.nature, n.name))
    canonical: dict[tuple[str, ...], Named] = {}
    for named in ordered:
        held = min((k for k in _held(named.stems) if k in canonical), key=lambda k: (len(k), k), default=None)
        canonical.setdefault(named.stems, canonical[held] if held else named)
    return canonical


def by_first_word(names: Iterable[Stems]) -> Mapping[str, Sequence[Stems]]:
    """The names of two words or more by their first word, the longest first."""
    found: dict[str, list[Stems]] = defaultdict(list)
    for stems in sorted(names, key=lambda s: (-len(s), s)):
        if len(stems) > 1:
            found[stems[0]].append(stems)
    return found


def repeated(
    words: Sequence[Word],
    canonical: Mapping[Stems, Named],
    by_first: Mapping[str, Sequence[Stems]],
    named: Sequence[Named],
) -> Iterator[Named]:
    """Further places of names of two words or more that some report has called a dispute or channel."""
    for i, word in enumerate(words):
        for stems in by_first.get(word.stem, ()):
            piece = words[i : i + len(stems)]
            if tuple(w.stem for w in piece) == stems and not any(n.start <= word.start < n.end for n in named):
                span = Span(word.start, piece[-1].end)
                yield Named(stems, span, word.start, canonical[stems].nature, word.sentence)
                break


def _held(stems: Stems) -> set[Stems]:
    """The names of two words or more that a name can hold."""
    return {stems[a:b] for a, b in combinations(range(len(stems) + 1), 2) if b - a > 1}


def _nature(word: Word, cues: IssueCues) -> IssueNature | None:
    if word.stem in cues.dispute_nouns:
        return IssueNature.DISPUTE
    return IssueNature.CHANNEL if word.stem in cues.channel_nouns else None


def _name(words: Sequence[Word], at: int, first: int, nature: IssueNature, cues: IssueCues) -> Iterator[Named]:
    """The words after a connector up to the next word of grammar."""
    while first < len(words) and words[first].stem in cues.openers:
        first += 1
    after = first
    while after < len(words) and after - first < _LONGEST and _goes_on(words, after, (first, words[at].sentence), cues):
        after += 1
    kept = words[first:after]
    if len(kept) == 1 and _describes(words, after, cues):
        return
    if kept and kept[-1].stem not in cues.empty and not all(w.stem in cues.empty or w.stem.isdigit() for w in kept):
        stems = tuple(w.stem for w in kept)
        span = Span(kept[0].start, kept[-1].end)
        yield Named(stems, span, words[at].start, nature, words[at].sentence)


def _describes(words: Sequence[Word], after: int, cues: IssueCues) -> bool:
    """Whether a single word only says of what kind matters are: "talks on REGIONAL and bilateral issues"."""
    then = words[after : after + 3]
    is_of_one = len(then) == 3 and len({w.sentence for w in (words[after - 1], *then)}) == 1  # noqa: PLR2004 - and, kind, matters
    return is_of_one and then[0].stem in cues.joiners and then[2].stem in cues.empty


def _goes_on(words: Sequence[Word], i: int, begun: tuple[int, int], cues: IssueCues) -> bool:
    """Whether a name goes on: the sentence does, no comma stands before it, and it is no word of grammar."""
    word, before = words[i], words[i - 1]
    first, sentence = begun
    is_first = i == first
    is_stop = word.stem in cues.stops or (not is_first and word.stem.endswith(cues.stop_endings))
    return word.sentence == sentence and not is_stop and (is_first or word.start - before.end <= 1)
