"""What one report says: claims, statements, figures; and what could not be read in it."""

from dataclasses import dataclass, field
from enum import StrEnum
from math import isfinite

from detente.domain.acts import CONTEXTS, MODES_BY_TYPE, ActType, Status
from detente.domain.corrections import DayIs, Field
from detente.domain.days import Tense, TimePhrase, When
from detente.domain.ids import ActorId, ClaimId, FigureId, ReportId, RuleId, StatementId, digest
from detente.domain.judgements import Judgement
from detente.domain.parties import Parties
from detente.domain.reports import Report
from detente.domain.spans import Quote, Span


class Ground(StrEnum):
    """Why somebody is taken for the recipient of an act whose clause does not say to whom it is done."""

    INSIDE = "inside"
    """The words for what the act is about name him: "denied any part in the raid on Oman"."""
    TAKEN_UP = "taken up"
    """He did what the act reacts to, which was told before: "Rome hailed the move"."""
    HIT_BEFORE = "hit before"
    """The same measure of the same actor hit him where it was named before: "the curbs"."""
    ACCUSER = "accuser"
    """He is the one who accuses the actor in the report: a denial is an answer to him."""
    ANSWERED = "answered"
    """He asked the actor for something or charged him with it right before."""
    MET_BEFORE = "met before"
    """He met the actor right before: what is agreed then is agreed with him."""
    ADDRESSEE = "addressee"
    """The words are said to him."""
    AT_ODDS = "at odds"
    """He is the one with whom the actor is told to be at odds in the sentences before."""
    OTHER_SIDE = "other side"
    """He is the other one of the two whom the report is about."""
    BOTH_SIDES = "both sides"
    """The report is about two, and a third asks both for calm."""


@dataclass(frozen=True, slots=True)
class Amended:
    """What persons put right in a claim, beside what had been read."""

    read: "Claim"
    by: tuple[Judgement, ...]
    """The corrections that stand, at most one of each field."""

    def __post_init__(self) -> None:
        fields = [j.correction.field for j in self.by if j.correction]
        if not fields or len(set(fields)) != len(self.by):
            message = f"a claim is amended by one correction of each field, not by {list(self.by)}"
            raise ValueError(message)
        if self.read.amended is not None:
            raise ValueError("what had been read is what nobody put right")


