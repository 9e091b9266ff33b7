"""Issues over all reports: who has them, by which names they go, and where each stands through time."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from detente.domain.acts import ActType, Status
from detente.domain.days import NOT_KNOWN, When
from detente.domain.derived import Change, Event, Issue, IssueNature, SpokenWords
from detente.domain.findings import Claim
from detente.domain.ids import IssueId, ReportId
from detente.domain.spans import Quote, Span
from detente.events.issue_index import IssueIndex
from detente.events.issue_past import past_changes
from detente.events.promises import WARM, told_on
from detente.events.redating import FIRM
from detente.events.topics import Reading, Topic
from detente.rules.issues import IssueCues, Scope, Word

_ALIASES = 8
"""More names than these help no reader."""
_LONGEST = 300
"""Characters of a sentence that is shown as the place of a name."""
_BACKGROUND_DAYS = 30
_BESIDE = 3
"""Characters between a word and what it is right beside: "issued a joint statement"."""
_COLD = frozenset(
    {
        ActType.ACCUSE,
        ActType.REJECT,
        ActType.PROTEST,
        ActType.SANCTION,
        ActType.COERCE,
        ActType.ASSAULT,
        ActType.MOBILIZE,
        ActType.THREATEN,
        ActType.REQUEST,
    }
)
STATUS_ORDER = {
    IssueNature.DISPUTE: ("open", "easing", "settled"),
    IssueNature.CHANNEL: ("suspended", "ended", "active", "resuming"),
}
"""Of two statuses told for one day the later of these stands: what is mended is the news."""


@dataclass(frozen=True, slots=True)
class _Place:
    """One place where an issue is named, in its report."""

    reading: Reading
    topic: Topic


def with_issues(events: Sequence[Event], index: IssueIndex) -> tuple[Event, ...]:
    """The events, each with the issues that at least half of its claims with any are about."""
    found: list[Event] = []
    for event in events:
        of_claims = [ids for m in event.mentions if (ids := index.issues_of(m.claim))]
        counted = Counter(i for ids in of_claims for i in ids)
        found.append(replace(event, issues=tuple(sorted(i for i, n in counted.items() if 2 * n >= len(of_claims)))))
    return tuple(found)


def words_with_issues(statements: Sequence[SpokenWords], index: IssueIndex) -> tuple[SpokenWords, ...]:
    """The statements, each with the issues that its words name."""
    found: list[SpokenWords] = []
    for words in statements:
        places = [q for s in words.statements for q in (s.quote, *s.stretches)]
        ids = {i for q in places for i in index.issues_at(q.report_id, q.span)}
        found.append(replace(words, issues=tuple(sorted(ids))))
    return tuple(found)


def find_issues(index: IssueIndex, events: Sequence[Event], published: Mapping[ReportId, When]) -> tuple[Issue, ...]:
    """The issues of all reports, sorted by id; general ones only where an event is about them."""
    places: dict[IssueId, list[_Place]] = defaultdict(list)
    for report_id in sorted(index.readings):
        reading = index.readings[report_id]
        for topic in reading.topics:
            owned = reading.owned(topic)
            places[owned.id].append(_Place(reading, owned))
    for event in events:
        for mention in event.mentions:
            for topic in index.topics_of(mention.claim):
                places[topic.id].append(_Place(index.readings[mention.claim.quote.report_id], topic))
    about = _changes_by_issue(index, events, published)
    return tuple(
        _issue(id_, places[id_], about.get(id_, []), published, index.rules.cues)
        for id_ in sorted(places)
        if id_ in about or _is_told(places[id_], index.rules.cues)
    )


def _is_told(places: Sequence[_Place], cues: IssueCues) -> bool:
    """Whether the names alone make an issue: a named one, or one that the data does not know in two sentences.

    A general one is told of a channel whose name stands right beside the word of what became of it.
    """
    topic = places[0].topic
    if not topic.is_known:
        return len({(p.reading.findings.report.id, p.topic.sentence) for p in places}) > 1
    return topic.scope is not Scope.GENERAL or any(_status_in_words(p, cues) for p in places)


def _issue(
    id_: IssueId,
    places: Sequence[_Place],
    changes: Sequence[Change],
    published: Mapping[ReportId, When],
    cues: IssueCues,
) -> Issue:
    topic = places[0].topic
    told = {c.quote.report_id for c in changes}
    acted = _Acted([c.when for c in changes])
    said = [
        change
        for place in places
        if place.reading.findings.report.id not in told
        for change in _change_in_words(place, published, cues)
        if not acted.is_near(change.when)
    ]
    past = [c for place in places for c in _change_in_past(place, published, cues)]
    history = _in_time([*past, *changes, *said], topic.nature, published)
    aliases = Counter(p.topic.alias for p in places)
    shown = sorted(aliases, key=lambda a: (-aliases[a], a))[:_ALIASES]
    return Issue(
        id=id_,
        name=topic.name,
        aliases=tuple(sorted(shown)),
        nature=topic.nature,
        parties=topic.parties,
        status=history[-1].status if history else "unknown",
        history=history,
        mentions=tuple(sorted({_sentence(p.reading, p.topic) for p in places})),
    )


class _Acted:
    """The days on which an issue took a turn."""

    def __init__(self, whens: Sequence[When]) -> None:
        self._days = sorted(w.earliest for w in whens if w.earliest)
        self._is_open = len(self._days) < len(whens)
        self._is_any = bool(whens)

    def is_near(self, said: When) -> bool:
        """Whether words fall into the time of one of them: they may tell of what was before it."""
        if said.earliest is None or self._is_open:
            return self._is_any
        at = bisect_left(self._days, said.earliest)
        return any(abs((said.earliest - day).days) <= _BACKGROUND_DAYS for day in self._days[max(0, at - 1) : at + 1])


def _sentence(reading: Reading, topic: Topic) -> Quote:
    """The sentence in which an issue is named, or the name alone where that is long."""
    span = reading.sentence_at(topic.sentence)
    return reading.findings.report.quote(span if len(span) <= _LONGEST and span.holds(topic.span) else topic.span)


def _changes_by_issue(
    index: IssueIndex, events: Sequence[Event], published: Mapping[ReportId, When]
) -> dict[IssueId, list[Change]]:
    """What the events say of where each issue stands; an issue with an event that says nothing has an empty list."""
    found: dict[IssueId, list[Change]] = defaultdict(list)
    for event in events:
        for mention in event.mentions:
            reading = index.readings[mention.claim.quote.report_id]
            for topic in index.topics_of(mention.claim):
                status = _status_of_claim(mention.claim, topic, reading, index.rules.cues)
                when = told_on(mention, event, published.get(mention.claim.quote.report_id, NOT_KNOWN))
                is_of_old = mention.claim.tense is None and event.when.basis not in FIRM and event.when.earliest is None
                found[topic.id] += (
                    [Change(when, status, mention.claim.quote, event.id)] if status and not is_of_old else []
                )
    return found


def _status_of_claim(claim: Claim, topic: Topic, reading: Reading, cues: IssueCues) -> str | None:
    """Where an act leaves an issue: by the words of its clause, else by its type."""
    if claim.is_bare or claim.status in (Status.HYPOTHETICAL, Status.DEMANDED, Status.NEGATED):
        return None
    is_promise = claim.status is Status.PLANNED or claim.promise is not None or claim.type is ActType.AGREE
    between = claim.trigger.join(topic.span)
    by_place = (
        _cue(reading, within, claim.trigger, cues.by_first[topic.nature]) for within in (between, claim.quote.span)
    )
    cue = next((cue for cue in by_place if cue), None)
    if topic.nature is IssueNature.CHANNEL:
        return _channel_after(claim, cue, is_promise=is_promise)
    if claim.type in _COLD and claim.promise not in WARM:
        return "open"
    if claim.type not in WARM or cue in (None, "open"):
        return None
    return "settled" if cue == "settled" and not is_promise else "easing"


def _channel_after(claim: Claim, cue: str | None, *, is_promise: bool) -> str | None:
    """Where an act leaves a channel: words of ending go before the type of the act."""
    if cue in ("ended", "suspended"):
        return cue
    if claim.type in _COLD:
        return "suspended" if claim.type is ActType.SANCTION else None
    return "resuming" if is_promise or cue == "resuming" else "active"


def _change_in_words(place: _Place, published: Mapping[ReportId, When], cues: IssueCues) -> Iterator[Change]:
    """Where the words around a name say that an issue stands, on the day of the report."""
    status = _status_in_words(place, cues)
    if status:
        report = place.reading.findings.report
        yield Change(published.get(report.id, NOT_KNOWN), status, _sentence(place.reading, place.topic))


def _change_in_past(place: _Place, published: Mapping[ReportId, When], cues: IssueCues) -> Iterator[Change]:
    """Where the words behind a name say that an issue stood at a time before the report."""
    report = place.reading.findings.report
    return past_changes(place.reading, place.topic, published.get(report.id, NOT_KNOWN), cues)


def _status_in_words(place: _Place, cues: IssueCues) -> str | None:
    """The status that the sentence of a name gives; of a general name only a channel's, and only right beside it."""
    topic = place.topic
    sentence = place.reading.sentence_at(topic.sentence)
    found = _nearest(place.reading, sentence, topic.span, cues.by_first[topic.nature])
    # one side's word that a matter is settled does not settle it
    if found is None or found[1] == "settled":
        return None
    if topic.scope is not Scope.GENERAL or not topic.is_known:
        return found[1]
    is_denied = any(w.stem in cues.negations for w in place.reading.words_in(sentence))
    is_beside = topic.nature is IssueNature.CHANNEL and found[0] <= _BESIDE
    return found[1] if is_beside and not is_denied else None


