"""The table of contents of the commands; a new one is a function in a module of this folder and a line here."""

import os
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import Annotated

import typer

from detente.cli import asking, correcting, knowing, looking, making, serving, writing
from detente.cli.terminal import IMPOSSIBLE, Door, say
from detente.errors import DetenteError

_EPILOG = """Begin with: detente demo

Then with reports of your own, plain text or HTML, in a folder:

detente read my-reports --record my.db

detente brief my.db --between Japan "South Korea" -o brief.html"""

_COMMANDS: dict[str, dict[str, Callable[..., None] | typer.Typer]] = {
    "Make a record": {"read": making.read, "demo": making.demo},
    "Look into a record": {
        "serve": serving.serve_record,
        "brief": writing.brief,
        "show": looking.show,
        "search": looking.search,
        "changes": looking.changes,
        "explain": looking.explain,
        "export": writing.export,
    },
    "Correct a record": {"withdraw": correcting.withdraw, "judge": correcting.judge},
    "Sentences, names and rules": {
        "who": asking.who,
        "code": asking.code,
        "actors": knowing.actors,
        "check-rules": knowing.check_rules,
    },
}

app = typer.Typer(
    help="Reads news reports about states and keeps a sourced, dated record of their relations.",
    epilog=_EPILOG,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
for _panel, _commands in _COMMANDS.items():
    for _name, _command in _commands.items():
        if isinstance(_command, typer.Typer):
            app.add_typer(_command, name=_name, rich_help_panel=_panel)
        else:
            app.command(_name, rich_help_panel=_panel)(_command)


def main(arguments: Sequence[str] | None = None, door: Door | None = None) -> int:
    """Run a command; 0: all well, 1: done but not everything could be read or found, 2: not possible as asked."""
    try:
        app(args=arguments, obj=door)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else IMPOSSIBLE
    except DetenteError as error:
        say(str(error))
    except OSError as error:
        say(f"{error.filename or 'A file'} cannot be used: {error.strerror or error}.")
    except Exception as error:
        if os.environ.get("DETENTE_TRACEBACK"):
            raise
        say(f"This is a fault in detente ({type(error).__name__}: {error}). DETENTE_TRACEBACK=1 shows where.")
    return IMPOSSIBLE


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - the option's value
    if wanted:
        typer.echo(f"detente {version('detente')}")
        raise typer.Exit


@app.callback()
def _begin(
    context: typer.Context,
    _: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    context.obj = context.obj or Door()
    for stream in (sys.stdout, sys.stderr):
        # reports hold letters of all languages, whatever the terminal is set to
        getattr(stream, "reconfigure", lambda **_: None)(encoding="utf-8", errors="backslashreplace")