@dataclass(frozen=True, slots=True)
class Claim:
    """One report's word for one act between actors."""

    quote: Quote
    """The clause that was coded, at most its sentence."""
    type: ActType
    parties: Parties
    status: Status
    rule: RuleId
    trigger: Span
    """The word that the rule hangs on."""
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    time: TimePhrase | None = None
    """The phrase that dates the act, or None where no phrase is in reach."""
    is_lead: bool = False
    """Whether tense and place in the report allow the report's own day where there is no phrase."""
    is_bare: bool = False
    """Whether a noun alone names the act ("the summit", "Russia's invasion"): the reader is taken to know of it."""
    tense: Tense | None = Tense.PAST
    """The tense of the act's verb; None for what lies before the past that is told ("had imposed")."""
    place: str | None = None
    about: tuple[str, ...] = ()
    """Dictionary forms of the content words of the clause, sorted: what the act is about."""
    sentence: Span | None = None
    attributed_to: StatementId | None = None
    """The statement in which the act is told, where someone is said to say so."""
    promise: ActType | None = None
    """The type of what is promised, threatened or refused, where the claim is the word about it."""
    ground: Ground | None = None
    """Why the recipient is taken for it, where the clause does not name one."""
    amended: Amended | None = None
    """What persons put right in it; None in all that is stored, and where it stands as it was read."""
    kept_id: str = field(default="", init=False, repr=False, compare=False)
    """The id once it was asked for: hashing costs more than all else that is done with one."""

    def __post_init__(self) -> None:
        if self.mode is not None and self.mode not in MODES_BY_TYPE.get(self.type, {}):
            message = f"{self.type} has no mode {self.mode!r}"
            raise ValueError(message)
        strange = set(self.contexts) - CONTEXTS
        if strange:
            message = f"unknown contexts {sorted(strange)}"
            raise ValueError(message)

    @property
    def id(self) -> ClaimId:
        """A hash of the place, the rule and the parties, as they were read."""
        if self.amended is not None:
            return self.as_read.id
        if not self.kept_id:
            span = self.quote.span
            sides = ["+".join("/".join(p.key) for p in side) for side in (self.parties.actors, self.parties.recipients)]
            what = (self.type, self.rule, self.trigger.start, *sides)
            object.__setattr__(self, "kept_id", digest("c", self.quote.report_id, span.start, span.end, *what))
        return ClaimId(self.kept_id)

    @property
    def as_read(self) -> "Claim":
        """The claim by its report alone."""
        return self.amended.read if self.amended else self

    @property
    def corrections(self) -> tuple[Judgement, ...]:
        """The words of persons that made it what it is."""
        return self.amended.by if self.amended else ()

    @property
    def day_said(self) -> When | None:
        """The day that a person gives it; None where nobody does."""
        given = (j.correction for j in self.corrections)
        return next((c.when for c in given if isinstance(c, DayIs)), None)

    def is_said(self, *fields: Field) -> bool:
        """Whether a person says one of these of it."""
        return any(j.correction and j.correction.field in fields for j in self.corrections)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to have said something."""

    name: str | None
    """As the report gives it, at its fullest ("Yoon Suk Yeol" for "he"); None for one who is not named."""
    role: str | None = None
    """As the report gives it, at its fullest."""
    state: ActorId | None = None
    """The state or body that he speaks for or comes from."""
    span: Span | None = None
    """Where the speaker stands at these words."""

    @property
    def label(self) -> str:
        """What a reader is shown: the name, or else the role."""
        return self.name or self.role or "unnamed"


@dataclass(frozen=True, slots=True)
class Statement:
    """Words, direct or reported, given to a speaker."""

    quote: Quote
    """The words said, without the frame of saying; for a split quotation the first stretch."""
    speaker: Speaker
    is_direct: bool
    cue: str | None = None
    """The word of saying, as it stands in the report."""
    stretches: tuple[Quote, ...] = ()
    """Further stretches of one quotation, in the text's order."""
    addressee: str | None = None
    time: TimePhrase | None = None
    stance: str | None = None
    """supports, opposes, demands, regrets or denies, where the words carry one."""
    stance_cue: str | None = None
    """The word that shows the stance, as it stands in the report."""
    kept_id: str = field(default="", init=False, repr=False, compare=False)
    """The id once it was asked for: hashing costs more than all else that is done with one."""

    @property
    def id(self) -> StatementId:
        """A hash of the place and of who speaks."""
        if not self.kept_id:
            span = self.quote.span
            made = digest("s", self.quote.report_id, span.start, span.end, self.speaker.label)
            object.__setattr__(self, "kept_id", made)
        return StatementId(self.kept_id)

    @property
    def text(self) -> str:
        """All that was said, its stretches joined by an ellipsis where the report breaks it."""
        return " … ".join(q.exact for q in (self.quote, *self.stretches))


class Approximation(StrEnum):
    """How a report hedges a number."""

    ABOUT = "about"
    MORE_THAN = "more than"
    LESS_THAN = "less than"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts and who gives it."""

    quote: Quote
    value: float
    """Scaled: "$52 billion" is 52e9; a share is 0 to 1; per cent as written."""
    unit: str
    """"%", "share", an ISO 4217 currency, a unit of measure, or the noun that is counted."""
    approx: Approximation | None = None
    measure: str | None = None
    """What is counted, in the report's words."""
    period: str | None = None
    given_by: str | None = None
    kept_id: str = field(default="", init=False, repr=False, compare=False)
    """The id once it was asked for: hashing costs more than all else that is done with one."""

    def __post_init__(self) -> None:
        if not isfinite(self.value):
            message = f"{self.value} is no figure"
            raise ValueError(message)

    @property
    def id(self) -> FigureId:
        """A hash of the place and the value."""
        if not self.kept_id:
            span = self.quote.span
            made = digest("f", self.quote.report_id, span.start, span.end, repr(self.value), self.unit)
            object.__setattr__(self, "kept_id", made)
        return FigureId(self.kept_id)


class Stage(StrEnum):
    """Where on the way something could not be read."""

    SOURCE = "source"
    TEXT = "text"
    DATE = "date"
    ACTORS = "actors"
    CLAIMS = "claims"
    STATEMENTS = "statements"
    FIGURES = "figures"
    EVENTS = "events"
    JUDGEMENTS = "judgements"


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read, where, at which stage, in words that a person without programming understands."""

    stage: Stage
    reason: str
    report_id: ReportId | None = None
    path: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A name that stands near a claim and that the data does not know."""

    quote: Quote
    guess: str
    """Why it looks like an actor: "person", "organisation" or "place"."""


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one report; what the record stores of it, beside the report itself."""

    report: Report
    claims: tuple[Claim, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    problems: tuple[Problem, ...] = ()
    unlinked: tuple[Unlinked, ...] = ()
    furniture: tuple[Span, ...] = ()
    """What is not running text: menus, newsletter boxes, captions. Nothing above lies in it."""
