from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from factory import (
    ARNOR,
    GONDOR,
    MORDOR,
    PAIR,
    ROHAN,
    World,
    claim,
    dated,
    event,
    name,
    quote,
    report,
    state,
)

from detente.domain.acts import ActType, Status
from detente.domain.days import NOT_KNOWN, Basis, on_day
from detente.domain.derived import Copied, Derived, Retelling, SpokenWords
from detente.domain.findings import Approximation, Figure, Problem, Speaker, Stage, Statement
from detente.domain.ids import ActorId
from detente.domain.parties import Directed
from detente.views.brief import Scope, draft_brief
from detente.views.brief_parts import Brief, Entry, Line

WORLD = World()


def brief(derived: Derived | None = None, since: date | None = None, until: date | None = None) -> Brief:
    return draft_brief(derived or WORLD.derived(), Scope(PAIR, since, until), name)


def sentences(entries: tuple[Entry, ...]) -> list[str]:
    return [e.line.text for e in entries]


def lines(entries: tuple[Entry, ...]) -> Iterator[Line]:
    for entry in entries:
        yield entry.line
        yield from lines(entry.parts)


def every_line(drafted: Brief) -> list[Line]:
    chapters = (*drafted.happened, *drafted.others)
    told = (drafted.ahead, drafted.background, *(c.entries for c in chapters))
    matters = (*drafted.issues, *drafted.pledges)
    return [
        *drafted.key_points,
        *(line for entries in told for line in lines(entries)),
        *(m.line for m in matters),
        *(s.line for m in matters for s in m.steps),
        *(s.line for v in drafted.voices for s in v.said),
        *(n.line for n in drafted.figures),
        *(s for d in drafted.disagreements for s in d.sides),
    ]


def test_a_line_without_a_quote_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="no line without a quote"):
        Line("Arnor and Gondor met", ())


def test_each_quote_is_the_exact_words_at_its_place() -> None:
    text_by_place = {r.url or f"{r.outlet}.txt": r.text for r in (WORLD.herald, WORLD.times, WORLD.wire)}

    cited = brief().citations

    assert all(c.exact == text_by_place[str(c.source.place)][c.start : c.end] for c in cited)


def test_every_line_has_its_number_in_the_list_of_quotes() -> None:
    drafted = brief()

    assert {c.number for line in every_line(drafted) for c in line.citations} == {c.number for c in drafted.citations}


def test_quotes_are_numbered_from_one_without_a_gap() -> None:
    numbers = [c.number for c in brief().citations]

    assert numbers == list(range(1, len(numbers) + 1))


def test_the_talks_stand_in_the_entry_of_the_visit_with_all_their_reports() -> None:
    first = brief().happened[0].entries[0]

    assert (first.line.text, sentences(first.parts), first.counts) == (
        "Arnor (Eldacar) visited Gondor",
        ["Arnor and Gondor (Elessar) held talks in Bree"],
        "3 reports, 2 events, 3 origins",
    )


def test_a_part_stands_alone_where_its_whole_is_not_shown() -> None:
    derived = WORLD.derived()

    drafted = brief(replace(derived, events=derived.events[1:]))

    assert "Arnor and Gondor (Elessar) held talks in Bree" in sentences(drafted.happened[0].entries)


def test_talks_that_happened_are_not_hidden_in_a_visit_that_was_only_planned() -> None:
    derived = WORLD.derived()
    visit, talks, *rest = derived.events
    planned = replace(visit, status=Status.PLANNED)

    drafted = brief(replace(derived, events=(planned, replace(talks, part_of=planned.id), *rest)))

    assert "Arnor and Gondor (Elessar) held talks in Bree" in sentences(drafted.happened[0].entries)


def test_what_has_not_happened_is_kept_apart() -> None:
    assert sentences(brief().ahead) == [
        "Gondor was to announce a concession to Arnor",
        "Arnor and Gondor might cooperate in practice, according to Elessar",
    ]


def test_what_is_older_than_the_reports_is_background() -> None:
    drafted = brief()

    assert sentences(drafted.background) == ["Gondor took a coercive measure against Arnor"]


