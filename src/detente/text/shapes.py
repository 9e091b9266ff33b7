"""The rules that look at the shape of a line: headings, menus, repeats, what stands between furniture."""

import re
from collections.abc import Iterator

from detente.rules.furniture import FurnitureCues
from detente.text.judging import Sheet
from detente.text.lines import ends_with_stop
from detente.text.pieces import Kind

LONGEST_HEADING = 18
"""Words; of 84 headlines of American papers 82 are shorter."""
LONGEST_QUESTION = 8
"""Words; a question that stands alone on a line up to this length is a heading, a longer one is prose."""
LONGEST_LOUD_HEADING = 6
"""Words; longer runs of capitals within a report are links to other reports."""
SANDWICH_WORDS = 12
"""Longest sentence between two of furniture that is taken to be furniture as well."""
BOX_SHARE = 0.6
"""Share of a paragraph's words that must be furniture for the few others to be so too."""
STUB_WORDS = 4
"""Longest label between furniture; the ends of sentences that furniture cuts short are mostly longer."""
FEWEST_REPEATED_WORDS = 6
LONGEST_SENTENCE = 10_000
"""Letters; the longest sentence of some 200 reports has 650, the longest heap of headlines without a stop 1,200."""
GLUED = 2
"""So many capitalised little words in a line without a stop show headlines run together."""
HEADLINE_WORDS = 80
"""Two or three headlines with the lines under them; in running text a capital without a stop before it is rarer."""
TITLE_SHARE = 0.8
"""Share of a line's longer words in capitals that makes it a headline, stop or none."""

FEWEST_MENU_ITEMS = 4
"""Names between bars from which on a line is a menu; a byline has three, "Jo Doe | Gazette | 3 May 2021"."""
LONGEST_MENU_ITEM = 4
"""Words; "Bosnia and Herzegovina news"."""

_BAR = re.compile(r"\s*[|•·»›]\s*|\s/\s")
_TWO_LETTERS = re.compile(r"[^\W\d_].*?[^\W\d_]", re.DOTALL)
_ADDRESS = re.compile(
    r"[@#]\w+|[^\s@]+@[^\s@]+\.\w+|(?:https?://)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE
)
_QUOTED = re.compile(r"^['\"“‘«].*['\"”’»][,.]?$", re.DOTALL)
_QUOTED_BY = re.compile(r"^['\"“‘«].*['\"”’»]\s*[-–—―]+\s*[A-ZÀ-Þ]", re.DOTALL)
_SPEAKER = re.compile(r"^(?:[-–—―]|--)\s*[A-ZÀ-Þ]")
_BULLET = re.compile(r"^(?:[•▪●◦‣·*-]|\d{1,2}[.)])\s+\w")
_GLUE = re.compile(r"(?<=[\w'’])\s+['‘\"]?(?P<word>[A-Z][a-z]*)\s+(?=[a-z])")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def wordless_lines(sheet: Sheet) -> Iterator[int]:
    """Lines without a word, or with nothing but an address."""
    for line, members in enumerate(sheet.by_line):
        words = sheet.line_words(line)
        if not _TWO_LETTERS.search(words) or _ADDRESS.fullmatch(words):
            yield from members


def menus(sheet: Sheet) -> Iterator[int]:
    """Lines of names between bars: "Home | World | Asia | Sport"."""
    for line, members in enumerate(sheet.by_line):
        items = [item for item in _BAR.split(sheet.line_words(line)) if item]
        if len(items) >= FEWEST_MENU_ITEMS and all(len(item.split()) <= LONGEST_MENU_ITEM for item in items):
            yield from members


def glued_headlines(sheet: Sheet) -> Iterator[int]:
    """Headlines one after the other without a stop, as a line or at the end of one whose sentences have their stops."""
    for members in sheet.by_line:
        stopped = [at for at, i in enumerate(members) if ends_with_stop(sheet.words(i))]
        open_end = members[stopped[-1] + 1 :] if stopped else members
        words = " ".join(sheet.words(i) for i in open_end)
        if len(words.split()) > LONGEST_HEADING and glue(words, sheet.cues) >= GLUED:
            yield from members if _is_heap(sheet, members) else open_end


def _is_heap(sheet: Sheet, members: tuple[int, ...]) -> bool:
    """Whether headlines run into each other all along a line, some of them questions: a page's teasers."""
    words = " ".join(sheet.words(i) for i in members)
    return glue(words, sheet.cues) * HEADLINE_WORDS >= len(words.split())


def glue(words: str, cues: FurnitureCues) -> int:
    """How often a headline seems to begin within a line."""
    return sum(match["word"] in cues.openers.words for match in _GLUE.finditer(words))


