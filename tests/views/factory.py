"""A small world by hand: two kingdoms, three outlets, one summit."""

from dataclasses import dataclass, field, replace
from datetime import date

from detente.domain.acts import ActType, Status
from detente.domain.days import NOT_KNOWN, Basis, Precision, When, on_day
from detente.domain.derived import (
    Change,
    DatedReport,
    Derived,
    Disagreement,
    Event,
    Issue,
    IssueNature,
    Placed,
    Pledge,
    Side,
    SpokenWords,
)
from detente.domain.findings import Approximation, Claim, Figure, Problem, Speaker, Stage, Statement
from detente.domain.ids import ActorId, EventId, IssueId, OriginId, RuleId, StatementId
from detente.domain.parties import Directed, Joint, Parties, Party, PartyKind
from detente.domain.reports import Report
from detente.domain.spans import Quote, Span

ARNOR, GONDOR, ROHAN, MORDOR = (ActorId(a) for a in ("ARN", "GON", "ROH", "MOR"))
PAIR = (ARNOR, GONDOR)
SUMMIT_DAY = date(2031, 5, 6)
NAME_BY_ID = {ARNOR: "Arnor", GONDOR: "Gondor", ROHAN: "Rohan", MORDOR: "Mordor"}
HERALD = (
    "The kings of Arnor and Gondor met in Bree on Tuesday and agreed to reopen the border road.\n\n"
    "Gondor will lift its toll on wool. Mordor moved troops to the river. Rohan praised both kings.\n\n"
    "“The road is open to all,” said Elessar, king of Gondor. Trade was worth about $52 billion last year."
)
TIMES = (
    "Arnor's king visited Gondor on Tuesday, and the two held talks. Gondor refused a joint declaration.\n\n"
    "In 2019 Gondor closed the border road. Weavers of Arnor sued Gondor in May. Trade was worth $40 billion.\n\n"
    "The troops of Mordor stood at the river."
)
WIRE = "The two kings met on Tuesday. Arnor might join the fair, said Elessar. Arnor urged Rohan to send grain."


def name(actor: ActorId) -> str:
    """Names as the knowledge would give them."""
    return NAME_BY_ID.get(actor, str(actor))


def state(actor: ActorId, via: str | None = None, role: str | None = None) -> Party:
    """A state, perhaps through one who acts for it."""
    return Party(actor, PartyKind.STATE, name(actor), via=via, role=role)


def group(actor: ActorId, words: str) -> Party:
    """People of a state who do not act for it."""
    return Party(actor, PartyKind.GROUP, words)


def report(text: str = HERALD, outlet: str | None = "The Herald", url: str | None = None) -> Report:
    """A report that came out on the day after the summit."""
    return Report(text, path=f"/somewhere/{outlet}.txt", url=url, outlet=outlet, title="Kings meet")


def quote(told: Report, exact: str) -> Quote:
    """The words where they first stand in the report."""
    start = told.text.index(exact)
    return told.quote(Span(start, start + len(exact)))


def claim(words: Quote, type_: ActType, parties: Parties, status: Status = Status.HAPPENED) -> Claim:
    """One report's word for one act."""
    return Claim(words, type_, parties, status, RuleId(f"{type_.lower()}/by-hand"), words.span)


def event(*claims: Claim, when: When = NOT_KNOWN, part_of: EventId | None = None) -> Event:
    """What the claims make together; each report its own origin."""
    first = claims[0]
    return Event(
        mentions=tuple(Placed(c, when) for c in claims),
        type=first.type,
        mode=first.mode,
        parties=first.parties,
        when=when,
        status=first.status,
        place=first.place,
        origins=tuple(sorted({OriginId(f"o-{c.quote.report_id}") for c in claims})),
        part_of=part_of,
    )


def dated(told: Report, day: date | None = date(2031, 5, 7)) -> DatedReport:
    """A report with its publication day."""
    published = on_day(day, Basis.METADATA, "The manifest says so.") if day else NOT_KNOWN
    return DatedReport(told, published, OriginId(f"o-{told.id}"))


def between(earliest: date | None, latest: date | None, precision: Precision, basis: Basis = Basis.RESOLVED) -> When:
    """A time of any width."""
    return When(earliest, latest, precision, basis)


