"""The commands that are asked without a record: whom words mean, and what sentences say."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from detente.claims.who import who as whom
from detente.cli.options import Actors, AsJson, Output, day
from detente.cli.terminal import NOT_ALL, json_lines, lines_or_faults, print_listing, say, write
from detente.views.export import json_line
from detente.views.listing import Listing
from detente.views.people import who_object, who_table


def who(
    context: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS", help="Names or descriptions of actors.")] = None,
    on: Annotated[date | None, typer.Option(parser=day, metavar="DAY", help="The day for which it is asked.")] = None,
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
            as_of = day(asked["date"]) if asked.get("date") else on
            meant = whom(asked["text"], as_of, knowledge)
            typer.echo(json.dumps({**asked, **who_object(meant, knowledge.name_by_id)}))
        return
    answers = [(text, whom(text, on, knowledge)) for text in words or ()]
    objects = [{"text": text, **who_object(answer, knowledge.name_by_id)} for text, answer in answers]
    print_listing(Listing(who_table(answers, knowledge.name_by_id), objects), as_json=as_json, as_csv=False)


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
