"""The commands on what detente knows: persons of a settings folder, and rules."""

import json
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.options import AsJson
from detente.cli.terminal import NOT_ALL, say, write
from detente.rules.actors import load_knowledge
from detente.rules.actors_table import persons_from_table

actors = typer.Typer(help="Add persons to those that detente knows.", no_args_is_help=True)


@actors.callback()
def _of_actors() -> None:
    """Add persons to those that detente knows."""


@actors.command("import")
def import_actors(
    file: Annotated[
        Path,
        typer.Argument(
            exists=True, dir_okay=False, metavar="FILE.csv", help="Columns: state, person, title, start, end, and more."
        ),
    ],
    to: Annotated[Path, typer.Option(file_okay=False, metavar="FOLDER", help="The settings folder, for --actors.")],
) -> None:
    """Turn a table of offices, such as a query to Wikidata gives, into a settings folder.

    Columns, in any order: state (name or code), person, title, start, end; if wanted post and aliases.

    Example: detente actors import ministers.csv --to my-actors
    """
    try:
        table = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{file} is not UTF-8."
        raise typer.BadParameter(message) from error
    persons = persons_from_table(table, load_knowledge(), str(file))
    if not persons:
        message = f"{file} holds no row under its first line."
        raise typer.BadParameter(message)
    with tempfile.TemporaryDirectory() as trial:
        # what cannot be read again must not get into the folder
        (Path(trial) / f"{file.stem}.toml").write_text(persons, encoding="utf-8")
        load_knowledge(Path(trial))
    to.mkdir(parents=True, exist_ok=True)
    made = to / f"{file.stem}.toml"
    write([persons], made)
    count = persons.count("[[person]]\n")
    typer.echo(f"{count} {'person' if count == 1 else 'persons'} in {made}. Use it with --actors {to}.")


def check_rules(
    context: typer.Context,
    rule_files: Annotated[
        list[Path] | None,
        typer.Argument(
            exists=True, dir_okay=False, metavar="[FILE.toml]...", help="Rules of your own; otherwise all of detente's."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Prove that every rule codes its examples and leaves its not_examples alone.

    A file bearing the name of one of detente's own is read in its place.

    Example: detente check-rules sanction.toml
    """
    from detente.engines.sentences import prove_rules

    wrong = list(prove_rules(rule_files or (), context.obj.workshop.names()))
    if as_json:
        typer.echo(json.dumps(wrong, ensure_ascii=False, indent=1))
    for fault in () if as_json else wrong:
        typer.echo(f"{fault['place']}: {fault['rule']}: {fault['text']!r} {fault['fault']}.")
    say(f"{len(wrong)} sentences come out otherwise than they should." if wrong else "All rules hold.")
    raise typer.Exit(NOT_ALL if wrong else 0)
