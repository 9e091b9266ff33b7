"""The command that opens a record in the browser."""

import threading
import webbrowser
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.options import Actors, RecordFile
from detente.cli.terminal import Door, say
from detente.web.guarding import LOOPBACK
from detente.web.serving import Place, serve


def serve_record(
    context: typer.Context,
    record: RecordFile,
    host: Annotated[
        str, typer.Option(metavar="HOST", help="Where to answer; other than loopback others may ask.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="PORT", help="0 takes one that is free.")] = 0,
    opened: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    _: Actors = None,
) -> None:
    """Show a record in the browser: pairs, events, issues, people, reports, search, review.

    Example: detente serve my.db --open
    """
    show(context.obj, record, Place(host, port), "/" if opened else None)


def show(door: Door, record: Path, place: Place, page: str | None) -> None:
    """Serve a record until Ctrl-C, and open a page of it where one is given."""
    if place.host not in LOOPBACK:
        say(
            f"Everybody who can reach {place.host} can read and judge this record: the desk asks nobody for a password."
        )

    def tell(address: str) -> None:
        typer.echo(address)
        say("Ctrl-C ends it.")
        if page is not None:
            threading.Thread(target=webbrowser.open, args=(address + page,), daemon=True).start()

    # Ctrl-C is how it is meant to end
    with suppress(KeyboardInterrupt):
        serve(door.workshop, record, place, lambda: door.today, tell)
