"""Which claims promise, and in which words: "Japan will lift curbs", "agreed to restart a dialogue"."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from detente.domain.acts import ActType, Status
from detente.domain.days import When
from detente.domain.derived import Event, Placed
from detente.domain.findings import Claim
from detente.domain.ids import ActorId, EventId, IssueId
from detente.domain.parties import Party
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.rules.issues import Word, read_words
from detente.rules.pledges import PledgeCues

WARM = frozenset({ActType.AGREE, ActType.CONCEDE, ActType.SUPPORT, ActType.COOPERATE, ActType.AID, ActType.RETREAT})
FEWEST = 2
"""Words of meaning that a promise needs, and that two reports of one promise without a common issue must share."""
NEAR_DAYS = 60
"""A promise is told within so many days; two reports of one give it days that lie no further apart."""
_UTTERED = frozenset({ActType.AGREE, ActType.CONCEDE})


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with its event and report, and what it is about."""

    claim: Claim
    report: Report
    event: EventId
    when: When
    published: When
    issues: tuple[IssueId, ...]
    content: frozenset[str]
    """The words of meaning of the claim, without the names of states, which all acts of a pair share."""

    @property
    def party(self) -> tuple[ActorId, ...]:
        """The states and bodies that act, sorted."""
        return ids(self.claim.parties.actors)


@dataclass(frozen=True, slots=True)
class Promise:
    """A claim that promises, and the place of what is promised."""

    told: Told
    what: Span
    is_act: bool = True
    """Whether the words begin with what is to be done ("extend the deadline"), not with its name ("an extension")."""


def ids(parties: Sequence[Party]) -> tuple[ActorId, ...]:
    """The ids of the states and bodies among parties, sorted, each once."""
    return tuple(sorted({p.id for p in parties if p.id and p.is_power}))


def promise_in(told: Told, cues: PledgeCues) -> Promise | None:
    """The promise of a state or body that a claim tells of: a friendly act of its own that is still to come."""
    claim = told.claim
    if not told.party or claim.status not in (Status.HAPPENED, Status.PLANNED) or claim.type not in WARM:
        return None
    # talks that are agreed are a promise, a meeting that is only expected is a plan
    is_agreed_talk = claim.promise is ActType.CONSULT and claim.status is Status.HAPPENED
    if claim.promise is not None and claim.promise not in WARM and not is_agreed_talk:
        return None
    is_open = claim.promise is not None or claim.status is Status.PLANNED
    if not is_open and claim.type not in _UTTERED:
        return None
    what, frame = what_is_promised(claim, cues)
    if not is_open and frame is None:
        return None
    exact = told.report.quote(what).exact
    # names of states and persons alone promise nothing either
    words = [w.stem for w in read_words(exact) if exact[w.start].islower()]
    meaning = set(words) - cues.vague
    is_new = bool(words) and words[0] not in cues.standing
    is_act = frame in cues.before_act
    return Promise(told, what, is_act) if is_new and len(meaning) >= FEWEST else None


def told_on(mention: Placed, event: Event, published: When) -> When:
    """The day of an act as one claim gives it; a promise is told in its report, whatever days it speaks of."""
    claim = mention.claim
    is_open = claim.promise is not None or claim.status is Status.PLANNED
    own = mention.when if mention.when.earliest or is_open else event.when
    if own.earliest is None or (is_open and own.latest is None):
        return published
    if not is_open or published.earliest is None:
        return own
    is_near = 0 <= (published.earliest - own.earliest).days <= NEAR_DAYS
    return own if is_near else published


def what_is_promised(claim: Claim, cues: PledgeCues) -> tuple[Span, str | None]:
    """The place of the act that is promised, and the last of the words of promising before it, where there are any."""
    clause, trigger = claim.quote.span, claim.trigger
    if clause.start >= trigger.end:
        return clause, cues.before_act[0]
    words = [_shifted(w, clause.start) for w in read_words(claim.quote.exact)]
    frame = _frame(_without_time(words, claim, cues), trigger, cues)
    start = frame.after if frame else trigger.start
    first = next((w.start for w in words if w.start >= start), trigger.start)
    return Span(first, clause.end), frame.last if frame else None


@dataclass(frozen=True, slots=True)
class _Frame:
    """Words of promising in a clause: where what is promised may begin, and the last of them."""

    after: int
    last: str


def _shifted(word: Word, by: int) -> Word:
    return Word(word.stem, word.start + by, word.end + by, word.sentence)


def _without_time(words: Sequence[Word], claim: Claim, cues: PledgeCues) -> list[Word]:
    """The words but for the time of the promise: "agreed on Monday to" is "agreed to"."""
    time = claim.time.span if claim.time else None
    if time is None:
        return list(words)
    kept = [w for w in words if not time.start <= w.start < time.end]
    before = max((i for i, w in enumerate(kept) if w.end <= time.start), default=None)
    if before is not None and (kept[before].stem,) in cues.due_before:
        del kept[before]
    return kept


def _frame(words: Sequence[Word], trigger: Span, cues: PledgeCues) -> _Frame | None:
    """The frame of promising that holds the word of the act or stands nearest before it; "not" may stand in it."""
    plain = [w for w in words if w.stem != cues.negation]
    found: list[tuple[int, int, _Frame]] = []
    for i, first in enumerate(plain):
        if first.start > trigger.start:
            break
        for order, frame in cues.frames_by_first.get(first.stem, ()):
            piece = plain[i : i + len(frame)]
            if tuple(w.stem for w in piece) == frame:
                last = piece[-1]
                refused = [w.start for w in words if w.stem == cues.negation and first.start < w.start < last.start]
                found.append((order, i, _Frame(refused[0] if refused else last.end, last.stem)))
    # of two that end at one place the one that stands first in the data
    return max(sorted(found, key=itemgetter(0, 1)), key=lambda f: f[2].after, default=(0, 0, None))[2]
