"""Numbers that reports give for one thing and that no hedge reconciles.

Two numbers are compared only where enough says that they are the numbers of one thing: what is counted must be named
alike, and whoever does the act, the period and the event must not differ; beside this the speaker, the place, the
parties and the words around must have so much in common that they hold the two together.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from detente.domain.ids import ReportId
from detente.events.contrasts import Contrast, contrast
from detente.events.counts import PERCENT, Count, counts, doers_stems
from detente.events.tellings import Sources
from detente.rules.contraries import Contraries

SAME_MEASURE = 0.8
"""The share of common words (of all the words of both) from which two numbers measure one thing."""
TELLING = 3
"""Words of a measure; fewer ("killed people") are of one thing only beside the same names."""
ANCHORS = 2
"""So many things beside the noun must tie two counts together."""
ANCHORS_OF_BARE = 4
"""The same for a noun of which nothing more is said: "people" are not always the same people."""
NAMED = 2
"""Words of meaning that must name what one speaker counts."""
CLOSE = 2
"""Times; rates further apart than this are rates of different things."""


def differing_numbers(sources: Sources, contraries: Contraries) -> Iterator[Contrast]:
    """Numbers that two reports give for one thing."""
    found = counts(sources, contraries)
    same = _Sameness(sources, contraries, doers_stems(sources, contraries), _told_alone(sources, found))
    by_pair: Mapping[tuple[ReportId, ReportId], list[tuple[Count, Count]]] = defaultdict(list)
    of_one_unit = sources.pairs(found, _report_of, lambda c: c.unit)
    given = [c for c in found if c.giver]
    of_one_giver = sources.pairs(given, _report_of, lambda c: c.giver.surname if c.giver else None)
    for a, b in chain(of_one_unit, (pair for pair in of_one_giver if pair[0].unit != pair[1].unit)):
        if a.quote.report_id != b.quote.report_id and same.holds(a, b):
            by_pair[a.quote.report_id, b.quote.report_id].append((a, b))
    for pair in sorted(by_pair):
        yield from _contrasts(by_pair[pair], same)


def _report_of(count: Count) -> ReportId:
    return count.quote.report_id


@dataclass(frozen=True, eq=False)
class _Sameness:
    """What decides whether two counts are of one thing."""

    sources: Sources
    contraries: Contraries
    doers: frozenset[str]
    """Stems of those who act, when they are counted."""
    told_alone: Mapping[Count, int]
    """By count the event in whose words it is its report's one number of that unit."""

    def holds(self, a: Count, b: Count) -> bool:
        """Whether two counts are of one thing."""
        if self._are_kept_apart(a, b):
            return False
        if a.unit != b.unit:
            return self._said_of_one_thing(a, b)
        if a in self.told_alone and self.told_alone[a] == self.told_alone.get(b):
            return True
        if a.unit == PERCENT and (a.kinds or b.kinds):
            return self._are_one_rate(a, b)
        return self._measure_alike(a, b) or self._said_of_one_thing(a, b) or self._are_tied(a, b)

    def _are_kept_apart(self, a: Count, b: Count) -> bool:
        """Whether two counts are of different times or acts."""
        if a.period and b.period and a.period != b.period:
            return True
        left, right = (frozenset(self.sources.event_of[x.id] for x in c.claims) for c in (a, b))
        return bool(left and right and left.isdisjoint(right)) and a.unit != PERCENT

    def _measure_alike(self, a: Count, b: Count) -> bool:
        """Whether two figures are measured in the same words."""
        left, right = (
            self.sources.alike.content(c.figure.measure or "") if c.figure else frozenset[str]() for c in (a, b)
        )
        shared = left & right
        is_said = len(shared) >= TELLING or (len(shared) > 1 and a.telling.powers == b.telling.powers)
        return is_said and len(shared) / len(left | right) >= SAME_MEASURE

    def _are_one_rate(self, a: Count, b: Count) -> bool:
        """Whether two reports give one rate each for what the same party lays on the same other one."""
        one_act = a.doers == b.doers and a.parties == b.parties and len(a.parties) > 1
        return bool(one_act and a.kinds & b.kinds) and max(a.high, b.high) <= CLOSE * min(a.low, b.low)

    def _said_of_one_thing(self, a: Count, b: Count) -> bool:
        """Whether one speaker gives both, and the words with each name what the other counts."""
        if not a.giver or not b.giver or a.giver.surname != b.giver.surname or PERCENT in (a.unit, b.unit):
            return False
        named = [c.kinds | {c.unit} for c in (a, b)]
        return named[0] <= b.giver.stems and named[1] <= a.giver.stems and len(named[0] | named[1]) >= NAMED

    def _are_tied(self, a: Count, b: Count) -> bool:
        """Whether the nouns are the same, no other doer stands beside one of them, and enough else ties the two."""
        if a.kinds != b.kinds or any(c.figure and c.figure.unit in self.contraries.units for c in (a, b)):
            return False
        are_doers = a.unit in self.doers
        needed = ANCHORS if a.kinds or are_doers else ANCHORS_OF_BARE
        return (a.doers == b.doers or are_doers) and self._anchors(a, b) >= needed

    def _anchors(self, a: Count, b: Count) -> int:
        """How many things beside the noun tie two counts together."""
        states = bool(a.giver and b.giver and a.giver.state and a.giver.state == b.giver.state)
        shared = (a.stems & b.stems) - a.kinds - {a.unit} - {f"@{p}".casefold() for p in (a.place,) if p}
        places = a.place is not None and a.place == b.place
        parties = len(a.parties) > 1 and a.parties == b.parties
        return states + places + 2 * parties + bool(a.kinds) + min(2, len(shared))


