"""Single sentences, names and rules, as a user asks about them, with the packaged parser."""

import json
from pathlib import Path

import pytest
from fixtures_of_commands import Run

RULE = """
type = "SANCTION"

[[rule]]
id = "sanction/banish"
clauses = ["ACTOR banish {envoy} of RECIPIENT"]
examples = [{ text = "Kenya banished the envoy of Peru.", actor = ["KEN"], recipient = ["PER"] }]
not_examples = ["The choir banished all doubt."]
"""
TABLE = "state,person,title,start,end\nNorway,Ada Moe,Trade Minister,2020-01-02T00:00:00Z,\n"


@pytest.fixture
def actors(tmp_path: Path, run: Run) -> Path:
    """A settings folder with one person."""
    (tmp_path / "ministers.csv").write_text(TABLE, encoding="utf-8")
    run("actors", "import", tmp_path / "ministers.csv", "--to", tmp_path / "actors")
    return tmp_path / "actors"


def put(path: Path, *lines: object) -> Path:
    written = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("\n".join(written), encoding="utf-8")
    return path


def test_sentences_are_coded_line_by_line(run: Run, tmp_path: Path) -> None:
    lines = put(tmp_path / "in.jsonl", {"id": 7, "text": "Kenya imposed sanctions on Peru."}, {"id": "b", "text": "A."})

    ended = run("code", lines)

    coded, quiet = map(json.loads, ended.out.splitlines())
    (claim,) = coded["claims"]
    assert (ended.code, coded["id"], quiet) == (0, 7, {"id": "b", "claims": []})
    assert (claim["type"], claim["actors"]) == ("SANCTION", [{"id": "KEN", "name": "Kenya", "start": 0, "end": 5}])


def test_two_given_parties_make_one_claim(run: Run, tmp_path: Path) -> None:
    line = {"id": 1, "text": "The choir scolded the bakery and met the guild.", "actor": [0, 9], "recipient": [18, 28]}

    ended = run("code", put(tmp_path / "in.jsonl", line), "-o", tmp_path / "out.jsonl")

    (claim,) = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))["claims"]
    assert (ended.code, ended.out) == (0, "")
    assert [claim[side][0]["name"] for side in ("actors", "recipients")] == ["The choir", "the bakery"]


@pytest.mark.parametrize(("place", "found"), [([0, 5], 1), ([27, 31], 0)])
def test_a_given_actor_chooses_the_claims_that_are_his(run: Run, tmp_path: Path, place: list[int], found: int) -> None:
    line = {"id": 1, "text": "Kenya imposed sanctions on Peru.", "actor": place}

    ended = run("code", put(tmp_path / "in.jsonl", line))

    assert len(json.loads(ended.out)["claims"]) == found


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("Kenya met Peru.", "it is not JSON"),
        ("[1]", "it is no JSON object"),
        ("[" * 100_000, "it is not JSON"),
        ({"text": "Kenya met Peru."}, 'it has no "id"'),
        ({"id": 2}, 'it has no "text"'),
        ({"id": 2, "text": " "}, 'it has no "text"'),
        ({"id": 2, "text": "Kenya \ud800"}, "half a letter"),
        ({"id": 2, "text": "Kenya met Peru.", "date": "May"}, "\"date\" 'May' is no day"),
        ({"id": 2, "text": "Kenya met Peru.", "actor": [0, 50]}, '"actor" [0, 50] lies outside the text, which has 15'),
        ({"id": 2, "text": "Kenya met Peru.", "actor": [5, 5]}, "lies outside"),
        ({"id": 2, "text": "Kenya met Peru.", "actor": "Kenya"}, "is no place such as [0, 5]"),
        ({"id": 2, "text": "Kenya met Peru.", "recipient": [5, 6]}, "holds no word"),
        ({"id": 2, "text": "Kenya met Peru.", "actor": [0, 5], "recipient": [4, 9]}, "overlap"),
    ],
)
def test_a_bad_line_is_told_with_its_number_and_the_rest_is_coded(
    run: Run, tmp_path: Path, line: object, fault: str
) -> None:
    lines = put(tmp_path / "in.jsonl", "", line, {"id": 3, "text": "Kenya met Peru.", "date": "2031-05-06"})

    ended = run("code", lines)

    assert (ended.code, json.loads(ended.out)["id"]) == (1, 3)
    assert ended.err.startswith(f"{lines}, line 2: ")
    assert fault in ended.err


def test_a_line_that_is_not_utf_8_is_a_bad_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(b'\xef\xbb\xbf{"id": 1, "text": "Hm."}\n\xff\xfe\n')

    ended = run("code", tmp_path / "in.jsonl")

    assert (ended.code, ended.out) == (1, '{"id": 1, "claims": []}\n')
    assert "line 2: it is not UTF-8" in ended.err


def test_a_file_without_lines_is_status_1(run: Run, tmp_path: Path) -> None:
    ended = run("code", put(tmp_path / "in.jsonl"))

    assert (ended.code, ended.out, "holds no line" in ended.err) == (1, "", True)


