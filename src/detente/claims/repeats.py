"""Quotations that stand twice: a pull-quote or a heading shows again what someone says in the text."""

import re
from collections.abc import Sequence

from detente.domain.findings import Statement

FEWEST_WORDS = 4
"""Shorter words are common to many, and prove nothing."""
LIKENESS = 0.8
"""Shared words over all words of both, from which on two quotations are one; editors change a word or two."""


def repeated(words: str, statements: Sequence[Statement]) -> Statement | None:
    """The direct statement whose words these are, whole or in part."""
    wanted = _folded(words)
    if len(wanted) < FEWEST_WORDS:
        return None
    line = " ".join(wanted)
    for statement in statements:
        for quote in (statement.quote, *statement.stretches):
            had = _folded(quote.exact)
            shared = len(set(wanted) & set(had)) / len(set(wanted) | set(had)) if had else 0.0
            if shared >= LIKENESS or f" {line} " in f" {' '.join(had)} ":
                return statement
    return None


def _folded(words: str) -> list[str]:
    return re.findall(r"\w+", words.lower().replace("’", "'"))
