"""A desk that answers on a port, and a real browser before it."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import uvicorn
from fake_workshop import TODAY
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from detente.engines.workshop import packaged
from detente.web.app import make_app
from detente.web.desk import Desk
from detente.web.keeping import Keeper

ARGUMENTS = [
    "--no-sandbox",  # it runs as root in containers, before pages of our own
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
]
AXE = Path(__file__).parent / "vendored" / "axe.min.js"
SECONDS_TO_START = 20


@pytest.fixture(scope="session")
def address(demo_record: Path) -> Iterator[str]:
    """Where a desk over the demo's record answers."""
    with closing(Keeper(packaged(), demo_record)) as keeper:
        app = make_app(Desk(keeper, "a-token", lambda: TODAY))
        server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", access_log=False))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        until = time.monotonic() + SECONDS_TO_START
        while not server.started and time.monotonic() < until:
            time.sleep(0.05)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join(SECONDS_TO_START)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.fail("There is no chromium; on Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield launched
        launched.close()


class Watched:
    """A page, with all that it asked for and complained of."""

    def __init__(self, page: Page, address: str) -> None:
        """Listen to a page."""
        self.page = page
        self.address = address
        self.complaints: list[str] = []
        self.strange: list[str] = []
        page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda r: None if r.url.startswith(address) else self.strange.append(r.url))

    def go(self, path: str) -> Page:
        """Open a page of the desk."""
        self.page.goto(self.address + path)
        return self.page


Open = Callable[..., Watched]


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a page of a new visitor, with a window and colours as asked."""
    contexts: list[BrowserContext] = []

    def opened(*, width: int = 1280, scheme: str = "light", script: bool = True) -> Watched:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=script,
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        return Watched(context.new_page(), address)

    yield opened
    for context in contexts:
        context.close()
