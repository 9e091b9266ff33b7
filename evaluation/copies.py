"""How well copies are found: reports made by editing others, of which it is known which copies which."""

import sys
import time
from collections import Counter
from collections.abc import Hashable, Iterable

from detente.events.copies import origins
from measures import ROOT, commit_line, write_section

sys.path.insert(0, str(ROOT / "tests" / "events"))
from copy_making import copied_reports

ORIGINALS, COPIES = 200, 10
LEAST_PRECISION, LEAST_RECALL = 0.99, 0.95


def main() -> int:
    """Make the copies, find them, write the measure down; 1 where it is below the bar."""
    made = list(copied_reports(ORIGINALS, COPIES))
    words = sum(len(report.text.split()) for _, report in made) // len(made)
    begun = time.process_time()
    found = origins([report for _, report in made])
    seconds = time.process_time() - begun
    right = _pairs((original, found[report.id]) for original, report in made)
    told = _pairs(found[report.id] for _, report in made)
    true = _pairs(original for original, _ in made)
    precision, recall = right / told if told else 0.0, right / true
    body = f"""## Copies

{commit_line()}. `evaluation/copies.py`: {len(made):,} reports of {words} words on average, made by editing {ORIGINALS}
others in one to three ways (cut, reordered, synonyms, misspelt, a new lead); the originals themselves are not
among them. Originals share formulas, quotations and background paragraphs.

| pairs of copies | found | right | precision | recall | seconds of one core |
|---|---|---|---|---|---|
| {true:,} | {told:,} | {right:,} | {precision:.4f} | {recall:.4f} | {seconds:.1f} |
"""
    write_section("copies", body)
    print(body)
    return 0 if precision >= LEAST_PRECISION and recall >= LEAST_RECALL else 1


def _pairs(keys: Iterable[Hashable]) -> int:
    return sum(n * (n - 1) // 2 for n in Counter(keys).values())


if __name__ == "__main__":
    sys.exit(main())
