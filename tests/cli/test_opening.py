"""What is said and opened when a record is served."""

import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from detente.cli import serving
from detente.cli.terminal import Door
from detente.engines.workshop import Workshop
from detente.web.serving import Place

ADDRESS = "http://127.0.0.1:8000"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a browser is sent to, while a desk tells its address and is stopped at once."""
    found: list[str] = []

    def serve(_workshop: Workshop, _record: Path, _place: Place, _today: object, tell: Callable[[str], None]) -> None:
        tell(ADDRESS)
        for thread in threading.enumerate():
            if thread.daemon and thread is not threading.main_thread():
                thread.join(1)
        raise KeyboardInterrupt

    monkeypatch.setattr(serving, "serve", serve)
    monkeypatch.setattr(serving, "webbrowser", SimpleNamespace(open=found.append))
    return found


@pytest.mark.parametrize(("page", "sent"), [("/pairs/JPN/KOR", [f"{ADDRESS}/pairs/JPN/KOR"]), (None, [])])
def test_a_page_is_opened_where_one_is_given(opened: list[str], page: str | None, sent: list[str]) -> None:
    serving.show(Door(), Path("my.db"), Place(), page)

    assert opened == sent


@pytest.mark.parametrize(("host", "is_warned"), [("127.0.0.1", False), ("0.0.0.0", True)])  # noqa: S104 - what is warned of
@pytest.mark.usefixtures("opened")
def test_who_serves_to_others_is_told_so(capsys: pytest.CaptureFixture[str], host: str, is_warned: bool) -> None:  # noqa: FBT001 - a table of truth
    serving.show(Door(), Path("my.db"), Place(host), None)

    assert ("asks nobody for a password" in capsys.readouterr().err) is is_warned
