"""Where the role that a report gives a speaker disagrees with the office that the data knows for that day."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from detente.domain.days import Basis, When
from detente.domain.findings import Findings, Problem, Stage, Statement
from detente.domain.ids import ReportId
from detente.domain.reports import Report
from detente.rules.offices import Office, Person
from detente.rules.settling import SettlingRules

AROUND = 200
"""Letters on both sides of a speaker in which a year tells of another time."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
KNOWN_DAYS = (Basis.STATED, Basis.METADATA)
"""A day that was inferred may rest on the very roles that are checked."""


def role_problems(
    findings: Sequence[Findings], published: Mapping[ReportId, When], rules: SettlingRules
) -> tuple[Problem, ...]:
    """A problem that shows both, once for each speaker of a report, in the order of reports and statements."""
    found: dict[tuple[ReportId, str], Problem] = {}
    for report, statement in ((f.report, s) for f in findings for s in f.statements):
        case = _case(statement, published[report.id], rules)
        key = (report.id, statement.speaker.label)
        if case is None or key in found or not clashes(case.post, case.held, case.person.offices):
            continue
        if not _is_history(report, statement, case.when):
            found[key] = _problem(statement, case, rules)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Case:
    """A speaker with the post that his report gives him and what he held on its day."""

    person: Person
    role: str
    post: str
    held: tuple[Office, ...]
    when: When


def clashes(post: str, held: Collection[Office], ever: Collection[Office]) -> bool:
    """Whether a post that a report names cannot be one of those held, as far as the data can be trusted to be whole."""
    posts = {p for office in held for p in office.posts}
    has_been = any(post in office.posts for office in ever)
    return post not in posts and (bool(posts) or (bool(held) and has_been))


def _case(statement: Statement, when: When, rules: SettlingRules) -> _Case | None:
    speaker = statement.speaker
    if not speaker.name or not speaker.role or not speaker.state or when.basis not in KNOWN_DAYS:
        return None
    persons = [p for p in rules.knowledge.persons_named(speaker.name) if p.of == speaker.state]
    post = rules.given_roles.post_of(speaker.role, rules.knowledge.owners_of(speaker.state))
    if post is None or len(persons) != 1 or not rules.knowledge.is_state(speaker.state):
        return None
    days = [day for day in (when.earliest, when.latest) if day is not None]
    held = tuple(dict.fromkeys(chain.from_iterable(persons[0].offices_on(day) for day in days)))
    return _Case(persons[0], speaker.role, post, held, when)


def _is_history(report: Report, statement: Statement, when: When) -> bool:
    """Whether another year stands near, so that the report may tell of what was said then."""
    span = statement.speaker.span or statement.quote.span
    years = _YEAR.findall(report.text, max(span.start - AROUND, 0), span.end + AROUND)
    return when.earliest is not None and any(int(year) < when.earliest.year for year in years)


def _problem(statement: Statement, case: _Case, rules: SettlingRules) -> Problem:
    state = rules.knowledge.name_by_id[case.person.of]
    known = ", ".join(dict.fromkeys(office.title for office in case.held))
    reason = (
        f"The report of {case.when.earliest} calls {statement.speaker.name} “{case.role}”; "
        f"the data knows {case.person.name} as {known} of {state} on that day."
    )
    speaker = statement.speaker.span
    return Problem(Stage.STATEMENTS, reason, statement.quote.report_id, span=speaker or statement.quote.span)
