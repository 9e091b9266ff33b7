from datetime import date
from pathlib import Path

import pytest

from detente.errors import RuleError
from detente.rules import naming
from detente.rules.actors import Knowledge, load_knowledge
from detente.rules.naming import load_naming, load_reference
from detente.rules.roles import load_roles


@pytest.fixture
def empty() -> Knowledge:
    return Knowledge(load_naming(), load_reference(), load_roles())


@pytest.fixture
def with_peru(empty: Knowledge) -> Knowledge:
    empty.put_nation_file({"id": "PER", "name": "Peru", "demonyms": ["Peruvian"], "capital": "Lima"}, "states/per.toml")
    return empty


@pytest.mark.parametrize("name", ["Japan", "jpn", "Nippon", "JAPAN"])
def test_a_state_is_known_by_its_names_and_code(knowledge: Knowledge, name: str) -> None:
    assert knowledge.state_named(name) == "JPN"


def test_a_wrong_name_gets_suggestions(knowledge: Knowledge) -> None:
    assert "Japan" in knowledge.suggest("Jappan")


def test_a_name_that_nobody_bears_names_nobody(knowledge: Knowledge) -> None:
    assert knowledge.state_named("Ruritania") is None


def test_every_member_of_the_united_nations_is_there(knowledge: Knowledge) -> None:
    states = [i for i in knowledge.name_by_id if knowledge.is_state(i)]

    assert len(states) >= 197


def test_a_body_is_no_state(knowledge: Knowledge) -> None:
    assert not knowledge.is_state(knowledge.state_named("NATO"))


def test_offices_are_those_of_the_day(knowledge: Knowledge) -> None:
    offices = knowledge.offices_of("Yoon Suk Yeol", "KOR", date(2023, 3, 16))

    assert [o.title for o in offices] == ["President"]


def test_offices_of_another_state_are_not_given(knowledge: Knowledge) -> None:
    assert knowledge.offices_of("Yoon Suk Yeol", "JPN", date(2023, 3, 16)) == ()


def test_a_family_name_that_comes_first_is_the_short_name(knowledge: Knowledge) -> None:
    assert "Xi Jinping" in [p.name for p in knowledge.called("Xi")]


def test_a_particle_may_be_dropped(knowledge: Knowledge) -> None:
    assert "Bashar al-Assad" in [p.name for p in knowledge.called("Assad")]


def test_a_second_state_of_one_id_is_refused(with_peru: Knowledge) -> None:
    with pytest.raises(RuleError, match=r"states/two\.toml: PER is known already as Peru"):
        with_peru.put_nation_file({"id": "PER", "name": "Piru", "capital": "Lima"}, "states/two.toml")


def test_an_unknown_key_is_refused(empty: Knowledge) -> None:
    with pytest.raises(RuleError, match=r"states/per\.toml: unknown key 'capitol'"):
        empty.put_nation_file({"id": "PER", "name": "Peru", "capitol": "Lima"}, "states/per.toml")


def test_an_organ_of_no_sector_is_refused(empty: Knowledge) -> None:
    entry = {"id": "PER", "name": "Peru", "capital": "Lima", "organ": [{"names": ["Congress"], "sector": "BOSS"}]}

    with pytest.raises(RuleError, match="'BOSS' is no PLOVER sector"):
        empty.put_nation_file(entry, "states/per.toml")


def test_a_group_at_home_nowhere_is_refused(empty: Knowledge) -> None:
    entry = {"id": "FOO", "name": "Foo Front", "sector": "REB", "home": "ATL"}

    with pytest.raises(RuleError, match="no state has the id 'ATL'"):
        empty.put_group(entry, "groups/x.toml")


def test_a_second_group_of_one_id_is_refused(with_peru: Knowledge) -> None:
    entry = {"id": "FOO", "name": "Foo Front", "sector": "REB", "home": "PER"}
    with_peru.put_group(entry, "groups/x.toml")

    with pytest.raises(RuleError, match="FOO is known already as Foo Front"):
        with_peru.put_group(entry, "groups/x.toml")


def test_a_settings_folder_adds_persons(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        '[[person]]\nof = "NOR"\nname = "Ada Moe"\nheld = ["since 2020: Trade Minister [GOV]"]\n', encoding="utf-8"
    )

    known = load_knowledge(tmp_path)

    assert known.offices_of("Ada Moe", "NOR", date(2021, 1, 1))[0].title == "Trade Minister"


def test_a_person_of_nowhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[[person]]\nof = "ATL"\nname = "Ada Moe"\nheld = []\n', encoding="utf-8")

    with pytest.raises(RuleError, match="is of 'ATL', which no state or body has"):
        load_knowledge(tmp_path)


def test_cues_without_examples_are_refused() -> None:
    with pytest.raises(RuleError, match="examples and not_examples"):
        naming._prove({"words": ["both"]}, "reference.toml: pairs")
