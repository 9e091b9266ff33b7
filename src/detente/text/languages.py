"""In which language a text is written, by its letters and little words."""

import re
from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from detente.rules.languages import LanguageCues

SAMPLE = 20_000
"""Characters that are looked at; no report changes its language after them."""
FEWEST_WORDS = 8
"""Below this a text is too short to tell."""
FOREIGN_LETTERS = 0.4
"""Share of letters of another script; English reports that quote such a script stay far below."""
LEAST_ENGLISH = 0.06
"""Share of a text's words that are English little words; running English has .25 to .45, lists of names .05 to .2."""
FEWEST_FOREIGN = 2
"""Little words of another language in a sentence without English ones; a foreign name or title seldom has two."""
LEAST_SHOWN = 0.12
"""Share of a text's words by which a language shows; its running text has .2 to .45, another language's .02 to .1."""
FEWEST_KINDS = 3
"""So many different little words show a language: one or two are shared ("y" is Spanish and Welsh)."""
FEWEST_STRANGE_WORDS = 60
"""So long must a text without known little words be before it is called foreign."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language by its ISO 639-1 code and its name; the code is "und" where that cannot be told."""

    code: str
    name: str


ENGLISH = Tongue("en", "English")
UNKNOWN = Tongue("und", "another language than English")


def is_foreign(sentence: str, cues: LanguageCues, plain: AbstractSet[str]) -> bool:
    """Whether a sentence of an English report is in another language: its own little words, and no English ones."""
    words = {word.casefold().replace("’", "'") for word in _WORD.findall(sentence)}
    english = next(tongue.words for tongue in cues.languages if tongue.code == ENGLISH.code) | plain
    if words & english:
        return False
    return any(len(words & tongue.words) >= FEWEST_FOREIGN for tongue in cues.languages)


def language_of(text: str, cues: LanguageCues) -> Tongue:
    """The language of a text; English is given the benefit of the doubt."""
    sample = text[:SAMPLE]
    letters = [ord(letter) for letter in sample if letter.isalpha()]
    for script in cues.scripts:
        count = sum(any(first <= letter <= last for first, last in script.ranges) for letter in letters)
        if count > FOREIGN_LETTERS * len(letters):
            return Tongue(script.code, script.name)
    words = Counter(word.casefold().replace("’", "'") for word in _WORD.findall(sample))
    total = words.total()
    if total < FEWEST_WORDS:
        return ENGLISH
    counts = {tongue.code: sum(words[word] for word in tongue.words) for tongue in cues.languages}
    best = max(cues.languages, key=lambda tongue: counts[tongue.code])
    is_shown = counts[best.code] >= LEAST_SHOWN * total and sum(word in words for word in best.words) >= FEWEST_KINDS
    if is_shown and counts[best.code] > counts[ENGLISH.code]:
        return Tongue(best.code, best.name)
    is_strange = total >= FEWEST_STRANGE_WORDS and counts[ENGLISH.code] < LEAST_ENGLISH * total
    return UNKNOWN if is_strange else ENGLISH
