"""Texts that repeat one another's words: cut, reordered, with other words here and there, under another lead.

Texts that share rows of words are compared sentence by sentence. A sentence of one stands in the other where most of
its words do, so that a synonym or a misspelt word does not hide it; and a text is a copy where most of the shorter
one stands in the longer one, in whatever order and under whatever lead. docs/measures.md has the measure.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

from detente.events.grouping import Groups

ROW = 4
"""Words in a row that make two texts worth comparing where they share several."""
ROWS = 3
"""How many rows; one or two are a name or a formula."""
FEW = 12
"""Where more reports than this share a row, each is only compared with its neighbours: a chain joins copies as well."""
SAME_SENTENCE = 0.65
"""The share of common words, of the words of both, from which two sentences are one."""
COPIED_SHARE = 0.5
"""The share of the shorter text that stands in the longer one from which it is a copy."""
SHORTEST_SENTENCE = 4
"""Words; less is a name, a place or a heading."""
SHORTEST_TEXT = 20
"""Words; less is a formula of the trade, no evidence."""

_ENDS = re.compile(r"(?<=[.!?…])[\"”’»)\]]*\s+|\n+")
_WORD = re.compile(r"\w+")


_Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """A text as it is compared."""

    sentences: tuple[frozenset[str], ...]
    """The words of each."""
    size: int
    """How many words its sentences have, each counted once in a sentence."""
    sentence_by_row: Mapping[_Row, int]
    """Where each row of words stands first."""


def fullest_copies[K: str](texts: Mapping[K, str]) -> Mapping[K, K]:
    """For each text the fullest of those that are copies of it; a lone text is its own."""
    cut = {key: _text(texts[key]) for key in sorted(texts)}
    groups = Groups({key: text.size for key, text in cut.items()}, lambda a, b: _are_copies(cut[a], cut[b]))
    for a, b in _candidates(cut):
        groups.join(a, b)
    return {key: groups.fullest(key) for key in cut}


def _are_copies(one: _Text, other: _Text) -> bool:
    short, long = sorted((one, other), key=lambda text: text.size)
    # only sentences that share a row are worth comparing
    place = long.sentence_by_row
    met = {(n, place[row]) for row, n in short.sentence_by_row.items() if row in place}
    copied = {n for n, other in met if _are_one(short.sentences[n], long.sentences[other])}
    return sum(len(short.sentences[n]) for n in copied) >= COPIED_SHARE * short.size


def _text(text: str) -> _Text:
    words = [_WORD.findall(part.lower()) for part in _ENDS.split(text)]
    long_enough = [sentence for sentence in words if len(sentence) >= SHORTEST_SENTENCE]
    place: dict[_Row, int] = {}
    for n, sentence in enumerate(long_enough):
        for i in range(len(sentence) - ROW + 1):
            place.setdefault(tuple(sentence[i : i + ROW]), n)
    sentences = tuple(map(frozenset, long_enough))
    return _Text(sentences, sum(map(len, sentences)), place)


def _candidates[K: str](texts: Mapping[K, _Text]) -> Iterator[tuple[K, K]]:
    """Pairs of texts that share rows of words, those with the most first."""
    holders: dict[_Row, list[K]] = defaultdict(list)
    for key, text in texts.items():
        if text.size >= SHORTEST_TEXT:
            for row in text.sentence_by_row:
                holders[row].append(key)
    shared: Counter[tuple[K, K]] = Counter()
    for keys in holders.values():
        shared.update(combinations(keys, 2) if len(keys) <= FEW else pairwise(keys))
    for pair, count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if count >= ROWS:
            yield pair


def _are_one(a: frozenset[str], b: frozenset[str]) -> bool:
    return 2 * len(a & b) >= SAME_SENTENCE * (len(a) + len(b))
