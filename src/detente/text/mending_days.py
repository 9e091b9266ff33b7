"""Slips of the parser about days, which its own tags and the calendar give away.

A day right before a name with a capital is no part of that name ("on 18 August President Sala left", "last Tuesday
North Macedonia protested").

A day between a subject and its verb is the verb's, but for what itself happens on a day ("the talks on Friday").

A clause behind "after" or "before" is never what is said ("said on Tuesday, a week after Peru shut the pass").
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from detente.rules.times import load_times
from detente.text.parsed import Token

DAYS = frozenset({"MONTH", "WEEKDAY"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
OWN = frozenset({"aux", "nsubj", "nsubjpass"})


def mend_days(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a sentence, each day and each clause that sets a time where it belongs."""
    days = _days_before_names(tokens)
    mended = [replace(t, dep=days[t.i][0], head=days[t.i][1]) if t.i in days else t for t in tokens]
    after_subject = _days_after_subjects(mended)
    mended = [replace(t, head=after_subject[t.i]) if t.i in after_subject else t for t in mended]
    beside = _clauses_beside(mended)
    return [replace(t, dep="advcl") if t.i in beside else t for t in mended]


def _days_before_names(tokens: Sequence[Token]) -> dict[int, tuple[str, int]]:
    """For the words of a day that were taken into the name after it, and for that name: what they really are."""
    found: dict[int, tuple[str, int]] = {}
    for at in tokens:
        kids = [t for t in tokens if t.head == at.i] if at.dep == "prep" else []
        run = _day_from(at.i + (at.dep == "prep"), tokens)
        named = next((t for t in run if t.pos == "PROPN"), None)
        if named is None or tokens[named.head].i <= run[-1].i:
            continue
        name = tokens[named.head]
        verb = _verb_of_name(name, run, tokens)
        if at.dep == "prep" and (not kids or (kids == [name] and _lacks_subject(at.head, tokens))):
            found |= {t.i: ("nummod", named.i) for t in run} | {named.i: ("pobj", at.i)}
            found |= {name.i: ("nsubj", at.head)} if kids else {}
        elif at.dep != "prep" and verb is not None:
            found |= {t.i: ("amod", named.i) for t in run} | {named.i: ("npadvmod", verb)}
    return found


def _lacks_subject(verb: int, tokens: Sequence[Token]) -> bool:
    return tokens[verb].tag in FINITE and not any(t.head == verb and t.dep in OWN for t in tokens)


def _day_from(start: int, tokens: Sequence[Token]) -> list[Token]:
    """The words of a day from a place on; the parser may have counted a name behind them to the day."""
    run = list(takewhile(lambda t: t.entity == "DATE", tokens[start:]))
    while run and not (run[-1].pos == "NUM" or DAYS & load_times().classes.get(run[-1].lower, {}).keys()):
        run.pop()
    return run


def _verb_of_name(name: Token, run: Sequence[Token], tokens: Sequence[Token]) -> int | None:
    """The verb whose subject a name is, where a day of several words opens the clause before it."""
    opens = run[0].i == 0 or tokens[run[0].i - 1].dep == "punct"
    is_subject = name.pos == "PROPN" and name.dep in ("nsubj", "nsubjpass")
    return name.head if opens and is_subject and len(run) > 1 else None


def _days_after_subjects(tokens: Sequence[Token]) -> dict[int, int]:
    """For the preposition of a day that was hung on a subject before its verb: that verb."""
    found: dict[int, int] = {}
    happens = load_times().lists["happens"]
    for day in tokens:
        link = tokens[day.head]
        subject = tokens[link.head]
        is_day = day.dep == "pobj" and DAYS & load_times().classes.get(day.lower, {}).keys()
        is_between = link.dep == "prep" and subject.dep in ("nsubj", "nsubjpass") and day.i < subject.head
        if is_day and is_between and subject.lemma not in happens:
            found[link.i] = subject.head
    return found


def _clauses_beside(tokens: Sequence[Token]) -> frozenset[int]:
    """The verbs of clauses that set a time and were taken for what somebody says."""
    links = load_times().links
    marked = (tokens[t.head] for t in tokens if t.dep == "mark" and t.lower in links)
    return frozenset(verb.i for verb in marked if verb.dep == "ccomp")
