import sqlite3
from datetime import date
from multiprocessing.reduction import ForkingPickler
from pathlib import Path

import pytest
from fake_workshop import door
from fixtures_of_desk import TEXTS, Served, make_record, serve_record

from detente.engines.workshop import packaged
from detente.errors import RecordError
from detente.record.settled_making import is_settled
from detente.web import keeping
from detente.web.keeping import Keeper


def test_what_another_process_writes_is_shown_when_the_page_is_loaded_again(desk: Served) -> None:
    before = desk.text("/")

    make_record(desk.record, {"2031-05-10_other.txt": "China met Japan."})

    assert "3 reports" in before
    assert "4 reports" in desk.text("/")


def test_a_record_that_is_being_written_is_read_as_it_was(desk: Served) -> None:
    writer = sqlite3.connect(desk.record, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM report")

    text = desk.text("/reports")

    writer.execute("ROLLBACK")
    writer.close()
    assert "Of kestrel" in text


def test_what_has_not_changed_is_not_worked_out_again(desk: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.text("/")
    monkeypatch.setattr(keeping, "work_out", lambda *_: pytest.fail("worked out again"))

    text = desk.text("/events")

    assert "Japan" in text


def test_a_file_that_is_no_record_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Japan met South Korea.", encoding="utf-8")

    with pytest.raises(RecordError, match="is not a record of detente"):
        Keeper(door().workshop, tmp_path / "notes.txt")


def test_a_large_record_is_worked_out_by_a_process_of_its_own_and_kept_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_record(tmp_path / "large.db", TEXTS)
    monkeypatch.setattr(keeping, "AT_ONCE", 2)
    monkeypatch.setattr(keeping, "PATIENCE_S", 60)

    for served in serve_record(path):
        text = served.text("/pairs/JPN/KOR")
        stamp = served.keeper.stamp()

    assert "Japan met South Korea" in text
    assert is_settled(tmp_path / "large.db.settled", stamp)
    assert not is_settled(path, stamp)


def test_what_a_large_record_was_on_a_day_is_worked_out_once_and_kept_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_record(tmp_path / "large.db", TEXTS)
    monkeypatch.setattr(keeping, "AT_ONCE", 2)
    monkeypatch.setattr(keeping, "PATIENCE_WITH_DAYS_S", 60)
    (tmp_path / "large.db.settled-2001-01-01").touch()
    (tmp_path / "large.db.settled-2001-01-02").touch()

    for served in serve_record(path):
        served.text("/?as_of=2031-05-09")
        stamp = served.keeper.stamp()

    kept = sorted(p.name for p in tmp_path.glob("*.settled-*"))
    assert len(kept) == keeping.KEPT_OF_LARGE
    assert is_settled(tmp_path / "large.db.settled-2031-05-09", stamp)


def test_a_page_of_a_large_record_on_another_day_says_what_it_waits_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_record(tmp_path / "large.db", TEXTS)
    monkeypatch.setattr(keeping, "AT_ONCE", 2)
    monkeypatch.setattr(keeping, "PATIENCE_WITH_DAYS_S", 0)

    for served in serve_record(path):
        answer = served.client.get("/?as_of=2031-05-09")

    assert answer.status_code == 503
    assert "What was known on 9 May 2031 is being worked out from 3 reports" in answer.text


def test_where_nothing_is_ready_the_page_asks_again_by_itself(desk: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "PATIENCE_S", 0.0)
    monkeypatch.setattr(keeping, "work_out", lambda *_: None)

    answer = desk.client.get("/")

    assert answer.status_code == 503
    assert answer.headers["refresh"] == "5"


def test_the_packaged_workshop_goes_to_other_processes() -> None:
    sent = ForkingPickler.dumps(packaged())

    assert len(sent) > 0


def test_what_goes_wrong_while_a_page_waits_is_told_on_it(desk: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RecordError("The record could not be read: it is locked.")

    monkeypatch.setattr(keeping, "work_out", fail)

    answer = desk.client.get("/")

    assert answer.status_code == 500
    assert "The record could not be read: it is locked." in answer.text


def test_days_that_nobody_asked_for_lately_are_let_go_of(desk: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "KEPT_DAYS", 2)
    now = desk.keeper.settled()[0]
    days = [desk.keeper.settled(date(2031, 5, day))[0] for day in (7, 8, 9)]

    kept = [settled.path.is_file() for settled in (now, *days)]

    assert kept == [True, False, False, True]
