"""A claim without a phrase has its report's day, or some day before; where another report dates the same, it has that.

"Ruritania imposed tariffs of 20 %", told as news in May, is the tariff of 20 % that another report dates to April.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from detente.domain.days import Basis
from detente.domain.derived import Placed
from detente.domain.findings import Claim
from detente.domain.ids import ActorId
from detente.events.likeness import has_rates, sayings_of
from detente.events.sameness import SHARED_WORDS, Bench, side_ids

FIRM = (Basis.STATED, Basis.RESOLVED, Basis.JUDGED)
Word = tuple[ActorId, str]
"""A word of meaning in a claim about a party."""


def redate(placed: Sequence[Placed], bench: Bench) -> list[Placed]:
    """The claims, those whose report's day was too late with the day under which others tell the same."""
    firm = _Firm(placed, bench)
    return [_redated(one, firm, bench) if one.when.basis is Basis.LEAD else one for one in placed]


def _redated(soft: Placed, firm: "_Firm", bench: Bench) -> Placed:
    told = [
        other.when for other in firm.near(soft.claim) if _is_earlier(other, soft) and bench.tells_the_same(soft, other)
    ]
    if not told or not all(a.meets(b) for a in told for b in told):
        return soft
    when = min(told, key=lambda w: (w.days or 0, str(w.earliest), w.reason))
    reason = "told without a day, but another report gives it"
    return replace(soft, when=replace(when, basis=Basis.RESOLVED, reason=reason))


def _is_earlier(firm: Placed, soft: Placed) -> bool:
    last, first, by_then = firm.when.latest, soft.when.earliest, soft.when.latest
    if first is None:
        return bool(last and by_then and last <= by_then)
    return bool(last and last < first)


class _Firm:
    """The claims with a day of their own, by what one that tells the same must share with them."""

    def __init__(self, placed: Sequence[Placed], bench: Bench) -> None:
        self._bench = bench
        self._claims = [one for one in placed if one.when.basis in FIRM and one.when.is_known]
        self._by_word: dict[Word, list[int]] = defaultdict(list)
        self._by_rarest: dict[Word, list[int]] = defaultdict(list)
        self._by_key: dict[Hashable, list[int]] = defaultdict(list)
        for n, one in enumerate(self._claims):
            for word in self._words(one.claim):
                self._by_word[word].append(n)
            for key in _keys(one.claim):
                self._by_key[key].append(n)
        for n, one in enumerate(self._claims):
            for rarest in self._rarest(one.claim):
                self._by_rarest[rarest].append(n)

    def near(self, soft: Claim) -> Iterator[Placed]:
        """Those that share a rate, a saying or all the words of the shorter one with a claim, and a few others."""
        found = {n for key in _keys(soft) for n in self._by_key.get(key, ())}
        # the words of a firm one may all stand in this one, or the words of this one all in a firm one
        found |= {n for word in self._words(soft) for n in self._by_rarest.get(word, ())}
        found |= {n for rarest in self._rarest(soft) for n in self._by_word.get(rarest, ())}
        return (self._claims[n] for n in sorted(found))

    def _words(self, claim: Claim) -> list[Word]:
        meanings = self._bench.meanings(claim)
        return [(id_, w) for id_ in side_ids(claim) for w in meanings] if len(meanings) >= SHARED_WORDS else []

    def _rarest(self, claim: Claim) -> list[Word]:
        """For each party the word of a claim that the fewest claims about it have."""
        by_party: dict[ActorId, list[Word]] = defaultdict(list)
        for word in self._words(claim):
            by_party[word[0]].append(word)
        return [min(own, key=lambda w: (len(self._by_word.get(w, ())), w)) for own in by_party.values()]


def _keys(claim: Claim) -> Iterator[Hashable]:
    """One of these two claims that give one rate or one saying have in common."""
    sayings = sayings_of(claim)
    for id_ in side_ids(claim):
        if has_rates(claim):
            yield (id_, "%")
        # the hash of a row of words takes a tenth of its room, and what it brings together is compared in full
        yield from (hash((id_, saying)) for saying in sayings)
