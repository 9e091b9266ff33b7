"""What a number without a unit counts: the noun that follows it, or what the number before it counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from detente.domain.spans import Span
from detente.rules.numbers import NumberRules
from detente.text.parsed import Sentence, Token

_LONGEST_RUN = 9
_AGAINST = 3
"""Tokens from a number to the one that stands against it, "votes to" between."""
_NEAR = 10
"""A list may stand so many sentences after the words that say what it counts."""
_DASHES = ("—", "–", "--")
_LISTED = frozenset({"GPE", "LOC", "ORG", "NORP", "FAC"})
_IN_NAMES = frozenset({"NOUN", "PROPN"})
_BEFORE_NOUNS = frozenset({"ADJ", "NOUN", "PROPN"})


class Counting(Protocol):
    """An earlier mention: what it counted, and in which sentence."""

    @property
    def unit(self) -> str:
        """The noun it counted."""

    @property
    def sentence(self) -> Sentence:
        """Where it stands."""

    @property
    def last(self) -> int:
        """The token on which its number ends."""

    @property
    def label(self) -> Span | None:
        """The name that a list gives it to."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A noun that is counted, in its plural where the number asks for one."""

    unit: str
    noun: int | None = None
    label: Span | None = None
    is_of_number: bool = False
    """Whether it stands as "one of two pilots"."""
    verb: str = ""
    """Dictionary form of the verb that the noun hangs on."""


def counted_after(
    sentence: Sentence, last: int, value: float, rules: NumberRules, *, is_compound: bool
) -> Counted | None:
    """The noun after token `last`: "60 Russian diplomats", "27-nation", "one of two pilots"; None where none stands."""
    tokens = sentence.tokens
    if is_compound:
        return Counted(_plural(tokens[last + 2], value, rules), last + 2) if last + 2 < len(tokens) else None
    start, is_of_number = _skip_of(sentence, last + 1, rules)
    noun = run_head(sentence, start)
    if noun is None:
        return None
    head = tokens[noun]
    if not _is_countable(head, value, rules, is_of=start > last + 1):
        return None
    words = [*compounds(tokens, noun, start), _plural(head, value, rules)]
    return Counted(" ".join(words), noun, is_of_number=is_of_number, verb=_verb(sentence, head))


def counted_among(sentence: Sentence, last: int, rules: NumberRules) -> Counted | None:
    """The noun after "of them": "children" of "three of them children"."""
    tokens = sentence.tokens
    after = tokens[last + 3 : last + 4]
    if _phrase(tokens, last + 1) not in rules.words["others"] or not after or after[0].tag != "NNS":
        return None
    return Counted(written(after[0]), after[0].i)


def counted_as_hit(sentence: Sentence, last: int, rules: NumberRules) -> Counted | None:
    """People, where a word for what befell them follows: "14 dead"."""
    after = sentence.tokens[last + 1 : last + 2]
    return (
        Counted(next(iter(rules.words["casualty_unit"])), after[0].i)
        if after and after[0].lower in rules.words["hit"]
        else None
    )


def counted_aside(sentence: Sentence, first: int, last: int) -> Counted | None:
    """The plural noun before a number between dashes: "the graves — over a hundred — of sailors"."""
    tokens = sentence.tokens
    if not 1 < first < last + 1 < len(tokens) or tokens[first - 1].text not in _DASHES:
        return None
    noun = tokens[first - 2]
    is_aside = tokens[last + 1].text in _DASHES and noun.tag == "NNS"
    return Counted(" ".join([*compounds(tokens, noun.i, 0), written(noun)]), noun.i) if is_aside else None


