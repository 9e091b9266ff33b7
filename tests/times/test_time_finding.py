import pytest
from time_stories import mentions, parsed, told

from detente.domain.days import Tense
from detente.mentions.find_times import TimeKind, find_times
from detente.rules.times import load_times


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("The ministers may meet; the protesters march; the leader sat in the sun.", []),
        ("May met the premiers of the union.", []),
        ("Theresa May said Britain would act. May told parliament so.", []),
        ("Theresa May said Britain would act in May.", ["May"]),
        ("April Jones and June Smith left.", []),
        ("The party won 1998 seats and 2,019 mayors.", []),
        ("Resolution 1718 and $1999 were named.", []),
        ("The council passed Resolution 2231.", []),
        ("Sales rose 2019 percent.", []),
        ("The crew flew a Boeing 1999 home.", []),
        ("Vision 2030 is a plan.", []),
        ("The host of This Week left.", []),
        ("They fell in the 2008 crash.", ["2008"]),
        ("They recalled the protests of 2011.", ["2011"]),
        ("The fall of Kabul shook them.", []),
        ("They came in second.", []),
        ("A 42-year-old man was held.", []),
        ("In the last month of the war they lost.", []),
        ("They will come as soon as they can.", []),
        ("Jan Kowalski came in Jan. 2020.", ["Jan. 2020"]),
        ("She saw The Daily Now.", []),
        ("About three-quarters of the vote is in.", []),
        ("They met between March and June.", ["between March and June"]),
        ("They ruled from 1910 to 1945.", ["from 1910 to 1945"]),
        ("March and June are cold.", ["March", "June"]),
        ("They met on the 45th of May.", ["May"]),
        ("The vote is at 25:70 p.m.", []),
        ("The 33rd century is far off.", []),
        ("In the fifth quarter they rested.", []),
        ("They met on May 29-14.", ["May 29"]),
        ("They met in 1945-10.", ["1945"]),
    ],
)
def test_only_phrases_that_name_times_are_found(text: str, phrases: list[str]) -> None:
    found = [m.phrase.exact for m in mentions(text)]

    assert found == phrases


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They met on Monday.", TimeKind.DATE),
        ("They met on Monday night.", TimeKind.TIME),
        ("They talked for three days.", TimeKind.DURATION),
        ("They talk every day.", TimeKind.SET),
    ],
)
def test_a_phrase_has_a_kind(text: str, kind: TimeKind) -> None:
    assert mentions(text)[0].kind is kind


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("They met on Monday.", Tense.PAST),
        ("They have met on Monday.", Tense.PAST),
        ("They will meet on Monday.", Tense.FUTURE),
        ("They are scheduled to meet on Monday.", Tense.FUTURE),
        ("A visit planned for Monday drew crowds.", Tense.FUTURE),
        ("They agreed to meet on Monday.", Tense.FUTURE),
        ("They began to leave on Monday.", Tense.PAST),
        ("They had planned to leave; they had met on Monday.", Tense.PAST),
        ("The council meets on Monday.", Tense.FUTURE),
        ("The council is meeting on Monday.", Tense.FUTURE),
        ("The minister says on Monday nothing.", Tense.PAST),
        ("Monday's talks will be hard.", Tense.PRESENT),
        ("The talks on Monday failed.", Tense.PRESENT),
        ("Talks on Monday.", Tense.PRESENT),
        ("They were given until Monday.", Tense.FUTURE),
        ("They fought until Monday.", Tense.PAST),
        ("Monday.", Tense.PAST),
    ],
)
def test_a_phrase_looks_where_its_verb_looks(text: str, tense: Tense) -> None:
    found = next(m for m in mentions(text) if "Monday" in m.exact)

    assert found.phrase.tense is tense


def test_the_words_of_a_phrase_stand_at_its_span() -> None:
    text = "Seoul said  on\u00a0Thursday that it had met Tokyo since  March 1, 2019, at length."

    spans = [text[m.phrase.span.start : m.phrase.span.end] for m in mentions(text)]

    assert spans == ["Thursday", "since  March 1, 2019"]