def _cue(
    reading: Reading, within: Span, near: Span, by_first: Mapping[str, Sequence[tuple[int, str, tuple[str, ...]]]]
) -> str | None:
    """The status whose words in a clause or sentence stand nearest to a place of it."""
    found = _nearest(reading, within, near, by_first)
    return found[1] if found else None


def _nearest(
    reading: Reading, within: Span, near: Span, by_first: Mapping[str, Sequence[tuple[int, str, tuple[str, ...]]]]
) -> tuple[int, str] | None:
    """The same with the characters between the two."""
    words = reading.words_in(within)
    ranked = [
        (_gap(word, words[i + len(phrase) - 1], near), order, status)
        for i, word in enumerate(words)
        for order, status, phrase in by_first.get(word.stem, ())
        if tuple(w.stem for w in words[i : i + len(phrase)]) == phrase
    ]
    gap, _, status = min(ranked, default=(0, 0, None))
    return (gap, status) if status else None


def _gap(first: Word, last: Word, span: Span) -> int:
    return max(first.start - span.end, span.start - last.end, 0)


def _in_time(changes: Sequence[Change], nature: IssueNature, published: Mapping[ReportId, When]) -> tuple[Change, ...]:
    """The changes in the order of their days, each status once until another follows."""

    def moment(change: Change) -> tuple[date, int, Quote]:
        known = change.when.earliest or published.get(change.quote.report_id, NOT_KNOWN).earliest
        return (known or date.min, STATUS_ORDER[nature].index(change.status), change.quote)

    kept: list[Change] = []
    for change in sorted(changes, key=moment):
        if not kept or kept[-1].status != change.status:
            kept.append(change)
    return tuple(kept)
