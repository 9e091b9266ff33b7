"""The commands as a user runs them, with the packaged parser and knowledge."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from detente.record.store import Record

GOOD = "PARIS, 3 May 2021. France recalled its ambassador from Niger on Monday, the ministry said in Paris.\n"
BAD_FILES = {
    "binary.txt": bytes(range(256)) * 40,
    "broken.txt": b"\xff\xfe\xfa\x81\x8d\x8f\x90" * 300,
    "empty.txt": b"",
    "foreign.txt": (
        "Der Außenminister reiste am Montag nach Warschau und sprach dort mit seinem Amtskollegen über die Grenze. "
        "Beide Seiten wollen die Gespräche im Herbst wieder aufnehmen, wie es am Abend aus dem Ministerium hieß.\n"
    ).encode(),
    "huge.txt": GOOD.encode() * 520_000,
    "nobody.txt": b"The bakery on the corner sold all its bread before noon, and the baker went home to sleep.\n",
}


def detente(*arguments: object, **settings: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "import sys; from detente.cli import main; sys.exit(main())"]
    words = [str(argument) for argument in arguments]
    environment = {**os.environ, **settings}
    return subprocess.run([*command, *words], capture_output=True, text=True, env=environment, check=False)


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two good reports and every kind of bad input between them."""
    folder = tmp_path_factory.mktemp("bad")
    for name, content in BAD_FILES.items():
        (folder / name).write_bytes(content)
    (folder / "a_good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "z_good.txt").write_text("Poland invited Sweden to talks in Gdansk.\n", encoding="utf-8")
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    lines = ['{"file": "a_good.txt", "outlet": "The Gazette"}', "not JSON", '{"outlet": "The Gazette"}']
    (folder / "reports.jsonl").write_text("\n".join([*lines, '{"file": "lost.txt"}', ""]), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def read(bad: Path) -> subprocess.CompletedProcess[str]:
    return detente("read", bad, "--record", bad / "r.db")


def problems(record: Path) -> Sequence[dict[str, str]]:
    found: Sequence[dict[str, str]] = json.loads(detente("show", "problems", record, "--json").stdout)
    return found


def test_bad_input_ends_with_status_1_and_without_a_traceback(read: subprocess.CompletedProcess[str]) -> None:
    assert read.returncode == 1
    assert "Traceback" not in read.stderr


def test_the_good_reports_are_read_between_the_bad(read: subprocess.CompletedProcess[str], bad: Path) -> None:
    assert read.returncode == 1
    with Record(bad / "r.db") as record:
        names = {Path(f.report.path or "").name for f in record.contents().findings}

    assert {"a_good.txt", "z_good.txt"} <= names


def test_the_last_line_counts_read_and_not_read(read: subprocess.CompletedProcess[str]) -> None:
    last = read.stdout.splitlines()[-1]

    assert last.startswith("2 reports read (2 new, 0 known already), ")
    assert last.endswith(" not read.")


@pytest.mark.parametrize("name", [*BAD_FILES, "gone.txt", "reports.jsonl"])
def test_each_bad_file_is_named_with_a_reason(read: subprocess.CompletedProcess[str], bad: Path, name: str) -> None:
    told = [line for line in read.stderr.splitlines() if f"{name}: " in line]
    kept = [p["reason"] for p in problems(bad / "r.db") if (p["path"] or "").endswith(name)]

    assert told
    assert kept


def test_the_demo_prints_the_path_of_a_brief(tmp_path: Path) -> None:
    ended = detente("demo", tmp_path)

    assert (ended.returncode, ended.stdout) == (0, f"{tmp_path / 'brief.html'}\n")
    assert f"serve {tmp_path / 'demo.db'} --open" in ended.stderr
    assert "Japan" in (tmp_path / "brief.html").read_text(encoding="utf-8")


def test_three_processes_with_other_hash_seeds_export_the_same_bytes(tmp_path: Path) -> None:
    exports = []
    for seed in ("0", "1", "2"):
        folder = tmp_path / seed
        detente("demo", folder, PYTHONHASHSEED=seed)
        lines = detente("export", folder / "demo.db", PYTHONHASHSEED=seed).stdout.splitlines()
        # the first line holds a hash of the rules, which a person at work may be changing right now
        exports.append(lines[1:])

    assert exports[0]
    assert exports[0] == exports[1] == exports[2]


def test_ctrl_c_leaves_a_record_that_opens(tmp_path: Path) -> None:
    folder, path = tmp_path / "many", tmp_path / "r.db"
    folder.mkdir()
    for number in range(200):
        (folder / f"{number}.txt").write_text(f"On day {number}, Poland invited Sweden to talks.\n" * 40, "utf-8")
    command = [sys.executable, "-c", "import sys; from detente.cli import main; sys.exit(main())"]
    with subprocess.Popen(
        [*command, "read", str(folder), "--record", str(path), "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as running:
        while running.poll() is None and not _holds_a_report(path):
            time.sleep(0.1)
        # as a terminal does: to the command and all its workers
        os.killpg(running.pid, signal.SIGINT)
        _, told = running.communicate()

    assert running.returncode == 130
    assert "Stopped. " in told
    assert "Traceback" not in told


def _holds_a_report(path: Path) -> bool:
    if not path.exists():
        return False
    with Record(path) as record:
        return len(record.shelf()) > 0
