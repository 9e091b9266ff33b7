"""Proofs of the data, made once: what was proved is proved again when it, the parser or detente changes."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from detente.errors import RuleError
from detente.record.contents import Reading
from detente.rules.toml import DATA

Tell = Callable[[str], None]
"""Tells a person that something takes a while."""

PROVED = "proved.txt"
"""The file of the package that names the data which was proved when the package was made."""
_SHOWN = 5
_NOTICE = "Proving what detente knows by its own examples; this is done once, and again when the knowledge changes."


@dataclass(frozen=True, slots=True)
class Tried:
    """A sentence of the data, where it stands, and what is wrong with it."""

    place: str
    """File and line."""
    rule: str
    text: str
    fault: str | None

    @property
    def file(self) -> str:
        """The file in which it stands."""
        return self.place.partition(",")[0]

    @property
    def line(self) -> str:
        """What a person is told of a fault."""
        return f"{self.place}: {self.rule}: {self.text!r} {self.fault}."

    def as_object(self) -> dict[str, str | None]:
        """The same for programs."""
        return {"kind": "fault", "place": self.place, "rule": self.rule, "text": self.text, "fault": self.fault}


def ensure_proved(reading: Reading, actors: Path | None, tell: Tell) -> None:
    """Stop with a RuleError where the data of a reading does not do what its examples say."""
    key = key_of(reading)
    if _is_proved(key):
        return
    tell(_NOTICE)
    faults = [tried.line for tried in try_rules((), actors) if tried.fault]
    if faults:
        rest = [f"{len(faults) - _SHOWN} more; `detente check-rules` lists them."] if len(faults) > _SHOWN else []
        raise RuleError("\n".join([*faults[:_SHOWN], *rest]))
    keep_proof(key)


def try_rules(own: Sequence[Path] = (), actors: Path | None = None) -> Iterator[Tried]:
    """Every sentence of the data, or of files of rules of one's own, as it comes out; this loads the parser."""
    from detente.proofs.ground import Ground  # noqa: PLC0415 - it imports the parser, which takes seconds
    from detente.proofs.proving import prove, prove_acts  # noqa: PLC0415 - the same
    from detente.rules.acts import load_act_rules  # noqa: PLC0415 - the same
    from detente.rules.settling import load_settling_rules  # noqa: PLC0415 - the same
    from detente.tools import load_tools  # noqa: PLC0415 - the same

    ground = Ground(replace(load_tools(actors), acts=load_act_rules(own)), load_settling_rules(actors))
    file_by_name: dict[str, Traversable] = {path.name: path for path in own}
    for checked in prove_acts(ground, file_by_name) if own else prove(ground):
        rule = checked.rule
        name = rule.file.removeprefix("acts/") if own else rule.file
        place = _place(file_by_name.get(name, DATA / name), name, checked.text, rule.name)
        yield Tried(place, rule.name, checked.text, checked.fault)


def key_of(reading: Reading) -> str:
    """What names a proof: the data, the parser and the version of detente."""
    return sha256(f"{reading.detente}\0{reading.pipeline}\0{reading.rules}".encode()).hexdigest()


def keep_proof(key: str) -> None:
    """Remember that data was proved; where nothing can be written it is proved again."""
    with suppress(OSError, RuntimeError):
        folder = _folder()
        folder.mkdir(parents=True, exist_ok=True)
        (folder / key).touch()


def _is_proved(key: str) -> bool:
    shipped = files("detente") / PROVED
    if shipped.is_file() and key in shipped.read_text(encoding="utf-8").split():
        return True
    with suppress(OSError, RuntimeError):
        return (_folder() / key).exists()
    return False


def _folder() -> Path:
    """Where proofs are kept, a file each; RuntimeError where the user has no home."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "detente" / "proofs"


def _place(file: Traversable, name: str, text: str, rule: str) -> str:
    """The file and line of a sentence, or of its rule where the sentence is not written as it is read."""
    leaves = [(leaf, f"{name}/{leaf.name}") for leaf in file.iterdir()] if file.is_dir() else [(file, name)]
    for wanted in (text, text.replace('"', '\\"'), f'"{rule}"', f"[{rule}]"):
        for leaf, called in sorted(leaves, key=lambda pair: pair[1]):
            lines = leaf.read_text(encoding="utf-8").splitlines()
            number = next((n for n, line in enumerate(lines, 1) if wanted in line), None)
            if number is not None:
                return f"{called}, line {number}"
    return name