def test_a_range_is_one_phrase_with_two_ends() -> None:
    found = mentions("The summit lasts from 14 to 16 May 2023.")

    assert [(m.exact, [part.exact for part in m.parts]) for m in found] == [
        ("14 to 16 May 2023", ["14", "16 May 2023"])
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They met on 3 May 2010. The next day they signed.", {"The next day": "2010-05-04"}),
        ("They met on 3 May 2010. They hoped to sign by 9 July. They parted that day.", {"that day": "2010-05-03"}),
        ("They will meet by 9 July. They part that day.", {"that day": "2023-07-09"}),
        ("Profit rose in the third quarter of 2022 from a year earlier.", {"a year earlier": "2021-07-01..2021-09-30"}),
        (
            "Profit rose in the first quarter of 2020. The firm lost money a year ago.",
            {"a year ago": "2019-01-01..2019-03-31"},
        ),
        (
            "Sales rose in 2015, up from 3 a year earlier and 2 a year earlier.",
            {"a year earlier": "2014-01-01..2014-12-31"},
        ),
        (
            "Sales rose in the third quarter of 2020." + " They slept." * 7 + " Sales fell from a year ago.",
            {"a year ago": "2022-01-01..2022-12-31"},
        ),
        ("They left two days later.", {"two days later": ".."}),
        ("The war of 1950 ended. A year earlier it was calm.", {"A year earlier": "1949-01-01..1949-12-31"}),
        ("They met on 3 May 2010, and at 9 a.m. they left.", {"9 a.m.": "2010-05-03"}),
        ("They met on 3 May 2010, and on June 4 they signed.", {"June 4": "2010-06-04"}),
        ("They met on 3 May 2010.\nOn June 4 they signed.", {"June 4": "2022-06-04"}),
        ("They met in the 1990s. The quarter was weak.", {"The quarter": "2022-10-01..2022-12-31"}),
        ("In the third week of July 2020 they met. That week they signed.", {"That week": ".."}),
        ("They met in the first half of 2020. That year they signed.", {"That year": "2020-01-01..2020-12-31"}),
        ("They met in the summer of 2020. That year they signed.", {"That year": "2020-01-01..2020-12-31"}),
        ("They met between March and June 2020. That year they signed.", {"That year": "2020-01-01..2020-12-31"}),
        ("They met in May last year. That month they signed.", {"That month": "2022-05-01..2022-05-31"}),
    ],
)
def test_a_phrase_counts_from_what_was_told(text: str, days: dict[str, str]) -> None:
    found = told(text)

    assert {words: found[words] for words in days} == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("In June 1950 the army crossed the river. In August it halted.", {"August": "1950-08-01..1950-08-31"}),
        ("They crossed on 28 December 1950. On January 4 they took the city.", {"January 4": "1951-01-04"}),
        ("In 1950 they crossed. In May they fled.", {"May": "1950-05-01..1950-05-31"}),
        ("They crossed in May 1950. A pact of 1907 bound them. In June they fled.", {"June": "1950-06-01..1950-06-30"}),
        ("They crossed on 3 May 1950. At 9 a.m. they fled.", {"9 a.m.": "1950-05-03"}),
        ("They crossed in May 1950. By the end of the year they fled.", {"By the end of the year": "..1950-12-31"}),
        ("In March they fled.", {"March": "2023-03-01..2023-03-31"}),
        ("They left on 3 March 1901. On February 29 they came.", {"February 29": ".."}),
        ("In 490 BC they landed. A year later they fled.", {"A year later": ".."}),
        ("In June 490 BC they landed. In August they fled.", {"August": ".."}),
    ],
)
def test_a_narrative_goes_on_from_the_last_date(text: str, days: dict[str, str]) -> None:
    found = told(text, is_narrative=True)

    assert {words: found[words] for words in days} == days


def test_finding_takes_rules_as_an_argument() -> None:
    text = "They met on Monday."

    assert find_times(parsed(text), load_times()) == mentions(text)
