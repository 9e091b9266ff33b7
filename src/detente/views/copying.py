"""How a reader is told that a report gives the text of another one."""

from detente.domain.derived import Copied
from detente.views.phrasing import Phrasing


def say_copied(copied: Copied, whose: str, phrasing: Phrasing) -> str:
    """The sentence, with the reason where the words are others."""
    shown = copied.retelling
    if shown is None:
        return phrasing.say("report", "same_words", whose=whose)
    names, numbers = (
        phrasing.say_number("counts", key, n) for key, n in (("name", shown.names), ("number", shown.numbers))
    )
    sentences = {"sentences": str(shown.sentences), "of": str(shown.of)}
    return phrasing.say("report", "other_words", whose=whose, **sentences, names=names, numbers=numbers)
