"""Codes single sentences with the packaged rules and names, for the tests of this folder."""

from functools import cached_property

from detente.claims.code_lines import LineCoder
from detente.claims.coding import CodedAct
from detente.rules.actors import Knowledge, load_knowledge
from detente.rules.acts import ActRules, load_act_rules
from detente.rules.anaphora import load_anaphora
from detente.rules.cues import StatusCues, load_status_cues
from detente.text.parse import Parser, load_parser
from detente.text.parsed import Passage, Sentence


class Coder:
    """The stages from text to coded acts, with their rules loaded once."""

    @cached_property
    def parser(self) -> Parser:
        return load_parser()

    @cached_property
    def knowledge(self) -> Knowledge:
        return load_knowledge()

    @cached_property
    def rules(self) -> ActRules:
        return load_act_rules()

    @cached_property
    def cues(self) -> StatusCues:
        return load_status_cues()

    def sentences_of(self, text: str) -> tuple[Sentence, ...]:
        return self.parser.parse(text, [Passage(0, 0, len(text))])

    def acts_of(self, text: str) -> tuple[CodedAct, ...]:
        return LineCoder(self.parser, self.knowledge, self.rules, self.cues, load_anaphora()).acts_of(text)


def ids(act: CodedAct, side: str) -> list[str]:
    """The ids of the parties on one side, sorted."""
    return sorted({party.id for party in getattr(act.parties, side) if party.id})
