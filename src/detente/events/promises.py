"""Which claims promise, and in which words: "Japan will lift curbs", "agreed to restart a dialogue"."""

from collections.abc import Sequence
from dataclasses import dataclass

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
    what, is_framed = what_is_promised(claim, cues)
    is_open = claim.promise is not None or claim.status is Status.PLANNED
    if not is_open and not (claim.type in _UTTERED and is_framed):
        return None
    exact = told.report.quote(what).exact
    # names of states and persons alone promise nothing either
    words = [w.stem for w in read_words(exact) if exact[w.start].islower()]
    meaning = set(words) - cues.vague
    is_act = bool(words) and words[0] not in cues.standing
    return Promise(told, what) if is_act and len(meaning) >= FEWEST else None


def told_on(mention: Placed, event: Event, published: When) -> When:
    """The day of an act as one claim gives it; a promise is told in its report, whatever days it speaks of."""
    claim = mention.claim
    is_open = claim.promise is not None or claim.status is Status.PLANNED
    own = mention.when if mention.when.earliest or is_open else event.when
    if own.earliest is None:
        return published
    if not is_open or published.earliest is None:
        return own
    is_near = 0 <= (published.earliest - own.earliest).days <= NEAR_DAYS
    return own if is_near else published


def what_is_promised(claim: Claim, cues: PledgeCues) -> tuple[Span, bool]:
    """The place of the act that is promised, and whether words of promising stand before it."""
    clause, trigger = claim.quote.span, claim.trigger
    if clause.start >= trigger.end:
        return clause, True
    words = [_shifted(w, clause.start) for w in read_words(claim.quote.exact)]
    after = _frame_end(words, trigger, cues)
    start = next((w.start for w in words if w.start >= (after or trigger.start)), trigger.start)
    return Span(start, clause.end), after is not None


def _shifted(word: Word, by: int) -> Word:
    return Word(word.stem, word.start + by, word.end + by, word.sentence)


def _frame_end(words: Sequence[Word], trigger: Span, cues: PledgeCues) -> int | None:
    """Where the frame of promising ends that holds the word of the act or stands nearest before it."""
    ends: list[int] = []
    for frame in cues.frames:
        for i in range(len(words) - len(frame) + 1):
            piece = words[i : i + len(frame)]
            if tuple(w.stem for w in piece) == frame and piece[0].start <= trigger.start:
                holds = piece[-1].end > trigger.start
                ends += [piece[-1].end] if holds or piece[-1].end <= trigger.start else []
    return max(ends, default=None)