def test_old_acts_that_are_not_between_or_by_the_two_are_left_out() -> None:
    old = on_day(date(2019, 1, 1), Basis.STATED)
    words = quote(WORLD.herald, "Mordor moved troops to the river")
    march = event(claim(words, ActType.MOBILIZE, Directed((state(MORDOR),))), when=old)
    derived = replace(WORLD.derived(), events=(WORLD.visit(), march))

    assert not brief(derived).others


def test_other_powers_stand_apart_by_whom_they_act_on() -> None:
    shown = {c.heading: sentences(c.entries) for c in brief().others}

    assert shown == {
        "Towards the two": ["Rohan gave formal or spoken support to Arnor and Gondor"],
        "By the two towards others": ["Arnor called on Rohan to act"],
        "Told in the same reports": ["Mordor made a military or police move"],
    }


def alone(words: str, day: date | None = date(2031, 5, 6)) -> Derived:
    """Arnor does something towards no one who is named, in a report that also tells of the visit."""
    told = report(f"Arnor's king visited Gondor on Tuesday. {words}", "Alone")
    visit = event(claim(quote(told, "Arnor's king visited Gondor on Tuesday"), ActType.CONSULT, WORLD.visit().parties))
    act = event(
        claim(quote(told, words), ActType.CONCEDE, Directed((state(ARNOR),))),
        when=on_day(day, Basis.STATED) if day else NOT_KNOWN,
    )
    return Derived(reports=(dated(told),), events=(visit, act), issues=WORLD.derived().issues)


def test_an_act_by_one_alone_stands_apart() -> None:
    drafted = brief(alone("Arnor will lower a tax."))

    assert [(c.heading, sentences(c.entries)) for c in drafted.others] == [
        ("By one of the two, towards no one who is named", ["Arnor announced a concession"])
    ]


def test_an_act_whose_words_speak_of_the_other_is_between_the_two() -> None:
    drafted = brief(alone("Arnor will lower a tax on wool from Gondor."))

    assert "Arnor announced a concession" in sentences(drafted.happened[0].entries)


def test_an_act_on_a_dispute_of_the_two_is_between_them() -> None:
    derived = alone("Arnor will reopen the road.")
    visit, act = derived.events

    drafted = brief(replace(derived, events=(visit, replace(act, issues=(WORLD.issue().id,)))))

    assert "Arnor announced a concession" in sentences(drafted.happened[0].entries)


def test_what_is_told_in_passing_is_counted_and_not_shown() -> None:
    drafted = brief(alone("Arnor will lower a tax.", day=None))

    assert (drafted.others, drafted.other_events) == (
        (),
        "1 further act that these reports tell in passing is not shown; it is in the record.",
    )


def test_reports_that_say_nothing_on_the_two_are_left_out_and_counted() -> None:
    far = report("Rohan praised Mordor.", "Far Away")
    praise = Directed((state(ROHAN),), (state(MORDOR),))
    told = event(claim(quote(far, "Rohan praised Mordor"), ActType.SUPPORT, praise))
    derived = WORLD.derived()

    drafted = brief(replace(derived, reports=(*derived.reports, dated(far)), events=(*derived.events, told)))

    assert (len(drafted.sources), drafted.other_reports) == (
        3,
        "1 report of the record says nothing on the two and is left out.",
    )


def test_groups_and_firms_are_not_the_states() -> None:
    assert [(c.heading, sentences(c.entries)) for c in brief().happened[1:]] == [
        ("People, firms and groups of the two", ["Weavers of Arnor criticised or accused Gondor"])
    ]


def test_key_points_tell_day_and_counts() -> None:
    assert brief().key_points[0].text == (
        "On 6 May 2031 Arnor and Gondor (Elessar) held talks in Bree (3 reports, 2 events, 3 origins)"
    )


def test_a_long_clause_stays_among_the_quotes() -> None:
    long = report("Arnor criticised Gondor " + "and the rest of the world " * 9, "Long")
    told = event(
        claim(long.quote(WORLD.visit().mentions[0].claim.quote.span), ActType.SUPPORT, WORLD.visit().parties),
        claim(quote(long, long.text.strip()), ActType.ACCUSE, WORLD.visit().parties),
        when=on_day(date(2031, 5, 6), Basis.STATED),
    )
    told = replace(told, type=ActType.ACCUSE)

    drafted = brief(Derived(reports=(dated(long),), events=(told,)))

    assert drafted.key_points[0].text == "On 6 May 2031 Arnor criticised or accused Gondor (1 report, 1 origin)"


