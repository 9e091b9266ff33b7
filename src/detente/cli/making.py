"""The commands that make a record."""

import shutil
import sys
import tempfile
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.options import Actors
from detente.cli.serving import show
from detente.cli.terminal import NOT_ALL, read_reports, say, write_brief
from detente.engines.loading import load, most_told_pair
from detente.engines.workshop import Sources
from detente.views.brief import Scope
from detente.web.serving import Place


def read(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Reports, or folders of them.")],
    record: Annotated[Path, typer.Option(metavar="FILE", help="The record: a file that is made or added to.")],
    manifest: Annotated[
        Path | None,
        typer.Option(exists=True, metavar="FILE", help="Outlets, titles, days: a line of JSON for each report."),
    ] = None,
    no_manifest: Annotated[
        bool, typer.Option("--no-manifest", help="Pass over the reports.jsonl in the folder.")
    ] = False,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "--workers", "-j", min=1, help="How many reports to read at once.")
    ] = None,
    _: Actors = None,
) -> None:
    """Read reports into a record; those that it knows already are passed over.

    Example: detente read my-reports --record my.db
    """
    if not any(path.exists() for path in paths):
        raise typer.BadParameter(f"There is no {' or '.join(map(str, paths))}.")
    tally = read_reports(context.obj, Sources(paths, manifest, not no_manifest), record, jobs)
    typer.echo(tally.line)
    raise typer.Exit(0 if tally.is_whole else NOT_ALL)


def demo(
    context: typer.Context,
    folder: Annotated[
        Path | None, typer.Argument(metavar="[FOLDER]", help="Where to write; a new temporary folder otherwise.")
    ] = None,
    opened: Annotated[bool, typer.Option("--open", help="Show them in the browser, with three things to try.")] = False,
) -> None:
    """Read the reports that come with detente, and write a brief on them."""
    folder = folder or Path(tempfile.mkdtemp(prefix="detente-demo-"))
    folder.mkdir(parents=True, exist_ok=True)
    with as_file(files("detente") / "data" / "examples") as examples:
        tally = read_reports(context.obj, Sources([examples]), folder / "demo.db", None)
    say(tally.line)
    loaded = load(context.obj.workshop, folder / "demo.db")
    pair = most_told_pair(loaded.derived)
    brief_file = folder / "brief.html"
    if pair:
        write_brief(loaded, Scope(pair), brief_file)
        typer.echo(brief_file)
        # beside the result, so that what is piped on is the path alone
        say(f"To look at it in the browser: {_own_name()} serve {folder / 'demo.db'} --open")
    if pair and opened:
        show(context.obj, folder / "demo.db", Place(), f"/pairs/{'/'.join(sorted(pair))}?tour=1")
    raise typer.Exit(0 if pair else NOT_ALL)


def _own_name() -> str:
    """How this program is called again: by its name where the shell finds it, else by where it lies."""
    return "detente" if shutil.which("detente") else sys.argv[0]
