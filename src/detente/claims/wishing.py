"""Whose wish a wish is: "Chile hopes to sign a treaty with Peru" is Chile's offer to Peru, not an act of both."""

from detente.claims.filling import PartyFinder, actors_at
from detente.claims.status import Standing
from detente.domain.parties import Directed, Parties
from detente.mentions import clauses
from detente.text.parsed import Sentence


def of_one_side(sentence: Sentence, parties: Parties, stands: Standing, finder: PartyFinder) -> Parties | None:
    """The parties of an act that some of them wish for; None where nobody does, or only others do."""
    if stands.wish is None:
        return None
    own = {p.key for i in clauses.surface_subject(sentence, stands.wish) for p in actors_at(sentence, i, finder)}
    if isinstance(parties, Directed):
        return parties if own & {p.key for p in parties.actors} else None
    wishing = tuple(p for p in parties.members if p.key in own)
    others = tuple(p for p in parties.members if p.key not in own)
    if not wishing:
        return None
    return Directed(wishing, others) if others else parties
