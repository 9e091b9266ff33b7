"""All by which reports are set against one another, loaded once and handed in as one value."""

from dataclasses import dataclass
from functools import cache

from detente.rules.alike import Alike, load_alike
from detente.rules.contraries import Contraries, load_contraries
from detente.rules.disputes import Disputes, load_disputes
from detente.rules.furniture import load_furniture


@dataclass(frozen=True, slots=True)
class DifferingRules:
    """What finding disagreements needs beside the record."""

    contraries: Contraries
    disputes: Disputes
    alike: Alike
    abbreviations: frozenset[str]
    """Words after which a stop ends no sentence."""


@cache
def load_differing_rules() -> DifferingRules:
    """The packaged rules."""
    abbreviations = frozenset(load_furniture().abbreviations.words)
    return DifferingRules(load_contraries(), load_disputes(), load_alike(), abbreviations)
