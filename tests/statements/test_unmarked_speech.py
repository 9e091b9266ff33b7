import pytest

from said import said, statements

LEAD = "I will repair the ferry of the north, Ana Silva said on Monday."


def direct(text: str) -> list[str]:
    return [s.text for s in statements(text) if s.is_direct]


def test_the_first_person_before_a_frame_is_direct() -> None:
    assert direct(LEAD) == ["I will repair the ferry of the north"]


def test_the_present_before_a_frame_is_direct_where_marks_were_lost() -> None:
    assert direct(f"{LEAD}\n\nThe port is old and wet, Juan Perez said.")[-1] == "The port is old and wet"


def test_the_past_before_a_frame_is_reported() -> None:
    assert direct(f"{LEAD}\n\nThe port was closed, Juan Perez said.") == ["I will repair the ferry of the north"]


def test_the_present_alone_is_not_enough() -> None:
    assert direct("The port is old and wet, Juan Perez said.") == []


def test_a_report_with_marks_is_taken_at_its_word() -> None:
    assert direct(f'{LEAD} "It rains," he added.') == ["It rains,"]


def test_the_sentences_before_are_spoken_too() -> None:
    text = "We are strong at sea. That is what I fear, Ana Silva said.\n\nIt rained."

    assert direct(text) == ["We are strong at sea. That is what I fear"]


@pytest.mark.parametrize("before", ["Juan Perez said that it rains.", "The wind came from the sea."])
def test_what_someone_else_says_or_tells_is_left_out(before: str) -> None:
    assert direct(f"{before} I fear the sea, Ana Silva said.") == ["I fear the sea"]


def test_a_committed_paragraph_goes_on() -> None:
    text = f"{LEAD}\n\nThe winter storms have undoubtedly worn down its old piles."

    assert said(text)[-1] == ("Ana Silva", "The winter storms have undoubtedly worn down its old piles.")


@pytest.mark.parametrize("after", ["The storms came.", "Juan Perez said we know the storms."])
def test_another_paragraph_does_not_go_on(after: str) -> None:
    assert direct(f"{LEAD}\n\n{after}") == ["I will repair the ferry of the north"]
