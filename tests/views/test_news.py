"""What changed, as a chapter of a brief and as a brief on nothing else."""

from dataclasses import replace
from datetime import date

from factory import PAIR, ROHAN, World, dated, name, quote, report

from detente.domain.acts import Status
from detente.domain.derived import Change, Derived
from detente.views.brief import Former, Scope, draft_brief
from detente.views.brief_parts import Brief
from detente.views.news import heading_since, only_new, since_last_heading

WORLD = World()
NOW = WORLD.derived()
DAY = WORLD.pledge().history[0].when


def told(former: Derived, now: Derived = NOW) -> dict[str, list[str]]:
    drafted = brief(former, now)
    return {news.heading: [line.text for line in news.lines] for news in drafted.changed}


def brief(former: Derived, now: Derived = NOW) -> Brief:
    return draft_brief(now, Scope(PAIR), name, Former(former, "What changed since 5 May 2031"))


def test_without_an_earlier_state_there_is_no_chapter() -> None:
    assert not draft_brief(NOW, Scope(PAIR), name).changed


def test_where_nothing_is_new_the_brief_says_so() -> None:
    assert told(NOW) == {"Nothing on the two is new.": []}


def test_all_that_a_first_report_brings_is_new() -> None:
    found = told(Derived())

    assert found["Disputes and channels"] == ["New: The border road (channel): resuming"]
    assert found["Promises"] == ["New: Gondor: lift its toll on wool"]
    assert len(found["New disagreements"]) == 1
    assert any("held talks in Bree" in line for line in found["New acts"])


def test_an_act_without_a_known_day_is_no_news() -> None:
    assert not any("join the fair" in line or "might" in line for line in told(Derived())["New acts"])


def test_what_was_planned_and_has_happened_is_told_with_its_former_status() -> None:
    talks = NOW.events[1]
    planned = replace(talks, status=Status.PLANNED)

    found = told(replace(NOW, events=(NOW.events[0], planned, *NOW.events[2:])))

    assert found == {
        "New acts": [
            "On 6 May 2031 Arnor and Gondor (Elessar) held talks in Bree (3 reports, 3 origins) (before: planned)"
        ]
    }


def test_what_one_report_tells_of_one_and_a_third_is_no_news_of_the_two() -> None:
    found = told(Derived())["New acts"]

    assert not any("Rohan" in line for line in found)
    assert any("Mordor" in line for line in found)


def test_an_issue_and_a_promise_that_moved_are_told_with_both_statuses() -> None:
    words = quote(WORLD.herald, "Gondor will lift its toll on wool")
    pledge = replace(WORLD.pledge(), status="done", history=(*WORLD.pledge().history, Change(DAY, "done", words)))
    closed = replace(WORLD.issue(), status="suspended")

    found = told(replace(NOW, issues=(closed,)), replace(NOW, pledges=(pledge,)))

    assert found == {
        "Disputes and channels": ["The border road (channel): was suspended, now resuming"],
        "Promises": ["Gondor: lift its toll on wool: was announced, now done"],
    }


def test_what_concerns_others_is_no_news_of_the_two() -> None:
    elsewhere = replace(WORLD.issue(), parties=(PAIR[0],))
    theirs = replace(WORLD.pledge(), party=(ROHAN,))

    found = told(replace(NOW, issues=(), pledges=()), replace(NOW, issues=(elsewhere,), pledges=(theirs,)))

    assert found == {"Nothing on the two is new.": []}


def test_words_of_a_report_that_the_brief_leaves_out_make_no_line() -> None:
    far = report("Gondor will mend a bridge.", "Far Away")
    pledge = replace(WORLD.pledge(), mentions=(quote(far, "Gondor will mend a bridge"),), history=())
    now = replace(NOW, reports=(*NOW.reports, dated(far)), pledges=(pledge,))

    assert told(replace(NOW, pledges=()), now) == {"Nothing on the two is new.": []}


def test_a_record_of_what_is_new_holds_nothing_else() -> None:
    former = replace(NOW, events=NOW.events[:-1], issues=(), reports=NOW.reports[:1])

    new = only_new(NOW, former)

    assert (new.events, new.issues, new.pledges, new.disagreements) == (NOW.events[-1:], NOW.issues, (), ())
    assert {f.quote.report_id for f in new.figures} == {WORLD.times.id}
    assert not new.statements


def test_the_chapter_is_headed_by_the_day_that_was_asked_for_or_the_newest() -> None:
    asked = date(2031, 5, 6)

    assert [heading_since(asked, asked), heading_since(asked, None), since_last_heading()] == [
        "What changed since 6 May 2031",
        "What the reports of 7 May 2031 brought",
        "What changed since the last brief",
    ]
