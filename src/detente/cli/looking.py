"""The commands that list what a record holds."""

import json
from dataclasses import replace
from datetime import date
from typing import Annotated

import typer

from detente.cli.options import Actors, AsCsv, AsJson, AsOf, Pair, RecordFile, Since, Until, day
from detente.cli.terminal import print_listing, say
from detente.domain.acts import ActType, Status
from detente.domain.findings import Claim, Statement
from detente.engines.loading import load, pair_named
from detente.events.changes import changes as changes_between
from detente.record.store import Record
from detente.views.changing import changes_listing
from detente.views.explaining import explained_object, explained_text
from detente.views.listing import Kind, Listed, listing, search_listing
from detente.views.selection import Selection


def show(
    context: typer.Context,
    kind: Annotated[Kind, typer.Argument(metavar="WHAT", help=", ".join(Kind) + ".")],
    record: RecordFile,
    between: Pair = None,
    type_: Annotated[ActType | None, typer.Option("--type", case_sensitive=False, help="A type of act.")] = None,
    status: Annotated[Status | None, typer.Option(help="What became of an act.")] = None,
    since: Since = None,
    until: Until = None,
    by: Annotated[str | None, typer.Option(metavar="WORDS", help="Who acts, speaks, counts or publishes.")] = None,
    about: Annotated[str | None, typer.Option(metavar="WORDS", help="An issue, or words in what is told.")] = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    _: Actors = None,
) -> None:
    """List what a record holds.

    `unknown` lists names that stand near an act and that detente does not know.

    Example: detente show events my.db --between JPN KOR --since 2023-01-01
    """
    if (type_ or status) and kind is not Kind.EVENTS:
        raise typer.BadParameter("--type and --status are for events.")
    pair = pair_named(context.obj.workshop.names(), between) if between else None
    loaded = load(context.obj.workshop, record, as_of)
    selection = Selection(pair, type_, status, since, until, by, about)
    found = listing(kind, Listed(loaded.shown, loaded.unlinked, selection))
    if kind is Kind.STATEMENTS and not found.table.rows and (near := selection.near(loaded.derived)):
        say(f"Perhaps you mean {' or '.join(near)}.")
    print_listing(found, as_json=as_json, as_csv=as_csv)


def search(
    context: typer.Context,
    record: RecordFile,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help='All of these; "in quotes" as they stand.')],
    limit: Annotated[int, typer.Option(min=1, help="How many at most.")] = 50,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    _: Actors = None,
) -> None:
    """Find words in reports, statements and events.

    Example: detente search my.db export controls
    """
    with Record(record) as opened:
        hits = opened.search(" ".join(f'"{w}"' if " " in w else w for w in words), limit)
    # the day of a report that states none follows from the others
    is_dated = all(hit.report.published.is_known for hit in hits)
    dated = () if is_dated else load(context.obj.workshop, record).derived.reports
    report_by_id = {d.report.id: replace(d.report, published=d.published) for d in dated}
    found = [
        (
            report_by_id.get(h.report.id, h.report),
            h.finding if isinstance(h.finding, Claim | Statement) else None,
            h.snippet,
        )
        for h in hits
    ]
    print_listing(search_listing(found), as_json=as_json, as_csv=as_csv)


def changes(
    context: typer.Context,
    record: RecordFile,
    since: Annotated[date, typer.Option(parser=day, metavar="DAY", help="The last day that is known already.")],
    between: Pair = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    _: Actors = None,
) -> None:
    """List what reports have brought since a day: new events and disagreements, and whose status changed.

    Example: detente changes my.db --since 2023-03-16 --between JPN KOR
    """
    pair = pair_named(context.obj.workshop.names(), between) if between else None
    before, now = (load(context.obj.workshop, record, as_of).derived for as_of in (since, None))
    print_listing(changes_listing(changes_between(before, now), now, pair), as_json=as_json, as_csv=as_csv)


def explain(
    context: typer.Context,
    record: RecordFile,
    thing: Annotated[str, typer.Argument(metavar="EVENT", help="The id of an event, or of one claim.")],
    as_json: AsJson = False,
    _: Actors = None,
) -> None:
    """Tell why an event is what it is: the words, the rule with its examples, the parties, status and day.

    Example: detente explain my.db e-1f2a3b4c5d6e
    """
    from detente.engines.explaining import explain as explanations

    explained = explanations(load(context.obj.workshop, record), thing)
    if as_json:
        typer.echo(json.dumps([explained_object(one) for one in explained], ensure_ascii=False, indent=1))
    else:
        typer.echo("\n".join(explained_text(explained)))
