"""Two findings that cannot both hold: both are kept, both are quoted, nothing is retired.

Each finder aligns what can be compared (one act, one thing, one count, one fact) before it compares, and each leaves
alone what can both be true. Copies of one text cannot disagree with themselves; parties can, within one report.
"""

from collections.abc import Iterator
from itertools import chain

from detente.domain.derived import Disagreement
from detente.events.contrasts import Contrast, join_contrasts
from detente.events.differing_acts import denied_acts, denied_things, threats_and_deeds, two_days
from detente.events.differing_numbers import differing_numbers
from detente.events.differing_places import differing_causes, differing_places
from detente.events.differing_times import deadlines, horizons, impossible_comparisons
from detente.events.differing_words import differing_words
from detente.events.disputing import denied_facts, disputed_parts
from detente.events.tellings import Sources


def find_disagreements(sources: Sources) -> tuple[Disagreement, ...]:
    """All disagreements of a record, each once, in an order that depends on the record alone."""
    return join_contrasts({contrast for window in sources.windows() for contrast in _contrasts(window)})


def _contrasts(sources: Sources) -> Iterator[Contrast]:
    contraries, disputes = sources.rules.contraries, sources.rules.disputes
    return chain(
        denied_acts(sources, disputes),
        denied_things(sources, contraries),
        threats_and_deeds(sources, disputes),
        two_days(sources),
        differing_numbers(sources, contraries),
        differing_places(sources, disputes),
        differing_causes(sources, disputes),
        disputed_parts(sources, disputes),
        denied_facts(sources, disputes),
        deadlines(sources, disputes),
        horizons(sources, disputes),
        impossible_comparisons(sources, disputes),
        differing_words(sources),
    )
