"""What reports say, sentence by sentence, in a form in which two of them can be compared."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import chain, combinations, product

from detente.domain.days import When
from detente.domain.derived import Event, Placed
from detente.domain.findings import Claim, Findings, Speaker, Statement
from detente.domain.ids import ActorId, ClaimId, OriginId, ReportId
from detente.domain.reports import Report
from detente.domain.spans import Quote, Span
from detente.rules.actors import Kind, Knowledge
from detente.rules.alike import Alike
from detente.rules.differing import DifferingRules
from detente.text.sentences import split_sentences

_WORD = re.compile(r"[\w’'‑-]+(?:\.(?=\w)[\w]+)*|[?]")
_POSSESSIVES = ("'s", "’s")
_NATIONAL = frozenset({Kind.STATE, Kind.PEOPLE, Kind.SEAT, Kind.ORGAN, Kind.BODY})
NEWS = 2
"""Days; reports that came out within as many can be of the same news."""
WINDOW = 1_000
"""Reports, beside those that are close to them, whose sentences are held at once: each takes much more room than
its text."""
PARAGRAPH = re.compile(r"\n\s*\n|\n")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a telling, or the name of a power."""

    text: str
    """In lower case; "@KEN" for a name of Kenya."""
    span: Span
    power: ActorId | None = None


@dataclass(frozen=True, eq=False)
class Telling:
    """A sentence of a report, or the words that it gives to a speaker."""

    quote: Quote
    words: tuple[Word, ...]
    alike: Alike
    """By what its words are compared with those of others."""
    number: int
    """Which sentence of its report it is."""
    speaker: Speaker | None = None
    state: ActorId | None = None
    """The state or body for which the speaker speaks; None where the report itself does, or he is no one's."""
    is_direct: bool = False
    """Whether these are the speaker's own words."""

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words of meaning, in forms that can be compared."""
        return frozenset(self.alike.stems([w.text for w in self.words]))

    @cached_property
    def masked(self) -> str:
        """The words with a blank after each."""
        return "".join(f"{w.text} " for w in self.words)

    @property
    def name(self) -> str | None:
        """The speaker, as he is known."""
        return self.speaker.label if self.speaker else None

    @property
    def report_id(self) -> ReportId:
        """The report in which it stands."""
        return self.quote.report_id

    @property
    def surname(self) -> str:
        """The last word of the speaker's name: reports call one man "Mr Rao" and "Anil Rao"."""
        return self.speaker.label.split()[-1].casefold() if self.speaker else ""

    @property
    def powers(self) -> frozenset[ActorId]:
        """The states and bodies that it names."""
        return frozenset(w.power for w in self.words if w.power)

    def at(self, offset: int) -> int:
        """The number of the word that stands at an offset of the masked words."""
        return self.masked.count(" ", 0, offset)

    def told(self, start: int, end: int) -> Quote:
        """The words of the report from one offset of the masked words to another."""
        first, last = self.words[self.at(start)], self.words[self.at(end - 1)]
        base = self.quote.span.start
        span = first.span.join(last.span)
        return Quote(self.quote.report_id, span, self.quote.exact[span.start - base : span.end - base])


