"""The key judgements of a brief."""

from dataclasses import replace
from datetime import date

from factory import ARNOR, GONDOR, PAIR, World, between, claim, event, name, quote, state

from detente.domain.acts import ActType
from detente.domain.days import Basis, Precision, on_day
from detente.domain.derived import Derived, Disagreement, Position, Side
from detente.domain.findings import Figure
from detente.domain.parties import Joint
from detente.views.brief import Scope, draft_brief

WORLD = World()
BOTH = Joint((state(ARNOR), state(GONDOR)))


def key(derived: Derived) -> list[str]:
    return [line.text for line in draft_brief(derived, Scope(PAIR), name).key_points]


def test_where_matters_stand_is_told_by_status() -> None:
    assert "Resuming when last reported: the border road" in key(WORLD.derived())


def test_promises_are_counted_by_what_became_of_them() -> None:
    done = replace(
        WORLD.pledge(), status="done", what="mend the road", mentions=(quote(WORLD.times, "the border road"),)
    )

    found = key(replace(WORLD.derived(), pledges=(WORLD.pledge(), done)))

    assert "1 promise announced, with no later report: the newest by Gondor (“lift its toll on wool”)" in found
    assert "1 promise done: the newest by Gondor (“mend the road”)" in found


def test_a_number_that_several_origins_give_is_a_key_judgement_and_no_length_of_time_is() -> None:
    figures = tuple(
        Figure(quote(told, words), 12, unit, measure=measure)
        for unit in ("horsemen", "days")
        for told, words, measure in (
            (WORLD.herald, "Tuesday", "first escort"),
            (WORLD.times, "Tuesday", "escort of the kings"),
        )
    )

    found = key(replace(WORLD.derived(), figures=figures))

    told = "Several reports give the number 12 horsemen: first escort; escort of the kings (2 reports, 2 origins)"
    assert [line for line in found if "give the number" in line] == [told]


def test_how_long_ago_the_last_one_was_is_a_key_judgement() -> None:
    figures = tuple(
        Figure(quote(told, words), 12, "years", measure=measure)
        for told, words, measure in (
            (WORLD.herald, "Tuesday", "first visit"),
            (WORLD.times, "Tuesday", "first such meeting"),
        )
    )

    found = key(replace(WORLD.derived(), figures=figures))

    assert "Several reports give the number 12 years: first visit; first such meeting (2 reports, 2 origins)" in found


def test_a_number_of_one_origin_is_left_to_its_table() -> None:
    assert not any("give the number" in line for line in key(WORLD.derived()))


def test_a_report_that_contradicts_itself_is_told_as_one() -> None:
    sides = tuple(Side(quote(WORLD.times, words), words) for words in ("Tuesday", "the border road"))
    alone = Disagreement("the day", "impossible", sides)

    found = key(replace(WORLD.derived(), disagreements=(alone,)))

    assert "The Times of Bree is at odds with itself about the day: Tuesday; the border road" in found


def test_the_latest_act_comes_first_where_others_are_told_more_widely() -> None:
    words = quote(WORLD.times, "Gondor refused a joint declaration")
    late = event(claim(words, ActType.CONSULT, BOTH), when=on_day(date(2031, 5, 7), Basis.STATED))
    places = [quote(told, "Tuesday") for told in (WORLD.herald, WORLD.times, WORLD.wire)]
    widely = [
        event(*(claim(q, kind, BOTH) for q in places), when=on_day(date(2031, 5, day), Basis.STATED))
        for day, kind in enumerate((ActType.CONSULT, ActType.COOPERATE, ActType.ACCUSE), 1)
    ]

    found = key(replace(WORLD.derived(), events=(late, *widely)))

    assert found[0] == "Latest: On 7 May 2031 Arnor and Gondor held talks (1 report, 1 origin)"


def test_an_overdue_promise_is_told_without_calling_it_broken() -> None:
    due = between(date(2031, 5, 1), date(2031, 5, 6), Precision.DAY)

    drafted = draft_brief(replace(WORLD.derived(), pledges=(replace(WORLD.pledge(), due=due),)), Scope(PAIR), name)

    assert [(m.status, m.due) for m in drafted.pledges] == [("due 1–6 May 2031; no report of it since", None)]


def test_the_parties_to_an_issue_are_shown_with_their_words() -> None:
    words, others = quote(WORLD.herald, "The road is open to all"), quote(WORLD.times, "the two held talks")
    day = on_day(date(2031, 5, 6), Basis.METADATA)
    positions = (
        Position(GONDOR, "Elessar", day, words),
        Position(ARNOR, None, day, others),
        Position(GONDOR, None, day, others),
    )

    drafted = draft_brief(
        replace(WORLD.derived(), issues=(replace(WORLD.issue(), positions=positions),)), Scope(PAIR), name
    )

    assert [(s.who, s.day, s.line.text) for s in drafted.issues[0].stands] == [
        ("Gondor (Elessar)", "6 May 2031", "The road is open to all"),
        ("Arnor and Gondor", "6 May 2031", "the two held talks"),
    ]
