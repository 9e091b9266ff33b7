"""Claims and reports for stories about events, each with only what the story is about."""

from dataclasses import dataclass
from datetime import date

from detente.domain.acts import ActType, Status
from detente.domain.days import Basis, When, on_day
from detente.domain.derived import Placed
from detente.domain.findings import Claim
from detente.domain.ids import ActorId, RuleId
from detente.domain.parties import Directed, Joint, Parties, Party, PartyKind
from detente.domain.reports import Report
from detente.domain.spans import Span

WORDS = "Arnor and Gondor met in Bree on Monday and spoke of the border road, said an envoy from the south. "


def state(id_: str) -> Party:
    return Party(ActorId(id_), PartyKind.STATE, id_.title(), span=Span(0, 5))


def a_report(number: int = 0, day: date = date(2031, 5, 6)) -> Report:
    return Report(WORDS + f"No. {number}", url=f"https://a.example/{number}", published=on_day(day, Basis.METADATA))


@dataclass(frozen=True)
class Told:
    """What a claim of a story says."""

    type: ActType = ActType.CONSULT
    actors: tuple[str, ...] = ("ARN", "GON")
    recipients: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    status: Status = Status.HAPPENED
    mode: str | None = None
    is_bare: bool = False


def parties_of(told: Told) -> Parties:
    if len(told.actors) > 1 and not told.recipients:
        return Joint(tuple(map(state, told.actors)))
    return Directed(tuple(map(state, told.actors)), tuple(map(state, told.recipients)))


def a_claim(told: Told, report: Report | None = None, at: int = 0) -> Claim:
    report = report or a_report()
    return Claim(
        quote=report.quote(Span(at, at + 20)),
        type=told.type,
        parties=parties_of(told),
        status=told.status,
        rule=RuleId("consult/meet"),
        trigger=Span(at + 17, at + 20),
        mode=told.mode,
        about=told.about,
        is_bare=told.is_bare,
    )


def placed(claim: Claim, when: When | date) -> Placed:
    return Placed(claim, on_day(when, Basis.RESOLVED) if isinstance(when, date) else when)
