import pytest

from said import said, statements


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Ana Silva said the ferry had sunk.", "Ana Silva", "the ferry had sunk"),
        ("Ana Silva told reporters that the ferry had sunk.", "Ana Silva", "the ferry had sunk"),
        ("The ferry had sunk, Ana Silva said on Monday.", "Ana Silva", "The ferry had sunk"),
        ("The ferry had sunk, said Ana Silva.", "Ana Silva", "The ferry had sunk"),
        ("According to Ana Silva, the ferry had sunk.", "Ana Silva", "the ferry had sunk"),
        ("The ferry had sunk, according to two officials.", "two officials", "The ferry had sunk"),
        ("Ana Silva pointed out that the ferry was old.", "Ana Silva", "the ferry was old"),
        ("Recently, in the old port, Ana Silva said that it rained.", "Ana Silva", "it rained"),
        ("Ana Silva believes that the ferry was old.", "Ana Silva", "the ferry was old"),
        ("The ministry was quoted as saying that the ferry had sunk.", "ministry", "the ferry had sunk"),
        ("The paper cited Ana Silva as saying that the ferry had sunk.", "Ana Silva", "the ferry had sunk"),
        ("Ana Silva began by saying that the ferry had sunk.", "Ana Silva", "the ferry had sunk"),
        ("Ana Silva went on to say that the ferry had sunk.", "Ana Silva", "the ferry had sunk"),
        ("In a statement the ministry warned that the ferry was old.", "ministry", "the ferry was old"),
        ("Ana Silva said in a statement that the ferry was old.", "Ana Silva", "the ferry was old"),
        ("A statement in the evening from Ana Silva said the ferry was old.", "Ana Silva", "the ferry was old"),
        ("Ana Silva's claim that the ferry was old drew laughter.", "Ana Silva", "the ferry was old"),
        (
            "The wall angered Peru, whose foreign ministry said the ferry was old.",
            "Peru’s foreign ministry",
            "the ferry was old",
        ),
        ("The captain, who said the ferry was old, left.", "captain", "the ferry was old"),
        ("A statement from the ministry said the ferry was old.", "ministry", "the ferry was old"),
        ("The ferry was old, Ana Silva said, adding that it leaked.", "Ana Silva", "it leaked"),
        ("Ana Silva praised the crew and said that the ferry was old.", "Ana Silva", "the ferry was old"),
        ("Ana Silva urged Peru to repair the ferry.", "Ana Silva", "Peru to repair the ferry"),
        ("Ana Silva called on Peru to repair the ferry.", "Ana Silva", "Peru to repair the ferry"),
        ("Ana Silva demanded a new ferry.", "Ana Silva", "a new ferry"),
        ("Ana Silva called the ferry a floating grave.", "Ana Silva", "the ferry a floating grave"),
        ("The ferry was described by Ana Silva as a floating grave.", "Ana Silva", "as a floating grave"),
        ("Analysts say the ferry was old.", "Analysts", "the ferry was old"),
        ("A senior official who asked not to be named said the ferry was old.", "senior official", "the ferry was old"),
    ],
)
def test_reported_words_have_their_speaker(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in said(text)


def test_the_innermost_speaker_is_the_speaker() -> None:
    assert said("The Harbour Times reported that Ana Silva said the ferry had sunk.") == [
        ("Ana Silva", "the ferry had sunk")
    ]


def test_an_outlet_at_the_end_is_no_part_of_the_words() -> None:
    assert said("Ana Silva said the ferry had sunk, the Harbour Times reported.") == [
        ("Ana Silva", "the ferry had sunk")
    ]


def test_words_around_their_frame_are_two_stretches() -> None:
    assert said("The ferry, Ana Silva said, has sunk.") == [("Ana Silva", "The ferry … has sunk")]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Silva did not say that the ferry had sunk.",
        "Ana Silva could say that the ferry had sunk.",
        "It is said that the ferry had sunk.",
        "The engine failed, suggesting that the ferry was old.",
        "Her hope that the ferry would sail was in vain.",
        "Ana Silva was told that the ferry had sunk.",
        "Ana Silva called her brother.",
        'The "Morning Star" said the ferry had sunk.',
        "We said that the ferry had sunk.",
        "Ana Silva saw the ferry.",
        "Ana Silva denied this.",
    ],
)
def test_what_nobody_says_is_no_statement(text: str) -> None:
    assert said(text) == []


def test_the_one_who_is_told_is_kept() -> None:
    assert [s.addressee for s in statements("Ana Silva told the Senate that the ferry had sunk.")] == ["Senate"]


def test_the_one_who_is_spoken_to_is_kept() -> None:
    assert [s.addressee for s in statements('"The ferry has sunk," Ana Silva said to Juan Perez.')] == ["Juan Perez"]


def test_a_quoted_word_is_no_one_who_is_told() -> None:
    assert [s.addressee for s in statements('Asked about the ferry, Ana Silva replied: "No comment."')] == [None]


def test_no_one_tells_himself() -> None:
    text = "Ana Silva left. Mrs. Silva told her that the ferry had sunk."

    assert [s.addressee for s in statements(text)] == [None]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ana Silva denied that the ferry was old.", "denies"),
        ("Ana Silva regretted that the ferry was old.", "regrets"),
        ("Ana Silva demanded that the ferry be repaired.", "demands"),
        ("Ana Silva complained that the ferry was old.", "opposes"),
        ("Ana Silva agreed that the ferry was old.", "supports"),
        ("Ana Silva said that the ferry was old.", None),
    ],
)
def test_the_word_of_saying_tells_the_stance(text: str, stance: str | None) -> None:
    assert [s.stance for s in statements(text)] == [stance]


def test_a_quotation_at_the_end_keeps_its_closing_mark() -> None:
    text = 'Ana Silva said the northern port was in truth nothing but an old and empty "place of sorrow".'

    (reported,) = [s for s in statements(text) if not s.is_direct]

    assert reported.text.endswith('"place of sorrow"')


def test_who_tells_of_a_state_speaks_on_after_and() -> None:
    text = "Ana Silva said Peru was ready and told reporters that the ferry had sunk."

    assert ("Ana Silva", "the ferry had sunk") in said(text)


def test_the_speaker_before_a_participle_goes_on() -> None:
    text = 'Ana Silva said "the ferry leaves soon," Juan Perez wrote, adding that it was his "privilege" to sail.'

    assert ("Juan Perez", "privilege") in said(text)


def test_what_someone_is_said_to_refuse_stays_in_the_words_of_the_teller() -> None:
    text = "A senior Peruvian official, speaking on condition of anonymity, said Chile would object to any sale."

    assert said(text) == [("senior Peruvian official", "Chile would object to any sale")]


def test_nobody_within_quoted_words_is_taken_for_their_speaker() -> None:
    assert said("“It is late, and he” added that the ferry was old.") == []
