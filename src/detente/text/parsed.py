"""The parse as plain values, so that nothing downstream depends on the parser."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from detente.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of running text between furniture; it lies within one paragraph."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark of a sentence, with its place in the report's stored text."""

    i: int
    """Index in its sentence."""
    text: str
    lemma: str
    """Dictionary form, lower case but for proper nouns."""
    pos: str
    """Universal part of speech (VERB, NOUN, PROPN, ...)."""
    tag: str
    """Penn Treebank tag (VBD, NNS, ...)."""
    dep: str
    """Dependency relation to the head, in spaCy's English scheme (nsubj, dobj, pobj, relcl, ...)."""
    head: int
    """Index of the head in the sentence; a root's head is itself."""
    start: int
    end: int
    entity: str = ""
    """The parser's entity label (PERSON, GPE, ORG, DATE, ...), or the empty string."""

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def span(self) -> Span:
        """Its place in the report's text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence; tokens in the text's order, offsets into the report's stored text."""

    index: int
    """Its number in the report, from 0."""
    paragraph: int
    """The number of its paragraph in the report, from 0; furniture has none and is never here."""
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...] = field(compare=False)
    """For each token the indices of those that hang on it, in order."""

    @property
    def root(self) -> Token:
        """The head of the sentence."""
        return next(t for t in self.tokens if t.head == t.i)

    @property
    def span(self) -> Span:
        """Its place in the report's text."""
        return Span(self.tokens[0].start, self.tokens[-1].end)

    def kids(self, i: int, *deps: str) -> Iterator[Token]:
        """The tokens that hang on token i, all of them or those with one of the given relations."""
        for k in self.children[i]:
            if not deps or self.tokens[k].dep in deps:
                yield self.tokens[k]

    def subtree(self, i: int) -> tuple[Token, ...]:
        """Token i and all that hangs on it, near or far, in the text's order."""
        found, open_ = [i], [i]
        while open_:
            below = self.children[open_.pop()]
            found += below
            open_ += below
        return tuple(self.tokens[k] for k in sorted(found))

    def subtree_span(self, i: int) -> Span:
        """The place of the whole subtree of token i, gaps included."""
        tokens = self.subtree(i)
        return Span(tokens[0].start, tokens[-1].end)
