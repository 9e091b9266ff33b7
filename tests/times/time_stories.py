"""Short ways to read a text for its times."""

from datetime import date

from detente.claims.dating import date_phrase
from detente.domain.days import Basis, Precision, Tense, TimePhrase, When
from detente.domain.spans import Span
from detente.mentions.find_times import TimeMention, find_times
from detente.text.parse import load_parser
from detente.text.parsed import Passage, Sentence

FRIDAY = date(2023, 3, 17)


def parsed(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text of paragraphs, one a line."""
    passages: list[Passage] = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        passages.append(Passage(number, start, start + len(line)))
        start += len(line) + 1
    return load_parser().parse(text, passages)


def mentions(text: str, *, is_narrative: bool = False) -> tuple[TimeMention, ...]:
    """The time phrases of a text."""
    return find_times(parsed(text), is_narrative=is_narrative)


def on(day: date = FRIDAY) -> When:
    """A report's day."""
    return When(day, day, Precision.DAY, Basis.STATED)


def phrase(words: str, tense: Tense = Tense.PAST, anchor: str | None = None) -> TimePhrase:
    """Words as a phrase."""
    return TimePhrase(Span(0, max(len(words), 1)), words, tense, anchor)


def days(found: TimePhrase, published: When | None = None) -> str:
    """The days that a phrase means, as `first..last`, an open end left out; a Problem as `problem`."""
    when = date_phrase(found, on() if published is None else published)
    if not isinstance(when, When):
        return "problem"
    first, last = (end.isoformat() if end else "" for end in (when.earliest, when.latest))
    return first if first and first == last else f"{first}..{last}"


def told(text: str, *, is_narrative: bool = False) -> dict[str, str]:
    """The phrases of a text, each with its days."""
    return {m.phrase.exact: days(m.phrase) for m in mentions(text, is_narrative=is_narrative)}
