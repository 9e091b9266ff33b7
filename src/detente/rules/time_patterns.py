"""Patterns of times: rows of classes and words, compiled to regexes over rows of codes.

    PART ~ ? MONTH ( of ) ? YEAR        (as it comes from data/times.toml, piece by piece)

A regex over codes needs no backtracking over letters, and its first codes tell where it is worth trying.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from detente.errors import RuleError

MARKS = frozenset("()|?~$&")


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern, ready for use."""

    regex: str
    slots: tuple[str, ...]
    """For each group of the regex the class that it stands for."""
    first: frozenset[str]
    """The codes with which it can begin."""


@dataclass(frozen=True, slots=True)
class _Piece:
    regex: str
    first: frozenset[str]
    can_be_empty: bool


def compile_pattern(atoms: list[str], codes: Mapping[frozenset[str], str], where: str) -> Compiled:
    """A pattern from its atoms; a class that nothing bears, or a bracket without its fellow, stops it."""
    compiler = _Compiler(atoms, codes, where)
    piece = compiler.either()
    if compiler.at < len(atoms):
        compiler.stop(f"cannot go on at {atoms[compiler.at]!r}")
    if piece.can_be_empty:
        compiler.stop("could be nothing at all")
    return Compiled(piece.regex, tuple(compiler.slots), piece.first)


class _Compiler:
    """One pass over the atoms, left to right."""

    def __init__(self, atoms: list[str], codes: Mapping[frozenset[str], str], where: str) -> None:
        self._atoms = atoms
        self._codes = codes
        self._where = where
        self.at = 0
        self.slots: list[str] = []

    def stop(self, reason: str) -> None:
        message = f"{self._where}: pattern {' '.join(self._atoms)!r} {reason}"
        raise RuleError(message)

    def either(self) -> _Piece:
        """Rows with | between them."""
        rows = [self._row()]
        while self._peek() == "|":
            self.at += 1
            rows.append(self._row())
        first = frozenset[str]().union(*(row.first for row in rows))
        return _Piece("|".join(row.regex for row in rows), first, any(row.can_be_empty for row in rows))

    def _row(self) -> _Piece:
        regex, first, is_empty = "", frozenset[str](), True
        while self._peek() not in ("", "|", ")"):
            piece = self._item()
            regex += piece.regex
            if is_empty:
                first |= piece.first
            is_empty = is_empty and piece.can_be_empty
        return _Piece(regex, first, is_empty)

    def _item(self) -> _Piece:
        piece = self._single()
        if self._peek() == "?":
            self.at += 1
            return _Piece(f"(?:{piece.regex})?", piece.first, can_be_empty=True)
        return piece

    def _single(self) -> _Piece:
        atom = self._peek()
        self.at += 1
        if atom == "(":
            inner = self.either()
            if self._peek() != ")":
                self.stop("lacks a closing bracket")
            self.at += 1
            return _Piece(f"(?:{inner.regex})", inner.first, inner.can_be_empty)
        if atom == "~":
            codes = self._with("HYPHEN")
            return _Piece(f"[{''.join(codes)}]?", frozenset(codes), can_be_empty=True)
        if atom == "$":
            return _Piece(f"(?=[{''.join(self._with('STOP'))}]|$)", frozenset(), can_be_empty=True)
        if atom.startswith("&"):
            return _Piece(f"(?=[{''.join(self._with(atom[1:]))}])", frozenset(), can_be_empty=True)
        if atom.isupper():
            codes = self._with(atom)
            self.slots.append(atom)
            return _Piece(f"([{''.join(codes)}])", frozenset(codes), can_be_empty=False)
        codes = self._with(f"={atom}")
        return _Piece(f"[{''.join(codes)}]", frozenset(codes), can_be_empty=False)

    def _with(self, name: str) -> list[str]:
        codes = sorted(code for names, code in self._codes.items() if name in names)
        if not codes:
            self.stop(f"has {name!r}, which nothing is")
        return codes

    def _peek(self) -> str:
        return self._atoms[self.at] if self.at < len(self._atoms) else ""
