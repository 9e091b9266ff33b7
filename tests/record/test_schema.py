import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from making import READING, plain

from detente.errors import NotARecordError, OtherSchemaError, RecordError
from detente.record.contents import Contents
from detente.record.store import Record


def test_a_record_that_is_not_there_is_told_of_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"There is no file .* detente read"):
        Record(tmp_path / "r.db")


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "r.db").write_text("This is a letter, and not a record. " * 50, encoding="utf-8")

    with pytest.raises(NotARecordError, match="some other kind of file"):
        Record(tmp_path / "r.db", create=True)


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "r.db")) as connection:
        connection.execute("CREATE TABLE recipe (name)")
    before = (tmp_path / "r.db").read_bytes()

    with pytest.raises(NotARecordError, match="not a record of detente"):
        Record(tmp_path / "r.db", create=True)
    assert (tmp_path / "r.db").read_bytes() == before


def test_a_record_of_another_version_is_refused_with_what_to_do(tmp_path: Path) -> None:
    Record(tmp_path / "r.db", create=True).close()
    with closing(sqlite3.connect(tmp_path / "r.db")) as connection:
        connection.execute("PRAGMA user_version = 99")

    with pytest.raises(OtherSchemaError, match=r"record format 99.* detente read REPORTS --record NEW.db"):
        Record(tmp_path / "r.db")


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="it is a folder"):
        Record(tmp_path, create=True)


def test_a_record_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="its folder is not there"):
        Record(tmp_path / "nowhere" / "r.db", create=True)


def test_an_empty_file_is_an_empty_record(tmp_path: Path) -> None:
    (tmp_path / "r.db").touch()

    with Record(tmp_path / "r.db") as record:
        assert record.contents() == Contents()


def test_a_damaged_record_is_told_of(tmp_path: Path) -> None:
    with Record(tmp_path / "r.db", create=True) as record:
        record.save(plain(), READING)
    content = bytearray((tmp_path / "r.db").read_bytes())
    content[4096:] = b"x" * (len(content) - 4096)
    (tmp_path / "r.db").write_bytes(content)

    with pytest.raises(RecordError, match="malformed"), Record(tmp_path / "r.db") as record:
        record.contents()


def test_a_record_that_may_only_be_read_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Record(tmp_path / "r.db", create=True) as record:
        record.save(plain(), READING)
    # a test may run as one who may write everywhere
    monkeypatch.setattr(os, "access", lambda *_: False)

    with Record(tmp_path / "r.db") as record:
        assert record.contents().findings == (plain(),)


WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from making import READING, plain
from detente.record.store import Record
with Record(Path(sys.argv[1]), create=True) as record:
    number = 0
    while True:
        record.save(plain(f"Arnor met Gondor {number} times."), READING)
        number += 1
"""


@pytest.mark.parametrize("wait", [0.0, 0.05, 0.2])
def test_a_kill_leaves_a_record_with_every_report_wholly_in_or_wholly_out(tmp_path: Path, wait: float) -> None:
    path = tmp_path / "r.db"
    here = str(Path(__file__).parent)
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path), here]) as writer:
        while not path.exists():
            time.sleep(0.01)
        time.sleep(wait)
        writer.send_signal(signal.SIGKILL)

    with Record(path) as record:
        found = record.contents().findings
        integrity = record.execute("PRAGMA integrity_check").fetchone()[0]

    assert {f.report.text for f in found} == {f"Arnor met Gondor {n} times." for n in range(len(found))}
    assert all(len(f.claims) == len(f.statements) == 1 for f in found)
    assert integrity == "ok"


def test_two_writers_wait_for_one_another(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    here = str(Path(__file__).parent)
    code = WRITER.replace("while True:", "while number < 40:").replace("Gondor {number}", "{sys.argv[3]} {number}")
    writers = [
        subprocess.Popen([sys.executable, "-c", code, str(path), here, name], stderr=subprocess.PIPE)
        for name in ("Rohan", "Dale")
    ]

    ends = [(w.wait(60), w.stderr.read() if w.stderr else b"") for w in writers]

    for writer in writers:
        if writer.stderr:
            writer.stderr.close()
    assert ends == [(0, b"")] * 2
    with Record(path) as record:
        assert len(record.contents().findings) == 80
