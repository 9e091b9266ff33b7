"""The commands that correct a record: by adding a judgement, never by taking away."""

import json
from typing import Annotated

import typer

from detente.cli.options import By, RecordFile, Why
from detente.cli.terminal import NOT_ALL, say
from detente.domain.corrections import Correction, Field
from detente.domain.derived import Derived
from detente.domain.edtf import WAYS
from detente.domain.judgements import Judgement, Verdict
from detente.engines.correcting import OTHERS, check_parties, correction_written
from detente.engines.loading import Loaded, grounds, load
from detente.events.fates import fated
from detente.record.store import Record
from detente.views.objects import judgement_object

NAMES = f"several are parted by semicolons, those who are no state or body written {OTHERS}"


def withdraw(
    context: typer.Context,
    record: RecordFile,
    report: Annotated[str, typer.Argument(metavar="REPORT", help="Its id, file or address.")],
    by: By,
    why: Why,
    undo: Annotated[bool, typer.Option("--undo", help="Put a withdrawn report back.")] = False,
) -> None:
    """Take a report out of everything that is derived; it is kept, and can be put back.

    Example: detente withdraw my.db tokyo.txt --by Jo --why "a hoax"
    """
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
    type_: Annotated[str | None, typer.Option("--type", metavar="TYPE", help="correct: the type of act.")] = None,
    status: Annotated[str | None, typer.Option(metavar="STATUS", help="correct: what became of the act.")] = None,
    day: Annotated[str | None, typer.Option(metavar="DAY", help=f"correct: {WAYS}.")] = None,
    actors: Annotated[str | None, typer.Option(metavar="NAMES", help=f"correct: who acted; {NAMES}.")] = None,
    recipients: Annotated[str | None, typer.Option(metavar="NAMES", help="correct: towards whom; or nobody.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the judgement as JSON.")] = False,
) -> None:
    """Say that two events are the same or different, that one thing is wrong or right, or what is right in its place.

    Nothing is ever taken away: a judgement is undone by a later one, or by withdrawing it by its own id.

    Example: detente judge my.db different e-1f2a e-9c3d --by Jo --why "two summits"

    Example: detente judge my.db correct e-1f2a --type REJECT --by Jo --why "it turns the offer down"
    """
    written = {
        Field.TYPE: type_,
        Field.STATUS: status,
        Field.DAY: day,
        Field.ACTORS: actors,
        Field.RECIPIENTS: recipients,
    }
    loaded = load(context.obj.workshop, record)
    correction = _correction(verdict, {f: text for f, text in written.items() if text is not None}, loaded)
    parts = tuple(grounds(context.obj.workshop, loaded, thing) for thing in ids)
    try:
        judgement = Judgement(verdict, tuple(ids), by, context.obj.today, why, parts, correction)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    if correction is not None:
        check_parties(
            [m.claim for e in loaded.derived.events for m in e.mentions if m.claim.id in parts[0]], correction
        )
    with Record(record) as opened:
        opened.save_judgement(judgement)
    _tell(judgement, load(context.obj.workshop, record).derived, as_json=as_json)


def _correction(verdict: Verdict, written: dict[Field, str], loaded: Loaded) -> Correction | None:
    """What the options say is right in the place of what was read; none for other verdicts."""
    options = ", ".join(f"--{field}" for field in Field)
    if verdict is not Verdict.CORRECT:
        if written:
            message = f"{options} go with the verdict {Verdict.CORRECT}, not with {verdict}."
            raise typer.BadParameter(message)
        return None
    if len(written) != 1:
        message = f"{Verdict.CORRECT} puts one field right: give one of {options}."
        raise typer.BadParameter(message)
    ((field, text),) = written.items()
    return correction_written(field, text, loaded.names)


def _tell(judgement: Judgement, derived: Derived, *, as_json: bool) -> None:
    """Show what was saved; status 1 where it speaks of nothing that is there."""
    told = next(f for f in fated(derived.judgements) if f.word == judgement)
    if as_json:
        typer.echo(json.dumps(judgement_object(told), ensure_ascii=False))
    else:
        correction = judgement.correction
        said = f" ({correction.field}: {correction.value})" if correction else ""
        typer.echo(f"{judgement.id} {judgement.verdict}: {' '.join(judgement.on)}{said}")
    if not told.is_matched:
        say("Nothing in the record has this id now; the judgement is kept and shown as unmatched.")
        raise typer.Exit(NOT_ALL)
