"""The lists of the demo's record as they are taken away, and the lines of what could not be read."""

import csv
from collections.abc import Iterator
from datetime import date
from functools import partial
from io import StringIO
from pathlib import Path

import pytest
from fixtures_of_desk import Served, make_record, serve_record
from lxml import html

from detente.engines.intake import Intake
from detente.engines.local import read_all
from detente.engines.workshop import packaged
from detente.pipeline import read
from detente.record.store import Record
from reading import a_report, tools

EMPTY = {"2031-05-06_kestrel.txt": "Japan met South Korea.", "2031-05-07_harbour.txt": ""}


@pytest.fixture
def with_an_empty_file(tmp_path: Path) -> Iterator[Served]:
    yield from serve_record(make_record(tmp_path / "news.db", EMPTY))


@pytest.fixture
def with_an_endless_line(tmp_path: Path) -> Iterator[Served]:
    """A report of one sentence and of a stretch that nobody could read."""
    path, workshop = tmp_path / "news.db", packaged()
    report = a_report("Kenya thanked Ghana on Friday for its grain.\n\n" + "wheat barley " * 2000)
    with Record(path, create=True) as record:
        read_many = partial(read_all, make_reader=lambda: partial(read, tools=tools()), jobs=1)
        list(Intake(record, workshop.reading(), read_many, date(2031, 6, 1)).take_in([report]))
    yield from serve_record(path, workshop)


@pytest.mark.parametrize(
    ("kind", "name"), [("issues", "issue"), ("pledges", "pledge"), ("disagreements", "disagreement")]
)
def test_a_table_has_every_thing_of_its_list_with_words_of_a_report(demo: Served, kind: str, name: str) -> None:
    objects = demo.client.get(f"/{kind}.json").json()

    rows = list(csv.DictReader(StringIO(demo.text(f"/{kind}.csv"))))

    assert objects
    assert list(dict.fromkeys(row[name] for row in rows)) == [o["id"] for o in objects]
    assert all(row["words"] and row["report"] for row in rows)


def test_a_disagreement_has_a_row_for_each_side(demo: Served) -> None:
    sides = sum(len(o["claims"]) for o in demo.client.get("/disagreements.json").json())

    rows = list(csv.DictReader(StringIO(demo.text("/disagreements.csv"))))

    assert len(rows) == sides


def test_a_file_that_could_not_be_read_is_told_by_its_name(with_an_empty_file: Served) -> None:
    page = html.fromstring(with_an_empty_file.text("/problems"))

    (line,) = page.cssselect("main .line")
    assert "the file is empty" in line.text_content()
    assert "2031-05-07_harbour.txt" in line.text_content()


def test_a_stretch_that_was_not_read_is_shown_by_its_first_words(with_an_endless_line: Served) -> None:
    page = html.fromstring(with_an_endless_line.text("/problems"))

    (line,) = page.cssselect("main .line")
    (words,) = line.cssselect("a.words")
    assert "no end of a sentence" in line.text_content()
    assert words.text_content().startswith("wheat barley wheat")
