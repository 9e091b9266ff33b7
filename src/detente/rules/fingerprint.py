"""Which knowledge and which code read a report: hashes of the package's own files."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

JOIN = "+"
"""Stands between the hash of the package's own knowledge and that of a settings folder which extends it."""


@cache
def rules_hash() -> str:
    """The sha256 of all files of the knowledge in `data`, by name and content, in the order of their names."""
    return _hash(_walk(files("detente") / "data"))


def extended_hash(extra: Traversable) -> str:
    """The same, and after a plus sign that of the settings folder by which the knowledge is extended."""
    own = ((name, leaf) for name, leaf in _walk(extra) if name.endswith(".toml") and "/" not in name)
    return f"{rules_hash()}{JOIN}{_hash(own)}"


def extension_in(rules: str) -> str | None:
    """The settings folder's part of such a hash, or None where nothing was extended."""
    return rules.partition(JOIN)[2] or None


@cache
def code_hash() -> str:
    """The same of the package's own modules: other code may find other things with the same knowledge."""
    modules = ((name, leaf) for name, leaf in _walk(files("detente")) if name.endswith(".py"))
    return _hash(modules)


def _walk(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, Traversable]]:
    for leaf in sorted(folder.iterdir(), key=lambda leaf: leaf.name):
        name = f"{prefix}{leaf.name}"
        if leaf.is_file():
            yield name, leaf
        elif leaf.name != "__pycache__":
            yield from _walk(leaf, f"{name}/")


def _hash(leaves: Iterator[tuple[str, Traversable]]) -> str:
    whole = sha256()
    for name, leaf in leaves:
        content = leaf.read_bytes()
        # name and length before the content, so that no two trees of files can run together to the same bytes
        whole.update(f"{name}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()
