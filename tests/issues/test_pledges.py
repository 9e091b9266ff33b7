"""Stories of pledges: who promised what, when it is due, and what became of it."""

import tomllib
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from telling import CHILE, NORWAY, PERU, TODAY, Act, an_event, settled, story, tell, track

from detente.domain.acts import ActType, Status
from detente.domain.days import Basis, on_day
from detente.domain.derived import DatedReport, Derived, Placed
from detente.domain.ids import OriginId
from detente.errors import RuleError
from detente.rules.pledges import load_pledge_cues, pledge_cues
from detente.rules.toml import DATA

RULES = load_pledge_cues()
LATER = date(2031, 7, 20)
LIFT = Act(
    "Norway will lift its ban on wheat from Peru", "lift", ActType.CONCEDE, (NORWAY,), (PERU,), promise=ActType.RETREAT
)


def told(*acts: Act) -> list[str]:
    """The status of the one pledge, told first, after reports two months later."""
    reports = [tell(LIFT.clause + ".", LIFT), *(tell(act.clause + ".", act, day=LATER) for act in acts)]
    return [p.status for p in settled(*reports).pledges]


def cues() -> dict[str, Any]:
    return tomllib.loads((DATA / "pledge_cues.toml").read_text(encoding="utf-8"))


def test_a_pledge_names_who_promises_and_to_whom() -> None:
    (pledge,) = story(LIFT.clause + ".", LIFT).pledges

    assert (pledge.party, pledge.to, pledge.status) == ((NORWAY,), (PERU,), "announced")


@pytest.mark.parametrize(
    "act",
    [
        Act(
            "Norway will back Peru on wheat prices", "back", ActType.AGREE, (NORWAY,), (PERU,), promise=ActType.SUPPORT
        ),
        Act(
            "Norway will expel two Peruvian envoys",
            "expel",
            ActType.THREATEN,
            (NORWAY,),
            (PERU,),
            promise=ActType.SANCTION,
        ),
        Act("Norway and Peru agreed to deepen bilateral ties", "agreed"),
        Act("Norway and Peru agreed on Monday", "agreed", ActType.COOPERATE),
        Act("Norway should lift its wheat ban", "lift", ActType.RETREAT, (NORWAY,), (PERU,), Status.DEMANDED),
        Act("Norway will curb wheat imports", "curb", ActType.AGREE, (NORWAY,), (PERU,), promise=ActType.SANCTION),
        Act("A deal on wheat was made", "deal", ActType.AGREE),
    ],
    ids=lambda a: a.clause,
)
def test_what_is_vague_unfriendly_or_asked_for_is_no_pledge(act: Act) -> None:
    assert not story(act.clause + ".", act).pledges


def test_a_clause_that_holds_only_what_was_agreed_is_a_pledge() -> None:
    act = Act("begin new wheat trials", "agreed")

    assert [p.what for p in story("Norway and Peru agreed to lift tolls and begin new wheat trials.", act).pledges] == [
        "begin new wheat trials"
    ]


@pytest.mark.parametrize(("status", "wanted"), [(Status.HAPPENED, 1), (Status.PLANNED, 0)])
def test_talks_that_are_agreed_are_promised_and_those_expected_are_not(status: Status, wanted: int) -> None:
    act = Act("Norway and Peru would restart yearly wheat talks", "restart", status=status, promise=ActType.CONSULT)

    assert len(story(act.clause + ".", act).pledges) == wanted


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        ("Norway will lift its ban on wheat within ten days", date(2031, 5, 16)),
        ("Norway will lift its ban on wheat by 9 July", date(2031, 7, 9)),
    ],
)
def test_a_promise_is_due_when_its_words_say(clause: str, wanted: date) -> None:
    (pledge,) = story(clause + ".", replace(LIFT, clause=clause)).pledges

    assert pledge.due.latest == wanted


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        ("Norway will lift its ban on wheat when Peru opens the harbour in July", None),
        ("Norway will lift its ban on wheat that was laid in July", None),
        ("Norway will lift its ban on wheat, which was laid in July, by 9 June", date(2031, 6, 9)),
    ],
)
def test_a_time_in_a_clause_on_something_else_is_no_due_day(clause: str, wanted: date | None) -> None:
    (pledge,) = story(clause + ".", replace(LIFT, clause=clause)).pledges

    assert pledge.due.latest == wanted


def test_a_day_that_is_past_or_stands_alone_is_no_due_day() -> None:
    clause = "Norway will lift its ban on wheat, laid on 3 May 2029, a duty of 12 June"

    (pledge,) = story(clause + ".", replace(LIFT, clause=clause)).pledges

    assert pledge.due.latest is None


def test_two_reports_of_one_promise_are_one_pledge() -> None:
    other = replace(LIFT, clause="Norway is to lift its wheat ban", word="lift")

    derived = settled(tell(LIFT.clause + ".", LIFT), tell(other.clause + ".", other, day=date(2031, 5, 8)))

    assert [len(p.mentions) for p in derived.pledges] == [2]


def test_of_two_wordings_the_one_that_names_the_act_is_shown() -> None:
    named = Act("Norway agreed on a pause of its ban on wheat", "agreed", ActType.CONCEDE, (NORWAY,), (PERU,))
    stayed = Act("Norway agreed to pause its ban on wheat", "agreed", ActType.CONCEDE, (NORWAY,), (PERU,))

    derived = settled(tell(named.clause + ".", named), tell(stayed.clause + ".", stayed, day=date(2031, 5, 8)))

    assert [p.what for p in derived.pledges] == ["pause its ban on wheat"]


