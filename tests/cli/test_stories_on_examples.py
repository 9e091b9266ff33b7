"""What a user asks of the example reports: the record as it was, what changed, and how he corrects it."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import detente
from detente.cli import main
from detente.cli.terminal import Door
from detente.engines.workshop import packaged
from detente.pipeline import read, settle
from detente.rules.settling import load_settling_rules
from reading import tools

EXAMPLES = Path(detente.__file__).parent / "data" / "examples"
NAMES = ("01_pact_2019.txt", "05_tokyo_summit_wire.txt", "09_curbs_lifted.txt", "11_security_dialogue.txt")
SUMMIT_DAY = "2023-03-16"
JO = ("--by", "Jo", "--why", "read it twice")
Objects = list[dict[str, Any]]


def door() -> Door:
    """The packaged reader and settler, with the parser loaded once."""
    workshop = packaged()
    reader, settler = partial(read, tools=tools()), partial(settle, rules=load_settling_rules())
    return Door(replace(workshop, make_reader=lambda: reader, settle=settler), date(2031, 6, 1))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of four examples: of 23 August 2019, and of 16 March, 24 March and 18 April 2023."""
    folder = tmp_path_factory.mktemp("examples")
    lines = (EXAMPLES / "reports.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "reports.jsonl").write_text("".join(x for x in lines if json.loads(x)["file"] in NAMES), "utf-8")
    for name in NAMES:
        shutil.copy(EXAMPLES / name, folder / name)
    assert main(["read", str(folder), "--record", str(folder / "r.db"), "--jobs", "1"], door()) == 0
    return folder / "r.db"


@pytest.fixture
def record(kept: Path, tmp_path: Path) -> Path:
    """A record of a test's own."""
    return Path(shutil.copy(kept, tmp_path / "r.db"))


Asked = Callable[..., tuple[int, str]]


@pytest.fixture
def asked(capsys: pytest.CaptureFixture[str]) -> Asked:
    """Runs a command as the console script does, and gives its exit code and what it printed."""

    def ask(*arguments: object) -> tuple[int, str]:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments], door())
        return code, capsys.readouterr().out

    return ask


def exported(asked: Asked, record: Path, kind: str, *options: str) -> Objects:
    lines = asked("export", record, *options)[1].splitlines()
    return [item for line in lines if (item := json.loads(line))["kind"] == kind]


def fields_of(item: object) -> set[str]:
    match item:
        case dict():
            return set(item) | {name for value in item.values() for name in fields_of(value)}
        case list():
            return {name for value in item for name in fields_of(value)}
        case _:
            return set()


def test_every_field_of_an_export_stands_on_its_page(asked: Asked, kept: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "export.md").read_text(encoding="utf-8")
    told = set(re.findall(r"`(\w+)`", page))

    lines = asked("export", kept)[1].splitlines()

    assert {name for line in lines for name in fields_of(json.loads(line))} - {"kind"} <= told


def test_an_export_as_of_a_day_knows_only_the_reports_of_then(asked: Asked, kept: Path) -> None:
    reports = exported(asked, kept, "report", "--as-of", SUMMIT_DAY)

    assert {Path(r["path"]).name for r in reports} == set(NAMES[:2])


def test_a_list_as_of_a_day_tells_no_event_of_later_reports(asked: Asked, kept: Path) -> None:
    _, then = asked("show", "events", kept, "--as-of", SUMMIT_DAY, "--json")

    early = {r["id"] for r in exported(asked, kept, "report") if r["published"]["latest"] <= SUMMIT_DAY}
    assert {m["report"] for event in json.loads(then) for m in event["mentions"]} == early


def test_a_brief_as_of_a_day_cites_no_later_outlet(asked: Asked, kept: Path) -> None:
    _, then = asked("brief", kept, "--between", "JPN", "KOR", "--as-of", SUMMIT_DAY)

    assert "Meridian Wire" in then
    assert "Eastern Tide Monitor" not in then


def test_the_index_as_of_a_day_ends_there(asked: Asked, kept: Path) -> None:
    points = [p for p in exported(asked, kept, "index", "--as-of", SUMMIT_DAY) if p["pair"] == ["JPN", "KOR"]]

    assert max(p["date"] for p in points) == "2023-03-31"


