"""The two whom a report is about: one on Japan and Korea need not say on whom Tokyo imposed curbs."""

from collections import Counter
from collections.abc import Sequence

from detente.claims.filling import PartyFinder
from detente.domain.acts import ActType
from detente.domain.parties import Party
from detente.text.parsed import Sentence

FEWEST = 6
"""Mentions of powers below which a report is too short to be about two of them (read by eye on 30 reports)."""
OF_BOTH = 0.6
"""Share of all mentions of powers that the two must have together."""
OF_EACH = 0.2
"""Share that each of the two must have."""
OVER_THIRD = 1.5
"""How many times as often as any third each of the two must be spoken of: else it may be he who is meant."""
BETWEEN_TWO = frozenset(
    {
        ActType.ACCUSE,
        ActType.AGREE,
        ActType.CONCEDE,
        ActType.CONSULT,
        ActType.COOPERATE,
        ActType.MOBILIZE,
        ActType.REJECT,
        ActType.REQUEST,
        ActType.SANCTION,
        ActType.SUPPORT,
        ActType.THREATEN,
    }
)
"""Acts that are always done to somebody or with somebody, whether he is named or not."""


def principals(sentences: Sequence[Sentence], finder: PartyFinder) -> tuple[Party, ...]:
    """The two powers that a report is plainly about, or none."""
    seen = {
        (sentence.index, party.span.start if party.span else token.start, party.id): party
        for sentence in sentences
        for token in sentence.tokens
        for party in finder.parties_at(sentence.index, token.i)
        if party.is_power
    }
    counts = Counter(party.id for party in seen.values())
    first_two = sorted(counts, key=lambda id_: (-counts[id_], id_ or ""))[:2]
    others = [n for id_, n in counts.items() if id_ not in first_two]
    total = counts.total()
    if total < FEWEST or len(first_two) < 2 or sum(counts[i] for i in first_two) < OF_BOTH * total:  # noqa: PLR2004 - two
        return ()
    if counts[first_two[1]] < max(OF_EACH * total, OVER_THIRD * max(others, default=0)):
        return ()
    named = {party.id: Party(party.id, party.kind, party.name) for party in seen.values()}
    return tuple(named[id_] for id_ in first_two)
