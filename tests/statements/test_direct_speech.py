import pytest

from detente.claims.attributing import attribute
from detente.domain.findings import Problem, Statement
from detente.domain.reports import Report
from detente.domain.spans import Span
from said import quotations, read, said, statements

LONG = "the old ferry of the northern port will never sail again"


@pytest.mark.parametrize(
    "text",
    [
        '"The ferry has sunk," said Ana Silva.',
        '"The ferry has sunk," Ana Silva said.',
        '"The ferry has sunk," Ana Silva later told reporters on Friday.',
        'Ana Silva said: "The ferry has sunk,"',
        'On Monday Ana Silva told the press that "The ferry has sunk,"',
        'In a post on Friday, Ana Silva wrote, "The ferry has sunk,"',
        'Ana Silva was quoted as saying, "The ferry has sunk,"',
        '"The ferry has sunk," Ana Silva offered.',
        'Yesterday in the old port of the north Ana Silva said: "The ferry has sunk,"',
        'Ana Silva released a statement saying, "The ferry has sunk,"',
        'Ana Silva added, quoting no one: "The ferry has sunk,"',
    ],
)
def test_the_speaker_stands_before_or_after(text: str) -> None:
    assert ("Ana Silva", "The ferry has sunk,") in said(text)


def test_a_split_quotation_is_one_statement() -> None:
    (found,) = statements('"The ferry has sunk," said Ana Silva, who runs the port. "Nobody was hurt."')

    assert found.text == "The ferry has sunk, … Nobody was hurt."


def test_words_of_the_report_between_two_quotations_keep_them_apart() -> None:
    text = '"The strait is open", so Ana Silva insisted, "to every ship".'

    assert said(text) == [("Ana Silva", "The strait is open"), ("Ana Silva", "to every ship")]


def test_one_who_is_only_named_before_a_colon_does_not_speak() -> None:
    assert said('Among those on the quay was Ana Silva: "The ferry has sunk."') == []


def test_a_quotation_over_paragraphs_is_one_statement() -> None:
    (found,) = statements('Ana Silva said: "The ferry has sunk.\n\n"Nobody was hurt."\n\nIt rained.')

    assert found.text == "The ferry has sunk. … Nobody was hurt."


def test_a_paragraph_of_nothing_but_words_goes_on_with_the_speaker_before() -> None:
    text = '"The ferry has sunk," said Ana Silva.\n\n"Nobody was hurt, and everybody swam."\n\nIt rained.'

    assert [s.text for s in statements(text)] == ["The ferry has sunk, … Nobody was hurt, and everybody swam."]


def test_a_quotation_after_another_sentence_is_given_to_no_one() -> None:
    text = '"The ferry has sunk," said Ana Silva. The crowd was silent. "Nobody was hurt, and everybody swam."'

    (problem,) = [p for p in read(text) if isinstance(p, Problem)]

    assert "does not tell who said them" in problem.reason


def test_a_quotation_before_anyone_speaks_is_given_to_no_one() -> None:
    assert said('"Nobody was hurt, and everybody swam." It rained in the port.') == []


def test_two_speakers_keep_their_words() -> None:
    text = '"The ferry has sunk," said Ana Silva. "It has not," Juan Perez replied.'

    assert said(text) == [("Ana Silva", "The ferry has sunk,"), ("Juan Perez", "It has not,")]


def test_a_speaker_may_sign_on_a_line_of_his_own() -> None:
    text = "“The ferry has sunk.”\n\n– Ana Silva\n\nIt rained."

    assert said(text) == [("Ana Silva", "The ferry has sunk.")]


def test_a_signature_may_name_an_unknown_word_and_a_role() -> None:
    (found,) = statements("“The ferry has sunk.” ― Zorq Vandel, captain")

    assert (found.speaker.name, found.cue) == ("Zorq Vandel", None)


@pytest.mark.parametrize("line", ["– Analysis of sources", "– with love", "– a friend"])
def test_a_line_of_plain_words_is_no_signature(line: str) -> None:
    assert said(f"“The ferry has sunk at last.”\n\n{line}\n\nIt rained.") == []


def test_a_pull_quote_is_the_same_words_in_a_second_place() -> None:
    text = (
        f"“I fear that {LONG}.”\n\nIt rained in the port all day.\n\n"
        f"“I fear {LONG},” Ana Silva said.\n\nIt snowed.\n\n“{LONG.capitalize()}.”"
    )

    assert [name for name, _ in said(text)] == ["Ana Silva"] * 3


