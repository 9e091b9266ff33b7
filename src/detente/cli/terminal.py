"""What every command does at a terminal: read with progress, print a list, write a file, tell a person."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from rich.progress import Progress

from detente.domain.ids import ActorId
from detente.engines.intake import Intake, Tally
from detente.engines.loading import Loaded
from detente.engines.local import read_all
from detente.engines.workshop import Sources, Workshop, packaged
from detente.record.store import Record
from detente.views.brief import Former, Scope, draft_brief
from detente.views.brief_parts import Brief
from detente.views.listing import Listing
from detente.views.paper import render_pdf
from detente.views.render import render_html, render_markdown
from detente.views.tables import draw, to_csv
from detente.views.word import render_docx

NOT_ALL, IMPOSSIBLE = 1, 2
STOPPED = 130
"""What a shell gives for a command that Ctrl-C ended."""


@dataclass(frozen=True, slots=True)
class Door:
    """What a command knows of the world: the workshop and the day."""

    workshop: Workshop = field(default_factory=lambda: packaged(tell=say))
    today: date = field(default_factory=lambda: datetime.now().astimezone().date())  # noqa: TID251 - the only clock


def read_reports(door: Door, sources: Sources, path: Path, jobs: int | None) -> Tally:
    """Read what the sources hold into the record in a file, and tell of what could not be read."""
    items = list(door.workshop.fetch(sources))
    read_many = partial(read_all, make_reader=door.workshop.make_reader, jobs=jobs)
    tally = Tally()
    console = Console(stderr=True)
    is_seen = console.is_terminal
    with (
        Record(path, create=True) as record,
        Progress(console=console, transient=True, disable=not is_seen) as progress,
    ):
        bar = progress.add_task("Reading", total=len(items))
        steps = Intake(record, door.workshop.reading(), read_many, door.today).take_in(items)
        try:
            with closing(steps):
                for step in steps:
                    for problem in tally.count(step):
                        say(f"{problem.path or problem.report_id or 'A report'}: {problem.reason}", console)
                    progress.advance(bar)
        except KeyboardInterrupt:
            say(f"Stopped. {tally.line} The same command goes on from here.", console)
            raise typer.Exit(STOPPED) from None
    return tally


_DOCUMENTS: dict[str, Callable[[Brief], bytes]] = {".pdf": render_pdf, ".docx": render_docx}


def write_brief(loaded: Loaded, scope: Scope, to: Path | None, former: Former | None = None) -> None:
    """Write a brief as HTML, PDF, Word or Markdown, as the file's name asks for."""

    def name(actor: ActorId) -> str:
        return loaded.names.name_by_id.get(actor, actor)

    drafted = draft_brief(loaded.derived, scope, name, former)
    suffix = to.suffix.lower() if to else ""
    if to and suffix in _DOCUMENTS:
        write_whole(_DOCUMENTS[suffix](drafted), to)
        return
    write([render_html(drafted) if suffix in (".html", ".htm") else render_markdown(drafted)], to)


def print_listing(found: Listing, *, as_json: bool, as_csv: bool) -> None:
    """Print a list in the form that was asked for; an empty one is told of, and ends with status 1."""
    if as_json:
        typer.echo(json.dumps(found.objects, ensure_ascii=False, indent=1))
    elif as_csv:
        typer.echo(to_csv(found.table), nl=False)
    elif found.table.rows:
        draw(found.table)
    if not found.table.rows:
        say("Nothing was found.")
        raise typer.Exit(NOT_ALL)


def write(lines: Iterable[str], to: Path | None) -> None:
    """Write to standard output, or to a file that is whole or not there."""
    if to is None or str(to) == "-":
        sys.stdout.writelines(lines)
        sys.stdout.flush()
        return
    part = to.with_name(f".{to.name}.part")
    with part.open("w", encoding="utf-8", newline="\n") as opened:
        opened.writelines(lines)
    part.replace(to)


def write_whole(content: bytes, to: Path) -> None:
    """Write a file that is whole or not there."""
    part = to.with_name(f".{to.name}.part")
    part.write_bytes(content)
    part.replace(to)


def say(text: str, console: Console | None = None) -> None:
    """Tell a person something that is no result."""
    (console or Console(stderr=True)).print(text, markup=False, highlight=False, soft_wrap=True)


def lines_or_faults(file: Path) -> Iterator[tuple[int, dict[str, Any] | str]]:
    """The lines of a file with their numbers: each an object, or words on why it is none; blank ones are left out."""
    for number, line in enumerate(file.read_bytes().removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line.decode("utf-8"))
        except UnicodeDecodeError:
            yield number, "it is not UTF-8"
        except (json.JSONDecodeError, RecursionError) as error:
            yield number, f"it is not JSON ({error})"
        else:
            yield number, found if isinstance(found, dict) else "it is no JSON object"


def json_lines(file: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines that each have a text."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
        except json.JSONDecodeError:
            asked = None
        if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
            message = f'line {number} of {file} is not such as {{"text": "the Japanese prime minister"}}.'
            raise typer.BadParameter(message)
        yield asked
