"""Numbers with what they count or measure, as they stand in sentences; names, dates and ages are left out.

It argues past 100 lines: each refusal below is a short predicate, and they share one reading of a sentence.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from detente.domain.findings import Approximation
from detente.domain.spans import Span
from detente.mentions.counted import Counted, counted_after, counted_aside, counted_before, listed_under
from detente.mentions.numerals import Numeral, read_numeral
from detente.rules.numbers import Lexeme, NumberKind, NumberRules, Unit, Words, lexemes
from detente.text.parsed import Sentence

_LONGEST_PHRASE = 4
_CENTURIES = (1900, 2100)
_MOST_DAYS = 31
_HUNDREDS = 100
_ACTORS = frozenset({"GPE", "PERSON", "NORP", "DATE", "TIME", "LOC", "CARDINAL"})
"""After one of these a number stands by itself ("on Monday 12 ships ...")."""
_SMALL = 3
"""Up to here a count of leaders, countries, sides is the parties themselves."""
_FEW = 10
"""Up to here "the five ships" speaks of what was told before."""


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number with its unit or with the noun that it counts."""

    sentence: Sentence
    span: Span
    """From the hedge to the unit or the counted noun."""
    kind: NumberKind
    value: float
    unit: str
    first: int
    """Index of the first token, hedge included."""
    last: int
    """Index of the last token of the number and its unit, without a counted noun."""
    approx: Approximation | None = None
    noun: int | None = None
    """Index of the noun that is counted, where one stands there."""
    label: Span | None = None
    """The name that a list gives the number to ("Poland (4)")."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A number on the way to a mention: lexemes [first, after), its reading and its unit, if any."""

    first: int
    after: int
    values: tuple[tuple[float, Approximation | None], ...]
    numeral: Numeral
    unit: Unit | None = None
    is_compound: bool = False
    """Whether a hyphen ties the unit to the number ("12-hour")."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence as lexemes, and for each lexeme its token."""

    sentence: Sentence
    lexemes: tuple[Lexeme, ...]
    tokens: tuple[int, ...]
    rules: NumberRules

    def lower(self, at: int) -> str:
        """A lexeme in lower case; the empty string outside the sentence."""
        return self.lexemes[at].lower if 0 <= at < len(self.lexemes) else ""

    def is_word(self, at: int, name: str) -> bool:
        """Whether a lexeme is one of the data's named words."""
        return self.lower(at) in self.rules.words[name]

    def longest[T](self, at: int, table: Mapping[Words, T]) -> tuple[T, int] | None:
        """What the longest phrase of a table that begins at a lexeme means, and the lexeme after it."""
        for size in range(min(_LONGEST_PHRASE, len(self.lexemes) - at), 0, -1):
            words = tuple(x.lower for x in self.lexemes[at : at + size])
            if words in table:
                return table[words], at + size
        return None

    def before[T](self, at: int, table: Mapping[Words, T]) -> tuple[T, int] | None:
        """What the longest phrase of a table that ends before a lexeme means, and where it begins."""
        for size in range(min(_LONGEST_PHRASE, at), 0, -1):
            words = tuple(x.lower for x in self.lexemes[at - size : at])
            if words in table:
                return table[words], at - size
        return None


def find_numbers(sentences: Sequence[Sentence], rules: NumberRules) -> tuple[NumberMention, ...]:
    """All figures of a report's sentences, in the text's order."""
    found: list[NumberMention] = []
    for sentence in sentences:
        if any(t.text[0].isdigit() or t.text[-1].isdigit() or t.lower in rules.starts for t in sentence.tokens):
            for mention in _in_sentence(_line(sentence, rules), found):
                found.append(mention)  # noqa: PERF402 - a later number may count what an earlier one does
    return tuple(found)


def _line(sentence: Sentence, rules: NumberRules) -> _Line:
    """The sentence as lexemes; white space is folded as in the parse."""
    pieces: list[str] = []
    starts: list[int] = []
    at, end = 0, sentence.tokens[0].start
    for token in sentence.tokens:
        if token.start > end:
            pieces.append(" ")
            at += 1
        pieces.append(token.text)
        starts.append(at)
        at, end = at + len(token.text), token.end
    cut = lexemes("".join(pieces))
    return _Line(sentence, cut, tuple(bisect_right(starts, x.start) - 1 for x in cut), rules)


