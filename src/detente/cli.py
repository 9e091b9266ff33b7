"""The commands; the clock, the terminal and the exit codes live here and nowhere below."""
# ruff: noqa: PLR0913, PLR0917, FBT002 - a command has as many arguments as it has options, and a flag is true or false
# ruff: noqa: PLC0415 - what imports the parser, which takes seconds, is imported by the commands that need it

import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from importlib.metadata import version
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from detente.claims.who import who
from detente.domain.acts import ActType, Status
from detente.domain.findings import Claim, Statement
from detente.domain.judgements import Judgement, Verdict
from detente.engines.loading import grounds, load, most_told_pair, pair_named
from detente.engines.workshop import Sources, packaged
from detente.errors import DetenteError
from detente.events.changes import changes
from detente.record.store import Record
from detente.rules.actors import load_knowledge
from detente.rules.actors_table import persons_from_table
from detente.terminal import (
    IMPOSSIBLE,
    NOT_ALL,
    Door,
    brief_text,
    json_lines,
    lines_or_faults,
    print_listing,
    read_reports,
    say,
    write,
)
from detente.views.changing import changes_listing
from detente.views.explaining import explained_object, explained_text
from detente.views.export import Format, export, json_line
from detente.views.listing import Kind, Listed, Listing, listing, search_listing
from detente.views.people import who_object, who_table
from detente.views.selection import Selection

_EPILOG = """Begin with: detente demo

Then with reports of your own, plain text or HTML, in a folder:

detente read my-reports --record my.db

detente brief my.db --between Japan "South Korea" -o brief.html"""

_MAKE, _LOOK, _CORRECT = "Make a record", "Look into a record", "Correct a record"
_RULES = "Sentences, names and rules"

