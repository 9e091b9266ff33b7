"""The command that serves a record, as a process of its own."""

import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from fixtures_of_desk import Served

from detente.cli import main


def serving(record: Path, *options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "detente.cli", "serve", str(record), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_record_is_served_until_it_is_stopped(desk: Served) -> None:
    with serving(desk.record) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        with urllib.request.urlopen(f"{address}/static/desk.css", timeout=20) as answer:  # noqa: S310 - our own
            style = answer.read()
        process.send_signal(signal.SIGINT)
        code = process.wait(20)

    assert address.startswith("http://127.0.0.1:")
    assert b"--paper" in style
    assert code == 0


def test_a_port_that_is_taken_is_told_of(desk: Served, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        code = main(["serve", str(desk.record), "--port", str(taken.getsockname()[1])])

    assert code == 2
    assert "cannot be served on" in capsys.readouterr().err


def test_what_is_no_record_is_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["serve", str(tmp_path / "none.db")])

    assert code == 2
    assert "There is no file" in capsys.readouterr().err
