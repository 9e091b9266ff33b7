"""English lives in data: between the text and the record no module holds a list of words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import detente

SOURCE = Path(detente.__file__).parent
FOLDERS = ("text", "mentions", "claims", "events")
FEWEST = 4
"""So many words of English are a list."""
WORDS = re.compile(r"[a-z]{2,}(?:[ '-][a-z]+)*")
LABELS = frozenset(
    [
        "acl",
        "acomp",
        "advcl",
        "advmod",
        "agent",
        "amod",
        "appos",
        "attr",
        "aux",
        "auxpass",
        "case",
        "cc",
        "ccomp",
        "compound",
        "conj",
        "csubj",
        "csubjpass",
        "dative",
        "dep",
        "det",
        "dobj",
        "expl",
        "flat",
        "intj",
        "iobj",
        "mark",
        "meta",
        "neg",
        "nmod",
        "npadvmod",
        "nsubj",
        "nsubjpass",
        "nummod",
        "oprd",
        "parataxis",
        "pcomp",
        "pobj",
        "poss",
        "preconj",
        "predet",
        "prep",
        "prt",
        "punct",
        "quantmod",
        "relcl",
        "xcomp",
    ]
)
"""What the parser calls the relations of words: no English, though some of it looks so."""
REASONS = {
    "claims/naming.py": "keys of data/saying.toml, whose words they stand for",
    "claims/stances.py": "the same keys",
    "events/issues.py": "statuses of an issue, as data/issue_cues.toml names them",
    "text/page_days.py": "names of HTML attributes",
    "claims/inside.py": "prepositions, which the grammar of clauses knows as it knows the parser's relations",
    "claims/answering.py": "the same",
    "claims/completing.py": "the same",
    "claims/composing.py": "the same",
    "claims/denying.py": "the same",
    "mentions/clauses.py": "the same",
    "mentions/fitting.py": "the same",
}


def word_lists(tree: ast.AST) -> Iterator[list[str]]:
    """The lists of words of English in a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple | ast.Set | ast.List):
            texts = [e.value for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
            words = [text for text in texts if WORDS.fullmatch(text) and text not in LABELS]
            if len(words) >= FEWEST:
                yield words


def found() -> dict[str, list[list[str]]]:
    modules = [path for folder in FOLDERS for path in sorted((SOURCE / folder).rglob("*.py"))]
    lists = {str(p.relative_to(SOURCE)): list(word_lists(ast.parse(p.read_text(encoding="utf-8")))) for p in modules}
    return {name: there for name, there in lists.items() if there}


def test_no_module_between_text_and_record_holds_a_list_of_words() -> None:
    unreasoned = {name: there for name, there in found().items() if name not in REASONS}

    assert unreasoned == {}


def test_every_reason_is_still_needed() -> None:
    assert set(REASONS) <= set(found())