def test_every_point_of_the_index_opens_to_events_that_are_there(asked: Asked, kept: Path) -> None:
    events = {e["id"]: e for e in exported(asked, kept, "event")}
    points = exported(asked, kept, "index")

    behind = [events[e] for point in points for e in point["behind"]]

    assert points
    assert {e["status"] for e in behind} == {"happened"}
    assert all(p["low"] <= p["value"] <= p["high"] and p["version"] == "1" for p in points)


def test_the_index_is_cold_in_the_quarrel_of_2019_and_warm_after_the_summit_of_2023(asked: Asked, kept: Path) -> None:
    value = {p["date"][:7]: p["value"] for p in exported(asked, kept, "index") if p["pair"] == ["JPN", "KOR"]}

    assert value["2019-08"] < 0 < value["2023-03"]
    # no report of theirs tells of the years between
    assert "2021-08" not in value


def test_the_index_of_a_month_with_one_act_is_its_score(asked: Asked, kept: Path) -> None:
    points = exported(asked, kept, "index")

    (june,) = (p for p in points if p["pair"] == ["JPN", "KOR"] and p["date"] == "2019-06-30")
    # a radar aimed in December 2018: COERCE is -7; without its only origin nothing is known
    assert (june["value"], june["low"], june["high"], june["events"]) == (-7.0, -10.0, 10.0, 1)


def test_the_index_of_a_month_with_two_acts_is_their_weighted_mean(asked: Asked, kept: Path) -> None:
    points = exported(asked, kept, "index")

    (july,) = (p for p in points if p["pair"] == ["JPN", "KOR"] and p["date"] == "2019-07-31")
    # the radar (-7, one origin, 223 days old) and the curbs of 4 July (-6, two origins, 27 days old):
    # weights 2^(-223/180) = .4237 and log2(3) * 2^(-27/180) = 1.4284
    assert july["value"] == pytest.approx((-7 * 0.4237 - 6 * 1.4284) / (0.4237 + 1.4284), abs=1e-3)


def test_the_rupture_of_an_issue_opens_to_its_events(asked: Asked, kept: Path) -> None:
    about = {e["id"] for e in exported(asked, kept, "event") if "export-controls" in e["issues"]}

    points = [p for p in exported(asked, kept, "issue_index") if p["issue"] == "export-controls"]

    assert points
    assert {e for p in points for e in (*p["behind"], *p["turn_events"])} <= about


def test_a_brief_tells_what_its_newest_reports_have_brought(asked: Asked, kept: Path) -> None:
    _, text = asked("brief", kept, "--between", "JPN", "KOR")

    assert "## What the reports of 18 April 2023 brought" in text
    assert (
        "## What changed since 16 March 2023"
        in asked("brief", kept, "--between", "JPN", "KOR", "--since", SUMMIT_DAY)[1]
    )


def test_a_brief_since_the_last_one_tells_nothing_twice(asked: Asked, record: Path) -> None:
    first = asked("brief", record, "--between", "KOR", "USA", "--since-last")[1]

    again = asked("brief", record, "--between", "KOR", "USA", "--since-last")

    assert "## What changed since the last brief" in first
    assert "Nothing on the two is new." not in first
    assert "Nothing on the two is new." in again[1]


def test_since_last_goes_with_no_other_day(asked: Asked, kept: Path) -> None:
    assert asked("brief", kept, "--between", "JPN", "KOR", "--since-last", "--since", SUMMIT_DAY)[0] == 2


def test_what_changed_since_the_summit_comes_from_later_reports(asked: Asked, kept: Path) -> None:
    code, out = asked("changes", kept, "--since", SUMMIT_DAY, "--between", "Japan", "South Korea", "--json")

    late = {r["id"] for r in exported(asked, kept, "report") if r["published"]["latest"] > SUMMIT_DAY}
    found = json.loads(out)
    assert code == 0
    assert {q["report"] for change in found if change["new"] for q in change["quotes"]} == late


def test_since_the_summit_the_export_controls_are_settled(asked: Asked, kept: Path) -> None:
    _, out = asked("changes", kept, "--since", SUMMIT_DAY, "--json")

    (change,) = [c for c in json.loads(out) if c["thing"]["id"] == "export-controls"]
    assert (change["new"], change["before"], change["now"]) == (False, "easing", "settled")


def test_since_the_last_report_nothing_has_changed(asked: Asked, kept: Path) -> None:
    code, out = asked("changes", kept, "--since", "2023-04-18", "--json")

    assert (code, json.loads(out)) == (1, [])


def claims_of(event: dict[str, Any]) -> set[str]:
    return {m["claim"] for m in event["mentions"]}


