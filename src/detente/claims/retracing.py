"""How a claim came about: its rule is fitted to its sentence once more, since a record keeps what was found alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from detente.claims.status import Standing, standing
from detente.domain.findings import Claim
from detente.domain.spans import Span
from detente.mentions.find_acts import ActMention, find_acts
from detente.rules.acts import ActRules
from detente.rules.cues import StatusCues
from detente.text.parsed import Sentence


@dataclass(frozen=True, slots=True)
class Trace:
    """What fitted where."""

    pattern: str
    """As it stands in the rule."""
    is_negated: bool
    """Whether the pattern itself asks for a negation."""
    words: tuple[tuple[str, Span], ...]
    """The words that the pattern matched, in the text's order, each with the part that it plays."""
    stands: Standing


def retrace(claim: Claim, sentences: Sequence[Sentence], rules: ActRules, cues: StatusCues) -> Trace | None:
    """The fit of a claim's rule at its word; None where it no longer fits: rules or parser are others since."""
    for mention in find_acts(sentences, rules):
        sentence = sentences[mention.sentence]
        if mention.rule.id == claim.rule and sentence.tokens[mention.trigger].span == claim.trigger:
            stands = standing(sentence, mention.trigger, mention.clause, cues)
            return Trace(mention.pattern.source, mention.pattern.is_negated, _words(sentence, mention), stands)
    return None


def _words(sentence: Sentence, mention: ActMention) -> tuple[tuple[str, Span], ...]:
    """Each matched word once, by the first of the parts that it plays."""
    part_by_token: dict[int, str] = {mention.trigger: "act"}
    for part, tokens in (
        ("verb", (mention.clause,)),
        ("actor", mention.actors),
        ("recipient", mention.recipients),
        ("party", mention.parties),
        ("content", mention.complements),
        ("object", mention.parts),
    ):
        for i in tokens:
            part_by_token.setdefault(i, part)
    return tuple((part, sentence.tokens[i].span) for i, part in sorted(part_by_token.items()))
