"""What a sentence leaves unsaid, and what it says twice."""

from acts_of import Coder, ids

from detente.domain.acts import ActType


def test_one_claim_for_each_thing_that_is_agreed(coder: Coder) -> None:
    text = "Mali and Niger agreed to reopen the border and to begin talks on water."

    acts = coder.acts_of(text)

    assert [text[a.clause.start : a.clause.end] for a in acts] == [
        "Mali and Niger agreed to reopen the border",
        "to begin talks on water",
    ]


def test_two_verbs_with_one_object_are_one_thing_agreed(coder: Coder) -> None:
    acts = coder.acts_of("Mali agreed to halt and reverse the plan.")

    assert len(acts) == 1


def test_acts_of_one_sentence_have_clauses_of_their_own(coder: Coder) -> None:
    text = "Turkey recalled its envoy from Chad before closing the border with Syria, and Iran condemned Oman."

    acts = coder.acts_of(text)

    assert [text[a.clause.start : a.clause.end] for a in acts] == [
        "Turkey recalled its envoy from Chad",
        "closing the border with Syria",
        "Iran condemned Oman",
    ]


def test_a_verb_and_the_noun_that_it_carries_are_one_act(coder: Coder) -> None:
    acts = coder.acts_of("Canada imposed sanctions on Belarus.")

    assert len(acts) == 1


def test_what_one_is_accused_of_is_the_accusers_word(coder: Coder) -> None:
    acts = coder.acts_of("Chad accused Sudan of bombing a village.")

    assert [act.type for act in acts] == [ActType.ACCUSE]


def test_what_one_is_accused_to_do_or_to_attempt_is_the_accusers_word(coder: Coder) -> None:
    accused = coder.acts_of("Turkey accused Greece to support Syria.")
    denounced = coder.acts_of("Serbia denounced the law as an attempt to expel Croats.")

    assert [act.type for act in (*accused, *denounced)] == [ActType.ACCUSE, ActType.ACCUSE]


def test_what_one_is_asked_to_do_is_no_act_of_its_own(coder: Coder) -> None:
    acts = coder.acts_of("Iraq's parliament voted to expel American troops.")

    assert [act.type for act in acts] == [ActType.REQUEST]


def test_what_should_have_been_is_no_act(coder: Coder) -> None:
    assert not coder.acts_of("Ties with Bolivia should never have been severed by Chile.")


def test_what_one_is_warned_against_is_no_act(coder: Coder) -> None:
    acts = coder.acts_of("China warned its students against travelling to India.")

    assert not acts


def test_what_is_done_under_a_pretext_is_not_told(coder: Coder) -> None:
    acts = coder.acts_of("Oman criticised Iran's raid, made under the pretext of fighting Iraq.")

    assert [act.type for act in acts] == [ActType.ACCUSE]


def test_who_is_attacked_for_doing_something_is_attacked_in_words(coder: Coder) -> None:
    acts = coder.acts_of("Peru's president attacked his Chilean rival for selling the port.")

    assert [act.type for act in acts] == [ActType.ACCUSE]


def test_what_a_place_is_called_is_no_call(coder: Coder) -> None:
    assert not coder.acts_of("The village, which Armenia calls Berdavan, was empty.")


def test_what_is_promised_is_not_told_as_done(coder: Coder) -> None:
    acts = coder.acts_of("Ghana promised to send troops to Mali.")

    assert [act.type for act in acts] == [ActType.AGREE]


def test_a_report_on_two_powers_need_not_name_the_other(coder: Coder) -> None:
    text = (
        "Japan and South Korea met. Japan praised South Korea. South Korea thanked Japan. "
        "Japan and South Korea spoke. Tokyo had introduced the curbs in 2018."
    )

    last = coder.acts_of(text)[-1]

    assert (ids(last, "actors"), ids(last, "recipients")) == (["JPN"], ["KOR"])


def test_a_report_on_many_powers_must_name_the_other(coder: Coder) -> None:
    text = (
        "Japan met Chile. Peru praised South Korea. Mali thanked Norway. Egypt met Oman. Fiji met Malta. "
        "Tokyo had introduced the curbs in 2018."
    )

    last = coder.acts_of(text)[-1]

    assert ids(last, "recipients") == []


def test_a_short_report_leaves_unsaid_what_it_does_not_say(coder: Coder) -> None:
    last = coder.acts_of("Japan met South Korea. Tokyo imposed the curbs.")[-1]

    assert ids(last, "recipients") == []


def test_talks_of_one_power_are_with_the_other(coder: Coder) -> None:
    text = (
        "Japan and South Korea met. Japan praised South Korea. South Korea thanked Japan. "
        "Japan and South Korea spoke. Seoul held talks on Friday."
    )

    last = coder.acts_of(text)[-1]

    assert ids(last, "actors") == ["JPN", "KOR"]


def test_a_long_sentence_is_quoted_in_part(coder: Coder) -> None:
    names = ", ".join(["a mine in the north", "a farm by the sea", "a road through the hills"] * 8)

    acts = coder.acts_of(f"Denmark condemned the Swedish plan for {names} and a port.")

    assert all(len(act.clause) <= 400 for act in acts)


def test_a_report_names_parties_by_their_names_not_by_pronouns(coder: Coder) -> None:
    text = "Finland said it had expelled a Russian diplomat."

    act = next(act for act in coder.acts_of(text) if act.type is ActType.SANCTION)

    assert [text[p.span.start : p.span.end] for p in act.parties.actors if p.span] == ["Finland"]


def test_a_report_on_one_power_has_no_other_side(coder: Coder) -> None:
    text = "Japan voted. Tokyo sang. Japan slept. Tokyo rose. Japan ate. Chile cheered. Tokyo imposed the curbs."

    last = coder.acts_of(text)[-1]

    assert ids(last, "recipients") == []


def test_what_a_state_tells_its_own_organs_is_no_request(coder: Coder) -> None:
    acts = coder.acts_of("Chile's premier instructed the military to guard the strait.")

    assert acts == ()


def test_what_two_states_ask_of_a_parliament_is_a_request(coder: Coder) -> None:
    acts = coder.acts_of("Chile and Peru urged parliament to ratify the pact.")

    assert [a.type for a in acts] == [ActType.REQUEST]


def test_what_a_parliament_asks_of_its_government_is_no_request(coder: Coder) -> None:
    acts = coder.acts_of("Norwegian legislators urged the government to wait.")

    assert acts == ()


def test_who_claims_that_a_wrong_was_done_accuses_though_he_names_nobody(coder: Coder) -> None:
    acts = coder.acts_of("Chile's president claimed that settlers had been murdered.")

    assert [a.type for a in acts] == [ActType.ACCUSE]


def test_what_stands_before_the_verb_of_telling_is_not_what_one_is_told_to_do(coder: Coder) -> None:
    acts = coder.acts_of(
        '"Norway wants a stable supply and to boost its defence," the Norwegian minister told the agency.'
    )

    assert ActType.REQUEST not in [a.type for a in acts]