def test_a_time_without_a_preposition_parts_no_frame() -> None:
    act = Act("Norway agreed Tuesday to lift its wheat ban", "agreed", actors=(NORWAY,), time="Tuesday")

    assert [p.what for p in story(act.clause + ".", act).pledges] == ["lift its wheat ban"]


def test_promises_far_apart_in_time_or_words_are_two() -> None:
    again = replace(LIFT, clause="Norway will lift its wheat ban")
    unlike = replace(LIFT, clause="Norway will restore railway traffic", word="restore")

    derived = settled(
        tell(LIFT.clause + ".", LIFT),
        tell(again.clause + ".", again, day=date(2032, 5, 8)),
        tell(unlike.clause + ".", unlike),
    )

    assert len(derived.pledges) == 3


def test_reports_that_are_one_already_are_not_joined_again() -> None:
    acts = [
        replace(LIFT, clause=f"Norway will lift its ban on wheat{tail}") for tail in ("", " soon", " at once", " now")
    ]

    derived = settled(*(tell(a.clause + ".", a, day=date(2031, 5, 6 + n)) for n, a in enumerate(acts)))

    assert [len(p.mentions) for p in derived.pledges] == [4]


def test_three_reports_join_over_the_one_in_the_middle() -> None:
    acts = [replace(LIFT, clause=f"Norway will lift its ban on wheat{tail}") for tail in ("", " soon", " at once")]

    derived = settled(*(tell(a.clause + ".", a, day=date(2031, 5, 6 + n)) for n, a in enumerate(acts)))

    assert [len(p.mentions) for p in derived.pledges] == [3]


@pytest.mark.parametrize(
    ("clause", "type_", "wanted"),
    [
        ("Norway lifted its ban on wheat", ActType.RETREAT, "done"),
        ("Norway let wheat past its ban", ActType.RETREAT, "done"),
        ("Norway began to ease its ban on wheat", ActType.RETREAT, "started"),
        ("Norway postponed the end of its ban on wheat", ActType.REJECT, "suspended"),
        ("Norway reimposed its ban on wheat", ActType.SANCTION, "reversed"),
        ("Norway spoke of its ban on wheat", ActType.CONSULT, "announced"),
    ],
)
def test_a_later_report_moves_a_pledge(clause: str, type_: ActType, wanted: str) -> None:
    act = Act(clause, clause.split()[1], type_, (NORWAY,), (PERU,))

    assert told(act) == [wanted]


@pytest.mark.parametrize(
    "act",
    [
        Act("Chile lifted its ban on wheat", "lifted", ActType.RETREAT, (CHILE,), (PERU,)),
        Act("Norway sold herring", "sold", ActType.RETREAT, (NORWAY,), (PERU,)),
        Act("Norway opened an embassy", "opened", ActType.RETREAT, (NORWAY,), (PERU,)),
        Act("Norway lifted its ban on wheat", "lifted", ActType.RETREAT, (NORWAY,), (PERU,), Status.DEMANDED),
    ],
    ids=lambda a: a.clause,
)
def test_what_is_another_matter_moves_nothing(act: Act) -> None:
    assert told(act) == ["announced"]


def test_what_did_not_happen_after_all_is_reversed() -> None:
    act = Act("Norway did not lift its ban on wheat", "lift", ActType.RETREAT, (NORWAY,), (PERU,), Status.NEGATED)

    assert told(act) == ["reversed"]


def test_the_same_report_moves_nothing() -> None:
    done = Act("Norway lifted its ban on wheat", "lifted", ActType.RETREAT, (NORWAY,), (PERU,))

    assert [p.status for p in story(f"{LIFT.clause}. {done.clause}.", LIFT, done).pledges] == ["announced"]


def test_a_plan_that_later_happened_is_one_event_and_a_pledge_kept() -> None:
    done = Act("Norway lifted its ban on wheat", "lifted", ActType.RETREAT, (NORWAY,), (PERU,))
    first, second = tell(LIFT.clause + ".", LIFT), tell(done.clause + ".", done, day=LATER)
    event = an_event(first.claims[0], first.report.published)
    both = replace(event, mentions=(*event.mentions, Placed(second.claims[0], second.report.published)))
    reports = tuple(DatedReport(f.report, f.report.published, OriginId("o")) for f in (first, second))

    derived = track(Derived(reports=reports, events=(both,)), (first, second))

    assert [p.status for p in derived.pledges] == ["done"]


def test_a_promise_is_told_on_its_own_day_where_that_is_near() -> None:
    own = on_day(date(2031, 5, 4), Basis.RESOLVED)

    (pledge,) = story(LIFT.clause + ".", replace(LIFT, when=own)).pledges

    assert pledge.history[0].when.earliest == date(2031, 5, 4)


def test_a_promise_of_a_report_without_a_day_has_none() -> None:
    (pledge,) = story(LIFT.clause + ".", LIFT, day=None).pledges

    assert pledge.history[0].when.earliest is None


def test_a_dated_promise_of_a_report_without_a_day_keeps_its_own() -> None:
    own = on_day(TODAY, Basis.STATED)

    (pledge,) = story(LIFT.clause + ".", replace(LIFT, when=own), day=None).pledges

    assert pledge.history[0].when.earliest == TODAY


@pytest.mark.parametrize("change", [{"later": {"done": ["lifted"]}}, {"examples": []}])
def test_cues_that_lack_something_are_refused(change: dict[str, Any]) -> None:
    with pytest.raises(RuleError, match="pledge_cues"):
        pledge_cues(cues() | change)
