"""Stories of laid-out reports, and the laws that hold for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.domain.spans import Span
from detente.rules.furniture import load_furniture
from detente.text.passages import Layout, lay_out

CUES = load_furniture()
LEAD = "The foreign ministers of Norway and Latvia met in Riga on Monday and agreed to reopen the bridge."
SECOND = "Neither of them would say who is to pay for it, but both spoke of a fair share for each side."
THIRD = "Latvia had closed the bridge in March after a quarrel over the fees that lorries pay on it."

BITS = st.sampled_from(
    [
        LEAD,
        SECOND,
        "Read more: Envoys meet",
        "OSLO GATE CLOSED AGAIN The king spoke.",
        "“We agree,” – Jo Roe",
        "(Photo: Jo Doe/Wire)",
        "© 2021 The Gazette.",
        "RIGA (Reuters) - Two met.",
        "Related stories",
        "Advertisement",
        "Tags: fish",
        "  ",
        "\n",
        "\n\n",
        "    ",
        "\r\n",
        "\u2028",
        "...",
        "(",
        "“",
        "Vous ne pouvez lire que sur un seul appareil à la fois.",
        "\x00",
        "é",
        "a.m. ",
        "1917",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(BITS, max_size=30).map("".join), st.lists(BITS).map(" ".join))


def _kept(text: str) -> list[str]:
    return [text[p.start : p.end] for p in lay_out(text, CUES).passages]


def _headings(text: str) -> list[str]:
    return [text[h.start : h.end] for h in lay_out(text, CUES).headings]


def _spans(layout: Layout) -> list[Span]:
    return sorted(
        [Span(p.start, p.end) for p in layout.passages] + [*layout.headings, *layout.furniture, *layout.endless]
    )


@given(TEXTS)
def test_every_letter_lies_in_exactly_one_part(text: str) -> None:
    layout = lay_out(text, CUES)

    covered = [i for span in _spans(layout) for i in range(span.start, span.end)]
    assert len(covered) == len(set(covered))
    assert {i for i, letter in enumerate(text) if not letter.isspace()} <= set(covered) <= set(range(len(text)))


@given(TEXTS)
def test_passages_stand_in_order_and_never_begin_with_a_blank(text: str) -> None:
    passages = lay_out(text, CUES).passages

    assert list(passages) == sorted(passages, key=lambda p: p.start)
    assert [p.paragraph for p in passages] == sorted(p.paragraph for p in passages)
    assert not any(text[p.start].isspace() or text[p.end - 1].isspace() for p in passages)


def test_paragraphs_are_numbered_as_they_stand() -> None:
    layout = lay_out(f"{LEAD}\n\n{SECOND}\n\n\n{THIRD}", CUES)

    assert [p.paragraph for p in layout.passages] == [0, 1, 2]


def test_a_hard_wrapped_text_is_joined_to_its_paragraphs() -> None:
    text = (
        "The foreign ministers of Norway and Latvia met in Riga on Monday and\n"
        "agreed to reopen the bridge between the two ports. Neither of them\n"
        "would say who is to pay for it.\n"
        "\n"
        "Latvia had closed the bridge in March after a quarrel over the fees\n"
        "that lorries pay on it. Norway called the step rash at the time, and\n"
        "its envoy left Riga in protest.\n"
    )

    assert [" ".join(passage.split())[-9:] for passage in _kept(text)] == ["y for it.", " protest."]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    assert _kept(f"{LEAD}\n{SECOND}\n{THIRD}") == [LEAD, SECOND, THIRD]


def test_a_paragraph_torn_at_a_link_is_mended() -> None:
    assert _kept(f"{LEAD}\n\nLatvia's president praised\n\nthe pact in a speech to the Saeima.") == [
        LEAD,
        "Latvia's president praised\n\nthe pact in a speech to the Saeima.",
    ]


def test_a_long_line_breaks_at_its_wide_blanks() -> None:
    text = "  ".join([LEAD, SECOND, THIRD] * 1 + [f"{THIRD} That was paragraph {i} of the story." for i in range(12)])

    assert _kept(text)[:3] == [LEAD, SECOND, THIRD]


def test_a_typist_who_sets_two_blanks_means_no_paragraph() -> None:
    text = "  ".join(f"{SECOND[:-1]} on day {i}." for i in range(20))

    assert len(_kept(text)) == 1


def test_wide_blanks_within_a_sentence_break_nothing() -> None:
    text = f"{LEAD} The list of        ports is long, and        Riga is on it. {THIRD}"

    assert _kept(text) == [text]


@pytest.mark.parametrize(
    "dateline",
    [
        "RIGA/OSLO (Reuters) - ",
        "RIGA — ",
        "Riga (CNN) ",
        "RIGA, Latvia -- ",
        "RIGA, March 3 (Xinhua) -- ",
        "Riga, Latvia (AP) — ",
        "GENEVA (5 March 2021) – ",
        "NEW DELHI, 12 May (PTI): ",
        "May 12 2020 - ",
        "RIGA, May 12, 2020. ",
        "Riga, Latvia, 12 May 2020 — ",
        "RIGA (Reuters) May 12, 2020 -- ",
        "RIGA (Reuters) - May 12, 2020 - ",
        "Riga | 12 May 2020 | ",
        "12.05.2020. ",
        "May 12, 2020, Riga. ",
        "Riga, Latvia. 12 May 2020 - ",
        "RIGA/OSLO, 28/5/2020 (EFE).- ",
        "(RIGA) May 12, 2020 - ",
        "[Riga, May 12, 2020] ",
        "RIGA -- (BUSINESS WIRE) -- May 12, 2020 -- ",
        "Riga, May 12 (EFE).- ",
        "RIGA, May 12. /TASS/. ",
        "2020-05-12 Riga: ",
        "(LETA) ",
        "(LETA)",
        "RIGA, Latvia, Vidzeme, (Reuters) - (AP) - (dpa) - (EFE) - (PTI) - ",
        "RIGA, D.C., Tuesday, 12 May 2020, 14:03 GMT — ",
    ],
)
def test_a_passage_begins_after_its_dateline(dateline: str) -> None:
    assert _kept(f"{dateline}{LEAD}\n\n{SECOND}") == [LEAD, SECOND]


@pytest.mark.parametrize(
    "opening",
    [
        "US – Norway talks went on in Riga on Monday, the envoys said.",
        "NATO - a pact of thirty states - kept silent on the bridge all week.",
        "LATVIA said that it would reopen the bridge in spring at the latest.",
        "ROE: We will open the bridge when the fees are paid, and not before.",
        "[sic] The bridge stays shut, the port of Riga said on Monday, until the fees are paid.",
        "14:03 GMT — Latvia says that it shut the bridge on Monday for want of pilots.",
        "May 12 – Latvia shut the bridge and called its envoy home for talks.",
        "The Riga Treaty of 18 March 1921 - a truce more than a peace - closed the bridge.",
    ],
)
def test_capitals_at_the_start_of_a_sentence_are_not_always_a_dateline(opening: str) -> None:
    assert _kept(f"{opening}\n\n{SECOND}") == [opening, SECOND]


def test_the_day_of_another_report_is_cut_off_from_its_neighbours() -> None:
    assert _kept(f"{LEAD} (12.05.2020) {SECOND}") == [LEAD, SECOND]
    assert _kept(f"The list (12.05.2020) is long, the port of Riga said on Monday. {SECOND}") == [
        f"The list (12.05.2020) is long, the port of Riga said on Monday. {SECOND}"
    ]


def test_a_place_and_a_colon_open_a_report_but_not_the_lines_of_a_transcript() -> None:
    assert _kept(f"RIGA: {LEAD}\n\n{SECOND}") == [LEAD, SECOND]
    assert _kept(f"BERG: {LEAD}\n\nOZOLS: {SECOND}") == [f"BERG: {LEAD}", f"OZOLS: {SECOND}"]


def test_an_indent_begins_a_paragraph_of_a_wrapped_text() -> None:
    text = (
        "The foreign ministers of Norway and Latvia met in Riga on Monday and\n"
        "agreed to reopen the bridge between the two ports before the winter.\n"
        "   Neither of them would say who is to pay for it, and both of them\n"
        "spoke of a fair share for each side, and of a fair price for lorries."
    )

    assert [passage.split()[0] for passage in _kept(text)] == ["The", "Neither"]


def test_a_comma_after_a_label_goes_with_it() -> None:
    assert _kept(f"{LEAD} {SECOND} {THIRD} Image caption, {SECOND}")[-1] == SECOND


def test_headings_are_neither_passages_nor_furniture() -> None:
    text = f"Bridge between ports to reopen\n\n{LEAD}\n\nWho will pay?\n\n{SECOND}\n\nOLD QUARREL\n\n{THIRD}"

    assert _headings(text) == ["Bridge between ports to reopen", "Who will pay?", "OLD QUARREL"]


def test_a_headline_may_end_in_a_stop() -> None:
    assert _headings(f"Norway And Latvia Agree To Reopen Bridge.\n\n{LEAD}") == [
        "Norway And Latvia Agree To Reopen Bridge."
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Riga is glad.",
        "“This bridge is ours too”",
        "– Jo Roe",
        "“We shall pay our share.” — Jo Roe",
        "The minister added:",
        "The minister, who had come by sea,",
        "• Latvia pays a third of the fees",
        "Sign of the times: the bridge is blue and yellow now.",
        "Will the two ports ever be friends again after such a quarrel as this one?",
    ],
)
def test_short_lines_of_prose_are_kept(line: str) -> None:
    assert line in _kept(f"{LEAD}\n\n{line}\n\n{THIRD}")


def test_a_list_after_a_colon_is_kept() -> None:
    text = f"{LEAD}\n\nThese states have closed bridges:\n\nLatvia: 2\n\nNorway: 1, and a ferry\n\n{THIRD}"

    assert _kept(text)[2:4] == ["Latvia: 2", "Norway: 1, and a ferry"]


def test_a_heading_in_capitals_that_runs_into_a_sentence_is_cut_off() -> None:
    text = f"{LEAD} BRIDGE FEES Latvia pays a third of them. {THIRD}"

    assert _headings(text) == ["BRIDGE FEES"]
    assert _kept(text) == [LEAD, f"Latvia pays a third of them. {THIRD}"]


def test_a_long_link_in_capitals_is_furniture() -> None:
    text = f"{LEAD} PREMIER OF LATVIA SCOLDS THE PRESS FOR ASKING ABOUT BRIDGE The talks went on. {THIRD}"

    assert _headings(text) == []
    assert _kept(text)[1].startswith("The talks went on.")


def test_names_in_capitals_are_no_headings() -> None:
    text = f"{LEAD} LATVIAN RAILWAYS said so. NORTHERN LATVIA'S Minister agreed. {THIRD}"

    assert _kept(text) == [text]


def test_a_report_may_begin_with_a_name_in_capitals() -> None:
    text = f"NORTHERN RAILWAYS Inc. will run the trains. {THIRD}"

    assert _kept(text) == [text]


def test_a_caption_within_a_long_line_ends_with_its_credit() -> None:
    first, second = "The two ministers walk through the old town. (AP/Jo Doe)", "A guard smiles (credit: Mo/Wire)"
    text = f"{LEAD} {first} {SECOND} {second} {THIRD}"

    assert _kept(text) == [LEAD, SECOND, THIRD]


def test_a_bracket_within_a_sentence_is_no_credit() -> None:
    text = f"{LEAD} The head of the Baltic Bridge Company (BBC) Jo Roe said so. {THIRD}"

    assert _kept(text) == [text]


def test_a_menu_of_short_lines_is_no_wrapped_text() -> None:
    text = f"Home\nWorld\nAsia\nSports\nWeather\n\n{LEAD}\n\n{SECOND}"

    assert _kept(text) == [LEAD, SECOND]


def test_the_loud_first_sentence_of_a_caption_goes_with_it() -> None:
    text = f"{LEAD} NORTHERN LATVIA'S minister speaks in Riga. He came by sea (credit: Mo/Wire) {THIRD}"

    assert _kept(text) == [LEAD, THIRD]


def test_a_caption_of_two_sentences_on_a_line_of_its_own_is_one() -> None:
    assert _kept(f"{LEAD}\n\nThe bridge at dusk. It is closed. REUTERS/Jo Doe\n\n{THIRD}") == [LEAD, THIRD]


def test_the_teasers_under_a_related_heading_go_up_to_the_end_of_their_block() -> None:
    text = (
        f"{LEAD}\n\n{SECOND}\n\nMore from the Gazette\n\nWorld5 min read\nIs Peru's premier finished?\n"
        f"Peru's premier has sacked his minister. He said so on Tue\n\nBolivia's tin kings\n\n{THIRD}"
    )

    assert _kept(text) == [LEAD, SECOND, THIRD]


def test_a_teaser_may_be_a_question() -> None:
    teasers = "More must-reads from the Gazette\n\n- Oman, the Go-Between\n\n- Is a New Treaty Bad for You?"

    assert _kept(f"{LEAD}\n\n{SECOND}\n\n{teasers}") == [LEAD, SECOND]


@pytest.mark.parametrize("menu", ["Home | World | U.S. | Asia", "News • Politics • Latin America • Sport • Weather"])
def test_a_menu_of_one_line_is_furniture(menu: str) -> None:
    assert _kept(f"{LEAD}\n\n{menu}\n\n{SECOND}") == [LEAD, SECOND]


def test_a_sentence_with_bars_is_no_menu() -> None:
    line = "The routes are Oslo | Riga | Tallinn | and from there by sea to the ports of Finland and Sweden."

    assert line in _kept(f"{LEAD}\n\n{line}\n\n{SECOND}")


def test_a_related_link_within_a_long_line_takes_its_sentence() -> None:
    text = f"{LEAD} {SECOND} {THIRD} {LEAD} Related: Is Peru's premier finished? {SECOND}"

    assert _kept(text)[-1] == SECOND
    assert "Peru" not in "".join(_kept(text))


def test_a_related_box_in_a_text_without_empty_lines_ends_with_prose() -> None:
    assert _kept(f"{LEAD}\n{SECOND}\nRead next\nPeru's tin kings\n{THIRD}") == [LEAD, SECOND, THIRD]


def test_a_box_heading_in_a_very_long_line_takes_only_itself() -> None:
    text = f"{LEAD} {SECOND} {THIRD} {LEAD} Related stories. {SECOND}"

    assert _kept(text) == [f"{LEAD} {SECOND} {THIRD} {LEAD}", SECOND]


def test_headlines_that_run_together_are_no_prose() -> None:
    menu = (
        "Peru's premier sacks a minister In Bolivia, tin kings prepare for a hard winter How the pear came to Chile "
        "The last ferry of Ushuaia Seven books for a long night"
    )

    assert _kept(f"{menu}    {LEAD} {SECOND}") == [f"{LEAD} {SECOND}"]


def test_what_is_said_twice_is_kept_once() -> None:
    assert _kept(f"{LEAD}\n\n{SECOND}\n\n{SECOND}\n\n{THIRD}") == [LEAD, SECOND, THIRD]


def test_a_closing_cue_closes_a_report_only_late_in_it() -> None:
    early = f"© 2021 Gazette. All rights reserved.\n\n{LEAD}\n\n{SECOND}"
    late = f"{LEAD}\n\n{SECOND}\n\nLeave a Reply\n\nA reader wrote that the bridge should stay shut."

    assert _kept(early) == [LEAD, SECOND]
    assert _kept(late) == [LEAD, SECOND]


def test_a_short_sentence_between_two_of_furniture_is_furniture() -> None:
    text = f"{LEAD} {SECOND} {THIRD} Market data provided by a firm. Legal stuff. You can unsubscribe at any time."

    assert _kept(text) == [f"{LEAD} {SECOND} {THIRD}"]


def test_a_label_before_an_advertisement_is_furniture() -> None:
    text = f"World Advertisement Supported by {LEAD} {SECOND}"

    assert _kept(text) == [f"{LEAD} {SECOND}"]


def test_a_byline_that_runs_into_a_sentence_leaves_it_whole() -> None:
    text = f"{LEAD} {SECOND} By Jo Doe and Mo Roe Reporting from Riga In a sudden move, Latvia opened the bridge."

    assert _kept(text)[-1] == "In a sudden move, Latvia opened the bridge."


def test_boxes_in_another_language_are_furniture() -> None:
    text = f"{LEAD} {SECOND} Vous ne pouvez lire que sur un seul appareil à la fois. {THIRD}"

    assert _kept(text) == [f"{LEAD} {SECOND}", THIRD]


def test_who_wrote_it_is_furniture_at_the_end_only() -> None:
    bio = "Jo Doe is a correspondent for the Gazette."

    assert _kept(f"{LEAD}\n\n{bio}\n\n{THIRD}") == [LEAD, bio, THIRD]
    assert _kept(f"{LEAD}\n\n{THIRD}\n\n{bio}") == [LEAD, THIRD]
    assert _kept(f"{LEAD} {SECOND} {THIRD} {SECOND} {bio} Advertisement") == [f"{LEAD} {SECOND} {THIRD} {SECOND}"]


def test_a_heading_under_which_nothing_stands_is_furniture() -> None:
    text = f"{LEAD}\n\n{SECOND}\n\nThe Harbour Gazette"

    assert _headings(text) == []
    assert _kept(text) == [LEAD, SECOND]


def test_teasers_of_other_reports_at_the_end_of_one_long_line_are_furniture() -> None:
    report = " ".join(
        f"{sentence} The bridge and its fees were on the table on day {i}."
        for i, sentence in enumerate([LEAD, SECOND, THIRD] * 3)
    )
    strays = (
        "A goalkeeper in Lima broke his leg. Scientists grew lettuce under violet lamps. The singer cancelled her tour."
    )

    kept = _kept(f"{report} {strays} Copyright 2021 Gazette. All rights reserved.")

    assert "".join(kept).endswith("day 8.")


def test_a_report_that_goes_on_to_its_last_word_ends_in_no_teasers() -> None:
    report = " ".join(
        f"{sentence} The bridge and its fees were on the table on day {i}."
        for i, sentence in enumerate([LEAD, SECOND, THIRD] * 3)
    )
    end = "Both premiers met a crowd of pupils later. A girl handed them lilies. Neither answered journalists."

    assert _kept(f"{report} {end}") == [f"{report} {end}"]


def test_a_long_line_without_a_stop_at_its_end_loses_no_sentence_before_it() -> None:
    said = "The envoys had been to Lima. In Quito they had been told that The Hague would be asked. How was left open."

    assert _kept(f"{LEAD} {said} {THIRD} kx/pl (Gazette, Courier)")[0].startswith(f"{LEAD} {said} {THIRD}")


def test_the_foot_of_a_page_holds_no_text() -> None:
    teaser = "A lettuce grew under lamps. Scientists cheered."
    foot = f"Related Articles\n\n{teaser}\n\nShare this:\n\nTags: fish\n\nMenu\n\nHome"

    assert _kept(f"{LEAD}\n\n{SECOND}\n\n{THIRD}\n\n{foot}") == [LEAD, SECOND, THIRD]


def test_a_last_paragraph_after_a_box_is_kept() -> None:
    box = "Keep reading\n\nPeru's tin kings\n\nWho rules Bolivia?\n\nChile to vote\n\nOn the ferry"
    last = "The fees on the bridge will be paid by both states, Latvia and Norway said."

    assert _kept(f"{LEAD}\n\n{THIRD}\n\n{box}\n\n{last}\n\nShare this:") == [LEAD, THIRD, last]


def test_the_few_words_left_of_a_box_go_with_it() -> None:
    box = "Sign up for our weekly newsletter on the ports. Enter your email address here. It is free."
    text = f"{LEAD}\n\n{box}\n\n{THIRD}"

    assert _kept(text) == [LEAD, THIRD]


def test_a_label_in_capitals_belongs_to_its_link() -> None:
    assert _kept(f"{LEAD}\n\nREAD ALSO: Peru recalled its envoy from Chile.\n\n{THIRD}") == [LEAD, THIRD]


def test_an_odd_last_sentence_is_not_taken_for_another_report() -> None:
    text = f"{LEAD} {SECOND} {THIRD} A goalkeeper in Lima broke his leg."

    assert _kept(text) == [text]


@pytest.mark.parametrize("text", ["", " \n\t\r\n ", "\x0b"])
def test_a_text_without_letters_has_no_parts(text: str) -> None:
    assert lay_out(text, CUES) == Layout((), (), ())


def test_a_box_of_teasers_may_end_the_report() -> None:
    assert _kept(f"{LEAD}\n\n{SECOND}\n\nRelated stories\nPeru builds a port\nChile mends a road") == [LEAD, SECOND]


def test_lines_of_a_chronology_keep_their_days() -> None:
    lines = [f"12 May 2020 - {LEAD}", f"14 May 2020 - {SECOND}"]

    assert _kept("\n\n".join(lines)) == lines


def test_headlines_run_together_are_a_menu_also_where_some_of_them_are_questions() -> None:
    heap = (
        "Peru's farmers block the road to the coast In Lima, the council votes on a budget The mayor of Quito asks: "
        "who pays for the bridge? How the ports of Chile fight the fog of June The deficit of the railways worries "
        "the minister of works The clerk who paints the ships of the bay"
    )

    assert _kept(f"{heap}\n\n{LEAD}\n\n{SECOND}") == [LEAD, SECOND]
