"""Whether issues and pledges are found where the data says."""

from collections.abc import Iterator
from datetime import date

from detente.domain.days import Basis, on_day
from detente.domain.derived import Derived
from detente.domain.reports import Report
from detente.events.issue_index import index_issues
from detente.events.issue_names import named_in
from detente.events.issue_past import past_changes
from detente.pipeline import read, settle
from detente.proofs.checked import Checked, Rule
from detente.proofs.ground import Ground
from detente.rules.issues import IssueRule, IssueRules, read_words
from detente.rules.toml import DATA, read_toml

PUBLISHED = date(2031, 5, 9)
"""The Friday on which the reports of a pair come out."""
READ_ON = date(2023, 3, 17)
"""The Friday on which the examples of times are read, those of dated statuses too."""


def check_issues(ground: Ground) -> Iterator[Checked]:
    """The sentences of data/issues: the issue that they name."""
    rules = ground.settling.issues
    for issue in rules.rules:
        rule = Rule("issues", issue.id)
        for text in issue.examples:
            yield rule.finds(text, is_found=_names(text, issue, rules))
        for text in issue.not_examples:
            yield rule.leaves(text, is_found=_names(text, issue, rules))


def check_issue_cues(ground: Ground) -> Iterator[Checked]:
    """The sentences of data/issue_cues.toml: the issue that the words around it tell."""
    cues, rule = ground.settling.issues.cues, Rule("issue_cues.toml", "names")
    wanted = [(e["text"], [(e["name"], e["nature"])]) for e in cues.examples]
    for text, names in (*wanted, *((text, []) for text in cues.not_examples)):
        found = [(text[n.name.start : n.end], str(n.nature)) for n in named_in(read_words(text), cues)]
        yield rule.gives(text, found, names)
    dated = [(e["text"], [(e["status"], e["days"])]) for e in cues.past_examples]
    rule = Rule("issue_cues.toml", "past")
    for text, past in (*dated, *((text, []) for text in cues.past_not_examples)):
        yield rule.gives(text, _past_of(text, ground), past)


def check_pledges(ground: Ground) -> Iterator[Checked]:
    """The sentences of data/pledge_cues.toml: what is promised in them."""
    cues, rule = ground.settling.pledges, Rule("pledge_cues.toml", "frames")
    wanted = [(e["text"], [e["what"]]) for e in cues.examples]
    for text, promised in (*wanted, *((text, []) for text in cues.not_examples)):
        yield rule.gives(text, [pledge.what for pledge in _settled(text, ground).pledges], promised)


def check_sameness(ground: Ground) -> Iterator[Checked]:
    """The pairs of sentences of data/sameness.toml: what two reports tell as one act, and what as two."""
    content = read_toml(DATA / "sameness.toml")
    groups = [(name, one) for name, them in content.items() for one in (them if isinstance(them, list) else [them])]
    for name, group in groups:
        rule = Rule("sameness.toml", name)
        for pair in group["examples"]:
            yield rule.gives(" / ".join(pair), _reports_of_each_event(pair, ground), [2])
        for pair in group["not_examples"]:
            yield rule.gives(" / ".join(pair), _reports_of_each_event(pair, ground), [1, 1])


def _reports_of_each_event(pair: list[str], ground: Ground) -> list[int]:
    published = on_day(PUBLISHED, Basis.METADATA)
    reports = [Report(text, outlet=str(n), published=published) for n, text in enumerate(pair)]
    derived = settle([read(report, ground.tools) for report in reports], (), ground.settling)
    return [len(event.reports) for event in derived.events]


def _past_of(text: str, ground: Ground) -> list[tuple[str, str]]:
    """The statuses of issues that a text puts in the past, each with its days."""
    found = ground.findings(text)
    index = index_issues([found], ground.settling.issues)
    (reading,) = index.readings.values()
    told = [
        change
        for topic in reading.topics
        for change in past_changes(reading, topic, on_day(READ_ON, Basis.METADATA), ground.settling.issues.cues)
    ]
    return [(change.status, f"{change.when.earliest}/{change.when.latest}") for change in told]


def _names(text: str, issue: IssueRule, rules: IssueRules) -> bool:
    return any(hit.rule is issue and not hit.is_loose for hit in rules.find(read_words(text)))


def _settled(text: str, ground: Ground) -> Derived:
    return settle([ground.findings(text)], (), ground.settling)
