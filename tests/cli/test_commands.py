import csv
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fixtures_of_commands import Run

import detente.cli.looking
import detente.cli.writing
from detente.domain.days import Basis, on_day
from detente.engines.loading import Loaded, load
from detente.engines.workshop import Workshop
from detente.record.store import Record


def flat(text: str) -> str:
    return re.sub(r"[\s│╭╮╰╯─]+", " ", text)


def test_read_tells_how_many_reports_were_read(run: Run, news: Path) -> None:
    ended = run("read", news, "--record", news.parent / "r.db")

    assert (ended.code, ended.out) == (0, "3 reports read (3 new, 0 known already), 0 not read.\n")


def test_reading_again_changes_nothing(run: Run, news: Path, record: Path) -> None:
    before = run("export", record).out

    ended = run("read", news, "--record", record)

    assert ended.out == "3 reports read (0 new, 3 known already), 0 not read.\n"
    assert run("export", record).out == before


def test_what_cannot_be_read_is_told_and_the_rest_is_read(run: Run, news: Path) -> None:
    (news / "2031-05-07_empty.txt").touch()

    ended = run("read", news, "--record", news.parent / "r.db")

    assert ended.code == 1
    assert ended.out == "3 reports read (3 new, 0 known already), 1 not read.\n"
    assert "2031-05-07_empty.txt: the file is empty" in ended.err


def test_a_folder_without_reports_is_status_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()

    assert run("read", tmp_path / "void", "--record", tmp_path / "r.db").code == 1


def test_a_path_that_is_not_there_is_impossible(run: Run, tmp_path: Path) -> None:
    ended = run("read", tmp_path / "nowhere", "--record", tmp_path / "r.db")

    assert ended.code == 2
    assert "There is no" in ended.err
    assert not (tmp_path / "r.db").exists()


def test_another_kind_of_file_is_not_written_to(run: Run, news: Path) -> None:
    letter = news.parent / "letter.txt"
    letter.write_text("Dear Jo, " * 200, encoding="utf-8")

    ended = run("read", news, "--record", letter)

    assert (ended.code, ended.err) == (2, f"{letter} is not a record of detente: it is some other kind of file.\n")


