"""The knowledge by which a whole record is settled, loaded once and handed in as one value."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from detente.rules.actors import Knowledge, load_knowledge
from detente.rules.differing import DifferingRules, load_differing_rules
from detente.rules.given_roles import GivenRoles, load_given_roles
from detente.rules.issues import IssueRules, load_issue_rules
from detente.rules.outlets import Outlets, load_outlets
from detente.rules.pledges import PledgeCues, load_pledge_cues
from detente.rules.sameness import Sameness, load_sameness
from detente.rules.stamps import Stamps, load_stamps


@dataclass(frozen=True, slots=True)
class SettlingRules:
    """What settling needs beside findings and judgements."""

    knowledge: Knowledge
    issues: IssueRules
    pledges: PledgeCues
    differing: DifferingRules
    sameness: Sameness
    given_roles: GivenRoles
    stamps: Stamps
    outlets: Outlets


@cache
def load_settling_rules(actors: Path | None = None) -> SettlingRules:
    """The packaged rules, knowing the persons of a settings folder, too, where one is given."""
    return SettlingRules(
        load_knowledge(actors),
        load_issue_rules(),
        load_pledge_cues(),
        load_differing_rules(),
        load_sameness(),
        load_given_roles(),
        load_stamps(),
        load_outlets(),
    )
