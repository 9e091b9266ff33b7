"""The table of contents: from a report to its findings, and from all findings to what follows from them."""

from collections.abc import Sequence

from detente.claims.act_times import time_acts
from detente.claims.attributing import attribute
from detente.claims.coding import code_acts
from detente.claims.completing import complete
from detente.claims.composing import make_claims, unlinked_near
from detente.claims.echoes import without_echoes
from detente.claims.first_person import with_first_person
from detente.claims.hearing import hear
from detente.claims.implying import principals
from detente.claims.linking import Links, link_report
from detente.claims.measuring import measure
from detente.claims.said_when import with_times
from detente.claims.scenes import set_in_scenes
from detente.claims.sitting import day_by_offices
from detente.claims.spoken import code_spoken
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
from detente.rules.settling import SettlingRules
from detente.text.passages import lay_out, unread
from detente.tools import Tools


def read(report: Report, tools: Tools) -> Findings:
    """All that one report says."""
    layout = lay_out(report.text, tools.furniture)
    sentences = tools.parser.parse(report.text, layout.passages)
    names = find_actors(sentences, tools.knowledge)
    links = link_report(sentences, names, tools.knowledge, report.published.earliest)
    if report.published.earliest is None and (day := day_by_offices(links, tools.knowledge)):
        links = link_report(sentences, names, tools.knowledge, day)
    quotations = find_quotations(report.text, layout.passages)
    times = find_times(sentences)
    said = with_times(attribute(report, sentences, quotations, links, layout.headings), sentences, times)
    statements = tuple(s for s in said if isinstance(s, Statement))
    finder = with_first_person(links, sentences, statements, tools.knowledge)
    two = principals(sentences, finder)
    mentioned = find_acts(sentences, tools.acts)
    told = hear(code_acts(sentences, mentioned, finder, tools.status, two), sentences, finder, tools.status)
    spoken = code_spoken(sentences, mentioned, finder, tools.status, told)
    acts = complete((*told, *spoken), sentences, finder, tools.anaphora, two)
    timed = without_echoes(time_acts(acts, sentences, times, quotations), sentences, report.published)
    placed = set_in_scenes(timed, sentences, times, report.published)
    claims = make_claims(report, sentences, placed, statements, tools.contexts)
    return Findings(
        report=report,
        claims=claims,
        statements=statements,
        figures=measure(report, sentences, find_numbers(sentences, tools.numbers), tools.numbers),
        problems=(*(p for p in said if isinstance(p, Problem)), *unread(report, layout), *_silence(report, links)),
        unlinked=unlinked_near(report, claims, links.unknown),
        furniture=layout.furniture,
    )


def settle(findings: Sequence[Findings], judgements: Sequence[Judgement], rules: SettlingRules) -> Derived:
    """All that follows from the findings and judgements of a record, whatever their order."""
    return settle_findings(findings, judgements, rules)


def _silence(report: Report, links: Links) -> tuple[Problem, ...]:
    """The word on a report in which no state is named; such a one has nothing to tell."""
    if any(p.is_power for parties in links.parties_by_place.values() for p in parties) or links.states_by_place:
        return ()
    reason = "no sentence of this report speaks of a state that detente knows"
    return (Problem(Stage.ACTORS, reason, report_id=report.id, path=report.path),)
