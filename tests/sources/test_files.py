"""Files and folders become reports; whatever cannot be read becomes a word about it, and the rest is read."""

import codecs
import json
import os
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.domain.days import Basis, Precision
from detente.domain.findings import Problem, Stage
from detente.domain.reports import Report
from detente.sources.decoding import LARGEST, Decoded, Undecodable, decode
from detente.sources.files import gather

LEAD = "The two ministers met in Riga on Monday and agreed to reopen the bridge before the winter.\n"
PAGE = f"<html><head><title>Bridge</title></head><body><article><p>{LEAD}</p></article></body></html>"


def _gather(
    *paths: Path, manifest: Path | None = None, use_manifest: bool = True
) -> tuple[list[Report], list[Problem]]:
    found = list(gather(paths, manifest, use_manifest))
    return [f for f in found if isinstance(f, Report)], [f for f in found if isinstance(f, Problem)]


def _manifest(folder: Path, *lines: object) -> Path:
    path = folder / "reports.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return path


def _write(path: Path, content: str | bytes = LEAD) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_the_stored_text_is_the_files_text(tmp_path: Path) -> None:
    text = f"RIGA — {LEAD}\r\n\r\n  It “opens” soon, they say.  "
    file = _write(tmp_path / "a.txt", text)

    reports, problems = _gather(file)

    assert [(report.text, report.path) for report in reports] == [(text, file.as_posix())]
    assert problems == []


def test_a_folder_is_read_with_all_that_lies_in_it_sorted_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/d.html", "c.pdf", ".hidden.txt"):
        _write(tmp_path / name, PAGE if name.endswith("html") else LEAD)

    reports, problems = _gather(tmp_path)

    assert [Path(report.path or "").name for report in reports] == ["a.md", "b.txt", "d.html"]
    assert problems == []


def test_a_file_that_is_named_is_read_whatever_its_name(tmp_path: Path) -> None:
    reports, _ = _gather(_write(tmp_path / "report.asc"))

    assert len(reports) == 1


def test_a_manifest_tells_of_the_files_beside_it(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt")
    _manifest(
        tmp_path,
        {
            "file": "a.txt",
            "outlet": "Gazette",
            "title": "Bridge",
            "url": "https://g.example/1",
            "published": "2021-03-02",
        },
        "",
    )

    reports, problems = _gather(tmp_path)

    report = reports[0]
    assert (report.outlet, report.title, report.url) == ("Gazette", "Bridge", "https://g.example/1")
    assert (report.published.earliest, report.published.basis) == (date(2021, 3, 2), Basis.METADATA)
    assert problems == []


@pytest.mark.parametrize(
    ("published", "earliest", "latest", "precision"),
    [
        ("2021-03-02", date(2021, 3, 2), date(2021, 3, 2), Precision.DAY),
        ("2021-03-02T23:30:00-05:00", date(2021, 3, 2), date(2021, 3, 2), Precision.DAY),
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28), Precision.MONTH),
        ("", None, None, Precision.LONGER),
        (None, None, None, Precision.LONGER),
    ],
)
def test_a_manifest_may_give_a_day_a_stamp_a_month_or_nothing(
    tmp_path: Path, published: str | None, earliest: date | None, latest: date | None, precision: Precision
) -> None:
    _write(tmp_path / "a.txt")
    _manifest(tmp_path, {"file": "a.txt", "published": published})

    reports, problems = _gather(tmp_path)

    when = reports[0].published
    assert (when.earliest, when.latest, when.precision, problems) == (earliest, latest, precision, [])


def test_a_manifest_may_lie_elsewhere(tmp_path: Path) -> None:
    _write(tmp_path / "texts" / "a.txt")
    (tmp_path / "lists").mkdir()
    manifest = _manifest(tmp_path / "lists", {"file": "a.txt", "outlet": "Gazette"})

    reports, problems = _gather(tmp_path / "texts", manifest=manifest)

    assert [report.outlet for report in reports] == ["Gazette"]
    assert problems == []


