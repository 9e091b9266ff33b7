"""The commands that write out a record, for people and for programs."""

import os
from dataclasses import replace
from typing import Annotated

import typer

from detente.cli.options import Actors, AsOf, Output, RecordFile, Since, Until
from detente.cli.terminal import NOT_ALL, say, write, write_brief
from detente.domain.derived import Derived
from detente.engines.loading import day_before_the_latest, load, load_at_last_brief, pair_named
from detente.record.store import Record
from detente.views.brief import Former, Scope
from detente.views.export import Format
from detente.views.export import export as exported
from detente.views.news import heading_since, only_new, since_last_heading
from detente.views.selection import Selection


def brief(
    context: typer.Context,
    record: RecordFile,
    between: Annotated[tuple[str, str], typer.Option(metavar="STATE STATE", help="Two states, by name or code.")],
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    since_last: Annotated[
        bool, typer.Option("--since-last", help="Only what is new since the last brief on the two.")
    ] = False,
    output: Output = None,
    _: Actors = None,
) -> None:
    """Write a brief on the relations of two states: FILE.html, .pdf, .docx or .md, or Markdown here.

    It tells what has changed since the day of --since, or what the newest reports have brought.

    Example: detente brief my.db --between Japan "South Korea" -o brief.html
    """
    if since_last and (since or until or as_of):
        raise typer.BadParameter("--since-last goes with no other day.")
    workshop = context.obj.workshop
    pair = pair_named(workshop.names(), between)
    loaded = load(workshop, record, as_of)
    former: Former | None = None
    if since_last:
        former = Former(load_at_last_brief(workshop, record, pair) or Derived(), since_last_heading())
        loaded = replace(loaded, derived=only_new(loaded.derived, former.derived))
    else:
        known = since or day_before_the_latest(loaded.derived, pair)
        former = Former(load(workshop, record, known).derived, heading_since(known, since)) if known else None
    write_brief(loaded, Scope(pair, since, until), output, former)
    if os.access(record, os.W_OK) and not (as_of or until):
        with Record(record) as opened:
            opened.remember_brief(pair)
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
    """Print the whole record for other programs.

    Example: detente export my.db --format jsonl -o my.jsonl
    """
    loaded = load(context.obj.workshop, record, as_of)
    write(exported(loaded.shown, loaded.stamp(context.obj.workshop), form), output)
