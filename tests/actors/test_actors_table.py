from datetime import date
from pathlib import Path

import pytest

from detente.errors import RuleError
from detente.rules.actors import Knowledge, load_knowledge
from detente.rules.actors_table import persons_from_table

HEAD = "state,person,title,post,start,end,aliases\n"


def test_a_table_of_offices_becomes_knowledge(knowledge: Knowledge, tmp_path: Path) -> None:
    minister = "NOR,Ada Moe,Trade Minister,,2020-01-02T00:00:00Z,2022,A. Moe|Ada Moe"
    rows = f"{minister}\nNorway,Ada Moe,President,head-of-state,2022,,\n"
    (tmp_path / "mine.toml").write_text(persons_from_table(HEAD + rows, knowledge), encoding="utf-8")

    known = load_knowledge(tmp_path)

    assert [known.offices_of("A. Moe", "NOR", date(year, 6, 1))[0].title for year in (2021, 2023)] == [
        "Trade Minister",
        "President",
    ]


@pytest.mark.parametrize(
    ("start", "end", "line"),
    [
        ("2020", "2022", "2020 to 2022"),
        ("2020", "", "since 2020"),
        ("", "2022", "until 2022"),
        ("", "", "always"),
    ],
)
def test_days_may_be_open(knowledge: Knowledge, start: str, end: str, line: str) -> None:
    made = persons_from_table(HEAD + f"NOR,Ada Moe,Mayor,,{start},{end},\n", knowledge)

    assert f'held = ["{line}: Mayor [GOV]"]' in made


@pytest.mark.parametrize(
    ("table", "trouble"),
    [
        ("state,person\n", "the table: no column 'title'"),
        (HEAD + "Jappan,Ada Moe,Mayor,,2020,,\n", "line 2: no state or body is called 'Jappan'; perhaps Japan"),
        (HEAD + "Qqqqqqq,Ada Moe,Mayor,,2020,,\n", "perhaps a code such as JPN"),
        (HEAD + "NOR,Ada Moe,Mayor,,in May,,\n", "line 2: 'in May' is no day"),
        (HEAD + "NOR, ,Mayor,,2020,,\n", "line 2: there is no person"),
        (HEAD + "NOR,Ada Moe,Mayor,boss,2020,,\n", "needs posts"),
    ],
)
def test_a_table_that_cannot_be_right_is_refused(knowledge: Knowledge, table: str, trouble: str) -> None:
    with pytest.raises(RuleError, match=trouble):
        persons_from_table(table, knowledge)
