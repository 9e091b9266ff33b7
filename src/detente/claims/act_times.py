"""Which words of its sentence tell when an act was done: its own, those of its telling, or those of another clause."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from detente.claims.coding import CodedAct
from detente.claims.occasions import Occasions, occasions_told
from detente.claims.time_reach import explains, phrase_for
from detente.claims.time_setting import begun, chain, set_against
from detente.domain.acts import SAID, Status
from detente.domain.days import Side, TimePhrase
from detente.mentions import clauses
from detente.mentions.find_quotations import Quotation
from detente.mentions.find_times import TimeMention, by_sentence
from detente.mentions.time_meanings import FUTURE, PAST, Base, Bound, Shift, Vague
from detente.mentions.time_tense import NOUNS, VERBS
from detente.rules.times import load_times
from detente.text.parsed import Sentence

CONTENTS = ("ccomp", "xcomp", "acomp")
"""Relations of a clause to the verb whose content it is."""


@dataclass(frozen=True, slots=True)
class Timed:
    """An act with the phrase that dates it, where there is one."""

    act: CodedAct
    time: TimePhrase | None
    is_of_old: bool = False
    """Whether its paragraph has gone back to an older time."""


def time_acts(
    acts: Sequence[CodedAct],
    sentences: Sequence[Sentence],
    times: Sequence[TimeMention],
    quotations: Sequence[Quotation] = (),
) -> tuple[Timed, ...]:
    """Each act with the phrase that dates it; "today" in a quotation is of the day on which the words were spoken."""
    dating = (m for m in times if not _is_now(m) and not _is_distance(sentences[m.sentence], m))
    in_sentence = by_sentence(dating)
    spoken = [m for m in times if _counts_from_today(m) and any(q.span.holds(m.span) for q in quotations)]
    occasions = occasions_told(sentences, in_sentence)
    return tuple(Timed(act, _spoken(act, sentences, in_sentence, spoken, occasions)) for act in acts)


def _spoken(
    act: CodedAct,
    sentences: Sequence[Sentence],
    times: Mapping[int, Sequence[TimeMention]],
    spoken: Sequence[TimeMention],
    occasions: Occasions,
) -> TimePhrase | None:
    """The phrase of an act; with a speaker's "today" goes the day of his words, where the sentence tells it."""
    sentence, near = sentences[act.mention.sentence], times.get(act.mention.sentence, ())
    found = _time_of(act, sentence, near, occasions)
    if found is None or found.side is not Side.AT or not any(m.phrase is found for m in spoken):
        return found
    told = [m for m in near if m not in spoken]
    day = _first(sentence, _sayings_over(sentence, act.mention.trigger), told)
    return replace(found, anchor=None if day is None else chain(day), side=Side.SPOKEN)


def _counts_from_today(mention: TimeMention) -> bool:
    core = mention.timing.core
    return isinstance(core, Shift) and core.base is Base.NOW and core.unit == "D"


def _is_now(mention: TimeMention) -> bool:
    """Whether a phrase says no more than that it is so now: "currently"."""
    core = mention.timing.core
    return isinstance(core, Vague) and core.value not in (PAST, FUTURE)


def _is_distance(sentence: Sentence, mention: TimeMention) -> bool:
    """Whether a unit is the distance to what follows: "the week after the summit"."""
    is_followed = mention.form == "plain-unit" and mention.after < len(sentence.tokens)
    return is_followed and sentence.tokens[mention.after].lower in load_times().links


def _time_of(
    act: CodedAct, sentence: Sentence, times: Sequence[TimeMention], occasions: Occasions
) -> TimePhrase | None:
    """A promise is given when it is uttered: the time in it is that of the thing promised; so is what saying does."""
    if act.mention.pattern.is_said:
        return _first(sentence, _sayings_over(sentence, act.mention.clause), times)
    given = None if act.promise is None else _given(act, sentence, times)
    is_done = act.standing.status is Status.HAPPENED
    open_ = [m for m in times if m.timing.bound is not Bound.UNTIL]
    if act.promise is not None and is_done:
        return given or set_against(sentence, act.mention.trigger, open_, occasions)
    own = (act.mention.trigger, act.mention.clause)
    found = _first(sentence, own, open_)
    if found is None and act.standing.status is Status.PLANNED:
        found = given or _decided(sentence, act.mention.clause, open_)
    if found is not None or not is_done:
        return found
    told = set_against(sentence, act.mention.trigger, open_, occasions) or _told(act, sentence, open_)
    return told or _first(sentence, own, times)


