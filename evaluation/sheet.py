"""Draw what a record says for a reader to judge, and put what the reader found onto the page of measures."""

import argparse
import csv
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from measures import commit_line, write_section

AROUND = 200
"""How many characters of the report stand either side of the words that are judged."""
SHOWN = 12
"""How many of the wrong ones the page of measures lists for a field."""
KINDS = {"quotations": "statement", "figures": "figure", "events": "event", "disagreements": "disagreement"}
JUDGED = {
    "quotations": ("speaker", "role"),
    "figures": ("value", "unit", "measure"),
    "events": ("type", "status", "actors", "recipients", "date"),
    "disagreements": ("class", "about"),
}
TEXTS = ("words", "context", "measure", "about")
"""The columns that repeat a report's words; a sheet without them can be given away."""
LEFT = ("kind", "id", "report", "start", "end")
RIGHT = "right"


def main() -> int:
    """Write a sheet to be judged, or with --summary the section that sums judged sheets up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", metavar="KIND EXPORT", help=f"one of {', '.join(KINDS)}, then exports")
    parser.add_argument("--reports", type=Path, nargs="+", default=[], help="folders with the reports' files")
    parser.add_argument("-n", type=int, default=200, help="how many are drawn")
    parser.add_argument("-o", type=Path, help="the sheet to write")
    parser.add_argument("--no-texts", action="store_true", help="leave the columns out that repeat the reports' words")
    parser.add_argument("--verdicts", type=Path, help="a judged sheet, whose verdicts stand where nothing has changed")
    parser.add_argument("--summary", type=Path, nargs="+", help="judged sheets to sum up in docs/measures.md")
    parser.add_argument("--note", default="", help="what a reader of the sums must know beside them")
    options = parser.parse_args()
    if options.summary:
        for sheet in options.summary:
            _sum_up(sheet, options.note)
        return 0
    if not options.o or len(options.words) < 2 or options.words[0] not in KINDS:  # noqa: PLR2004
        parser.error("give a kind, exports and -o SHEET, or --summary SHEETS")
    kind, *exports = options.words
    rows = list(draw(kind, map(Path, exports), options.n, options.reports))
    if options.verdicts:
        _take_verdicts(kind, rows, options.verdicts)
    _write(kind, rows, options.o, TEXTS if options.no_texts else ())
    return 0


def draw(kind: str, exports: Iterable[Path], n: int, folders: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """The rows of n things of a kind, in the order of a hash of their ids: no one chooses, and any one can redraw."""
    paths: dict[str, str] = {}
    items: dict[str, Mapping[str, Any]] = {}
    for export in exports:
        for line in export.read_text(encoding="utf-8").splitlines():
            thing = json.loads(line)
            if thing["kind"] == "report":
                paths[thing["id"]] = Path(thing["path"] or thing["url"]).name
            elif thing["kind"] == KINDS[kind] and thing.get("direct", True):
                items[thing["id"]] = thing
    drawn = sorted(items, key=lambda key: hashlib.sha256(key.encode()).hexdigest())[:n]
    return (_row(kind, items[key], paths, folders) for key in drawn)


def _row(kind: str, item: Mapping[str, Any], paths: Mapping[str, str], folders: Sequence[Path]) -> dict[str, Any]:
    """What is judged of an item, at the first place where it stands."""
    place = (item.get("mentions") or item["claims"])[0]
    name = paths[place["report"]]
    where = {"kind": kind, "id": item["id"], "report": name, "start": place["start"], "end": place["end"]}
    others = (item.get("mentions") or item["claims"])[1:]
    words = " | ".join(p["quote"] for p in (place, *others)) if kind == "disagreements" else place["quote"]
    texts = {"words": words, "context": _context(name, place, folders)}
    return {**where, **texts, **_fields(kind, item), "verdict": "", "remark": ""}


def _fields(kind: str, item: Mapping[str, Any]) -> dict[str, str]:
    if kind == "quotations":
        speaker = item["speaker"]
        return {"speaker": speaker["name"] or speaker["id"] or "", "role": speaker["role"] or ""}
    if kind == "events":
        parties = {side: "; ".join(map(_party, item[side])) for side in ("actors", "recipients")}
        day = f"{item['date']['earliest']}..{item['date']['latest']}"
        return {"type": item["type"], "status": item["status"], **parties, "date": day}
    return {field: str(item[field] if item[field] is not None else "") for field in JUDGED[kind]}


def _party(party: Mapping[str, Any]) -> str:
    """A power by its id; a group, firm or person of a state with it, so that it is not taken for the state."""
    identity, name = party["id"], party["name"]
    if identity is None or party["kind"] in ("state", "body"):
        return str(identity or name)
    return f"{name} ({identity})"


def _context(name: str, place: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """The report's words around a place; of a file in which the offsets do not fit (HTML) where the words stand."""
    for path in (folder / name for folder in folders):
        if path.is_file():
            text = path.read_bytes().decode("utf-8", errors="replace")
            start, quote = place["start"], place["quote"]
            at = start if text[start : start + len(quote)] == quote else text.find(quote)
            if at < 0:
                return ""
            end = at + len(quote)
            return f"{text[max(0, at - AROUND) : at]}[[{quote}]]{text[end : end + AROUND]}"
    return ""


