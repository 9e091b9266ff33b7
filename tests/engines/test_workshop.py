import subprocess
import sys
import tomllib

import pytest

from detente.engines.workshop import packaged


def test_settling_loads_no_parser() -> None:
    lines = (
        "import sys",
        "from detente.engines.workshop import packaged",
        "packaged().settle([], ())",
        "print([name for name in ('spacy', 'detente.text.parse') if name in sys.modules])",
    )

    ended = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True)

    assert ended.stdout.strip() == "[]"


def test_settling_again_reads_no_rule_file(monkeypatch: pytest.MonkeyPatch) -> None:
    workshop = packaged()
    before = workshop.settle([], ())
    monkeypatch.setattr(tomllib, "loads", lambda _: pytest.fail("a file of rules was read again"))

    again = workshop.settle([], ())

    assert again == before
