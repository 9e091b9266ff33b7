"""What reading a report needs beside the report: the parser and the knowledge, loaded once."""

from dataclasses import dataclass
from pathlib import Path

from detente.rules.actors import Knowledge, load_knowledge
from detente.rules.acts import ActRules, load_act_rules
from detente.rules.anaphora import Anaphora, load_anaphora
from detente.rules.contexts import ContextCues, load_context_cues
from detente.rules.cues import StatusCues, load_status_cues
from detente.rules.furniture import FurnitureCues, load_furniture
from detente.rules.numbers import NumberRules, load_number_rules
from detente.rules.saying import Sayings, load_sayings
from detente.text.parse import Parser, load_parser


@dataclass(frozen=True, slots=True)
class Tools:
    """The parser and the knowledge; make it with `load_tools`."""

    parser: Parser
    knowledge: Knowledge
    furniture: FurnitureCues
    acts: ActRules
    status: StatusCues
    anaphora: Anaphora
    contexts: ContextCues
    numbers: NumberRules
    sayings: Sayings


def load_tools(actors: Path | None = None) -> Tools:
    """The packaged parser and knowledge, with the persons of a settings folder where one is given."""
    return Tools(
        parser=load_parser(),
        knowledge=load_knowledge(actors),
        furniture=load_furniture(),
        acts=load_act_rules(),
        status=load_status_cues(),
        anaphora=load_anaphora(),
        contexts=load_context_cues(),
        numbers=load_number_rules(),
        sayings=load_sayings(),
    )
