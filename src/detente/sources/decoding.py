"""From the bytes of a file to its text, and a clear word where that fails."""

import codecs
import re
from dataclasses import dataclass

LARGEST = 5_000_000
"""Bytes; long reports have some 100,000, the heaviest pages of newspapers 3,000,000."""
CONTROL_SHARE = 0.02
"""Share of control characters from which on a file is no text; texts have none but blanks and line ends."""
STRANGE_SHARE = 0.3
"""Share of letters beyond ASCII from which on a Windows-1252 reading is not believed."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([\w.:-]{3,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 2048
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_BINARY_MARKS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x7fELF",
)
SAMPLE = 65_536
"""Bytes that are looked at for control characters."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and what had to be done to read it, in a sentence for a reader."""

    text: str
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Why bytes are no text, in a sentence for a reader."""

    reason: str


def decode(content: bytes, *, is_page: bool = False) -> Decoded | Undecodable:
    """The text of a file; a page may declare its own character set."""
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xfe\xff"):
        return Undecodable("the file is empty")
    if len(content) > LARGEST:
        return Undecodable(too_large(len(content)))
    if _is_binary(content):
        return Undecodable("the file is not a text but a binary file (a picture, a PDF, a program, an office document)")
    decoded = _by_mark(content) or _as_utf8(content) or (_as_declared(content) if is_page else None)
    decoded = decoded or _mostly_utf8(content) or _as_windows(content)
    if decoded is None:
        return Undecodable("the file is not valid UTF-8 and in no other encoding that is known; save it again as UTF-8")
    return decoded if decoded.text.strip("\ufeff \t\r\n\x00") else Undecodable("the file is empty")


def _is_binary(content: bytes) -> bool:
    """Whether a file starts like one of the usual binary kinds, or is full of control characters."""
    if any(content.startswith(mark) for mark, _ in _MARKS):
        return False
    head = content[:SAMPLE]
    return content.startswith(_BINARY_MARKS) or len(_CONTROLS.findall(head)) > CONTROL_SHARE * len(head)


def too_large(size: int) -> str:
    """The reason for a file that is larger than any report."""
    return (
        f"the file has {size / 1e6:.0f} MB, more than any report (at most {LARGEST / 1e6:.0f} MB are read); "
        "if it holds several reports, give each a file of its own"
    )


def _by_mark(content: bytes) -> Decoded | None:
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    return _strictly(content, encoding) if encoding else None


def _as_utf8(content: bytes) -> Decoded | None:
    return _strictly(content, "utf-8")


def _as_declared(content: bytes) -> Decoded | None:
    match = _DECLARED.search(content[:_DECLARED_WITHIN])
    return _strictly(content, match[1].decode("ascii")) if match else None


def _strictly(content: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(content.decode(encoding))
    except (UnicodeError, LookupError):
        return None


def _mostly_utf8(content: bytes) -> Decoded | None:
    """UTF-8 in which some bytes were lost: more of its letters beyond ASCII are whole than broken."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(letter > "\x7f" for letter in text) - broken
    if whole <= broken:
        return None
    return Decoded(text, f"{broken} broken character(s) are not valid UTF-8 and were read as “\ufffd”")


def _as_windows(content: bytes) -> Decoded | None:
    decoded = _strictly(content, "cp1252")
    if decoded is None:
        return None
    letters = [letter for letter in decoded.text if letter.isalpha()]
    if sum(letter > "\x7f" for letter in letters) > STRANGE_SHARE * len(letters):
        return None
    return Decoded(decoded.text, "the file is not valid UTF-8 and was read as Windows-1252; look at its accents")
