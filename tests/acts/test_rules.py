import pytest
from acts_of import Coder

from detente.claims.proving import faults
from detente.rules.acts import ActRule, load_act_rules

RULES = load_act_rules().rules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.id))
def test_a_rule_codes_its_examples_and_leaves_its_not_examples_alone(rule: ActRule, coder: Coder) -> None:
    assert list(faults(rule, coder.acts_of)) == []