def counted_before(
    sentence: Sentence, first: int, last: int, earlier: Sequence[Counting], rules: NumberRules
) -> Counted | None:
    """What the mention before it counted, for "12 more", "Poland (4)"; people, where it counts the killed."""
    tokens = sentence.tokens
    label = listed_under(sentence, first, last)
    near = [m for m in earlier if sentence.index - m.sentence.index <= (_NEAR if label else 0)]
    near = [m for m in near if label and m.label] or near
    after = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    goes_on = after in rules.words["others"] or _phrase(tokens, last + 1) in rules.words["others"]
    hit = Counted(next(iter(rules.words["casualty_unit"])))
    if after in rules.words["more_people"] and _is_hit(sentence, last, rules):
        return hit
    stands_alone = tokens[last].dep in ("nsubj", "nsubjpass", "conj") or _is_compared(tokens, first, rules)
    stands_alone = stands_alone or (bool(near) and _is_against(near[-1], sentence, first, rules))
    label = label or (_named_before(tokens, first, last) if near else None)
    if near and (label or goes_on or stands_alone):
        return Counted(near[-1].unit, label=label)
    if tokens[tokens[last].head].lemma in rules.words["casualties"]:
        return hit
    return Counted(near[-1].unit) if near and tokens[last].dep == "dobj" else None


def _is_compared(tokens: Sequence[Token], first: int, rules: NumberRules) -> bool:
    """Whether a number stands beside the one before it: "up from 40,000", "compared with 15"."""
    return first > 1 and tokens[first - 1].pos == "ADP" and tokens[first - 2].lower in rules.words["compared"]


def _is_against(one: Counting, sentence: Sentence, first: int, rules: NumberRules) -> bool:
    """Whether a number stands against the one right before it: "by 141 votes to seven"."""
    is_near = one.sentence is sentence and 1 < first - one.last <= _AGAINST
    return is_near and sentence.tokens[first - 1].lower in rules.words["to"]


def _named_before(tokens: Sequence[Token], first: int, last: int) -> Span | None:
    """The name in "Lebanon 800,000", where the words before said what is counted."""
    is_last = last + 1 == len(tokens) or tokens[last + 1].pos in ("PUNCT", "CCONJ")
    if first < 2 or not is_last or tokens[first - 1].pos != "PROPN":  # noqa: PLR2004 - a mark and a name
        return None
    return tokens[first - 1].span if tokens[first - 2].pos in ("PUNCT", "CCONJ") else None


def run_head(sentence: Sentence, start: int) -> int | None:
    """The head of the noun phrase that begins at a token: the last noun of its run of adjectives and nouns."""
    noun = None
    if start < len(sentence.tokens) and sentence.tokens[start].pos in ("PUNCT", "CCONJ"):
        return None
    for i in range(start, min(start + _LONGEST_RUN, len(sentence.tokens))):
        token = sentence.tokens[i]
        if token.entity in ("DATE", "TIME") and noun is not None:
            break
        if noun is not None and token.pos == "PROPN" and sentence.tokens[noun].tag == "NNS":
            break
        if token.pos in _IN_NAMES:
            noun = None if _is_tied_on(sentence, i) else i
        elif not _may_stand_before_noun(sentence, i, is_after_noun=noun is not None):
            break
    return noun


def _is_tied_on(sentence: Sentence, i: int) -> bool:
    """Whether a noun is the tail of a compound that describes another: "era" of "Soviet-era tanks"."""
    follows = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
    is_tail = sentence.tokens[i - 1].tag == "HYPH" or sentence.tokens[i - 1].text == "-"
    return is_tail and follows is not None and follows.pos in _BEFORE_NOUNS


def _may_stand_before_noun(sentence: Sentence, i: int, *, is_after_noun: bool) -> bool:
    token = sentence.tokens[i]
    follows = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
    is_model = token.pos == "NUM" and sentence.tokens[i - 1].tag == "NNP"
    if token.tag in ("POS", "HYPH") or is_model or _is_tied_on(sentence, i):
        return True
    if not follows or is_after_noun:
        return bool(follows) and token.pos in ("CCONJ", "ADJ") and _names_go_on(sentence, i)
    if token.pos in ("CCONJ", "PUNCT"):
        return (token.pos == "CCONJ" or token.text in (",", '"')) and sentence.tokens[i - 1].pos in _BEFORE_NOUNS
    return token.pos in _BEFORE_NOUNS or token.tag in ("VBN", "VBG", "RB")


