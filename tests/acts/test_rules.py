import pytest
from acts_of import Coder, ids

from detente.rules.acts import ActRule, Example, load_act_rules

RULES = load_act_rules().rules


def _faults(rule: ActRule, example: Example, coder: Coder) -> list[str]:
    acts = [act for act in coder.acts_of(example.text) if act.rule.type is rule.type]
    if not acts:
        coded = [str(act.rule.id) for act in coder.acts_of(example.text)]
        return [f"{example.text!r} is not coded as {rule.type}, but by {coded}"]
    found = [
        f"{example.text!r} is {act.type} {act.standing.status} {ids(act, 'actors')} {ids(act, 'recipients')}"
        for act in acts[:1]
        if (act.type, act.standing.status) != (example.type, example.status)
        or (example.actor and ids(act, "actors") != sorted(example.actor))
        or (example.recipient is not None and ids(act, "recipients") != sorted(example.recipient))
    ]
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.id))
def test_a_rule_codes_its_examples_as_they_say(rule: ActRule, coder: Coder) -> None:
    faults = [fault for example in rule.examples for fault in _faults(rule, example, coder)]

    assert faults == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.id))
def test_a_rule_leaves_its_not_examples_alone(rule: ActRule, coder: Coder) -> None:
    coded = [text for text in rule.not_examples for act in coder.acts_of(text) if act.rule.id == rule.id]

    assert coded == []
