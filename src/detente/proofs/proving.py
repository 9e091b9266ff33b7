"""The table of contents of the proofs: what checks the sentences of each file of the data."""

from collections.abc import Callable, Collection, Iterator

from detente.proofs import acts, differing, ledger, names, pages, phrases, words
from detente.proofs.checked import Checked
from detente.proofs.ground import Ground

Check = Callable[[Ground], Iterator[Checked]]

CHECKS: dict[str, Check] = {
    "acts": acts.check_acts,
    "alike.toml": differing.check_alike,
    "anaphora.toml": acts.check_taking_up,
    "contexts.toml": acts.check_contexts,
    "contraries.toml": differing.check_contraries,
    "disputes.toml": differing.check_disputes,
    "furniture.toml": pages.check_furniture,
    "given_roles.toml": names.check_given_roles,
    "idioms.toml": acts.check_idioms,
    "issue_cues.toml": ledger.check_issue_cues,
    "issues": ledger.check_issues,
    "languages.toml": pages.check_languages,
    "naming.toml": names.check_naming,
    "numbers.toml": words.check_numbers,
    "outlets.toml": pages.check_outlets,
    "phrasing.toml": phrases.check_phrasing,
    "pledge_cues.toml": ledger.check_pledges,
    "reference.toml": names.check_reference,
    "roles.toml": names.check_roles,
    "sameness.toml": ledger.check_sameness,
    "saying.toml": words.check_saying,
    "stamps.toml": pages.check_stamps,
    "status.toml": acts.check_status,
    "times.toml": words.check_times,
}
"""By the file or folder below `data`; what is not here holds no examples."""


def prove(ground: Ground, places: Collection[str] = tuple(CHECKS)) -> Iterator[Checked]:
    """Every sentence of some files or folders of the data, checked."""
    for place in places:
        yield from CHECKS[place](ground)


def prove_acts(ground: Ground, files: Collection[str]) -> Iterator[Checked]:
    """The sentences of rules of acts that stand in some files, by their names."""
    for rule in ground.tools.acts.rules:
        if rule.place.partition(",")[0] in files:
            yield from acts.check_act_rule(rule, ground)
