"""What was done in the words of a report: "agreed to reopen the road", so that a line says more than its type."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from detente.domain.acts import ActType, Status
from detente.domain.days import Tense
from detente.domain.findings import Claim

SHORTEST, LONGEST = 3, 30
"""Words: fewer tell no more than the type does, more are no part of a sentence."""
BEST = 12
"""Words of a clause that tells enough and is soon read."""
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_PAIRS = (("(", ")"), ("“", "”"), ("‘", "’"), ("[", "]"))


@dataclass(frozen=True, slots=True)
class GistCues:
    """The small words that stand between the one who acts and the word of the act."""

    passed: frozenset[str]
    """Words that are left out: "also", "which", a pronoun for the one who acts."""
    finite: frozenset[str]
    """Helping verbs that are kept."""
    future: frozenset[str]
    """Helping verbs of what is still to come."""
    prepositions: frozenset[str]
    """After one of these a name is not the one who acts, and before a time they go with it."""
    runs_on: frozenset[str]
    """Words that cannot follow where a clause has ended."""
    infinitive: str
    """What may stand before a verb that names what was agreed."""
    participle: str
    """The ending of a verb that tells nothing without a helping verb."""


@dataclass(frozen=True, slots=True)
class Gist:
    """The predicate of a clause; without its helping verb where the act is still to come."""

    words: str
    is_to_come: bool
    is_plain: bool
    """Whether no helping verb was needed."""
    is_agreed: bool = False
    """Whether the words are those of what was agreed, told by a clause that begins with them."""

    @property
    def rank(self) -> tuple[bool, int, str]:
        """Smallest first: plain past before perfect, near the best length."""
        return (not self.is_plain, abs(len(self.words.split()) - BEST), self.words)


def gist_cues(raw: Mapping[str, Any]) -> GistCues:
    """The cues in a file's content."""
    lists = {key: frozenset(raw[key]) for key in ("passed", "finite", "future", "prepositions", "runs_on")}
    return GistCues(infinitive=raw["infinitive"], participle=raw["participle"], **lists)


def gist_of(claim: Claim, cues: GistCues, following: str) -> Gist | None:
    """The predicate of a claim's clause, where the one who acts stands right before it; `following` comes after it."""
    quote, trigger = claim.quote, claim.trigger
    if trigger.end <= quote.span.start and claim.type is ActType.AGREE:
        return _agreed(quote.exact, cues, following)
    begin = _after_subject(claim, cues)
    if begin is None or not quote.span.holds(trigger) or _runs_on(following, cues):
        return None
    names = {w.casefold() for p in claim.parties.actors for w in _WORD.findall(p.name)}
    lead = quote.exact[begin - quote.span.start : trigger.start - quote.span.start]
    helping = _helping(lead, cues, frozenset(names))
    if helping is None:
        return None
    first = helping[0].casefold() if helping else ""
    is_to_come = first in cues.future
    rest = _without_time(claim, trigger.start, cues)
    if not helping and rest.split()[0].endswith(cues.participle):
        return None
    words = rest if is_to_come or not helping else f"{' '.join(helping)} {rest}"
    told = (
        claim.tense in (Tense.PAST, Tense.PERFECT, Tense.REPEATED, None)
        or bool(helping)
        or claim.status is not Status.HAPPENED
    )
    return Gist(words, is_to_come, not helping and told) if _reads_well(words) else None


def _agreed(exact: str, cues: GistCues, following: str) -> Gist | None:
    """A clause of nothing but what was agreed: "to cooperate on steel", after "agreed to meet and"."""
    words = " ".join(exact.split()).removeprefix(cues.infinitive).strip()
    is_whole = _reads_well(words) and words[0].islower() and not _runs_on(following, cues)
    return Gist(words, is_to_come=False, is_plain=True, is_agreed=True) if is_whole else None


def _after_subject(claim: Claim, cues: GistCues) -> int | None:
    """Where the name of the one who acts ends, or the clause begins where a word in it stands for him."""
    spans = [p.span for p in claim.parties.actors]
    quote = claim.quote.span
    if not spans or not all(s and s.end <= claim.trigger.start for s in spans):
        return None
    inside = [s for s in spans if s and s.start >= quote.start]
    if inside and len(inside) < len(spans):
        return None
    if not inside:
        return quote.start
    before = _WORD.findall(claim.quote.exact[: min(s.start for s in inside) - quote.start])
    return None if before and before[-1].casefold() in cues.prepositions else max(s.end for s in inside)


def _helping(lead: str, cues: GistCues, names: frozenset[str]) -> list[str] | None:
    """The helping verbs between subject and verb; None where other words stand between them."""
    kept: list[str] = []
    for word in _WORD.findall(lead):
        folded = word.casefold()
        if folded in cues.finite | cues.future:
            kept.append(word)
        elif folded not in cues.passed | names:
            return None
    return kept


def _without_time(claim: Claim, start: int, cues: GistCues) -> str:
    """The words from the act on; the time phrase, which the line gives as a day, is left out."""
    quote = claim.quote
    text = quote.exact[start - quote.span.start :]
    time = claim.time.span if claim.time else None
    if time and time.start > start and time.end <= quote.span.end:
        head, tail = text[: time.start - start].rstrip(), text[time.end - start :].lstrip()
        last = head.rpartition(" ")[2]
        head = head[: -len(last)].rstrip() if last.casefold() in cues.prepositions else head
        text = f"{head} {tail}" if tail else head
    return " ".join(text.split()).replace(" ,", ",").rstrip(" ,;:.–-")


def _reads_well(words: str) -> bool:
    is_whole = all(words.count(a) == words.count(b) for a, b in _PAIRS[:2]) and words.count('"') % 2 == 0
    return is_whole and SHORTEST <= len(words.split()) <= LONGEST


def _runs_on(following: str, cues: GistCues) -> bool:
    """Whether the sentence goes on with words that belong to the clause."""
    word = _WORD.match(following.lstrip())
    return bool(word) and word.group().casefold() in cues.runs_on if word else False
