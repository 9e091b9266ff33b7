"""Sections of docs/measures.md, kept apart so that one measure never overwrites another."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MEASURES = ROOT / "docs" / "measures.md"
HEAD = "# Measures\n\nWritten by `make eval` and `make bench`, each its own section; do not edit by hand.\n"


def write_section(name: str, body: str) -> None:
    """Put a section into the page of measures in place of its former self."""
    page = MEASURES.read_text(encoding="utf-8") if MEASURES.exists() else HEAD
    begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
    section = f"{begin}\n{body.strip()}\n{end}"
    if begin in page and end in page:
        before, rest = page.split(begin, 1)
        page = before + section + rest.split(end, 1)[1]
    else:
        page = f"{page.rstrip()}\n\n{section}\n"
    MEASURES.parent.mkdir(exist_ok=True)
    MEASURES.write_text(page, encoding="utf-8")


def commit_line() -> str:
    """The day and commit that is measured, as git gives them, with a word where files differ from it."""
    stamp = _git("log", "-1", "--format=%cs, commit %h")
    is_clean = not _git("status", "--porcelain", "--untracked-files=no", "--", "src", "evaluation", "pyproject.toml")
    return stamp if is_clean else f"{stamp}, with changes not committed"


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607
    return done.stdout.strip()
