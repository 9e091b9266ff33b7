"""Stories of issues: which there are, what belongs to each, and where each stands."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import CHILE, JAPAN, KOREA, NORWAY, PERU, TODAY, Act, settled, story, tell

from detente.domain.acts import ActType, Status
from detente.domain.days import Basis, on_day
from detente.domain.derived import Derived, SpokenWords
from detente.domain.findings import Speaker, Statement
from detente.domain.spans import Span

LATER = date(2031, 6, 20)


def statuses(derived: Derived) -> dict[str, str]:
    return {issue.id: issue.status for issue in derived.issues}


def ids_of(derived: Derived) -> list[tuple[str, ...]]:
    return [event.issues for event in derived.events]


def test_names_of_one_issue_in_two_reports_are_one_issue() -> None:
    one = Act("Seoul and Tokyo spoke of wartime labour", "spoke", ActType.CONSULT, (JAPAN, KOREA))
    two = Act("Courts seized goods over forced labor", "seized", ActType.SANCTION, (KOREA,), (JAPAN,))

    derived = settled(tell(one.clause + ".", one), tell(two.clause + ".", two, day=LATER))

    assert ids_of(derived) == [("wartime-labour",), ("wartime-labour",)]
    assert [issue.aliases for issue in derived.issues] == [("forced labor", "wartime labour")]


def test_a_general_issue_is_its_pairs_own() -> None:
    derived = settled(
        tell(
            "Norway put a tariff on Peru.",
            Act("Norway put a tariff on Peru", "put", ActType.SANCTION, (NORWAY,), (PERU,)),
        ),
        tell(
            "Chile put a tariff on Peru.", Act("Chile put a tariff on Peru", "put", ActType.SANCTION, (CHILE,), (PERU,))
        ),
    )

    assert sorted(statuses(derived)) == ["tariffs-chl-per", "tariffs-nor-per"]


def test_a_third_states_word_belongs_to_the_reports_pair_and_a_strangers_to_his_own() -> None:
    text = "Norway put a tariff on Peru. Chile and Norway spoke of the tariff. Japan gave Korea a tariff."
    derived = story(
        text,
        Act("Norway put a tariff on Peru", "put", ActType.SANCTION, (NORWAY,), (PERU,)),
        Act("Chile and Norway spoke of the tariff", "spoke", ActType.CONSULT, (CHILE, NORWAY)),
        Act("Japan gave Korea a tariff", "gave", ActType.SANCTION, (JAPAN,), (KOREA,)),
    )

    assert ids_of(derived) == [("tariffs-nor-per",), ("tariffs-nor-per",), ("tariffs-jpn-kor",)]


def test_a_named_issue_goes_before_a_general_one() -> None:
    act = Act("Japan eased export controls on chip materials", "eased", ActType.RETREAT, (JAPAN,), (KOREA,))

    assert ids_of(story(act.clause + ".", act)) == [("export-controls",)]


def test_a_general_name_is_the_named_issue_of_its_sentence() -> None:
    text = "Seoul dropped curbs on the export of chip material after curbs in trade hurt Japan."
    act = Act("Seoul dropped curbs on the export", "dropped", ActType.RETREAT, (KOREA,), (JAPAN,))

    assert ids_of(story(text, act)) == [("export-controls",)]


def test_words_that_point_back_are_followed() -> None:
    text = "Seoul told of a plan for forced labourers. Norway sold fish. Japan rejected that plan."
    act = Act("Japan rejected that plan", "rejected", ActType.REJECT, (JAPAN,), (KOREA,))

    assert ids_of(story(text, act)) == [("wartime-labour",)]


def test_words_that_point_to_nothing_are_left() -> None:
    act = Act("Japan rejected that plan", "rejected", ActType.REJECT, (JAPAN,), (KOREA,))

    assert ids_of(story("Japan rejected that plan.", act)) == [()]


def test_a_clause_without_a_name_takes_the_named_issue_beside_it() -> None:
    text = "Over Dokdo, Japan called in the envoy."
    act = Act("Japan called in the envoy", "called", ActType.PROTEST, (JAPAN,), (KOREA,))

    assert ids_of(story(text, act)) == [("dokdo-takeshima",)]


def test_a_bare_noun_takes_nothing_from_its_sentence() -> None:
    text = "Over Dokdo there was a summit."
    act = Act("a summit", "summit", ActType.CONSULT, (JAPAN, KOREA), is_bare=True)

    assert ids_of(story(text, act)) == [()]


def test_a_reason_far_before_the_act_is_not_what_it_is_about() -> None:
    text = "Forced labor, of which the old people in the villages of the south still speak every day, saw Japan quit."
    act = Act(text[:-1], "quit", ActType.REJECT, (JAPAN,), (KOREA,))

    assert ids_of(story(text, act)) == [("wartime-labour",)] or ids_of(story(text, act)) == [()]


def test_a_name_right_before_the_act_is_what_it_is_about() -> None:
    act = Act("On Dokdo Japan protested", "protested", ActType.PROTEST, (JAPAN,), (KOREA,))

    assert ids_of(story("On Dokdo Japan protested.", act)) == [("dokdo-takeshima",)]


def test_a_meeting_is_about_all_that_it_names() -> None:
    act = Act("Japan and Korea spoke of Dokdo and of the Sado mines", "spoke", ActType.CONSULT, (JAPAN, KOREA))

    assert ids_of(story(act.clause + ".", act)) == [("dokdo-takeshima", "sado-mines")]


def test_the_words_of_another_pairs_quarrel_are_not_theirs() -> None:
    act = Act("Norway lifted export controls on chip materials", "lifted", ActType.RETREAT, (NORWAY,), (PERU,))

    assert ids_of(story(act.clause + ".", act)) == [("trade-curbs-nor-per",)]


def test_what_stands_in_furniture_names_no_issue() -> None:
    text = "Japan and Korea met. More: the Dokdo row."
    act = Act("Japan and Korea met", "met", ActType.CONSULT, (JAPAN, KOREA))

    assert not settled(tell(text, act, furniture=(Span(21, len(text)),))).issues


def test_a_loose_name_counts_beside_a_firm_one_of_another_report() -> None:
    firm = Act("Japan curbed the export of photoresist", "curbed", ActType.SANCTION, (JAPAN,), (KOREA,))
    loose = Act("Japan and Korea ended a trade feud", "ended", ActType.AGREE, (JAPAN, KOREA))

    derived = settled(tell(firm.clause + ".", firm), tell(loose.clause + ".", loose, day=LATER))

    assert ids_of(derived) == [("export-controls",), ("export-controls",)]


def test_a_loose_name_beside_a_year_long_past_is_left() -> None:
    text = "Japan curbed photoresist in 2019. In 1986 Japan and Korea ended a trade feud."
    act = Act("Japan and Korea ended a trade feud", "ended", ActType.AGREE, (JAPAN, KOREA))

    assert ids_of(story(text, act)) == [("trade-curbs-jpn-kor",)]


def test_a_row_that_the_data_does_not_know_is_found_and_joined_over_its_names() -> None:
    one = Act("Norway and Peru quarrelled in a row over pigeon racing", "quarrelled", ActType.ACCUSE)
    two = Act(
        "Peru scolded Norway in the dispute over pigeon racing clubs", "scolded", ActType.ACCUSE, (PERU,), (NORWAY,)
    )
    three = "Norway spoke of pigeon racing."

    derived = settled(tell(one.clause + ".", one), tell(f"{two.clause}. {three}", two, day=LATER))

    assert statuses(derived) == {"pigeon-racing-nor-per": "open"}
    assert len(derived.issues[0].mentions) == 3


def test_a_name_told_once_without_an_act_is_no_issue_of_the_record() -> None:
    act = Act("Norway met Peru", "met", ActType.CONSULT)

    assert not story("Norway met Peru. There was a row over pigeon racing.", act).issues


def test_a_named_issue_without_an_act_is_told_with_the_words_around_it() -> None:
    act = Act("Japan and Korea met", "met", ActType.CONSULT, (JAPAN, KOREA))

    derived = story("Japan and Korea met. There is a longstanding dispute over Dokdo.", act)

    assert [(i.id, i.status, i.history[0].quote.exact) for i in derived.issues] == [
        ("dokdo-takeshima", "open", "There is a longstanding dispute over Dokdo")
    ]


def test_words_count_where_no_act_of_their_time_does() -> None:
    agreed = Act("Norway and Peru agreed to resume a security dialogue", "agreed")
    met = Act("Norway and Peru met", "met", ActType.CONSULT)
    words = "Norway and Peru met. A security dialogue was suspended."

    soon = settled(tell(agreed.clause + ".", agreed), tell(words, met, day=date(2031, 5, 9)))
    late = settled(tell(agreed.clause + ".", agreed), tell(words, met, day=date(2031, 9, 9)))
    never = settled(tell(agreed.clause + ".", agreed), tell(words, met, day=None))

    assert [d.issues[0].status for d in (soon, late, never)] == ["resuming", "suspended", "resuming"]


def test_one_sides_word_that_all_is_settled_settles_nothing() -> None:
    act = Act("Japan and Korea met", "met", ActType.CONSULT, (JAPAN, KOREA))

    assert statuses(story("Japan and Korea met. Dokdo is settled, said one.", act)) == {"dokdo-takeshima": "unknown"}


def test_a_long_sentence_is_shown_by_the_name_alone() -> None:
    act = Act("Japan and Korea met", "met", ActType.CONSULT, (JAPAN, KOREA))
    text = "Japan and Korea met. Dokdo " + "is cold and " * 30 + "far."

    assert [q.exact for q in story(text, act).issues[0].mentions] == ["Dokdo"]


@pytest.mark.parametrize(
    ("clause", "word", "type_", "wanted"),
    [
        ("Japan widened export controls on chip materials", "widened", ActType.SANCTION, "open"),
        ("Japan agreed to lift export controls on chip materials", "agreed", ActType.AGREE, "easing"),
        ("Japan lifted export controls on chip materials", "lifted", ActType.RETREAT, "settled"),
        ("Japan spoke of export controls on chip materials", "spoke", ActType.CONSULT, "unknown"),
        ("Japan praised export controls on chip materials", "praised", ActType.SUPPORT, "unknown"),
    ],
)
def test_acts_move_a_dispute(clause: str, word: str, type_: ActType, wanted: str) -> None:
    act = Act(clause, word, type_, (JAPAN,), (KOREA,))

    assert statuses(story(clause + ".", act)) == {"export-controls": wanted}


@pytest.mark.parametrize(
    ("clause", "word", "type_", "wanted"),
    [
        ("Norway and Peru held a security dialogue", "held", ActType.CONSULT, "active"),
        ("Norway and Peru agreed to resume a security dialogue", "agreed", ActType.AGREE, "resuming"),
        ("Norway and Peru suspended a security dialogue", "suspended", ActType.SANCTION, "suspended"),
        ("Norway and Peru scrapped a security dialogue", "scrapped", ActType.REJECT, "ended"),
        ("Norway and Peru stopped a security dialogue", "stopped", ActType.SANCTION, "suspended"),
        ("Norway and Peru blamed a security dialogue", "blamed", ActType.ACCUSE, "unknown"),
        ("Norway and Peru enjoyed a security dialogue", "enjoyed", ActType.COOPERATE, "active"),
    ],
)
def test_acts_move_a_channel(clause: str, word: str, type_: ActType, wanted: str) -> None:
    act = Act(clause, word, type_)

    assert statuses(story(clause + ".", act)) == {"security-dialogue-nor-per": wanted}


def test_what_was_halted_before_is_resumed_by_the_act() -> None:
    act = Act("Norway and Peru would restart the previously halted security dialogue", "restart", ActType.AGREE)

    assert statuses(story(act.clause + ".", act)) == {"security-dialogue-nor-per": "resuming"}


def test_a_bare_noun_moves_nothing() -> None:
    act = Act("a security dialogue", "dialogue", ActType.CONSULT, is_bare=True)

    assert statuses(story("It is about a security dialogue.", act)) == {"security-dialogue-nor-per": "unknown"}


def test_what_is_only_asked_for_moves_nothing() -> None:
    act = Act(
        "Peru must end export controls on chip materials", "end", ActType.RETREAT, (JAPAN,), (KOREA,), Status.DEMANDED
    )

    assert statuses(story(act.clause + ".", act)) == {"export-controls": "unknown"}


def test_a_status_is_that_of_the_last_day_whatever_the_order_of_reports() -> None:
    first = Act("Norway and Peru suspended a security dialogue", "suspended", ActType.SANCTION)
    last = Act("Norway and Peru held a security dialogue", "held", ActType.CONSULT)

    derived = settled(tell(last.clause + ".", last, day=LATER), tell(first.clause + ".", first))

    assert [c.status for c in derived.issues[0].history] == ["suspended", "active"]


def test_what_is_told_of_no_day_comes_before_what_is() -> None:
    first = Act("Norway and Peru suspended a security dialogue", "suspended", ActType.SANCTION)
    last = Act("Norway and Peru held a security dialogue", "held", ActType.CONSULT)

    derived = settled(tell(last.clause + ".", last), tell(first.clause + ".", first, day=None))

    assert statuses(derived) == {"security-dialogue-nor-per": "active"}


def test_a_promise_counts_for_the_day_on_which_it_is_told() -> None:
    future = on_day(date(2031, 9, 1), Basis.RESOLVED)
    act = Act(
        "Norway will resume a security dialogue with Peru", "resume", ActType.AGREE, status=Status.PLANNED, when=future
    )

    derived = story(act.clause + ".", act)

    assert derived.issues[0].history[0].when.earliest == TODAY


def test_an_event_keeps_what_half_of_its_claims_are_about() -> None:
    derived = story("Norway met Peru.", Act("Norway met Peru", "met", ActType.CONSULT))

    assert ids_of(derived) == [()]


def test_a_statement_is_about_the_issues_in_its_words() -> None:
    act = Act("Japan and Korea met", "met", ActType.CONSULT, (JAPAN, KOREA))
    found = tell("Japan and Korea met. He said Dokdo and the tariff matter.", act)
    said = Statement(found.report.quote(Span(29, 57)), Speaker("Kim"), is_direct=False)

    derived = settled(found, words=(SpokenWords((said,), found.report.published, None),))

    assert derived.statements[0].issues == ("dokdo-takeshima",)


def test_a_statement_about_nothing_has_no_issue() -> None:
    found = tell("He said so.")
    said = Statement(found.report.quote(Span(0, 10)), Speaker("Kim"), is_direct=False)

    assert settled(found, words=(SpokenWords((said,), found.report.published, None),)).statements[0].issues == ()


ACTS = (
    Act("Norway and Peru suspended a security dialogue", "suspended", ActType.SANCTION),
    Act("Norway and Peru agreed to resume a security dialogue", "agreed"),
    Act("Peru scolded Norway in the dispute over pigeon racing", "scolded", ActType.ACCUSE, (PERU,), (NORWAY,)),
    Act(
        "Norway will lift its tariff on Peru within two weeks",
        "lift",
        ActType.CONCEDE,
        (NORWAY,),
        (PERU,),
        promise=ActType.RETREAT,
    ),
    Act("Norway lifted its tariff on Peru", "lifted", ActType.RETREAT, (NORWAY,), (PERU,)),
)
REPORTS = tuple(tell(a.clause + ".", a, day=date(2031, 1 + n, 5)) for n, a in enumerate(ACTS))


@settings(deadline=None, max_examples=30)
@given(st.permutations(REPORTS))
def test_the_order_of_reports_changes_nothing(reports: list[object]) -> None:
    shuffled = settled(*reports)  # type: ignore[arg-type]

    assert (shuffled.issues, shuffled.pledges) == (settled(*REPORTS).issues, settled(*REPORTS).pledges)


def test_a_general_channel_is_told_by_the_word_right_beside_its_name() -> None:
    derived = story(
        "Norway and Peru issued a joint statement.", Act("Norway and Peru issued a joint statement", "issued")
    )

    without_act = story("Norway praised Peru. The two issued a joint statement.", Act("Norway praised Peru", "praised"))

    assert [(i.id, i.status) for i in without_act.issues] == [("joint-statements-nor-per", "active")]
    assert [i.id for i in derived.issues] == ["joint-statements-nor-per"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway praised Peru. The two have not issued a joint statement.",
        "Norway praised Peru. The lords issued many words on a joint statement.",
        "Norway praised Peru. Tariffs imposed by both stand.",
    ],
)
def test_a_general_name_in_passing_is_no_issue(text: str) -> None:
    assert not story(text, Act("Norway praised Peru", "praised")).issues


def test_a_name_that_no_data_knows_is_shown_as_a_report_writes_it() -> None:
    text = "Norway praised Peru. The row over stolen statues goes on. The row over the stolen statues is old."

    (issue,) = story(text, Act("Norway praised Peru", "praised")).issues

    assert (issue.name, issue.status) == ("stolen statues", "open")


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Norway and Peru held talks on regional and bilateral issues. They spoke of regional fish.", "held talks"),
        ("Norway quarrelled with Peru in the row over Per. A boat came to Per.", "Norway quarrelled with Peru"),
        ("Norway and Peru have a dialogue on world affairs. World affairs are wide.", "have a dialogue"),
    ],
)
def test_a_power_and_the_kind_of_matters_are_no_issue(text: str, clause: str) -> None:
    assert not story(text, Act(text[: text.index(".")], clause.split(maxsplit=1)[0], ActType.CONSULT)).issues


def test_one_word_before_other_matters_than_those_of_all_is_an_issue() -> None:
    text = "Norway and Peru held talks on pigeons and racing dogs. Norway wants talks on pigeons."

    assert [i.name for i in story(text, Act(text[: text.index(".")], "held", ActType.CONSULT)).issues] == ["pigeons"]


def test_a_general_word_is_the_named_issue_of_both_that_its_report_names() -> None:
    told = (
        "Japan and Korea spoke of North Korea's missiles. Korea's envoy met Japan's. Japan condemned the missile test."
    )
    own = "Norway condemned the missile test."
    acts = (
        Act("Japan condemned the missile test", "condemned", ActType.ACCUSE, (JAPAN,), (KOREA,)),
        Act("Norway condemned the missile test", "Norway", ActType.ACCUSE, (NORWAY,), (PERU,)),
    )

    derived = settled(tell(told, acts[0]), tell(own, acts[1]))

    assert set(ids_of(derived)) == {("north-korean-missiles",), ("missiles-nor-per",)}
