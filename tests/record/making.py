"""Findings of every shape, from few texts, addresses and days, so that reports collide on purpose."""

from collections.abc import Sequence
from datetime import date
from itertools import count
from pathlib import Path

from hypothesis import strategies as st

from detente.domain.acts import ActType, Status
from detente.domain.days import NOT_KNOWN, Basis, Precision, Tense, TimePhrase, When, on_day
from detente.domain.findings import (
    Approximation,
    Claim,
    Figure,
    Findings,
    Problem,
    Speaker,
    Stage,
    Statement,
    Unlinked,
)
from detente.domain.ids import ActorId, RuleId, StatementId
from detente.domain.parties import Directed, Joint, Party, PartyKind
from detente.domain.reports import Report
from detente.domain.spans import Quote, Span
from detente.record.contents import Reading

READING = Reading("0.1.0", "rules-1", "code-1", "en_core_web_md 3.8.0")
TEXTS = ("Arnor met Gondor in Bree.", "Gondor fined Arnor.", "Rohan’s “no” 🐎 came late.")
DAYS = (date(2031, 5, 6), date(2031, 5, 7))
ARNOR = Party(ActorId("ARN"), PartyKind.STATE, "Arnor", via="its envoy", role="envoy", span=Span(0, 5))
GONDOR = Party(ActorId("GON"), PartyKind.STATE, "Gondor")
TRADERS = Party(None, PartyKind.GROUP, "traders", sector="BUS")

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 9), st.integers(1, 9))
days = st.one_of(
    st.just(NOT_KNOWN),
    st.builds(on_day, st.sampled_from(DAYS), st.sampled_from([Basis.METADATA, Basis.STATED])),
    st.just(When(date(2031, 5, 1), date(2031, 5, 31), Precision.MONTH, Basis.STATED, "It says so.")),
)
reports = st.builds(
    Report,
    text=st.sampled_from(TEXTS),
    path=st.sampled_from([None, "a.txt", "b.txt"]),
    url=st.sampled_from([None, None, "https://one.example", "https://two.example"]),
    outlet=st.sampled_from([None, "Bree Times", "Pelargir Post"]),
    title=st.sampled_from([None, "A title"]),
    published=days,
)
phrases = st.builds(
    TimePhrase, spans, st.just("on Tuesday"), st.sampled_from(Tense), st.sampled_from([None, "last week"])
)
parties = st.sampled_from(
    [Directed((ARNOR,), (GONDOR,)), Directed((), (TRADERS,)), Joint((ARNOR, GONDOR)), Joint((GONDOR, TRADERS))]
)


def claims_of(report: Report) -> st.SearchStrategy[Claim]:
    return st.builds(
        Claim,
        quote=quotes_of(report),
        type=st.just(ActType.CONSULT),
        parties=parties,
        status=st.sampled_from(Status),
        rule=st.just(RuleId("consult/met")),
        trigger=spans,
        mode=st.sampled_from([None, "visit"]),
        contexts=st.sampled_from([(), ("diplomatic", "economic")]),
        time=st.none() | phrases,
        is_lead=st.booleans(),
        place=st.sampled_from([None, "Bree"]),
        about=st.sampled_from([(), ("road",)]),
        sentence=st.none() | spans,
        attributed_to=st.sampled_from([None, StatementId("s-1")]),
    )


def statements_of(report: Report) -> st.SearchStrategy[Statement]:
    speakers = st.builds(
        Speaker,
        name=st.sampled_from([None, "Elanor"]),
        role=st.sampled_from([None, "envoy"]),
        state=st.sampled_from([None, ActorId("ARN")]),
        span=st.none() | spans,
    )
    return st.builds(
        Statement,
        quote=quotes_of(report),
        speaker=speakers,
        is_direct=st.booleans(),
        cue=st.sampled_from([None, "said"]),
        stretches=st.lists(quotes_of(report), max_size=2).map(tuple),
        time=st.none() | phrases,
    )


def figures_of(report: Report) -> st.SearchStrategy[Figure]:
    return st.builds(
        Figure,
        quote=quotes_of(report),
        value=st.floats(allow_nan=False, allow_infinity=False) | st.integers(-9, 9),
        unit=st.sampled_from(["%", "share", "km"]),
        approx=st.none() | st.sampled_from(Approximation),
    )


def problems_of(report: Report) -> st.SearchStrategy[Problem]:
    return st.builds(
        Problem,
        stage=st.sampled_from(Stage),
        reason=st.sampled_from(["It is empty.", "No day."]),
        report_id=st.sampled_from([None, report.id]),
        path=st.sampled_from([None, report.path]),
        span=st.none() | spans,
    )


def quotes_of(report: Report) -> st.SearchStrategy[Quote]:
    return spans.map(report.quote)


def findings_of(report: Report) -> st.SearchStrategy[Findings]:
    def few[T](items: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
        return st.lists(items, max_size=3).map(tuple)

    return st.builds(
        Findings,
        report=st.just(report),
        claims=few(claims_of(report)),
        statements=few(statements_of(report)),
        figures=few(figures_of(report)),
        problems=few(problems_of(report)),
        unlinked=few(st.builds(Unlinked, quotes_of(report), st.sampled_from(["person", "place"]))),
        furniture=few(spans),
    )


findings = reports.flatmap(findings_of)

_NUMBERS = count()


def new_file(folder: Path) -> Path:
    """A path in the folder that no other example of a law has used."""
    return folder / f"record-{next(_NUMBERS)}.db"


def plain(text: str = TEXTS[0], **known: object) -> Findings:
    """A report with one claim and one statement, and whatever is known of it."""
    report = Report(text, **known)  # type: ignore[arg-type]
    words = report.quote(Span(0, 9))
    claim = Claim(
        words, ActType.CONSULT, Joint((ARNOR, GONDOR)), Status.HAPPENED, RuleId("consult/met"), trigger=Span(6, 9)
    )
    said = Statement(words, Speaker("Elanor", "envoy", ActorId("ARN")), is_direct=True)
    return Findings(report, claims=(claim,), statements=(said,))


def ids(many: Sequence[Findings]) -> list[str]:
    return [f.report.id for f in many]
