"""Whether what sets reports against one another reads sentences as the data says."""

from collections.abc import Callable, Iterator
from typing import Any

from detente.domain.findings import Findings
from detente.domain.reports import Report
from detente.events.differing_places import located
from detente.events.differing_times import ended_days
from detente.events.tellings import Sources, Telling
from detente.proofs.checked import Checked, Rule
from detente.proofs.ground import Ground
from detente.rules.alike import Alike
from detente.rules.contraries import PLAIN, Contraries
from detente.rules.disputes import Disputes
from detente.rules.toml import DATA, read_toml

Reading = Callable[[Telling, Disputes], object]
"""What a sentence is read as."""


def check_alike(ground: Ground) -> Iterator[Checked]:
    """The words of data/alike.toml: which are forms of one word, names of one thing, or empty."""
    alike, content = ground.settling.differing.alike, read_toml(DATA / "alike.toml")
    for name, is_alike in (("endings", _are_forms), ("same", _are_names)):
        for one, other in content[name]["examples"]:
            yield Rule("alike.toml", name).finds(f"{one}, {other}", is_found=is_alike(one, other, alike))
        for one, other in content[name]["not_examples"]:
            yield Rule("alike.toml", name).leaves(f"{one}, {other}", is_found=is_alike(one, other, alike))
    for one, other in content["turning"]["examples"]:
        yield Rule("alike.toml", "turning").finds(
            f"{one}, {other}", is_found=_turns(one, alike) != _turns(other, alike)
        )
    for one, other in content["turning"]["not_examples"]:
        yield Rule("alike.toml", "turning").leaves(
            f"{one}, {other}", is_found=_turns(one, alike) != _turns(other, alike)
        )
    for word in content["empty"]["examples"]:
        yield Rule("alike.toml", "empty").finds(word, is_found=not alike.content(word))
    for word in content["empty"]["not_examples"]:
        yield Rule("alike.toml", "empty").leaves(word, is_found=not alike.content(word))


def check_contraries(ground: Ground) -> Iterator[Checked]:
    """The sentences of data/contraries.toml: what they deny, and what they say of a number."""
    contraries, content = ground.settling.differing.contraries, read_toml(DATA / "contraries.toml")
    yield from _given("denial", content, lambda text: [thing for _, thing in contraries.denied_things(text)], "thing")
    yield from _given("vague", content, lambda text: [low for _, low, _ in contraries.vague_counts(text)], "low")
    for name in PLAIN:
        for text in content[name]["examples"]:
            yield Rule("contraries.toml", name).finds(text, is_found=_stands(name, text, contraries))
        for text in content[name]["not_examples"]:
            yield Rule("contraries.toml", name).leaves(text, is_found=_stands(name, text, contraries))


def check_disputes(ground: Ground) -> Iterator[Checked]:
    """The sentences of data/disputes.toml: what each part of it finds in them."""
    disputes, content = ground.settling.differing.disputes, read_toml(DATA / "disputes.toml")
    for name, reading in READINGS.items():
        rule, entry = Rule("disputes.toml", name), content[name].get("proof", content[name])
        for example in entry["examples"]:
            wanted = {key: value for key, value in example.items() if key != "text"}
            found = reading(_telling(example["text"], ground), disputes)
            yield rule.gives(example["text"], found, next(iter(wanted.values())))
        for text in entry["not_examples"]:
            yield rule.gives(text, reading(_telling(text, ground), disputes), None)


def _given(name: str, content: Any, find: Callable[[str], list[Any]], key: str) -> Iterator[Checked]:  # noqa: ANN401 - TOML
    wanted = [(e["text"], [e[key]]) for e in content[name]["examples"]]
    for text, things in (*wanted, *((text, []) for text in content[name]["not_examples"])):
        yield Rule("contraries.toml", name).gives(text, find(text), things)


def _are_forms(one: str, other: str, alike: Alike) -> bool:
    return alike.stem(one) == alike.stem(other)


def _are_names(one: str, other: str, alike: Alike) -> bool:
    left, right = alike.content(one), alike.content(other)
    return left <= right or right <= left


def _turns(text: str, alike: Alike) -> list[str]:
    return [turn for word in text.split() if (turn := alike.turn(word))]


def _stands(name: str, text: str, contraries: Contraries) -> bool:
    if name == "many":
        return contraries.is_many(text)
    return contraries.opens(name, text) if name in {"parts", "links"} else contraries.has(name, text)


def _telling(text: str, ground: Ground) -> Telling:
    """A sentence as it stands in a record."""
    report, rules = Report(text), ground.settling
    published = {report.id: report.published}
    sources = Sources([Findings(report)], published, {}, (), rules.knowledge, rules.differing)
    return next(iter(sources.tellings))


def _place(telling: Telling, disputes: Disputes) -> object:
    found = located(telling, disputes)
    return found.realm if found and found.is_there else None


def _part(telling: Telling, disputes: Disputes) -> object:
    act = disputes.has("part", "acts", telling.masked)
    match = disputes.search("part", "denials", telling.masked) or disputes.search("part", "blames", telling.masked)
    return next(group for group in match.groups() if group) if match and act else None


def _denied(telling: Telling, disputes: Disputes) -> object:
    masked = telling.masked
    is_flat = disputes.has("denied", "openings", masked) and not disputes.has("denied", "guards", masked)
    return telling.quote.exact if is_flat else None


def _ends(telling: Telling, disputes: Disputes) -> object:
    return next((f"{end.month:02}-{end.day:02}" for end in ended_days(telling, disputes)), None)


def _ahead(telling: Telling, disputes: Disputes) -> object:
    match = disputes.search("horizon", "patterns", telling.masked)
    return [word for word in match.group().split() if word in disputes.units] if match else None


def _yet_to_come(telling: Telling, disputes: Disputes) -> object:
    match = disputes.search("impossible", "future", telling.masked)
    return match.group().strip() if match else None


READINGS: dict[str, Reading] = {
    "place": _place,
    "cause": lambda telling, disputes: disputes.cause(telling.masked),
    "part": _part,
    "denied": _denied,
    "deadline": _ends,
    "horizon": _ahead,
    "impossible": _yet_to_come,
    "deed": lambda telling, disputes: disputes.has("deed", "announcing", telling.masked) or None,
}
"""By part of data/disputes.toml what it finds in a sentence."""
