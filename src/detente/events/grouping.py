"""Groups of texts of which it is asked, two by two, whether they are one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

FEW = 12
"""Where more texts than this share something, each is only compared with its neighbours: a chain joins as well."""


class Groups[K: str]:
    """Texts that are one, each group known by its fullest text; at first each is by itself."""

    def __init__(self, size: Mapping[K, int], are_one: Callable[[K, K], bool]) -> None:
        self._size = size
        self._are_one = are_one
        self._fuller = {key: key for key in size}

    def fullest(self, key: K) -> K:
        """The fullest text of the group."""
        while self._fuller[key] != key:
            self._fuller[key] = self._fuller[self._fuller[key]]
            key = self._fuller[key]
        return key

    def join(self, a: K, b: K) -> bool:
        """Make the groups of two texts one where these are one and the fullest texts of both groups are; whether so."""
        fullest = {self.fullest(a), self.fullest(b)}
        # a few sentences that two reports both quote can be most of a short cut of one, but not of the whole report
        are_one = len(fullest) > 1 and self._are_one(a, b) and (fullest == {a, b} or self._are_one(*sorted(fullest)))
        if are_one:
            less, more = sorted(fullest, key=lambda key: (self._size[key], key))
            self._fuller[less] = more
        return are_one


def neighbours[T](holders: Sequence[T]) -> Iterator[tuple[T, T]]:
    """The pairs to be compared of texts that share something."""
    return combinations(holders, 2) if len(holders) <= FEW else pairwise(holders)
