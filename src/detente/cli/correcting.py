"""The commands that correct a record: by adding a judgement, never by taking away."""

from typing import Annotated

import typer

from detente.cli.options import By, RecordFile, Why
from detente.cli.terminal import NOT_ALL, say
from detente.domain.judgements import Judgement, Verdict
from detente.engines.loading import grounds, load
from detente.record.store import Record


def withdraw(
    context: typer.Context,
    record: RecordFile,
    report: Annotated[str, typer.Argument(metavar="REPORT", help="Its id, file or address.")],
    by: By,
    why: Why,
    undo: Annotated[bool, typer.Option("--undo", help="Put a withdrawn report back.")] = False,
) -> None:
    """Take a report out of everything that is derived; it is kept, and can be put back."""
    with Record(record) as opened:
        named = opened.report_named(report)
        verdict = Verdict.RIGHT if undo else Verdict.WITHDRAW
        opened.save_judgement(Judgement(verdict, (named.id,), by, context.obj.today, why))
    typer.echo(f"{named.id} is {'put back' if undo else 'withdrawn'}.")


def judge(
    context: typer.Context,
    record: RecordFile,
    verdict: Annotated[Verdict, typer.Argument(metavar="VERDICT", help=", ".join(Verdict) + ".")],
    ids: Annotated[list[str], typer.Argument(metavar="ID", help="Two for same and different, else one.")],
    by: By,
    why: Why,
) -> None:
    """Say that two events are the same or different, or that one thing is wrong or right.

    Nothing is ever taken away: a judgement is undone by a later one.

    Example: detente judge my.db different e-1f2a e-9c3d --by Jo --why "two summits"
    """
    loaded = load(context.obj.workshop, record)
    parts = tuple(grounds(context.obj.workshop, loaded, thing) for thing in ids)
    try:
        judgement = Judgement(verdict, tuple(ids), by, context.obj.today, why, parts)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    with Record(record) as opened:
        opened.save_judgement(judgement)
    typer.echo(f"{judgement.id} {verdict}: {' '.join(ids)}")
    if not dict(load(context.obj.workshop, record).derived.judgements)[judgement]:
        say("Nothing in the record has this id now; the judgement is kept and shown as unmatched.")
        raise typer.Exit(NOT_ALL)