def test_a_manifest_tells_of_files_in_folders_below_it(tmp_path: Path) -> None:
    _write(tmp_path / "sub" / "deep" / "a.txt")
    _manifest(tmp_path, {"file": "sub/deep/a.txt", "outlet": "Gazette"})

    reports, _ = _gather(tmp_path)

    assert [report.outlet for report in reports] == ["Gazette"]


def test_a_manifest_can_be_passed_over(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt")
    _manifest(tmp_path, {"file": "a.txt", "outlet": "Gazette"}, "{")

    reports, problems = _gather(tmp_path, use_manifest=False)

    assert [report.outlet for report in reports] == [None]
    assert problems == []


def test_one_file_takes_its_line_of_the_manifest_without_complaints_about_others(tmp_path: Path) -> None:
    file = _write(tmp_path / "a.txt")
    _manifest(tmp_path, {"file": "gone.txt"}, "{", {"file": "a.txt", "outlet": "Gazette"})

    reports, problems = _gather(file)

    assert [report.outlet for report in reports] == ["Gazette"]
    assert problems == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "line 2 is not JSON"),
        ("[1]", "line 2 names no file"),
        ({"outlet": "Gazette"}, "line 2 names no file"),
        ({"file": "gone.txt"}, "line 2 names “gone.txt”, but there is no such file"),
        ({"file": "a.txt"}, "line 2: “a.txt” is named on line 1 already"),
        ({"file": "b.txt", "published": "2021-02-31"}, "line 2: '2021-02-31' is no day of the calendar"),
        ({"file": "b.txt", "published": "in May"}, "line 2: 'in May' is no day such as 2021-05-03"),
        ({"file": "b.txt", "published": 2021}, "line 2: 2021 is no day such as 2021-05-03"),
        ({"file": "b.txt", "outlet": 7}, "line 2: the outlet of “b.txt” must be words"),
        ("[" * 100_000, "line 2 is not JSON"),
    ],
)
def test_a_line_of_a_manifest_that_cannot_be_used_is_told_with_its_number(
    tmp_path: Path, line: object, reason: str
) -> None:
    _write(tmp_path / "a.txt")
    _write(tmp_path / "b.txt", "It will open soon, the two of them said in Riga, and they shook hands on it.")
    manifest = _manifest(tmp_path, {"file": "a.txt", "outlet": "Gazette"}, line)

    reports, problems = _gather(tmp_path)

    assert [problem.path for problem in problems] == [manifest.as_posix()]
    assert problems[0].reason.startswith(reason)
    assert [report.outlet for report in reports] == ["Gazette", None]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"%PDF-1.4 x"])
def test_a_manifest_that_is_no_text_is_told(tmp_path: Path, content: bytes) -> None:
    _write(tmp_path / "a.txt")
    _write(tmp_path / "reports.jsonl", content)

    reports, problems = _gather(tmp_path)

    assert len(reports) == 1
    assert "the manifest cannot be read" in problems[0].reason


def test_a_manifest_that_is_not_there_is_told(tmp_path: Path) -> None:
    reports, problems = _gather(_write(tmp_path / "a.txt"), manifest=tmp_path / "gone.jsonl")

    assert len(reports) == 1
    assert "the manifest cannot be opened" in problems[0].reason


