"""Why a claim says what it says, as an object for other programs and as words for a reader."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from detente.claims.retracing import Trace
from detente.domain.acts import ActType, Status
from detente.domain.corrections import ActorsAre, Field, RecipientsAre
from detente.domain.days import Basis, Tense, When
from detente.domain.derived import Event, Placed
from detente.domain.findings import Claim, Ground, Statement
from detente.domain.ids import RuleId
from detente.domain.parties import Party
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.rules.acts import ActRule
from detente.views.amending import correction_object, read_value
from detente.views.object_parts import Object, interval_object, party_objects, place_object
from detente.views.tables import in_one_line, shown_day, source_name

OTHER = Ground.OTHER_SIDE
WHY_BY_GROUND = {
    Ground.INSIDE: "the words for what the act is about name it inside",
    Ground.TAKEN_UP: "it has part in what was told elsewhere and is taken up here",
    Ground.HIT_BEFORE: "the same measure of the same actor hit it where it was named before",
    Ground.ACCUSER: "it accuses the one who denies, in the same report",
    Ground.ANSWERED: "right before, it asked something of the one who answers or charged it with something",
    Ground.MET_BEFORE: "it met the one who agrees right before",
    Ground.ADDRESSEE: "the words are said to it",
    Ground.AT_ODDS: "the sentences before tell of it as at odds with the one who acts",
    Ground.OTHER_SIDE: "it is understood from the rest of the report, which is about two powers",
    Ground.BOTH_SIDES: "it is one of the two at odds, of whom a third asks for calm",
}
"""How a reader is told why somebody is taken for the recipient."""
CHANGED = "not known: this version's rules or parser no longer code the sentence so"


@dataclass(frozen=True, slots=True)
class Explained:
    """A claim with all that stands behind it."""

    event: Event
    placed: Placed
    report: Report
    published: When
    statement: Statement | None
    """The one in which the claim stands."""
    rule: ActRule | None
    """None where this version has no such rule."""
    trace: Trace | None
    """None where the rule no longer fits."""

    @property
    def claim(self) -> Claim:
        """The claim itself."""
        return self.placed.claim

    @property
    def read(self) -> Claim:
        """The claim as its report was read, which is what the reasons are about."""
        return self.placed.claim.as_read

    @property
    def sentence(self) -> Span:
        """Where its sentence stands."""
        return self.claim.sentence or self.claim.quote.span

    def words_at(self, span: Span) -> str:
        """The words of the report at a place, in one line."""
        return in_one_line(self.report.text[span.start : span.end])


def explained_object(explained: Explained) -> Object:
    """An explanation for other programs."""
    claim, trace = explained.claim, explained.trace
    statement = explained.statement
    corrections = [(j, j.correction) for j in claim.corrections if j.correction]
    return {
        "kind": "explanation",
        "event": explained.event.id,
        "claim": claim.id,
        **place_object(claim.quote),
        "sentence": place_object(explained.report.quote(explained.sentence)),
        "matched": [
            {"part": part, "start": span.start, "end": span.end, "text": explained.words_at(span)}
            for part, span in (trace.words if trace else (("act", claim.trigger),))
        ],
        "rule": _rule(explained.rule, trace) if explained.rule else {"id": claim.rule},
        "type": {"value": claim.type, "mode": claim.mode, "why": why_type(explained)},
        "status": {"value": claim.status, "cue": (trace and trace.stands.cue) or None, "why": why_status(explained)},
        "actors": _parties(claim.parties.actors, explained),
        "recipients": _parties(claim.parties.recipients, explained),
        "date": {
            **interval_object(explained.placed.when),
            "phrase": claim.time.exact if claim.time else None,
            "why": why_day(explained),
        },
        "attributed_to": {"statement": statement.id, "speaker": statement.speaker.label, "cue": statement.cue}
        if statement
        else None,
        "corrections": [
            {
                "judgement": j.id,
                **correction_object(correction),
                "read": read_value(correction.field, explained.placed),
                "by": j.by,
                "date": j.day.isoformat(),
                "why": j.why,
            }
            for j, correction in corrections
        ],
    }


def explained_text(all_: Iterable[Explained]) -> Iterator[str]:
    """The same for a reader, a paragraph for each claim."""
    told: set[RuleId] = set()
    for number, explained in enumerate(all_):
        if number == 0:
            event = explained.event
            claims = f"{len(event.mentions)} {'claim' if len(event.mentions) == 1 else 'claims'}"
            yield f"{event.id}: {event.type} {event.status}, {shown_day(event.when) or 'day not known'} ({claims})"
        yield ""
        yield from _lines(explained)
        if explained.rule and explained.claim.rule not in told:
            yield from _lines_of_rule(explained.rule, explained.trace)
        told.add(explained.claim.rule)


def why_type(explained: Explained) -> str:
    """Why the act has its type."""
    claim, rule = explained.read, explained.rule
    if explained.claim.is_said(Field.TYPE):
        return f"{said_by(explained, Field.TYPE)}; {_as_read(explained, Field.TYPE, why_type)}"
    if rule is None:
        return f"by {claim.rule}, a rule that this version does not have"
    if claim.promise is None:
        return f"{rule.id} codes {rule.type}"
    if claim.type is ActType.REJECT:
        return f"{rule.id} codes {rule.type}, and who refuses or denies it does REJECT (PLOVER's rule)"
    return f"{rule.id} codes {rule.type}, and while that is still to come it is {claim.type} (PLOVER's rule)"


def why_status(explained: Explained) -> str:
    """Why the act has its status."""
    claim, trace = explained.read, explained.trace
    if explained.claim.is_said(Field.STATUS):
        return f"{said_by(explained, Field.STATUS)}; {_as_read(explained, Field.STATUS, why_status)}"
    if trace is None:
        return CHANGED
    stands = trace.stands
    if trace.is_negated and stands.status is Status.NEGATED:
        return "the rule itself asks for a negation, so that the act lies in not doing it"
    said = ", after a verb by which he who acts makes it known" if stands.is_announced else ""
    cue = f"“{stands.cue}” makes what is told {stands.status}" if stands.cue else "no word about the act says otherwise"
    uttered = ""
    if claim.promise is not None and claim.status is Status.HAPPENED:
        uttered = f"; the word about it has happened, the {claim.promise} in it has not"
    return f"{cue}{said}{uttered}"


def why_party(party: Party, explained: Explained) -> str:
    """Why somebody is a party."""
    claim = explained.read
    if not any(p.key == party.key for p in (*claim.parties.actors, *claim.parties.recipients)):
        return said_by(explained, Field.ACTORS if party in explained.claim.parties.actors else Field.RECIPIENTS)
    if claim.ground and (party.span is None or (party in claim.parties.recipients and claim.ground is not OTHER)):
        return f"the clause does not name it: {WHY_BY_GROUND[claim.ground]}"
    if party.span is None:
        return "no words name it here: it is understood from the rest of the report"
    words = f"“{explained.words_at(party.span)}”"
    far = "" if explained.sentence.holds(party.span) else ", in another sentence,"
    if party.via:
        told = [said for said in dict.fromkeys((party.via, party.role)) if said and f"“{said}”" != words]
        return f"{words}{far}{f' ({", ".join(told)})' if told else ''} acts for {party.name}"
    if party.is_power:
        return f"{words}{far} stands for {party.name}"
    return f"{words}{far} is a {party.kind}" + (f" of {party.id}" if party.id else " of no state that is told")


def why_day(explained: Explained) -> str:
    """Why the act has its day."""
    claim, when = explained.read, explained.placed.when
    if explained.claim.is_said(Field.DAY):
        return f"{said_by(explained, Field.DAY)}; {_as_read(explained, Field.DAY, why_day)}"
    if claim.time is not None and when.basis in (Basis.STATED, Basis.RESOLVED):
        return when.reason or f"“{claim.time.exact}” says it"
    place = "in the lead" if claim.is_lead else "below the lead"
    tense = f"in the {claim.tense} tense" if claim.tense else "told as lying before what is told"
    if claim.tense is Tense.REPEATED:
        tense = "told of more than once"
    published = shown_day(explained.published) or "on a day that is not known"
    ground = f"no time phrase is in reach; told {place}, {tense}, in a report published {published}"
    if claim.time is not None:
        ground = f"“{claim.time.exact}” tells no day ({when.reason or 'it cannot be read'}); published {published}"
    if when.basis is not Basis.LEAD:
        return f"{ground}: that tells no day of the act"
    return ground if when.earliest else f"{ground}: it had happened by then"


def said_by(explained: Explained, field: Field) -> str:
    """Who says so, where a person does."""
    words = (j for j in explained.claim.corrections if j.correction and j.correction.field is field)
    return "; ".join(f"{j.by} says so ({j.day}: “{in_one_line(j.why)}”)" for j in words)


def _as_read(explained: Explained, field: Field, why: Callable[[Explained], str]) -> str:
    """What the report alone says, and why."""
    placed = explained.placed
    alone = replace(explained, placed=Placed(placed.claim.as_read, placed.read or placed.when))
    return f"read as {read_value(field, placed)}: {why(alone)}"


def why_speaker(statement: Statement | None) -> str:
    """Who is said to say so."""
    if statement is None:
        return "the report says so itself"
    how = "word for word" if statement.is_direct else "in the report's words"
    cue = f" (“{statement.cue}”)" if statement.cue else ""
    return f"{statement.speaker.label} is said to say so, {how}{cue}"


def _lines(explained: Explained) -> Iterator[str]:
    claim, rule, trace = explained.claim, explained.rule, explained.trace
    yield f"{claim.id} in {source_name(explained.report)}, {explained.report.title or explained.report.id}"
    yield f"  sentence   {explained.words_at(explained.sentence)}"
    yield f"  coded      {in_one_line(claim.quote.exact)}"
    matched = trace.words if trace else (("act", claim.trigger),)
    yield f"  matched    {', '.join(f'{explained.words_at(span)} ({part})' for part, span in matched)}"
    yield f"  type       {claim.type}{f'/{claim.mode}' if claim.mode else ''}: {why_type(explained)}"
    yield f"  status     {claim.status}: {why_status(explained)}"
    for side, parties in (("actor", claim.parties.actors), ("recipient", claim.parties.recipients)):
        for party in parties:
            yield f"  {side:<10} {party.name} ({party.id or 'no state'}): {why_party(party, explained)}"
    for judgement in claim.corrections:
        if isinstance(judgement.correction, ActorsAre | RecipientsAre):
            field, said = judgement.correction.field, judgement.correction.value
            yield f"  {field:<10} {said}: {said_by(explained, field)}; read as {read_value(field, explained.placed)}"
    yield f"  day        {shown_day(explained.placed.when) or 'not known'}: {why_day(explained)}"
    yield f"  who says   {why_speaker(explained.statement)}"
    yield f"  rule       {claim.rule}{f' ({rule.place})' if rule else ''}"
    if trace:
        yield f"  fitted     {trace.pattern}"


def _lines_of_rule(rule: ActRule, trace: Trace | None) -> Iterator[str]:
    yield from (f"  pattern    {p.source}" for p in rule.patterns if trace is None or p.source != trace.pattern)
    yield from (f"  example    {example.text}" for example in rule.examples)
    yield from (f"  but not    {text}" for text in rule.not_examples)


def _rule(rule: ActRule, trace: Trace | None) -> Object:
    return {
        "id": rule.id,
        "place": rule.place,
        "fitted": trace.pattern if trace else None,
        "patterns": [pattern.source for pattern in rule.patterns],
        "examples": [{"text": e.text, "type": e.type, "status": e.status} for e in rule.examples],
        "not_examples": list(rule.not_examples),
    }


def _parties(parties: tuple[Party, ...], explained: Explained) -> list[Object]:
    return [
        {**whole, "why": why_party(party, explained)}
        for whole, party in zip(party_objects(parties), parties, strict=True)
    ]
