"""What single lines and bare nouns tell."""

import pytest

from detente.claims.line_faults import fault_of
from detente.claims.tenses import tense_of
from detente.claims.who import who
from detente.domain.days import Tense
from detente.rules.actors import Knowledge
from said import said, tree


def test_a_line_that_is_no_object_is_a_fault() -> None:
    assert "it is no object" in str(fault_of(["Japan invited Peru."]))


def test_a_noun_without_a_verb_is_told_as_past() -> None:
    sentence = tree("Sanctions/NOUN/NNS/ROOT/0 on/ADP/IN/prep/0 Peru/PROPN/NNP/pobj/1")

    assert tense_of(sentence, 0) is Tense.PAST


def test_a_verb_without_a_tense_is_told_as_past() -> None:
    sentence = tree("Sanctioning/VERB/VBG/ROOT/0 Peru/PROPN/NNP/dobj/0")

    assert tense_of(sentence, 0) is Tense.PAST


@pytest.mark.parametrize("words", ["a group of soldiers from Peru", "a number of soldiers of Peru"])
def test_so_many_of_some_are_these(knowledge: Knowledge, words: str) -> None:
    answer = who(words, None, knowledge)

    assert (answer.country, answer.sector) == ("PER", "MIL")


def test_a_shorter_form_of_a_full_name_is_the_same_person() -> None:
    found = said("Juan Pablo Ruiz said it was late. Pablo Ruiz said it was cold. Ruiz said it was dark.")

    assert {speaker for speaker, _ in found} == {"Juan Pablo Ruiz"}
