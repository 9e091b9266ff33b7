"""The tense of an act, and whether a report tells it as its news or as what lay before.

In the lead of a report a plain past without a day is the day's news. Not so what "has been done" further on than in its
first sentences, what "had been done" when the news came, what is conceded ("did sign"), and what a noun takes as known.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from detente.claims.act_times import Timed
from detente.claims.repeated import is_habit, is_sum, lasts_long
from detente.domain.acts import SAID, ActType, Status
from detente.domain.days import Tense
from detente.domain.spans import Span
from detente.mentions import clauses
from detente.mentions.time_tense import VERBS
from detente.rules.times import load_times
from detente.text.parsed import Sentence, Token

LEAD_PARAGRAPHS = 4
"""In the first paragraphs of a report a past act without a day is the day's news; further down it may be history."""
LEAD_SENTENCES = 3
"""So many sentences of each of them: a text that lost its paragraphs has one that holds the whole report."""
OPENING_SENTENCES = 2
"""A perfect of the first sentences is news: of 28 in leads those were, of the others one in three."""
CLOSING = 3
"""Tokens; a stop may stand before the marks that close a quotation."""


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a report tells its news."""

    sentences: frozenset[Span]
    opening: frozenset[Span]
    """The first sentences."""

    def holds(self, sentence: Sentence) -> bool:
        """Whether a sentence stands at the head of one of the first paragraphs."""
        return sentence.span in self.sentences

    def opens_with(self, sentence: Sentence) -> bool:
        """Whether a sentence is one of the first."""
        return sentence.span in self.opening


def lead_of(sentences: Sequence[Sentence]) -> Lead:
    """The lead of a report; the second paragraph opens it anew where the first one only sums it up."""
    paragraphs = sorted({sentence.paragraph for sentence in sentences})[:LEAD_PARAGRAPHS]
    inside = [[s for s in sentences if s.paragraph == paragraph] for paragraph in paragraphs]
    lead = [s.span for group in inside for s in _up_to_stop(group, LEAD_SENTENCES)]
    below = _up_to_stop(inside[1], 1) if len(inside) > 1 else []
    opening = [s.span for s in [*_up_to_stop(sentences, OPENING_SENTENCES), *below]]
    return Lead(frozenset(lead), frozenset(opening))


def _up_to_stop(sentences: Sequence[Sentence], most: int) -> Sequence[Sentence]:
    """The first sentences, not counting lines that end without a stop: those are headings."""
    stops = [n for n, sentence in enumerate(sentences, 1) if _is_stopped(sentence)]
    return sentences[: stops[most - 1]] if len(stops) >= most else sentences


def _is_stopped(sentence: Sentence) -> bool:
    return any(token.tag == "." for token in sentence.tokens[-CLOSING:])


def tense_of(sentence: Sentence, clause: int) -> Tense | None:
    """The tense of the verb that carries an act, or of the verb over a noun; None for what lies before the past."""
    return _tense_of(_finite_over(sentence, clause))


def tense_told(sentence: Sentence, timed: Timed, lead: Lead) -> Tense | None:
    """The tense in which an act is told; None for what some earlier time holds, perfect for what has been done."""
    clause = timed.act.mention.clause
    words = _finite_over(sentence, clause)
    if _is_repeated(sentence, timed, lead, words):
        return Tense.REPEATED
    if timed.time is not None:
        return _tense_of(words)
    if _is_of_old(sentence, timed, lead, words):
        return None
    is_done = _has_been_done(sentence, clause, lead, words) or _has_been_said(sentence, timed, lead)
    if is_done or _only_holds(sentence, timed, lead, words):
        return Tense.PERFECT
    return Tense.PAST if lead.holds(sentence) and _is_told_back(sentence, words) else _tense_of(words)


def is_pluperfect_at(sentence: Sentence, verb: int) -> bool:
    """Whether a verb tells what had been done."""
    return _is_pluperfect(_words_of(sentence, verb))


def _tense_of(words: list[Token]) -> Tense | None:
    return _tense_of_words(words) if words else Tense.PAST


def _finite_over(sentence: Sentence, clause: int) -> list[Token]:
    """The verb of an act, or the first over it that has a tense of its own, behind its helping verbs."""
    own = [clause] if sentence.tokens[clause].pos in VERBS else []
    told = (_words_of(sentence, verb) for verb in chain(own, clauses.governors(sentence, clause)))
    return next((words for words in told if _is_finite(words)), [])


def _words_of(sentence: Sentence, verb: int) -> list[Token]:
    """A verb behind its helping verbs."""
    return [*sentence.kids(verb, "aux", "auxpass"), sentence.tokens[verb]]


def _is_finite(words: list[Token]) -> bool:
    """Whether the verb has a tense of its own; an infinitive or participle has that of the verb over it."""
    return any(w.tag in ("MD", "VBD", "VBZ", "VBP") for w in words)


def _tense_of_words(words: list[Token]) -> Tense | None:
    tags = {w.tag for w in words}
    if "MD" in tags:
        return Tense.FUTURE
    if _is_pluperfect(words):
        return None
    if "VBD" in tags or any(w.lemma.lower() == "have" for w in words[:-1]):
        return Tense.PAST
    return Tense.PRESENT


def _is_pluperfect(words: Sequence[Token]) -> bool:
    return any(w.lemma.lower() == "have" and w.tag == "VBD" for w in words[:-1])


def _is_told_back(sentence: Sentence, words: Sequence[Token]) -> bool:
    """Whether "had" only follows the past of a verb of telling: "said that Chile had shut the road"."""
    if not words or not _is_pluperfect(words):
        return False
    verb = words[-1]
    return verb.dep == "ccomp" and sentence.tokens[verb.head].lemma in load_times().lists["tells"]


def _is_of_old(sentence: Sentence, timed: Timed, lead: Lead, words: Sequence[Token]) -> bool:
    """Whether an act without a day is of some earlier time: "previously said", "after Chile had shut the road"."""
    lists, clause = load_times().lists, timed.act.mention.clause
    if timed.is_of_old:
        return True
    verbs = list(_chain(sentence, clause))
    if any(k.lower in lists["bygone"] for v in verbs for k in sentence.kids(v, "advmod")):
        return True
    is_before = any(k.lower in lists["before_that"] for k in sentence.kids(clause, "mark"))
    if is_before and not lead.opens_with(sentence) and not any(sentence.kids(clause, "neg")):
        return True
    if _is_conceded(sentence, words) or _is_taken_as_known(sentence, timed) or _is_beside_subject(sentence, clause):
        return True
    return not lead.holds(sentence) and _only_describes(sentence, clause)


def _chain(sentence: Sentence, clause: int) -> Iterator[int]:
    """A verb, those before it in its row, and the one over them."""
    at = clause
    while sentence.tokens[at].dep == "conj" and sentence.tokens[sentence.tokens[at].head].pos in VERBS:
        yield at
        at = sentence.tokens[at].head
    yield at
    over = clauses.governor(sentence, at)
    if over is not None:
        yield over


def _is_conceded(sentence: Sentence, words: Sequence[Token]) -> bool:
    """Whether "did" admits what is known without it: "did sign a treaty, but"."""
    is_did = any(w.lower == "did" and w.tag == "VBD" for w in words[:-1])
    return is_did and words[-1].tag == "VB" and not any(sentence.kids(words[-1].i, "neg"))


def _is_taken_as_known(sentence: Sentence, timed: Timed) -> bool:
    """Whether a noun alone speaks of an act that readers know: "the suspension of aid"; talks and words are news."""
    act = timed.act
    if not act.is_bare or act.type is ActType.CONSULT or act.type in SAID:
        return False
    kids = list(sentence.kids(act.mention.trigger, "det", "poss"))
    return any(k.dep == "poss" or k.lower in load_times().lists["definite"] for k in kids)


def _is_repeated(sentence: Sentence, timed: Timed, lead: Lead, words: list[Token]) -> bool:
    """Whether what is told sums up several days; of a row of acts without a day a lead may tell as its news."""
    act, tense = timed.act, _tense_of(words)
    if tense is Tense.FUTURE or act.standing.status is not Status.HAPPENED:
        return False
    if is_habit(sentence, act.mention.clause) or (timed.time is not None and lasts_long(timed.time)):
        return True
    is_news = lead.opens_with(sentence) or (lead.holds(sentence) and not _is_perfect(words))
    return is_sum(sentence, act) and (timed.time is not None or not is_news)


def _is_beside_subject(sentence: Sentence, clause: int) -> bool:
    """Whether the past of a relative clause only tells who or what does the news: "Chile, which shut the road, met"."""
    token = sentence.tokens[clause]
    return token.dep == "relcl" and token.tag == "VBD" and sentence.tokens[token.head].dep in ("nsubj", "nsubjpass")


def _has_been_done(sentence: Sentence, clause: int, lead: Lead, words: Sequence[Token]) -> bool:
    """Whether an act has been done at some time; at the head of a report, or where it says "now", that is the news."""
    if not _is_perfect(words) and not _goes_on_from_perfect(sentence, clause):
        return False
    if sentence.tokens[clause].dep == "relcl" or words[-1].tag == "VBG":
        return True
    is_now = any(k.lower in load_times().lists["just_now"] for k in sentence.kids(words[-1].i, "advmod"))
    return not (lead.opens_with(sentence) or (is_now and lead.holds(sentence)))


def _has_been_said(sentence: Sentence, timed: Timed, lead: Lead) -> bool:
    """Whether an utterance is given by what has been said at some time: "has warned that it will shut the road"."""
    act, verb = timed.act, sentence.tokens[timed.act.mention.clause]
    is_uttered = act.type in SAID and act.standing.status is Status.HAPPENED
    if not is_uttered or verb.dep != "ccomp" or sentence.tokens[verb.head].pos != "VERB":
        return False
    words = _finite_over(sentence, verb.head)
    return bool(words) and words[-1].i == verb.head and _has_been_done(sentence, verb.head, lead, words)


def _only_holds(sentence: Sentence, timed: Timed, lead: Lead, words: list[Token]) -> bool:
    """Whether the present tells below the opening how things are, not what is done: "tariffs remain in place"."""
    act = timed.act
    is_visit = act.type is ActType.CONSULT and act.mode is not None
    is_position = act.type is ActType.REJECT and _is_set_against(sentence, act.mention.clause)
    is_news = act.type in SAID and not is_position
    if is_news or is_visit or act.standing.status is not Status.HAPPENED or act.promise is not None:
        return False
    is_told_so = bool(words) and _tense_of(words) is Tense.PRESENT and words[-1].tag != "VBG"
    return is_told_so and not lead.opens_with(sentence)


def _is_set_against(sentence: Sentence, clause: int) -> bool:
    """Whether a sentence sets where two stand side by side: "Peru claims it; Chile denies it", "which Chile denies"."""
    token = sentence.tokens[clause]
    if token.dep == "relcl":
        return True
    before = [k for k in sentence.kids(clause, "ccomp") if k.i < clause]
    beside = [*before, *([sentence.tokens[token.head]] if token.dep == "conj" else [])]
    is_answer = any(k.pos == "PRON" for k in sentence.kids(clause, "dobj"))
    return is_answer and any(k.tag in ("VBZ", "VBP") for k in beside)


def _is_perfect(words: Sequence[Token]) -> bool:
    """Whether a verb says that something has been done, not when: "Peru has accused Chile"."""
    is_finite = any(w.lemma.lower() == "have" and w.tag in ("VBZ", "VBP") for w in words[:-1])
    return is_finite and not any(w.tag == "MD" for w in words)


def _goes_on_from_perfect(sentence: Sentence, clause: int) -> bool:
    """Whether a verb without subject or helper shares those of a perfect: "has cut aid, expelled its envoy"."""
    token = sentence.tokens[clause]
    head = sentence.tokens[token.head]
    if token.dep != "conj" or token.tag not in ("VBD", "VBN") or head.pos not in VERBS:
        return False
    if any(sentence.kids(clause, "nsubj", "nsubjpass", "aux", "auxpass")):
        return False
    return _is_perfect(_words_of(sentence, head.i)) or _goes_on_from_perfect(sentence, head.i)


def _only_describes(sentence: Sentence, clause: int) -> bool:
    """Whether a participle tells what a thing is by what was once done: "a missile given by Peru".

    "The envoys expelled by Peru" as what the sentence speaks of take up the news itself.
    """
    token = sentence.tokens[clause]
    noun = sentence.tokens[token.head]
    is_known = noun.dep in ("nsubj", "nsubjpass") and any(sentence.kids(noun.i, "det"))
    return token.dep == "acl" and token.tag == "VBN" and not is_known