def _told_alone(sources: Sources, found: Sequence[Count]) -> Mapping[Count, int]:
    """The counts that are the one number of their unit in the words of an event in their report."""
    told = {c: sources.event_of[claim.id] for c in found for claim in c.claims[-1:] if c.figure}
    many = Counter((n, c.quote.report_id, c.unit) for c, n in told.items())
    return {c: n for c, n in told.items() if many[n, c.quote.report_id, c.unit] == 1}


def _contrasts(pairs: Sequence[tuple[Count, Count]], same: _Sameness) -> Iterator[Contrast]:
    """The pairs of two reports that differ, where neither report gives another number that would agree, or a third."""
    agreeing = {c for a, b in pairs if a.agrees(b) for c in (a, b)}
    for a, b in pairs:
        rivals = [c for x, y in pairs if a in (x, y) or b in (x, y) for c in (x, y) if c not in (a, b)]
        is_clear = all(c.says in (a.says, b.says) for c in rivals)
        if a not in agreeing and b not in agreeing and is_clear and not _grew(a, b, same):
            yield contrast("number", _about(a, b, same.contraries), (a.quote, a.says), (b.quote, b.says))


def _grew(a: Count, b: Count, same: _Sameness) -> bool:
    """Whether the number is of those that grow from day to day, and the later report has the higher one."""
    first, second = (same.sources.published[c.quote.report_id].earliest for c in (a, b))
    words = " ".join(c.telling.quote.exact for c in (a, b))
    if first is None or second is None or not same.contraries.has("growing", words):
        return False
    return first != second and (first < second) == (a.low < b.low)


def _about(a: Count, b: Count, contraries: Contraries) -> str:
    """What the two count, in the more words; of counts without a number, in the fewer."""
    named = [" ".join(c.named.split()) for c in sorted((a, b), key=lambda c: (c.is_vague, -len(c.named), c.named))]
    kind = "rate" if a.unit == PERCENT else "sum" if a.figure and a.figure.unit in contraries.money else "count"
    return contraries.phrases[kind].format(noun=named[-1] if a.is_vague and b.is_vague else named[0])
