"""The time of a clause set against another: "recalled its envoy on Monday, a week after Chile shut the road"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.claims.occasions import NONE_TOLD, Occasions, occasion_named
from detente.claims.time_reach import phrase_for, shared, turned_main
from detente.domain.days import Side, TimePhrase
from detente.domain.spans import Span
from detente.mentions.find_times import CHAIN, TimeMention
from detente.mentions.time_anchors import grain
from detente.mentions.time_meanings import Bound, Length
from detente.mentions.time_tense import NOUNS, VERBS, over
from detente.rules.times import load_times
from detente.text.parsed import Sentence, Token

_FAR = 2
"""Words that may stand between a length and the word that it measures from: "a week or so after"."""


@dataclass(frozen=True, slots=True)
class _Link:
    """A word that sets one clause against another."""

    word: Token
    lower: int
    """The verb or noun behind it."""
    upper: int
    """The verb of the main clause."""
    is_after: bool
    """Whether the main clause tells what came later."""


def set_against(
    sentence: Sentence, trigger: int, times: Sequence[TimeMention], occasions: Occasions = NONE_TOLD
) -> TimePhrase | None:
    """The time of an act from that of the clause which it follows or goes before, or of the occasion that is named."""
    for link in _links(sentence):
        if link.lower in _carriers(sentence, trigger):
            return _before_or_after(sentence, link, times)
        length = _length(sentence, link, times) if link.upper in shared(sentence, trigger) else None
        base = _time_at(sentence, link.lower, times) or occasion_named(sentence, link.lower, occasions)
        if length and base:
            return replace(length, anchor=chain(base.phrase), side=_way(length, link))
    return _at_once(sentence, trigger, times)


def _at_once(sentence: Sentence, trigger: int, times: Sequence[TimeMention]) -> TimePhrase | None:
    """The time of a clause with "when", or that of the clause over it: they tell of one moment."""
    same_as = load_times().lists["same_as"]
    for word in sentence.tokens if times else ():
        lower = sentence.tokens[word.head]
        if word.dep != "advmod" or word.lower not in same_as or not _is_past(sentence, lower):
            continue
        uppers = _clause_over(sentence, lower.i)
        others = uppers if trigger == lower.i else [lower.i] if trigger in uppers else []
        found = next((m for at in others if (m := phrase_for(sentence, at, times))), None)
        if found is not None:
            return found.phrase
    return None


def _is_past(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause beside another tells plainly of the past."""
    helpers = [kid.tag for kid in sentence.kids(verb.i, "aux", "auxpass")]
    return verb.dep == "advcl" and (verb.tag == "VBD" if not helpers else helpers == ["VBD"])


def _clause_over(sentence: Sentence, verb: int) -> list[int]:
    """The verb over a clause, and those whose content that one is: "promised to attend"."""
    upper = sentence.tokens[sentence.tokens[verb].head]
    if upper.pos not in VERBS:
        return []
    return [upper.i, *(_clause_over(sentence, upper.i) if upper.dep == "xcomp" else ())]


def chain(phrase: TimePhrase) -> str:
    """A phrase with those that it counts from itself, as an anchor is kept."""
    return CHAIN.join(filter(None, (phrase.exact, phrase.anchor)))


def _links(sentence: Sentence) -> list[_Link]:
    rules = load_times()
    found = []
    for token in sentence.tokens:
        word = token.lower
        if word not in rules.links:
            continue
        is_after = word in rules.lists["later_than"]
        lower = _behind(sentence, token)
        upper = None if lower is None else _main(sentence, token, lower)
        if lower is not None and upper is not None:
            found.append(_Link(token, lower, upper, is_after))
    return found


def _main(sentence: Sentence, word: Token, lower: int) -> int | None:
    """The verb of the main clause; where the parse has turned the two about, the clause that stands before the word."""
    start = lower if word.head == lower else word.i
    upper = next((t.i for t in over(sentence, start) if t.pos in VERBS), None)
    turned = next((kid.i for kid in sentence.kids(lower, "ccomp") if kid.i < word.i), turned_main(sentence, lower))
    return turned if upper is None else upper


def _behind(sentence: Sentence, word: Token) -> int | None:
    """The verb or noun behind a linking word."""
    if word.dep == "mark":
        return word.head
    return next((kid.i for kid in sentence.kids(word.i, "pcomp", "pobj") if kid.i > word.i), None)


def _carriers(sentence: Sentence, trigger: int) -> set[int]:
    """The act's own word, and where it is a noun the verb that it is an argument of."""
    token = sentence.tokens[trigger]
    head = sentence.tokens[token.head]
    is_carried = token.pos in NOUNS and token.dep in ("dobj", "nsubj", "nsubjpass") and head.pos in VERBS
    return {trigger, head.i} if is_carried or token.dep == "conj" else {trigger}


def _before_or_after(sentence: Sentence, link: _Link, times: Sequence[TimeMention]) -> TimePhrase | None:
    """The time of what stands behind a link: by its distance from the main clause, or as no later than it."""
    base, length = _time_at(sentence, link.upper, times), _length(sentence, link, times)
    if length is not None:
        anchor = None if base is None else chain(base.phrase)
        return replace(length, anchor=anchor, side=Side.EARLIER if link.is_after else Side.LATER)
    if base is None or not link.is_after:
        return None
    is_close = sentence.tokens[link.word.i - 1].pos != "PUNCT"
    is_of_that_year = grain(base.timing) == "Y" and is_close
    return replace(begun(base), side=Side.AT if is_of_that_year else Side.BY)


def begun(mention: TimeMention) -> TimePhrase:
    """The phrase of a mention; what has been so "since 2018" began in 2018."""
    is_since = mention.timing.bound is Bound.SINCE
    return replace(mention.phrase, span=mention.span, exact=mention.exact) if is_since else mention.phrase


def _time_at(sentence: Sentence, verb: int, times: Sequence[TimeMention]) -> TimeMention | None:
    """The mention that dates a verb, or else the verb by which it is told."""
    token = sentence.tokens[verb]
    return phrase_for(sentence, verb, times) or (
        phrase_for(sentence, token.head, times) if token.dep == "ccomp" else None
    )


def _length(sentence: Sentence, link: _Link, times: Sequence[TimeMention]) -> TimePhrase | None:
    """How long lies between the two clauses: "a week", "hours"."""
    at = link.word.i
    for mention in times:
        if isinstance(mention.timing.core, Length) and 0 <= at - mention.after < _FAR:
            return mention.phrase
    before = sentence.tokens[at - 1] if at else None
    if before is None:
        return None
    if before.lemma.lower() in load_times().lists["close"]:
        return TimePhrase(Span(before.start, before.end), before.text)
    return _one_unit(sentence, before)


def _way(length: TimePhrase, link: _Link) -> Side:
    """On which side of the other clause the main clause lies; "the day after" is itself a day."""
    if length.exact.endswith(link.word.text):
        return Side.AT
    return Side.LATER if link.is_after else Side.EARLIER


def _one_unit(sentence: Sentence, unit: Token) -> TimePhrase | None:
    """The one unit that lies between the two: "the day" after, "the week" before."""
    opens = sentence.tokens[unit.i - 1] if unit.i else unit
    if opens.tag != "DT" or "UNIT" not in load_times().classes.get(unit.lower, {}):
        return None
    link = sentence.tokens[unit.i + 1]
    return TimePhrase(Span(opens.start, link.end), f"{opens.text} {unit.text} {link.text}")
