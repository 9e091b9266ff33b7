"""A record opened, with all that follows from it, for whichever door asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from detente.domain.derived import Derived
from detente.domain.findings import Unlinked
from detente.domain.ids import ActorId
from detente.domain.judgements import Judgement
from detente.engines.workshop import Workshop
from detente.errors import UnknownNameError
from detente.record.contents import Contents
from detente.record.derive import derive
from detente.record.schema import SCHEMA
from detente.record.store import Record
from detente.rules.actors import Knowledge
from detente.rules.fingerprint import extension_in
from detente.views.export import Shown, Stamp


@dataclass(frozen=True, slots=True)
class Loaded:
    """A record with all that follows from it."""

    contents: Contents
    derived: Derived
    names: Knowledge

    @property
    def shown(self) -> Shown:
        """What its lists and exports are made from."""
        aside = tuple((a.report, a.superseded_by) for a in self.contents.set_aside)
        return Shown(self.derived, self.names.name_by_id.get, aside)

    @property
    def unlinked(self) -> tuple[Unlinked, ...]:
        """The names that no knowledge of ours links, in all reports that count."""
        return tuple(name for found in self.contents.findings for name in found.unlinked)

    def stamp(self, workshop: Workshop) -> Stamp:
        """What the first line of an export says."""
        now, readings = workshop.reading(), self.contents.readings
        pipelines = sorted({r.pipeline for r in readings}) or [now.pipeline]
        rules = sorted({r.rules for r in readings})
        actors = sorted({extension for r in readings if (extension := extension_in(r.rules))})
        return Stamp(SCHEMA, now.detente, now.rules, ", ".join(pipelines), tuple(rules), tuple(actors))


def load(workshop: Workshop, path: Path, as_of: date | None = None) -> Loaded:
    """The record in a file, or what it would be with the reports that were out by a day."""
    with Record(path) as record:
        contents = record.contents()
    return Loaded(contents, derive(contents, workshop.settle, as_of), workshop.names())


def load_at_last_brief(workshop: Workshop, path: Path, pair: tuple[ActorId, ActorId]) -> Derived | None:
    """What followed from a record when the last brief on two powers was made; None where there was none."""
    with Record(path) as record:
        mark = record.last_brief(pair)
        contents = record.contents(mark) if mark else None
    return derive(contents, workshop.settle) if contents else None


def day_before_the_latest(derived: Derived, pair: tuple[ActorId, ActorId]) -> date | None:
    """The day before that of the newest report with an act of two powers, where older reports tell of them, too."""
    told = {r for event in derived.events if set(pair) <= set(event.powers) for r in event.reports}
    days = {d.published.latest for d in derived.reports if d.report.id in told and d.published.latest}
    return max(days) - timedelta(days=1) if len(days) > 1 else None


def grounds(workshop: Workshop, loaded: Loaded, thing: str) -> tuple[str, ...]:
    """What a judgement on a thing is to be on: the claims of an event, and so on, whose ids outlive every merge."""
    # what judgements joined, divided or took away can be judged again
    return (
        _grounds_in(loaded.derived, thing)
        or _grounds_of_old(loaded.contents.judgements, thing)
        or _grounds_in(workshop.settle(loaded.contents.findings, ()), thing)
        or (thing,)
    )


def pair_named(names: Knowledge, between: tuple[str, str]) -> tuple[ActorId, ActorId]:
    """The ids of two states or bodies that are given by name or code; UnknownNameError suggests others."""
    one, other = (_named(names, name) for name in between)
    if one == other:
        raise UnknownNameError(f"{between[0]!r} and {between[1]!r} are one and the same: {one}.")
    return one, other


def most_told_pair(derived: Derived) -> tuple[ActorId, ActorId] | None:
    """The two states or bodies with the most events between them."""
    pairs = [pair for event in derived.events for pair in combinations(event.powers, 2)]
    return max(sorted(set(pairs)), key=pairs.count, default=None)


def _grounds_in(derived: Derived, thing: str) -> tuple[str, ...]:
    for event in derived.events:
        if event.id == thing:
            return tuple(mention.claim.id for mention in event.mentions)
    for spoken in derived.statements:
        if spoken.statements[0].id == thing:
            return tuple(statement.id for statement in spoken.statements)
    return ()


def _grounds_of_old(judgements: Sequence[Judgement], thing: str) -> tuple[str, ...]:
    """What a thing was made of when it was last judged."""
    rested = {on: part for j in judgements for on, part in zip(j.on, j.claims, strict=False)}
    return rested.get(thing, ())


def _named(names: Knowledge, name: str) -> ActorId:
    found = names.state_named(name)
    if found is None:
        nearest = " or ".join(names.suggest(name))
        raise UnknownNameError(f"Nothing is called {name!r}." + (f" Did you mean {nearest}?" if nearest else ""))
    return found
