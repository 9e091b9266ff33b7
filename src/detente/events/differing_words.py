"""One quotation that two reports give in different words."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from detente.events.contrasts import Contrast, contrast
from detente.events.tellings import Sources, Telling, Word

LONG = 8
"""Words; two shorter quotations may be two."""
ALIKE = 0.8
"""The share of words in common, in order, from which two quotations are one."""


def differing_words(sources: Sources) -> Iterator[Contrast]:
    """Direct words of one speaker in which one word of meaning stands for another."""
    direct = [t for t in sources.tellings if t.is_direct and len(t.words) >= LONG]
    for a, b in sources.pairs(direct, lambda t: t.report_id):
        is_other = a.report_id != b.report_id and a.surname == b.surname
        if is_other and (words := _replaced(a, b, sources)):
            about = f"the wording of what {a.name} said"
            yield contrast("wording", about, (a.quote, f"“{words[0]}”"), (b.quote, f"“{words[1]}”"))


def _replaced(a: Telling, b: Telling, sources: Sources) -> tuple[str, str] | None:
    """The first words for which the other report has others, in quotations that are otherwise alike."""
    matcher = SequenceMatcher(None, [w.text for w in a.words], [w.text for w in b.words], autojunk=False)
    if matcher.ratio() < ALIKE:
        return None
    for kind, start, end, others_start, others_end in matcher.get_opcodes():
        one, other = a.words[start:end], b.words[others_start:others_end]
        if kind == "replace" and len(one) == len(other) == 1 and _differ(one[0], other[0], sources):
            return one[0].text, other[0].text
    return None


def _differ(one: Word, other: Word, sources: Sources) -> bool:
    """Whether two words both mean something, and not the same."""
    stems = [sources.alike.stems([w.text]) for w in (one, other)]
    return bool(stems[0] and stems[1]) and stems[0] != stems[1] and None in (one.power, other.power)