def test_two_events_called_the_same_are_one(asked: Asked, record: Path) -> None:
    one, other = exported(asked, record, "event")[:2]

    code, _ = asked("judge", record, "same", one["id"], other["id"], *JO)

    assert code == 0
    assert claims_of(one) | claims_of(other) in map(claims_of, exported(asked, record, "event"))


def test_events_called_the_same_come_apart_when_they_are_called_different(asked: Asked, record: Path) -> None:
    before = exported(asked, record, "event")
    asked("judge", record, "same", before[0]["id"], before[1]["id"], *JO)

    code, _ = asked("judge", record, "different", before[0]["id"], before[1]["id"], *JO)

    assert code == 0
    assert exported(asked, record, "event") == before


def test_of_contradictory_judgements_both_are_shown_in_their_order(asked: Asked, record: Path) -> None:
    ids = [e["id"] for e in exported(asked, record, "event")[:2]]

    for verdict in ("same", "different"):
        asked("judge", record, verdict, *ids, *JO)

    shown = exported(asked, record, "judgement")
    assert [(j["act"], j["on"], j["matched"]) for j in shown] == [("same", ids, True), ("different", ids, True)]


def test_a_claim_is_taken_out_of_its_event(asked: Asked, record: Path) -> None:
    event = next(e for e in exported(asked, record, "event") if len(e["mentions"]) > 1)
    claim = event["mentions"][0]["claim"]

    asked("judge", record, "different", claim, event["id"], *JO)

    rest = claims_of(event) - {claim}
    assert not any(claim in claims_of(e) and rest & claims_of(e) for e in exported(asked, record, "event"))


def test_an_event_called_wrong_leaves_the_record_and_the_index_and_comes_back(asked: Asked, record: Path) -> None:
    before = exported(asked, record, "event"), exported(asked, record, "index")
    event = next(e for e in before[0] if any(e["id"] in p["behind"] for p in before[1]))
    asked("judge", record, "wrong", event["id"], *JO)
    without = exported(asked, record, "event"), exported(asked, record, "index")

    asked("judge", record, "right", event["id"], *JO)

    assert event["id"] not in {e["id"] for e in without[0]} | {e for p in without[1] for e in p["behind"]}
    assert (exported(asked, record, "event"), exported(asked, record, "index")) == before


def test_an_event_that_a_judgement_made_can_be_judged_wrong_and_right(asked: Asked, record: Path) -> None:
    one, other = exported(asked, record, "event")[:2]
    asked("judge", record, "same", one["id"], other["id"], *JO)
    (made,) = (e for e in exported(asked, record, "event") if claims_of(e) >= claims_of(one) | claims_of(other))
    asked("judge", record, "wrong", made["id"], *JO)

    code, _ = asked("judge", record, "right", made["id"], *JO)

    assert code == 0
    assert made["id"] in {e["id"] for e in exported(asked, record, "event")}


def test_a_judgement_holds_when_a_new_report_gives_the_event_another_id(
    asked: Asked, record: Path, tmp_path: Path
) -> None:
    one, other = exported(asked, record, "event")[:2]
    asked("judge", record, "same", one["id"], other["id"], *JO)
    again = tmp_path / "again"
    again.mkdir()
    shutil.copy(EXAMPLES / "06_tokyo_summit_ledger.txt", again)
    asked("read", again, "--record", record, "--jobs", "1")

    events = exported(asked, record, "event")

    assert any(claims_of(e) >= claims_of(one) | claims_of(other) for e in events)
    assert [j["matched"] for j in exported(asked, record, "judgement")] == [True]


def test_a_withdrawn_report_is_put_back_with_all_that_it_tells(asked: Asked, record: Path) -> None:
    before = exported(asked, record, "event")
    asked("withdraw", record, NAMES[1], *JO)
    without = exported(asked, record, "event")

    asked("withdraw", record, NAMES[1], "--undo", *JO)

    assert len(without) < len(before)
    assert exported(asked, record, "event") == before


def test_a_judgement_on_what_is_not_there_is_kept_and_changes_nothing(asked: Asked, record: Path) -> None:
    before = exported(asked, record, "event")

    code, _ = asked("judge", record, "wrong", "e-000000000000", *JO)

    assert code == 1
    assert [(j["on"], j["matched"]) for j in exported(asked, record, "judgement")] == [(["e-000000000000"], False)]
    assert exported(asked, record, "event") == before
