"""Texts that repeat one another's words: cut, reordered, with other words here and there, under another lead.

Texts that share rows of words are compared sentence by sentence. A sentence of one stands in the other where most of
its words do, so that a synonym or a misspelt word does not hide it; and a text is a copy where most of the shorter
one stands in the longer one, in whatever order and under whatever lead. docs/measures.md has the measure.
"""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from detente.events.grouping import Groups, neighbours

ROW = 4
"""Words in a row that make two texts worth comparing where they share several."""
ROWS = 3
"""How many rows; one or two are a name or a formula."""
SAME_SENTENCE = 0.65
"""The share of common words, of the words of both, from which two sentences are one."""
COPIED_SHARE = 0.5
"""The share of the shorter text that stands in the longer one from which it is a copy."""
SHORTEST_SENTENCE = 4
"""Words; less is a name, a place or a heading."""
SHORTEST_TEXT = 20
"""Words; less is a formula of the trade, no evidence."""

BUCKETS = 64
"""Parts in which rows are gathered, so that those of all texts are never held one by one."""

_ENDS = re.compile(r"(?<=[.!?…])[\"”’»)\]]*\s+|\n+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Text:
    """A text as it is compared, in little room: a large record has a hundred thousand."""

    sentences: tuple[str, ...]
    """The words of each, in lower case."""
    sizes: Sequence[int]
    """How many words each has, each counted once."""
    rows: Sequence[int]
    """The hash of each row of words."""
    places: Sequence[int]
    """In which sentence each stands first."""

    @property
    def size(self) -> int:
        """How many words all sentences have."""
        return sum(self.sizes)

    def words(self, sentence: int) -> frozenset[str]:
        """The words of a sentence."""
        return frozenset(self.sentences[sentence].split())


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
    place = dict(zip(long.rows, long.places, strict=True))
    met = {(n, place[row]) for row, n in zip(short.rows, short.places, strict=True) if row in place}
    enough = COPIED_SHARE * short.size
    if sum(short.sizes[n] for n in {n for n, _ in met}) < enough:
        return False
    copied = {n for n, other in met if _are_one(short.words(n), long.words(other))}
    return sum(short.sizes[n] for n in copied) >= enough


def _text(text: str) -> _Text:
    words = [_WORD.findall(part.lower()) for part in _ENDS.split(text)]
    long_enough = [sentence for sentence in words if len(sentence) >= SHORTEST_SENTENCE]
    place: dict[int, int] = {}
    for n, sentence in enumerate(long_enough):
        for i in range(len(sentence) - ROW + 1):
            place.setdefault(_row(sentence[i : i + ROW]), n)
    return _Text(
        sentences=tuple(" ".join(sentence) for sentence in long_enough),
        sizes=array("L", (len(set(sentence)) for sentence in long_enough)),
        rows=array("Q", place.keys()),
        places=array("L", place.values()),
    )


def _row(words: Sequence[str]) -> int:
    """64 bits for a row of words, the same in any process."""
    return int.from_bytes(blake2b(" ".join(words).encode(), digest_size=8).digest())


def _candidates[K: str](texts: Mapping[K, _Text]) -> Iterator[tuple[K, K]]:
    """Pairs of texts that share rows of words, those with the most first."""
    keys = list(texts)
    held = [(array("Q"), array("L")) for _ in range(BUCKETS)]
    for n, text in enumerate(texts.values()):
        for row in text.rows if text.size >= SHORTEST_TEXT else ():
            rows, holders = held[row % BUCKETS]
            rows.append(row)
            holders.append(n)
    pairs = [array("Q") for _ in range(BUCKETS)]
    for rows, holders in held:
        for a, b in _neighbours(rows, holders):
            pairs[a % BUCKETS].append(a * len(keys) + b)
    counted = ((many, code) for codes in pairs for code, many in Counter(codes).items() if many >= ROWS)
    for _, code in sorted(counted, key=lambda item: (-item[0], item[1])):
        yield keys[code // len(keys)], keys[code % len(keys)]


def _neighbours(rows: Sequence[int], holders: Sequence[int]) -> Iterator[tuple[int, int]]:
    by_row: dict[int, list[int]] = defaultdict(list)
    for row, holder in zip(rows, holders, strict=True):
        by_row[row].append(holder)
    for own in by_row.values():
        yield from neighbours(own)


def _are_one(a: frozenset[str], b: frozenset[str]) -> bool:
    return 2 * len(a & b) >= SAME_SENTENCE * (len(a) + len(b))
