"""Sentences of other reports at the end of a report, known by having nothing in common with it."""

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
FEWEST_FOOT_LINES = 4
FOOT_WORDS = 0.4
"""Most that a foot may hold of a report's words."""
FOOT_SHARE = 0.6
"""Share of the lines of a page's foot that are furniture or headings; the last paragraphs of reports stand alone."""
SHORTEST_STEM = 4

_NAME = re.compile(r"[A-ZÀ-Þ][^\W\d_]{2,}")
_WORD = re.compile(r"[^\W\d_]{3,}")


def strays(sheet: Sheet) -> Iterator[int]:
    """The last run of sentences that have next to nothing in common with the report, in a page of one block.

    That it is a page, other furniture at its end shows: a report that goes on to its last word changes its subject.
    """
    if not sheet.lines or sheet.lines[-1].block > 0 or sheet.pieces[-1].kind is not Kind.FURNITURE:
        return
    kept = [i for i, piece in enumerate(sheet.pieces) if piece.kind is Kind.TEXT]
    contents = [content_of(sheet.words(i), sheet.cues) for i in kept]
    topic = _topic(sheet, kept)
    run = 0
    while run < min(MOST_STRAYS, len(kept) // 2) and _is_stray(contents, len(kept) - run - 1, topic):
        run += 1
    if run >= FEWEST_STRAYS:
        yield from kept[-run:]


def foot(sheet: Sheet) -> Iterator[int]:
    """The foot of a page, from a line of furniture on: much furniture, and between it only lines of other reports."""
    texts = [sheet.line_words(line) if sheet.is_kept(line) else "" for line in range(len(sheet.lines))]
    total = sum(len(words.split()) for words in texts)
    start, strange, left = len(texts), 0, 0
    for line in range(len(texts) - 1, 0, -1):
        if texts[line]:
            strange += 1
            left += len(texts[line].split())
            is_long = strange > MOST_STRAYS or left > FOOT_WORDS * total
            if is_long or not _is_another_report(texts[line], texts[:line], sheet.cues):
                break
        elif len(texts) - line - strange >= max(FEWEST_FOOT_LINES, FOOT_SHARE * (len(texts) - line)):
            start = line
    yield from (i for members in sheet.by_line[start:] for i in members)


def content_of(words: str, cues: FurnitureCues) -> frozenset[str]:
    """The words that tie a sentence to its report, without their endings."""
    found = (word.casefold() for word in _WORD.findall(words))
    return frozenset(stem_of(word, cues) for word in found if word not in cues.plain.words)


def stem_of(word: str, cues: FurnitureCues) -> str:
    """A word without its ending, in small letters."""
    folded = word.casefold()
    for length in (3, 2, 1):
        if folded[-length:] in cues.endings.words and len(folded) - length >= SHORTEST_STEM:
            return folded[:-length]
    return folded


def _is_another_report(words: str, before: list[str], cues: FurnitureCues) -> bool:
    """Whether a line shares no name and few words with the lines before it."""
    earlier = "\n".join(before)
    names = {name for name in _NAME.findall(words) if name.casefold() not in cues.plain.words}
    content = content_of(words, cues)
    is_near = len(content & content_of(earlier, cues)) > LEAST_SHARED * len(content)
    return not is_near and not names & set(_NAME.findall(earlier))


def _is_stray(contents: list[frozenset[str]], at: int, topic: frozenset[str]) -> bool:
    content = contents[at]
    before: frozenset[str] = frozenset().union(*contents[:at])
    return not content & topic and len(content & before) <= LEAST_SHARED * len(content)


def _topic(sheet: Sheet, kept: list[int]) -> frozenset[str]:
    counts = Counter(
        stem_of(word, sheet.cues)
        for i in kept
        for word in _WORD.findall(sheet.words(i))
        if word[0].islower() and word not in sheet.cues.plain.words
    )
    return frozenset(sorted(counts, key=lambda word: (-counts[word], word))[:TOPIC_WORDS])