@dataclass
class World:
    """Three reports of one summit, with everything that a brief can show."""

    herald: Report = field(default_factory=report)
    times: Report = field(default_factory=lambda: report(TIMES, "The Times of Bree", "https://bree.example/kings"))
    wire: Report = field(default_factory=lambda: report(WIRE, None))

    def derived(self) -> Derived:
        """All of it."""
        visit = self.visit()
        return Derived(
            reports=tuple(dated(r) for r in (self.herald, self.times, self.wire)),
            events=(visit, self.talks(visit), *self.pair_events(), *self.other_events()),
            statements=(self.statement(),),
            figures=(
                Figure(quote(self.herald, "$52 billion"), 52e9, "USD", Approximation.ABOUT, "trade", "2030", "Elessar"),
                Figure(quote(self.times, "$40 billion"), 0.4, "share"),
            ),
            issues=(self.issue(),),
            pledges=(self.pledge(),),
            disagreements=(self.disagreement(),),
            problems=(
                Problem(Stage.SOURCE, "The file is empty.", path="/somewhere/empty.txt"),
                Problem(Stage.TEXT, "A page number stands in the text.", report_id=self.herald.id),
                Problem(Stage.TEXT, "Not this one's.", report_id=report("Elsewhere.").id),
            ),
        )

    def visit(self) -> Event:
        """Arnor's king goes to Gondor."""
        words = quote(self.times, "Arnor's king visited Gondor on Tuesday")
        parties = Directed((state(ARNOR, "Eldacar", "king"),), (state(GONDOR),))
        told = replace(claim(words, ActType.CONSULT, parties), mode="visit")
        return event(told, when=on_day(SUMMIT_DAY, Basis.RESOLVED))

    def talks(self, visit: Event) -> Event:
        """The summit, as all three reports tell it."""
        parties = Joint((state(ARNOR, "Eldacar"), state(GONDOR, "Elessar", "king")))
        words = (
            quote(self.herald, "The kings of Arnor and Gondor met in Bree on Tuesday"),
            quote(self.times, "the two held talks"),
            quote(self.wire, "The two kings met on Tuesday"),
        )
        told = [replace(claim(w, ActType.CONSULT, parties), place="Bree") for w in words]
        return event(*told, when=on_day(SUMMIT_DAY, Basis.RESOLVED), part_of=visit.id)

    def pair_events(self) -> tuple[Event, ...]:
        """What else the two did, of every status."""
        both = Joint((state(ARNOR), state(GONDOR)))
        to_arnor = Directed((state(GONDOR),), (state(ARNOR),))
        said = replace(
            claim(quote(self.wire, "Arnor might join the fair"), ActType.COOPERATE, both, Status.HYPOTHETICAL),
            attributed_to=self.statement().statements[0].id,
        )
        weavers = Directed((group(ARNOR, "weavers of Arnor"),), (state(GONDOR),))
        return (
            replace(
                event(
                    claim(quote(self.herald, "agreed to reopen the border road"), ActType.AGREE, both),
                    when=on_day(SUMMIT_DAY, Basis.LEAD),
                ),
                issues=(IssueId("border-road"),),
            ),
            event(
                claim(quote(self.herald, "Gondor will lift its toll"), ActType.CONCEDE, to_arnor, Status.PLANNED),
                when=on_day(SUMMIT_DAY, Basis.LEAD),
            ),
            event(
                claim(quote(self.times, "Gondor refused a joint declaration"), ActType.AGREE, both, Status.NEGATED),
                when=on_day(SUMMIT_DAY, Basis.LEAD),
            ),
            event(said),
            event(
                claim(quote(self.times, "In 2019 Gondor closed the border road"), ActType.COERCE, to_arnor),
                when=between(date(2019, 1, 1), date(2019, 12, 31), Precision.YEAR),
            ),
            event(
                claim(quote(self.times, "Weavers of Arnor sued Gondor in May"), ActType.ACCUSE, weavers),
                when=between(date(2031, 5, 1), date(2031, 5, 31), Precision.MONTH),
            ),
        )

    def other_events(self) -> tuple[Event, ...]:
        """What others did, and what the two did with others."""
        summit = on_day(SUMMIT_DAY, Basis.LEAD)
        praise = Directed((state(ROHAN),), (state(ARNOR), state(GONDOR)))
        plea = Directed((state(ARNOR),), (state(ROHAN),))
        march = Directed((state(MORDOR),))
        return (
            event(claim(quote(self.herald, "Rohan praised both kings"), ActType.SUPPORT, praise), when=summit),
            event(
                claim(quote(self.herald, "Mordor moved troops to the river"), ActType.MOBILIZE, march),
                claim(quote(self.times, "The troops of Mordor stood at the river"), ActType.MOBILIZE, march),
                when=summit,
            ),
            event(claim(quote(self.wire, "Arnor urged Rohan to send grain"), ActType.REQUEST, plea), when=summit),
        )

    def statement(self) -> SpokenWords:
        """The king's words on the road."""
        speaker = Speaker("Elessar", "king of Gondor", GONDOR)
        said = Statement(quote(self.herald, "The road is open to all"), speaker, is_direct=True)
        return SpokenWords((said,), on_day(SUMMIT_DAY, Basis.LEAD), "King of Gondor")

    def issue(self) -> Issue:
        """The road."""
        closed = quote(self.times, "In 2019 Gondor closed the border road")
        reopened = quote(self.herald, "agreed to reopen the border road")
        return Issue(
            id=IssueId("border-road"),
            name="the border road",
            aliases=("the great road",),
            nature=IssueNature.CHANNEL,
            parties=PAIR,
            status="resuming",
            history=(
                Change(between(date(2019, 1, 1), date(2019, 12, 31), Precision.YEAR), "suspended", closed),
                Change(on_day(SUMMIT_DAY, Basis.LEAD), "resuming", reopened),
            ),
            mentions=(closed, reopened),
        )

    def pledge(self) -> Pledge:
        """The toll."""
        words = quote(self.herald, "Gondor will lift its toll on wool")
        history = (Change(on_day(SUMMIT_DAY, Basis.LEAD), "announced", words),)
        due = between(date(2031, 6, 1), date(2031, 6, 30), Precision.MONTH)
        return Pledge((GONDOR,), (ARNOR,), "lift its toll on wool", due, "announced", history, (words,))

    def disagreement(self) -> Disagreement:
        """How much was traded."""
        sides = (
            Side(quote(self.herald, "$52 billion"), "trade was worth $52 billion"),
            Side(quote(self.times, "$40 billion"), "trade was worth $40 billion"),
        )
        return Disagreement("the worth of trade", "number", sides)


def unknown_statement() -> StatementId:
    """One that the record does not hold."""
    return StatementId("s-nobody")
