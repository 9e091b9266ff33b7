"""Who publishes: outlets by their domains and names, and where a text names its own outlet; `data/outlets.toml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from detente.errors import RuleError
from detente.rules.furniture import Pattern, compile_pattern
from detente.rules.toml import DATA, line_of, read_toml, refuse_repeats, refuse_unknown_keys, words

MARK_KEYS = ("id", "patterns", "where", "open", "examples", "not_examples")
OUTLET_KEYS = ("name", "country", "agency", "domains", "names")


@dataclass(frozen=True, slots=True)
class Outlet:
    """One who publishes reports."""

    name: str
    country: str | None = None
    """ISO 3166 alpha-3 of where it sits."""
    is_agency: bool = False
    """Whether others print its texts."""


@dataclass(frozen=True, slots=True)
class OutletMark:
    """Words in which a text names its own outlet."""

    id: str
    patterns: tuple[Pattern, ...]
    is_at_start: bool
    """Whether it counts where the report begins, otherwise in furniture."""
    is_open: bool
    """Whether any name counts, otherwise only those of known outlets."""
    examples: tuple[tuple[str, str], ...]
    """Texts with the outlet that they name."""
    not_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlets:
    """All outlets that the data knows; `load_outlets` makes it."""

    by_domain: Mapping[str, Outlet]
    by_name: Mapping[str, Outlet]
    """Under each name that a page may call its outlet, with and without its article."""
    marks: tuple[OutletMark, ...]
    company_words: frozenset[str]
    """Words of a company's name that are not its outlet's."""

    def outlet_of(self, url: str) -> Outlet | None:
        """The outlet of an address, by the longest domain that fits."""
        try:
            host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
        except ValueError:
            return None
        parts = host.split(".")
        return next((o for i in range(len(parts)) if (o := self.by_domain.get(".".join(parts[i:])))), None)

    def named(self, words_: str) -> Outlet | None:
        """The known outlet with the longest name among some words."""
        tokens = re.findall(r"[\w'’.&/-]*[\w'’&/-]", words_)
        for length in range(len(tokens), 0, -1):
            for i in range(len(tokens) - length + 1):
                outlet = self.by_name.get(" ".join(tokens[i : i + length]))
                if outlet:
                    return outlet
        return None


@cache
def load_outlets() -> Outlets:
    """The packaged outlets."""
    return read_outlets(read_toml(DATA / "outlets.toml"))


def outlet_of(url: str) -> str | None:
    """The name of the outlet to which an address belongs, if the packaged data knows it."""
    found = load_outlets().outlet_of(url)
    return found.name if found else None


def read_outlets(content: Mapping[str, Any]) -> Outlets:
    """Typed outlets from the content of a file; refuses unknown keys, repeats and marks without proof."""
    refuse_unknown_keys(content, ("outlet", "mark", "company"), "outlets.toml")
    by_domain: dict[str, Outlet] = {}
    by_name: dict[str, Outlet] = {}
    for entry in content.get("outlet", []):
        outlet, domains, names = _outlet(entry)
        for domain in domains:
            if domain in by_domain:
                message = (
                    f"outlets.toml{line_of(entry)}: {outlet.name}: {domain} belongs to {by_domain[domain].name} already"
                )
                raise RuleError(message)
            by_domain[domain] = outlet
        for name in (outlet.name, *names):
            by_name.setdefault(name, outlet)
            by_name.setdefault(name.removeprefix("The "), outlet)
    company = content.get("company", {})
    refuse_unknown_keys(company, ("words", "examples", "not_examples"), "outlets.toml, company")
    refuse_repeats(content.get("mark", []), "id", "outlets.toml")
    marks = tuple(_mark(entry) for entry in content.get("mark", []))
    return Outlets(by_domain, by_name, marks, frozenset(words(company, "words", "outlets.toml, company")))


def _outlet(entry: Mapping[str, Any]) -> tuple[Outlet, tuple[str, ...], tuple[str, ...]]:
    name, country = entry.get("name"), entry.get("country")
    if not isinstance(name, str) or not isinstance(country, str) or not re.fullmatch("[A-Z]{3}", country):
        message = f"outlets.toml{line_of(entry)}: {name}: an outlet needs a name and the three letters of a country"
        raise RuleError(message)
    where = f"outlets.toml{line_of(entry)}: {name}"
    refuse_unknown_keys(entry, OUTLET_KEYS, where)
    domains = words(entry, "domains", where)
    if not domains or any("/" in domain or domain != domain.casefold() for domain in domains):
        message = f"{where}: domains are needed, in small letters, without a path"
        raise RuleError(message)
    return Outlet(name, country, entry.get("agency") is True), domains, words(entry, "names", where)


def _mark(entry: Mapping[str, Any]) -> OutletMark:
    where = f"outlets.toml{line_of(entry)}: mark {entry.get('id')}"
    refuse_unknown_keys(entry, MARK_KEYS, where)
    patterns = tuple(compile_pattern(pattern) for pattern in words(entry, "patterns", where))
    examples = tuple((example["text"], example["outlet"]) for example in entry.get("examples", []))
    not_examples = words(entry, "not_examples", where)
    if not (patterns and examples and not_examples) or entry.get("where") not in {"start", "furniture"}:
        message = f"{where}: patterns, examples, not_examples and where (start or furniture) are all needed"
        raise RuleError(message)
    is_open = entry.get("open") is True
    return OutletMark(str(entry["id"]), patterns, entry["where"] == "start", is_open, examples, not_examples)
