import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.mentions.find_quotations import find_quotations
from said import inside, paragraphs, quotations


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said “we go” and left.", ["we go"]),
        ('He said "we go" and left.', ["we go"]),
        ("He said ‘we go’ and left.", ["we go"]),
        ("He said 'we go' and left.", ["we go"]),
        ("He said ``we go'' and left.", ["we go"]),
        ("He said ''we go'' and left.", ["we go"]),
        ("Sie sagte „wir gehen“ und ging.", ["wir gehen"]),
        ("Sie sagte »wir gehen« und ging.", ["wir gehen"]),
        ("Elle a dit « allons » hier.", ["allons"]),
        ("Er sagte ‚ja‘ und ging.", ["ja"]),
        ("彼は「行く」と言った。", ["行く"]),
        ('He said no “evidence" was found.', ["evidence"]),
        ("The claim was “Mostly false.“", ["Mostly false."]),
        ('A said,"We go."', ["We go."]),
        ('"We go—" she said.', ["We go—"]),
        ('He called it a "" twice.', []),
        ('He waited " a while " there.', ["a while"]),
    ],
)
def test_marks_of_every_kind_hold_words(text: str, words: list[str]) -> None:
    assert inside(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The workers' rights and the states’ duties are old.",
        "It was the '90s, and rock ’n’ roll wasn't dead.",
        "The man stood 6'2\" in his socks and the board was 5' wide.",
        "They call it the Northern Gulf‘, while others do not.",
    ],
)
def test_apostrophes_decades_and_inches_are_no_marks(text: str) -> None:
    assert inside(text) == []


def test_a_possessive_does_not_close_a_quotation() -> None:
    assert inside("'The workers' rights are ours,' he said.") == ["The workers' rights are ours,"]


def test_a_possessive_before_another_quotation_closes_it() -> None:
    assert inside("He named 'the strikers' and spoke of 'peace'.") == ["the strikers", "peace"]


def test_a_plural_before_a_stop_closes_a_quotation() -> None:
    assert inside("He named 'the strikers', then left, as one of 'them'.") == ["the strikers", "them"]


def test_marks_of_another_kind_make_no_possessive() -> None:
    assert inside("He named 'the strikers' and the \"old\" days.") == ["the strikers", "old"]


def test_a_far_mark_does_not_make_a_possessive() -> None:
    text = "He named 'the strikers' and left. " + "The sea was calm that day. " * 20 + "It's 'over'."

    assert inside(text)[0] == "the strikers"


def test_a_quotation_in_a_quotation_knows_how_deep_it_lies() -> None:
    found = quotations("“They said ‘never’ to me,” she said. “Yes.”")

    assert [q.depth for q in found] == [0, 1, 0]


def test_single_marks_do_not_close_over_an_open_double_one() -> None:
    found = quotations("'He said \"go now.' she said.")

    assert [q.is_open for q in found] == [True]


def test_a_quotation_goes_on_over_paragraphs_without_closing_marks() -> None:
    found = quotations("“The sea rose.\n\n“The wind fell.\n\n“We left.”\n\nThe end.")

    assert [(q.follows, q.is_open) for q in found] == [(False, False), (True, False), (True, False)]


def test_paragraphs_that_ran_into_one_another_still_go_on() -> None:
    found = quotations('The captain reports: "The sea rose. "The wind fell. "We left."')

    assert [(q.follows, q.is_open) for q in found] == [(False, False), (True, False), (True, False)]


def test_a_missing_mark_leaves_the_end_undecided() -> None:
    (found,) = quotations("The captain said “the sea rose. Then he left the ship.\n\nIt was late.")

    assert found.is_open


def test_a_lost_closing_mark_does_not_swallow_the_next_quotation() -> None:
    found = quotations('"We go, said one. "They stay," said another.')

    assert [q.is_open for q in found] == [True, False]


def test_a_lost_single_mark_is_forgotten() -> None:
    assert inside("He saw 'the ships and 'the sea' there.") == ["the sea"]


def test_an_open_quotation_of_nothing_is_none() -> None:
    assert inside('They wrote "... "and left."') == ["and left."]


def test_ten_thousand_words_are_one_quotation() -> None:
    text = "“" + "the sea rose and " * 2500 + "fell,” she said."

    (found,) = quotations(text)

    assert len(text[found.inside.start : found.inside.end].split()) == 10_001


MARKS = "“”„\"'‘’«»‹›「」‚`"


@given(st.text(alphabet=MARKS + "ab s.,:!- \n5", max_size=120))
def test_any_text_gives_quotations_within_its_paragraphs(text: str) -> None:
    passages = paragraphs(text)

    found = find_quotations(text, passages)

    assert all(any(p.start <= q.span.start and q.span.end <= p.end for p in passages) for q in found)
    assert all(q.span.holds(q.inside) and re.search(r"\w", text[q.inside.start : q.inside.end]) for q in found)
    assert list(found) == sorted(found, key=lambda q: (q.span.start, -q.span.end))


@given(st.text(alphabet=MARKS + "ab s.,:!- \n5", max_size=120))
def test_quotations_lie_beside_or_within_one_another(text: str) -> None:
    decided = [q.span for q in find_quotations(text, paragraphs(text)) if not q.is_open]

    assert all(a.holds(b) or b.holds(a) for a in decided for b in decided if a.meets(b))
