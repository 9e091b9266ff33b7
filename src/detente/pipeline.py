"""The table of contents: from a report to its findings, and from all findings to what follows from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from detente.claims.attributing import attribute
from detente.claims.coding import code_acts
from detente.claims.completing import complete
from detente.claims.composing import make_claims, time_acts, unlinked_near
from detente.claims.first_person import with_first_person
from detente.claims.linking import Links, link_report
from detente.claims.measuring import measure
from detente.domain.derived import Derived
from detente.domain.findings import Findings, Problem, Stage, Statement
from detente.domain.judgements import Judgement
from detente.domain.reports import Report
from detente.events.settling import settle_findings
from detente.mentions.find_actors import find_actors
from detente.mentions.find_acts import find_acts
from detente.mentions.find_numbers import find_numbers
from detente.mentions.find_quotations import find_quotations
from detente.mentions.find_times import find_times
from detente.rules.actors import Knowledge, load_knowledge
from detente.rules.acts import ActRules, load_act_rules
from detente.rules.anaphora import Anaphora, load_anaphora
from detente.rules.contexts import ContextCues, load_context_cues
from detente.rules.cues import StatusCues, load_status_cues
from detente.rules.furniture import FurnitureCues, load_furniture
from detente.rules.numbers import NumberRules, load_number_rules
from detente.rules.saying import Sayings, load_sayings
from detente.text.parse import Parser, load_parser
from detente.text.passages import lay_out


@dataclass(frozen=True, slots=True)
class Tools:
    """What reading needs beside the report: the parser and the knowledge; make it with `load_tools`."""

    parser: Parser
    knowledge: Knowledge
    furniture: FurnitureCues
    acts: ActRules
    status: StatusCues
    anaphora: Anaphora
    contexts: ContextCues
    numbers: NumberRules
    sayings: Sayings


def load_tools(actors: Path | None = None) -> Tools:
    """The packaged parser and knowledge, with the persons of a settings folder where one is given."""
    return Tools(
        parser=load_parser(),
        knowledge=load_knowledge(actors),
        furniture=load_furniture(),
        acts=load_act_rules(),
        status=load_status_cues(),
        anaphora=load_anaphora(),
        contexts=load_context_cues(),
        numbers=load_number_rules(),
        sayings=load_sayings(),
    )


def read(report: Report, tools: Tools) -> Findings:
    """All that one report says."""
    layout = lay_out(report.text, tools.furniture)
    sentences = tools.parser.parse(report.text, layout.passages)
    names = find_actors(sentences, tools.knowledge)
    links = link_report(sentences, names, tools.knowledge, report.published.earliest)
    quotations = find_quotations(report.text, layout.passages)
    said = attribute(report, sentences, quotations, links, layout.headings)
    statements = tuple(s for s in said if isinstance(s, Statement))
    finder = with_first_person(links, sentences, statements, tools.knowledge)
    coded = code_acts(sentences, find_acts(sentences, tools.acts), finder, tools.status)
    acts = complete(coded, sentences, finder, tools.anaphora)
    timed = time_acts(acts, sentences, find_times(sentences))
    claims = make_claims(report, sentences, timed, statements, tools.contexts)
    return Findings(
        report=report,
        claims=claims,
        statements=statements,
        figures=measure(report, sentences, find_numbers(sentences, tools.numbers), tools.numbers),
        problems=(*(p for p in said if isinstance(p, Problem)), *_silence(report, links)),
        unlinked=unlinked_near(report, claims, links.unknown),
        furniture=layout.furniture,
    )


def _silence(report: Report, links: Links) -> tuple[Problem, ...]:
    """The word on a report in which no state is named; such a one has nothing to tell."""
    if any(p.is_power for parties in links.parties_by_place.values() for p in parties) or links.states_by_place:
        return ()
    reason = "no sentence of this report speaks of a state that detente knows"
    return (Problem(Stage.ACTORS, reason, report_id=report.id, path=report.path),)


def settle(findings: Sequence[Findings], judgements: Sequence[Judgement], tools: Tools) -> Derived:
    """All that follows from the findings and judgements of a record, whatever their order."""
    return settle_findings(findings, judgements, tools.knowledge)
