"""Letters as they are compared."""

import unicodedata


def without_accents(word: str) -> str:
    """A word whose letters bear no marks: "Çelik" is "Celik"; letters of their own, such as "ø", stay."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
