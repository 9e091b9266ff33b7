"""Whether two claims can be one act in the world, and whether they look like one.

Two questions are kept apart. What forbids (other days, other people, another rate, a person's word) holds for every
pair of claims of an event. What ties (words of meaning, a saying that both quote, an act done once a day) must hold
for most pairs only.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from detente.domain.acts import SAID, ActType, Status
from detente.domain.corrections import Field
from detente.domain.days import NOT_KNOWN, Basis, Tense, When
from detente.domain.derived import Placed
from detente.domain.findings import Claim
from detente.domain.ids import ActorId, ClaimId, IssueId, OriginId, ReportId
from detente.domain.parties import Joint, Party
from detente.events.likeness import are_verbatim, common_share, rates_differ, rates_meet, share_a_saying
from detente.events.outcomes import numbers_part, outcomes_part
from detente.rules.sameness import Sameness

ALIKE = 0.25
"""The share of common words of meaning from which two claims of one day speak of one thing."""
VERY_ALIKE = 0.5
"""The same where a day is not known: nothing else ties the two."""
SHARED_WORDS = 2
"""One common word is no wording."""
LONG = 10
"""Days; of two acts within longer times the words must say that they are one."""
SHORT = 3
"""Days, from which on an attack or a march is not known by its day and parties alone."""
NEWS = 3
"""Days between two reports of one piece of news."""
ISSUE_SHARED = 0.2
"""What a common issue adds to the likeness of two claims' words: names differ where things do not."""


