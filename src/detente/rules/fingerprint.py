"""Which knowledge and which code read a report: hashes of the package's own files."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable


@cache
def rules_hash() -> str:
    """The sha256 of all files of the knowledge in `data`, by name and content, in the order of their names."""
    return _hash(_walk(files("detente") / "data"))


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