def test_ctrl_c_keeps_what_was_read(run: Run, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save, record = Record.save, news.parent / "r.db"

    def save_one(self: Record, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - whatever save takes
        if self.shelf():
            raise KeyboardInterrupt
        return save(self, *arguments, **options)

    monkeypatch.setattr(Record, "save", save_one)
    ended = run("read", news, "--record", record)

    assert ended.code == 130
    assert ended.err.startswith("Stopped. 1 report read (1 new, 0 known already), 0 not read.")
    with Record(record) as opened:
        assert len(opened.contents().findings) == 1


def test_show_events_lists_those_between_two_states(run: Run, record: Path) -> None:
    ended = run("show", "events", record, "--between", "Japan", "South Korea", "--json")

    (event,) = json.loads(ended.out)
    assert event["type"] == "CONSULT"
    assert [m["quote"] for m in event["mentions"]] == ["Japan met South Korea"] * 2
    assert event["independent_origins"] == 2


@pytest.mark.parametrize(
    ("options", "types"),
    [
        ([], ["CONSULT", "SANCTION"]),
        (["--type", "sanction"], ["SANCTION"]),
        (["--status", "happened"], ["CONSULT"]),
        (["--since", "2031-05-07"], ["SANCTION"]),
        (["--until", "2031-05-07"], ["CONSULT"]),
        (["--by", "china"], ["SANCTION"]),
        (["--about", "fined"], ["SANCTION"]),
        (["--between", "CHN", "JPN", "--type", "SANCTION"], ["SANCTION"]),
    ],
)
def test_events_are_chosen(run: Run, record: Path, options: list[str], types: list[str]) -> None:
    ended = run("show", "events", record, "--json", *options)

    assert [event["type"] for event in json.loads(ended.out)] == types


def test_as_of_a_day_later_reports_are_not_used(run: Run, record: Path) -> None:
    ended = run("show", "events", record, "--as-of", "2031-05-06", "--json")

    assert [(e["type"], len(e["mentions"])) for e in json.loads(ended.out)] == [("CONSULT", 1)]


@pytest.mark.parametrize("kind", ["reports", "events", "statements", "figures", "unknown"])
def test_every_kind_is_shown_as_table_json_and_csv(run: Run, record: Path, kind: str) -> None:
    table, as_json, as_csv = (run("show", kind, record, *form) for form in ((), ("--json",), ("--csv",)))

    assert [ended.code for ended in (table, as_json, as_csv)] == [0, 0, 0]
    rows = list(csv.DictReader(as_csv.out.splitlines()))
    assert rows
    assert len(rows) <= len(json.loads(as_json.out))
    # a table folds what is wider than its column, as the path of a folder for tests may be
    assert all(value.split()[0] in table.out for key, value in rows[0].items() if value and key != "file or address")


def test_a_list_with_nothing_in_it_is_status_1(run: Run, record: Path) -> None:
    ended = run("show", "problems", record)

    assert (ended.code, ended.out, ended.err) == (1, "", "Nothing was found.\n")


def test_an_empty_list_is_still_json(run: Run, record: Path) -> None:
    ended = run("show", "problems", record, "--json")

    assert (ended.code, json.loads(ended.out)) == (1, [])


def test_problems_are_shown_with_their_file(run: Run, news: Path) -> None:
    (news / "2031-05-07_empty.txt").touch()
    run("read", news, "--record", news.parent / "r.db")

    ended = run("show", "problems", news.parent / "r.db", "--json")

    assert [(p["path"], p["reason"]) for p in json.loads(ended.out)] == [
        ((news / "2031-05-07_empty.txt").as_posix(), "the file is empty")
    ]


def test_statements_are_chosen_by_speaker_and_words(run: Run, record: Path) -> None:
    ended = run("show", "statements", record, "--by", "sato", "--about", "envoys", "--json")

    (statement,) = json.loads(ended.out)
    assert statement["speaker"] == {
        "id": "sato",
        "name": "Sato",
        "role": None,
        "office": "envoy",
        "state": "JPN",
        "state_name": "Japan",
    }


def test_unknown_names_come_with_how_often_they_stand_where(run: Run, record: Path) -> None:
    ended = run("show", "unknown", record, "--csv")

    assert ended.out == "name,looks like,times,reports\nZorg,person,2,harbour; ledger\n"


def test_a_type_is_for_events_alone(run: Run, record: Path) -> None:
    ended = run("show", "reports", record, "--type", "CONSULT")

    assert (ended.code, "--type and --status are for events" in flat(ended.err)) == (2, True)


def test_a_wrong_state_gets_suggestions(run: Run, record: Path) -> None:
    ended = run("show", "events", record, "--between", "Jappan", "KOR")

    assert (ended.code, ended.err) == (2, "Nothing is called 'Jappan'. Did you mean Japan?\n")


def test_a_state_has_no_relations_with_itself(run: Run, record: Path) -> None:
    ended = run("brief", record, "--between", "Japan", "JPN")

    assert (ended.code, ended.err) == (2, "'Japan' and 'JPN' are one and the same: JPN.\n")


def test_a_wrong_day_is_told_how_to_write_it(run: Run, record: Path) -> None:
    ended = run("show", "events", record, "--since", "last week")

    assert (ended.code, "'last week' is no day; write it as 2023-03-16." in flat(ended.err)) == (2, True)


def test_search_shows_where_words_stand(run: Run, record: Path) -> None:
    ended = run("search", record, "bree")

    assert ended.code == 0
    assert "[Bree]" in ended.out


def test_search_gives_statements_with_their_words(run: Run, record: Path) -> None:
    ended = run("search", record, "12 envoys", "--json")

    hits = json.loads(ended.out)
    assert {(hit["found_in"], hit["quote"]) for hit in hits} == {("statement", "We were 12 envoys."), ("text", None)}


def test_search_shows_the_day_that_follows_from_other_reports(
    run: Run, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load_dated(workshop: Workshop, path: Path) -> Loaded:
        loaded = load(workshop, path)
        day = on_day(date(2031, 5, 8), Basis.INFERRED)
        return replace(
            loaded,
            derived=replace(
                loaded.derived, reports=tuple(replace(dated, published=day) for dated in loaded.derived.reports)
            ),
        )

    (news / "undated.txt").write_text("Japan met South Korea in Ghent.", encoding="utf-8")
    run("read", news, "--record", news.parent / "r.db")
    monkeypatch.setattr(detente.cli.looking, "load", load_dated)

    assert "2031-05-08" in run("search", news.parent / "r.db", "ghent").out


def test_search_for_what_is_not_there_is_status_1(run: Run, record: Path) -> None:
    assert run("search", record, "elephants").code == 1


def test_export_is_written_to_a_file_that_is_whole(run: Run, record: Path, tmp_path: Path) -> None:
    run("export", record, "-o", tmp_path / "out.jsonl")

    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == run("export", record).out
    assert not list(tmp_path.glob(".*.part"))


def test_export_as_csv_has_a_row_for_each_mention(run: Run, record: Path) -> None:
    ended = run("export", record, "--format", "csv")

    rows = list(csv.DictReader(ended.out.splitlines()))
    assert [(row["type"], row["outlet"], row["quote"]) for row in rows if row["type"] == "SANCTION"] == [
        ("SANCTION", "ledger", "China fined Japan")
    ]


def test_a_record_that_is_not_there_is_impossible(run: Run, tmp_path: Path) -> None:
    ended = run("export", tmp_path / "r.db")

    assert ended.code == 2
    assert "detente read" in ended.err


def test_a_place_that_cannot_be_written_is_told(run: Run, record: Path, tmp_path: Path) -> None:
    ended = run("export", record, "-o", tmp_path / "nowhere" / "out.jsonl")

    assert (ended.code, "No such file or directory" in ended.err) == (2, True)


def test_a_withdrawn_report_is_out_of_everything_and_listed_as_such(run: Run, record: Path) -> None:
    ended = run("withdraw", record, "2031-05-09_ledger.txt", "--by", "Jo", "--why", "a hoax")

    assert ended.code == 0
    events, reports = (json.loads(run("show", kind, record, "--json").out) for kind in ("events", "reports"))
    assert [event["type"] for event in events] == ["CONSULT"]
    assert [report["outlet"] for report in reports if report["withdrawn"]] == ["ledger"]


def test_a_withdrawn_report_can_be_put_back(run: Run, record: Path) -> None:
    before = run("show", "events", record, "--json").out
    run("withdraw", record, "2031-05-09_ledger.txt", "--by", "Jo", "--why", "a hoax")

    run("withdraw", record, "2031-05-09_ledger.txt", "--undo", "--by", "Jo", "--why", "it was true")

    assert run("show", "events", record, "--json").out == before


def test_withdrawing_is_signed_dated_and_exported(run: Run, record: Path) -> None:
    run("withdraw", record, "2031-05-09_ledger.txt", "--by", "Jo", "--why", "a hoax")

    (line,) = (json.loads(x) for x in run("export", record).out.splitlines() if '"kind": "judgement"' in x)

    assert (line["act"], line["by"], line["date"], line["why"], line["matched"]) == (
        "withdraw",
        "Jo",
        "2031-06-01",
        "a hoax",
        True,
    )


def first_event(run: Run, record: Path) -> Any:  # noqa: ANN401 - any JSON
    return json.loads(run("show", "events", record, "--json").out)[0]


def test_what_is_judged_wrong_is_gone_in_all_its_claims(run: Run, record: Path) -> None:
    event = first_event(run, record)

    ended = run("judge", record, "wrong", event["id"], "--by", "Jo", "--why", "no such talks")

    assert ended.code == 0
    assert ended.out.endswith(f" wrong: {event['id']}\n")
    (judged,) = (x for line in run("export", record).out.splitlines() if (x := json.loads(line))["kind"] == "judgement")
    assert judged["claims"] == [[m["claim"] for m in event["mentions"]]]
    assert first_event(run, record)["type"] == "SANCTION"


def test_a_judgement_is_undone_by_a_later_one(run: Run, record: Path) -> None:
    event = first_event(run, record)
    run("judge", record, "wrong", event["id"], "--by", "Jo", "--why", "no such talks")

    run("judge", record, "right", event["id"], "--by", "Jo", "--why", "there were talks")

    assert first_event(run, record) == event


def test_a_judgement_on_two_events_outlives_their_merging(run: Run, record: Path) -> None:
    events = json.loads(run("show", "events", record, "--json").out)

    ended = run("judge", record, "different", *(e["id"] for e in events), "--by", "Jo", "--why", "two things")

    (judged,) = (x for line in run("export", record).out.splitlines() if (x := json.loads(line))["kind"] == "judgement")
    assert (ended.code, judged["on"]) == (0, [e["id"] for e in events])
    assert judged["claims"] == [[m["claim"] for m in e["mentions"]] for e in events]


def test_a_statement_is_judged_in_every_report_that_gives_it(run: Run, record: Path) -> None:
    (statement,) = json.loads(run("show", "statements", record, "--json").out)

    assert run("judge", record, "wrong", statement["id"], "--by", "Jo", "--why", "never said").code == 0


def test_a_judgement_on_what_is_gone_is_kept_and_told(run: Run, record: Path) -> None:
    ended = run("judge", record, "same", "e-1", "e-2", "--by", "Jo", "--why", "one summit")

    assert ended.code == 1
    assert "shown as unmatched" in ended.err
    assert '"matched": false' in run("export", record).out


def corrected(run: Run, record: Path, *options: str, of: str | None = None) -> Any:  # noqa: ANN401 - any JSON
    """What saving a correction of the first event prints."""
    event = of or first_event(run, record)["id"]
    return run("judge", record, "correct", event, *options, "--by", "Jo", "--why", "read it again")


def test_a_corrected_type_is_the_event_s_and_what_was_read_is_told(run: Run, record: Path) -> None:
    ended = corrected(run, record, "--type", "agree")

    event = first_event(run, record)
    assert ended.code == 0
    assert ended.out.endswith(f" correct: {event['id']} (type: AGREE)\n")
    assert (event["type"], [m["read"] for m in event["mentions"]]) == ("AGREE", [{"type": "CONSULT"}] * 2)
    assert [(c["field"], c["read"], c["value"], c["by"]) for c in event["corrections"]] == [
        ("type", ["CONSULT"], "AGREE", "Jo")
    ]


@pytest.mark.parametrize(
    ("options", "field", "expected"),
    [
        (["--status", "Negated"], "status", "negated"),
        (["--day", "2031-04"], "date", "2031-04-01"),
        (["--actors", "China; JPN"], "actors", ["CHN", "JPN"]),
        (["--recipients", "group@KOR:two anglers"], "recipients", ["KOR"]),
    ],
)
def test_every_field_is_put_right(run: Run, record: Path, options: list[str], field: str, expected: object) -> None:
    code = corrected(run, record, *options).code

    events = json.loads(run("show", "events", record, "--json").out)
    found = next(e[field] for e in events if e["corrections"])
    told = found["earliest"] if field == "date" else [p["id"] for p in found] if isinstance(found, list) else found
    assert (code, told) == (0, expected)


def test_a_correction_is_printed_for_other_programs(run: Run, record: Path) -> None:
    judged = json.loads(corrected(run, record, "--status", "planned", "--json").out)

    assert (judged["act"], judged["state"], judged["correction"]) == (
        "correct",
        "stands",
        {"field": "status", "value": "planned"},
    )


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--type", "agre"], "“AGRE” is no type. Did you mean AGREE?"),
        (["--status", "done"], "There are happened, planned, hypothetical, demanded, negated."),
        (["--day", "Monday"], "“Monday” is no day; write it as 2023-03-16"),
        (["--actors", "Jappan"], "Nothing is called “Jappan”. Did you mean Japan?"),
        (["--actors", "company@KRO:Steel"], "Nothing is called “KRO”."),
        (["--actors", "company: "], "Nothing is called “company:”."),
        (["--actors", "ABC"], "written group:NAME, company:NAME or person:NAME"),
        (["--actors", "Tokyo"], "“Tokyo” is of Japan: who acts for a state or body is written as that, Japan."),
        (["--actors", "nobody"], "An act needs at least one party"),
        ([], "correct puts one field right"),
        (["--type", "AID", "--day", "2031"], "correct puts one field right"),
    ],
)
def test_a_correction_that_cannot_be_is_refused_in_words(run: Run, record: Path, options: list[str], told: str) -> None:
    ended = corrected(run, record, *options)

    assert (ended.code, told in flat(ended.err)) == (2, True)
    assert run("show", "judgements", record).code == 1


def test_a_field_is_put_right_by_that_verdict_alone(run: Run, record: Path) -> None:
    event = first_event(run, record)["id"]

    ended = run("judge", record, "wrong", event, "--type", "AID", "--by", "Jo", "--why", "read it again")

    assert (ended.code, "go with the verdict correct" in flat(ended.err)) == (2, True)


def test_of_two_corrections_the_later_stands_and_withdrawing_it_brings_back_the_first(run: Run, record: Path) -> None:
    event = first_event(run, record)["id"]
    corrected(run, record, "--type", "AGREE", of=event)
    later = json.loads(corrected(run, record, "--type", "AID", "--json", of=event).out)

    states = [j["state"] for j in json.loads(run("show", "judgements", record, "--json").out)]
    run("judge", record, "withdraw", later["id"], "--by", "Jo", "--why", "a slip")

    after = [j["state"] for j in json.loads(run("show", "judgements", record, "--json").out)]
    types = {e["type"] for e in json.loads(run("show", "events", record, "--json").out)}
    assert (states, after, "AGREE" in types, "AID" in types) == (
        ["overruled", "stands"],
        ["stands", "withdrawn", "stands"],
        True,
        False,
    )


def test_judgements_are_listed_with_their_reasons(run: Run, record: Path) -> None:
    corrected(run, record, "--actors", "China")

    listed = run("show", "judgements", record, "--csv").out

    assert "Jo,correct,stands," in listed
    assert ",actors,China,read it again" in listed


def test_a_correction_of_what_is_gone_is_kept_and_told(run: Run, record: Path) -> None:
    ended = corrected(run, record, "--status", "planned", of="e-000000000000")

    assert (ended.code, "shown as unmatched" in ended.err) == (1, True)


def test_what_cannot_be_put_right_is_told(run: Run, record: Path) -> None:
    ended = corrected(run, record, "--status", "planned", of="r-000000000000")

    assert (ended.code, "an event or a claim is put right" in flat(ended.err)) == (2, True)


def test_a_judgement_on_too_few_things_is_impossible(run: Run, record: Path) -> None:
    ended = run("judge", record, "same", "e-1", "--by", "Jo", "--why", "one summit")

    assert (ended.code, "same is said of 2 thing(s)" in flat(ended.err)) == (2, True)


@pytest.mark.parametrize(("name", "begins"), [("b.html", b"<!"), ("b.md", b"#"), ("b.docx", b"PK")])
def test_a_brief_is_written_as_its_files_name_asks(
    run: Run, record: Path, tmp_path: Path, name: str, begins: bytes
) -> None:
    ended = run("brief", record, "--between", "Japan", "South Korea", "-o", tmp_path / name)

    assert ended.code == 0
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_brief_on_nothing_is_status_1(run: Run, record: Path) -> None:
    ended = run("brief", record, "--between", "Japan", "South Korea", "--until", "2030-01-01")

    assert ended.code == 1
    assert "tells of nothing between JPN and KOR" in ended.err


def test_a_demo_that_finds_nothing_is_status_1(run: Run, tmp_path: Path) -> None:
    ended = run("demo", tmp_path / "here")

    assert (ended.code, ended.out) == (1, ""), ended.err


def test_a_brief_without_a_file_is_markdown_here(run: Run, record: Path) -> None:
    assert run("brief", record, "--between", "Japan", "South Korea").out.startswith("# ")


def test_who_tells_whom_words_mean_on_a_day(run: Run) -> None:
    ended = run("who", "Fumio Kishida", "--on", "2023-03-16", "--json")

    (answer,) = json.loads(ended.out)
    assert (answer["country"], answer["sector"], answer["offices"][0]["title"]) == ("JPN", "GOV", "Prime Minister")


def test_who_shows_a_table(run: Run) -> None:
    assert "Japan (JPN)" in run("who", "the Japanese envoy").out


def test_who_answers_a_file_line_by_line(run: Run, tmp_path: Path) -> None:
    lines = ['{"id": 1, "text": "Fumio Kishida", "date": "2015-01-01"}', "", '{"text": "a Polish general"}']
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")

    ended = run("who", "--file", tmp_path / "in.jsonl")

    assert [(a.get("id"), a["country"]) for a in map(json.loads, ended.out.splitlines())] == [(1, "JPN"), (None, "POL")]


def test_a_line_that_asks_nothing_is_told_of(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"text": "Poland"}\nPoland\n', encoding="utf-8")

    ended = run("who", "--file", tmp_path / "in.jsonl")

    assert (ended.code, "line 2 of" in flat(ended.err)) == (2, True)


def test_help_names_every_command_and_an_example(run: Run) -> None:
    ended = run("--help")

    assert ended.code == 0
    for words in ("Make a record", "Look into a record", "Correct a record", "detente demo", "--between Japan"):
        assert words in ended.out


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version").out.startswith("detente 0")


def test_a_fault_in_detente_is_told_without_a_traceback(
    run: Run, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(detente.cli.writing, "load", fail)
    ended = run("export", record)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("This is a fault in detente (RuntimeError: boom).")


def test_a_fault_is_shown_whole_to_one_who_asks(run: Run, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(detente.cli.writing, "load", fail)
    monkeypatch.setenv("DETENTE_TRACEBACK", "1")

    with pytest.raises(RuntimeError, match="boom"):
        run("export", record)


@pytest.mark.parametrize(("kind", "found"), [("reports", 2), ("figures", 1), ("unknown", 1), ("statements", 1)])
def test_of_two_states_what_their_reports_hold_is_shown(run: Run, record: Path, kind: str, found: int) -> None:
    ended = run("show", kind, record, "--between", "Japan", "South Korea", "--json")

    assert len(json.loads(ended.out)) == found


def test_problems_of_chosen_reports_are_shown(run: Run, news: Path) -> None:
    (news / "2031-05-07_empty.txt").touch()
    run("read", news, "--record", news.parent / "r.db")

    assert run("show", "problems", news.parent / "r.db", "--between", "Japan", "South Korea").code == 1
