"""The list of what changed, for each kind of thing."""

from datetime import date

import pytest

from detente.domain.acts import ActType, Status
from detente.domain.days import NOT_KNOWN, Basis, on_day
from detente.domain.derived import (
    DatedReport,
    Derived,
    Disagreement,
    Event,
    Issue,
    IssueNature,
    Placed,
    Pledge,
    Side,
)
from detente.domain.findings import Claim
from detente.domain.ids import ActorId, IssueId, OriginId, RuleId
from detente.domain.parties import Directed, Party, PartyKind
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.events.changes import Changed, Thing, changes
from detente.views.changing import changes_listing
from detente.views.event_objects import event_object
from detente.views.objects import disagreement_object, issue_object, pledge_object

DAY = on_day(date(2031, 5, 6), Basis.METADATA)
REPORT = Report("Arnor sued Gondor over the road.", outlet="Herald", published=DAY)
QUOTE = REPORT.quote(Span(0, 17))
ARN, GON, ROH = ActorId("ARN"), ActorId("GON"), ActorId("ROH")
ARNOR, GONDOR = (Party(i, PartyKind.STATE, i.title()) for i in (ARN, GON))
CLAIM = Claim(QUOTE, ActType.ACCUSE, Directed((ARNOR,), (GONDOR,)), Status.HAPPENED, RuleId("accuse/sue"), Span(6, 10))
EVENT = Event((Placed(CLAIM, DAY),), CLAIM.type, None, CLAIM.parties, DAY, CLAIM.status, None, (OriginId("o-1"),))
ISSUE = Issue(IssueId("road"), "the road", (), IssueNature.DISPUTE, (ARN, GON), "open", (), (QUOTE,))
PLEDGE = Pledge((ARN,), (GON,), "to pay", NOT_KNOWN, "announced", (), (QUOTE,))
DISAGREEMENT = Disagreement("who paid", "party", (Side(QUOTE, "yes"), Side(REPORT.quote(Span(11, 17)), "no")))
NOW = Derived(
    reports=(DatedReport(REPORT, DAY, OriginId("o-1")),),
    events=(EVENT,),
    issues=(ISSUE,),
    pledges=(PLEDGE,),
    disagreements=(DISAGREEMENT,),
)


def test_all_that_is_new_is_listed_with_its_words_and_outlet() -> None:
    found = changes_listing(changes(Derived(), NOW), NOW, None)

    assert [row[0] for row in found.table.rows] == ["event", "issue", "pledge", "disagreement"]
    assert {row[2:4] for row in found.table.rows} == {
        *(("new", "happened"), ("new", "open"), ("new", "announced"), ("new", "")),
    }
    assert {row[-2:] for row in found.table.rows} == {("Arnor sued Gondor", "Herald")}


def test_each_change_holds_the_thing_as_the_export_shows_it() -> None:
    found = changes_listing(changes(Derived(), NOW), NOW, None)

    things = [item["thing"] for item in found.objects]
    exported = [event_object(EVENT), issue_object(ISSUE), pledge_object(PLEDGE), disagreement_object(DISAGREEMENT)]
    assert things == exported


@pytest.mark.parametrize("thing", [EVENT, ISSUE, PLEDGE, DISAGREEMENT], ids=lambda t: type(t).__name__)
@pytest.mark.parametrize(("pair", "count"), [((GON, ARN), 1), ((ARN, ROH), 0)])
def test_a_pair_is_told_what_concerns_both(thing: Thing, pair: tuple[ActorId, ActorId], count: int) -> None:
    change = Changed(thing, None, None, (QUOTE,))

    assert len(changes_listing([change], NOW, pair).objects) == count
