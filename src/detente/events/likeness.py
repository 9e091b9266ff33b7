"""How much two claims say the same: their words of meaning, the words that both quote, the rates that they give."""

import re

from detente.domain.findings import Claim

RUN = 5
"""So many words in a row that two claims in statements share are one saying of one person."""
QUOTED_RUN = 3
"""The same within quotation marks; fewer quoted words ("provocative gesture") are one saying where they are all."""
SLIP = 0.04
"""The part by which two reports of one rate may differ; a difference is a disagreement on one act, not two acts."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_RATE = re.compile(r"(?<![\d.,])(\d+(?:\.\d+)?) ?%")
_QUOTED = re.compile(r"[\"“]([^\"“”]+)")
_WORD = re.compile(r"\w+")


def likeness(a: Claim, b: Claim) -> float:
    """The share of common words of meaning, 0 to 1; of two claims without any, 1."""
    return common_share(frozenset(a.about), frozenset(b.about))


def common_share(left: frozenset[str], right: frozenset[str]) -> float:
    """The part of the fewer words that the others hold, 0 to 1; of none and none, 1."""
    if not left and not right:
        return 1.0
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def share_a_saying(a: Claim, b: Claim) -> bool:
    """Whether two claims give the same quoted words."""
    if a.attributed_to and b.attributed_to and _runs(_words(a.quote.exact), RUN) & _runs(_words(b.quote.exact), RUN):
        return True
    quoted_left, quoted_right = (_quoted(c) for c in (a, b))
    if quoted_left & quoted_right:
        return True
    runs = [{run for words in quoted for run in _runs(words, QUOTED_RUN)} for quoted in (quoted_left, quoted_right)]
    return bool(runs[0] & runs[1])


def are_verbatim(a: Claim, b: Claim) -> bool:
    """Whether two reports tell an act in one and the same clause: one text lies behind both."""
    if a.type is not b.type or a.quote.report_id == b.quote.report_id:
        return False
    words = _words(a.quote.exact)
    return len(words) >= RUN and words == _words(b.quote.exact)


def sayings_of(claim: Claim) -> set[tuple[str, ...]]:
    """What two claims that share a saying have at least one of in common."""
    quoted = _quoted(claim)
    runs = {run for words in quoted for run in _runs(words, QUOTED_RUN)}
    return quoted | runs | (_runs(_words(claim.quote.exact), RUN) if claim.attributed_to else set())


def has_rates(claim: Claim) -> bool:
    """Whether a claim gives a per cent."""
    return bool(_rates(claim))


def rates_differ(a: Claim, b: Claim) -> bool:
    """Whether two claims give different per cents: a tariff of 20 % is not one of 50 %, but one of 31 % may be 30 %."""
    return bool(_rates(a) and _rates(b)) and not rates_meet(a, b)


def rates_meet(a: Claim, b: Claim) -> bool:
    """Whether two claims give one per cent, give or take what rounding or a slip of the pen may make of it."""
    return any(abs(x - y) <= SLIP * max(x, y) for x in _rates(a) for y in _rates(b))


def _rates(claim: Claim) -> tuple[float, ...]:
    """The per cents that a claim speaks of, else those that stand in its words."""
    if "%" in claim.about:
        return tuple(float(w) for w in claim.about if _NUMBER.fullmatch(w))
    return tuple(map(float, _RATE.findall(claim.quote.exact)))


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _runs(words: tuple[str, ...], length: int) -> set[tuple[str, ...]]:
    return {words[i : i + length] for i in range(len(words) - length + 1)}


def _quoted(claim: Claim) -> set[tuple[str, ...]]:
    """What stands in quotation marks in a claim's words, two words and more; a last mark may be cut off."""
    found = (_words(match) for match in _QUOTED.findall(claim.quote.exact))
    return {words for words in found if len(words) > 1}
