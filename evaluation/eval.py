"""Run the product over texts with gold, and the scorers over what it says; `make eval` calls this."""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from measures import ROOT, commit_line, write_section

DETENTE = str(Path(sys.executable).with_name("detente"))
PREDICT = str(ROOT / "evaluation" / "predict.py")
THINGS = str(ROOT / "evaluation" / "things.py")
OTHERS = str(ROOT / "evaluation" / "others_quotes.py")
COMPARED = "For comparison,"
"""With this begin the titles of what others reach."""
LAST_LINES = 12
"""How much of a failing command's complaint is kept."""


@dataclass(frozen=True)
class Step:
    """A command; a scorer's output is shown, another's only where it fails."""

    title: str
    command: tuple[str, ...]
    makes: Path | None = None
    """The file that it makes for the scorer."""
    prints: Path | None = None
    """Where its output goes."""
    scores: Path | None = None
    """The file that it scores; nothing is scored where the making failed."""
    can_return_one: bool = False
    """Status 1 of `detente read` means that some file could not be read; the others were."""


@dataclass(frozen=True)
class Outcome:
    """What became of a step."""

    step: Step
    failure: str
    output: str
    seconds: float


def main() -> int:
    """Run every step, print and write down all that the scorers say; 1 where any step failed."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--eval", type=Path, required=True, help="the folder with gold and scorers")
    arguments.add_argument("--seeds", type=Path, required=True, help="the folder with the seeds' texts")
    options = arguments.parse_args()
    if not (options.eval / "score.py").is_file():
        print(f"No scorers in {options.eval}: say where they are, make eval EVAL=FOLDER", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        outcomes = list(_run_all(_steps(options.eval.resolve(), options.seeds.resolve(), Path(folder))))
    shown = [o for o in outcomes if o.step.scores or o.failure]
    own = [o for o in shown if not o.step.title.startswith(COMPARED)]
    write_section("eval", "\n\n".join([f"## Scores\n\n{commit_line()}.", *map(_section, own)]))
    write_others([o for o in shown if o not in own])
    failed = [o.step.title for o in outcomes if o.failure]
    if failed:
        print(f"{len(failed)} of {len(outcomes)} commands failed: {'; '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def write_others(outcomes: Iterable[Outcome]) -> None:
    """What others reach, in a section of its own."""
    said = "what others reach on the same texts with the same parse and scorer: textacy's direct quotations (by\n"
    said += "paragraphs, as it refuses a text whose marks do not pair), and a rule over verbs of saying."
    head = f"## Quotations beside others\n\n{commit_line()}; {said}"
    write_section("others", "\n\n".join([head, *map(_section, outcomes)]))


def _steps(gold: Path, seeds: Path, out: Path) -> Iterator[Step]:
    manifest = ("--manifest", str(gold / "seeds" / "reports.jsonl"))
    yield from _record_steps("seeds, manifest given", seeds, manifest, gold / "seeds", out)
    told = (sys.executable, THINGS, str(out / "seeds, manifest given.db"), "--between", "JPN", "KOR")
    yield Step("What the brief says of each thing: seeds", told, scores=out / "seeds, manifest given.jsonl")
    yield from _record_steps("seeds, no manifest", seeds, ("--no-manifest",), gold / "seeds", out)
    stories = gold / "stories"
    yield from _record_steps("stories, manifest given", stories / "reports", (), stories, out)
    yield from _record_steps("stories, no manifest", stories / "reports", ("--no-manifest",), stories, out)
    yield from _stage_steps("acts", gold / "acts" / "plv_dev.jsonl", gold / "score_acts.py", ((),), out)
    yield from _stage_steps("acts-given", gold / "acts" / "plv_dev.jsonl", gold / "score_acts.py", (("--given",),), out)
    yield from _stage_steps("actors", gold / "acts" / "actors_dev.jsonl", gold / "score_actors.py", ((),), out)
    yield from _stage_steps("times", gold / "times" / "dev.jsonl", gold / "score_times.py", ((),), out)
    yield from _stage_steps("times", gold / "times" / "narrative_dev.jsonl", gold / "score_times.py", ((),), out)
    both = ((), ("--subset", "direct"))
    yield from _stage_steps("quotes", gold / "quotes" / "dev.jsonl", gold / "score_quotes.py", both, out)
    yield from _others_steps(gold / "quotes" / "dev.jsonl", gold / "score_quotes.py", both, out)


def _others_steps(gold: Path, scorer: Path, variants: tuple[tuple[str, ...], ...], out: Path) -> Iterator[Step]:
    """What others find of quotations, with the same parse and the same scorer."""
    for who in ("textacy", "verbs"):
        said = out / f"quotes-{who}.jsonl"
        command = (sys.executable, OTHERS, who, str(gold), str(said))
        yield Step(f"{COMPARED} predict quotes by {who}", command, makes=said)
        for variant in variants:
            title = " ".join([f"{COMPARED} {who}: {gold.name}", *variant])
            yield Step(title, (sys.executable, str(scorer), str(gold), str(said), *variant), scores=said)


def _record_steps(name: str, reports: Path, options: tuple[str, ...], gold: Path, out: Path) -> Iterator[Step]:
    record, export = out / f"{name}.db", out / f"{name}.jsonl"
    read = (DETENTE, "read", str(reports), *options, "--record", str(record))
    yield Step(f"read {name}", read, can_return_one=True)
    yield Step(f"export {name}", (DETENTE, "export", str(record), "--format", "jsonl"), makes=export, prints=export)
    score = (
        sys.executable,
        str(gold.parent / "score.py"),
        "--reports",
        str(reports),
        "--gold",
        str(gold / "gold.jsonl"),
    )
    yield Step(f"Whole path: {name}", (*score, "--cross", str(gold / "cross.json"), str(export)), scores=export)


def _stage_steps(
    task: str, gold: Path, scorer: Path, variants: tuple[tuple[str, ...], ...], out: Path
) -> Iterator[Step]:
    said = out / f"{task}-{gold.stem}.jsonl"
    yield Step(f"predict {task} {gold.name}", (sys.executable, PREDICT, task, str(gold), str(said)), makes=said)
    for variant in variants:
        title = " ".join([f"Stage {task}: {gold.name}", *variant])
        yield Step(title, (sys.executable, str(scorer), str(gold), str(said), *variant), scores=said)


def _run_all(steps: Iterable[Step]) -> Iterator[Outcome]:
    """Each step in turn; what scores a file whose making failed is not run."""
    spoilt: set[Path] = set()
    for step in steps:
        if step.scores in spoilt:
            continue
        outcome = _run(step)
        if outcome.failure and step.makes:
            spoilt.add(step.makes)
        yield outcome


def _run(step: Step) -> Outcome:
    began = time.monotonic()
    done = subprocess.run(step.command, capture_output=True, text=True, check=False, cwd=ROOT)
    seconds = time.monotonic() - began
    if step.prints:
        step.prints.write_text(done.stdout, encoding="utf-8")
    is_fine = done.returncode == 0 or (step.can_return_one and done.returncode == 1)
    complaint = "\n".join((done.stderr or done.stdout).strip().splitlines()[-LAST_LINES:])
    failure = "" if is_fine else f"ended with status {done.returncode}\n{complaint}"
    outcome = Outcome(step, failure, done.stdout, seconds)
    print(_section(outcome) if step.scores or failure else f"{step.title}: {seconds:.1f} s", flush=True)
    return outcome


def _section(outcome: Outcome) -> str:
    text = f"FAILED: {outcome.failure}" if outcome.failure else outcome.output.rstrip()
    return f"### {outcome.step.title}\n\n```\n{text}\n```"


if __name__ == "__main__":
    sys.exit(main())
