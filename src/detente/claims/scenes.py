"""The time to which a paragraph has gone back: what follows "In 2019 Chile closed the border" happened then, too.

An act without a phrase of its own, told in the plain past behind such a sentence, is of that old time and not news.
The report comes back where a phrase names its own days, where the tense leaves the past, or where somebody speaks.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import timedelta

from detente.claims.act_times import Timed
from detente.claims.dating import date_phrase
from detente.claims.tenses import is_pluperfect_at, tense_of
from detente.claims.time_reach import phrase_for
from detente.domain.days import Tense, When
from detente.mentions.find_times import TimeMention, by_sentence
from detente.rules.times import load_times
from detente.text.parsed import Sentence

NEWS_WEEK = timedelta(days=6)
"""Before a report: what lies further back is no longer its news."""

FAR = 20
"""Sentences: more than a paragraph has; so far an old time goes on that a phrase names."""
NEXT = 2
"""Sentences: what had been done sets the time of its own and of the next."""


def set_in_scenes(
    timed: Sequence[Timed], sentences: Sequence[Sentence], times: Sequence[TimeMention], published: When
) -> tuple[Timed, ...]:
    """The acts, those told within an old scene marked as being of old."""
    old = _old_scenes(sentences, times, published)
    return tuple(replace(one, is_of_old=True) if _is_within(one, sentences, old) else one for one in timed)


def _is_within(one: Timed, sentences: Sequence[Sentence], old: Collection[int]) -> bool:
    mention = one.act.mention
    if one.time is not None or mention.sentence not in old:
        return False
    return tense_of(sentences[mention.sentence], mention.clause) is Tense.PAST


def _old_scenes(sentences: Sequence[Sentence], times: Sequence[TimeMention], published: When) -> frozenset[int]:
    """The sentences in which the plain past is that of an older time."""
    near = by_sentence(times)
    found: set[int] = set()
    left, paragraph = 0, None
    for sentence in sentences:
        times_here = near.get(sentence.index, ())
        left = _reach(sentence, times_here, published, left if sentence.paragraph == paragraph else 0)
        paragraph = sentence.paragraph
        if left:
            found.add(sentence.index)
    return frozenset(found)


def _reach(sentence: Sentence, times: Sequence[TimeMention], published: When, left: int) -> int:
    """Over how many sentences, with this one, an old time goes on of which so many were left behind the last."""
    root = sentence.root.i
    is_word = sentence.root.lemma in load_times().lists["says"]
    # "Chile had shut the road; Peru refused": the parse hangs the first on the second
    verbs = [root, *(k.i for k in sentence.kids(root, "ccomp") if k.i < root and not is_word)]
    found = [m for m in (phrase_for(sentence, verb, times) for verb in verbs) if m]
    if found:
        return FAR if all(_is_old(mention, published) for mention in found) else 0
    if any(is_pluperfect_at(sentence, verb) for verb in verbs):
        return NEXT
    if not left or is_word or tense_of(sentence, root) is not Tense.PAST:
        return 0
    is_back = any(m.can_date and not _is_old(m, published) for m in times)
    return 0 if is_back else left - 1


def _is_old(mention: TimeMention, published: When) -> bool:
    """Whether a phrase names a time that had passed before the news of the report."""
    when = date_phrase(mention.phrase, published if published.is_known else None)
    if not isinstance(when, When) or when.latest is None or published.earliest is None:
        return False
    return mention.timing.bound is None and when.latest < published.earliest - NEWS_WEEK
