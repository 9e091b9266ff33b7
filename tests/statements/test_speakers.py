import pytest

from detente.domain.findings import Speaker
from detente.domain.ids import ActorId
from said import said, statements

INTRODUCED = "Harbour minister Ana Silva met General Juan Perez on Monday."


class Knows:
    """Links that know one name of one state."""

    def speaker_at(self, sentence_index: int, token_index: int) -> Speaker | None:
        return Speaker("Ana Maria Silva", "minister", ActorId("PRT")) if sentence_index + token_index == 1 else None


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Silva said the ferry had sunk.", "Ana Silva"),
        ("The general said the ferry had sunk.", "Juan Perez"),
        ("The harbour minister said the ferry had sunk.", "Ana Silva"),
        ("She said the ferry had sunk.", "Ana Silva"),
        ("Gen. Perez said the ferry had sunk.", "Juan Perez"),
        ("Silva and Perez said the ferry had sunk.", "Ana Silva and Juan Perez"),
        ("Peru and Chile said the ferry had sunk.", "Peru and Chile"),
        ("The ministry said the ferry had sunk.", "ministry"),
        ("Peru said the ferry had sunk.", "Peru"),
    ],
)
def test_a_speaker_is_told_at_his_fullest(sentence: str, name: str) -> None:
    assert said(f"{INTRODUCED} {sentence}") == [(name, "the ferry had sunk")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("French foreign minister Ana Silva said the ferry had sunk.", "French foreign minister"),
        ("On 18 May Harbour Minister Ana Silva said the ferry had sunk.", "Harbour Minister"),
        ("G7 envoy Ana Silva said the ferry had sunk.", "G7 envoy"),
        ("Ana Silva, a professor of law at Lund, said the ferry had sunk.", "professor of law at Lund"),
        ("Peru's foreign minister, Ana Silva, said the ferry had sunk.", "Peru's foreign minister"),
        ("The president of the Harbour Group, Ana Silva, said the ferry had sunk.", "president of the Harbour Group"),
        ("Ana Silva, the vice-president of Peru, said the ferry had sunk.", "vice-president of Peru"),
        ("Ana Silva, Peru's second vice-minister, said the ferry had sunk.", "Peru's second vice-minister"),
        (
            "The head of the shipping firm Navegar, Ana Silva, said the ferry had sunk.",
            "head of the shipping firm Navegar",
        ),
        ("His predecessor Ana Silva said the ferry had sunk.", None),
        ("Ana Silva, a friend, said the ferry had sunk.", None),
        ("Ana Silva, 52, said the ferry had sunk.", None),
    ],
)
def test_a_role_stands_before_or_after_a_name(text: str, role: str | None) -> None:
    assert [(s.speaker.name, s.speaker.role) for s in statements(text)] == [("Ana Silva", role)]


def test_a_role_that_stands_elsewhere_is_found() -> None:
    text = "Silva said the ferry had sunk. Ana Silva, the harbour minister of Peru, left. Minister Silva swam."

    assert [s.speaker.role for s in statements(text)] == ["harbour minister of Peru"]


def test_a_family_name_may_stand_first() -> None:
    text = "President Nam Chul Soo came by boat. Nam said the ferry had sunk."

    assert said(text) == [("Nam Chul Soo", "the ferry had sunk")]


def test_a_fuller_name_later_is_the_name() -> None:
    text = "Maria Silva came by boat. Silva said the ferry had sunk. Ana Maria Silva swam."

    assert said(text) == [("Ana Maria Silva", "the ferry had sunk")]


def test_the_nearest_of_two_namesakes_speaks() -> None:
    text = "Ana Silva came by boat. Juan Silva came by train. Silva said the ferry had sunk."

    assert said(text) == [("Juan Silva", "the ferry had sunk")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mr. Perez met Mrs. Silva. She said the ferry had sunk.", "Silva"),
        ("Mr. Perez met Mrs. Silva. He said the ferry had sunk.", "Perez"),
        ("Ana Silva said it rained. It was cold. She said the ferry had sunk.", "Ana Silva"),
        ("Two officials came. They said the ferry had sunk.", "Two officials"),
        ("Ana Silva and Juan Perez came. They said the ferry had sunk.", "Ana Silva and Juan Perez"),
        ("Peru closed the port. It said the ferry had sunk.", "Peru"),
        ("Musk, who owns it, came. He said the ferry had sunk.", "Musk"),
        ("Ana Silva came. Her office said the ferry had sunk.", "Ana Silva’s office"),
        ("Nobody came. Its office said the ferry had sunk.", "office"),
    ],
)
def test_a_pronoun_stands_for_one_who_was_named(text: str, speaker: str) -> None:
    assert said(text)[-1] == (speaker, "the ferry had sunk")


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Perez came. She said the ferry had sunk.",
        "The tide rose. He said the ferry had sunk.",
        "Two officials came. He said the ferry had sunk.",
        "Ana Silva came." + " It rained all day." * 9 + " She said the ferry had sunk.",
    ],
)
def test_a_pronoun_of_whom_nothing_was_said_is_no_speaker(text: str) -> None:
    assert said(text) == []


def test_a_pronoun_once_understood_tells_of_its_bearer() -> None:
    text = "Silva came. She smiled. She said it rained. Perez left. He said the ferry had sunk."

    assert [name for name, _ in said(text)] == ["Silva", "Perez"]


def test_a_body_is_told_at_its_fullest() -> None:
    text = "Peru's Transport Ministry closed the port. The ministry said the ferry had sunk."

    assert said(text)[0][0] == "Peru's Transport Ministry"


def test_a_body_beside_its_kind_is_named() -> None:
    (found,) = statements("Peru's biggest lobby, Navegar, said the ferry had sunk.")

    assert (found.speaker.name, found.speaker.role) == ("Navegar", "Peru's biggest lobby")


def test_what_the_links_know_is_joined() -> None:
    (found,) = statements("Ana Silva said the ferry had sunk.", Knows())

    assert (found.speaker.name, found.speaker.role, found.speaker.state) == ("Ana Maria Silva", "minister", "PRT")


def test_what_the_links_do_not_know_stays() -> None:
    (found,) = statements("The young captain of the ship, Ana Silva, said the ferry had sunk.", Knows())

    assert found.speaker.name == "Ana Silva"


def test_a_speaker_has_a_place() -> None:
    text = "Yesterday, minister Ana Silva said the ferry had sunk."

    (found,) = statements(text)

    assert found.speaker.span is not None
    assert text[found.speaker.span.start : found.speaker.span.end] == "minister Ana Silva"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kim Min-ho came by boat. Kim said the ferry had sunk.", "Kim Min-ho"),
        ("Theresa May came by boat. May said the ferry had sunk.", "Theresa May"),
        ("Mr. Zorq Vandelix came by boat. Vandelix said the ferry had sunk.", "Zorq Vandelix"),
        ("Ana Silva and the crew said the ferry had sunk.", "Ana Silva"),
    ],
)
def test_a_name_is_read_whole(text: str, name: str) -> None:
    assert said(text) == [(name, "the ferry had sunk")]


def test_a_body_may_be_named_beside_its_kind() -> None:
    text = "The biggest group of the port, Harbour Watch International, said the ferry had sunk."

    assert [s.speaker.name for s in statements(text)] == ["Harbour Watch International"]


def test_a_role_may_sign() -> None:
    assert said("“The ferry has sunk.” ― Captain") == [("Captain", "The ferry has sunk.")]