@dataclass(frozen=True, slots=True)
class Ties:
    """What ties claims together or parts them, beside day and words: what persons have said, and the issues."""

    same: frozenset[frozenset[ClaimId]] = frozenset()
    different: frozenset[frozenset[ClaimId]] = frozenset()
    issues: Mapping[ClaimId, frozenset[IssueId]] = field(default_factory=dict)
    """What each claim is about, where that is known."""

    latest: Mapping[ClaimId, date] = field(default_factory=dict)
    """For what is told as past the last day on which it can have happened: that of its report."""

    def issues_of(self, claim: Claim) -> frozenset[IssueId]:
        """The issues that a claim is about."""
        return self.issues.get(claim.id, frozenset())


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What merging must know of reports: when they came out and which are copies of one text."""

    published: Mapping[ReportId, When]
    origins: Mapping[ReportId, OriginId]


def _nobody(_: str) -> frozenset[ActorId]:
    return frozenset()


@dataclass(frozen=True, slots=True)
class Bench:
    """What claims are compared by."""

    ties: Ties
    sameness: Sameness
    published: Mapping[ReportId, When] = field(default_factory=dict)
    states_called: Callable[[str], frozenset[ActorId]] = _nobody
    """The states that a word of a claim names."""
    _meanings: dict[ClaimId, frozenset[str]] = field(default_factory=dict)

    def meanings(self, claim: Claim) -> frozenset[str]:
        """What a claim is about: words taken for one another are one, and the names of its parties none."""
        found = self._meanings.get(claim.id)
        if found is None:
            sides = side_ids(claim)
            named = ((word, self.states_called(word)) for word in claim.about)
            # "Chad" and "Chadian" mean one thing
            plain = (next(iter(sorted(states)), word) for word, states in named if not states & sides)
            found = self.sameness.meanings(plain)
            self._meanings[claim.id] = found
        return found

    def can_be_one(self, a: Placed, b: Placed) -> bool:
        """Whether nothing forbids that two claims are one act: day, parties, mode, rate, issue, a person's word."""
        pair = frozenset({a.claim.id, b.claim.id})
        if pair in self.ties.different or pair in self.ties.same:
            return pair not in self.ties.different
        if not (
            _actors_meet(a.claim, b.claim) and _recipients_meet(a.claim, b.claim) and _modes_meet(a.claim, b.claim)
        ):
            return False
        if rates_differ(a.claim, b.claim) or numbers_part(a.claim, b.claim, self.sameness):
            return False
        if any(self._is_too_late(one, other) or _is_sum_of(one, other) for one, other in ((a, b), (b, a))):
            return False
        if outcomes_part(a, b, self.published) or self._people_differ(a.claim, b.claim):
            return False
        return a.when.meets(b.when) and not self._issues_part(a.claim, b.claim)

    def looks_like_one(self, a: Placed, b: Placed) -> bool:
        """Whether day and wording together tie two claims: the less the days say, the more the words must."""
        one, other = a.claim, b.claim
        if frozenset({one.id, other.id}) in self.ties.same or share_a_saying(one, other) or are_verbatim(one, other):
            return True
        if _name_one_occasion(a, b) or _is_told_in(one, other) or _is_told_in(other, one):
            return True
        if self._are_in_one_breath(one, other):
            return True
        of_one_issue = bool(self.ties.issues_of(one) & self.ties.issues_of(other))
        left, right = self.meanings(one), self.meanings(other)
        if not left and not right:
            return _is_short(a, b) and one.type is other.type and side_ids(one) == side_ids(other)
        alike = common_share(left, right) + ISSUE_SHARED * of_one_issue
        if _is_short(a, b) and a.when.meets(b.when) and _parties_agree(one, other):
            return self._is_done_once(a, b) or alike >= ALIKE
        least = 1 if of_one_issue and self._are_of_one_time(a, b) else SHARED_WORDS
        return alike >= VERY_ALIKE and len(left & right) >= least

    def tells_the_same(self, a: Placed, b: Placed) -> bool:
        """Whether two claims of two reports tell one thing in the same words, whatever the days."""
        one, other = a.claim, b.claim
        if one.type in self.sameness.once or one.quote.report_id == other.quote.report_id:
            return False
        timeless = replace(a, when=NOT_KNOWN), replace(b, when=NOT_KNOWN)
        kinds = (self.sameness.kinds(c.type, c.promise) for c in (one, other))
        is_one_kind = bool(frozenset.intersection(*kinds))
        return is_one_kind and self.can_be_one(*timeless) and self._are_word_for_word(one, other)

    def score(self, a: Placed, b: Placed) -> float:
        """How well two claims fit: the best pairs are joined first."""
        days = min(a.when.days or 400, 400) + min(b.when.days or 400, 400)
        one_day = a.when.is_known and b.when.is_known and a.when.meets(b.when)
        told = 0.5 * (a.claim.type is b.claim.type) + 1.0 * one_day + 0.5 * share_a_saying(a.claim, b.claim)
        return common_share(self.meanings(a.claim), self.meanings(b.claim)) + 1 / days + told

    def _is_done_once(self, a: Placed, b: Placed) -> bool:
        """Whether the parties and the day alone say that two claims are one act."""
        one, other = a.claim, b.claim
        longest = max(a.when.days or 0, b.when.days or 0)
        if one.type is other.type and one.type in self.sameness.once_by_day:
            is_named = Basis.LEAD not in (a.when.basis, b.when.basis) and longest == 1
            return is_named and side_ids(one) == side_ids(other)
        if one.type is other.type and one.type in self.sameness.once_by_issue and longest <= SHORT:
            return bool(self.ties.issues_of(one) & self.ties.issues_of(other))
        if one.type is not other.type or one.type not in self.sameness.once:
            return False
        return one.type is ActType.CONSULT or longest <= SHORT or (one.mode is not None and one.mode == other.mode)

    def _are_in_one_breath(self, a: Claim, b: Claim) -> bool:
        """Whether one says two things for the same in one sentence: "stand by Chile and support its navy"."""
        if a.type is not b.type or a.type not in self.sameness.in_one_breath or a.sentence != b.sentence:
            return False
        is_one_saying = a.attributed_to is not None and a.attributed_to == b.attributed_to
        return is_one_saying and a.quote.report_id == b.quote.report_id and actor_ids(a) == actor_ids(b)

    def _are_of_one_time(self, a: Placed, b: Placed) -> bool:
        """Whether two claims are told in reports of the same days, or under one and the same time."""
        first, second = (self.published.get(p.claim.quote.report_id, NOT_KNOWN) for p in (a, b))
        if (a.when.earliest, a.when.latest) == (b.when.earliest, b.when.latest) and a.when.is_known:
            return True
        return first.is_known and second.is_known and first.meets(second, slack=NEWS)

    def _is_too_late(self, a: Placed, b: Placed) -> bool:
        """Whether the first happened after the report that tells the second as past."""
        last = self.ties.latest.get(b.claim.id)
        return last is not None and a.when.earliest is not None and a.when.earliest > last

    def _are_word_for_word(self, a: Claim, b: Claim) -> bool:
        """Whether two claims give one rate, one saying or all the words of the shorter one."""
        if rates_meet(a, b) or share_a_saying(a, b):
            return True
        left, right = self.meanings(a), self.meanings(b)
        return common_share(left, right) == 1.0 and len(left & right) >= SHARED_WORDS

    def _people_differ(self, a: Claim, b: Claim) -> bool:
        """Whether other persons met for the same states: the ministers' talks are not the leaders' summit."""
        if a.type is not ActType.CONSULT or b.type is not ActType.CONSULT:
            return False
        left, right = ({p.id: p for p in (*c.parties.actors, *c.parties.recipients) if p.via or p.role} for c in (a, b))
        return any(self._are_two(left[i], right[i]) for i in left.keys() & right.keys())

    def _are_two(self, a: Party, b: Party) -> bool:
        """Whether two who act for one state are named and bear other names, or are of two levels."""
        if a.via and b.via and _is_name(a.via) and _is_name(b.via):
            return not _share_a_word(a.via, b.via)
        levels = {self.sameness.level(f"{p.role or ''} {p.via or ''}") for p in (a, b)} - {None}
        return len(levels) > 1

    def _issues_part(self, a: Claim, b: Claim) -> bool:
        """Whether two claims are of different issues, and neither words nor kind say that they are one act still."""
        left, right = self.ties.issues_of(a), self.ties.issues_of(b)
        if not left or not right or left & right:
            return False
        if a.type is b.type and a.type in self.sameness.once:
            return a.is_bare and b.is_bare
        return a.quote.report_id == b.quote.report_id or not self._are_word_for_word(a, b)


