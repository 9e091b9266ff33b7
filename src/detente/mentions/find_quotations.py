"""What stands between quotation marks, of any kind, nested or going on over paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from detente.domain.spans import Span
from detente.text.parsed import Passage

CLOSERS = {
    "“": ("”", '"', "“"),
    "„": ("“", "”", '"'),
    "‟": ("”", '"'),
    '"': ('"', "”"),
    "``": ("''", '"', "”"),
    "''": ("''", '"', "”"),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "「": ("」",),
    "『": ("』",),
    "‘": ("’", "'"),
    "‚": ("‘", "’", "'"),
    "'": ("'", "’"),
}
"""For each mark that can open a quotation the marks that can close it."""
SINGLE = frozenset({"'", "‘", "’", "‚"})
"""Marks that are apostrophes as well."""
OF_ONE_KIND = frozenset("«»‹›「」『』")
"""Marks for which nobody sets another one by mistake."""
ALIKE = frozenset({'"', "''", "'"})
"""Marks that look the same at both ends: what stands around them says which end it is."""
POSSESSIVE_REACH = 400
"""How far on another mark may close what a possessive's apostrophe may have closed: single marks seldom hold more."""
WIDEST_BLANK = 9
"""White space at most between a word that leads in a quotation and its mark."""
_MARK = re.compile("``|''|[“”„‟\"«»‹›「」『』‘’‚']")
_NO_MARK = re.compile(
    r"(?<=\w)['‘’](?=\w)"  # an apostrophe
    r"|(?<!\w)['‘’](?=\d\ds?\b)"  # a decade
    r"|(?<=\d)['’](?=[\d\s])|(?<=['’]\d)(?:''|[\"”])|(?<=['’]\d\d)(?:''|[\"”])"  # feet and inches
)
_LEAD_IN = re.compile(r"[:,]\s*$")
_BEFORE_WORDS = frozenset("([{<—–-/“„‟\"«‘‚'「『…:,.;!?")
_AFTER_WORDS = frozenset(".,;:!?)]}>—–-/”\"»’'」』…")
_STOPS = frozenset(",.!?…")
_NOT_FIRST = frozenset(",;:!?)]}>")


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """Words between quotation marks, within one passage."""

    span: Span
    """With its marks."""
    inside: Span
    """Without them."""
    depth: int = 0
    """How many other quotations hold it."""
    follows: bool = False
    """Whether it goes on with the words of the one before it, which has no closing mark, as printers do."""
    is_open: bool = False
    """Whether its closing mark is missing and nothing tells where the words end."""


@dataclass(frozen=True, slots=True)
class _Mark:
    text: str
    start: int
    end: int
    may_open: bool
    may_close: bool


def find_quotations(text: str, passages: Sequence[Passage]) -> tuple[Quotation, ...]:
    """All quotations of a report's passages in the text's order, an outer one before those that it holds."""
    found: list[Quotation] = []
    goes_on = False
    for n, passage in enumerate(passages):
        inner = _in_passage(text, passage)
        tail = inner[-1] if inner and inner[-1].is_open else None
        is_taken_up = tail is not None and _goes_on(text, tail, passages[n + 1 : n + 2])
        if is_taken_up:
            inner[-1] = replace(inner[-1], is_open=False)
        if goes_on and inner:
            inner[0] = replace(inner[0], follows=True, is_open=False)
        goes_on = is_taken_up
        found += inner
    return tuple(_with_depths(found))


def _goes_on(text: str, tail: Quotation, after: Sequence[Passage]) -> bool:
    """Whether the next passage takes up an open quotation with the same mark again."""
    mark = text[tail.span.start : tail.inside.start]
    return bool(after) and text[after[0].start : after[0].end].lstrip().startswith(mark)


def _with_depths(quotations: list[Quotation]) -> Iterator[Quotation]:
    """The same in the text's order, each with the number of those that hold it; undecided ones hold nothing."""
    holders: list[Span] = []
    for q in sorted(quotations, key=lambda q: (q.span.start, -q.span.end)):
        while holders and holders[-1].end <= q.span.start:
            holders.pop()
        yield replace(q, depth=len(holders))
        if not q.is_open:
            holders.append(q.span)


def _in_passage(text: str, passage: Passage) -> list[Quotation]:
    """The quotations of one passage; the last one is open where the passage ends before its closing mark."""
    marks = list(_marks(text, passage))
    open_: list[_Mark] = []
    found: list[Quotation | None] = []
    for n, mark in enumerate(marks):
        at = next((k for k in reversed(range(len(open_))) if mark.text in CLOSERS[open_[k].text]), None)
        if mark.may_close and at is not None and _closes(open_, at, mark):
            if not _is_possessive(text, open_[at], marks[n : n + 9]):
                found.append(_quotation(text, open_[at], mark.start, mark.end))
                del open_[at:]
        elif mark.may_open:
            found.append(_broken_off(text, open_, mark))
            open_.append(mark)
        elif mark.may_close and open_:
            found.append(_mistyped(text, open_, marks[n : n + 9]))
    lost = next((m for m in open_ if m.text not in SINGLE), None)
    if lost is not None:
        found.append(_unclosed(text, lost, passage.end))
    return _joined(text, [q for q in found if q is not None])