app = typer.Typer(
    help="Reads news reports about states and keeps a sourced, dated record of their relations.",
    epilog=_EPILOG,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"{text!r} is no day; write it as 2023-03-16."
        raise typer.BadParameter(message) from error


def _use_actors(context: typer.Context, folder: Path | None) -> Path | None:
    """Let a command work with the persons of a settings folder."""
    if folder is not None:
        if not any(folder.glob("*.toml")):
            message = f"{folder} holds no .toml file; `detente actors import` makes one."
            raise typer.BadParameter(message)
        context.obj = replace(context.obj, workshop=packaged(folder))
    return folder


Actors = Annotated[
    Path | None,
    typer.Option(
        "--actors",
        exists=True,
        file_okay=False,
        callback=_use_actors,
        metavar="FOLDER",
        help="Know the persons of this settings folder, too; `detente actors import` fills it.",
    ),
]
RecordFile = Annotated[Path, typer.Argument(metavar="RECORD", help="The file that `detente read` made.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write it; - is here.")]
Pair = Annotated[
    tuple[str, str] | None, typer.Option(metavar="STATE STATE", help="Two states or bodies, by name or code.")
]
Since = Annotated[date | None, typer.Option(parser=_day, metavar="DAY", help="Nothing before this day.")]
Until = Annotated[date | None, typer.Option(parser=_day, metavar="DAY", help="Nothing after this day.")]
AsOf = Annotated[
    date | None, typer.Option(parser=_day, metavar="DAY", help="Use only reports that were out by this day.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print comma-separated values instead of a table.")]
By = Annotated[str, typer.Option(metavar="NAME", help="Who says so.")]
Why = Annotated[str, typer.Option(metavar="WORDS", help="The reason.")]


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


@app.command(rich_help_panel=_MAKE)
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


@app.command(rich_help_panel=_MAKE)
def demo(
    context: typer.Context,
    folder: Annotated[
        Path | None, typer.Argument(metavar="[FOLDER]", help="Where to write; a new temporary folder otherwise.")
    ] = None,
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
        write([brief_text(loaded, pair, (None, None), brief_file)], brief_file)
        typer.echo(brief_file)
    raise typer.Exit(0 if pair else NOT_ALL)


@app.command(rich_help_panel=_LOOK)
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


@app.command(rich_help_panel=_LOOK)
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
    print_listing(listing(kind, Listed(loaded.shown, loaded.unlinked, selection)), as_json=as_json, as_csv=as_csv)


@app.command(rich_help_panel=_LOOK)
def search(
    record: RecordFile,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help='All of these; "in quotes" as they stand.')],
    limit: Annotated[int, typer.Option(min=1, help="How many at most.")] = 50,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Find words in reports, statements and events.

    Example: detente search my.db export controls
    """
    with Record(record) as opened:
        hits = opened.search(" ".join(f'"{w}"' if " " in w else w for w in words), limit)
    found = [(h.report, h.finding if isinstance(h.finding, Claim | Statement) else None, h.snippet) for h in hits]
    print_listing(search_listing(found), as_json=as_json, as_csv=as_csv)


@app.command("changes", rich_help_panel=_LOOK)
def changes_command(
    context: typer.Context,
    record: RecordFile,
    since: Annotated[date, typer.Option(parser=_day, metavar="DAY", help="The last day that is known already.")],
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
    print_listing(changes_listing(changes(before, now), now, pair), as_json=as_json, as_csv=as_csv)


@app.command("explain", rich_help_panel=_LOOK)
def explain_command(
    context: typer.Context,
    record: RecordFile,
    thing: Annotated[str, typer.Argument(metavar="EVENT", help="The id of an event, or of one claim.")],
    as_json: AsJson = False,
    _: Actors = None,
) -> None:
    """Tell why an event is what it is: the words, the rule with its examples, the parties, status and day.

    Example: detente explain my.db e-1f2a3b4c5d6e
    """
    from detente.engines.explaining import explain

    explained = explain(load(context.obj.workshop, record), thing)
    if as_json:
        typer.echo(json.dumps([explained_object(one) for one in explained], ensure_ascii=False, indent=1))
    else:
        typer.echo("\n".join(explained_text(explained)))


@app.command("export", rich_help_panel=_LOOK)
def export_command(
    context: typer.Context,
    record: RecordFile,
    form: Annotated[Format, typer.Option("--format", help="jsonl: everything; csv: the events.")] = Format.JSONL,
    as_of: AsOf = None,
    output: Output = None,
    _: Actors = None,
) -> None:
    """Print the whole record for other programs."""
    loaded = load(context.obj.workshop, record, as_of)
    write(export(loaded.shown, loaded.stamp(context.obj.workshop), form), output)


@app.command(rich_help_panel=_CORRECT)
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


@app.command(rich_help_panel=_CORRECT)
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


@app.command("who", rich_help_panel=_RULES)
def who_command(
    context: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS", help="Names or descriptions of actors.")] = None,
    on: Annotated[date | None, typer.Option(parser=_day, metavar="DAY", help="The day for which it is asked.")] = None,
    file: Annotated[
        Path | None,
        typer.Option(exists=True, metavar="FILE", help='Lines of JSON with "text" and, if known, "date".'),
    ] = None,
    as_json: AsJson = False,
    _: Actors = None,
) -> None:
    """Tell whom words mean on a day, and which offices he held.

    Example: detente who "the Japanese prime minister" --on 2023-03-16
    """
    knowledge = context.obj.workshop.names()
    if file:
        for asked in json_lines(file):
            day = _day(asked["date"]) if asked.get("date") else on
            typer.echo(json.dumps({**asked, **who_object(who(asked["text"], day, knowledge), knowledge.name_by_id)}))
        return
    answers = [(text, who(text, on, knowledge)) for text in words or ()]
    objects = [{"text": text, **who_object(answer, knowledge.name_by_id)} for text, answer in answers]
    print_listing(Listing(who_table(answers, knowledge.name_by_id), objects), as_json=as_json, as_csv=False)


@app.command(rich_help_panel=_RULES)
def code(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            exists=True, dir_okay=False, metavar="IN.jsonl", help='Lines of JSON with "id", "text" and perhaps more.'
        ),
    ],
    output: Output = None,
    _: Actors = None,
) -> None:
    """Code single sentences, a line of JSON each, without a record.

    A line may have the "date" of its report, and the places of "actor" and "recipient".

    Example: detente code sentences.jsonl -o claims.jsonl
    """
    from detente.engines.sentences import code_each

    numbered = list(lines_or_faults(file))
    bad: list[int] = []

    def coded() -> Iterator[str]:
        found = code_each([line for _, line in numbered], context.obj.workshop.names())
        for (number, _), claims in zip(numbered, found, strict=True):
            if isinstance(claims, str):
                bad.append(number)
                say(f"{file}, line {number}: {claims}.")
            else:
                yield json_line(claims)

    write(coded(), output)
    if not numbered:
        say(f"{file} holds no line.")
    raise typer.Exit(NOT_ALL if bad or not numbered else 0)


_actors = typer.Typer(help="Add persons to those that detente knows.", no_args_is_help=True)
app.add_typer(_actors, name="actors", rich_help_panel=_RULES)


@_actors.callback()
def _of_actors() -> None:
    """Add persons to those that detente knows."""


@_actors.command("import")
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


@app.command("check-rules", rich_help_panel=_RULES)
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


if __name__ == "__main__":
    sys.exit(main())