def _in_sentence(line: _Line, earlier: list[NumberMention]) -> Iterator[NumberMention]:
    at = 0
    while at < len(line.lexemes):
        found = _share(line, at) or _amount(line, at)
        if not found:
            at += 1
            continue
        if not any(refuses(line, found) for refuses in _REFUSALS):
            yield from _mentions(line, found, earlier)
        at = _past_whole(line, found)


def _past_whole(line: _Line, found: _Found) -> int:
    """The lexeme to read on from; the "two" of "one of two pilots" is no figure of its own."""
    after = found.after
    if found.unit or not line.is_word(after, "of"):
        return after
    whole = after + 1 + line.is_word(after + 1, "definite")
    inner = read_numeral(line.lexemes, whole, line.rules)
    return inner.after if inner and inner.value <= _FEW else after


# what is read


def _share(line: _Line, at: int) -> _Found | None:
    """Two-thirds, a quarter of, half the, one in five."""
    return _part(line, at) or _one_in(line, at)


def _part(line: _Line, at: int) -> _Found | None:
    rules, words = line.rules, line.lexemes
    numeral = read_numeral(words, at, rules)
    after = numeral.after if numeral else at + line.is_word(at, "article")
    if line.lower(after) == "-":
        after += 1
    part = rules.fractions.get(line.lower(after))
    if not part or (numeral and numeral.is_digits):
        return None
    needs_of = line.is_word(after, "bare_halves") or (numeral is None or numeral.value == 1)
    is_of = line.is_word(after + 1, "of")
    is_of = is_of or (line.is_word(after, "bare_halves") and line.is_word(after + 1, "halved"))
    value = part * (numeral.value if numeral else 1)
    is_of = is_of or line.is_word(at - 1, "by")
    if value > 1 or (needs_of and not is_of) or line.is_word(at - 1, "definite") or _is_glued(line, at):
        return None
    reading = numeral or Numeral(value, at, after + 1, is_digits=False)
    return _hedged(line, _Found(at, after + 1, ((value, None),), reading, Unit(NumberKind.SHARE, "share")))


def _one_in(line: _Line, at: int) -> _Found | None:
    part = read_numeral(line.lexemes, at, line.rules)
    if not part:
        return None
    by = next((n for n in (1, 2) if _phrase(line, part.after, n) in line.rules.words["share_in"]), 0)
    whole = read_numeral(line.lexemes, part.after + by, line.rules) if by else None
    if (
        not whole
        or whole.is_bare_year
        or not 0 < part.value < whole.value
        or line.longest(whole.after, line.rules.units)
    ):
        return None
    value = part.value / whole.value
    return _hedged(line, _Found(at, whole.after, ((value, None),), part, Unit(NumberKind.SHARE, "share")))


def _phrase(line: _Line, at: int, size: int) -> str:
    return " ".join(x.lower for x in line.lexemes[at : at + size])


def _amount(line: _Line, at: int) -> _Found | None:
    """A number, or two as the ends of a range, with a sign or unit if there is one."""
    sign = _sign(line, at)
    start = sign[1] if sign else at
    numeral = read_numeral(line.lexemes, start, line.rules)
    if not numeral or (sign and not numeral.is_digits):
        return None
    high = _range_end(line, numeral, at)
    last = high or numeral
    unit, after, is_compound = _unit(line, last.after, is_digits=last.is_digits)
    values: tuple[tuple[float, Approximation | None], ...] = ((numeral.value, None),)
    if high:
        low = numeral.value * (high.scale if numeral.scale == 1 else 1)
        values = ((low, Approximation.MORE_THAN), (high.value, Approximation.LESS_THAN))
        at -= line.is_word(at - 1, "between")
        if line.is_word(at - 1, "from"):
            values = ((low, None), (high.value, None))
    kind = sign[0] if sign else unit
    return _hedged(line, _Found(at, after, values, numeral, kind, is_compound))


def _sign(line: _Line, at: int) -> tuple[Unit, int] | None:
    """The currency sign or code that begins at a lexeme, its letters glued together: "US$", not "a $"."""
    text, found = "", None
    for i in range(at, min(at + _LONGEST_PHRASE, len(line.lexemes))):
        if text and not line.lexemes[i].is_glued:
            break
        text += line.lexemes[i].text
        found = (line.rules.signs[text], i + 1) if text in line.rules.signs else found
    return found


def _unit(line: _Line, at: int, *, is_digits: bool) -> tuple[Unit | None, int, bool]:
    """The unit that follows a number, the lexeme after it, and whether a hyphen ties it to the number."""
    tied = line.lower(at) == "-" and line.lexemes[at].is_glued and at + 1 < len(line.lexemes)
    tied = tied and line.lexemes[at + 1].is_glued
    unit = line.longest(at + tied, line.rules.units)
    if unit:
        return unit[0], unit[1], tied
    # "27-nation" counts, "three-way" and "six-party" name a kind
    return None, at, tied and is_digits and line.lexemes[at + 1].is_word


