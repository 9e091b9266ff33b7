"""What changed between two states of a record."""

from dataclasses import replace
from datetime import date

from claim_making import Told, a_claim, a_report, placed

from detente.domain.acts import Status
from detente.domain.days import NOT_KNOWN, Basis, on_day
from detente.domain.derived import Change, Derived, Disagreement, Event, Issue, IssueNature, Pledge, Side
from detente.domain.findings import Claim
from detente.domain.ids import ActorId, IssueId, OriginId
from detente.domain.spans import Quote, Span
from detente.events.changes import Changed, changes

DAY = date(2031, 5, 6)


def a_quote(number: int, at: int = 0) -> Quote:
    return a_report(number).quote(Span(at, at + 20))


def an_event(*claims: Claim, status: Status = Status.HAPPENED) -> Event:
    first = claims[0]
    mentions = tuple(placed(claim, DAY) for claim in claims)
    return Event(mentions, first.type, first.mode, first.parties, mentions[0].when, status, None, (OriginId("o-1"),))


def an_issue(status: str, *quotes: Quote) -> Issue:
    history = tuple(Change(on_day(DAY, Basis.STATED), status, quote) for quote in quotes[-1:])
    parties = (ActorId("ARN"), ActorId("GON"))
    return Issue(IssueId("border-road"), "border road", (), IssueNature.DISPUTE, parties, status, history, quotes)


def a_pledge(status: str, *quotes: Quote) -> Pledge:
    return Pledge((ActorId("ARN"),), (ActorId("GON"),), "to open the road", NOT_KNOWN, status, (), quotes)


def a_disagreement(*quotes: Quote) -> Disagreement:
    return Disagreement("how many", "number", tuple(Side(q, str(n)) for n, q in enumerate(quotes)))


def one(before: Derived, after: Derived) -> Changed:
    (found,) = changes(before, after)
    return found


def test_nothing_has_changed_in_the_same_record() -> None:
    derived = Derived(
        events=(an_event(a_claim(Told())),),
        issues=(an_issue("open", a_quote(0)),),
        pledges=(a_pledge("announced", a_quote(0)),),
        disagreements=(a_disagreement(a_quote(0), a_quote(1)),),
    )

    assert changes(derived, derived) == ()


def test_what_was_not_told_before_is_new() -> None:
    event = an_event(a_claim(Told()))

    found = one(Derived(), Derived(events=(event,)))

    assert (found.thing, found.is_new, found.before, found.now) == (event, True, None, "happened")
    assert found.quotes == (event.mentions[0].claim.quote,)


def test_an_event_that_is_told_again_is_not_new() -> None:
    first, again = a_claim(Told(), a_report(1)), a_claim(Told(), a_report(2))

    assert changes(Derived(events=(an_event(first),)), Derived(events=(an_event(first, again),))) == ()


def test_a_plan_that_has_happened_is_told_with_the_words_that_say_so() -> None:
    plan = a_claim(Told(status=Status.PLANNED), a_report(1))
    done = a_claim(Told(), a_report(2))
    before = Derived(events=(an_event(plan, status=Status.PLANNED),))

    found = one(before, Derived(events=(an_event(plan, done),)))

    assert (found.before, found.now, found.quotes) == ("planned", "happened", (done.quote,))


def test_two_events_that_have_become_one_changed_nothing_if_one_stood_so() -> None:
    plan, done = a_claim(Told(status=Status.PLANNED), a_report(1)), a_claim(Told(), a_report(2))
    before = Derived(events=(an_event(plan, status=Status.PLANNED), an_event(done)))

    assert changes(before, Derived(events=(an_event(plan, done),))) == ()


def test_an_issue_that_stands_otherwise_shows_the_words_of_its_last_status() -> None:
    old, new = a_quote(1), a_quote(2)

    found = one(Derived(issues=(an_issue("open", old),)), Derived(issues=(an_issue("settled", old, new),)))

    assert (found.before, found.now, found.quotes) == ("open", "settled", (new,))


def test_a_status_that_no_new_words_show_is_told_with_the_known_ones() -> None:
    quote = a_quote(1)

    found = one(Derived(issues=(an_issue("open", quote),)), Derived(issues=(an_issue("easing", quote),)))

    assert found.quotes == (quote,)


def test_a_pledge_is_known_by_its_words_in_whichever_report() -> None:
    before = Derived(pledges=(a_pledge("announced", a_quote(1)),))

    found = one(before, Derived(pledges=(a_pledge("done", a_quote(1), a_quote(2)),)))

    assert (found.before, found.now) == ("announced", "done")


def test_a_new_disagreement_shows_both_sides() -> None:
    sides = (a_quote(1), a_quote(2))

    found = one(Derived(), Derived(disagreements=(a_disagreement(*sides),)))

    assert (found.is_new, found.now, found.quotes) == (True, None, sides)


def test_a_third_who_joins_a_side_makes_no_new_disagreement() -> None:
    before = Derived(disagreements=(a_disagreement(a_quote(1), a_quote(2)),))

    after = Derived(disagreements=(a_disagreement(a_quote(1), a_quote(2), a_quote(3)),))

    assert changes(before, after) == ()


def test_of_another_class_it_is_another_disagreement() -> None:
    number = a_disagreement(a_quote(1), a_quote(2))

    found = one(Derived(disagreements=(number,)), Derived(disagreements=(replace(number, klass="date"),)))

    assert found.is_new
