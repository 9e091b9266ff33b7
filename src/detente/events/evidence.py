"""What an undated report says of the days on which it came out, one reason at a time.

Its copyright line; the offices that people hold in it, and how long ago they took them; what it tells as past under a
full date; and days without a year ("on 15 August"), which name the nearest such day and so leave out the months from
which another one would be nearer.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from detente.claims.dating import read_phrase
from detente.claims.sitting import is_called
from detente.domain.acts import UTTERED, Status
from detente.domain.days import Basis, Tense, TimePhrase, When, on_day
from detente.domain.findings import Claim, Findings, Problem
from detente.domain.spans import Span
from detente.mentions.time_meanings import Calendar as CalendarTime
from detente.mentions.time_meanings import Shift
from detente.mentions.time_reading import read_times
from detente.rules.stamps import StampWords
from detente.rules.times import load_times
from detente.text.written_days import WEEKDAY, whole_days

LONGEST_USEFUL = 400
"""Days; an interval of more says less than a reader sees at a glance."""
YEARLESS = 270
"""Days: a month or day further off than this is told with its year."""
DAYS_BY_UNIT = {"D": 1, "W": 7, "M": 30, "Y": 365}
WEEK = 7
PHRASE_LENGTH = 40
"""Characters behind "took office" in which a phrase of time may stand."""
_WEEKDAY = re.compile(rf"\b(?:{WEEKDAY})\b")
_SENTENCE = re.compile(r"[^.!?\n]+")


class Term(Protocol):
    """An office with its days."""

    @property
    def title(self) -> str:
        """As reports write it."""
        ...

    @property
    def began_on(self) -> date | None:
        """The first day, or None where it is not known."""
        ...

    @property
    def ended_on(self) -> date | None:
        """The day from which it was surely no longer held."""
        ...


Terms = Callable[[str, str | None], Sequence[Term]]
"""The offices that one of a name, from a state, held or holds."""
Dater = Callable[[TimePhrase, When | None], When | Problem]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for days between which a report came out; an end that it does not bound is None."""

    earliest: date | None
    latest: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dating reports needs beside them."""

    terms: Terms
    date_phrase: Dater
    years: Callable[[Findings], Sequence[int]]
    """The years of a report's copyright lines."""
    took_office: StampWords


def evidence_of(found: Findings, calendar: Calendar) -> Iterator[Evidence]:
    """All that the words of a report say by themselves of when it came out."""
    for year in calendar.years(found)[-1:]:
        # a site prints the year in which it is copied: a report is of that year or older
        yield Evidence(None, date(year, 12, 31), f"its copyright line names {year}")
    for name, role, held in _held(found, calendar.terms):
        begins = min(t.began_on for t in held if t.began_on)
        ends = [t.ended_on for t in held]
        yield Evidence(begins, None if None in ends else max(e for e in ends if e), f"it calls {name} {role}")
    for claim in found.claims:
        # a day in a promise is that of the thing promised
        is_told = claim.status is Status.HAPPENED and claim.promise is None and claim.type not in UTTERED
        if claim.time is not None and is_told:
            when = calendar.date_phrase(claim.time, None)
            if isinstance(when, When) and when.is_known and when.basis is Basis.STATED and when.earliest:
                yield Evidence(
                    when.earliest, _end_of_its_week(claim, when), f"it tells of “{claim.time.exact}” as past"
                )


def _end_of_its_week(claim: Claim, when: When) -> date | None:
    """The last day on which a report begins with what was done on "Wednesday, 5 March": the day of the week is news."""
    exact = claim.time.exact if claim.time else ""
    is_news = claim.is_lead and claim.tense is Tense.PAST and when.days == 1
    is_named = _WEEKDAY.search(exact) is not None and next(whole_days(exact), None) is not None
    return when.earliest + timedelta(days=WEEK - 1) if is_news and is_named and when.earliest else None


def closer_evidence(found: Findings, calendar: Calendar, rough: When) -> Iterator[Evidence]:
    """What the words say to one who knows the year: days without a year, and how long ago an office was taken."""
    if rough.earliest is None or rough.days is None or rough.days > LONGEST_USEFUL:
        return
    days = [rough.earliest + timedelta(days=k) for k in range(rough.days)]
    for phrase in _yearless(found):
        kept = [d for d in days if _is_near(calendar.date_phrase(phrase, on_day(d, Basis.INFERRED)), d, phrase)]
        way = "to come" if phrase.tense is Tense.FUTURE else "past"
        yield from _narrower(kept, days, f"it tells of “{phrase.exact}” as {way}")
    for name, began, phrase in _taken(found, calendar):
        kept = [d for d in days if _means_about(calendar.date_phrase(phrase, on_day(d, Basis.INFERRED)), phrase, began)]
        yield from _narrower(kept, days, f"it says that {name} took office {phrase.exact}")


