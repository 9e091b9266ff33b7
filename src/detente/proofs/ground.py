"""What proofs stand on: the tools and rules with which reports are read and settled."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from detente.claims.code_lines import LineCoder
from detente.claims.linking import Links, link_report
from detente.domain.findings import Findings
from detente.domain.reports import Report
from detente.mentions.find_actors import find_actors
from detente.pipeline import read
from detente.rules.settling import SettlingRules
from detente.text.parsed import Passage, Sentence
from detente.tools import Tools


@dataclass(frozen=True)
class Ground:
    """The tools of reading and the rules of settling."""

    tools: Tools
    settling: SettlingRules

    @cached_property
    def coder(self) -> LineCoder:
        """What codes a single sentence."""
        tools = self.tools
        return LineCoder(tools.parser, tools.knowledge, tools.acts, tools.status, tools.anaphora)

    def sentences(self, text: str) -> tuple[Sentence, ...]:
        """The parse of a text whose paragraphs a blank line parts."""
        cuts = [0, *(i + 2 for i in range(len(text)) if text.startswith("\n\n", i)), len(text)]
        return self.tools.parser.parse(text, [Passage(n, *ends) for n, ends in enumerate(pairwise(cuts))])

    def linked(self, text: str) -> tuple[tuple[Sentence, ...], Links]:
        """The parse of a text, and who stands where in it."""
        sentences, knowledge = self.sentences(text), self.tools.knowledge
        return sentences, link_report(sentences, find_actors(sentences, knowledge), knowledge, None)

    def findings(self, text: str) -> Findings:
        """All that a report says that holds a text alone."""
        return read(Report(text), self.tools)