def repeats(sheet: Sheet) -> Iterator[int]:
    """Paragraphs that say word for word what another said before: galleries and pages read twice."""
    seen: set[str] = set()
    for line, members in enumerate(sheet.by_line):
        folded = " ".join(sheet.line_words(line).split())
        if folded in seen and len(folded.split()) >= FEWEST_REPEATED_WORDS:
            yield from members
        seen.add(folded)


def headings(sheet: Sheet) -> Iterator[int]:
    """Short lines without a stop that are neither quotations, speakers nor items of a list."""
    after_colon, is_first = False, True
    for line, members in enumerate(sheet.by_line):
        if not sheet.is_kept(line):
            continue
        words = sheet.line_words(line)
        is_item = after_colon and not ends_with_stop(words)
        if not is_item and _looks_like_heading(words, is_first=is_first and len(sheet.lines) > 1):
            yield from members
            continue
        after_colon = words.endswith(":") or is_item
        is_first = False


def _looks_like_heading(words: str, *, is_first: bool) -> bool:
    count = len(words.split())
    if count > LONGEST_HEADING or any(shape.match(words) for shape in (_QUOTED, _QUOTED_BY, _SPEAKER, _BULLET)):
        return words.isupper() and count <= LONGEST_HEADING
    if not ends_with_stop(words) and not words.endswith((",", "-", "–", "—")):
        return not words[0].islower()
    if words.endswith("?") and not words.startswith(("'", '"', "“", "‘")):
        return count <= (LONGEST_HEADING if is_first else LONGEST_QUESTION)
    return is_first and _is_title_case(words)


def _is_title_case(words: str) -> bool:
    longer = [word for word in _WORD.findall(words) if len(word) > 3]  # noqa: PLR2004 - shorter ones are often small
    return len(longer) > 3 and sum(word[0].isupper() for word in longer) >= TITLE_SHARE * len(longer)  # noqa: PLR2004


def links(sheet: Sheet) -> Iterator[int]:
    """Long runs of capitals within a report, and headings under which nothing stands."""
    first = next((line for line in range(len(sheet.lines)) if sheet.is_kept(line)), len(sheet.lines))
    for i, piece in enumerate(sheet.pieces):
        words = sheet.words(i)
        if piece.line >= first and words.isupper() and len(words.split()) > LONGEST_LOUD_HEADING:
            yield i
    for i in reversed(range(len(sheet.pieces))):
        kind = sheet.pieces[i].kind
        if kind is Kind.TEXT:
            return
        if kind is Kind.HEADING:
            yield i


def sandwiched(sheet: Sheet) -> Iterator[int]:
    """A few words of a long line that stand between two sentences of furniture."""
    for members in sheet.by_line:
        for before, *inner, after in _windows(members):
            around = (sheet.pieces[before], sheet.pieces[after])
            words = sum(len(sheet.words(i).split()) for i in inner)
            if words <= SANDWICH_WORDS and all(p.kind is Kind.FURNITURE and not p.is_run_in for p in around):
                yield from inner


def _windows(members: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """One piece or two with a neighbour on each side."""
    return (members[i : i + length] for length in (3, 4) for i in range(len(members) - length + 1))


def boxes(sheet: Sheet) -> Iterator[int]:
    """The few words that are left of a paragraph of which the most is furniture."""
    for members in sheet.by_line:
        sizes = {i: len(sheet.words(i).split()) for i in members}
        marked = sum(
            sizes[i] for i in members if sheet.pieces[i].kind is Kind.FURNITURE and not sheet.pieces[i].is_run_in
        )
        left = sum(sizes.values()) - marked
        if left <= SANDWICH_WORDS and marked >= BOX_SHARE * sum(sizes.values()):
            yield from members


def endless(sheet: Sheet) -> Iterator[int]:
    """What has no end of a sentence for so long that it is none: reading it would take long and tell nothing."""
    return (i for i, piece in enumerate(sheet.pieces) if len(piece.span) > LONGEST_SENTENCE)


def stubs(sheet: Sheet) -> Iterator[int]:
    """A few words without a stop between furniture within a line: labels of a section, ends of menus."""
    for members in sheet.by_line:
        for at, i in enumerate(members):
            beside = [sheet.pieces[k] for k in members[max(0, at - 1) : at + 2] if k != i]
            words = sheet.words(i)
            is_short = len(words.split()) <= STUB_WORDS and not ends_with_stop(words)
            if beside and is_short and all(piece.kind is Kind.FURNITURE for piece in beside):
                yield i
