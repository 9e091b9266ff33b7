"""Single sentences, read with the packaged parser; importing this takes seconds."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from detente.claims.code_lines import LineCoder, code_lines
from detente.claims.line_faults import fault_of
from detente.rules.actors import Knowledge
from detente.rules.acts import load_act_rules
from detente.rules.anaphora import load_anaphora
from detente.rules.cues import load_status_cues
from detente.text.parse import load_parser
from detente.views.object_parts import Object


def code_each(lines: Sequence[Mapping[str, Any] | str], knowledge: Knowledge) -> Iterator[Object | str]:
    """For each line its claims, or what is wrong with it; what is no line at all comes as words that say so."""
    coder = make_coder(knowledge)
    for line in lines:
        fault = line if isinstance(line, str) else fault_of(line)
        yield from [fault] if fault else code_lines([line], coder)  # type: ignore[list-item]


def make_coder(knowledge: Knowledge) -> LineCoder:
    """A coder that knows certain actors."""
    return LineCoder(load_parser(), knowledge, load_act_rules(), load_status_cues(), load_anaphora())
