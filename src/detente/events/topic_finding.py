"""Which topics a report has: names that the data knows, and names found in its own words."""

from collections import Counter
from collections.abc import Mapping, Sequence

from detente.domain.findings import Findings
from detente.domain.ids import ActorId, IssueId, ReportId
from detente.domain.parties import powers
from detente.domain.spans import Span
from detente.events.issue_names import Named, named_in
from detente.events.topic_pairs import powers_present
from detente.events.topics import Topic
from detente.rules.issues import Hit, IssueRules, Scope, Stems, Word, read_words

_YEAR, _FAR_FUTURE, _LONG_AGO = 4, 2100, 10


def hits_in(findings: Findings, words: Sequence[Word], rules: IssueRules) -> list[Hit]:
    """Where names that the data knows stand in running text, of issues whose parties the report speaks of."""
    present = powers_present(findings)
    return [h for h in rules.find(words) if _can_be_meant(h, present) and not in_furniture(h.start, findings)]


def named_by(findings: Findings, words: Sequence[Word], rules: IssueRules) -> list[Named]:
    """The names that the running text gives to issues; that of a power ("the row over Fiji") tells of no matter."""
    powers_called = _names_of_powers(findings)
    found = (n for n in named_in(words, rules.cues) if n.stems not in powers_called)
    return [n for n in found if not in_furniture(n.start, findings)]


def _names_of_powers(findings: Findings) -> frozenset[Stems]:
    """The names of those who act in a report, as it and the data write them."""
    parties = (p for c in findings.claims for p in (*c.parties.actors, *c.parties.recipients) if p.is_power)
    written = {(p.name, findings.report.quote(p.span).exact if p.span else p.name) for p in parties}
    return frozenset(tuple(w.stem for w in read_words(name)) for names in written for name in names)


def known_topics(
    findings: Findings, words: Sequence[Word], hits: Sequence[Hit], firm: frozenset[IssueId]
) -> list[Topic]:
    """The named topics; a loose name counts beside a firm one, a longer one beside one of another report.

    Of two powers that the report is mainly about, one word ("tariffs") is enough beside another report.
    """
    here = {h.rule.id for h in hits if not h.is_loose}
    pair = set(_main_pair(findings))
    past = _of_the_past(words)

    def is_meant(hit: Hit) -> bool:
        if not hit.is_loose:
            return True
        enough = 0 if hit.rule.id in here else 1 if set(hit.rule.parties) == pair else 2
        return hit.rule.id in here | firm and hit.length >= enough and hit.sentence not in past

    return [_topic(hit, findings.report.text) for hit in hits if is_meant(hit)]


def _of_the_past(words: Sequence[Word]) -> frozenset[int]:
    """The sentences that name a year long before the last one that the report names."""
    years = [(int(w.stem), w.sentence) for w in words if len(w.stem) == _YEAR and w.stem.isdigit()]
    last = max((year for year, _ in years if year < _FAR_FUTURE), default=0)
    return frozenset(sentence for year, sentence in years if year < last - _LONG_AGO)


def _main_pair(findings: Findings) -> list[ActorId]:
    counted = Counter(p for c in findings.claims for p in powers(c.parties))
    return sorted(counted, key=lambda p: (-counted[p], p))[:2]


def _can_be_meant(hit: Hit, present: frozenset[ActorId]) -> bool:
    """Whether parties of an issue are in the report: the words of another pair's quarrel may stand in this one's."""
    needed = min(len(hit.rule.parties), 2 if hit.is_loose else 1)
    return len(present.intersection(hit.rule.parties)) >= needed


def in_furniture(start: int, findings: Findings) -> bool:
    """Whether a place is no running text."""
    return any(span.start <= start < span.end for span in findings.furniture)


def _topic(hit: Hit, text: str) -> Topic:
    rule = hit.rule
    return Topic(
        id=rule.id,
        name=rule.name,
        alias=" ".join(text[hit.start : hit.end].split()),
        nature=rule.nature,
        span=Span(hit.start, hit.end),
        sentence=hit.sentence,
        scope=rule.scope,
        parties=rule.parties,
        is_loose=hit.is_loose,
    )


def as_written(findings: Sequence[Findings], named: Mapping[ReportId, Sequence[Named]]) -> dict[tuple[str, ...], str]:
    """Each name with its endings, as the first report that has it writes it."""
    written: dict[tuple[str, ...], str] = {}
    for found in findings:
        for name in named[found.report.id]:
            words = found.report.text[name.name.start : name.name.end]
            written.setdefault(name.stems, " ".join(words.split()))
    return written


def new_topic(named: Named, whole: Named, shown: Mapping[tuple[str, ...], str], findings: Findings) -> Topic:
    """The topic of a name that the data does not know; the whole record writes it in one way."""
    text = findings.report.text
    return Topic(
        id=IssueId("-".join(whole.stems)),
        name=shown[whole.stems],
        alias=" ".join(text[named.start : named.end].split()),
        nature=whole.nature,
        span=Span(named.start, named.end),
        sentence=named.sentence,
        scope=Scope.GENERAL,
        is_known=False,
    )