def _take_verdicts(kind: str, rows: Iterable[dict[str, Any]], sheet: Path) -> None:
    """What a reader said of the same words with the same fields; what has changed is to be read again."""
    judged = {tuple(row[c] for c in ("id", *JUDGED[kind])): row for row in _rows(sheet)}
    for row in rows:
        known = judged.get(tuple(row[c] for c in ("id", *JUDGED[kind])), {})
        row |= {c: known.get(c, "") for c in ("verdict", "remark")}


def _rows(sheet: Path) -> list[dict[str, str]]:
    with sheet.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write(kind: str, rows: Iterable[Mapping[str, Any]], sheet: Path, left_out: Sequence[str]) -> None:
    columns = [c for c in (*LEFT, *TEXTS, *JUDGED[kind], "verdict", "remark") if c not in left_out]
    sheet.parent.mkdir(parents=True, exist_ok=True)
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _sum_up(sheet: Path, note: str) -> None:
    """The section of one judged sheet; a verdict is `right`, or names the fields that are wrong."""
    rows = _rows(sheet)
    judged = [row for row in rows if row["verdict"].strip()]
    if not judged:
        sys.exit(f"{sheet}: no line has a verdict")
    kind = judged[0]["kind"]
    wrong = {id(row): _wrong(row) for row in judged}
    lines = [
        f"## Read by eye: {kind}",
        "",
        f"{commit_line()}; {len(judged)} judged of {len(rows)} drawn. {note}".rstrip(),
        "",
    ]
    lines += ["| field | right | of | share |", "|---|---|---|---|"]
    for field in (*JUDGED[kind], "all"):
        good = sum(not (wrong[id(row)] if field == "all" else field in wrong[id(row)]) for row in judged)
        lines.append(f"| {field} | {good} | {len(judged)} | {good / len(judged):.3f} |")
    faults = Counter((", ".join(sorted(wrong[id(row)])), row["remark"]) for row in judged if wrong[id(row)])
    lines += ["", "What the wrong ones were:", ""]
    lines += [f"- {fields}: {remark} ({count})" for (fields, remark), count in faults.most_common(SHOWN)]
    write_section(f"sheet {kind}", "\n".join(lines))


def _wrong(row: Mapping[str, str]) -> frozenset[str]:
    """The fields that a verdict calls wrong."""
    said = frozenset(row["verdict"].split())
    known = JUDGED[row["kind"]]
    if said == {RIGHT}:
        return frozenset()
    if not said <= set(known):
        sys.exit(f"{row['id']}: the verdict {row['verdict']!r} is neither `{RIGHT}` nor some of {', '.join(known)}")
    return said


if __name__ == "__main__":
    sys.exit(main())
