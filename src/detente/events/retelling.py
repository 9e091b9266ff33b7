"""Whether one text is another one in other words: translated and translated back, or rewritten from an agency's.

Then every word may be another one, but the sentences tell the same things in the same order: the names, numbers and
some of the words of each stand in its counterpart. Two witnesses of one summit share names, day and numbers, too, but
not sentence by sentence; so the order and completeness of the sentences decide. docs/measures.md has the measure.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

from detente.domain.derived import Retelling
from detente.domain.spans import Span
from detente.events.grouping import neighbours
from detente.rules.differing import DifferingRules
from detente.rules.letters import without_accents
from detente.text.sentences import split_sentences

ALIKE = 30
"""Per cent: the share of common marks, by weight, from which two sentences can be one in other words."""
KEPT = 38
"""Per cent of the shorter text that is kept, each sentence counted by how much it is like its counterpart.

Rewritten texts kept 42 to 61, the nearest of independent reports on one event 32 (`evaluation/retold` and others).
"""
UNBROKEN = 75
"""Per cent of the longer text, from its first to its last sentence that is kept: two witnesses skip and add."""
FEWEST = 5
"""Sentences; what a short brief has in common with a report is no evidence."""
KNOTS = 4
"""So many knots make two texts worth comparing, where they are as many per cent of the fewer as the next number."""
KNOTTED = 30
SHARES = ((1, 1), (1, 2), (2, 1))
"""How many sentences of one text are how many of the other: a translation may split one or join two."""
_PART = re.compile(r"\S(?:[^\n]*\S)?")
_MARK = re.compile(r"\d+(?:[.,\u00a0\u2009\u202f]\d+)*|[^\W\d_]+")
_NOT_A_DIGIT = re.compile(r"\D")
_SOFT = re.compile(r"[aeiouyhw]")
_NAME, _NUMBER = "@", "#"
_LETTERS = 3
"""Letters of a name that all its romanisations, and most forms of it, have in common: "Karim" and "Kareem"."""
_SHORT_WORD = 3
"""Letters; a capital at the head of a sentence makes no name of a word as short as this."""

_Knot = tuple[str, str]


@dataclass(frozen=True)
class Gist:
    """A text as it is compared with others in other words."""

    sentences: tuple[frozenset[str], ...]
    """The marks of each: names and numbers in a form that outlives a translation, and the stems of words."""

    @cached_property
    def weights(self) -> Mapping[str, int]:
        """How much each mark tells its sentence from the others; whole numbers, whose sums know no order."""
        counts = Counter(mark for marks in self.sentences for mark in marks)
        return {mark: round(100 * math.log1p(len(self.sentences) / count)) for mark, count in counts.items()}

    @cached_property
    def knots(self) -> frozenset[_Knot]:
        """The names and numbers that stand in one sentence, two by two."""
        held = (sorted(m for m in marks if m[0] in _NAME + _NUMBER) for marks in self.sentences)
        return frozenset(knot for marks in held for knot in combinations(marks, 2))

    @cached_property
    def size(self) -> int:
        """The weight of all sentences."""
        return sum(self.weigh(marks) for marks in self.sentences)

    def weigh(self, marks: frozenset[str]) -> int:
        """The weight of some marks."""
        weights = self.weights
        return sum(weights[mark] for mark in marks)

    def between(self, start: int, end: int) -> int:
        """The weight of some sentences in a row."""
        return sum(self.weigh(marks) for marks in self.sentences[start:end])

    def marks(self, start: int, end: int) -> frozenset[str]:
        """The marks of some sentences in a row."""
        return frozenset().union(*self.sentences[start:end])


@dataclass(frozen=True, slots=True)
class _Link:
    """Sentences of one text that can be sentences of the other."""

    left: Span
    right: Span
    alike: int
    worth: int


class Marker:
    """Turns texts into gists, and remembers what it made of each word: the words of many texts are the same."""

    def __init__(self, rules: DifferingRules) -> None:
        self._abbreviations = rules.abbreviations
        self._empty = rules.alike.empty
        self._alike = rules.alike
        self._words: dict[str, tuple[str, ...]] = {}
        self._names: dict[str, str] = {}

    def gist(self, text: str) -> Gist:
        """The sentences of a text by the marks that outlive a translation."""
        sentences = [
            _MARK.findall(text, span.start, span.end)
            for part in _PART.finditer(text)
            for span in split_sentences(text, Span(*part.span()), self._abbreviations)
        ]
        small = {word for words in sentences for word in words if word[0].islower()}
        named = {word for words in sentences for word in words[1:] if word[0].isupper()}
        marked = (frozenset(self._marks(words, named, small)) for words in sentences)
        return Gist(tuple(marks for marks in marked if len(marks) > 1))

    def _marks(self, words: Sequence[str], named: set[str], small: set[str]) -> Iterator[str]:
        for n, word in enumerate(words):
            if word[0].isdigit():
                # "1,200", "1.200" and "1.2 thousand" have their digits in common
                digits = _NOT_A_DIGIT.sub("", word).strip("0")
                yield from [_NUMBER + digits] if digits else []
            elif (
                word[0].isupper() and (n > 0 or word in named or len(word) > _SHORT_WORD) and self._is_name(word, small)
            ):
                yield self._name(word)
            else:
                yield from self._word(word)

    def _is_name(self, word: str, small: set[str]) -> bool:
        folded = word.casefold()
        return folded not in small and folded not in self._empty

    def _name(self, word: str) -> str:
        if word not in self._names:
            letters = without_accents(word).casefold()
            self._names[word] = _NAME + (letters[:1] + _SOFT.sub("", letters[1:]))[:_LETTERS]
        return self._names[word]

    def _word(self, word: str) -> tuple[str, ...]:
        if word not in self._words:
            self._words[word] = self._alike.stems([without_accents(word)])
        return self._words[word]


def likely_retellings[K: str](gists: Mapping[K, Gist]) -> Iterator[tuple[K, K]]:
    """Pairs of texts that share so many knots that one may be the other in other words, those with the most first."""
    holders: dict[_Knot, list[K]] = defaultdict(list)
    for key in sorted(gists):
        if len(gists[key].sentences) >= FEWEST:
            for knot in gists[key].knots:
                holders[knot].append(key)
    shared: Counter[tuple[K, K]] = Counter()
    for keys in holders.values():
        shared.update(neighbours(keys))
    for (a, b), count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if count >= KNOTS and 100 * count >= KNOTTED * min(len(gists[a].knots), len(gists[b].knots)):
            yield a, b


def retelling(one: Gist, other: Gist) -> Retelling | None:
    """What shows that two texts are one in other words; None where they are two."""
    short, long = sorted((one, other), key=lambda gist: (gist.size, sorted(map(sorted, gist.sentences))))
    chain = _chain(_links(short, long))
    if len(chain) < FEWEST:
        return None
    kept = sum(short.between(k.left.start, k.left.end) * k.alike for k in chain)
    found = sum(long.between(k.right.start, k.right.end) for k in chain)
    if kept < KEPT * short.size or 100 * found < UNBROKEN * long.between(chain[0].right.start, chain[-1].right.end):
        return None
    common = frozenset().union(
        *(short.marks(k.left.start, k.left.end) & long.marks(k.right.start, k.right.end) for k in chain)
    )
    names, numbers = (sum(mark[0] == kind for mark in common) for kind in (_NAME, _NUMBER))
    return Retelling(sum(len(k.left) for k in chain), len(short.sentences), names, numbers)


def _links(short: Gist, long: Gist) -> Iterator[_Link]:
    """All sentences that can be sentences of the other text."""
    at: dict[str, list[int]] = defaultdict(list)
    for n, marks in enumerate(long.sentences):
        for mark in marks:
            at[mark].append(n)
    for n, marks in enumerate(short.sentences):
        for other, (left, right) in product(sorted({m for mark in marks for m in at.get(mark, ())}), SHARES):
            if n + left <= len(short.sentences) and other + right <= len(long.sentences):
                link = _link(short, long, Span(n, n + left), Span(other, other + right))
                if link.alike >= ALIKE and link.alike > _of_a_part(short, long, link):
                    yield link


def _link(short: Gist, long: Gist, left: Span, right: Span) -> _Link:
    ours, theirs = short.marks(left.start, left.end), long.marks(right.start, right.end)
    if not _numbers_may_be_one(ours, theirs):
        return _Link(left, right, 0, 0)
    common = ours & theirs
    weight = short.weigh(ours) + long.weigh(theirs)
    alike = 100 * (short.weigh(common) + long.weigh(common)) // weight
    return _Link(left, right, alike, alike * weight)


def _of_a_part(short: Gist, long: Gist, link: _Link) -> int:
    """How much a sentence is like the better of two; what stands beside it is not to be taken in with it."""
    if len(link.left) == len(link.right):
        return 0
    parts = product(range(link.left.start, link.left.end), range(link.right.start, link.right.end))
    return max(_link(short, long, Span(n, n + 1), Span(m, m + 1)).alike for n, m in parts)


def _numbers_may_be_one(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    left, right = ({m for m in marks if m[0] == _NUMBER} for marks in (ours, theirs))
    return not left or not right or bool(left & right)


def _chain(links: Iterator[_Link]) -> list[_Link]:
    """Of the links that follow one another in both texts those that are worth the most."""
    ordered = sorted(links, key=lambda k: (k.left.end, k.right.end, k.left.start, k.right.start))
    worth: list[int] = []
    before: list[int | None] = []
    for n, link in enumerate(ordered):
        earlier = (m for m in range(n) if _follows(link, ordered[m]))
        best = max(earlier, key=lambda m: (worth[m], -m), default=None)
        before.append(best)
        worth.append(link.worth + (worth[best] if best is not None else 0))
    at = max(range(len(ordered)), key=lambda n: (worth[n], -n), default=None)
    chain: list[_Link] = []
    while at is not None:
        chain.append(ordered[at])
        at = before[at]
    return chain[::-1]


def _follows(link: _Link, earlier: _Link) -> bool:
    return earlier.left.end <= link.left.start and earlier.right.end <= link.right.start
