"""Issues and pledges added to what was derived: the last stage of deriving that reads the reports' words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.domain.derived import Derived, SpokenWords
from detente.domain.findings import Findings
from detente.events.issue_index import IssueIndex, index_issues
from detente.events.issues import find_issues, with_issues
from detente.events.pledges import find_pledges
from detente.rules.issues import IssueRules, load_issue_rules
from detente.rules.pledges import PledgeCues, load_pledge_cues


@dataclass(frozen=True, slots=True)
class TrackingRules:
    """What tracking must know: names of issues, and how promises are worded."""

    issues: IssueRules
    pledges: PledgeCues


def load_tracking_rules() -> TrackingRules:
    """The packaged names and cues."""
    return TrackingRules(load_issue_rules(), load_pledge_cues())


def track(derived: Derived, findings: Sequence[Findings], rules: TrackingRules) -> Derived:
    """The same with issues and pledges, and with the issues of each event and statement."""
    index = index_issues(findings, rules.issues)
    published = {dated.report.id: dated.published for dated in derived.reports}
    events = with_issues(derived.events, index)
    return replace(
        derived,
        events=events,
        statements=tuple(_of_words(words, index) for words in derived.statements),
        issues=find_issues(index, events, published),
        pledges=find_pledges(events, index, published, rules.pledges),
    )


def _of_words(words: SpokenWords, index: IssueIndex) -> SpokenWords:
    """A statement with the issues that its words name."""
    places = [q for s in words.statements for q in (s.quote, *s.stretches)]
    return replace(words, issues=tuple(sorted({i for q in places for i in index.issues_at(q.report_id, q.span)})))
