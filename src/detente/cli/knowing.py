"""The commands on what detente knows: persons of a settings folder, and rules."""

import json
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.options import AsJson
from detente.cli.terminal import NOT_ALL, say, write
from detente.engines.proving import keep_proof, key_of, try_rules
from detente.engines.workshop import packaged_reading
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
    rule_files: Annotated[
        list[Path] | None,
        typer.Argument(
            exists=True, dir_okay=False, metavar="[FILE.toml]...", help="Rules of your own; otherwise all of detente's."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Prove that all that detente knows does what its examples say, and leaves its not_examples alone.

    Rules of acts in files of your own are proved instead where they are named; a file bearing the name of one of
    detente's own is read in its place.

    Example: detente check-rules sanction.toml
    """
    tried = list(try_rules(rule_files or ()))
    wrong = [one for one in tried if one.fault]
    if as_json:
        typer.echo(json.dumps([one.as_object() for one in wrong], ensure_ascii=False, indent=1))
    for one in () if as_json else wrong:
        typer.echo(one.line)
    files = len({one.file for one in tried})
    counted = f"{len(tried):,} sentences in {files} {'file' if files == 1 else 'files'} of rules"
    say(f"{len(wrong)} of {counted} come out otherwise than they should." if wrong else f"All {counted} hold.")
    if not wrong and not rule_files:
        keep_proof(key_of(packaged_reading()))
    raise typer.Exit(NOT_ALL if wrong else 0)