def _range_end(line: _Line, low: Numeral, at: int) -> Numeral | None:
    """The upper end of "20 to 30", "20-30", "between 20 and 30"."""
    is_between = line.is_word(at - 1, "between") and line.is_word(low.after, "joiner")
    if not (is_between or line.is_word(low.after, "to")):
        return None
    sign = _sign(line, low.after + 1)
    high = read_numeral(line.lexemes, sign[1] if sign else low.after + 1, line.rules)
    return high if high and high.value > low.value else None


def _hedged(line: _Line, found: _Found) -> _Found:
    """The same with "about" before it or "or more" after it taken in."""
    before = line.before(found.first, line.rules.hedges_before)
    after = line.longest(found.after, line.rules.hedges_after)
    hedge = before or after
    if not hedge:
        return found
    values = tuple((value, approx or hedge[0]) for value, approx in found.values)
    first = before[1] if before else found.first
    return replace(found, first=first, after=after[1] if after else found.after, values=values)


# what is refused


def _is_glued(line: _Line, at: int) -> bool:
    """Whether a lexeme is the tail of a longer word: F-16, 2018-19, 3:15, COVID-19."""
    if not line.lexemes[at].is_glued or at == 0:
        return False
    mark = line.lexemes[at - 1]
    return mark.text in ".:/'’" or mark.is_word or (mark.text in "-–" and mark.is_glued)


def _is_part_of_word(line: _Line, found: _Found) -> bool:
    numeral = found.numeral
    after = line.lexemes[found.after] if found.after < len(line.lexemes) else None
    if _is_glued(line, found.first if found.unit else numeral.first):
        return True
    if not after or not after.is_glued or found.unit:
        return False
    is_tied = after.text in "-–" and not found.is_compound and _goes_on(line, found)
    return after.is_word or after.text in ":/'’" or is_tied


def _goes_on(line: _Line, found: _Found) -> bool:
    """Whether another word is glued to the mark after the number."""
    return found.after + 1 < len(line.lexemes) and line.lexemes[found.after + 1].is_glued


def _is_calendar(line: _Line, found: _Found) -> bool:
    numeral = found.numeral
    is_measured = found.unit is not None and found.unit.kind is not NumberKind.DURATION
    if is_measured or numeral.scale != 1 or numeral.value > _CENTURIES[1]:
        return False
    near = [i for i in (numeral.first - 1, numeral.after) if line.is_word(i, "months") and line.lexemes[i].is_capital]
    return bool(near) and not (found.unit and near == [found.after])


def _is_clock(line: _Line, found: _Found) -> bool:
    return line.is_word(found.numeral.after, "clock") and not found.unit


def _is_year(line: _Line, found: _Found) -> bool:
    """Whether four bare digits without a unit name a year; "more than 2000 soldiers" does not."""
    if found.unit or not found.numeral.is_bare_year:
        return False
    is_recent = _CENTURIES[0] <= found.numeral.value < _CENTURIES[1]
    is_dated = line.sentence.tokens[line.tokens[found.numeral.first]].entity == "DATE"
    return is_dated or (is_recent and found.values[0][1] is None)


def _is_age(line: _Line, found: _Found) -> bool:
    first, after = found.numeral.first, found.after
    if found.unit and found.unit.name == "years":
        return line.lower(after + (line.lower(after) == "-")) in line.rules.words["age_after"]
    if found.unit or line.is_word(first - 1, "age_before"):
        return not found.unit
    opens, closes = line.lower(first - 1), line.lower(after)
    if opens not in (",", "(") or closes not in (",", ")", ".") or first < 2:  # noqa: PLR2004 - a name and a mark
        return False
    named = line.sentence.tokens[line.tokens[first - 2]]
    return named.entity == "PERSON" if opens == "(" else named.pos == "PROPN"


def _is_label(line: _Line, found: _Found) -> bool:
    """Whether the number is part of a name: Article 5, Flight 17, World War Two, Group of Seven."""
    at = found.numeral.first
    if at == 0 or found.unit:
        return at == 0 and line.lower(found.numeral.after) in (".", ")")
    before = line.lexemes[at - 1]
    if before.is_capital and line.is_word(at - 1, "labels"):
        return True
    if _is_in_product(line, found):
        return True
    is_title = not found.numeral.is_digits and line.lexemes[at].is_capital
    return is_title and (before.is_word or before.text == "-")


