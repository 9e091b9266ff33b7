"""A workshop without a parser: "Japan met South Korea." is a claim, and every report is its own origin."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from detente.cli.terminal import Door
from detente.domain.acts import ActType, Status
from detente.domain.days import NOT_KNOWN, Basis, When, on_day
from detente.domain.derived import DatedReport, Derived, Event, Placed, SpokenWords
from detente.domain.findings import Claim, Figure, Findings, Problem, Speaker, Stage, Statement, Unlinked
from detente.domain.ids import ActorId, OriginId, RuleId
from detente.domain.judgements import Judgement, Verdict
from detente.domain.parties import Directed, Joint, Party, PartyKind
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.engines.local import Reader
from detente.engines.workshop import Sources, Workshop
from detente.events.correcting import corrected
from detente.events.judging import standing
from detente.record.contents import Reading
from detente.rules.actors import load_knowledge

TODAY = date(2031, 6, 1)
PARTIES = {
    name: Party(ActorId(code), PartyKind.STATE, name)
    for name, code in (("Japan", "JPN"), ("South Korea", "KOR"), ("China", "CHN"))
}
_STATES = "|".join(PARTIES)
_ACT = re.compile(rf"({_STATES}) (met|fined) ({_STATES})")
_SAID = re.compile(r"(\w+) said: “([^”]+)”")
_COUNT = re.compile(r"(\d+) (\w+)")
_STRANGER = re.compile(r"Zorg")


def door() -> Door:
    return Door(Workshop(make_reader, settle, load_knowledge, reading, fetch), TODAY)


def make_reader() -> Reader:
    return read


READING = Reading("0.1.0", "rules-1", "code-1", "none 1")


def reading() -> Reading:
    return READING


def fetch(sources: Sources) -> Iterable[Report | Problem]:
    for path in sources.paths:
        for file in sorted(path.glob("*.txt")) if path.is_dir() else [path]:
            yield _report(file)


def _report(file: Path) -> Report | Problem:
    text = file.read_text(encoding="utf-8")
    if not text:
        return Problem(Stage.SOURCE, "the file is empty", path=file.as_posix())
    # the file's name tells its day and outlet: 2031-05-06_kestrel.txt
    day, _, outlet = file.stem.partition("_")
    published = on_day(date.fromisoformat(day), Basis.METADATA) if "-" in day else NOT_KNOWN
    return Report(text, file.as_posix(), outlet=outlet, title=f"Of {outlet}", published=published)


def read(report: Report) -> Findings:
    return Findings(
        report,
        claims=tuple(_claim(report, found) for found in _ACT.finditer(report.text)),
        statements=tuple(
            Statement(report.quote(Span(*m.span(2))), Speaker(m[1], None, ActorId("JPN")), is_direct=True)
            for m in _SAID.finditer(report.text)
        ),
        figures=tuple(
            Figure(report.quote(Span(*m.span())), int(m[1]), m[2], measure=m[2]) for m in _COUNT.finditer(report.text)
        ),
        unlinked=tuple(Unlinked(report.quote(Span(*m.span())), "person") for m in _STRANGER.finditer(report.text)),
    )


def _claim(report: Report, found: re.Match[str]) -> Claim:
    words, one, other = report.quote(Span(*found.span())), PARTIES[found[1]], PARTIES[found[3]]
    trigger = Span(*found.span(2))
    if found[2] == "met":
        return Claim(
            words, ActType.CONSULT, Joint((one, other)), Status.HAPPENED, RuleId("consult/met"), trigger=trigger
        )
    return Claim(
        words, ActType.SANCTION, Directed((one,), (other,)), Status.PLANNED, RuleId("sanction/fine"), trigger=trigger
    )


def _placed(claim: Claim, report: Report) -> Placed:
    said = claim.day_said
    return Placed(claim, said, read=report.published) if said else Placed(claim, report.published)


def _latest(judgements: Sequence[Judgement]) -> dict[str, Verdict]:
    return {claim: j.verdict for j in judgements if not j.correction for part in j.grounds for claim in part}


def settle(findings: Sequence[Findings], judgements: Sequence[Judgement]) -> Derived:
    verdicts = _latest(standing(judgements))
    claims: defaultdict[tuple[str, ...], list[Placed]] = defaultdict(list)
    for found in corrected(findings, standing(judgements)):
        for claim in found.claims:
            if verdicts.get(claim.id) is Verdict.WRONG:
                continue
            parties = sorted(p.name for p in claim.parties.actors + claim.parties.recipients)
            claims[claim.type, *parties].append(_placed(claim, found.report))
    events = tuple(_event(placed) for _, placed in sorted(claims.items()))
    known: set[str] = {claim.id for f in findings for claim in f.claims} | {
        s.id for f in findings for s in f.statements
    }
    known |= {j.id for j in judgements}
    return Derived(
        reports=tuple(DatedReport(f.report, f.report.published, OriginId(f.report.id)) for f in findings),
        events=events,
        statements=tuple(SpokenWords((s,), f.report.published, "envoy") for f in findings for s in f.statements),
        figures=tuple(figure for f in findings for figure in f.figures),
        problems=tuple(problem for f in findings for problem in f.problems),
        judgements=tuple((j, all(known & set(part) for part in j.grounds)) for j in judgements),
    )


def _event(placed: list[Placed]) -> Event:
    first = min(placed, key=lambda p: str(p.when.earliest))
    when: When = first.when
    origins = tuple(sorted(OriginId(p.claim.quote.report_id) for p in placed))
    mentions = tuple(sorted(placed, key=lambda p: p.claim.quote))
    claim = first.claim
    return Event(mentions, claim.type, claim.mode, claim.parties, when, claim.status, None, origins)
