"""Where each party last stood on an issue."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claim_making import Told, a_claim, a_report, placed

from detente.domain.acts import ActType, Status
from detente.domain.days import Basis, on_day
from detente.domain.derived import Event, Issue, IssueNature, Position, SpokenWords
from detente.domain.findings import Speaker, Statement
from detente.domain.ids import ActorId, IssueId, OriginId
from detente.domain.spans import Span
from detente.events.positions import with_positions

ROAD = IssueId("road")
ARN, GON = ActorId("ARN"), ActorId("GON")
ISSUE = Issue(ROAD, "the road", (), IssueNature.DISPUTE, (ARN, GON), "open", (), ())
REFUSAL = Told(ActType.REJECT, ("ARN",), ("GON",))


def an_act(told: Told, day: date, number: int = 0) -> Event:
    claim = a_claim(told, a_report(number))
    when = on_day(day, Basis.RESOLVED)
    return Event(
        mentions=(placed(claim, when),),
        type=told.type,
        mode=None,
        parties=claim.parties,
        when=when,
        status=told.status,
        place=None,
        origins=(OriginId("a"),),
        issues=(ROAD,),
    )


def words(speaker: Speaker, day: date, office: str | None = None, about: tuple[IssueId, ...] = (ROAD,)) -> SpokenWords:
    report = a_report(9)
    said = Statement(report.quote(Span(0, 5)), speaker, is_direct=True)
    return SpokenWords((said,), on_day(day, Basis.METADATA), office, about)


def stood(events: Sequence[Event] = (), spoken: Sequence[SpokenWords] = ()) -> tuple[Position, ...]:
    return with_positions((ISSUE,), events, spoken)[0].positions


def test_the_last_act_of_each_party_shows_where_it_stands() -> None:
    old, new = an_act(REFUSAL, date(2031, 5, 1)), an_act(REFUSAL, date(2031, 5, 6), 1)
    other = an_act(Told(ActType.CONCEDE, ("GON",), ("ARN",)), date(2031, 5, 2), 2)

    found = stood((old, new, other))

    assert [(p.party, p.by, p.when.latest) for p in found] == [
        (ARN, None, date(2031, 5, 6)),
        (GON, None, date(2031, 5, 2)),
    ]


def test_words_of_a_day_go_before_acts_of_it() -> None:
    king = Speaker("Eldacar", "king", ARN)

    found = stood((an_act(REFUSAL, date(2031, 5, 6)),), (words(king, date(2031, 5, 6), "King of Arnor"),))

    assert [p.by for p in found] == ["Eldacar"]


def test_one_who_holds_no_office_gives_no_position() -> None:
    scholar, ministry = Speaker("Bilbo", "scholar", ARN), Speaker(None, "the foreign ministry", ARN)
    stranger = Speaker("Radagast", "wizard", None)
    day = date(2031, 5, 6)

    found = stood(spoken=[words(scholar, day), words(stranger, day, "Wizard"), words(ministry, day)])

    assert [p.by for p in found] == ["the foreign ministry"]


def test_a_plan_shows_where_its_party_stands() -> None:
    plan = replace(an_act(REFUSAL, date(2031, 5, 6)), status=Status.PLANNED)

    assert [p.party for p in stood((plan,))] == [ARN]


def test_words_on_another_matter_talks_and_demands_show_no_position() -> None:
    talks = an_act(Told(), date(2031, 5, 6))
    demand = replace(an_act(REFUSAL, date(2031, 5, 6), 1), status=Status.DEMANDED)
    elsewhere = replace(an_act(REFUSAL, date(2031, 5, 6), 2), issues=())
    otherwise = replace(an_act(REFUSAL, date(2031, 5, 6), 3), type=ActType.ACCUSE)
    wool = words(Speaker("Eldacar", "king", ARN), date(2031, 5, 6), "King of Arnor", ())

    assert not stood((talks, demand, elsewhere, otherwise), (wool,))
