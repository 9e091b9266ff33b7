"""The arguments and options that several commands have."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.terminal import say
from detente.engines.workshop import packaged


def day(text: str) -> date:
    """The day that an option gives."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"{text!r} is no day; write it as 2023-03-16."
        raise typer.BadParameter(message) from error


def _use_actors(context: typer.Context, folder: Path | None) -> Path | None:
    """Let a command work with the persons of a settings folder."""
    if folder is not None:
        if not any(folder.glob("*.toml")):
            message = f"{folder} holds no .toml file; `detente actors import` makes one."
            raise typer.BadParameter(message)
        context.obj = replace(context.obj, workshop=packaged(folder, say))
    return folder


Actors = Annotated[
    Path | None,
    typer.Option(
        "--actors",
        exists=True,
        file_okay=False,
        callback=_use_actors,
        metavar="FOLDER",
        help="Know the persons of this settings folder, too; `detente actors import` fills it.",
    ),
]
RecordFile = Annotated[Path, typer.Argument(metavar="RECORD", help="The file that `detente read` made.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write it; - is here.")]
Pair = Annotated[
    tuple[str, str] | None, typer.Option(metavar="STATE STATE", help="Two states or bodies, by name or code.")
]
Since = Annotated[date | None, typer.Option(parser=day, metavar="DAY", help="Nothing before this day.")]
Until = Annotated[date | None, typer.Option(parser=day, metavar="DAY", help="Nothing after this day.")]
AsOf = Annotated[
    date | None, typer.Option(parser=day, metavar="DAY", help="Use only reports that were out by this day.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print comma-separated values instead of a table.")]
By = Annotated[str, typer.Option(metavar="NAME", help="Who says so.")]
Why = Annotated[str, typer.Option(metavar="WORDS", help="The reason.")]
