"""What is wrong with a file of the data is told with its line."""

from pathlib import Path

import pytest

from detente.errors import RuleError
from detente.rules.acts import refuse_repeats as refuse_repeated_rules
from detente.rules.acts import rules_of_file
from detente.rules.issues import issue_rules
from detente.rules.patterns import Grammar
from detente.rules.roles import load_roles
from detente.rules.toml import DATA, line_of, read_toml, refuse_repeats, refuse_unknown_keys, words

GRAMMAR = Grammar(frozenset({"of"}), {})
RULE = """
[[rule]]
id = "reject/boo"
clauses = ["ACTOR boo RECIPIENT"]
examples = ["Cuba booed Fiji."]
not_examples = ["Fans booed."]
"""
ISSUE = """
[[issue]]
id = "toll"
name = "toll"
nature = "dispute"
aliases = ["bridge toll"]
examples = ["A bridge toll."]
not_examples = ["A bridge."]
"""


def put(folder: Path, text: str) -> Path:
    path = folder / "some.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_no_toml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"some\.toml: not readable as TOML"):
        read_toml(put(tmp_path, "words = ["))


def test_tables_know_their_lines(tmp_path: Path) -> None:
    text = 'a = 1\n\n[b]\nc = 2\n\n[[d]]\ne = 3\n[d.f]\ng = 4\n[[d]]\nh = [\n"[i]",\n]\n'

    content = read_toml(put(tmp_path, text))

    entries = (content, content["b"], *content["d"], content["d"][0]["f"])
    assert [line_of(entry) for entry in entries] == ["", ", line 3", ", line 6", ", line 10", ", line 8"]
    assert line_of(content["d"][1], "h") == ", line 11"


def test_an_unknown_key_is_told_with_its_line(tmp_path: Path) -> None:
    content = read_toml(put(tmp_path, "a = 1\n\n[b]\nc = 2\nd = 3\n"))

    with pytest.raises(RuleError, match=r"^some.toml, line 5: b: unknown key 'd'; known are c$"):
        refuse_unknown_keys(content["b"], {"c"}, "some.toml: b")


def test_a_word_that_is_said_twice_is_told_with_its_line(tmp_path: Path) -> None:
    content = read_toml(put(tmp_path, 'a = 1\nb = ["x", "x"]\n'))

    with pytest.raises(RuleError, match=r"^some.toml, line 2: b says 'x' twice$"):
        words(content, "b", "some.toml")


def test_an_id_that_stands_twice_is_told_with_both_lines(tmp_path: Path) -> None:
    content = read_toml(put(tmp_path, '[[a]]\nid = "x"\n[[a]]\nid = "x"\n'))

    with pytest.raises(RuleError, match=r"^some.toml, line 3: the id 'x' stands twice, first at line 1$"):
        refuse_repeats(content["a"], "id", "some.toml")


def test_a_rule_of_acts_tells_its_line(tmp_path: Path) -> None:
    content = read_toml(put(tmp_path, f'type = "REJECT"\n{RULE}why = "x"\n'))

    with pytest.raises(RuleError, match=r"^reject.toml, line 3: rule 'reject/boo': unknown key 'why'"):
        rules_of_file(content, "reject.toml", GRAMMAR)


def test_a_rule_of_acts_that_stands_twice_tells_both_lines(tmp_path: Path) -> None:
    content = read_toml(put(tmp_path, f'type = "REJECT"\n{RULE}{RULE}'))

    with pytest.raises(RuleError, match=r"^reject.toml, line 9: the id .* stands twice, first at reject.toml, line 3$"):
        refuse_repeated_rules(rules_of_file(content, "reject.toml", GRAMMAR))


def test_an_issue_that_stands_twice_tells_both_places(tmp_path: Path) -> None:
    content = read_toml(put(tmp_path, ISSUE))

    with pytest.raises(RuleError, match=r"^issues/b.toml, line 2: the id 'toll' stands twice, first at issues/a.toml"):
        issue_rules([("a.toml", content), ("b.toml", content)], read_toml(DATA / "issue_cues.toml"))


def test_a_role_without_examples_tells_its_line(tmp_path: Path) -> None:
    content = read_toml(
        put(tmp_path, '\n[[role]]\nid = "vizier"\nsector = "GOV"\nstands = "state"\nwords = ["vizier"]\n')
    )

    with pytest.raises(RuleError, match=r"^roles.toml, line 2: role 'vizier': a group of cues has examples"):
        load_roles(content)
