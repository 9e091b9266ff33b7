"""Numbers as they can be compared: what is counted, who gives the number, and between what limits it lies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from detente.domain.findings import Approximation, Claim, Figure
from detente.domain.ids import ActorId
from detente.domain.parties import powers
from detente.domain.spans import Quote, Span
from detente.events.tellings import Sources, Telling
from detente.rules.contraries import Contraries

PERCENT = "%"
ROUNDING = 0.03
"""The part of a number by which rounding may change it, from ROUND on; below no one rounds a count."""
ROUND = 100
POINT_ROUNDING = 0.5
"""Points by which a whole per cent may be rounded; a rate with a decimal is rounded by a tenth of that."""
ABOUT = 0.15
"""The part of a number by which "about" may miss it."""
WELL_BEYOND = 1.15
"""By so much at least "well over" goes beyond a number."""
TWICE = 2
"""Who speaks of more than a thousand does not know of thousands."""
CONTEXT = 4
"""Sentences before a list, in which stands what is listed."""
LISTED = 3
"""Names; so many after a colon make a list."""
HAIR = 0.01
_PLACE = re.compile(r"\b(?:in|inside) (?:the )?@(\w+) ")


@dataclass(frozen=True, eq=False)
class Count:
    """A number, with all that tells what it is the number of."""

    quote: Quote
    unit: str
    """The stem of what is counted, or the per cent sign, or a currency."""
    low: float
    high: float
    says: str
    telling: Telling
    """The sentence in which it stands."""
    kinds: frozenset[str] = frozenset()
    """What the noun phrase adds to the unit: "white" farmers, "EU" countries; of a rate, what it is a rate of."""
    figure: Figure | None = None
    stems: frozenset[str] = frozenset()
    """The words of meaning around it."""
    claims: tuple[Claim, ...] = ()
    """The acts in whose words it stands."""
    is_vague: bool = False
    named: str = ""
    """The noun phrase without its number, as the report has it."""
    giver: Telling | None = None
    """The words of a speaker in which it stands."""

    @property
    def doers(self) -> frozenset[ActorId]:
        """The states that do the acts in whose words it stands."""
        return frozenset(p.id for c in self.claims for p in c.parties.actors if p.id)

    @property
    def parties(self) -> frozenset[ActorId]:
        """All states that have a part in them."""
        return frozenset(p for c in self.claims for p in powers(c.parties))

    @property
    def place(self) -> ActorId | None:
        """The state in which what is counted is, where the sentence goes on to say so."""
        after = "".join(f"{w.text} " for w in self.telling.words if w.span.start >= self.quote.span.end)
        match = _PLACE.search(after.casefold())
        return ActorId(match[1].upper()) if match else None

    @property
    def period(self) -> str | None:
        """The time that it is said to be of, in lower case."""
        return self.figure.period.casefold() if self.figure and self.figure.period else None

    def agrees(self, other: "Count") -> bool:
        """Whether two numbers can both be true of one thing."""
        high = min(self.high, TWICE * self.low) if other.is_vague else self.high
        others_high = min(other.high, TWICE * other.low) if self.is_vague else other.high
        return self.low < others_high and other.low < high


def limits(figure: Figure, contraries: Contraries) -> tuple[float, float]:
    """Between what a number lies, by its hedge and by how round it is."""
    value, infinity = figure.value, float("inf")
    if figure.approx is Approximation.MORE_THAN:
        return round(value * (WELL_BEYOND if contraries.has("beyond", figure.quote.exact) else 1), 2), infinity
    if figure.approx is Approximation.LESS_THAN:
        return -infinity, value
    slack = ABOUT * abs(value) if figure.approx is Approximation.ABOUT else _rounding(figure)
    return value - slack, value + slack


def _rounding(figure: Figure) -> float:
    if figure.unit == PERCENT:
        return POINT_ROUNDING if figure.value == int(figure.value) else POINT_ROUNDING / 10
    is_small = abs(figure.value) < ROUND and figure.value == int(figure.value)
    return HAIR if is_small else ROUNDING * abs(figure.value)


def counts(sources: Sources, contraries: Contraries) -> tuple[Count, ...]:
    """Every number of every report that can be compared with others, in an order that depends on them alone."""
    sentences = [t for t in sources.tellings if not t.speaker]
    doers = doers_stems(sources, contraries)
    found = [
        *(c for f in sources.findings for g in f.figures if (c := _of_figure(g, sources, contraries))),
        *(c for t in sentences for c in _listed(t, sources, contraries, doers)),
        *(c for t in sentences for c in _vague(t, sources, contraries)),
    ]
    placed = (_placed(c, sources, contraries) for c in found)
    return tuple(sorted(placed, key=lambda c: (c.quote, c.says)))


def _of_figure(figure: Figure, sources: Sources, contraries: Contraries) -> Count | None:
    telling = sources.sentence_of(figure.quote)
    unit = sources.alike.stems(figure.unit.split())
    inside = [w for w in telling.words if w.span.meets(figure.quote.span)]
    after = telling.quote.exact[figure.quote.span.end - telling.quote.span.start :].lstrip()
    is_partial = figure.approx is None and contraries.has("partial", figure.quote.exact)
    if not unit or is_partial or contraries.opens("parts", after):
        return None
    number = max((n for n, w in enumerate(inside) if contraries.is_number(w.text)), default=len(inside) - 1)
    noun = inside[number + 1 :]
    words = figure.quote.exact[noun[0].span.start - figure.quote.span.start :] if noun else ""
    rates = contraries.rates(figure.measure or "") if figure.unit == PERCENT else ()
    kinds = frozenset(sources.alike.stems([w.text for w in noun] if figure.unit != PERCENT else rates))
    return Count(
        figure.quote,
        unit[-1],
        *limits(figure, contraries),
        says=_shown(figure, words, contraries),
        telling=telling,
        kinds=((kinds if len(noun) > 1 or rates else frozenset()) | set(unit[:-1])) - {unit[-1]},
        figure=figure,
        named="".join(rates[:1]) or _named(words, figure, contraries),
    )


def _named(noun: str, figure: Figure, contraries: Contraries) -> str:
    """What a figure counts, in the report's words: with "of talks" where that is what the rounds are of."""
    measure = figure.measure or ""
    rest = measure.removeprefix(noun).lstrip()
    goes_on = bool(noun) and measure.startswith(noun) and contraries.opens("links", rest) and "…" not in measure
    return measure if goes_on or figure.unit in contraries.money else noun or figure.unit