def test_a_manifest_is_believed_before_the_text_and_a_contradiction_is_told(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt", f"Published 12 May 2021\n\n{LEAD}")
    _manifest(tmp_path, {"file": "a.txt", "published": "2021-03-02"})

    reports, problems = _gather(tmp_path)

    assert reports[0].published.earliest == date(2021, 3, 2)
    assert "2021-03-02" in problems[0].reason
    assert "2021-05-12" in problems[0].reason


def test_a_week_is_no_contradiction(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt", f"Published 9 March 2021\n\n{LEAD}")
    _manifest(tmp_path, {"file": "a.txt", "published": "2021-03-02"})

    _, problems = _gather(tmp_path)

    assert problems == []


def test_what_the_text_tells_of_itself_is_taken_where_nothing_else_does(tmp_path: Path) -> None:
    file = _write(tmp_path / "a.txt", f"Bridge to reopen\n\n2 March 2021\n\nRIGA (Reuters) - {LEAD}")

    reports, _ = _gather(file)

    report = reports[0]
    assert (report.title, report.outlet, report.published.earliest) == ("Bridge to reopen", "Reuters", date(2021, 3, 2))


def test_a_page_tells_its_outlet_by_its_address(tmp_path: Path) -> None:
    page = PAGE.replace("<title>", '<link rel="canonical" href="https://www.bbc.com/news/1"><title>')

    reports, _ = _gather(_write(tmp_path / "a.html", page))

    assert (reports[0].outlet, reports[0].url, reports[0].title) == ("BBC News", "https://www.bbc.com/news/1", "Bridge")


def test_the_address_of_a_report_tells_its_day_where_the_report_does_not(tmp_path: Path) -> None:
    page = PAGE.replace("<title>", '<link rel="canonical" href="https://gazette.example/2021/03/02/bridge"><title>')

    reports, _ = _gather(_write(tmp_path / "a.html", page))

    assert reports[0].published.reason == "The address of the page holds 2021/03/02."


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \r\n\t", "empty"),
        ("a.txt", codecs.BOM_UTF8 + b" ", "empty"),
        ("a.txt", b"\x00" * 20, "empty"),
        ("a.txt", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 9, "binary"),
        ("a.txt", b"%PDF-1.7\n% a page", "binary"),
        ("a.txt", bytes(range(256)) * 9, "binary"),
        ("a.txt", b"\x81\x8d\x8f" * 30, "not valid UTF-8"),
        ("a.txt", "Встреча прошла в Риге".encode("koi8-r") * 9, "not valid UTF-8"),
        ("a.txt", b"a " * (LARGEST // 2 + 1), "5 MB"),
        ("a.txt", "Los dos ministros dijeron que se verían en la primavera, pero no en qué ciudad.", "Spanish"),
        ("a.txt", "Министры встретятся весной.", "Cyrillic"),
        ("a.html", "<html><body></body></html>", "no article"),
        (
            "a.html",
            "<html><body><p>Die beiden Minister sagten, dass sie sich im Frühling treffen werden.</p></body></html>",
            "German",
        ),
    ],
)
def test_a_file_that_is_no_report_is_told_in_words_and_the_others_are_read(
    tmp_path: Path, name: str, content: str | bytes, reason: str
) -> None:
    bad = _write(tmp_path / name, content)
    _write(tmp_path / "b.txt")

    reports, problems = _gather(tmp_path)

    assert [Path(report.path or "").name for report in reports] == ["b.txt"]
    assert [(problem.path, problem.stage in Stage) for problem in problems] == [(bad.as_posix(), True)]
    assert reason in problems[0].reason


@pytest.mark.parametrize(
    ("content", "word", "remark"),
    [
        (LEAD.encode("utf-16"), "Riga", None),
        (LEAD.encode("utf-32"), "Riga", None),
        (codecs.BOM_UTF8 + LEAD.encode(), "Riga", None),
        (LEAD.replace("Riga", "Orléans").encode("cp1252"), "Orléans", "Windows-1252"),
        (LEAD.replace("Riga", "“Orléans”").encode() + b"\xff", "“Orléans”", "1 broken"),
    ],
)
def test_other_encodings_are_read_and_guesses_are_told(
    tmp_path: Path, content: bytes, word: str, remark: str | None
) -> None:
    reports, problems = _gather(_write(tmp_path / "a.txt", content))

    assert word in reports[0].text
    assert [remark in problem.reason for problem in problems if remark] == [True] * len(problems)
    assert bool(problems) == bool(remark)


def test_a_page_is_read_in_the_character_set_that_it_declares(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-2">').replace("Riga", "Łódź").encode("iso-8859-2")

    reports, problems = _gather(_write(tmp_path / "a.html", page))

    assert "Łódź" in reports[0].text
    assert problems == []


def test_an_unknown_character_set_does_no_harm() -> None:
    found = decode(b'<meta charset="klingon-7"> caf\xe9 and so on, in words of plain English', is_page=True)

    assert isinstance(found, Decoded)
    assert "café" in found.text


def test_paths_that_are_not_there_or_no_files_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "x.txt"
    folder.mkdir()
    (tmp_path / "lost.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")

    reports, problems = _gather(
        tmp_path / "gone.txt", folder, tmp_path / "lost.txt", tmp_path / "pipe.txt", Path("\x00")
    )

    assert reports == []
    assert [problem.reason.split(":")[0] for problem in problems] == [
        "there is no such file",
        "this is a folder, although it is named like a file; the files in it are read",
        "this folder holds no report",
        "there is no such file",
        "this is not a file that can be read",
        "there is no such file",
    ]


def test_a_file_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = _write(tmp_path / "a.txt")
    _write(tmp_path / "b.txt")
    _refuse(monkeypatch, "read_bytes", locked)

    reports, problems = _gather(tmp_path)

    assert len(reports) == 1
    assert problems[0].reason == "the file cannot be opened: Permission denied"


def test_a_file_that_cannot_be_looked_at_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = _write(tmp_path / "a.txt")
    for look in ("is_dir", "is_file"):
        _refuse(monkeypatch, look, locked)

    _, problems = _gather(tmp_path)

    assert [problem.reason for problem in problems] == ["the file cannot be opened: Permission denied"]


def test_a_manifest_that_cannot_be_looked_at_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path / "a.txt")
    _refuse(monkeypatch, "is_file", tmp_path / "reports.jsonl")

    reports, problems = _gather(tmp_path)

    assert (len(reports), problems) == (1, [])


def test_a_folder_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "locked").mkdir()
    _write(tmp_path / "b.txt")
    _refuse(monkeypatch, "iterdir", tmp_path / "locked")

    reports, problems = _gather(tmp_path)

    assert len(reports) == 1
    assert problems[0].reason == "this folder cannot be opened: Permission denied"


def _refuse(monkeypatch: pytest.MonkeyPatch, method: str, refused: Path) -> None:
    """The tests may run as root, who is refused nothing."""
    plain = getattr(Path, method)

    def guarded(self: Path, **_: object) -> object:
        if self == refused:
            raise PermissionError(13, "Permission denied")
        return plain(self)

    monkeypatch.setattr(Path, method, guarded)


def test_a_file_that_comes_twice_is_read_once(tmp_path: Path) -> None:
    file = _write(tmp_path / "a.txt")

    reports, problems = _gather(tmp_path, file, tmp_path)

    assert len(reports) == 1
    assert [problem.reason for problem in problems] == ["this file is named twice; it is read once"]


def test_links_in_a_circle_are_not_followed(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path)

    reports, problems = _gather(tmp_path)

    assert (len(reports), problems) == (1, [])


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.binary(), st.text().map(str.encode), st.binary().map(lambda tail: LEAD.encode() + tail)))
def test_any_bytes_give_a_report_or_a_problem(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        for name in ("a.txt", "b.html"):
            (Path(folder) / name).write_bytes(content)

        found = list(gather([Path(folder)], None, use_manifest=True))

    assert {Path(item.path or "").name for item in found} == {"a.txt", "b.html"}


@given(st.binary())
def test_any_manifest_is_read_without_error(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / "reports.jsonl").write_bytes(content)
        (Path(folder) / "a.txt").write_text(LEAD, encoding="utf-8")

        reports = [item for item in gather([Path(folder)], None, use_manifest=True) if isinstance(item, Report)]

    assert len(reports) == 1


def test_reasons_name_no_program_error() -> None:
    found = decode(b"a" * (LARGEST + 1))

    assert isinstance(found, Undecodable)
    assert "give each a file of its own" in found.reason


def test_the_line_that_tells_the_day_is_no_title(tmp_path: Path) -> None:
    stamp = "Agency | Riga | Updated: 02/03/2021 18:05 | Created: 02/03/2021 17:45"
    file = _write(tmp_path / "a.txt", f"Bridge to reopen\n\n{stamp}\n\n{LEAD}")

    reports, _ = _gather(file)

    assert reports[0].title == "Bridge to reopen"
