"""What stands behind an event; sentences are parsed again for it, so importing this takes seconds."""

from collections.abc import Iterator, Sequence
from itertools import chain

from rapidfuzz import process

from detente.claims.retracing import retrace
from detente.domain.derived import Derived, Event, Placed
from detente.domain.findings import Claim, Findings
from detente.engines.loading import Loaded
from detente.errors import UnknownNameError
from detente.rules.acts import load_act_rules
from detente.rules.cues import load_status_cues
from detente.rules.furniture import load_furniture
from detente.text.parse import load_parser
from detente.text.passages import lay_out
from detente.views.explaining import Explained

SUGGESTIONS = 3


def explain(loaded: Loaded, thing: str) -> list[Explained]:
    """Why each claim of an event, or one claim, says what it says; UnknownNameError for an id of neither."""
    event, chosen = _found(loaded, thing)
    rules, cues, parser, furniture = load_act_rules(), load_status_cues(), load_parser(), load_furniture()
    found_by_report = {found.report.id: found for found in loaded.contents.findings}
    published_by_report = {dated.report.id: dated.published for dated in loaded.derived.reports}
    explained = []
    for placed in chosen:
        claim, found = placed.claim, found_by_report[placed.claim.quote.report_id]
        text = found.report.text
        around = [p for p in lay_out(text, furniture).passages if p.start <= claim.trigger.start < p.end]
        trace = retrace(claim.as_read, parser.parse(text, around), rules, cues)
        statement = next((s for s in found.statements if s.id == claim.attributed_to), None)
        published = published_by_report[found.report.id]
        explained.append(
            Explained(event, placed, found.report, published, statement, rules.by_id.get(claim.rule), trace)
        )
    return explained


def _found(loaded: Loaded, thing: str) -> tuple[Event, Sequence[Placed]]:
    for event in loaded.derived.events:
        if event.id == thing:
            return event, event.mentions
        for placed in event.mentions:
            if placed.claim.id == thing:
                return event, (placed,)
    raise UnknownNameError(_why_not(loaded, thing))


def _why_not(loaded: Loaded, thing: str) -> str:
    if any(claim.id == thing for claim in _claims(loaded.contents.findings)):
        return f"The claim {thing} is in no event: it was judged wrong, or its event was."
    if thing in _other_ids(loaded.derived):
        return f"{thing} is no event; `detente explain` is for events and claims."
    known = sorted({event.id for event in loaded.derived.events} | set(_claim_ids(loaded.derived)))
    begin = [id_ for id_ in known if id_.startswith(thing)]
    close = begin or [id_ for id_, _, _ in process.extract(thing, known, limit=SUGGESTIONS, score_cutoff=70)]
    meant = f" Did you mean {' or '.join(close[:SUGGESTIONS])}?" if close else " `detente show events` lists them."
    return f"No event or claim has the id {thing!r}.{meant}"


def _claims(findings: Sequence[Findings]) -> Iterator[Claim]:
    return chain.from_iterable(found.claims for found in findings)


def _claim_ids(derived: Derived) -> Iterator[str]:
    return (placed.claim.id for event in derived.events for placed in event.mentions)


def _other_ids(derived: Derived) -> set[str]:
    return {
        *(figure.id for figure in derived.figures),
        *(issue.id for issue in derived.issues),
        *(pledge.id for pledge in derived.pledges),
        *(disagreement.id for disagreement in derived.disagreements),
        *(statement.id for words in derived.statements for statement in words.statements),
        *(dated.report.id for dated in derived.reports),
    }
