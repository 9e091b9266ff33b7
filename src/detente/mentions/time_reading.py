"""Finding the phrases in a text that name times, and reading what they say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from detente.mentions.time_building import build
from detente.mentions.time_lexing import Lexeme, lex
from detente.mentions.time_meanings import Bound, Calendar, Range, Timing
from detente.rules.times import Form, TimeRules, Value


@dataclass(frozen=True, slots=True)
class Reading:
    """A phrase that names a time: its place in the text, the form it has, and what it says."""

    start: int
    end: int
    form: str
    timing: Timing
    bound_start: int = -1
    """Where the word before it stands that tells which side is meant ("since"), or -1."""
    parts: tuple["Reading", ...] = ()
    """The two ends, where it is a range."""
    classes: tuple[str, ...] = ()
    """The classes of its words, in the text's order."""

    @property
    def told_from(self) -> int:
        """Where it begins with the word before it."""
        return self.start if self.bound_start < 0 else self.bound_start


def read_times(text: str, rules: TimeRules) -> tuple[Reading, ...]:
    """All phrases of a text that have the form of a time; of overlapping ones the first, then the longest."""
    lexemes = lex(text, rules)
    codes = "".join(rules.code(lexeme.classes) for lexeme in lexemes)
    found: list[tuple[int, int, Reading]] = []
    at = 0
    while at < len(lexemes):
        hit = _longest(codes, at, lexemes, rules)
        if hit is None:
            at += 1
            continue
        end, reading = hit
        found.append((at, end, _with_bound(reading, lexemes, at)))
        at = end
    return _join_ranges(found, lexemes)


def _longest(codes: str, at: int, lexemes: Sequence[Lexeme], rules: TimeRules) -> tuple[int, Reading] | None:
    hits: list[tuple[re.Match[str], int, Form]] = []
    for place, form in enumerate(rules.forms_by_code.get(codes[at], ())):
        match = form.regex.match(codes, at)
        if match is not None:
            hits.append((match, -place, form))
    for match, _, form in sorted(hits, key=lambda hit: (hit[0].end(), hit[1]), reverse=True):
        reading = _read(form, match, lexemes)
        if reading is not None:
            return match.end(), reading
    return None


def _read(form: Form, match: re.Match[str], lexemes: Sequence[Lexeme]) -> Reading | None:
    places = sorted((match.start(n), name) for n, name in enumerate(form.slots, 1) if match.start(n) >= 0)
    slots: dict[str, list[Value]] = {}
    for place, name in places:
        slots.setdefault(name, []).append(lexemes[place].classes[name])
    timing = build(form.means, slots, form.fixed)
    if timing is None:
        return None
    start, end = lexemes[match.start()].start, lexemes[match.end() - 1].end
    classes = tuple(name for _, name in places)
    parts: tuple[Reading, ...] = ()
    if isinstance(timing.core, Range):
        joint = next(place for place, name in places if name in ("HYPHEN", "JOINT"))
        parts = (
            Reading(start, lexemes[joint - 1].end, form.id, timing.core.first, classes=classes),
            Reading(lexemes[joint + 1].start, end, form.id, timing.core.last, classes=classes),
        )
    return Reading(start, end, form.id, timing, parts=parts, classes=classes)


def _with_bound(reading: Reading, lexemes: Sequence[Lexeme], at: int) -> Reading:
    """The reading with the word before it that tells which side of the time is meant."""
    if at == 0 or "BOUND" not in lexemes[at - 1].classes:
        return reading
    if lexemes[at - 1].word == "from" and not isinstance(reading.timing.core, Calendar):
        return reading  # "up 3% from a year earlier" compares
    bound = Bound(str(lexemes[at - 1].classes["BOUND"]))
    return replace(reading, timing=replace(reading.timing, bound=bound), bound_start=lexemes[at - 1].start)


def _join_ranges(found: Sequence[tuple[int, int, Reading]], lexemes: Sequence[Lexeme]) -> tuple[Reading, ...]:
    """Two calendar times with "to" or a hyphen between them, or "between" before and "and" within, are one range."""
    joined: list[Reading] = []
    skip = False
    for this, after in zip_longest(found, found[1:]):
        if skip:
            skip = False
            continue
        together = _range(this, after, lexemes) if after is not None else None
        joined.append(this[2] if together is None else together)
        skip = together is not None
    return tuple(joined)


def _range(
    first: tuple[int, int, Reading], last: tuple[int, int, Reading], lexemes: Sequence[Lexeme]
) -> Reading | None:
    a, b = first[2], last[2]
    core, after = a.timing.core, b.timing.core
    if last[0] - first[1] != 1 or not (isinstance(core, Calendar) and isinstance(after, Calendar)):
        return None
    spanning = lexemes[first[0] - 1] if first[0] and "SPANNING" in lexemes[first[0] - 1].classes else None
    joint = lexemes[first[1]]
    needs_between = joint.word == "and"
    if not ("JOINT" in joint.classes or "HYPHEN" in joint.classes) or (
        needs_between and (spanning is None or spanning.word != "between")
    ):
        return None
    start = replace(a, timing=replace(a.timing, core=_with_year(core, after), bound=None), bound_start=-1)
    end = replace(b, timing=replace(b.timing, bound=None), bound_start=-1)
    whole = Timing(Range(start.timing, end.timing))
    told = -1 if spanning is None else spanning.start
    return Reading(a.start, b.end, "range", whole, told, (start, end), a.classes + b.classes)


def _with_year(first: Calendar, last: Calendar) -> Calendar:
    """The first end with the year of the last, where only the last has one: "April to June 1968"."""
    if first.year is not None or last.year is None or first.pick is not None:
        return first
    back = 1 if (first.month or 0) > (last.month or 12) else 0
    return replace(first, year=last.year - back)
