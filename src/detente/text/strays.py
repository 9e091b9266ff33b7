"""Sentences of other reports that stand at the end of a text without line breaks: teasers whose headings were lost."""

import re
from collections import Counter
from collections.abc import Iterator

from detente.rules.furniture import FurnitureCues
from detente.text.judging import Sheet
from detente.text.pieces import Kind

FEWEST_STRAYS = 3
"""A page shows at least so many teasers; of 137 whole reports 1 ends in a run of three sentences that look like it."""
MOST_STRAYS = 12
LEAST_SHARED = 0.3
"""Share of a sentence's content words that the report before it holds; teasers of a page had 0 to .29."""
TOPIC_WORDS = 6
"""So many of a report's most frequent small words are its topic; a sentence that holds one belongs to it."""
SHORTEST_STEM = 4

_WORD = re.compile(r"[^\W\d_]{3,}")


def strays(sheet: Sheet) -> Iterator[int]:
    """The last run of sentences that have next to nothing in common with the report, in a text of one block."""
    if not sheet.lines or sheet.lines[-1].block > 0:
        return
    kept = [i for i, piece in enumerate(sheet.pieces) if piece.kind is Kind.TEXT]
    contents = [_content(sheet.words(i), sheet.cues) for i in kept]
    topic = _topic(sheet, kept)
    run = 0
    while run < min(MOST_STRAYS, len(kept) // 2) and _is_stray(contents, len(kept) - run - 1, topic):
        run += 1
    if run >= FEWEST_STRAYS:
        yield from kept[-run:]


def _is_stray(contents: list[frozenset[str]], at: int, topic: frozenset[str]) -> bool:
    content = contents[at]
    before: frozenset[str] = frozenset().union(*contents[:at])
    return not content & topic and len(content & before) <= LEAST_SHARED * len(content)


def _topic(sheet: Sheet, kept: list[int]) -> frozenset[str]:
    counts = Counter(
        _stem(word, sheet.cues)
        for i in kept
        for word in _WORD.findall(sheet.words(i))
        if word[0].islower() and word not in sheet.cues.plain.words
    )
    return frozenset(sorted(counts, key=lambda word: (-counts[word], word))[:TOPIC_WORDS])


def _content(words: str, cues: FurnitureCues) -> frozenset[str]:
    found = (word.casefold() for word in _WORD.findall(words))
    return frozenset(_stem(word, cues) for word in found if word not in cues.plain.words)


def _stem(word: str, cues: FurnitureCues) -> str:
    """A word without its ending, in small letters."""
    folded = word.casefold()
    for length in (3, 2, 1):
        if folded[-length:] in cues.endings.words and len(folded) - length >= SHORTEST_STEM:
            return folded[:-length]
    return folded
