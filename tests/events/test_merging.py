"""Which claims are one act in the world."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from random import Random  # noqa: TID251 - hypothesis hands out a seeded one

import pytest
from claim_making import Told, a_claim, a_report, placed
from hypothesis import given
from hypothesis import strategies as st
from origin_making import origins

from detente.domain.acts import ActType, Status
from detente.domain.days import NOT_KNOWN, Basis, Precision, When, on_day
from detente.domain.derived import Event, Placed
from detente.domain.ids import ActorId, IssueId, StatementId
from detente.domain.parties import Joint, Party, PartyKind
from detente.domain.reports import Report
from detente.domain.spans import Span
from detente.events.merging import common_time, merge
from detente.events.sameness import Bench, Ties, Witnesses
from detente.rules.sameness import load_sameness

MONDAY, TUESDAY = date(2031, 5, 5), date(2031, 5, 6)
MARCH = When(date(2031, 3, 1), date(2031, 3, 31), Precision.MONTH, Basis.RESOLVED)
ROAD = frozenset({IssueId("road")})
REPORTS = tuple(a_report(n, TUESDAY) for n in range(4))


def merged(claims: Sequence[Placed], ties: Ties | None = None) -> tuple[Event, ...]:
    by_id: dict[str, Report] = {r.id: r for r in REPORTS}
    named = [by_id[i] for i in sorted({p.claim.quote.report_id for p in claims})]
    return merge(
        claims, Witnesses({r.id: r.published for r in named}, origins(named)), Bench(ties or Ties(), load_sameness())
    )


def sent(*people: tuple[str, str]) -> Joint:
    return Joint(tuple(Party(ActorId(id_), PartyKind.STATE, id_.title(), via=via) for id_, via in people))


def test_two_reports_of_one_meeting_are_one_event() -> None:
    claims = [placed(a_claim(Told(), report), MONDAY) for report in REPORTS[:2]]

    events = merged(claims)

    assert [len(e.reports) for e in events] == [2]


def test_meetings_of_two_days_are_two_events() -> None:
    claims = [placed(a_claim(Told(), REPORTS[0]), MONDAY), placed(a_claim(Told(), REPORTS[1]), TUESDAY)]

    events = merged(claims)

    assert len(events) == 2


def test_a_month_does_not_tie_two_days_in_it_together() -> None:
    months: list[date | When] = [date(2031, 3, 3), date(2031, 3, 20), MARCH]
    told = Told(about=("road", "toll"))
    claims = [placed(a_claim(told, r), when) for r, when in zip(REPORTS, months, strict=False)]

    events = merged(claims)

    assert len(events) == 2


def test_two_promises_of_one_day_stay_two_where_they_speak_of_two_things() -> None:
    road = a_claim(Told(ActType.AGREE, about=("reopen", "road")), REPORTS[0])
    debt = a_claim(Told(ActType.AGREE, about=("debt", "forgive")), REPORTS[0], at=30)

    events = merged([placed(road, MONDAY), placed(debt, MONDAY)])

    assert len(events) == 2


def test_claims_without_a_day_need_more_than_their_parties() -> None:
    claims = [placed(a_claim(Told(ActType.ACCUSE, ("ARN",), ("GON",)), r), NOT_KNOWN) for r in REPORTS[:2]]

    events = merged(claims)

    assert len(events) == 2


def test_claims_without_a_day_are_one_where_their_words_are() -> None:
    told = Told(ActType.SANCTION, ("ARN",), ("GON",), about=("export", "curb", "iron"))
    claims = [placed(a_claim(told, r), NOT_KNOWN) for r in REPORTS[:2]]

    events = merged(claims)

    assert len(events) == 1


def test_an_act_on_another_is_another_act() -> None:
    one = Told(ActType.SANCTION, ("ARN",), ("GON",), about=("iron",))
    other = Told(ActType.SANCTION, ("ARN",), ("ROH",), about=("iron",))

    events = merged([placed(a_claim(t, r), MONDAY) for t, r in zip((one, other), REPORTS, strict=False)])

    assert len(events) == 2


def test_the_talks_of_other_persons_are_other_talks() -> None:
    leaders = a_claim(Told(), REPORTS[0])
    ministers = replace(
        leaders, parties=sent(("ARN", "Ar Pharazon"), ("GON", "Boromir Two")), quote=REPORTS[1].quote(Span(0, 20))
    )
    summit = replace(leaders, parties=sent(("ARN", "Tar Minyatur"), ("GON", "Denethor Two")))

    events = merged([placed(summit, MONDAY), placed(ministers, MONDAY)])

    assert len(events) == 2


def test_what_is_told_as_past_did_not_happen_after_its_report() -> None:
    told = Told(ActType.SANCTION, ("ARN",), ("GON",), about=("export", "curb", "iron"))
    early = a_claim(told, REPORTS[0])
    late = placed(a_claim(told, REPORTS[1]), date(2031, 7, 1))

    events = merged([placed(early, NOT_KNOWN), late], Ties(latest={early.id: TUESDAY}))

    assert len(events) == 2


def test_a_tariff_of_one_rate_is_not_one_of_another() -> None:
    rates = [Told(ActType.SANCTION, ("ARN",), ("GON",), about=("%", rate, "tariff")) for rate in ("20", "50")]

    events = merged([placed(a_claim(t, r), MONDAY) for t, r in zip(rates, REPORTS, strict=False)])

    assert len(events) == 2


def test_acts_of_different_issues_are_different_acts() -> None:
    told = Told(ActType.AGREE, about=("talks",))
    a, b = (a_claim(told, r) for r in REPORTS[:2])
    issues = {a.id: frozenset({IssueId("road")}), b.id: frozenset({IssueId("debt")})}

    events = merged([placed(a, MONDAY), placed(b, MONDAY)], Ties(issues=issues))

    assert len(events) == 2


def test_the_talks_in_a_visit_are_part_of_it() -> None:
    talks = placed(a_claim(Told(), REPORTS[0]), MONDAY)
    visit = placed(a_claim(Told(actors=("ARN",), recipients=("GON",), mode="visit"), REPORTS[1]), MONDAY)

    events = {e.mode: e for e in merged([talks, visit])}

    assert events[None].part_of == events["visit"].id


def test_talks_of_another_report_are_not_part_of_a_visit_of_some_time_in_a_year() -> None:
    talks = placed(a_claim(Told(), REPORTS[0]), MONDAY)
    told = a_claim(Told(actors=("ARN",), recipients=("GON",), mode="visit"), REPORTS[1])
    year = When(date(MONDAY.year, 1, 1), date(MONDAY.year, 12, 31), Precision.LONGER, Basis.LEAD)

    events = {e.mode: e for e in merged([talks, Placed(told, year)])}

    assert events[None].part_of is None


def test_the_summit_of_a_report_is_the_meeting_that_it_tells() -> None:
    told = placed(a_claim(Told(), REPORTS[0]), MONDAY)
    named = placed(a_claim(Told(is_bare=True), REPORTS[0], at=30), NOT_KNOWN)

    events = merged([told, named])

    assert [e.when.earliest for e in events] == [MONDAY]


def test_the_summit_is_the_one_that_is_news_not_an_older_one() -> None:
    old, news = (placed(a_claim(Told(), REPORTS[0], at=at), day) for at, day in ((0, date(2029, 3, 2)), (30, MONDAY)))
    named = placed(a_claim(Told(is_bare=True), REPORTS[0], at=60), NOT_KNOWN)

    events = merged([old, news, named])

    assert {e.when.earliest: len(e.mentions) for e in events} == {date(2029, 3, 2): 1, MONDAY: 2}


def test_a_noun_that_may_mean_two_occasions_means_neither() -> None:
    months = [replace(MARCH, earliest=date(2031, 3, day), latest=None) for day in (1, 9)]
    told = [a_claim(Told(about=(w, w + "s")), REPORTS[0], at=at) for w, at in (("road", 0), ("debt", 30))]
    named = placed(a_claim(Told(is_bare=True), REPORTS[0], at=60), NOT_KNOWN)

    events = merged([*(placed(c, w) for c, w in zip(told, months, strict=True)), named])

    assert len(events) == 3


def test_a_noun_is_no_occasion_of_another_matter() -> None:
    told, named = a_claim(Told(), REPORTS[0]), a_claim(Told(is_bare=True), REPORTS[0], at=60)

    events = merged([placed(told, MONDAY), placed(named, NOT_KNOWN)], Ties(issues={named.id: ROAD}))

    assert len(events) == 2


def test_what_a_person_parted_is_not_brought_together_by_a_noun() -> None:
    told = a_claim(Told(), REPORTS[0])
    nouns = [a_claim(Told(is_bare=True), REPORTS[n], at=60) for n in (1, 2)]
    apart = Ties(different=frozenset({frozenset(n.id for n in nouns)}))

    events = merged([placed(told, TUESDAY), *(placed(n, NOT_KNOWN) for n in nouns)], apart)

    assert sorted(len(e.mentions) for e in events) == [1, 2]


def test_two_nouns_of_one_report_are_one_occasion() -> None:
    nouns = [placed(a_claim(Told(is_bare=True), REPORTS[0], at=at), NOT_KNOWN) for at in (0, 60)]

    assert len(merged(nouns)) == 1


def test_a_clause_within_another_of_its_kind_is_the_same_act() -> None:
    outer = a_claim(Told(ActType.SUPPORT, ("ARN",), ("GON",), about=("road",)), REPORTS[0])
    inner = replace(outer, quote=REPORTS[0].quote(Span(5, 15)), about=("debt",), trigger=Span(5, 9))

    assert len(merged([placed(outer, MONDAY), placed(inner, MONDAY)])) == 1


def test_a_report_may_leave_out_one_of_those_who_agree() -> None:
    about = ("border", "road", "toll")
    all_three = a_claim(Told(ActType.AGREE, ("ARN", "GON", "ROH"), about=about), REPORTS[0])
    two = a_claim(Told(ActType.AGREE, ("ARN", "GON"), about=about), REPORTS[1])

    assert len(merged([placed(all_three, MONDAY), placed(two, MONDAY)])) == 1


def test_what_one_party_does_alone_is_not_what_two_do() -> None:
    about = ("border", "road", "toll")
    alone = a_claim(Told(ActType.SANCTION, ("ARN",), ("GON",), about=about), REPORTS[0])
    both = a_claim(Told(ActType.SANCTION, ("ARN", "ROH"), ("GON",), about=about), REPORTS[1])

    assert len(merged([placed(alone, MONDAY), placed(both, MONDAY)])) == 2


def test_two_attacks_within_a_week_need_more_than_their_parties() -> None:
    week = When(date(2031, 5, 1), date(2031, 5, 7), Precision.WEEK, Basis.LEAD)
    told = [Told(ActType.ASSAULT, ("ARN",), ("GON",), about=(word,)) for word in ("mill", "bridge")]

    assert len(merged([placed(a_claim(t, r), week) for t, r in zip(told, REPORTS, strict=False)])) == 2


def test_a_tariff_told_as_news_has_the_day_of_its_rate() -> None:
    told = Told(ActType.SANCTION, ("ARN",), ("GON",), about=("%", "20", "tariff"))
    news = When(date(2031, 5, 4), date(2031, 5, 6), Precision.DAY, Basis.LEAD)

    (event,) = merged([placed(a_claim(told, REPORTS[0]), MARCH), placed(a_claim(told, REPORTS[1]), news)])

    assert {m.when.earliest for m in event.mentions} == {date(2031, 3, 1)}


BY_TUESDAY = When(None, TUESDAY, Precision.LONGER, Basis.LEAD, "told as past")


def test_what_is_told_as_past_is_not_each_earlier_act_of_its_kind() -> None:
    told = [Told(ActType.SANCTION, ("ARN",), ("GON",), about=about) for about in (("aid", "grain"), ("envoy", "mill"))]

    events = merged([placed(a_claim(told[0], REPORTS[0]), MONDAY), placed(a_claim(told[1], REPORTS[1]), BY_TUESDAY)])

    assert len(events) == 2


def test_what_is_told_as_past_has_the_day_under_which_another_report_tells_it() -> None:
    told = Told(ActType.SANCTION, ("ARN",), ("GON",), about=("aid", "grain"))

    (event,) = merged([placed(a_claim(told, REPORTS[0]), MARCH), placed(a_claim(told, REPORTS[1]), BY_TUESDAY)])

    assert {m.when.earliest for m in event.mentions} == {MARCH.earliest}


def test_what_is_told_as_past_is_not_what_happened_later() -> None:
    told = Told(ActType.SANCTION, ("ARN",), ("GON",), about=("aid", "grain"))
    later = date(2031, 5, 7)

    events = merged([placed(a_claim(told, REPORTS[0]), later), placed(a_claim(told, REPORTS[1]), BY_TUESDAY)])

    assert len(events) == 2


def test_a_rate_told_as_past_has_the_day_of_that_rate() -> None:
    told = [("%", "20", "tariff"), ("%", "20", "duty", "grain", "mill")]
    claims = [
        a_claim(Told(ActType.SANCTION, ("ARN",), ("GON",), about=t), r) for t, r in zip(told, REPORTS, strict=False)
    ]

    events = merged([placed(claims[0], MARCH), placed(claims[1], BY_TUESDAY)])

    assert {m.when.earliest for e in events for m in e.mentions} == {MARCH.earliest}


def test_a_tariff_of_two_days_of_its_rate_keeps_its_own() -> None:
    told = Told(ActType.SANCTION, ("ARN",), ("GON",), about=("%", "20", "tariff"))
    news = When(date(2031, 5, 4), date(2031, 5, 6), Precision.DAY, Basis.LEAD)
    days: list[date | When] = [date(2031, 3, 3), date(2031, 3, 20), news]

    events = merged([placed(a_claim(told, r), day) for r, day in zip(REPORTS, days, strict=False)])

    assert len(events) == 3


def test_two_sayings_of_the_same_words_are_one() -> None:
    claims = [
        replace(a_claim(Told(ActType.ACCUSE, ("ARN",), ("GON",), about=(w,)), r), attributed_to=StatementId("s"))
        for w, r in zip(("road", "debt"), REPORTS, strict=False)
    ]
    whole = [replace(c, quote=r.quote(Span(0, 50))) for c, r in zip(claims, REPORTS, strict=False)]

    assert len(merged([placed(c, MONDAY) for c in whole])) == 1


def test_a_plan_that_came_about_is_one_event_with_both_words() -> None:
    plan = a_claim(Told(status=Status.PLANNED), REPORTS[0])
    deed = a_claim(Told(), REPORTS[1])

    (event,) = merged([placed(plan, MONDAY), placed(deed, MONDAY)])

    assert (event.status, len(event.mentions)) == (Status.HAPPENED, 2)


def test_a_person_may_part_what_looks_the_same() -> None:
    a, b = (a_claim(Told(), r) for r in REPORTS[:2])

    events = merged([placed(a, MONDAY), placed(b, MONDAY)], Ties(different=frozenset({frozenset({a.id, b.id})})))

    assert len(events) == 2


def test_a_person_may_join_what_looks_different() -> None:
    a = a_claim(Told(), REPORTS[0])
    b = a_claim(Told(ActType.ACCUSE, ("ARN",), ("GON",)), REPORTS[1])

    events = merged([placed(a, MONDAY), placed(b, TUESDAY)], Ties(same=frozenset({frozenset({a.id, b.id})})))

    assert len(events) == 1


def test_the_day_of_an_event_is_what_all_its_claims_allow() -> None:
    around = When(date(2031, 5, 4), date(2031, 5, 6), Precision.DAY, Basis.LEAD)
    claims = [placed(a_claim(Told(), REPORTS[0]), around), placed(a_claim(Told(), REPORTS[1]), MONDAY)]

    (event,) = merged(claims)

    assert (event.when.earliest, event.when.latest) == (MONDAY, MONDAY)


TOLD = st.builds(
    Told,
    type=st.sampled_from([ActType.CONSULT, ActType.AGREE, ActType.MOBILIZE]),
    about=st.sampled_from([(), ("road",), ("debt", "road"), ("iron",)]),
    status=st.sampled_from([Status.HAPPENED, Status.PLANNED]),
    is_bare=st.booleans(),
)
WHENS = st.sampled_from([MONDAY, TUESDAY, date(2031, 3, 3), MARCH, NOT_KNOWN])
PLACED = st.lists(st.tuples(TOLD, st.sampled_from(REPORTS), st.integers(0, 4), WHENS), min_size=1, max_size=9)


def distinct(drawn: list[tuple[Told, Report, int, When | date]]) -> list[Placed]:
    claims = [placed(a_claim(told, report, at * 5), when) for told, report, at, when in drawn]
    return list({p.claim.id: p for p in claims}.values())


@given(PLACED, st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(
    drawn: list[tuple[Told, Report, int, When | date]], shuffler: Random
) -> None:
    claims = distinct(drawn)
    other = list(claims)
    shuffler.shuffle(other)

    events = merged(claims)

    assert merged(other) == events


@given(PLACED)
def test_every_claim_is_in_exactly_one_event(drawn: list[tuple[Told, Report, int, When | date]]) -> None:
    claims = distinct(drawn)

    events = merged(claims)

    assert sorted(m.claim.id for e in events for m in e.mentions) == sorted(p.claim.id for p in claims)


@given(PLACED)
def test_a_new_report_never_removes_a_claim(drawn: list[tuple[Told, Report, int, When | date]]) -> None:
    claims = distinct(drawn)
    new = placed(a_claim(Told(about=("harvest",)), REPORTS[3], at=40), MONDAY)

    before = {m.claim.id for e in merged(claims) for m in e.mentions}
    after = {m.claim.id for e in merged([*claims, new]) for m in e.mentions}

    assert after == before | {new.claim.id}


@given(PLACED)
def test_no_event_holds_days_that_exclude_one_another(drawn: list[tuple[Told, Report, int, When | date]]) -> None:
    events = merged(distinct(drawn))

    whens = [[replace(m.when) for m in e.mentions] for e in events]
    assert all(a.meets(b) for group in whens for a in group for b in group)


MARCH = When(date(2031, 3, 1), date(2031, 3, 31), Precision.MONTH, Basis.RESOLVED)


@pytest.mark.parametrize(
    ("other", "days"),
    [
        # what was done by a day narrows what was done in a month
        (When(None, date(2031, 3, 9), Precision.LONGER, Basis.RESOLVED), (1, 9)),
        # the days of a report do not narrow what another tells
        (When(date(2031, 3, 7), date(2031, 3, 9), Precision.DAY, Basis.LEAD), (1, 31)),
        # of two times that exclude each other the shorter stands
        (on_day(date(2031, 4, 9), Basis.RESOLVED), (9, 9)),
        (on_day(date(2031, 3, 9), Basis.RESOLVED), (9, 9)),
    ],
)
def test_an_event_has_the_time_that_its_claims_allow(other: When, days: tuple[int, int]) -> None:
    when = common_time([MARCH, other])

    assert (when.earliest and when.earliest.day, when.latest and when.latest.day) == days


FROM_MONDAY = When(MONDAY, None, Precision.LONGER, Basis.LEAD, "still to come")
BY_MONDAY = When(None, MONDAY, Precision.LONGER, Basis.RESOLVED, "by Monday")


@pytest.mark.parametrize(
    ("whens", "days"),
    [
        ([NOT_KNOWN, BY_TUESDAY], (None, TUESDAY)),
        # what had happened by two days had happened by the first
        ([BY_TUESDAY, BY_MONDAY], (None, MONDAY)),
        # what was still to come and then was past lies between
        ([BY_TUESDAY, FROM_MONDAY], (MONDAY, TUESDAY)),
        ([BY_MONDAY, FROM_MONDAY], (MONDAY, MONDAY)),
        ([replace(FROM_MONDAY, earliest=TUESDAY), BY_MONDAY], (TUESDAY, None)),
        ([NOT_KNOWN, FROM_MONDAY], (MONDAY, None)),
        ([NOT_KNOWN], (None, None)),
    ],
)
def test_ends_that_are_open_close_each_other(whens: list[When], days: tuple[date | None, date | None]) -> None:
    when = common_time(whens)

    assert (when.earliest, when.latest) == days


@st.composite
def times(draw: st.DrawFn) -> When:
    """Times of a few days, so that many of them meet, with open ends."""
    first = draw(st.none() | st.integers(1, 5))
    last = draw(st.none() | st.integers(first or 1, 6))
    earliest, latest = (date(2031, 5, d) if d else None for d in (first, last))
    basis = draw(st.sampled_from([Basis.LEAD, Basis.RESOLVED])) if first or last else Basis.UNKNOWN
    return When(earliest, latest, Precision.LONGER, basis)


@given(st.lists(times(), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_the_time_of_an_event_does_not_hang_on_the_order_of_its_claims(whens: list[When], shuffler: Random) -> None:
    other = list(whens)
    shuffler.shuffle(other)

    one, two = common_time(whens), common_time(other)

    assert (one.earliest, one.latest, one.basis) == (two.earliest, two.latest, two.basis)


@given(st.lists(times(), min_size=1, max_size=4))
def test_an_event_whose_claims_give_only_ends_is_no_wider_than_the_best_of_them(whens: list[When]) -> None:
    opened = [w for w in whens if not w.is_known] or [NOT_KNOWN]

    when = common_time(opened)

    assert any((when.earliest, when.latest) == (w.earliest, w.latest) for w in opened) or when.is_known
