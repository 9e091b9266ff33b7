"""The occasions whose day a report tells, for what happened "the day after the bombing" in another sentence."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from detente.claims.time_reach import phrase_for
from detente.mentions.find_times import TimeMention
from detente.mentions.time_anchors import grain
from detente.mentions.time_tense import NOUNS
from detente.rules.times import load_times
from detente.text.parsed import Sentence

Occasions = Mapping[str, TimeMention]
"""For each noun of a happening that a report dates once the phrase that dates it."""

NONE_TOLD: Occasions = {}
KNOWN = ("the", "that", "this")
"""Words before what the reader has been told of."""


def occasions_told(sentences: Sequence[Sentence], times: Mapping[int, Sequence[TimeMention]]) -> Occasions:
    """The occasions with their day; a noun of which a report tells two days names neither."""
    found: dict[str, list[TimeMention]] = defaultdict(list)
    happens = load_times().lists["happens"]
    for sentence in sentences:
        near = times.get(sentence.index, ())
        nouns = (t for t in sentence.tokens if t.pos in NOUNS and t.lemma in happens)
        for noun in nouns if near else ():
            mention = phrase_for(sentence, noun.i, near) or _of_its_clause(sentence, noun.i, near)
            if mention is not None and grain(mention.timing) is not None:
                found[noun.lemma].append(mention)
    return {lemma: told[0] for lemma, told in found.items() if len({m.phrase.exact for m in told}) == 1}


def occasion_named(sentence: Sentence, noun: int, occasions: Occasions) -> TimeMention | None:
    """The phrase that dates an occasion which a sentence speaks of as known, with nothing to tell which one it is."""
    token = sentence.tokens[noun]
    is_plain = not any(kid.dep in ("prep", "amod", "compound", "nummod", "acl", "relcl") for kid in sentence.kids(noun))
    is_known = any(kid.lower in KNOWN for kid in sentence.kids(noun, "det"))
    return occasions.get(token.lemma) if is_plain and is_known else None


def _of_its_clause(sentence: Sentence, noun: int, times: Sequence[TimeMention]) -> TimeMention | None:
    """The phrase of what is told of an occasion in a clause of its own: "a bombing which killed nine on 14 May"."""
    acting = (
        v for v in sentence.kids(noun, "relcl") if any(k.tag in ("WDT", "WP") for k in sentence.kids(v.i, "nsubj"))
    )
    return next((m for verb in acting if (m := phrase_for(sentence, verb.i, times))), None)
