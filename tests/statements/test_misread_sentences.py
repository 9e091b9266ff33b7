"""Parses that the parser gives now and then, written out, so that a better parser does not hide what they prove."""

import pytest

from said import said_in


@pytest.mark.parametrize(
    ("words", "speaker", "text"),
    [
        pytest.param(
            "Silva/PROPN/NNP/nsubj/1/PERSON said=say/VERB/VBD/ROOT/1 in/ADP/IN/prep/1 Lima/PROPN/NNP/pobj/2/GPE "
            "that/SCONJ/IN/mark/6 it/PRON/PRP/nsubj/6 sank/VERB/VBD/acl/3",
            "Silva",
            "it sank",
            id="the clause hangs on the place",
        ),
        pytest.param(
            "Silva/PROPN/NNP/nsubj/1/PERSON called=call/VERB/VBD/ROOT/1 Peru/PROPN/NNP/dative/1/GPE a/DET/DT/det/4 "
            "ruin/NOUN/NN/dobj/1",
            "Silva",
            "Peru a ruin",
            id="what someone is called is read as an object",
        ),
        pytest.param(
            "the/DET/DT/det/1 captain/NOUN/NN/nsubj/2 stopped/VERB/VBD/ccomp/3 said=say/VERB/VBD/ROOT/3 "
            "it/PRON/PRP/nsubj/5 sank/VERB/VBD/ccomp/3",
            "captain",
            "it sank",
            id="a shortened relative clause swallows the subject",
        ),
        pytest.param(
            "May/AUX/MD/aux/1 said=say/VERB/VBD/ROOT/1 it/PRON/PRP/nsubj/3 sank/VERB/VBD/ccomp/1",
            "May",
            "it sank",
            id="a name is read as an auxiliary",
        ),
        pytest.param(
            "it/PRON/PRP/nsubj/1 sank/VERB/VBD/ccomp/3 ,/PUNCT/,/punct/3 said=say/VERB/VBD/ROOT/3 "
            "Silva/PROPN/NNP/dobj/3/PERSON",
            "Silva",
            "it sank",
            id="the subject is read as an object",
        ),
        pytest.param(
            "after/ADP/IN/prep/4 Perez/PROPN/NNP/pobj/0/PERSON ,/PUNCT/,/punct/1 Silva/PROPN/NNP/appos/1/PERSON "
            "said=say/VERB/VBD/ROOT/4 it/PRON/PRP/nsubj/6 sank/VERB/VBD/ccomp/4",
            "Silva",
            "it sank",
            id="the subject is read as an apposition",
        ),
        pytest.param(
            "Silva/PROPN/NNP/appos/2/PERSON then/ADV/RB/advmod/2 said=say/VERB/VBD/ROOT/2 it/PRON/PRP/nsubj/4 "
            "sank/VERB/VBD/ccomp/2",
            "Silva",
            "it sank",
            id="an adverb stands between",
        ),
        pytest.param(
            "Silva/PROPN/NNP/nsubj/3/PERSON who/PRON/WP/nsubj/2 swam/VERB/VBD/relcl/0 came/VERB/VBD/ROOT/3 "
            "saying=say/VERB/VBG/advcl/2 it/PRON/PRP/nsubj/6 sank/VERB/VBD/ccomp/4",
            "Silva",
            "it sank",
            id="a participle hangs on a relative clause",
        ),
        pytest.param(
            "old/ADJ/JJ/amod/4 according/VERB/VBG/prep/0 to/ADP/IN/prep/1 Silva/PROPN/NNP/pobj/2/PERSON "
            "it/PRON/PRP/nsubj/5 sank/VERB/VBD/ROOT/5",
            "Silva",
            "old … it sank",
            id="the source hangs on an adjective",
        ),
    ],
)
def test_a_misread_sentence_still_has_its_speaker(words: str, speaker: str, text: str) -> None:
    assert said_in(words) == [(speaker, text)]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(
            "Silva/PROPN/NNP/nsubj/1/PERSON called=call/VERB/VBD/ROOT/1 on/ADP/IN/prep/1",
            id="a preposition without a noun",
        ),
        pytest.param(
            "Silva/PROPN/NNP/nsubj/1/PERSON called=call/VERB/VBD/ROOT/1 for/ADP/IN/prep/1 and/CCONJ/CC/cc/2",
            id="a preposition with nothing after it",
        ),
        pytest.param(
            "Silva/PROPN/NNP/nsubj/1/PERSON called=call/VERB/VBD/ROOT/1 to/PART/TO/aux/3 ask/VERB/VB/xcomp/1",
            id="no one is called on",
        ),
        pytest.param(
            "it/PRON/PRP/nsubj/1 sank/VERB/VBD/ROOT/1 according/VERB/VBG/prep/1 to/ADP/IN/prep/2", id="no source"
        ),
        pytest.param(
            "who/PRON/WP/nsubj/1 said=say/VERB/VBD/ROOT/1 it/PRON/PRP/nsubj/3 sank/VERB/VBD/ccomp/1",
            id="a bare relative",
        ),
        pytest.param(
            "it/PRON/PRP/nsubj/1 rained/VERB/VBD/ROOT/1 and/CCONJ/CC/cc/1 came/VERB/VBD/conj/1 "
            "saying=say/VERB/VBG/advcl/3 "
            "it/PRON/PRP/nsubj/6 sank/VERB/VBD/ccomp/4",
            id="it speaks from afar",
        ),
        pytest.param(
            "Silva/PROPN/NNP/nsubj/1/PERSON said=say/VERB/VBD/ROOT/1 that/SCONJ/IN/ccomp/1", id="nothing but a that"
        ),
        pytest.param(
            "Silva/PROPN/NNP/nsubj/1/PERSON said=say/VERB/VBD/ROOT/1 in/ADP/IN/prep/1 Lima/PROPN/NNP/pobj/2/GPE "
            "built/VERB/VBN/acl/3",
            id="a place with a participle",
        ),
        pytest.param("said=say/VERB/VBD/ROOT/0 it/PRON/PRP/nsubj/2 sank/VERB/VBD/ccomp/0", id="no one at all"),
    ],
)
def test_a_misread_sentence_without_a_speaker_or_words_has_no_statement(words: str) -> None:
    assert said_in(words) == []


@pytest.mark.parametrize(
    ("words", "label"),
    [
        pytest.param(
            "abc/PROPN/NNP/nsubj/1/PERSON said=say/VERB/VBD/ROOT/1 it/PRON/PRP/nsubj/3 sank/VERB/VBD/ccomp/1",
            "abc",
            id="a name in small letters is taken as it stands",
        ),
        pytest.param(
            "Mr./PROPN/NNP/compound/2 Zorq/PROPN/NNP/compound/2 Vandelix/PROPN/NNP/nsubj/3 said=say/VERB/VBD/ROOT/3 "
            "it/PRON/PRP/nsubj/5 sank/VERB/VBD/ccomp/3",
            "Zorq Vandelix",
            id="a title makes unknown words a name",
        ),
        pytest.param(
            "our/PRON/PRP$/poss/2 captain/NOUN/NN/compound/2 Silva/PROPN/NNP/nsubj/3/PERSON said=say/VERB/VBD/ROOT/3 "
            "it/PRON/PRP/nsubj/5 sank/VERB/VBD/ccomp/3",
            "Silva",
            id="whose captain he is is no part of his role",
        ),
    ],
)
def test_a_misread_name_is_still_a_speaker(words: str, label: str) -> None:
    assert said_in(words) == [(label, "it sank")]