def _given(act: CodedAct, sentence: Sentence, times: Sequence[TimeMention]) -> TimePhrase | None:
    """The time at which a promise was given; what stands behind the thing promised is the time of that."""
    found = _first(sentence, _tellings_over(sentence, act.mention.clause), times)
    verb = sentence.tokens[act.mention.trigger]
    return None if found and act.clause.holds(found.span) and found.span.start > verb.start else found


def _first(sentence: Sentence, places: Sequence[int], times: Sequence[TimeMention]) -> TimePhrase | None:
    found = ((at, phrase_for(sentence, at, times)) for at in dict.fromkeys(places) if times)
    return next((begun(m) if explains(sentence, at, m) else m.phrase for at, m in found if m), None)


def _sayings_over(sentence: Sentence, at: int) -> list[int]:
    """The verb by which something is said, or where none over it is one of saying those whose content it is."""
    verbs = list(clauses.governors(sentence, at))
    says = load_times().lists["says"]
    inner = takewhile(lambda v: sentence.tokens[v].dep in CONTENTS, verbs)
    return [v for v in verbs if sentence.tokens[v].lemma in says][:1] or verbs[: 1 + sum(1 for _ in inner)]


def _tellings_over(sentence: Sentence, clause: int) -> list[int]:
    """What a promise is given by: the noun that holds it ("the April announcement that"), or the verbs over it."""
    head = sentence.tokens[clause].head
    noun = [head] if sentence.tokens[head].pos in NOUNS and sentence.tokens[clause].dep in ("acl", "relcl") else []
    over = clauses.governor(sentence, clause)
    return [*noun, *([] if over is None else [over, *_reporting(sentence, over)])]


def _reporting(sentence: Sentence, verb: int) -> Iterator[int]:
    """The verbs of telling or deciding whose content a verb stands in, from the nearest on."""
    lists = load_times().lists
    while True:
        token = sentence.tokens[verb]
        head = sentence.tokens[token.head]
        if _is_decided(sentence, verb) or (token.dep == "ccomp" and head.lemma in lists["tells"]):
            yield head.i
        elif token.dep not in ("conj", "xcomp") or head.pos not in VERBS:
            return
        verb = head.i


def _told(act: CodedAct, sentence: Sentence, times: Sequence[TimeMention]) -> TimePhrase | None:
    """The time at which an act was told or decided: it was done then, or had been done by then."""
    verb = act.mention.clause
    if sentence.tokens[verb].pos not in VERBS:
        over = clauses.governor(sentence, verb)
        verb = verb if over is None else over
    is_decided = _is_decided(sentence, verb)
    for over in _reporting(sentence, verb):
        found = phrase_for(sentence, over, times)
        if found:
            is_then = is_decided or _is_done_in_telling(act, sentence, verb)
            return found.phrase if is_then else replace(found.phrase, side=Side.BY)
    return None


def _decided(sentence: Sentence, verb: int, times: Sequence[TimeMention]) -> TimePhrase | None:
    """The time at which it was decided to do what is planned."""
    return _first(sentence, [sentence.tokens[verb].head], times) if _is_decided(sentence, verb) else None


def _is_decided(sentence: Sentence, verb: int) -> bool:
    token = sentence.tokens[verb]
    return (
        token.dep in ("xcomp", "advcl")
        and token.tag == "VB"
        and sentence.tokens[token.head].lemma in load_times().lists["decides"]
    )


def _is_done_in_telling(act: CodedAct, sentence: Sentence, verb: int) -> bool:
    """Whether telling of it does it: "announced that it was cutting ties", "said that it rejects the charge"."""
    token = sentence.tokens[verb]
    helpers = list(sentence.kids(verb, "aux", "auxpass"))
    is_going_on = token.tag == "VBG" and any(k.lemma == "be" for k in helpers)
    is_to_come = any(k.tag == "MD" for k in helpers)
    return is_going_on or is_to_come or (act.type in SAID and token.tag in ("VBZ", "VBP"))