def test_a_scrap_or_a_broken_quotation_does_not_stand_in_a_key_point() -> None:
    told = report(
        "Arnor slammed Gondor. Arnor called the act of Gondor a “blow to all good neighbours of the north”.", "Scraps"
    )
    scraps = (quote(told, "Arnor slammed Gondor"), quote(told, "Arnor called the act of Gondor a “blow to all good"))
    claims = [claim(q, ActType.ACCUSE, WORLD.visit().parties) for q in scraps]
    blamed = event(*claims, when=on_day(date(2031, 5, 6), Basis.STATED))

    drafted = brief(Derived(reports=(dated(told),), events=(blamed,)))

    assert drafted.key_points[0].text == "On 6 May 2031 Arnor criticised or accused Gondor (1 report, 1 origin)"


def test_a_disagreement_gives_both_sides_their_outlets() -> None:
    assert [s.text for s in brief().disagreements[0].sides] == [
        "According to The Herald, trade was worth $52 billion",
        "According to The Times of Bree, trade was worth $40 billion",
    ]


def test_a_side_without_an_outlet_is_named_by_its_number() -> None:
    wrong = WORLD.disagreement()
    wire = replace(wrong.sides[1], quote=quote(WORLD.wire, "The two kings met"))

    drafted = brief(replace(WORLD.derived(), disagreements=(replace(wrong, sides=(wrong.sides[0], wire)),)))

    numbers = [s.number for s, _ in drafted.sources if s.outlet.startswith("outlet not known")]
    assert f"According to a report without an outlet (R{numbers[0]})," in drafted.disagreements[0].sides[1].text


def test_a_disagreement_of_one_report_that_is_shown_is_none() -> None:
    derived = WORLD.derived()
    talks = event(derived.events[1].mentions[0].claim)
    one = replace(derived, reports=derived.reports[:1], events=(talks,))

    assert not brief(one).disagreements


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [(date(2031, 5, 6), date(2031, 5, 6), 3), (date(2031, 6, 1), None, 0), (None, date(2018, 1, 1), 0)],
)
def test_only_the_days_asked_for_are_told(since: date | None, until: date | None, count: int) -> None:
    happened = brief(since=since, until=until).happened

    assert sum(len(c.entries) for c in happened[:1]) == count


def test_background_comes_with_the_reports_that_tell_it() -> None:
    drafted = brief(since=date(2031, 5, 1))

    assert sentences(drafted.background) == ["Gondor took a coercive measure against Arnor"]


def test_an_empty_record_makes_a_brief_that_says_so() -> None:
    drafted = brief(Derived())

    assert (drafted.span, drafted.happened, drafted.counts) == (
        "day not known",
        (),
        "0 reports · 0 events · 0 independent origins",
    )


def test_a_report_without_a_day_says_so() -> None:
    derived = WORLD.derived()
    undated = tuple(dated(d.report, None) for d in derived.reports)

    shown = [(s.day, s.basis) for s, _ in brief(replace(derived, reports=undated)).sources]

    assert shown == [("day not known", "not known")] * 3


def test_one_speaker_under_two_spellings_is_one_voice() -> None:
    derived = WORLD.derived()
    other = Speaker("ELESSAR", None, GONDOR)
    words = Statement(quote(WORLD.wire, "Arnor might join the fair"), other, is_direct=False)

    drafted = brief(replace(derived, statements=(*derived.statements, SpokenWords((words,), NOT_KNOWN, None))))

    assert [(v.name, v.roles, v.offices, len(v.said)) for v in drafted.voices] == [
        ("Elessar", ("king of Gondor",), ("King of Gondor",), 2)
    ]


@pytest.mark.parametrize(("surname", "voices"), [("Elessar", 1), ("Boromir", 2)])
def test_a_surname_alone_is_the_one_who_bears_it(surname: str, voices: int) -> None:
    full = Statement(quote(WORLD.herald, "The road is open"), Speaker("Aragorn Elessar", None, GONDOR), is_direct=True)
    short = Statement(quote(WORLD.wire, "Arnor might join the fair"), Speaker(surname), is_direct=False)
    said = tuple(SpokenWords((s,), NOT_KNOWN, None) for s in (full, short))

    assert len(brief(replace(WORLD.derived(), statements=said)).voices) == voices