def _names_go_on(sentence: Sentence, i: int) -> bool:
    """Whether "South" of "South Korean diplomats" or the "and" of two adjectives only seemed to end the phrase."""
    before, after = sentence.tokens[i - 1], sentence.tokens[i + 1]
    return before.pos in ("PROPN", "CCONJ") and before.tag != "NNPS" and after.pos in _BEFORE_NOUNS


def _skip_of(sentence: Sentence, start: int, rules: NumberRules) -> tuple[int, bool]:
    """Past "of", an article and a number ("of the two"), and whether a number stood there."""
    tokens = sentence.tokens
    if start >= len(tokens) or tokens[start].lower not in rules.words["of"]:
        return start, False
    at = start + 1
    while at < len(tokens) and tokens[at].tag in ("DT", "PRP$"):
        at += 1
    is_number = at < len(tokens) and tokens[at].pos == "NUM"
    return at + is_number, is_number


def _is_countable(head: Token, value: float, rules: NumberRules, *, is_of: bool) -> bool:
    if head.lower in rules.words["no_figure_nouns"]:
        return False
    is_plural = head.tag in ("NNS", "NNPS") or head.lower in rules.words["invariable"] or head.lower.endswith("s")
    return is_plural or (value == 1 and not is_of and head.tag == "NN")


def compounds(tokens: Sequence[Token], noun: int, start: int) -> list[str]:
    """The common nouns right before a head: "intelligence" of "intelligence officers"."""
    first = noun
    while first > start and tokens[first - 1].pos == "NOUN":
        first -= 1
    return [written(t) for t in tokens[first:noun]]


def _plural(noun: Token, value: float, rules: NumberRules) -> str:
    word = written(noun)
    if value == 1 or noun.tag in ("NNS", "NNPS") or noun.lower in rules.words["invariable"] or word.endswith("s"):
        return word
    return rules.plurals.get(word, word + "s")


def written(token: Token) -> str:
    """A name as it is written, another word in lower case."""
    is_name = (
        token.pos == "PROPN"
        or token.text.isupper()
        or (token.i > 0 and token.text[0].isupper())
        or any(c.isdigit() for c in token.text)
    )
    return token.text if is_name else token.lower


def _verb(sentence: Sentence, noun: Token) -> str:
    """The verb that a noun hangs on, past the prepositions and nouns between."""
    token = noun
    while token.head != token.i:
        token = sentence.tokens[token.head]
        if token.pos in ("VERB", "AUX"):
            break
    return token.lemma


def listed_under(sentence: Sentence, first: int, last: int) -> Span | None:
    """The name in "Poland (4)" or "Ukraine: 13"."""
    tokens = sentence.tokens
    if first < 2 or tokens[first - 2].entity not in _LISTED:  # noqa: PLR2004 - a name and a mark
        return None
    mark = tokens[first - 1].text
    closed = last + 1 < len(tokens) and tokens[last + 1].text == ")"
    if mark != ":" and not (mark == "(" and closed):
        return None
    start = first - 2
    while start and tokens[start - 1].dep == "compound":
        start -= 1
    return Span(tokens[start].start, tokens[first - 2].end)


def _phrase(tokens: Sequence[Token], at: int) -> str:
    return " ".join(t.lower for t in tokens[at : at + 2])


def _is_hit(sentence: Sentence, last: int, rules: NumberRules) -> bool:
    following = sentence.tokens[last + 1]
    return any(
        _verb(sentence, t) in rules.words["casualties"] or sentence.tokens[t.head].lemma in rules.words["casualties"]
        for t in (sentence.tokens[last], following)
    )
