"""A report as its acts are told one after the other: where evidence for a missing party is looked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from detente.claims.coding import CodedAct, PartyFinder
from detente.claims.implying import principals
from detente.domain.acts import ActType
from detente.domain.parties import Party
from detente.rules.anaphora import Anaphora
from detente.text.parsed import Sentence


@dataclass(frozen=True)
class Course:
    """A report as its acts are told one after the other."""

    acts: Sequence[CodedAct]
    sentences: Sequence[Sentence]
    finder: PartyFinder
    anaphora: Anaphora

    @cached_property
    def done(self) -> list[CodedAct]:
        """The acts before, with their recipients."""
        return []

    @cached_property
    def two(self) -> tuple[Party, ...]:
        """The two powers that the report is plainly about, or none."""
        return principals(self.sentences, self.finder)

    def sentence_of(self, act: CodedAct) -> Sentence:
        """The sentence in which an act is told."""
        return self.sentences[act.mention.sentence]

    def is_about_oneself(self, act: CodedAct) -> bool:
        """Whether what an act is about is the actor's own: "his predecessor", "that our president resign"."""
        if act.type is ActType.MOBILIZE:
            return False  # forces are one's own, and still move against somebody
        sentence, own = self.sentence_of(act), {p.key for p in act.parties.actors}
        owners = [k.i for i in act.mention.recipients for k in sentence.kids(i, "poss")]
        doers = [k.i for i in act.mention.complements for k in sentence.kids(i, "nsubj")]
        return any(
            p.is_power and p.key in own for i in (*owners, *doers) for p in self.finder.parties_at(sentence.index, i)
        )
