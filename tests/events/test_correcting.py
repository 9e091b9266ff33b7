"""What persons put right is what everything is derived from, and what was read stays beside it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from claim_making import Told, a_claim, a_report, state
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.domain.acts import ActType, Status
from detente.domain.corrections import ActorsAre, Correction, DayIs, RecipientsAre, StatusIs, TypeIs
from detente.domain.days import TimePhrase
from detente.domain.derived import Derived, Event
from detente.domain.findings import Amended, Claim, Findings, Ground
from detente.domain.ids import ActorId
from detente.domain.judgements import Judgement, Verdict
from detente.domain.parties import Directed, Joint, Party, PartyKind
from detente.domain.spans import Span
from detente.events.correcting import amend, can_hold
from detente.events.judging import standing
from detente.events.settling import settle_findings
from detente.rules.settling import load_settling_rules

DAY = date(2031, 6, 1)
JPN, KOR, PRK = (Party(ActorId(i), PartyKind.STATE, i.title()) for i in ("JPN", "KOR", "PRK"))
ACCUSED = Told(ActType.ACCUSE, ("JPN",), ("KOR",), ("road",))
CROWD = Party(None, PartyKind.GROUP, "a crowd")


def a_correction(of: Claim, correction: Correction, day: date = DAY, by: str = "jo") -> Judgement:
    return Judgement(Verdict.CORRECT, (of.id,), by, day, "read it", claims=((of.id,),), correction=correction)


def withdrawn(word: Judgement, day: date = DAY) -> Judgement:
    return Judgement(Verdict.WITHDRAW, (word.id,), "jo", day, "a slip")


def settled(claims: list[Claim], *judgements: Judgement) -> Derived:
    """What follows from claims, each in a report of its own that came out a day after the one before."""
    found = [Findings(a_report(n, DAY - timedelta(days=25 - n)), claims=(c,)) for n, c in enumerate(claims)]
    return settle_findings(found, judgements, load_settling_rules())


def a_told(number: int = 0, told: Told = ACCUSED) -> Claim:
    return a_claim(told, a_report(number, DAY - timedelta(days=25 - number)))


def only(derived: Derived) -> Event:
    (event,) = derived.events
    return event


def sides(claim: Claim) -> tuple[list[str], list[str]]:
    return ([p.id or p.name for p in claim.parties.actors], [p.id or p.name for p in claim.parties.recipients])


def test_a_corrected_type_is_the_event_s_and_the_ids_stay() -> None:
    claim = a_told()

    event = only(settled([claim], a_correction(claim, TypeIs(ActType.REJECT))))

    assert event.type is ActType.REJECT
    assert event.id == only(settled([claim])).id
    assert event.mentions[0].claim.amended == Amended(claim, (a_correction(claim, TypeIs(ActType.REJECT)),))


def test_a_corrected_type_leaves_mode_and_promise_of_the_other_behind() -> None:
    claim = replace(a_told(told=replace(ACCUSED, type=ActType.REQUEST, mode="meet")), promise=ActType.CONSULT)

    consulted, threatened = (
        amend(claim, [a_correction(claim, TypeIs(t))]) for t in (ActType.CONSULT, ActType.THREATEN)
    )

    assert (consulted.mode, consulted.promise) == (None, None)
    assert (threatened.mode, threatened.promise) == (None, ActType.CONSULT)


def test_a_type_that_is_confirmed_keeps_its_mode() -> None:
    claim = a_told(told=replace(ACCUSED, mode="allege"))

    assert amend(claim, [a_correction(claim, TypeIs(ActType.ACCUSE))]).mode == "allege"


def test_a_corrected_status_is_the_event_s() -> None:
    claim = a_told()

    assert only(settled([claim], a_correction(claim, StatusIs(Status.NEGATED)))).status is Status.NEGATED


def test_a_corrected_day_is_the_event_s_and_the_read_one_is_kept_beside_it() -> None:
    claim = replace(a_told(), is_lead=True, time=TimePhrase(Span(30, 36), "Monday"))

    event = only(settled([claim], a_correction(claim, DayIs("2031-04"))))

    read = only(settled([claim])).when
    assert (event.when.earliest, event.when.latest) == (date(2031, 4, 1), date(2031, 4, 30))
    assert (event.mentions[0].read, event.mentions[0].claim.time) == (read, None)


def test_a_person_s_day_is_before_that_of_other_reports() -> None:
    one, other = a_told(0), a_told(1)
    ties = Judgement(Verdict.SAME, (one.id, other.id), "jo", DAY, "one row", ((one.id,), (other.id,)))

    event = only(settled([one, other], ties, a_correction(one, DayIs("2031-05"))))

    assert (event.when.earliest, event.when.latest) == (date(2031, 5, 1), date(2031, 5, 31))


@pytest.mark.parametrize(
    ("told", "corrections", "expected"),
    [
        (("JPN",), [ActorsAre((PRK,))], (["PRK"], ["KOR"])),
        (("JPN",), [ActorsAre((JPN, PRK))], (["JPN", "PRK"], ["KOR"])),
        (("JPN",), [RecipientsAre(())], (["JPN"], [])),
        (("JPN",), [RecipientsAre((CROWD,))], (["JPN"], ["a crowd"])),
        (("JPN",), [ActorsAre((KOR,))], (["KOR"], [])),
        (("JPN",), [ActorsAre((KOR,)), RecipientsAre((JPN,))], (["KOR"], ["JPN"])),
        (("JPN",), [RecipientsAre((JPN,)), ActorsAre((KOR,))], (["KOR"], ["JPN"])),
        (("JPN",), [RecipientsAre(()), ActorsAre(())], (["JPN"], [])),
    ],
)
def test_parties_are_put_right(
    told: tuple[str, ...], corrections: list[Correction], expected: tuple[list[str], list[str]]
) -> None:
    claim = a_told(told=replace(ACCUSED, actors=told))

    amended = amend(claim, [a_correction(claim, c) for c in corrections])

    assert sides(amended) == expected


@pytest.mark.parametrize(
    ("type_", "correction", "kind"),
    [
        (ActType.CONSULT, RecipientsAre((KOR,)), Directed),
        (ActType.CONSULT, ActorsAre((JPN, PRK)), Joint),
        (ActType.ACCUSE, ActorsAre((JPN, PRK)), Joint),
    ],
)
def test_a_joint_act_stays_one_while_nobody_is_at_the_receiving_end(
    type_: ActType, correction: Correction, kind: type
) -> None:
    claim = a_told(told=Told(type_, ("JPN", "KOR")))

    assert isinstance(amend(claim, [a_correction(claim, correction)]).parties, kind)


@pytest.mark.parametrize(("type_", "kind"), [(ActType.AGREE, Joint), (ActType.ACCUSE, Directed)])
def test_two_who_act_are_at_one_where_the_type_says_so(type_: ActType, kind: type) -> None:
    claim = a_told(told=Told(type_, ("JPN",)))

    assert isinstance(amend(claim, [a_correction(claim, ActorsAre((JPN, KOR)))]).parties, kind)


def test_a_party_keeps_what_the_report_tells_of_it() -> None:
    claim = a_told()

    amended = amend(claim, [a_correction(claim, ActorsAre((JPN, PRK)))])

    assert amended.parties.actors == (state("JPN"), PRK)


def test_a_guess_at_the_recipient_ends_where_a_person_names_him() -> None:
    claim = replace(a_told(), ground=Ground.OTHER_SIDE)

    assert amend(claim, [a_correction(claim, RecipientsAre((PRK,)))]).ground is None


@pytest.mark.parametrize(
    ("correction", "holds"),
    [
        (ActorsAre(()), False),
        (ActorsAre((PRK,)), True),
        (RecipientsAre(()), True),
        (TypeIs(ActType.AID), True),
    ],
)
def test_an_act_needs_someone(correction: Correction, *, holds: bool) -> None:
    assert can_hold(a_told(told=Told(ActType.PROTEST, ("JPN",))), correction) is holds


def test_an_act_may_be_done_by_nobody_who_is_named_to_nobody() -> None:
    suffered = replace(a_told(), parties=Directed((), (state("KOR"),)))

    assert not can_hold(suffered, RecipientsAre(()))


def test_of_two_corrections_of_one_field_the_later_stands_and_both_are_kept() -> None:
    claim = a_told()
    words = [a_correction(claim, TypeIs(ActType.REJECT), DAY), a_correction(claim, TypeIs(ActType.AID), DAY, "an")]

    derived = settled([claim], *words)

    assert only(derived).type is ActType.AID
    assert derived.judgements == tuple((word, True) for word in words)


def test_a_withdrawn_correction_is_undone_and_the_one_before_it_stands_again() -> None:
    claim = a_told()
    first, second = (a_correction(claim, TypeIs(t)) for t in (ActType.REJECT, ActType.AID))

    derived = settled([claim], first, second, withdrawn(second))

    assert only(derived).type is ActType.REJECT
    assert [is_matched for _, is_matched in derived.judgements] == [True, True, True]


def test_what_undoes_can_be_undone_and_a_word_can_be_given_anew() -> None:
    claim = a_told()
    word = a_correction(claim, TypeIs(ActType.AID))
    undone = withdrawn(word)
    put_back = Judgement(Verdict.RIGHT, (word.id,), "an", DAY, "it was right")

    kept = [standing(words) for words in ([word, undone, withdrawn(undone)], [word, undone, put_back])]

    assert all(word in words for words in kept)
    assert word in standing([word, undone, word])


def test_a_withdrawn_word_of_any_kind_is_undone() -> None:
    claim = a_told()
    wrong = Judgement(Verdict.WRONG, (claim.id,), "jo", DAY, "no such row")

    derived = settled([claim], wrong, withdrawn(wrong))

    assert len(derived.events) == 1


def test_a_correction_of_what_is_gone_is_kept_and_matches_nothing() -> None:
    gone = Judgement(Verdict.CORRECT, ("e-gone",), "jo", DAY, "read it", correction=StatusIs(Status.PLANNED))

    derived = settled([a_told()], gone)

    assert derived.judgements == ((gone, False),)


def test_a_correction_of_an_event_is_one_of_each_claim_that_made_it() -> None:
    one, other, third = (a_told(n) for n in range(3))
    word = Judgement(
        Verdict.CORRECT,
        ("e-both",),
        "jo",
        DAY,
        "read it",
        claims=((one.id, other.id),),
        correction=TypeIs(ActType.REJECT),
    )

    derived = settled([one, other, third], word)

    types = {m.claim.id: m.claim.type for e in derived.events for m in e.mentions}
    assert types == {one.id: ActType.REJECT, other.id: ActType.REJECT, third.id: ActType.ACCUSE}


def test_a_person_s_word_on_one_claim_is_before_what_other_reports_say() -> None:
    told = [a_told(n) for n in range(3)]
    pairs = [(told[0], told[1]), (told[1], told[2])]
    ties = [Judgement(Verdict.SAME, (a.id, b.id), "jo", DAY, "one", ((a.id,), (b.id,))) for a, b in pairs]
    words = [a_correction(told[0], c) for c in (TypeIs(ActType.REJECT), RecipientsAre((PRK,)))]

    event = only(settled(told, *ties, *words))

    assert (event.type, [p.id for p in event.parties.recipients]) == (ActType.REJECT, ["PRK"])


def test_a_person_s_word_on_the_status_is_news_of_the_day_on_which_it_was_given() -> None:
    old, new = a_told(0), a_told(1, replace(ACCUSED, status=Status.PLANNED))
    ties = Judgement(Verdict.SAME, (old.id, new.id), "jo", DAY, "one row", ((old.id,), (new.id,)))

    before = only(settled([old, new], ties)).status
    after = only(settled([old, new], ties, a_correction(old, StatusIs(Status.NEGATED)))).status

    assert (before, after) == (Status.PLANNED, Status.NEGATED)


def test_a_recipient_whom_a_person_names_keeps_two_acts_apart() -> None:
    accused = replace(ACCUSED, recipients=(), about=("border", "road", "toll"))
    one, other = a_told(0, accused), a_told(1, replace(accused, recipients=("KOR",)))

    together = settled([one, other]).events
    apart = settled([one, other], a_correction(one, RecipientsAre((PRK,)))).events

    assert (len(together), len(apart)) == (1, 2)


def test_the_index_follows_what_is_put_right() -> None:
    claim = replace(a_told(), time=TimePhrase(Span(30, 36), "on 5 May 2031"))

    derived = settled([claim], *(a_correction(claim, c) for c in (TypeIs(ActType.AID), DayIs("2031-05-05"))))

    assert derived.index[0].value == 10


@pytest.mark.parametrize(
    "made",
    [
        lambda claim, _: Amended(claim, ()),
        lambda claim, word: Amended(claim, (word, replace(word, by="an"))),
        lambda claim, word: Amended(amend(claim, [word]), (word,)),
    ],
)
def test_an_amended_claim_cannot_lie(made: object) -> None:
    claim = a_told()

    with pytest.raises(ValueError, match=r"one correction of each field|nobody put right"):
        made(claim, a_correction(claim, TypeIs(ActType.AID)))  # type: ignore[operator]


CORRECTIONS = st.one_of(
    st.builds(TypeIs, st.sampled_from(ActType)),
    st.builds(StatusIs, st.sampled_from(Status)),
    st.sampled_from([DayIs("2031-05-07"), DayIs("2031-05"), DayIs("unknown")]),
    st.builds(ActorsAre, st.sampled_from([(), (JPN,), (KOR,), (PRK,), (JPN, KOR)])),
    st.builds(RecipientsAre, st.sampled_from([(), (JPN,), (KOR,), (PRK,), (CROWD,)])),
)
TELLINGS = [a_told(n) for n in range(2)] + [a_told(n, Told(about=("road",))) for n in range(2, 4)]
a_few = settings(max_examples=25, deadline=None)
SAID = st.lists(
    st.builds(
        lambda n, correction, day, by: a_correction(TELLINGS[n], correction, DAY + timedelta(days=day), by),
        st.integers(0, 3),
        CORRECTIONS,
        st.integers(0, 2),
        st.sampled_from(["jo", "an"]),
    ),
    max_size=6,
)


@a_few
@given(SAID, st.permutations(range(4)))
def test_whatever_is_said_every_claim_is_in_one_event_and_the_order_of_reports_leaves_no_trace(
    words: list[Judgement], order: list[int]
) -> None:
    found = [Findings(a_report(n, DAY - timedelta(days=25 - n)), claims=(c,)) for n, c in enumerate(TELLINGS)]
    rules = load_settling_rules()

    derived = settle_findings([found[n] for n in order], words, rules)

    assert sorted(m.claim.id for e in derived.events for m in e.mentions) == sorted(c.id for c in TELLINGS)
    assert repr(derived) == repr(settle_findings(found, words, rules))


@a_few
@given(SAID, CORRECTIONS)
def test_the_last_correction_is_always_followed(words: list[Judgement], last: Correction) -> None:
    claim = TELLINGS[0]
    word = a_correction(claim, last, DAY + timedelta(days=9))

    derived = settled(TELLINGS, *words, word)

    (placed,) = (m for e in derived.events for m in e.mentions if m.claim.id == claim.id)
    match last:
        case TypeIs(type=type_):
            assert placed.claim.type is type_
        case StatusIs(status=status):
            assert placed.claim.status is status
        case DayIs() as day:
            assert placed.when == day.when
        case ActorsAre(parties=given_) if given_:
            assert {p.key for p in placed.claim.parties.actors} == {p.key for p in given_}
        case RecipientsAre(parties=given_) if given_:
            assert {p.key for p in placed.claim.parties.recipients} == {p.key for p in given_}


@a_few
@given(SAID)
def test_withdrawing_all_that_was_said_leaves_all_as_it_was_read(words: list[Judgement]) -> None:
    undone = [withdrawn(word, DAY + timedelta(days=9)) for word in words]

    derived = settled(TELLINGS, *words, *undone)

    assert repr(derived.events) == repr(settled(TELLINGS).events)
