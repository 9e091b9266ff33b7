import re
from pathlib import Path

import pytest
import typer.main

from detente.cli import app

DOCS = Path(__file__).parents[2] / "docs" / "commands.md"
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
OPTIONS = [
    (name, opt)
    for name, command in COMMANDS.items()
    for c in getattr(command, "commands", {"": command}).values()
    for p in c.params
    for opt in p.opts
    if opt.startswith("--")
]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_described(name: str) -> None:
    assert f"### `detente {name}" in DOCS.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "option"), OPTIONS)
def test_every_option_is_described(name: str, option: str) -> None:
    parts = re.split(r"^### `detente ", DOCS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    (described,) = (part for part in parts if part.startswith(f"{name} "))
    is_only_another_name = option in ("--workers", "--help", "--output")

    assert option in described or is_only_another_name


def test_every_command_that_is_described_is_there() -> None:
    named = set(re.findall(r"^detente ([\w-]+)", DOCS.read_text(encoding="utf-8"), flags=re.MULTILINE))

    assert named <= set(COMMANDS)
