"""Slips of the parser that its own tags give away."""

from collections.abc import Sequence

from detente.text.mending import mend
from detente.text.parsed import Token


def a_sentence(*words: tuple[str, str, str, int]) -> list[Token]:
    """Tokens from their text, tag, relation and head."""
    return [
        Token(i, w, w, "VERB", tag, dep, head, i * 9, i * 9 + len(w)) for i, (w, tag, dep, head) in enumerate(words)
    ]


def heads(tokens: Sequence[Token]) -> list[int]:
    return [t.head for t in mend(tokens)]


AGREED = ("agreed", "VBD", "ROOT", 0)
TO = ("to", "TO", "aux", 2)
RESTART = ("restart", "VB", "xcomp", 0)
LOCKED = ("locked", "VBD", "advcl", 2)


def test_a_base_form_goes_with_the_base_form_before_it() -> None:
    assert heads(a_sentence(AGREED, TO, RESTART, LOCKED, ("begin", "VB", "conj", 3)))[4] == 2


def test_a_verb_with_a_subject_of_its_own_stays() -> None:
    words = (AGREED, TO, RESTART, LOCKED, ("begin", "VB", "conj", 3), ("they", "PRP", "nsubj", 4))

    assert heads(a_sentence(*words))[4] == 3


def test_a_past_form_stays_with_a_past_form() -> None:
    assert heads(a_sentence(AGREED, TO, RESTART, LOCKED, ("began", "VBD", "conj", 3)))[4] == 3


def test_where_no_base_form_stands_before_nothing_is_moved() -> None:
    assert heads(a_sentence(AGREED, ("begin", "VB", "conj", 0)))[1] == 0


def test_a_capital_within_a_sentence_makes_a_name_of_a_verb() -> None:
    words = (
        ("offered", "VBD", "ROOT", 0),
        ("Mark", "VB", "xcomp", 0),
        ("a", "DT", "det", 3),
        ("deal", "NN", "dobj", 1),
    )

    assert heads(a_sentence(*words)) == [0, 0, 3, 0]


def test_a_verb_with_to_before_it_is_no_name() -> None:
    words = (("offered", "VBD", "ROOT", 0), TO, ("Mark", "VB", "xcomp", 0), ("papers", "NNS", "dobj", 2))

    assert heads(a_sentence(*words))[3] == 2


SUSPENDING = ("suspending", "VBG", "ccomp", 0)
TARIFFS = ("tariffs", "NNS", "dobj", 2)


def test_a_participle_between_a_verb_and_a_noun_describes_the_noun() -> None:
    words = (("announced", "VBD", "ROOT", 0), SUSPENDING, ("planned", "VBN", "ccomp", 0), TARIFFS)

    assert heads(a_sentence(*words)) == [0, 0, 3, 1]


def test_a_participle_with_an_auxiliary_of_its_own_is_a_verb() -> None:
    words = (("said", "VBD", "ROOT", 0), ("had", "VBD", "aux", 2), ("planned", "VBN", "ccomp", 0), TARIFFS)

    assert heads(a_sentence(*words))[3] == 2


def test_a_participle_without_an_object_stays() -> None:
    assert heads(a_sentence(AGREED, SUSPENDING, ("planned", "VBN", "ccomp", 0)))[2] == 0


def test_a_day_right_before_a_name_is_no_part_of_it() -> None:
    on, day = ("on", "IN", "prep", 5), Token(1, "18", "18", "NUM", "CD", "nummod", 2, 9, 11, "DATE")
    month = Token(2, "August", "August", "PROPN", "NNP", "compound", 4, 12, 18, "DATE")
    rest = a_sentence(
        on, on, on, ("President", "NNP", "compound", 4), ("Sala", "NNP", "nsubj", 5), ("left", "VBD", "ROOT", 5)
    )

    assert heads([rest[0], day, month, *rest[3:]])[1:3] == [2, 0]


def test_a_day_that_hangs_on_its_preposition_stays() -> None:
    day = Token(1, "August", "August", "PROPN", "NNP", "pobj", 0, 9, 15, "DATE")
    rest = a_sentence(("on", "IN", "prep", 2), AGREED, ("left", "VBD", "ROOT", 2))

    assert heads([rest[0], day, rest[2]])[1] == 0
