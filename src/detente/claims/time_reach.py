"""Which phrase of a sentence dates an act."""

from collections.abc import Sequence

from detente.mentions.find_times import TimeMention
from detente.text.parsed import Sentence


def phrase_for(sentence: Sentence, trigger: int, mentions: Sequence[TimeMention]) -> TimeMention | None:
    """The mention that dates the act whose trigger word is given; None where none is in reach."""
    own = [m for m in mentions if m.sentence == sentence.index and m.can_date]
    return next(iter(own), None)