def test_strangers_speak_after_the_two() -> None:
    derived = WORLD.derived()
    words = Statement(quote(WORLD.wire, "The two kings met"), Speaker(None, "an innkeeper"), is_direct=False)

    drafted = brief(replace(derived, statements=(SpokenWords((words,), NOT_KNOWN, None), *derived.statements)))

    assert [(v.name, v.power) for v in drafted.voices] == [("Elessar", "Gondor"), ("an innkeeper", None)]


def test_words_from_reports_that_are_not_shown_are_not_given() -> None:
    derived = WORLD.derived()
    far = report("It rains.", "Far Away")
    said = Statement(quote(far, "It rains"), Speaker("Bard"), is_direct=True)
    figure = Figure(quote(far, "rains"), 1, "rain")
    issue = replace(WORLD.issue(), mentions=(said.quote,), history=())

    drafted = brief(
        replace(
            derived,
            reports=(*derived.reports, dated(far)),
            statements=(SpokenWords((said,), NOT_KNOWN, None),),
            figures=(figure,),
            issues=(issue,),
            pledges=(replace(WORLD.pledge(), mentions=(said.quote,)),),
        )
    )

    assert (drafted.voices, drafted.figures, drafted.issues, drafted.pledges) == ((), (), (), ())


@pytest.mark.parametrize(
    ("value", "unit", "approx", "shown"),
    [
        (52e9, "USD", Approximation.ABOUT, "about 52 billion USD"),
        (0.4, "share", None, "40%"),
        (64, "%", Approximation.MORE_THAN, "more than 64%"),
        (1250, "meetings", None, "1,250 meetings"),
    ],
)
def test_figures_read_as_people_write_them(value: float, unit: str, approx: Approximation | None, shown: str) -> None:
    figure = Figure(quote(WORLD.herald, "$52 billion"), value, unit, approx)

    drafted = brief(replace(WORLD.derived(), figures=(figure,)))

    assert drafted.figures[0].value == shown


def test_a_pledge_without_a_day_or_a_receiver_is_told_without() -> None:
    pledge = replace(WORLD.pledge(), to=(), due=NOT_KNOWN)

    drafted = brief(replace(WORLD.derived(), pledges=(pledge,)))

    assert (drafted.pledges[0].line.text, drafted.pledges[0].due) == ("Gondor: lift its toll on wool", None)


def test_an_issue_without_a_history_says_that_its_status_is_not_known() -> None:
    issue = replace(WORLD.issue(), status="unknown", history=())

    drafted = brief(replace(WORLD.derived(), issues=(issue,)))

    assert (drafted.issues[0].line.text, drafted.issues[0].steps) == (
        "The border road (channel): status not known",
        (),
    )


def test_steps_on_one_day_are_one_line_and_undated_ones_come_last() -> None:
    issue = WORLD.issue()
    suspended, resuming = issue.history
    undated = replace(suspended, when=NOT_KNOWN)
    again = replace(resuming, quote=quote(WORLD.wire, "The two kings met"))

    drafted = brief(replace(WORLD.derived(), issues=(replace(issue, history=(undated, resuming, again)),)))

    assert [(s.day, s.line.text, len(s.line.citations)) for s in drafted.issues[0].steps] == [
        ("6 May 2031", "resuming", 2),
        ("day not known", "suspended", 1),
    ]


def test_a_pledge_without_a_history_is_told() -> None:
    pledge = replace(WORLD.pledge(), history=())

    assert brief(replace(WORLD.derived(), pledges=(pledge,))).pledges[0].steps == ()


def test_days_that_disagree_are_written_out() -> None:
    wrong = WORLD.disagreement()
    sides = (replace(wrong.sides[0], says="2031-05-06"), replace(wrong.sides[1], says="2031-05-07"))

    drafted = brief(replace(WORLD.derived(), disagreements=(replace(wrong, sides=sides),)))

    assert [s.text for s in drafted.disagreements[0].sides] == [
        "According to The Herald, on 6 May 2031",
        "According to The Times of Bree, on 7 May 2031",
    ]


def test_pledges_of_others_are_left_out() -> None:
    pledge = replace(WORLD.pledge(), party=(ROHAN,))

    assert not brief(replace(WORLD.derived(), pledges=(pledge,))).pledges


