from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from fake_workshop import door

from detente.cli import main


@dataclass(frozen=True)
class Ended:
    """What a command left: its exit code, and what it said to programs and to people."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command as the console script does."""

    def run_command(*arguments: object) -> Ended:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments], door())
        out, err = capsys.readouterr()
        return Ended(code, out, err)

    return run_command


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of two reports that tell of one meeting, and one of something else."""
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in {
        "2031-05-06_kestrel.txt": "Japan met South Korea in Bree. Sato said: “We were 12 envoys.”",
        "2031-05-07_harbour.txt": "Japan met South Korea, and Zorg was there.",
        "2031-05-09_ledger.txt": "China fined Japan. Zorg paid.",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def record(news: Path, run: Run) -> Path:
    """A record of those reports."""
    path = news.parent / "news.db"
    assert run("read", news, "--record", path).code == 0
    return path