def _listed(telling: Telling, sources: Sources, contraries: Contraries, doers: frozenset[str]) -> Iterator[Count]:
    """A list of names after a colon, as the count of those whom it lists."""
    base = telling.quote.span.start
    for n, word in enumerate(telling.words):
        if (
            not telling.quote.exact.startswith(":", word.span.end - base)
            or not sources.alike.content(word.text) & doers
        ):
            continue
        rest = telling.words[n + 1 :]
        names = [w for w in rest if w.power]
        if not all(w.power or contraries.is_number(w.text) or contraries.has("listing", w.text) for w in rest):
            continue
        before = telling.words[n - 1] if n and telling.words[n - 1].power else word
        if len({w.power for w in names}) >= LISTED:
            span = before.span.join(names[-1].span)
            quote = Quote(telling.quote.report_id, span, telling.quote.exact[span.start - base : span.end - base])
            unit = sources.alike.stems([word.text])[-1]
            kinds = frozenset(sources.alike.stems([before.text])) - {unit}
            many = len({w.power for w in names})
            yield Count(quote, unit, many - HAIR, many + HAIR, f"{many} by name", telling, kinds, named=word.text)


def doers_stems(sources: Sources, contraries: Contraries) -> frozenset[str]:
    """The stems of those who act, when they are counted."""
    return frozenset(s for w in contraries.words["doers"] for s in sources.alike.stems(w.split()))


def _vague(telling: Telling, sources: Sources, contraries: Contraries) -> Iterator[Count]:
    """A count without a number: "thousands of soldiers"."""
    for match, low, high in contraries.vague_counts(telling.quote.exact):
        base = telling.quote.span.start
        noun = Span(base + match.start(2), base + match.end())
        words = [w for w in telling.words if noun.holds(w.span)]
        for n, word in enumerate(words):
            stems = sources.alike.stems([w.text for w in words[: n + 1]])
            span = Span(base + match.start(), word.span.end)
            named = telling.quote.exact[noun.start - base : word.span.end - base]
            quote = Quote(telling.quote.report_id, span, telling.quote.exact[match.start() : word.span.end - base])
            if stems and contraries.is_many(word.text):
                kinds = frozenset(stems[:-1])
                yield Count(quote, stems[-1], low, high, match[1].lower(), telling, kinds, is_vague=True, named=named)


def _placed(count: Count, sources: Sources, contraries: Contraries) -> Count:
    """A count with what its sentence and the acts told there say of it."""
    claims = sources.claims_of[count.quote.report_id]
    around = [count.telling, *_before(count, sources, contraries)]
    return replace(
        count,
        stems=frozenset(s for t in around for s in t.stems),
        claims=tuple(c for c in claims if c.quote.span.holds(count.quote.span)),
        giver=sources.speaker_of(count.quote),
    )


def _before(count: Count, sources: Sources, contraries: Contraries) -> list[Telling]:
    """The sentences before one that goes on with them: before a list, and before "those"."""
    far = CONTEXT if count.figure is None and not count.is_vague else 1
    if far == 1 and not contraries.opens("anaphors", count.telling.quote.exact):
        return []
    own = [t for t in sources.by_report[count.quote.report_id] if not t.speaker]
    return [t for t in own if 0 < count.telling.number - t.number <= far]


def _shown(figure: Figure, named: str, contraries: Contraries) -> str:
    """A number as its report has it, without its noun."""
    words = " ".join(figure.quote.exact.split())
    if figure.unit == PERCENT or figure.unit in contraries.money:
        return words
    if named and words.endswith(named):
        return words.removesuffix(named).rstrip(" -")
    value = f"{figure.value:,.10g}"
    return f"{figure.approx.value} {value}" if figure.approx else value
