"""Cutting a text into the words and numbers of which times are made."""

import re
from collections.abc import Iterator

_WORD = re.compile(
    r"(?P<iso>\d{4}-\d{2}-\d{2}(?:t\d{2}:\d{2}(?::\d{2})?z?)?(?![\d-]))"
    r"|(?P<slash>\d{1,2}([/.])\d{1,2}\3\d{4}(?!\d)|\d{4}/\d{2}/\d{2}(?!\d))"
    r"|(?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?!\d))"
    r"|(?P<decade>(?:'\d|(?:1[5-9]|20)\d)0s(?!\w))"
    r"|(?P<year2>'\d{2}(?!\w))"
    r"|(?P<ord>\d+(?:st|nd|rd|th)(?!\w))"
    r"|(?P<quarter>q[1-4](?!\w)|[1-4]q(?!\w))"
    r"|(?P<half>h[12](?!\w)|[12]h(?!\w))"
    r"|(?P<num>\d+(?:,\d{3})*(?:\.\d+)?(?:[ -]\d/\d(?!\d))?)"
    r"|(?P<word>[^\W\d_](?:\.[^\W\d_])+\.?|o'clock|[^\W\d_]+)"
    r"|(?P<other>'s\b|[–—-]|\S)"
)


def split_words(text: str) -> Iterator[tuple[str, int, int, str]]:
    """The pieces of a text in small letters, each with its sort, its start, its end and itself."""
    for match in _WORD.finditer(text):
        yield match.lastgroup or "", match.start(), match.end(), match.group()


def lower(text: str) -> str:
    """Small letters, each in the place of its capital, so that offsets hold."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def normal(words: str) -> str:
    """An entry of the data as its pieces with one blank between them."""
    return " ".join(piece for _, _, _, piece in split_words(lower(words)))