def test_an_imported_person_is_known_where_his_folder_is_named(run: Run, actors: Path) -> None:
    known, unknown = (
        run("who", "Ada Moe", "--on", "2023-01-01", "--json", *more) for more in (["--actors", actors], [])
    )

    assert json.loads(known.out)[0]["offices"][0]["title"] == "Trade Minister"
    assert json.loads(unknown.out)[0]["offices"] == []


def test_importing_tells_how_many_and_how_to_go_on(run: Run, tmp_path: Path) -> None:
    table = put(tmp_path / "ministers.csv", TABLE)

    ended = run("actors", "import", table, "--to", tmp_path / "a")

    assert ended.out == f"1 person in {tmp_path}/a/ministers.toml. Use it with --actors {tmp_path}/a.\n"


@pytest.mark.parametrize(
    ("table", "trouble"),
    [
        ("state,person\nNOR,Ada Moe\n", "no column 'title'"),
        (TABLE + "Nowhere,Bo Lee,Mayor,2020,\n", "line 3: no state or body is called 'Nowhere'"),
        (TABLE + "NOR,,Mayor,2020,\n", "line 3: there is no person"),
        (TABLE + "NOR,Bo Lee\n", "line 3: there is no title"),
        ("state,person,title,start,end\n", "holds no row"),
    ],
)
def test_a_table_that_cannot_be_right_makes_no_folder(run: Run, tmp_path: Path, table: str, trouble: str) -> None:
    ended = run("actors", "import", put(tmp_path / "ministers.csv", table), "--to", tmp_path / "a")

    assert (ended.code, trouble in " ".join(ended.err.split())) == (2, True)
    assert not (tmp_path / "a").exists()


def test_a_table_in_another_encoding_is_told_of(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ministers.csv").write_bytes("state,person\nNOR,Åse\n".encode("latin-1"))

    ended = run("actors", "import", tmp_path / "ministers.csv", "--to", tmp_path / "a")

    assert (ended.code, "is not UTF-8" in ended.err) == (2, True)


def test_a_folder_without_persons_is_no_settings_folder(run: Run, tmp_path: Path) -> None:
    ended = run("who", "Ada Moe", "--actors", tmp_path)

    assert (ended.code, "actors import" in ended.err) == (2, True)


def test_the_first_line_of_an_export_names_the_settings_folder_by_its_hash(
    run: Run, actors: Path, tmp_path: Path
) -> None:
    report = put(tmp_path / "report.txt", "OSLO, 3 May 2021. Norway recalled its ambassador from Niger on Monday.")
    read = run("read", report, "--record", tmp_path / "r.db", "--actors", actors)

    first = json.loads(run("export", tmp_path / "r.db").out.splitlines()[0])

    assert read.code == 0
    assert len(first["actors"]) == 1
    assert [rules.partition("+")[2] for rules in first["read_with"]] == first["actors"]


def test_rules_of_ones_own_that_hold_are_told_so(run: Run, tmp_path: Path) -> None:
    ended = run("check-rules", put(tmp_path / "mine.toml", RULE))

    assert (ended.code, ended.out, ended.err) == (0, "", "All 2 sentences in 1 file of rules hold.\n")


def test_an_example_that_fails_is_told_with_its_file_its_rule_and_what_is_wrong(run: Run, tmp_path: Path) -> None:
    wrong = RULE.replace('["PER"]', '["CHL"]').replace(
        "The choir banished all doubt", "Togo banished the envoy of Mali"
    )
    rules = put(tmp_path / "mine.toml", wrong.replace("text =", 'status = "planned", text ='))

    ended = run("check-rules", rules)

    assert ended.code == 1
    assert ended.out.splitlines() == [
        (
            "mine.toml, line 7: sanction/banish: 'Kenya banished the envoy of Peru.' "
            "is coded as happened, not planned; PER, not CHL."
        ),
        "mine.toml, line 8: sanction/banish: 'Togo banished the envoy of Mali.' is coded, and is to be left alone.",
    ]


def test_an_example_that_nothing_codes_is_a_fault_too(run: Run, tmp_path: Path) -> None:
    rules = put(tmp_path / "mine.toml", RULE.replace("Kenya banished the envoy of Peru", "Kenya met Peru"))

    (fault,) = json.loads(run("check-rules", rules, "--json").out)

    assert (fault["rule"], fault["fault"]) == ("sanction/banish", "is not coded as SANCTION, but by consult/meet")


@pytest.mark.parametrize(
    ("old", "new", "trouble"),
    [
        ("clauses", "clause", "mine.toml, line 4: rule 'sanction/banish': unknown key 'clause'"),
        ("sanction/banish", "sanction/impose", "the id 'sanction/impose' stands twice"),
        ("not_examples = [", "note = '''[", "mine.toml"),
        (
            '["The choir banished all doubt."]',
            "[]",
            "line 4: rule 'sanction/banish': a rule has patterns, examples and",
        ),
    ],
)
def test_a_rule_that_cannot_be_right_stops_the_command(
    run: Run, tmp_path: Path, old: str, new: str, trouble: str
) -> None:
    ended = run("check-rules", put(tmp_path / "mine.toml", RULE.replace(old, new)))

    assert (ended.code, trouble in ended.err) == (2, True), ended.err
