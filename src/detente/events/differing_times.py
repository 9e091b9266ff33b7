"""Deadlines on different days, times named in different words, and counts set against what has still to come."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from babel.dates import get_month_names

from detente.domain.ids import ReportId
from detente.events.contrasts import Contrast, contrast
from detente.events.tellings import Sources, Telling
from detente.rules.disputes import Disputes

SHARED = 2
"""Names of powers, or words of meaning beside them: fewer in common do not make two deadlines one."""
CLOSE = 31
"""Days between two deadlines; further apart they are two."""
SAID_ALIKE = 1
"""Words of meaning beside the time itself that two wordings of one announcement share."""
MONTH_LENGTH = 31


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day on which a deadline is said to end."""

    telling: Telling
    month: int
    day: int
    is_former: bool
    """Whether it is told as it stood before the report's time."""
    is_moved: bool
    """Whether the sentence tells of its being moved."""

    @property
    def place(self) -> int:
        """The day's place in a year of equal months."""
        return self.month * MONTH_LENGTH + self.day


def deadlines(sources: Sources, disputes: Disputes) -> Iterator[Contrast]:
    """Reports that let one deadline end on different days."""
    found = [d for t in sources.tellings if not t.speaker for d in ended_days(t, disputes)]
    moved = {(d.telling.report_id, d.place) for d in found if d.is_moved}
    standing = [d for d in found if not d.is_moved and (d.is_former or not _is_moved(d, moved, sources))]
    days: Mapping[ReportId, set[int]] = defaultdict(set)
    for d in standing:
        days[d.telling.quote.report_id].add(d.place)
    clear = [d for d in standing if len(days[d.telling.quote.report_id]) == 1]
    for a, b in sources.pairs(clear, lambda d: d.telling.report_id):
        one, other = a.telling, b.telling
        if (
            one.report_id != other.report_id
            and 0 < abs(a.place - b.place) <= CLOSE
            and _share_much(one, other, disputes)
        ):
            yield contrast("date", disputes.about["deadline"], *((d.telling.quote, _shown(d)) for d in (a, b)))


def _is_moved(deadline: Deadline, moved: AbstractSet[tuple[ReportId, int]], sources: Sources) -> bool:
    """Whether its report or one that is close to it tells that this day was moved."""
    own = deadline.telling.report_id
    return any((report, deadline.place) in moved for report in (own, *sources.close[own]))


def _share_much(a: Telling, b: Telling, disputes: Disputes) -> bool:
    names = a.powers & b.powers
    words = {s for s in a.stems & b.stems if not s.startswith("@") and not disputes.has("deadline", "words", s + " ")}
    return len(names) >= SHARED or len(names) + len(words) > SHARED


def ended_days(telling: Telling, disputes: Disputes) -> Iterator[Deadline]:
    """The days on which a telling lets deadlines end."""
    if not disputes.has("deadline", "words", telling.masked):
        return
    former = disputes.has("deadline", "former", telling.masked)
    moved = disputes.has("deadline", "moves", telling.masked)
    for match in _day_pattern().finditer(telling.quote.exact):
        month = _months()[(match["month"] or match["month2"]).casefold()]
        yield Deadline(telling, month, int(match["day"] or match["day2"]), former, moved)


@cache
def _months() -> Mapping[str, int]:
    wide = get_month_names("wide", locale="en").items()
    short = get_month_names("abbreviated", locale="en").items()
    return {name.casefold(): number for number, name in (*short, *wide)}


@cache
def _day_pattern() -> re.Pattern[str]:
    names = "|".join(sorted(_months(), key=len, reverse=True))
    first = rf"(?P<month>{names})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    second = rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?P<month2>{names})"
    return re.compile(rf"\b(?:{first}|{second})\b", re.IGNORECASE)


def _shown(deadline: Deadline) -> str:
    return f"on {deadline.day} {get_month_names('wide', locale='en')[deadline.month]}"


def horizons(sources: Sources, disputes: Disputes) -> Iterator[Contrast]:
    """One speaker's words in which another time stands in another report."""
    named = [
        (t, match)
        for t in sources.tellings
        if t.speaker and (match := disputes.search("horizon", "patterns", t.masked))
    ]
    for (a, one), (b, other) in sources.pairs(named, lambda x: x[0].report_id):
        if a.report_id == b.report_id or a.surname != b.surname:
            continue
        shared = (a.stems & b.stems) - set(one.group().split()) - set(other.group().split())
        units = [frozenset(m.group().split()) & disputes.units for m in (one, other)]
        if units[0] != units[1] and len(shared) > SAID_ALIKE:
            about = disputes.about["horizon"].format(speaker=a.name)
            sides = ((t.quote, f"“{m.group().strip()}”") for t, m in ((a, one), (b, other)))
            yield contrast("wording", about, *sides)


def impossible_comparisons(sources: Sources, disputes: Disputes) -> Iterator[Contrast]:
    """A count that is already made, set against one that has still to come."""
    for t in sources.tellings:
        if t.speaker:
            continue
        masked = t.masked
        future = disputes.search("impossible", "future", masked)
        past = disputes.search("impossible", "past", masked)
        comparing = disputes.search("impossible", "comparing", masked[past.end() :]) if past else None
        if not future or not past or not comparing or past.end() + comparing.start() > future.start():
            continue
        whole = t.told(0, past.end())
        rest = t.told(past.end() + comparing.start(), future.end())
        about = disputes.about["impossible"].format(past=past.group().strip(), future=future.group().strip())
        yield contrast("impossible", about, (whole, "the first was counted"), (rest, "the second had still to come"))
