"""A desk over a small record, made without a parser."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from fake_workshop import TODAY, door
from starlette.testclient import TestClient

from detente.engines.intake import Intake
from detente.engines.local import read_all
from detente.engines.workshop import Sources, Workshop, packaged
from detente.pipeline import read
from detente.record.store import Record
from detente.web.app import make_app
from detente.web.desk import Desk
from detente.web.keeping import Keeper
from reading import tools

TOKEN = "a-token"  # noqa: S105 - of a desk that lives as long as a test
TEXTS = {
    "2031-05-06_kestrel.txt": "Japan met South Korea in Bree. Sato said: “We were 12 envoys.”",
    "2031-05-07_harbour.txt": "Japan met South Korea, and Zorg was there.",
    "2031-05-09_ledger.txt": "China fined Japan. Zorg paid.",
}


@dataclass(frozen=True)
class Served:
    """A client of a desk, and the record that lies on it."""

    client: TestClient
    record: Path
    keeper: Keeper

    def text(self, address: str) -> str:
        """A page that is there."""
        answer = self.client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        return answer.text

    def judge(self, **form: str) -> int:
        """Post a judgement as a form of the desk does; the status of the answer."""
        whole = {"token": TOKEN, "by": "Jo", "why": "Seen.", "back": "/review"} | form
        headers = {"Origin": "http://127.0.0.1:8000"}
        return self.client.post("/judgements", data=whole, headers=headers, follow_redirects=False).status_code


def make_record(path: Path, texts: dict[str, str]) -> Path:
    """A record of some texts, named by day and outlet."""
    folder = path.with_suffix(".news")
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    workshop = door().workshop
    items = list(workshop.fetch(Sources([folder])))
    with Record(path, create=True) as record:
        read_many = partial(read_all, make_reader=workshop.make_reader, jobs=1)
        list(Intake(record, workshop.reading(), read_many, TODAY).take_in(items))
    return path


def serve_record(path: Path, workshop: Workshop | None = None) -> Iterator[Served]:
    """A desk over a record, for as long as a test lasts."""
    with closing(Keeper(workshop or door().workshop, path)) as keeper:
        desk = Desk(keeper, TOKEN, lambda: TODAY)
        yield Served(TestClient(make_app(desk), base_url="http://127.0.0.1:8000"), path, keeper)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Served]:
    """A desk over three reports: two of one meeting, one of a fine."""
    yield from serve_record(make_record(tmp_path / "news.db", TEXTS))


@pytest.fixture(scope="session")
def demo_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record that `detente demo` makes, read with the parser that other tests have loaded."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    reader = partial(read, tools=tools())
    workshop = packaged()
    with as_file(files("detente") / "data" / "examples") as examples, Record(path, create=True) as record:
        read_many = partial(read_all, make_reader=lambda: reader, jobs=1)
        intake = Intake(record, workshop.reading(), read_many, date(2031, 6, 1))
        list(intake.take_in(list(workshop.fetch(Sources([examples])))))
    return path


@pytest.fixture(scope="session")
def demo(demo_record: Path) -> Iterator[Served]:
    """A desk over the demo's record."""
    yield from serve_record(demo_record, packaged())