def actor_ids(claim: Claim) -> frozenset[ActorId]:
    """Those who act; all of a joint act."""
    parties = (*claim.parties.actors, *(claim.parties.recipients if _is_joint(claim) else ()))
    return frozenset(p.id for p in parties if p.id)


def side_ids(claim: Claim) -> frozenset[ActorId]:
    """All who take part."""
    return frozenset(p.id for p in (*claim.parties.actors, *claim.parties.recipients) if p.id)


def _is_of_many_days(placed: Placed) -> bool:
    """Whether a claim sums up what was done on days of which it tells none: "repeatedly", "five tests"."""
    claim = placed.claim
    return claim.tense is Tense.REPEATED and claim.status is Status.HAPPENED and (placed.when.days or LONG) >= LONG


def _is_sum_of(a: Placed, b: Placed) -> bool:
    """Whether the first sums up what the second is one of; what is said again and again is one word without a day."""
    is_one_word = a.claim.type in SAID and b.when.basis in (Basis.LEAD, Basis.UNKNOWN)
    return _is_of_many_days(a) and not _is_of_many_days(b) and not is_one_word


def _is_joint(claim: Claim) -> bool:
    return claim.type is ActType.CONSULT or isinstance(claim.parties, Joint)


def _actors_meet(a: Claim, b: Claim) -> bool:
    """Whether the same act, or a report may have left out some of those who act together, or the one who acts."""
    left, right = actor_ids(a), actor_ids(b)
    if left == right or not left or not right:
        return True
    if not (_is_joint(a) or _is_joint(b)):
        return False
    left, right = side_ids(a), side_ids(b)
    return len(left & right) > 1 and (left <= right or right <= left)


def _parties_agree(a: Claim, b: Claim) -> bool:
    """Whether two claims name the same parties, so that the day may speak for itself."""
    left, right = actor_ids(a), actor_ids(b)
    return left == right or (bool(left and right) and side_ids(a) == side_ids(b))


def _recipients_meet(a: Claim, b: Claim) -> bool:
    """Whether two addressees can be one; one who is not named beside the act is only guessed, and forbids nothing."""
    left, right = (_named_recipients(c) - actor_ids(c) for c in (a, b))
    return not left or not right or bool(left & right)


def _named_recipients(claim: Claim) -> frozenset[ActorId]:
    """Those whom the words beside the act name, or a person."""
    is_said = claim.is_said(Field.RECIPIENTS)
    return frozenset(p.id for p in claim.parties.recipients if p.id and (p.span or is_said))


def _modes_meet(a: Claim, b: Claim) -> bool:
    """A visit is not the talks in it, a telephone call not a meeting: they are linked, not melted."""
    if ActType.CONSULT not in (a.type, b.type):
        return True
    return a.mode == b.mode


def _is_name(words: str) -> bool:
    """Whether one who acts for a state is named, and not only called by his office."""
    return all(w[:1].isupper() for w in words.split()) and len(words.split()) > 1


def _share_a_word(a: str, b: str) -> bool:
    return bool({w.casefold() for w in a.split()} & {w.casefold() for w in b.split()})


def _name_one_occasion(a: Placed, b: Placed) -> bool:
    """Whether two claims of a report are bare nouns without a day for one kind of act: "the talks", "the meeting"."""
    one, other = a.claim, b.claim
    if one.quote.report_id != other.quote.report_id or one.type is not other.type:
        return False
    is_nameless = one.is_bare and other.is_bare and not a.when.is_known and not b.when.is_known
    return is_nameless and _parties_agree(one, other)


def _is_told_in(a: Claim, b: Claim) -> bool:
    """Whether one clause stands within another of the same kind: "stands by Chile and supports its navy"."""
    is_one = a.type is b.type and a.mode == b.mode and a.promise is b.promise and a.quote.report_id == b.quote.report_id
    return is_one and b.quote.span.holds(a.quote.span) and a.quote.span != b.quote.span


def _is_short(a: Placed, b: Placed) -> bool:
    """Whether the days of two claims are known to within the news of a week."""
    return a.when.is_known and b.when.is_known and max(a.when.days or 0, b.when.days or 0) <= LONG
