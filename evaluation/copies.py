"""How well copies are found: reports made by editing or retelling others, of which it is known which copies which."""

import sys
import time
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from detente.domain.reports import Report
from measures import ROOT, commit_line, write_section

sys.path.insert(0, str(ROOT / "tests" / "events"))
from copy_making import copied_reports
from origin_making import origins

ORIGINALS, COPIES = 200, 10
LEAST_PRECISION, LEAST_RECALL = 0.99, 0.95
TEXTS = ROOT / "evaluation" / "texts"
RETOLD = ROOT / "evaluation" / "retold"

WITNESS = "other"
"""In the name of a file: another reporter's word on the same event, who copied nobody."""


@dataclass(frozen=True, slots=True)
class Found:
    """Pairs of reports of one origin: those that there are, those that were found, and those that are both."""

    true: int
    told: int
    right: int
    seconds: float

    @property
    def precision(self) -> float:
        """The part of what was found that is right."""
        return self.right / self.told if self.told else 0.0

    @property
    def recall(self) -> float:
        """The part of what there is that was found."""
        return self.right / self.true

    @property
    def row(self) -> str:
        """As the page of measures has it."""
        figures = f"{self.true:,} | {self.told:,} | {self.right:,} | {self.precision:.4f} | {self.recall:.4f}"
        return f"{figures} | {self.seconds:.1f} |"


def main() -> int:
    """Make the copies, find them, write the measure down; 1 where it is below the bar."""
    edited = list(copied_reports(ORIGINALS, COPIES))
    words = sum(len(report.text.split()) for _, report in edited) // len(edited)
    written = written_reports()
    rows = {
        "edited by script": _measure(edited),
        "retold by hand": _measure(written),
        "retold by hand and cut": _measure([(name, _cut(report)) for name, report in written]),
    }
    witnesses = sum(WITNESS in name for name, _ in written)
    events = Counter(name.split(".")[0] for name, _ in written)
    hard = sum(n * (n - 1) // 2 for n in events.values()) - rows["retold by hand"].true
    body = f"""## Copies

{commit_line()}. `evaluation/copies.py`. Edited by script: {len(edited):,} reports of {words} words
on average, made by editing {ORIGINALS} others in one to three ways (cut, reordered, synonyms, misspelt, a new lead);
the originals themselves are not among them, and share formulas, quotations and background paragraphs. Retold by hand:
the texts of `evaluation/texts`, each rewritten sentence by sentence as a translation and back leaves it
(`evaluation/retold`), and {witnesses} independent reports on the same events: {hard} pairs that must be left apart.

| pairs of copies | there are | found | right | precision | recall | seconds of one core |
|---|---|---|---|---|---|---|
"""
    body += "".join(f"| {name} | {found.row}\n" for name, found in rows.items())
    write_section("copies", body)
    print(body)
    is_good = all(found.precision >= LEAST_PRECISION for found in rows.values())
    return 0 if is_good and rows["edited by script"].recall >= LEAST_RECALL else 1


def written_reports() -> list[tuple[str, Report]]:
    """The texts, those that retell them, and what other witnesses wrote; each with the name of its origin."""
    files = [*sorted(TEXTS.glob("[0-9]*.txt")), *sorted(RETOLD.glob("*.txt"))]
    named = [(path.name.removesuffix(".txt").removesuffix(".retold"), path) for path in files]
    return [
        (name, Report(path.read_text(encoding="utf-8"), url=f"https://a.example/{path.name}")) for name, path in named
    ]


def _cut(report: Report) -> Report:
    """A retold text without its last third."""
    if not (report.url or "").endswith(".retold.txt"):
        return report
    parts = report.text.split("\n\n")
    return Report("\n\n".join(parts[: len(parts) * 2 // 3]), url=report.url)


def _measure(made: Sequence[tuple[Hashable, Report]]) -> Found:
    begun = time.process_time()
    found = origins([report for _, report in made])
    seconds = time.process_time() - begun
    right = _pairs((original, found[report.id]) for original, report in made)
    return Found(
        _pairs(original for original, _ in made), _pairs(found[report.id] for _, report in made), right, seconds
    )


def _pairs(keys: Iterable[Hashable]) -> int:
    return sum(n * (n - 1) // 2 for n in Counter(keys).values())


if __name__ == "__main__":
    sys.exit(main())