def _marks(text: str, passage: Passage) -> Iterator[_Mark]:
    """Every quotation mark of a passage with what it can be where it stands."""
    no_marks = {m.start() for m in _NO_MARK.finditer(text, passage.start, passage.end)}
    for match in _MARK.finditer(text, passage.start, passage.end):
        start, end, mark = match.start(), match.end(), match.group()
        if start in no_marks:
            continue
        before = text[start - 1] if start > passage.start else " "
        after = text[end] if end < passage.end else " "
        can_begin = mark == "«" or not (after.isspace() or after in _NOT_FIRST)
        if mark not in ALIKE:
            closes = mark in "”»」』" or not (before.isspace() or (mark == "“" and can_begin))
            yield _Mark(mark, start, end, mark in CLOSERS and can_begin, closes)
        elif before.isspace() and after.isspace():
            yield _Mark(mark, start, end, may_open=True, may_close=True)
        else:
            is_left = before.isspace() or before in _BEFORE_WORDS
            is_right = after.isspace() or after in _AFTER_WORDS
            closes = not before.isspace() and (is_right or before not in "([{<—–-/“„‟«‘‚「『:")
            yield _Mark(mark, start, end, is_left and can_begin, closes)


def _closes(open_: list[_Mark], at: int, mark: _Mark) -> bool:
    """Whether a mark closes an open one: a single mark does not close over an open double one."""
    return mark.text not in SINGLE or all(m.text in SINGLE for m in open_[at + 1 :])


def _is_possessive(text: str, opening: _Mark, marks: Sequence[_Mark]) -> bool:
    """Whether the first of the marks is a plural's apostrophe, as another one closes the quotation soon."""
    mark = marks[0]
    if mark.text not in SINGLE or text[mark.start - 1] not in "sxzSXZ" or not text[mark.end : mark.end + 2].strip(" "):
        return False
    if not text[mark.end : mark.end + 2].lstrip().isalnum():
        return False
    for later in marks[1:]:
        if later.start - mark.start > POSSESSIVE_REACH or (later.text == opening.text and not later.may_close):
            return False
        if later.text in CLOSERS[opening.text] and later.may_close:
            return True
    return False


def _broken_off(text: str, open_: list[_Mark], mark: _Mark) -> Quotation | None:
    """What an open mark leaves behind where the same mark opens again: the first one's end was lost."""
    at = next((k for k, m in enumerate(open_) if m.text == mark.text), None)
    if at is None:
        return None
    lost = open_[at]
    del open_[at:]
    return None if lost.text in SINGLE else _unclosed(text, lost, mark.start)


def _mistyped(text: str, open_: list[_Mark], marks: Sequence[_Mark]) -> Quotation | None:
    """What a mark of the other kind ends, single for double: certain behind a comma or stop, undecided elsewhere."""
    mark, opening = marks[0], open_[-1]
    is_single = mark.text in SINGLE
    if opening.text in OF_ONE_KIND or mark.text in OF_ONE_KIND or (opening.text in SINGLE) == is_single:
        return None
    if any(mark.text in CLOSERS[m.text] for m in open_):
        return None
    # a single mark that opens nothing may be an apostrophe
    ahead = next((m for m in marks[1:] if not is_single or m.may_open or m.text not in SINGLE), None)
    if ahead is not None and ahead.text in CLOSERS[opening.text] and ahead.may_close:
        return None
    is_certain = text[mark.start - 1] in _STOPS
    if is_single and not is_certain:
        return None
    del open_[-1]
    return _quotation(text, opening, mark.start, mark.end) if is_certain else _unclosed(text, opening, mark.start)


def _unclosed(text: str, mark: _Mark, end: int) -> Quotation | None:
    """The open quotation from a mark to a place, white space before it left out."""
    end -= len(text[mark.end : end]) - len(text[mark.end : end].rstrip())
    quotation = _quotation(text, mark, end, end)
    return quotation and replace(quotation, is_open=True)


def _quotation(text: str, mark: _Mark, end: int, after: int) -> Quotation | None:
    """The quotation that a mark opens; None where no word stands in it."""
    inside = text[mark.end : end]
    if not any(map(str.isalnum, inside)):
        return None
    start = mark.end + len(inside) - len(inside.lstrip())
    return Quotation(Span(mark.start, after), Span(start, start + len(inside.strip())))


def _joined(text: str, found: list[Quotation]) -> list[Quotation]:
    """The same in order, each broken-off one that the next takes up again decided: paragraphs run into one another."""
    found.sort(key=lambda q: (q.span.start, -q.span.end))
    joined = found[:]
    for n, (one, other) in enumerate(pairwise(found)):
        is_led_in = joined[n].follows or _LEAD_IN.search(text, max(one.span.start - WIDEST_BLANK, 0), one.span.start)
        gap = text[one.span.end : other.span.start]
        if one.is_open and is_led_in and not gap.strip() and text[one.inside.end - 1] in ".!?…":
            joined[n] = replace(joined[n], is_open=False)
            joined[n + 1] = replace(other, follows=True)
    return joined