def _narrower(kept: Sequence[date], days: Sequence[date], reason: str) -> Iterator[Evidence]:
    """What days that are left say more than all of them."""
    if kept:
        earliest = kept[0] if kept[0] > days[0] else None
        latest = kept[-1] if kept[-1] < days[-1] else None
        if earliest or latest:
            yield Evidence(earliest, latest, reason)


def took_office(sentence: str, words: StampWords) -> str | None:
    """The phrase that says how long ago an office was taken, where a sentence has one."""
    cue = "|".join(map(re.escape, sorted(words.words, key=len, reverse=True)))
    between = "|".join(map(re.escape, words.between))
    match = re.search(rf"\b(?:{cue})\s+(?:(?:{between})\s+)?", sentence, re.IGNORECASE)
    if match is None:
        return None
    rest = sentence[match.end() : match.end() + PHRASE_LENGTH]
    first = next((r for r in read_times(rest, load_times()) if r.start == 0), None)
    return rest[: first.end] if first else None


def _held(found: Findings, terms: Terms) -> Iterator[tuple[str, str, list[Term]]]:
    """The persons whom the report calls by an office, with the terms in which they held it."""
    for name, role, state in sorted(set(_office_holders(found))):
        held = [t for t in terms(name, state) if is_called(role, t.title)]
        if held and all(t.began_on for t in held):
            yield name, role, held


def _office_holders(found: Findings) -> Iterator[tuple[str, str, str]]:
    for claim in found.claims:
        for party in (*claim.parties.actors, *claim.parties.recipients):
            if party.via and party.role and party.id:
                yield party.via, party.role, party.id
    for statement in found.statements:
        speaker = statement.speaker
        if speaker.name and speaker.role and speaker.state:
            yield speaker.name, speaker.role, speaker.state


def _yearless(found: Findings) -> list[TimePhrase]:
    """The phrases of claims that name a month or day and no year, each once."""
    phrases = {(c.time.exact, c.time.tense): c.time for c in found.claims if c.time and c.time.anchor is None}
    return [phrase for _, phrase in sorted(phrases.items()) if _is_yearless(phrase.exact)]


def _is_yearless(exact: str) -> bool:
    timing = read_phrase(exact)
    match timing.core if timing else None:
        case CalendarTime(year=None, month=int(), pick=None):
            return True
        case _:
            return False


def _is_near(when: When | Problem, day: date, phrase: TimePhrase) -> bool:
    """Whether a phrase, read on a day, means what lies on its side of the day and is not long ago or far off."""
    ends = [] if isinstance(when, Problem) else [end for end in (when.earliest, when.latest) if end]
    if not ends:
        return False
    first, last = ends[0], ends[-1]
    if phrase.tense is Tense.FUTURE:
        return last >= day and (first - day).days <= YEARLESS
    return first <= day and (day - last).days <= YEARLESS


def _taken(found: Findings, calendar: Calendar) -> Iterator[tuple[str, date, TimePhrase]]:
    """The persons of whom a sentence says how long ago they took office, with the day on which they did."""
    began = {name: [t.began_on for t in held if t.began_on] for name, _, held in _held(found, calendar.terms)}
    for match in _SENTENCE.finditer(found.report.text):
        exact = took_office(match[0], calendar.took_office)
        words = set(re.findall(r"\w+", match[0]))
        named = [name for name in began if words & set(re.findall(r"\w+", name))] if exact else []
        if exact and len(named) == 1 and len(set(began[named[0]])) == 1:
            yield named[0], began[named[0]][0], TimePhrase(Span(match.start(), match.end()), exact)


def _means_about(when: When | Problem, phrase: TimePhrase, began: date) -> bool:
    """Whether a phrase can mean a day; who says "two months ago" may mean a month and a half or nearly three."""
    if isinstance(when, Problem) or when.earliest is None or when.latest is None:
        return False
    timing = read_phrase(phrase.exact)
    unit = DAYS_BY_UNIT.get(timing.core.unit, 0) if timing and isinstance(timing.core, Shift) else 0
    return when.earliest - timedelta(days=unit) <= began <= when.latest + timedelta(days=unit // 2)