def test_a_short_quotation_again_proves_nothing() -> None:
    assert len(said('"Go home," said Ana Silva. The crowd went home. The old signs held "Go home" too.')) == 1


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ('Ana Silva called the pact a "puppet show" and left.', "Ana Silva", "puppet show"),
        ('Ana Silva described Peru as an "indispensable friend".', "Ana Silva", "indispensable friend"),
        ('Peru vowed to answer the "shameless theft".', "Peru", "shameless theft"),
        ('Ana Silva blasted Peru for creating "a sense of danger."', "Ana Silva", "a sense of danger."),
        ('The port was described by Ana Silva as "a ruin".', "Ana Silva", "a ruin"),
        ('Ana Silva said that Peru wants a "quick peace" at sea.', "Ana Silva", "quick peace"),
    ],
)
def test_a_fragment_is_its_speakers_words(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in [(s.speaker.label, s.text) for s in statements(text) if s.is_direct]


@pytest.mark.parametrize(
    "text",
    [
        'The port lives by its "mutual" fees.',
        'Ana Silva said that the film "Morning Star" was good.',
        'Ana Silva did not say that the ferry was "lost".',
        'A reporter asked whether there was a "silent war" at sea.',
        'Many accepted the view of Ana Silva that the ferry was "very likely" lost.',
        '"The Long Voyage Home" is a song.',
    ],
)
def test_scare_quotes_and_titles_are_no_ones_words(text: str) -> None:
    assert [s.text for s in statements(text) if s.is_direct] == []


def test_words_within_quoted_words_are_no_statement_of_their_own() -> None:
    assert said("“They told me ‘never come back’ and left,” said Ana Silva.") == [
        ("Ana Silva", "They told me ‘never come back’ and left,")
    ]


def test_the_innermost_speaker_speaks_and_the_outlet_passes_on() -> None:
    text = 'Ana Silva said the ferry was "lost at sea," the Harbour Times reported.'

    assert [s.speaker.name for s in statements(text) if s.is_direct] == ["Ana Silva"]


def test_the_one_who_tells_of_anothers_wish_speaks() -> None:
    text = 'Peru praised the "tireless helpers," Juan Perez said.'

    assert [s.speaker.name for s in statements(text) if s.is_direct] == ["Juan Perez"]


def test_a_frame_in_another_paragraph_is_not_taken() -> None:
    text = 'The sign was new. "Nobody may enter the northern port."\n\nAna Silva said that it rained.'

    assert [s.text for s in statements(text) if s.is_direct] == []


def test_the_next_sentence_is_not_taken_for_the_frame() -> None:
    text = 'It was over. "Nobody may enter the northern port." Ana Silva said that it rained all day.'

    assert [s.text for s in statements(text) if s.is_direct] == []


def test_a_missing_mark_is_told() -> None:
    problems = [p for p in read("Ana Silva said “the ferry has sunk.\n\nIt rained.") if isinstance(p, Problem)]

    assert ["closes it" in p.reason for p in problems] == [True]


def test_what_stands_in_a_heading_is_no_statement() -> None:
    text = 'Ana Silva says the ferry is "lost".\n\nIt rained in the port.'

    found = read(text, headings=[Span(0, 35)])

    assert [s.is_direct for s in found if isinstance(s, Statement)] == [False]


def test_an_outlet_passes_on_what_someone_wants() -> None:
    text = 'Peru wants a "quick peace" at sea.\n\nPeru wants "peace," the Harbour Times reported.'

    assert {s.speaker.name for s in statements(text) if s.is_direct} == {"Peru"}


def test_quotations_without_sentences_are_given_to_no_one() -> None:
    quoted = quotations('"The ferry of the north has sunk."')

    (problem,) = attribute(Report('"The ferry of the north has sunk."'), [], quoted)

    assert isinstance(problem, Problem)


def test_words_that_the_frame_splits_are_one_statement() -> None:
    (found,) = statements('"The ferry," Ana Silva said, "has sunk again."')

    assert found.text == "The ferry, … has sunk again."


def test_two_fragments_of_one_frame_are_two_statements() -> None:
    text = "Ana Silva spoke of a “winter without bread” and a “shared wound”."

    assert said(text) == [("Ana Silva", "winter without bread"), ("Ana Silva", "shared wound")]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Silva was blunter: “The ferry has sunk.”",
        "The captain was blunter: “The ferry has sunk.”",
    ],
)
def test_a_colon_leads_in_the_words_of_one_who_is_told_to_speak_so(text: str) -> None:
    assert [words for _, words in said(text)] == ["The ferry has sunk."]


@pytest.mark.parametrize(
    "text",
    [
        "The price was higher: “The ferry has sunk.”",
        "Painted in red: “The ferry has sunk.”",
        "She was blunter: “the ferry”.",
        "Was she blunt? It had been so: “The ferry has sunk.”",
    ],
)
def test_a_colon_after_what_cannot_speak_gives_words_to_no_one(text: str) -> None:
    assert said(text) == []


def test_the_one_who_is_summoned_and_told_does_not_speak() -> None:
    text = "Peru's ambassador was summoned and told that the ferry was “a danger to all”, the ministry of ports said."

    assert {speaker for speaker, _ in said(text)} == {"ministry of ports"}


def test_a_statement_speaks_for_those_who_released_it() -> None:
    text = "The statement, released by the office of Ana Silva, said that the ferry “cannot sink”."

    assert ("office of Ana Silva", "cannot sink") in said(text)


def test_a_name_in_marks_may_run_on_from_the_object() -> None:
    assert ("Ana Silva", "theatre") in said("Ana Silva left. She called the offer “theatre”.")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"Nobody," Peru\'s caretaker minister, Ana Silva, told parliament, "will veto it."', "Ana Silva"),
        ("\"I told them: 'No fish,'\" Peru's minister of ports, Ana Silva, recalled.", "Ana Silva"),
        (
            "Peru, for its part, “keeps the door ajar”, its consul in La Paz, Ana Silva, said in an interview.",
            "Ana Silva",
        ),
        (
            "“We do not celebrate a wall,” Peru's vice-minister of trade, Ana Silva, told the newspaper El Sol.",
            "Ana Silva",
        ),
        ("Her colleague was more careful: “A contract is not a wedding.”", "colleague"),
    ],
)
def test_a_name_between_commas_speaks(text: str, speaker: str) -> None:
    assert speaker in {name for name, _ in said(text)}


def test_words_that_go_on_behind_the_day_are_one_statement() -> None:
    (found,) = statements('"The ferry sails," Ana Silva said on Thursday, "and not a day before."')

    assert found.text == "The ferry sails, … and not a day before."
