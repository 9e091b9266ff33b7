"""What follows from a record as rows: each thing with the labels and words by which it is found."""

from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from detente.domain.acts import ActType, Status
from detente.domain.days import When
from detente.domain.derived import DatedReport, Derived, Disagreement, Event, Issue, Pledge, SpokenWords
from detente.domain.findings import Figure, Problem
from detente.domain.ids import ActorId, ReportId
from detente.domain.spans import Quote
from detente.events.doubts import doubts
from detente.record.asked import Label, pair_label
from detente.record.codec import encode

LONGEST_HISTORY = 200
"""Steps and quotes of an issue that are kept for its page, the newest; its events are listed beside them in full."""
NO_DAY = 10_000_000
"""Sorts after every day."""
Person = Callable[[str, ActorId | None], str]
"""One name for all spellings of one person's."""


@dataclass(frozen=True, slots=True)
class Row:
    """A thing as the file holds it."""

    kind: str
    id: str
    when: When | None
    quotes: tuple[Quote, ...]
    data: object
    labels: tuple[Label, ...] = ()
    words: str = ""
    doubt: int = 0
    reports: tuple[ReportId, ...] = ()


def sorting(when: When | None) -> int:
    """A number by which the newest comes first, by the middle of what is known, then what has no first day, or none."""
    if when and when.latest and when.earliest is None:
        return date.max.toordinal() - when.latest.toordinal()
    days = [day.toordinal() for day in (when.earliest, when.latest) if day] if when else []
    return -(sum(days) // len(days)) if days else NO_DAY


def rows_of(derived: Derived, person: Person) -> Iterator[Row]:
    """Everything that follows from a record, each with its labels."""
    labels_by_report: defaultdict[ReportId, set[Label]] = defaultdict(set)
    for row in _event_rows(derived, person):
        for report in {q.report_id for q in row.quotes}:
            labels_by_report[report] |= {label for label in row.labels if label[0] in _OF_A_REPORT}
        yield row
    published = {d.report.id: d.published for d in derived.reports}
    yield from (_report(dated, labels_by_report[dated.report.id]) for dated in derived.reports)
    yield from (_statement(spoken, person, labels_by_report) for spoken in derived.statements)
    for figure in derived.figures:
        report = figure.quote.report_id
        yield _figure(figure, published[report], tuple(sorted(labels_by_report[report])))
    yield from map(_issue, derived.issues)
    yield from map(_pledge, derived.pledges)
    yield from (_disagreement(d, labels_by_report) for d in derived.disagreements)
    yield from (_problem(n, problem, published.keys()) for n, problem in enumerate(derived.problems))


def _event_rows(derived: Derived, person: Person) -> Iterator[Row]:
    disputed = {_place(s.quote) for d in derived.disagreements for s in d.sides}
    judged = {claim for j, _ in derived.judgements for part in j.grounds for claim in part}
    for event in derived.events:
        is_disputed = any(_place(m.claim.quote) in disputed for m in event.mentions)
        yield _event(event, person, judged, is_disputed=is_disputed)


def _report(dated: DatedReport, labels: Iterable[Label]) -> Row:
    report = dated.report
    own = (("origin", dated.origin), ("language", report.language))
    data = {"published": encode(dated.published), "origin": dated.origin, "copied": encode(dated.copied)}
    words = f"{report.title or ''}\n{report.text}"
    found = tuple(sorted({*own, *labels}))
    return Row("report", report.id, dated.published, (), data, found, words, reports=(report.id,))


def _problem(n: int, problem: Problem, known: Container[ReportId]) -> Row:
    reports = (problem.report_id,) if problem.report_id and problem.report_id in known else ()
    stage: Label = ("stage", problem.stage.value)
    return Row("problem", str(n), None, (), encode(problem), (stage,), problem.reason, reports=reports)


_OF_A_REPORT = frozenset({"pair", "power", "issue"})


def _event(event: Event, person: Person, judged: Container[str], *, is_disputed: bool) -> Row:
    found = doubts(event, is_disputed=is_disputed)
    parties = [
        *event.parties.actors,
        *event.parties.recipients,
        *(p for m in event.mentions for p in (*m.claim.parties.actors, *m.claim.parties.recipients)),
    ]
    people = {person(p.via, p.id) for p in parties if p.via and p.via[0].isupper()}
    pairs = [pair_label(a, b) for a, b in combinations(event.powers, 2)]
    labels = {
        *(("power", a) for a in event.powers),
        *(("pair", lab) for lab in pairs),
        *(("issue", i) for i in event.issues),
        *(("person", name) for name in people),
        *(("rule", m.claim.rule) for m in event.mentions),
        *((("part_of", event.part_of),) if event.part_of else ()),
        *(("doubt", doubt.value) for doubt in found),
        *(("claim", m.claim.id) for m in event.mentions if m.claim.id in judged),
        *((("meet", lab) for lab in pairs) if _is_meeting(event) else ()),
        ("type", event.type.value),
        ("status", event.status.value),
    }
    quotes = tuple(m.claim.quote for m in event.mentions)
    words = " … ".join(dict.fromkeys(q.exact for q in quotes))
    data = encode(event, whole=True)
    return Row("event", event.id, event.when, quotes, data, tuple(sorted(labels)), words, len(found))


def _is_meeting(event: Event) -> bool:
    return event.type is ActType.CONSULT and event.status is Status.HAPPENED and event.part_of is None


def _statement(spoken: SpokenWords, person: Person, pairs: Mapping[ReportId, set[Label]]) -> Row:
    speakers = [s.speaker for s in spoken.statements]
    states = {s.state for s in speakers if s.state}
    quotes = tuple(q for s in spoken.statements for q in (s.quote, *s.stretches))
    of_pairs = {lab for q in quotes for lab in pairs.get(q.report_id, ()) if lab[0] == "pair"}
    labels = {
        *(("person", person(s.name, s.state)) for s in speakers if s.name),
        *(("power", state) for state in states),
        *(lab for lab in of_pairs if states & set(lab[1].split())),
        *(("issue", i) for i in spoken.issues),
        *(("said", s.id) for s in spoken.statements),
        ("status", "quoted" if spoken.statements[0].is_direct else "reported"),
    }
    first = spoken.statements[0]
    words = f"{first.speaker.label} {first.speaker.role or ''} {spoken.office or ''}: {first.text}"
    data = encode(spoken, whole=True)
    return Row("statement", first.id, spoken.when, quotes, data, tuple(sorted(labels)), words)


def _figure(figure: Figure, published: When, labels: tuple[Label, ...]) -> Row:
    words = " ".join(filter(None, [figure.measure, figure.given_by, figure.period, figure.unit, figure.quote.exact]))
    return Row("figure", figure.id, published, (figure.quote,), encode(figure, whole=True), labels, words)


def _issue(issue: Issue) -> Row:
    known = [c.when for c in issue.history if c.when.earliest or c.when.latest]
    quotes = tuple(dict.fromkeys([*issue.mentions, *(c.quote for c in issue.history)]))
    kept = replace(issue, history=issue.history[-LONGEST_HISTORY:], mentions=issue.mentions[:LONGEST_HISTORY])
    labels = {
        *(("power", a) for a in issue.parties),
        *(("pair", pair_label(a, b)) for a, b in combinations(sorted(set(issue.parties)), 2)),
        ("issue", issue.id),
        ("status", issue.status),
        ("type", issue.nature.value),
    }
    words = " ".join((issue.name, *issue.aliases))
    newest = min(known, key=sorting, default=None)
    return Row("issue", issue.id, newest, quotes, encode(kept, whole=True), tuple(sorted(labels)), words)


def _pledge(pledge: Pledge) -> Row:
    quotes = tuple(dict.fromkeys([*pledge.mentions, *(c.quote for c in pledge.history)]))
    powers = sorted({*pledge.party, *pledge.to})
    labels = {
        *(("power", a) for a in powers),
        *(("pair", pair_label(a, b)) for a, b in combinations(powers, 2)),
        *(("issue", i) for i in pledge.issues),
        *(("of_event", c.event) for c in pledge.history if c.event),
        ("status", pledge.status),
    }
    when = pledge.history[0].when if pledge.history else None
    return Row("pledge", pledge.id, when, quotes, encode(pledge, whole=True), tuple(sorted(labels)), pledge.what)


def _disagreement(disagreement: Disagreement, pairs: Mapping[ReportId, set[Label]]) -> Row:
    quotes = tuple(s.quote for s in disagreement.sides)
    told = [pairs.get(q.report_id, set()) for q in quotes]
    shared = set.intersection(*told) if told else set()
    labels = {*(lab for lab in shared if lab[0] in _OF_A_REPORT), ("type", disagreement.klass)}
    words = " ".join([disagreement.about, *(s.says for s in disagreement.sides)])
    data = encode(disagreement, whole=True)
    return Row("disagreement", disagreement.id, None, quotes, data, tuple(sorted(labels)), words)


def _place(quote: Quote) -> Hashable:
    return (quote.report_id, quote.span)
