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


def test_a_name_that_was_counted_to_the_day_before_it_is_none_of_it() -> None:
    day = Token(0, "Last", "last", "ADJ", "JJ", "amod", 1, 0, 4, "DATE")
    monday = Token(1, "Monday", "Monday", "PROPN", "NNP", "compound", 3, 5, 11, "DATE")
    south = Token(2, "South", "South", "PROPN", "NNP", "compound", 3, 12, 17, "DATE")
    africa = Token(3, "Africa", "Africa", "PROPN", "NNP", "nsubj", 4, 18, 24, "DATE")
    left = Token(4, "left", "leave", "VERB", "VBD", "ROOT", 4, 25, 29)

    assert heads([day, monday, south, africa, left]) == [1, 4, 3, 4, 4]


def test_a_day_within_a_name_stays_in_it() -> None:
    the = Token(0, "The", "the", "DET", "DT", "det", 3, 0, 3)
    last = Token(1, "last", "last", "ADJ", "JJ", "amod", 3, 4, 8, "DATE")
    monday = Token(2, "Monday", "Monday", "PROPN", "NNP", "compound", 3, 9, 15, "DATE")
    club = Token(3, "Club", "Club", "PROPN", "NNP", "nsubj", 4, 16, 20)
    left = Token(4, "met", "meet", "VERB", "VBD", "ROOT", 4, 21, 24)

    assert heads([the, last, monday, club, left]) == [3, 3, 3, 4, 4]


def test_a_clause_behind_after_is_not_what_is_said() -> None:
    words = (
        ("said", "VBD", "ROOT", 0),
        ("after", "IN", "mark", 2),
        ("left", "VBD", "ccomp", 0),
    )

    assert mend(a_sentence(*words))[2].dep == "advcl"


def test_a_name_before_a_dash_takes_the_place_of_the_noun_that_tells_who_it_is() -> None:
    visits, name = Token(0, "visits", "visit", "VERB", "VBZ", "ROOT", 0, 0, 6), "PROPN"
    chile = Token(1, "Chile", "Chile", name, "NNP", "compound", 3, 7, 12)
    dash = Token(2, "-", "-", "PUNCT", "HYPH", "punct", 3, 13, 14)
    rival = Token(3, "rival", "rival", "NOUN", "NN", "dobj", 0, 15, 20)

    mended = mend([visits, chile, dash, rival])

    assert [(t.head, t.dep) for t in mended] == [(0, "ROOT"), (0, "dobj"), (3, "punct"), (1, "appos")]


def test_a_name_before_a_dash_stands_alone_where_the_noun_has_no_clause() -> None:
    chile = Token(0, "Chile", "Chile", "PROPN", "NNP", "compound", 2, 0, 5)
    dash = Token(1, "-", "-", "PUNCT", "HYPH", "punct", 2, 6, 7)
    rival = Token(2, "rival", "rival", "NOUN", "NN", "ROOT", 2, 8, 13)

    mended = mend([chile, dash, rival])

    assert [(t.head, t.dep) for t in mended] == [(0, "ROOT"), (2, "punct"), (0, "appos")]
