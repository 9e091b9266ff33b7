"""The manifest of a folder: `reports.jsonl`, with what is known of each file beside its text."""

import json
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from detente.domain.days import Basis, Precision, When
from detente.domain.findings import Problem, Stage
from detente.sources.decoding import Undecodable, decode

NAME = "reports.jsonl"
TEXT_KEYS = ("outlet", "title", "url")

_PUBLISHED = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2})(?:[T ].*)?)?")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a line of a manifest says of one file."""

    number: int
    """Of the line, from 1."""
    file: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: When | None = None


def read_manifest(path: Path) -> Iterator[Entry | Problem]:
    """The entries of a manifest, and a Problem for each line that cannot be used."""
    text = _text(path)
    if isinstance(text, Problem):
        yield text
        return
    seen: dict[str, int] = {}
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    for found in (found for number, line in lines for found in _read_line(path, number, line)):
        if isinstance(found, Entry) and seen.setdefault(found.file, found.number) != found.number:
            reason = f"“{found.file}” is named on line {seen[found.file]} already; this line is passed over"
            yield _problem(path, f"line {found.number}: {reason}")
        else:
            yield found


def _text(path: Path) -> str | Problem:
    try:
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        return _problem(path, f"the manifest cannot be opened: {getattr(error, 'strerror', None) or error}")
    decoded = decode(content)
    if isinstance(decoded, Undecodable):
        return _problem(path, f"the manifest cannot be read: {decoded.reason}; its lines are such as {EXAMPLE}")
    return decoded.text


EXAMPLE = '{"file": "report.txt", "outlet": "The Gazette", "published": "2021-05-03"}'


def _read_line(path: Path, number: int, line: str) -> Iterator[Entry | Problem]:
    try:
        content = json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        yield _problem(path, f"line {number} is not JSON; write it as {EXAMPLE}")
        return
    file = content.get("file") if isinstance(content, dict) else None
    if not isinstance(file, str) or not file.strip():
        yield _problem(path, f"line {number} names no file; write it as {EXAMPLE}")
        return
    texts: dict[str, str] = {}
    for key in TEXT_KEYS:
        value = content.get(key)
        if isinstance(value, str) and value.strip():
            texts[key] = value.strip()
        elif value not in (None, ""):
            yield _problem(path, f"line {number}: the {key} of “{file}” must be words in quotation marks")
    published = _published(content)
    if isinstance(published, str):
        yield _problem(path, f"line {number}: {published} of “{file}”; the line is read without it")
        published = None
    yield Entry(number, file, texts.get("outlet"), texts.get("title"), texts.get("url"), published)


def _published(content: dict[str, Any]) -> When | str | None:
    """The day or month of an entry; a string says what is wrong with it."""
    value = content.get("published")
    if value in (None, ""):
        return None
    match = _PUBLISHED.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        return f"{value!r} is no day such as 2021-05-03 (or month, 2021-05) for the publication"
    year, month, day = int(match[1]), int(match[2]), match[3]
    reason = f"The manifest says {value}."
    try:
        first = date(year, month, int(day or 1))
    except ValueError:
        return f"{value!r} is no day of the calendar for the publication"
    if day:
        return When(first, first, Precision.DAY, Basis.METADATA, reason)
    last = first.replace(day=monthrange(year, month)[1])
    return When(first, last, Precision.MONTH, Basis.METADATA, reason)


def _problem(path: Path, reason: str) -> Problem:
    return Problem(Stage.SOURCE, reason, path=path.as_posix())
