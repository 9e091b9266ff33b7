"""Which direct words of two reports are one utterance that they give in slightly other words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import combinations

from detente.domain.derived import SpokenWords
from detente.domain.ids import ReportId
from detente.rules.alike import Alike

ALIKE = 0.75
"""The share of words in common, in order, from which two quotations are one."""
DAYS = 3
"""Between two reports of one utterance; a speaker says much the same next week."""
LEAST = 3
"""Words of meaning in common; "I am happy" can be said twice."""
LONGEST = 150
"""Words of meaning; in a longer quotation no left-out word is looked for, since each costs as much as all of them."""
_WORD = re.compile(r"[^\W_]+(?:[.,'’‑-][^\W_]+)*")


@dataclass(frozen=True, eq=False)
class Uttered:
    """The same letters in one report or several, in a form in which they can be compared with others."""

    spoken: SpokenWords
    alike: Alike

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(_WORD.findall(self.spoken.statements[0].text.casefold().replace("’", "'")))

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The words of meaning, in order."""
        return self.alike.stems(self.words)

    @cached_property
    def turns(self) -> Counter[str]:
        """The numbers, and the small words that turn the sense of a sentence: "not", "may", "never"."""
        return Counter(turn for w in self.words if (turn := self.alike.turn(w)))

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of the names that the reports give the speaker."""
        names = (s.speaker.name for s in self.spoken.statements)
        return frozenset(n.split()[-1].casefold() for n in names if n)

    @cached_property
    def posts(self) -> frozenset[tuple[str, str]]:
        """The states and roles or offices of the speaker, where he has both."""
        found = (
            (s.speaker.state, post) for s in self.spoken.statements for post in (s.speaker.role, self.spoken.office)
        )
        return frozenset((state, post.casefold()) for state, post in found if state and post)

    @cached_property
    def states(self) -> frozenset[str]:
        """The states for which the speaker speaks."""
        return frozenset(s.speaker.state for s in self.spoken.statements if s.speaker.state)

    @cached_property
    def reports(self) -> frozenset[ReportId]:
        """The reports that have these words."""
        return frozenset(s.quote.report_id for s in self.spoken.statements)

    @property
    def shortened(self) -> Iterator[tuple[str, ...]]:
        """The words of meaning, and these without each one of them."""
        yield self.stems
        if len(self.stems) <= LONGEST:
            yield from (self.stems[:i] + self.stems[i + 1 :] for i in range(len(self.stems)))


def joined(uttered: Sequence[Uttered]) -> Iterator[list[SpokenWords]]:
    """The statements, those together that give one utterance; what is like one of a group belongs to it."""
    above = list(range(len(uttered)))
    for i, j in sorted(_candidates(uttered)):
        if are_one(uttered[i], uttered[j]):
            above[_top(above, j)] = _top(above, i)
    groups: dict[int, list[SpokenWords]] = defaultdict(list)
    for at, one in enumerate(uttered):
        groups[_top(above, at)].append(one.spoken)
    yield from groups.values()


def _top(above: Sequence[int], at: int) -> int:
    while above[at] != at:
        at = above[at]
    return at


def _candidates(uttered: Sequence[Uttered]) -> set[tuple[int, int]]:
    """Those with the same words of meaning, and those of which one has one word more."""
    whole: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, one in enumerate(uttered):
        if len(one.stems) >= LEAST:
            whole[one.stems].append(i)
    same = {pair for group in whole.values() for pair in combinations(group, 2)}
    longer = {(min(i, j), max(i, j)) for j, one in enumerate(uttered) for s in one.shortened for i in whole.get(s, ())}
    return {(i, j) for i, j in same | longer if i != j}


def are_one(one: Uttered, other: Uttered) -> bool:
    """Whether two reports give one utterance: one speaker, the same days, and no word that turns the sense."""
    return (
        not one.reports & other.reports
        and _are_of_one_time(one, other)
        and _are_of_one_mouth(one, other)
        and one.turns == other.turns
        and SequenceMatcher(None, one.words, other.words, autojunk=False).ratio() >= ALIKE
    )


def _are_of_one_time(one: Uttered, other: Uttered) -> bool:
    whens = (one.spoken.when, other.spoken.when)
    return all(w.is_known for w in whens) and whens[0].meets(whens[1], DAYS)


def _are_of_one_mouth(one: Uttered, other: Uttered) -> bool:
    """By the name, unless two states are told of; of one whom a report does not name by state and post."""
    if one.surnames and other.surnames:
        are_of_one_state = not (one.states and other.states) or bool(one.states & other.states)
        return are_of_one_state and bool(one.surnames & other.surnames)
    return bool(one.posts & other.posts)