def _is_in_product(line: _Line, found: _Found) -> bool:
    """Whether the number belongs to a name before it: Challenger 2 tanks."""
    tokens = line.sentence.tokens
    first = line.tokens[found.first]
    name = tokens[first - 1]
    is_name = name.tag == "NNP" and name.entity not in _ACTORS and name.pos == "PROPN"
    return is_name and found.numeral.is_digits and tokens[first].start == name.end + 1


def _is_passing_time(line: _Line, found: _Found) -> bool:
    """Whether a duration places something in the calendar: two years ago, the past three weeks, in two days' time."""
    if not found.unit or found.unit.kind is not NumberKind.DURATION or found.is_compound:
        return False
    if line.is_word(found.first - 1, "calendar_before") or line.is_word(found.after, "calendar_after"):
        return True
    if found.numeral.value == 1 and not found.numeral.is_digits:
        return True
    is_record = any(line.is_word(i, "records") for i in range(found.first))
    is_in = line.is_word(found.first - 1, "in") and not is_record
    return is_in and any(x.lower in line.rules.words["future"] for x in line.lexemes)


def _is_definite(line: _Line, found: _Found) -> bool:
    """Whether "the two firms" only points back."""
    is_small = found.numeral.value <= _FEW and found.numeral.scale == 1
    before = found.first - 1
    is_owned = line.lower(before) == "s" and line.lower(before - 1) in ("'", "’")
    return not found.unit and is_small and (line.is_word(before, "definite") or is_owned)


_REFUSALS: tuple[Callable[[_Line, _Found], bool], ...] = (
    _is_part_of_word,
    _is_calendar,
    _is_clock,
    _is_year,
    _is_age,
    _is_label,
    _is_passing_time,
    _is_definite,
)


# what is made of it


def _mentions(line: _Line, found: _Found, earlier: list[NumberMention]) -> Iterator[NumberMention]:
    first, last = line.tokens[found.first], line.tokens[found.after - 1]
    unit, noun, label = found.unit, None, None
    if not unit:
        counted = _counted(line, found, earlier)
        if not counted:
            return
        unit, noun, label = Unit(NumberKind.COUNT, counted.unit), counted.noun, counted.label
    span = _span(line.sentence, first, last, noun, label)
    for value, approx in found.values:
        yield NumberMention(
            line.sentence, span, unit.kind, value, unit.name, first, last, approx=approx, noun=noun, label=label
        )


def _span(sentence: Sentence, first: int, last: int, noun: int | None, label: Span | None) -> Span:
    """From the hedge, the list's name or the noun to the unit, the noun or the bracket that closes."""
    tokens = sentence.tokens
    start = min(first, last if noun is None else noun)
    end = max(last, last if noun is None else noun)
    while start < first and start and tokens[start - 1].head == start:
        start -= 1
    if label and end + 1 < len(tokens) and tokens[end + 1].text == ")":
        end += 1
    span = Span(tokens[start].start, tokens[end].end)
    return span.join(label) if label else span


def _counted(line: _Line, found: _Found, earlier: list[NumberMention]) -> Counted | None:
    """What a number without a unit counts: the noun after it, or what the number before it counted."""
    numeral, sentence = found.numeral, line.sentence
    last = line.tokens[found.after - 1]
    plural = numeral.value if numeral.scale == 1 else _HUNDREDS
    counted = counted_after(sentence, last, plural, line.rules, is_compound=found.is_compound)
    if counted and counted.unit not in line.rules.words["others"]:
        label = listed_under(sentence, line.tokens[found.first], last)
        return None if _says_nothing(line, found, counted) else replace(counted, label=label)
    aside = counted_aside(sentence, line.tokens[found.first], last)
    if aside:
        return aside
    counts = [m for m in earlier if m.kind is NumberKind.COUNT]
    return counted_before(sentence, line.tokens[numeral.first], last, counts, line.rules)


def _says_nothing(line: _Line, found: _Found, counted: Counted) -> bool:
    """Whether a small count is of the parties themselves, or "one" stands for "a"."""
    value, rules = found.numeral.value, line.rules
    noun = line.sentence.tokens[counted.noun or 0]
    if value == 1 and found.numeral.scale == 1:
        return not (counted.is_of_number or counted.verb in rules.words["casualties"])
    return value <= _SMALL and found.numeral.scale == 1 and noun.lower in rules.words["empty_nouns"]
