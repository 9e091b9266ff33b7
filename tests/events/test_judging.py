"""What persons' judgements tie together and keep apart."""

from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.domain.ids import ClaimId
from detente.domain.judgements import Judgement, Verdict
from detente.events.judging import called_wrong, judged_ties, matched

SAME, DIFFERENT, WRONG, RIGHT = Verdict.SAME, Verdict.DIFFERENT, Verdict.WRONG, Verdict.RIGHT


def a_word(verdict: Verdict, *things: str, day: int = 1) -> Judgement:
    """A judgement on things that are each named by their claims: "ab" is an event of the claims a and b."""
    return Judgement(verdict, things, "jo", date(2031, 6, day), "read it", tuple(tuple(thing) for thing in things))


def spelt(pairs: Iterable[frozenset[ClaimId]]) -> set[str]:
    return {"".join(sorted(pair)) for pair in pairs}


def test_events_called_the_same_tie_all_their_claims() -> None:
    ties = judged_ties([a_word(SAME, "ab", "c")])

    assert spelt(ties.same) == {"ab", "ac", "bc"}


def test_events_called_different_keep_apart_each_claim_of_both() -> None:
    ties = judged_ties([a_word(DIFFERENT, "ab", "cd")])

    assert (spelt(ties.different), spelt(ties.same)) == ({"ac", "ad", "bc", "bd"}, set())


def test_a_claim_is_kept_apart_from_the_rest_of_its_own_event() -> None:
    ties = judged_ties([a_word(DIFFERENT, "a", "abc")])

    assert spelt(ties.different) == {"ab", "ac"}


def test_a_lone_claim_is_not_kept_apart_from_itself() -> None:
    word = Judgement(DIFFERENT, ("a", "e-1"), "jo", date(2031, 6, 1), "read it", (("a",), ("a",)))

    assert judged_ties([word]).different == frozenset()


def test_what_is_the_same_as_one_is_different_from_what_that_one_is_not() -> None:
    ties = judged_ties([a_word(SAME, "a", "b"), a_word(DIFFERENT, "b", "c", day=2)])

    assert (spelt(ties.same), spelt(ties.different)) == ({"ab"}, {"ac", "bc"})


@pytest.mark.parametrize(("first", "second"), [(SAME, DIFFERENT), (DIFFERENT, SAME)])
def test_of_two_contradictory_words_of_one_day_the_one_given_later_stands(first: Verdict, second: Verdict) -> None:
    ties = judged_ties([a_word(first, "a", "b"), a_word(second, "a", "b")])

    assert (spelt(ties.same), spelt(ties.different)) == (({"ab"}, set()) if second is SAME else (set(), {"ab"}))


def test_a_word_that_only_all_later_ones_together_contradict_is_not_followed() -> None:
    words = [a_word(SAME, "a", "b"), a_word(SAME, "b", "c", day=2), a_word(DIFFERENT, "a", "c", day=3)]

    ties = judged_ties(words)

    assert (spelt(ties.same), spelt(ties.different)) == ({"bc"}, {"ab", "ac"})


def test_a_word_from_before_claims_were_kept_is_on_the_ids_themselves() -> None:
    ties = judged_ties([Judgement(SAME, ("a", "b"), "jo", date(2031, 6, 1), "read it")])

    assert spelt(ties.same) == {"ab"}


def test_an_event_called_wrong_is_so_in_all_its_claims_until_one_is_called_right() -> None:
    words = [a_word(WRONG, "ab"), a_word(RIGHT, "a")]

    assert called_wrong(words) == {"b"}


def test_a_judgement_is_matched_as_long_as_something_of_each_thing_is_there() -> None:
    words = [a_word(SAME, "ab", "c"), a_word(WRONG, "d")]

    assert [is_matched for _, is_matched in matched(words, {"b", "c"})] == [True, False]


def test_a_judgement_cannot_rest_on_nothing() -> None:
    with pytest.raises(ValueError, match="cannot rest on"):
        Judgement(WRONG, ("a",), "jo", date(2031, 6, 1), "read it", ((),))


WORDS = st.lists(
    st.builds(
        lambda verdict, pair, day: a_word(verdict, *pair, day=day),
        st.sampled_from([SAME, DIFFERENT]),
        st.sampled_from([("a", "b"), ("b", "c"), ("a", "c"), ("ab", "c"), ("d", "abd"), ("c", "d")]),
        st.integers(1, 3),
    ),
    max_size=6,
)


@given(WORDS)
def test_nothing_is_both_the_same_and_different(words: list[Judgement]) -> None:
    ties = judged_ties(words)

    assert ties.same.isdisjoint(ties.different)


@given(WORDS)
def test_the_last_word_is_always_followed(words: list[Judgement]) -> None:
    last = a_word(DIFFERENT, "a", "bc", day=9)

    assert {"ab", "ac"} <= spelt(judged_ties([*words, last]).different)
