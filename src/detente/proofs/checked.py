"""What a proof gives: a sentence of the data, and what is wrong with it."""

from collections.abc import Collection
from dataclasses import dataclass

MISSED = "is not found"
TAKEN = "is found, and is to be left alone"


@dataclass(frozen=True, slots=True)
class Rule:
    """An entry of the data: the file below `data`, and what it is called there."""

    file: str
    name: str

    def finds(self, text: str, *, is_found: bool) -> "Checked":
        """Check an example that is to be found."""
        return Checked(self, text, None if is_found else MISSED)

    def leaves(self, text: str, *, is_found: bool) -> "Checked":
        """Check a sentence that is to be left alone."""
        return Checked(self, text, TAKEN if is_found else None)

    def gives(self, text: str, found: object, wanted: object) -> "Checked":
        """Check an example that tells what comes of it."""
        return Checked(self, text, None if found == wanted else f"gives {_shown(found)}, not {_shown(wanted)}")


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence of the data."""

    rule: Rule
    text: str
    fault: str | None = None
    """What is wrong with what comes of it."""


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, Collection) and not isinstance(value, str):
        return " + ".join(map(str, value)) or "nothing"
    return str(value)
