"""The commands that write out a record, for people and for programs."""

from typing import Annotated

import typer

from detente.cli.options import Actors, AsOf, Output, RecordFile, Since, Until
from detente.cli.terminal import NOT_ALL, brief_text, say, write
from detente.engines.loading import load, pair_named
from detente.views.export import Format
from detente.views.export import export as exported
from detente.views.selection import Selection


def brief(
    context: typer.Context,
    record: RecordFile,
    between: Annotated[tuple[str, str], typer.Option(metavar="STATE STATE", help="Two states, by name or code.")],
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    output: Output = None,
    _: Actors = None,
) -> None:
    """Write a brief on the relations of two states: FILE.html, FILE.md, or Markdown here.

    Example: detente brief my.db --between Japan "South Korea" -o brief.html
    """
    pair = pair_named(context.obj.workshop.names(), between)
    loaded = load(context.obj.workshop, record, as_of)
    write([brief_text(loaded, pair, (since, until), output)], output)
    if not Selection(between=pair, since=since, until=until).events(loaded.derived):
        say(f"The record tells of nothing between {' and '.join(pair)} in that time.")
        raise typer.Exit(NOT_ALL)


def export(
    context: typer.Context,
    record: RecordFile,
    form: Annotated[Format, typer.Option("--format", help="jsonl: everything; csv: the events.")] = Format.JSONL,
    as_of: AsOf = None,
    output: Output = None,
    _: Actors = None,
) -> None:
    """Print the whole record for other programs."""
    loaded = load(context.obj.workshop, record, as_of)
    write(exported(loaded.shown, loaded.stamp(context.obj.workshop), form), output)
