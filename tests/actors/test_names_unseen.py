"""Names that the parser took for nothing, in sentences with a parse of our own."""

from collections.abc import Callable
from dataclasses import replace

from linked import Linked

from detente.claims.linking import link_report
from detente.mentions.find_actors import find_actors
from detente.rules.actors import Knowledge
from said import tree


def words_of(knowledge: Knowledge, words: str) -> list[str]:
    return [mention.words for mention in find_actors([tree(words)], knowledge)]


def test_a_short_name_in_another_name_is_none(knowledge: Knowledge) -> None:
    found = words_of(knowledge, "Trump/PROPN/NNP/compound/1 Tower/PROPN/NNP/nsubj/2 fell=fall/VERB/VBD/ROOT/2")

    assert "Trump" not in found


def test_a_short_name_that_stands_alone_is_one(knowledge: Knowledge) -> None:
    found = words_of(knowledge, "Trump/PROPN/NNP/nsubj/1 fell=fall/VERB/VBD/ROOT/1")

    assert found == ["Trump"]


def test_a_name_to_which_a_role_is_apposed_is_a_person_s(knowledge: Knowledge) -> None:
    found = words_of(
        knowledge,
        "Zed/PROPN/NNP/compound/1 Quux/PROPN/NNP/nsubj/6 ,/PUNCT/,/punct/1 the/DET/DT/det/4 "
        "minister/NOUN/NN/appos/1 ,/PUNCT/,/punct/1 left=leave/VERB/VBD/ROOT/6",
    )

    assert "Zed Quux" in found


def test_a_single_word_to_which_a_role_is_apposed_is_left_alone(knowledge: Knowledge) -> None:
    found = words_of(
        knowledge,
        "Quux/PROPN/NNP/nsubj/5 ,/PUNCT/,/punct/0 the/DET/DT/det/3 minister/NOUN/NN/appos/0 ,/PUNCT/,/punct/0 "
        "left=leave/VERB/VBD/ROOT/5",
    )

    assert "Quux" not in found


def test_a_name_in_which_an_s_stands_keeps_it_out(link: Callable[..., Linked]) -> None:
    found = link("Peru's president met Chile's president in St. George's on Monday.")

    assert "St. George" in [mention.words for mention in found.mentions]


def test_an_adjective_in_a_word_is_nobody(link: Callable[..., Linked]) -> None:
    found = link("The Syrian-born baker met Peru's president.")

    assert found.parties("Syrian") == ()


def test_a_name_of_two_letters_is_nobody_to_ask_for(knowledge: Knowledge) -> None:
    sentence = tree("Zq/PROPN/NNP/nsubj/1/PERSON left=leave/VERB/VBD/ROOT/1")

    links = link_report([sentence], find_actors([sentence], knowledge), knowledge, None)

    assert links.unknown == ()


def test_it_that_fills_a_place_is_nobody(knowledge: Knowledge) -> None:
    sentence = tree(
        "Peru/PROPN/NNP/nsubj/1/GPE slept=sleep/VERB/VBD/ROOT/1 and/CCONJ/CC/cc/1 it/PRON/PRP/expl/4 "
        "rained=rain/VERB/VBD/conj/1"
    )

    links = link_report([sentence], find_actors([sentence], knowledge), knowledge, None)

    assert links.parties_at(0, 3) == ()


def test_a_family_name_that_looks_like_a_firm_s_is_the_person_s(knowledge: Knowledge) -> None:
    first = tree(
        "Peru/PROPN/NNP/poss/2/GPE 's/PART/POS/case/0 president/NOUN/NN/compound/4 Ivo/PROPN/NNP/compound/4/PERSON "
        "Sala/PROPN/NNP/nsubj/5/PERSON left=leave/VERB/VBD/ROOT/5"
    )
    second = replace(tree("Sala/PROPN/NNP/nsubj/1/ORG slept=sleep/VERB/VBD/ROOT/1"), index=1)

    links = link_report([first, second], find_actors([first, second], knowledge), knowledge, None)

    assert [party.id for party in links.parties_at(1, 0)] == ["PER"]


def test_an_apposition_that_is_no_noun_gives_no_title(knowledge: Knowledge) -> None:
    sentence = tree(
        "Zed/PROPN/NNP/compound/1/PERSON Quux/PROPN/NNP/nsubj/5/PERSON ,/PUNCT/,/punct/1 sleeping/VERB/VBG/appos/1 "
        ",/PUNCT/,/punct/1 left=leave/VERB/VBD/ROOT/5"
    )

    links = link_report([sentence], find_actors([sentence], knowledge), knowledge, None)

    assert [party.role for party in links.parties_at(0, 1)] == [None]


def owned(knowledge: Knowledge, words: str) -> list[str | None]:
    """The states of the person in a sentence, who stands at its second word."""
    sentence = tree(words)
    links = link_report([sentence], find_actors([sentence], knowledge), knowledge, None)
    return [party.id for party in links.parties_at(0, 1)]


NAMED = "Zed/PROPN/NNP/compound/1/PERSON Quux/PROPN/NNP/nsubj/{end}/PERSON ,/PUNCT/,/punct/1 minister/NOUN/NN/appos/1 "
LEFT = "left=leave/VERB/VBD/ROOT/{end}"


def test_an_owner_may_hang_two_words_below_the_role(knowledge: Knowledge) -> None:
    below = "of/ADP/IN/prep/3 trade/NOUN/NN/pobj/4 of/ADP/IN/prep/5 Peru/PROPN/NNP/pobj/6/GPE "

    found = owned(knowledge, (NAMED + below + LEFT).format(end=8))

    assert found == ["PER"]


def test_an_owner_far_below_the_role_is_none(knowledge: Knowledge) -> None:
    below = (
        "of/ADP/IN/prep/3 parks/NOUN/NNS/pobj/4 of/ADP/IN/prep/5 towns/NOUN/NNS/pobj/6 of/ADP/IN/prep/7 "
        "coasts/NOUN/NNS/pobj/8 of/ADP/IN/prep/9 lands/NOUN/NNS/pobj/10 of/ADP/IN/prep/11 Peru/PROPN/NNP/pobj/12/GPE "
    )

    found = owned(knowledge, (NAMED + below + LEFT).format(end=14))

    assert found == [None]