@dataclass(frozen=True, eq=False)
class Sources:
    """What finding disagreements must know of reports."""

    findings: Sequence[Findings]
    published: Mapping[ReportId, When]
    origins: Mapping[ReportId, OriginId]
    events: Sequence[Event]
    knowledge: Knowledge
    rules: DifferingRules

    @property
    def alike(self) -> Alike:
        """By what words are compared."""
        return self.rules.alike

    def are_apart(self, a: ReportId, b: ReportId) -> bool:
        """Whether two reports are two witnesses."""
        return self.origins[a] != self.origins[b]

    @cached_property
    def close(self) -> Mapping[ReportId, frozenset[ReportId]]:
        """By report the others that tell of an event that it tells of, or came out with it."""
        found: dict[ReportId, set[ReportId]] = {f.report.id: set() for f in self.findings}
        of_day: dict[date, list[ReportId]] = defaultdict(list)
        for id_ in found:
            for day in _days(self.published[id_]):
                of_day[day].append(id_)
        told = ([r for r in e.reports if r in found] for e in self.events)
        for group in chain((g for g in told if len(g) > 1), of_day.values()):
            for id_ in group:
                found[id_].update(group)
        return {id_: frozenset(others - {id_}) for id_, others in found.items()}

    def windows(self) -> Iterator["Sources"]:
        """Sources that together hold every two reports that are close, and each few enough for one to work through."""
        if len(self.findings) <= WINDOW:
            yield self
            return
        last = date.max
        ordered = sorted((self.published[f.report.id].earliest or last, f.report.id) for f in self.findings)
        ids = [id_ for _, id_ in ordered]
        told: dict[ReportId, list[int]] = defaultdict(list)
        for n, event in enumerate(self.events):
            for id_ in event.reports:
                told[id_].append(n)
        for first in range(0, len(ids), WINDOW):
            core = ids[first : first + WINDOW]
            around = {*core, *(other for id_ in core for other in self.close[id_])}
            events = sorted({n for id_ in around for n in told[id_]})
            findings = [self.findings_of[id_] for id_ in sorted(around)]
            yield replace(self, findings=findings, events=[self.events[n] for n in events])

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """The claims of these reports that events are told in."""
        here = self.findings_of
        return tuple(m for e in self.events for m in e.mentions if m.claim.quote.report_id in here)

    def pairs[T](
        self,
        things: Iterable[T],
        report_of: Callable[[T], ReportId],
        key_of: Callable[[T], Hashable] = lambda _: None,
    ) -> Iterator[tuple[T, T]]:
        """Every two things of one key that are of one report, or of two witnesses that meet, once."""
        by_key: dict[Hashable, dict[ReportId, list[T]]] = defaultdict(lambda: defaultdict(list))
        for thing in things:
            by_key[key_of(thing)][report_of(thing)].append(thing)
        for by_report in by_key.values():
            for id_, own in sorted(by_report.items()):
                yield from combinations(own, 2)
                for other in sorted(self.close[id_] & by_report.keys()):
                    if id_ < other and self.are_apart(id_, other):
                        yield from product(own, by_report[other])

    @cached_property
    def findings_of(self) -> Mapping[ReportId, Findings]:
        """What each report says."""
        return {f.report.id: f for f in self.findings}

    @cached_property
    def claims_of(self) -> Mapping[ReportId, tuple[Claim, ...]]:
        """The claims that each report's events are told in."""
        found: dict[ReportId, list[Claim]] = {f.report.id: [] for f in self.findings}
        for claim in (m.claim for m in self.placed):
            found[claim.quote.report_id].append(claim)
        return {id_: tuple(claims) for id_, claims in found.items()}

    @cached_property
    def event_of(self) -> Mapping[ClaimId, int]:
        """The number of the event that each claim is told of."""
        return {m.claim.id: n for n, e in enumerate(self.events) for m in e.mentions}

    @cached_property
    def by_report(self) -> Mapping[ReportId, tuple[Telling, ...]]:
        """By report all its sentences, and all words given to speakers, in the text's order."""
        return {f.report.id: self._tellings(f) for f in self.findings}

    @cached_property
    def _sentences_of(self) -> Mapping[ReportId, tuple[Telling, ...]]:
        return {id_: tuple(t for t in told if t.speaker is None) for id_, told in self.by_report.items()}

    @property
    def tellings(self) -> Iterator[Telling]:
        """All of all reports."""
        for id_ in sorted(self.by_report):
            yield from self.by_report[id_]

    def sentence_of(self, quote: Quote) -> Telling:
        """The sentence in which a quote begins, or the last one before."""
        own = self._sentences_of[quote.report_id]
        return next((t for t in reversed(own) if t.quote.span.start <= quote.span.start), own[0])

    def speaker_of(self, quote: Quote) -> Telling | None:
        """The narrowest words given to a speaker that hold a quote."""
        said = [t for t in self.by_report[quote.report_id] if t.speaker and t.quote.span.meets(quote.span)]
        return min(said, key=lambda t: len(t.quote.span), default=None)

    def _tellings(self, found: Findings) -> tuple[Telling, ...]:
        sentences = [self._telling(found.report, span, number) for number, span in enumerate(self._sentences(found))]
        states = {s.speaker.label: s.speaker.state for s in found.statements if s.speaker.state}
        said = [
            self._spoken(found.report, statement, span, states)
            for statement in found.statements
            if not _relays(statement, found.statements)
            for quote in (statement.quote, *statement.stretches)
            for span in self._split(found.report.text, quote.span)
        ]
        numbered = (
            replace(t, number=max((s.number for s in sentences if s.quote.span.start <= t.quote.span.start), default=0))
            for t in said
        )
        return tuple(sorted((*sentences, *numbered), key=lambda t: (t.quote.span, t.speaker is not None)))

    def _sentences(self, found: Findings) -> Iterator[Span]:
        """The sentences of a report's running text."""
        text, start = found.report.text, 0
        breaks = sorted([*(m.span() for m in PARAGRAPH.finditer(text)), *((f.start, f.end) for f in found.furniture)])
        for end, after in (*breaks, (len(text), len(text))):
            block = text[start:end]
            if block.strip():
                first = start + len(block) - len(block.lstrip())
                yield from self._split(text, Span(first, first + len(block.strip())))
            start = max(start, after)

    def _split(self, text: str, span: Span) -> Iterator[Span]:
        return split_sentences(text, span, self.rules.abbreviations)

    def _telling(self, report: Report, span: Span, number: int = 0) -> Telling:
        return Telling(report.quote(span), tuple(self._words(report.text, span)), self.alike, number)

    def _spoken(self, report: Report, statement: Statement, span: Span, states: Mapping[str, ActorId]) -> Telling:
        speaker = statement.speaker
        state = speaker.state or states.get(speaker.label) or self._named_in(speaker.role or "")
        return replace(self._telling(report, span), speaker=speaker, state=state, is_direct=statement.is_direct)

    def _named_in(self, role: str) -> ActorId | None:
        """The first power that words name: "South Africa's foreign ministry" speaks for South Africa."""
        found = self._words(role, Span(0, len(role))) if role else ()
        return next((w.power for w in found if w.power), None)

    def _words(self, text: str, span: Span) -> Iterator[Word]:
        places: list[Span] = []
        for match in _WORD.finditer(text, span.start, span.end):
            start, end = match.span()
            # a word and its "'s", each by itself
            cut = end - len(_POSSESSIVES[0])
            if cut > start and text.endswith(_POSSESSIVES, start, end):
                places += (Span(start, cut), Span(cut, end))
            else:
                places.append(Span(start, end))
        yield from self._named(text, places)

    def _named(self, text: str, spans: Sequence[Span]) -> Iterator[Word]:
        """The words in order, each known name of a power as one."""
        raw = [text[s.start : s.end] for s in spans]
        at = 0
        while at < len(spans):
            power, last = self._power_at(raw, at) if raw[at][0].isupper() else (None, at)
            if power:
                yield Word(f"@{power}", spans[at].join(spans[last]), power)
            else:
                yield Word(raw[at].replace("’", "'").lower(), spans[at])
            at = last + 1

    def _power_at(self, raw: Sequence[str], at: int) -> tuple[ActorId | None, int]:
        """The power that is named from a word on, and the last word of the name."""
        names = self.knowledge.names
        # few words begin a name; the rest of the sentence is not looked at for the others
        if not names.may_begin(raw[at]):
            return None, at
        pieces = self.knowledge.pieces(raw[at:])
        end, named = names.longest(pieces, 0)
        power = next((n.home for n in named if n.kind in _NATIONAL or n.kind is Kind.PERSON), None)
        return power, at + pieces[end - 1].word if power else at


def _days(when: When) -> Iterator[date]:
    """The days on which what a report tells is news, where its own day is known well enough."""
    if when.earliest and when.latest and (when.latest - when.earliest).days <= NEWS:
        first = when.earliest
        yield from (first + timedelta(days=n) for n in range((when.latest - first).days + NEWS + 1))


def _relays(statement: Statement, others: Sequence[Statement]) -> bool:
    """Whether someone only passes on what another says: "the paper reports that Kenya said ..."."""
    label, span = statement.speaker.label, statement.quote.span
    return any(o.speaker.label != label and o.quote.span != span and span.holds(o.quote.span) for o in others)
