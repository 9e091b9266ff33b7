"""Whether rules do what their own examples say."""

from collections.abc import Callable, Iterator, Sequence

from detente.claims.coding import CodedAct
from detente.rules.acts import ActRule, Example

Code = Callable[[str], Sequence[CodedAct]]
"""Codes a text: `LineCoder.acts_of`."""


def faults(rule: ActRule, code: Code) -> Iterator[tuple[str, str]]:
    """The sentences that a rule does not code as its examples say, each with what is wrong."""
    for example in rule.examples:
        fault = _fault(rule, example, code(example.text))
        if fault:
            yield example.text, fault
    for text in rule.not_examples:
        if any(act.rule.id == rule.id for act in code(text)):
            yield text, "is coded, and is to be left alone"


def _fault(rule: ActRule, example: Example, coded: Sequence[CodedAct]) -> str | None:
    act = next((act for act in coded if act.rule.type is rule.type), None)
    if act is None:
        others = ", ".join(act.rule.id for act in coded)
        return f"is not coded as {rule.type}" + (f", but by {others}" if others else "")
    wanted: list[tuple[object, object]] = [(act.type, example.type), (act.standing.status, example.status)]
    if example.actor:
        wanted.append((_ids(act, "actors"), sorted(example.actor)))
    if example.recipient is not None:
        wanted.append((_ids(act, "recipients"), sorted(example.recipient)))
    wrong = [f"{_shown(found)}, not {_shown(right)}" for found, right in wanted if found != right]
    return f"is coded as {'; '.join(wrong)}" if wrong else None


def _ids(act: CodedAct, side: str) -> list[str]:
    """The ids of the parties on one side, sorted."""
    return sorted({party.id for party in getattr(act.parties, side) if party.id})


def _shown(value: object) -> str:
    return "+".join(value) or "nobody" if isinstance(value, list) else str(value)
