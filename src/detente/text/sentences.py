"""Where sentences end, by their marks alone: good enough to tell furniture from prose, and needs no parser."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from detente.domain.spans import Span

_END = re.compile(r"""(?<![.!?…])[.!?…]+['"”’»)\]]*(\s+)(?=(?:[-–—―]+\s*)?['"“‘«(\[©*]*[A-ZÀ-ÖØ-ÞŁŞŠŽČ0-9©])""")
_LAST_WORD = re.compile(r"[\w.'’-]+$")


def split_sentences(text: str, span: Span, abbreviations: AbstractSet[str]) -> Iterator[Span]:
    """The sentences of a stretch of text that neither begins nor ends with a blank; only blanks lie between them."""
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        word = _LAST_WORD.search(text[max(start, match.start() - 24) : match.start()])
        if text[match.start()] == "." and word and _is_short(word.group(), abbreviations):
            continue
        yield Span(start, match.start(1))
        start = match.end()
    yield Span(start, span.end)


def _is_short(word: str, abbreviations: AbstractSet[str]) -> bool:
    """Whether a stop after the word belongs to the word: an initial or an abbreviation."""
    return (len(word) == 1 and word.isupper()) or word.casefold() in abbreviations