@pytest.mark.parametrize("party", [(ARNOR, ROHAN), (GONDOR, MORDOR, ROHAN)])
def test_what_one_of_the_two_promised_with_a_third_is_no_promise_of_the_two(party: tuple[ActorId, ...]) -> None:
    pledge = replace(WORLD.pledge(), party=party, to=())

    assert not brief(replace(WORLD.derived(), pledges=(pledge,))).pledges


def test_what_one_promised_with_a_third_on_an_issue_of_the_two_is_told() -> None:
    pledge = replace(WORLD.pledge(), party=(ARNOR, ROHAN), to=(), issues=(WORLD.issue().id,))

    assert len(brief(replace(WORLD.derived(), pledges=(pledge,))).pledges) == 1


def test_unread_files_and_places_of_the_shown_reports_are_listed_without_their_folders() -> None:
    assert [(u.where, u.reason) for u in brief().unread] == [
        ("empty.txt", "The file is empty."),
        ("The Herald.txt", "A page number stands in the text."),
    ]


def test_words_that_could_not_be_read_are_given() -> None:
    place = quote(WORLD.herald, "The road is open to all").span
    problem = Problem(Stage.STATEMENTS, "It is not told whose words these are.", WORLD.herald.id, span=place)

    unread = brief(replace(WORLD.derived(), problems=(problem,))).unread

    assert unread[0].reason == "It is not told whose words these are. They are: The road is open to all"


def test_a_quote_stands_in_its_surroundings_cut_between_words() -> None:
    words = "before " * 40 + "Arnor criticised Gondor" + " after" * 40
    long = report(words, "Long")
    told = event(claim(quote(long, "Arnor criticised Gondor"), ActType.ACCUSE, WORLD.visit().parties))

    citation = brief(Derived(reports=(dated(long),), events=(told,))).citations[0]

    assert (citation.before[:8], citation.after[-7:]) == ("… before", "after …")


def test_both_powers_may_be_named_in_either_order() -> None:
    turned = draft_brief(WORLD.derived(), Scope((GONDOR, ARNOR)), name)

    assert (turned.title, turned.happened) == ("Gondor and Arnor", brief().happened)


def test_negated_acts_are_told_as_such() -> None:
    told = [e for e in brief().happened[0].entries if e.status]

    assert [(e.line.text, e.status) for e in told] == [("Arnor and Gondor did not agree", "did not happen")]


def test_other_wordings_of_a_statement_stand_beside_it() -> None:
    speaker = Speaker("Elessar", "king of Gondor", GONDOR)
    first = Statement(quote(WORLD.herald, "The road is open to all"), speaker, is_direct=True)
    other = Statement(quote(WORLD.times, "The troops of Mordor stood at the river"), speaker, is_direct=True)
    spoken = SpokenWords((first, other, first), NOT_KNOWN, None)

    (voice,) = brief(replace(WORLD.derived(), statements=(spoken,))).voices

    assert voice.said[0].variants == ("The troops of Mordor stood at the river",)


def test_a_report_that_gives_the_text_of_another_in_other_words_says_so_with_the_reason() -> None:
    copied = Copied(WORLD.herald.id, Retelling(sentences=11, of=12, names=9, numbers=1))
    world = WORLD.derived()
    retold = tuple(replace(d, copied=copied) if d.report == WORLD.times else d for d in world.reports)

    sources = [s for s, _ in brief(replace(world, reports=retold)).sources]

    herald = next(s.number for s in sources if s.outlet == "The Herald")
    assert next(s.copied for s in sources if s.outlet == "The Times of Bree") == (
        f"The same text as R{herald}, in another wording: 11 of the 12 sentences of the shorter one follow one another "
        "in both, with 9 names and 1 number in common."
    )


def test_a_copy_of_a_report_that_says_nothing_on_the_two_names_no_number() -> None:
    world = WORLD.derived()
    copied = Copied(report("Rain fell in Rohan.", "The Rider").id)
    printed = tuple(replace(d, copied=copied) if d.report == WORLD.times else d for d in world.reports)

    sources = [s for s, _ in brief(replace(world, reports=printed)).sources]

    assert [s.copied for s in sources if s.copied] == ["The same text as a report that is not listed here: one origin."]
