"""What an act between two given parties is where no rule fires, learnt from the examples of the rules alone.

A multinomial logistic regression over the parser's word vectors and the triggers of the rules, trained by a fixed
number of plain gradient steps from zero, so that it is the same in every process.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from detente.domain.acts import ActType
from detente.rules.acts import ActRules
from detente.text.parsed import Sentence

Vector = npt.NDArray[np.float64]
TYPES = tuple(ActType)
CONTENT = frozenset({"VERB", "NOUN", "ADJ"})
STEPS = 400
RATE = 2.0
DECAY = 0.002
"""Steps, rate and weight decay: chosen on the rules' own examples, a fifth of them held out."""


class Words(Protocol):
    """Where word vectors come from: a parser."""

    def vector(self, word: str) -> list[float]:
        """The vector of a word."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """What is asked about: a sentence, the words that link the parties, and the words that name them."""

    sentence: Sentence
    core: tuple[int, ...]
    named: frozenset[int]


class Guesser:
    """Says the likeliest type of an act at a place; make it with `learn`."""

    def __init__(self, words: Words, rules: ActRules, weights: Vector) -> None:
        self._features = _Features(words, rules)
        self._weights = weights

    def guess(self, place: Place) -> ActType:
        """The likeliest type."""
        return TYPES[int(np.argmax(self._features.of(place) @ self._weights))]


def learn(words: Words, rules: ActRules, examples: Iterable[tuple[Place, ActType]]) -> Guesser:
    """A guesser that has seen the examples."""
    known = list(examples)
    features = _Features(words, rules)
    seen = np.array([features.of(place) for place, _ in known])
    wanted = np.zeros((len(known), len(TYPES)))
    wanted[np.arange(len(known)), [TYPES.index(type_) for _, type_ in known]] = 1.0
    return Guesser(words, rules, _weights(seen, wanted))


def _weights(seen: Vector, wanted: Vector) -> Vector:
    weights = np.zeros((seen.shape[1], wanted.shape[1]))
    for _ in range(STEPS):
        scores = seen @ weights
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        error = odds / odds.sum(axis=1, keepdims=True) - wanted
        weights -= RATE * (seen.T @ error / len(seen) + DECAY * weights)
    return weights


class _Features:
    """Numbers for a place: vectors of the linking words and of the others, and which rules they would trigger."""

    def __init__(self, words: Words, rules: ActRules) -> None:
        self._words = words
        self._votes: dict[str, Vector] = {}
        for rule in rules.rules:
            for pattern in rule.patterns:
                nouns = {n for part in pattern.parts if part.filler and not part.filler.slot for n in part.filler.nouns}
                for lemma in {t.lemma for t in pattern.triggers} | nouns:
                    votes = self._votes.setdefault(lemma, np.zeros(len(TYPES)))
                    votes[TYPES.index(rule.type)] += 1.0

    def of(self, place: Place) -> Vector:
        """The numbers of one place, a constant last."""
        tokens = place.sentence.tokens
        others = [t.i for t in tokens if t.pos in CONTENT and t.i not in place.named and t.i not in place.core]
        core = self._block([tokens[i].lemma.lower() for i in place.core])
        return np.concatenate((core, 0.5 * self._block([tokens[i].lemma.lower() for i in others]), [1.0]))

    def _block(self, lemmas: Sequence[str]) -> Vector:
        vectors = np.array([self._words.vector(lemma) for lemma in lemmas] or [self._words.vector("")])
        votes = sum((self._vote(lemma) for lemma in lemmas), np.zeros(len(TYPES)))
        return np.concatenate((_unit(vectors.mean(axis=0)), _unit(votes)))

    def _vote(self, lemma: str) -> Vector:
        votes = self._votes.get(lemma)
        return np.zeros(len(TYPES)) if votes is None else _unit(votes)


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(float(vector @ vector))
    return vector / length if length else vector
